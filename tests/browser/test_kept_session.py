"""A session at rest: encrypted, forgotten key and all, given to nobody but the portal's window; and what the schedule makes of it."""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
from pathlib import Path

import pytest

from core import hidden_visit
from core.errors import VaultReason, VaultUnavailable
from core.kept_session import KeptSession, Safe
from core.ledger import Ledger
from core.models import Account, Attempt, Trigger
from core.portal.profile import Road
from core.schedule import UNKNOWN, Facts, Kind, Plan, Rules, Why, next_check
from core.vault import Vault
from tests.browser.conftest import ROOT, Home
from tests.fakes.keyrings import FakePlace, ForgetfulKeyring, MemoryKeyring

NOW = dt.datetime(2026, 11, 22, 3, tzinfo=dt.UTC)
SESSION = KeptSession(
    ("PHPSESSID=0123456789abcdef-JEJAK; HttpOnly; domain=127.0.0.1; path=/",), ("http://127.0.0.1:1/saldo?JEJAK",)
)


def safe(tmp_path: Path, keyring: object | None = None, refuses: VaultReason | None = None) -> Safe:
    place = FakePlace(keyring if keyring is not None else MemoryKeyring(), refuses)
    return Safe(tmp_path / "portal-1.kept", Vault(find=lambda: place), "account-1-abc")


def test_what_is_kept_comes_back_and_cannot_be_read_from_the_disk(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    safe(tmp_path, keyring).keep(SESSION)
    assert safe(tmp_path, keyring).read() == SESSION
    assert [path.name for path in tmp_path.iterdir()] == ["portal-1.kept"]
    body = (tmp_path / "portal-1.kept").read_bytes()
    assert b"JEJAK" not in body and b"PHPSESSID" not in body and len(set(body)) > 200
    assert "JEJAK" not in json.dumps(list(keyring.kept.values())) and "JEJAK" not in repr(SESSION)


def test_without_its_key_it_is_nothing(tmp_path: Path) -> None:
    safe(tmp_path).keep(SESSION)
    assert safe(tmp_path).read() is None  # another keyring: no key there
    other = safe(tmp_path)
    other.vault.keep_text("account-1-abc-session", "00" * 32)
    assert other.read() is None


@pytest.mark.parametrize("damage", [b"", b"x", b"SQLite format 3\0" * 512])
def test_a_damaged_file_is_no_session(tmp_path: Path, damage: bytes) -> None:
    kept = safe(tmp_path)
    kept.keep(SESSION)
    kept.path.write_bytes(damage)
    assert kept.read() is None


def test_what_has_ended_leaves_the_wish_and_what_is_forgotten_nothing(tmp_path: Path) -> None:
    keyring = MemoryKeyring()
    kept = safe(tmp_path, keyring)
    kept.keep(SESSION)
    kept.end()
    assert kept.path.read_bytes() == b"" and keyring.kept == {} and kept.read() is None
    kept.forget()
    kept.forget()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("keyring", "refuses"), [(None, VaultReason.MISSING), (None, VaultReason.LOCKED), (ForgetfulKeyring(), None)]
)
def test_without_a_keyring_nothing_is_kept(tmp_path: Path, keyring: object | None, refuses: VaultReason | None) -> None:
    with pytest.raises(VaultUnavailable):
        safe(tmp_path, keyring, refuses).keep(SESSION)
    assert list(tmp_path.iterdir()) == []


DEEP = '{"cookies": ["x"], "pages": ["x"], "more": ' + "[" * 90_000
NO_SESSIONS = ["", "{}", "[]", '{"cookies": [], "pages": ["x"]}', '{"cookies": ["x"], "pages": []}', DEEP]


@pytest.mark.parametrize("text", [*NO_SESSIONS, '{"cookies": [1], "pages": ["x"]}', '{"cookies": [""], "pages": ["x"]}'])
def test_anything_else_is_no_session(text: str) -> None:
    with pytest.raises(ValueError):
        KeptSession.of_text(text)


def test_a_session_is_handed_to_no_terminal_and_no_file(home: Home, tmp_path: Path) -> None:
    home.add_account("simulator-sso2023")
    with (tmp_path / "out").open("w") as out:
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "kept-session", "hand", "--account", "#1", "--demo"],
            env=home.environment(),
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert done.returncode == 2 and (tmp_path / "out").read_text() == ""


# the schedule


def plan(*, signed_in: bool, attempts: tuple[Attempt, ...] = ()) -> Plan:
    account = Account(1, "Siti", "siti@example.test", "simulator-sso2023")
    facts = Facts(attempts, Road.PERSON, 7, None, signed_in)
    return next_check(account, facts, Rules("daily"), UNKNOWN, NOW)


def test_a_kept_session_is_looked_at_and_else_the_person_is_reminded() -> None:
    assert plan(signed_in=True).kind is Kind.CHECK
    assert (plan(signed_in=False).kind, plan(signed_in=False).why) == (Kind.REMIND, Why.PERSON_ROAD)


def test_six_hours_lie_between_two_looks_whoever_starts_them(tmp_path: Path) -> None:
    with Ledger.open(tmp_path / "ledger.sqlite3") as ledger:
        account = ledger.add_account("Siti", "siti@example.test", "simulator-sso2023", now=NOW)
        assert hidden_visit.rests_until(ledger, account, NOW) is None
        ledger.begin_attempt(account.id, Trigger.PERSON, now=NOW)
        assert hidden_visit.rests_until(ledger, account, NOW) is None  # the person's own are not counted
        hidden_visit.begin(ledger, account, NOW)
        later = NOW + dt.timedelta(hours=5, minutes=59)
        assert hidden_visit.rests_until(ledger, account, later) == NOW + dt.timedelta(hours=6)
        assert hidden_visit.rests_until(ledger, account, NOW + dt.timedelta(hours=6)) is None
        attempts = tuple(ledger.attempts(account.id))
        found = plan(signed_in=True, attempts=attempts)
        assert found.at is None or found.at >= NOW + dt.timedelta(hours=6)


def test_forgetting_an_account_forgets_its_session(home: Home) -> None:
    home.add_account("simulator-sso2023")
    keyring = home.folder / "keyring.json"
    keyring.write_text("[]")
    program = [sys.executable, "-X", "utf8", str(ROOT / "tests" / "browser" / "program.py")]

    def run(*arguments: str, stdin: str = "") -> int:
        done = subprocess.run(
            [*program, *arguments, "--account", "#1", "--demo"],
            env=home.environment(),
            input=stdin,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return done.returncode

    assert run("kept-session", "keep", stdin=SESSION.text()) == 0
    assert (home.data / "portal-1.kept").stat().st_size > 0 and "-session" in keyring.read_text()
    assert run("ledger", "forget") == 0
    assert not (home.data / "portal-1.kept").exists() and json.loads(keyring.read_text()) == []
