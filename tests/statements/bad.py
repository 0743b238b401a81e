"""Files that must be refused, each by its name and with the status it must get."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from PySide6.QtCore import QBuffer, QIODevice
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas as Pdf

from core.statements.statement import FileStatus
from tests.statements import facts, layout, others, truth
from tests.statements.case import Case, one
from tests.statements.facts import CardYear, Traits
from tests.statements.good import drawn
from tests.statements.producers import qt_ways
from tests.statements.producers.all_ways import WAYS
from tests.statements.producers.reportlab_ways import stamp
from tests.statements.protect import CIPHERS, protected
from tests.statements.sheet import Cell, Sheet, Table
from tests.statements.style import Style

NEEDED = one(FileStatus.PASSWORD_NEEDED)
UNREADABLE = one(FileStatus.UNREADABLE_FILE)
NOT_UNDERSTOOD = one(FileStatus.PAGE_NOT_UNDERSTOOD)
NO_BALANCE = one(FileStatus.NO_BALANCE)
_MILLION = 100_000_000  # sen


def cases(way: str, seed: int = 1) -> list[Case]:
    """Every bad file, those that are drawn by that way."""
    rng = Random(f"bad:{seed}:{way}")
    card = facts.card_year(rng, 2020, Traits(taken=True))
    return [
        *_locked(card, way),
        *_cut(card, way),
        *_pictures(card, rng),
        *_no_pdf(rng),
        *_tampered(card, way),
        *_others(card, way),
    ]


def _locked(card: CardYear, way: str) -> list[Case]:
    make = drawn([card], Style(), way, "terkunci")
    birth = f"{card.person.birth:%d%m%Y}"
    without = [Case(f"locked with {cipher}", "locked", protected(make, birth, cipher), NEEDED) for cipher in CIPHERS]
    wrong = [
        Case(f"wrong password for {cipher}", "locked", protected(make, birth, cipher), NEEDED, password="01011970")
        for cipher in CIPHERS
    ]
    return without + wrong


def _cut(card: CardYear, way: str) -> list[Case]:
    def cut(folder: Path, part: float) -> Path:
        path = drawn([card], Style(), way, f"terpotong-{part}")(folder)
        data = path.read_bytes()
        path.write_bytes(data[: int(len(data) * part)])
        return path

    return [Case(f"cut at {part:.0%}", "cut", partial(cut, part=part), UNREADABLE) for part in (0.02, 0.3, 0.6, 0.95)]


def jpeg(card: CardYear, style: Style | None = None) -> bytes:
    """A picture of the statement's first page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    qt_ways.picture([layout.sheet(card, style or Style())]).save(buffer, "JPEG", 80)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _pictures(card: CardYear, rng: Random) -> list[Case]:
    def scan(folder: Path, *, written: bool, pages: int) -> Path:
        path = folder / f"pindaian-{written}-{pages}.pdf"
        pdf = Pdf(str(path), pagesize=landscape(A4))
        for _ in range(pages):
            pdf.drawImage(ImageReader(io.BytesIO(jpeg(card))), 0, 0, *landscape(A4))
            if written:
                stamp(pdf, landscape(A4), "CONTOH", "corner")
            pdf.showPage()
        pdf.save()
        return path

    return [
        Case("a scan", "scan", partial(scan, written=False, pages=1), UNREADABLE),
        Case("a scan with a stamp of text", "scan", partial(scan, written=True, pages=1), UNREADABLE),
        Case("a scan of three pages", "scan", partial(scan, written=False, pages=3), UNREADABLE),
    ]


def _no_pdf(rng: Random) -> list[Case]:
    def zipped() -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as archive:
            archive.writestr("word/document.xml", "<w:document>CONTOH Saldo Akhir 1.000.000,00</w:document>")
        return buffer.getvalue()

    noise = rng.randbytes(20_000)
    contents: dict[str, Callable[[], bytes]] = {
        "a photograph": lambda: jpeg(facts.card_year(Random(1), 2020)),
        "a zip": zipped,
        "nothing": lambda: b"",
        "noise": lambda: noise,
        "noise behind a PDF's first line": lambda: b"%PDF-1.7\n" + noise,
        "only a PDF's first line": lambda: b"%PDF-1.4\n%%EOF\n",
        "a program": lambda: b"\x7fELF\x02\x01\x01" + noise,
    }

    def write(folder: Path, name: str) -> Path:
        path = folder / f"{name.replace(' ', '-')}.pdf"
        path.write_bytes(contents[name]())
        return path

    return [Case(f"{name}, called .pdf", "no pdf", partial(write, name=name), UNREADABLE) for name in contents]


