"""PySide6 6.12.0 gave back references it did not own (docs/architecture.md): a tray that runs for days would have died of it."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

COUNT = """
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Bell(QObject):
    rang = Signal(int)

app = QApplication([])
label, bell = QLabel(), Bell()
before = sys.getrefcount(True), sys.getrefcount(None)
for number in range(300):
    bell.rang.emit(number)
    label.setText(str(number))
after = sys.getrefcount(True), sys.getrefcount(None)
print(*(now - then for then, now in zip(before, after)))
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal from Python 3.12 on")
def test_emitting_and_writing_texts_costs_no_reference_to_true_or_none() -> None:
    child = subprocess.run([sys.executable, "-c", COUNT], capture_output=True, text=True, timeout=60, check=True)
    lost = [int(number) for number in child.stdout.split()]
    assert all(abs(number) < 30 for number in lost), f"references gained or lost to True and None in 300 rounds: {lost}"


def test_pyside_stays_below_the_version_that_loses_references() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (pin,) = (line for line in project["dependencies"] if line.startswith("PySide6"))
    version = tuple(int(part) for part in pin.partition("==")[2].split(".")[:2])
    assert (6, 8) <= version < (6, 12)
