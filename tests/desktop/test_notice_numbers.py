"""Whose notice a number stands for: a service that restarts, that answers late, that says what nobody pressed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.fakes.notification_service import NotificationService
from ui.notices.freedesktop import FreedesktopNotices
from ui.notices.notifier import Fact, Kind
from ui.notices.words import Notice, Press

pytestmark = pytest.mark.desktop
PATIENCE_MS = 20_000
CHECKS = Notice("Belum berhasil", "Tekan", (Press.OPEN, Press.CHECK), (Fact(Kind.SILENT, 1, "a"),), quiet=False)
REFUSED = Notice("PIN ditolak", "Ubah", (Press.OPEN, Press.TOMORROW), (Fact(Kind.REFUSED, 2, "b"),), quiet=False)


class Heard:
    """What became of each notice."""

    def __init__(self, notices: FreedesktopNotices) -> None:
        self.shown: list[Notice] = []
        self.refused: list[Notice] = []
        self.pressed: list[tuple[Notice, Press]] = []
        notices.shown.connect(self.shown.append)
        notices.refused.connect(self.refused.append)
        notices.pressed.connect(lambda notice, press: self.pressed.append((notice, press)))


@pytest.fixture
def service(bus: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[NotificationService]:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus)
    made = NotificationService(bus)
    made.start()
    yield made
    made.close()


@pytest.fixture
def notices(qtbot: QtBot, service: NotificationService) -> Iterator[FreedesktopNotices]:
    owner = QObject()  # as in the program, where it is a part of the window's
    made = FreedesktopNotices(owner)
    yield made
    made.close()
    owner.deleteLater()
    qtbot.waitUntil(lambda: not isValid(owner), timeout=PATIENCE_MS)


def test_after_the_service_restarted_an_old_number_is_another_programs(
    qtbot: QtBot, service: NotificationService, notices: FreedesktopNotices
) -> None:
    heard = Heard(notices)
    notices.show(CHECKS)
    qtbot.waitUntil(lambda: heard.shown == [CHECKS], timeout=PATIENCE_MS)
    service.stop()
    service.start()  # and counts from 1 again
    service.tell_everybody("ActionInvoked", 1, "check")
    notices.show(REFUSED)  # over the same line: what was said before it has been heard once this is answered
    qtbot.waitUntil(lambda: heard.shown == [CHECKS, REFUSED], timeout=PATIENCE_MS)
    assert heard.pressed == []
    service.press("tomorrow")
    qtbot.waitUntil(lambda: heard.pressed == [(REFUSED, Press.TOMORROW)], timeout=PATIENCE_MS)


def test_a_button_that_a_notice_does_not_have_cannot_be_pressed_on_it(
    qtbot: QtBot, service: NotificationService, notices: FreedesktopNotices
) -> None:
    heard = Heard(notices)
    notices.show(REFUSED)
    qtbot.waitUntil(lambda: bool(heard.shown), timeout=PATIENCE_MS)
    for word in ("check", "open", "explode"):
        service.tell_everybody("ActionInvoked", 1, word)
    service.tell_everybody("ActionInvoked", 1, "default")
    qtbot.waitUntil(lambda: bool(heard.pressed), timeout=PATIENCE_MS)
    assert heard.pressed == [(REFUSED, Press.OPEN)]


def test_a_service_that_answers_late_has_it_all_the_same_and_its_buttons_work(
    qtbot: QtBot, service: NotificationService, notices: FreedesktopNotices
) -> None:
    service.late = True
    heard = Heard(notices)
    notices.show(CHECKS)
    qtbot.waitUntil(lambda: len(service.shown) == 1, timeout=PATIENCE_MS)
    notices._limit.start(0)  # ten seconds went by
    qtbot.waitUntil(lambda: not notices._limit.isActive(), timeout=PATIENCE_MS)
    service.answer_now()
    qtbot.waitUntil(lambda: heard.shown == [CHECKS], timeout=PATIENCE_MS)
    assert heard.refused == []
    service.press("check")
    qtbot.waitUntil(lambda: heard.pressed == [(CHECKS, Press.CHECK)], timeout=PATIENCE_MS)
    assert len(service.shown) == 1
