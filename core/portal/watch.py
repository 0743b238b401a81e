"""An end to every wait on the line: a server that drips a byte now and then outlives every read timeout, so the socket is shut at a deadline."""

from __future__ import annotations

import contextlib
import socket
import threading
import time


class Watch:
    """Shuts the sockets it was told of when a request has taken longer than it may. One daemon thread, started with the first wait."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._sockets: list[socket.socket] = []
        self._ends_at: float | None = None
        self._thread: threading.Thread | None = None
        self._over = False

    def guard(self, sock: socket.socket) -> None:
        """Also shut this socket when the time is up."""
        with self._changed:
            self._sockets.append(sock)

    def begin(self, seconds: float) -> None:
        """A request starts now and has this long."""
        with self._changed:
            self._ends_at = time.monotonic() + seconds
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="portal-watch", daemon=True)
                self._thread.start()

    def end(self) -> None:
        """The request came to its end in time."""
        with self._changed:
            self._ends_at = None

    def close(self) -> None:
        """No more requests."""
        with self._changed:
            self._over = True
            self._sockets.clear()
            self._changed.notify()

    def _run(self) -> None:
        # Looks twice a second instead of being woken at each request: a request costs no thread switch.
        with self._changed:
            while not self._over:
                self._changed.wait(0.5)
                if self._ends_at is not None and time.monotonic() >= self._ends_at:
                    self._ends_at = None
                    for sock in self._sockets:
                        with contextlib.suppress(OSError):
                            sock.shutdown(socket.SHUT_RDWR)
                    self._sockets.clear()
