"""One window a person: a second start, a start after a crash, the demo beside the real one; and a desktop without any tray."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from tests.conftest import need
from tests.desktop.conftest import ROOT, Desktop, until
from tests.fakes.session_manager import SessionManager
from tests.fakes.status_notifier import StatusNotifierPanel

pytestmark = [pytest.mark.desktop, pytest.mark.journey]
WITH_LITTLE_PATIENCE = """
import sys
sys.path.insert(0, {root!r})
import main
from ui import preflight
preflight.load_qt()
from ui.tray import watch
watch.GONE_MS = 200
sys.exit(main.main(["--demo", "--hidden"]))
"""


@pytest.fixture
def window_manager(desktop: Desktop) -> Iterator[None]:
    """A window manager: the only one who can minimise a window, or give it the focus."""
    need("openbox", "xdotool", "xprop")
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"], env=desktop.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    until(lambda: "window id" in desktop.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "a window manager")
    yield
    manager.terminate()
    manager.wait(10)


def close(desktop: Desktop, window: str) -> None:
    """What the X in the title bar does: the window manager asks the window to close."""
    desktop.run("xdotool", "windowactivate", "--sync", window, "key", "alt+F4")


def is_minimised(desktop: Desktop) -> bool:
    """Whether the program's window is iconified. (A window closed before the program was ready comes back as another X window.)"""
    found = desktop.run("xdotool", "search", "--name", "Saldo JHT").split()
    return any("Iconic" in desktop.run("xprop", "-id", window, "WM_STATE") for window in found)


def test_a_second_start_raises_the_first_window_and_ends(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    first = desktop.start("--demo", "--hidden")
    until(lambda: panel.items, "an icon in the tray")
    assert desktop.windows() == []
    second = desktop.start("--demo")
    assert second.ends_within(10) == 0
    assert second.said == ""
    until(desktop.windows, "the first one's window")
    assert first.alive
    assert len(panel.items) == 1


def test_two_starts_at_the_same_moment_make_one_window(desktop: Desktop) -> None:
    both = [desktop.start("--demo"), desktop.start("--demo")]
    until(lambda: sum(program.alive for program in both) == 1, "one of them to end")
    until(desktop.windows, "a window")
    assert len(desktop.windows()) == 1
    assert [program.process.returncode for program in both if not program.alive] == [0]


def test_a_crashed_program_does_not_stand_in_the_way_of_the_next(desktop: Desktop) -> None:
    first = desktop.start("--demo")
    until(desktop.windows, "a window")
    first.kill()
    until(lambda: not desktop.windows(), "no window")
    second = desktop.start("--demo")
    until(desktop.windows, "a window of the second start")
    assert second.alive


def test_the_demo_and_the_persons_own_window_stand_side_by_side(desktop: Desktop) -> None:
    both = [desktop.start("--demo"), desktop.start()]
    until(lambda: len(desktop.windows()) == 2, "two windows")
    assert all(program.alive for program in both)


@pytest.mark.usefixtures("window_manager")
def test_without_a_tray_closing_minimises(desktop: Desktop) -> None:
    program = desktop.start("--demo")
    until(desktop.windows, "a window")
    (window,) = desktop.windows()
    until(lambda: not is_minimised(desktop), "a window that is managed")
    close(desktop, window)
    until(lambda: is_minimised(desktop), "a minimised window")
    assert program.alive
    assert desktop.start("--demo").ends_within(10) == 0
    until(lambda: not is_minimised(desktop), "the window back, raised by a second start")


@pytest.mark.usefixtures("window_manager")
def test_with_a_tray_closing_hides_into_it(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    program = desktop.start("--demo")
    until(lambda: panel.items and desktop.windows(), "icon and window")
    (window,) = desktop.windows()
    close(desktop, window)
    until(lambda: not desktop.windows(), "no window")
    assert program.alive
    panel.click()
    until(desktop.windows, "the window again")


def test_without_a_tray_nothing_starts_hidden(desktop: Desktop) -> None:
    desktop.start("--demo", "--hidden")
    until(desktop.windows, "a window")


def test_hidden_in_a_tray_that_is_gone_for_good_the_window_comes_back(
    desktop: Desktop, panel: StatusNotifierPanel, bus: str
) -> None:
    manager = SessionManager(bus)
    manager.start()
    panel.start()
    script = desktop.home / "with_little_patience.py"
    script.write_text(WITH_LITTLE_PATIENCE.format(root=str(ROOT)), "utf-8")
    program = desktop.start_script(script)
    until(lambda: manager.clients, "a program that listens to the bus")
    assert (len(panel.items), desktop.windows()) == (1, [])
    panel.stop()
    until(desktop.windows, "the window")
    panel.start()
    until(lambda: panel.items, "the icon, once there is a tray again")
    assert program.alive
    manager.close()


def test_ctrl_q_quits_quietly(desktop: Desktop) -> None:
    need("xdotool")
    program = desktop.start("--demo")
    until(lambda: desktop.windows() and desktop.attempts(), "a window with its history")
    (window,) = desktop.windows()
    desktop.run("xdotool", "windowfocus", "--sync", window, "key", "ctrl+q")
    assert program.ends_within(5) == 0
    assert program.said == ""
