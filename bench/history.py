"""What a very long history costs: `uv run bench/history.py [--readings 100000] [--quick]`. See docs/bench.md.

Every figure is CPU time of the process that does it (machines are shared), medians of several runs; memory is resident size. The
store is measured in the clear and encrypted; the chart is measured beside pyqtgraph where that is installed (`uv run --with pyqtgraph bench/history.py`), the store beside plain
sqlite3, each in the same run.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from array import array
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from history_out import commands, workbook

from core.ledger.key import Key

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
SIZE = (1000, 600)
KPJ = "01234567890"
KEY = Key(bytes(range(32)))  # of the encrypted ledger that is measured: nobody's


def resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4 / 1024


def cpu_ms(began: float) -> float:
    return (time.process_time() - began) * 1000


def days_and_amounts(count: int) -> tuple[list[int], list[int]]:
    first = dt.date(1990, 1, 1).toordinal()
    return [first + n * 13_000 // count for n in range(count)], [
        100_000_000 + n * 90_000 + n * 7919 % 5_000_000 for n in range(count)
    ]


def chart(count: int) -> dict[str, float]:
    """Our chart, from its import to its first picture; then painting it again, and after a zoom."""
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    days, amounts = days_and_amounts(count)
    import ui.pages.balance  # noqa: F401 - the window has this page, and what it imports, before the history is opened

    began = time.process_time()
    from ui.history.chart import HistoryChart
    from ui.history.data import Line

    line = Line(None, None, array("q", range(count)), array("i", days), array("q", amounts), bytearray(count), bytearray(count))
    widget = HistoryChart()
    widget.resize(*SIZE)
    widget.show_line(line, {}, (), masked=False)
    widget.grab()
    first = cpu_ms(began)
    again = []
    for number in range(20):
        widget.zoom(0.97 if number % 2 else 1 / 0.97)
        began = time.process_time()
        widget.grab()
        again.append(cpu_ms(began))
    del app
    return {"first_ms": first, "repaint_ms": statistics.median(again)}


def pyqtgraph(count: int) -> dict[str, float]:
    """The same line with pyqtgraph, as its manual has it."""
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    days, amounts = days_and_amounts(count)
    began = time.process_time()
    import pyqtgraph as pg

    widget = pg.PlotWidget()
    widget.resize(*SIZE)
    curve = widget.plot(days, amounts, pen="b")
    curve.setDownsampling(auto=True, method="peak")
    curve.setClipToView(True)
    widget.grab()
    first = cpu_ms(began)
    again = []
    for number in range(20):
        widget.setXRange(days[0] + number, days[-1])
        began = time.process_time()
        widget.grab()
        again.append(cpu_ms(began))
    del app
    return {"first_ms": first, "repaint_ms": statistics.median(again)}


def table(count: int) -> dict[str, float]:
    """Our table, from nothing to its first picture, and what it weighs."""
    from PySide6.QtWidgets import QApplication

    app = QApplication([])
    from ui.history.data import Line
    from ui.history.table import HistoryTable

    days, amounts = days_and_amounts(count)
    line = Line(None, None, array("q", range(count)), array("i", days), array("q", amounts), bytearray(count), bytearray(count))
    small = HistoryTable()
    small.grab()
    weight = resident_mb()
    began = time.process_time()
    widget = HistoryTable()
    widget.resize(*SIZE)
    widget.show_line(line, masked=False)
    widget.grab()
    shown = cpu_ms(began)
    del app
    return {"shown_ms": shown, "grown_mb": resident_mb() - weight}


def make(path: Path, count: int, key: Key | None = None) -> None:
    """A ledger with so many readings of one card, entered as a check enters them; encrypted, with a key."""
    from core.ledger import Ledger
    from core.models import Balance, Card

    days, amounts = days_and_amounts(count)
    with Ledger.open(path, key) as ledger:
        account = ledger.add_account("Contoh", "contoh@example.test", "simulator-es", now=dt.datetime.now(dt.UTC))
        for start in range(0, count, 10_000):
            with ledger.transaction():
                for day, amount in zip(days[start : start + 10_000], amounts[start : start + 10_000], strict=True):
                    moment = dt.datetime.combine(dt.date.fromordinal(day), dt.time(5), dt.UTC)
                    held = Balance(amount, (Card(amount, KPJ, "PT Contoh"),), total_is_portals=True)
                    ledger.store_reading(account.id, held, portal="simulator-es", checked_at=moment)


def store(folder: str, key: Key | None = None) -> dict[str, float]:
    """The ledger: the window's look, verify, a durable reading beside a bare row in plain sqlite3 (with a key: in bare SQLCipher)."""
    from core.ledger import Ledger, cipher
    from core.ledger.verify import verify
    from core.models import Balance, Card

    path = Path(folder) / "ledger.sqlite3"
    found: dict[str, float] = {}
    looks = []
    for _ in range(5):
        began = time.process_time()
        with Ledger.open(path, key) as ledger:
            ledger.history(1, 120)
        looks.append(cpu_ms(began))
    found["look_ms"] = statistics.median(looks)
    began = time.process_time()
    if verify(path, key=key):
        raise SystemExit("the ledger that was made does not verify")
    found["verify_ms"] = cpu_ms(began)
    bare = str(Path(folder) / "plain.sqlite3")
    plain = sqlite3.connect(bare, isolation_level=None) if key is None else cipher.connect(bare, key, timeout_s=5)
    plain.execute("PRAGMA journal_mode = WAL")
    plain.execute("PRAGMA synchronous = FULL")
    plain.execute("CREATE TABLE IF NOT EXISTS reading (id INTEGER PRIMARY KEY, at TEXT, total INTEGER)")
    ours, theirs, cpu = [], [], []
    held = Balance(5, (Card(5, KPJ),))
    with Ledger.open(path, key) as ledger:
        for _ in range(100):
            began, began_cpu = time.perf_counter(), time.process_time()
            ledger.store_reading(1, held, portal="simulator-es", checked_at=dt.datetime.now(dt.UTC))
            ours.append((time.perf_counter() - began) * 1000)
            middle_cpu = time.process_time()
            began = time.perf_counter()
            plain.execute("INSERT INTO reading (at, total) VALUES (?, ?)", ("2026-11-22T00:00:00Z", 5))
            theirs.append((time.perf_counter() - began) * 1000)
            cpu.append((middle_cpu - began_cpu, time.process_time() - middle_cpu))
    found["durable_ms"], found["durable_bare_ms"] = statistics.median(ours), statistics.median(theirs)
    for name, each in zip(("durable_cpu_ms", "durable_bare_cpu_ms"), zip(*cpu, strict=True), strict=True):
        found[name] = statistics.median(each) * 1000
    return found


