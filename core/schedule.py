"""Is a check due by itself, and why or why not: pure, from what the ledger knows.

The rules that protect a person's account: a refused PIN, a locked account or a question to a person stops the schedule until a
check asked for by the person has succeeded; at most one automatic sign-in in six hours, whatever else is true; a portal that
wants a person is never visited automatically.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile

from core.errors import RETRY, Retry, Status
from core.models import Account, Attempt, Step, Trigger
from core.portal.profile import Road
from core.settings import Interval

BACK_OFF = (dt.timedelta(minutes=5), dt.timedelta(minutes=30), dt.timedelta(hours=2))
BACK_OFF_AFTER = dt.timedelta(days=1)
BETWEEN_SIGN_INS = dt.timedelta(hours=6)
LONGEST_CHECK = dt.timedelta(minutes=5)
BEFORE_SIGN_IN = (None, Step.CONTACTING)


class Why(StrEnum):
    """Why the next check is when it is, or why there is none."""

    REGULAR = "regular"
    BACK_OFF = "back_off"  # something outside failed; tried again soon, then less soon
    FIRST = "first"  # there is nothing yet
    NEVER = "never"  # the person chose no automatic checks
    PAUSED = "paused"
    NOT_REMEMBERED = "not_remembered"  # nothing in the keyring: nobody to sign in as
    PERSON_ROAD = "person_road"  # this portal wants a person each time
    STOPPED = "stopped"  # the person has to act first


@dataclass(frozen=True, slots=True)
class Plan:
    """The next automatic check (aware UTC; due once it has passed), or None."""

    at: dt.datetime | None
    why: Why

    @property
    def stopped(self) -> bool:
        """Whether the schedule waits for the person."""
        return self.why is Why.STOPPED

    def due(self, now: dt.datetime) -> bool:
        return self.at is not None and self.at <= now


def next_check(account: Account, attempts: Sequence[Attempt], interval: Interval, road: Road, now: dt.datetime) -> Plan:
    """The plan of one account. `attempts`: its newest ones, newest first, as `Ledger.attempts` gives them (100 are plenty)."""
    for stands_in_the_way, why in (
        (interval == "never", Why.NEVER),
        (account.paused, Why.PAUSED),
        (road is Road.PERSON, Why.PERSON_ROAD),
        (not account.remember, Why.NOT_REMEMBERED),
        (_is_stopped(attempts), Why.STOPPED),
    ):
        if stands_in_the_way:
            return Plan(None, why)
    at, why = _wanted([a for a in attempts if a.finished_at is not None or a.trigger is Trigger.SCHEDULE], interval, now)
    for attempt in attempts:
        if attempt.started_at <= now:
            at = max(at, attempt.started_at + _rest_after(attempt))
    return Plan(at, why)


def _is_stopped(attempts: Sequence[Attempt]) -> bool:
    """Whether the newest attempts hold a failure that waits for the person, and no success of the person's own since."""
    since = takewhile(lambda attempt: not (attempt.status is Status.OK and attempt.trigger is not Trigger.SCHEDULE), attempts)
    return any(attempt.status is not None and RETRY[attempt.status] is Retry.AFTER_PERSON for attempt in since)


def _wanted(attempts: Sequence[Attempt], interval: Interval, now: dt.datetime) -> tuple[dt.datetime, Why]:
    """When a check would be wanted, were there no limit on sign-ins. What a person began and cancelled tells nothing."""
    if not attempts:
        return now, Why.FIRST
    newest = attempts[0]
    if newest.started_at > now:  # the clock was wrong then, or is now: its date tells nothing
        return now, Why.REGULAR
    failures = len(list(takewhile(_backs_off, attempts)))
    if failures:
        wait = BACK_OFF[failures - 1] if failures <= len(BACK_OFF) else BACK_OFF_AFTER
        return newest.started_at + wait, Why.BACK_OFF
    return _plus(newest.started_at, interval), Why.REGULAR


def _backs_off(attempt: Attempt) -> bool:
    return attempt.status is not None and RETRY[attempt.status] is Retry.BACK_OFF


def _rest_after(attempt: Attempt) -> dt.timedelta:
    """How long nothing is done by itself after an attempt: long if it may have signed in by itself (one without an end may
    have), and as long as a check can last if it may still be running."""
    may_have_signed_in = attempt.finished_at is None or attempt.step not in BEFORE_SIGN_IN
    if attempt.trigger is Trigger.SCHEDULE and may_have_signed_in:
        return BETWEEN_SIGN_INS
    return LONGEST_CHECK if attempt.finished_at is None else dt.timedelta(0)


def _plus(moment: dt.datetime, interval: Interval) -> dt.datetime:
    """One interval later; a month later is the same day of the next month, or its last."""
    if interval == "daily":
        return moment + dt.timedelta(days=1)
    if interval == "weekly":
        return moment + dt.timedelta(days=7)
    year, month = (moment.year, moment.month + 1) if moment.month < 12 else (moment.year + 1, 1)
    last = dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)
    return moment.replace(year=year, month=month, day=min(moment.day, last.day))
