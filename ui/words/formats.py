"""Dates, times, months, names and numbers as people read them, in the language on the screen. Amounts come from `core.money` alone."""

from __future__ import annotations

import datetime as dt
from functools import cache, lru_cache
from typing import Literal

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from core.blth import Blth
from core.models import Reading
from ui.words.plurals import Plural

Lang = Literal["id", "en"]
DOT = "•"
STALE_AFTER_DAYS = 45
KPJ_SHOWN = 4
_language: list[Lang] = ["id"]


def set_language(language: Lang) -> None:
    """Which language dates are written in from now on (`ui.words.translations.install` calls this)."""
    _language[0] = language


def language() -> Lang:
    """The language on the screen."""
    return _language[0]


@cache
def _locale(language: Lang) -> QLocale:
    if language == "id":
        return QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


@lru_cache(maxsize=512)
def _written(language: Lang, day: dt.date, form: str) -> str:
    """A day in a form of QLocale's; kept, because the same hundred days are written with every look into the ledger."""
    return _locale(language).toString(QDate(day.year, day.month, day.day), form)


def long_date(day: dt.date) -> str:
    """ "22 November 2026"."""
    return _written(_language[0], day, "d MMMM yyyy")


def short_date(day: dt.date) -> str:
    """ "22 Nov 2026"."""
    return _written(_language[0], day, "d MMM yyyy")


def day_of_year(day: dt.date, today: dt.date) -> str:
    """ "18 Oktober", with the year only when it is another one."""
    if day.year != today.year:
        return long_date(day)
    return _written(_language[0], day, "d MMMM")


def month(blth: Blth) -> str:
    """ "Okt 2026"."""
    return _written(_language[0], dt.date(blth.year, blth.month, 1), "MMM yyyy")


def month_of(day: dt.date) -> str:
    """The month a day lies in: "Nov 2026"."""
    return month(Blth(day.year, day.month))


def local(moment: dt.datetime) -> dt.datetime:
    """An aware moment on this machine's clock."""
    return moment.astimezone()


def clock(moment: dt.datetime) -> str:
    """ "08.12 WIB" in Indonesian, "08:12 WIB" in English, on this machine's clock."""
    there = local(moment)
    return f"{there:%H.%M} {zone(there)}" if _language[0] == "id" else f"{there:%H:%M} {zone(there)}"


def hour(number: int) -> str:
    """An hour of the day: "22.00" in Indonesian, "22:00" in English."""
    return f"{number:02d}.00" if _language[0] == "id" else f"{number:02d}:00"


def zone(there: dt.datetime) -> str:
    """The name of a local time's zone: WIB, WITA, WIT and other short names as they are, anything else as "UTC+8"."""
    name = there.tzname() or ""
    if name == "SE Asia Standard Time":  # what Windows calls the zone of Jakarta
        return "WIB"
    if name.isascii() and name.isalpha() and len(name) <= 5:
        return name
    offset = there.utcoffset() or dt.timedelta()
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02d}" if rest else "")


def moment(when: dt.datetime) -> str:
    """ "22 November 2026, 08.12 WIB"."""
    return f"{long_date(local(when).date())}, {clock(when)}"


def reading_day(reading: Reading) -> dt.date:
    """The day a reading stands for: on this machine's calendar when it was read, or the day its file gives."""
    return local(reading.checked_at).date() if reading.at == reading.checked_at else reading.day


def age_days(since: dt.datetime, now: dt.datetime) -> int:
    """Whole calendar days between two moments on this machine's calendar, never negative (a clock may have been set back)."""
    return max(0, (local(now).date() - local(since).date()).days)


def age(days: int) -> str:
    """ "hari ini", "kemarin", "34 hari lalu"."""
    if days == 0:
        return QCoreApplication.translate("formats", "hari ini")
    if days == 1:
        return QCoreApplication.translate("formats", "kemarin")
    return Plural().days_ago(days)


def is_stale(days: int) -> bool:
    """Whether a figure of that age is shown grey."""
    return days > STALE_AFTER_DAYS


def card_number(kpj: str | None, *, masked: bool) -> str:
    """A card's number with all but its last four digits hidden: "•••••••4567"; all of it when amounts are masked."""
    if not kpj:
        return "–"
    shown = "" if masked or len(kpj) <= KPJ_SHOWN else kpj[-KPJ_SHOWN:]
    return DOT * (len(kpj) - len(shown)) + shown


def private(text: str | None, *, masked: bool) -> str:
    """A name or number of the person as it is, or its first letter and dots: "S•••••" (always six signs)."""
    if not text:
        return "–"
    return text[0] + DOT * 5 if masked else text


def number(text: str | None, *, masked: bool) -> str:
    """A number that names something of the person (NPP): as it is, or dots alone."""
    if not text:
        return "–"
    return DOT * len(text) if masked else text


def hidden_digits(text: str, *, masked: bool) -> str:
    """A piece of a page for showing: every digit becomes a dot when amounts are masked."""
    return "".join(DOT if sign.isdigit() else sign for sign in text) if masked else text
