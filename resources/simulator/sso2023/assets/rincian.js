// The months of a card over the page: asked for when a person wants them, closed by its button.
document.addEventListener('click', function (event) {
  var link = event.target.closest('a.rincian');
  if (!link) return;
  event.preventDefault();
  fetch(link.getAttribute('href') + '&bagian=ya').then(function (reply) {
    if (reply.redirected) { window.location = 'login.bpjs'; return ''; }
    return reply.text();
  }).then(function (html) {
    if (!html) return;
    var back = document.createElement('div');
    back.className = 'modal';
    back.style.cssText = 'position:fixed;inset:0;background:rgba(0,0,0,.4);display:flex;align-items:center;justify-content:center;z-index:50';
    var box = document.createElement('div');
    box.className = 'card';
    box.setAttribute('role', 'dialog');
    box.style.cssText = 'max-width:680px;max-height:80%;overflow:auto';
    box.innerHTML = html;
    var close = document.createElement('button');
    close.type = 'button';
    close.className = 'secondary tutup';
    close.textContent = 'Tutup';
    close.addEventListener('click', function () { back.remove(); });
    box.append(close);
    back.append(box);
    document.body.append(back);
  });
});
