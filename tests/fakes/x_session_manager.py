"""A session manager of X11 for tests (ICE and XSMP), written from the documents: it lets a client in, asks it at log-out, tells it to die.

https://www.x.org/releases/current/doc/libICE/ice.html, https://www.x.org/releases/current/doc/libSM/xsmp.html
"""

import socket
import struct
import threading
from contextlib import suppress
from pathlib import Path

HEAD = struct.Struct("=BBBBI")
COOKIE = b"MIT-MAGIC-COOKIE-1"
OURS = 5  # what it calls the protocol, which is another number than the client's
ORDER = 0 if struct.pack("=H", 1) == b"\1\0" else 1


class XSessionManager:
    """secret: what a client has to know. nonsense: bytes said instead of anything else. silent: it takes whoever comes and says nothing."""

    def __init__(self, path: Path, *, secret: bytes = b"", nonsense: bytes = b"", silent: bool = False) -> None:
        self.name = f"local/host:{path}"
        self._secret, self._nonsense, self._silent = secret, nonsense, silent
        self._listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self._listening.bind(str(path))
        self._listening.listen()
        self._lines: list[socket.socket] = []
        self.known = threading.Event()
        self.saved = 0
        self.properties = b""
        self.left = threading.Event()  # said goodbye, or is gone
        self.refused = threading.Event()
        self._thread = threading.Thread(target=self._accept, name="XSessionManager", daemon=True)
        self._thread.start()

    def ask(self, *, shutdown: bool = True) -> None:
        self._tell(3, struct.pack("=BBBB4x", 1, shutdown, 2, 0))

    def call_off(self) -> None:
        self._tell(10)

    def end(self) -> None:
        self._tell(9)

    def go(self) -> None:
        """It crashes."""
        for line in self._lines:
            line.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        for line in [*self._lines, self._listening]:
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()
        self._thread.join(10)

    def ping(self) -> None:
        self._say(0, 9)

    def _tell(self, minor: int, body: bytes = b"") -> None:
        self._say(1, minor, body=body)  # the client's own number for the protocol

    def _say(self, major: int, minor: int, first: int = 0, second: int = 0, body: bytes = b"") -> None:
        self._lines[-1].sendall(HEAD.pack(major, minor, first, second, len(body) // 8) + body)

    def _accept(self) -> None:
        try:
            line, _ = self._listening.accept()
        except OSError:
            return
        self._lines.append(line)
        if self._silent:
            return
        if self._nonsense:
            line.sendall(self._nonsense)
        else:
            self._say(0, 1, ORDER)
        asked, came = b"", b""
        while True:
            try:
                data = line.recv(65_536)
            except OSError:
                data = b""
            if not data:
                self.left.set()
                return
            came += data
            while len(came) >= 8:
                major, minor, _first, _second, eights = HEAD.unpack_from(came)
                if len(came) < 8 + 8 * eights:
                    break
                body, came = came[8 : 8 + 8 * eights], came[8 + 8 * eights :]
                if major == OURS:
                    self._of_client(minor, body)
                elif minor in (2, 7):  # a connection, or the protocol, is to be set up
                    asked = b"ICE" if minor == 2 else b"XSMP"
                    assert COOKIE in body
                    if self._secret:
                        self._say(0, 3, 0, 0, bytes(8))
                    else:
                        self._let_in(asked)
                elif minor == 4:
                    (long,) = struct.unpack_from("=H", body)
                    if body[8 : 8 + long] == self._secret:
                        self._let_in(asked)
                    else:
                        self.refused.set()
                        self._say(0, 0, 0, 0, bytes(8))

    def _let_in(self, asked: bytes) -> None:
        names = bytes(8)  # two empty strings
        self._say(0, *((6, 0, 0) if asked == b"ICE" else (8, 0, OURS)), names)

    def _of_client(self, minor: int, body: bytes) -> None:
        if minor == 1:
            self._tell(2, struct.pack("=I12s", 12, b"10ab23000000"))
            self.ask(shutdown=False)  # as it does with each new one
            self.known.set()
        elif minor == 8:
            self.saved += 1
        elif minor == 12:
            self.properties = body
        elif minor == 11:
            self.left.set()


def write_secrets(file: Path, name: str, secret: bytes) -> None:
    """The file of ICE's secrets, with one of another session before ours, and ours of the other protocol, which nobody looks at."""
    made = b""
    for place, value in (("local/other:/x", b"another"), (name, secret)):
        for protocol, told in ((b"XSMP", b"not this one"), (b"ICE", value)):
            for field in (protocol, b"", place.encode(), COOKIE, told):
                made += struct.pack(">H", len(field)) + field
    file.write_bytes(made)
