"""A yearly statement as a PDF, in the layout that public descriptions give of an RSJHT; stamped CONTOH across every page."""

from __future__ import annotations

import io
from typing import Protocol

from core.simulator.accounts import Person
from core.statements.statement import Month, Statement

PAGE = (595.0, 842.0)
SMALL, USUAL = 7.0, 8.0


def statement_pdf(statement: Statement, person: Person) -> bytes:
    """The file. The amounts are written as the statements are (1,234,567.00)."""
    from reportlab.pdfgen.canvas import Canvas

    file = io.BytesIO()
    canvas = Canvas(file, pagesize=PAGE, invariant=1)
    canvas.setTitle("CONTOH")
    paper = _Paper(canvas)
    paper.stamp()
    paper.text(100, 800, f"INFORMASI DANA PESERTA JHT TAHUN {statement.year}", 10)
    paper.text(100, 788, f"Tanggal: 11-02-{(statement.year or 0) + 1}")
    y = 770.0
    for line in _head(statement, person):
        paper.text(40, y, line)
        y -= 12
    y = _table(paper, statement, y - 12)
    _summary(paper, statement, y - 22)
    canvas.save()
    return file.getvalue()


class _Paper:
    """A canvas with the two ways in which a statement's texts stand."""

    def __init__(self, canvas: _Canvas) -> None:
        self._canvas = canvas

    def text(self, x: float, y: float, text: str, size: float = USUAL) -> None:
        self._canvas.setFont("Helvetica", size)
        self._canvas.drawString(x, y, text)

    def right(self, x: float, y: float, text: str, size: float = USUAL) -> None:
        self._canvas.setFont("Helvetica", size)
        self._canvas.drawRightString(x, y, text)

    def stamp(self) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillGray(0.85)
        canvas.setFont("Helvetica-Bold", 90)
        canvas.translate(PAGE[0] / 2, PAGE[1] / 2)
        canvas.rotate(45)
        canvas.drawCentredString(0, 0, "CONTOH")
        canvas.restoreState()


class _Canvas(Protocol):
    """What is used of reportlab's canvas, for the type checker."""

    def setFont(self, name: str, size: float) -> None: ...  # noqa: N802
    def drawString(self, x: float, y: float, text: str) -> None: ...  # noqa: N802
    def drawRightString(self, x: float, y: float, text: str) -> None: ...  # noqa: N802
    def drawCentredString(self, x: float, y: float, text: str) -> None: ...  # noqa: N802
    def setFillGray(self, gray: float) -> None: ...  # noqa: N802
    def saveState(self) -> None: ...  # noqa: N802
    def restoreState(self) -> None: ...  # noqa: N802
    def translate(self, x: float, y: float) -> None: ...
    def rotate(self, degrees: float) -> None: ...


def _money(sen: int | None) -> str:
    return f"{(sen or 0) // 100:,}.{(sen or 0) % 100:02d}"


def _head(statement: Statement, person: Person) -> tuple[str, ...]:
    first = statement.first_month
    return (
        "Kantor Cabang : CONTOH",
        f"NPP/Divisi : {statement.npp}",
        f"Nama Pemberi Kerja : {statement.company}",
        f"Nomor Kartu/NIK/Nomor Peg. : {statement.kpj}/{person.nik}/-",
        f"Nama Peserta : {person.portal_name}",
        f"Keps Awal JHT : {first.month:02d}-{first.year}" if first is not None else "Keps Awal JHT : -",
    )


def _table(paper: _Paper, statement: Statement, y: float) -> float:
    heads = (
        (40, "No"),
        (60, "Tgl Setor"),
        (120, "BL-TH"),
        (165, "Tgl Posting"),
        (240, "Upah*"),
        (310, "Rapel"),
        (400, "Iuran JHT"),
    )
    for x, text in heads:
        paper.text(x, y, text, SMALL)
    paper.text(122, y - 9, "Iuran", SMALL)
    for x, text in ((370, "Pemberi Kerja"), (460, "TK")):
        paper.text(x, y - 9, text, SMALL)
    y -= 24
    for number, month in enumerate(statement.months, 1):
        _row(paper, number, month, y)
        y -= 10
    paper.text(40, y, "Jumlah :", SMALL)
    paper.right(420, y, _money(sum(month.employer or 0 for month in statement.months)), SMALL)
    paper.right(485, y, _money(sum(month.worker or 0 for month in statement.months)), SMALL)
    return y


def _row(paper: _Paper, number: int, month: Month, y: float) -> None:
    paid = month.paid.strftime("%d-%m-%Y") if month.paid is not None else "-"
    for x, text in ((40, f"{number:02d}"), (60, paid), (120, f"{month.blth.month:02d}-{month.blth.year}"), (165, paid)):
        paper.text(x, y, text, SMALL)
    for x, sen in ((275, month.wage), (335, month.rapel), (420, month.employer), (485, month.worker)):
        paper.right(x, y, _money(sen), SMALL)


def _summary(paper: _Paper, statement: Statement, y: float) -> None:
    opening, growth, dues, on_dues = (
        amount or 0 for amount in (statement.opening, statement.growth, statement.dues, statement.growth_on_dues)
    )
    paper.text(40, y, "Summary JHT")
    for x, text in ((40, "URAIAN"), (180, "Nominal"), (300, "URAIAN"), (450, "Nominal")):
        paper.text(x, y - 12, text)
    left = (
        (f"Saldo Awal Per 01-01-{statement.year} :", opening),
        ("Pengembangan Saldo :", growth),
        ("Total Saldo :", opening + growth),
    )
    right = ("Iuran Tahun Berjalan :", dues), ("Pengembangan Iuran :", on_dues), ("Total Iuran :", dues + on_dues)
    for x, column in ((40, left), (300, right)):
        for number, (label, sen) in enumerate(column):
            paper.text(x, y - 24 - 12 * number, label)
            paper.right(x + 200, y - 24 - 12 * number, _money(sen))
    if statement.taken:
        paper.text(40, y - 60, "Saldo yang diambil :")
        paper.right(240, y - 60, _money(statement.taken))
    paper.text(40, y - 72, f"Saldo Akhir Per 31-12-{statement.year} :")
    paper.right(500, y - 72, _money(statement.closing))
