"""One truth: what sources agree on is one line with all who told it; what they do not is named, with the values of each."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.blth import Blth
from core.ledger.entries import Provenance, StoredStatement
from core.ledger.merge import disagreements, month_lines
from core.models import Balance, Card, Reading, Source
from core.statements.statement import Kind, Month, Statement

NOW = dt.datetime(2026, 11, 22, tzinfo=dt.UTC)
MAY = Month(Blth(2024, 5), dt.date(2024, 6, 10), wage=500, employer=185, worker=100)
JUNE = Month(Blth(2024, 6), dt.date(2024, 7, 10), wage=500, employer=185, worker=100)


def stored(number: int, *months: Month, year: int | None = 2024, kpj: str | None = "123", **sums: int) -> StoredStatement:
    where = Provenance(Source.STATEMENT, NOW, import_id=number * 10, statement_id=number)
    return StoredStatement(number, 1, Statement(Kind.RSJHT, year, kpj, months=months, **sums), (), where)  # type: ignore[arg-type]


def tellers(lines: object) -> list[list[int | None]]:
    return [[told.statement_id for told in line.told_by] for line in lines]  # type: ignore[attr-defined]


def test_lines_that_agree_are_one_line_told_by_both() -> None:
    bare = Month(Blth(2024, 5), employer=185, worker=100, posted=dt.date(2024, 6, 11))
    lines = month_lines([stored(1, MAY, JUNE), stored(2, bare, kpj="1-2 3", year=None)])
    assert tellers(lines) == [[1, 2], [1]]
    assert lines[0].month == replace(MAY, posted=dt.date(2024, 6, 11))


def test_lines_that_contradict_stay_side_by_side() -> None:
    other = replace(MAY, employer=180)
    lines = month_lines([stored(1, MAY), stored(2, other)])
    assert [line.month for line in lines] == [MAY, other]


def test_two_payments_for_one_month_in_one_statement_stay_two_even_if_they_are_alike() -> None:
    lines = month_lines([stored(1, MAY, MAY), stored(2, MAY, MAY, MAY)])
    assert tellers(lines) == [[1, 2], [1, 2], [2]]


def test_a_line_without_an_amount_confirms_nothing() -> None:
    assert tellers(month_lines([stored(1, MAY), stored(2, Month(Blth(2024, 5)))])) == [[1], [2]]


def test_two_cards_never_share_a_line() -> None:
    assert tellers(month_lines([stored(1, MAY), stored(2, MAY, kpj="999"), stored(3, MAY, kpj=None)])) == [[3], [1], [2]]


def test_lines_come_by_month_then_card_then_payment() -> None:
    late = replace(MAY, paid=dt.date(2025, 1, 1), employer=7)
    lines = month_lines([stored(1, JUNE, late, MAY), stored(2, MAY, kpj="001")])
    assert [(str(line.month.blth), line.kpj, line.month.employer) for line in lines] == [
        ("2024-05", "001", 185),
        ("2024-05", "123", 185),
        ("2024-05", "123", 7),
        ("2024-06", "123", 185),
    ]


def told(found: object) -> list[tuple[object, ...]]:
    return [(d.kpj, d.when, d.field, [(value, where.statement_id) for value, where in d.told]) for d in found]  # type: ignore[attr-defined]


def test_a_month_told_differently_is_named_with_both_values() -> None:
    found = disagreements([stored(1, MAY, JUNE), stored(2, replace(MAY, worker=90, wage=None), year=None)])
    assert told(found) == [("123", Blth(2024, 5), "worker", [(100, 1), (90, 2)])]


def test_instalments_are_compared_by_their_sum() -> None:
    half, rest = replace(MAY, employer=85, worker=None), replace(MAY, employer=100, paid=dt.date(2024, 8, 1))
    assert told(disagreements([stored(1, MAY), stored(2, half, rest)])) == []


def test_a_later_payment_in_another_year_s_statement_is_no_contradiction() -> None:
    late = replace(MAY, paid=dt.date(2025, 2, 1), employer=7, worker=3, wage=None)
    assert told(disagreements([stored(1, MAY), stored(2, late, year=2025)])) == []


def test_a_year_s_sums_told_differently_are_named() -> None:
    found = disagreements([stored(1, closing=5, dues=2), stored(2, closing=6, dues=2, taken=0), stored(3, closing=6)])
    assert told(found) == [("123", 2024, "closing", [(5, 1), (6, 3)])]


def test_an_opening_that_is_not_the_last_closing_is_named() -> None:
    assert told(disagreements([stored(1, closing=5), stored(2, year=2025, opening=6)])) == [
        ("123", 2025, "carried_over", [(5, 1), (6, 2)])
    ]
    assert told(disagreements([stored(1, closing=5), stored(2, year=2025, opening=5)])) == []
    assert told(disagreements([stored(1, closing=5), stored(2, year=2026, opening=6)])) == []  # a year between is not known
    assert told(disagreements([stored(1, closing=5), stored(2, year=2025, opening=6, kpj="9")])) == []


def reading(number: int, amount: int, as_of: dt.date | None, import_id: int | None = None) -> Reading:
    balance = Balance(amount, (Card(amount, "123"), Card(0)), as_of)
    return Reading(number, 1, "p", Source.STATEMENT if import_id else Source.PORTAL, NOW, balance, import_id)


def test_a_balance_of_one_day_told_differently_is_named() -> None:
    day = dt.date(2024, 12, 31)
    found = disagreements([stored(1, closing=5)], [reading(1, 5, day, 10), reading(2, 8, day), reading(3, 9, None)])
    assert [(d.kpj, d.when, d.field, [(value, where.reading_id) for value, where in d.told]) for d in found] == [
        ("123", day, "balance", [(5, 1), (8, 2)])
    ]


def test_two_closings_of_a_year_are_told_once() -> None:
    day = dt.date(2024, 12, 31)
    found = disagreements([stored(1, closing=5), stored(2, closing=6)], [reading(1, 5, day, 10), reading(2, 6, day, 20)])
    assert [d.field for d in found] == ["closing"]
