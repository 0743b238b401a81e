"""The first import on a machine without any keyring: it is stored, and says that it is in the clear; a dry run stores and says nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.ledger.cipher import Form, form
from tests.e2e.importing import ledger_path, told
from tests.e2e.running import main

pytestmark = pytest.mark.journey
TYPED = ("import", "--typed", "2020-12-31", "31.415.926,53")


def test_what_is_imported_without_a_keyring_is_kept_and_said_to_be_in_the_clear(tmp_path: Path) -> None:
    ran = main(tmp_path, *TYPED, "--dry-run", "--json")
    assert (ran.code, ran.err) == (0, "")
    assert not ledger_path(tmp_path).exists()
    ran = main(tmp_path, *TYPED, "--json")
    assert ran.code == 0
    assert [line["plan"]["ledger"] for line in ran.lines] == ["plain"]
    assert len(ran.err.splitlines()) == 1
    assert "--plain" in ran.err
    assert form(ledger_path(tmp_path)) is Form.PLAIN
    assert told(tmp_path)[2] == 1
    again = main(tmp_path, "import", "--typed", "2021-12-31", "41.415.926,53", "--json")
    assert [line["plan"]["ledger"] for line in again.lines] == [None]  # it is there now, as it is
    assert again.err == ""


def test_it_can_be_locked_with_a_passphrase_afterwards(tmp_path: Path) -> None:
    assert main(tmp_path, *TYPED).code == 0
    locked = main(tmp_path, "ledger", "encrypt", "--passphrase-stdin", "--json", stdin="kuda api sembilan laut\n")
    assert locked.code == 0, locked.err
    assert form(ledger_path(tmp_path)) is Form.ENCRYPTED
    assert b"3141592653" not in b"".join(one.read_bytes() for one in tmp_path.rglob("*") if one.is_file())
    assert main(tmp_path, "history", "--json").code == 1  # and nobody is asked: there is no terminal
