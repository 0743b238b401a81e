"""From the button of the balance page to the figure on it: the program, its portal's window, and the memory afterwards."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from core.money import format_rupiah
from core.simulator.accounts import DEMO
from core.simulator.clock import today_in_jakarta
from core.simulator.history import balance_on
from tests.browser.conftest import Early, Stage

pytestmark = pytest.mark.journey
ROOT = Path(__file__).resolve().parents[2]
MORE_AFTER = 1.10  # of the memory before


def whole(stage: Stage) -> dict[str, Any]:
    stage.home.add_account("simulator-sso2023")
    root = ["env", "QTWEBENGINE_DISABLE_SANDBOX=1"] if os.geteuid() == 0 else []  # a child's environment is clean
    platform = ["env", "QT_QPA_PLATFORM=offscreen"]
    program = [*root, *platform, sys.executable, "-X", "utf8", str(ROOT / "tests" / "browser" / "driven_main.py")]
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.whole", *program],
        cwd=ROOT,
        env=stage.home.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return seen


@pytest.mark.early.with_args(whole)
def test_the_button_opens_the_portal_and_the_figure_comes_back_while_the_memory_goes(engine: None, early: Early) -> None:
    seen = early(whole)
    assert seen["button"] == "Masuk di jendela portal"
    assert seen["figure"] == format_rupiah(balance_on(DEMO, today_in_jakarta()).total)
    assert "dari jendela portal" in seen["dated"]
    assert seen["modules"] == []
    assert "Jendela portal berhenti tiba-tiba." in seen["crash"]["said"]
    assert (seen["crash"]["visible"], seen["crash"]["open"]) == (True, None)
    for visit in (seen["first"], seen["second"]):
        assert visit["most_kb"] > 1.5 * visit["before_kb"]  # or nothing was measured
    assert seen["second"]["after_kb"] < MORE_AFTER * seen["second"]["before_kb"], seen
