"""The record locks when the computer's screen does, whichever way the desktop says so; and costs nothing where it is not wanted."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.fakes.screen_saver import LOGIND, SESSION, ScreenSaver
from ui.desktop.screen_lock import SCREEN_SAVERS, ScreenLock

pytestmark = pytest.mark.desktop
PATIENCE_MS = 10_000


@pytest.fixture
def service(bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], ScreenSaver]]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus)
    monkeypatch.delenv("XDG_SESSION_ID", raising=False)
    made: list[ScreenSaver] = []

    def start(name: str) -> ScreenSaver:
        made.append(ScreenSaver(bus, name))
        made[-1].start()
        return made[-1]

    yield start
    for one in made:
        one.close()


@pytest.fixture
def lock(qtbot: QtBot) -> Iterator[ScreenLock]:
    owner = QObject()  # as in the program, where it is a part of the window's
    made = ScreenLock(owner)
    yield made
    made.close()
    owner.deleteLater()
    qtbot.waitUntil(lambda: not isValid(owner), timeout=PATIENCE_MS)


def heard_within(qtbot: QtBot, lock: ScreenLock, say: Callable[[], object]) -> int:
    """How often `locked` came, if what is said again and again is heard at all: the first may be said before we listen."""
    heard: list[None] = []
    lock.locked.connect(lambda: heard.append(None))

    def said() -> bool:
        say()
        return bool(heard)

    qtbot.waitUntil(said, timeout=PATIENCE_MS)
    return len(heard)


@pytest.mark.parametrize(("name", "path"), SCREEN_SAVERS)
def test_a_desktop_s_screen_saver_locks_it(
    qtbot: QtBot, service: Callable[[str], ScreenSaver], lock: ScreenLock, name: str, path: str
) -> None:
    saver = service(name)
    lock.turn(True)
    assert heard_within(qtbot, lock, lambda: saver.says(path, name, "ActiveChanged", "b", True))


def test_a_screen_that_is_unlocked_locks_nothing(qtbot: QtBot, service: Callable[[str], ScreenSaver], lock: ScreenLock) -> None:
    name, path = SCREEN_SAVERS[2]
    saver = service(name)
    lock.turn(True)
    heard: list[None] = []
    assert heard_within(qtbot, lock, lambda: saver.says(path, name, "ActiveChanged", "b", True))
    lock.locked.connect(lambda: heard.append(None))
    qtbot.wait(100)
    heard.clear()
    saver.says(path, name, "ActiveChanged", "b", False)
    saver.says(path, name, "SomethingElse", "b", True)
    qtbot.wait(300)
    assert heard == []


def test_logind_s_word_for_this_session_locks_it(
    qtbot: QtBot, service: Callable[[str], ScreenSaver], lock: ScreenLock, monkeypatch: pytest.MonkeyPatch
) -> None:
    logind = service(LOGIND)
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    lock.turn(True)
    qtbot.waitUntil(lambda: logind.asked == ["2"], timeout=PATIENCE_MS)
    assert heard_within(qtbot, lock, lambda: logind.says(SESSION, f"{LOGIND}.Session", "Lock"))


def test_where_nobody_says_anything_nothing_happens(lock: ScreenLock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setenv("XDG_SESSION_ID", "2")
    lock.turn(True)
    lock.turn(False)


def test_it_listens_no_more_once_it_is_not_wanted(qtbot: QtBot, service: Callable[[str], ScreenSaver], lock: ScreenLock) -> None:
    name, path = SCREEN_SAVERS[0]
    saver = service(name)
    lock.turn(True)
    assert heard_within(qtbot, lock, lambda: saver.says(path, name, "ActiveChanged", "b", True))
    lock.turn(False)
    heard: list[None] = []
    lock.locked.connect(lambda: heard.append(None))
    saver.says(path, name, "ActiveChanged", "b", True)
    qtbot.wait(300)
    assert heard == []
