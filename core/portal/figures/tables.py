"""Tables: headers above or beside, two-row heads, spans, cards as rows or as columns, years as rows, pages laid out in tables."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field, replace
from typing import Final

from core.portal.blocks import Box, Cell, Line, Table
from core.portal.figures.facts import OTHER_MONEY, Context, Page, Scope, with_program
from core.portal.figures.labels import KNOWN, MONEY_KINDS, NO_LABEL, Kind, Label, Labels, Program
from core.portal.figures.pairs import ATTRIBUTES, Pairs, Token, What, with_currency
from core.portal.figures.values import State
from core.portal.figures.years import Period, PeriodRow, adds_up, period_of, runs_through

_WIDEST: Final = 60  # columns
Row = list[Cell | None]


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
    if reader.is_frame():
        return pairs.box(_as_box(table), context, scope)
    return reader.read()


def is_mere_history(table: Table, page: Page) -> bool:
    """Whether a long table lists months of contributions or wages under a plain header, so that no row of it can hold the balance."""
    if not table.rows or not (0 in table.headed or all(cell.head for cell in table.rows[0])):
        return False
    if any(cell.rowspan > 1 or cell.colspan > 1 for row in table.rows[: table.later_at] for cell in row):
        return False
    labels = [page.labels.of(cell.text) for cell in table.rows[0]]
    kinds = {label.kind for label in labels}
    if len(table.later[0]) != len(labels) or kinds & {Kind.BALANCE, Kind.OPENING, Kind.KPJ, Kind.COMPANY, Kind.NPP, Kind.TOTAL}:
        return False
    return bool(kinds & {Kind.MONTH, Kind.YEAR}) and bool(kinds & {Kind.CONTRIBUTION, Kind.MONEY})


def spread(table: Table) -> list[Row]:
    """The rows of a table with colspan and rowspan spread out; a spanning cell stands in every place it covers."""
    if not any(cell.colspan > 1 or cell.rowspan > 1 for row in table.rows for cell in row):
        return [list(row) for row in table.rows]
    grid: list[Row] = []
    hanging: dict[int, tuple[Cell, int]] = {}
    for cells in table.rows:
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


def _as_box(table: Table) -> Box:
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


@dataclass(slots=True)
class _Head:
    """The columns' labels, as the header rows above say them."""

    labels: list[Label] = field(default_factory=list)

    def at(self, column: int) -> Label:
        return self.labels[column] if column < len(self.labels) else NO_LABEL

    def columns(self, kind: Kind) -> list[int]:
        return [column for column, label in enumerate(self.labels) if label.kind is kind]


