"""Dates and contribution months as portals print them: 22-11-2026, 22 November 2026, Nov 22, 2026, 10-2026, Okt 2026."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from core.blth import Blth

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari pebruari february feb peb",
            "maret march mar mrt",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "agustus august agu agt ags aug agst",
            "september sept sep",
            "oktober october okt oct",
            "november nopember nov nop",
            "desember december des dec",
        ),
        1,
    )
    for name in names.split()
}
_NAME: Final = "(" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_EDGE: Final = r"(?<![0-9A-Za-z./-])"
_DAY_FIRST: Final = re.compile(_EDGE + r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})(?![0-9])")
_ISO: Final = re.compile(_EDGE + r"([0-9]{4})([-/])([0-9]{1,2})\2([0-9]{1,2})(?![0-9])")
_DAY_NAME: Final = re.compile(_EDGE + r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]" + _NAME + r",?[ -]([0-9]{4})(?![0-9])", re.IGNORECASE)
_NAME_DAY: Final = re.compile(r"(?<![A-Za-z])" + _NAME + r" ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})(?![0-9])", re.IGNORECASE)
_MONTH_YEAR: Final = re.compile(_EDGE + r"([0-9]{1,2})[-/ ]([0-9]{4})(?![0-9/-])")
_YEAR_MONTH: Final = re.compile(_EDGE + r"([0-9]{4})[-/]([0-9]{1,2})(?![0-9/-])")
_NAME_YEAR: Final = re.compile(r"(?<![A-Za-z])" + _NAME + r"[ ,/-]{1,2}(?:tahun )?([0-9]{4})(?![0-9])", re.IGNORECASE)
_PACKED: Final = re.compile(r"(20[0-9]{2})(0[1-9]|1[0-2])")
_YEAR: Final = re.compile(r"(?<![0-9.,/-])((?:19|20)[0-9]{2})(?![0-9]|[.,/-][0-9])")


def _date(year: str, month: int, day: str) -> dt.date | None:
    try:
        return dt.date(int(year), month, int(day)) if int(year) >= 1950 else None
    except ValueError:
        return None


def find_dates(text: str) -> list[tuple[int, int, dt.date]]:
    """The dates in a text (of at most 500 characters): (begin, end, date). Numbers that are no day of the calendar are left out."""
    text = text[:500]
    out: list[tuple[int, int, dt.date]] = []
    for match in _DAY_FIRST.finditer(text):
        _add(out, match, _date(match[4], int(match[3]), match[1]))
    for match in _ISO.finditer(text):
        _add(out, match, _date(match[1], int(match[3]), match[4]))
    if text.lower() == text.upper():  # cost: no letters, no names of months
        return sorted(out)
    for match in _DAY_NAME.finditer(text):
        _add(out, match, _date(match[3], MONTHS[match[2].lower()], match[1]))
    for match in _NAME_DAY.finditer(text):
        _add(out, match, _date(match[3], MONTHS[match[1].lower()], match[2]))
    return sorted(out)


def _add(out: list[tuple[int, int, dt.date]], match: re.Match[str], date: dt.date | None) -> None:
    if date is not None:
        out.append((match.start(), match.end(), date))


def read_blth(text: str) -> Blth | None:
    """The one contribution month a value names, or None where it names none or more than one."""
    text = text[:100]
    found: set[Blth] = set()
    for match in _NAME_YEAR.finditer(text):
        found.add(Blth(int(match[2]), MONTHS[match[1].lower()]))
    for match in _MONTH_YEAR.finditer(text):
        found.add(Blth(int(match[2]), int(match[1])))
    for match in _YEAR_MONTH.finditer(text):
        found.add(Blth(int(match[1]), int(match[2])))
    packed = _PACKED.fullmatch(text)
    if packed:
        found.add(Blth(int(packed[1]), int(packed[2])))
    if not found:
        found = {Blth(date.year, date.month) for _, _, date in find_dates(text)}
    good = {month for month in found if 1 <= month.month <= 12 and 1977 <= month.year <= 2100}
    return good.pop() if len(good) == 1 and len(found) == 1 else None


def find_years(text: str) -> list[int]:
    """The years a short text names."""
    return [int(match) for match in _YEAR.findall(text[:200])]
