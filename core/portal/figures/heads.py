"""Header rows: which rows of a table are labels of the columns below them, and what they say."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.portal.blocks import Cell, Table
from core.portal.figures.facts import Page, with_program
from core.portal.figures.labels import KNOWN, NO_LABEL, Kind, Label, Program
from core.portal.figures.shapes import Row, cells_of
from core.portal.figures.values import State


@dataclass(slots=True)
class Head:
    """The columns' labels, as the header rows above say them."""

    labels: list[Label] = field(default_factory=list)

    def at(self, column: int) -> Label:
        """The label of a column; of one without, NO_LABEL."""
        return self.labels[column] if column < len(self.labels) else NO_LABEL

    def columns(self, *kinds: Kind) -> list[int]:
        """The columns of these kinds."""
        return [column for column, label in enumerate(self.labels) if label.kind in kinds]


class Heads:
    """Finds and reads the header rows of one table."""

    def __init__(self, page: Page, table: Table, grid: list[Row]) -> None:
        self.page = page
        self.table = table
        self.grid = grid

    def is_head(self, index: int, depth: int = 0) -> bool:
        """Whether a row holds the labels of the columns below it."""
        if index >= len(self.grid) or depth > 3:
            return False
        cells = cells_of(self.grid[index])
        if index in self.table.headed:
            return bool(cells) and not self._holds_values(cells)
        if len(cells) < 2:
            return False
        state = self.page.values.state
        if any(state(cell.text) in (State.AMOUNT, State.MASKED, State.BROKEN) for cell in cells):
            return False
        if all(cell.head for cell in cells):
            return True
        if any(_speaks_for_itself(cell.text) for cell in cells):
            return False
        if any(state(cell.text) is not State.TEXT for cell in cells) or index + 1 >= len(self.grid):
            return False
        labels = [self.page.labels.of(cell.text) for cell in cells]
        if any(self.page.is_value(cell.text) for cell in cells):
            return False
        known = sum(label.kind in KNOWN for label in labels)
        if known < 2 and not (known and all(label.kind is not Kind.UNKNOWN for label in labels)):
            return False
        if known * 2 < len(cells):
            return False
        below = [cell for cell in self.grid[index + 1] if cell is not None and cell.text]
        if self.is_head(index + 1, depth + 1):
            return True
        same = sum(self.page.labels.of(cell.text).kind in KNOWN and not self.page.is_value(cell.text) for cell in below)
        return bool(below) and same * 2 < max(2, len(below))

    def _holds_values(self, cells: list[Cell]) -> bool:
        """Whether a row that stands among the header's is one of the body's all the same: it holds an amount, or a card's number."""
        values = self.page.values
        return any(
            (values.state(cell.text) is State.AMOUNT and not cell.text.isdecimal()) or values.bare_kpjs(cell.text)
            for cell in cells
        )

    def continues(self, index: int) -> bool:
        """Whether a row is a second header row under spanning header cells."""
        above = self.grid[index - 1]
        spans = len({id(cell) for cell in above}) < len(above) or any(cell is not None and cell.rowspan > 1 for cell in above)
        row = [cell for cell in self.grid[index] if cell is not None and cell.text]
        if not row or any(self.page.values.state(cell.text) is State.AMOUNT for cell in row):
            return False
        if all(cell.head for cell in row):
            return True
        return spans and all(
            self.page.values.state(cell.text) is State.TEXT and not self.page.is_value(cell.text) for cell in row
        )

    def read(self, rows: list[Row]) -> Head:
        """The labels of the columns, from one header row or several."""
        head = Head()
        if len(rows) > 1 and len(rows[-1]) < len(rows[0]):
            self.page.misaligned = True  # a label under a spanning one is missing
        for column in range(max(len(row) for row in rows)):
            cells = list(dict.fromkeys(row[column] for row in rows if column < len(row) and row[column] is not None))
            texts = [cell.text for cell in cells if cell is not None and cell.text]
            label = self.page.labels.of(" ".join(texts))
            own = self.page.labels.of(texts[-1]) if texts else NO_LABEL
            if own.program is not None:
                label = with_program(label, own) if label.program is not Program.BOTH else label._replace(program=own.program)
            if label.date is not None and label.kind is Kind.BALANCE:
                self.page.dates.append(label.date)
            head.labels.append(label)
        return head


def _speaks_for_itself(text: str) -> bool:
    """`Label : value` in one cell."""
    head, colon, value = text.partition(":")
    return bool(colon and head.strip() and value.strip())
