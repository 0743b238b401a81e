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
    believed = [attempt for attempt in attempts if attempt.started_at <= now + CLOCK_ERROR]
    answered_at = max((attempt.started_at for attempt in believed if _answered(attempt)), default=None)
    failures, asked = 0, False
    failed_at: dt.datetime | None = None
    unanswered: list[dt.datetime] = []
    for attempt in believed:
        if _answered(attempt):
            break
        if _lost(attempt):
            unanswered.append(attempt.started_at)
            continue
        if not _not_reached(attempt):
            continue
        failed_at = failed_at or attempt.started_at
        if attempt.trigger is Trigger.SCHEDULE:
            failures += 1
        elif not asked:
            asked = True
            failures += 1
    return Past(
        stopped=is_stopped(attempts),
        tells=any(attempt.finished_at is not None or attempt.trigger is Trigger.SCHEDULE for attempt in attempts),
        answered_at=answered_at,
        failures=failures,
        asked=asked,
        failed_at=failed_at,
        unanswered=tuple(unanswered),
        rested_at=max((a.started_at + BETWEEN_SIGN_INS for a in believed if _by_itself(a)), default=None),
        over_at=max((a.started_at + LONGEST_CHECK for a in believed if a.finished_at is None), default=None),
    )


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


def _by_itself(attempt: Attempt) -> bool:
    """Whether it was automatic and may have signed in: one without an end may have."""
    if attempt.trigger is not Trigger.SCHEDULE:
        return False
    return attempt.finished_at is None or attempt.step not in BEFORE_SIGN_IN


def _lost(attempt: Attempt) -> bool:
    """Whether it was automatic, may have signed in, and nothing came back."""
    return _by_itself(attempt) and (attempt.status is None or attempt.status in BACKS_OFF)


def _not_reached(attempt: Attempt) -> bool:
    """Whether nothing was sent because something outside failed; of a person's own checks, only because of the line."""
    if attempt.step not in BEFORE_SIGN_IN or attempt.status not in BACKS_OFF:
        return False
    return attempt.trigger is Trigger.SCHEDULE or attempt.status in NO_LINE
