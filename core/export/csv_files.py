"""Tables as CSV: international (comma, decimal point) or as an Indonesian spreadsheet expects it (semicolon, decimal comma)."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Sequence
from enum import Enum

from core.blth import Blth
from core.export.tables import Column, Table, Type, Value
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
    columns = [
        _cells(values, column, words, decimal)
        for values, column in zip(zip(*table.rows, strict=True), table.columns, strict=False)
    ]
    writer.writerows(zip(*columns, strict=True))
    return out.getvalue()


def _cells(values: Sequence[Value], column: Column, words: FileWords, decimal: str) -> list[str]:
    """A column's cells; what stands in it often is made once."""
    if column.type is Type.MONEY:
        return ["" if value is None else to_wire(value).replace(".", decimal) for value in values]  # type: ignore[arg-type]
    told = {value: plain(value, column.type, column.key, words) for value in set(values)}
    return [told[value] for value in values]


CODED = frozenset({"source", "trigger", "status"})


def plain(value: Value, kind: Type, key: str, words: FileWords) -> str:
    """Any value but an amount as a text that is safe in a cell."""
    match value:
        case None:
            return ""
        case bool():
            return words.say("yes" if value else "no")
        case dt.datetime():
            return value.astimezone(dt.UTC).replace(microsecond=0).isoformat(" ")[:19]
        case dt.date():
            return value.isoformat()
        case Blth() | int():
            return str(value)
    return harmless_cell(words.code(value) if key in CODED else value)
