"""A new record where nothing can keep a key: a person is asked, a script is told, and nothing is in the clear in silence."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from core import settings
from core.commands.new_ledger import NewLedger, key_or_plain
from core.commands.options import Usage
from core.errors import VaultReason
from core.ledger import Ledger, LedgerProblem, key_file
from core.ledger_keys import LedgerKeys
from core.paths import Folders
from tests.fakes.keyrings import FakePlace

WORDS = "kuda api sembilan laut"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def keys(tmp_path: Path) -> LedgerKeys:
    return LedgerKeys(Folders(tmp_path / "data"), find=lambda: FakePlace(refuses=VaultReason.MISSING))


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """A person at a terminal, who types these; returns what they were asked."""

    def types(*answers: str) -> list[str]:
        asked: list[str] = []
        left = iter(answers)
        for stream in ("stdin", "stdout", "stderr"):
            monkeypatch.setattr(f"sys.{stream}", Terminal())
        monkeypatch.setattr("getpass.getpass", lambda words: (asked.append(words), next(left))[1])
        return asked

    return types


def test_a_script_gets_a_plain_record_and_is_told(
    keys: LedgerKeys, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert key_or_plain(keys) == NewLedger(None, unasked=True)
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.splitlines()) == 1
    assert "ledger encrypt --passphrase-stdin" in said.err
    assert "--plain" in said.err


def test_who_said_so_before_is_told_nothing(keys: LedgerKeys, capsys: pytest.CaptureFixture[str]) -> None:
    assert key_or_plain(keys, plain=True) == NewLedger(None)
    Ledger.open(keys.folders.ledger).close()
    assert key_or_plain(keys) == NewLedger(None)  # it is there, as it is
    assert capsys.readouterr().err == ""


def test_a_person_at_a_terminal_is_asked_for_a_passphrase(keys: LedgerKeys, at_a_terminal: Callable[..., list[str]]) -> None:
    asked = at_a_terminal(WORDS, WORDS)
    made = key_or_plain(keys)
    assert made.key is not None
    assert not made.unasked
    assert len(asked) == 2
    assert [one.keeper for one in key_file.all_of(keys.folders.ledger)] == [key_file.Keeper.PASSPHRASE]


def test_a_person_who_types_nothing_has_chosen_and_is_not_asked_again(
    keys: LedgerKeys, at_a_terminal: Callable[..., list[str]]
) -> None:
    asked = at_a_terminal("")
    assert key_or_plain(keys) == NewLedger(None)
    assert settings.load(keys.folders.settings).ledger_plain
    assert key_or_plain(keys) == NewLedger(None)
    assert len(asked) == 1


@pytest.mark.parametrize("typed", [(WORDS, WORDS + "x"), ("kurang", "kurang")])
def test_a_slip_makes_nothing(keys: LedgerKeys, at_a_terminal: Callable[..., list[str]], typed: tuple[str, str]) -> None:
    at_a_terminal(*typed)
    with pytest.raises(Usage):
        key_or_plain(keys)
    assert not keys.folders.ledger.exists()
    assert key_file.all_of(keys.folders.ledger) == []


@pytest.mark.parametrize("reason", [VaultReason.LOCKED, VaultReason.DENIED, VaultReason.HANGING])
def test_a_keyring_that_only_does_not_answer_now_is_waited_for(
    keys: LedgerKeys, reason: VaultReason, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the record would be in the clear for ever because a dialog was missed once."""
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(LedgerProblem) as problem:
        key_or_plain(LedgerKeys(keys.folders, find=lambda: FakePlace(refuses=reason)))
    assert problem.value.code.startswith("ledger_keyring_")
