"""The shape of a table before its words are read: spans spread out, repeated titles taken off, layouts told from data."""

from __future__ import annotations

from typing import Final

from core.errors import PageNotUnderstood
from core.portal.blocks import Box, Cell, Line, Table
from core.portal.figures.facts import Page
from core.portal.figures.labels import KNOWN, Kind, Labels

_WIDEST: Final = 60  # columns
_MOST_PLACES: Final = 300_000
Row = list[Cell | None]


def text_at(row: Row, column: int) -> str:
    """The words of one place of a row."""
    cell = row[column] if column < len(row) else None
    return cell.text if cell is not None else ""


def cells_of(row: Row) -> list[Cell]:
    """The cells of a row that say something, each once."""
    return list(dict.fromkeys(cell for cell in row if cell is not None and cell.text))


def is_mere_history(table: Table, page: Page) -> bool:
    """Whether a long table lists months of contributions or wages under a plain header, so that no row of it can hold the balance."""
    if not table.rows or not (0 in table.headed or all(cell.head for cell in table.rows[0])):
        return False
    if any(cell.rowspan > 1 or cell.colspan > 1 for row in table.rows[: table.later_at] for cell in row):
        return False
    labels = [page.labels.of(cell.text) for cell in table.rows[0]]
    kinds = {Kind.CONTRIBUTION if "contribution" in label.families else label.kind for label in labels}  # "Iuran Pemberi Kerja"
    if len(table.later[0]) != len(labels) or kinds & {Kind.BALANCE, Kind.OPENING, Kind.KPJ, Kind.COMPANY, Kind.NPP, Kind.TOTAL}:
        return False
    return bool(kinds & {Kind.MONTH, Kind.YEAR}) and bool(kinds & {Kind.CONTRIBUTION, Kind.MONEY})


def spread(table: Table) -> list[Row]:
    """The rows of a table with colspan and rowspan spread out; a spanning cell stands in every place it covers."""
    if not any(cell.colspan > 1 or cell.rowspan > 1 for row in table.rows for cell in row):  # cost: a table without spans
        return [list(row) for row in table.rows]
    grid: list[Row] = []
    hanging: dict[int, tuple[Cell, int]] = {}
    places = 0
    for cells in table.rows:
        places += len(grid[-1]) if grid else 0
        if places > _MOST_PLACES:
            raise PageNotUnderstood("page_too_large")
        row: Row = []
        waiting = iter(cells)
        while len(row) < _WIDEST:
            place = len(row)
            if place in hanging:
                cell, left = hanging.pop(place)
                if left > 1:
                    hanging[place] = (cell, left - 1)
                row.append(cell)
                continue
            following = next(waiting, None)
            if following is None:
                if hanging and place < max(hanging):
                    row.append(None)
                    continue
                break
            for _ in range(min(following.colspan, _WIDEST - len(row))):
                if following.rowspan > 1:
                    hanging[len(row)] = (following, following.rowspan - 1)
                row.append(following)
        grid.append(row)
    return grid


def untitle(table: Table, labels: Labels) -> None:
    """Tables made for telephones repeat a column's title in each of its cells: it becomes the cell's name."""
    titles: dict[str, int] = {}
    pieces: list[tuple[Cell, str, str]] = []
    for index, row in enumerate(table.rows):
        for cell in row:
            piece = _title_and_rest(cell)
            if piece is not None:
                titles[piece[0]] = titles.get(piece[0], 0) + 1
                pieces.append((cell, *piece))
            elif cell.text:
                titles[cell.text] = titles.get(cell.text, 0) + 1
        if index > 3 and not pieces:
            return  # a long table without titles costs nothing
    for cell, title, rest in pieces:
        if titles[title] > 1 and labels.of(title).kind in KNOWN:
            cell.text, cell.name, cell.box = rest, title, None


def _title_and_rest(cell: Cell) -> tuple[str, str] | None:
    """The two texts of a cell that holds exactly two, or a line of parts."""
    if cell.box is None:
        return None
    lines: list[Line] = []
    waiting: list[Line | Box | Table] = list(reversed(cell.box.items))
    while waiting and len(lines) < 3:
        item = waiting.pop()
        if isinstance(item, Table):
            return None
        if isinstance(item, Box):
            waiting.extend(reversed(item.items))
        else:
            lines.append(item)
    if len(lines) == 1 and len(lines[0].parts) > 1:
        return lines[0].parts[0], " ".join(lines[0].parts[1:])
    return (lines[0].text, lines[1].text) if len(lines) == 2 else None


def as_box(table: Table) -> Box:
    """A table that only lays out a page, as boxes: one a row, one a cell."""
    outer = Box(table.element, "div")
    for cells in table.rows:
        row = Box(cells[0].element, "tr")
        for cell in cells:
            inner = (
                cell.box
                if cell.box is not None
                else Box(cell.element, "td", [Line(cell.text, cell.element, cell.link)] if cell.text else [])
            )
            if inner.items:
                row.items.append(inner)
        if row.items:
            outer.items.append(row)
    return outer


def holds_table(box: Box | None) -> bool:
    """Whether a block holds a table, at whatever depth."""
    return box is not None and any(isinstance(item, Table) or (isinstance(item, Box) and holds_table(item)) for item in box.items)
