"""Sheets drawn piece by piece onto any canvas: for libraries that only know "this text, at this place"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Protocol

from tests.statements.sheet import Block, Cell, Lines, Pairs, Sheet, Table, grid, width


class Canvas(Protocol):
    """A page to draw on. Points (1/72 inch), y downwards from the top; a text's y is its base line."""

    size: tuple[float, float]

    def text(self, x: float, y: float, text: str, size: float) -> None: ...
    def width(self, text: str, size: float) -> float: ...
    def line(self, x1: float, y1: float, x2: float, y2: float) -> None: ...
    def stamp(self, text: str, where: str) -> None: ...
    def new_page(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Look:
    """Sizes in points."""

    font: float = 8.0
    margin: float = 36.0
    gap: float = 1.0  # between cells, as a part of the letter height
    lead: float = 1.5  # line height as a part of the letter height


def draw(canvas: Canvas, sheets: Sequence[Sheet], look: Look | None = None) -> None:
    """Draws all sheets; the first page is there already."""
    look = look or Look()
    pages = sum(_Board(_Blank(canvas), sheet, look, 0, 0).run() for sheet in sheets)
    done = 0
    for number, sheet in enumerate(sheets):
        if number:
            canvas.new_page()
        done += _Board(canvas, sheet, look, done, pages).run()


class _Blank:
    """A canvas that only measures: how many pages there will be."""

    def __init__(self, real: Canvas) -> None:
        self.size, self.width = real.size, real.width

    def text(self, x: float, y: float, text: str, size: float) -> None: ...
    def line(self, x1: float, y1: float, x2: float, y2: float) -> None: ...
    def stamp(self, text: str, where: str) -> None: ...
    def new_page(self) -> None: ...


class _Board:
    def __init__(self, canvas: Canvas, sheet: Sheet, look: Look, before: int, pages: int) -> None:
        self._canvas, self._sheet, self._look = canvas, sheet, look
        self._pages, self._page = pages, before
        self._line = look.font * look.lead
        self._left, self._right = look.margin, canvas.size[0] - look.margin
        self._bottom = canvas.size[1] - look.margin - 2 * self._line
        self._y = 0.0
        self._first = before

    def run(self) -> int:
        """Draws the sheet; how many pages it took."""
        self._begin()
        for block in self._sheet.blocks:
            self._block(block)
            self._y += self._line * 0.6
        self._end()
        return self._page - self._first

    def _begin(self) -> None:
        self._page += 1
        self._y = self._look.margin + self._line
        if self._sheet.stamped != "over":
            self._canvas.stamp(self._sheet.stamp, self._sheet.stamped)
        if self._sheet.head:
            self._canvas.text(self._left, self._look.margin - 6, self._sheet.head, self._look.font * 0.8)

    def _end(self) -> None:
        if self._sheet.footer:
            text = self._sheet.footer.format(page=self._page, pages=self._pages)
            self._canvas.text(self._left, self._canvas.size[1] - self._look.margin, text, self._look.font * 0.9)
        if self._sheet.stamped == "over":
            self._canvas.stamp(self._sheet.stamp, "over")

    def _room(self, lines: float) -> bool:
        """Goes to a new page unless there is room; whether it did."""
        if self._y + lines * self._line <= self._bottom:
            return False
        self._end()
        self._canvas.new_page()
        self._begin()
        return True

    def _block(self, block: Block) -> None:
        if isinstance(block, Lines):
            for text in block.lines:
                self._room(1)
                size = self._look.font * (1.4 if block.title else 1)
                wide = self._canvas.width(text, size)
                x = (self._left + self._right - wide) / 2 if block.title else self._left
                self._canvas.text(x, self._y, text, size)
                self._y += self._line * (1.4 if block.title else 1)
        elif isinstance(block, Pairs):
            self._pairs(block)
        else:
            self._table(block)

    def _pairs(self, block: Pairs) -> None:
        """Labels, colons and values; the columns side by side, in letters small enough not to run into each other."""
        step = (self._right - self._left) / len(block.columns)
        widest = [self._widths(column, self._look.font) for column in block.columns]
        size = self._look.font * min(1.0, *(step / (label + value + 24) for label, value in widest))
        for row in zip_longest(*block.columns):
            self._room(1)
            for at, pair in enumerate(row):
                if pair is None:
                    continue
                x = self._left + at * step
                self._canvas.text(x, self._y, pair[0], size)
                x += widest[at][0] * size / self._look.font + 4
                self._canvas.text(x, self._y, ":", size)
                if pair[1]:
                    self._canvas.text(x + 6, self._y, pair[1], size)
            self._y += self._line

    def _widths(self, column: Sequence[tuple[str, str]], size: float) -> tuple[float, float]:
        """How wide the widest label and the widest value are."""
        return max(self._canvas.width(label, size) for label, _ in column), max(
            self._canvas.width(value, size) for _, value in column
        )

    def _table(self, table: Table) -> None:
        rows, columns = grid(table), width(table)
        size, edges = self._edges(rows, columns)
        headers = len(table.header)
        line = self._line

        def draw_header() -> None:
            top = self._y
            for number in range(headers):
                for x, cell in rows[number]:
                    self._cell(
                        cell, edges[x], edges[x + cell.columns], top + number * line, cell.rows * line, size, ruled=table.ruled
                    )
            self._y = top + headers * line

        self._room(headers + 2)
        draw_header()
        for row in rows[headers:]:
            if self._room(1):
                draw_header()
            for x, cell in row:
                self._cell(cell, edges[x], edges[x + cell.columns], self._y, line, size, ruled=table.ruled)
            self._y += line
        self._y += line * 0.6

    def _edges(self, rows: list[list[tuple[int, Cell]]], columns: int) -> tuple[float, list[float]]:
        """The letter size at which the table fits, and where its columns begin and end."""
        size, gap = self._look.font, self._look.gap * self._look.font
        wide = [0.0] * columns
        for row in rows:
            for x, cell in row:
                if cell.columns == 1:
                    wide[x] = max(wide[x], self._canvas.width(cell.text, size) + gap)
        for row in rows:
            for x, cell in row:
                lack = self._canvas.width(cell.text, size) + gap - sum(wide[x : x + cell.columns])
                if cell.columns > 1 and lack > 0:
                    wide[x : x + cell.columns] = [one + lack / cell.columns for one in wide[x : x + cell.columns]]
        scale = min(1.0, (self._right - self._left) / sum(wide))
        edges = [self._left]
        for one in wide:
            edges.append(edges[-1] + one * scale)
        return size * scale, edges

    def _cell(self, cell: Cell, x1: float, x2: float, top: float, height: float, size: float, *, ruled: bool) -> None:
        """One cell; `top` is the base line of its first line of text."""
        above = top - self._line * 0.72
        if ruled:
            for ends in (
                (x1, above, x2, above),
                (x1, above + height, x2, above + height),
                (x1, above, x1, above + height),
                (x2, above, x2, above + height),
            ):
                self._canvas.line(*ends)
        if not cell.text:
            return
        wide, pad = self._canvas.width(cell.text, size), self._look.gap * size * 0.4
        x = {"l": x1 + pad, "c": (x1 + x2 - wide) / 2, "r": x2 - pad - wide}[cell.align]
        self._canvas.text(x, top + (height - self._line) / 2, cell.text, size)
