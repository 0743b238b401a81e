"""Saved web pages: the page inside a package or a folder, and a page as lines of words."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import unquote

from core.portal.blocks import Box, Cell, Table, text_of
from core.portal.blocks import Line as BlockLine
from core.portal.document import Document
from core.statements.limits import TooMuch, Unreadable
from core.statements.lines import Line, Word

_SUFFIXES: Final = (".html", ".htm", ".xhtml", ".mhtml", ".mht")
_FRAME: Final = re.compile(rb"<i?frame\b[^<>]{0,500}?\bsrc\s{0,3}=\s{0,3}[\"']?([^\"'<>\s]{1,500})", re.IGNORECASE)
_LOOKED_AT: Final = 1_000_000  # bytes of a page in which its frames are looked for
_MOST_ENTRIES: Final = 5_000
_MOST_PARTS: Final = 500
_CELL: Final = 1000.0  # the made-up width of one column
_SIZE: Final = 10.0
_LETTER: Final = 5.0
_BLANK: Final = 3.0


def page_in_folder(folder: Path) -> Path:
    """The one page of a folder ("web page, complete"). Raises Unreadable where there is none or more than one."""
    found: list[Path] = []
    for number, path in enumerate(sorted(folder.iterdir())):
        if number > _MOST_ENTRIES:
            raise Unreadable("too_large")
        if path.suffix.lower() in _SUFFIXES and path.is_file():
            found.append(path)
    if len(found) != 1:
        raise Unreadable("several_pages" if found else "no_page")
    return found[0]


def page_in_frame(page: Path, data: bytes) -> Path | None:
    """The one page that a saved page shows in a frame, out of the folder that was saved beside it ("NAME_files"); None where there is
    none or more than one."""
    folder = page.with_name(f"{page.stem}_files")
    found: set[Path] = set()
    for match in _FRAME.finditer(data[:_LOOKED_AT]):
        place = unquote(match[1].decode("utf-8", "replace")).removeprefix("./")
        name = place.removeprefix(f"{folder.name}/")
        if place != name and "/" not in name and "\\" not in name and name.lower().endswith(_SUFFIXES):
            found.add(folder / name)
    pages = [path for path in found if path.is_file()]
    return pages[0] if len(pages) == 1 else None


def page_in_package(data: bytes) -> tuple[bytes, str | None]:
    """The main page of a package (.mhtml) and its content type. Raises Unreadable, TooMuch."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    pages: list[tuple[str | None, str | None, bytes, str]] = []
    parts = 0
    for part in message.walk():
        parts += 1
        if parts > _MOST_PARTS:
            raise TooMuch
        if part.get_content_type() not in ("text/html", "application/xhtml+xml"):
            continue
        body = part.get_payload(decode=True)
        if isinstance(body, bytes) and body.strip():
            kind = f"text/html; charset={part.get_content_charset()}" if part.get_content_charset() else "text/html"
            pages.append((part.get("Content-Location"), part.get("Content-ID"), body, kind))
    if not pages:
        raise Unreadable("no_page")
    wanted = message.get("Snapshot-Content-Location")
    start = message.get_param("start")
    for location, name, body, kind in pages:
        if (wanted and location == wanted) or (isinstance(start, str) and name == start):
            return body, kind
    if not _is_whole(data, message):
        raise Unreadable("cut_off")
    return pages[0][2], pages[0][3]


def _is_whole(data: bytes, message: email.message.Message) -> bool:
    boundary = message.get_boundary()
    return boundary is None or f"--{boundary}--".encode("ascii", "replace") in data[-2000 - len(boundary) :]


def lines_of_page(document: Document) -> list[Line]:
    """A page as lines of words: a table's row is a line, each cell in the middle of its columns; every other line is its own."""
    rows: list[list[Word]] = []
    _box(document.blocks.root, rows)
    return [Line(1, number, float(number), tuple(words)) for number, words in enumerate((row for row in rows if row), 1)]


def _box(box: Box, rows: list[list[Word]]) -> None:
    for item in box.items:
        if isinstance(item, Box):
            _box(item, rows)
        elif isinstance(item, Table):
            _table(item, rows)
        else:
            rows.append(_laid(item.text.split(), 0.0, 20 * _CELL, left=True))


def _table(table: Table, rows: list[list[Word]]) -> None:
    table.finish()
    if table.caption:
        rows.append(_laid(table.caption.split(), 0.0, 20 * _CELL, left=True))
    covered: dict[int, int] = {}  # columns that a cell above still covers, and for how many rows
    for cells in table.rows:
        if any(cell.box is not None and _holds_table(cell.box) for cell in cells):  # a table that only lays the page out
            for cell in cells:
                _box(cell.box or Box(cell.element, "td", [BlockLine(cell.text, cell.element)]), rows)
            continue
        rows.append(_row(cells, covered))


def _holds_table(box: Box) -> bool:
    return any(isinstance(item, Table) or (isinstance(item, Box) and _holds_table(item)) for item in box.items)


def _row(cells: Sequence[Cell], covered: dict[int, int]) -> list[Word]:
    """The words of one row, each in the middle of its cell; columns covered from above stay free."""
    words: list[Word] = []
    column = 0
    now = dict(covered)
    covered.clear()
    covered.update({index: left - 1 for index, left in now.items() if left > 1})
    for cell in cells:
        while column in now:
            column += 1
        text = cell.text if cell.box is None else text_of(cell.box)
        words += _laid(text.split(), column * _CELL + 20, (column + cell.colspan) * _CELL - 20)
        if cell.rowspan > 1:
            covered.update(dict.fromkeys(range(column, column + cell.colspan), cell.rowspan - 1))
        column += cell.colspan
    return words


def _laid(texts: list[str], x0: float, x1: float, *, left: bool = False) -> list[Word]:
    """Words side by side in the middle of their cell (at its left edge), made narrower where they would not fit."""
    if not texts:
        return []
    natural = sum(len(text) * _LETTER for text in texts) + _BLANK * (len(texts) - 1)
    scale = min(1.0, (x1 - x0) / natural)
    at = x0 if left else (x0 + x1 - natural * scale) / 2
    out = []
    for text in texts:
        end = at + len(text) * _LETTER * scale
        out.append(Word(text, at, end, _SIZE))
        at = end + _BLANK * scale
    return out
