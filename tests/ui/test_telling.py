"""Telling: noted before it is shown, put off where it cannot be, never in a loop, and each once."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core import told as told_file
from core.errors import Status
from core.told import Told
from tests.fakes import states as s
from ui.notices.telling import AGAIN_AFTER, Telling
from ui.state import State
from ui.tray.icon import TrayIcon

MINUTE = dt.timedelta(minutes=1)


class Icon(TrayIcon):
    """A place in a tray that keeps what it was to say."""

    def __init__(self, *, present: bool) -> None:
        super().__init__()
        self.present = present
        self.mute = False  # a StatusNotifier, which hands its messages to the service that is not there
        self.said: list[str] = []

    @property
    def speaks(self) -> bool:
        return self.present and not self.mute

    def say(self, title: str, text: str) -> None:
        self.said.append(f"{title}: {text}")


class Desk:
    """A Telling on a machine without a notification service, and a clock to set."""

    def __init__(self, folder: Path, *, present: bool = True) -> None:
        self.now = s.NOW
        self.file = folder / "told.json"
        told_file.save(self.file, Told(known=frozenset({1})))
        self.icon = Icon(present=present)
        self.telling = Telling(self.icon, lambda: self.now, self.file, service=False)

    def look(self, state: State | None = None, *, watching: bool = False) -> None:
        self.telling.look(state or REFUSED, watching=watching)


REFUSED = s.state(s.view(last=s.attempt(Status.CREDENTIALS_REJECTED), stopped=True, readings=()))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_where_no_service_is_the_icon_says_it_once(desk: Desk) -> None:
    for _ in range(3):
        desk.look()
    assert len(desk.icon.said) == 1
    assert desk.icon.said[0].startswith("PIN ditolak portal: ")
    assert desk.telling.way == "icon"


def test_it_is_noted_before_it_is_shown(desk: Desk) -> None:
    noted: list[bool] = []
    desk.icon.say = lambda *_: noted.append("1/refused" in told_file.load(desk.file).marks)  # type: ignore[method-assign]
    desk.look()
    assert noted == [True]


def test_while_a_check_runs_nothing_is_said(desk: Desk) -> None:
    desk.look(s.state(s.view(last=s.attempt(Status.CREDENTIALS_REJECTED), stopped=True), checking=True))
    assert desk.icon.said == []


def test_without_a_service_and_without_a_tray_it_is_tried_again_later_and_not_in_a_loop(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path, present=False)
    desk.look()
    assert (desk.telling.way, desk.telling.waits()) == ("none", False)
    desk.now += AGAIN_AFTER - MINUTE
    assert not desk.telling.waits()
    desk.now += MINUTE
    desk.icon.present = True
    assert desk.telling.waits()
    desk.look()
    assert len(desk.icon.said) == 1
    assert not desk.telling.waits()


def test_an_icon_that_would_hand_it_to_the_missing_service_is_no_way_to_tell(desk: Desk) -> None:
    desk.icon.mute = True
    desk.look()
    assert (desk.telling.way, desk.icon.said) == ("none", [])
    assert "1/refused" in told_file.load(desk.file).later
    desk.icon.mute = False
    desk.now += AGAIN_AFTER
    desk.look()
    assert len(desk.icon.said) == 1


def test_pressing_the_icons_message_opens_the_account(desk: Desk, qtbot: QtBot) -> None:
    desk.look()
    with qtbot.waitSignal(desk.telling.open_requested) as asked:
        desk.icon.message_clicked.emit()
    assert asked.args == [1]
    with qtbot.assertNotEmitted(desk.telling.open_requested):
        desk.icon.message_clicked.emit()  # a message of another kind


def test_the_end_of_a_snooze_is_noticed_by_the_minute(desk: Desk) -> None:
    desk.telling.snooze(desk.now + 5 * MINUTE)
    desk.look()
    assert desk.icon.said == []
    assert desk.telling.snoozed_until == desk.now + 5 * MINUTE
    assert not desk.telling.waits()
    desk.now += 5 * MINUTE
    assert desk.telling.waits()
    assert desk.telling.snoozed_until is None
    desk.look()
    assert len(desk.icon.said) == 1


def test_a_disk_that_takes_nothing_costs_no_notice_and_no_loop(qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.file.unlink()
    desk.file.mkdir()  # cannot be replaced by a file
    desk.look()  # nothing is known: the past is taken as told
    desk.look(s.state(s.view(last=s.attempt(Status.BLOCKED, at=s.NOW + MINUTE), stopped=True, readings=())))
    desk.look(s.state(s.view(last=s.attempt(Status.BLOCKED, at=s.NOW + MINUTE), stopped=True, readings=())))
    assert len(desk.icon.said) == 1
