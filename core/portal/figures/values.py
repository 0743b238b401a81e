"""What a value is: an amount, a masked or a missing one, a membership number, a date, a segment, a status, a company's name."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Final, NamedTuple

from core import money
from core.models import Segment
from core.portal.figures.words import Phrases, Words, find, words_of

LONGEST: Final = 4_000  # characters of one line that are searched for amounts


class State(Enum):
    """What stands where a figure should."""

    __hash__ = object.__hash__  # as of labels.Kind

    AMOUNT = auto()
    MASKED = auto()
    MISSING = auto()
    BROKEN = auto()  # a currency and digits that make no amount
    OTHER = auto()  # some other value: a number, a membership number, a date
    TEXT = auto()


class Found(NamedTuple):
    """An amount inside a line."""

    begin: int
    end: int
    text: str


_CURRENCY: Final = r"(?<![A-Za-z0-9])(?:rp\.?|idr\.?)"
_WITH_CURRENCY: Final = re.compile(
    r"(?:(?<![^\s:=(])[(\-\u2212\u2013+] ?)?"
    + _CURRENCY
    + r" ?:? ?[(\-\u2212\u2013+]? ?[0-9][0-9.,]{0,30}(?: [0-9]{3}(?![0-9.,])){0,4}"
    r"(?: ?[.,][0-9]{2}(?![0-9]))?",
    re.IGNORECASE,
)
_GROUPED: Final = re.compile(
    r"(?:(?<=[:=])[\-\u2212\u2013] |(?<![\w.,/:\u2060$€£¥?*#•●∗＊\ufffd^@&-])(?:(?<=[:=] )[\-\u2212\u2013] |[(\-\u2212\u2013])?)(?<![0-9])"
    r"[1-9][0-9]{0,2}(?:[.,][0-9]{3}){1,5}(?:[.,][0-9]{2}(?![0-9]))?(?![\w\u2060]|[.,/:][0-9])"
)
_AFTER: Final = frozenset(["", *" ).,;:/|-\u2013\u2014*\"'!]<\u00b7\u2022+"])
_HALF_MASKED: Final = re.compile(r" ?[.,][0-9]|['\u2019\u00b7_\u2022][0-9]|[.,]{0,2}(?:[*•●∗＊#]|[xX]{2})")
_NOT_AFTER: Final = re.compile(
    r"\s?(?:%|persen|percent|juta|jt|ribu|rb|miliar|milyar|triliun|million|billion|thousand|m\b|k\b|x\b|hari|tahun|bulan|orang|peserta|/)",
    re.IGNORECASE,
)
_MASKED: Final = re.compile(
    r"(?:rp\.?|idr)? ?[0-9.,]{0,20}(?:[*•●∗＊#]|[xX](?=[xX.]|$)){1,40}[0-9.,*•●∗＊#xX \-]{0,40}", re.IGNORECASE
)
_EMPTY_MONEY: Final = re.compile(r"(?:rp\.?|idr\.?)?[ :]*[-\u2013\u2014_.…?]{0,12}(?:,-)?", re.IGNORECASE)
_BROKEN: Final = re.compile(r"(?:rp|idr)\.?[ :]*[(+\-\u2212\u2013]? ?[0-9][0-9., \u2060]{0,40}\)?", re.IGNORECASE)
_DIGIT: Final = re.compile("[0-9]")
_NUMBER: Final = re.compile(r"[0-9][0-9 ./:,-]{0,40}")
_KPJ: Final = re.compile(r"(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9A-Za-z]){10}(?![ -]?[0-9A-Za-z*])")
_GOES_ON: Final = re.compile("[.,][0-9]")
_BARE_KPJ: Final = re.compile(r"(?<![0-9A-Za-z.,+/-])[0-9]{11}(?![0-9A-Za-z*]|[.,/-][0-9])")
_WORDED_KPJ: Final = re.compile(r"(?<![0-9A-Za-z.,+/-])[0-9]{11}(?= [^\W\d_]{2})")  # `12345678901 PT MAJU JAYA`
_ELEVEN: Final = re.compile(r"(?<![0-9])[0-9]{11}(?![0-9])")
_HIDDEN_KPJ: Final = re.compile(r"(?<![0-9A-Za-z*•xX])[0-9*•xX]{6,16}(?![0-9A-Za-z*•])")
_NPP: Final = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{0,2}[0-9]{6,9}(?: ?[/-] ?[0-9]{1,3})?(?![0-9])")
_COMPANY: Final = re.compile(
    r"(?:(?:PT|CV|UD|PD|FA|NV|TB)\b\.? ?\S.*|(?:Koperasi|Yayasan|Perum|Perusahaan|Firma|Toko|RS|Rumah Sakit|Universitas|Dinas|Bank) \S.*"
    r"|\S.{1,80}[, ]\(?(?:PT|CV|UD|Tbk|Persero|Ltd|Inc)\b\.?\)?)",
    re.IGNORECASE,
)


def find_amounts(line: str) -> list[Found]:
    """The printed amounts inside a line, in order: with a currency, or grouped like money. Percentages, "15 juta" and dates are none."""
    line = line[:LONGEST]
    out: list[Found] = []
    if _DIGIT.search(line) is None:  # cost: no digit, no amount
        return out
    for pattern in (_WITH_CURRENCY, _GROUPED):
        for match in pattern.finditer(line):
            begin, end = match.start(), match.end()
            text = match[0].rstrip(" ")
            stripped = text.rstrip(".,")
            dash = line[end : end + 2]
            if text != stripped and dash[:1] in ("-", "\u2013", "\u2014", "=") and not dash[1:2].isalnum():
                text, end = text + dash[0], end + 1
                if line[end : end + 1] == dash[0]:
                    text, end = text + dash[0], end + 1
            elif text == stripped and line[end : end + 2] in (",-", ",\u2013", ",=", ".-"):
                text, end = text + line[end : end + 2], end + 2
                if line[end : end + 1] == "-":
                    text, end = text + "-", end + 1
            else:
                end -= len(match[0]) - len(stripped)
                text = stripped
            if "(" in text[:4]:
                if line[end : end + 1] == ")":
                    text, end = text + ")", end + 1
                elif text[0] == "(":
                    text, begin = text[1:], begin + 1
            if (
                line[end : end + 1] not in _AFTER
                or _HALF_MASKED.match(line, end)
                or _NOT_AFTER.match(line, end)
                or line[end : end + 1] in ("\u2060", "*")
                or any(one.begin < end and begin < one.end for one in out)
            ):
                continue
            out.append(Found(begin, end, text))
    return sorted(out, key=lambda one: one.begin)


class Values:
    """Recognises values by their shape and by the words of the file."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._seen: dict[str, State] = {}

    def state(self, text: str) -> State:
        """What a text is that stands alone in a cell or a line."""
        if len(text) > 60:
            return State.TEXT
        found = self._seen.get(text)
        if found is None:  # cost: a memo
            found = self._seen[text] = self._state(text)
        return found

    def _state(self, text: str) -> State:
        if not text:
            return State.MISSING
        first = text[0]
        if first in "0123456789RrIi(-\u2212\u2013+" and money.is_amount(text):
            digits = len(text)
            bare = (
                text.isdecimal()
                and text != "0"
                and (digits < 4 or digits == 11 or digits > 14 or (digits == 4 and text[:2] in ("19", "20")))
            )
            return State.OTHER if bare else State.AMOUNT
        if _MASKED.fullmatch(text) and sum(character in "*•●∗＊#xX" for character in text) >= 2:
            return State.MASKED
        if _EMPTY_MONEY.fullmatch(text) or (len(text) <= 24 and not first.isdecimal() and self._says_missing(text)):
            return State.MISSING
        if _BROKEN.fullmatch(text):
            return State.BROKEN
        if _NUMBER.fullmatch(text) or first == "+":
            return State.OTHER
        return State.TEXT

    def _says_missing(self, text: str) -> bool:
        """Whether a short text says that nothing is there: "tidak tersedia", "n/a", "NaN" (which is one word)."""
        return " ".join(words_of(text)) in self._words.missing or text.casefold() in self._words.missing

    def segment(self, text: str) -> Segment | None:
        """The one segment a short text names: "Penerima Upah (PU)"."""
        found = {family for _, _, family in find(self._words.segment, words_of(text[:80]))}
        return Segment(found.pop()) if len(found) == 1 else None

    def is_segment(self, text: str) -> bool:
        """Whether a text is nothing but a segment's name."""
        return _covers(self._words.segment, text)

    def active(self, text: str) -> bool | None:
        """Whether a status says active or not; None where it says neither or both."""
        found = {family for _, _, family in find(self._words.status, words_of(text[:80]))}
        return found == {"active"} if len(found) == 1 else None

    def is_status(self, text: str) -> bool:
        """Whether a text is nothing but a status."""
        return _covers(self._words.status, text)

    def is_company(self, text: str) -> bool:
        """Whether a text looks like a company's name: PT MAJU JAYA, BAHARI, CV."""
        return len(text) <= 100 and not any(mark in text for mark in "·|;:") and _COMPANY.fullmatch(text) is not None

    @staticmethod
    def kpj(text: str) -> str | None:
        """The membership number (11 places) that a value labelled as one holds; one that the portal masks is kept as printed."""
        text = text[:120]
        if len(set(_ELEVEN.findall(text))) > 1:
            return None
        found = {re.sub(r"[ -]", "", match[0]).upper() for match in _KPJ.finditer(text) if _is_number(match)}
        found = found or {match[0] for match in _WORDED_KPJ.finditer(text)}
        if not found:
            found = {
                match[0]
                for match in _HIDDEN_KPJ.finditer(text)
                if any(c in "*•xX" for c in match[0]) and any(c.isdecimal() for c in match[0])
            }
        return found.pop() if len(found) == 1 else None

    @staticmethod
    def bare_kpjs(text: str) -> list[str]:
        """Numbers of eleven digits in a line that nothing labels; telephone numbers begin with 08 and 62."""
        return [match[0] for match in _BARE_KPJ.finditer(text[:LONGEST]) if not match[0].startswith(("08", "628"))]

    @staticmethod
    def npp(text: str) -> str | None:
        """An employer's number: eight digits, and often a division."""
        match = _NPP.search(text[:60])
        return match[0].replace(" ", "") if match else None

    @staticmethod
    def without_npp(text: str) -> str:
        """A company's name without the number that stands beside it."""
        return _NPP.sub("", text[:120], count=1).strip(" /|,:;()\u2013-")


def _is_number(match: re.Match[str]) -> bool:
    """Whether groups of figures are a card's number, and not a date, words and the beginning of an amount: `2026 is IDR 12,345.00`."""
    groups = re.split("[ -]", match[0])
    if len(groups) == 1:
        return True
    return all(_DIGIT.search(group) for group in groups) and not _GOES_ON.match(match.string, match.end())


def _covers(phrases: Phrases, text: str) -> bool:
    if len(text) > 60:
        return False
    words = words_of(text)
    if not words or (words[0] not in phrases and words[-1] not in phrases):
        return False
    return sum(end - begin for begin, end, _ in find(phrases, words)) == len(words)
