"""The moment a window appears, from the X server itself: one connection, five of its requests, no library."""

from __future__ import annotations

import select
import socket
import struct
import time
from typing import Self

CREATE, MAP = 16, 19
SUBSTRUCTURE_NOTIFY = 1 << 19
SMALLEST_PX = 64  # anything smaller is a helper window of the toolkit


class Screen:
    """Watches the children of the root window of an X server without access control."""

    def __init__(self, number: int) -> None:
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.connect(f"/tmp/.X11-unix/X{number}")
        self._socket.sendall(struct.pack("<BxHHHHxx", ord("l"), 11, 0, 0, 0))
        head = self._exactly(8)
        if head[0] != 1:
            raise OSError("the X server refused the connection")
        body = self._exactly(struct.unpack_from("<H", head, 6)[0] * 4)
        vendor, formats = struct.unpack_from("<H", body, 16)[0], body[21]
        root = struct.unpack_from("<I", body, 32 + (vendor + 3) // 4 * 4 + formats * 8)[0]
        # ChangeWindowAttributes, value mask CWEventMask
        self._socket.sendall(struct.pack("<BxHIII", 2, 4, root, 0x800, SUBSTRUCTURE_NOTIFY))
        self._sizes: dict[int, tuple[int, int]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def forget(self) -> None:
        """Throw away what has happened so far."""
        while select.select([self._socket], [], [], 0.05)[0]:
            self._exactly(32)
        self._sizes.clear()

    def wait_for_window(self, limit_s: float) -> float:
        """The monotonic time at which a window of a person's size was mapped. TimeoutError."""
        ends = time.monotonic() + limit_s
        while select.select([self._socket], [], [], max(0.0, ends - time.monotonic()))[0]:
            event = self._exactly(32)
            at = time.monotonic()
            if event[0] & 0x7F == CREATE:
                window, _, _, width, height = struct.unpack_from("<IhhHH", event, 8)
                self._sizes[window] = (width, height)
            elif event[0] & 0x7F == MAP:
                window = struct.unpack_from("<I", event, 8)[0]
                if min(self._sizes.get(window, (0, 0))) >= SMALLEST_PX:
                    return at
        raise TimeoutError("no window appeared")

    def _exactly(self, count: int) -> bytes:
        data = b""
        while len(data) < count:
            piece = self._socket.recv(count - len(data))
            if not piece:
                raise OSError("the X server went away")
            data += piece
        return data
