"""What is taken away: one account with everything the ledger knows of it, in the order of time. Money is int sen."""

from __future__ import annotations

from dataclasses import dataclass

from core.ledger.entries import MonthLine, StoredStatement
from core.models import Account, Attempt, Reading


@dataclass(frozen=True, slots=True)
class Record:
    """One account's record. Readings are in the order of the day they stand for, attempts in that of their start."""

    account: Account
    readings: tuple[Reading, ...] = ()
    months: tuple[MonthLine, ...] = ()
    statements: tuple[StoredStatement, ...] = ()
    attempts: tuple[Attempt, ...] = ()
