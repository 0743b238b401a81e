// Which fields are those of a log-in, and where it would send what is typed into them. Beside pulse.js, in the same world.
(function () {
  'use strict';
  var saldo = window.saldo, MANY = 20000;
  if (!saldo || saldo.fields) return;
  var root_of = Node.prototype.getRootNode, over = Function.prototype.call.bind(Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode').get), text_in = Function.prototype.call.bind(Object.getOwnPropertyDescriptor(Node.prototype, 'textContent').get);
  function attribute(element, name) { return Element.prototype.getAttribute.call(element, name); }  // a field may be named getAttribute

  function kind_of(root) { return (root instanceof ShadowRoot ? ShadowRoot : Document).prototype; }  // a page may have names of its own

  // What there is in the same tree, the document's or a shadow's: a form's buttons stand nowhere else.
  function all_beside(element, selector) {
    var root = root_of.call(element);
    return kind_of(root).querySelectorAll.call(root, selector);
  }

  function above(part) {  // (a form's field may be named parentElement)
    var found = over(part);
    return found instanceof ShadowRoot ? found.host : found instanceof Element ? found : null;
  }

  // All the fields, also those in open shadow trees.
  function inputs_of(root, found) {
    Array.from(root.querySelectorAll('*')).slice(0, MANY).forEach(function (element) {
      var inner = Object.getOwnPropertyDescriptor(Element.prototype, 'shadowRoot').get.call(element);
      if (element instanceof HTMLInputElement) found.push(element);
      if (inner && found.length < 500) inputs_of(inner, found);
    });
    return found.slice(0, 500);
  }

  // What a person sees and can type into.
  function seen(field) {
    if (field.disabled || field.readOnly) return false;
    var box = field.getBoundingClientRect();
    if (box.width < 24 || box.height < 10 || box.right < 1 || box.bottom + window.scrollY < 1) return false;
    if (box.left > Math.max(window.innerWidth, document.documentElement.scrollWidth)) return false;
    for (var part = field; part; part = above(part)) {
      var style = getComputedStyle(part);
      if (style.display === 'none' || parseFloat(style.opacity) < 0.2) return false;
      if (part === field && style.visibility !== 'visible') return false;
      if (style.clipPath !== 'none' && part === field) return false;
    }
    return true;
  }

  function said(field) {
    var texts = [field.name, field.id, field.placeholder, attribute(field, 'aria-label'), attribute(field, 'autocomplete'), attribute(field, 'inputmode'), attribute(field, 'title')];
    (field.labels ? Array.from(field.labels) : []).forEach(function (label) { texts.push(label.textContent.slice(0, 200)); });
    var cell = field.closest('td');
    if (cell && cell.previousElementSibling) texts.push(cell.previousElementSibling.textContent.slice(0, 200));
    for (var box = over(field), up = 0; box instanceof Element && up < 3 && Element.prototype.querySelectorAll.call(box, 'input').length === 1; box = over(box), up += 1) {
      if (text_in(box).trim().length > 60) break;
      if (text_in(box).trim()) { texts.push(text_in(box)); break; }  // words that float over the field
    }
    return ' ' + texts.join(' ').toLowerCase().replace(/([a-z])([0-9])/g, '$1 $2').replace(/[^a-z0-9]+/g, ' ') + ' ';
  }

  function says(text, phrases) { return phrases.some(function (phrase) { return text.indexOf(' ' + phrase + ' ') >= 0; }); }

  // The fields of the one log-in form on this page: {kind: 'login', 'user', 'gate' or a reason why there is none, user, secret}.
  saldo.fields = function (words) {
    if (window.top !== window) return {kind: 'framed'};
    var inputs = inputs_of(document, []);
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
    var root = root_of.call(field);
    over = kind_of(root).elementFromPoint.call(root, box.left + Math.min(box.width / 2, 60), box.top + box.height / 2);
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
    var buttons = Array.from(all_beside(form, 'button[formaction],input[formaction],button[formmethod],input[formmethod]'));
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
    field.dispatchEvent(new Event('input', {bubbles: true, composed: true}));
    field.dispatchEvent(new Event('change', {bubbles: true}));
  };
})();
