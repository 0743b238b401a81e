"""Whose file is it? Told by what the file itself says, by what other files of the same call say, or asked. Pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from core.ledger.merge import same_card
from core.statements.statement import Statement

NIK_DIGITS = 16


class Why(StrEnum):
    """How an account was found."""

    ASKED = "asked"  # the person named it
    KPJ = "kpj"  # the ledger knows the card
    NIK = "nik"  # the account signs in with this NIK
    ONLY = "only"  # there is no other account
    NEW = "new"  # there is none yet, or the person wants a new one


@dataclass(frozen=True, slots=True)
class Candidate:
    """An account as far as it helps to recognise its files."""

    id: int
    name: str
    user: str = field(repr=False)
    kpjs: frozenset[str] = frozenset()

    @property
    def nik(self) -> str | None:
        """The NIK it signs in with; None for an e-mail address or no portal at all."""
        return self.user if len(self.user) == NIK_DIGITS and self.user.isascii() and self.user.isdigit() else None


@dataclass(frozen=True, slots=True)
class Identity:
    """Who a file is about, as far as it says so."""

    kpjs: frozenset[str] = frozenset()
    niks: frozenset[str] = field(default=frozenset(), repr=False)
    persons: frozenset[tuple[str, dt.date]] = field(default=frozenset(), repr=False)

    def __or__(self, other: Identity) -> Identity:
        return Identity(self.kpjs | other.kpjs, self.niks | other.niks, self.persons | other.persons)

    def shares(self, other: Identity) -> bool:
        """Whether both name the same card or the same person."""
        return bool(self.kpjs & other.kpjs or self.niks & other.niks or self.persons & other.persons)


@dataclass(frozen=True, slots=True)
class Owner:
    """An account's number; one below zero stands for a new account, to be called `new` (the same number, the same account).
    None where it cannot be told: then `choices` are the accounts it may belong to."""

    account: int | None = None
    new: str | None = None
    why: Why | None = None
    choices: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person said: one account for all files (or a new one), or one for a single file (by its digest; None stands for a
    new one)."""

    account: int | None = None
    new: bool = False
    chosen: Mapping[str, int | None] = field(default_factory=dict)


def identity_of(statements: Iterable[Statement]) -> Identity:
    """Who these statements are about. The cards of one file are one person's."""
    kpjs: set[str] = set()
    niks: set[str] = set()
    persons: set[tuple[str, dt.date]] = set()
    for statement in statements:
        kpjs |= {same_card(statement.kpj) or ""}
        niks |= {statement.nik} if statement.nik else set()
        if statement.balance is not None:
            kpjs |= {same_card(card.kpj) or "" for card in statement.balance.cards}
        if statement.person and statement.birth:
            persons.add((" ".join(statement.person.casefold().split()), statement.birth))
    return Identity(frozenset(kpjs - {""}), frozenset(niks), frozenset(persons))


def owners(files: Sequence[tuple[str, Identity]], accounts: Sequence[Candidate], wishes: Wishes) -> list[Owner]:
    """The owner of each file (its digest, who it is about), in their order.

    Files that name the same card or person stand for one another: a card the ledger does not know yet is found through the
    NIK of a file beside it.
    """
    groups = _groups([identity for _, identity in files])
    together = [_union(files[other][1] for other in group) for group in groups]
    strangers = _union(one for one in together if not _by_evidence(one, accounts))
    found: list[Owner] = []
    for number, (digest, _) in enumerate(files):
        place = next(place for place, group in enumerate(groups) if number in group)
        found.append(_owner(digest, place, together[place], strangers, accounts, wishes))
    return found


def name_for(identity: Identity) -> str:
    """What a new account is called: after its card, of which only the last four digits are told."""
    last = sorted(identity.kpjs)
    return f"KPJ ***{last[0][-4:]}" if last else "Impor"


def _owner(
    digest: str, place: int, identity: Identity, strangers: Identity, accounts: Sequence[Candidate], wishes: Wishes
) -> Owner:
    everyone = tuple(account.id for account in accounts)
    its_own = Owner(-2 - place, name_for(identity), Why.NEW)
    if digest in wishes.chosen:
        chosen = wishes.chosen[digest]
        return its_own if chosen is None else Owner(chosen, why=Why.ASKED)
    if wishes.new:
        return Owner(-1, name_for(identity), Why.NEW)
    evidence = _by_evidence(identity, accounts)
    if wishes.account is not None:
        contradicted = (evidence and wishes.account not in evidence) or _other_nik(wishes.account, identity, accounts)
        return Owner(choices=everyone) if contradicted else Owner(wishes.account, why=Why.ASKED)
    if evidence:
        (account, why), *more = evidence.items()
        return Owner(choices=tuple(evidence)) if more else Owner(account, why=why)
    if len(strangers.niks) > 1:  # several people's files at once: what says whose it is can have a new account, if there are none
        return its_own if not accounts and len(identity.niks) == 1 else Owner(choices=everyone)
    if not accounts:
        return Owner(-1, name_for(strangers), Why.NEW)
    if len(accounts) == 1 and not _other_nik(accounts[0].id, identity, accounts):
        return Owner(accounts[0].id, why=Why.ONLY)
    return Owner(choices=everyone)


def _by_evidence(identity: Identity, accounts: Sequence[Candidate]) -> dict[int, Why]:
    """The accounts that know one of the cards; if none does, those that sign in with the NIK. A card wins over a NIK."""
    by_card = {account.id: Why.KPJ for account in accounts if account.kpjs & identity.kpjs}
    return by_card or {account.id: Why.NIK for account in accounts if account.nik in identity.niks}


def _other_nik(number: int, identity: Identity, accounts: Sequence[Candidate]) -> bool:
    """Whether the account signs in with a NIK and the file names another one."""
    nik = next((account.nik for account in accounts if account.id == number), None)
    return nik is not None and bool(identity.niks) and nik not in identity.niks


def _groups(identities: Sequence[Identity]) -> list[set[int]]:
    """The numbers of the files that belong together, directly or through others."""
    groups: list[tuple[set[int], Identity]] = []
    for number, identity in enumerate(identities):
        joined, rest = {number}, []
        for members, known in groups:
            if known.shares(identity):
                joined |= members
                identity |= known  # noqa: PLW2901 - the group grows
            else:
                rest.append((members, known))
        groups = [*rest, (joined, identity)]
    return [members for members, _ in groups]


def _union(identities: Iterable[Identity]) -> Identity:
    whole = Identity()
    for identity in identities:
        whole |= identity
    return whole
