"""Money is an int in sen (1/100 rupiah). This module turns text into sen, or refuses; and sen into text, in ONE formatter.

A printed amount is read in the style of its page: Indonesian (`48.731.902,50`) or English (`48,731,902.50`). `1.250` alone could be
either, so the style is decided from every amount of the page together, and what stays undecided is refused. No float anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import Enum

SEN = 100
_IN_NUMBERS = "0123456789.,"
_LONGEST = 192  # characters of a text that may be one amount, white space and all; anything longer is refused unread
_AROUND = 48  # characters on either side of a separator in which its amount must end; none is longer than 26

_SIGN = "[-\u2212\u2013+]"
_PRINTED = re.compile(
    rf"(?P<a>\(|{_SIGN})? ?(?P<cur>rp\.?|idr\.?)? ?:? ?(?P<b>\(|{_SIGN})? ?"
    r"(?P<num>[0-9][0-9., ]{0,25})(?P<dash>[-\u2013\u2014=]{1,2})? ?(?P<close>\))?(?: ?(?:rupiah|idr|rp\.?))?",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"0|[1-9][0-9]{0,15}")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3}){1,5}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,5}|[1-9][0-9]{0,2}(?: [0-9]{3}){1,5}")
_WIRE = re.compile(r"(-?)(0|[1-9][0-9]{0,17})\.([0-9]{2})", re.ASCII)

# Places of a text that may prove a style: grouping or decimals, by comma or by dot. Each begins with one literal character, so that
# the search runs at the speed of memchr, and each is left at its first proof.
_PLACES = tuple(
    re.compile(rf"{mark}(?<=[0-9]{mark}){rest}")
    for mark in (",", r"\.")
    for rest in (r"[0-9]{3}[.,]", r"(?:[0-9]{2}(?![0-9])|[-\u2013\u2014=])")
)
_CURRENCY_BEFORE = re.compile(r"(?:rp\.?|idr\.?)[ :(+\u2212\u2013-]{0,4}$", re.IGNORECASE)


class NotMoney(ValueError):
    """A text that is no amount of money. Carries no text, so that no figure reaches a log."""


class AmbiguousMoney(ValueError):
    """An amount that two styles would read differently, or a page whose amounts contradict each other."""


class NumberStyle(Enum):
    """How a page groups its digits."""

    INDONESIAN = "."  # dot for thousands, comma for decimals
    ENGLISH = ","  # comma for thousands, dot for decimals
    UNDECIDED = ""  # nothing on the page proves either


def _tidy(text: str) -> str:
    """One plain space for every white space (no-break, thin and narrow ones too), zero-width marks dropped."""
    if len(text) > _LONGEST:
        raise NotMoney
    if not text.isascii():
        for mark in "\u200b\u200e\u200f\ufeff":
            text = text.replace(mark, "")
    return " ".join(text.split())


def _read(number: str, dash: bool) -> tuple[int, NumberStyle, bool]:
    """The sen of `1.250,50`, the style its own separators prove, and whether it is ambiguous by itself. Raises NotMoney."""
    number = number.strip()
    sen, decimal = 0, ""
    if dash:
        decimal = number[-1]
        number = number[:-1]
        if decimal not in ".,":
            raise NotMoney
    elif number[-3:-2] in (".", ","):
        if not number[-2:].isdigit():
            raise NotMoney
        number, decimal, sen = number[:-3], number[-3], int(number[-2:])
    proof = {"": NumberStyle.UNDECIDED, ",": NumberStyle.INDONESIAN, ".": NumberStyle.ENGLISH}[decimal]
    if _WHOLE.fullmatch(number):
        rupiah = int(number)
        if rupiah == 0 and sen == 0:
            proof = NumberStyle.UNDECIDED  # zero is zero in any style
        return rupiah * SEN + sen, proof, False
    if not _GROUPED.fullmatch(number):
        raise NotMoney
    separator = "." if "." in number else "," if "," in number else " "
    groups = number.split(separator)
    value = int("".join(groups)) * SEN + sen
    if separator == " ":
        return value, proof, False
    own = NumberStyle(separator)
    if decimal == separator:
        if not dash:
            raise NotMoney  # 1.250.50
        proof = NumberStyle.UNDECIDED  # `1.250.-`: the dash after a dot says nothing
    if proof is NumberStyle.UNDECIDED:
        return (value, own, False) if len(groups) > 2 else (value, own, True)
    return value, own, False


def _match(text: str) -> re.Match[str]:
    match = _PRINTED.fullmatch(_tidy(text))
    if match is None or (match["a"] and match["b"]):
        raise NotMoney
    opened = "(" in (match["a"], match["b"])
    if opened != bool(match["close"]):
        raise NotMoney
    return match


def parse_amount(text: str, style: NumberStyle) -> int:
    """The sen of a text that is one printed amount and nothing else, read in the style of its page; negative ones are negative.

    Raises NotMoney for anything else, AmbiguousMoney where the page's style does not settle it or contradicts it.
    """
    if _GROUPED.fullmatch(text) and text[-4] == style.value:
        return int(text.replace(style.value, "")) * SEN  # most are as plain as that
    match = _match(text)
    value, own, ambiguous = _read(match["num"], bool(match["dash"]))
    if ambiguous and style is not own:
        raise AmbiguousMoney
    if NumberStyle.UNDECIDED not in (own, style) and own is not style:
        raise AmbiguousMoney
    negative = any(mark and mark != "+" for mark in (match["a"], match["b"]))
    return -value if negative else value


def is_amount(text: str) -> bool:
    """Whether a text is one printed amount and nothing else, in whatever style."""
    if _GROUPED.fullmatch(text):
        return True  # most are as plain as that
    try:
        match = _match(text)
        _read(match["num"], bool(match["dash"]))
    except NotMoney:
        return False
    return True


def _proofs(text: str) -> Iterator[NumberStyle]:
    """The first style that each kind of place proves; amounts are known by their grouping or their currency."""
    for pattern in _PLACES:
        for match in pattern.finditer(text):
            style = _proof_at(text, match.start())
            if style is not NumberStyle.UNDECIDED:
                yield style
                break


def _proof_at(text: str, place: int) -> NumberStyle:
    """What the amount around `place` (a separator) proves, if it is an amount at all."""
    left, right = text[max(0, place - _AROUND) : place], text[place : place + _AROUND]
    start = place - len(left) + len(left.rstrip(_IN_NUMBERS))
    end = place + len(right) - len(right.lstrip(_IN_NUMBERS))
    dash = end < len(text) and text[end] in "-\u2013\u2014=" and text[end - 1] in ".,"
    number = text[start:end] if dash else text[start:end].rstrip(".,")
    after = text[end : end + 1]
    before = text[max(0, start - 10) : start]
    if (after and (after in "%/:" or after.isalnum())) or (before[-1:].isalnum() and not _CURRENCY_BEFORE.search(before)):
        return NumberStyle.UNDECIDED
    if before[-1:] in {"/", ":", "-"} and before[-2:-1].isalnum():
        return NumberStyle.UNDECIDED  # a date, a time, a telephone number
    try:
        _, own, ambiguous = _read(number, dash)
    except NotMoney:
        return NumberStyle.UNDECIDED
    grouped = sum(number.count(mark) for mark in ".,") > 1
    if ambiguous or not (grouped or _CURRENCY_BEFORE.search(before)):
        return NumberStyle.UNDECIDED
    return own


def page_style(texts: Iterable[str]) -> NumberStyle:
    """The style of a page as a whole, from all texts that may hold amounts. Raises AmbiguousMoney where its amounts contradict
    each other; UNDECIDED where none proves a style (then `parse_amount` refuses `1.250`, and reads `Rp 0` and `Rp 48731902`)."""
    proved = set(_proofs("\n".join(texts)))
    if len(proved) > 1:
        raise AmbiguousMoney
    return proved.pop() if proved else NumberStyle.UNDECIDED


def format_rupiah(sen: int, masked: bool = False) -> str:
    """The ONE way an amount is shown: `Rp 48.731.902`, sen only where there are any, `\u2212Rp 5.000`, masked `Rp ••••••`."""
    if masked:
        return "Rp ••••••"
    rupiah, rest = divmod(abs(sen), SEN)
    shown = f"Rp {rupiah:,}".replace(",", ".")
    if rest:
        shown += f",{rest:02d}"
    return f"\u2212{shown}" if sen < 0 else shown


def to_wire(sen: int) -> str:
    """ "48731902.00": rupiah with two decimals, as `check --json` prints it."""
    rupiah, rest = divmod(abs(sen), SEN)
    return f"{'-' if sen < 0 else ''}{rupiah}.{rest:02d}"


def from_wire(text: str) -> int:
    """The sen of a wire form. Raises NotMoney for anything `to_wire` would not write."""
    match = _WIRE.fullmatch(text)
    if match is None:
        raise NotMoney
    sen = int(match[2]) * SEN + int(match[3])
    if match[1] and sen == 0:
        raise NotMoney
    return -sen if match[1] else sen
