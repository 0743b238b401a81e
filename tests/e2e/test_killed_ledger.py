"""The ledger through kills, full disks and damage: a few seeded cases here; `python -m tests.ledger` for a thousand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.journey
@pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL are POSIX")
@pytest.mark.parametrize(
    ("what", "count"),
    [
        ("crash", ["--moments", "22"]),
        ("damage", ["--places", "40"]),
        ("damage", ["--places", "40", "--encrypted"]),
        ("full", ["--sizes", "1"]),
        ("two", ["--rounds", "12"]),
    ],
    ids=["crash", "damage", "damage, encrypted", "full", "two at once"],
)
def test_nothing_confirmed_is_lost_and_no_figure_is_made_up(what: str, count: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.ledger", what, *count], cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert " 0 not right" in done.stdout
