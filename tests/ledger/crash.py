"""Processes killed at seeded moments while they write, take in files, back up, put back, bring up to date and change the key; and what
is then there. Each scene with a ledger in the clear and with an encrypted one."""

from __future__ import annotations

import datetime as dt
import os
import random
import select
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from core.ledger import Ledger, backup, head
from core.ledger.copies import must_be_whole
from core.ledger.entries import ImportEntry
from core.ledger.file import look
from core.ledger.key import Key
from core.ledger.recode import recode
from core.ledger.verify import examine, verify
from core.models import Source, Trigger
from core.statements.statement import Kind
from tests.core.ledger.test_migrations import make_old
from tests.ledger import sample
from tests.ledger.crash_keys import change_keys, keys_changed, start_keys
from tests.ledger.saying import say

LONGEST_S = 0.1  # a moment lies so long after the child said that it had begun, at most
LONGER_S = {
    "keys": 0.8,
    "backup, encrypted": 0.2,
    "restore, encrypted": 0.2,
    "upgrade, encrypted": 0.2,
}  # these take longer a step
FIRST = 1_000

Child = Callable[[Path, int], None]  # works on the folder and writes to that pipe
Check = Callable[[Path, list[int]], None]  # raises AssertionError unless the folder is as it must be
Scene = tuple[Callable[[Path], None], Child, Check]
ENCRYPTED = "encrypted"  # a file of that name: the folder's ledger is
KEY = Key(bytes(range(32)))


def key_of(folder: Path) -> Key | None:
    """The key of the ledger in that folder."""
    return KEY if (folder / ENCRYPTED).exists() else None


# each: what is there before, what the child does until it is killed, what must be there then


def start(folder: Path) -> None:
    with Ledger.open(folder / "ledger.sqlite3", key_of(folder)) as ledger:
        ledger.add_account("Siti", "siti@example.test", "p", now=sample.NOW)


def write(folder: Path, pipe: int) -> None:
    with Ledger.open(folder / "ledger.sqlite3", key_of(folder)) as ledger:
        say(pipe, 0)
        for number in range(FIRST, 10 * FIRST):
            at = sample.NOW + dt.timedelta(hours=number)
            attempt = ledger.begin_attempt(1, Trigger.COMMAND, now=at)
            with ledger.transaction():
                ledger.store_reading(1, sample.balance(number), portal="p", checked_at=at, attempt_id=attempt)
                ledger.end_attempt(attempt, None, step=None, now=at)
            say(pipe, number)


def written(folder: Path, said: list[int]) -> None:
    with Ledger.open(folder / "ledger.sqlite3", key_of(folder)) as ledger:
        history = ledger.history(1, -1)
        totals = [reading.balance.cards[0].balance for reading in history]
        assert totals == list(range(FIRST, FIRST + len(totals))), "readings with a gap"
        assert all(reading.balance.total == sum(card.balance for card in reading.balance.cards) for reading in history)
        assert len(totals) - len([number for number in said if number]) in (0, 1), "a confirmed reading is lost"
        ended = [attempt for attempt in ledger.attempts(1, -1) if attempt.finished_at]
        assert len(ended) == len(totals)
    assert verify(folder / "ledger.sqlite3", key=key_of(folder)) == []


def take_in(folder: Path, pipe: int) -> None:
    with Ledger.open(folder / "ledger.sqlite3", key_of(folder)) as ledger:
        say(pipe, 0)
        for number in range(1, FIRST):
            statements = tuple((1, replace(sample.statement(year), closing_on=None), False) for year in range(2010, 2020))
            ledger.imports.add(ImportEntry("ten.pdf", f"{number:064x}", Kind.RSJHT, statements), sample.NOW)
            if number % 3 == 0:
                ledger.imports.hide(number, sample.NOW)
            say(pipe, number)


def taken_in(folder: Path, said: list[int]) -> None:
    with Ledger.open(folder / "ledger.sqlite3", key_of(folder)) as ledger:
        imports = ledger.imports.list()
        assert [(one.statements, one.months) for one in imports] == [(10, 20)] * len(imports), "an import in parts"
        assert len(imports) - len([number for number in said if number]) in (0, 1), "a confirmed import is lost"
        hidden = [one.id for one in imports if one.hidden]
        assert set(range(3, len(imports), 3)) <= set(hidden) <= set(range(3, len(imports) + 1, 3))
        readings = [reading for reading in ledger.history(1, -1) if reading.source is Source.STATEMENT]
        assert len(readings) == 10 * (len(imports) - len(hidden))
    assert verify(folder / "ledger.sqlite3", key=key_of(folder)) == []


def back_up(folder: Path, pipe: int) -> None:
    say(pipe, 0)
    with Ledger.open(folder / "ledger.sqlite3", key_of(folder)) as ledger:
        for number in range(1, FIRST):
            ledger.begin_attempt(1, Trigger.COMMAND, now=sample.NOW)
            backup.make(folder / "ledger.sqlite3", folder / "backups", sample.NOW + dt.timedelta(days=number), key_of(folder))
            say(pipe, number)


def backed_up(folder: Path, said: list[int]) -> None:
    assert verify(folder / "ledger.sqlite3", key=key_of(folder)) == []
    found = backup.found(folder / "backups")
    made = [(one.made_at - sample.NOW).days for one in found]
    last = max(said, default=0)
    assert not last or made[0] in (last, last + 1), "a confirmed backup is lost"
    for one in found:
        must_be_whole(one.path, key_of(folder))


def start_two(folder: Path) -> None:
    """A ledger and a backup of an older state of it."""
    start(folder)
    backup.make(folder / "ledger.sqlite3", folder / "backups", sample.NOW, key_of(folder))
    with Ledger.open(folder / "ledger.sqlite3", key_of(folder)) as ledger:
        ledger.store_reading(1, sample.balance(5), portal="p", checked_at=sample.NOW)


