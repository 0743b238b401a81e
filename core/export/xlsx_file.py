"""Tables as one XLSX workbook with typed cells: amounts are numbers, dates are dates, KPJ and NPP stay texts with their zeros."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from core.export.csv_files import CODED
from core.export.tables import Table, Type, Value
from core.export.texts import one_line
from core.export.words import FileWords

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

FORMATS = {
    Type.MONEY: "#,##0.00",
    Type.DATE: "yyyy-mm-dd",
    Type.TIME: "yyyy-mm-dd hh:mm:ss",
    Type.MONTH: "yyyy-mm",
    Type.TEXT: "@",
}
WIDTHS = {Type.MONEY: 18, Type.DATE: 12, Type.TIME: 20, Type.MONTH: 14, Type.TEXT: 24, Type.YES: 12, Type.NUMBER: 10}
MOST_ROWS = 1_048_575  # what a sheet of the format holds below its head


class TooManyRows(ValueError):
    """A table is longer than a sheet can be."""


def xlsx_bytes(tables: Sequence[Table], words: FileWords, now: dt.datetime) -> bytes:
    """The workbook: a sheet a table. Raises TooManyRows.

    An amount goes in as rupiah with its sen: the format's numbers hold 15 digits, and no balance has that many.
    """
    from xlsxwriter import Workbook

    if any(len(table.rows) > MOST_ROWS for table in tables):
        raise TooManyRows
    out = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(out, safe)
    book.set_properties({"title": words.say("title"), "comments": words.say("unofficial"), "created": now.replace(tzinfo=None)})
    formats = {kind: book.add_format({"num_format": code}) for kind, code in FORMATS.items()}
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
    for table in tables:
        sheet = book.add_worksheet(words.title(table.name))
        sheet.freeze_panes(1, 0)
        for position, column in enumerate(table.columns):
            sheet.set_column(position, position, WIDTHS[column.type])
            sheet.write_string(0, position, words.column(column.key), head)
        for number, row in enumerate(table.rows, start=1):
            for position, (value, column) in enumerate(zip(row, table.columns, strict=True)):
                _write(sheet, number, position, value, column.type, column.key in CODED, formats.get(column.type), words)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    book.close()
    return out.getvalue()


def _write(
    sheet: Worksheet, row: int, position: int, value: Value, kind: Type, coded: bool, style: Any, words: FileWords
) -> None:
    """One cell of its own type; nothing is ever written by a call that guesses the type."""
    if value is None:
        return
    match kind:
        case Type.MONEY:
            sheet.write_number(row, position, Decimal(value).scaleb(-2), style)  # type: ignore[arg-type]
        case Type.NUMBER:
            sheet.write_number(row, position, value)
        case Type.YES:
            sheet.write_string(row, position, words.say("yes" if value else "no"))
        case Type.TIME if isinstance(value, dt.datetime):
            sheet.write_datetime(row, position, value.astimezone(dt.UTC).replace(tzinfo=None), style)
        case Type.DATE:
            sheet.write_datetime(row, position, value, style)
        case Type.MONTH:
            sheet.write_datetime(row, position, dt.date(value.year, value.month, 1), style)  # type: ignore[union-attr]
        case _:
            text = str(value)
            sheet.write_string(row, position, words.code(text) if coded else one_line(text), style)
