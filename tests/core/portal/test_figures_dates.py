"""The edges of dates, months and years, and of the arithmetic of rows that name them."""

from __future__ import annotations

import datetime as dt

import pytest

from core.blth import Blth
from core.portal.figures.dates import MONTHS, find_dates, find_years, read_blth
from core.portal.figures.spelled import rupiah_of, starts_number
from core.portal.figures.years import period_of

NAMES = (
    "januari january jan|februari pebruari february feb peb|maret march mar mrt|april apr|mei may|juni june jun|juli july jul"
    "|agustus august agu agt ags aug agst|september sept sep|oktober october okt oct|november nopember nov nop|desember december des dec"
)


def days(text: str) -> list[str]:
    return [found.isoformat() for _, _, found in find_dates(text)]


def test_every_name_of_a_month_is_known() -> None:
    assert {name: number for number, names in enumerate(NAMES.split("|"), 1) for name in names.split()} == MONTHS


@pytest.mark.parametrize("name", MONTHS)
def test_a_month_is_read_in_every_way_it_is_written(name: str) -> None:
    number = MONTHS[name]
    day = dt.date(2025, number, 7).isoformat()
    for text in (
        f"7 {name} 2025",
        f"07-{name}-2025",
        f"7 {name.upper()}. 2025",
        f"7th {name}, 2025",
        f"{name} 7, 2025",
        f"{name} 7th 2025",
    ):
        assert days(text) == [day], text
    for text in (f"{name} 2025", f"{name}-2025", f"{name}/2025", f"{name}, 2025", f"{name} tahun 2025", f"{name}. 2025"):
        assert read_blth(text) == Blth(2025, number), text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("31-10-2026", ["2026-10-31"]),
        ("31/10/2026", ["2026-10-31"]),
        ("31.10.2026", ["2026-10-31"]),
        ("1-2-2026", ["2026-02-01"]),
        ("2026-10-31", ["2026-10-31"]),
        ("2026/1/2", ["2026-01-02"]),
        ("31-10/2026", []),
        ("2026-10/31", []),
        ("31-13-2026", []),
        ("30-02-2026", []),
        ("31-10-20261", []),
        ("131-10-2026", []),
        ("2026-10-311", []),
        ("01-01-1950", ["1950-01-01"]),
        ("31-12-1949", []),
        ("x31-10-2026", []),
        ("1 Mei 2026 s/d 2 Juni 2026", ["2026-05-01", "2026-06-02"]),
        ("2 Juni 2026 dan 2026-05-01", ["2026-06-02", "2026-05-01"]),
        ("31st October 2026", ["2026-10-31"]),
        ("October 31st, 2026", ["2026-10-31"]),
        ("31 Oktober 20261", []),
        ("31 Okt, 2026", ["2026-10-31"]),
        ("31 Okto 2026", []),
        ("Oktober 2026", []),
    ],
)
def test_a_date_is_a_day_of_the_calendar(text: str, found: list[str]) -> None:
    assert days(text) == found


def test_where_a_date_stands_and_how_far_is_looked() -> None:
    assert [(begin, end) for begin, end, _ in find_dates("per 31-10-2026.")] == [(4, 14)]
    assert [(begin, end) for begin, end, _ in find_dates("per 31 Oktober 2026")] == [(4, 19)]
    assert days(" " * 490 + "31-10-2026") == ["2026-10-31"] and days(" " * 491 + "31-10-2026") == []


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("10-2026", "2026-10"),
        ("10/2026", "2026-10"),
        ("10 2026", "2026-10"),
        ("1-2026", "2026-01"),
        ("2026-10", "2026-10"),
        ("2026/1", "2026-01"),
        ("202610", "2026-10"),
        ("202601", "2026-01"),
        ("202612", "2026-12"),
        ("31-10-2026", "2026-10"),
        ("31 Oktober 2026", "2026-10"),
        ("12-1977", "1977-12"),
        ("12-1976", None),
        ("01-2100", "2100-01"),
        ("01-2101", None),
        ("202613", None),
        ("202600", None),
        ("13-2026", None),
        ("00-2026", None),
        ("10-2026 11-2026", None),
        ("10-2026 13-2026", None),
        ("Okt 2026 - Nov 2026", None),
        ("Okt 2026 (10-2026)", "2026-10"),
        ("2026", None),
        ("", None),
        (" " * 93 + "10-2026", "2026-10"),
        (" " * 94 + "10-2026", None),
    ],
)
def test_a_month_of_contributions(text: str, month: str | None) -> None:
    found = read_blth(text)
    assert (None if found is None else str(found)) == month


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2026", [2026]),
        ("tahun 1999 dan 2000", [1999, 2000]),
        ("1899 2100", []),
        ("20261", []),
        ("12026", []),
        ("2026.", [2026]),
        ("2026.5", []),
        ("5.2026", []),
        ("2026-10", []),
        ("2026/10", []),
        (" " * 196 + "2026", [2026]),
        (" " * 197 + "2026", []),
    ],
)
def test_a_year_stands_alone(text: str, years: list[int]) -> None:
    assert find_years(text) == years


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2026", (2026, 0, 0)),
        ("Tahun 2026", (2026, 0, 0)),
        ("Oktober 2026", (2026, 10, 0)),
        ("31-10-2026", (2026, 10, 31)),
        ("1-10-2026 31-10-2026", None),
        ("2025 2026", None),
        ("", None),
        ("Saldo", None),
        ("Keadaan akhir tahun 2026", (2026, 0, 0)),
        ("Keadaan pada akhir th 2026", None),
        ("per tanggal 31-10-2026 (31 Okt)         ", (2026, 10, 31)),
        ("per tanggal 31-10-2026 (31 Okt)          ", None),
    ],
)
def test_a_row_names_one_period(text: str, period: tuple[int, int, int] | None) -> None:
    assert period_of(text) == period


@pytest.mark.parametrize(
    ("words", "rupiah"),
    [
        ("nol", 0),
        ("satu", 1),
        ("sembilan", 9),
        ("sepuluh", 10),
        ("sebelas", 11),
        ("dua belas", 12),
        ("dua puluh", 20),
        ("dua puluh lima", 25),
        ("seratus", 100),
        ("seratus satu", 101),
        ("tiga ratus empat puluh lima", 345),
        ("seribu", 1_000),
        ("seribu dua ratus", 1_200),
        ("dua ribu lima", 2_005),
        ("seratus ribu", 100_000),
        ("dua puluh lima juta empat ratus ribu", 25_400_000),
        ("satu miliar", 1_000_000_000),
        ("satu milyar dua juta tiga ribu empat", 1_002_003_004),
        ("dua triliun", 2_000_000_000_000),
        ("satu dua", None),
        ("puluh", None),
        ("juta", None),
        ("ribu juta", None),
        ("satu ribu dua juta", None),
        ("saldo", None),
        ("", None),
        (" ".join(["satu"] * 41), None),
    ],
)
def test_an_amount_in_words(words: str, rupiah: int | None) -> None:
    assert rupiah_of(words.split()) == rupiah
    assert all(starts_number(word) for word in words.split() if word != "saldo")
