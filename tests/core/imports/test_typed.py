"""Figures typed by a person: exactly one meaning, or refused."""

from __future__ import annotations

import datetime as dt

import pytest

from core.blth import Blth
from core.imports.typed import NotTyped, typed_balance, typed_wage
from core.statements.statement import FileStatus, Kind
from tests.core.imports.made import KPJ, TODAY


@pytest.mark.parametrize(
    ("text", "sen"),
    [
        ("48731902", 48_731_902_00),
        ("48731902.50", 48_731_902_50),
        ("Rp 48.731.902", 48_731_902_00),
        ("48,731,902.50", 48_731_902_50),
        ("0", 0),
    ],
)
def test_an_amount_with_one_meaning_is_taken(text: str, sen: int) -> None:
    read = typed_balance("2026-01-31", text, KPJ, today=TODAY)
    (one,) = read.statements
    assert (read.status, one.kind, one.kpj, one.closing, one.closing_on) == (
        FileStatus.OK,
        Kind.TYPED,
        KPJ,
        sen,
        dt.date(2026, 1, 31),
    )


@pytest.mark.parametrize("text", ["1.250", "1,250", "-5", "(5)", "", "lima", "5 juta", "1e7", "48.731.902,5", "NaN", "9" * 40])
def test_an_amount_with_two_meanings_or_none_is_refused(text: str) -> None:
    with pytest.raises(NotTyped) as refused:
        typed_balance("2026-01-31", text, None, today=TODAY)
    assert refused.value.what == "amount"
    assert text == "" or text not in repr(refused.value)


@pytest.mark.parametrize(
    ("day", "what"),
    [
        ("2026-11-23", "future"),
        ("31-01-2026", "date"),
        ("20260131", "date"),
        ("2026-W05-6", "date"),
        ("2026-02-30", "date"),
        ("1900-01-01", "date"),
    ],
)
def test_a_day_to_come_or_none_is_refused(day: str, what: str) -> None:
    with pytest.raises(NotTyped) as refused:
        typed_balance(day, "5", None, today=TODAY)
    assert refused.value.what == what


def test_today_is_a_day() -> None:
    assert typed_balance(TODAY.isoformat(), "5", None, today=TODAY).statements[0].closing == 500


@pytest.mark.parametrize("kpj", ["123", "9900000000a", "990000000012", ""])
def test_a_card_number_has_eleven_digits(kpj: str) -> None:
    with pytest.raises(NotTyped) as refused:
        typed_balance("2026-01-31", "5", kpj, today=TODAY)
    assert refused.value.what == "kpj"


def test_the_same_figure_typed_twice_is_the_same_file_and_another_is_not() -> None:
    def digest(day: str, amount: str, kpj: str | None) -> str | None:
        return typed_balance(day, amount, kpj, today=TODAY).file_sha256

    assert digest("2026-01-31", "48731902", KPJ) == digest("2026-01-31", "Rp 48.731.902,00", "99000-000001")
    same = digest("2026-01-31", "48731902", KPJ)
    assert same not in (
        digest("2026-01-30", "48731902", KPJ),
        digest("2026-01-31", "48731903", KPJ),
        digest("2026-01-31", "48731902", None),
    )


def test_a_wage_counts_from_its_month_on() -> None:
    (one,) = typed_wage("2026-01", "4500000", None, today=TODAY).statements
    assert one.kind is Kind.PAYSLIPS
    assert [(month.blth, month.wage) for month in one.months] == [(Blth(2026, 1), 4_500_000_00)]


@pytest.mark.parametrize(
    ("month", "what"),
    [("2026-12", "future"), ("01-2026", "month"), ("2026-13", "month"), ("2026-1", "month"), ("1950-01", "month")],
)
def test_a_month_to_come_or_none_is_refused(month: str, what: str) -> None:
    with pytest.raises(NotTyped) as refused:
        typed_wage(month, "5", None, today=TODAY)
    assert refused.value.what == what
