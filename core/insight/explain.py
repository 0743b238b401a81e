"""Why did the balance change: between any two readings, contributions + growth - claims, and what nothing explains. Pure; int sen.

Sources of the rules: the identity of the yearly statement (docs/ledger.md); growth is credited to the individual account at least
at the rate of a one-year deposit (UU 40/2004 art. 37, PP 46/2015 art. 22). When within a year it is credited is not published: growth
of a part of a year is therefore always an estimate, and is called one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.blth import Blth
from core.ledger.entries import MonthLine, Provenance, StoredStatement
from core.models import Reading

DEADLINE_DAY = 15  # dues of a month are paid by the 15th of the next (PP 44/2015 art. 16): the guess for a line without any date
MOST_RATE_BP = 1_500  # a remainder that would take more than 15 % a year is no growth (highest credited since 2009: 10.6 %)
DAYS_IN_YEAR = 365


class What(StrEnum):
    """What a part of a change is."""

    CONTRIBUTIONS = "contributions"
    GROWTH = "growth"
    TAKEN = "taken"
    UNEXPLAINED = "unexplained"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the change (sen, signed: what was taken is negative). `estimate`: it was worked out, not told by a source."""

    what: What
    amount: int
    estimate: bool = False
    told_by: tuple[Provenance, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """The parts add up to `change` to the sen. `lines` are the contributions counted. `rate_bp` is the implied yearly rate of growth
    in hundredths of a percent, None where growth is not known. `missing`: months for which no contribution is known."""

    before: Reading
    after: Reading
    change: int
    parts: tuple[Part, ...]
    lines: tuple[MonthLine, ...]
    missing: tuple[Blth, ...]
    rate_bp: int | None = None
    rate_is_estimate: bool = False

    def amount(self, what: What) -> int:
        """The sum of the parts of one kind (sen)."""
        return sum(part.amount for part in self.parts if part.what is what)


def explain(before: Reading, after: Reading, months: Sequence[MonthLine], statements: Sequence[StoredStatement]) -> Explanation:
    """Explain the change from one reading to a later one of the same account, from what the account's statements tell.

    ValueError if `after` stands for an earlier day than `before`.
    """
    start, end = before.day, after.day
    if end < start:
        raise ValueError("the readings are in the wrong order")
    change = after.balance.total - before.balance.total
    lines = tuple(line for line in months if start < credited_on(line) <= end)
    years = [stored for stored in statements if stored.statement.year is not None]
    parts = [*_contributions(lines), *(part for stored in years if _is_inside(stored, start, end) for part in _of_year(stored))]
    missing = _missing(months, start, end)
    rest = change - sum(part.amount for part in parts)
    base = _base(before, lines, end)
    if rest:
        parts.append(_rest(rest, years, start, end, plausible=bool(lines) and not missing and _is_plausible(rest, base)))
    growth = [part for part in parts if part.what is What.GROWTH]
    return Explanation(
        before,
        after,
        change,
        tuple(parts),
        lines,
        missing,
        rate_bp=_rate_bp(sum(part.amount for part in growth), base) if growth and base > 0 else None,
        rate_is_estimate=any(part.estimate for part in growth),
    )


def credited_on(line: MonthLine) -> dt.date:
    """The day a contribution is counted on: posted, else paid, else the day it was due (a guess)."""
    return line.month.posted or line.month.paid or due_on(line.month.blth)


def due_on(blth: Blth) -> dt.date:
    """The day by which the dues of a month are to be paid: the 15th of the next month (PP 44/2015 art. 16; holidays not counted)."""
    due = blth.plus(1)
    return dt.date(due.year, due.month, DEADLINE_DAY)


def amount_of(line: MonthLine) -> int:
    """Both shares of a contribution (sen)."""
    return (line.month.employer or 0) + (line.month.worker or 0)


def _contributions(lines: tuple[MonthLine, ...]) -> list[Part]:
    if not lines:
        return []
    guessed = any(line.month.posted is None and line.month.paid is None for line in lines)
    told_by = dict.fromkeys(told for line in lines for told in line.told_by)
    return [Part(What.CONTRIBUTIONS, sum(map(amount_of, lines)), guessed, tuple(told_by))]


def _is_inside(stored: StoredStatement, start: dt.date, end: dt.date) -> bool:
    """Whether the statement's whole year lies between the readings."""
    year = stored.statement.year
    return year is not None and start <= dt.date(year - 1, 12, 31) and dt.date(year, 12, 31) <= end


def _of_year(stored: StoredStatement) -> list[Part]:
    told = (stored.provenance,)
    taken = stored.statement.taken or 0
    found = (Part(What.GROWTH, _growth(stored), told_by=told), Part(What.TAKEN, -taken, told_by=told))
    return [part for part in found if part.amount]


def _growth(stored: StoredStatement) -> int:
    return (stored.statement.growth or 0) + (stored.statement.growth_on_dues or 0)


def _rest(rest: int, years: Sequence[StoredStatement], start: dt.date, end: dt.date, *, plausible: bool) -> Part:
    """What neither contributions nor whole years explain: the growth of one year, credited at once, where it is exactly that;
    an estimate of growth where all months are known and the rate is possible; else unexplained."""
    posted = [stored for stored in years if _may_be_posted(stored, start, end) and _growth(stored) == rest]
    if len(posted) == 1:
        return Part(What.GROWTH, rest, told_by=(posted[0].provenance,))
    return Part(What.GROWTH, rest, estimate=True) if plausible else Part(What.UNEXPLAINED, rest)


def _may_be_posted(stored: StoredStatement, start: dt.date, end: dt.date) -> bool:
    """A year's growth may be credited from its last day until the end of the next March (a guess: statements come early in the year)."""
    year = stored.statement.year
    if year is None or _is_inside(stored, start, end):
        return False
    return start <= dt.date(year + 1, 3, 31) and dt.date(year, 12, 31) <= end


def _missing(months: Sequence[MonthLine], start: dt.date, end: dt.date) -> tuple[Blth, ...]:
    """The months due between the readings for which no contribution is known, whenever it may have been paid."""
    known = {line.month.blth for line in months if amount_of(line)}
    blth, found = Blth(start.year, start.month).plus(-1), []
    while due_on(blth) <= end:
        if due_on(blth) > start and blth not in known:
            found.append(blth)
        blth = blth.plus(1)
    return tuple(found)


def _base(before: Reading, lines: Sequence[MonthLine], end: dt.date) -> int:
    """What growth is earned on: sen times days, of the first balance and of each contribution since its day."""
    days = (end - before.day).days
    return before.balance.total * days + sum(amount_of(line) * (end - credited_on(line)).days for line in lines)


def _rate_bp(growth: int, base: int) -> int:
    """The yearly rate in hundredths of a percent, simple interest over the days, rounded half up."""
    return (2 * growth * 10_000 * DAYS_IN_YEAR + base) // (2 * base)


def _is_plausible(rest: int, base: int) -> bool:
    return rest > 0 and base > 0 and _rate_bp(rest, base) <= MOST_RATE_BP
