"""The regular times: one slot a period for each account of each installation, spread evenly over the hours it may fall into.

A slot depends on the choices and the account's own seed alone, never on what happened: whoever asks again gets the same answer.
Periods are counted by whole numbers, as the calendar of the person's zone has them.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from core.schedule.chance import share
from core.schedule.hours import HOURS, allowed_hours, at_hour, at_local, evening
from core.schedule.values import DAY, HOUR, Rules

FIRST_DAY = 21  # last month's contribution is due by the 15th, and should be visible after the 20th
DAYS = 8  # the 21st to the 28th: every month has them
EARLY_WEEKLY = 2 * DAY  # a figure so fresh is as good as the one that was to come
EARLY_DAILY = 6 * HOUR

DAY_OF_MONTH, DAY_OF_WEEK, TIME = 1, 2, 3  # what chance is asked for


class Slot(NamedTuple):
    """One regular time (aware UTC). `opens_at`: from when on a check does its work."""

    number: int
    at: dt.datetime
    opens_at: dt.datetime


def around(rules: Rules, seed: int, now: dt.datetime) -> tuple[Slot, Slot]:
    """The newest slot that has passed, and the one after it."""
    day = now.astimezone(rules.zone).date()
    if rules.interval == "monthly":
        number = day.year * 12 + day.month - 1
    elif rules.interval == "weekly":
        number = day.toordinal() // 7
    else:
        number = day.toordinal()
    passed, following = slot(rules, seed, number), None
    while passed.at > now:
        number -= 1
        passed, following = slot(rules, seed, number), passed
    return passed, following or slot(rules, seed, number + 1)


def slot(rules: Rules, seed: int, number: int) -> Slot:
    """The slot of a period."""
    chance = share(seed, TIME, number)
    if rules.interval == "monthly":
        first = dt.date(number // 12, number % 12 + 1, FIRST_DAY)
        begin, length = evening(rules)
        day = first + int(share(seed, DAY_OF_MONTH, 0) * DAYS) * DAY
        return Slot(number, at_local(rules.zone, day, begin + _part(chance, length)), at_hour(rules.zone, first, HOURS[0]))
    day = dt.date.fromordinal(number)
    if rules.interval == "weekly":
        day = dt.date.fromordinal(number * 7 + int(share(seed, DAY_OF_WEEK, 0) * 7))
    at = at_local(rules.zone, day, HOURS[rules.quiet_until] + _part(chance, HOURS[allowed_hours(rules)]))
    return Slot(number, at, at - (EARLY_WEEKLY if rules.interval == "weekly" else EARLY_DAILY))


def name(rules: Rules, number: int) -> str:
    """A period's name: "2026-11", "2026-W47", "2026-11-22"."""
    if rules.interval == "monthly":
        return f"{number // 12:04d}-{number % 12 + 1:02d}"
    if rules.interval == "weekly":
        year, week, _ = dt.date.fromordinal(number * 7 + 1).isocalendar()
        return f"{year:04d}-W{week:02d}"
    return dt.date.fromordinal(number).isoformat()


def next_day(rules: Rules, seed: int, moment: dt.datetime) -> dt.datetime:
    """Some time of the allowed hours of the next day; where it is long enough, before the evening, which belongs to first tries."""
    day = moment.astimezone(rules.zone).date() + DAY
    begin = HOURS[rules.quiet_until]
    length = HOURS[allowed_hours(rules)]
    before_evening = evening(rules)[0] - begin
    if rules.interval == "monthly" and before_evening > length / 2:
        length = before_evening
    return at_local(rules.zone, day, begin + _part(share(seed, TIME, -day.toordinal()), length))


def _part(chance: float, length: dt.timedelta) -> dt.timedelta:
    """That part of a time, in whole seconds, as the ledger keeps them."""
    return dt.timedelta(seconds=int(chance * length.total_seconds()))
