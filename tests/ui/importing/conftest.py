"""The work behind the page "Impor", with a stand-in for the command."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from ui.importing.imports import Imports
from ui.importing.model import Importing, Phase

PROGRAM = Path(__file__).resolve().parents[2] / "fakes" / "import_program.py"


class Desk:
    """An `Imports`, what it shows, and what its children were asked."""

    def __init__(self, imports: Imports, home: Path, qtbot: QtBot) -> None:
        self.imports, self.home, self._qtbot = imports, home, qtbot
        self.ledger_changes = 0
        self.phases: list[Phase] = []
        imports.ledger_changed.connect(self._count)
        imports.changed.connect(lambda: self.phases.append(self.now.phase))

    def _count(self) -> None:
        self.ledger_changes += 1

    @property
    def now(self) -> Importing:
        return self.imports.shown

    def wish(self, wish: object) -> None:
        """Ask for something and wait until nothing is under way."""
        self.imports.wish(wish)
        self.until(lambda: not self.now.busy and not self.now.turning)

    def until(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=30_000)

    def calls(self) -> list[dict[str, Any]]:
        file = self.home / "import_calls"
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []


@pytest.fixture
def behaving(qtbot: QtBot, home: Path) -> Iterator[Callable[..., Desk]]:
    """`behaving(manner)`: the work with a command that behaves so."""
    made: list[Imports] = []

    def make(manner: str = "good", *, demo: bool = False) -> Desk:
        imports = Imports(demo=demo, program=[sys.executable, str(PROGRAM), manner])
        made.append(imports)
        return Desk(imports, home, qtbot)

    yield make
    for imports in made:
        imports.end()
        imports.deleteLater()
