"""Notices in words: a title, a line or two, the buttons. Several at once become one. Masked where amounts and names are hidden."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from core.errors import Status
from core.money import format_rupiah
from ui.notices.notifier import NEWS, Fact, Kind, urgency
from ui.state import AccountView, State
from ui.words import formats, messages
from ui.words.plurals import Plural

translate = QCoreApplication.translate


class Press(StrEnum):
    """What a person can do with a notice. The value is its name for the desktop's notification service."""

    OPEN = "default"  # a click on the notice itself
    OPEN_BUTTON = "open"
    CHECK = "check"
    TOMORROW = "tomorrow"


@dataclass(frozen=True, slots=True)
class Notice:
    """What is handed to the desktop. `facts` are what it tells. quiet: no need to interrupt anybody for it."""

    title: str
    body: str
    presses: tuple[Press, ...]
    facts: tuple[Fact, ...]
    quiet: bool

    @property
    def account_id(self) -> int:
        """The account to open."""
        return self.facts[0].account_id


def notice(facts: Sequence[Fact], state: State, now: dt.datetime) -> Notice:
    """One notice of these facts (at least one), the most urgent first. A month that is seen says by itself that the balance changed."""
    views = {view.account.id: view for view in state.accounts}
    ordered = sorted(facts, key=urgency)
    seen = {fact.account_id for fact in ordered if fact.kind is Kind.CONTRIBUTION}
    said = [fact for fact in ordered if fact.kind is not Kind.BALANCE or fact.account_id not in seen]
    quiet = all(fact.kind in NEWS for fact in said)
    if len(said) == 1:
        (fact,) = said
        view = views[fact.account_id]
        return Notice(title(fact, view), line(fact, view, state, now), presses_for(fact.kind), tuple(ordered), quiet)
    body = "\n".join(_of_several(fact, views, state) for fact in said)
    presses = (Press.OPEN, Press.OPEN_BUTTON) if quiet else (Press.OPEN, Press.OPEN_BUTTON, Press.TOMORROW)
    return Notice(Plural().news(len(said)), body, presses, tuple(ordered), quiet)


def _of_several(fact: Fact, views: dict[int, AccountView], state: State) -> str:
    """One line of several: whose it is only where there is a question."""
    view = views[fact.account_id]
    return f"{name(view, state)}: {title(fact, view)}" if len(views) > 1 else title(fact, view)


def presses_for(kind: Kind) -> tuple[Press, ...]:
    """The buttons that make sense. A refused PIN is not sent again by a button: the person has to type another one first."""
    match kind:
        case Kind.BALANCE | Kind.CONTRIBUTION:
            return Press.OPEN, Press.OPEN_BUTTON
        case Kind.REFUSED | Kind.NEEDS_YOU:
            return Press.OPEN, Press.OPEN_BUTTON, Press.TOMORROW
        case Kind.OVERDUE | Kind.SILENT | Kind.REMINDER:
            return Press.OPEN, Press.OPEN_BUTTON, Press.CHECK, Press.TOMORROW


def press_text(press: Press) -> str:
    """The words on a button."""
    match press:
        case Press.OPEN | Press.OPEN_BUTTON:
            return translate("notices", "Buka")
        case Press.CHECK:
            return translate("notices", "Periksa sekarang")
        case Press.TOMORROW:
            return translate("notices", "Ingatkan besok")


def title(fact: Fact, view: AccountView) -> str:
    """What is so, in a few words."""
    match fact.kind:
        case Kind.BALANCE:
            return translate("notices", "Saldo JHT berubah")
        case Kind.CONTRIBUTION:
            return translate("notices", "Iuran {month} sudah terlihat").format(month=_month(fact))
        case Kind.OVERDUE:
            return translate("notices", "Iuran {month} belum terlihat").format(month=_month(fact))
        case Kind.SILENT:
            since = formats.long_date(formats.local(view.latest.checked_at).date()) if view.latest else "–"
            return translate("notices", "Belum berhasil diperiksa sejak {day}").format(day=since)
        case Kind.REMINDER:
            return translate("notices", "Saatnya memeriksa saldo")
        case Kind.REFUSED | Kind.NEEDS_YOU:
            return messages.attempt_title(view.last_attempt) if view.last_attempt else ""


def line(fact: Fact, view: AccountView, state: State, now: dt.datetime) -> str:
    """What goes with it: whose it is where there are several, and what one can do."""
    said = _sentence(fact, view, state, now)
    return f"{name(view, state)}. {said}" if len(state.accounts) > 1 else said


def name(view: AccountView, state: State) -> str:
    """Whose account it is, masked where names are."""
    return formats.private(view.account.name, masked=state.settings.masked)


def _sentence(fact: Fact, view: AccountView, state: State, now: dt.datetime) -> str:
    match fact.kind:
        case Kind.BALANCE:
            return _balance(view, state)
        case Kind.CONTRIBUTION:
            recorded = translate("notices", "Portal sudah mencatatnya pada kartu Anda.")
            return f"{recorded} {_balance(view, state)}"
        case Kind.OVERDUE:
            return translate(
                "notices", "Portal belum menampilkannya pada kartu Anda. Bila bulan depan masih begitu, tanyakan HRD."
            )
        case Kind.SILENT:
            last = view.last_attempt
            failed = last is not None and last.status is not Status.OK
            do = messages.attempt_title(last) + "." if last and failed else translate("notices", "Tekan Periksa sekarang.")
            kept = translate("notices", "Angka terakhir tetap tersimpan.")
            return f"{do} {kept}"
        case Kind.REMINDER:
            days = formats.age_days(view.latest.checked_at, now) if view.latest else 0
            asks = translate("notices", "Terakhir diperiksa {age}. Akun ini hanya dapat diperiksa bersama Anda.")
            return asks.format(age=formats.age(days))
        case Kind.REFUSED:
            return translate(
                "notices", "Pemeriksaan otomatis dihentikan agar akun tidak terkunci. Ubah PIN, lalu periksa sekali."
            )
        case Kind.NEEDS_YOU:
            return translate("notices", "Pemeriksaan otomatis menunggu Anda. Buka untuk melihat langkahnya.")


def _balance(view: AccountView, state: State) -> str:
    """The amount and its change if the person allowed amounts in notices and they are not hidden."""
    latest, previous = view.latest, view.previous
    if latest is None or previous is None or not state.settings.notify_amount or state.settings.masked:
        return translate("notices", "Buka untuk melihat angkanya.")
    change = latest.balance.total - previous.balance.total
    sign = "+" if change > 0 else "−"
    return f"{format_rupiah(latest.balance.total)} ({sign}{format_rupiah(abs(change))})"


def _month(fact: Fact) -> str:
    return formats.month(fact.month) if fact.month else "–"
