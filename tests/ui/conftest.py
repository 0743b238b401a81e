"""The program under test with a private HOME: its real parts, a window that keeps what it is shown, and a stand-in for main.py."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.paths import Folders
from core.settings import load
from tests.fakes.fake_main_window import MainWindow
from ui.desktop.single_instance import SingleInstance
from ui.shell import Shell
from ui.state import AccountView, SignIn, State
from ui.tray.icon import TrayIcon
from ui.turns import next_turn

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = [
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.fakes.main_program import main; sys.exit(main(sys.argv[1:]))",
]


class WallClock:
    """A clock that goes on by itself and can be set forward."""

    def __init__(self) -> None:
        self.ahead = dt.timedelta()

    def __call__(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC) + self.ahead

    def to_noon_after(self, days: int) -> None:
        """Set it forward to twelve o'clock on the wall, so many days from now."""
        wanted = (dt.datetime.now().astimezone() + dt.timedelta(days=days)).replace(hour=12, minute=0)
        self.ahead = wanted - dt.datetime.now(dt.UTC)


TURNS = 6


class Running:
    """A program that was started, and what a person sees and does."""

    def __init__(self, app: Shell, home: Path, clock: WallClock, qtbot: QtBot) -> None:
        self.app, self.home, self.clock, self._qtbot = app, home, clock, qtbot

    @property
    def window(self) -> MainWindow:
        assert isinstance(self.app.window, MainWindow)
        return self.app.window

    @property
    def state(self) -> State:
        return self.window.states[-1]

    @property
    def view(self) -> AccountView:
        assert self.state.view is not None
        return self.state.view

    def portal_is(self, manner: str) -> None:
        (self.home / "portal").write_text(manner, "utf-8")

    def asked(self) -> list[dict[str, Any]]:
        """What the stand-in for main.py was asked to check, in order."""
        file = self.home / "asked"
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []

    def until(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)

    def until_settled(self) -> None:
        """Nothing is asked or checked any more, and what a check wrote was read (an account a turn) and shown."""
        accounts = self.app.accounts
        self.until(lambda: not accounts.asking and not accounts.running and self.state.checking is None)
        for _ in range(TURNS):
            turns: list[None] = []
            next_turn(self.app, partial(turns.append, None))
            self.until(lambda: turns)  # noqa: B023 - waited for in its own round

    def minutes_go_by(self, minutes: int) -> None:
        """The computer stays awake: three minutes a tick, and everything a tick begins comes to its end."""
        seen = len(self.asked())
        for _ in range(0, minutes, 3):
            if len(self.asked()) > seen:  # the stand-in's dates are today's: one check is all that can be seen
                return
            self.clock.ahead += dt.timedelta(minutes=3)
            self.app.on_tick()
            self.until_settled()

    def minutes_go_by_until_the_evening(self) -> None:
        """The computer wakes ten minutes before the regular time."""
        assert self.view.next_check is not None
        self.clock.ahead = self.view.next_check - dt.timedelta(minutes=10) - dt.datetime.now(dt.UTC)
        self.app.on_tick()

    def sign_in(self, **changes: Any) -> None:
        """Sign in and see the check to its end."""
        given = {
            "name": "Siti",
            "user": "siti@example.com",
            "portal": "simulator-es",
            "login": "rahasia",
            "remember": True,
            **changes,
        }
        seen = len(self.asked())
        self.window.sign_in_requested.emit(SignIn(**given))
        self.until(lambda: len(self.asked()) > seen)
        self.until_settled()


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Callable[..., Running]]:
    """Start the program: `start(demo=False, hidden=False)`."""
    started: list[Shell] = []

    def begin(*, demo: bool = False, hidden: bool = False) -> Running:
        folders = Folders.for_person(demo)
        place, clock = SingleInstance(folders.lock), WallClock()
        assert place.take()
        window: Any = MainWindow()
        if not hidden:
            window.show()
        app = Shell(qapp, window, TrayIcon(), folders, place, load(folders.settings), demo=demo, clock=clock, program=PROGRAM)
        started.append(app)
        app.begin(hidden=hidden)
        return Running(app, home, clock, qtbot)

    yield begin
    for app in started:
        app.end()
        app.deleteLater()
        app.window.deleteLater()
    os.environ.pop("XDG_ACTIVATION_TOKEN", None)


@pytest.fixture
def failed(start: Callable[..., Running]) -> Running:
    """Somebody whose portal has changed its words."""
    program = start()
    program.until(lambda: program.state.loaded and program.state.keyring)
    program.portal_is("not_understood")
    program.sign_in()
    return program
