"""From what was read and what the ledger knows to a plan for each file. Pure: the same in, the same out, nothing touched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from core.imports.beside import World, possible
from core.imports.known import Known
from core.imports.owner import Owner, identity_of, owners
from core.imports.plan import Decisions, FilePlan, Needs, State, StatementPlan
from core.statements.statement import FileRead, Statement


def make_plan(reads: Sequence[FileRead], known: Known, decisions: Decisions, *, now: dt.datetime) -> tuple[FilePlan, ...]:
    """A plan for each file, in their order. Files of one call stand beside each other as they would in the ledger.

    now: when it would be stored (aware UTC); it only stands in the provenance of what is compared.
    """
    telling = [number for number, read in enumerate(reads) if _told(read)]
    identities = [(digest_of(reads[number]), identity_of(_told(reads[number]))) for number in telling]
    owner_of = dict(zip(telling, owners(identities, known.accounts, decisions.wishes), strict=True))
    already = _already(reads, owner_of, known)
    drafts = {number: _drafts(reads[number], decisions.accepted) for number in telling}
    worlds: dict[int, World] = {}
    for number, owner in owner_of.items():
        if owner.account is not None and number not in already:
            world = worlds.setdefault(owner.account, World(known, owner.account, now))
            world.add(number, reads[number], [draft for draft in drafts[number] if draft.stored])
    plans: list[FilePlan] = []
    for number, read in enumerate(reads):
        owner = owner_of.get(number, Owner())
        statements = drafts.get(number, ())
        if owner.account in worlds or number in already:
            statements = tuple(
                _as_known(draft) if number in already else worlds[owner.account or 0].judged(number, draft)
                for draft in statements
            )
        plans.append(FilePlan(read, owner, statements, number in already, _needs(owner, statements)))
    return tuple(plans)


def digest_of(read: FileRead) -> str:
    """What stands for the file: its digest, as the ledger writes it."""
    return (read.file_sha256 or "").lower()


def _told(read: FileRead) -> list[Statement]:
    return [*read.statements, *read.doubted]


def _already(reads: Sequence[FileRead], owner_of: dict[int, Owner], known: Known) -> set[int]:
    """The files that are in the ledger for the same account, or stand earlier in this call."""
    found: set[int] = set()
    seen: set[tuple[str, int]] = set()
    for number, owner in owner_of.items():
        digest, account = digest_of(reads[number]), owner.account
        if account is None:
            continue
        if account in known.files.get(digest, ()) or (digest, account) in seen:
            found.add(number)
        seen.add((digest, account))
    return found


def _drafts(read: FileRead, accepted: frozenset[tuple[str, int]]) -> tuple[StatementPlan, ...]:
    drafts: list[StatementPlan] = []
    for index, statement in enumerate(_told(read)):
        sound = index < len(read.statements) and statement.proved and possible(statement)
        wanted = not sound and possible(statement) and (digest_of(read), index) in accepted
        drafts.append(StatementPlan(index, statement, State.NEW if sound else State.DOUBTED, accepted=wanted))
    return tuple(drafts)


def _as_known(draft: StatementPlan) -> StatementPlan:
    """As it stands in the ledger already; what was doubted and stored all the same was accepted then."""
    doubted = draft.state is State.DOUBTED
    return replace(
        draft, state=draft.state if doubted else State.KNOWN, accepted=doubted, months_known=len(draft.statement.months)
    )


def _needs(owner: Owner, statements: tuple[StatementPlan, ...]) -> Needs | None:
    if not statements:
        return None
    if owner.account is None:
        return Needs.ACCOUNT
    return Needs.DECISION if any(not statement.stored for statement in statements) else None
