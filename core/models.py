"""The values that cross the borders between modules: frozen, typed, money in sen (1/100 rupiah, int), times in aware UTC."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum

from core.blth import Blth
from core.errors import Need, Status

WIB = dt.timezone(dt.timedelta(hours=7), "WIB")


class Segment(StrEnum):
    """The kind of membership a card stands for (facts: PU wage earner, BPU self-employed, PMI migrant worker)."""

    PU = "PU"
    BPU = "BPU"
    PMI = "PMI"


class Source(StrEnum):
    """Where a figure came from."""

    PORTAL = "portal"
    BROWSER = "browser"
    STATEMENT = "statement"
    SAVED_PAGE = "saved_page"
    SMS = "sms"
    TYPED = "typed"


class Step(StrEnum):
    """The named steps of a check, in their order."""

    CONTACTING = "contacting"
    SIGNING_IN = "signing_in"
    OPENING_BALANCE = "opening_balance"
    READING = "reading"
    STORING = "storing"


@dataclass(frozen=True, slots=True)
class Secrets:
    """What a person types to sign in: the log-in secret, and the PIN where a portal asks for one before the balance.

    It has no repr, so that it cannot reach a log, a traceback or a test's output.
    """

    login: str = field(repr=False)
    pin: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where on the page a figure stood, so that the person can be shown it.

    label: the visible words that named it. path: the place in the document (an element path).
    excerpt: a plain line or two of the page, names and numbers masked, the figure itself between « and ».
    """

    label: str
    path: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Card:
    """One membership card (KPJ x company x segment) and its balance in sen. What the page did not say is None."""

    balance: int
    kpj: str | None = None
    company: str | None = None
    npp: str | None = None
    segment: Segment | None = None
    active: bool | None = None
    last_contribution: Blth | None = None
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """What a balance page says, proved: `total` (sen) is the portal's own total where it prints one, else the sum of the
    cards; `total_is_portals` tells which. `as_of` is the portal's own "per tanggal", where it says one. The cards add up to the total."""

    total: int
    cards: tuple[Card, ...]
    as_of: dt.date | None = None
    total_is_portals: bool = False
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One person's account at one portal, as the ledger keeps it. `user` is the NIK or e-mail used to sign in."""

    id: int
    name: str
    user: str = field(repr=False)
    portal: str
    remember: bool = False
    paused: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A balance that was read and stored, with its provenance. `checked_at`: when it was read; `import_id`: from which file.

    A history is in the order of (day, checked_at, id).
    """

    id: int
    account_id: int
    portal: str
    source: Source
    checked_at: dt.datetime
    balance: Balance
    import_id: int | None = None

    @property
    def day(self) -> dt.date:
        """The day the figure stands for: a portal's is the day it was read; a file's is the day the file gives, and never one
        after it was read. Days are those of western Indonesia (UTC+7), as the statements' are."""
        read_on = self.checked_at.astimezone(WIB).date()
        if self.source in (Source.PORTAL, Source.BROWSER) or self.balance.as_of is None:
            return read_on
        return min(self.balance.as_of, read_on)

    @property
    def at(self) -> dt.datetime:
        """The moment the figure stands for: when it was read, or the end of its day, if that has passed."""
        if self.day == self.checked_at.astimezone(WIB).date():
            return self.checked_at
        return dt.datetime.combine(self.day, dt.time(23, 59, 59), WIB)


class Trigger(StrEnum):
    """Who asked for a check."""

    PERSON = "person"  # pressed in the window or the tray
    SCHEDULE = "schedule"
    COMMAND = "command"  # typed on the command line


@dataclass(frozen=True, slots=True)
class Attempt:
    """One check, written to the ledger BEFORE it is made. `finished_at` and `status` stay None if it never came to an end.
    `step` is the last step it came to, where that is known: from SIGNING_IN on, a secret may have been sent."""

    id: int
    account_id: int
    trigger: Trigger
    started_at: dt.datetime
    finished_at: dt.datetime | None = None
    status: Status | None = None
    need: Need | None = None
    reason: str | None = None
    portal_words: str | None = None
    step: Step | None = None
