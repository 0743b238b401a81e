"""A plan done: everything of one call in one transaction, undone again as a whole."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.imports.entry import entry_of
from core.imports.known import Known, look
from core.imports.plan import Decisions, FilePlan
from core.imports.planner import make_plan
from core.ledger.problems import NameTaken, NoSuchAccount, NoSuchImport
from core.portal.profile import NO_PORTAL
from core.statements.statement import FileRead

if TYPE_CHECKING:
    from core.ledger import Ledger
    from core.ledger.entries import Import

NAMES_TRIED = 1_000


@dataclass(frozen=True, slots=True)
class Done:
    """What was planned, and for each file its import's number (None: nothing of it was written). `made`: the accounts that were
    made, by the number below zero they had in the plan: their numbers and names. `names`: the names of those there were."""

    plans: tuple[FilePlan, ...]
    imports: tuple[int | None, ...]
    made: Mapping[int, tuple[int, str]] = field(default_factory=dict)
    names: Mapping[int, str] = field(default_factory=dict)


def plan_only(reads: Sequence[FileRead], ledger: Ledger | None, decisions: Decisions, *, now: dt.datetime) -> Done:
    """The plan alone; without a ledger, against one that knows nothing. Raises LedgerProblem, NoSuchAccount."""
    known = look(ledger) if ledger is not None else Known()
    _must_exist(known, decisions)
    plans = make_plan(reads, known, decisions, now=now)
    return Done(plans, (None,) * len(plans), names=_names(known))


def do(reads: Sequence[FileRead], file_names: Sequence[str], ledger: Ledger, decisions: Decisions, *, now: dt.datetime) -> Done:
    """Plan and store: all of it is on the disk when this returns, or nothing. Raises LedgerProblem, NoSuchAccount.

    The plan is made inside the transaction, so that no other process can come between what was looked at and what is written.
    """
    with ledger.transaction():
        known = look(ledger)
        _must_exist(known, decisions)
        plans = make_plan(reads, known, decisions, now=now)
        at = _moment(ledger, now)
        made: dict[int, tuple[int, str]] = {}
        numbers: list[int | None] = []
        for plan, file_name in zip(plans, file_names, strict=True):
            account = plan.owner.account
            if account is None or not plan.to_store:
                numbers.append(None)
                continue
            if account < 0 and account not in made:
                made[account] = _new_account(ledger, plan.owner.new or "Impor", now)
            number = made[account][0] if account < 0 else account
            numbers.append(ledger.imports.add(entry_of(file_name, plan.read, number, plan.to_store), at))
        return Done(plans, tuple(numbers), made, _names(known))


def batches(ledger: Ledger) -> list[list[Import]]:
    """The imports, newest first, those of one call together: they were stored at one moment, and no other call has that moment."""
    found: dict[dt.datetime, list[Import]] = {}
    for entry in ledger.imports.list():
        found.setdefault(entry.imported_at, []).append(entry)
    return [found[moment] for moment in sorted(found, reverse=True)]


def undo(ledger: Ledger, number: int | None, *, now: dt.datetime) -> list[Import]:
    """Hide all imports of the call that import belongs to; by default the newest that is not hidden yet. Nothing is lost.

    Returns what was hidden. Raises NoSuchImport if there is none (left), LedgerProblem.
    """
    with ledger.transaction():
        for batch in batches(ledger):
            shown = [entry for entry in batch if not entry.hidden]
            if (number is None and shown) or any(entry.id == number for entry in batch):
                for entry in shown:
                    ledger.imports.hide(entry.id, now)
                return shown
        raise NoSuchImport


def redo(ledger: Ledger, number: int, *, now: dt.datetime) -> list[Import]:
    """Show all imports of that call again. Returns what was shown. Raises NoSuchImport, LedgerProblem."""
    with ledger.transaction():
        for batch in batches(ledger):
            if any(entry.id == number for entry in batch):
                hidden = [entry for entry in batch if entry.hidden]
                for entry in hidden:
                    ledger.imports.show(entry.id, now)
                return hidden
        raise NoSuchImport


def _names(known: Known) -> dict[int, str]:
    return {account.id: account.name for account in known.accounts}


def _must_exist(known: Known, decisions: Decisions) -> None:
    there = {account.id for account in known.accounts}
    wanted = {decisions.wishes.account, *decisions.wishes.chosen.values()} - {None}
    if not wanted <= there:
        raise NoSuchAccount


def _moment(ledger: Ledger, now: dt.datetime) -> dt.datetime:
    """Now, or a second after the last import's moment: what was stored together is known by it."""
    last = max((entry.imported_at for entry in ledger.imports.list()), default=None)
    return now if last is None or last < now else last + dt.timedelta(seconds=1)


def _new_account(ledger: Ledger, wanted: str, now: dt.datetime) -> tuple[int, str]:
    """An account without a portal, under that name or the first free one like it."""
    taken = {account.name for account in ledger.accounts()}
    names = (wanted if number == 1 else f"{wanted} {number}" for number in range(1, NAMES_TRIED))
    name = next((name for name in names if name not in taken), None)
    if name is None:
        raise NameTaken
    return ledger.add_account(name, "", NO_PORTAL, now=now).id, name
