"""The bytes of a list as rows of cells: its letters, its separator, its limits. What is not certain stays open."""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass

from core.imports.csv_map import MOST_COLUMNS, SEPARATORS

MOST_BYTES = 4_000_000
MOST_ROWS = 20_000
LONGEST_CELL = 2_000
_MOST_TITLES = 5
_NO_TITLE = re.compile(  # figures in thousands, in dollars, or not real; and what is no title but a row
    r"\"|[0-9]{5}|[0-9][.,][0-9]{3}|\b(?:ribu|ribuan|juta|jutaan|thousands?|millions?|usd|dollars?|dolar|sgd|myr|simulasi|estimasi|perkiraan"
    r"|proyeksi|contoh|ilustrasi|estimated?|projected|projection|example|sample)\b|\b(?:000|1000)s?\b",
    re.IGNORECASE,
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


class NotAList(ValueError):
    """Bytes that are no list: not text, too long, or without columns. `code` is for the words file."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the list: its number in the file (1 is the first) and its cells, trimmed."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int | None) -> str:
        """The text of that cell; empty where the row has none."""
        return self.cells[index] if index is not None and index < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Table:
    """The rows that hold anything, all as wide as the widest."""

    separator: str
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        return max(len(row.cells) for row in self.rows)


def text_of(body: bytes) -> str:
    """The letters: by their mark, else strict UTF-8, else windows-1252 (what older spreadsheets write). Raises NotAList."""
    if len(body) > MOST_BYTES:
        raise NotAList("file_too_large")
    encoding = next((name for mark, name in _MARKS if body.startswith(mark)), None)
    try:
        text = body.decode(encoding) if encoding else _unmarked(body)
    except UnicodeDecodeError:
        raise NotAList("csv_not_text") from None
    if any(ord(letter) < 32 and letter not in "\t\r\n" for letter in text):
        raise NotAList("csv_not_text")
    if not text.strip():
        raise NotAList("file_empty")
    return text


def _unmarked(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        return body.decode("cp1252")


def below_titles(text: str) -> str:
    """A list without the titles above its header: lines of words before the first line with a separator, left empty so that the rows
    keep their numbers. A title that changes what the figures mean stays, and the list is refused."""
    lines = text.split("\n")
    first = next((number for number, line in enumerate(lines) if any(mark in line for mark in SEPARATORS.values())), 0)
    titles = [line.strip() for line in lines[:first]]
    if not any(titles) or sum(map(bool, titles)) > _MOST_TITLES or any(_NO_TITLE.search(title) for title in titles):
        return text
    return "\n" * first + "\n".join(lines[first:])


def tables(text: str, separator: str | None) -> list[Table]:
    """The list as it reads with each separator that fits it: two columns at least, and every row equally wide. Raises NotAList.

    One table: the separator is certain. Several: the caller has to find out, or to ask.
    """
    text = below_titles(text)
    first, _, rest = text.partition("\n")
    if first.strip().casefold() in {f"sep={mark}" for mark in SEPARATORS.values()}:  # a spreadsheet's own note
        separator = separator or first.strip()[-1]
        text = "\n" + rest  # so that the rows keep their numbers
    found = [table for mark in ([separator] if separator else SEPARATORS.values()) if (table := _table(text, mark))]
    if not found:
        raise NotAList("csv_no_columns")
    return found


def _table(text: str, separator: str) -> Table | None:
    rows: list[Row] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        for cells in reader:
            if len(cells) > MOST_COLUMNS or any(len(cell) > LONGEST_CELL for cell in cells):
                return None
            trimmed = tuple(" ".join(cell.split()) for cell in cells)
            if any(trimmed):
                rows.append(Row(reader.line_num, trimmed))
            if len(rows) > MOST_ROWS:
                raise NotAList("csv_too_many_rows")
    except csv.Error:
        return None
    widths = {_width(row.cells) for row in rows}
    if not rows or max(widths) < 2:
        return None
    full = {len(row.cells) for row in rows}
    return Table(separator, tuple(rows)) if len(full) == 1 else None


def _width(cells: tuple[str, ...]) -> int:
    """How many columns hold something, empty ones at the end not counted."""
    return max((number for number, cell in enumerate(cells, 1) if cell), default=0)
