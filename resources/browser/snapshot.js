// The page as it stands, without anything that was typed into it.
(function (most) {
  var root = document.documentElement;
  if (!root) return null;
  if (document.getElementsByTagName('*').length > 200000) return JSON.stringify({url: location.href, large: true});
  var size = 0, walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) { size += walker.currentNode.length; if (size > most) return JSON.stringify({url: location.href, large: true}); }
  var copy = root.cloneNode(true);
  var chosen = root.querySelectorAll('option'), options = copy.querySelectorAll('option');
  for (var i = 0; i < options.length && i < chosen.length; i += 1) {
    if (chosen[i].selected) options[i].setAttribute('selected', ''); else options[i].removeAttribute('selected');
  }
  var typed = root.querySelectorAll('input'), fields = copy.querySelectorAll('input');
  for (var j = 0; j < fields.length && j < typed.length; j += 1) {
    var kind = (typed[j].type || '').toLowerCase();
    var plain = ['hidden', 'submit', 'button', 'checkbox', 'radio', 'image', 'reset'].indexOf(kind) >= 0;
    if (kind === 'password' || !(plain || typed[j].readOnly || typed[j].disabled)) fields[j].removeAttribute('value');
    if (kind === 'radio' || kind === 'checkbox') {
      if (typed[j].checked) fields[j].setAttribute('checked', ''); else fields[j].removeAttribute('checked');
    }
  }
  copy.querySelectorAll('textarea').forEach(function (area) { area.textContent = ''; });
  copy.querySelectorAll('script,noscript,template,link,object,embed').forEach(function (part) { part.remove(); });
  var html = '<!DOCTYPE html>' + copy.outerHTML;
  if (html.length > most) return JSON.stringify({url: location.href, large: true});
  return JSON.stringify({url: location.href, html: html});
})(MOST);
