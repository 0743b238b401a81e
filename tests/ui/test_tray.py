"""What the tray says in each state, without a tray: its menu and its icon's state are made from the State alone."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from core.errors import Status
from core.models import Account, Attempt, Balance, Card, Reading, Source, Step, Trigger
from core.settings import Settings
from ui.notices.notifier import needs_you
from ui.state import AccountView, Checking, State
from ui.tray.icon import TrayIcon
from ui.tray.tray import Tray
from ui.tray.words import icon_state, summary, when_text

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


@pytest.fixture(autouse=True)
def in_jakarta(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """On a machine in western Indonesia."""
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


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


def test_locked_not_even_a_hidden_line_holds_what_was_read(icon: TrayIcon) -> None:
    tray = Tray(icon, lambda: NOW, icon)
    second = replace(READ, account=replace(ACCOUNT, id=2, name="Wayan"))
    tray.render(replace(state(READ), accounts=(READ, second)))
    assert any("Wayan" in line for line in lines(icon))
    tray.render(State(Settings(), lock="locked"))
    kept = " ".join(action.text() for action in icon.menu.actions())
    for word in ("Rp", "Siti", "Wayan", "terakhir", "berikutnya"):
        assert word not in kept


def test_check_now_leaves_out_whose_kept_pin_was_refused_in_the_demo_too() -> None:
    refused = replace(READ, account=replace(ACCOUNT, id=2), last_attempt=attempt(Status.CREDENTIALS_REJECTED), stopped=True)
    for demo in (False, True):
        both = replace(state(READ), accounts=(READ, refused), demo=demo)
        assert summary(both, NOW).checkable == (1,)


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


BUDI = Account(2, "Budi", "budi@example.com", "simulator-es", remember=True)


def budis(days_ago: int = 0, **changes: object) -> AccountView:
    read = replace(reading(days_ago), account_id=2, balance=Balance(1_000_000_00, (Card(1_000_000_00),)))
    return replace(AccountView(BUDI, (read,), attempt(Status.OK), NOW + dt.timedelta(days=3)), **changes)  # type: ignore[arg-type]


def test_several_accounts_are_summed_up_and_each_has_its_line(icon: TrayIcon) -> None:
    found = shown(icon, replace(state(READ), accounts=(READ, budis(days_ago=2))))
    assert found[1:5] == [
        "Rp 49.731.902 · 2 akun",
        "Siti && Budi: Rp 48.731.902 · 11.00 WIB",
        "Budi: Rp 1.000.000 · 20 November",
        "angka terlama: 20 November",
    ]
    assert found[5] == "berikutnya 25 November"


def test_an_account_without_a_figure_is_not_counted_as_nothing(icon: TrayIcon) -> None:
    found = shown(icon, replace(state(READ), accounts=(READ, replace(budis(), history=()))))
    assert "Rp 48.731.902 · 1 dari 2 akun" in found
    assert "Budi: belum ada angka" in found


def test_back_to_one_account_its_line_goes(icon: TrayIcon) -> None:
    tray = Tray(icon, lambda: NOW, icon)
    tray.render(replace(state(READ), accounts=(READ, budis())))
    tray.render(state(READ))
    assert not any(line.startswith("Budi") for line in lines(icon))


def test_check_now_checks_every_account_that_can_be_checked_without_its_person(icon: TrayIcon) -> None:
    tray = Tray(icon, lambda: NOW, icon)
    asked: list[int] = []
    tray.check_requested.connect(asked.append)
    refused = replace(budis(), last_attempt=attempt(Status.CREDENTIALS_REJECTED), stopped=True)
    check = next(action for action in icon.menu.actions() if action.text() == "Periksa sekarang")
    for views, expected in (((READ, budis()), [1, 2]), ((READ, refused), [1]), ((refused,), [1]), ((), [])):
        asked.clear()
        tray.render(replace(state(READ), accounts=views, current=1 if views else None))
        check.trigger()
        assert asked == expected


def test_names_in_the_menu_are_masked_too(icon: TrayIcon) -> None:
    found = shown(icon, replace(state(READ, settings=Settings(masked=True)), accounts=(READ, budis())))
    assert "B•••••: Rp •••••• · 11.00 WIB" in found
    assert not any("Budi" in line for line in found)


def test_what_needs_any_account_is_said_with_its_name_and_how_many_more() -> None:
    refused = replace(budis(), last_attempt=attempt(Status.CREDENTIALS_REJECTED), stopped=True)
    other = replace(READ, last_attempt=attempt(Status.BLOCKED), stopped=True)
    said = summary(replace(state(other), accounts=(other, refused)), NOW)
    assert said.need == "Perlu Anda (2): Siti & Budi: Dihentikan demi keamanan Anda"


def test_what_needs_you_is_opened_where_it_is(icon: TrayIcon) -> None:
    tray = Tray(icon, lambda: NOW, icon)
    opened: list[object] = []
    tray.account_requested.connect(opened.append)
    tray.page_requested.connect(opened.append)
    refused = replace(budis(), last_attempt=attempt(Status.CREDENTIALS_REJECTED), stopped=True)
    tray.render(replace(state(READ), accounts=(READ, refused), current=1))
    (line,) = [action for action in icon.menu.actions() if action.text().startswith("Perlu Anda")]
    line.trigger()
    tray.render(replace(state(READ), lock="locked"))
    (line,) = [action for action in icon.menu.actions() if action.text() == "Catatan terkunci"]
    line.trigger()
    assert opened == [refused.account.id, "balance"]


def test_check_now_opens_no_portals_window_beside_the_checks_that_need_nobody() -> None:
    visited = replace(budis(), in_browser=True)
    assert summary(replace(state(READ), accounts=(READ, visited)), NOW).checkable == (1,)
    assert summary(replace(state(visited), current=visited.account.id), NOW).checkable == (visited.account.id,)


def test_an_account_that_is_paused_is_said_to_be() -> None:
    paused = replace(budis(), account=replace(budis().account, paused=True))
    assert summary(replace(state(READ), accounts=(READ, paused)), NOW).each[1].startswith("Budi (dijeda): Rp ")


def test_one_old_figure_among_several_makes_the_icon_out_of_date() -> None:
    assert icon_state(replace(state(READ), accounts=(READ, budis(days_ago=46))), NOW) == "stale"


def test_snoozed_the_menu_says_until_when_and_how_to_end_it(icon: TrayIcon, qtbot: QtBot) -> None:
    tray = Tray(icon, lambda: NOW, icon)
    tray.render(state(READ), snoozed_until=NOW + dt.timedelta(hours=1))
    (line,) = [action for action in icon.menu.actions() if action.text().startswith("Pengingat ditunda sampai 13.00 WIB")]
    assert "Tunda pengingat" not in lines(icon)
    with qtbot.waitSignal(tray.snooze_requested) as ended:
        line.trigger()
    assert ended.args == [None]
    tray.render(state(READ), snoozed_until=NOW)
    assert "Tunda pengingat" in lines(icon)
