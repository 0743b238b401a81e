"""What is taken away: one account with everything the ledger knows of it, in the order of time. Money is int sen."""

from __future__ import annotations

from dataclasses import dataclass

from core.models import Account, Attempt, Reading, Source
from core.statements.statement import Month


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One contribution line with whose and whence it is."""

    month: Month
    source: Source
    kpj: str | None = None
    company: str | None = None
    npp: str | None = None


@dataclass(frozen=True, slots=True)
class YearLine:
    """One year's summary of one card."""

    year: int
    source: Source
    kpj: str | None = None
    company: str | None = None
    npp: str | None = None
    opening: int | None = None
    growth: int | None = None
    dues: int | None = None
    growth_on_dues: int | None = None
    taken: int | None = None
    closing: int | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One account's record. Readings are in the order of the day they stand for, attempts in that of their start."""

    account: Account
    readings: tuple[Reading, ...] = ()
    months: tuple[MonthLine, ...] = ()
    years: tuple[YearLine, ...] = ()
    attempts: tuple[Attempt, ...] = ()
