"""What is taken away says the same in every format, to the sen, and can do no harm in the program that opens it."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import zipfile

import pytest
from lxml import etree

from core.blth import Blth
from core.export.bookkeeping import beancount, ledger, qif
from core.export.csv_files import Separators, csv_text
from core.export.movements import Adjustment, movements
from core.export.pdf_report import pdf_bytes
from core.export.record import Record
from core.export.tables import Type, tables
from core.export.words import FILE, FileWords
from core.export.xlsx_file import xlsx_bytes
from core.ledger.entries import MonthLine, Provenance, StoredStatement
from core.models import Account, Balance, Card, Evidence, Reading, Source
from core.statements.statement import Kind, Month, Statement

NOW = dt.datetime(2026, 11, 22, 8, 0, tzinfo=dt.UTC)
SHEET = Provenance(Source.STATEMENT, NOW, import_id=1, statement_id=1)
EVIL = '=HYPERLINK("http://x.invalid","klik")'
YEAR_2025 = Statement(Kind.RSJHT, 2025, opening=100, growth=5, dues=20, growth_on_dues=1, closing=126)


def reading(number: int, day: dt.date, total: int, *, company: str = "PT CONTOH", source: Source = Source.PORTAL) -> Reading:
    card = Card(total, kpj="01234567890", company=company, npp="00012345/000", active=True, last_contribution=Blth(2026, 9))
    found = Evidence("Saldo JHT", "/html/body/p", "Saldo JHT «Rp 1»")
    checked = dt.datetime.combine(day, dt.time(12), dt.UTC)
    return Reading(number, 1, "simulator", source, checked, Balance(total, (card,), evidence=found))


def record(**changes: object) -> Record:
    january = Month(Blth(2026, 1), paid=dt.date(2026, 2, 10), wage=500_000_050, employer=18_500_002, worker=10_000_001)
    given: dict[str, object] = {
        "account": Account(1, "Ibu Contoh", "ibu@contoh.invalid", "simulator"),
        "readings": (reading(1, dt.date(2026, 1, 31), 4_847_154_000), reading(2, dt.date(2026, 3, 31), 4_900_000_050)),
        "months": (MonthLine(january, "01234567890", "00012345/000", "PT CONTOH", (SHEET,)),),
        "statements": (StoredStatement(1, 1, YEAR_2025, (), SHEET),),
    }
    return Record(**{**given, **changes})  # type: ignore[arg-type]


@pytest.fixture(params=["id", "en"])
def words(request: pytest.FixtureRequest) -> FileWords:
    return FileWords.load(request.param)


def table_named(name: str, made: Record) -> list[list[str]]:
    found = next(table for table in tables([made]) if table.name == name)
    return list(csv.reader(io.StringIO(csv_text(found, FileWords.load("en"), Separators.INTERNATIONAL))))


def test_both_languages_have_the_same_words() -> None:
    import tomllib

    said = tomllib.loads(FILE.read_text("utf-8"))
    assert said["id"].keys() == said["en"].keys()
    for part in ("tables", "columns", "codes"):
        assert said["id"][part].keys() == said["en"][part].keys()


def test_an_international_csv_has_decimal_points_and_commas_between() -> None:
    head, first, second = table_named("readings", record())
    assert head[:5] == ["Account", "Date", "Checked at (UTC)", "Balance (IDR)", "Change (IDR)"]
    assert first[:5] == ["Ibu Contoh", "2026-01-31", "2026-01-31 12:00:00", "48471540.00", ""]
    assert second[3:5] == ["49000000.50", "528460.50"]


def test_an_indonesian_csv_has_decimal_commas_and_semicolons_between() -> None:
    years = next(table for table in tables([record()]) if table.name == "years")
    text = csv_text(years, FileWords.load("id"), Separators.INDONESIAN)
    assert text.splitlines()[1] == "Ibu Contoh;2025;;;;1,00;0,05;0,20;0,01;;1,26;lembar RSJHT"


@pytest.mark.parametrize("name", [EVIL, "+1", "-2+3", "@SUM(A1)", "\t=1", "|calc", "%0A=1", "\uff1d1", "\r\n=1+1"])
def test_no_cell_of_a_csv_begins_a_formula(name: str) -> None:
    evil = record(readings=(reading(1, dt.date(2026, 1, 31), 100, company=name),))
    for table in ("cards", "readings"):
        for row in table_named(table, evil):
            for cell in row:
                assert not cell.lstrip().startswith(("=", "+", "@", "|", "%", "\uff1d")), cell
                assert not re.match(r"-\D|-\d+\D", cell.replace("-", "-", 1)) or re.fullmatch(r"-?\d+\.\d\d", cell)


def test_a_balance_that_fell_is_a_negative_number_and_no_text() -> None:
    fell = record(readings=(reading(1, dt.date(2026, 1, 31), 500), reading(2, dt.date(2026, 2, 28), 100)))
    assert table_named("readings", fell)[2][4] == "-4.00"


def sheets(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return {name: book.read(name).decode() for name in book.namelist() if name.endswith(".xml")}


def texts(part: str) -> list[str]:
    return [found.text or "" for found in etree.fromstring(part.encode()).iter("{*}t")]


def test_a_workbook_holds_numbers_and_dates_but_no_formula(words: FileWords) -> None:
    evil = record(readings=(reading(1, dt.date(2026, 1, 31), 4_847_154_050, company=EVIL),))
    parts = sheets(xlsx_bytes(tables([evil]), words, NOW))
    first = etree.fromstring(parts["xl/worksheets/sheet1.xml"].encode())
    values = [cell.findtext("{*}v") for cell in first.iter("{*}c") if cell.get("t") is None]
    assert "48471540.50" in values and "46053" in values  # the amount, and 31 January 2026 as a day number
    assert not any("<f>" in part for part in parts.values())
    assert EVIL in texts(parts["xl/worksheets/sheet2.xml"])


def test_kpj_and_npp_keep_their_zeros_in_a_workbook(words: FileWords) -> None:
    cards = texts(sheets(xlsx_bytes(tables([record()]), words, NOW))["xl/worksheets/sheet2.xml"])
    assert "01234567890" in cards and "00012345/000" in cards


def test_every_cell_of_a_workbook_says_what_the_csv_says(words: FileWords) -> None:
    """Each at its own place, in a sheet of more rows than are made at once; nothing of the model that it was made from is left."""
    many = record(readings=tuple(reading(n, dt.date(2020, 1, 1) + dt.timedelta(days=n), n * 77 - 90_000) for n in range(4_100)))
    made = tables([many])
    parts = sheets(xlsx_bytes(made, words, NOW))
    for number, table in enumerate(made, start=1):
        sheet = etree.fromstring(parts[f"xl/worksheets/sheet{number}.xml"].encode())
        rows = list(csv.reader(io.StringIO(csv_text(table, words, Separators.INTERNATIONAL))))
        found = {
            cell.get("r"): _shown(cell)
            for cell in sheet.iter("{*}c")
            if not cell.get("r").endswith("1") or len(cell.get("r")) > 2
        }
        wanted = {
            f"{chr(65 + place)}{line}": text
            for line, row in enumerate(rows[1:], start=2)
            for place, (text, column) in enumerate(zip(row, table.columns, strict=True))
            if text and column.type not in (Type.DATE, Type.TIME, Type.MONTH)
        }
        assert {place: found.get(place) for place in wanted} == {place: text.removeprefix("'") for place, text in wanted.items()}
        days = {f"{chr(65 + p)}{line}" for line, row in enumerate(rows[1:], start=2) for p, text in enumerate(row) if text} - set(
            wanted
        )
        assert {place for place in found if place not in wanted} == days
        if table.rows:
            assert sheet.find("{*}dimension").get("ref") == f"A1:{chr(64 + len(table.columns))}{len(table.rows) + 1}"


def _shown(cell: etree._Element) -> str:
    return str(cell.findtext("{*}v") if cell.get("t") is None else "".join(cell.itertext()))


@pytest.mark.parametrize("text", ["_x0041_", "<b>&amp;", "a\u0000b", "\ud800", "x" * 40_000, "  dua  spasi "])
def test_no_text_breaks_a_workbook(words: FileWords, text: str) -> None:
    strange = record(readings=(reading(1, dt.date(2026, 1, 31), 1, company=text),))
    cards = etree.fromstring(sheets(xlsx_bytes(tables([strange]), words, NOW))["xl/worksheets/sheet2.xml"].encode())
    (company,) = [_shown(cell) for cell in cards.iter("{*}c") if cell.get("r") == "D2"]
    readable = text.replace("\0", " ").replace("\ud800", " ")
    assert company.replace("_x005F_", "_") == " ".join(readable.split())[:32_767]


def test_the_books_show_at_each_reading_what_was_read() -> None:
    running = 0
    for move in movements(record()):
        running += move.amount
        if isinstance(move, Adjustment):
            assert running == move.balance
    assert running == 4_900_000_050


def test_a_contribution_is_its_own_movement_and_the_rest_an_adjustment() -> None:
    first, paid, second = movements(record())
    assert (first.amount, paid.amount, second.amount) == (4_847_154_000, 28_500_003, 24_346_047)


def test_beancount_asserts_every_reading_on_the_day_after(words: FileWords) -> None:
    text = beancount([record()], words)
    assert "2026-04-01 balance Assets:JHT:Ibu-Contoh  49000000.50 IDR" in text
    assert text.count(" open ") == 3


def of_two_cards() -> Record:
    """What a person typed of two cards, on three days: nowhere the account's balance."""
    cards = [("2026-01-31", 1_000, "01234567890"), ("2026-02-28", 2_000, "09876543210"), ("2026-03-31", 1_100, "01234567890")]
    readings = tuple(
        Reading(number, 1, "p", Source.TYPED, NOW, Balance(sen, (Card(sen, kpj),), as_of=dt.date.fromisoformat(day)))
        for number, (day, sen, kpj) in enumerate(cards, start=1)
    )
    return record(readings=readings, months=(), statements=())


