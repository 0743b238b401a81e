"""Log-out and shutdown: whatever way the session ends, the program agrees at once and leaves nothing running.

Qt's wheels are built without XSMP, so on X11 a session ends for us in one of three ways: a signal (tests/desktop/test_asked_from_outside.py),
the window manager closing the window while the session manager waits (tests/ui/test_window_watch.py), or the display going away.
"""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.desktop.conftest import ROOT, Desktop, until
from tests.desktop.test_asked_from_outside import checking, gone, running
from tests.fakes.status_notifier import StatusNotifierPanel

pytestmark = [pytest.mark.desktop, pytest.mark.journey]


def test_a_display_that_goes_away_ends_it_within_two_seconds(desktop: Desktop) -> None:
    program = running(desktop, "--fault", "hang")
    pids = checking(desktop, program)
    desktop.run("pkill", "-P", str(os.getpid()), "-x", "Xvfb")  # the one this test started
    program.process.wait(2)
    until(lambda: gone(pids), "its children gone too")


def test_a_panel_and_a_bus_that_go_first_hold_up_nothing(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    program = desktop.start("--demo", "--hidden")
    until(lambda: panel.items and len(desktop.attempts()) == 36, "an icon with its history")
    panel.stop()
    program.process.terminate()
    assert program.ends_within(2) == 0
    assert program.said == ""


def test_the_next_log_in_starts_as_if_nothing_had_been(desktop: Desktop) -> None:
    first = running(desktop)
    first.process.terminate()
    assert first.ends_within(2) == 0
    running(desktop)
    done = subprocess.run([sys.executable, str(ROOT / "main.py"), "--quit", "--demo"], env=desktop.environment, check=False)
    assert done.returncode == 0
