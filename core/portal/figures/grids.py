"""Tables that are no <table>: a row of labels over rows of as many values, built of blocks or of spans."""

from __future__ import annotations

from core.portal.blocks import Box, Cell, Line, Table
from core.portal.figures.labels import KNOWN, Kind, Labels
from core.portal.figures.values import State, Values

_MOST_COLUMNS = 12


def with_grids(box: Box, labels: Labels, values: Values) -> list[Line | Box | Table]:
    """The items of a box, with each run of alike rows under a row of labels made a table."""
    items = box.items
    out: list[Line | Box | Table] = []
    place = 0
    while place < len(items):
        head = _cells(items[place]) if place + 1 < len(items) else None
        below = _cells(items[place + 1]) if head is not None else None
        if head is None or below is None or len(head) != len(below) or not _is_head(head, below, labels, values):
            out.append(items[place])
            place += 1
            continue
        table = Table(box.element, [head], headed={0})
        place += 1
        while place < len(items) and (row := _cells(items[place])) is not None and len(row) <= len(head):
            table.rows.append(row)
            place += 1
        out.append(table)
    return out


def _is_head(head: list[Cell], below: list[Cell], labels: Labels, values: Values) -> bool:
    if any(values.state(cell.text) is not State.TEXT or any(c == ":" or c.isdecimal() for c in cell.text) for cell in head):
        return False
    known = [labels.of(cell.text) for cell in head]
    if sum(label.kind in KNOWN for label in known) * 2 < len(head) or not any(label.kind is Kind.BALANCE for label in known):
        return False
    if any(values.is_company(cell.text) or values.is_segment(cell.text) or values.is_status(cell.text) for cell in head):
        return False
    return not any(labels.of(cell.text).kind in KNOWN for cell in below) and any(
        values.state(cell.text) is not State.TEXT for cell in below
    )


def _cells(item: Line | Box | Table) -> list[Cell] | None:
    """The texts of a row: a line of several inline elements, or a block of one-line blocks. None for what is no row."""
    if isinstance(item, Line):
        if item.link or not 2 <= len(item.parts) <= _MOST_COLUMNS:
            return None
        return [Cell(part.strip(), item.element) for part in item.parts]
    if not isinstance(item, Box):
        return None
    if len(item.items) == 1:
        return _cells(item.items[0])
    if len(item.items) > _MOST_COLUMNS:
        return None
    lines = [_one_line(inner) for inner in item.items]
    cells = [Cell(line.text, line.element, link=line.link) for line in lines if line is not None]
    return cells if len(cells) == len(item.items) else None


def _one_line(item: Line | Box | Table) -> Line | None:
    while isinstance(item, Box):
        if len(item.items) != 1:
            return None
        item = item.items[0]
    return item if isinstance(item, Line) else None
