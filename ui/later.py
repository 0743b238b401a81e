"""Desks that are made when the first wish comes: most of the months in the tray nobody wishes anything of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Slot


class Desk(Protocol):
    """What takes wishes of one kind for one data folder, by child processes."""

    def take(self, wish: Any, /) -> None: ...

    def end(self) -> None: ...


class Later(QObject):
    """`make` makes a desk, whose module it imports, for the demo's folder or the person's."""

    def __init__(self, make: Callable[[bool], Desk], parent: QObject, *, demo: bool) -> None:
        super().__init__(parent)
        self._make = make
        self._demo = demo
        self.desk: Desk | None = None

    @Slot(object)
    def take(self, wish: object) -> None:
        """Have it done; returns at once."""
        if self.desk is None:
            self.desk = self._make(self._demo)
        self.desk.take(wish)

    def move_to(self, *, demo: bool) -> None:
        """From now on serve the other folder: whatever runs is killed."""
        self.end()
        self.desk, self._demo = None, demo

    def end(self) -> None:
        """Kill what runs."""
        if self.desk is not None:
            self.desk.end()
