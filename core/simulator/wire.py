"""HTTP/1.1 on loopback: one thread a connection, one write a reply, and the faults that strike on the wire."""

from __future__ import annotations

import contextlib
import gzip
import json
import socket
import struct
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from urllib.parse import parse_qs, parse_qsl, urlsplit

from core.simulator.messages import Kind, Reply, Request

Answer = Callable[[Request], Reply]

_IDLE_S = 120
_MOST_FIELDS = 100
_MOST_BODY_BYTES = 256 * 1024
_SLOW_STEPS = 12
_DRIP_S = 0.5


class Listener:
    """A port of 127.0.0.1. `answer` is called by one thread at a time. `stopping` ends every wait of a connection."""

    def __init__(self, port: int, answer: Answer, faults: Callable[[], frozenset[str]], hang_s: float, slow_s: float) -> None:
        """OSError if the port is taken."""
        self.answer, self.faults, self.hang_s, self.slow_s = answer, faults, hang_s, slow_s
        self.lock = threading.Lock()
        self.stopping = threading.Event()
        self.connections = 0
        self._open: dict[threading.Thread, socket.socket] = {}
        self._socket = socket.create_server(("127.0.0.1", port), backlog=128)
        self.port: int = self._socket.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, name=f"simulator-{self.port}", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop listening and break every connection. Returns when all threads are gone (2 s at most)."""
        self.stopping.set()
        with contextlib.suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()  # wakes accept()
        self._thread.join(2)
        self._socket.close()
        with self.lock:
            still_open = list(self._open.items())
        for _, connection in still_open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        for thread, _ in still_open:
            thread.join(2)

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:  # out of descriptors, or gone before it was taken
                if self.stopping.wait(0.05):
                    return
                continue
            if self.stopping.is_set():
                connection.close()
                return
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            with self.lock:
                self.connections += 1
                self._open[thread] = connection
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            with contextlib.suppress(OSError):  # the client is gone, or we are
                _Connection(connection, self)
        finally:
            connection.close()
            with self.lock:
                del self._open[threading.current_thread()]


class _Connection(BaseHTTPRequestHandler):
    """One client's connection, from the first request to the last."""

    protocol_version = "HTTP/1.1"
    timeout = _IDLE_S

    def __init__(self, connection: socket.socket, listener: Listener) -> None:
        self.listener = listener
        super().__init__(connection, ("127.0.0.1", 0), listener)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        self._handle()

    do_POST = do_HEAD = do_GET  # noqa: N815

    def _handle(self) -> None:
        request = self._read()
        if isinstance(request, HTTPStatus):
            self.close_connection = True
            return self._write(_plain(request))
        with self.listener.lock:
            reply = self.listener.answer(request)
            faults = self.listener.faults() if reply.kind in (Kind.PAGE, Kind.BALANCE) else frozenset()
        return self._send(reply, faults)

    # -- reading -----------------------------------------------------------------------------------------------------

    def _read(self) -> Request | HTTPStatus:
        """The request, or what is wrong with it. Only requests for this very host are answered: no tunnel may show these pages elsewhere."""
        host = (self.headers.get("Host") or "").lower()
        if host.rsplit(":", 1)[0] not in ("127.0.0.1", "localhost"):
            return HTTPStatus.MISDIRECTED_REQUEST
        try:
            length = int(self.headers.get("Content-Length") or 0)
            if self.headers.get("Transfer-Encoding") or length < 0:
                return HTTPStatus.LENGTH_REQUIRED
            if length > _MOST_BODY_BYTES:
                return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            body = self.rfile.read(length)
            parts = urlsplit(self.path)
            query = dict(parse_qsl(parts.query, keep_blank_values=True, max_num_fields=_MOST_FIELDS))
            form: dict[str, list[str]] = {}
            data: object = None
            if "json" in self.headers.get("Content-Type", ""):
                data = json.loads(body)
            elif body:
                form = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except (ValueError, RecursionError):
            return HTTPStatus.BAD_REQUEST
        return Request(self.command, parts.path, query, form, self._session(), data)

    def _session(self) -> str | None:
        for pair in (self.headers.get("Cookie") or "").split(";"):
            name, _, value = pair.strip().partition("=")
            if name == "PHPSESSID":
                return value
        return None

    # -- writing -----------------------------------------------------------------------------------------------------

    def _send(self, reply: Reply, faults: frozenset[str]) -> None:
        wait = self.listener.stopping.wait
        if "hang" in faults and wait(self.listener.hang_s):
            self.close_connection = True
            return
        if "reset" in faults:
            # Linger of zero: closing sends RST instead of FIN.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.close_connection = True
            return
        body = _encoded(reply, faults)
        length: int | None = len(body)
        headers = list(reply.headers)
        if reply.kind is Kind.BALANCE and "truncated" in faults:
            body, length = _cut(body, reply.cut), None
        elif reply.kind is Kind.BALANCE and "short_body" in faults:
            body = _cut(body, reply.cut)
        elif "gzip" in faults and "gzip" in (self.headers.get("Accept-Encoding") or "") and body:
            body = gzip.compress(body, 6)
            length = len(body)
            headers += [("Content-Encoding", "gzip"), ("Vary", "Accept-Encoding")]
        if length != len(body):
            self.close_connection = True
        head = self._head(reply, headers, length, charset="windows_1252" not in faults)
        if self.command == "HEAD":
            body = b""
        if "drip_forever" in faults:
            self._drip(head, body, step=1, pause_s=_DRIP_S)
        elif "slow" in faults:
            self._drip(head, body, step=max(1, -(-len(body) // _SLOW_STEPS)), pause_s=self.listener.slow_s / _SLOW_STEPS)
        else:
            self._put(head + body)

    def _write(self, reply: Reply) -> None:
        """A reply that no fault touches."""
        body = _encoded(reply, frozenset())
        self._put(self._head(reply, [], len(body), charset=True) + (b"" if self.command == "HEAD" else body))

    def _head(self, reply: Reply, headers: list[tuple[str, str]], length: int | None, *, charset: bool) -> bytes:
        kind = reply.content_type + ("; charset=utf-8" if charset or reply.content_type != "text/html" else "")
        headers = [("Server", "Simulator"), ("Date", self.date_time_string()), ("Content-Type", kind), *headers]
        if reply.kind is not Kind.ASSET:
            headers.append(("Cache-Control", "no-store"))
        if length is not None:
            headers.append(("Content-Length", str(length)))
        if self.close_connection:
            headers.append(("Connection", "close"))
        lines = [f"HTTP/1.1 {reply.status} {HTTPStatus(reply.status).phrase}", *(f"{k}: {v}" for k, v in headers), "", ""]
        return "\r\n".join(lines).encode("latin-1")

    def _drip(self, head: bytes, body: bytes, *, step: int, pause_s: float) -> None:
        self._put(head)
        for start in range(0, len(body), step):
            if self.listener.stopping.wait(pause_s):
                self.close_connection = True
                return
            self._put(body[start : start + step])

    def _put(self, data: bytes) -> None:
        self.connection.sendall(data)

    # -- what the library would say of a request in its own way ------------------------------------------------------

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A request the library cannot take: our own plain page, which repeats nothing of it."""
        self.close_connection = True
        self.command = getattr(self, "command", None) or "GET"
        self._write(_plain(HTTPStatus(code)))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is written anywhere."""


def _plain(status: HTTPStatus) -> Reply:
    body = f"SIMULATOR - bukan situs BPJS Ketenagakerjaan\n{status.value} {status.phrase}\n"
    return Reply(body, status.value, content_type="text/plain", kind=Kind.OURS)


def _encoded(reply: Reply, faults: frozenset[str]) -> bytes:
    if isinstance(reply.body, bytes):
        return reply.body
    return reply.body.encode("cp1252" if "windows_1252" in faults else "utf-8", "xmlcharrefreplace")


def _cut(body: bytes, figure: str | None) -> bytes:
    """The page up to the middle of a figure, the last time it stands there."""
    mark = (figure or "").encode()
    place = body.rfind(mark) if mark else -1
    return body[: place + len(mark) // 2] if place > 0 else body[: len(body) * 3 // 5]
