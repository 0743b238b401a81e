"""A ledger's key as letters on paper: 14 groups of four, the last letters of which tell a slip of the pen."""

from __future__ import annotations

import base64
import hashlib

from core.ledger.key import KEY_BYTES, Key

CHECK_BYTES = 3  # 32 and 3 bytes are 56 letters of base 32, with nothing to fill up
GROUP, GROUPS_A_LINE = 4, 7
_LABEL = b"saldo-jht recovery 1\0"
_LIKE = str.maketrans("0189", "OLBG")  # what stands for the letters it is mistaken for: base 32 has no 0, 1, 8, 9


class BadSheet(ValueError):
    """Not the letters of a recovery sheet, or a slip in them."""


def letters(key: Key) -> str:
    """The 56 letters."""
    raw = bytes.fromhex(key.hex())
    return base64.b32encode(raw + _check(raw)).decode("ascii")


def sheet_text(key: Key) -> list[str]:
    """The letters in groups, a line each seven."""
    text = letters(key)
    groups = [text[at : at + GROUP] for at in range(0, len(text), GROUP)]
    return [" ".join(groups[at : at + GROUPS_A_LINE]) for at in range(0, len(groups), GROUPS_A_LINE)]


def key_from(typed: str) -> Key:
    """The key on a sheet, however it is spaced and typed. Raises BadSheet."""
    text = "".join(letter for letter in typed.upper() if letter.isalnum()).translate(_LIKE)
    try:
        body = base64.b32decode(text.encode("ascii"))
    except (ValueError, UnicodeEncodeError):
        raise BadSheet from None
    raw, check = body[:KEY_BYTES], body[KEY_BYTES:]
    if len(raw) != KEY_BYTES or check != _check(raw):
        raise BadSheet
    return Key(raw)


def _check(raw: bytes) -> bytes:
    return hashlib.sha256(_LABEL + raw).digest()[:CHECK_BYTES]
