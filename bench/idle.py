"""What the program costs in the tray with its window closed: CPU time, wake-ups, memory, beside a bare tray program and, where they are
installed, Vorta and KeePassXC, all at once on one desk: `uv run bench/idle.py [SECONDS]`.

CPU time is the kernel's own count in nanoseconds, a wake-up is a voluntary context switch of any thread. An hour of the program's own
life (sixty minutes' ticks by a clock that is set forward, with the look into the ledger they need) is made inside one process.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from desk import BENCH, PYTHON, ROOT, Desk, end, family, laid, pss_mb
from measure import Measure, write

SETTLE_S = 75.0  # a minute after the start the program has verified its record and given back what the start needed
HOUR_CPU_S = 0.02
WAKE_UPS_A_MINUTE = 6
PSS_RATIO = 1.2
PEERS = {"Vorta": ("vorta", "--daemonize"), "KeePassXC": ("keepassxc",)}
KEEPASSXC = "[General]\nUpdateCheckMessageShown=true\n[GUI]\nShowTrayIcon=true\nMinimizeToTray=true\nMinimizeOnStartup=true\n"


@dataclass(frozen=True, slots=True)
class Use:
    """What a thread has used so far."""

    cpu_ns: int
    wake_ups: int


def use(pid: int) -> dict[str, Use]:
    """Of every thread of a process and its descendants."""
    found: dict[str, Use] = {}
    for member in family(pid):
        for task in Path(f"/proc/{member}/task").glob("*"):
            with contextlib.suppress(OSError):
                status = (task / "status").read_text().splitlines()
                wake_ups = sum(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt_switches"))
                found[task.name] = Use(int((task / "schedstat").read_text().split()[0]), wake_ups)
    return found


def between(before: dict[str, Use], after: dict[str, Use]) -> Use:
    """What was used meanwhile; a thread that ended counts no more than it had."""
    cpu_ns = sum(now.cpu_ns - before.get(thread, Use(0, 0)).cpu_ns for thread, now in after.items())
    return Use(cpu_ns, sum(now.wake_ups - before.get(thread, Use(0, 0)).wake_ups for thread, now in after.items()))


def started(desk: Desk) -> dict[str, subprocess.Popen[bytes]]:
    """Everything that is compared, hidden in the tray."""
    chosen = Path(desk.environment["HOME"]) / ".config" / "keepassxc" / "keepassxc.ini"
    chosen.parent.mkdir(parents=True, exist_ok=True)
    chosen.write_text(KEEPASSXC, "utf-8")
    commands = {
        "ours": [PYTHON, str(ROOT / "main.py"), "--demo", "--hidden"],
        "bare": [PYTHON, str(BENCH / "floors" / "tray.py")],
        **{name: list(command) for name, command in PEERS.items() if shutil.which(command[0])},
    }
    return {name: desk.start(command) for name, command in commands.items()}


def simulated_hour(desk: Desk) -> dict[str, float]:
    """What sixty minutes' ticks cost: CPU seconds in all, and the longest one in milliseconds."""
    done = subprocess.run(
        [PYTHON, str(BENCH / "idle_hour.py")], env=desk.environment, capture_output=True, text=True, timeout=120, check=True
    )
    return dict(json.loads(done.stdout.splitlines()[-1]))


def measure(desk: Desk, seconds: float) -> tuple[list[Measure], list[str]]:
    """The figures, and a note a program."""
    hour = simulated_hour(desk)
    running = started(desk)
    try:
        time.sleep(SETTLE_S)
        before = {name: use(process.pid) for name, process in running.items()}
        time.sleep(seconds)
        after = {name: use(process.pid) for name, process in running.items()}
        weights = {name: pss_mb(process.pid) for name, process in running.items()}
        own = {name: pss_mb(process.pid, "Pss_Anon") for name, process in running.items()}
    finally:
        for process in running.values():
            end(process)
    minutes = seconds / 60
    used = {name: between(before[name], after[name]) for name in running}
    cpu_s = {name: used[name].cpu_ns / 1e9 / minutes for name in running}
    wakes = {name: used[name].wake_ups / minutes for name in running}
    notes = [
        f"{name}: {cpu_s[name] * 60:.4f} CPU s an hour, {wakes[name]:.1f} wake-ups a minute, "
        f"{weights[name]:.1f} MB PSS, {own[name]:.1f} MB of them in no file"
        for name in running
    ]
    notes.append(f"the longest of the sixty ticks took {hour['longest_ms']:.1f} ms")
    absolute = "absolute"
    return [
        Measure("an hour of its own ticks in the tray", "CPU s", hour["cpu_s"], goal=HOUR_CPU_S, note=absolute),
        Measure(
            "wake-ups in the tray", "a minute", wakes["ours"], "bare PySide6 tray", wakes["bare"], WAKE_UPS_A_MINUTE, absolute
        ),
        Measure("memory in the tray (PSS)", "MB", weights["ours"], "bare PySide6 tray", weights["bare"], PSS_RATIO),
        Measure("memory in the tray that no file stands behind", "MB", own["ours"], "bare PySide6 tray", own["bare"]),
    ], notes


def main() -> int:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 120.0
    with laid() as desk:
        measures, notes = measure(desk, seconds)
    print(write(measures, notes, BENCH / "out"))
    return 1 if any(found.verdict == "MISSED" for found in measures) else 0


if __name__ == "__main__":
    sys.exit(main())
