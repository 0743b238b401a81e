"""The visible page as nested boxes, lines and tables: what a person sees as one line, one block, one table."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Final, cast

from lxml import etree

_LONGEST: Final = 2_000  # characters of a box's text, and so of its lines
_TEXTS: Final = etree.XPath(".//text()", smart_strings=False)


@dataclass(slots=True, eq=False)
class Line:
    """One visible line. `parts`: its inline elements' texts, where there are several. `link`: it is nothing but links."""

    text: str
    element: etree._Element
    link: bool = False
    parts: tuple[str, ...] = ()


@dataclass(slots=True, eq=False)
class Box:
    """A block with what stands in it. `level`: 1 to 6 for a heading. `name`: words of the control or attribute that names it."""

    element: etree._Element
    tag: str
    items: list[Line | Box | Table] = field(default_factory=list)
    level: int = 0
    name: str = ""


@dataclass(slots=True, eq=False)
class Cell:
    """A cell of a table: its text, and its box where it holds more than one line."""

    text: str
    element: etree._Element
    head: bool = False
    colspan: int = 1
    rowspan: int = 1
    box: Box | None = None
    name: str = ""
    link: bool = False


@dataclass(slots=True, eq=False)
class Table:
    """A table as its page writes it: rows of cells, spans not yet spread out."""

    element: etree._Element
    rows: list[list[Cell]] = field(default_factory=list)
    caption: str = ""
    headed: set[int] = field(default_factory=set)  # the rows that stand in a <thead>
    later: list[etree._Element] = field(default_factory=list)  # like rows of a long table, not looked into yet
    later_at: int = 0  # where they belong
    look: Callable[[list[etree._Element]], list[list[Cell]]] | None = None

    def finish(self) -> None:
        """Look into the rows that were left for later."""
        if self.later and self.look is not None:
            self.rows[self.later_at : self.later_at] = self.look(self.later)
            self.later = []


@dataclass(slots=True, eq=False)
class Blocks:
    """The whole page."""

    root: Box
    _lines: list[str] | None = None  # kept: every check of a page goes over them
    _worded: dict[str, int] | None = None

    def lines(self, without: Callable[[Line | Box | Cell], bool] | None = None) -> list[str]:
        """Every visible line, in order; without those of the parts that are not wanted."""
        if without is None and self._lines is not None:
            return self._lines
        out: list[str] = []
        _collect(self.root, out, without=without)
        if without is None:
            self._lines = out
        return out

    def worded(self) -> dict[str, int]:
        """Every line that holds a letter, once, and the last place where it stands: of a table's many cells, few do."""
        if self._worded is None:
            self._worded = {line: place for place, line in enumerate(self.lines()) if line.swapcase() != line}
        return self._worded

    def text(self) -> str:
        """All of it, separated by single spaces."""
        return " ".join(self.lines())


def is_link(part: Line | Box | Cell) -> bool:
    """Whether a part is nothing but links."""
    return not isinstance(part, Box) and part.link


def is_foot(part: Line | Box | Cell) -> bool:
    """Whether a part is the page's foot, which speaks of the portal and not of the person."""
    return isinstance(part, Box) and (part.element.tag == "footer" or part.element.get("role") == "contentinfo")


def _collect(
    item: Line | Box | Table,
    out: list[str],
    most: int = sys.maxsize,
    without: Callable[[Line | Box | Cell], bool] | None = None,
) -> None:
    """Adds the lines of an item to `out`, and stops once there are `most`."""
    if without is not None and not isinstance(item, Table) and without(item):
        return
    if isinstance(item, Line):
        out.append(item.text)
    elif isinstance(item, Box):
        for inner in item.items:
            if len(out) >= most:
                return
            _collect(inner, out, most, without)
    else:
        if item.caption:
            out.append(item.caption)
        for index, row in enumerate(item.rows):
            if len(out) >= most:
                return
            if item.later and index == item.later_at:
                texts = (text for element in item.later[:most] for text in map(str.strip, _texts_in(element)) if text)
                out.extend(islice(texts, most - len(out)))
            for cell in row:
                if cell.box is not None:
                    _collect(cell.box, out, most, without)
                elif cell.text and (without is None or not without(cell)):
                    out.append(cell.text)


def _texts_in(element: etree._Element) -> list[str]:
    """The texts of an element, in order, at a third of what `itertext` takes."""
    return cast(list[str], _TEXTS(element))


def text_of(box: Box) -> str:
    """The first 2,000 characters of what a box says, in one line. A cell may stand in a cell: none is read to its end 255 times."""
    out: list[str] = []
    _collect(box, out, _LONGEST)
    return " ".join(out)[:_LONGEST]
