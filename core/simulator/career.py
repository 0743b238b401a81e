"""What a person's cards hold on a day: a pure function of (membership, day), in whole rupiah, exact.

How it moves (all guesses, after public rules: due on the 15th of the month after, 5.7 % of the wage, a yearly return):

* A wage earner's contribution for month b is recorded between the 15th and the 20th of month b+1, now and then a month late.
  A self-employed member pays between the 3rd and the 14th of the month itself, 2 % of a fixed amount.
* Wages rise each January; in some years the rise is reported in February, with January's difference as *rapel*.
* The return is booked once a year, on 31 December, and on the day of a full claim. In between nothing is estimated:
  the figure on the page contains only what is booked. Formula: rate x (opening + sum of contribution x months left / 12), where
  the month of payment counts, rounded down to a whole rupiah.
"""

from __future__ import annotations

import datetime as dt
import zlib
from dataclasses import dataclass
from functools import lru_cache

from core.blth import Blth
from core.models import Segment
from core.simulator.accounts import Membership, Person
from core.simulator.rates import growth_bp

_PERMILLE = {Segment.PU: 57, Segment.BPU: 20, Segment.PMI: 20}
_LATE_ONE_IN = 13
_RAPEL_ONE_IN = 3


@dataclass(frozen=True, slots=True)
class Contribution:
    """One month's row. `rapel` is wage paid afterwards for an earlier month; the contribution covers both. Rupiah."""

    blth: Blth
    paid: dt.date
    wage: int
    rapel: int
    amount: int


@dataclass(frozen=True, slots=True)
class Year:
    """One year's row: opening + contributions + growth - claims = closing, exactly. Rupiah."""

    year: int
    opening: int
    contributions: int
    growth: int
    claims: int

    @property
    def closing(self) -> int:
        return self.opening + self.contributions + self.growth - self.claims


@dataclass(frozen=True, slots=True)
class CardState:
    """One card on one day. `months` and `years` are oldest first. Rupiah."""

    membership: Membership
    balance: int
    active: bool
    months: tuple[Contribution, ...]
    years: tuple[Year, ...]

    @property
    def last(self) -> Contribution | None:
        """The newest contribution that had been recorded by that day."""
        return self.months[-1] if self.months else None


def cards_on(person: Person, day: dt.date) -> tuple[CardState, ...]:
    """The cards the portal shows for a person on a day, in the order they are listed. Cards issued later are not there yet."""
    if not person.linked:
        return ()
    return tuple(card_on(m, day) for m in person.memberships if dt.date(*m.first, 1) <= day)


@lru_cache(maxsize=512)
def card_on(membership: Membership, day: dt.date) -> CardState:
    """One card as it stands at the end of a day. ValueError for a day before the card was issued."""
    if day < dt.date(*membership.first, 1):
        raise ValueError("the card is not issued yet on that day")
    months = _contributions(membership, day)
    years = _years(membership, months, day)
    last = membership.last
    return CardState(
        membership=membership,
        balance=years[-1].closing,
        active=last is None or (day.year, day.month) <= last,
        months=months,
        years=years,
    )


def _chance(seed: int, what: str, year: int, month: int = 0) -> int:
    """A number that looks like chance and is always the same."""
    return zlib.crc32(f"{seed}/{what}/{year}/{month}".encode())


def _wage_from(wage: int, membership: Membership, year: int) -> int:
    """The wage after that January's rise: 3.0 to 8.4 %, to a whole thousand."""
    permille = 30 + _chance(membership.seed, "rise", year) % 55
    return wage * (1000 + permille) // 1_000_000 * 1000


def _paid_on(membership: Membership, blth: Blth) -> dt.date:
    """The day a month's contribution is recorded."""
    draw = _chance(membership.seed, "day", *blth)
    if membership.segment is not Segment.PU:
        return dt.date(blth.year, blth.month, 3 + draw % 12)
    late = _chance(membership.seed, "late", *blth) % _LATE_ONE_IN == 0
    month = blth.plus(2 if late else 1)
    return dt.date(month.year, month.month, 15 + draw % 6)


def _contributions(membership: Membership, day: dt.date) -> tuple[Contribution, ...]:
    """Every contribution recorded up to that day, by month."""
    rows: list[Contribution] = []
    end = Blth(day.year, day.month)
    last = min(end, membership.last) if membership.last else end
    wage, owed, blth = membership.wage, 0, membership.first
    while blth <= last:
        rapel = 0
        if membership.segment is Segment.PU:
            rises = blth.month == 1 and blth > membership.first
            reported_late = _chance(membership.seed, "rapel", blth.year) % _RAPEL_ONE_IN == 0 and membership.last != blth
            if rises and not reported_late:
                wage = _wage_from(wage, membership, blth.year)
            elif rises:
                owed = _wage_from(wage, membership, blth.year) - wage
            elif owed:
                wage, rapel, owed = wage + owed, owed, 0
        amount = (wage + rapel) * _PERMILLE[membership.segment] // 1000
        paid = _paid_on(membership, blth)
        if paid <= day:
            rows.append(Contribution(blth, paid, wage, rapel, amount))
        blth = blth.plus(1)
    return tuple(rows)


def _years(membership: Membership, months: tuple[Contribution, ...], day: dt.date) -> tuple[Year, ...]:
    """A row for each year from the first to that day's, or to the year of a full claim."""
    rows: list[Year] = []
    opening = 0
    for year in range(membership.first.year, day.year + 1):
        paid = [c for c in months if c.paid.year == year]
        row, closed = _year(membership, year, opening, paid, day)
        rows.append(row)
        opening = row.closing
        if closed:
            break
    return tuple(rows)


def _year(membership: Membership, year: int, opening: int, paid: list[Contribution], day: dt.date) -> tuple[Year, bool]:
    """One year as far as it is booked on that day, and whether a full claim closed the card in it."""
    contributions = sum(c.amount for c in paid)
    flows = [(c.paid.month, c.amount) for c in paid]
    taken = 0
    for claim in membership.claims:
        if claim.day.year != year or claim.day > day:
            continue
        if claim.percent == 100:
            growth = _growth(year, opening, flows, claim.day.month)
            return Year(year, opening, contributions, growth, opening + contributions + growth), True
        there = opening + sum(c.amount for c in paid if c.paid <= claim.day)
        amount = there * claim.percent // 100
        flows.append((claim.day.month, -amount))
        taken += amount
    booked = day >= dt.date(year, 12, 31)
    growth = _growth(year, opening, flows, 13) if booked else 0
    return Year(year, opening, contributions, growth, taken), False


def _growth(year: int, opening: int, flows: list[tuple[int, int]], until: int) -> int:
    """The return on what stood there before month `until` (13: the whole year); money of month m earns from m on. Rupiah."""
    weighted = (until - 1) * opening + sum(amount * (until - month) for month, amount in flows)
    return growth_bp(year) * weighted // (12 * 10_000)
