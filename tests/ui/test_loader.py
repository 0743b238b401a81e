"""After a check the record is read in pieces, so that the window answers between them: what is shown is what one look would show."""

from __future__ import annotations

import datetime as dt
import sqlite3
from pathlib import Path

import pytest

from core.ledger import Ledger
from core.models import Balance, Card
from core.paths import Folders
from core.settings import Settings
from ui.loader import Loader

NOW = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    made = Folders(tmp_path / "data")
    made.data.mkdir(parents=True)
    for name in ("Siti", "Budi"):
        read(made, name, 10)
    return made


def read(folders: Folders, name: str, amount: int) -> None:
    with Ledger.open(folders.ledger) as ledger:
        known = next((one for one in ledger.accounts() if one.name == name), None)
        account = known or ledger.add_account(name, f"{name}@contoh.invalid", "simulator-es", now=NOW)
        ledger.store_reading(account.id, Balance(amount, (Card(amount, "12345678901"),)), portal="simulator-es", checked_at=NOW)


def amounts(loader: Loader) -> list[list[int | None]]:
    found = loader.look(Settings(), NOW)
    assert found.problem is None
    return [[reading.balance.total for reading in view.history] for view in found.accounts]


def test_what_was_read_in_pieces_is_what_a_look_finds(folders: Folders, monkeypatch: pytest.MonkeyPatch) -> None:
    loader, plain = Loader(folders), Loader(folders)
    assert sum(1 for _ in loader.read_ahead()) == 8  # four pieces for each of the two
    monkeypatch.setattr(Ledger, "unproved", None)  # it is not read once more
    monkeypatch.setattr(Ledger, "prove", None)
    ahead = amounts(loader)
    monkeypatch.undo()
    assert ahead == amounts(plain) == [[10], [10]]
    loader.close()
    plain.close()


def test_what_was_written_between_two_pieces_is_shown(folders: Folders) -> None:
    loader = Loader(folders)
    pieces = loader.read_ahead()
    for _ in range(6):
        next(pieces)
    read(folders, "Siti", 20)
    assert list(pieces) == [None, None]
    assert amounts(loader) == [[10, 20], [10]]
    loader.close()


@pytest.mark.parametrize("steps", range(1, 8))
def test_a_file_that_is_let_go_between_two_pieces_is_not_read_on(folders: Folders, steps: int) -> None:
    loader = Loader(folders)
    pieces = loader.read_ahead()
    for _ in range(steps):
        next(pieces)
    loader.close()
    assert list(pieces) == []


def test_a_figure_that_was_changed_outside_is_not_shown_though_it_was_read(folders: Folders) -> None:
    loader = Loader(folders)
    assert amounts(loader) == [[10], [10]]
    other = sqlite3.connect(folders.ledger)
    for table in ("reading", "card"):
        for (trigger,) in other.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?", (table,)
        ).fetchall():
            other.execute(f"DROP TRIGGER {trigger}")
    other.execute("UPDATE reading SET total = 99 WHERE account_id = 1")
    other.commit()
    other.close()
    assert list(loader.read_ahead()) == [None, None]  # refused where it is proved
    found = loader.look(Settings(), NOW)
    assert found.accounts == () and found.problem is not None
    loader.close()