def measured(part: str, count: int, folder: str, runs: int) -> dict[str, float] | None:
    """One part in processes of its own; the median of each figure. None if it cannot be measured here."""
    several: list[dict[str, float]] = []
    for _ in range(runs):
        done = subprocess.run(
            [sys.executable, __file__, "--part", part, "--readings", str(count), "--folder", folder],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            print(done.stderr[-600:], file=sys.stderr)
            return None
        several.append(json.loads(done.stdout.splitlines()[-1]))
    return {key: statistics.median(one[key] for one in several) for key in several[0]}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readings", type=int, default=100_000)
    parser.add_argument("--quick", action="store_true", help="one run of each")
    parser.add_argument("--part", help=argparse.SUPPRESS)
    parser.add_argument("--folder", help=argparse.SUPPRESS)
    given = parser.parse_args()
    count = given.readings
    if given.part:
        parts = {
            "chart": chart,
            "pyqtgraph": pyqtgraph,
            "table": table,
            "workbook": lambda number: workbook(*days_and_amounts(number)),
        }
        stores = {"store": None, "store, encrypted": KEY}
        done = parts[given.part](count) if given.part in parts else store(f"{given.folder}/saldo-jht", stores[given.part])
        print(json.dumps(done))
        return 0
    runs = 1 if given.quick else 5
    with tempfile.TemporaryDirectory() as folder:
        small, large = f"{folder}/small", f"{folder}/large"
        make(Path(small) / "saldo-jht" / "ledger.sqlite3", 36)
        began = time.process_time()
        make(Path(large) / "saldo-jht" / "ledger.sqlite3", count)
        print(f"{count} readings entered in {cpu_ms(began) / 1000:.1f} CPU s")
        locked = f"{folder}/locked"
        began = time.process_time()
        make(Path(locked) / "saldo-jht" / "ledger.sqlite3", count, KEY)
        print(f"{count} readings entered encrypted in {cpu_ms(began) / 1000:.1f} CPU s")
        for part in ("chart", "pyqtgraph", "table", "workbook"):
            print(part, told(measured(part, count, folder, runs)))
        print("store, 36 readings", told(measured("store", 36, small, 1)))
        print(f"store, {count} readings", told(measured("store", count, large, 1)))
        print(f"store, {count} readings, encrypted", told(measured("store, encrypted", count, locked, 1)))
        print("commands, 36 readings", told(commands(small)))
        print(f"commands, {count} readings", told(commands(large)))
    return 0


def told(found: dict[str, float] | None) -> str:
    return "not measured here" if found is None else ", ".join(f"{name} {value:.1f}" for name, value in found.items())


if __name__ == "__main__":
    sys.exit(main())
