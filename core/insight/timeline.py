"""The whole history as a picture needs it: lines of balances, contributions by month, growth by year, marks. Pure; money is int sen."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from core.blth import Blth
from core.insight.explain import amount_of
from core.insight.series import Point, card_lines, plain_kpj, total_line
from core.ledger.entries import MonthLine, StoredStatement
from core.models import Reading


class MarkKind(StrEnum):
    """What a mark in the picture stands for."""

    TAKEN = "taken"  # a statement says that something was taken out in that year
    FELL = "fell"  # the balance is lower than at the reading before
    CORRECTED = "corrected"  # something of the past was told differently later (core.insight.changes)


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to see at a day; `amount` in sen, positive."""

    day: dt.date
    kind: MarkKind
    amount: int


@dataclass(frozen=True, slots=True)
class Line:
    """The balances of one card, or of all (kpj None)."""

    kpj: str | None
    company: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """The contributions of one month of one card, as paid (sen)."""

    blth: Blth
    kpj: str | None
    amount: int


@dataclass(frozen=True, slots=True)
class Growth:
    """The growth that a statement tells for a year of one card (sen)."""

    year: int
    kpj: str | None
    amount: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """One account's history; the first line is the total's (it may be empty)."""

    lines: tuple[Line, ...]
    bars: tuple[Bar, ...]
    growth: tuple[Growth, ...]
    marks: tuple[Mark, ...]


def timeline(readings: Sequence[Reading], months: Sequence[MonthLine], statements: Sequence[StoredStatement]) -> Timeline:
    """Everything there is to draw; `readings` in the order of days."""
    total = tuple(total_line(readings))
    cards = [Line(line.kpj, line.card.company, line.points) for line in card_lines(readings)]
    return Timeline(
        (Line(None, None, total), *cards), tuple(_bars(months)), tuple(_growth(statements)), tuple(_marks(total, statements))
    )


def _bars(months: Sequence[MonthLine]) -> list[Bar]:
    """Two lines that contradict each other are not added: the larger is drawn, and the disagreement is told elsewhere."""
    told: defaultdict[tuple[Blth, str | None], defaultdict[tuple[int, ...], int]] = defaultdict(lambda: defaultdict(int))
    for line in months:
        tellers = tuple(sorted(teller.statement_id or 0 for teller in line.told_by))
        told[line.month.blth, plain_kpj(line.kpj)][tellers] += amount_of(line)
    return [Bar(blth, kpj, max(by_teller.values())) for (blth, kpj), by_teller in sorted(told.items(), key=_by_month)]


def _by_month(item: tuple[tuple[Blth, str | None], object]) -> tuple[Blth, str]:
    (blth, kpj), _ = item
    return blth, kpj or ""


def _growth(statements: Sequence[StoredStatement]) -> list[Growth]:
    """A year of a card counts once, whoever tells it."""
    found: dict[tuple[int, str | None], int] = {}
    for stored in statements:
        told = stored.statement
        if told.year is not None and told.growth is not None:
            found.setdefault((told.year, plain_kpj(told.kpj)), told.growth + (told.growth_on_dues or 0))
    return [Growth(year, kpj, amount) for (year, kpj), amount in found.items()]


def _marks(total: Sequence[Point], statements: Sequence[StoredStatement]) -> list[Mark]:
    taken = {
        (stored.statement.year, plain_kpj(stored.statement.kpj)): Mark(
            dt.date(stored.statement.year, 12, 31), MarkKind.TAKEN, stored.statement.taken
        )
        for stored in statements
        if stored.statement.year is not None and stored.statement.taken
    }
    fell = [Mark(b.day, MarkKind.FELL, a.amount - b.amount) for a, b in pairwise(total) if b.amount < a.amount]
    return sorted([*taken.values(), *fell], key=lambda mark: mark.day)
