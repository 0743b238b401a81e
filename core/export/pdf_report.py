"""The printed report: latest balances, cards, years and readings of each account, on A4, every figure with its date and source."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from core.export.csv_files import plain
from core.export.record import Record
from core.export.tables import Column, Table, Type, Value, tables
from core.export.texts import one_line
from core.export.words import FileWords
from core.insight.series import card_lines, totals
from core.money import format_rupiah

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

SHOWN = {
    "readings": ("day", "balance", "change", "source", "found_at"),
    "cards": ("day", "kpj", "company", "active", "last_contribution", "balance"),
    "months": ("blth", "kpj", "paid", "wage", "employer", "worker", "source"),
    "years": ("year", "kpj", "opening", "growth", "dues", "growth_on_dues", "taken", "closing"),
}
RIGHT = (Type.MONEY, Type.NUMBER)
INK, GREY, LINE = "#1f2328", "#57606a", "#d0d7de"


def pdf_bytes(records: Sequence[Record], words: FileWords, now: dt.datetime) -> bytes:
    """The report as a PDF. The cards are those of the latest reading; all other tables are whole."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.units import mm
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Spacer

    styles = _styles()
    story: list[Any] = [_paragraph(words.say("title"), styles["title"]), _paragraph(words.say("unofficial"), styles["small"])]
    for number, record in enumerate(records):
        if number:
            story.append(PageBreak())
        story += [Spacer(1, 6 * mm), _paragraph(record.account.name, styles["account"])]
        whole = totals(record.readings)
        if not whole:
            story.append(_paragraph(words.say("parts" if record.readings else "none"), styles["plain"]))
        else:
            latest = whole[-1]
            age = words.say("age", date=latest.day.isoformat(), source=words.code(latest.source.value))
            story += [
                Paragraph(escape(_ascii(format_rupiah(latest.balance.total))), styles["figure"]),
                _paragraph(f"{words.say('latest')}, {age}", styles["small"]),
            ]
        for table in _shown_tables(record):
            if table.name in SHOWN and table.rows:
                story += [Spacer(1, 5 * mm), _paragraph(words.title(table.name), styles["head"]), _table(table, words, styles)]
    out = io.BytesIO()
    document = SimpleDocTemplate(
        out, pagesize=A4, margin=15 * mm, title=words.say("title"), leftMargin=15 * mm, rightMargin=15 * mm
    )
    made = words.say("made_on", date=now.astimezone(dt.UTC).date().isoformat())
    document.build(story, canvasmaker=_numbered(words, made))
    return out.getvalue()


def _shown_tables(record: Record) -> list[Table]:
    """All tables, but of the cards those of the latest balance; where no total is known, each card as it was told last."""
    from dataclasses import replace

    lasts = totals(record.readings)[-1:] or [line.points[-1].readings[0] for line in card_lines(record.readings)]
    latest = next(table for table in tables([replace(record, readings=tuple(lasts))]) if table.name == "cards")
    return [latest if table.name == "cards" else table for table in tables([record])]


def _table(table: Table, words: FileWords, styles: dict[str, Any]) -> Any:
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import LongTable

    places = [place for place, column in enumerate(table.columns) if column.key in SHOWN[table.name]]
    columns = [table.columns[place] for place in places]
    head = [_paragraph(words.column(one.key), styles["figurehead" if one.type in RIGHT else "cellhead"]) for one in columns]
    body = [
        [_cell(row[place], column, words, styles) for place, column in zip(places, columns, strict=True)] for row in table.rows
    ]
    rules = [
        ("LINEBELOW", (0, 0), (-1, 0), 0.8, HexColor(GREY)),
        ("LINEBELOW", (0, 1), (-1, -1), 0.25, HexColor(LINE)),
        ("FONTSIZE", (0, 1), (-1, -1), 8),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        *(("ALIGN", (place, 0), (place, -1), "RIGHT") for place, column in enumerate(columns) if column.type in RIGHT),
    ]
    return LongTable([head, *body], repeatRows=1, style=rules, hAlign="LEFT")


def _cell(value: Value, column: Column, words: FileWords, styles: dict[str, Any]) -> Any:
    if column.type is Type.MONEY and isinstance(value, int):
        return _ascii(format_rupiah(value))
    text = plain(value, column.type, column.key, words)
    return _paragraph(text, styles["cell"]) if column.type is Type.TEXT else text


def _paragraph(text: str, style: Any) -> Any:
    from reportlab.platypus import Paragraph

    return Paragraph(escape(_ascii(one_line(text))), style)


def _ascii(text: str) -> str:
    """What the built-in fonts of PDF can show; a letter they lack is a question mark, never a gap."""
    return text.replace("\u2212", "-").encode("cp1252", "replace").decode("cp1252")


def _styles() -> dict[str, Any]:
    from reportlab.lib.styles import ParagraphStyle as Style

    def style(name: str, size: float, *, bold: bool = False, colour: str = INK, right: bool = False) -> Style:
        font = "Helvetica-Bold" if bold else "Helvetica"
        return Style(name, fontName=font, fontSize=size, leading=size * 1.3, textColor=colour, alignment=2 if right else 0)

    return {
        "title": style("title", 20, bold=True),
        "account": style("account", 14, bold=True),
        "figure": style("figure", 24, bold=True, colour="#0f766e"),
        "head": style("head", 11, bold=True),
        "plain": style("plain", 10),
        "small": style("small", 9, colour=GREY),
        "cellhead": style("cellhead", 8, bold=True),
        "figurehead": style("figurehead", 8, bold=True, right=True),
        "cell": style("cell", 8),
    }


def _numbered(words: FileWords, made: str) -> type[Canvas]:
    """A canvas that knows how many pages there are when it writes their feet."""
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    class Numbered(Canvas):  # type: ignore[misc]
        def __init__(self, *args: Any, **named: Any) -> None:
            super().__init__(*args, **named)
            self._pages: list[dict[str, Any]] = []

        def showPage(self) -> None:  # noqa: N802 - the library's name
            self._pages.append(dict(self.__dict__))
            self._startPage()

        def save(self) -> None:
            for number, page in enumerate(self._pages, start=1):
                self.__dict__.update(page)
                self.setFont("Helvetica", 8)
                self.setFillColor(GREY)
                self.drawString(15 * mm, 10 * mm, _ascii(made))
                foot = words.say("page", page=str(number), pages=str(len(self._pages)))
                self.drawRightString(195 * mm, 10 * mm, _ascii(foot))
                super().showPage()
            super().save()

    return Numbered
