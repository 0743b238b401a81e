"""The record as movements of money, for bookkeeping programs: contributions on the day they were credited, and at each reading what else
must have happened (growth, claims, what no statement explains) so that the books show what was read. Pure; money is int sen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import groupby

from core.blth import Blth
from core.export.record import Record
from core.insight.explain import credited_on
from core.insight.series import totals
from core.ledger.entries import MonthLine


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

    Readings of some cards only are left out: they tell no balance of the account.
    A month without a posting or payment day is put on the day it was due; contributions after the last reading are told too.
    """
    paid = sorted((_contribution(line) for line in record.months if _is_known(line)), key=lambda one: (one.day, one.blth))
    last = [list(same)[-1] for _, same in groupby(totals(record.readings), key=lambda reading: reading.day)]
    found: list[Contribution | Adjustment] = []
    running = 0
    waiting = iter([*paid, None])
    contribution = next(waiting)
    for number, reading in enumerate(last):
        while contribution is not None and contribution.day <= reading.day:
            found.append(contribution)
            running += contribution.amount
            contribution = next(waiting)
        total = reading.balance.total
        found.append(Adjustment(reading.day, total - running, total, first=number == 0))
        running = total
    while contribution is not None:
        found.append(contribution)
        contribution = next(waiting)
    return found


def _is_known(line: MonthLine) -> bool:
    return bool(line.month.employer or line.month.worker)


def _contribution(line: MonthLine) -> Contribution:
    month = line.month
    return Contribution(credited_on(line), month.blth, month.employer or 0, month.worker or 0, line.company)
