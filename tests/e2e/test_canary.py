"""After a busy run nothing of the person is in any file but the ledger: not in the log, not in the list of hosts, not in what was told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.simulator.accounts import DEMO
from core.simulator.faults import FAULTS
from tests.conftest import private_environment

pytestmark = pytest.mark.journey
ROOT = Path(__file__).resolve().parents[2]
BUSY = (
    "maintenance_200",
    "captcha",
    "otp",
    "unknown_error",
    "get_form",
    "foreign_redirect",
    "wrong_total",
    "reset",
    "error_in_query",
)
LEDGER = ("ledger.sqlite3", "ledger.sqlite3-wal", "ledger.sqlite3-shm")


def check(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **private_environment(home)}
    call = [sys.executable, str(ROOT / "main.py"), "check", "--demo", "--json", *arguments]
    return subprocess.run(
        call, env=environment, cwd=home, capture_output=True, text=True, timeout=60, stdin=subprocess.DEVNULL, check=False
    )


def private_texts(outcome: dict[str, object]) -> set[str]:
    """What belongs to the person: secrets, numbers, names, and every amount as it is written anywhere."""
    cards = outcome["cards"]
    assert isinstance(cards, list)
    totals = [str(outcome["total"]), *(card["balance"] for card in cards)]
    amounts = {form for total in totals for form in (total, total.partition(".")[0], f"{int(float(total)):,}".replace(",", "."))}
    numbers = {str(card[name]) for card in cards for name in ("kpj", "npp", "company") if card[name]}
    person = {DEMO.secret, DEMO.pin or DEMO.secret, DEMO.nik, DEMO.email, DEMO.name, *DEMO.name.split()}
    return {text for text in amounts | numbers | person if len(text) >= 4}


def test_nothing_of_the_person_is_in_any_file_but_the_ledger(home: Path) -> None:
    assert set(BUSY) <= set(FAULTS)
    good = check(home)
    assert good.returncode == 0
    private = private_texts(json.loads(good.stdout.splitlines()[-1]))
    codes = {check(home, "--fault", fault).returncode for fault in BUSY}
    assert codes >= {3, 7, 8}, "the run was busy: several kinds of failures"
    folder = home / ".local" / "share" / "saldo-jht-demo"
    files = [path for path in folder.rglob("*") if path.is_file() and path.name not in LEDGER]
    log = folder / "saldo-jht.log"
    assert log in files
    assert log.read_text("utf-8").count("\n") >= len(codes) - 1, "the log was written to"
    for path in files:
        text = path.read_bytes().decode("utf-8", "replace")
        assert {found for found in private if found in text} == set(), path.name
        assert path.stat().st_mode & 0o777 == 0o600, path.name
    outside = [path for path in home.rglob("*") if path.is_file() and folder not in path.parents]
    assert outside == []
