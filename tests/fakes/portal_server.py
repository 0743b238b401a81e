"""A fake portal: a small threaded HTTP/1.1 server on loopback, with sessions, that remembers what reached it."""

from __future__ import annotations

import contextlib
import gzip
import secrets as random_text
import socket
import ssl
import struct
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, unquote_plus, urlsplit

from tests.fakes.portal_talk import SECRETS, USER_EMAIL, Ask, Hit, Reply, Route, form_of, places_of, redirect


class Site:
    """One portal: routes, sessions, the log of requests. Use it as a context manager; `base` is its origin."""

    def __init__(self, *, user: str = USER_EMAIL, tls: bool = False) -> None:
        self.user = user
        self.start = "/"
        self.login_path = "/login"
        self.cookie: str | None = "PHPSESSID"
        self.cookie_attributes = "; path=/; HttpOnly"
        self.url_session: str | None = None  # "jsessionid": the session id stands in the path, there are no cookies
        self.charset = "utf-8"
        self.content_type: str | None = None
        self.log_out: tuple[str, str] | None = None  # (method, path) of leaving
        self.balances_due = 1
        self.sessions: dict[str, dict[str, str]] = {}
        self.hits: list[Hit] = []
        self.served: set[str] = set()
        self.forbidden: set[str] = set()
        self._routes: dict[tuple[str, str], tuple[Route, bool]] = {}
        self._lock = threading.Lock()
        self._others: list[Site] = []
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.site = self
        self.scheme = "http"
        if tls:
            self.scheme = "https"
            self._server.socket = _self_signed(self._server.socket)
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    @property
    def port(self) -> int:
        return int(self._server.server_address[1])

    @property
    def base(self) -> str:
        return f"{self.scheme}://127.0.0.1:{self.port}"

    def alias(self, host: str = "localhost") -> str:
        """This very server under another host name: another origin, so anything that comes by it is a stray."""
        return f"{self.scheme}://{host}:{self.port}"

    def foreign(self) -> Site:
        """A second server on another port. It serves a log-in form and a balance page; nothing should ever reach it."""
        other = Site(user=self.user)
        other._routes[("*", "*")] = (_bait, False)
        self._others.append(other)
        other.__enter__()
        return other

    def __enter__(self) -> Site:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        for other in self._others:
            other.__exit__()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    # -- routes

    def get(self, path: str, *, member: bool = False) -> Callable[[Route], Route]:
        """A GET route. member: only for a signed-in session, else the browser is sent to the log-in page."""
        return self._route("GET", path, member)

    def post(self, path: str, *, member: bool = False) -> Callable[[Route], Route]:
        return self._route("POST", path, member)

    def _route(self, method: str, path: str, member: bool) -> Callable[[Route], Route]:
        def keep(route: Route) -> Route:
            self._routes[(method, path)] = (route, member)
            return route

        return keep

    def forbid(self, *paths: str) -> None:
        """Paths that a careful program never asks for: klaim, registration, change of password, other doors."""
        for path in paths:
            self.forbidden.add(path)
            self._routes[("*", path)] = (lambda ask: "<title>Proses</title><p>Permintaan Anda telah kami proses.</p>", False)

    def leave(self, path: str, method: str = "GET", page: str = "<p>Anda telah keluar. Terima kasih.</p>") -> None:
        """The way out."""
        self.log_out = (method, path)

        def gone(ask: Ask) -> str:
            ask.sign_out()
            return page

        self._routes[(method, path)] = (gone, False)

    def answer(self, ask: Ask) -> Reply:
        """The reply of the route that fits, or 404 or 405."""
        known = any(path == ask.path for _, path in self._routes)
        found = next(
            (self._routes[key] for key in ((ask.method, ask.path), ("*", ask.path), ("*", "*")) if key in self._routes), None
        )
        if found is None:
            return Reply("<h1>405</h1>" if known else "<h1>404 Not Found</h1>", 405 if known else 404)
        route, member = found
        if member and not ask.signed_in:
            return redirect(self.login_path)
        made = route(ask)
        return made if isinstance(made, Reply) else Reply(made)

    # -- the log

    def session_cookie(self, sid: str) -> str:
        return f"{self.cookie}={sid}{self.cookie_attributes}"

    def note(self, hit: Hit) -> None:
        with self._lock:
            self.hits.append(hit)

    @property
    def strays(self) -> list[Hit]:
        """Everything that came to an origin that is not the portal's own."""
        return [hit for hit in self.hits if hit.stray] + [hit for other in self._others for hit in other.hits]


