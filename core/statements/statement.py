"""What a file says, once read: one `Statement` a card (or one for a whole page), its months, its proofs. Money is int sen."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from core.blth import Blth
from core.models import Balance, Evidence


class FileStatus(StrEnum):
    """How the reading of one file ended, as `import --json` prints it."""

    OK = "ok"
    PASSWORD_NEEDED = "password_needed"  # noqa: S105 - the name of an outcome; a wrong password ends here too
    UNREADABLE_FILE = "unreadable_file"  # not what its name says, cut off, only a picture, too large, too slow
    PAGE_NOT_UNDERSTOOD = "page_not_understood"  # readable, but its figures could not be proved
    NO_BALANCE = "no_balance"  # understood, and it says that there is no balance


EXIT_CODES: dict[FileStatus, int] = {
    FileStatus.OK: 0,
    FileStatus.PAGE_NOT_UNDERSTOOD: 6,
    FileStatus.NO_BALANCE: 6,
    FileStatus.UNREADABLE_FILE: 10,
    FileStatus.PASSWORD_NEEDED: 10,
}


class Kind(StrEnum):
    """What kind of file it is."""

    RSJHT = "rsjht"
    SAVED_PAGE = "saved_page"
    SMS = "sms"
    CSV = "csv"
    PAYSLIPS = "payslips"
    TYPED = "typed"


class ProofName(StrEnum):
    """The proofs a statement can pass."""

    CLOSING = "closing"  # opening + growth + dues + growth on them - taken = closing, to the sen
    SUM_DUES = "sum_dues"  # the months' JHT dues add up to the sums under the table, and to the summary's dues
    SUM_PENSION = "sum_pension"  # the JP columns with what was carried in add up to their sums
    RATE = "rate"  # 3.7 % and 2 % of the reported wage, within rounding: a month that is off is marked, not refused
    YEAR = "year"  # every month's blth and payment lie where the year allows
    OPENING = "opening"  # the opening equals the last closing already known (looked at when the ledger is at hand)
    BALANCE = "balance"  # a page's or a message's own proof (see docs/reading.md)


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof. holds: None where the statement does not print what it takes. `detail` is a plain sentence (Indonesian) that
    names the terms; amounts in it are as in the file. `refuses`: a figure whose proof fails like this may not be shown as read."""

    name: ProofName
    holds: bool | None
    detail: str
    refuses: bool = True


@dataclass(frozen=True, slots=True)
class Month:
    """One line of the table: a contribution month (several lines may share one blth: instalments, corrections). Sen; None where
    the file says nothing. `employer`/`worker` are JHT dues; the pension's (JP) are kept beside them."""

    blth: Blth
    paid: dt.date | None = None
    posted: dt.date | None = None
    wage: int | None = None
    rapel: int | None = None
    employer: int | None = None
    worker: int | None = None
    pension_employer: int | None = None
    pension_worker: int | None = None
    off_rate: bool = False  # the dues are not 3.7 % / 2 % of the wage: shown with a mark


@dataclass(frozen=True, slots=True)
class Statement:
    """One card's statement. `year` is None for what is not a yearly statement; `closing` (sen) is its balance then.

    closing_on: the day the closing stands for, if the file says so. `person` and `birth` only serve to recognise the account and
    are never stored. `balance` is the proved Balance of a page or a message (kinds SAVED_PAGE and SMS).
    """

    kind: Kind
    year: int | None = None
    kpj: str | None = None
    nik: str | None = field(default=None, repr=False)
    npp: str | None = None
    company: str | None = None
    person: str | None = field(default=None, repr=False)
    birth: dt.date | None = field(default=None, repr=False)
    first_month: Blth | None = None  # "Keps Awal JHT"
    first_pension_month: Blth | None = None
    pension_months: int | None = None  # "Masa Iuran JP", months
    opening: int | None = None
    growth: int | None = None
    dues: int | None = None
    growth_on_dues: int | None = None
    taken: int | None = None
    closing: int | None = None
    closing_on: dt.date | None = None
    months: tuple[Month, ...] = ()
    proofs: tuple[Proof, ...] = ()
    balance: Balance | None = None
    evidence: Evidence | None = None

    @property
    def proved(self) -> bool:
        """Whether no proof that refuses has failed."""
        return all(proof.holds is not False or not proof.refuses for proof in self.proofs)


@dataclass(frozen=True, slots=True)
class FileRead:
    """What became of one file: `statements` hold its figures when `status` is OK. `doubted` holds what was read but not proved
    (PAGE_NOT_UNDERSTOOD): to be shown with the proofs that fail, never stored without the person's decision.
    `reason` is a code from the words file. `file_sha256` is the hex digest of the file's bytes."""

    status: FileStatus
    kind: Kind | None = None
    statements: tuple[Statement, ...] = ()
    doubted: tuple[Statement, ...] = ()
    reason: str | None = None
    file_sha256: str | None = None
