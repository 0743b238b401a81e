"""Tables as one XLSX workbook with typed cells: amounts are numbers, dates are dates, KPJ and NPP stay texts with their zeros.

XlsxWriter makes the workbook with its styles, heads, widths and filters, and an empty row of styled cells in each sheet; the rows
themselves are streamed into its sheets (`core.export.xlsx_rows`), which takes a fifth of the time for a hundred thousand of them.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Sequence
from typing import Any

from core.export.csv_files import CODED
from core.export.tables import Column, Table, Type
from core.export.words import FileWords
from core.export.xlsx_rows import rows_xml

FORMATS = {
    Type.MONEY: "#,##0.00",
    Type.DATE: "yyyy-mm-dd",
    Type.TIME: "yyyy-mm-dd hh:mm:ss",
    Type.MONTH: "yyyy-mm",
    Type.TEXT: "@",
}
WIDTHS = {Type.MONEY: 18, Type.DATE: 12, Type.TIME: 20, Type.MONTH: 14, Type.TEXT: 24, Type.YES: 12, Type.NUMBER: 10}
MOST_ROWS = 1_048_575  # what a sheet of the format holds below its head
FAST = 1  # of 9
_MODEL_ROW = re.compile(rb'<row r="2".*?</row>', re.DOTALL)
_STYLE = re.compile(rb'<c r="([A-Z])2"( s="\d+")?')
_EXTENT = re.compile(rb'<dimension ref="[^"]*"/>')


class TooManyRows(ValueError):
    """A table is longer than a sheet can be."""


def xlsx_bytes(tables: Sequence[Table], words: FileWords, now: dt.datetime) -> bytes:
    """The workbook: a sheet a table. Raises TooManyRows."""
    if any(len(table.rows) > MOST_ROWS for table in tables):
        raise TooManyRows
    model, out = _model(tables, words, now), io.BytesIO()
    sheets = {f"xl/worksheets/sheet{number}.xml": table for number, table in enumerate(tables, start=1)}
    with zipfile.ZipFile(model) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=FAST) as book:
        for part in made.infolist():
            table = sheets.get(part.filename)
            if table is None or not table.rows:
                book.writestr(part, made.read(part), compresslevel=FAST)
            else:
                _fill(book, part.filename, made.read(part), table, words)
    return out.getvalue()


def _model(tables: Sequence[Table], words: FileWords, now: dt.datetime) -> io.BytesIO:
    """The workbook with everything but its rows: below each head stand the empty cells whose styles the rows take."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    book = Workbook(out, {"in_memory": True})
    book.set_properties({"title": words.say("title"), "comments": words.say("unofficial"), "created": now.replace(tzinfo=None)})
    formats = {kind: book.add_format({"num_format": code}) for kind, code in FORMATS.items()}
    head: Any = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for table in tables:
        sheet = book.add_worksheet(words.title(table.name))
        sheet.freeze_panes(1, 0)
        for position, column in enumerate(table.columns):
            sheet.set_column(position, position, WIDTHS[column.type])
            sheet.write_string(0, position, words.column(column.key), head)
            if table.rows and column.type in formats:
                sheet.write_blank(1, position, None, formats[column.type])
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    book.close()
    return out


def _fill(book: zipfile.ZipFile, name: str, model: bytes, table: Table, words: FileWords) -> None:
    """The sheet of the model with the table's rows in the place of its empty one."""
    row = _MODEL_ROW.search(model)
    if row is None:
        raise AssertionError("the model has no row")  # every table has a column with a style
    styles = {found[1].decode(): (found[2] or b"").decode() for found in _STYLE.finditer(row[0])}
    letters = [chr(ord("A") + place) for place in range(len(table.columns))]
    extent = f'<dimension ref="A1:{letters[-1]}{len(table.rows) + 1}"/>'.encode()
    yes_no = words.say("yes"), words.say("no")

    def shown(text: str, column: Column) -> str:
        return words.code(text) if column.key in CODED else text

    with book.open(name, "w", force_zip64=True) as sheet:
        sheet.write(_EXTENT.sub(extent, model[: row.start()]))
        for piece in rows_xml(table, [styles.get(letter, "") for letter in letters], shown, yes_no):
            sheet.write(piece)
        sheet.write(model[row.end() :])
