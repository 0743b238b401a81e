"""What the tests of `main.py check` share: running it as a real process in an empty home, and reading what it printed."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from core.errors import EXIT_CODES, Status
from core.ledger import Ledger
from core.simulator.accounts import Person
from tests.conftest import private_environment

ROOT = Path(__file__).resolve().parents[2]
MAIN = [sys.executable, str(ROOT / "main.py")]
KEYS = ["status", "portal", "checked_at", "as_of", "total", "cards", "need", "message"]


class Ran:
    """How one process ended."""

    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        self.code, self.out, self.err = done.returncode, done.stdout, done.stderr
        self.lines: list[dict[str, object]] = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]

    @property
    def outcome(self) -> dict[str, object]:
        assert list(self.lines[-1]) == KEYS
        return self.lines[-1]

    @property
    def status(self) -> object:
        assert self.code == EXIT_CODES[Status(str(self.outcome["status"]))]
        return self.outcome["status"]


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV") if name in os.environ}
    return {**kept, "LANG": "id_ID.UTF-8", **private_environment(home), **more}


def main(home: Path, *arguments: str, stdin: str = "", **more: str) -> Ran:
    done = subprocess.run(
        [*MAIN, *arguments], env=environment(home, **more), input=stdin, capture_output=True, text=True, timeout=90, check=False
    )
    assert "Traceback" not in done.stderr
    return Ran(done)


def look(home: Path, url: str, person: Person, *, secret: str | None = None, pin: str | None = None, **more: str) -> Ran:
    """`check --portal` as that person."""
    typed = f"{secret or person.secret}\n{pin or person.pin}\n"
    return main(home, "check", "--portal", url, "--user", person.email, "--secrets-stdin", "--json", stdin=typed, **more)


def start(home: Path, *arguments: str, **more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*MAIN, *arguments],
        env=environment(home, **more),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextlib.contextmanager
def demo_ledger(home: Path) -> Iterator[Ledger]:
    with Ledger.open(home / ".local" / "share" / "saldo-jht-demo" / "ledger.sqlite3") as ledger:
        yield ledger
