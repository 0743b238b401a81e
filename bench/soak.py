"""Ten thousand checks in one process, against the simulator with faults by chance: `uv run python -m bench.soak`

What a check is made of (`core.service.Service`: ledger, log-in, pages, figures) must leave nothing behind. The simulator runs in a
process of its own. Held to: memory, threads, files and sockets at the end within 5 % of those after the first 100 checks; every
attempt in the ledger, with its end. An outcome that its fault does not explain is told. Figures: docs/schedule.md.
"""

from __future__ import annotations

import argparse
import datetime as dt
import gc
import json
import multiprocessing
import random
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from core.errors import CheckError, Status
from core.ledger import Ledger
from core.models import Secrets, Trigger
from core.portal import flow
from core.portal.profile import load
from core.service import Service
from core.simulator import Simulator
from core.simulator.accounts import DEMO
from core.simulator.faults import FAULTS, answers
from core.vault import Vault

ERA_PROFILES = {"es": "simulator-es", "sso2019": "simulator-sso2019"}
LONG = ("hang", "drip_forever", "slow")  # each costs seconds: one check in a thousand
FIRST = 100
WITHIN = 0.05


@dataclass(frozen=True)
class Held:
    """What the process holds: resident memory in kB, threads, open files of any kind, and the sockets among them."""

    rss_kb: int
    threads: int
    files: int
    sockets: int


def held() -> Held:
    """Now, after what is garbage is gone."""
    gc.collect()
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text("ascii").splitlines())
    targets = []
    for entry in list(Path("/proc/self/fd").iterdir()):
        with suppress(OSError):  # the one that listed the folder
            targets.append(str(entry.readlink()))
    return Held(
        int(status["VmRSS"].split()[0]),
        int(status["Threads"]),
        len(targets),
        sum(target.startswith("socket:") for target in targets),
    )


def simulate(pipe: Connection) -> None:
    """The simulator's process: it says where it is, and lives until the other end is closed."""
    with Simulator(hang_s=20) as simulator:
        pipe.send((simulator.root, {era: simulator.url(era) for era in ERA_PROFILES}))
        try:
            pipe.recv()
        except EOFError:
            return


class Clock:
    """Months of checks in minutes: each look is a little later than the last."""

    def __init__(self) -> None:
        self.now = dt.datetime.now(dt.UTC).replace(microsecond=0)

    def __call__(self) -> dt.datetime:
        self.now += dt.timedelta(seconds=1)
        return self.now


def soak(checks: int, seed: int, say: Callable[[str], None]) -> bool:
    """Whether nothing was left behind."""
    chance = random.Random(seed)
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=simulate, args=(there,), daemon=True)
    process.start()
    there.close()
    root, urls = here.recv()
    outcomes: Counter[str] = Counter()
    strange: list[str] = []
    clock, began = Clock(), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.sqlite3") as ledger:
        accounts = {era: ledger.add_account(era, DEMO.email, profile, now=clock()) for era, profile in ERA_PROFILES.items()}
        service = Service(ledger, Vault(), flow.check, clock)
        marks: dict[int, tuple[Held, float]] = {}
        each = ((era, fault) for fault in FAULTS for era in ERA_PROFILES)  # each once, before anything is measured
        for number in range(1, checks + 1):
            era, fault = next(each, None) or _some(chance)
            _set(root, [fault] if fault else [])
            status = _check(service, accounts[era], load(ERA_PROFILES[era]).at(urls[era]))
            outcomes[status.value] += 1
            allowed = answers(fault, era) if fault else {"ok"}
            if status.value not in allowed:
                strange.append(f"{fault} in {era}: {status.value}")
            if number in (FIRST, checks) or number % 1_000 == 0:
                marks[number] = held(), time.perf_counter() - began
                say(f"{number:>6}  {marks[number][0]}  {marks[number][1]:.0f} s")
        written = [ledger.attempts(account.id, 2 * checks) for account in accounts.values()]
    here.close()
    process.join(10)
    ended = sum(attempt.finished_at is not None for found in written for attempt in found)
    say(f"outcomes: {dict(outcomes.most_common())}")
    say(f"attempts in the ledger: {sum(map(len, written))}, with their end: {ended}")
    say(f"outcomes that the fault does not explain: {Counter(strange) or 'none'}")
    first, last = marks[FIRST][0], marks[checks][0]
    flat = all(getattr(last, name) <= getattr(first, name) * (1 + WITHIN) for name in Held.__dataclass_fields__)
    say(f"memory {(last.rss_kb / first.rss_kb - 1) * 100:+.1f} %, threads {first.threads} -> {last.threads}, "
        f"files {first.files} -> {last.files}, sockets {first.sockets} -> {last.sockets}: {'flat' if flat else 'GROWN'}")  # fmt: skip
    return flat and ended == checks


def _some(chance: random.Random) -> tuple[str, str | None]:
    """An era, and a fault of the short ones, or none; rarely one of the long ones."""
    short = [name for name in FAULTS if name not in LONG]
    return chance.choice(tuple(ERA_PROFILES)), chance.choice(LONG if chance.random() < 0.001 else [None, *short])


def _set(root: str, faults: list[str]) -> None:
    body = json.dumps(faults).encode()
    request = urllib.request.Request(f"{root}_simulator/faults", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        answer.read()


def _check(service: Service, account: object, profile: object) -> Status:
    try:
        service.check(
            account,  # type: ignore[arg-type]
            profile,  # type: ignore[arg-type]
            Secrets(DEMO.secret, DEMO.pin),
            trigger=Trigger.SCHEDULE,
            unattended=True,
            remember=False,
            on_step=lambda _step: None,
            on_not_kept=lambda _problem: None,
        )
    except CheckError as error:
        return error.status
    return Status.OK


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checks", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    return 0 if soak(wanted.checks, wanted.seed, lambda line: print(line, flush=True)) else 1


if __name__ == "__main__":
    sys.exit(main())
