"""How long the window's thread does not answer: a precise timer of 5 ms, and by how much each tick came late."""

from __future__ import annotations

import gc
import sys
import threading
import time
import traceback

from PySide6.QtCore import QObject, Qt, QTimer

PERIOD_MS = 5
LATE_MS = 6.0  # from here on the stack is looked at, when asked for


class Ticks(QObject):
    """`start()`, later `stop()`, which returns every lateness in ms. With `stacks=True` a second thread notes what the late thread
    was doing; that thread takes time of its own, so figures and stacks come from different runs."""

    def __init__(self, *, stacks: bool = False) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=PERIOD_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._late_ms: list[float] = []
        self._last = 0.0
        self._watched = threading.get_ident()
        self._ended = threading.Event()
        self._with_stacks = stacks
        self.stacks: dict[float, list[str]] = {}

    def start(self) -> None:
        self._last = time.perf_counter()
        self._timer.start()
        if self._with_stacks:
            gc.disable()  # that thread would collect what nobody holds of the window, and end the process
            threading.Thread(target=self._watch, daemon=True).start()

    def stop(self) -> list[float]:
        self._tick()
        self._timer.stop()
        self._ended.set()
        return self._late_ms

    def _tick(self) -> None:
        at = time.perf_counter()
        self._late_ms.append(max(0.0, (at - self._last) * 1000 - PERIOD_MS))
        self._last = at

    def _watch(self) -> None:
        while not self._ended.wait(0.001):
            last = self._last
            late = (time.perf_counter() - last) * 1000 - PERIOD_MS
            if late > LATE_MS:
                frame = sys._current_frames().get(self._watched)
                seen = [f"{place.filename}:{place.lineno} {place.name}" for place in traceback.extract_stack(frame)]
                self.stacks.setdefault(last, []).append(" < ".join(seen[:-7:-1]))
