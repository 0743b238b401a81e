// Runs in every frame, in a world of its own: the page's scripts cannot see or change anything of it. It notes when the page changes
// last, and which amounts gave way to others. It changes nothing, and leaves the clipboard to the person.
(function () {
  'use strict';
  if (Object.prototype.hasOwnProperty.call(window, 'saldo')) return;  // (an element of that name does not count)
  var saldo = window.saldo = {version: 1, changed: performance.now(), answered: 0, words: null, typed: new WeakSet()};
  function touch() { saldo.version += 1; saldo.changed = performance.now(); }
  function getter(kind, name) { return Function.prototype.call.bind(Object.getOwnPropertyDescriptor(kind.prototype, name).get); }
  var over = getter(Node, 'parentNode'), text_in = getter(Node, 'textContent');  // (a form's field may be named so)
  var WATCHED = {
    subtree: true, childList: true, characterData: true, characterDataOldValue: true, attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'open', 'src', 'aria-hidden', 'aria-busy', 'selected', 'value', 'disabled', 'readonly']
  };
  var observer = new MutationObserver(changed), trees = new WeakSet(), held = '', looks = 0, MANY = 20000;
  observer.observe(document, WATCHED);
  ['load', 'transitionend', 'animationend'].forEach(function (name) { window.addEventListener(name, touch, true); });
  window.addEventListener('input', function (event) { if (event.isTrusted) saldo.typed.add(event.composedPath()[0]); }, true);

  // What the person copies is what they selected, by their own key; a page that copies when something else is pressed copies nothing.
  var copies = false;
  window.addEventListener('keydown', function (event) {
    copies = event.isTrusted && (event.ctrlKey || event.metaKey) && ['KeyC', 'KeyX', 'Insert'].indexOf(event.code) >= 0;
  }, true);
  ['keyup', 'pointerdown', 'blur'].forEach(function (name) { window.addEventListener(name, function () { copies = false; }, true); });
  ['copy', 'cut'].forEach(function (name) {
    window.addEventListener(name, function (event) { event.stopImmediatePropagation(); if (!copies) event.preventDefault(); }, true);
  });

  // Amounts that stood in a place and gave way to others there, since the person pressed something last: figures that are counted up before
  // one's eyes may rest halfway. What stood there when the person pressed may give way to what they asked for (`spared`), unless it had only
  // just come itself (`suspects`).
  var gone = new Map(), lines = new WeakMap(), zeros = new Set(), values = new WeakMap(), suspects = new Set(), spared = new Set();
  var MOST_PLACES = 500, MOST_GONE = 200, LONGEST = 20000, budget = LONGEST, SHORT = 48, STOOD_MS = 10000;
  var ZERO = /(?:^|rp\.?|idr)\s*0(?:[.,]0+)?\s*$/i;
  function amounts(text) {
    var found = String(text).slice(0, 2000).match(/\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{4,}/g) || [];
    return found.map(function (one) { return one.replace(/\D/g, ''); }).filter(function (one) { return /[1-9]/.test(one); });
  }
  function texts_in(node, tell) {  // text by text: the cells of a row stand apart
    if (node.nodeType === Node.TEXT_NODE) { tell(node.data); return; }
    var walker = Document.prototype.createTreeWalker.call(document, node, NodeFilter.SHOW_TEXT);
    for (; budget > 0 && walker.nextNode(); budget -= 1) {
      if (!/^(script|style|noscript|template)$/i.test(over(walker.currentNode).nodeName)) tell(walker.currentNode.data);
    }
  }
  function amounts_in(node) {
    var found = [];
    texts_in(node, function (text) { Array.prototype.push.apply(found, amounts(text)); });
    return found;
  }
  function went(place, found) {
    found = found.filter(function (one) { return !spared.has(one); });
    if (!place || !found.length) return;
    if (gone.size >= MOST_PLACES) place = document;
    if (!gone.has(place)) gone.set(place, {amounts: new Set(), at: 0});
    var here = gone.get(place);
    here.at = performance.now();
    found.forEach(function (one) { if (here.amounts.size < MOST_GONE) here.amounts.add(one); });
  }
  // The line that a text belongs to, put together: digits may stand each in an element of its own.
  function line_of(node) {
    var line = null;
    for (var at = node, up = 0; at && at !== document && at !== document.body && up < 4 && text_in(at).length <= SHORT; at = over(at), up += 1) line = at;
    return line;
  }
  function joined(line) { return amounts(text_in(line).replace(/\s+/g, '')); }
  function follow(node) {
    var line = line_of(node), now;
    if (!line) return;
    now = joined(line);
    if (lines.has(line)) went(line, lines.get(line).filter(function (one) { return now.indexOf(one) < 0; }));
    lines.set(line, now);
  }
  function changed(records) {
    touch();
    budget = LONGEST;
    records.slice(0, budget).forEach(function (record, number) {
      if (record.type === 'characterData') {
        went(over(record.target), amounts(record.oldValue));
        if (ZERO.test(record.oldValue)) zeros.add(over(record.target));
      }
      if (record.type === 'childList') for (var i = 0; i < record.removedNodes.length && budget > 0; i += 1, budget -= 1) {
        went(record.target, amounts_in(record.removedNodes[i]));
        texts_in(record.removedNodes[i], function (text) { if (ZERO.test(text)) zeros.add(record.target); });
      }
      if (record.type !== 'attributes' && number < 2000) follow(record.target);
    });
  }
  function is_field(place) { return place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement; }
  function held_by(place) {
    if (is_field(place)) return amounts(place.value);
    var short = place !== document && text_in(place).length <= SHORT;
    return short ? amounts_in(place).concat(joined(place)) : amounts_in(place);
  }
  function pressed(event) {
    if (!event.isTrusted || (event.type === 'keydown' && event.key !== 'Enter' && event.key !== ' ')) return;
    var late = performance.now() - STOOD_MS;
    gone.forEach(function (here, place) { if (here.at < late) gone.delete(place); });
    suspects = new Set(saldo.counted());
    budget = LONGEST;
    spared = new Set(amounts_in(document).filter(function (one) { return !suspects.has(one); }));
    gone.clear();
    zeros.clear();
  }
  ['pointerdown', 'keydown'].forEach(function (name) { window.addEventListener(name, pressed, true); });

  // The amounts that stand now where others stood.
  saldo.counted = function () {
    var found = new Set(), standing = null;
    budget = LONGEST;
    if (suspects.size) {
      standing = new Set(amounts_in(document));
      suspects.forEach(function (one) { if (standing.has(one)) found.add(one); else suspects.delete(one); });
    }
    gone.forEach(function (here, place) {
      if (!place.isConnected) { gone.delete(place); return; }
      var now = held_by(place);
      if (Array.from(here.amounts).some(function (one) { return now.indexOf(one) < 0; })) now.forEach(function (one) { found.add(one); });
    });
    return Array.from(found).slice(0, LONGEST);
  };

  // Whether a zero gave way to an amount: other zeros may only wait for theirs.
  saldo.filled = function () {
    budget = LONGEST;
    return Array.from(zeros).some(function (place) { return place.isConnected && held_by(place).length > 0; });
  };

  // What no observer tells: the values that scripts put into fields, and shadow trees that came.
  saldo.look = function () {
    looks += 1;
    var all = Document.prototype.getElementsByTagName.call(document, '*'), roots = [], now = [];
    if (all.length > MANY && looks % 10) return;
    function tree(element) {
      var found = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot').get.call(element);
      if (!found) return;
      roots.push(found);
      if (trees.has(found)) return;
      trees.add(found);
      observer.observe(found, WATCHED);
      touch();
    }
    Array.prototype.forEach.call(all, tree);
    for (var i = 0; i < roots.length && i < 1000; i += 1) roots[i].querySelectorAll('*').forEach(tree);
    [document].concat(roots).forEach(function (root) {
      var fields = (root === document ? Document : DocumentFragment).prototype.querySelectorAll.call(root, 'input,textarea');
      Array.prototype.slice.call(fields, 0, 2000).forEach(function (field) {
        if (!(field.readOnly || field.disabled) || field.type === 'password') return;
        var value = String(field.value).slice(0, 200);
        now.push(value);
        if (values.has(field) && values.get(field) !== value) went(field, amounts(values.get(field)));
        values.set(field, value);
      });
    });
    now = now.join('\n');
    if (now !== held) { held = now; touch(); }
    if (saldo.veiled.some(function (one) { return one.isConnected && !saldo.blurs(getComputedStyle(one)); })) { saldo.veiled = []; touch(); }
  };

  // Whether nobody can read what is drawn so: what stands there may be anything.
  saldo.blurs = function (style) {
    var found = /blur\(([\d.]+)px\)/.exec(style.filter || '');
    return !!found && parseFloat(found[1]) > 0.15 * parseFloat(style.fontSize);
  };
  saldo.veiled = [];  // what the snapshot left out for that; it may be shown by the pointer alone
  try {
    new PerformanceObserver(function (list) {
      list.getEntries().forEach(function (entry) {
        if (entry.initiatorType === 'xmlhttprequest' || entry.initiatorType === 'fetch') saldo.answered += 1;
      });
    }).observe({type: 'resource', buffered: true});
  } catch (error) { /* without it the page only has to be quiet */ }
})();
