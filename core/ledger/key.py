"""The key of an encrypted ledger: 32 random bytes, in memory only, wiped when it is no longer needed.

Whose key a file takes can be told without it: SQLCipher begins a file with a salt of 16 bytes, and ours is the key's mark. (A raw key
needs no salt; the mark is a hash, from which nobody comes back to the key.)
"""

from __future__ import annotations

import os

from core.ledger.chain import sha256

KEY_BYTES = 32
MARK_BYTES = 16
_LABEL = b"saldo-jht ledger key mark 1\0"


class Key:
    """A raw key. Its bytes are never in a repr, a comparison is by its mark."""

    __slots__ = ("_raw", "mark")

    def __init__(self, raw: bytes | bytearray) -> None:
        """Takes a copy; ValueError unless it is 32 bytes."""
        if len(raw) != KEY_BYTES:
            raise ValueError("a key has 32 bytes")
        self._raw = bytearray(raw)
        self.mark = sha256(_LABEL + bytes(raw))[:MARK_BYTES]

    @classmethod
    def new(cls) -> Key:
        """A random one."""
        return cls(os.urandom(KEY_BYTES))

    @classmethod
    def from_hex(cls, text: str) -> Key:
        """From 64 hex digits; ValueError for anything else."""
        text = text.strip()
        if len(text) != 2 * KEY_BYTES:
            raise ValueError("a key has 64 hex digits")
        return cls(bytes.fromhex(text))

    def hex(self) -> str:
        """64 hex digits, for the keyring, a pipe or a recovery sheet. ValueError once it was wiped."""
        if not self._raw:
            raise ValueError("this key was wiped")
        return self._raw.hex()

    def told(self) -> str:
        """The key and the salt as SQLCipher takes them."""
        return f"x'{self.hex()}{self.mark.hex()}'"

    def wipe(self) -> None:
        """Forget it."""
        for place in range(len(self._raw)):
            self._raw[place] = 0
        self._raw.clear()

    @property
    def wiped(self) -> bool:
        return not self._raw

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self.mark == other.mark

    def __hash__(self) -> int:
        return hash(self.mark)

    def __repr__(self) -> str:
        return "Key(...)"