class _Reader:
    def __init__(self, pairs: Pairs, table: Table, grid: list[Row], context: Context, scope: Scope) -> None:
        self.pairs = pairs
        self.page: Page = pairs.page
        self.table = table
        self.grid = grid
        self.context = context
        self.scope = scope

    # ---- what kind of table

    def is_frame(self) -> bool:
        """Whether the table only lays out a page: one column, or cells that hold tables or blocks of their own."""
        if all(len(row) == 1 for row in self.table.rows) or (
            len(self.table.rows) == 1 and not self.is_head(0) and not self._has_columns(self.grid[0])
        ):
            return True
        nested = any(_holds_table(cell.box) for row in self.table.rows for cell in row if cell.box is not None)
        if nested:
            return True
        if self.is_head(0):
            return False
        return any(
            cell.box is not None and len(cell.box.items) > 1 and self._speaks(cell)
            for row in self.table.rows[:40]
            for cell in row
        )

    def _has_columns(self, row: Row) -> bool:
        return self.page.columns is not None and len(self.page.columns) == len(row)

    def _speaks(self, cell: Cell) -> bool:
        """Whether a cell of several lines holds labels of its own."""
        lines = [item for item in (cell.box.items if cell.box else []) if isinstance(item, Line)]
        return len(lines) != len(cell.box.items if cell.box else []) or any(
            self.page.labels.of(line.text).kind in KNOWN for line in lines
        )

    def is_head(self, index: int, depth: int = 0) -> bool:
        """Whether a row holds the labels of the columns below it."""
        if index >= len(self.grid) or depth > 3:
            return False
        cells = list(dict.fromkeys(cell for cell in self.grid[index] if cell is not None and cell.text))
        if index in self.table.headed:
            return bool(cells)
        if len(cells) < 2:
            return False
        states = [self.page.values.state(cell.text) for cell in cells]
        if any(state in (State.AMOUNT, State.MASKED, State.BROKEN) for state in states):
            return False
        if all(cell.head for cell in cells):
            return True
        if any(_speaks_for_itself(cell.text) for cell in cells):
            return False
        if any(state is not State.TEXT for state in states) or index + 1 >= len(self.grid):
            return False
        labels = [self.page.labels.of(cell.text) for cell in cells]
        if any(self._is_value(cell.text) for cell in cells):
            return False
        known = sum(label.kind in KNOWN for label in labels)
        if known < 2 and not (known and all(label.kind is not Kind.UNKNOWN for label in labels)):
            return False
        if known * 2 < len(cells):
            return False
        below = [cell for cell in self.grid[index + 1] if cell is not None and cell.text]
        if self.is_head(index + 1, depth + 1):
            return True
        same = sum(self.page.labels.of(cell.text).kind in KNOWN and not self._is_value(cell.text) for cell in below)
        return bool(below) and same * 2 < max(2, len(below))

    def _is_value(self, text: str) -> bool:
        values = self.page.values
        return values.is_company(text) or values.is_segment(text) or values.is_status(text) or bool(values.bare_kpjs(text))

    # ---- reading

    def read(self) -> Token | None:
        """Header rows, sections and data rows, from top to bottom."""
        index = 0
        context, scope = self.context, self.scope
        head: _Head | None = None
        body: list[Row] = []
        read_any = False
        while index < len(self.grid):
            row = self.grid[index]
            if self._may_head(index, body) and self.is_head(index):
                read_any = self._body(head, body, context, scope) or read_any
                body = []
                end = index + 1
                while end < len(self.grid) and end - index < 4 and (end in self.table.headed or self._continues(index, end)):
                    end += 1
                head = self._head(self.grid[index:end])
                index = end
                continue
            section = self._section(row)
            if section is not None:
                if not self._is_total(section.text) or not body:
                    read_any = self._body(head, body, context, scope) or read_any
                    body = []
                    scope = Scope(self.scope)
                    context = self.context.under(self.page.labels.of(section.text))
                self.pairs.line(Line(section.text, section.element, section.link), context, scope)
            elif any(cell is not None and cell.text for cell in row):
                body.append(row)
            index += 1
        if head is not None and not body and len(self.grid) <= 3 and not read_any:
            self.page.columns = head.labels
        read_any = self._body(head, body, context, scope) or read_any
        return Token(What.DONE, "", self.table.element, self.scope, NO_LABEL) if read_any else None

    def _may_head(self, index: int, body: list[Row]) -> bool:
        """Header rows stand at the top, after a section, or are marked as such; deep inside a long table nobody looks for them."""
        return index < 8 or not body or index in self.table.headed or all(cell is None or cell.head for cell in self.grid[index])

    def _continues(self, first: int, index: int) -> bool:
        """Whether a row is a second header row under spanning header cells."""
        above = self.grid[index - 1]
        spans = len({id(cell) for cell in above}) < len(above) or any(cell is not None and cell.rowspan > 1 for cell in above)
        row = [cell for cell in self.grid[index] if cell is not None and cell.text]
        if not row or any(self.page.values.state(cell.text) is State.AMOUNT for cell in row):
            return False
        if all(cell.head for cell in row):
            return True
        return spans and all(self.page.values.state(cell.text) is State.TEXT and not self._is_value(cell.text) for cell in row)

    def _head(self, rows: list[Row]) -> _Head:
        head = _Head()
        for column in range(max(len(row) for row in rows)):
            cells = list(dict.fromkeys(row[column] for row in rows if column < len(row) and row[column] is not None))
            texts = [cell.text for cell in cells if cell is not None and cell.text]
            label = self.page.labels.of(" ".join(texts))
            own = self.page.labels.of(texts[-1]) if texts else NO_LABEL
            if len(texts) > 1 and own.program is not None:
                label = with_program(label, own) if label.program is not Program.BOTH else _as_program(label, own)
            if label.date is not None and label.kind is Kind.BALANCE:
                self.page.dates.append(label.date)
            head.labels.append(label)
        return head

    def _section(self, row: Row) -> Cell | None:
        """The one cell of a row that spans the whole table: a heading inside it."""
        cells = list(dict.fromkeys(cell for cell in row if cell is not None and cell.text))
        if len(cells) != 1 or len(self.grid) < 2:
            return None
        cell = cells[0]
        if self.page.values.state(cell.text) is not State.TEXT:
            return None
        return cell if len(row) == 1 or (cell.colspan > 1 and cell.colspan >= len(row)) else None

    def _is_total(self, text: str) -> bool:
        return self.page.labels.of(text).total

    def _body(self, head: _Head | None, body: list[Row], context: Context, scope: Scope) -> bool:
        if not body:
            return False
        if head is None or not any(label.kind in KNOWN for label in head.labels):
            named = [cell.name if cell is not None else "" for cell in body[0]]
            if sum(bool(name) for name in named) * 2 >= len(named):
                head = _Head([self.page.labels.of(name) for name in named])
        page = self.page
        columns = page.columns
        if head is None and columns is not None and all(len(row) == len(columns) for row in body):
            head = _Head(columns)  # the head stood in a table of its own, as scrolling grids write it
        if head is None:
            return self._beside(body, context, scope)
        balance = self._balance_columns(head, context)
        for label in head.labels:
            self.page.hear(label.text, label)
            if label.kind is Kind.BALANCE and label.program is Program.JHT and not label.unreal:
                self.page.claims = True
        if any(label.kind in OTHER_MONEY for label in head.labels):
            page.other_money = True
        if not balance:
            return self._under(head, body, context, scope)
        periods = self._period_column(head, body)
        if periods is not None and self._periods(head, body, balance, periods, context, scope):
            return True
        if self._running(head, body):
            self.page.dropped.add("only_running_amounts")
            return True
        for row in body:
            self._record(head, row, balance, context, scope)
        return True

    # ---- headers above

    def _balance_columns(self, head: _Head, context: Context) -> list[int]:
        columns = [column for column in head.columns(Kind.BALANCE) if not head.at(column).unreal]
        labels = [head.at(column) for column in columns]
        if any(label.program is Program.FOREIGN for label in labels) and any(label.program is Program.JHT for label in labels):
            columns = [
                column for column in columns if head.at(column).program is Program.JHT
            ]  # "Total Saldo" beside them adds both
        else:
            columns = [column for column in columns if head.at(column).program is not Program.FOREIGN]
        if any(head.at(column).sums for column in columns):
            columns = [column for column in columns if head.at(column).sums]
        elif any(head.at(column).closing for column in columns):
            columns = [column for column in columns if head.at(column).closing]
        years = {head.at(column).year for column in columns}
        dates = {head.at(column).date for column in columns}
        if len(columns) > 1 and len(years) == len(columns) and None not in years:
            newest = max(year for year in years if year is not None)
            columns = [column for column in columns if head.at(column).year == newest]
        elif len(columns) > 1 and len(dates) == len(columns) and None not in dates:
            last = max(date for date in dates if date is not None)
            columns = [column for column in columns if head.at(column).date == last]
        return columns

    def _period_column(self, head: _Head, body: list[Row]) -> int | None:
        """The column in which every row names its year, month or day."""
        for column in (*head.columns(Kind.YEAR), *head.columns(Kind.MONTH), 0):
            if not column and head.at(column).kind in ATTRIBUTES:
                continue
            said = [text for row in body if (text := _text(row, column)) and not self._is_total(text)]
            if said and all(period_of(text) is not None for text in said):
                return column
        return None

    def _running(self, head: _Head, body: list[Row]) -> bool:
        """Whether a balance column only runs along a history of transactions or months."""
        months = [column for column in head.columns(Kind.MONTH)]
        if not months or len(body) < 2:
            return False
        cards = head.columns(Kind.KPJ)
        if not cards:
            return True
        seen = [_text(row, cards[0]) for row in body if _text(row, cards[0])]
        return len(set(seen)) < len(seen)

    def _fits(self, head: _Head, row: Row) -> bool:
        """Whether every cell of a row is what its column's header calls it; a missing or an extra cell shifts the others."""
        values = self.page.values
        for column, cell in enumerate(row):
            if cell is None or not cell.text or (column and row[column - 1] is cell):
                continue
            kind, state = head.at(column).kind, values.state(cell.text)
            if column >= len(head.labels):
                if state is State.AMOUNT:
                    return False
            elif kind is Kind.KPJ:
                if values.kpj(cell.text) is None and state is not State.MISSING:
                    return False
            elif kind in (Kind.COMPANY, Kind.SEGMENT, Kind.STATUS, Kind.PERSON):
                if state is State.AMOUNT or bool(values.bare_kpjs(cell.text)):
                    return False
            elif kind in MONEY_KINDS and state is State.OTHER and len(cell.text) > 8:
                return False
        return True

    def _record(self, head: _Head, row: Row, balance: list[int], context: Context, scope: Scope) -> None:
        """One row as one card, one program, or the total."""
        page = self.page
        record = Scope(scope)
        words = [cell.text for cell in dict.fromkeys(row) if cell is not None and cell.text]
        first = next((page.labels.of(text) for text in words if page.values.state(text) is State.TEXT), NO_LABEL)
        own = NO_LABEL
        has_kpj = False
        for column, cell in enumerate(row):
            if cell is None or not cell.text or column in balance or (column and row[column - 1] is cell):
                continue
            kind = head.at(column).kind
            label = page.labels.of(cell.text)
            if kind in ATTRIBUTES:
                taken = page.attribute(kind, cell.text, record)
                has_kpj = has_kpj or (taken and kind is Kind.KPJ)
                if taken and kind in (Kind.COMPANY, Kind.KPJ):
                    self._extra(cell, record, kind)
            elif page.values.state(cell.text) in (State.TEXT, State.OTHER):
                self.pairs.lines.note(cell.text, record)
            if label.kind is Kind.PROGRAM and kind is not Kind.COMPANY:
                own = label
            elif label.program is not None and kind not in ATTRIBUTES and page.values.state(cell.text) is State.TEXT:
                own = label if own is NO_LABEL else own
        total = first.total and not has_kpj
        if first.kind in MONEY_KINDS and first.kind not in (Kind.BALANCE, Kind.TOTAL) and not has_kpj:
            return
        if "subtotal" in first.families:
            return
        if not total:
            page.misaligned = page.misaligned or not self._fits(head, row)
            page.names.update(_text(row, column) for column in head.columns(Kind.PERSON) if has_kpj and _text(row, column))
        amounts = [column for column, cell in enumerate(row) if cell is not None and page.values.state(cell.text) is State.AMOUNT]
        for column in balance:
            cell = row[column] if column < len(row) else None
            if total and (cell is None or page.values.state(cell.text) is not State.AMOUNT) and len(amounts) == 1:
                if any(head.at(one).kind in MONEY_KINDS for one in range(len(head.labels)) if one not in balance):
                    return  # which column this lone amount belongs to is not certain
                cell = row[amounts[0]]
            if cell is None:
                continue
            label = head.at(column)
            if own.program is not None:
                label = with_program(_without_program(label), own)
            if first.unreal and not has_kpj:
                continue
            if total:
                label = with_program(label, first)
            elif label.total and (has_kpj or not first.total):
                label = _not_total(label)
            self._cell(label, cell, record, context, words)

    def _extra(self, cell: Cell, record: Scope, kind: Kind) -> None:
        """A second line in a company's or a card's cell often holds the NPP or the segment."""
        if cell.box is None:
            return
        for item in cell.box.items:
            if isinstance(item, Line) and item.text != cell.text:
                self.pairs.line(item, self.context, record)

    def _cell(self, label: Label, cell: Cell, scope: Scope, context: Context, words: list[str]) -> None:
        """The figure of a cell: a lone amount, or the one amount of a cell with a note."""
        from core.portal.figures.values import find_amounts

        page = self.page
        state, text = page.values.state(cell.text), cell.text
        if state is State.TEXT:
            found = find_amounts(cell.text)
            if len(found) == 1 and not found[0].begin:
                state, text = State.AMOUNT, found[0].text
                note = page.labels.of(cell.text[found[0].end :].strip())
                if note.unreal:
                    return
                if note.date is not None:
                    page.dates.append(note.date)
        if state is State.OTHER and cell.text.isdecimal():
            state = State.AMOUNT if len(cell.text) != 11 else State.OTHER
        if state is State.TEXT or state is State.OTHER:
            page.dropped.add("figure_unreadable")
            return
        row = " | ".join(f"\x01{word}\x02" if word == cell.text else word for word in words)
        page.figure(label, state, text, cell.element, scope, context, f"{label.text} | {row}")

    def _periods(self, head: _Head, body: list[Row], balance: list[int], column: int, context: Context, scope: Scope) -> bool:
        """Years or months as rows: the closing balance of the latest one, for each card. Every row must add up where all its parts
        are there; months, which may be a mere history, must have them. False where the rows are no such statement."""
        page = self.page
        cards = head.columns(Kind.KPJ)
        groups: dict[str, list[PeriodRow]] = {}
        for row in body:
            period = period_of(_text(row, column))
            if period is not None and not self._is_total(_text(row, 0)):
                groups.setdefault(_text(row, cards[0]) if cards else "", []).append(PeriodRow(period, row))
        yearly = all(row.period[1] == 0 for rows in groups.values() for row in rows)
        if yearly and len(body) < 2 and not head.columns(Kind.OPENING):
            return False
        chosen: list[PeriodRow] = []
        for rows in groups.values():
            sums = [adds_up(page, head.labels, row.cells, balance[0]) for row in rows]
            if yearly or (len(rows) > 1 and all(sums)) or (len(rows) == 1 and sums[0]):
                page.broken_identity = page.broken_identity or False in sums
                newest = max(row.period for row in rows)
                chosen.extend(row for row in rows if row.period == newest)
            else:
                last = runs_through(page, head.labels, rows, balance[0])
                if last is None or page.pager is not None:
                    return False
                chosen.append(last)
        for row in chosen:
            record = Scope(scope)
            words = [cell.text for cell in dict.fromkeys(row.cells) if cell is not None and cell.text]
            for kind in ATTRIBUTES:
                for at in head.columns(kind):
                    page.attribute(kind, _text(row.cells, at), record)
            for at in balance:
                cell = row.cells[at] if at < len(row.cells) else None
                if cell is not None:
                    self._cell(_of_period(head.at(at), row.period), cell, record, context, words)
        return True

    def _under(self, head: _Head, body: list[Row], context: Context, scope: Scope) -> bool:
        """Headers above that name no balance: then the words beside each amount may."""
        page = self.page
        found = False
        if any(head.at(column).kind is Kind.CONTRIBUTION for column in range(len(head.labels))):
            if not any(page.labels.of(_text(row, 0)).kind is Kind.BALANCE for row in body[:50]):
                return True
        columns: dict[int, Scope] = {}
        for row in body:
            values = [c for c, cell in enumerate(row) if cell is not None and cell.text and (not c or row[c - 1] is not cell)]
            beside: Cell | None = None
            for column in values:
                cell = row[column]
                assert cell is not None
                state = page.values.state(cell.text)
                if state is State.TEXT and not (beside is not None and self._is_value(cell.text)):
                    label = page.labels.of(cell.text)
                    if beside is not None and page.labels.of(beside.text).kind in ATTRIBUTES and label.kind not in KNOWN:
                        self._aside(page.labels.of(beside.text), cell, columns.setdefault(column, Scope(scope)), context)
                        continue
                    beside = cell
                    continue
                if beside is None:
                    continue
                top = head.at(column)
                label = page.labels.of(beside.text)
                if top.kind in MONEY_KINDS and top.kind not in (Kind.TOTAL, Kind.BALANCE):
                    continue
                if label.kind in (Kind.BALANCE, *ATTRIBUTES):
                    found = True
                wide = len(values) > 2 and len(head.labels) > 2
                place = columns.setdefault(column, Scope(scope)) if wide else scope
                label = with_program(label, top) if label.kind in MONEY_KINDS else label
                self._aside(label, cell, place, context)
        for column, place in columns.items():
            self.pairs.lines.note(head.at(column).text, place)
        return found

    def _aside(self, label: Label, cell: Cell, scope: Scope, context: Context) -> None:
        page = self.page
        if label.kind in ATTRIBUTES:
            page.attribute(label.kind, cell.text, scope)
        elif label.kind in MONEY_KINDS and label.strange == 0:
            if page.values.state(cell.text) is not State.OTHER:
                self._cell(label, cell, scope, context, [cell.text])

    # ---- headers beside

    def _beside(self, body: list[Row], context: Context, scope: Scope) -> bool:
        """No header row: each row is a run of labels and values; rows of one label and several values are cards as columns."""
        if self._cards_as_columns(body, context, scope):
            return True
        tokens: list[Token] = []
        for row in body:
            cells = [
                cell
                for cell in dict.fromkeys(row)
                if cell is not None and cell.text and cell.text not in (":", "=", "Rp", "Rp.", "IDR")
            ]
            if not cells:
                continue
            record = scope
            record = Scope(scope) if any(self.page.values.bare_kpjs(cell.text) for cell in cells) and len(cells) > 2 else scope
            said = len(self.page.attributes)
            run = with_currency([token for cell in cells if (token := self._token(cell, context, record)) is not None])
            if len(run) < 2:
                tokens.extend(run)
                continue
            if record is not scope:
                self.pairs.by_card(run, context, said)
            result = self.pairs.run(run, context, record, Box(cells[0].element, "tr"))
            result.what = What.DONE  # what one row leaves open is not settled by another
            tokens.append(result)
        if any(token.what is What.DONE for token in tokens) and not any(token.what is What.VALUE for token in tokens):
            return True
        result = self.pairs.run(tokens, context, scope, Box(self.table.element, "table"))
        return result.what is What.DONE

    def _token(self, cell: Cell, context: Context, scope: Scope) -> Token | None:
        token: Token | None
        if cell.box is not None:
            token = self.pairs.box(cell.box, context, scope)
            if token.what is What.TEXT and not token.text:
                return None
        else:
            token = self.pairs.line(Line(cell.text, cell.element, cell.link), context, scope)
        if token is not None:
            token.term = token.term or (cell.head and token.what in (What.LABEL, What.TEXT))
        return token

    def _cards_as_columns(self, body: list[Row], context: Context, scope: Scope) -> bool:
        """`KPJ | 1 | 2`, `Saldo JHT | Rp 1 | Rp 2`: every column is a card, or the total."""
        page = self.page
        width = max(len(row) for row in body)
        if width < 3:
            return False
        labelled = [
            row
            for row in body
            if _text(row, 0)
            and page.labels.of(_text(row, 0)).kind in KNOWN
            and sum(bool(_text(row, c)) for c in range(1, len(row))) >= 2
        ]
        if len(labelled) < 2 or len(labelled) * 2 < len(body):
            return False
        if any(
            page.labels.of(_text(row, c)).kind in KNOWN
            and not self._is_value(_text(row, c))
            and not self._is_total(_text(row, c))
            for row in labelled
            for c in range(1, len(row))
        ):
            return False
        if any(_text(row, 1) in (":", "=") for row in labelled):
            return False
        columns = [Scope(scope) for _ in range(width)]
        totals = {c for row in body for c in range(1, len(row)) if self._is_total(_text(row, c))}
        for row in body:
            label = page.labels.of(_text(row, 0))
            for column in range(1, len(row)):
                cell = row[column]
                if cell is None or not cell.text or (column in totals and label.kind in ATTRIBUTES):
                    continue
                said = with_program(label, page.labels.of("total")) if column in totals else label
                self._aside(said, cell, columns[column], context)
        return True


def _speaks_for_itself(text: str) -> bool:
    """`Label : value` in one cell."""
    head, colon, value = text.partition(":")
    return bool(colon and head.strip() and value.strip())


def _of_period(label: Label, period: Period) -> Label:
    """A column's label for the row of one period; a day is the date of its balance."""
    year, month, day = period
    return replace(label, year=year, total=False, date=dt.date(year, month, day) if day else label.date)


def _not_total(label: Label) -> Label:
    return replace(label, total=False)


def _without_program(label: Label) -> Label:
    return replace(label, program=None)


def _as_program(label: Label, own: Label) -> Label:
    return replace(label, program=own.program)


def _holds_table(box: Box | None) -> bool:
    return box is not None and any(
        isinstance(item, Table) or (isinstance(item, Box) and _holds_table(item)) for item in box.items
    )


def _text(row: Row, column: int) -> str:
    cell = row[column] if column < len(row) else None
    return cell.text if cell is not None else ""
