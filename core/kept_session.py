"""A portal's session that its person wants kept: the cookies of its own hosts, and the pages where the balance stood. At rest only encrypted.

One file an account in the data folder, a database of SQLCipher with one text; its key is random and rests in the keyring, never beside it.
An empty file says that the person wishes to stay signed in, and that no session is kept now (it ended).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import VaultReason, VaultUnavailable
from core.ledger import cipher
from core.ledger.key import Key
from core.vault import Vault
from core.whole_file import replace_whole

MOST_COOKIES = 100
LONGEST_COOKIE = 8_192  # a browser takes 4,096 bytes and its attributes
MOST_PAGES = 6
LONGEST_ADDRESS = 2_000
LONGEST_TEXT = 100_000
NO_CIPHER = "no_cipher"  # SQLCipher is not installed
TIMEOUT_S = 5.0


@dataclass(frozen=True, slots=True)
class KeptSession:
    """cookies: each as a server would set it, with its domain. pages: the addresses, in the order in which they were read. No repr."""

    cookies: tuple[str, ...] = field(repr=False)
    pages: tuple[str, ...] = field(repr=False)

    def text(self) -> str:
        """For a pipe, and for the file's inside."""
        return json.dumps({"cookies": self.cookies, "pages": self.pages})

    @classmethod
    def of_text(cls, text: str) -> KeptSession:
        """What `text` wrote. ValueError for anything else."""
        if len(text) > LONGEST_TEXT:
            raise ValueError("no session")
        try:
            data = json.loads(text)
            cookies, pages = tuple(data["cookies"]), tuple(data["pages"])
        except (TypeError, KeyError, RecursionError):
            raise ValueError("no session") from None
        if not 0 < len(cookies) <= MOST_COOKIES or not 0 < len(pages) <= MOST_PAGES:
            raise ValueError("no session")
        for texts, longest in ((cookies, LONGEST_COOKIE), (pages, LONGEST_ADDRESS)):
            if not all(isinstance(one, str) and 0 < len(one) <= longest for one in texts):
                raise ValueError("no session")
        return cls(cookies, pages)


@dataclass(frozen=True, slots=True)
class Safe:
    """Where one account's session is kept. vault_key: the account's own name in the keyring (`Ledger.vault_key`)."""

    path: Path
    vault: Vault
    vault_key: str

    @property
    def _name(self) -> str:
        return f"{self.vault_key}-session"

    def must_be_usable(self) -> None:
        """Nothing if a session can be kept here. Raises VaultUnavailable, or ImportError where SQLCipher lacks."""
        cipher.library()
        self.vault.must_be_usable()

    def keep(self, session: KeptSession) -> None:
        """Put it in the place of an older one. Raises VaultUnavailable, ImportError, OSError, and SQLCipher's errors as OSError."""
        key = self._key() or self._new_key()
        _write(self.path, key, session.text())

    def wish(self) -> None:
        """Note the wish, while there is nothing to keep yet. Raises VaultUnavailable, ImportError, OSError."""
        self.must_be_usable()
        if not self.path.exists():
            replace_whole(self.path, b"")

    def read(self) -> KeptSession | None:
        """The session that is kept; None if there is none, or none that can be read. Raises VaultUnavailable, ImportError, OSError."""
        if not self.path.is_file() or not self.path.stat().st_size:
            return None
        key = self._key()
        if key is None:
            return None
        with suppress(ValueError):
            return KeptSession.of_text(_read(self.path, key))
        return None

    def end(self) -> None:
        """Forget the session: its file first, then its key. The wish stays. Raises OSError; a keyring that is away keeps a key to nothing."""
        if self.path.is_file():
            replace_whole(self.path, b"")
        self._forget_key()

    def forget(self) -> None:
        """Forget the session and the wish. Raises OSError."""
        self.path.unlink(missing_ok=True)
        self._forget_key()

    def _forget_key(self) -> None:
        with suppress(VaultUnavailable):
            self.vault.forget(self._name)

    def _key(self) -> Key | None:
        try:
            return Key.from_hex(self.vault.read_text(self._name))
        except ValueError:
            return None
        except VaultUnavailable as problem:
            if problem.reason == VaultReason.EMPTY.value:
                return None
            raise

    def _new_key(self) -> Key:
        key = Key.new()
        self.vault.keep_text(self._name, key.hex())
        return key


def _write(path: Path, key: Key, text: str) -> None:
    new = path.with_suffix(".new")

    def fill() -> None:
        new.unlink(missing_ok=True)
        new.touch(mode=0o600)
        with closing(cipher.connect(str(new), key, timeout_s=TIMEOUT_S)) as connection:
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("PRAGMA temp_store = MEMORY")
            connection.execute("CREATE TABLE kept (text TEXT NOT NULL)")
            connection.execute("INSERT INTO kept VALUES (?)", (text,))

    try:
        _safely(fill)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _read(path: Path, key: Key) -> str:
    found: list[str] = []

    def look() -> None:
        with closing(cipher.connect(f"{path.as_uri()}?mode=ro", key, timeout_s=TIMEOUT_S, uri=True)) as connection:
            found.extend(str(row[0]) for row in connection.execute("SELECT text FROM kept"))

    try:
        _safely(look)
    except OSError:
        raise ValueError("not ours, or damaged") from None
    return found[0] if len(found) == 1 else ""


def _safely(work: Callable[[], None]) -> None:
    """SQLCipher's errors as one OSError without a text."""
    errors = (*cipher.errors(), cipher.library().Error)
    try:
        work()
    except errors:
        raise OSError("the session's file") from None
