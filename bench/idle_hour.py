"""An hour in the tray, made in a moment: the real program, hidden, whose clock goes a minute ahead at each tick. Prints one JSON line."""

from __future__ import annotations

import datetime as dt
import gc
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import main
from ui import shell as shells

TICKS = 60
TURNS = 5
LOOK_MS = 200
ahead = [dt.timedelta()]


def clock() -> dt.datetime:
    return dt.datetime.now(dt.UTC) + ahead[0]


def hour(shell: shells.Shell) -> None:
    """Sixty ticks, each with all that follows from it."""
    longest_ms, began = 0.0, time.process_time()
    for _ in range(TICKS):
        ahead[0] += dt.timedelta(minutes=1)
        tick = time.process_time()
        shell.on_tick()
        for _ in range(TURNS):  # what it put off to its next turns
            time.sleep(0.002)
            QApplication.processEvents()
        longest_ms = max(longest_ms, (time.process_time() - tick) * 1000)
    cpu_s = time.process_time() - began
    idle = time.process_time()
    for _ in range(TICKS * TURNS):  # what waiting for them cost this script, not the program
        time.sleep(0.002)
        QApplication.processEvents()
    print(json.dumps({"cpu_s": max(0.0, cpu_s - (time.process_time() - idle)), "longest_ms": longest_ms}), flush=True)
    shell.quit()


def begin(shell: shells.Shell, *, hidden: bool) -> None:
    original(shell, hidden=hidden)

    def look() -> None:
        if shell.accounts.views and shell._settled:
            gc.collect()
            QTimer.singleShot(1_000, lambda: hour(shell))
        else:
            QTimer.singleShot(LOOK_MS, look)

    look()


original = shells.Shell.begin
shells.Shell.begin = begin
shells.Shell.__init__.__kwdefaults__["clock"] = clock
sys.exit(main.main(["--demo", "--hidden"]))
