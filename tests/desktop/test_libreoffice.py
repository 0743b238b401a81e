"""What is taken away opens in a real spreadsheet with every cell right: amounts as numbers, days as days, numbers of cards with their zeros."""

from __future__ import annotations

import csv
import datetime as dt
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

from core.blth import Blth
from core.export.csv_files import Separators, csv_text
from core.export.record import Record
from core.export.tables import Table, Type, tables
from core.export.words import FileWords
from core.export.xlsx_file import xlsx_bytes
from core.ledger.entries import MonthLine, Provenance, StoredStatement
from core.models import Account, Balance, Card, Evidence, Reading, Source
from core.statements.statement import Kind, Month, Statement
from tests.conftest import private_environment

pytestmark = pytest.mark.desktop
NOW = dt.datetime(2026, 11, 22, 8, 0, tzinfo=dt.UTC)
SHEET = Provenance(Source.STATEMENT, NOW, import_id=1, statement_id=1)
EVIL = ('=HYPERLINK("http://x.invalid","klik")', "@SUM(1+1)", "-2+3", "PT A & B <x>", "00123", "1e5", "2026-01-02")
EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,{shown},false,false,false,-1"


@pytest.fixture(scope="module")
def record() -> Record:
    readings = tuple(_reading(number, EVIL[number % len(EVIL)]) for number in range(300))
    month = Month(Blth(2026, 1), paid=dt.date(2026, 2, 10), wage=500_000_050, employer=18_500_002, worker=10_000_001)
    line = MonthLine(month, "01234567890", "00012345/000", "PT CONTOH", (SHEET,))
    year = Statement(Kind.RSJHT, 2025, opening=100, growth=5, dues=20, growth_on_dues=1, closing=126)
    return Record(
        Account(1, "Ibu Contoh", "ibu@contoh.invalid", "p"), readings, (line,), (StoredStatement(1, 1, year, (), SHEET),)
    )


def _reading(number: int, company: str) -> Reading:
    total = 4_847_154_050 + (number * 7_919_000_013) % 900_000_000 * (-1 if number % 3 else 1)
    card = Card(
        total, kpj="01234567890", company=company, npp="00012345/000", active=number % 2 == 0, last_contribution=Blth(2026, 9)
    )
    at = dt.datetime(2019, 12, 28, 5, 59, 59, tzinfo=dt.UTC) + dt.timedelta(days=number)
    balance = Balance(total, (card,), evidence=Evidence("Saldo JHT", "/html/body/p", "«Rp 1»"))
    return Reading(number + 1, 1, "simulator", Source.PORTAL, at, balance)


def _opened(folder: Path, file: Path, how: str, *options: str) -> None:
    """Have LibreOffice open a file and write what it understood."""
    if shutil.which("soffice") is None:  # 300 MB: not wanted of every machine that tests
        pytest.skip("needs LibreOffice")
    command = ["soffice", "--headless", "--norestore", f"-env:UserInstallation=file://{folder}/profile", *options]
    command += ["--convert-to", how, "--outdir", str(folder), str(file)]
    subprocess.run(
        command, env={"PATH": "/usr/bin:/bin", **private_environment(folder)}, check=True, timeout=180, capture_output=True
    )


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _wanted(table: Table, words: FileWords) -> list[list[str]]:
    """The table's cells as a spreadsheet shows them: what our CSV says, without the apostrophes that guard it."""
    rows = list(csv.reader(csv_text(table, words, Separators.INTERNATIONAL).splitlines()))
    shown = [rows[0]]
    for row in rows[1:]:
        cells = zip(row, table.columns, strict=True)
        shown.append([text.removeprefix("'") if column.type is Type.TEXT else text for text, column in cells])
    return shown


def test_every_cell_of_the_workbook_is_right(tmp_path: Path, record: Record) -> None:
    words = FileWords.load("en")
    file = tmp_path / "all.xlsx"
    file.write_bytes(xlsx_bytes(tables([record]), words, NOW))
    _opened(tmp_path, file, EVERY_SHEET.format(shown="true"))  # as the cells are shown
    for table in tables([record]):
        _same(table, _rows(tmp_path / f"all-{words.title(table.name)}.csv"), _wanted(table, words))


def _same(table: Table, found: list[list[str]], wanted: list[list[str]]) -> None:
    """The same cells: amounts as numbers (they are not compared as texts), months as the day LibreOffice writes for one, all others letter
    by letter."""
    assert len(found) == len(wanted)
    for row, told in zip(found[1:], wanted[1:], strict=True):
        for place, (cell, text) in enumerate(zip(row, told, strict=True)):
            assert _is(cell, text, table.columns[place].type), (table.name, place, cell, text)


def _is(cell: str, text: str, kind: Type) -> bool:
    if kind is Type.MONEY and text:
        return Decimal(cell) == Decimal(text)
    return cell == text or (kind is Type.MONTH and cell == f"{text[5:]}/01/{text[:4]}")


@pytest.mark.parametrize("separators", Separators)
def test_every_cell_of_a_csv_is_right(tmp_path: Path, record: Record, separators: Separators) -> None:
    words = FileWords.load("en")
    (table,) = [one for one in tables([record]) if one.name == "cards"]
    file = tmp_path / "cards.csv"
    file.write_text("\ufeff" + csv_text(table, words, separators), "utf-8", newline="")
    between, language = (59, 1057) if separators is Separators.INDONESIAN else (44, 1033)  # ; Indonesian, or , English (USA)
    texts = "/".join(f"{place}/{10 if column.type is Type.MONEY else 2}" for place, column in enumerate(table.columns, start=1))
    _opened(tmp_path, file, "ods", f"--infilter=CSV:{between},34,76,1,{texts},{language}")
    _opened(tmp_path, tmp_path / "cards.ods", EVERY_SHEET.format(shown="false"))
    found = _rows(next(tmp_path.glob("cards-*.csv")))
    _same(table, found, list(csv.reader(csv_text(table, words, Separators.INTERNATIONAL).splitlines())))
    assert len(found) == 301
