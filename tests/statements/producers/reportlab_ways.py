"""reportlab: text drawn cell by cell, letter by letter, and its own tables (platypus)."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path
from random import Random

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, LEGAL, landscape
from reportlab.lib.styles import ParagraphStyle, getSampleStyleSheet
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas as Pdf
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as PdfTable

from tests.statements.producers.board import Look, draw
from tests.statements.sheet import Block, Lines, Pairs, Sheet, Table, grid, width

FONTS = ("Helvetica", "Times-Roman", "Courier")


class Pieces:
    """A canvas of reportlab; `letters`: every letter is placed by itself, as some report printers do; spaces are only gaps."""

    def __init__(self, pdf: Pdf, font: str, *, letters: bool = False) -> None:
        self.size: tuple[float, float] = pdf._pagesize
        self._pdf, self._font, self._letters = pdf, font, letters

    def text(self, x: float, y: float, text: str, size: float) -> None:
        """Draws a text."""
        self._pdf.setFont(self._font, size)
        if not self._letters:
            self._pdf.drawString(x, self.size[1] - y, text)
            return
        for at, letter in enumerate(text):
            if letter != " ":
                self._pdf.drawString(x + self.width(text[:at], size), self.size[1] - y, letter)

    def width(self, text: str, size: float) -> float:
        """How wide a text is."""
        return float(stringWidth(text, self._font, size))

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draws a line."""
        self._pdf.setLineWidth(0.4)
        self._pdf.line(x1, self.size[1] - y1, x2, self.size[1] - y2)

    def stamp(self, text: str, where: str) -> None:
        """Stamps the page."""
        stamp(self._pdf, self.size, text, where)

    def new_page(self) -> None:
        """Ends the page."""
        self._pdf.showPage()


def stamp(pdf: Pdf, size: tuple[float, float], text: str, where: str) -> None:
    """CONTOH, in the corner or across the page."""
    pdf.saveState()
    if where == "corner":
        pdf.setFont("Helvetica-Bold", 11)
        pdf.setFillColor(colors.red)
        pdf.drawRightString(size[0] - 20, size[1] - 18, text)
    else:
        pdf.setFillColor(colors.Color(0.85, 0.85, 0.85, alpha=0.5))
        pdf.translate(size[0] / 2, size[1] / 2)
        pdf.rotate(38)
        pdf.setFont("Helvetica-Bold", 96)
        pdf.drawCentredString(0, 0, text)
    pdf.restoreState()


def pieces(sheets: Sequence[Sheet], path: Path, rng: Random, *, letters: bool = False, compressed: bool = True) -> None:
    """Every cell by one drawString, or every letter by its own."""
    pdf = Pdf(str(path), pagesize=rng.choice((A4, landscape(A4), LEGAL)), pageCompression=int(compressed))
    pdf.setTitle("CONTOH")
    draw(
        Pieces(pdf, rng.choice(FONTS), letters=letters),
        sheets,
        Look(font=rng.choice((7.5, 8.0, 9.0)), margin=rng.choice((28, 36, 48))),
    )
    pdf.save()


def letters(sheets: Sequence[Sheet], path: Path, rng: Random) -> None:
    """Every letter by its own drawString."""
    pieces(sheets, path, rng, letters=True)


def platypus(sheets: Sequence[Sheet], path: Path, rng: Random) -> None:
    """Paragraphs and tables that flow, with spans and repeated header rows."""
    size = landscape(rng.choice((A4, LEGAL)))
    document = SimpleDocTemplate(
        str(path), pagesize=size, leftMargin=30, rightMargin=30, topMargin=34, bottomMargin=40, title="CONTOH"
    )
    font = rng.choice(FONTS[:2])
    story: list[Flowable] = []
    for number, sheet in enumerate(sheets):
        story += [PageBreak()] if number else []
        for block in sheet.blocks:
            story += [_flowable(block, font), Spacer(1, 6)]
    first = sheets[0]

    def on_page(pdf: Pdf, _: object) -> None:
        stamp(pdf, size, first.stamp, first.stamped)
        pdf.setFont(font, 7)
        if first.footer:
            pdf.drawString(30, 20, first.footer.format(page=pdf.getPageNumber(), pages="-"))
        if first.head:
            pdf.drawString(30, size[1] - 24, first.head)

    document.build(story, onFirstPage=on_page, onLaterPages=on_page)


def _flowable(block: Block, font: str) -> Flowable:
    styles = getSampleStyleSheet()
    if isinstance(block, Lines):
        style = ParagraphStyle(
            "text", parent=styles["Normal"], fontName=font, fontSize=12 if block.title else 8, alignment=int(block.title)
        )
        return Paragraph("<br/>".join(map(escape, block.lines)), style)
    if isinstance(block, Pairs):
        rows: list[list[str]] = []
        for at in range(max(map(len, block.columns))):
            row: list[str] = []
            for column in block.columns:
                pair = column[at] if at < len(column) else ("", "")
                row += [pair[0], f": {pair[1]}" if pair[0] else ""]
            rows.append(row)
        return PdfTable(rows, hAlign="LEFT", style=[("FONT", (0, 0), (-1, -1), font, 8), ("BOTTOMPADDING", (0, 0), (-1, -1), 0)])
    return _table(block, font)


def _table(block: Table, font: str) -> Flowable:
    cells = [[""] * width(block) for _ in grid(block)]
    style: list[tuple[object, ...]] = [("FONT", (0, 0), (-1, -1), font, 7), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    if block.ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.4, colors.black))
    style += [("TOPPADDING", (0, 0), (-1, -1), 1), ("BOTTOMPADDING", (0, 0), (-1, -1), 2)]
    for y, row in enumerate(grid(block)):
        for x, cell in row:
            cells[y][x] = cell.text
            end = (x + cell.columns - 1, y + cell.rows - 1)
            style.append(("ALIGN", (x, y), end, {"l": "LEFT", "c": "CENTER", "r": "RIGHT"}[cell.align]))
            if end != (x, y):
                style.append(("SPAN", (x, y), end))
    return PdfTable(cells, repeatRows=len(block.header), style=style)
