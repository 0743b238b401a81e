"""What would become of files, as values: whose each is, what of it is new, what is known, what does not fit."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from core.imports.owner import Owner, Wishes
from core.ledger.entries import Disagreement
from core.statements.statement import FileRead, Statement


class State(StrEnum):
    """What a statement is beside what the ledger knows."""

    NEW = "new"
    KNOWN = "known"  # everything it says was told already
    DIFFERS = "differs"  # something was told differently: both are kept, side by side
    DOUBTED = "doubted"  # a proof failed: not stored unless the person accepts it


class Needs(StrEnum):
    """What a file waits for."""

    ACCOUNT = "account"
    DECISION = "decision"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the person decided. accepted: (digest, index) of statements to be stored although a proof failed."""

    wishes: Wishes = field(default_factory=Wishes)
    accepted: frozenset[tuple[str, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Gap:
    """A closing that is not the next year's opening. Sen; `year` is the opening's."""

    year: int
    closing: int
    opening: int


@dataclass(frozen=True, slots=True)
class StatementPlan:
    """One statement and what would become of it. `statement` carries the proof OPENING, which takes the ledger to tell.
    `differs` only tells what this very statement says differently."""

    index: int
    statement: Statement
    state: State
    accepted: bool = False
    months_new: int = 0
    months_known: int = 0
    months_different: int = 0
    differs: tuple[Disagreement, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def stored(self) -> bool:
        """Whether it may be stored as it is."""
        return self.state is not State.DOUBTED or self.accepted


@dataclass(frozen=True, slots=True)
class FilePlan:
    """One file. `already`: exactly this file is in the ledger (or earlier in this call): nothing changes."""

    read: FileRead
    owner: Owner = field(default_factory=Owner)
    statements: tuple[StatementPlan, ...] = ()
    already: bool = False
    needs: Needs | None = None

    @property
    def to_store(self) -> tuple[StatementPlan, ...]:
        """What of it would be written."""
        if self.already or self.owner.account is None:
            return ()
        return tuple(statement for statement in self.statements if statement.stored)
