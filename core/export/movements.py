"""The record as movements of money, for bookkeeping programs: contributions on the day they were paid, and at each reading what else
must have happened (growth, claims, what no statement explains) so that the books show what was read. Pure; money is int sen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from core.blth import Blth
from core.export.record import MonthLine, Record
from core.models import Reading


@dataclass(frozen=True, slots=True)
class Contribution:
    """Dues of one month, paid by the employer and by the worker (sen)."""

    day: dt.date
    blth: Blth
    employer: int
    worker: int
    company: str | None

    @property
    def amount(self) -> int:
        return self.employer + self.worker


@dataclass(frozen=True, slots=True)
class Adjustment:
    """What the balance moved by beyond known contributions up to a reading; `balance` (sen) is what the reading said."""

    day: dt.date
    amount: int
    balance: int
    first: bool


def movements(record: Record) -> list[Contribution | Adjustment]:
    """All movements in the order of days. At the end of every reading's day the running sum is the balance of the day's last reading.

    A month without a payment day is put on the last day of its month; contributions after the last reading are told too.
    """
    paid = sorted((_contribution(line) for line in record.months if _is_known(line)), key=lambda one: (one.day, one.blth))
    last = [list(same)[-1] for _, same in groupby(record.readings, key=day_of)]
    found: list[Contribution | Adjustment] = []
    running = 0
    waiting = iter([*paid, None])
    contribution = next(waiting)
    for number, reading in enumerate(last):
        while contribution is not None and contribution.day <= day_of(reading):
            found.append(contribution)
            running += contribution.amount
            contribution = next(waiting)
        total = reading.balance.total
        found.append(Adjustment(day_of(reading), total - running, total, first=number == 0))
        running = total
    while contribution is not None:
        found.append(contribution)
        contribution = next(waiting)
    return found


def day_of(reading: Reading) -> dt.date:
    """The day a reading stands for: the portal's own "per", else the day (UTC) it was read."""
    return reading.balance.as_of or reading.checked_at.date()


def _is_known(line: MonthLine) -> bool:
    return bool(line.month.employer or line.month.worker)


def _contribution(line: MonthLine) -> Contribution:
    month = line.month
    after = month.blth.plus(1)
    day = month.paid or dt.date(after.year, after.month, 1) - dt.timedelta(days=1)
    return Contribution(day, month.blth, month.employer or 0, month.worker or 0, line.company)
