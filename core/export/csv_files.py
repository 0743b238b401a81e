"""Tables as CSV: international (comma, decimal point) or as an Indonesian spreadsheet expects it (semicolon, decimal comma)."""

from __future__ import annotations

import csv
import datetime as dt
import io
from enum import Enum

from core.blth import Blth
from core.export.tables import Table, Type, Value
from core.export.texts import harmless_cell
from core.export.words import FileWords
from core.money import to_wire


class Separators(Enum):
    """Between the cells, and before the sen."""

    INDONESIAN = (";", ",")
    INTERNATIONAL = (",", ".")


def csv_text(table: Table, words: FileWords, separators: Separators) -> str:
    """One table as CSV (RFC 4180: CRLF, quotes doubled). Amounts are rupiah with two decimals and no grouping, dates ISO 8601."""
    between, decimal = separators.value
    out = io.StringIO()
    writer = csv.writer(out, delimiter=between, lineterminator="\r\n")
    writer.writerow([words.column(column.key) for column in table.columns])
    for row in table.rows:
        writer.writerow(
            [_cell(value, column.type, column.key, words, decimal) for value, column in zip(row, table.columns, strict=True)]
        )
    return out.getvalue()


def _cell(value: Value, kind: Type, key: str, words: FileWords, decimal: str) -> str:
    if value is None:
        return ""
    if kind is Type.MONEY and isinstance(value, int):
        return to_wire(value).replace(".", decimal)
    return plain(value, kind, key, words)


CODED = frozenset({"source", "trigger", "status"})


def plain(value: Value, kind: Type, key: str, words: FileWords) -> str:
    """Any value but an amount as a text that is safe in a cell."""
    match value:
        case None:
            return ""
        case bool():
            return words.say("yes" if value else "no")
        case dt.datetime():
            return value.astimezone(dt.UTC).strftime("%Y-%m-%d %H:%M:%S")
        case dt.date():
            return value.isoformat()
        case Blth() | int():
            return str(value)
    return harmless_cell(words.code(value) if key in CODED else value)
