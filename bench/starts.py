"""From the start of the program to its first window or tray item, and what it weighs when it has settled, against bare PySide6."""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desk import BENCH, PYTHON, ROOT, Desk, drop_page_cache, end, pss_mb
from measure import Measure, median
from x11 import Screen

LIMIT_S = 30
SETTLED_S = 20
HEAVY = ("requests", "urllib3", "lxml", "keyring", "secretstorage", "jeepney", "truststore")
OURS = [PYTHON, str(ROOT / "main.py"), "--demo"]
BARE_WINDOW = [PYTHON, str(BENCH / "floors" / "window.py")]
BARE_TRAY = [PYTHON, str(BENCH / "floors" / "tray.py")]


@dataclass(frozen=True, slots=True)
class Timer:
    """Times starts on one desk."""

    desk: Desk
    screen: Screen

    def to_window_ms(self, command: list[str]) -> float:
        """From just before the start to the map of the first window."""
        self.screen.forget()
        return self._time(command, self.screen.wait_for_window)

    def to_tray_ms(self, command: list[str]) -> float:
        """From just before the start to the registration of the tray item."""
        self.desk.forget_tray_items()
        return self._time(command, self.desk.wait_for_tray_item)

    def _time(self, command: list[str], wait: Callable[[float], float]) -> float:
        started = time.monotonic()
        process = self.desk.start(command)
        try:
            return (wait(LIMIT_S) - started) * 1000
        finally:
            end(process)


def measure(desk: Desk, runs: int, cold_runs: int) -> tuple[list[Measure], list[str]]:
    """First window and first tray item, warm and cold."""
    notes: list[str] = []
    measures: list[Measure] = []
    with Screen(desk.display) as screen:
        timer = Timer(desk, screen)
        settle_once(desk)
        windows = pairs(lambda: timer.to_window_ms(OURS), lambda: timer.to_window_ms(BARE_WINDOW), runs)
        trays = pairs(lambda: timer.to_tray_ms([*OURS, "--hidden"]), lambda: timer.to_tray_ms(BARE_TRAY), runs)
        measures.append(Measure("first window, warm", "ms", windows[0], "bare PySide6 window", windows[1], 1.25))
        measures.append(Measure("first tray item (`--hidden`), warm", "ms", trays[0], "bare PySide6 tray", trays[1], 1.25))
        measures += reading(timer, runs)
        if cold_runs and drop_page_cache():
            ours, bare = [], []
            for _ in range(cold_runs):
                drop_page_cache()
                ours.append(timer.to_window_ms(OURS))
                drop_page_cache()
                bare.append(timer.to_window_ms(BARE_WINDOW))
            measures.append(
                Measure("first window, cold page cache", "ms", median(ours), "bare PySide6 window", median(bare), 1.5)
            )
        else:
            notes.append("The page cache was not dropped (only root may): no cold start was measured.")
    return measures, notes


def to_reading_ms(desk: Desk, *, own: bool = False) -> dict[str, float]:
    """From the start of the program to its content and to the figures, as painted: the demo's, or those of the person's own record."""
    result = Path(desk.environment["HOME"]) / "content.json"
    result.unlink(missing_ok=True)
    started = time.monotonic()
    process = desk.start([PYTHON, str(BENCH / "content.py"), str(result), *(["--own"] if own else [])])
    try:
        while not result.exists() or not (text := result.read_text()):
            if time.monotonic() - started > LIMIT_S:
                raise TimeoutError("nothing to read appeared")
            time.sleep(0.02)
    finally:
        end(process)
    return {name: (at - started) * 1000 for name, at in json.loads(text).items()}


def reading(timer: Timer, runs: int) -> list[Measure]:
    """The frame comes first and empty; this is when a person has something to read. No goal: it is here to be seen."""
    found = [(to_reading_ms(timer.desk), timer.to_window_ms(BARE_WINDOW)) for _ in range(runs)]
    bare = median([bare for _, bare in found])
    return [
        Measure(f"first {name} painted, warm", "ms", median([ours[name] for ours, _ in found]), "bare PySide6 window", bare)
        for name in ("content", "figures")
    ]


def weigh(desk: Desk, runs: int) -> list[Measure]:
    """The settled weight of the whole process tree, window shown."""
    weights = pairs(lambda: settled_mb(desk, OURS), lambda: settled_mb(desk, BARE_WINDOW), runs, warm_up=False)
    return [
        Measure(
            f"memory {SETTLED_S} s after the start (PSS, all processes)", "MB", weights[0], "bare PySide6 window", weights[1], 1.3
        )
    ]


def imported(desk: Desk, seconds: float = 6.0) -> set[str]:
    """Which of the heavy packages the window's process has imported, some seconds after its start."""
    command = [PYTHON, "-X", "importtime", *OURS[1:]]
    process = subprocess.Popen(
        command,
        env=desk.environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(seconds)
    end(process)
    assert process.stderr is not None
    said = process.stderr.read().decode()
    names = set(re.findall(r"^import time:.*\|\s+([\w.]+)$", said, re.MULTILINE))
    if "PySide6.QtWidgets" not in names:
        raise RuntimeError("the window did not start")
    return {name for name in HEAVY if name in names}


def settle_once(desk: Desk) -> None:
    """One start that is not counted: it makes the demo's folder."""
    process = desk.start(OURS)
    time.sleep(6)
    end(process)


def settled_mb(desk: Desk, command: list[str]) -> float:
    process = desk.start(command)
    time.sleep(SETTLED_S)
    try:
        if process.poll() is not None:
            raise RuntimeError(f"ended too early: {command}")
        return pss_mb(process.pid)
    finally:
        end(process)


def pairs(ours: Callable[[], float], theirs: Callable[[], float], runs: int, *, warm_up: bool = True) -> tuple[float, float]:
    """The medians of both, taken in turns A B A B."""
    if warm_up:
        ours()
        theirs()
    found = [(ours(), theirs()) for _ in range(runs)]
    return median([a for a, _ in found]), median([b for _, b in found])
