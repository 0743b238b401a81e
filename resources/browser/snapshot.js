// The page as a person sees it: what its fields hold, what shadow trees show, what style sheets write; without what is not drawn, and
// without anything that was typed into it. It is copied into a document without scripts, so that nothing of the page runs for it.
(function (most) {
  'use strict';
  var DROPPED = ['script', 'noscript', 'template', 'link', 'object', 'embed'];
  var CLOSED = ['svg', 'math', 'iframe', 'canvas', 'video', 'audio', 'meter', 'progress', 'title', 'style'];  // what is in them is no text of the page
  var PLAIN_INPUTS = ['hidden', 'checkbox', 'radio', 'image'], BUTTONS = ['submit', 'button', 'reset'];
  var ROWS = ['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl', 'html', 'body'];
  var WORD = /[\p{L}\p{N}]/u, DIGIT = /\p{N}/u, CARD = /(^|\D)\d{11}(?!\d)/, LONGEST_MS = 12000, COUNTED = '****';  // a number of which nobody knows what it says
  var BUSY = /^\s*(sedang |mohon |harap )?(memuat|memperbarui|memperbaharui|diperbarui|menyinkronkan|mengambil data|tunggu|loading|updating|refreshing|please wait)(?![\p{L}])[^.…]{0,24}[.…\s]*$/iu;
  // A form's field may be named as a property of nodes is: what a node says is asked of its kind.
  function getter(kind, name) { return Function.prototype.call.bind(Object.getOwnPropertyDescriptor(kind.prototype, name).get); }
  var first = getter(Node, 'firstChild'), next = getter(Node, 'nextSibling'), over = getter(Node, 'parentNode'), text_in = getter(Node, 'textContent'), root_of = Node.prototype.getRootNode;
  var tree_of = getter(Element, 'shadowRoot'), name_of = getter(Element, 'localName');
  var box_of = Function.prototype.call.bind(Element.prototype.getBoundingClientRect);
  var root = getter(Document, 'documentElement')(document);
  if (!root || !window.saldo) return null;

  try {  // a frame that is not shown says nothing
    var frame = window.frameElement, look = frame && frame.ownerDocument.defaultView.getComputedStyle(frame);
    if (frame && (box_of(frame).width <= 2 || box_of(frame).height <= 2 || look.visibility !== 'visible' || parseFloat(look.opacity) < 0.05)) return null;
  } catch (error) { /* a frame of another host of the portal */ }

  var inert = new DOMParser().parseFromString('<!DOCTYPE html><html></html>', 'text/html');
  window.saldo.veiled = [];
  var range = new Range(), began = performance.now(), size = 0, count = 0, unseen = false, busy = false, typed = window.saldo.typed;
  function bare(style) {  // whether text of this style cannot be seen
    return style.visibility !== 'visible' || parseFloat(style.fontSize) === 0 || (style.webkitTextSecurity || 'none') !== 'none' ||
      (/^rgba\(.*, 0\)$/.test(style.color) && style.webkitBackgroundClip !== 'text') ||
      (style.direction === 'rtl' && /override/.test(style.unicodeBidi));  // it reads the other way round
  }

  // An element of the page's own making that shows more than its children do: in a shadow tree that nobody can look into. There the caret
  // comes to stand beside the element; where nothing is, it comes to the nearest text.
  function holds_more(element, name, style) {
    if (name.indexOf('-') < 0 || tree_of(element) || !first(element) || style.display === 'contents') return false;
    var box = box_of(element), near = over(element), trees = [], caret;
    if (box.width < 20 || box.height < 20 || box.bottom < 0 || box.top > window.innerHeight) return false;
    for (var root = root_of.call(element); root instanceof ShadowRoot; root = root_of.call(root.host)) trees.push(root);
    for (var y = Math.max(box.top, 0) + 6; y < Math.min(box.bottom, window.innerHeight); y += 12) {
      for (var part = 1; part < 6; part += 1) {
        caret = Document.prototype.caretPositionFromPoint.call(document, box.left + Math.min(box.width, 400) * part / 6, y, {shadowRoots: trees});
        if (caret && caret.offsetNode === near && near.childNodes[caret.offset] === element) return true;
      }
    }
    return false;
  }

  // Whether a list of cards holds only those of its items to which the person has scrolled: there is room for others, empty.
  function rolls(element, style) {
    var inline = Element.prototype.getAttribute.call(element, 'style') || '', box, top = Infinity, bottom = -Infinity, tallest = 0, floats = false;
    if (!/(^|[;\s])(height|padding(-top|-bottom)?)\s*:/.test(inline)) return false;
    box = box_of(element);
    if (box.height < 80) return false;
    if (!text_in(element).trim()) {
      var around = over(element);
      return around instanceof Element && !first(element) && CARD.test(text_in(around)) && says_balance(around) && scrolls(around);
    }
    if (!CARD.test(text_in(element)) || !says_balance(element)) return false;
    for (var one = first(element), count = 0; one && count < 500; one = next(one), count += 1) {
      if (one.nodeType !== Node.ELEMENT_NODE || !text_in(one).trim()) continue;
      var place = box_of(one), look = getComputedStyle(one);
      floats = floats || look.position === 'absolute' || look.transform !== 'none';
      top = Math.min(top, place.top);
      bottom = Math.max(bottom, place.bottom);
      tallest = Math.max(tallest, Math.min(place.height, 120));
    }
    return tallest > 0 && (floats || scrolls(element)) && Math.max(top - box.top, box.bottom - bottom) > Math.max(60, 0.8 * tallest);
  }
  function scrolls(element) {
    for (var up = 0; element instanceof Element && up < 4; element = over(element), up += 1) {
      if (/auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 40) return true;
    }
    return false;
  }
  function says_balance(element) {
    for (var up = 0; element instanceof Element && up < 3; element = over(element), up += 1) if (/saldo|balance/i.test(text_in(element).slice(0, 20000))) return true;
    return false;
  }

  // The words a style sheet puts before or after an element.
  function written(element, where, place) {
    var style = getComputedStyle(element, where), content = style.content;
    if (!content || content === 'none' || content === 'normal' || style.display === 'none' || bare(style) || parseFloat(style.opacity) < 0.05 || place.faded) return '';
    var said = '', parts = content.split('" / "')[0].match(/"(?:[^"\\]|\\.)*"?|counters?\(/g) || [];
    parts.forEach(function (part) { said += part[0] === '"' ? part.replace(/^"|"$/g, '').replace(/\\(.)/g, '$1') : ''; });
    if (parts.some(function (part) { return part[0] !== '"'; }) && /^[\s]*[\d.,]/.test(text_in(element).slice(0, 40))) said += COUNTED;
    if (!WORD.test(said) && said !== COUNTED) return '';
    return style.display === 'inline' && style.position === 'static' ? said : ' ' + said + ' ';
  }

  // Whether a text is drawn. One that has no place at all, though nothing hides it, stands under a shadow tree that nobody can look into.
  function drawn(node, words, place) {
    range.selectNodeContents(node);
    var boxes = Array.from(range.getClientRects());
    if (!boxes.length) { unseen = true; return false; }
    boxes = boxes.filter(function (box) { return box.width > 0.5 && box.height > 0.5; });
    if (!boxes.length) return false;
    if (!DIGIT.test(words)) return true;
    return !place.tiny && boxes.some(function (box) { return box.right + window.scrollX > 0 && box.bottom + window.scrollY > 0; });
  }

  // What a field shows, if the portal wrote it; null for what a person may have typed.
  function held(field, kind) {
    return (field.readOnly || field.disabled) && kind !== 'password' && !typed.has(field) ? String(field.value) : null;
  }

  function fill(element, copy, name, place, mute) {
    var box = box_of(element), shown = place.plain || (!mute && !place.faded && !place.tiny && box.width > 2 && box.height > 2 && box.right + window.scrollX > 0);
    if (name === 'select') {
      Array.from(element.options).slice(0, 2000).forEach(function (option) {
        var made = inert.createElement('option');
        made.textContent = option.label || text_in(option);
        if (option.selected) made.setAttribute('selected', '');
        if (shown) copy.append(made);
      });
      return;
    }
    var kind = name === 'input' ? (element.type || '').toLowerCase() : '', value = held(element, kind);
    if (name === 'textarea') { copy.textContent = shown && value !== null ? value : ''; return; }
    if (kind === 'radio' || kind === 'checkbox') {
      if (element.checked) copy.setAttribute('checked', ''); else copy.removeAttribute('checked');
    }
    if (PLAIN_INPUTS.indexOf(kind) >= 0) return;
    if (BUTTONS.indexOf(kind) >= 0) value = String(element.value);
    if (value !== null && shown) { copy.setAttribute('value', value); size += value.length; } else copy.removeAttribute('value');
  }

  // Something with a place and without a content that could be seen, beside a number: a shadow tree that nobody can look into.
  function covert(element, name, style) {
    var plain = style.display === 'inline' && style.position === 'static' && (name === 'span' || name === 'p' || name === 'div');
    if (first(element) || !(plain || name.indexOf('-') > 0) || tree_of(element)) return false;
    var width = box_of(element).width;
    ['paddingLeft', 'paddingRight', 'borderLeftWidth', 'borderRightWidth'].forEach(function (edge) { width -= parseFloat(style[edge]) || 0; });
    ['::before', '::after'].forEach(function (where) { if (['none', 'normal'].indexOf(getComputedStyle(element, where).content) < 0) width = 0; });
    return width > 2 && box_of(element).height > 2 && !!element.parentNode && DIGIT.test(text_in(element.parentNode).slice(0, 2000));
  }

  var page = null, waiting = [[root, null, {plain: false, faded: false, tiny: false, inner: false}, false]];
  function wait(nodes, copy, place, mute) { for (var i = nodes.length - 1; i >= 0; i -= 1) waiting.push([nodes[i], copy, place, mute]); }
  while (waiting.length) {
    var step = waiting.pop(), node = step[0], into = step[1], place = step[2], mute = step[3];
    count += 1;
    if (size > most || count > 400000 || performance.now() - began > LONGEST_MS) return JSON.stringify({url: location.href, large: true});
    if (typeof node === 'string') { into.append(node); continue; }
    if (node.nodeType === Node.TEXT_NODE) {
      var words = String(node.data);
      size += words.length;
      var stands = !mute && !place.faded && !place.plain;
      if (place.plain || !WORD.test(words) || (stands && drawn(node, words, place))) into.append(words);
      busy = busy || (stands && words.length < 60 && BUSY.test(words));
      continue;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    var name = name_of(node), inside = [], one;
    if (DROPPED.indexOf(name) >= 0 || (place.inner && name === 'style')) continue;
    if (name === 'slot' && place.inner) {  // what is shown in this place
      inside = HTMLSlotElement.prototype.assignedNodes.call(node, {flatten: true});
      if (!inside.length) for (one = first(node); one; one = next(one)) inside.push(one);
      wait(inside, into, place, mute);
      continue;
    }
    var copy = inert.importNode(node, false), style = null, inner = tree_of(node), hides = false;
    size += copy.attributes.length * 12;
    if (into) into.append(copy); else page = copy;
    if (name === 'head' || CLOSED.indexOf(name) >= 0) {
      if (name === 'title' || name === 'style') copy.textContent = text_in(node);
      else if (name === 'head') wait(Array.from(node.childNodes), copy, {plain: true}, false);
      if (name === 'style') copy.setAttribute('data-drawn', '');  // what it writes and hides is known here already
      size += (copy.textContent || '').length;
      continue;
    }
    if (!place.plain) {
      style = getComputedStyle(node);
      if (style.display === '') {  // under a shadow tree that nobody can look into
        unseen = unseen || WORD.test(text_in(node).slice(0, 2000));
        continue;
      }
      mute = bare(style);
      if (style.display === 'none') {
        if (!/print|cetak/i.test(copy.className)) copy.setAttribute('hidden', '');
        place = {plain: true, inner: place.inner};
      } else {
        busy = busy || Element.prototype.getAttribute.call(node, 'aria-busy') === 'true';
        var blurs = window.saldo.blurs(style), faded = place.faded || blurs || parseFloat(style.opacity) < 0.05, tiny = place.tiny;
        if (blurs) window.saldo.veiled.push(node);
        if (!tiny && style.overflowX !== 'visible' && style.display !== 'inline') { var box = box_of(node); tiny = box.width <= 2 || box.height <= 2; }
        place = {plain: false, faded: faded, tiny: tiny, inner: place.inner};
        unseen = unseen || (!inner && !faded && !mute && covert(node, name, style)) || rolls(node, style) ||
          (!faded && !mute && holds_more(node, name, style));
        hides = name === 'details' && !node.hasAttribute('open');
      }
    }
    if (name === 'input' || name === 'textarea' || name === 'select') { fill(node, copy, name, place, mute); continue; }
    var struck = style && style.textDecorationLine.indexOf('line-through') >= 0 && ROWS.indexOf(name) < 0;
    var target = struck ? copy.appendChild(inert.createElement('s')) : copy;
    for (one = first(inner || node); one; one = next(one)) inside.push(one);
    var kept = inner ? Object.assign({}, place, {inner: true}) : place;
    if (style && !place.plain) { var after = written(node, '::after', place); if (after) waiting.push([after, target, place, false]); }
    if (hides) inside.reverse().forEach(function (part) {
      waiting.push([part, target, part.nodeType === Node.ELEMENT_NODE && name_of(part) === 'summary' ? kept : Object.assign({}, kept, {plain: true}), mute]);
    }); else wait(inside, target, kept, mute);
    if (style && !place.plain) { var before = written(node, '::before', place); if (before) target.append(before); }
  }
  var html = '<!DOCTYPE html>' + page.outerHTML;
  if (html.length > most) return JSON.stringify({url: location.href, large: true});
  return JSON.stringify({url: location.href, html: html, unseen: unseen, counted: window.saldo.counted(), filled: window.saldo.filled(), busy: busy});
})(MOST);
