"""Portals that scripts build, each in another way, and none like the simulator's: what stands on them in the end, and what for a while."""

from __future__ import annotations

import json
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import NamedTuple

HEAD = "<!DOCTYPE html><html lang=id><head><meta charset=utf-8><title>Saldo JHT</title></head><body><h1>Saldo JHT</h1>"
CARDS = (("21098764567", 31_250_400), ("14035215667", 17_481_502))
TOTAL = sum(amount for _, amount in CARDS)
RP = "function rp(n) { return 'Rp ' + Math.round(n).toString().replace(/\\B(?=(\\d{3})+(?!\\d))/g, '.'); }"
ROWS = """function rows(cards, total) {
  return '<table><tr><th>No. KPJ</th><th>Saldo JHT</th></tr>' + cards.map(function (c) { return '<tr><td>' + c[0] + '</td><td>' + rp(c[1]) + '</td></tr>'; }).join('')
    + '<tr><td>Total Saldo JHT</td><td>' + rp(total) + '</td></tr></table>'; }"""
DATA = f"var cards = {json.dumps(CARDS)}, total = {TOTAL};"


class Built(NamedTuple):
    """One portal's page. right: the figure that may be shown, in rupiah. must: it has to be; else it may be refused. press: what a person
    presses once the page has come to rest."""

    html: str
    right: int
    must: bool = True
    press: str | None = None


def script(body: str) -> str:
    return f"<script>{RP}{ROWS}{DATA}{body}</script>"


def counter(count: str) -> str:
    """Figures that are counted up before one's eyes, the cards and their sum alike: at every moment they add up."""
    return (
        HEAD
        + "<div id=app></div>"
        + script(
            """function show(part) { var now = cards.map(function (c) { return [c[0], Math.floor(c[1] * part)]; });
        document.getElementById('app').innerHTML = rows(now, now.reduce(function (s, c) { return s + c[1]; }, 0)); if (part >= 1) window.finished = true; }"""
            + count
        )
    )


