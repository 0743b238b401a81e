// Runs in every frame, in a world of its own: the page's scripts cannot see or change anything of it. It notes when the page changes
// last, and knows which fields are those of a log-in. It changes nothing, and leaves the clipboard to the person.
(function () {
  'use strict';
  if (Object.prototype.hasOwnProperty.call(window, 'saldo')) return;  // (an element of that name does not count)
  var saldo = window.saldo = {version: 1, changed: performance.now(), answered: 0, words: null, typed: new WeakSet()};
  function touch() { saldo.version += 1; saldo.changed = performance.now(); }
  function getter(kind, name) { return Function.prototype.call.bind(Object.getOwnPropertyDescriptor(kind.prototype, name).get); }
  var over = getter(Node, 'parentNode');  // (a form's field may be named so)
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

  // Amounts that stood in a place and gave way to others there, since the person touched the page last: figures that are counted up before
  // one's eyes may rest halfway.
  var gone = new Map(), values = new WeakMap(), MOST_PLACES = 500, MOST_GONE = 200, LONGEST = 20000, budget = LONGEST;
  function amounts(text) {
    var found = String(text).slice(0, 2000).match(/\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{4,}/g) || [];
    return found.map(function (one) { return one.replace(/\D/g, ''); }).filter(function (one) { return /[1-9]/.test(one); });
  }
  function amounts_in(node) {  // text by text: the cells of a row stand apart
    if (node.nodeType === Node.TEXT_NODE) return amounts(node.data);
    var walker = Document.prototype.createTreeWalker.call(document, node, NodeFilter.SHOW_TEXT), found = [];
    for (; budget > 0 && walker.nextNode(); budget -= 1) Array.prototype.push.apply(found, amounts(walker.currentNode.data));
    return found;
  }
  function went(place, found) {
    if (!place || !found.length) return;
    if (gone.size >= MOST_PLACES) place = document;
    if (!gone.has(place)) gone.set(place, new Set());
    found.forEach(function (one) { if (gone.get(place).size < MOST_GONE) gone.get(place).add(one); });
  }
  function changed(records) {
    touch();
    budget = LONGEST;
    records.slice(0, budget).forEach(function (record) {
      if (record.type === 'characterData') went(over(record.target), amounts(record.oldValue));
      if (record.type === 'childList') for (var i = 0; i < record.removedNodes.length && budget > 0; i += 1, budget -= 1) went(record.target, amounts_in(record.removedNodes[i]));
    });
  }
  ['pointerdown', 'keydown'].forEach(function (name) {
    window.addEventListener(name, function (event) { if (event.isTrusted) gone.clear(); }, true);
  });
  function is_field(place) { return place instanceof HTMLInputElement || place instanceof HTMLTextAreaElement; }
  function held_by(place) { return is_field(place) ? amounts(place.value) : amounts_in(place); }

  // The amounts that stand now where others stood.
  saldo.counted = function () {
    var found = new Set();
    budget = LONGEST;
    gone.forEach(function (before, place) {
      if (!place.isConnected) { gone.delete(place); return; }
      var now = held_by(place);
      if (Array.from(before).some(function (one) { return now.indexOf(one) < 0; })) now.forEach(function (one) { found.add(one); });
    });
    return Array.from(found).slice(0, LONGEST);
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
  };
  try {
    new PerformanceObserver(function (list) {
      list.getEntries().forEach(function (entry) {
        if (entry.initiatorType === 'xmlhttprequest' || entry.initiatorType === 'fetch') saldo.answered += 1;
      });
    }).observe({type: 'resource', buffered: true});
  } catch (error) { /* without it the page only has to be quiet */ }

  function attribute(element, name) { return Element.prototype.getAttribute.call(element, name); }  // a field may be named getAttribute

  // What a person sees and can type into.
  function seen(field) {
    if (field.disabled || field.readOnly) return false;
    var box = field.getBoundingClientRect();
    if (box.width < 24 || box.height < 10 || box.right < 1 || box.bottom + window.scrollY < 1) return false;
    if (box.left > Math.max(window.innerWidth, document.documentElement.scrollWidth)) return false;
    for (var part = field; part; part = part.parentElement) {
      var style = getComputedStyle(part);
      if (style.display === 'none' || parseFloat(style.opacity) < 0.2) return false;
      if (part === field && style.visibility !== 'visible') return false;
      if (style.clipPath !== 'none' && part === field) return false;
    }
    return true;
  }

  function said(field) {
    var texts = [field.name, field.id, field.placeholder, attribute(field, 'aria-label'), attribute(field, 'autocomplete'), attribute(field, 'title')];
    (field.labels ? Array.from(field.labels) : []).forEach(function (label) { texts.push(label.textContent.slice(0, 200)); });
    var cell = field.closest('td');
    if (cell && cell.previousElementSibling) texts.push(cell.previousElementSibling.textContent.slice(0, 200));
    return ' ' + texts.join(' ').toLowerCase().replace(/([a-z])([0-9])/g, '$1 $2').replace(/[^a-z0-9]+/g, ' ') + ' ';
  }

  function says(text, phrases) { return phrases.some(function (phrase) { return text.indexOf(' ' + phrase + ' ') >= 0; }); }

  // The fields of the one log-in form on this page: {kind: 'login', 'user', 'gate' or a reason why there is none, user, secret}.
  saldo.fields = function (words) {
    if (window.top !== window) return {kind: 'framed'};
    var inputs = Array.from(document.querySelectorAll('input')).slice(0, 500);
    var secrets = inputs.filter(function (field) { return field.type === 'password' && seen(field); });
    var texts = inputs.filter(function (field) {
      return ['text', 'email', 'tel', 'number', 'search'].indexOf(field.type) >= 0 && seen(field) && !says(said(field), words.captcha);
    });
    if (secrets.length > 1) return {kind: 'several'};
    var users = texts.filter(function (field) { return says(said(field), words.user) && !says(said(field), words.otp); });
    if (secrets.length === 1) {
      var secret = secrets[0];
      if (says(said(secret), words.new_password) || says(said(secret), words.otp)) return {kind: 'other'};
      var mine = texts.filter(function (field) { return field.form === secret.form; });
      var named = users.filter(function (field) { return field.form === secret.form; });
      if (named.length) return {kind: 'login', user: named[0], secret: secret};
      if (mine.length === 1) return {kind: 'login', user: mine[0], secret: secret};
      if (mine.length) return {kind: 'other'};
      return {kind: says(said(secret), words.password) && !says(said(secret), ['pin']) ? 'login' : 'gate', user: null, secret: secret};
    }
    var pins = texts.filter(function (field) { return says(said(field), ['pin']) && !says(said(field), words.otp); });
    if (pins.length === 1 && texts.length === 1) return {kind: 'gate', user: null, secret: pins[0]};
    if (users.length === 1 && texts.length === 1 && !says(said(users[0]), words.search)) return {kind: 'user', user: users[0], secret: null};
    return {kind: 'none'};
  };

  // Whether something else lies over a field, so that a person does not see what is typed where.
  saldo.covered = function (field) {
    field.scrollIntoView({block: 'center', behavior: 'instant'});
    var box = field.getBoundingClientRect(), over = null;
    over = Document.prototype.elementFromPoint.call(document, box.left + Math.min(box.width / 2, 60), box.top + box.height / 2);
    if (!over || over === field || over.contains(field) || field.contains(over)) return false;
    var label = over.closest('label');
    return !(label && (label.control === field || label.contains(field)));
  };

  // Where a form would send what is typed into a field. `places`: {domain, origin} as the program's own rules.
  saldo.leads_home = function (field, places) {
    function home(address) {
      var url;
      try { url = new URL(address, document.baseURI); } catch (error) { return false; }
      if (places.domain) {
        return url.protocol === 'https:' && url.port === '' &&
          (url.hostname === places.domain || url.hostname.slice(-places.domain.length - 1) === '.' + places.domain);
      }
      return url.origin === places.origin;
    }
    var form = field.form;
    if (!form) return 'home';
    var action = attribute(form, 'action'), method = (attribute(form, 'method') || '').toLowerCase();
    if (!home(action === null || action === '' ? location.href : action)) return 'foreign';
    if (method === 'get' || (method === '' && action)) return 'in_address';
    var buttons = Array.from(document.querySelectorAll('button[formaction],input[formaction],button[formmethod],input[formmethod]'));
    for (var i = 0; i < buttons.length; i += 1) {
      if (buttons[i].form !== form) continue;
      if (attribute(buttons[i], 'formaction') && !home(attribute(buttons[i], 'formaction'))) return 'foreign';
      if ((attribute(buttons[i], 'formmethod') || '').toLowerCase() === 'get') return 'in_address';
    }
    return 'home';
  };

  // Types a value as a person would have; the page's own scripts hear of it.
  saldo.put = function (field, value) {
    field.focus();
    saldo.typed.add(field);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, value);
    field.dispatchEvent(new Event('input', {bubbles: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
  };
})();
