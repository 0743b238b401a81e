"""The rows of a sheet as the XML of the format (ECMA-376, SpreadsheetML): column by column, a few thousand rows at a time.

A cell holds a number, or a text of its own (`inlineStr`), never a formula: there is no way here to write one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from xml.sax.saxutils import escape

from core.blth import Blth
from core.export.tables import Column, Table, Type, Value
from core.export.texts import one_line

ROWS_A_PIECE = 2_000
FIRST_ROW = 2  # below the head
EPOCH = dt.date(1899, 12, 30).toordinal()  # day 0 of the format, as spreadsheets count from March 1900 on
DAY_S = 86_400
LONGEST_TEXT = 32_767  # letters a cell can hold
_ESCAPED = re.compile("(_x[0-9a-fA-F]{4}_)")  # what the format reads as a letter by its number

Shown = Callable[[str, Column], str]  # a text as it goes into a cell of that column


def rows_xml(table: Table, styles: Sequence[str], shown: Shown, yes_no: tuple[str, str]) -> Iterator[bytes]:
    """The `<row>`s of a table. styles: the ` s="…"` of each column's cells, "" for none; yes_no: the words."""
    told: list[dict[Value, str]] = [{} for _ in table.columns]
    for start in range(0, len(table.rows), ROWS_A_PIECE):
        piece = table.rows[start : start + ROWS_A_PIECE]
        numbers = range(FIRST_ROW + start, FIRST_ROW + start + len(piece))
        cells = [
            _cells(values, column, f'<c r="{_letters(place)}', styles[place], numbers, told[place], shown, yes_no)
            for place, (values, column) in enumerate(zip(zip(*piece, strict=True), table.columns, strict=True))
        ]
        lines = (f'<row r="{number}">{"".join(row)}</row>' for number, row in zip(numbers, zip(*cells, strict=True), strict=True))
        yield "".join(lines).encode()


def _cells(
    values: Sequence[Value],
    column: Column,
    begin: str,
    style: str,
    numbers: range,
    told: dict[Value, str],
    shown: Shown,
    yes_no: tuple[str, str],
) -> list[str]:
    """A column's cells; nothing where nothing is known. told: what each value came to before."""
    if column.type is Type.MONEY:
        return [
            f'{begin}{number}"{style}><v>{_rupiah(value)}</v></c>' if value is not None else ""  # type: ignore[arg-type]
            for number, value in zip(numbers, values, strict=True)
        ]
    for value in set(values) - told.keys():
        told[value] = _content(value, column, style, shown, yes_no)
    return [f'{begin}{number}"{told[value]}' if value is not None else "" for number, value in zip(numbers, values, strict=True)]


def _content(value: Value, column: Column, style: str, shown: Shown, yes_no: tuple[str, str]) -> str:
    """A cell from its style on."""
    match column.type:
        case Type.YES:
            return _text(yes_no[not value], style)
        case Type.NUMBER:
            return f"{style}><v>{value}</v></c>"
        case Type.TIME if isinstance(value, dt.datetime):
            return f"{style}><v>{_moment(value)}</v></c>"
        case Type.DATE if isinstance(value, dt.date):
            return f"{style}><v>{value.toordinal() - EPOCH}</v></c>"
        case Type.MONTH if isinstance(value, Blth):
            return f"{style}><v>{dt.date(value.year, value.month, 1).toordinal() - EPOCH}</v></c>"
    return _text(shown(str(value), column), style)


def _text(text: str, style: str) -> str:
    safe = escape(_ESCAPED.sub(r"_x005F\1", one_line(text)[:LONGEST_TEXT]))
    return f'{style} t="inlineStr"><is><t>{safe}</t></is></c>'


def _rupiah(sen: int) -> str:
    """Rupiah with two decimals, to the sen: the format's numbers hold 15 digits, and no balance has that many."""
    return f"{sen // 100}.{sen % 100:02d}" if sen >= 0 else f"-{-sen // 100}.{-sen % 100:02d}"


def _moment(at: dt.datetime) -> str:
    """A time (UTC) in days since day 0."""
    at = at.astimezone(dt.UTC)
    return repr(at.toordinal() - EPOCH + (at.hour * 3600 + at.minute * 60 + at.second) / DAY_S)


def _letters(place: int) -> str:
    """The letter of a column; tables have fewer than 26."""
    return chr(ord("A") + place)
