"""The real window of the demo, which says when a person can first read something in it: its content, then the figures.

content.py RESULT_FILE [--own]      (the person's own record instead of the demo; writes {"content": ..., "figures": ...} in monotonic seconds, and goes on until it is killed)
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QEvent, QObject

from ui import app
from ui.window import main_window

seen: dict[str, float] = {}


class Painted(QObject):
    """Notes the first paint of the content, and the first one after the ledger was read."""

    def __init__(self, window: main_window.MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Paint:
            state = self._window._state
            seen.setdefault("content", time.monotonic())
            if state is not None and state.view is not None:
                seen.setdefault("figures", time.monotonic())
                Path(sys.argv[1]).write_text(json.dumps(seen))
                watched.removeEventFilter(self)
        return False


make = main_window.MainWindow.remake


def remake(window: main_window.MainWindow) -> None:
    make(window)
    if window.content is not None and not seen:
        window.content.installEventFilter(Painted(window))


main_window.MainWindow.remake = remake  # type: ignore[method-assign]
sys.exit(app.run(demo="--own" not in sys.argv, hidden=False, fault=None))
