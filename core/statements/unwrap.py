"""Dates that were wrapped in their narrow cell, made whole: `14 Februari` on one line, `2022` right under it on the next."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from core.portal.figures.dates import find_dates
from core.statements.lines import Line, Word, overlap

_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_DAY: Final = re.compile(r"[0-9]{1,2}")
_NEAR: Final = 1.7  # of the letters' size: a wrapped line stands no further below
_BLANK: Final = 0.3  # of the letters' size


def unwrapped(lines: Iterable[Line]) -> list[Line]:
    """The lines; one that holds nothing but the years of dates on the line above it has gone into that."""
    out: list[Line] = []
    for line in lines:
        whole = _whole(out[-1], line) if out else None
        if whole is None:
            out.append(line)
        else:
            out[-1] = whole
    return out


def _whole(line: Line, below: Line) -> Line | None:
    """Both lines as one, or None where the lower one is anything but years, each under a day and a month without one."""
    if below.page != line.page or not all(_YEAR.fullmatch(word.text) for word in below.words):
        return None
    if not 0 < below.y - line.y <= _NEAR * below.words[0].size:
        return None
    words = list(line.words)
    for year in below.words:
        places = [index for index in range(1, len(words)) if _misses_its_year(words, index, year)]
        if len(places) != 1:
            return None
        month = words[places[0]]
        x0 = month.x1 + _BLANK * month.size
        words.insert(places[0] + 1, Word(year.text, x0, x0 + 0.1 * month.size, month.size))
    return replace(line, words=tuple(words))


def _misses_its_year(words: list[Word], index: int, year: Word) -> bool:
    """Whether a day and the name of a month stand here over the year, with no year of their own."""
    day, month = words[index - 1], words[index]
    if not _DAY.fullmatch(day.text) or overlap(day.x0, month.x1, year.x0, year.x1) <= 0:
        return False
    if index + 1 < len(words) and _YEAR.fullmatch(words[index + 1].text):
        return False
    return len(find_dates(f"{day.text} {month.text} {year.text}")) == 1
