"""The next check and its reason are always in words, in both languages; the choices that change it stand in the settings."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from core.errors import Need, Status
from core.schedule import Kind, Plan, Why
from core.settings import INTERVALS, Settings
from tests.fakes import states as s
from ui.words import translations
from ui.words.schedule import interval_name, next_run

AT = dt.datetime(2026, 12, 24, 12, 30, tzinfo=dt.UTC)
WITHOUT_TIME = {Why.NO_PORTAL, Why.NEVER, Why.PAUSED, Why.NOT_REMEMBERED, Why.PERSON_ROAD, Why.STOPPED}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_reason_has_its_own_sentence(qapp: QApplication, language: str) -> None:
    translations.install(qapp, language)  # type: ignore[arg-type]
    said = {why: next_run(Plan(None if why in WITHOUT_TIME else AT, why)) for why in Why}
    assert len(set(said.values())) == len(Why)
    for why, sentence in said.items():
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert ("24 Des" in sentence or "24 Dec" in sentence) == (why not in WITHOUT_TIME | {Why.FIRST})
    assert len({interval_name(interval) for interval in INTERVALS}) == len(INTERVALS)
    translations.install(qapp, "id")


@pytest.mark.parametrize("why", [Why.PERSON_ROAD, Why.NOT_REMEMBERED])
def test_a_reminder_is_named_with_its_day_and_is_no_check(why: Why) -> None:
    assert next_run(Plan(AT, why, Kind.REMIND)).endswith("Hari pengingat: 24 Desember 2026.")
    assert next_run(Plan(AT, why, Kind.REMIND)).startswith("tidak ada, karena ")


def test_a_reminder_whose_day_is_over_says_that_it_is_due() -> None:
    plan = Plan(AT, Why.PERSON_ROAD, Kind.REMIND)
    assert next_run(plan, AT + dt.timedelta(days=30)).endswith("Sudah waktunya memeriksa sendiri, sejak 24 Desember 2026.")
    assert next_run(plan, AT).endswith("Hari pengingat: 24 Desember 2026.")


def test_the_next_check_stands_under_the_figure(show) -> None:  # type: ignore[no-untyped-def]
    shown = show(s.state(s.view(plan=Plan(AT, Why.METERED))))
    assert "paling lambat 24 Desember 2026" in shown.words()


def test_a_portal_that_wanted_its_person_is_not_answered_with_another_pin(show) -> None:  # type: ignore[no-untyped-def]
    stopped = Plan(None, Why.STOPPED)
    asked = s.view(last=s.attempt(Status.HUMAN_NEEDED, need=Need.CAPTCHA), stopped=True, plan=stopped)
    assert "menunggu Anda. Setelah Anda masuk" in show(s.state(asked)).words()
    assert "Masukkan PIN dan periksa sekali" not in show(s.state(asked)).words()
    refused = s.view(last=s.attempt(Status.CREDENTIALS_REJECTED), stopped=True, plan=stopped)
    assert "Masukkan PIN dan periksa sekali" in show(s.state(refused)).words()


def test_the_quiet_hours_can_be_chosen(show) -> None:  # type: ignore[no-untyped-def]
    shown = show(s.state(s.view()))
    changed: list[Settings] = []
    shown.window.settings_changed.connect(changed.append)
    shown.window.show_page("settings")
    page = shown.content.stack.currentWidget()
    assert (page.quiet_from.list.currentText(), page.quiet_until.list.currentText()) == ("22.00", "06.00")
    page.quiet_from.picked.emit("23")
    page.quiet_until.picked.emit("5")
    assert [(made.quiet_from, made.quiet_until) for made in changed] == [(23, 6), (22, 5)]


def test_an_account_may_be_checked_as_often_as_its_person_likes(show) -> None:  # type: ignore[no-untyped-def]
    state = s.state(s.view(), s.view(s.BUDI))
    shown = show(replace(state, settings=replace(state.settings, intervals=((2, "weekly"),))))
    changed: list[Settings] = []
    shown.window.settings_changed.connect(changed.append)
    shown.window.show_page("settings")
    page = shown.content.stack.currentWidget()
    siti, budi = (page.accounts._interval(number, "") for number in (1, 2))
    assert (siti.list.currentText(), budi.list.currentText()) == ("Seperti semua akun", "Setiap minggu")
    siti.picked.emit("never")
    budi.picked.emit("")
    assert [made.intervals for made in changed] == [((2, "weekly"), (1, "never")), ()]
