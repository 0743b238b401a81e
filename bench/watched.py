"""The real window of the demo, checked again and again by itself, with a ticking timer beside it.

    watched.py CHECKS RESULT_FILE [--stacks]

Writes {"gaps_ms": [...], "outcomes": [...], "imported": [...], "stacks": {...}} and quits.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QTimer
from starts import HEAVY
from ticks import Ticks

from ui import app, shell

LOADED_MS = 3_000  # what the start does after the first paint is no part of a check
PAUSE_MS = 100
LIMIT_MS = 180_000

checks, result = int(sys.argv[1]), Path(sys.argv[2])
ticks = Ticks(stacks="--stacks" in sys.argv)


class Watched(shell.Shell):
    """Presses "check" for the person, `checks` times, each as soon as the one before has ended."""

    def begin(self, *, hidden: bool) -> None:
        super().begin(hidden=hidden)
        self._left = checks
        self._under_way = False
        QTimer.singleShot(LIMIT_MS, self, self.quit)
        QTimer.singleShot(LOADED_MS, self, self._first)

    def _first(self) -> None:
        if not self.accounts.views:
            QTimer.singleShot(PAUSE_MS, self, self._first)
            return
        self.accounts.changed.connect(self._look)
        self._history = len(self.accounts.views[0].history)
        ticks.start()
        self._next()

    def _next(self) -> None:
        self._left -= 1
        self._under_way = True
        self.wishes.check(self.accounts.views[0].account.id)

    def _look(self) -> None:
        if self._under_way and not self.accounts.running:
            self._under_way = False
            QTimer.singleShot(PAUSE_MS, self, self._next if self._left else self._finish)

    def _finish(self) -> None:
        view = self.accounts.views[0]
        record = {
            "gaps_ms": ticks.stop(),
            "readings": len(view.history) - self._history,
            "imported": [name for name in HEAVY if name in sys.modules],
            "stacks": [
                {"late_ms": len(seen), "seen": seen[:3]} for _, seen in sorted(ticks.stacks.items(), key=lambda s: -len(s[1]))[:8]
            ],
        }
        result.write_text(json.dumps(record))
        self.quit()


shell.Shell = Watched  # type: ignore[misc]
sys.exit(app.run(demo=True, hidden=False, fault=None))
