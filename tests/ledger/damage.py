"""Bytes flipped and files cut short at seeded places: what is then read is what was entered, or a problem with a code; never a guess."""

from __future__ import annotations

import datetime as dt
import random
import shutil
from pathlib import Path

from core.ledger import Ledger, LedgerProblem, backup, cipher
from core.ledger import problems as codes
from core.ledger.key import Key
from core.ledger.rescue import rescue
from core.ledger.verify import verify
from core.models import Reading
from tests.ledger import sample

ENTRIES = 150
CODES = {codes.BROKEN, codes.CHANGED, codes.READONLY, codes.NEWER, codes.LOCKED, codes.DISK_FULL}
Figures = dict[str, list[tuple[object, ...]]]


def figures(path: Path, key: Key | None = None) -> Figures:
    """Everything with an amount in it that the program would show. Raises LedgerProblem."""
    with Ledger.open(path, key) as ledger:
        return {
            f"{account.id} {what}": told
            for account in ledger.accounts()
            for what, told in (
                ("readings", [_of(reading) for reading in ledger.history(account.id)]),
                ("statements", [(s.id, s.statement) for s in ledger.statements(account.id)]),
                ("wages", [(w.wage,) for w in ledger.wages(account.id)]),
            )
        }


def _of(reading: Reading) -> tuple[object, ...]:
    return reading.id, reading.checked_at, reading.source, reading.balance


def damage_places(folder: Path, places: int, seed: int, key: Key | None = None) -> tuple[int, list[str]]:
    """Damage a ledger (encrypted, with a key) at each of so many places; returns how many, and what was not right."""
    whole = folder / "whole.sqlite3"
    sample.make(whole, ENTRIES, key)
    with Ledger.open(whole, key) as ledger:
        for one in ledger.imports.list():
            ledger.imports.show(one.id, sample.NOW)
    backup.make(whole, folder / "backups", sample.NOW, key)
    with Ledger.open(whole, key) as ledger:
        for number in range(20):
            ledger.store_reading(1, sample.balance(number), portal="p", checked_at=sample.NOW + dt.timedelta(days=1_000 + number))
    true = figures(whole, key)
    body, wrong = whole.read_bytes(), []
    for place in range(places):
        dice = random.Random(f"{seed} {place}")
        path = folder / "damaged" / "ledger.sqlite3"
        path.parent.mkdir()
        path.write_bytes(_damaged(body, dice))
        shutil.copy(whole.with_suffix(".head"), path.with_suffix(".head"))
        try:
            _judge(path, folder / "backups", true, key, body, rescued=place % 10 == 0)
        except Exception as error:
            wrong.append(f"place {place}: {type(error).__name__} {error}")
        shutil.rmtree(path.parent)
    return places, wrong


def _damaged(body: bytes, dice: random.Random) -> bytes:
    """The bytes with some of them flipped, a page of nonsense, or cut short."""
    what = dice.choice(("flip", "flip", "flips", "page", "cut"))
    if what == "cut":
        return body[: dice.randrange(len(body))]
    changed = bytearray(body)
    if what == "page":
        at = dice.randrange(len(body) // 4096) * 4096
        changed[at : at + 4096] = dice.randbytes(4096)
        return bytes(changed)
    for _ in range(1 if what == "flip" else dice.randrange(2, 50)):
        changed[dice.randrange(len(body))] ^= 1 << dice.randrange(8)
    return bytes(changed)


def _judge(path: Path, backups: Path, true: Figures, key: Key | None, whole: bytes, *, rescued: bool) -> None:
    as_found = path.read_bytes()
    try:
        found = figures(path, key)
    except LedgerProblem as problem:
        beginning_gone = key is not None and as_found[: cipher.PAGE] != whole[: cipher.PAGE]
        assert problem.code in CODES or (problem.code == codes.KEY_WRONG and beginning_gone), problem.code
    else:
        for who, told in found.items():
            strangers = [one for one in told if one not in true.get(who, ())]
            assert not strangers, f"a figure nobody entered: {who} {strangers[0]}"
        if found != true:
            findings = _findings(path, key)
            assert findings is None or findings, "something is missing, and verify finds nothing"
    if rescued:
        path.write_bytes(as_found)
        saved = rescue(path, backups, sample.NOW, key)
        again = figures(path, key)
        assert verify(path, key=key) == [], "what was rescued is not whole"
        for who, told in again.items():
            assert all(one in true[who] for one in told), "a rescued figure nobody entered"
        lost = sum(len(true[who]) - len(again.get(who, ())) for who in true)
        assert lost <= 20, f"{lost} figures lost, though the backup holds all but 20"
        assert saved.aside is not None
        assert saved.aside.exists()


def _findings(path: Path, key: Key | None) -> list[object] | None:
    """What verify says; None if it says that the file cannot be read."""
    try:
        return list(verify(path, key=key))
    except LedgerProblem:
        return None
