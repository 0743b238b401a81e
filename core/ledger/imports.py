"""Imports: what files told, added as a whole, hidden and shown again as a whole, never changed."""

from __future__ import annotations

import datetime as dt
import os
from collections import defaultdict
from dataclasses import replace

from core import __version__
from core.ledger import import_rows as rows
from core.ledger.entries import SOURCES, Import, ImportEntry, StoredStatement, StoredWage
from core.ledger.problems import NoSuchAccount, NoSuchImport
from core.ledger.rows import card_entry, number_of, reading_entry, time_text
from core.ledger.store import Store
from core.models import Balance, Card
from core.statements.statement import Month, Statement

LONGEST_FILE_NAME = 200

Statements = list[StoredStatement]  # named here, because the class has a `list` of its own
Wages = list[StoredWage]


class Imports:
    """The imports of one open ledger; every method raises LedgerProblem when the file fails."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self, entry: ImportEntry, now: dt.datetime) -> int:
        """Store all that a file told, or nothing of it; returns the import's number.

        A file that is there already for the same accounts (and not hidden) changes nothing: its number is returned.
        Raises NoSuchAccount; ValueError for a statement with a failed proof that nobody accepted, for an amount that is no
        balance, and for an entry that tells nothing.
        """
        if not entry.statements and not entry.wages:
            raise ValueError("an import that tells nothing")
        for _, statement, accepted in entry.statements:
            _must_be_sound(statement, accepted)
        with self._store.transaction():
            there = self._same(entry)
            return self._add(entry, now) if there is None else there

    def known(self, sha256: str) -> list[int]:
        """The imports of exactly this file that are not hidden, oldest first."""
        return self._store.read(lambda row: int(row["id"]), rows.KNOWN, sha256.lower())

    def list(self, account_id: int | None = None) -> list[Import]:
        """All imports, hidden ones too, oldest first; those that told something of one account, if it is given."""
        return self._store.read(rows.import_of, rows.IMPORTS, account_id)

    def hide(self, import_id: int, now: dt.datetime) -> bool:
        """Undo an import: nothing of it is found any more, nothing of it is lost. False if it was hidden. Raises NoSuchImport."""
        return self._set_hidden(import_id, True, now)

    def show(self, import_id: int, now: dt.datetime) -> bool:
        """Redo an import that was hidden. False if it was not. Raises NoSuchImport."""
        return self._set_hidden(import_id, False, now)

    def statements(self, account_id: int) -> Statements:
        """The statements of an account that are not hidden, with their months: by year (those without one first), then by number.

        Raises LedgerProblem(CHANGED) if one does not say any more what was entered.
        """
        months: defaultdict[int, list[Month]] = defaultdict(list)
        with self._store.transaction(reading=True):
            for statement_id, month in self._store.read(rows.month_of, rows.MONTHS, account_id):
                months[statement_id].append(month)
            found = self._store.read(lambda row: rows.statement_of(row, tuple(months[row["id"]])), rows.STATEMENTS, account_id)
            self._store.must_hold("statement", [stored.id for stored in found])
        return found

    def wages(self, account_id: int) -> Wages:
        """The wages that payslips told, not hidden ones, by month. Raises LedgerProblem(CHANGED) as `statements` does."""
        with self._store.transaction(reading=True):
            found = self._store.read(rows.wage_of, rows.WAGES, account_id)
            self._store.must_hold("wage", self._store.read(number_of, rows.WAGE_NUMBERS, account_id))
        return found

    def _set_hidden(self, import_id: int, hidden: bool, now: dt.datetime) -> bool:
        with self._store.transaction():
            found = self._store.read(lambda row: bool(row["hidden"]), rows.IS_HIDDEN, import_id)
            if not found:
                raise NoSuchImport
            if found[0] is hidden:
                return False
            self._store.append("hidden", import_id=import_id, hidden=int(hidden), at=time_text(now))
            return True

    def _same(self, entry: ImportEntry) -> int | None:
        """The import of this file that told of these accounts already."""
        wanted = {account for account, _, _ in entry.statements} | {wage.account_id for wage in entry.wages}
        known = set(self.known(entry.sha256))
        return next((there.id for there in self.list() if there.id in known and wanted <= set(there.accounts)), None)

    def _add(self, entry: ImportEntry, now: dt.datetime) -> int:
        number = self._store.append(
            "import",
            file_name=base_name(entry.file_name),
            sha256=entry.sha256.lower(),
            kind=entry.kind.value,
            imported_at=time_text(now),
            program_version=__version__,
            salt=os.urandom(16),
        )
        portals: dict[int, str] = {}
        for account_id, statement, accepted in entry.statements:
            portals[account_id] = self._portal(account_id)
            months = map(rows.month_entry, statement.months)
            self._store.append("statement", *months, **rows.statement_entry(number, account_id, statement, accepted))
        for (account_id, _), balance, source in readings_of(entry):
            self._store.append(
                "reading",
                *map(card_entry, balance.cards),
                account_id=account_id,
                import_id=number,
                portal=portals[account_id],
                source=source,
                checked_at=time_text(now),
                **reading_entry(balance),
            )
        for wage in entry.wages:
            self._portal(wage.account_id)
            self._store.append("wage", import_id=number, **rows.wage_entry(wage))
        return number

    def _portal(self, account_id: int) -> str:
        found = self._store.read(lambda row: str(row["portal"]), "SELECT portal FROM account WHERE id = ?", account_id)
        if not found:
            raise NoSuchAccount
        return found[0]


def readings_of(entry: ImportEntry) -> list[tuple[tuple[int, dt.date | None], Balance, str]]:
    """The balances a file tells: one for each account and day, with all the cards it names for that day; each with its source."""
    found: dict[tuple[int, dt.date | None], tuple[list[Balance], str]] = {}
    for account_id, statement, _ in entry.statements:
        balance = balance_of(statement)
        if balance is not None:
            balances, _source = found.setdefault((account_id, balance.as_of), ([], SOURCES[statement.kind].value))
            balances.append(balance)
    return [(key, _together(balances), source) for key, (balances, source) in found.items()]


def balance_of(statement: Statement) -> Balance | None:
    """The balance a statement tells and the day it stands for: a page's own, else the closing; None if it tells none."""
    end_of_year = dt.date(statement.year, 12, 31) if statement.year else None
    if statement.balance is not None:
        as_of = statement.balance.as_of or statement.closing_on or end_of_year
        return replace(statement.balance, as_of=as_of)
    if statement.closing is None:
        return None
    card = Card(statement.closing, kpj=statement.kpj, company=statement.company, npp=statement.npp, evidence=statement.evidence)
    return Balance(statement.closing, (card,), statement.closing_on or end_of_year, evidence=statement.evidence)


def _together(balances: list[Balance]) -> Balance:
    """Several cards' statements of one day, as one balance. A single one stays as it is."""
    if len(balances) == 1:
        return balances[0]
    cards = tuple(card for balance in balances for card in balance.cards)
    return Balance(sum(balance.total for balance in balances), cards, balances[0].as_of)


def _must_be_sound(statement: Statement, accepted: bool) -> None:
    if not statement.proved and not accepted:
        raise ValueError("a statement whose proof failed, and nobody accepted it")
    balance = balance_of(statement)
    if balance is not None and min(balance.total, *(card.balance for card in balance.cards), balance.total) < 0:
        raise ValueError("an amount that is no balance")


def base_name(file_name: str) -> str:
    """The last part of a file's name, without what cannot be printed: no folder of this machine is ever kept."""
    last = file_name.replace("\\", "/").rstrip("/").rpartition("/")[2]
    return "".join(letter if letter.isprintable() else "�" for letter in last)[:LONGEST_FILE_NAME]
