"""What a person typed of single cards reaches the window as such: with each card's day, and without a total."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from core.imports.typed import typed_balance
from core.ledger import Ledger
from core.ledger.entries import ImportEntry
from core.paths import Folders
from core.settings import Settings
from ui.loader import Loader
from ui.words.messages import Standing, standing

NOW = dt.datetime(2026, 11, 22, 8, tzinfo=dt.UTC)
A, B = "12345678901", "22345670002"


def enter(folders: Folders, *figures: tuple[str, str, str]) -> None:
    folders.data.mkdir(parents=True, exist_ok=True)
    with Ledger.open(folders.ledger) as ledger:
        account = ledger.add_account("Saya", "saya@contoh.invalid", "p", now=NOW)
        for day, amount, kpj in figures:
            told = typed_balance(day, amount, kpj, today=NOW.date())
            entry = ImportEntry("", told.file_sha256, told.kind, ((account.id, told.statements[0], False),))  # type: ignore[arg-type]
            ledger.imports.add(entry, NOW)


def test_cards_of_different_days_are_told_one_by_one(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "data")
    enter(folders, ("2026-01-31", "10000000", A), ("2026-02-28", "20000000", B), ("2026-03-31", "11000000", A))
    loader = Loader(folders)
    (view,) = loader.look(Settings(), NOW).accounts
    loader.close()
    assert view.latest is None
    assert [(card.kpj, card.balance, day.isoformat()) for card, day in view.parts] == [
        (A, 1_100_000_000, "2026-03-31"),
        (B, 2_000_000_000, "2026-02-28"),
    ]
    assert standing(view) is Standing.PARTS


def test_all_cards_on_one_day_have_a_total(tmp_path: Path) -> None:
    folders = Folders(tmp_path / "data")
    enter(folders, ("2026-01-31", "10000000", A), ("2026-01-31", "20000000", B))
    loader = Loader(folders)
    (view,) = loader.look(Settings(), NOW).accounts
    loader.close()
    assert view.latest is not None and view.latest.balance.total == 3_000_000_000 and view.parts == ()