def sheet_case(name: str, family: str, sheets: Sequence[Sheet], way: str, expect: frozenset[FileStatus]) -> Case:
    """A case of sheets that were changed by hand."""

    def make(folder: Path) -> Path:
        path = folder / f"{name.replace(' ', '-')}.pdf"
        WAYS[way](sheets, path, Random(name))
        return path

    return Case(name, family, make, expect)


def edited(sheet: Sheet, edit: Callable[[list[list[Cell]]], None]) -> Sheet:
    """The sheet with the rows of its months' table edited."""
    blocks = list(sheet.blocks)
    at = next(
        i
        for i, block in enumerate(blocks)
        if isinstance(block, Table) and any(cell.text.startswith("Jumlah") for cell in block.rows[-1])
    )
    table = blocks[at]
    assert isinstance(table, Table)
    rows = [list(row) for row in table.rows]
    edit(rows)
    blocks[at] = replace(table, rows=tuple(map(tuple, rows)))
    return replace(sheet, blocks=tuple(blocks))


def _tampered(card: CardYear, way: str) -> list[Case]:
    style = Style()
    true = layout.sheet(card, style)

    def summary(**changes: int) -> Sheet:
        return layout.sheet(replace(card, **changes), style)  # type: ignore[arg-type]

    def put(row: int, column: int, sen: int) -> Callable[[list[list[Cell]]], None]:
        def edit(rows: list[list[Cell]]) -> None:
            rows[row][column] = replace(rows[row][column], text=style.money(sen))

        return edit

    line = card.lines[3]
    employer = 6  # No, paid, blth, posted, wage, rapel, then the dues
    sheets = {
        "closing a million more": summary(closing=card.closing + _MILLION),
        "closing one sen more": summary(closing=card.closing + 1),
        "opening changed": summary(opening=card.opening + 10 * _MILLION),
        "growth changed": summary(growth=card.growth + 100_000),
        "taken left out of the account": summary(taken=0),
        "dues and closing changed alike": summary(dues=card.dues + _MILLION, closing=card.closing + _MILLION),
        "a month's dues changed": edited(true, put(4, employer, line.employer + 1_000_000)),
        "a month's worker's dues changed": edited(true, put(4, employer + 1, line.worker + 100)),
        "a sum changed": edited(true, put(-1, 1, card.total("employer") + 1_000_000)),
        "the worker's sum changed": edited(true, put(-1, 2, card.total("worker") - 1_000_000)),
        "a month struck out": edited(true, lambda rows: rows.pop(5) and None),
        "a month doubled": edited(true, lambda rows: rows.insert(5, rows[5])),
    }
    made = [sheet_case(name, "tampered", [sheet], way, NOT_UNDERSTOOD) for name, sheet in sheets.items()]
    second = layout.sheet(facts.card_year(Random(5), 2020), style)
    made.append(
        sheet_case("one of two cards tampered with", "tampered", [second, sheets["closing a million more"]], way, NOT_UNDERSTOOD)
    )
    return made


def _others(card: CardYear, way: str) -> list[Case]:
    made = [sheet_case(name, "other document", [sheet], way, NOT_UNDERSTOOD) for name, sheet in others.sheets(card).items()]
    made += [sheet_case(name, "no balance", [sheet], way, NO_BALANCE) for name, sheet in others.empty(card).items()]
    made += _ambiguous(card, way)
    return made


def _ambiguous(card: CardYear, way: str) -> list[Case]:
    """Numbers that contradict each other are refused; where only one reading makes sense, that one or a refusal is right."""
    made = []
    small = facts.card_year(Random(3), 2020, Traits(first_year=True, pension=False, wage=450_000, months=2))
    for numbers in ("en0", "id0"):
        style = Style(numbers=numbers)
        case = sheet_case(
            f"only thousands {numbers}", "ambiguous", [layout.sheet(small, style)], way, NOT_UNDERSTOOD | one(FileStatus.OK)
        )
        made.append(replace(case, truths=(truth.of(small, style),)))
    english, indonesian = Style(), Style(numbers="id")
    true = layout.sheet(card, english)
    mixed = replace(true, blocks=(*true.blocks[:3], layout.table_of(card, indonesian), *true.blocks[4:]))
    case = sheet_case("table and summary in two styles", "ambiguous", [mixed], way, NOT_UNDERSTOOD | one(FileStatus.OK))
    made.append(replace(case, truths=(truth.of(card, english),)))

    def dotted(rows: list[list[Cell]]) -> None:
        for row in rows:
            row[:] = [replace(cell, text=cell.text.replace(",", ".")) if cell.align == "r" else cell for cell in row]

    made.append(sheet_case("thousands and sen by the same mark", "ambiguous", [edited(true, dotted)], way, NOT_UNDERSTOOD))
    return made
