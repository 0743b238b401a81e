"""kill -9 at seeded moments of an import: all of it is there afterwards, or nothing; never a part, never a broken ledger.

`uv run python -m tests.e2e.kill_import --moments 200 [--seed 1]` prints how the moments ended and exits with 1 if
one of them left a part behind. A slice of it is in the suite (`test_killed_import.py`).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from core.ledger import Ledger
from tests.e2e.importing import balances, ledger_path, months
from tests.e2e.running import start

YEARS = range(2014, 2026)
CARDS = ("99000000001", "99000000002")
LONGEST_S = 60.0
ENDED_BY_ITSELF = "ended by itself"
BEFORE = "nothing was there"
AFTER = "everything was there"


@dataclass(frozen=True, slots=True)
class Moment:
    """When the process is killed: so long after its start, or so long after it said that it begins to store."""

    seconds: float
    after_storing_begins: bool


class Broken(AssertionError):
    """A part of an import was left behind."""


def moments_of(seed: int, count: int) -> list[Moment]:
    """Most of them around the writing, which is a small part of the whole; the others anywhere."""
    rng = Random(f"kill:{seed}")
    return [Moment(rng.uniform(0, 0.4), True) if number % 4 else Moment(rng.uniform(0, 1.3), False) for number in range(count)]


def files_in(folder: Path) -> list[str]:
    """Forty-eight lists: 576 months and 48 balances."""
    return [make(folder / kpj, year, kpj) for kpj in CARDS for year in YEARS for make in (months, balances)]


def trial(home: Path, files: Sequence[str], moment: Moment, *, full: tuple[int, int, int]) -> str:
    """One import killed; what was there before must still be there, alone or with all of the new. Returns how it ended."""
    before = state(home)
    running = start(home, "import", "--plain", *files, "--json", "--progress")
    assert running.stdout is not None
    try:
        if moment.after_storing_begins:
            _wait_for_storing(running.stdout)
        time.sleep(moment.seconds)
        by_itself = running.poll() is not None
        running.send_signal(signal.SIGKILL)
    finally:
        running.communicate(timeout=LONGEST_S)
    after = state(home)
    if after == before:
        if by_itself:
            raise Broken("it ended by itself and stored nothing")
        return BEFORE
    if after != full:
        raise Broken(f"a part was left behind: {after} of {full}")
    return ENDED_BY_ITSELF if by_itself else AFTER


def state(home: Path) -> tuple[int, int, int]:
    """The statements, months and readings that can be found, of all accounts together. Raises LedgerProblem for a broken ledger."""
    if not ledger_path(home).exists():
        return (0, 0, 0)
    with contextlib.closing(Ledger.open(ledger_path(home))) as ledger:
        accounts = ledger.accounts()
        imports = [entry for entry in ledger.imports.list() if not entry.hidden]
        found = (
            sum(len(ledger.statements(account.id)) for account in accounts),
            sum(len(ledger.months(account.id)) for account in accounts),
            sum(len(ledger.history(account.id, -1)) for account in accounts),
        )
    if bool(accounts) != bool(found[0]) or bool(imports) != bool(found[0]):
        raise Broken(f"{len(accounts)} accounts, {len(imports)} imports, {found}")
    return found


def run(folder: Path, seed: int, count: int) -> Counter[str]:
    """So many trials, each in an empty home. Raises Broken."""
    files = files_in(folder / "files")
    whole = folder / "whole"
    whole.mkdir()
    done = start(whole, "import", "--plain", *files, "--json")
    lines, _ = done.communicate(timeout=LONGEST_S)
    assert done.returncode == 0, lines
    assert {json.loads(line)["status"] for line in lines.splitlines()} == {"ok"}
    full = state(whole)
    ended: Counter[str] = Counter()
    for number, moment in enumerate(moments_of(seed, count)):
        home = folder / f"home-{number}"
        home.mkdir(mode=0o700)
        ended[trial(home, files, moment, full=full)] += 1
    return ended


def _wait_for_storing(lines: Iterable[str]) -> None:
    for line in lines:
        if json.loads(line).get("step") == "storing":
            return


def main() -> int:
    """The command of the docstring above."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            ended = run(Path(folder), chosen.seed, chosen.moments)
        except Broken as problem:
            print(f"BROKEN: {problem}")
            return 1
    for how, count in sorted(ended.items()):
        print(f"{count:5}  {how}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
