"""What the journeys of `main.py import` share: files in a folder, one real process, its lines."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from core.ledger import Ledger
from tests.e2e.running import Ran, main
from tests.statements import facts
from tests.statements.facts import CardYear, Traits
from tests.statements.good import drawn
from tests.statements.protect import protected
from tests.statements.style import Style

KPJ = "99000000001"
KEYS = [
    *("status", "file", "kind", "year", "kpj", "npp", "company"),
    *("opening", "growth", "dues", "growth_on_dues", "taken", "closing", "months", "proofs", "reason", "message", "plan"),
]
MILLION = 100_000_000  # sen


def run(home: Path, *arguments: str, stdin: str = "", **more: str) -> Ran:
    """`main.py import ARGUMENTS` in that home."""
    return main(home, "import", "--plain", *arguments, stdin=stdin, **more)  # these homes have no keyring


def ledger_path(home: Path) -> Path:
    return home / ".local" / "share" / "saldo-jht" / "ledger.sqlite3"


def told(home: Path, account: int = 1) -> tuple[int, int, int]:
    """How many statements, months and readings the ledger of that home has of the account."""
    with closing(Ledger.open(ledger_path(home))) as ledger:
        return len(ledger.statements(account)), len(ledger.months(account)), len(ledger.history(account))


def accounts(home: Path) -> list[str]:
    with closing(Ledger.open(ledger_path(home))) as ledger:
        return [account.name for account in ledger.accounts()]


def put(folder: Path, name: str, text: str) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def balances(folder: Path, year: int, kpj: str = KPJ) -> str:
    """A list of two balances of a year."""
    return put(
        folder,
        f"saldo-{year}.csv",
        f"Tanggal;Saldo;KPJ\n30/06/{year};Rp 40.000.{year % 1000:03};{kpj}\n31/12/{year};Rp 41.000.000;{kpj}\n",
    )


def months(folder: Path, year: int, kpj: str = KPJ) -> str:
    """A list of twelve months."""
    rows = "".join(f"{year}-{month:02};{kpj};5.000.000,00;185.000,00;100.000,00\n" for month in range(1, 13))
    return put(folder, f"iuran-{year}.csv", f"Bulan;KPJ;Upah;Pemberi Kerja;TK\n{rows}")


def message(folder: Path) -> str:
    return put(folder, "pesan.txt", f"Saldo JHT Anda Rp 48.731.902,00 per 31-10-2025\nKPJ {KPJ}\n")


def card() -> CardYear:
    """An invented year of an invented person."""
    return facts.card_year(Random("import"), 2020, Traits(taken=True))


def statement(folder: Path, *, tampered: bool = False, password: str | None = None) -> Path:
    """A yearly statement as PDF; with a closing that is a million too high; locked."""
    folder.mkdir(parents=True, exist_ok=True)
    true = card()
    shown = replace(true, closing=true.closing + MILLION) if tampered else true
    make = drawn([shown], Style(), "qt_document", "ubahan" if tampered else "rsjht", "1")
    return (protected(make, password) if password else make)(folder)


def files_below(home: Path) -> list[str]:
    """Every file and folder that was made there, but for what a cache may hold."""
    return sorted(str(path.relative_to(home)) for path in home.rglob("*") if not str(path.relative_to(home)).startswith(".cache"))
