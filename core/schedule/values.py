"""What the schedule is told, and what it answers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from core.models import Attempt
from core.portal.profile import Road
from core.settings import Interval, Settings

MINUTE = dt.timedelta(minutes=1)
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)
JAKARTA = dt.timezone(7 * HOUR, "WIB")

BETWEEN_SIGN_INS = 6 * HOUR  # between two automatic ones, whatever else is true
LONGEST_CHECK = 5 * MINUTE  # a check without an end may still be running for so long
SETTLE = 2 * MINUTE  # after waking: the network is given this time to come back
PATIENCE = DAY  # so long a check that is due waits for mains, a free line, or any line; then it is made all the same
CLOCK_ERROR = DAY  # a date this far ahead of the clock is believed (the clock was corrected); one further ahead tells nothing


class Why(StrEnum):
    """Why the next check is when it is, or why there is none."""

    REGULAR = "regular"
    MADE_UP = "made_up"  # the machine slept or was off at the regular time
    BACK_OFF = "back_off"  # something outside failed; tried again soon, then less soon
    UNANSWERED = "unanswered"  # signed in, perhaps, and nothing came back: tried once more, another day
    FIRST = "first"  # there is nothing yet
    RESTING = "resting"  # an automatic sign-in was less than six hours ago
    RUNNING = "running"  # another check may not be over yet
    WAKING = "waking"  # the machine has just woken; its network may not have
    QUIET = "quiet"  # it would fall into the quiet hours
    BATTERY = "battery"  # due, waiting for mains
    METERED = "metered"  # due, waiting for a line that is not paid by the megabyte
    OFFLINE = "offline"  # due, waiting for any line
    NO_PORTAL = "no_portal"  # made from files: there is nowhere to sign in
    NEVER = "never"  # the person chose no automatic checks
    PAUSED = "paused"
    NOT_REMEMBERED = "not_remembered"  # nothing in the keyring: nobody to sign in as; the person is reminded
    PERSON_ROAD = "person_road"  # this portal wants a person each time, who is reminded
    STOPPED = "stopped"  # the person has to act first


class Kind(StrEnum):
    """What is to happen."""

    CHECK = "check"
    REMIND = "remind"  # the person can check, the program cannot


HELD = (Why.BATTERY, Why.METERED, Why.OFFLINE)


@dataclass(frozen=True, slots=True)
class Plan:
    """What comes next (aware UTC; due once it has passed), or None. `period` names the regular run it stands for ("2026-11",
    "2026-W47", "2026-11-22"), so that a reminder is shown once for each."""

    at: dt.datetime | None
    why: Why
    kind: Kind = Kind.CHECK
    period: str | None = None

    @property
    def stopped(self) -> bool:
        """Whether the schedule waits for the person."""
        return self.why is Why.STOPPED

    @property
    def held(self) -> bool:
        """Whether it is due, and waits for the machine: at any time that may be over."""
        return self.why in HELD

    def due(self, now: dt.datetime) -> bool:
        """Whether it is to happen now."""
        return self.at is not None and self.at <= now


@dataclass(frozen=True, slots=True)
class Rules:
    """What the person chose. The quiet hours are whole hours of the day in `zone`; none if they begin when they end."""

    interval: Interval = "monthly"
    quiet_from: int = 22
    quiet_until: int = 6
    zone: dt.tzinfo = JAKARTA

    @classmethod
    def of(cls, settings: Settings, account_id: int, zone: dt.tzinfo) -> Rules:
        """The choices that hold for this account on this machine."""
        return cls(settings.interval_of(account_id), settings.quiet_from, settings.quiet_until, zone)


@dataclass(frozen=True, slots=True)
class Facts:
    """What the ledger knows of one account.

    attempts: the newest ones, newest first, as `Ledger.attempts` gives them (100 are plenty). seed: any number that belongs to
    this account of this installation alone. seen_at: when its newest figure was read, from whatever source. signed_in: the
    session of a portal that wants a person is kept, as its person wished: it is looked at without signing in, while it lives.
    """

    attempts: Sequence[Attempt] = ()
    road: Road = Road.DIRECT
    seed: int = 0
    seen_at: dt.datetime | None = None
    signed_in: bool = False


@dataclass(frozen=True, slots=True)
class Machine:
    """What this machine says of itself; None: it does not say.

    woke_at: since when it has been awake, with the program running and not known to be without a network.
    awake_before: the last moment before that when it was so, too.
    """

    woke_at: dt.datetime | None = None
    awake_before: dt.datetime | None = None
    on_battery: bool | None = None
    metered: bool | None = None
    online: bool | None = None

    @property
    def holds_back(self) -> Why | None:
        """What speaks against a check now, if anything does."""
        if self.online is False:
            return Why.OFFLINE
        if self.metered:
            return Why.METERED
        return Why.BATTERY if self.on_battery else None


UNKNOWN = Machine()
