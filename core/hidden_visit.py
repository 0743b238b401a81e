"""A scheduled look at a portal whose session its person wished to keep: when it may be made, and how it is written down.

The visit itself is made by `ui.browser.hidden`, in a process of its own. It is a check like any other of the schedule's: an attempt that is
begun before anything is asked, and ended with its reason.
"""

from __future__ import annotations

import datetime as dt
import logging

from core.errors import CheckError, InternalError
from core.ledger import Ledger
from core.models import Account, Step, Trigger
from core.schedule import BETWEEN_SIGN_INS

log = logging.getLogger("saldo.hidden")


def rests_until(ledger: Ledger, account: Account, now: dt.datetime) -> dt.datetime | None:
    """When the next one may be made: six hours after the newest that the schedule made, whatever came of it. None: now."""
    newest = next((one for one in ledger.attempts(account.id) if one.trigger is Trigger.SCHEDULE), None)
    if newest is None or not newest.started_at <= now < newest.started_at + BETWEEN_SIGN_INS:
        return None
    return newest.started_at + BETWEEN_SIGN_INS


def begin(ledger: Ledger, account: Account, now: dt.datetime) -> int:
    """Write down that it is about to be made; its number. Raises LedgerProblem."""
    return ledger.begin_attempt(account.id, Trigger.SCHEDULE, now=now)


def end(ledger: Ledger, attempt: int, error: CheckError, step: Step, now: dt.datetime) -> None:
    """Write down why it brought no figure. (A figure is written down by `read-page --store`, which proves it.)"""
    log.info("hidden visit ended: %s", error)
    try:
        ledger.end_attempt(attempt, error, step=step, now=now)
    except InternalError as problem:
        log.warning("the end of a hidden visit could not be written: %s", problem)
