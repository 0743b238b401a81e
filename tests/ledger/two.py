"""Two processes on one ledger: one enters readings as fast as it can, the other changes the key over and over. What was confirmed is there."""

from __future__ import annotations

import os
import shutil
import sys
import time
from itertools import cycle
from pathlib import Path

from core.commands import run
from core.ledger import Ledger, LedgerProblem
from core.ledger.verify import verify
from tests.ledger.crash_keys import FIRST, OVER_AND_OVER, _use, add, keys, start_keys
from tests.ledger.saying import say

ENDED_WELL, ENDED_WRONG = 0, 1
WHILE_IT_CHANGES = {  # what a writer may meet at that moment; it tries again, as the program does at its next look
    *("ledger_locked", "ledger_key_missing", "ledger_key_wrong", "ledger_key_lost"),
}


def write_while_keys_change(folder: Path, rounds: int) -> tuple[int, list[str]]:
    """So many changes of the key while a second process writes; returns how many readings were confirmed, and what was not right."""
    start_keys(folder)
    ours, theirs = os.pipe()
    writer = os.fork()
    if writer == 0:
        _write(folder, theirs)
    os.close(theirs)
    wrong = _change(folder, rounds)
    (folder / "stop").touch()
    body = b""
    while piece := os.read(ours, 65_536):
        body += piece
    os.close(ours)
    _, status = os.waitpid(writer, 0)
    confirmed = [int.from_bytes(body[at : at + 4], "big") for at in range(0, len(body), 4)]
    if os.waitstatus_to_exitcode(status) != ENDED_WELL:
        wrong.append("the writer met what it may not meet")
    found = keys(folder)
    with Ledger.open(found.folders.ledger, found.key()) as ledger:
        entered = [reading.balance.cards[0].balance for reading in ledger.history(1, -1)]
    if entered != confirmed:
        wrong.append(f"{len(confirmed)} readings confirmed, {len(entered)} there")
    if verify(found.folders.ledger, key=found.key()):
        wrong.append("verify finds something")
    shutil.rmtree(folder / "saldo-jht")
    return len(confirmed), wrong


def _change(folder: Path, rounds: int) -> list[str]:
    _use(folder)
    wrong: list[str] = []
    stdout, sys.stdout = sys.stdout, Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    try:
        for _, deed in zip(range(rounds), cycle(OVER_AND_OVER), strict=False):
            if run("ledger", [deed]) != 0:
                wrong.append(f"{deed} did not succeed")
    finally:
        sys.stdout.close()
        sys.stdout = stdout
    return wrong


def _write(folder: Path, pipe: int) -> None:
    code = ENDED_WRONG
    number = FIRST
    try:
        while not (folder / "stop").exists():
            try:
                add(folder, number)
            except LedgerProblem as problem:
                if problem.code not in WHILE_IT_CHANGES:
                    print(f"the writer met {problem.code}", file=sys.stderr)
                    raise
                continue
            say(pipe, number)
            number += 1
            time.sleep(0.002)  # a writer that never rests would never let the other one in
        code = ENDED_WELL
    finally:
        os._exit(code)
