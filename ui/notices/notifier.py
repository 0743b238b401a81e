"""What a person should be told now, and no more: decided from the State and from what was told before. Pure; the words are elsewhere.

Each thing is told once, also across restarts. What was so before the program first saw an account is nobody's news. What the person
is looking at anyway is taken as told. A kind that is switched off is taken as told too, so that switching it on brings no old news.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from core import schedule
from core.blth import Blth
from core.errors import RETRY, Retry, Status
from core.models import Card, Reading, Segment, Source
from core.settings import Interval, Settings
from core.told import Told
from ui.state import AccountView, State
from ui.words import formats

VISIBLE_FROM_DAY = 21  # a month is due on the 15th of the next one and visible some days later; before that nobody is alarmed
OWN_READINGS = (Source.PORTAL, Source.BROWSER)  # what a file says is known to who imported it
FRESH = dt.timedelta(days=3)  # a change older than that is history, not news
REMIND_AT_HOUR = 9  # "tomorrow" is tomorrow at nine, on this machine's clock
SILENT_DAYS: dict[Interval, int | None] = {"monthly": 45, "weekly": 14, "daily": 4, "never": None}


class Kind(StrEnum):
    """The kinds of notices. Each has a switch in the settings: `notify_` and its name."""

    BALANCE = "balance"
    CONTRIBUTION = "contribution"
    OVERDUE = "overdue"
    NEEDS_YOU = "needs_you"
    SILENT = "silent"
    REFUSED = "refused"
    REMINDER = "reminder"


NEWS = (Kind.BALANCE, Kind.CONTRIBUTION)  # good to know, nothing to do
SHOWN_ABOVE = (Kind.REFUSED, Kind.NEEDS_YOU)  # of the present account: its banner says it with all its words


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is so. mark: which one of its kind (a month, a time); nothing personal. month: the one it is about."""

    kind: Kind
    account_id: int
    mark: str
    month: Blth | None = None

    @property
    def key(self) -> str:
        return f"{self.account_id}/{self.kind.value}"


@dataclass(frozen=True, slots=True)
class Decision:
    """facts: what to tell now, together. told: what is noted in any case, before anything is sent."""

    facts: tuple[Fact, ...]
    told: Told


def decide(state: State, told: Told, now: dt.datetime, *, watching: bool) -> Decision:
    """What to tell of this state. watching: the person has the window before them, so they see all of it there."""
    if not state.loaded or state.ledger_problem is not None:
        return Decision((), told)
    noted = told.without_strangers([view.account.id for view in state.accounts])
    to_tell: list[Fact] = []
    for view in state.accounts:
        new = view.account.id not in noted.known
        for fact in facts(view, state.settings, now):
            if noted.was_told(fact.key, fact.mark):
                continue
            if new or watching or (state.demo and fact.kind is Kind.REMINDER) or not wanted(fact.kind, state.settings):
                noted = noted.with_told(fact.key, fact.mark)
            elif not noted.snoozed(now) and not noted.waits(fact.key, now):
                to_tell.append(fact)
        if new:
            noted = noted.with_known(view.account.id)
    return Decision(tuple(to_tell), noted)


def facts(view: AccountView, settings: Settings, now: dt.datetime) -> Iterator[Fact]:
    """Everything about an account that could be worth a word, told or not."""
    yield from _news(view, now)
    yield from needs(view, settings, now)


def needs(view: AccountView, settings: Settings, now: dt.datetime) -> Iterator[Fact]:
    """What waits for the person: the list *Perlu Anda* of the window."""
    account, attempt = view.account, view.last_attempt
    waiting = needs_you(view)
    if waiting and attempt is not None:
        kind = Kind.REFUSED if attempt.status is Status.CREDENTIALS_REJECTED else Kind.NEEDS_YOU
        yield Fact(kind, account.id, f"{stamp(attempt.started_at)} {attempt.id}")  # two can begin in one second
    month = overdue_month(view, now)
    if month is not None:
        yield Fact(Kind.OVERDUE, account.id, str(month), month)
    latest, plan = view.latest, view.plan
    if plan is not None and plan.kind is schedule.Kind.REMIND:
        if plan.due(now):
            yield Fact(Kind.REMINDER, account.id, plan.period or "")
        return
    limit = SILENT_DAYS[settings.interval_of(account.id)]
    if latest is None or limit is None or waiting or view.next_check is None:
        return
    if formats.age_days(latest.checked_at, now) >= limit:
        yield Fact(Kind.SILENT, account.id, stamp(latest.checked_at))