def test_a_balance_of_one_of_two_cards_is_in_no_format_the_accounts(words: FileWords) -> None:
    made = of_two_cards()
    assert [row[3:5] for row in table_named("readings", made)[1:]] == [["", ""]] * 3
    assert [row[-1] for row in table_named("cards", made)[1:]] == ["10.00", "20.00", "11.00"]
    assert movements(made) == []
    assert " balance Assets" not in beancount([made], words)


def test_the_report_says_in_words_that_no_total_is_known(words: FileWords) -> None:
    from pypdf import PdfReader

    shown = " ".join(PdfReader(io.BytesIO(pdf_bytes([of_two_cards()], words, NOW))).pages[0].extract_text().split())
    assert words.say("parts") in shown
    assert "Rp 11" in shown and "Rp 20" in shown and "Rp 31" not in shown


def test_a_name_cannot_break_out_of_a_bookkeeping_file(words: FileWords) -> None:
    nasty = 'PT "X" \\ ; ganti\n2026-01-01 open Assets:Palsu\n!Type:Cash\n^'
    line = MonthLine(Month(Blth(2026, 1), employer=1, worker=1), None, None, nasty, (SHEET,))
    evil = record(account=Account(7, nasty, "x", "p"), months=(line,))
    for text in (beancount([evil], words), ledger([evil], words), qif([evil], words)):
        assert not re.search(r"^2026-01-01 open Assets:Palsu", text, re.MULTILINE)
        assert text.count("!Type:Cash\n") == 0
    assert '"PT \\"X\\"' in beancount([evil], words)


