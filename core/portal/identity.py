"""Whose page it is: a balance beside another person's NIK is not the balance of the one who signed in."""

from __future__ import annotations

import re
from typing import Final

from core.portal.document import Document

_NIK_DIGITS: Final = 16
_NIK: Final = re.compile(r"(?<![0-9])[0-9]{16}(?![0-9])")
_CALLED: Final = re.compile(r"\b(?:nik|e-?ktp|ktp|(?:nomor )?induk kependudukan)\b[^0-9A-Za-z]{0,12}$", re.IGNORECASE)
_BEFORE: Final = 60  # characters before a number that may call it a NIK
_MASK: Final = "*•●xX#"


def is_of_another(document: Document, user: str) -> bool:
    """Whether a page names a NIK, and it is not the one that was signed in with. Without a NIK to compare, or where the page also holds
    the person's own (in full or masked), it says nothing."""
    if len(user) != _NIK_DIGITS or not (user.isascii() and user.isdecimal()):
        return False
    text = document.text
    others = [
        match
        for match in _NIK.finditer(text)
        if _CALLED.search(text[max(0, match.start() - _BEFORE) : match.start()]) is not None
    ]
    return bool(others) and user not in text and not any(user[:4] + mark in text or mark + user[-4:] in text for mark in _MASK)
