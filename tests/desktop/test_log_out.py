"""Log-out and shutdown: whatever way the session ends, the program agrees at once and leaves nothing running.

A session ends for us in one of five ways: asked over the bus (GNOME and those that took over its session manager), asked over X11's own
protocol (tests/desktop/test_x_session.py), a signal (tests/desktop/test_asked_from_outside.py), the window manager closing the window while the session manager
waits (tests/ui/test_window_watch.py), or the display going away.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from tests.conftest import busy
from tests.desktop.conftest import ROOT, Desktop, Program, until
from tests.desktop.test_asked_from_outside import checking, command, gone, running
from tests.fakes.session_manager import Client, SessionManager
from tests.fakes.status_notifier import StatusNotifierPanel

pytestmark = [pytest.mark.desktop, pytest.mark.journey]
WITH_A_DIALOG = """
import sys
sys.path.insert(0, {root!r})
import main
from ui import preflight
preflight.load_qt()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog
from ui.window.main_window import MainWindow

def ask(window):
    dialog = QDialog(window)
    dialog.setWindowTitle("--- a dialog")
    dialog.exec()

class Asking(MainWindow):
    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(1_000, lambda: ask(self))

from ui import app
app.MainWindow = Asking
sys.exit(main.main(["--demo"]))
"""


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


@pytest.fixture
def manager(bus: str) -> Iterator[SessionManager]:
    """The desktop's session manager, which is there before any program."""
    made = SessionManager(bus)
    made.start()
    yield made
    made.close()


def known(manager: SessionManager) -> Client:
    until(lambda: manager.clients, "a program that made itself known")
    (client,) = manager.clients
    return client


def logged_out(manager: SessionManager, program: Program) -> None:
    """Asked, agreed at once, told that it ends, ended: all within two seconds."""
    client = known(manager)
    began = manager.ask()
    until(lambda: client.answers, "an answer")
    answered_at, fine, reason = client.answers[0]
    assert (fine, reason) == (True, "")
    assert answered_at - began < 0.5 * busy()
    assert program.alive, "asked is not told"
    manager.end()
    assert program.ends_within(2) == 0
    assert time.monotonic() - began < 2 * busy()
    assert [answer[1] for answer in client.answers] == [True, True]
    assert program.said == ""


def test_asked_by_the_session_manager_it_agrees_at_once_and_ends(desktop: Desktop, manager: SessionManager) -> None:
    program = running(desktop)
    assert known(manager).app == "saldo-jht"
    logged_out(manager, program)


def test_in_the_middle_of_a_check_it_agrees_too_and_the_attempt_is_in_the_ledger(
    desktop: Desktop, manager: SessionManager
) -> None:
    program = running(desktop, "--fault", "hang")
    known(manager)
    pids = checking(desktop, program)
    assert pids
    logged_out(manager, program)
    until(lambda: gone(pids), "its children gone too")
    assert desktop.attempts()[0].status is None
    assert json.loads(command(desktop, "ledger", "verify", "--demo", "--json").stdout)["ledger"] == "ok"


def test_hidden_in_the_tray_it_agrees_too(desktop: Desktop, manager: SessionManager, panel: StatusNotifierPanel) -> None:
    panel.start()
    program = desktop.start("--demo", "--hidden")
    until(lambda: panel.items and len(desktop.attempts()) == 36, "an icon with its history")
    logged_out(manager, program)


def test_an_open_dialog_with_a_loop_of_its_own_holds_up_no_log_out(desktop: Desktop, manager: SessionManager) -> None:
    script = desktop.home / "with_a_dialog.py"
    script.write_text(WITH_A_DIALOG.format(root=str(ROOT)), "utf-8")
    program = desktop.start_script(script)
    known(manager)
    until(
        lambda: "--- a dialog" in desktop.run("xdotool", "search", "--onlyvisible", "--name", "a dialog", "getwindowname"),
        "a dialog",
    )
    logged_out(manager, program)


def test_a_log_out_that_is_called_off_changes_nothing(desktop: Desktop, manager: SessionManager) -> None:
    program = running(desktop)
    client = known(manager)
    manager.ask()
    until(lambda: client.answers, "an answer")
    manager.call_off()
    assert command(desktop, "check", "--demo", "--via-running").returncode == 0
    assert program.alive
    manager.stop_clients()
    assert program.ends_within(2) == 0


def test_a_session_manager_that_never_answers_is_no_trouble(desktop: Desktop, bus: str) -> None:
    silent = SessionManager(bus, silent=True)
    silent.start()
    try:
        program = running(desktop)
        program.process.terminate()
        assert program.ends_within(2) == 0
        assert program.said == ""
    finally:
        silent.close()
