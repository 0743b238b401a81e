"""The recovery sheet as a page to print: the letters, and the same as a QR code; SVG, PDF or text."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from textwrap import wrap
from xml.sax.saxutils import escape

from core.ledger.key import Key
from core.recovery import letters, sheet_text
from core.whole_file import replace_whole
from core.words import Words

KINDS = (".svg", ".pdf", ".txt")
WIDTH, MARGIN, CODE = 420, 24, 200  # points
LINE = 22
LETTERS = 54  # of running text on a line of 13 points
INK, PAPER = "#000000", "#ffffff"


class NoSuchKind(ValueError):
    """The file's name ends in none of KINDS."""


def write_page(key: Key, path: Path, words: Words, now: dt.datetime) -> None:
    """Write the sheet, for the owner only. Raises NoSuchKind, OSError."""
    kind = path.suffix.lower()
    if kind not in KINDS:
        raise NoSuchKind
    told = [words.say("recovery_title"), words.say("recovery_made", day=now.date().isoformat(), mark=key.mark.hex()[:8])]
    lines = sheet_text(key)
    keep = f"{words.say('recovery_keep')} {words.say('recovery_use')}"
    if kind == ".txt":
        body = "\n".join([*told, "", *lines, "", *wrap(keep, LETTERS), ""]).encode()
    elif kind == ".svg":
        body = _svg(key, told, lines, keep).encode()
    else:
        body = _pdf(key, told, lines, keep)
    replace_whole(path, body)


def code_of(text: str) -> list[list[bool]]:
    """The QR code's squares, row by row, dark ones True."""
    from reportlab.graphics.barcode.qr import QrCodeWidget

    widget = QrCodeWidget(text, barLevel="M")
    widget.qr.make()
    return [[bool(square) for square in row] for row in widget.qr.modules]


def _svg(key: Key, told: list[str], lines: list[str], keep: str) -> str:
    rows = code_of(letters(key))
    side = CODE / len(rows)
    below = wrap(keep, LETTERS)
    height = MARGIN * 2 + LINE * (len(told) + len(lines) + len(below) + 2) + CODE
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}">',
        f'<rect width="100%" height="100%" fill="{PAPER}"/>',
    ]
    at = MARGIN
    for text, font in [
        *((line, "sans-serif") for line in told),
        *((line, "monospace") for line in lines),
        *((line, "sans-serif") for line in below),
    ]:
        at += LINE
        out.append(f'<text x="{MARGIN}" y="{at}" font-family="{font}" font-size="13" fill="{INK}">{escape(text)}</text>')
    top = at + LINE
    squares = "".join(
        f"M{MARGIN + x * side:.2f} {top + y * side:.2f}h{side:.2f}v{side:.2f}h-{side:.2f}z"
        for y, row in enumerate(rows)
        for x, dark in enumerate(row)
        if dark
    )
    return "\n".join([*out, f'<path d="{squares}" fill="{INK}"/>', "</svg>", ""])


def _pdf(key: Key, told: list[str], lines: list[str], keep: str) -> bytes:
    from io import BytesIO

    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    made = BytesIO()
    page = Canvas(made, pagesize=A4, pageCompression=0, invariant=1)
    at = A4[1] - 72
    for font, size, text in [
        *(("Helvetica-Bold" if n == 0 else "Helvetica", 13, line) for n, line in enumerate(told)),
        *(("Courier-Bold", 15, line) for line in lines),
        *(("Helvetica", 9, line) for line in wrap(keep, 2 * LETTERS)),
    ]:
        page.setFont(font, size)
        page.drawString(56, at, text)
        at -= LINE + 4
    rows = code_of(letters(key))
    side = CODE / len(rows)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                page.rect(56 + x * side, at - (y + 1) * side, side, side, stroke=0, fill=1)
    page.save()
    return made.getvalue()