def put_back(folder: Path, pipe: int) -> None:
    say(pipe, 0)
    path = folder / "ledger.sqlite3"
    old = backup.last_good(folder / "backups", key_of(folder))
    assert old is not None
    for number in range(1, FIRST):
        with Ledger.open(path, key_of(folder)) as ledger:
            if not ledger.history(1):
                ledger.store_reading(1, sample.balance(5), portal="p", checked_at=sample.NOW)
        backup.restore(path, old.path, sample.NOW + dt.timedelta(seconds=number), key_of(folder))
        say(pipe, number)


def was_put_back(folder: Path, said: list[int]) -> None:
    path = folder / "ledger.sqlite3"
    assert path.exists(), "no ledger"
    with Ledger.open(path, key_of(folder)) as ledger:
        assert [account.name for account in ledger.accounts()] == ["Siti"], "an empty ledger"
        assert [reading.balance.total for reading in ledger.history(1)] in ([], [12])
    assert verify(path, key=key_of(folder)) == []
    aside = list(folder.glob("ledger.before-restore-*.sqlite3"))
    assert len(aside) >= len([number for number in said if number]), "what was set aside is lost"
    for one in aside:
        with closing(look(one, key_of(folder))) as raw:
            assert raw.execute("SELECT count(*) FROM reading").fetchone()[0] in (0, 1)


def start_old(folder: Path) -> None:
    make_old(folder / "old", 1)
    with closing(sqlite3.connect(folder / "old", isolation_level=None)) as raw:
        raw.execute("BEGIN")
        for number in range(2_000):
            raw.execute("INSERT INTO attempt (account_id, asked_by, started_at) VALUES (1, 'person', '2026-01-01T00:00:00Z')")
            raw.execute(
                "INSERT INTO reading (account_id, portal, source, checked_at, total, total_is_portals)"
                " VALUES (1, 'p', 'portal', '2026-01-02T00:00:00Z', ?, 1)",
                (number,),
            )
        raw.execute("COMMIT")
    if (key := key_of(folder)) is not None:
        (folder / "old").rename(folder / "plain")
        recode(folder / "plain", None, folder / "old", key)
        (folder / "plain").unlink()
    shutil.copy(folder / "old", folder / "ledger.sqlite3")


def bring_up_to_date(folder: Path, pipe: int) -> None:
    say(pipe, 0)
    for number in range(1, FIRST):
        Ledger.open(folder / "ledger.sqlite3", key_of(folder)).close()
        say(pipe, number)
        shutil.copy(folder / "old", folder / "new")
        (folder / "new").replace(folder / "ledger.sqlite3")


def up_to_date(folder: Path, said: list[int]) -> None:
    path = folder / "ledger.sqlite3"
    with Ledger.open(path, key_of(folder)) as ledger:
        assert len(ledger.history(1, -1)) == 2_002
        assert len(ledger.attempts(1, -1)) == 2_002
    assert examine(path, key=key_of(folder)).chained
    assert verify(path, key=key_of(folder)) == []
    assert head.read(path) is None  # nothing was entered


def encrypted(before: Callable[[Path], None]) -> Callable[[Path], None]:
    """The same beginning with an encrypted ledger."""

    def begin(folder: Path) -> None:
        (folder / ENCRYPTED).touch()
        before(folder)

    return begin


_EACH: dict[str, Scene] = {
    "write": (start, write, written),
    "import": (start, take_in, taken_in),
    "backup": (start, back_up, backed_up),
    "restore": (start_two, put_back, was_put_back),
    "upgrade": (start_old, bring_up_to_date, up_to_date),
}
SCENES: dict[str, Scene] = {
    **_EACH,
    **{f"{name}, encrypted": (encrypted(before), child, check) for name, (before, child, check) in _EACH.items()},
    "keys": (start_keys, change_keys, keys_changed),
}


def kill_at_moments(folder: Path, moments: int, seed: int, only: str | None = None) -> tuple[int, list[str]]:
    """Kill a process at each of so many moments, in turn in every scene (or in that one); returns how many, and what was not right."""
    dice, wrong = random.Random(seed), []
    scenes = {name: scene for name, scene in SCENES.items() if only in (None, name)}
    for name, (before, _, _) in scenes.items():
        (folder / name).mkdir()
        before(folder / name)
    for moment in range(moments):
        name, (_, child, check) = list(scenes.items())[moment % len(scenes)]
        place = folder / f"{moment}"
        shutil.copytree(folder / name, place)
        said = _killed(child, place, dice.random() * LONGER_S.get(name, LONGEST_S))
        try:
            check(place, said)
        except Exception as error:
            wrong.append(f"moment {moment} ({name}): {type(error).__name__} {error}")
            continue
        shutil.rmtree(place)
    return moments, wrong


def _killed(child: Child, place: Path, after_s: float) -> list[int]:
    """Let a child work in that folder and kill it so long after it began; returns what it said was done."""
    ours, theirs = os.pipe()
    number = os.fork()
    if number == 0:
        try:
            child(place, theirs)
        finally:
            os._exit(1)
    os.close(theirs)
    try:
        select.select([ours], [], [], 30)
        time.sleep(after_s)
    finally:
        os.kill(number, signal.SIGKILL)
        _, status = os.waitpid(number, 0)
    body = b""
    while piece := os.read(ours, 65_536):
        body += piece
    os.close(ours)
    if not os.WIFSIGNALED(status):
        raise AssertionError("the child ended by itself")
    return [int.from_bytes(body[at : at + 4], "big") for at in range(0, len(body) - 3, 4)]
