"""What the page "Impor" shows: one frozen value. Money is int sen; files are named by their paths, the window never opens one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum, StrEnum
from pathlib import PurePath

from core.statements.statement import FileStatus, Kind, Month, Proof


class Phase(Enum):
    """What is going on."""

    RESTING = "resting"  # nothing is being imported
    READING = "reading"  # a child reads the files; what it has said so far is shown
    PREVIEW = "preview"  # everything is read, nothing is stored: the person decides
    STORING = "storing"


class Needs(StrEnum):
    """What a file still needs of the person."""

    ACCOUNT = "account"
    DECISION = "decision"
    MAP = "map"


class Standing(StrEnum):
    """How a statement stands to what the ledger holds."""

    NEW = "new"
    KNOWN = "known"
    DIFFERS = "differs"
    DOUBTED = "doubted"


@dataclass(frozen=True, slots=True)
class Terms:
    """The summary of a statement, in sen; None where the file does not say."""

    opening: int | None = None
    growth: int | None = None
    dues: int | None = None
    growth_on_dues: int | None = None
    taken: int | None = None
    closing: int | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """What one statement says."""

    kind: Kind | None = None
    year: int | None = None
    kpj: str | None = None
    npp: str | None = None
    company: str | None = None
    terms: Terms = Terms()
    months: tuple[Month, ...] = ()
    proofs: tuple[Proof, ...] = ()

    @property
    def broken(self) -> tuple[Proof, ...]:
        """The proofs that do not hold."""
        return tuple(proof for proof in self.proofs if proof.holds is False)


@dataclass(frozen=True, slots=True)
class Difference:
    """One figure that another source gives otherwise. `what` is a month ("2020-03") or a term; texts as the file and the ledger say."""

    what: str
    field: str
    here: str | None
    known: str | None
    source: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """Months that are new, known already, and different from what is known."""

    new: int = 0
    known: int = 0
    different: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.new + other.new, self.known + other.known, self.different + other.different)


@dataclass(frozen=True, slots=True)
class Gap:
    """The opening of a year, and the closing of the year before it that is known, which should be the same; sen."""

    year: int
    opening: int
    closing: int


@dataclass(frozen=True, slots=True)
class Planned:
    """One statement of a file, and what would become of it. `account` is "#3", "new" or None (unclear: then `choices` has some)."""

    index: int
    figures: Figures
    standing: Standing
    on: dt.date | None = None
    account: str | None = None
    account_name: str | None = None
    choices: tuple[str, ...] = ()
    counts: Counts = Counts()
    differences: tuple[Difference, ...] = ()
    gaps: tuple[Gap, ...] = ()
    kept: bool = False  # doubted, and to be stored all the same


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a list of one's own, with a few of its cells."""

    index: int
    name: str
    samples: tuple[str, ...]
    role: str | None


@dataclass(frozen=True, slots=True)
class Mapping:
    """How a list of one's own would be read; None is what could not be told. `fingerprint` stands for the lists with its header."""

    fingerprint: str | None
    form: str | None
    header: bool | None
    columns: tuple[Column, ...]
    separator: str | None
    numbers: str | None
    dates: str | None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileLine:
    """One file, or one typed figure. `number` names it on the page; `chosen` is the account the person chose ("#3" or "new")."""

    number: int
    path: str | None
    status: FileStatus
    kind: Kind | None = None
    reason: str | None = None
    message: str | None = None
    sha256: str | None = None
    needs: Needs | None = None
    statements: tuple[Planned, ...] = ()
    mapping: Mapping | None = None
    already: bool = False  # these very bytes were imported before
    unread: tuple[str, ...] = ()  # columns of a list that are not taken in, by name or number
    skipped: bool = False
    chosen: str | None = None

    @property
    def name(self) -> str:
        """The file's name, without its folder."""
        return PurePath(self.path).name if self.path else ""

    @property
    def doubted(self) -> tuple[Planned, ...]:
        """The statements whose figures do not fit together."""
        return tuple(planned for planned in self.statements if planned.standing is Standing.DOUBTED)

    @property
    def waits_for_account(self) -> bool:
        """Whether the person has to say whose it is."""
        return self.needs is Needs.ACCOUNT and self.chosen is None

    @property
    def storable(self) -> tuple[Planned, ...]:
        """What would be stored of it as things stand."""
        if self.skipped or self.waits_for_account or self.status is FileStatus.UNREADABLE_FILE:
            return ()
        return tuple(planned for planned in self.statements if planned.standing is not Standing.DOUBTED or planned.kept)


@dataclass(frozen=True, slots=True)
class Earlier:
    """A call that was stored before, by the number of its first import; `undone` when it was taken back. `kinds` has each kind once."""

    number: int
    at: dt.datetime
    files: int
    kinds: tuple[Kind, ...]
    statements: int = 0
    months: int = 0
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Stored:
    """What the import that has just ended did. `numbers` has one import of each run of the command (which is taken back as a whole):
    several where one run could not take all of it, none where there was nothing new to store."""

    numbers: tuple[int, ...]
    files: int
    statements: int
    counts: Counts
    undone: bool = False


@dataclass(frozen=True, slots=True)
class Importing:
    """Everything there is to show. `asked` files were given, `done` of them are read, `at` is the one being read.

    `stored`: what was just stored, which Ctrl+Z takes back. `problem`: a reason code of what went wrong as a whole; `message` the
    command's own sentence about it. `turning`: an undo or redo runs.
    """

    phase: Phase = Phase.RESTING
    lines: tuple[FileLine, ...] = ()
    asked: int = 0
    done: int = 0
    at: str | None = None
    earlier: tuple[Earlier, ...] = ()
    stored: Stored | None = None
    problem: str | None = None
    message: str | None = None
    turning: bool = False

    @property
    def busy(self) -> bool:
        """Whether a child is at work on files."""
        return self.phase in (Phase.READING, Phase.STORING)
