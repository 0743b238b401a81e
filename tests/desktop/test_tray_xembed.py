"""The tray of older X11 panels: the icon is a small window inside the panel, clicked with a real pointer."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator

import pytest

from core.errors import Status
from tests.conftest import need
from tests.desktop.conftest import Desktop, Program, until

pytestmark = [pytest.mark.desktop, pytest.mark.journey]
LARGEST_ICON_PX = 64


@pytest.fixture
def trayer(desktop: Desktop) -> Iterator[None]:
    """A panel with an XEmbed tray in the top right corner, clear of the program's window."""
    need("trayer", "xdotool")
    corner = ["--edge", "top", "--align", "right", "--width", "20", "--height", "32", "--SetDockType", "false"]
    panel = subprocess.Popen(["trayer", *corner], env=desktop.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    yield
    panel.terminate()
    panel.wait(10)


def small_and_large(desktop: Desktop) -> tuple[list[str], list[str]]:
    """The program's visible windows: tray icons, and the others (window, open menu), by their ids."""
    icons, others = [], []
    for window in desktop.run("xdotool", "search", "--onlyvisible", "--class", "^saldo-jht$").split():
        size = re.search(r"Geometry: (\d+)x(\d+)", desktop.run("xdotool", "getwindowgeometry", window))
        if size:
            (icons if int(size[1]) <= LARGEST_ICON_PX else others).append(window)
    return icons, others


def icon(desktop: Desktop) -> str:
    until(lambda: small_and_large(desktop)[0], "an icon in the tray")
    return small_and_large(desktop)[0][0]


def click(desktop: Desktop, button: int) -> None:
    desktop.run("xdotool", "mousemove", "--window", icon(desktop), "10", "10", "click", str(button))


def choose(desktop: Desktop, *keys: str) -> None:
    """Open the menu with the right button and choose with the keyboard."""
    before = len(small_and_large(desktop)[1])
    click(desktop, 3)
    until(lambda: len(small_and_large(desktop)[1]) > before, "an open menu")
    desktop.run("xdotool", "key", *keys)


def demo(desktop: Desktop, *arguments: str) -> Program:
    program = desktop.start("--demo", *arguments)
    icon(desktop)
    until(desktop.attempts, "the sample history")
    return program


@pytest.mark.usefixtures("trayer")
def test_a_click_on_the_icon_hides_the_window_and_the_menu_brings_it_back(desktop: Desktop) -> None:
    program = demo(desktop)
    until(desktop.windows, "a window")
    click(desktop, 1)
    until(lambda: not desktop.windows(), "no window")
    choose(desktop, "Down", "Return")
    until(desktop.windows, "the window again")
    assert program.alive


@pytest.mark.usefixtures("trayer")
def test_check_now_by_the_menu_makes_a_check(desktop: Desktop) -> None:
    demo(desktop)
    before = len(desktop.attempts())
    choose(desktop, "Down", "Down", "Return")  # past "Buka"; the grey lines are skipped
    until(lambda: len(desktop.attempts()) > before, "an attempt")
    until(lambda: desktop.attempts()[0].status is Status.OK, "its success")


@pytest.mark.usefixtures("trayer")
def test_quit_by_the_menu_ends_the_program_quietly(desktop: Desktop) -> None:
    program = demo(desktop)
    choose(desktop, "Up", "Return")
    assert program.ends_within(5) == 0
    assert program.said == ""


def card(desktop: Desktop) -> str:
    """The card at the icon, opened with a click: the only other window that can be seen."""
    click(desktop, 1)
    until(lambda: len(small_and_large(desktop)[1]) == 1, "the card")
    return small_and_large(desktop)[1][0]


@pytest.mark.usefixtures("trayer")
def test_with_the_window_hidden_a_click_opens_a_card_at_the_icon_and_esc_closes_it(desktop: Desktop) -> None:
    demo(desktop, "--hidden")
    opened = card(desktop)
    left, top = map(int, re.findall(r"Position: (-?\d+),(-?\d+)", desktop.run("xdotool", "getwindowgeometry", opened))[0])
    assert top < 120, "under the panel at the top"
    assert left > 640, "at the right, where the icon is"
    desktop.run("xdotool", "key", "Escape")
    until(lambda: small_and_large(desktop)[1] == [], "no card")


@pytest.mark.usefixtures("trayer")
def test_a_click_elsewhere_closes_the_card(desktop: Desktop) -> None:
    demo(desktop, "--hidden")
    card(desktop)
    desktop.run("xdotool", "mousemove", "100", "700", "click", "1")
    until(lambda: small_and_large(desktop)[1] == [], "no card")


@pytest.mark.usefixtures("trayer")
def test_the_card_opens_the_window(desktop: Desktop) -> None:
    demo(desktop, "--hidden")
    card(desktop)
    desktop.run("xdotool", "key", "Return")  # the button "Buka" has the focus
    until(lambda: any(width > 800 for width in widths(desktop)), "the window")


@pytest.mark.usefixtures("trayer")
def test_the_card_checks(desktop: Desktop) -> None:
    demo(desktop, "--hidden")
    until(lambda: len(desktop.attempts()) == 36, "the sample history")
    card(desktop)
    desktop.run("xdotool", "key", "shift+Tab", "Return")
    until(lambda: len(desktop.attempts()) == 37 and desktop.attempts()[0].status is Status.OK, "a check that went well")


def widths(desktop: Desktop) -> list[int]:
    return [
        int(re.findall(r"Geometry: (\d+)x", desktop.run("xdotool", "getwindowgeometry", w))[0])
        for w in small_and_large(desktop)[1]
    ]


@pytest.mark.usefixtures("trayer")
def test_started_hidden_there_is_an_icon_and_no_window(desktop: Desktop) -> None:
    program = demo(desktop, "--hidden")
    assert desktop.windows() == []
    assert program.alive
