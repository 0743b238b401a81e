"""A ledger's key as letters on paper: 14 groups of four, the last letters of which tell a slip of the pen."""

from __future__ import annotations

import base64
import hashlib
from itertools import product

from core.ledger.key import KEY_BYTES, Key

CHECK_BYTES = 3  # 32 and 3 bytes are 56 letters of base 32, with nothing to fill up
GROUP, GROUPS_A_LINE = 4, 7
_LABEL = b"saldo-jht recovery 1\0"
MOST_ONES = 8
_LIKE = str.maketrans("089", "OBG")  # what stands for the letters it is mistaken for: base 32 has no 0, 1, 8, 9


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
    ones = text.count("1")
    for told in product("LI", repeat=ones) if ones <= MOST_ONES else ():  # a 1 may be either; the last letters tell which
        left = iter(told)
        found = _read("".join(next(left) if letter == "1" else letter for letter in text))
        if found is not None:
            return found
    raise BadSheet


def _read(text: str) -> Key | None:
    try:
        body = base64.b32decode(text.encode("ascii"))
    except (ValueError, UnicodeEncodeError):
        return None
    raw, check = body[:KEY_BYTES], body[KEY_BYTES:]
    return Key(raw) if len(raw) == KEY_BYTES and check == _check(raw) else None


def _check(raw: bytes) -> bytes:
    return hashlib.sha256(_LABEL + raw).digest()[:CHECK_BYTES]
