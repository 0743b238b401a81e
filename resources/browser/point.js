// The amounts of a page with a frame round each, to be pointed at: by a press, or by Tab and Enter. The frames lie in a closed tree of
// their own over the page, and go with it; the page itself is left as it is. Answers how many were found.
(function (p) {
  'use strict';
  var saldo = window.saldo;
  if (!saldo) return 0;
  if (saldo.unpoint) saldo.unpoint();
  var PRESSES = ['click', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'dblclick', 'contextmenu', 'auxclick'];
  saldo.pointed = null;
  function squeezed(text) { return text.replace(/[\s\u00a0\u202f]+/g, ' ').trim(); }
  function holds(node, text) { return squeezed(node.textContent).indexOf(text) >= 0; }

  // Where the amount stands: the text itself if it is in one piece, else the element around it.
  function range(node, text) {
    var walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT), made = document.createRange();
    while (walker.nextNode()) {
      var at = walker.currentNode.data.replace(/[\u00a0\u202f]/g, ' ').indexOf(text);
      if (at < 0) continue;
      made.setStart(walker.currentNode, at);
      made.setEnd(walker.currentNode, at + text.length);
      return made;
    }
    made.selectNodeContents(node);
    return made;
  }
  function element(spot) {
    var found = null;
    try { found = document.evaluate(spot.path, document, null, XPathResult.FIRST_ORDERED_NODE_TYPE, null).singleNodeValue; } catch (error) { found = null; }
    if (found && holds(found, squeezed(spot.text))) return found;
    var walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), left = spot.nth;
    while (walker.nextNode()) {
      if (!holds(walker.currentNode, squeezed(spot.text))) continue;
      if (left === 0) return walker.currentNode.parentElement;
      left -= 1;
    }
    return null;
  }

  var places = [];
  p.spots.forEach(function (spot) {
    var node = element(spot);
    if (node) places.push({number: spot.number, name: spot.name, range: range(node, spot.text)});
  });
  if (!places.length) return 0;
  var host = document.createElement('div');
  host.style.cssText = 'all:initial;position:absolute;left:0;top:0;width:0;height:0;z-index:2147483647';
  var tree = host.attachShadow({mode: 'closed'});
  function look(box, strong) {
    box.style.border = (strong ? '3px solid ' : '2px dashed ') + p.colour;
    box.style.background = strong ? 'color-mix(in srgb, ' + p.colour + ' 20%, transparent)' : 'transparent';
  }
  function choose(number, event) {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.isTrusted) saldo.pointed = number;
  }
  places.forEach(function (place) {
    var box = place.box = document.createElement('div');
    box.tabIndex = 0;
    box.setAttribute('role', 'button');
    box.setAttribute('aria-label', place.name);
    box.title = place.name;
    box.style.cssText = 'position:absolute;box-sizing:border-box;border-radius:4px;cursor:pointer;outline:none';
    look(box, false);
    ['mouseenter', 'focus'].forEach(function (name) { box.addEventListener(name, function () { look(box, true); }); });
    ['mouseleave', 'blur'].forEach(function (name) { box.addEventListener(name, function () { look(box, tree.activeElement === box); }); });
    tree.append(box);
  });
  function lay() {
    places.forEach(function (place) {
      var at = place.range.getBoundingClientRect();
      place.box.style.left = at.left + window.scrollX - 4 + 'px';
      place.box.style.top = at.top + window.scrollY - 4 + 'px';
      place.box.style.width = at.width + 8 + 'px';
      place.box.style.height = at.height + 8 + 'px';
      place.box.style.display = at.width ? 'block' : 'none';
    });
  }
  function keys(event) {
    if (!event.isTrusted) return;
    var shown = places.filter(function (place) { return place.box.style.display !== 'none'; });
    var at = shown.findIndex(function (place) { return place.box === tree.activeElement; });
    if (event.key === 'Escape') { choose(-1, event); return; }
    if (event.key === 'Tab' && shown.length) {
      event.preventDefault();
      event.stopImmediatePropagation();
      var next = shown[(at + (event.shiftKey ? shown.length - (at < 0 ? 0 : 1) : 1)) % shown.length].box;
      next.focus();
      next.scrollIntoView({block: 'nearest'});
      return;
    }
    if ((event.key === 'Enter' || event.key === ' ') && at >= 0) choose(shown[at].number, event);
  }
  // Caught before the page hears of it: a press on a frame is no press on the page.
  function press(event) {
    if (event.target !== host) return;
    var box = tree.elementFromPoint(event.clientX, event.clientY);
    var place = places.find(function (one) { return one.box === box; });
    if (event.type === 'click' && place) choose(place.number, event); else event.stopImmediatePropagation();
  }
  window.addEventListener('keydown', keys, true);
  PRESSES.forEach(function (name) { window.addEventListener(name, press, true); });
  var timer = setInterval(lay, 250);
  saldo.unpoint = function () {
    clearInterval(timer);
    window.removeEventListener('keydown', keys, true);
    PRESSES.forEach(function (name) { window.removeEventListener(name, press, true); });
    host.remove();
    saldo.unpoint = null;
  };
  document.documentElement.append(host);
  lay();
  places[0].box.focus();
  places[0].box.scrollIntoView({block: 'center'});
  return places.length;
})(PARAMETERS);
