"""Tables: layouts told from data, sections and headers found, each part given to the room that reads its kind."""

from __future__ import annotations

from core.portal.blocks import Cell, Line, Table
from core.portal.figures.beside import Beside
from core.portal.figures.facts import OTHER_MONEY, Context, Scope
from core.portal.figures.groups import subtotals_hold, ungrouped
from core.portal.figures.heads import Head, Heads
from core.portal.figures.labels import KNOWN, NO_LABEL, Kind, Program
from core.portal.figures.pairs import Pairs
from core.portal.figures.periods import period_column, read_periods
from core.portal.figures.records import Records, balance_columns
from core.portal.figures.shapes import Row, as_box, cells_of, holds_table, is_mere_history, spread, untitle
from core.portal.figures.tokens import Token, What
from core.portal.figures.values import State
from core.portal.figures.years import amount

_HEADS_WITHIN = 8  # rows from the top in which an unmarked header is looked for


def read_table(pairs: Pairs, table: Table, context: Context, scope: Scope) -> Token | None:
    """Read one table into the page. Answers a token where the table is only a frame around a value or a label."""
    page = pairs.page
    if table.caption:
        context = context.under(page.labels.of(table.caption))
        pairs.line(Line(table.caption, table.element), context, scope)
    if table.later and not is_mere_history(table, page):
        table.finish()
    untitle(table, page.labels)
    grid = spread(table)
    if not grid:
        return None
    reader = _Reader(pairs, table, grid, context, scope)
    return pairs.box(as_box(table), context, scope) if reader.is_frame() else reader.read()


