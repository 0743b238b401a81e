"""What the tray says in each state, without a tray: its menu and its icon's state are made from the State alone."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.errors import Status
from core.models import Account, Attempt, Balance, Card, Reading, Source, Step, Trigger
from core.settings import Settings
from ui.notifier import needs_you
from ui.state import AccountView, Checking, State
from ui.tray import Tray, icon_state, when_text
from ui.tray_icon import TrayIcon

NOW = dt.datetime(2026, 11, 22, 5, 0, tzinfo=dt.UTC)
ACCOUNT = Account(1, "Siti & Budi", "siti@example.com", "simulator-es", remember=True)


def reading(days_ago: int = 0) -> Reading:
    balance = Balance(48_731_902_00, (Card(48_731_902_00),))
    return Reading(1, 1, "simulator-es", Source.PORTAL, NOW - dt.timedelta(days=days_ago, hours=1), balance)


def attempt(status: Status | None) -> Attempt:
    return Attempt(1, 1, Trigger.PERSON, NOW, NOW if status else None, status)


def state(view: AccountView, **changes: object) -> State:
    return replace(State(Settings(), accounts=(view,), current=1, loaded=True), **changes)  # type: ignore[arg-type]


READ = AccountView(ACCOUNT, (reading(),), attempt(Status.OK), NOW + dt.timedelta(days=28))


@pytest.fixture
def icon(qtbot: QtBot) -> TrayIcon:
    return TrayIcon()


def lines(icon: TrayIcon) -> list[str]:
    return [action.text() for action in icon.menu.actions() if action.isVisible() and not action.isSeparator()]


def shown(icon: TrayIcon, now: State) -> list[str]:
    Tray(icon, lambda: NOW, icon).render(now)
    return lines(icon)


def test_the_menu_in_its_order(icon: TrayIcon) -> None:
    found = shown(icon, state(READ))
    assert found[:2] == ["Buka Saldo JHT", "Rp 48.731.902"]
    assert [line.split()[0] for line in found] == [
        "Buka", "Rp", "terakhir", "berikutnya", "Periksa", "Sembunyikan", "Tunda", "Pengaturan", "Bantuan", "Keluar",
    ]  # fmt: skip


def test_a_hidden_amount_is_hidden_here_too(icon: TrayIcon) -> None:
    assert "Rp ••••••" in shown(icon, state(READ, settings=Settings(masked=True)))


def test_before_the_first_check_there_is_nothing_to_read(icon: TrayIcon) -> None:
    assert [line.split()[0] for line in shown(icon, State(Settings()))] == [
        "Buka", "Periksa", "Sembunyikan", "Tunda", "Pengaturan", "Bantuan", "Keluar",
    ]  # fmt: skip


def test_while_checking_one_can_cancel_and_not_check(icon: TrayIcon) -> None:
    found = shown(icon, state(READ, checking=Checking(1, Step.READING)))
    assert "Batalkan pemeriksaan" in found
    assert "Periksa sekarang" not in found


def test_what_needs_the_person_stands_in_the_menu(icon: TrayIcon) -> None:
    found = shown(icon, state(replace(READ, last_attempt=attempt(Status.CREDENTIALS_REJECTED), stopped=True)))
    assert any(line.startswith("Perlu Anda: ") for line in found)
    assert not any(line.startswith("berikutnya") for line in found)


@pytest.mark.parametrize(
    ("view", "changes", "expected"),
    [
        (READ, {}, "resting"),
        (READ, {"checking": Checking(1)}, "checking"),
        (replace(READ, history=(reading(46),)), {}, "stale"),
        (replace(READ, last_attempt=attempt(Status.CREDENTIALS_REJECTED)), {}, "needs_you"),
        (replace(READ, last_attempt=attempt(Status.NETWORK)), {}, "resting"),
        (READ, {"ledger_problem": "ledger_broken"}, "needs_you"),
        (AccountView(ACCOUNT), {}, "resting"),
    ],
)
def test_the_icons_state(view: AccountView, changes: dict[str, object], expected: str) -> None:
    assert icon_state(state(view, **changes), NOW) == expected


@pytest.mark.parametrize("status", [None, Status.OK, Status.NETWORK, Status.MAINTENANCE])
def test_what_mends_itself_needs_nobody(status: Status | None) -> None:
    assert not needs_you(replace(READ, last_attempt=attempt(status)))


def test_a_moment_of_today_is_a_time_and_another_a_day() -> None:
    assert ":" in when_text(NOW, NOW) or "." in when_text(NOW, NOW)
    assert when_text(NOW - dt.timedelta(days=400), NOW).endswith("2025")


def test_a_hidden_mask_entry_says_what_holds(icon: TrayIcon, qtbot: QtBot) -> None:
    tray = Tray(icon, lambda: NOW, icon)
    tray.render(state(READ, settings=Settings(masked=True)))
    mask = next(action for action in icon.menu.actions() if action.text() == "Sembunyikan nominal")
    assert mask.isChecked()
    with qtbot.waitSignal(tray.mask_requested) as caught:
        mask.trigger()
    assert caught.args == [False]
