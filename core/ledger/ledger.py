"""The history of every account: what was tried and what was read. Entries are added, never changed."""

from __future__ import annotations

import datetime as dt
import os
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from core.errors import CheckError, Status
from core.ledger import rows
from core.ledger.problems import NameTaken, NoSuchAccount
from core.ledger.store import Found, Store
from core.models import Account, Attempt, Balance, Card, Reading, Source, Step, Trigger

if TYPE_CHECKING:
    from core.ledger.entries import Disagreement, MonthLine, StoredStatement, StoredWage
    from core.ledger.imports import Imports
    from core.ledger.key import Key

LONGEST_NAME = 60
LONGEST_NUMBER = 18
EVERYTHING = -1  # a limit that is none
PROVED = 1_000  # so many of the newest readings are held against the chain at each look (15 us each); `verify` does all


class Ledger:
    """One open ledger. Its owner closes it and uses it in one thread; every method raises LedgerProblem when the file fails."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.transaction = store.transaction  # with ledger.transaction(): several entries, all or none

    @classmethod
    def open(cls, path: Path, key: Key | None = None) -> Self:
        """The ledger in that file, made if it is missing: encrypted, with a key. Raises LedgerProblem."""
        return cls(Store(path, key))

    @classmethod
    def to_read(cls, path: Path, key: Key | None = None) -> Self:
        """The ledger that is there, for those who write nothing: on a full disk, too. Raises LedgerProblem."""
        return cls(Store(path, key, reading=True))

    def close(self) -> None:
        self._store.close()

    def is_current(self) -> bool:
        """Whether the file that is open is still the ledger: after a restore another one has its name, and this one is to be closed."""
        return self._store.is_current()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    # accounts: the only rows that change

    def accounts(self) -> list[Account]:
        """All accounts in the order they were added."""
        return self._store.read(rows.account_of, rows.ACCOUNTS)

    def account(self, name: str) -> Account:
        """The account of that name, or "#3" for the one with number 3. Raises NoSuchAccount."""
        if not name.startswith("#"):
            return _only(self._store.read(rows.account_of, rows.ACCOUNT_BY_NAME, name.strip()))
        number = name[1:]
        if not (number.isascii() and number.isdigit() and len(number) < LONGEST_NUMBER):
            raise NoSuchAccount
        return _only(self._store.read(rows.account_of, rows.ACCOUNT_BY_NUMBER, int(number)))

    def vault_key(self, account_id: int) -> str:
        """The opaque name under which this account's secrets rest in the keyring. Raises NoSuchAccount."""
        random_part = _only(
            self._store.read(lambda row: str(row["vault_key"]), "SELECT vault_key FROM account WHERE id = ?", account_id)
        )
        return f"account-{account_id}-{random_part}"

    def add_account(self, name: str, user: str, portal: str, *, now: dt.datetime) -> Account:
        """A new account. Raises NameTaken, or ValueError for a name that cannot be typed back (see `clean_name`)."""
        name = clean_name(name)
        with self.transaction():
            self._must_be_free(name, None)
            number = self._store.append(
                "account",
                name=name,
                user=user,
                portal=portal,
                vault_key=os.urandom(8).hex(),  # as `secrets` does it, which would load OpenSSL into the window's process
                remember=0,
                paused=0,
                added_at=rows.time_text(now),
                salt=os.urandom(16),
            )
        return Account(number, name, user, portal)

    def update_account(
        self,
        account_id: int,
        *,
        name: str | None = None,
        user: str | None = None,
        remember: bool | None = None,
        paused: bool | None = None,
    ) -> Account:
        """Change what is given, leave the rest. Raises NoSuchAccount, NameTaken, ValueError (see `clean_name`)."""
        name = None if name is None else clean_name(name)
        with self.transaction():
            if name is not None:
                self._must_be_free(name, account_id)
            self._store.change_account(
                account_id,
                "UPDATE account SET name = ifnull(?, name), user = ifnull(?, user), remember = ifnull(?, remember),"
                " paused = ifnull(?, paused) WHERE id = ?",
                name,
                user,
                remember,
                paused,
                account_id,
            )
            return self.account(f"#{account_id}")

    def remove_account(self, account_id: int) -> None:
        """Remove an account with all its attempts and readings: a person's wish to be forgotten, the only removal there is.

        The secrets in the keyring are forgotten by the command that does both (`vault forget`).
        """
        with self.transaction():
            self._store.forget("forgotten", account_id, account_id)
            for number in self._store.read(rows.number_of, rows.EMPTY_IMPORTS):
                hidden = self._store.read(rows.number_of, "SELECT id FROM hidden WHERE import_id = ?", number)
                self._store.forget("import_forgotten", number)
                for row in hidden:
                    self._store.note("hidden_forgotten", row)

    def _must_be_free(self, name: str, account_id: int | None) -> None:
        others = self._store.read(rows.account_of, rows.ACCOUNT_BY_NAME, name)
        if any(other.id != account_id for other in others):
            raise NameTaken

    # attempts

    def begin_attempt(self, account_id: int, trigger: Trigger, *, now: dt.datetime) -> int:
        """Write down that a check is about to be made; only then may it be made. Returns the attempt's number.

        Raises NoSuchAccount.
        """
        with self.transaction():
            self.account(f"#{account_id}")  # it may have been removed meanwhile: NoSuchAccount
            return self._store.append("attempt", account_id=account_id, asked_by=trigger.value, started_at=rows.time_text(now))

    def end_attempt(self, attempt_id: int, error: CheckError | None, *, step: Step | None, now: dt.datetime) -> None:
        """Write down how a check ended: without an error it succeeded. `step` is the last one it came to."""
        with self.transaction():
            self._store.append(
                "attempt_end",
                attempt_id=attempt_id,
                finished_at=rows.time_text(now),
                status=error.status.value if error else Status.OK.value,
                need=error.need.value if error and error.need else None,
                reason=error.reason if error else None,
                portal_words=error.portal_words if error else None,
                step=step.value if step else None,
            )

    def attempts(self, account_id: int, limit: int = 100) -> list[Attempt]:
        """The newest attempts of an account, newest first."""
        return self._store.read(rows.attempt_of, rows.ATTEMPTS, account_id, limit)

    def last_attempt(self, account_id: int) -> Attempt | None:
        """The newest attempt of an account, if there is any."""
        return next(iter(self.attempts(account_id, 1)), None)

    # readings

    def store_reading(
        self,
        account_id: int,
        balance: Balance,
        *,
        portal: str,
        checked_at: dt.datetime,
        source: Source = Source.PORTAL,
        attempt_id: int | None = None,
    ) -> Reading:
        """Add a reading with its cards and its source. Raises NoSuchAccount."""
        with self.transaction():
            self.account(f"#{account_id}")
            number = self._store.append(
                "reading",
                *map(rows.card_entry, balance.cards),
                account_id=account_id,
                attempt_id=attempt_id,
                portal=portal,
                source=source.value,
                checked_at=rows.time_text(checked_at),
                **rows.reading_entry(balance),
            )
        return Reading(number, account_id, portal, source, checked_at, balance)

    def history(self, account_id: int, limit: int = 120) -> list[Reading]:
        """The newest readings of an account (at most `limit`), oldest first, by the day they stand for; hidden imports' are not there.

        Raises LedgerProblem(CHANGED) if one of the newest does not say any more what was entered.
        """
        with self.transaction(reading=True):
            found = self.unproved(account_id, limit)
            self.prove(found)
        return found

    def unproved(self, account_id: int, limit: int) -> list[Reading]:
        """What `history` answers, before `prove` has looked at it: for the window, which does one after the other."""
        cards: defaultdict[int, list[Card]] = defaultdict(list)
        with self.transaction(reading=True):
            for reading_id, card in self._store.read(rows.card_of, rows.CARDS, account_id, limit):
                cards[reading_id].append(card)
            return self._store.read(lambda row: rows.reading_of(row, tuple(cards[row["id"]])), rows.READINGS, account_id, limit)

    def prove(self, readings: Sequence[Reading]) -> None:
        """Raises LedgerProblem(CHANGED) if one of the newest does not say any more what was entered."""
        self._store.must_hold("reading", [reading.id for reading in readings[-PROVED:]])

    # what files told

    @property
    def imports(self) -> Imports:
        """The imported files: added, hidden and shown as a whole."""
        from core.ledger.imports import Imports  # a check needs none of it

        return Imports(self._store)

    def statements(self, account_id: int) -> list[StoredStatement]:
        """The imported statements of an account, by year."""
        return self.imports.statements(account_id)

    def wages(self, account_id: int) -> list[StoredWage]:
        """The wages that payslips told, by month."""
        return self.imports.wages(account_id)

    def months(self, account_id: int) -> list[MonthLine]:
        """The contributions of an account from all sources, by month; where sources differ there are several lines for one."""
        from core.ledger.merge import month_lines

        return month_lines(self.statements(account_id))

    def disagreements(self, account_id: int) -> list[Disagreement]:
        """What two sources tell differently."""
        from core.ledger.merge import disagreements

        with self.transaction(reading=True):
            return disagreements(self.statements(account_id), self.history(account_id, EVERYTHING))


def _only(found: list[Found]) -> Found:
    if len(found) != 1:
        raise NoSuchAccount
    return found[0]


def clean_name(name: str) -> str:
    """An account's name as it is kept: trimmed, spaces single. ValueError if it is empty, longer than 60 characters, holds
    control characters, or begins with "#" (which stands for an account's number on the command line)."""
    kept = " ".join(name.split())
    if not kept or len(kept) > LONGEST_NAME or kept.startswith("#") or not kept.isprintable():
        raise ValueError("not a name for an account")
    return kept
