"""Every amount that a person can see on a page, with the words around it: before and behind it, beside it in its row, over its column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.portal.blocks import Box, Cell, Line, Table, is_foot
from core.portal.document import Document
from core.portal.figures.shapes import Row, holds_table, spread
from core.portal.figures.values import State, Values, find_amounts
from core.portal.figures.words import Words
from core.portal.taught.rules import Place

if TYPE_CHECKING:
    from lxml import etree

MOST_SPOTS: Final = 400
_LONGEST: Final = 160  # characters of the words around an amount
_CURRENCIES: Final = frozenset(["rp", "rp.", "idr", "idr.", ":", "=", ""])


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """One amount. `said`: the words that may name it, each with its place, the nearest first. `beside`: the heads of the other columns
    of its table, or of the other rows. `after`: what follows it in its line. `headings`: those above it, the outermost first."""

    element: etree._Element
    text: str
    said: tuple[tuple[Place, str], ...]
    after: str = ""
    beside: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()


def spots(document: Document, words: Words) -> list[Spot]:
    """The amounts of a page in reading order, outside its foot; the first MOST_SPOTS of them."""
    walker = _Walker(Values(words))
    walker.box(document.blocks.root, ())
    return walker.found


@dataclass(slots=True)
class _Near:
    """What the walk saw last, for an amount that stands alone in its line."""

    above: str = ""
    waiting: int | None = None  # the place of an amount whose words may follow it


@dataclass(frozen=True, slots=True)
class _Head:
    """The words over a column, as far as they go on without a gap. row: the lowest of them; marked: all are <th>."""

    texts: tuple[str, ...]
    row: int
    marked: bool


def _below(head: _Head | None, cell: Cell, row: int) -> _Head:
    """The words over a column with one more cell of words below them."""
    if head is None or head.row != row - 1:
        return _Head((cell.text,), row, cell.head)
    if cell.text in head.texts:
        return _Head(head.texts, row, head.marked and cell.head)
    return _Head((*head.texts, cell.text)[-3:], row, head.marked and cell.head)


class _Walker:
    def __init__(self, values: Values) -> None:
        self._values = values
        self.found: list[Spot] = []
        self._near = _Near()

    def box(
        self, box: Box, headings: tuple[str, ...], cell: tuple[tuple[Place, str], ...] = (), beside: tuple[str, ...] = ()
    ) -> None:
        levels: list[tuple[int, str]] = []
        for item in box.items:
            above = (*headings, *(text for _, text in levels))
            if len(self.found) >= MOST_SPOTS or (isinstance(item, Box) and is_foot(item)):
                continue
            if isinstance(item, Table):
                self._table(item, above)
            elif isinstance(item, Box):
                self.box(item, above, cell, beside)
                text = _first_line(item)
                if item.level and text:
                    levels = [one for one in levels if one[0] < item.level] + [(item.level, text[:_LONGEST])]
            else:
                named = ((Place.NAME, box.name[:_LONGEST]),) if box.name else ()
                self._line(item.text, item.element, above, (*named, *cell), beside)

    def _line(
        self,
        text: str,
        element: etree._Element,
        headings: tuple[str, ...],
        cell: tuple[tuple[Place, str], ...],
        beside: tuple[str, ...],
    ) -> None:
        shown = text.strip(" :=|")
        if self._values.state(shown) is State.AMOUNT:
            above = ((Place.ABOVE, self._near.above),) if self._near.above else ()
            self._add(Spot(element, shown, (*cell, *above), "", beside, headings))
            self._near.waiting = len(self.found) - 1 if not cell else None
            return
        amounts = find_amounts(text)
        last = 0
        for number, found in enumerate(amounts):
            end = amounts[number + 1].begin if number + 1 < len(amounts) else len(text)
            before, after = text[last : found.begin].strip(" :=-|(,"), text[found.end : end].strip(" |),.")
            last = found.end
            said: tuple[tuple[Place, str], ...] = ((Place.LINE, before[-_LONGEST:]),) if before else ()
            if not before and number == 0:
                said = (*cell, *(((Place.ABOVE, self._near.above),) if self._near.above else ()), (Place.BELOW, after[:_LONGEST]))
            self._add(Spot(element, found.text, (*said, *(cell if before else ())), after[:_LONGEST], beside, headings))
        if amounts or self._values.state(shown) is not State.TEXT:
            if shown.casefold() not in _CURRENCIES and not shown.isdecimal():
                self._near = _Near()
            return
        if self._near.waiting is not None:
            self._follow(self._near.waiting, shown)
        self._near = _Near(shown[-_LONGEST:] if shown.casefold() not in _CURRENCIES else self._near.above)

    def _follow(self, place: int, text: str) -> None:
        spot = self.found[place]
        self.found[place] = Spot(
            spot.element, spot.text, (*spot.said, (Place.BELOW, text[:_LONGEST])), spot.after, spot.beside, spot.headings
        )

    def _table(self, table: Table, headings: tuple[str, ...]) -> None:
        table.finish()
        if table.caption:
            headings = (*headings, table.caption[:_LONGEST])
        grid = spread(table)
        frame = any(holds_table(one.box) for row in table.rows for one in row if one.box is not None)
        heads: dict[int, _Head] = {}  # of each column: the words last seen in it, from the top downwards
        for index, row in enumerate(grid):
            if len(self.found) >= MOST_SPOTS:
                break
            seen: set[int] = set()
            for column, cell in enumerate(row):
                if (
                    cell is None
                    or id(cell) in seen
                    or (index and column < len(grid[index - 1]) and grid[index - 1][column] is cell)
                ):
                    continue
                seen.add(id(cell))
                said, beside = ((), ()) if frame or self._is_words(cell) else self._around(grid, index, column, heads.get(column))
                named = ((Place.NAME, cell.name[:_LONGEST]),) if cell.name else ()
                if cell.box is not None:
                    self.box(cell.box, headings, (*named, *said), beside)
                elif cell.text:
                    self._line(cell.text, cell.element, headings, (*named, *said), beside)
            for column, cell in enumerate(row):
                if cell is not None and self._is_words(cell):
                    heads[column] = _below(heads.get(column), cell, index)
        self._near = _Near()

    def _around(
        self, grid: list[Row], index: int, column: int, head: _Head | None
    ) -> tuple[tuple[tuple[Place, str], ...], tuple[str, ...]]:
        """The words in a cell's row before it and over its column, and those of the other columns or rows."""
        row = grid[index]
        words = [cell.text for cell in row[:column] if cell is not None and self._is_words(cell)]
        if head is not None and len(row) < 3 and column and not head.marked:
            head = None  # a list of words and values: what stands above is another row's value
        said: list[tuple[Place, str]] = []
        if words:
            said.append((Place.ROW, words[-1][:_LONGEST]))
        if head is not None:
            said.append((Place.COLUMN, " ".join(head.texts)[:_LONGEST]))
            others = [
                one.text[:_LONGEST]
                for place, one in enumerate(grid[head.row])
                if place != column and one is not None and one.text
            ]
        else:
            others = [
                one[0].text[:_LONGEST] for place, one in enumerate(grid[:200]) if place != index and one and one[0] is not None
            ]
        return tuple(said), tuple(dict.fromkeys(others))[:30]

    def _is_words(self, cell: Cell) -> bool:
        return bool(cell.text) and cell.text.casefold() not in _CURRENCIES and self._values.state(cell.text) is State.TEXT

    def _add(self, spot: Spot) -> None:
        if len(self.found) < MOST_SPOTS:
            self.found.append(spot)


def _first_line(box: Box) -> str:
    for item in box.items:
        if isinstance(item, Line):
            return item.text
        if isinstance(item, Box) and (text := _first_line(item)):
            return text
    return ""
