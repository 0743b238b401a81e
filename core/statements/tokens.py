"""The words of a line as what they may be: a date, a month, an amount, a number of order, a dash, or plain text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Flag, auto
from functools import lru_cache
from itertools import pairwise
from typing import Final

from core import money
from core.blth import Blth
from core.portal.figures.dates import find_dates, read_blth
from core.statements.lines import Line, Word

_DATE: Final = re.compile(
    r"[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{4}|[0-9]{4}([-/])[0-9]{1,2}\2[0-9]{1,2}|[0-9]{1,2}([-/ ])[A-Za-z]{3,9}\3[0-9]{4}"
)
_NAMED_DATE: Final = re.compile(r"([0-9]{1,2})[-/]([A-Za-z]{3,9})[-/]([0-9]{4})")
_SHORT_DATE: Final = re.compile(r"([0-9]{1,2})([-/])([0-9]{1,2})\2([0-9]{2})")
_MONTH: Final = re.compile(r"(0?[1-9]|1[0-2])[-/.]((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})[-/.](0?[1-9]|1[0-2])")
_NAMED_MONTH: Final = re.compile(r"[A-Za-z]{3,9}\.?[-/' ]{1,2}(?:19|20)[0-9]{2}")
_PACKED: Final = re.compile(r"(0[1-9]|1[0-2])((?:19|20)[0-9]{2})|((?:19|20)[0-9]{2})(0[1-9]|1[0-2])")
_NAME: Final = re.compile(r"[A-Za-z]{3,9}[.,]?")
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_DAY: Final = re.compile(r"[0-9]{1,2}")
_ORDINAL: Final = re.compile(r"[0-9]{1,3}[.)]?")
_CURRENCY: Final = re.compile(r"(?:rp|idr)\.?:?", re.IGNORECASE)
_MARKED: Final = re.compile(r"[(\u2212-]?(?:rp|idr)\.?", re.IGNORECASE)
_DASHES: Final = frozenset("- -- – — .- ,- -. -; Rp- Rp-. Rp.- Rp.-. -,- nihil".split())
_TIME: Final = re.compile(r"[0-2]?[0-9][.:][0-5][0-9](?:[.:][0-5][0-9])?")
_UNMARKED: Final = re.compile(r"[(+\u2212-]?(?:rp|idr)?\.?[(+\u2212-]?(.{4,40}?)[)-]*", re.IGNORECASE)
_MASKED: Final = re.compile(r"(?=.*[*•#xX]{2})[0-9.,*•#xX]{4,}")
_SHEET_ERROR: Final = re.compile(r"#{3,}|#[A-Z]{2,6}(?:/[A0])?[!?]?|NaN|undefined|null")
_SENTENCE_END: Final = re.compile(r"(?:rp\.?|idr)?[0-9](?:[0-9.,]*[0-9])?[.,;]", re.IGNORECASE)
_NEAR: Final = 0.75  # of the letters' size: words nearer than this belong to one phrase


class May(Flag):
    """What a piece of a line may be; some are two things until their column is known."""

    TEXT = auto()
    DATE = auto()
    MONTH = auto()
    AMOUNT = auto()
    ORDINAL = auto()
    DASH = auto()
    BROKEN = auto()  # looks like an amount, and cannot be read as one


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a line. `plain`: an amount of bare digits, which may be a year or a count as well."""

    text: str
    x0: float
    x1: float
    size: float
    may: May
    plain: bool = False

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@lru_cache(maxsize=2_000)
def tokens_of(line: Line) -> tuple[Token, ...]:
    """The pieces of a line from left to right. Words of plain text stay single words (`phrases` joins them)."""
    words = [piece for word in line.words for piece in _unglued(word)]
    out: list[Token] = []
    at = 0
    while at < len(words):
        for length in (3, 2, 1):
            token = _token(words[at : at + length]) if at + length <= len(words) else None
            if token is not None:
                out.append(token)
                at += length
                break
    return tuple(token for token, after in pairwise([*out, None]) if token is not None and not _is_currency(token, after))


def _is_currency(token: Token, after: Token | None) -> bool:
    """Whether a piece is the "Rp" at the left edge of a cell whose amount stands at the right one."""
    if after is None or not after.may & (May.AMOUNT | May.DASH) or _MARKED.match(after.text):
        return False
    return token.may is May.TEXT and _CURRENCY.fullmatch(token.text) is not None


def _unglued(word: Word) -> list[Word]:
    """`Per:8.747,00` as two words: a colon between letters and digits parts them; a colon at an edge goes with the letters. What ends
    a sentence is no part of its amount."""
    text = word.text
    if _SENTENCE_END.fullmatch(text):
        text = text[:-1]
        word = Word(text, word.x0, word.x1, word.size)
    place = text.find(":")
    if place < 0 or len(text) == 1 or place == len(text) - 1:
        return [word]
    share = (word.x1 - word.x0) / len(text)
    cut = place + 1
    left = Word(text[:cut], word.x0, word.x0 + share * cut, word.size)
    right = Word(text[cut:], word.x0 + share * cut, word.x1, word.size)
    return [left, *_unglued(right)]


