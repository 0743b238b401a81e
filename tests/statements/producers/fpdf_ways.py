"""fpdf2: cells placed one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from fpdf import FPDF

from tests.statements.producers.board import Look, draw
from tests.statements.sheet import Sheet


class Celled:
    """A canvas of fpdf2: every text is a cell."""

    def __init__(self, pdf: FPDF, font: str) -> None:
        self.size = (pdf.w, pdf.h)
        self._pdf, self._font = pdf, font

    def text(self, x: float, y: float, text: str, size: float) -> None:
        """Draws a text."""
        self._pdf.set_font(self._font, size=size)
        self._pdf.set_xy(x, y - size * 0.8)
        self._pdf.cell(w=self._pdf.get_string_width(text), h=size, text=text, align="L")

    def width(self, text: str, size: float) -> float:
        """How wide a text is."""
        self._pdf.set_font(self._font, size=size)
        return float(self._pdf.get_string_width(text))

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draws a line."""
        self._pdf.set_line_width(0.4)
        self._pdf.line(x1, y1, x2, y2)

    def stamp(self, text: str, where: str) -> None:
        """Stamps the page."""
        self._pdf.set_font("helvetica", size=11 if where == "corner" else 90)
        self._pdf.set_text_color(
            200 if where != "corner" else 255, 200 if where != "corner" else 0, 200 if where != "corner" else 0
        )
        if where == "corner":
            self._pdf.text(self.size[0] - 80, 18, text)
        else:
            with self._pdf.rotation(38, self.size[0] / 2, self.size[1] / 2):
                self._pdf.text(self.size[0] / 2 - 200, self.size[1] / 2, text)
        self._pdf.set_text_color(0, 0, 0)

    def new_page(self) -> None:
        """Ends the page."""
        self._pdf.add_page()


def cells(sheets: Sequence[Sheet], path: Path, rng: Random) -> None:
    """Every cell placed and printed."""
    pdf = FPDF(orientation=rng.choice(("landscape", "portrait")), unit="pt", format=rng.choice(("a4", "legal", "letter")))
    pdf.set_auto_page_break(auto=False)
    pdf.set_title("CONTOH")
    pdf.set_margin(0)
    pdf.c_margin = 0
    pdf.add_page()
    draw(Celled(pdf, rng.choice(("helvetica", "times", "courier"))), sheets, Look(font=8.0, margin=30))
    pdf.output(str(path))
