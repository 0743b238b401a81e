// Puts one value into the log-in form of this page, if it is the page the person saw, and if what is typed there goes to the portal.
(function (p) {
  if (location.origin !== p.origin || window.top !== window) return 'moved';
  var saldo = window.saldo;
  if (!saldo) return 'moved';
  var found = saldo.fields(p.words);
  var field = p.what === 'user' ? found.user : found.secret;
  if (!field) return found.kind === 'several' ? 'several' : 'no_field';
  if (p.what === 'pin' && found.kind !== 'gate') return 'no_field';
  if (p.what === 'login' && found.kind !== 'login') return 'no_field';
  if (saldo.covered(field) || (found.secret && saldo.covered(found.secret))) return 'no_field';
  var leads = saldo.leads_home(found.secret || field, p.places);
  if (leads !== 'home') return leads;
  if (p.value === null) return 'ready';
  saldo.put(field, p.value);
  return 'filled';
})(PARAMETERS);
