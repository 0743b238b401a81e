"""The start of the program with a person's own record: of 36 readings, of 100,000, and of 100,000 encrypted with the key in a real keyring.

    uv run bench/record_start.py [--readings 100000] [--runs 9]

From just before the start to the first window and to the figures, as painted, medians in milliseconds, the three taken in turns.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desk import PYTHON, ROOT, Desk, laid
from history import make
from starts import Timer, to_reading_ms
from x11 import Screen

PASSWORD = b"a throw-away password"
COLLECTION_S = 1.5


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--readings", type=int, default=100_000)
    parser.add_argument("--runs", type=int, default=9)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, laid() as desk:
        service = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        keyring = subprocess.Popen(service, env=desk.environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        try:
            assert keyring.stdin is not None
            keyring.stdin.write(PASSWORD)
            keyring.stdin.close()
            time.sleep(COLLECTION_S)
            report(records(desk, folder, given.readings), given.runs)
        finally:
            keyring.kill()
            keyring.wait()
    return 0


def records(desk: Desk, folder: str, count: int) -> dict[str, Desk]:
    """A desk for each record: the same, but for where the person's data is."""
    found: dict[str, Desk] = {}
    for name, readings in (("36 readings", 36), (f"{count} readings", count), (f"{count} readings, encrypted", count)):
        place = Path(folder) / name
        make(place / "saldo-jht" / "ledger.sqlite3", readings)
        found[name] = Desk({**desk.environment, "XDG_DATA_HOME": str(place)}, desk.display, desk.tray)
    began = time.monotonic()
    subprocess.run([PYTHON, ROOT / "main.py", "ledger", "encrypt"], env=found[name].environment, check=True, capture_output=True)
    print(f"encrypting {count} readings takes {time.monotonic() - began:.1f} s")
    return found


def report(desks: dict[str, Desk], runs: int) -> None:
    """Start each in turns, and print the medians."""
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in desks}
    with Screen(next(iter(desks.values())).display) as screen:
        for run in range(runs + 1):
            for name, desk in desks.items():
                window = Timer(desk, screen).to_window_ms([PYTHON, str(ROOT / "main.py")])
                figures = to_reading_ms(desk, own=True)["figures"]
                if run:  # the first is not counted
                    times[name].append((window, figures))
    for name, found in times.items():
        windows, figures = (statistics.median(each) for each in zip(*found, strict=True))
        print(f"{name}: first window {windows:.0f} ms, figures {figures:.0f} ms")


if __name__ == "__main__":
    sys.exit(main())
