"""One connection to a message bus, watched by the window's own loop: nothing is waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

if TYPE_CHECKING:
    from core.session_bus import SessionBus


class BusLine(QObject):
    """From being made until `close()`, or until it breaks. broken: the bus is gone; it is closed then."""

    broken = Signal()

    def __init__(self, bus: SessionBus, parent: QObject) -> None:
        super().__init__(parent)
        self._bus = bus
        self._reading = QSocketNotifier(bus.fileno(), QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._read)
        self._writing = QSocketNotifier(bus.fileno(), QSocketNotifier.Type.Write, self)
        self._writing.activated.connect(self._write)

    def close(self) -> None:
        """Let go of it."""
        self._rest()
        self._bus.close()
        self.deleteLater()

    def write_soon(self) -> None:
        """There is something to be sent."""
        self._writing.setEnabled(True)

    @Slot()
    def _read(self) -> None:
        self._use("read")

    @Slot()
    def _write(self) -> None:
        self._use("write")

    def _use(self, deed: str) -> None:
        from core.session_bus import BusGone

        try:
            self._bus.read() if deed == "read" else self._bus.write()
        except BusGone:
            self._rest()
            self.broken.emit()
            return
        self._writing.setEnabled(self._bus.open and self._bus.wants_to_write)

    def _rest(self) -> None:
        for watcher in (self._reading, self._writing):
            watcher.setEnabled(False)
