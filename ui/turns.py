"""Work in pieces, so that the window answers between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

TURN_MS = 1  # not 0: what is posted for "at once" is done in the same breath, before any timer, key or mouse is looked at


def next_turn(owner: QObject, deed: Callable[[], object]) -> None:
    """Do this in the next turn of the event loop; nothing happens if its owner is gone by then."""
    QTimer.singleShot(TURN_MS, owner, deed)