def _bait(ask: Ask) -> Reply:
    return Reply(
        '<form method="post" action="/masuk"><label>E-mail <input name="email"></label><label>Kata sandi '
        '<input type="password" name="pass"></label><button>Masuk</button></form>'
        "<table><tr><th>Saldo JHT</th><td>Rp 99.999.999</td></tr></table>"
    )


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 64
    site: Site

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def log_message(self, format: str, *args: object) -> None:
        pass

    def version_string(self) -> str:
        return "Apache/2.2.15 (CentOS)"

    def _serve(self) -> None:
        site = self.server.site
        ask, hit = self._read(site)
        site.note(hit)
        try:
            reply = site.answer(ask)
        except Exception as broken:  # a fault of the portal's author must be seen, not swallowed
            reply = Reply(f"route failed: {broken!r}", 500)
        time.sleep(reply.wait_s)
        if reply.balance:
            site.served.add(reply.balance)
        self._send(site, ask, reply)

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):  # every method is answered, and so remembered
            return self._serve
        raise AttributeError(name)

    def _read(self, site: Site) -> tuple[Ask, Hit]:
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in self.headers.items()}
        form = form_of(headers.get("content-type", ""), raw, site.charset)
        parts = urlsplit(self.path)
        path, sid = parts.path, ""
        if site.url_session and f";{site.url_session}=" in path:
            path, _, sid = path.partition(f";{site.url_session}=")
        elif site.cookie:
            jar = [pair.strip().partition("=") for pair in headers.get("cookie", "").split(";")]
            sid = next((value for name, _, value in jar if name == site.cookie), "")
        cookies = []
        if sid not in site.sessions:
            sid = random_text.token_hex(8)
            site.sessions[sid] = {}
            if not site.url_session and site.cookie:
                cookies.append(site.session_cookie(sid))
        query = dict(parse_qsl(parts.query, keep_blank_values=True, encoding=site.charset))
        ask = Ask(site, self.command, unquote_plus(path), query, form, headers, site.sessions[sid], sid, cookies)
        text = raw.decode("latin-1")
        own_host = headers.get("host", "") == f"127.0.0.1:{site.port}"
        fields = tuple(name for name, _ in form) or tuple(query)
        places = {name: places_of(value, self.path, headers, form, text) for name, value in SECRETS.items()}
        return ask, Hit(self.command, ask.path, fields, places["login"], places["pin"], not own_host)

    def _send(self, site: Site, ask: Ask, reply: Reply) -> None:
        if reply.reset:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            self.connection.close()
            return
        body = reply.body if isinstance(reply.body, bytes) else reply.body.encode(site.charset, "xmlcharrefreplace")
        if reply.gzip:
            body = gzip.compress(body)
        self.send_response(reply.status)
        self.send_header("Content-Type", reply.content_type or site.content_type or f"text/html; charset={site.charset}")
        for cookie in ask.cookies:
            self.send_header("Set-Cookie", cookie)
        for name, value in reply.headers:
            self.send_header(name, value)
        if reply.gzip:
            self.send_header("Content-Encoding", "gzip")
        if reply.stream or reply.chunked:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.send_header("Content-Length", str(len(body) + reply.promise))
        self.end_headers()
        if self.command == "HEAD":
            return
        if reply.stream or reply.chunked:
            parts = reply.stream() if reply.stream else (body[at : at + 700] for at in range(0, len(body), 700))
            for part in parts:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
            self.wfile.write(b"0\r\n\r\n")
        else:
            self.wfile.write(body)
        if reply.promise:
            self.close_connection = True

    def handle(self) -> None:
        with contextlib.suppress(OSError):
            super().handle()


def _self_signed(sock: socket.socket) -> ssl.SSLSocket:
    """The listening socket behind a certificate of an authority that nobody trusts."""
    import trustme

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert("127.0.0.1").configure_cert(context)
    return context.wrap_socket(sock, server_side=True)
