"""What the ledger knows, as plain values: what a plan is made against. Nothing here can write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.imports.owner import Candidate
from core.ledger.entries import StoredStatement, StoredWage
from core.ledger.merge import same_card
from core.models import Reading

if TYPE_CHECKING:
    from core.ledger import Ledger

EVERYTHING = -1  # a limit that is none


@dataclass(frozen=True, slots=True)
class Known:
    """Accounts, and by account number what files and portals told of each. `files`: digest -> the accounts that file told
    something about (hidden imports are not there)."""

    accounts: tuple[Candidate, ...] = ()
    files: Mapping[str, frozenset[int]] = field(default_factory=dict)
    statements: Mapping[int, tuple[StoredStatement, ...]] = field(default_factory=dict)
    readings: Mapping[int, tuple[Reading, ...]] = field(default_factory=dict)
    wages: Mapping[int, tuple[StoredWage, ...]] = field(default_factory=dict)


def look(ledger: Ledger) -> Known:
    """All of it, in one unchanging view. Raises LedgerProblem."""
    with ledger.transaction(reading=True):
        accounts = ledger.accounts()
        statements = {account.id: tuple(ledger.statements(account.id)) for account in accounts}
        readings = {account.id: tuple(ledger.history(account.id, EVERYTHING)) for account in accounts}
        wages = {account.id: tuple(ledger.wages(account.id)) for account in accounts}
        imports = [entry for entry in ledger.imports.list() if not entry.hidden]
    files: dict[str, frozenset[int]] = {}
    for entry in imports:
        files[entry.sha256] = files.get(entry.sha256, frozenset()) | frozenset(entry.accounts)
    candidates = tuple(
        Candidate(account.id, account.name, account.user, _cards(statements[account.id], readings[account.id]))
        for account in accounts
    )
    return Known(candidates, files, statements, readings, wages)


def _cards(statements: tuple[StoredStatement, ...], readings: tuple[Reading, ...]) -> frozenset[str]:
    told = {stored.statement.kpj for stored in statements}
    told |= {card.kpj for reading in readings for card in reading.balance.cards}
    return frozenset(number for kpj in told if (number := same_card(kpj)))
