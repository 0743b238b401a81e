"""Letters and digits of a page made others, of the same shape: case, length, punctuation stay, and a word is always the same other word.

The key is drawn for one report and thrown away with it. A letter never stays itself, nor does a digit; so no run of them survives where
it stood, and no word or number of the page comes out as another one of the same page.
"""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable, Iterator
from hashlib import blake2b
from typing import Final

_TRIES: Final = 60
INVISIBLE: Final = "\u200b"  # stands for every run of invisible signs: how many they were could be a message, too
# Marks that may stay: everything else that is neither a letter nor a digit becomes one sign.
_MARKS: Final = frozenset(
    " \t\r\n\f\xa0\u2009\u202f\u2007\u2002\u2003!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
    "\u2010\u2011\u2012\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020\u2021\u2022\u2026\u2030\u2039\u203a\u20ac"
    "\xa1\xa2\xa3\xa4\xa5\xa6\xa7\xa9\xab\xac\xae\xaf\xb0\xb1\xb4\xb6\xb7\xb8\xbb\xbf\xd7\xf7"
    "\u2122\u2190\u2191\u2192\u2193\u2212\u2217\u2248\u2260\u2264\u2265\u25a0\u25b2\u25b6\u25bc\u25c0\u25cb\u25cf\u2605\u2606"
    "\u2713\u2714\u2717\u2718\ufffd"
)
_OTHER: Final = "\u25a1"
_DATE: Final = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})|([0-9]{4})([-/])([0-9]{1,2})\6([0-9]{1,2})")
_MONTH: Final = re.compile(r"([0-9]{1,2})([-/])((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})([-/])([0-9]{1,2})")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_FIRST_YEAR: Final = 1990
_LONG: Final = 4  # digits; a shorter run says nothing by itself
_TELLING_LETTERS: Final = 3


class Scrambler:
    """Makes words and numbers others. `taken`: every word (small letters) and number of the page, which none may become."""

    def __init__(self, key: bytes, taken: frozenset[str], kept: frozenset[str]) -> None:
        self._key = key
        self._taken = taken
        self._kept = kept
        self._words: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        self._given: set[str] = set()
        self._fresh = 0

    def word(self, word: str, *, alone: bool = False) -> str:
        """Another word of the same length and case; other scripts stay scripts. `alone`: it stands in a text, where a name may be cut
        into letters: short ones are another one each time, or the whole page would be one table of letters."""
        plain = word.casefold() if len(word.casefold()) == len(word) else word
        if alone and len(word) < _TELLING_LETTERS:
            found = self._once(plain, self._letters)
        elif (known := self._words.get(plain)) is not None:
            found = known
        else:
            found = self._words[plain] = self._another(plain, self._letters)
        return "".join(
            new.upper() if old.isupper() and len(new.upper()) == 1 else new for old, new in zip(word, found, strict=True)
        )

    def number(self, number: str, *, alone: bool = False) -> str:
        """Another number of the same length with the same separators; a date becomes another date of the past, a year another year.
        `alone`: as of words; an amount's groups may stand in elements of their own."""
        if alone and len(number) < _LONG:
            return self._once(number, self._digits)
        found = self._numbers.get(number)
        if found is None:
            found = self._numbers[number] = self._another(number, self._digits)
        return found

    def sign(self, sign: str) -> str:
        """A sign that is neither a letter nor a digit: itself where it is an ordinary one."""
        return sign if sign in _MARKS or sign == INVISIBLE else _OTHER

    def _another(self, text: str, make: Callable[[str, Iterator[int], int], str]) -> str:
        made = text
        for again in range(_TRIES):
            made = make(text, self._stream(text, again), again)
            if not any(piece in self._taken or piece in self._kept for piece in pieces_of(made)) and made not in self._given:
                break
        self._given.add(made)
        return made

    def _once(self, text: str, make: Callable[[str, Iterator[int], int], str]) -> str:
        self._fresh += 1
        return make(text, self._stream(text, -self._fresh), 0)

    def _stream(self, text: str, again: int) -> Iterator[int]:
        """Numbers that only the key tells."""
        block = 0
        while True:
            seed = f"{again}:{block}:{text}".encode("utf-8", "surrogatepass")
            yield from blake2b(seed, key=self._key).digest()
            block += 1

    def _letters(self, word: str, stream: Iterator[int], _: int) -> str:
        return "".join(_another_letter(letter, stream) for letter in word)

    def _digits(self, number: str, stream: Iterator[int], again: int) -> str:
        if again < _TRIES // 2:  # where too many years stand on the page, a year is no year any more
            dated = _another_date(number, stream)
            if dated is not None:
                return dated
        out: list[str] = []
        for at, digit in enumerate(number):
            if not digit.isdecimal():
                out.append(digit)
                continue
            shifts = (next(stream) for _ in iter(int, 1))
            first = at == 0 and len(number) > 1
            out.append(next(new for shift in shifts if (new := _shifted(digit, shift)) != "0" or not first or digit == "0"))
        return "".join(out)


def pieces_of(text: str) -> list[str]:
    """The words and the long runs of digits of a text: what must not come back."""
    return [
        *re.findall(rf"[0-9]{{{_LONG},}}", text),
        *(word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) > 2),
    ]


def _shifted(digit: str, shift: int) -> str:
    """Another digit of the same script."""
    value = unicodedata.decimal(digit)
    return chr(ord(digit) - value + (value + 1 + shift % 9) % 10)


def _another_letter(letter: str, stream: Iterator[int]) -> str:
    if letter.isascii():
        place = ord(letter.lower()) - ord("a")
        return chr(ord("a") + (place + 1 + next(stream) % 25) % 26)
    category = unicodedata.category(letter)
    if category == "Cf":
        return INVISIBLE
    if category.startswith("M"):
        return "\u0301"
    around = ord(letter) & ~0x3F
    others = [
        chr(code)
        for code in range(around, around + 0x40)
        if chr(code) != letter and unicodedata.category(chr(code)) == category and len(chr(code).upper()) == 1
    ]
    return others[next(stream) % len(others)] if others else "x"


def _another_date(number: str, stream: Iterator[int]) -> str | None:
    """Another date or month or year in the same writing; None for what is none of these."""
    if match := _DATE.fullmatch(number):
        if match[1]:
            return f"{_day(match[1], stream)}{match[2]}{_day(match[3], stream, 12)}{match[2]}{_year(stream)}"
        return f"{_year(stream)}{match[6]}{_day(match[7], stream, 12)}{match[6]}{_day(match[8], stream)}"
    if match := _MONTH.fullmatch(number):
        if match[1]:
            return f"{_day(match[1], stream, 12)}{match[2]}{_year(stream)}"
        return f"{_year(stream)}{match[5]}{_day(match[6], stream, 12)}"
    if _YEAR.fullmatch(number):
        return str(_year(stream))
    if len(number) <= 2 and number.isdecimal() and 1 <= int(number) <= 31:
        return _day(number, stream)
    return None


def _day(day: str, stream: Iterator[int], most: int = 28) -> str:
    """A number of as many places that can be a day, or a month."""
    least, most = (1, min(9, most)) if len(day) == 1 else (1, most) if day[0] == "0" else (10, most)
    others = [value for value in range(least, most + 1) if value != int(day)]
    return str(others[next(stream) % len(others)]).zfill(len(day))


def _year(stream: Iterator[int]) -> int:
    return _FIRST_YEAR + (next(stream) + 256 * next(stream)) % (dt.datetime.now(dt.UTC).year - _FIRST_YEAR)
