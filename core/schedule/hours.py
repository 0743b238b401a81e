"""The hours of the day in which something may happen by itself: all but the quiet ones, by the clock of the person's zone."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from core.schedule.values import DAY, HOUR, Rules

EVENING = 19  # a quiet evening begins at 19.00, and its first two hours are used
EVENING_HOURS = 2
BEFORE_QUIET = 1  # an evening that had to be moved ends an hour before the quiet hours
MIDNIGHT = dt.time()
HOURS = tuple(number * HOUR for number in range(48))


def allowed_hours(rules: Rules) -> int:
    """How many hours in a row are not quiet: 1 to 24."""
    return (rules.quiet_from - rules.quiet_until) % 24 or 24


def at_local(zone: dt.tzinfo, day: dt.date, after_midnight: dt.timedelta) -> dt.datetime:
    """A time of a day by the clock on the wall there, in UTC. (A clock that skips it shows the hour after.)"""
    return (dt.datetime.combine(day, MIDNIGHT, zone) + after_midnight).astimezone(dt.UTC)


at_hour = lru_cache(maxsize=1024)(at_local)  # the same few hours are asked for again and again


def spell_begin(rules: Rules, moment: dt.datetime) -> dt.datetime | None:
    """When the allowed hours began that hold this moment, or when the next ones begin if it is quiet then.

    None: there are no quiet hours, so none ever begin.
    """
    hours = allowed_hours(rules)
    if hours == 24:
        return None
    there = moment.astimezone(rules.zone)
    day = there.date() if there.hour >= rules.quiet_until else there.date() - DAY
    if (there.hour - rules.quiet_until) % 24 >= hours:
        day += DAY
    return at_hour(rules.zone, day, HOURS[rules.quiet_until])


def evening(rules: Rules) -> tuple[dt.timedelta, dt.timedelta]:
    """When the evening's hours begin (after midnight of the day they belong to) and how long they are.

    19 to 21 o'clock; where these are quiet, the last two allowed hours but one.
    """
    hours = allowed_hours(rules)
    length = min(EVENING_HOURS, hours)
    offset = (EVENING - rules.quiet_until) % 24
    if offset + length > hours:
        offset = max(0, hours - length - BEFORE_QUIET)
    return HOURS[rules.quiet_until + offset], HOURS[length]
