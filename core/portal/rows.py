"""Tables as their pages write them: rows of cells, from <table> or from the roles of a grid."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from lxml import etree

from core.errors import PageNotUnderstood
from core.portal.blocks import Box, Cell, Line, Table, text_of
from core.portal.inline import join, words_in
from core.portal.visible import HIDDEN, SHOWN, UNSEEN_TAGS, Visibility

TABLE_ROLES: Final = frozenset(["table", "grid", "treegrid"])
_CELL_ROLES: Final = frozenset(["cell", "gridcell", "columnheader", "rowheader"])
_ROWS: Final = frozenset(["thead", "tbody", "tfoot", "form", "div", "center", "font"])
_PLAIN: Final = frozenset(["b", "strong", "i", "em", "u", "font", "small", "big", "span", "tt", "code", "p", "nobr"])
_HOLDS_ROWS: Final = etree.XPath(
    "boolean(descendant::*[self::table or @role='row' or @role='table' or @role='grid' or @role='treegrid'])"
)
_MOST_CELLS: Final = 130_000
_LONG, _FIRST, _LAST = 48, 12, 4  # rows: of a longer table only the first and the last are looked into, until the others matter


def _span(value: str | None, most: int) -> int:
    return min(int(value), most) or 1 if value and value.isascii() and value.isdecimal() and len(value) < 6 else 1


class Rows:
    """Reads tables; `block` reads what stands in a cell."""

    def __init__(self, visibility: Visibility, block: Callable[[etree._Element], Box]) -> None:
        self._see = visibility.verdict
        self._block = block
        self._left = _MOST_CELLS

    def table(self, element: etree._Element) -> Table:
        """A table, or what says by its role that it is one."""
        table = Table(element, look=self._look)
        if element.tag == "table":
            self._rows(element, table, False)
        else:
            self._role_rows(element, table)
        return table

    def _rows(self, element: etree._Element, table: Table, head: bool) -> None:
        loose: list[Cell] = []
        length = len(element)
        width = -1
        for index, child in enumerate(element):
            tag = child.tag
            if length > _LONG and _FIRST <= index < length - _LAST and tag == "tr" and not head:
                if width < 0 and not table.later:
                    width, table.later_at = len(child), len(table.rows)
                if len(child) == width and child.get("style") is None and (not child.tail or child.tail.isspace()):
                    table.later.append(child)
                    continue
                table.finish()
                length = 0
            if not isinstance(tag, str) or (child.attrib and self._see(child) != SHOWN):
                continue
            if tag == "tr":
                cells = self._row(child, table, head)
                if cells:
                    if head:
                        table.headed.add(len(table.rows))
                    table.rows.append(cells)
            elif tag == "td" or tag == "th":
                cell = self.cell(child)
                if cell is not None:
                    loose.append(cell)
            elif tag in _ROWS:
                self._rows(child, table, head or tag == "thead")
            elif tag == "caption":
                table.caption = " ".join(words_in(child).split())
            elif tag not in UNSEEN_TAGS:
                self._stray(child, table, head)
            if child.tail and not child.tail.isspace():
                self._stray_text(child.tail, element, table)
        if loose:
            table.rows.append(loose)

    def _stray(self, child: etree._Element, table: Table, head: bool) -> None:
        """What stands in a table outside its cells, as no author means it: a browser shows it above the table, so it may not be lost.
        Cells in an element that nobody knows are cells all the same; anything else is a row of its own."""
        if child.tag == "table":
            table.rows.append([Cell("", child, box=Box(child, "div", [self.table(child)]))])
        elif next(child.iter("td", "th", "tr"), None) is not None:
            self._rows(child, table, head)
        else:
            cell = self.cell(child)
            if cell is not None and cell.text:
                table.rows.append([cell])

    @staticmethod
    def _stray_text(text: str, element: etree._Element, table: Table) -> None:
        words = " ".join(text.split())
        table.rows.append([Cell(words, element, box=Box(element, "div", [Line(words, element)]))])

    def _row(self, element: etree._Element, table: Table, head: bool) -> list[Cell]:
        cells: list[Cell] = []
        for child in element:
            tag = child.tag
            if tag == "td" or tag == "th":
                cell = self.cell(child)
                if cell is not None:
                    cells.append(cell)
            elif tag in _ROWS:
                self._rows(child, table, head)
            elif isinstance(tag, str) and tag not in UNSEEN_TAGS and (not child.attrib or self._see(child) == SHOWN):
                self._stray(child, table, head)
            if child.tail and not child.tail.isspace():
                self._stray_text(child.tail, element, table)
        return cells

    def _look(self, elements: list[etree._Element]) -> list[list[Cell]]:
        """The rows that were left for later."""
        table = Table(elements[0])
        rows = (self._row(element, table, False) for element in elements if not element.attrib or self._see(element) == SHOWN)
        return [cells for cells in rows if cells] + table.rows

    def _role_rows(self, element: etree._Element, table: Table) -> None:
        for child in element:
            if not isinstance(child.tag, str) or child.tag in UNSEEN_TAGS or self._see(child) == HIDDEN:
                continue
            if child.get("role") == "row":
                cells: list[Cell] = []
                self._role_cells(child, cells)
                if cells:
                    table.rows.append(cells)
            elif child.tag == "table" or child.get("role") in TABLE_ROLES:
                table.rows.append([Cell("", child, box=Box(child, "div", [self.table(child)]))])
            elif _HOLDS_ROWS(child):
                self._role_rows(child, table)
            else:
                self._stray(child, table, False)  # as one: a label with its field is none of the rows

    def _role_cells(self, element: etree._Element, cells: list[Cell]) -> None:
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if child.get("role") in _CELL_ROLES:
                cell = self.cell(child)
                if cell is not None:
                    cell.head = cell.head or child.get("role") in ("columnheader", "rowheader")
                    cells.append(cell)
            elif child.tag not in UNSEEN_TAGS and self._see(child) != HIDDEN:
                before = len(cells)
                self._role_cells(child, cells)
                if len(cells) == before:
                    cell = self.cell(child)
                    if cell is not None and cell.text:
                        cells.append(cell)

    def cell(self, element: etree._Element) -> Cell | None:
        """One cell, or None where it is hidden. A struck-out cell is an empty one. The plain cell of a long table is the fast path."""
        self._left -= 1
        if self._left < 0:
            raise PageNotUnderstood("page_too_large")
        colspan = rowspan = 1
        name = ""
        struck = False
        if element.attrib:
            verdict = self._see(element)
            if verdict == HIDDEN:
                return None
            struck = verdict != SHOWN
            colspan = _span(element.get("colspan"), 60)
            rowspan = _span(element.get("rowspan"), 2000)
            name = (
                element.get("data-label")
                or element.get("data-title")
                or element.get("data-th")
                or element.get("data-header")
                or ""
            )
        head = element.tag == "th"
        if struck:
            return Cell("", element, head, colspan, rowspan)
        children = len(element)
        if not children:
            text = element.text
            return Cell(" ".join(text.split()) if text else "", element, head, colspan, rowspan, None, name)
        if children == 1:
            only = element[0]
            if not len(only) and not only.attrib and only.tag in _PLAIN:
                before, after = element.text, only.tail
                if (before and not before.isspace()) or (after and not after.isspace()):
                    text, _ = join([before or "", only.text or "", after or ""])
                else:
                    text = " ".join((only.text or "").split())
                return Cell(text, element, head, colspan, rowspan, None, name)
        box = self._block(element)
        if len(box.items) == 1 and isinstance(box.items[0], Line):
            line = box.items[0]
            return Cell(line.text, element, head, colspan, rowspan, None if not line.parts else box, name, line.link)
        if not box.items:
            return Cell("", element, head, colspan, rowspan, None, name)
        return Cell(text_of(box), element, head, colspan, rowspan, box, name)
