"""The scene of changing keys: encrypt, rekey, decrypt and back up by the real commands, with a keyring that outlives the process.

Whatever moment it was killed at: the ledger opens with a key that is kept, nothing confirmed is lost, every backup opens, and once the
record was encrypted again and an hour went by, nothing in the folder is in the clear.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
import time
from itertools import cycle
from pathlib import Path

from core.commands import run
from core.ledger import Ledger, backup
from core.ledger.cipher import Form, form
from core.ledger.copies import LEFT_AFTER_S, must_be_whole
from core.ledger.verify import verify
from core.ledger_keys import LedgerKeys
from core.paths import NAME, Folders
from tests.fakes.keyrings import FakePlace, FileKeyring
from tests.ledger import sample
from tests.ledger.saying import say

CLEAR = (b"Siti Rahmawati", b"siti@example.test", b"08012345678")
FIRST = 1_000
OVER_AND_OVER = ("encrypt", "rekey", "backup", "decrypt", "backup", "encrypt", "backup", "rekey", "rekey", "decrypt")


def keys(folder: Path) -> LedgerKeys:
    return LedgerKeys(Folders(folder / NAME), find=lambda: FakePlace(FileKeyring(folder / "keyring.json")))


def start_keys(folder: Path) -> None:
    found = keys(folder)
    with Ledger.open(found.folders.ledger) as ledger:
        ledger.add_account("Siti Rahmawati", "siti@example.test", "p", now=sample.NOW)
    backup.make(found.folders.ledger, found.folders.backups, sample.NOW)


def change_keys(folder: Path, pipe: int) -> None:
    _use(folder)
    sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as the process
    say(pipe, 0)
    for number, deed in enumerate(cycle(OVER_AND_OVER), start=FIRST):
        add(folder, number)
        say(pipe, number)
        run("ledger", [deed])


def add(folder: Path, number: int) -> None:
    found = keys(folder)
    with Ledger.open(found.folders.ledger, found.key()) as ledger:
        at = sample.NOW + dt.timedelta(hours=number)
        ledger.store_reading(1, sample.balance(number), portal="p", checked_at=at)


def keys_changed(folder: Path, said: list[int]) -> None:
    found = keys(folder)
    _as_it_must_be(found, said)
    for one in backup.found(found.folders.backups):
        must_be_whole(one.path, found.key_for(one.path))
    _use(folder)
    stdout, sys.stdout = sys.stdout, Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    stderr, sys.stderr = sys.stderr, sys.stdout
    try:
        run("ledger", ["encrypt"])  # finished, or told that there is nothing to finish
        for one in folder.rglob("*.part*"):
            os.utime(one, (time.time() - 2 * LEFT_AFTER_S,) * 2)
        run("ledger", ["backup"])
    finally:
        sys.stdout.close()
        sys.stdout, sys.stderr = stdout, stderr
    assert form(found.folders.ledger) is Form.ENCRYPTED, "not encrypted in the end"
    _as_it_must_be(found, said)
    for one in folder.rglob("*"):
        body = one.read_bytes() if one.is_file() else b""
        assert not any(known in body for known in CLEAR), f"{one.name} is in the clear"


def _as_it_must_be(found: LedgerKeys, said: list[int]) -> None:
    key = found.key()
    with Ledger.open(found.folders.ledger, key) as ledger:
        totals = [reading.balance.cards[0].balance for reading in ledger.history(1, -1)]
    assert totals == list(range(FIRST, FIRST + len(totals))), "readings with a gap"
    assert len(totals) - len([number for number in said if number]) in (0, 1), "a confirmed reading is lost"
    assert verify(found.folders.ledger, key=key) == []


def _use(folder: Path) -> None:
    """Have the commands of this process work on that folder, with its keyring."""
    import core.vault_places

    os.environ["XDG_DATA_HOME"] = str(folder)
    core.vault_places.SecretService = lambda: FakePlace(FileKeyring(folder / "keyring.json"))  # type: ignore[assignment,misc]
