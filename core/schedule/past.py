"""What the attempts of an account mean for its next check."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from core.errors import RETRY, Retry, Status
from core.models import Attempt, Step, Trigger
from core.schedule.values import BETWEEN_SIGN_INS, CLOCK_ERROR, LONGEST_CHECK

BEFORE_SIGN_IN = (None, Step.CONTACTING)
NO_LINE = (Status.NETWORK, Status.MAINTENANCE)
NO_ANSWER = (Status.SESSION_EXPIRED, Status.INTERNAL_ERROR)  # nothing that the person has not seen, and might not try again
STOPS = frozenset(status for status in Status if RETRY[status] is Retry.AFTER_PERSON)
BACKS_OFF = frozenset(status for status in Status if RETRY[status] is Retry.BACK_OFF)


class Past(NamedTuple):
    """stopped: the person has to act first. tells: whether there is anything to go by at all.

    answered_at: the newest check that did its work. failures: how often in a row since then nothing was reached.
    asked: whether the person's own check is among these. failed_at: the newest of them. unanswered: the automatic checks since
    then that may have signed in and brought nothing back, newest first. rested_at, over_at: when six hours after the last
    automatic sign-in are over, and when no check can be running any more.
    """

    stopped: bool
    tells: bool
    answered_at: dt.datetime | None
    failures: int
    asked: bool
    failed_at: dt.datetime | None
    unanswered: tuple[dt.datetime, ...]
    rested_at: dt.datetime | None
    over_at: dt.datetime | None


def read(attempts: Sequence[Attempt], now: dt.datetime) -> Past:
    """The past, from an account's newest attempts, newest first. A date far ahead of the clock tells nothing about time."""
    believable = now + CLOCK_ERROR
    answered_at: dt.datetime | None = None
    failed_at: dt.datetime | None = None
    rested_at: dt.datetime | None = None
    over_at: dt.datetime | None = None
    unanswered: list[dt.datetime] = []
    failures, asked, tells = 0, False, False
    for attempt in attempts:
        at = attempt.started_at
        automatic = attempt.trigger is Trigger.SCHEDULE
        tells = tells or automatic or attempt.finished_at is not None
        if at > believable:
            continue
        if attempt.finished_at is None:
            over_at = _later(over_at, at + LONGEST_CHECK)
        signed_in = automatic and (attempt.finished_at is None or attempt.step not in BEFORE_SIGN_IN)
        if signed_in:
            rested_at = _later(rested_at, at + BETWEEN_SIGN_INS)
        if _answered(attempt):
            answered_at = _later(answered_at, at)
        elif answered_at is not None:
            continue  # what failed before the newest answer is over
        elif signed_in:
            unanswered.append(at)
        elif _not_reached(attempt) and (automatic or not asked):  # the person may press as often as they like: it counts once
            failed_at = failed_at or at
            asked = asked or not automatic
            failures += 1
    return Past(is_stopped(attempts), tells, answered_at, failures, asked, failed_at, tuple(unanswered), rested_at, over_at)


def _later(known: dt.datetime | None, other: dt.datetime) -> dt.datetime:
    return other if known is None or other > known else known


def is_stopped(attempts: Sequence[Attempt]) -> bool:
    """Whether they hold a failure that waits for the person, and no success of the person's own since."""
    for attempt in attempts:
        if attempt.status is Status.OK and attempt.trigger is not Trigger.SCHEDULE:
            return False
        if attempt.status in STOPS:
            return True
    return False


def _answered(attempt: Attempt) -> bool:
    """Whether the portal was asked and answered. A person's own check that went wrong on the way does not count."""
    if attempt.status is None or attempt.status in BACKS_OFF:
        return False
    return attempt.trigger is Trigger.SCHEDULE or attempt.status not in NO_ANSWER


def _not_reached(attempt: Attempt) -> bool:
    """Whether nothing was sent because something outside failed; of a person's own checks, only because of the line."""
    if attempt.step not in BEFORE_SIGN_IN or attempt.status not in BACKS_OFF:
        return False
    return attempt.trigger is Trigger.SCHEDULE or attempt.status in NO_LINE
