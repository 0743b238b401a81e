"""What the window and the tray show: one frozen value, derived from the ledger and the settings, never stored."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core.errors import Status
from core.models import Account, Attempt, Card, Reading, Step
from core.schedule import Plan
from core.settings import Settings

if TYPE_CHECKING:
    from ui.importing.model import Importing


@dataclass(frozen=True, slots=True)
class AccountView:
    """One account as it stands. `history` are its readings, oldest first, the latest last (at most the 120 newest)."""

    account: Account
    history: tuple[Reading, ...] = ()
    last_attempt: Attempt | None = None
    next_check: dt.datetime | None = None
    stopped: bool = False  # the schedule waits for the person
    plan: Plan | None = None  # with its reason, and the reminders, which are no checks
    unread: bool = False  # the page that its last check did not understand is at hand, in memory
    in_browser: bool = False  # its portal wants a person, who signs in in the portal's window
    parts: tuple[tuple[Card, dt.date], ...] = ()  # where no total is known: what is known of each card, with its day

    @property
    def latest(self) -> Reading | None:
        return self.history[-1] if self.history else None

    @property
    def previous(self) -> Reading | None:
        return self.history[-2] if len(self.history) > 1 else None

    @property
    def kept_was_refused(self) -> bool:
        """Whether the portal refused the secret that is kept: no button sends it again, the person types another one."""
        attempt = self.last_attempt
        return self.account.remember and attempt is not None and attempt.status is Status.CREDENTIALS_REJECTED


@dataclass(frozen=True, slots=True)
class Checking:
    """A check that is running now."""

    account_id: int
    step: Step | None = None


@dataclass(frozen=True, slots=True)
class State:
    """Everything there is to show. `current` is an account id. `keyring` is the keyring's name for people, None while
    unknown; `keyring_problem` is a VaultReason value if it cannot be used. `ledger_problem` is a reason code, None if all is well."""

    settings: Settings
    accounts: tuple[AccountView, ...] = ()
    current: int | None = None
    checking: Checking | None = None
    keyring: str | None = None
    keyring_problem: str | None = None
    ledger_problem: str | None = None
    demo: bool = False
    tray: bool = False
    autostart: bool = False  # whether the program starts with the computer, as the disk says
    notices: str = ""  # how the last one was shown: "service", "icon" or "none"; "" if there was none yet
    archived: tuple[AccountView, ...] = ()  # removed by the person, their history kept
    loaded: bool = field(default=False)  # False until the ledger was read for the first time
    lock: str | None = None  # why the ledger may not be looked into (ui.lock), None while it may: nothing of it is shown
    encrypted: bool = False  # whether the ledger is: its key is held
    importing: Importing | None = None  # None until something was asked of it

    @property
    def view(self) -> AccountView | None:
        """The current account's view, if there is one."""
        return next((a for a in self.accounts if a.account.id == self.current), None)


@dataclass(frozen=True, slots=True)
class SignIn:
    """What the log-in form hands over. The secrets have no repr and are forgotten after the check is started."""

    name: str
    user: str = field(repr=False)
    portal: str
    login: str = field(repr=False)
    pin: str | None = field(default=None, repr=False)
    remember: bool = False
    account_id: int | None = None  # an existing account whose secret is typed anew
    in_browser: bool = False  # the person signs in themselves, in the portal's window; `login` may be empty, and is only kept
