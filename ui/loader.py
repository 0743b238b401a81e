"""From the ledger to what the window shows. SQLite is imported with the first look, never before the first window is painted.

The ledger is read in the window's own process: in its WAL mode a reader never waits for the child that writes, and a look at
120 readings costs a few milliseconds. Every failure of the file is a reason code in what is returned, never an exception.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.insight.series import card_figures, totals
from core.kept_place import is_kept
from core.local_zone import MachineZone
from core.models import Account, Card, Reading
from core.paths import Folders
from core.portal import profile
from core.schedule import UNKNOWN, Facts, Kind, Machine, Rules, next_check, seed_of
from core.settings import Settings
from ui.lock.key_holder import held
from ui.state import AccountView, SignIn

if TYPE_CHECKING:
    from core.ledger import Ledger

HISTORY = 120
ATTEMPTS = 100
NAMES_TRIED = 100


@dataclass(frozen=True, slots=True)
class Look:
    """What a look into the ledger found: the accounts, or the reason code of what is wrong with the file."""

    accounts: tuple[AccountView, ...] = ()
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Entries:
    """What the file says of one account, whatever time it is."""

    account: Account
    facts: Facts
    history: tuple[Reading, ...]
    parts: tuple[tuple[Card, dt.date], ...] = ()


class Loader:
    """One ledger, opened with the first look and kept open; it is read anew when its file has changed."""

    def __init__(self, folders: Folders) -> None:
        self.folders = folders
        self._files = tuple(
            folders.ledger.with_name(f"{folders.ledger.name}{end}") for end in ("", "-wal")
        )  # looked at every minute
        self._ledger: Ledger | None = None
        self._entries: tuple[Entries, ...] = ()
        self._entries_of: object = None  # what `stamp` said before they were read; None: not at all
        self._ahead: dict[int, Entries] = {}
        self._ahead_of: object = None
        self._roads: dict[str, profile.Road] = {}
        self._known: set[str] = set()  # the portals that can be opened

    def close(self) -> None:
        """Let go of the file, and of what was read of it."""
        self._entries, self._entries_of = (), None
        self._ahead, self._ahead_of = {}, None
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None

    def stamp(self) -> tuple[tuple[int, int] | None, ...]:
        """Changes when the file does: time and size of the ledger and of what was written but not yet put into it."""
        return tuple(_stamp(file) for file in self._files)

    def look(self, settings: Settings, now: dt.datetime, machine: Machine = UNKNOWN) -> Look:
        """The accounts as they stand now, on this machine."""
        from core.ledger import LedgerProblem

        try:
            ledger = self._open()
            stamp = self.stamp()
            if stamp != self._entries_of:
                ahead = self._ahead if stamp == self._ahead_of else {}
                accounts = ledger.accounts()
                self._entries = tuple(ahead.get(one.id) or self._entries_for(ledger, one) for one in accounts)
                self._entries_of, self._ahead = stamp, {}
            return Look(tuple(self._view(entries, settings, machine, now) for entries in self._entries))
        except LedgerProblem as problem:
            self._drop()
            return Look(problem=problem.code)

    def read_ahead(self) -> Iterator[None]:
        """Read what the next `look` needs, a piece at each step: one takes a millisecond or two. What goes wrong is left to `look`, and
        so is a file that changed meanwhile."""
        from core.ledger import LedgerProblem

        try:
            ledger = self._open()
            self._ahead, self._ahead_of = {}, self.stamp()
            if self._ahead_of == self._entries_of:
                return
            for account in ledger.accounts():
                for entries in self._pieces(ledger, account):
                    if entries is not None:
                        self._ahead[account.id] = entries
                    yield
                    if self._ledger is not ledger:  # closed or opened anew meanwhile
                        return
        except LedgerProblem:
            return

    def keep_sign_in(self, sign_in: SignIn, now: dt.datetime) -> int | str:
        """The number of the account this log-in belongs to, added or brought up to date; the reason code if that failed."""
        from core.ledger import LedgerProblem, NameTaken, NoSuchAccount

        try:
            ledger = self._open()
            if sign_in.account_id is not None:
                with suppress(NameTaken, NoSuchAccount):
                    return ledger.update_account(sign_in.account_id, user=sign_in.user).id
            return self._add(ledger, sign_in, now)
        except LedgerProblem as problem:
            self._drop()
            return problem.code

    def rename(self, account_id: int, name: str) -> str | None:
        """Give an account another name; a name that is taken or cannot be used leaves the old one. The reason code of a failure."""
        from core.ledger import LedgerProblem

        try:
            with suppress(ValueError, LookupError):
                self._open().update_account(account_id, name=name)
        except LedgerProblem as problem:
            self._drop()
            return problem.code
        return None

    def pause(self, account_id: int, paused: bool) -> str | None:
        """Check an account no more by itself, or again. The reason code of a failure."""
        from core.ledger import LedgerProblem

        try:
            with suppress(LookupError):
                self._open().update_account(account_id, paused=paused)
        except LedgerProblem as problem:
            self._drop()
            return problem.code
        return None

    def remove(self, account_id: int) -> str | None:
        """Remove an account and its history. The reason code of a failure."""
        from core.ledger import LedgerProblem

        try:
            self._open().remove_account(account_id)
        except LedgerProblem as problem:
            self._drop()
            return problem.code
        return None

    def _open(self) -> Ledger:
        from core.ledger import Ledger

        if self._ledger is not None and not self._ledger.is_current():  # a backup was put in its place
            self._drop()
        if self._ledger is None:
            self._ledger = Ledger.open(self.folders.ledger, held.key)
        return self._ledger

    def _drop(self) -> None:
        """Open the file anew next time: it may have been mended or replaced."""
        with suppress(Exception):  # closing what is broken already may fail in any way, and changes nothing
            self.close()
        self._ledger = None

    def _entries_for(self, ledger: Ledger, account: Account) -> Entries:
        return next(entries for entries in self._pieces(ledger, account) if entries is not None)

    def _pieces(self, ledger: Ledger, account: Account) -> Iterator[Entries | None]:
        """What the file says of an account, read in pieces: the last one is all of it."""
        attempts = ledger.attempts(account.id, ATTEMPTS)
        yield None
        readings = ledger.unproved(account.id, HISTORY)
        yield None
        ledger.prove(readings)
        yield None
        history = tuple(totals(readings))
        parts = () if history else tuple(card_figures(readings))
        seen_at = history[-1].checked_at if history else None
        facts = Facts(attempts, self._road(account.portal), seed_of(ledger.vault_key(account.id)), seen_at)
        yield Entries(account, facts, history, parts)

    def _view(self, entries: Entries, settings: Settings, machine: Machine, now: dt.datetime) -> AccountView:
        account = entries.account
        facts = replace(entries.facts, signed_in=is_kept(self.folders, account.id))
        plan = next_check(account, facts, Rules.of(settings, account.id, MachineZone()), machine, now)
        return AccountView(
            account=account,
            history=entries.history,
            last_attempt=facts.attempts[0] if facts.attempts else None,
            next_check=plan.at if plan.kind is Kind.CHECK else None,
            stopped=plan.stopped,
            plan=plan,
            parts=entries.parts,
            in_browser=facts.road is profile.Road.PERSON and account.portal in self._known,
        )

    def _road(self, portal: str) -> profile.Road:
        """How this portal is reached; one that is not known here (any more) is never visited by itself."""
        if portal not in self._roads:
            try:
                self._roads[portal] = profile.load(portal).road
                if portal != profile.NO_PORTAL:
                    self._known.add(portal)
            except (KeyError, ValueError, OSError):
                self._roads[portal] = profile.Road.PERSON
        return self._roads[portal]

    def _add(self, ledger: Ledger, sign_in: SignIn, now: dt.datetime) -> int:
        """The account of this user at this portal; else a new one, under the name asked for, with a number if that is taken."""
        from core.ledger import NameTaken, clean_name

        for known in ledger.accounts():
            if known.portal == sign_in.portal and known.user.casefold() == sign_in.user.casefold():
                return known.id

        try:
            wanted = clean_name(sign_in.name)
        except ValueError:
            wanted = sign_in.portal
        for number in range(1, NAMES_TRIED):
            with suppress(NameTaken):
                name = wanted if number == 1 else f"{wanted[:50]} {number}"
                return ledger.add_account(name, sign_in.user, sign_in.portal, now=now).id
        raise NameTaken


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
