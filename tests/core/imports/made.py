"""Statements and ledgers for the tests of importing: invented people, proved figures."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import replace
from pathlib import Path

from core.blth import Blth
from core.ledger import Ledger
from core.models import Balance, Card
from core.statements.statement import FileRead, FileStatus, Kind, Month, Proof, ProofName, Statement

KPJ = "99000000001"
OTHER_KPJ = "99000000002"
NIK = "9900000000000001"
OTHER_NIK = "9900000000000002"
NOW = dt.datetime(2026, 11, 22, 3, 0, tzinfo=dt.UTC)
TODAY = dt.date(2026, 11, 22)
WAGE = 500_000_000
EMPLOYER = WAGE * 37 // 1000
WORKER = WAGE * 20 // 1000
DUES = 12 * (EMPLOYER + WORKER)
GROWTH = 100_000_00


def months(year: int, *, wage: int = WAGE) -> tuple[Month, ...]:
    """Twelve months paid in full."""
    return tuple(
        Month(Blth(year, month), dt.date(year, month, 15), None, wage, 0, wage * 37 // 1000, wage * 20 // 1000)
        for month in range(1, 13)
    )


def year_statement(year: int, opening: int = 0, *, kpj: str | None = KPJ, nik: str | None = None, **more: object) -> Statement:
    """A yearly statement whose proof holds."""
    statement = Statement(
        Kind.RSJHT,
        year=year,
        kpj=kpj,
        nik=nik,
        npp="99000001",
        company="CONTOH SEJAHTERA",
        opening=opening,
        growth=GROWTH,
        dues=DUES,
        growth_on_dues=0,
        taken=0,
        closing=opening + GROWTH + DUES,
        months=months(year),
        proofs=(Proof(ProofName.CLOSING, True, "cocok"),),
    )
    return replace(statement, **more)  # type: ignore[arg-type]


def broken(statement: Statement) -> Statement:
    """The same with a closing that the proof does not bear out."""
    return replace(statement, closing=(statement.closing or 0) + 1, proofs=(Proof(ProofName.CLOSING, False, "tidak cocok"),))


def page(total: int, as_of: dt.date | None, kpj: str | None = KPJ) -> Statement:
    """A saved page with one card."""
    balance = Balance(total, (Card(total, kpj=kpj),), as_of)
    return Statement(Kind.SAVED_PAGE, kpj=kpj, closing=total, closing_on=as_of, balance=balance)


def read(*statements: Statement, doubted: tuple[Statement, ...] = (), name: str = "") -> FileRead:
    """A file that says these; its digest comes from what it says (and from `name`, where the same is to be another file)."""
    told = (*statements, *doubted)
    status = FileStatus.PAGE_NOT_UNDERSTOOD if doubted and not statements else FileStatus.OK
    digest = hashlib.sha256(repr((told, name)).encode()).hexdigest()
    return FileRead(status, told[0].kind, statements, doubted, file_sha256=digest)


def refused() -> FileRead:
    return FileRead(FileStatus.UNREADABLE_FILE, reason="damaged", file_sha256="0" * 64)


def ledger_at(folder: Path, *accounts: tuple[str, str]) -> Ledger:
    """A ledger with these accounts (name, user)."""
    ledger = Ledger.open(folder / "ledger.sqlite3")
    for name, user in accounts:
        ledger.add_account(name, user, "sso", now=NOW)
    return ledger
