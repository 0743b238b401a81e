"""What the picture is drawn from: nothing counted twice, nothing left out."""

from __future__ import annotations

import datetime as dt

from core.blth import Blth
from core.insight.timeline import Bar, Growth, Mark, MarkKind, timeline
from core.ledger.entries import MonthLine, Provenance, StoredStatement
from core.models import Balance, Card, Reading, Source
from core.statements.statement import Kind, Month, Statement

KPJ = "11111111111"
NOW = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
FIRST, SECOND = (Provenance(Source.STATEMENT, NOW, import_id=n, statement_id=n) for n in (1, 2))


def reading(number: int, day: dt.date, amount: int) -> Reading:
    moment = dt.datetime.combine(day, dt.time(5), dt.UTC)
    return Reading(number, 1, "p", Source.PORTAL, moment, Balance(amount, (Card(amount, KPJ, "PT A"),)))


def line(blth: Blth, amount: int, *tellers: Provenance) -> MonthLine:
    return MonthLine(Month(blth, employer=amount, worker=0), KPJ, None, None, tellers)


def test_the_first_line_is_the_total_and_each_card_has_its_own() -> None:
    found = timeline([reading(1, dt.date(2026, 1, 5), 100)], [], [])
    assert [(one.kpj, len(one.points)) for one in found.lines] == [(None, 1), (KPJ, 1)]
    assert timeline([], [], []).lines[0].points == ()


def test_two_payments_of_one_month_are_one_bar() -> None:
    found = timeline([], [line(Blth(2026, 1), 60, FIRST), line(Blth(2026, 1), 40, FIRST)], [])
    assert found.bars == (Bar(Blth(2026, 1), KPJ, 100),)


def test_two_sources_that_disagree_are_not_added() -> None:
    found = timeline([], [line(Blth(2026, 1), 60, FIRST), line(Blth(2026, 1), 100, SECOND)], [])
    assert found.bars == (Bar(Blth(2026, 1), KPJ, 100),)


def test_a_year_told_twice_counts_once() -> None:
    told = Statement(Kind.RSJHT, 2025, kpj=KPJ, growth=10, growth_on_dues=2, taken=7)
    found = timeline([], [], [StoredStatement(1, 1, told, (), FIRST), StoredStatement(2, 1, told, (), SECOND)])
    assert found.growth == (Growth(2025, KPJ, 12),)
    assert found.marks == (Mark(dt.date(2025, 12, 31), MarkKind.TAKEN, 7),)


def test_a_fall_is_marked_on_its_day() -> None:
    found = timeline([reading(1, dt.date(2026, 1, 5), 100), reading(2, dt.date(2026, 2, 5), 80)], [], [])
    assert found.marks == (Mark(dt.date(2026, 2, 5), MarkKind.FELL, 20),)
