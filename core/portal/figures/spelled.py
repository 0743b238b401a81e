"""Amounts in Indonesian words: `dua puluh lima juta empat ratus ribu rupiah`."""

from __future__ import annotations

from typing import Final

_ONES: Final = {word: value for value, word in enumerate("nol satu dua tiga empat lima enam tujuh delapan sembilan".split())}
_FIXED: Final = {"sepuluh": 10, "sebelas": 11}
_GREAT: Final = {"ribu": 10**3, "juta": 10**6, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_NUMBER: Final = frozenset([*_ONES, *_FIXED, *_GREAT, "belas", "puluh", "ratus", "seratus", "seribu"])
_LONGEST: Final = 40  # words


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
