"""What the tray says of all accounts together, for its menu and for the card at the icon: pure, from the State."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from core.money import format_rupiah
from ui.lock.ledger_lock import WAITING
from ui.look import theme
from ui.notices import words as notices
from ui.notices.notifier import all_needs, needs_you
from ui.state import AccountView, State
from ui.words import formats, messages
from ui.words.plurals import Plural

MOST_LINES = 8
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Summary:
    """The lines to read; "" and () where there is nothing to say. each: an account a line, only where there are several.
    needing: the account that `need` names. checkable: the accounts that *Periksa sekarang* checks."""

    balance: str = ""
    of: str = ""
    each: tuple[str, ...] = ()
    last: str = ""
    next: str = ""
    need: str = ""
    needing: int | None = None
    checkable: tuple[int, ...] = ()


def summary(state: State, now: dt.datetime) -> Summary:
    """All accounts summed up. The time beside a sum is that of its oldest figure."""
    if state.lock not in (None, WAITING):
        return Summary(need=translate("Tray", "Catatan terkunci"))
    masked = state.settings.masked
    read = [view for view in state.accounts if view.latest is not None]
    several = len(state.accounts) > 1
    total = sum(view.latest.balance.total for view in read if view.latest is not None)
    oldest = min((view.latest.at for view in read if view.latest is not None), default=None)
    due = min((view.next_check for view in state.accounts if view.next_check and not view.stopped), default=None)
    waiting = list(_needs(state, now))
    checked = translate("Tray", "angka terlama: {when}") if several else translate("Tray", "terakhir diperiksa {when}")
    next_one = translate("Tray", "berikutnya {when}")
    need = translate("Tray", "Perlu Anda: {what}") if len(waiting) == 1 else translate("Tray", "Perlu Anda ({count}): {what}")
    return Summary(
        balance=format_rupiah(total, masked=masked) if read else "",
        of=_of(len(read), len(state.accounts)) if several and read else "",
        each=tuple(_line(view, now, masked=masked) for view in state.accounts[:MOST_LINES]) if several else (),
        last=checked.format(when=when_text(oldest, now)) if oldest else "",
        next=next_one.format(when=when_text(due, now)) if due else "",
        need=need.format(count=len(waiting), what=waiting[0][1]) if waiting else "",
        needing=waiting[0][0] if waiting else None,
        checkable=_checkable(state),
    )


def icon_state(state: State, now: dt.datetime) -> theme.TrayState:
    """What the icon says: checking before needs-you before out of date before resting."""
    if state.checking is not None:
        return "checking"
    if state.ledger_problem is not None or any(needs_you(view) for view in state.accounts):
        return "needs_you"
    ages = [formats.age_days(view.latest.at, now) for view in state.accounts if view.latest is not None]
    return "stale" if any(formats.is_stale(days) for days in ages) else "resting"


def tooltip(state: State) -> str:
    """The icon's tooltip: never an amount, never a name."""
    name = translate("Tray", "Saldo JHT (contoh)") if state.demo else translate("Tray", "Saldo JHT")
    if state.checking is not None:
        return translate("Tray", "{name}: sedang memeriksa").format(name=name)
    if state.lock not in (None, WAITING):
        return translate("Tray", "{name}: terkunci").format(name=name)
    waiting = [view for view in state.accounts if needs_you(view)]
    return f"{name}: {messages.attempt_title(waiting[0].last_attempt)}" if waiting and waiting[0].last_attempt else name


def when_text(moment: dt.datetime, now: dt.datetime) -> str:
    """A moment as shortly as it can be said: its time today, else its day."""
    there, today = formats.local(moment), formats.local(now).date()
    return formats.clock(moment) if there.date() == today else formats.day_of_year(there.date(), today)


def _needs(state: State, now: dt.datetime) -> Iterator[tuple[int, str]]:
    """What waits for the person, and for which account, with its name where there are several."""
    views = {view.account.id: view for view in state.accounts}
    for fact in all_needs(state, now):
        view = views[fact.account_id]
        said = notices.title(fact, view)
        yield view.account.id, f"{notices.name(view, state)}: {said}" if len(views) > 1 else said


def _of(read: int, there: int) -> str:
    if read == there:
        return Plural().accounts(there)
    return translate("Tray", "{read} dari {accounts}").format(read=read, accounts=Plural().accounts(there))


def _line(view: AccountView, now: dt.datetime, *, masked: bool) -> str:
    """One of several accounts: its name, its figure and the day it was read."""
    name = formats.private(view.account.name, masked=masked)
    if view.account.paused:
        name = translate("Tray", "{name} (dijeda)").format(name=name)
    if view.latest is None:
        return translate("Tray", "{name}: belum ada angka").format(name=name)
    amount = format_rupiah(view.latest.balance.total, masked=masked)
    return f"{name}: {amount} · {when_text(view.latest.at, now)}"


def _checkable(state: State) -> tuple[int, ...]:
    """Every account whose check needs nothing typed and nothing done first, nor the portal's window; else the present one, whose page then
    asks for it."""
    able = [
        view.account.id
        for view in state.accounts
        if (view.account.remember or state.demo)
        and not (view.account.paused or view.in_browser or view.kept_was_refused)
        and (state.demo or not needs_you(view))
    ]
    if able or state.current is None:
        return tuple(able)
    return (state.current,)
