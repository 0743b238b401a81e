"""Thousands of checks through the window's own schedule, its clock set forward: `uv run bench/soak_window.py [CHECKS] [--real]`

The window (soaked.py) is the real one, in a tray, with a notification service beside it; its children are forked from a process that has
loaded the commands already (nursery.py), with `--real` they are `main.py` as always, at ten times the time. Held to: memory, threads,
files and sockets of the window's process at the end within 5 % of those after the first 100 checks; every attempt in the ledger, with
its end; no tick of its thread later than 16 ms through its own work. Figures: docs/schedule.md.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desk import BENCH, PYTHON, ROOT, laid
from nursery import client
from soak import FIRST, WITHIN

from core import settings as settings_file
from core.ledger import Ledger
from core.paths import Folders
from core.settings import Settings
from core.simulator.accounts import DEMO
from tests.fakes.notification_service import NotificationService

CHOSEN = Settings(interval="daily", notify_amount=True)


@contextlib.contextmanager
def nursery(environment: dict[str, str], clock: Path) -> Iterator[int]:
    """The process whose children do the checks: its port."""
    process = subprocess.Popen(
        [PYTHON, str(BENCH / "nursery.py"), str(clock)], env=environment, stdout=subprocess.PIPE, text=True
    )
    try:
        assert process.stdout is not None
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()


def prepared(environment: dict[str, str]) -> Folders:
    """The demo's folder: two accounts, one of each era, whose secrets are kept, checked daily."""
    subprocess.run([PYTHON, str(ROOT / "main.py"), "demo-data"], env=environment, stdout=subprocess.DEVNULL, check=True)
    folders = Folders(Path(environment["HOME"]) / ".local" / "share" / "saldo-jht-demo")
    with Ledger.open(folders.ledger) as ledger:
        (first,) = ledger.accounts()
        second = ledger.add_account("Ibu Contoh", DEMO.email, "simulator-es", now=ledger.attempts(first.id, 1)[0].started_at)
        for account in (first, second):
            ledger.update_account(account.id, remember=True)
    settings_file.save(folders.settings, CHOSEN)
    return folders


def soak(checks: int, seed: int, *, real: bool) -> bool:
    """Whether nothing was left behind, and the window always answered."""
    with contextlib.ExitStack() as stack:
        desk = stack.enter_context(laid())
        home = Path(desk.environment["HOME"])
        service = NotificationService(desk.environment["DBUS_SESSION_BUS_ADDRESS"])
        stack.callback(service.close)
        service.start()
        folders = prepared(desk.environment)
        before = written(folders)
        clock, result = home / "clock", home / "result.json"
        clock.write_text("0", "ascii")
        program = [] if real else client(home, stack.enter_context(nursery(desk.environment, clock)))
        command = [PYTHON, str(BENCH / "soaked.py"), str(checks), str(seed), str(result), str(clock), *program]
        code = subprocess.run(command, env=desk.environment, cwd=home, check=False).returncode
        if not result.exists():
            print(f"the window ended with {code} before its time")
            return False
        record = json.loads(result.read_text())
        after, notices = written(folders), len(service.shown)
        sizes = {path.name: path.stat().st_size for path in sorted(folders.data.iterdir()) if path.is_file()}
    attempts, ended = after[0] - before[0], after[1] - before[1]
    return told(record, checks, attempts, ended, notices, sizes)


def written(folders: Folders) -> tuple[int, int]:
    """How many attempts the ledger has, and how many of them came to an end."""
    with Ledger.open(folders.ledger) as ledger:
        found = [attempt for account in ledger.accounts() for attempt in ledger.attempts(account.id, 1_000_000)]
    return len(found), sum(attempt.finished_at is not None for attempt in found)


def told(record: dict[str, Any], checks: int, attempts: int, ended: int, notices: int, sizes: dict[str, int]) -> bool:
    """The figures, printed; whether they are as they should be."""
    first, last = record["marks"][str(FIRST)], record["marks"][str(checks)]
    flat = all(last[name] <= first[name] * (1 + WITHIN) for name in first)
    print(
        f"{record['made']} checks in {record['seconds']:.0f} s over {record['days']} days of its clock, {record['pressed']} of them"
    )
    print(f"pressed by its person; {record['cpu_s'] * 1000 / record['made']:.1f} ms of processor each in the window's process")
    print(f"attempts in the ledger: {attempts}, with their end: {ended}; notices: {notices}")
    print(f"outcomes that the fault does not explain: {Counter(record['strange']) or 'none'}")
    for number, mark in record["marks"].items():
        print(f"{number:>6}  {mark}")
    print(f"memory {(last['rss_kb'] / first['rss_kb'] - 1) * 100:+.1f} %: {'flat' if flat else 'GROWN'}; files: {sizes}")
    print(f"{record['ticks']} ticks of 5 ms: late by {record['p99_ms']:.1f} ms (p99), {record['p9999_ms']:.1f} ms (p99.99),")
    print(
        f"{record['longest_ms']:.1f} ms (longest); {record['over']} later than 16 ms, {record['own_over']} of them by own work,"
    )
    print(f"whose longest was {record['longest_own_ms']:.1f} ms; late (all, own): {record['late'][:12]}")
    return flat and attempts == ended == checks and record["own_over"] == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checks", type=int, nargs="?", default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--real", action="store_true", help="every child is a fresh `main.py`")
    wanted = parser.parse_args()
    return 0 if soak(wanted.checks, wanted.seed, real=wanted.real) else 1


if __name__ == "__main__":
    sys.exit(main())
