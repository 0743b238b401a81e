"""Every command that opens the record takes its passphrase over standard input in the same way: the first line, and what else the command
reads comes after it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.commands import opened
from core.commands.opened import OPENING, OPENING_DEEDS
from core.commands.options import Usage
from core.ledger.cipher import Form, form
from tests.core.commands.computer import OTHER, WORDS, Home
from tests.e2e.importing import statement

Take = Callable[..., tuple[list[str], str | None, bytes]]


@pytest.fixture
def taken() -> Iterator[Take]:
    """What is left of a command's arguments, the passphrase that was read, and what is left of standard input."""
    kept = os.dup(0)

    def take_from(name: str, *argv: str, typed: str) -> tuple[list[str], str | None, bytes]:
        out, into = os.pipe()
        os.write(into, typed.encode())
        os.close(into)
        os.dup2(out, 0)
        os.close(out)
        return opened.take(name, list(argv)), opened.typed_passphrase(), os.read(0, 4096)

    yield take_from
    os.dup2(kept, 0)
    os.close(kept)
    opened.take("machine", [])  # forgets it


@pytest.fixture
def locked(tmp_path: Path) -> Home:
    home = Home(tmp_path / "here")
    home.begin()
    home.lock()
    return home


def test_what_follows_the_passphrase_is_left_for_the_command(taken: Take) -> None:
    told = taken("check", "--passphrase-stdin", "--secrets-stdin", typed=f"{WORDS}\r\nsandi\n123456\n")
    assert told == (["--secrets-stdin"], WORDS, b"sandi\n123456\n")


@pytest.mark.parametrize("name", [*OPENING, *(f"ledger {deed}" for deed in OPENING_DEEDS), "vault forget", "vault keep"])
def test_every_command_that_opens_the_record_takes_it(taken: Take, name: str) -> None:
    command, *deed = name.split()
    assert taken(command, *deed, "--passphrase-stdin", typed=f"{WORDS}\nx") == (deed, WORDS, b"x")


@pytest.mark.parametrize(
    "argv",
    [
        ["check", "--portal", "https://x", "--passphrase-stdin"],
        ["check", "--via-running", "--passphrase-stdin"],
        ["machine", "--passphrase-stdin"],
        ["ledger", "encrypt", "--passphrase-stdin"],
        ["ledger", "unlock", "--passphrase-stdin"],
        ["vault", "ledger-key", "--passphrase-stdin"],
        ["import", "--", "--passphrase-stdin"],  # a file of that name
    ],
)
def test_where_no_record_is_opened_with_it_nothing_is_read(taken: Take, argv: list[str]) -> None:
    assert taken(*argv, typed=f"{WORDS}\n") == (argv[1:], None, f"{WORDS}\n".encode())


def test_after_a_key_that_is_handed_over_comes_the_passphrase_of_another_file(taken: Take) -> None:
    told = taken("ledger", "--ledger-key-stdin", "restore", "--passphrase-stdin", typed=f"{'ab' * 32}\n{WORDS}\nrest")
    assert told == (["restore"], WORDS, b"rest")
    key = opened.given()
    assert key is not None and key.hex() == "ab" * 32


@pytest.mark.parametrize("typed", ["", "\n", "\xff" * 5_000])
def test_no_passphrase_or_far_too_much_of_one_is_said(taken: Take, typed: str) -> None:
    with pytest.raises(Usage):
        taken("history", "--passphrase-stdin", typed=typed)


def test_an_import_takes_the_passphrase_and_then_the_files_password(locked: Home, tmp_path: Path) -> None:
    password = "17051990"
    file = statement(tmp_path, password=password)
    refused = locked.run("import", str(file), "--password-stdin", typed=f"{password}\n")
    assert refused.returncode == 1 and "--passphrase-stdin" in refused.stderr
    locked.good("import", str(file), "--passphrase-stdin", "--password-stdin", typed=f"{WORDS}\n{password}\n")
    listed = locked.good("import", "--list", "--passphrase-stdin", typed=f"{WORDS}\n")
    assert file.name in listed
    locked.good("import", "--undo", "--passphrase-stdin", typed=f"{WORDS}\n")
    locked.good("import", "--typed", "2026-01-31", "42.000.000,00", "--passphrase-stdin", typed=f"{WORDS}\n")
    assert "42.000.000" in locked.good("history", "--passphrase-stdin", typed=f"{WORDS}\n")


def test_a_wrong_passphrase_imports_nothing(locked: Home) -> None:
    before = locked.folders.ledger.read_bytes()
    done = locked.run("import", "--typed", "2026-01-31", "42.000.000,00", "--passphrase-stdin", typed=f"{OTHER}\n")
    assert done.returncode == 1
    assert OTHER not in done.stdout + done.stderr
    assert locked.folders.ledger.read_bytes() == before


def test_a_script_can_change_the_passphrase_and_take_it_away(locked: Home) -> None:
    locked.good("ledger", "rekey", "--passphrase-stdin", typed=f"{WORDS}\n{OTHER}\n")
    assert locked.run("history", "--passphrase-stdin", typed=f"{WORDS}\n").returncode == 1
    assert "41.415.926,53" in locked.good("history", "--passphrase-stdin", typed=f"{OTHER}\n")
    locked.good("ledger", "decrypt", "--passphrase-stdin", typed=f"{OTHER}\n")
    assert form(locked.folders.ledger) is Form.PLAIN


def test_a_new_passphrase_without_the_present_one_changes_nothing(locked: Home) -> None:
    before = locked.folders.ledger.read_bytes()
    assert locked.run("ledger", "rekey", "--passphrase-stdin", typed=f"{OTHER}\n").returncode == 2
    assert locked.run("ledger", "rekey", "--passphrase-stdin", typed=f"{OTHER}\n{WORDS}x\n").returncode == 1
    assert locked.folders.ledger.read_bytes() == before
