"""From letters with their places to words and lines. Nothing here trusts the order in which a file draws its letters."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from core.statements.lines import Line, Word, numbered

_APART = 0.12  # of the letters' size: a wider gap parts two words
_SLIM = 0.06  # of the letters' size: so does a slimmer one before a letter that is said to be parted (kerning eats blanks)
_BASELINE = 0.30  # of the letters' size: how far letters of one line may stand apart in height
_TWICE = 0.18  # of the letters' size: the same letter drawn again as near as this is one letter (bold by drawing twice)
_OVER = 0.35  # of the letters' size: letters that lie over each other so far were not set side by side
_STAMP = 2.2  # times the usual size: letters as large as this are a stamp or a title, on lines of their own


UNCLEAR = "\ufffd"  # stands for a letter that cannot be told


class Letter(NamedTuple):
    """One letter: its edges along its line, its baseline (growing upwards), its size, its direction in quarter turns."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    turn: int
    parted: bool = False  # the file's own reader sees a blank before it


def upright(direction_x: float, direction_y: float) -> int | None:
    """The quarter turn (0 to 3, anticlockwise) of a letter's direction; None for a slanted one: a watermark."""
    turns = math.atan2(direction_y, direction_x) / (math.pi / 2)
    nearest = round(turns)
    return nearest % 4 if abs(turns - nearest) < 0.04 else None


def lines_of(letters: Sequence[Letter], page: int) -> list[Line]:
    """The lines of one page, in the direction in which most of its letters stand; the others do not count."""
    if not letters:
        return []
    turn = Counter(letter.turn for letter in letters if not letter.text.isspace()).most_common(1)
    if not turn:
        return []
    standing = [letter for letter in letters if letter.turn == turn[0][0]]
    usual = median(letter.size for letter in standing)
    body = [letter for letter in standing if letter.size <= _STAMP * usual]
    large = [letter for letter in standing if letter.size > _STAMP * usual]
    rows = [*_rows(body), *_rows(large)]
    return numbered(page, [(-y, _words(row)) for y, row in rows])


def _rows(letters: Iterable[Letter]) -> list[tuple[float, list[Letter]]]:
    """Letters of about the same baseline, as (baseline, letters)."""
    rows: list[tuple[float, list[Letter]]] = []
    for letter in sorted(letters, key=lambda one: -one.y):
        if rows and rows[-1][0] - letter.y <= _BASELINE * min(letter.size, rows[-1][1][0].size):
            rows[-1][1].append(letter)
        else:
            rows.append((letter.y, [letter]))
    return rows


def _words(row: list[Letter]) -> list[Word]:
    """The words of one line. A blank that was drawn parts words, and so does a gap; the same letter drawn twice is one."""
    words: list[Word] = []
    now: list[Letter] = []
    for letter in sorted(row, key=lambda one: (one.x0, one.x1)):
        if letter.text.isspace():
            _close(words, now)
            now = []
            continue
        if any(_same(letter, other) for other in now[-3:]):
            continue
        if now and now[-1].x1 - letter.x0 > _OVER * letter.size and _overlaps(letter, now[-1]):
            now.append(letter._replace(text=UNCLEAR))  # two texts drawn over each other: neither can be told
            continue
        gap = letter.x0 - max((one.x1 for one in now[-3:]), default=letter.x0)
        plain = bool(now) and letter.parted and letter.text.isalpha() and now[-1].text.isalpha()
        if now and gap > (_SLIM if plain else _APART) * letter.size:
            _close(words, now)
            now = []
        now.append(letter)
    _close(words, now)
    return words


def _same(one: Letter, other: Letter) -> bool:
    return one.text == other.text and abs(one.x0 - other.x0) < _TWICE * one.size and abs(one.y - other.y) < _TWICE * one.size


def _overlaps(one: Letter, other: Letter) -> bool:
    """Whether a letter lies over most of another one; in narrow fonts neighbours may touch."""
    shared = min(one.x1, other.x1) - max(one.x0, other.x0)
    return shared > 0.6 * min(one.x1 - one.x0, other.x1 - other.x0)


def _close(words: list[Word], letters: list[Letter]) -> None:
    if letters:
        text = "".join(letter.text for letter in letters)
        words.append(Word(text, letters[0].x0, max(one.x1 for one in letters), max(one.size for one in letters)))
