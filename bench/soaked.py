"""The real window of the demo, whose schedule checks two accounts thousands of times while its clock is set forward.

    soaked.py CHECKS SEED RESULT_FILE CLOCK_FILE [PROGRAM ...]        (see soak_window.py)

Each check is one its schedule asks for when its time has come, with a fault by chance; where the schedule has stopped, its person presses.
Every fiftieth check the window goes into the tray or comes back. A precise timer of 5 ms ticks all the while, but for the moments in
which memory is measured.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
import time
from array import array
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QObject, Qt, QTimer
from soak import FIRST, LONG, Held, held

from core.simulator.faults import FAULTS, answers
from ui import app, shell
from ui.accounts import readiness

PERIOD_MS = 5
GAP_MS = 16.0
PAUSE_MS = 2
HIDE_EACH = 50
SETTLED_MS = 35_000  # the record is verified half a minute after the start
STEP_MS = 0.1
LONG_SHARE = 1 / 2_000  # of the faults that cost seconds
ERAS = {"simulator-es": "es", "simulator-sso2019": "sso2019"}

checks, seed, result, clock_file = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]), Path(sys.argv[4])
program = sys.argv[5:] or None
ahead = [dt.timedelta()]
readiness.SLEPT = dt.timedelta(days=100_000)  # the clock leaps from check to check: nobody slept


def clock() -> dt.datetime:
    return dt.datetime.now(dt.UTC) + ahead[0]


class Gaps(QObject):
    """How late each tick of a precise timer comes, counted in steps of 0.1 ms; and of those that are late, what the thread's own work
    took of it, the rest being what others had of the processor."""

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=PERIOD_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self.counts = array("I", [0] * 20_000)
        self.longest_ms = self.longest_own_ms = 0.0
        self.late: list[tuple[float, float]] = []  # the first hundred over the limit: lateness, own work
        self.over = self.own_over = 0
        self._at = self._cpu = 0.0

    def start(self) -> None:
        self._at, self._cpu = time.perf_counter(), time.thread_time()
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _tick(self) -> None:
        at, cpu = time.perf_counter(), time.thread_time()
        late_ms, own_ms = max(0.0, (at - self._at) * 1000 - PERIOD_MS), (cpu - self._cpu) * 1000
        self.counts[min(len(self.counts) - 1, int(late_ms / STEP_MS))] += 1
        self.longest_ms, self.longest_own_ms = max(self.longest_ms, late_ms), max(self.longest_own_ms, own_ms)
        self.own_over += own_ms > GAP_MS
        if late_ms > GAP_MS:
            self.over += 1
            if len(self.late) < 100:
                self.late.append((round(late_ms, 1), round(own_ms, 1)))
        self._at, self._cpu = time.perf_counter(), time.thread_time()

    def share_ms(self, share: float) -> float:
        """The lateness that this share of the ticks does not exceed."""
        left = share * sum(self.counts)
        for step, count in enumerate(self.counts):
            left -= count
            if left <= 0:
                return step * STEP_MS
        return self.longest_ms


class Soaked(shell.Shell):
    """Sets the clock to the next check of its schedule, ticks, and waits for its end; again and again."""

    def __init__(self, *arguments: object, **options: object) -> None:
        super().__init__(*arguments, clock=clock, program=program, **options)  # type: ignore[arg-type, misc]
        self._chance = random.Random(seed)
        self._made = 0
        self._gaps = Gaps()
        self._marks: dict[int, Held] = {}
        self._fault: str | None = None
        self._strange: list[str] = []
        self._pressed = 0
        self._each = iter(FAULTS)  # each once, before anything is measured
        self._awaited = False

    def begin(self, *, hidden: bool) -> None:
        super().begin(hidden=hidden)
        self._tick.stop()
        QTimer.singleShot(SETTLED_MS, self, self._first)

    def _first(self) -> None:
        self._tick.stop()  # `begin` started it: from now on the ticks come with the clock's leaps
        self._began = time.monotonic()
        self._cpu = time.process_time()
        self._seen = self._newest().last_attempt.id
        self.accounts.changed.connect(self._look)
        self._gaps.start()
        self._next()

    def _next(self) -> None:
        """The next check of the schedule; where it has stopped, its person's."""
        self._fault = next(self._each, None) or self._some()
        plans = [view for view in self.accounts.views if view.next_check is not None and not view.stopped]
        self._awaited = True
        if not plans or all(view.stopped for view in self.accounts.views):
            self._press(self.accounts.views[0])
            return
        stopped = [view for view in self.accounts.views if view.stopped]
        if stopped and self._chance.random() < 0.7:
            self._press(stopped[0])
            return
        due = min(view.next_check for view in plans if view.next_check is not None)
        self._leap(max(due, clock()) + dt.timedelta(seconds=30))
        self.accounts._inject = ["--fault", self._fault] if self._fault else []
        self.on_tick()
        if not self.accounts.running and not self.accounts.asking:  # moved: asked anew at its new time
            self._awaited = False
            QTimer.singleShot(PAUSE_MS, self, partial(self._next))

    def _press(self, view: Any) -> None:
        """Its person has come and made good what was wrong."""
        self._fault = None
        self._pressed += 1
        self._leap(clock() + dt.timedelta(minutes=10))
        self.accounts._inject = []
        self.wishes.check(view.account.id)

    def _leap(self, to: dt.datetime) -> None:
        ahead[0] += to - clock()
        clock_file.write_text(str(ahead[0].total_seconds()), "ascii")

    def _some(self) -> str | None:
        short = [name for name in FAULTS if name not in LONG]
        return self._chance.choice(LONG if self._chance.random() < LONG_SHARE else [None, *short])

    def _newest(self) -> Any:
        """The account that was checked last."""
        return max((view for view in self.accounts.views if view.last_attempt), key=lambda view: view.last_attempt.id)

    def _look(self) -> None:
        if not self._awaited or self.accounts.running or self.accounts.asking or not self.accounts.loaded:
            return
        newest = self._newest()
        if newest.last_attempt.id == self._seen:
            return
        self._seen = newest.last_attempt.id
        self._awaited = False
        status = newest.last_attempt.status
        allowed = answers(self._fault, ERAS[newest.account.portal]) if self._fault else {"ok"}
        if status is None or status.value not in allowed:
            self._strange.append(f"{self._fault} at {newest.account.portal}: {status}")
        self._made += 1
        QTimer.singleShot(PAUSE_MS, self, partial(self._after))

    def _after(self) -> None:
        if self._made % HIDE_EACH == 0:
            self.window.hide() if self.window.isVisible() else self.rise()
        if self._made in (FIRST, checks) or self._made % 1_000 == 0:
            self._gaps.stop()
            self._marks[self._made] = held()
            print(self._made, self._marks[self._made], f"{time.monotonic() - self._began:.0f} s", flush=True)
            self._gaps.start()
        if self._made < checks:
            self._next()
            return
        self._gaps.stop()
        self._write()
        self.quit()

    def _write(self) -> None:
        gaps = self._gaps
        record = {
            "made": self._made,
            "pressed": self._pressed,
            "seconds": time.monotonic() - self._began,
            "cpu_s": time.process_time() - self._cpu,
            "days": ahead[0].days,
            "marks": {number: vars(mark) for number, mark in self._marks.items()},
            "strange": self._strange,
            "ticks": sum(gaps.counts),
            "p99_ms": gaps.share_ms(0.99),
            "p9999_ms": gaps.share_ms(0.9999),
            "longest_ms": gaps.longest_ms,
            "longest_own_ms": gaps.longest_own_ms,
            "over": gaps.over,
            "own_over": gaps.own_over,
            "late": gaps.late,
        }
        result.write_text(json.dumps(record))


shell.Shell = Soaked  # type: ignore[misc]
sys.exit(app.run(demo=True, hidden=False, fault=None))
