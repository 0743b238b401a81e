// The mock of "Saya bukan robot": a person's click asks the simulator for a one-time token. No outside host is asked.
(function () {
  var box = document.getElementById('robot');
  var widget = document.querySelector('.g-recaptcha');
  var answer = widget.querySelector('[name="g-recaptcha-response"]');
  box.addEventListener('click', function (event) {
    if (!event.isTrusted || !box.checked) { box.checked = false; answer.value = ''; return; }
    box.disabled = true;
    fetch('robot.bpjs', {
      method: 'POST',
      headers: {'Content-Type': 'application/x-www-form-urlencoded'},
      body: new URLSearchParams({nonce: widget.dataset.nonce})
    }).then(function (reply) { return reply.json(); }).then(function (data) {
      answer.value = data.token || '';
      box.checked = Boolean(data.token);
      box.disabled = Boolean(data.token);
    }).catch(function () { box.checked = false; box.disabled = false; });
  });
})();