class _Reader:
    def __init__(self, pairs: Pairs, table: Table, grid: list[Row], context: Context, scope: Scope) -> None:
        self.pairs = pairs
        self.page = pairs.page
        self.table = table
        self.grid = grid
        self.context = context
        self.scope = scope
        self.heads = Heads(pairs.page, table, grid)

    def is_frame(self) -> bool:
        """Whether the table only lays out a page: one column, one row, or cells that hold tables or blocks of their own."""
        rows = self.table.rows
        if all(len(row) == 1 for row in rows):
            return True
        if len(rows) == 1 and not self.heads.is_head(0) and not self._has_columns(self.grid[0]):
            return True
        if any(holds_table(cell.box) for row in rows for cell in row if cell.box is not None):
            return True
        return not self.heads.is_head(0) and any(self._speaks(cell) for row in rows[:40] for cell in row)

    def _has_columns(self, row: Row) -> bool:
        return self.page.columns is not None and len(self.page.columns) == len(row)

    def _speaks(self, cell: Cell) -> bool:
        """Whether a cell of several lines holds labels of its own."""
        if cell.box is None or len(cell.box.items) < 2:
            return False
        return any(not isinstance(item, Line) or self.page.labels.of(item.text).kind in KNOWN for item in cell.box.items)

    def read(self) -> Token | None:
        """Header rows, sections and data rows, from top to bottom."""
        context, scope = self.context, self.scope
        head: Head | None = None
        body: list[Row] = []
        results: list[Token | None] = []
        index = 0
        while index < len(self.grid):
            if self._may_head(index, body) and self.heads.is_head(index):
                results.append(self._body(head, body, context, scope))
                body, end = [], self._end_of_head(index)
                head = self.heads.read(self.grid[index:end])
                index = end
                continue
            row = self.grid[index]
            section = self._section(row)
            if section is not None:
                if not body or not self.page.labels.of(section.text).total:
                    results.append(self._body(head, body, context, scope))
                    body, scope = [], Scope(self.scope)
                    context = self.context.under(self.page.labels.of(section.text))
                self.pairs.line(Line(section.text, section.element, section.link), context, scope)
            elif any(cell is not None and cell.text for cell in row):
                body.append(row)
            index += 1
        if head is not None and not body and len(self.grid) <= 3 and not any(results):
            self.page.columns = head.labels
        results.append(self._body(head, body, context, scope))
        return next((token for token in results if token is not None), None)

    def _end_of_head(self, index: int) -> int:
        end = index + 1
        while (
            end < len(self.grid)
            and end - index < 4
            and ((end in self.table.headed and self.heads.is_head(end)) or self.heads.continues(end))
        ):
            end += 1
        return end

    def _may_head(self, index: int, body: list[Row]) -> bool:
        """Header rows stand at the top, after a section, or are marked as such; deep inside a long table nobody looks for them."""
        if index < _HEADS_WITHIN or not body or index in self.table.headed:
            return True
        return all(cell is None or cell.head for cell in self.grid[index])

    def _section(self, row: Row) -> Cell | None:
        """The one cell of a row that spans the whole table: a heading inside it."""
        first, last = (row[0], row[-1]) if row else (None, None)
        if first is not last and first is not None and last is not None and first.text and last.text:
            return None
        cells = cells_of(row)
        if len(cells) != 1 or len(self.grid) < 2 or self.page.values.state(cells[0].text) is not State.TEXT:
            return None
        return cells[0] if len(row) == 1 or (cells[0].colspan > 1 and cells[0].colspan >= len(row)) else None

    def _body(self, head: Head | None, body: list[Row], context: Context, scope: Scope) -> Token | None:
        """The rows under one header, or under none."""
        if not body:
            return None
        head = self._head_for(head, body)
        beside = Beside(self.pairs, self.table, context, scope)
        if head is None:
            return beside.read(body)
        page = self.page
        for label in head.labels:
            page.hear(label.text, label)
            page.other_money = page.other_money or label.kind in OTHER_MONEY
            page.claims = page.claims or (label.kind is Kind.BALANCE and label.program is Program.JHT and not label.unreal)
        done = Token(What.DONE, "", self.table.element, self.scope)
        balance = balance_columns(head)
        if not balance:
            return done if beside.under(head, body) else None
        records = Records(self.pairs, head, balance, context, scope)
        taken = len(page.figures)
        body = self._without_closing_rows(records, body)
        periods = period_column(records, body)
        if periods is not None and read_periods(records, body, periods):
            return done
        if records.running(body):
            page.dropped.add("only_running_amounts")
            closing = {amount(page, Cell(figure.text, figure.element)) for figure in page.figures[taken:]}
            ends = {amount(page, row[balance[0]]) for row in (body[0], body[-1]) if balance[0] < len(row)}
            page.run_to.append(frozenset(sen for sen in ends if sen is not None))
            page.broken_identity = page.broken_identity or (bool(closing) and not closing & ends)
            return done
        page.broken_identity = page.broken_identity or not subtotals_hold(records, body)
        for row, name in ungrouped(records, body):
            records.read(row, name)
        return done

    def _without_closing_rows(self, records: Records, body: list[Row]) -> list[Row]:
        """Rows that name the closing balance themselves (`Saldo Akhir JHT | 15.050.000`) are read as what they say."""
        if records.head.columns(Kind.KPJ):
            return body
        left: list[Row] = []
        for row in body:
            cells = cells_of(row)
            at = records.balance[0]
            label = self.page.labels.of(cells[0].text) if len(cells) == 2 and at < len(row) and cells[1] is row[at] else NO_LABEL
            if label.kind is Kind.BALANCE and label.strange == 0 and not label.unreal:
                records.cell(label, cells[1], Scope(records.scope), [cell.text for cell in cells])
            else:
                left.append(row)
        return left

    def _head_for(self, head: Head | None, body: list[Row]) -> Head | None:
        """The header of these rows; it may also stand in each cell, or in a table of its own, as scrolling grids write it."""
        if head is None or not any(label.kind in KNOWN for label in head.labels):
            named = [cell.name if cell is not None else "" for cell in body[0]]
            if sum(map(bool, named)) * 2 >= len(named):
                return Head([self.page.labels.of(name) for name in named])
        if head is None and self.page.columns is not None and all(self._has_columns(row) for row in body):
            return Head(self.page.columns)
        return head
