"""States of the window, made by hand: people, cards and readings that do not exist."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from core.blth import Blth
from core.errors import RETRY, Need, Retry, Status
from core.models import Account, Attempt, Balance, Card, Evidence, Reading, Segment, Source, Step, Trigger
from core.schedule import Kind, Plan, Why
from core.settings import Settings
from ui.state import AccountView, Checking, State

NOW = dt.datetime(2026, 11, 22, 1, 12, tzinfo=dt.UTC)  # 08.12 WIB
SITI = Account(1, "Siti Rahmawati", "siti@example.test", "bpjstk-es", remember=True)
BUDI = Account(2, "Budi Santoso", "9902021203880002", "bpjstk-es", remember=True)


def evidence(label: str, amount: str, before: str = "KPJ •••••••4567") -> Evidence:
    """Where a figure stood on an invented page."""
    return Evidence(label, "html > body > div.konten > table > tr[3] > td[5]", f"{before}\nPT M•••• B••••••\n{label} «{amount}»")


TEXTILE = Card(
    3_610_245_500, "21098764567", "PT Maju Bersama Tekstil", "99000001/000", Segment.PU, True, Blth(2026, 10),
    evidence("Saldo JHT", "Rp 36.102.455"),
)  # fmt: skip
KARYA = Card(
    1_240_831_100, "14035215667", "CV Karya Utama", "99000002/000", Segment.PU, False, Blth(2019, 3),
    evidence("Saldo JHT", "Rp 12.408.311", "KPJ •••••••5667"),
)  # fmt: skip
MARKET = Card(
    215_400_050, "16049983319", "Wadah Pedagang Pasar Baru", "99000005/000", Segment.BPU, None, None,
)  # fmt: skip


def balance(*cards: Card, portals_total: bool = True) -> Balance:
    """The balance of these cards."""
    total = sum(card.balance for card in cards)
    said = evidence("Total Saldo JHT", "Rp 48.510.766", "Jumlah kartu: 2") if portals_total else None
    return Balance(total, cards, None, portals_total, said)


def reading(number: int, at: dt.datetime, held: Balance, account: Account = SITI) -> Reading:
    """A stored reading."""
    return Reading(number, account.id, account.portal, Source.PORTAL, at, held)


def history(months: int = 36, cards: tuple[Card, ...] = (TEXTILE, KARYA), last_at: dt.datetime = NOW) -> tuple[Reading, ...]:
    """One reading a month, growing to the present balance; the last at `last_at`."""
    made = []
    for back in range(months - 1, 0, -1):
        at = last_at - dt.timedelta(days=round(30.4 * back) + (4 if back % 5 == 0 else 0))
        less = 28_884_000 * back + (1_400_000_00 if back > 12 else 0)
        held = replace(cards[0], balance=cards[0].balance - less)
        made.append(reading(months - back, at, balance(held, *cards[1:])))
    made.append(reading(months, last_at, balance(*cards)))
    return tuple(made)


def attempt(
    status: Status | None,
    *,
    need: Need | None = None,
    reason: str | None = None,
    words: str | None = None,
    account: Account = SITI,
    at: dt.datetime = NOW,
) -> Attempt:
    """A check that ended so; status None: it never came to an end."""
    return Attempt(
        9, account.id, Trigger.PERSON, at, None if status is None else at, status, need=need, reason=reason, portal_words=words
    )


def view(
    account: Account = SITI,
    readings: tuple[Reading, ...] | None = None,
    last: Attempt | None = None,
    *,
    stopped: bool = False,
    next_check: dt.datetime | None = NOW + dt.timedelta(days=28),
    plan: Plan | None = None,
    parts: tuple[tuple[Card, dt.date], ...] = (),
) -> AccountView:
    """An account as it stands; by default with three years of readings and a check that went well."""
    held = history() if readings is None else readings
    ended = attempt(Status.OK, account=account) if last is None and held else last
    plan = plan or _plan(account, ended, None if stopped else next_check, stopped=stopped)
    return AccountView(account, held, ended, None if stopped else next_check, stopped, plan, parts=parts)


def _plan(account: Account, last: Attempt | None, at: dt.datetime | None, *, stopped: bool) -> Plan:
    """What the schedule would say."""
    if stopped:
        return Plan(None, Why.STOPPED)
    if account.paused:
        return Plan(None, Why.PAUSED)
    if not account.remember:
        return Plan(NOW + dt.timedelta(days=2), Why.NOT_REMEMBERED, Kind.REMIND, "2026-11")
    if at is None:
        return Plan(NOW + dt.timedelta(days=2), Why.PERSON_ROAD, Kind.REMIND, "2026-11")
    if last is None:
        return Plan(at, Why.FIRST)
    backs_off = last.status is not None and RETRY[last.status] is Retry.BACK_OFF
    return Plan(at, Why.BACK_OFF if backs_off else Why.REGULAR, period="2026-12")


def state(
    *views: AccountView,
    settings: Settings | None = None,
    checking: Step | bool | None = None,
    keyring: str | None = "GNOME Keyring",
    keyring_problem: str | None = None,
    ledger_problem: str | None = None,
    demo: bool = False,
    loaded: bool = True,
) -> State:
    """A state of the window; the first account is the present one. `checking=True`: begun, no step yet."""
    current = views[0].account.id if views else None
    running = None
    if checking and current is not None:
        running = Checking(current, checking if isinstance(checking, Step) else None)
    return State(
        settings or Settings(language="id", theme="light"),
        views,
        current,
        running,
        keyring,
        keyring_problem,
        ledger_problem,
        demo,
        loaded=loaded,
    )
