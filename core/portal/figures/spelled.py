"""Amounts in Indonesian words: `dua puluh lima juta empat ratus ribu rupiah`."""

from __future__ import annotations

from typing import Final

_ONES: Final = {word: value for value, word in enumerate("nol satu dua tiga empat lima enam tujuh delapan sembilan".split())}
_FIXED: Final = {"sepuluh": 10, "sebelas": 11}
_GREAT: Final = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_NUMBER: Final = frozenset([*_ONES, *_FIXED, *_GREAT, "belas", "puluh", "ratus", "seratus", "seribu"])
_LONGEST: Final = 40  # words


_EN_ONES: Final = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve "
        "thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_EN_TENS: Final = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_EN_GREAT: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9}


def rounded_like(spelled: int, rupiah: int) -> bool:
    """Whether words may stand for an amount: exactly, or rounded to the thousands or millions that they name."""
    unit = next((power for power in (10**9, 10**6, 10**3) if spelled and spelled % power == 0), 1)
    return abs(spelled - rupiah) < unit


def number_of(words: list[str]) -> int | None:
    """The number that Indonesian or English words write out, `rupiah` and `and` left out; None for other words."""
    kept = [word for word in words if word not in ("rupiah", "rupiahs", "and")]
    return rupiah_of(kept) if kept and starts_number(kept[0]) else _english(kept)


def _english(words: list[str]) -> int | None:
    if not words or len(words) > _LONGEST:
        return None
    total = group = 0
    for word in words:
        if word in _EN_ONES or word in _EN_TENS:
            group += _EN_ONES.get(word) or _EN_TENS.get(word) or 0
        elif word == "hundred" and group:
            group *= 100
        elif word in _EN_GREAT and group:
            total, group = total + group * _EN_GREAT[word], 0
        else:
            return None
    return total + group


def starts_number(word: str) -> bool:
    """Whether a word can stand inside a number that is written out."""
    return word in _NUMBER


def rupiah_of(words: list[str]) -> int | None:
    """The rupiah of a number written out, without its closing word `rupiah`; None for whatever is no such number."""
    if not words or len(words) > _LONGEST:
        return None
    total, group, digit = 0, 0, None
    lowest = 10**15
    for word in words:
        if word in _ONES:
            if digit is not None:
                return None
            digit = _ONES[word]
        elif word in _FIXED and digit is None:
            group += _FIXED[word]
        elif word == "seratus" and digit is None:
            group += 100
        elif word in ("belas", "puluh", "ratus") and digit is not None:
            group += digit + 10 if word == "belas" else digit * (10 if word == "puluh" else 100)
            digit = None
        elif word == "seribu" and digit is None and not group and lowest > 1000:
            total, lowest = total + 1000, 1000
        elif word in _GREAT and _GREAT[word] < lowest:
            group += digit or 0
            if not group:
                return None
            lowest = _GREAT[word]
            total, group, digit = total + group * lowest, 0, None
        else:
            return None
    return total + group + (digit or 0)
