"""The session manager of an X11 session (KDE, Xfce, MATE): asked at log-out, we agree at once; told to end, we end.

Qt's wheels are built without this. One socket of this machine, watched by the window's own loop; nothing is waited for, nothing wakes
until it asks, and whatever goes wrong only means that it does not know us.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    import socket

    from core.xsmp import Client

ENV = "SESSION_MANAGER"
CHUNK_BYTES = 65_536


class XSession(QObject):
    """`begin()` makes us known to it, if there is one. session_ends: it is over now."""

    session_ends = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._client: Client | None = None
        self._socket: socket.socket | None = None
        self._reading: QSocketNotifier | None = None
        self._writing: QSocketNotifier | None = None

    def begin(self, command: list[str]) -> None:
        """Ask to be known; returns at once."""
        listed = os.environ.get(ENV, "")
        if not listed:
            return
        from core.xsmp import Client, cookie, cookie_file, places

        for place in places(listed):
            made = _connected(place.path)
            if made is not None:
                break
        else:
            return
        self._socket = made
        self._client = Client(command, cookie(cookie_file(), place.name), self.session_ends.emit)
        self._reading = QSocketNotifier(made.fileno(), QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._read)
        self._writing = QSocketNotifier(made.fileno(), QSocketNotifier.Type.Write, self)
        self._writing.activated.connect(self._write)

    def close(self) -> None:
        """Say goodbye, if there is room for it."""
        if self._client is not None:
            self._client.leave()
            self._write()
        self._drop()

    @Slot()
    def _read(self) -> None:
        from core.xsmp import ProtocolBroken

        if self._socket is None or self._client is None:
            return
        try:
            data = self._socket.recv(CHUNK_BYTES)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        try:
            if not data:
                raise ProtocolBroken
            self._client.feed(data)
        except ProtocolBroken:
            self._drop()
            return
        self._write()

    @Slot()
    def _write(self) -> None:
        if self._socket is None or self._client is None or self._writing is None:
            return
        try:
            while self._client.to_send:
                del self._client.to_send[: self._socket.send(self._client.to_send)]
        except BlockingIOError:
            pass
        except OSError:
            self._drop()
            return
        self._writing.setEnabled(bool(self._client.to_send))

    def _drop(self) -> None:
        for watcher in (self._reading, self._writing):
            if watcher is not None:
                watcher.setEnabled(False)
        if self._socket is not None:
            self._socket.close()
        self._client = self._socket = None


def _connected(path: str) -> socket.socket | None:
    """A line to the session manager; None where nobody listens, or too many wait before us."""
    import socket

    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK | socket.SOCK_CLOEXEC)
    try:
        line.connect(path)
    except OSError:
        line.close()
        return None
    return line
