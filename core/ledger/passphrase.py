"""A ledger's key under a passphrase: the random key stays what it is, the passphrase only hides it, so that a new passphrase does not
mean a new ledger.

scrypt makes 64 bytes of the passphrase and a fresh random salt: 32 hide the key (exclusive or: they are used once, for as many bytes,
and never again, as each wrapping has a salt of its own), 32 prove it (HMAC-SHA256 over the cost, the salt and the hidden key).
"""

from __future__ import annotations

import hashlib
import hmac
import os
import unicodedata

from core.ledger.key import KEY_BYTES, Key
from core.ledger.key_file import Keeper, KeyFile, Wrapped

N, R, P = 1 << 16, 8, 1  # 64 MB and about 0.2 s a try
MOST_N, MOST_R, MOST_P = 1 << 20, 16, 4  # a file that asks for more is not ours
SALT_BYTES = 16
SHORTEST = 8  # letters
_LABEL = b"saldo-jht wrapped ledger key 1\0"


class PassphraseWrong(ValueError):
    """It is not the passphrase that hid this key."""


class PassphraseTooShort(ValueError):
    """Fewer letters than SHORTEST."""


def wrap(key: Key, passphrase: str) -> KeyFile:
    """The key hidden under a passphrase. Raises PassphraseTooShort."""
    if len(passphrase) < SHORTEST:
        raise PassphraseTooShort
    salt = os.urandom(SALT_BYTES)
    hiding, proving = _made(passphrase, salt, N, R, P)
    hidden = _exclusive_or(bytes.fromhex(key.hex()), hiding)
    return KeyFile(key.mark, Keeper.PASSPHRASE, Wrapped(salt, N, R, P, hidden, _proof(proving, salt, N, R, P, hidden)))


def unwrap(told: KeyFile, passphrase: str) -> Key:
    """The key. Raises PassphraseWrong, also for a file that was changed."""
    wrapped = told.wrapped
    if wrapped is None or wrapped.n > MOST_N or wrapped.r > MOST_R or wrapped.p > MOST_P or len(wrapped.hidden) != KEY_BYTES:
        raise PassphraseWrong
    try:
        hiding, proving = _made(passphrase, wrapped.salt, wrapped.n, wrapped.r, wrapped.p)
    except ValueError:  # a cost that scrypt does not know
        raise PassphraseWrong from None
    proof = _proof(proving, wrapped.salt, wrapped.n, wrapped.r, wrapped.p, wrapped.hidden)
    if not hmac.compare_digest(proof, wrapped.proof):
        raise PassphraseWrong
    key = Key(_exclusive_or(wrapped.hidden, hiding))
    if key.mark != told.mark:
        raise PassphraseWrong
    return key


def _made(passphrase: str, salt: bytes, n: int, r: int, p: int) -> tuple[bytes, bytes]:
    """The 32 bytes that hide and the 32 that prove. The same letters typed on another keyboard are the same passphrase (NFKC)."""
    letters = unicodedata.normalize("NFKC", passphrase).encode()
    made = hashlib.scrypt(letters, salt=salt, n=n, r=r, p=p, maxmem=256 * n * r + (1 << 20), dklen=2 * KEY_BYTES)
    return made[:KEY_BYTES], made[KEY_BYTES:]


def _proof(proving: bytes, salt: bytes, n: int, r: int, p: int, hidden: bytes) -> bytes:
    return hmac.digest(proving, _LABEL + f"{n}|{r}|{p}|".encode() + salt + hidden, "sha256")


def _exclusive_or(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
