"""A server of raw bytes on loopback: whatever a test wants said on the line, as rudely as it wants."""

from __future__ import annotations

import contextlib
import socket
import threading
from collections.abc import Callable


def response(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> bytes:
    """An HTTP/1.1 answer. `length` overrides the true Content-Length."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    if not any(h.lower().startswith("content-type") for h in headers):
        lines.append("Content-Type: text/html; charset=utf-8")
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


class RawServer:
    """Answers each request with `answer(head, body)`: bytes to send, or None after it has used the socket itself."""

    def __init__(self, answer: Callable[[str, bytes], bytes]) -> None:
        self._answer = answer
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.requests: list[str] = []
        self.connections = 0
        self._open: list[socket.socket] = []
        self.drip: Callable[[socket.socket], None] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"

    def __enter__(self) -> RawServer:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        for sock in self._open:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                sock, _ = self._listener.accept()
                self.connections += 1
                self._open.append(sock)
                threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with contextlib.suppress(OSError):
            stream = sock.makefile("rb")
            while head := self._head(stream):
                self.requests.append(head.partition("\r\n")[0])
                lower = head.lower()
                size = int(lower.partition("content-length:")[2].split("\r\n")[0]) if "content-length:" in lower else 0
                body = stream.read(size)
                if self.drip is not None:
                    self.drip(sock)
                else:
                    sock.sendall(self._answer(head, body))

    @staticmethod
    def _head(stream: object) -> str:
        lines = b""
        while line := stream.readline():  # type: ignore[attr-defined]
            if line == b"\r\n":
                return lines.decode("latin-1")
            lines += line
        return ""