def test_two_people_of_one_name_have_two_books(words: FileWords) -> None:
    twin = record(account=Account(2, "Ibu  Contoh!", "b", "p"))
    assert {"Assets:JHT:Ibu-Contoh", "Assets:JHT:Ibu-Contoh-2"} <= set(
        re.findall(r"Assets:JHT:[\w-]+", ledger([record(), twin], words))
    )


def test_the_report_holds_every_figure_and_its_day(words: FileWords) -> None:
    from pypdf import PdfReader

    text = "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf_bytes([record()], words, NOW))).pages)
    for figure in ("Rp 49.000.000,50", "Rp 48.471.540", "Rp 528.460,50", "2026-03-31", "Ibu Contoh", "2026-11-22", "Rp 1,26"):
        assert figure in text


def test_a_report_of_nothing_says_so(words: FileWords) -> None:
    from pypdf import PdfReader

    empty = Record(Account(1, "Baru <b>", "x", "p"))
    text = PdfReader(io.BytesIO(pdf_bytes([empty], words, NOW))).pages[0].extract_text()
    assert words.say("none") in text and "Baru <b>" in text


def test_all_that_is_exported_of_nothing_is_empty_but_whole(words: FileWords) -> None:
    empty = Record(Account(1, "Baru", "x", "p"))
    assert [len(table.rows) for table in tables([empty])] == [0, 0, 0, 0, 0]
    assert "open" not in beancount([empty], words)
    assert xlsx_bytes(tables([empty]), words, NOW).startswith(b"PK")
