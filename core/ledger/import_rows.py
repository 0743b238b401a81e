"""Statements, months, wages and imports to rows and back. A row that makes no sense is a broken ledger, never a guess."""

from __future__ import annotations

import datetime as dt
import sqlite3

from core.blth import Blth
from core.ledger.entries import SOURCES, Import, Provenance, StoredStatement, StoredWage, Wage
from core.ledger.rows import Value, evidence_entry, evidence_of, time_of
from core.statements.statement import Kind, Month, ProofName, Statement

_SHOWN = "NOT IN (SELECT id FROM hidden_import)"

KNOWN = f"SELECT id FROM import WHERE sha256 = ? AND id {_SHOWN} ORDER BY id"  # noqa: S608 - constants of this file
IS_HIDDEN = "SELECT id IN (SELECT id FROM hidden_import) AS hidden FROM import WHERE id = ?"
IMPORTS = """
    WITH told AS (
        SELECT import_id, account_id, 1 AS statements, (SELECT count(*) FROM month WHERE statement_id = statement.id) AS months,
            0 AS wages FROM statement
        UNION ALL SELECT import_id, account_id, 0, 0, 1 FROM wage)
    SELECT import.*, import.id IN (SELECT id FROM hidden_import) AS hidden,
        group_concat(DISTINCT account_id) AS accounts, sum(statements) AS statements, sum(months) AS months, sum(wages) AS wages
    FROM import JOIN told ON told.import_id = import.id
    GROUP BY import.id HAVING ifnull(max(account_id = ?1), 1) ORDER BY import.id"""
_FROM = f"""JOIN import ON import.id = import_id
    WHERE account_id = ? AND import_id {_SHOWN}"""
STATEMENTS = f"SELECT statement.*, imported_at FROM statement {_FROM} ORDER BY year, statement.id"  # noqa: S608 - constants
MONTHS = f"""
    SELECT month.* FROM month WHERE statement_id IN (SELECT statement.id FROM statement {_FROM})
    ORDER BY statement_id, position"""  # noqa: S608 - constants of this file
WAGE_NUMBERS = f"SELECT wage.id FROM wage {_FROM}"  # noqa: S608 - constants of this file
WAGES = f"""
    SELECT wage.*, import.kind, imported_at FROM wage {_FROM} ORDER BY from_blth, wage.id"""  # noqa: S608 - constants


def import_of(row: sqlite3.Row) -> Import:
    """One row of IMPORTS."""
    return Import(
        id=row["id"],
        file_name=row["file_name"],
        sha256=row["sha256"],
        kind=Kind(row["kind"]),
        imported_at=time_of(row["imported_at"]),
        program_version=row["program_version"],
        hidden=bool(row["hidden"]),
        accounts=tuple(sorted(int(number) for number in row["accounts"].split(","))),
        statements=row["statements"],
        months=row["months"],
        wages=row["wages"],
    )


def statement_entry(import_id: int, account_id: int, statement: Statement, accepted: bool) -> dict[str, Value]:
    """The columns of a statement. Who the person is, is not among them."""
    doubts = " ".join(proof.name.value for proof in statement.proofs if proof.holds is False)
    return {
        "import_id": import_id,
        "account_id": account_id,
        "kind": statement.kind.value,
        "kpj": statement.kpj,
        "npp": statement.npp,
        "company": statement.company,
        "year": statement.year,
        "first_month": _month_text(statement.first_month),
        "first_pension_month": _month_text(statement.first_pension_month),
        "pension_months": statement.pension_months,
        "opening": statement.opening,
        "growth": statement.growth,
        "dues": statement.dues,
        "growth_on_dues": statement.growth_on_dues,
        "taken": statement.taken,
        "closing": statement.closing,
        "closing_on": _day_text(statement.closing_on),
        **evidence_entry(statement.evidence),
        "accepted": int(accepted and not statement.proved),
        "doubts": doubts or None,
    }


def statement_of(row: sqlite3.Row, months: tuple[Month, ...]) -> StoredStatement:
    """One row of STATEMENTS with its months."""
    kind = Kind(row["kind"])
    return StoredStatement(
        id=row["id"],
        account_id=row["account_id"],
        statement=Statement(
            kind=kind,
            year=row["year"],
            kpj=row["kpj"],
            npp=row["npp"],
            company=row["company"],
            first_month=_month_of(row["first_month"]),
            first_pension_month=_month_of(row["first_pension_month"]),
            pension_months=row["pension_months"],
            opening=row["opening"],
            growth=row["growth"],
            dues=row["dues"],
            growth_on_dues=row["growth_on_dues"],
            taken=row["taken"],
            closing=row["closing"],
            closing_on=_day_of(row["closing_on"]),
            months=months,
            evidence=evidence_of(row),
        ),
        doubts=tuple(ProofName(name) for name in (row["doubts"] or "").split()),
        provenance=Provenance(
            SOURCES[kind],
            time_of(row["imported_at"]),
            import_id=row["import_id"],
            statement_id=row["id"],
            accepted=bool(row["accepted"]),
        ),
    )


def month_entry(month: Month) -> dict[str, Value]:
    """The columns of a month, but for its statement and place."""
    return {
        "blth": str(month.blth),
        "paid": _day_text(month.paid),
        "posted": _day_text(month.posted),
        "wage": month.wage,
        "rapel": month.rapel,
        "employer": month.employer,
        "worker": month.worker,
        "pension_employer": month.pension_employer,
        "pension_worker": month.pension_worker,
        "off_rate": int(month.off_rate),
    }


def month_of(row: sqlite3.Row) -> tuple[int, Month]:
    """One row of MONTHS: the statement's number and the month."""
    return row["statement_id"], Month(
        blth=Blth.from_iso(row["blth"]),
        paid=_day_of(row["paid"]),
        posted=_day_of(row["posted"]),
        wage=row["wage"],
        rapel=row["rapel"],
        employer=row["employer"],
        worker=row["worker"],
        pension_employer=row["pension_employer"],
        pension_worker=row["pension_worker"],
        off_rate=bool(row["off_rate"]),
    )


def wage_entry(wage: Wage) -> dict[str, Value]:
    """The columns of a wage, but for its import."""
    return {
        "account_id": wage.account_id,
        "kpj": wage.kpj,
        "npp": wage.npp,
        "company": wage.company,
        "from_blth": str(wage.from_blth),
        "wage": wage.wage,
    }


def wage_of(row: sqlite3.Row) -> StoredWage:
    """One row of WAGES."""
    return StoredWage(
        Wage(row["account_id"], Blth.from_iso(row["from_blth"]), row["wage"], row["kpj"], row["npp"], row["company"]),
        Provenance(SOURCES[Kind(row["kind"])], time_of(row["imported_at"]), import_id=row["import_id"]),
    )


def _month_text(month: Blth | None) -> str | None:
    return None if month is None else str(month)


def _month_of(text: str | None) -> Blth | None:
    return None if text is None else Blth.from_iso(text)


def _day_text(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day_of(text: str | None) -> dt.date | None:
    return None if text is None else dt.date.fromisoformat(text)
