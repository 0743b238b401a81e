"""What goes into the ledger with an import and comes out again, with its provenance. Money is int sen, times are aware UTC."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from core.blth import Blth
from core.models import Source
from core.statements.statement import Kind, Month, ProofName, Statement

SOURCES: dict[Kind, Source] = {
    Kind.RSJHT: Source.STATEMENT,
    Kind.SAVED_PAGE: Source.SAVED_PAGE,
    Kind.SMS: Source.SMS,
    Kind.CSV: Source.TYPED,
    Kind.TYPED: Source.TYPED,
    Kind.PAYSLIPS: Source.TYPED,
}


@dataclass(frozen=True, slots=True)
class Wage:
    """A wage told by payslips: from this month on, until a later one changes it. Sen."""

    account_id: int
    from_blth: Blth
    wage: int
    kpj: str | None = None
    npp: str | None = None
    company: str | None = None


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """One file as it is to be stored. `file_name`: only its last part is kept. `sha256`: hex digest of its bytes (of what was typed).

    statements: (account id, statement, accepted); `accepted` tells that the person accepted it despite a proof that failed.
    """

    file_name: str
    sha256: str
    kind: Kind
    statements: tuple[tuple[int, Statement, bool], ...] = ()
    wages: tuple[Wage, ...] = ()


@dataclass(frozen=True, slots=True)
class Import:
    """One import as the ledger holds it. `accounts`: the numbers of the accounts it told something about."""

    id: int
    file_name: str
    sha256: str
    kind: Kind
    imported_at: dt.datetime
    program_version: str
    hidden: bool
    accounts: tuple[int, ...]
    statements: int  # how many
    months: int
    wages: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a figure came from: an import with its statement, or a reading of a portal; and when it came to be known."""

    source: Source
    known_at: dt.datetime
    import_id: int | None = None
    statement_id: int | None = None
    reading_id: int | None = None
    accepted: bool = False  # a proof failed, and the person accepted it


@dataclass(frozen=True, slots=True)
class StoredStatement:
    """A statement in the ledger. Its proofs are not kept, but for the names of those that failed (`doubts`)."""

    id: int
    account_id: int
    statement: Statement
    doubts: tuple[ProofName, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class StoredWage:
    """A payslip's wage in the ledger."""

    wage: Wage
    provenance: Provenance


@dataclass(frozen=True, slots=True)
class MonthLine:
    """One contribution of one card, as all who tell of it agree. Where they do not, there are several lines for one month."""

    month: Month
    kpj: str | None
    npp: str | None
    company: str | None
    told_by: tuple[Provenance, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two sources that cannot both be right. `when`: the month, the statement's year, or the day of a balance. `field` is the
    name of a field of Month or Statement, "carried_over" (a closing and the next opening) or "balance". Values in sen."""

    kpj: str | None
    when: Blth | int | dt.date
    field: str
    told: tuple[tuple[int, Provenance], ...]