def _token(words: list[Word]) -> Token | None:
    """These words together as one piece, or None (never for a single word)."""
    texts = [word.text for word in words]
    first, last = words[0], words[-1]
    size = max(word.size for word in words)
    for before, after in pairwise(words):
        if after.x0 - before.x1 > _NEAR * size:
            return None
    text = " ".join(texts)
    if len(words) == 1:
        may, plain = _single(text)
    else:
        several = _several(texts, text)
        if several is None:
            return None
        may, plain = several, False
    return Token(text, first.x0, last.x1, size, may, plain)


def _several(texts: list[str], text: str) -> May | None:
    if len(texts) == 3 and _DAY.fullmatch(texts[0]) and _NAME.fullmatch(texts[1]) and _YEAR.fullmatch(texts[2]):
        return May.DATE if len(find_dates(text)) == 1 else None
    if len(texts) == 2 and _NAME.fullmatch(texts[0]) and _YEAR.fullmatch(texts[1]):
        return May.MONTH if read_blth(text) else None
    if len(texts) == 2 and _CURRENCY.fullmatch(texts[0]) and (money.is_amount(texts[1]) or texts[1] in _DASHES):
        return May.AMOUNT if money.is_amount(texts[1]) else May.DASH
    if len(texts) == 2 and _MARKED.fullmatch(texts[0]) and money.is_amount(text):
        return May.AMOUNT
    if len(texts) == 3 and texts[0] in "-(−" and _CURRENCY.fullmatch(texts[1]) and money.is_amount(text):
        return May.AMOUNT
    if len(texts) == 2 and texts[0] in ("-", "−", "(") and money.is_amount(text) and not texts[1].isdecimal():
        return May.AMOUNT
    return None


def _single(text: str) -> tuple[May, bool]:
    if text in _DASHES:
        return May.DASH, False
    if _DATE.fullmatch(text) or _SHORT_DATE.fullmatch(text):
        return (May.DATE if date_of(text) else _unread(text)), False
    if _MONTH.fullmatch(text) or _NAMED_MONTH.fullmatch(text):
        return (May.MONTH if month_of(text) else May.TEXT), False
    may = May(0)
    if _PACKED.fullmatch(text):
        may |= May.MONTH
    if _ORDINAL.fullmatch(text):
        may |= May.ORDINAL
    bare = text.isdecimal()
    if money.is_amount(text) and not (bare and len(text) > 12):
        may |= May.AMOUNT
    return may or _unread(text), bare


def _unread(text: str) -> May:
    return May.BROKEN if _is_broken(text) else May.TEXT


def _is_broken(text: str) -> bool:
    """Whether a piece that is no amount looks like one: wrongly grouped, with strange letters among its digits, or masked."""
    if _SHEET_ERROR.fullmatch(text):
        return True
    match = _UNMARKED.fullmatch(text)
    if match is None or _TIME.fullmatch(text):
        return False
    figure = match[1]
    digits = sum(letter.isdecimal() for letter in figure)
    marks = sum(letter in ".," for letter in figure)
    if not marks or any(letter in "/:-@" for letter in figure):
        return False
    if _MASKED.fullmatch(figure):
        return True
    strange = len(figure) - digits - marks
    return figure[0] not in ".," and (digits >= 4 if not strange else strange <= 2 and digits >= 5)


def date_of(text: str) -> dt.date | None:
    """The one date a text is, day first; two figures of a year mean this century."""
    short = _SHORT_DATE.fullmatch(text)
    if short:
        text = f"{short[1]}-{short[3]}-20{short[4]}"
    found = find_dates(_NAMED_DATE.sub(r"\1 \2 \3", text))
    return found[0][2] if len(found) == 1 else None


def month_of(text: str) -> Blth | None:
    """The one month a text is: 01-2024, 2024-01, Jan 2024, Jan-2024, 012024, 202401."""
    plain = _MONTH.fullmatch(text)
    packed = _PACKED.fullmatch(text)
    match = plain or packed
    if match:
        return Blth(int(match[2]), int(match[1])) if match[1] else Blth(int(match[3]), int(match[4]))
    return read_blth(" ".join(re.sub(r"[-/'.]", " ", text).split()))


def phrases(tokens: Sequence[Token], near: float = _NEAR) -> list[Token]:
    """Neighbouring words of text joined to phrases; every other piece stays as it is."""
    out: list[Token] = []
    for token in tokens:
        last = out[-1] if out else None
        joins = last is not None and May.TEXT in last.may and May.TEXT in token.may and token.x0 - last.x1 <= near * token.size
        if last is not None and joins:
            out[-1] = Token(f"{last.text} {token.text}", last.x0, token.x1, max(last.size, token.size), May.TEXT)
        else:
            out.append(token)
    return out
