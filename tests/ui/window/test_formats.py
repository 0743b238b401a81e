"""Dates, times, ages and masked names as people read them, in both languages."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from core.blth import Blth
from ui.accounts import identity
from ui.accounts.identity import Flaw
from ui.words import formats

MORNING = dt.datetime(2026, 11, 22, 1, 12, tzinfo=dt.UTC)


@pytest.fixture(params=["id", "en"])
def language(request):
    formats.set_language(request.param)
    yield request.param
    formats.set_language("id")


def test_dates_are_written_out(language):
    expected = {"id": ("18 Agustus 2026", "18 Agu 2026", "Mei 2026"), "en": ("18 August 2026", "18 Aug 2026", "May 2026")}[
        language
    ]
    day = dt.date(2026, 8, 18)
    assert (formats.long_date(day), formats.short_date(day), formats.month(Blth(2026, 5))) == expected


def test_times_carry_the_zone_of_this_machine(language):
    assert formats.clock(MORNING) == {"id": "08.12 WIB", "en": "08:12 WIB"}[language]
    assert formats.moment(MORNING) == {"id": "22 November 2026, 08.12 WIB", "en": "22 November 2026, 08:12 WIB"}[language]


@pytest.mark.parametrize(
    ("zone", "shown"),
    [
        ("Asia/Makassar", "09.12 WITA"),
        ("Asia/Jayapura", "10.12 WIT"),
        ("UTC", "01.12 UTC"),
        ("Asia/Dubai", "05.12 UTC+4"),
        ("Asia/Kathmandu", "06.57 UTC+5:45"),
    ],
)
def test_other_zones_are_named_or_counted(monkeypatch, zone, shown):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    formats.set_language("id")
    assert formats.clock(MORNING) == shown


def test_the_zone_of_jakarta_has_a_name_on_windows_too():
    windows = dt.timezone(dt.timedelta(hours=7), "SE Asia Standard Time")
    assert formats.zone(MORNING.astimezone(windows)) == "WIB"
    west = dt.timezone(dt.timedelta(hours=-3, minutes=-30), "Newfoundland Standard Time")
    assert formats.zone(MORNING.astimezone(west)) == "UTC-3:30"


def test_the_year_is_left_out_only_when_it_is_this_one():
    formats.set_language("id")
    assert formats.day_of_year(dt.date(2026, 10, 18), dt.date(2026, 11, 22)) == "18 Oktober"
    assert formats.day_of_year(dt.date(2025, 10, 18), dt.date(2026, 11, 22)) == "18 Oktober 2025"


def test_age_counts_calendar_days_of_this_place():
    evening = dt.datetime(2026, 11, 21, 16, 59, tzinfo=dt.UTC)  # 23.59 in Jakarta
    assert formats.age_days(evening, evening + dt.timedelta(minutes=2)) == 1
    assert formats.age_days(evening, evening - dt.timedelta(days=3)) == 0  # the clock was set back
    assert [formats.age(days) for days in (0, 1, 34)] == ["hari ini", "kemarin", "34 hari lalu"]
    assert not formats.is_stale(45) and formats.is_stale(46)


def test_card_numbers_keep_their_last_four():
    assert formats.card_number("21098764567", masked=False) == "•••••••4567"
    assert formats.card_number("21098764567", masked=True) == "•" * 11
    assert formats.card_number("123", masked=False) == "•••"
    assert formats.card_number(None, masked=False) == "–"


def test_masked_names_and_numbers_do_not_tell_their_length():
    assert formats.private("Siti", masked=True) == formats.private("Siti Rahmawati", masked=True) == "S•••••"
    assert formats.private("Siti", masked=False) == "Siti"
    assert formats.number("99000001/000", masked=True) == "•" * 12
    assert formats.hidden_digits("Rp 1.250", masked=True) == "Rp •.•••"


@pytest.mark.parametrize(
    ("typed", "kinds", "flaw"),
    [
        ("9901014506900001", ("nik", "email"), None),
        ("9902021203880002", ("nik",), None),
        (" 9901 0145.0690-0001 ", ("nik",), None),
        ("", ("nik",), Flaw.EMPTY),
        ("990101450690000", ("nik",), Flaw.NIK_LENGTH),
        ("99010145069000011", ("nik",), Flaw.NIK_LENGTH),
        ("9901010006900001", ("nik",), Flaw.NIK_DATE),
        ("9901013206900001", ("nik",), Flaw.NIK_DATE),
        ("9901017206900001", ("nik",), Flaw.NIK_DATE),
        ("9901014513900001", ("nik",), Flaw.NIK_DATE),
        ("9901014500900001", ("nik",), Flaw.NIK_DATE),
        ("٩٩٠١٠١٤٥٠٦٩٠٠٠٠١", ("nik", "email"), Flaw.NEITHER),
        ("siti@example.test", ("nik", "email"), None),
        ("siti@example", ("email",), Flaw.NOT_EMAIL),
        ("siti@@example.test", ("email",), Flaw.NOT_EMAIL),
        ("siti rahma@example.test", ("email",), Flaw.NOT_EMAIL),
        ("siti", ("email",), Flaw.NOT_EMAIL),
        ("siti", ("nik", "email"), Flaw.NEITHER),
        ("9901014506900001", ("email",), Flaw.ONLY_EMAIL),
        ("siti@example.test", ("nik",), Flaw.ONLY_NIK),
    ],
)
def test_a_user_name_is_judged_by_its_shape(typed, kinds, flaw):
    assert identity.flaw(typed, kinds) is flaw


def test_what_is_sent_has_no_spaces_dots_or_dashes_in_a_number():
    assert identity.cleaned(" 9901 0145.0690-0001 ") == "9901014506900001"
    assert identity.cleaned(" siti.r@example.test ") == "siti.r@example.test"
