"""Where wishes to import arrive. What fulfils them is loaded with the first one, a part a turn: a start of the program does not pay for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.turns import load_in_turns

if TYPE_CHECKING:
    from ui.importing.imports import Imports
    from ui.importing.model import Importing

PARTS = (
    *("core.statements.statement", "ui.importing.model", "ui.importing.wishes", "ui.importing.lines", "ui.importing.calls"),
    *("ui.importing.decide", "ui.importing.run", "ui.importing.past", "ui.importing.imports"),
)


class ImportDesk(QObject):
    """changed: `shown` is another. ledger_changed: something was stored, undone or brought back."""

    changed = Signal()
    ledger_changed = Signal()

    def __init__(self, *, demo: bool, program: list[str] | None, parent: QObject) -> None:
        super().__init__(parent)
        self._demo = demo
        self._program = program
        self._imports: Imports | None = None
        self._waiting: list[object] = []

    @property
    def shown(self) -> Importing | None:
        """What there is to show; None before the first wish."""
        return self._imports.shown if self._imports is not None else None

    def wish(self, wish: object) -> None:
        """Do what the person asks for (a value of ui.importing.wishes)."""
        if self._imports is not None:
            self._imports.wish(wish)
            return
        self._waiting.append(wish)
        if len(self._waiting) == 1:
            load_in_turns(self, PARTS, self._begin)

    def _begin(self) -> None:
        from ui.importing.imports import Imports

        self._imports = Imports(demo=self._demo, program=self._program, parent=self)
        self._imports.changed.connect(self.changed)
        self._imports.ledger_changed.connect(self.ledger_changed)
        waiting, self._waiting = self._waiting, []
        for wish in waiting:
            self._imports.wish(wish)

    def move_to(self, *, demo: bool) -> None:
        """Leave the data folder for the other one; nothing that was asked for there goes along."""
        self._demo = demo
        self._waiting = [None for _ in self._waiting[:1]]  # the loading goes on, for nothing
        if self._imports is not None:
            self._imports.move_to(demo=demo)

    def end(self) -> None:
        """Kill what runs; nothing is begun any more."""
        self._waiting.clear()
        if self._imports is not None:
            self._imports.end()
