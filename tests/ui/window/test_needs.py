"""*Perlu Anda*: what waits for the person stands on the balance page, whether a notice came or not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from core import schedule
from core.blth import Blth
from core.errors import Status
from core.schedule import Plan, Why
from core.settings import Settings
from tests.fakes import states as s
from ui.notices.notifier import Kind, waiting

LATE = replace(s.TEXTILE, last_contribution=Blth(2026, 8))
REMIND = Plan(s.NOW, Why.PERSON_ROAD, schedule.Kind.REMIND, "2026-11")


def late(account=s.SITI):
    return s.view(account, (s.reading(1, s.NOW, s.balance(LATE), account),))


def test_without_anything_there_is_no_list(show):
    shown = show(s.state(s.view()))
    assert shown.page("balance").needs is None


def test_a_late_month_stands_in_the_list_as_not_yet_visible(show):
    shown = show(s.state(late()))
    words = shown.words(shown.page("balance").needs)
    assert "Perlu Anda" in words
    assert "Iuran Okt 2026 belum terlihat" in words
    assert "tanyakan HRD" in words


def test_what_the_banner_says_is_not_said_twice_but_another_accounts_is(show, qtbot):
    refused = s.attempt(Status.CREDENTIALS_REJECTED)
    shown = show(s.state(s.view(last=refused, stopped=True), s.view(s.BUDI, last=replace(refused, account_id=2), stopped=True)))
    needs = shown.page("balance").needs
    words = shown.words(needs)
    assert "Budi Santoso" in words
    assert "Siti Rahmawati" not in words
    with qtbot.waitSignal(shown.window.account_selected) as selected:
        shown.press("Buka", needs)
    assert selected.args == [s.BUDI.id]


def test_a_reminder_is_one_press_from_the_figure(show, qtbot):
    shown = show(s.state(replace(s.view(), plan=REMIND)))
    with qtbot.waitSignal(shown.window.check_requested) as asked:
        shown.press("Periksa sekarang", shown.page("balance").needs)
    assert asked.args == [s.SITI.id]


def test_names_are_masked_there_too(show):
    hidden = Settings(language="id", theme="light", masked=True)
    shown = show(s.state(s.view(), late(s.BUDI), settings=hidden))
    words = shown.words(shown.page("balance").needs)
    assert "Budi" not in words
    assert "B•••••" in words


@pytest.mark.parametrize(
    ("status", "said"), [(Status.OK, "Tekan Periksa sekarang."), (Status.NETWORK, "Portal tidak dapat dihubungi.")]
)
def test_a_long_silence_says_what_was_in_the_way_or_what_to_press(show, status, said):
    old = s.history(last_at=s.NOW - dt.timedelta(days=61))
    words = show(s.state(s.view(readings=old, last=s.attempt(status)))).words()
    assert f"{said} Angka terakhir tetap tersimpan." in words
    assert "Saldo terbaca" not in words


def test_the_list_goes_when_there_is_nothing_left(show):
    shown = show(s.state(late()))
    shown.window.render(s.state(s.view()))
    assert not shown.page("balance").needs.isVisible()


def test_a_ledger_that_cannot_be_read_has_no_list():
    assert waiting(s.state(late(), ledger_problem="ledger_broken"), s.NOW) == ()
    assert [fact.kind for fact in waiting(s.state(late()), s.NOW)] == [Kind.OVERDUE]
