// A modal in the manner of the sister portals, a few lines of our own: Swal.fire({title: ..., text: ...}).
window.Swal = {
  fire: function (options) {
    var back = document.createElement('div');
    back.className = 'swal2-container';
    back.style.cssText = 'position:fixed;inset:0;background:rgba(0,0,0,.4);display:flex;align-items:center;justify-content:center;z-index:50';
    var box = document.createElement('div');
    box.className = 'swal2-modal';
    box.setAttribute('role', 'dialog');
    box.style.cssText = 'background:#fff;color:#222;border-radius:8px;padding:28px;max-width:420px;text-align:center;font:16px/1.5 sans-serif';
    var title = document.createElement('h2');
    title.className = 'swal2-title';
    title.textContent = options.title || '';
    var text = document.createElement('div');
    text.className = 'swal2-html-container';
    text.textContent = options.text || '';
    var ok = document.createElement('button');
    ok.className = 'swal2-confirm';
    ok.type = 'button';
    ok.textContent = 'OK';
    ok.style.cssText = 'margin-top:18px;padding:8px 24px;font:inherit';
    ok.addEventListener('click', function () { back.remove(); });
    box.append(title, text, ok);
    back.append(box);
    document.body.append(back);
    ok.focus();
  }
};
