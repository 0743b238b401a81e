"""The hours of the day in which something may happen by itself: all but the quiet ones, by the clock of the person's zone."""

from __future__ import annotations

import datetime as dt

from core.schedule.values import DAY, HOUR, Rules

EVENING = 19  # a quiet evening begins at 19.00, and its first two hours are used
EVENING_HOURS = 2
BEFORE_QUIET = 1  # an evening that had to be moved ends an hour before the quiet hours
MIDNIGHT = dt.time()


def allowed_hours(rules: Rules) -> int:
    """How many hours in a row are not quiet: 1 to 24."""
    return (rules.quiet_from - rules.quiet_until) % 24 or 24


def at_local(rules: Rules, day: dt.date, after_midnight: dt.timedelta) -> dt.datetime:
    """A time of a day by the clock on the wall there, in UTC. (A clock that skips it shows the hour after.)"""
    return (dt.datetime.combine(day, MIDNIGHT, rules.zone) + after_midnight).astimezone(dt.UTC)


def spell_begin(rules: Rules, moment: dt.datetime) -> dt.datetime | None:
    """When the allowed hours began that hold this moment, or when the next ones begin if it is quiet then.

    None: there are no quiet hours, so none ever begin.
    """
    hours = allowed_hours(rules)
    if hours == 24:
        return None
    there = moment.astimezone(rules.zone)
    seconds = (there.hour - rules.quiet_until) % 24 * 3600 + there.minute * 60 + there.second
    day = there.date() if there.hour >= rules.quiet_until else there.date() - DAY
    if seconds >= hours * 3600:
        day += DAY
    return at_local(rules, day, rules.quiet_until * HOUR)


def evening(rules: Rules) -> tuple[dt.timedelta, dt.timedelta]:
    """When the evening's hours begin (after midnight of the day they belong to) and how long they are.

    19 to 21 o'clock; where these are quiet, the last two allowed hours but one.
    """
    hours = allowed_hours(rules)
    length = min(EVENING_HOURS, hours)
    offset = (EVENING - rules.quiet_until) % 24
    if offset + length > hours:
        offset = max(0, hours - length - BEFORE_QUIET)
    return (rules.quiet_until + offset) * HOUR, length * HOUR
