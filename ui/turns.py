"""Work in pieces, so that the window answers between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

TURN_MS = 1  # not 0: what is posted for "at once" is done in the same breath, before any timer, key or mouse is looked at


def next_turn(owner: QObject, deed: Callable[[], object]) -> None:
    """Do this in the next turn of the event loop; nothing happens if its owner is gone by then.

    The deed is wrapped: for a bare method PySide keeps a note of some 100 bytes for ever, ten of them a check.
    """
    QTimer.singleShot(TURN_MS, owner, partial(deed))


def load_in_turns(owner: QObject, modules: Sequence[str], then: Callable[[], object]) -> None:
    """Load these modules, one a turn, then do this; nothing more happens once the owner is gone."""
    if not modules:
        next_turn(owner, then)
        return
    first, *rest = modules

    def load() -> None:
        import_module(first)
        load_in_turns(owner, rest, then)

    next_turn(owner, load)