def waiting(state: State, now: dt.datetime) -> tuple[Fact, ...]:
    """What the list *Perlu Anda* holds: nothing that the page of the present account says already."""
    if state.ledger_problem is not None:
        return ()
    return tuple(fact for fact in all_needs(state, now) if not (fact.account_id == state.current and fact.kind in SHOWN_ABOVE))


def all_needs(state: State, now: dt.datetime) -> list[Fact]:
    """What waits for the person, of every account, the most urgent first. In the demo nobody is reminded: its sample history is old by
    nature."""
    found = [fact for view in state.accounts for fact in needs(view, state.settings, now)]
    return sorted((fact for fact in found if not (state.demo and fact.kind is Kind.REMINDER)), key=urgency)


def urgency(fact: Fact) -> int:
    """What comes first where several are told: what has stopped, what waits, what is only news."""
    return 0 if fact.kind in SHOWN_ABOVE else 2 if fact.kind in NEWS else 1


def needs_you(view: AccountView) -> bool:
    """Whether nothing more will happen on this account until its person acts."""
    attempt = view.last_attempt
    if attempt is None or attempt.status in (None, Status.OK):
        return False
    return view.stopped or RETRY[attempt.status] is Retry.AFTER_PERSON


def wanted(kind: Kind, settings: Settings) -> bool:
    """Whether the person wants notices of that kind."""
    return bool(getattr(settings, f"notify_{kind.value}"))


def overdue_month(view: AccountView, now: dt.datetime) -> Blth | None:
    """The newest month that an employer should have paid by now, if the last reading was taken after it should have been visible and
    shows it on none of the active cards. Only where the portal says which month it has."""
    latest = view.latest
    if latest is None:
        return None
    if latest.source not in OWN_READINGS or formats.is_stale(formats.age_days(latest.checked_at, now)):
        return None
    seen_on = formats.local(latest.checked_at).date()
    expected = Blth(seen_on.year, seen_on.month).plus(-1 if seen_on.day >= VISIBLE_FROM_DAY else -2)
    paid = [card.last_contribution for card in latest.balance.cards if _is_paid_by_an_employer(card)]
    months = [month for month in paid if month is not None]
    return expected if months and max(months) < expected else None


def tomorrow(now: dt.datetime, days: int = 1) -> dt.datetime:
    """Some days later at nine in the morning on this machine's clock, as an aware moment."""
    day = formats.local(now).date() + dt.timedelta(days=days)
    return dt.datetime(day.year, day.month, day.day, REMIND_AT_HOUR).astimezone(dt.UTC)


def stamp(moment: dt.datetime) -> str:
    """A moment as a mark."""
    return f"{moment.astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"


def newest_month(reading: Reading) -> Blth | None:
    """The newest month with a contribution on any card, where the page said so."""
    return max((card.last_contribution for card in reading.balance.cards if card.last_contribution is not None), default=None)


def _news(view: AccountView, now: dt.datetime) -> Iterator[Fact]:
    latest, previous = view.latest, view.previous
    if latest is None or previous is None or latest.source not in OWN_READINGS:
        return
    if now - latest.checked_at > FRESH:
        return
    month, month_before = newest_month(latest), newest_month(previous)
    if month is not None and month_before is not None and month > month_before:
        yield Fact(Kind.CONTRIBUTION, view.account.id, str(month), month)
    if latest.balance.total != previous.balance.total:
        yield Fact(Kind.BALANCE, view.account.id, stamp(latest.checked_at))


def _is_paid_by_an_employer(card: Card) -> bool:
    return card.active is not False and card.segment in (None, Segment.PU)
