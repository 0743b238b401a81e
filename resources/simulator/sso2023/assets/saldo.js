// The figures of the page, asked for a while after it was shown, and put in one card after the other.
(function () {
  function element(name, css, text) {
    var made = document.createElement(name);
    if (css) made.className = css;
    if (text !== undefined) made.textContent = text;
    return made;
  }
  function pair(label, value, css) {
    var made = element('div', css || 'pair');
    made.append(element('span', '', label), element('b', '', value));
    return made;
  }
  function link(css, href, text) {
    var made = element('a', css, text);
    made.href = href;
    return made;
  }
  function show(data) {
    if (data.message) {
      document.getElementById('keterangan').textContent = data.message;
      return;
    }
    data.cards.forEach(function (card, place) {
      window.setTimeout(function () {
        var section = element('section', 'card');
        section.append(element('h3', '', card.company), pair('Saldo JHT', card.balance, 'pair balance'));
        card.lines.forEach(function (line) { section.append(pair(line.label, line.value)); });
        section.append(link('rincian', 'rincian.bpjs?kartu=' + card.number, 'Rincian'));
        if (card.last_year) section.append(link('unduh', 'rsjht.bpjs?kartu=' + card.number, 'Unduh lembar RSJHT ' + card.last_year + ' (PDF)'));
        document.getElementById('kartu').append(section);
        if (place === data.cards.length - 1) {
          document.querySelector('.total').textContent = data.total;
          document.getElementById('keterangan').textContent = data.count + ' kartu \u00b7 per tanggal ' + data.today;
        }
      }, 150 * (place + 1));
    });
  }
  window.setTimeout(function () {
    fetch('saldodata.bpjs').then(function (reply) {
      if (reply.redirected) { window.location = 'login.bpjs'; return null; }
      return reply.json();
    }).then(function (data) { if (data) show(data); });
  }, 900);
})();
