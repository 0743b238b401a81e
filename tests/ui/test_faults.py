"""A fault of ours is a line in the log: kind and place, never its text."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FAULTY = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from ui import faults

def slip():
    pin = "480217"
    raise ValueError(f"bad pin {pin}")

faults.log_instead_of_printing(Path(sys.argv[1]))
application = QCoreApplication([])
QTimer.singleShot(0, slip)
QTimer.singleShot(50, application.quit)
application.exec()
print("lives on")
"""


def test_a_fault_in_a_slot_is_logged_by_kind_and_place_and_the_program_lives(tmp_path: Path) -> None:
    log = tmp_path / "log"
    done = subprocess.run(
        [sys.executable, "-c", FAULTY, str(log)], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True
    )
    assert (done.stdout, done.stderr) == ("lives on\n", "")
    said = log.read_text("utf-8")
    assert "ValueError at <string>:" in said
    assert "480217" not in said
    assert log.stat().st_mode & 0o777 == 0o600