PAGES: dict[str, Built] = {
    # A tree that is thrown away and built anew with every piece of data: a zero, one card as if it were all, then the whole; and again.
    "react": Built(
        HEAD
        + "<div id=root></div>"
        + script(
            """var states = [[[], 0], [cards.slice(0, 1), cards[0][1]], [cards, total], [cards, total], [cards, total]], at = 0;
            function render() { var root = document.createElement('div'); root.innerHTML = rows(states[at][0], states[at][1]);
              document.getElementById('root').replaceChildren(root); at += 1; if (at < states.length) setTimeout(render, at === 2 ? 900 : 350); else window.finished = true; }
            render();"""
        ),
        TOTAL,
    ),
    # Own elements with open shadow trees; what stands outside them (slots, a teaser) is another figure.
    "shadow": Built(
        HEAD
        + "<p>Simulasi: bila iuran Anda Rp 500.000 per bulan.</p><saldo-jht></saldo-jht>"
        + script(
            """customElements.define('saldo-jht', class extends HTMLElement { connectedCallback() { var inside = this.attachShadow({mode: 'open'});
              setTimeout(function () { inside.innerHTML = '<style>td{padding:4px}</style>' + rows(cards, total); window.finished = true; }, 300); } });"""
        ),
        TOTAL,
        must=False,
    ),
    # One card a page, the next by a request of its own, no total anywhere: one card is never the balance.
    "paged": Built(
        HEAD
        + "<p>Menampilkan <span id=n>1</span> dari 2 kartu</p><div id=t>Memuat...</div><button id=next>Berikutnya</button>"
        + script(
            """var at = 0; function load() { var ask = new XMLHttpRequest(); ask.open('GET', '/data?kartu=' + at);
              ask.onload = function () { var c = JSON.parse(ask.responseText); document.getElementById('n').textContent = at + 1;
                document.getElementById('t').innerHTML = '<table><tr><th>No. KPJ</th><th>Saldo JHT</th></tr><tr><td>' + c[0] + '</td><td>' + rp(c[1]) + '</td></tr></table>';
                window.finished = true; }; ask.send(); }
            document.getElementById('next').onclick = function () { window.finished = false; at = 1; load(); }; load();"""
        ),
        TOTAL,
        must=False,
        press="#next",
    ),
    # A frame of the same origin, which itself is filled late.
    "frame": Built(
        "<!DOCTYPE html><html><head><title>Portal</title></head><body><h1>Selamat datang</h1>"
        "<iframe src=/inner width=700 height=400></iframe><script>addEventListener('message', function () { window.finished = true; })</script>",
        TOTAL,
    ),
    "counted": Built(
        counter(
            "var began = performance.now(); (function tick() { var part = Math.min(1, (performance.now() - began) / 2500); show(part); if (part < 1) requestAnimationFrame(tick); })();"
        ),
        TOTAL,
    ),
    "counted-long": Built(
        counter(
            "var n = 0, timer = setInterval(function () { n += 1; show(Math.min(1, n / 50)); if (n >= 50) clearInterval(timer); }, 100);"
        ),
        TOTAL,
    ),
    "counted-slow": Built(
        counter("var n = 0; (function step() { n += 1; show(n / 6); if (n < 6) setTimeout(step, 900); })();"), TOTAL
    ),
    # It rests halfway for longer than a person would wait, and nothing says that it is not at its end.
    "counted-rests": Built(
        counter("var n = 0; (function step() { n += 1; show(n / 20); if (n < 20) setTimeout(step, n === 10 ? 9000 : 60); })();"),
        TOTAL,
    ),
    # One number in a place of its own, changed as text, that rests halfway after its first step.
    "counted-rests-early": Built(
        HEAD
        + "<p>KPJ 12345678901</p><p>Saldo JHT: <b id=n>Rp 0</b></p>"
        + script(
            """var n = document.getElementById('n').firstChild; setTimeout(function () { n.data = rp(total / 3); }, 100);
            setTimeout(function () { n.data = rp(total / 2); }, 300); setTimeout(function () { n.data = rp(total); window.finished = true; }, 8000);"""
        ),
        TOTAL,
    ),
    # Yesterday's figure comes with the page itself; its script asks for today's when it is ready, and takes its time with the answer.
    "asks": Built(
        HEAD
        + "<div id=app><table><tr><th>No. KPJ</th><th>Saldo JHT</th></tr><tr><td>21098764567</td><td>Rp 31.000.000</td></tr></table></div>"
        + script(
            """setTimeout(function () { fetch('/slow').then(function (a) { return a.json(); }).then(function () { setTimeout(function () {
              document.getElementById('app').innerHTML = rows(cards, total); window.finished = true; }, 600); }); }, 700);"""
        ),
        TOTAL,
    ),
    # Zeros until the figures are there, which come one after the other.
    "zeros": Built(
        HEAD
        + "<div id=app></div>"
        + script(
            """function show(a, b) { document.getElementById('app').innerHTML = rows([[cards[0][0], a], [cards[1][0], b]], a + b); }
            show(0, 0); setTimeout(function () { show(cards[0][1], 0); }, 300);
            setTimeout(function () { show(cards[0][1], cards[1][1]); window.finished = true; }, 2000);"""
        ),
        TOTAL,
    ),
    # Each digit in an element of its own, turned one after the other; it rests when the first four stand there.
    "counted-digits": Built(
        HEAD
        + "<p>KPJ 12345678901</p><p>Saldo JHT: Rp <b id=n></b></p>"
        + script(
            """var digits = String(total), n = document.getElementById('n'), at = 0;
            n.innerHTML = digits.replace(/\\d/g, '<i>0</i>').replace(/((?:<i>0<.i>){3})$/, '.$1').replace(/((?:<i>0<.i>){3}\\.)/, '.$1');
            (function turn() { n.querySelectorAll('i')[at].textContent = digits[at]; at += 1;
              if (at < digits.length) setTimeout(turn, at === 4 ? 2000 : 60); else window.finished = true; })();"""
        ),
        TOTAL,
    ),
    # It stands still for long, as if it were ready, and a clock beside it never does.
    "clock": Built(
        HEAD
        + "<p id=clock></p><div id=app></div>"
        + script(
            """setInterval(function () { document.getElementById('clock').textContent = 'Pukul ' + new Date().toTimeString().slice(0, 8) + '.' + Date.now() % 1000; }, 60);
            document.getElementById('app').innerHTML = rows([[cards[0][0], 0], [cards[1][0], 0]], 0);
            setTimeout(function () { document.getElementById('app').innerHTML = rows(cards, total); window.finished = true; }, 2500);"""
        ),
        TOTAL,
    ),
}
INNER = (
    HEAD
    + "<div id=app>Memuat</div>"
    + script(
        "setTimeout(function () { document.getElementById('app').innerHTML = rows(cards, total); parent.postMessage('ready', '*'); }, 600);"
    )
)


def every() -> dict[str, Built]:
    """Those above, and those that show something else than their source says."""
    from tests.browser.shown_pages import LATER, SHOWN

    return PAGES | SHOWN | LATER


class ScriptPortal:
    """Serves them; `address(name)` is where one begins."""

    def __init__(self) -> None:
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                path, _, query = self.path.partition("?")
                name = path.strip("/")
                if name == "slow":
                    time.sleep(0.6)  # a portal that takes its time
                    body, kind = json.dumps(CARDS), "application/json"
                elif name == "data":
                    body, kind = json.dumps(CARDS[int(query[-1])]), "application/json"
                else:
                    page = every().get(name)
                    body, kind = (page.html if page else INNER if name == "inner" else ""), "text/html; charset=utf-8"
                data = body.encode()
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"] or 0))
                self.do_GET()

            def log_message(self, *_: object) -> None:
                """Nothing on the screen."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True

    def address(self, name: str) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/{name}"

    def __enter__(self) -> ScriptPortal:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
