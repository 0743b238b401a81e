"""Who keeps a ledger's key: a small public file beside the ledger, one a key (`ledger.<mark>.key.json`). The key itself is never in it:
it rests in the keyring, or is in here wrapped with a passphrase (`core.ledger.passphrase`).

Several may stand there: while a key is changed, and for copies that are still under an old one. The ledger's own first bytes say which
is its.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from core.ledger import cipher
from core.ledger.cipher import Form
from core.ledger.key import MARK_BYTES
from core.whole_file import read_small, write_whole

VERSION = 1
MOST_BYTES = 4_096
KEY_FILES_OF = "saldo-jht"  # key files of backups stand beside them under this name
OLD_ENDING = ".old-key.json"
_RETIRED = re.compile(rf".+\.([0-9a-f]{{32}}){re.escape(OLD_ENDING)}", re.ASCII)
_NAME = re.compile(r".+\.([0-9a-f]{32})\.key\.json", re.ASCII)


class Keeper(StrEnum):
    """Where a key rests."""

    KEYRING = "keyring"
    PASSPHRASE = "passphrase"  # noqa: S105 - a place, not a passphrase


@dataclass(frozen=True, slots=True)
class Wrapped:
    """A key under a passphrase: scrypt's salt and cost (n, r, p), the key hidden, and what proves both (see `core.ledger.passphrase`)."""

    salt: bytes
    n: int
    r: int
    p: int
    hidden: bytes
    proof: bytes


@dataclass(frozen=True, slots=True)
class KeyFile:
    """Who keeps the key with that mark."""

    mark: bytes
    keeper: Keeper
    wrapped: Wrapped | None = None

    @property
    def vault_name(self) -> str:
        """The name under which the keyring keeps the key."""
        return vault_name(self.mark)


def vault_name(mark: bytes) -> str:
    return f"ledger-key-{mark.hex()}"


def place(ledger: Path, mark: bytes) -> Path:
    """Where the key file of that mark stands for the ledger (or backup) at `ledger`."""
    return ledger.with_name(f"{ledger.stem}.{mark.hex()}.key.json")


def write(ledger: Path, told: KeyFile) -> None:
    """Write it, whole, for the owner only. Raises OSError."""
    data: dict[str, object] = {"version": VERSION, "keeper": told.keeper.value, "mark": told.mark.hex()}
    if (wrapped := told.wrapped) is not None:
        data |= {"n": wrapped.n, "r": wrapped.r, "p": wrapped.p}
        data |= {"salt": wrapped.salt.hex(), "hidden": wrapped.hidden.hex(), "proof": wrapped.proof.hex()}
    write_whole(place(ledger, told.mark), json.dumps(data, indent=1) + "\n", private_folder=False)


def remove(ledger: Path, mark: bytes) -> None:
    """Remove it; nothing happens if there is none. Raises OSError."""
    place(ledger, mark).unlink(missing_ok=True)


def retire(ledger: Path, mark: bytes) -> None:
    """Of a key that the ledger is not under any more, and the keyring still keeps for backups elsewhere: its file says so from now on
    by its name. Raises OSError."""
    place(ledger, mark).replace(_retired(ledger, mark))


def retired(ledger: Path) -> set[bytes]:
    """The marks of such keys."""
    found = (_RETIRED.fullmatch(one.name) for one in ledger.parent.glob(f"{ledger.stem}.*{OLD_ENDING}"))
    return {bytes.fromhex(match[1]) for match in found if match}


def retired_of(ledger: Path, mark: bytes) -> KeyFile | None:
    """The file of such a key."""
    return _read(_retired(ledger, mark), OLD_ENDING)


def forget_retired(ledger: Path, mark: bytes) -> None:
    """Remove the file of such a key; nothing happens if there is none. Raises OSError."""
    _retired(ledger, mark).unlink(missing_ok=True)


def _retired(ledger: Path, mark: bytes) -> Path:
    return ledger.with_name(f"{ledger.stem}.{mark.hex()}{OLD_ENDING}")


def all_of(ledger: Path) -> list[KeyFile]:
    """All key files beside that ledger; what is none is left out."""
    try:
        names = sorted(one for one in ledger.parent.iterdir() if _NAME.fullmatch(one.name))
    except OSError:
        return []
    found = (_read(one) for one in names if one.name.startswith(f"{ledger.stem}."))
    return [one for one in found if one is not None]


def of(ledger: Path) -> KeyFile | None:
    """The key file of the ledger as it stands: by its first bytes, else (they may be damaged) the only one there is. None for one that
    is plain, and where none is known. Raises OSError."""
    if cipher.form(ledger) is Form.PLAIN:
        return None
    told, mark = all_of(ledger), mark_of(ledger)
    for one in told:
        if one.mark == mark:
            return one
    return told[0] if len(told) == 1 else None


def mark_of(ledger: Path) -> bytes | None:
    """The mark an encrypted ledger begins with; None if it is none. Raises OSError."""
    if cipher.form(ledger) is not Form.ENCRYPTED:
        return None
    with ledger.open("rb") as file:
        return file.read(MARK_BYTES)


def _read(path: Path, ending: str = ".key.json") -> KeyFile | None:
    text = read_small(path, MOST_BYTES)
    try:
        data = json.loads(text or "")
        told = KeyFile(bytes.fromhex(data["mark"]), Keeper(data["keeper"]), _wrapped(data) if "salt" in data else None)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    whole = data.get("version") == VERSION and len(told.mark) == MARK_BYTES and path.name.endswith(f".{told.mark.hex()}{ending}")
    return told if whole and (told.wrapped is not None) == (told.keeper is Keeper.PASSPHRASE) else None


def _wrapped(data: dict[str, Any]) -> Wrapped:
    n, r, p = (data[name] for name in ("n", "r", "p"))
    if not all(type(number) is int and number > 0 for number in (n, r, p)):
        raise ValueError("no cost")
    return Wrapped(bytes.fromhex(data["salt"]), n, r, p, bytes.fromhex(data["hidden"]), bytes.fromhex(data["proof"]))
