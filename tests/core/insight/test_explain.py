"""Why a balance changed: every sen accounted for, and what is guessed is called a guess."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.blth import Blth
from core.insight.explain import What, explain
from core.ledger.entries import MonthLine, Provenance, StoredStatement
from core.models import Balance, Reading, Source
from core.statements.statement import Kind, Month, Statement

KNOWN = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
SHEET = Provenance(Source.STATEMENT, KNOWN, import_id=1, statement_id=1)
RUPIAH = 100


def reading(number: int, day: dt.date, rupiah: int) -> Reading:
    moment = dt.datetime.combine(day, dt.time(5), dt.UTC)
    return Reading(number, 1, "portal", Source.PORTAL, moment, Balance(rupiah * RUPIAH, ()))


def paid(blth: Blth, rupiah: int, day: dt.date | None = None) -> MonthLine:
    return MonthLine(Month(blth, paid=day, employer=rupiah * RUPIAH, worker=0), "1", None, None, (SHEET,))


def sheet(year: int, *, growth: int = 0, taken: int = 0) -> StoredStatement:
    statement = Statement(Kind.RSJHT, year=year, growth=growth * RUPIAH, growth_on_dues=0, taken=taken * RUPIAH)
    return StoredStatement(year, 1, statement, (), SHEET)


def every_month(first: Blth, count: int, rupiah: int) -> list[MonthLine]:
    months = [first.plus(number) for number in range(count)]
    return [paid(blth, rupiah, dt.date(blth.plus(1).year, blth.plus(1).month, 10)) for blth in months]


def test_a_month_of_dues_explains_the_change() -> None:
    found = explain(
        reading(1, dt.date(2026, 1, 31), 1_000_000),
        reading(2, dt.date(2026, 2, 28), 1_285_000),
        [paid(Blth(2026, 1), 285_000, dt.date(2026, 2, 10))],
        [],
    )
    assert [(part.what, part.amount, part.estimate) for part in found.parts] == [(What.CONTRIBUTIONS, 28_500_000, False)]
    assert found.parts[0].told_by == (SHEET,)
    assert found.rate_bp is None


def test_a_whole_year_is_explained_by_its_statement() -> None:
    found = explain(
        reading(1, dt.date(2024, 12, 31), 10_000_000),
        reading(2, dt.date(2025, 12, 31), 12_700_000),
        every_month(Blth(2024, 12), 12, 200_000),
        [sheet(2025, growth=600_000, taken=300_000)],
    )
    told = {part.what: (part.amount // RUPIAH, part.estimate) for part in found.parts}
    assert told == {What.CONTRIBUTIONS: (2_400_000, False), What.GROWTH: (600_000, False), What.TAKEN: (-300_000, False)}
    assert found.rate_bp is not None and 500 < found.rate_bp < 600
    assert not found.rate_is_estimate and found.missing == ()


def test_the_growth_of_a_year_credited_at_once_is_told_by_its_statement() -> None:
    found = explain(
        reading(1, dt.date(2025, 12, 20), 10_000_000),
        reading(2, dt.date(2026, 1, 20), 10_785_000),
        [paid(Blth(2025, 12), 285_000, dt.date(2026, 1, 12))],
        [sheet(2025, growth=500_000)],
    )
    assert [(part.what, part.amount // RUPIAH, part.estimate) for part in found.parts] == [
        (What.CONTRIBUTIONS, 285_000, False),
        (What.GROWTH, 500_000, False),
    ]


def test_a_remainder_with_all_months_known_is_growth_by_estimate() -> None:
    found = explain(
        reading(1, dt.date(2025, 6, 30), 10_000_000),
        reading(2, dt.date(2025, 12, 30), 11_450_000),
        every_month(Blth(2025, 6), 6, 200_000),
        [],
    )
    assert found.parts[-1].what is What.GROWTH and found.parts[-1].estimate
    assert found.rate_is_estimate and found.rate_bp is not None


def test_a_remainder_with_months_missing_is_not_called_growth() -> None:
    found = explain(
        reading(1, dt.date(2025, 6, 30), 10_000_000),
        reading(2, dt.date(2025, 9, 30), 10_650_000),
        [paid(Blth(2025, 6), 200_000, dt.date(2025, 7, 10))],
        [],
    )
    assert found.missing == (Blth(2025, 7), Blth(2025, 8))
    assert found.amount(What.UNEXPLAINED) == 45_000_000 and found.amount(What.GROWTH) == 0


def test_a_remainder_too_large_for_any_rate_is_not_called_growth() -> None:
    found = explain(
        reading(1, dt.date(2025, 6, 30), 1_000_000),
        reading(2, dt.date(2025, 7, 30), 2_200_000),
        [paid(Blth(2025, 6), 200_000, dt.date(2025, 7, 10))],
        [],
    )
    assert found.amount(What.UNEXPLAINED) == 100_000_000


def test_a_fall_without_a_claim_is_unexplained() -> None:
    found = explain(reading(1, dt.date(2025, 6, 30), 1_000), reading(2, dt.date(2025, 7, 2), 400), [], [])
    assert [(part.what, part.amount) for part in found.parts] == [(What.UNEXPLAINED, -60_000)]


def test_a_line_without_a_date_is_counted_when_it_was_due_and_called_an_estimate() -> None:
    found = explain(
        reading(1, dt.date(2026, 2, 10), 0),
        reading(2, dt.date(2026, 2, 20), 285_000),
        [paid(Blth(2026, 1), 285_000)],
        [],
    )
    assert found.parts[0].estimate


def test_readings_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValueError, match="order"):
        explain(reading(1, dt.date(2026, 2, 10), 0), reading(2, dt.date(2026, 2, 9), 0), [], [])


@given(
    first=st.integers(0, 10**9),
    second=st.integers(0, 10**9),
    days=st.integers(0, 3_000),
    dues=st.lists(st.tuples(st.integers(0, 130), st.integers(0, 10**7)), max_size=40),
    growth=st.integers(0, 10**8),
    taken=st.integers(0, 10**8),
)
def test_the_parts_always_add_up_to_the_change(
    first: int, second: int, days: int, dues: list[tuple[int, int]], growth: int, taken: int
) -> None:
    start = dt.date(2017, 3, 5)
    lines = [paid(Blth(2016, 1).plus(month), rupiah) for month, rupiah in dues]
    found = explain(
        reading(1, start, first),
        reading(2, start + dt.timedelta(days=days), second),
        lines,
        [sheet(2018, growth=growth, taken=taken), sheet(2019, growth=growth)],
    )
    assert sum(part.amount for part in found.parts) == found.change == (second - first) * RUPIAH
