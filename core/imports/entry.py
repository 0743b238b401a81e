"""What of a file's plan goes into the ledger, as the ledger takes it."""

from __future__ import annotations

from collections.abc import Sequence

from core.imports.plan import StatementPlan
from core.ledger.entries import ImportEntry, Wage
from core.statements.statement import FileRead, Kind


def entry_of(file_name: str, read: FileRead, account: int, stored: Sequence[StatementPlan]) -> ImportEntry:
    """One file's entry: its statements, or, of payslips, its wages."""
    kind = read.kind or stored[0].statement.kind
    return ImportEntry(
        file_name=file_name,
        sha256=read.file_sha256 or "",
        kind=kind,
        statements=tuple((account, plan.statement, plan.accepted) for plan in stored if plan.statement.kind is not Kind.PAYSLIPS),
        wages=tuple(
            Wage(account, month.blth, month.wage, plan.statement.kpj, plan.statement.npp, plan.statement.company)
            for plan in stored
            if plan.statement.kind is Kind.PAYSLIPS
            for month in plan.statement.months
            if month.wage is not None
        ),
    )
