"""Whether what a person typed can be a NIK or an e-mail address at all. Pure; the words for each answer stand in the form."""

from __future__ import annotations

import re
from enum import Enum

NIK_DIGITS = 16
WOMEN_ADD_DAYS = 40  # a woman's day of birth is written plus 40
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s.]+(\.[^@\s.]+)+")
_SPACING = re.compile(r"[\s.\-]")


class Flaw(Enum):
    """What is wrong with a user name."""

    EMPTY = "empty"
    NIK_LENGTH = "nik_length"
    NIK_DATE = "nik_date"
    NOT_EMAIL = "not_email"
    NEITHER = "neither"
    ONLY_EMAIL = "only_email"
    ONLY_NIK = "only_nik"


def cleaned(text: str) -> str:
    """What will be sent: without spaces around it, and a number without the spaces, dots and dashes people put into it."""
    text = text.strip()
    digits = _SPACING.sub("", text)
    return digits if digits.isascii() and digits.isdigit() else text


def flaw(text: str, kinds: tuple[str, ...]) -> Flaw | None:
    """What keeps `text` from being one of `kinds` ("nik", "email"); None if it can be one. Regions are not checked: they split."""
    user = cleaned(text)
    if not user:
        return Flaw.EMPTY
    if user.isascii() and user.isdigit():
        return _nik_flaw(user) if "nik" in kinds else Flaw.ONLY_EMAIL
    if "@" in user:
        if "email" not in kinds:
            return Flaw.ONLY_NIK
        return None if _EMAIL.fullmatch(user) and len(user) <= 254 else Flaw.NOT_EMAIL
    if "email" not in kinds:
        return Flaw.ONLY_NIK
    return Flaw.NEITHER if "nik" in kinds else Flaw.NOT_EMAIL


def _nik_flaw(nik: str) -> Flaw | None:
    if len(nik) != NIK_DIGITS:
        return Flaw.NIK_LENGTH
    day, month = int(nik[6:8]), int(nik[8:10])
    plausible_day = 1 <= day <= 31 or 1 + WOMEN_ADD_DAYS <= day <= 31 + WOMEN_ADD_DAYS
    return None if plausible_day and 1 <= month <= 12 else Flaw.NIK_DATE
