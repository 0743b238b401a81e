"""The visible page as nested boxes, lines and tables: what a person sees as one line, one block, one table.

One walk over the tree; nothing here knows what any word means.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from core.portal.visible import HIDDEN, SHOWN, UNSEEN_TAGS, Visibility

_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "blink",
        "cite",
        "code",
        "data",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "output",
        "q",
        "rp",
        "rt",
        "ruby",
        "samp",
        "select",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "textarea",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "button",
        "center-inline",
        "meter",
        "progress",
    ]
)
_PLAIN: Final = frozenset("b strong i em u font small big span tt code center p nobr".split())  # a cell's only child, often
_ROWS: Final = frozenset(["thead", "tbody", "tfoot", "form", "div", "center", "font"])
_TABLE_ROLES: Final = frozenset(["table", "grid", "treegrid"])
_CELL_ROLES: Final = frozenset(["cell", "gridcell", "columnheader", "rowheader"])
_HEADING_CLASSES: Final = re.compile(
    r"(?:^|[\s_-])(?:card-header|panel-heading|box-header|panel-title|card-title|box-title|accordion-button)(?:$|\s)"
)
_SEEN_INPUTS: Final = frozenset(["text", "", "number", "tel", "currency", "search"])
_GAP: Final = "\x00"  # where one inline element ends and the next begins
_OPEN, _CLOSE = "\x01", "\x02"  # the same for links
_BLANKS: Final = " \t\r\n\xa0\x00|·•-"
_LINK_FIRST: Final = re.compile(r"[\s\x00|·•]{0,40}\x01([^\x01\x02]{0,200})\x02")
_FOOTNOTE: Final = re.compile(r"[0-9]?[*)†‡a-z]{0,3}|00")
_CURRENCIES: Final = frozenset(["rp", "rp.", "idr", "idr."])
_GLUE: Final = "\u2060"  # between digits of two elements that only look like one number


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


@dataclass(slots=True, eq=False)
class Blocks:
    """The whole page."""

    root: Box

    def lines(self) -> list[str]:
        """Every visible line, in order."""
        out: list[str] = []
        _collect(self.root, out)
        return out

    def text(self) -> str:
        """All of it, separated by single spaces."""
        return " ".join(self.lines())


def _collect(item: Line | Box | Table, out: list[str]) -> None:
    if isinstance(item, Line):
        out.append(item.text)
    elif isinstance(item, Box):
        for inner in item.items:
            _collect(inner, out)
    else:
        if item.caption:
            out.append(item.caption)
        for row in item.rows:
            for cell in row:
                if cell.box is not None:
                    _collect(cell.box, out)
                elif cell.text:
                    out.append(cell.text)


def build(root: etree._Element, visibility: Visibility) -> Blocks:
    """The boxes, lines and tables of a document."""
    return Blocks(_Walk(visibility).block(root))


def join(pieces: list[str]) -> tuple[str, tuple[str, ...]]:
    """One line from the texts of its inline elements: digits and separators of neighbours belong together (`48` `.731` `.902`), words
    do not. Digits that merely touch are glued with a mark no amount may hold, unless every piece is one character long."""
    parts: list[str] = []
    single = True
    spaced = True
    for piece in pieces:
        text = " ".join(piece.split())
        if not text:
            spaced = spaced or bool(piece)
            continue
        if parts and not spaced and not piece[0].isspace():
            before, after = parts[-1][-1], text[0]
            if before in "0123456789.,*" and after in "0123456789.,*":
                single = single and len(text) == 1
                touching = before.isdecimal() and after.isdecimal()
                parts[-1] += text if single or not touching else _GLUE + text
                spaced = piece[-1].isspace()
                continue
        single = len(text) == 1
        if parts and parts[-1].lower() in _CURRENCIES and text[0].isdecimal():
            parts[-1] += " " + text
        else:
            parts.append(text)
        spaced = piece[-1].isspace()
    return " ".join(parts), tuple(parts) if len(parts) > 1 else ()


def _span(value: str | None, most: int) -> int:
    return min(int(value), most) or 1 if value and value.isascii() and value.isdecimal() and len(value) < 6 else 1


class _Walk:
    """The one walk. A line is gathered in `_pieces` until a block or a break ends it."""

    def __init__(self, visibility: Visibility) -> None:
        self._see = visibility.verdict
        self._controls = visibility.controls
        self._pieces: list[str] = []
        self._first: etree._Element | None = None
        self._unlinked = False

    def block(self, element: etree._Element) -> Box:
        """The box of an element, with all that is visible in it."""
        tag = element.tag
        box = Box(element, tag)
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            box.level = int(tag[1])
        elif tag in ("legend", "caption", "summary"):
            box.level = 5
        if element.attrib:
            self._name(element, box)
        outer = self._pieces, self._first, self._unlinked
        self._pieces, self._first, self._unlinked = [], None, False
        self._inside(element, box.items, False)
        self._flush(element, box.items)
        self._pieces, self._first, self._unlinked = outer
        return box

    def _name(self, element: etree._Element, box: Box) -> None:
        classes = element.get("class")
        if not box.level and classes and _HEADING_CLASSES.search(classes):
            box.level = 6
        if (element.get("role") or "") == "heading":
            box.level = _span(element.get("aria-level"), 6)
        known = element.get("id")
        if known and known in self._controls:
            box.name = self._controls[known]
        else:
            box.name = element.get("aria-label") or element.get("data-label") or element.get("data-title") or ""

    def _flush(self, element: etree._Element, items: list[Line | Box | Table]) -> None:
        """End the line, if there is one. Links at its ends are lines of their own: `Rp 1 <a>Keluar</a>`."""
        if self._pieces:
            raw = "".join(self._pieces)
            self._pieces = []
            first = self._first if self._first is not None else element
            if self._unlinked and _OPEN in raw:
                self._without_links(raw, first, items)
            else:
                self._line(raw, first, not self._unlinked, items)
        self._first = None
        self._unlinked = False

    def _line(self, raw: str, element: etree._Element, link: bool, items: list[Line | Box | Table]) -> None:
        if _OPEN in raw:
            raw = raw.replace(_OPEN, _GAP).replace(_CLOSE, _GAP)
        text, parts = join(raw.split(_GAP)) if _GAP in raw else (" ".join(raw.split()), ())
        if text:
            items.append(Line(text, element, link, parts))

    def _without_links(self, raw: str, element: etree._Element, items: list[Line | Box | Table]) -> None:
        before: list[str] = []
        after: list[str] = []
        while (match := _LINK_FIRST.match(raw)) is not None:
            before.append(match[1])
            raw = raw[match.end() :]
        while (at := raw.rfind(_OPEN)) >= 0 and not raw[raw.find(_CLOSE, at) + 1 :].strip(_BLANKS):
            after.append(raw[at:])
            raw = raw[:at]
        for link in before:
            self._line(link, element, True, items)
        self._line(raw, element, False, items)
        for link in reversed(after):
            self._line(link, element, True, items)

    def _add(self, text: str | None, element: etree._Element, link: bool) -> None:
        if text:
            if not text.isspace():
                if self._first is None:
                    self._first = element
                self._unlinked = self._unlinked or not link
            self._pieces.append(text)

    def _inside(self, element: etree._Element, items: list[Line | Box | Table], link: bool) -> None:
        if element.tag == "pre":
            self._preformatted(element, items)
            return
        self._add(element.text, element, link)
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or tag in UNSEEN_TAGS:
                pass
            elif tag == "br" or tag == "hr":
                self._flush(element, items)
            elif tag in ("del", "s", "strike") or self._see(child) != SHOWN:
                self._pieces.append(_GAP)
            elif tag in _INLINE:
                self._inline(child, tag, items, link)
            else:
                self._flush(element, items)
                self._block_child(child, tag, items)
            self._add(child.tail, element, link)

    def _block_child(self, child: etree._Element, tag: str, items: list[Line | Box | Table]) -> None:
        if tag == "table" or child.get("role") in _TABLE_ROLES:
            table = self.table(child)
            if table.rows:
                items.append(table)
                return
            if tag == "table":
                return
        box = self.block(child)
        if box.items:
            items.append(box)

    def _inline(self, child: etree._Element, tag: str, items: list[Line | Box | Table], link: bool) -> None:
        if tag == "input" or tag == "textarea":
            value = _field_text(child, tag)
            label = child.get("aria-label") or child.get("title") or ""
            self._pieces.append(_GAP)
            if value is not None:
                if label and not self._pieces[:-1]:
                    self._add(label + ": ", child, link)
                self._add(value, child, link)
            self._pieces.append(_GAP)
        elif tag == "select":
            self._pieces.append(_GAP)
            self._add(_chosen(child), child, link)
            self._pieces.append(_GAP)
        elif tag == "sup" or tag == "sub":
            if not _FOOTNOTE.fullmatch("".join(child.itertext()).strip()):
                self._inside(child, items, link)
        elif tag != "img" and tag != "wbr":
            linked = tag == "a" or tag == "button"
            self._pieces.append(_OPEN if linked else _GAP)
            self._inside(child, items, link or linked)
            self._pieces.append(_CLOSE if linked else _GAP)

    def _preformatted(self, element: etree._Element, items: list[Line | Box | Table]) -> None:
        """A printed page: each of its lines is a line, two blanks or more divide it into parts."""
        for raw in "".join(element.itertext()).split("\n"):
            parts = tuple(" ".join(part.split()) for part in re.split(r"[ \t]{2,}|\|", raw) if part.strip(" \t\r-=_+"))
            if parts:
                items.append(Line(" ".join(parts), element, False, parts if len(parts) > 1 else ()))

    # ---- tables

    def table(self, element: etree._Element) -> Table:
        """A table, or what says by its role that it is one."""
        table = Table(element)
        if element.tag == "table":
            self._rows(element, table, False)
        else:
            self._role_rows(element, table)
        return table

    def _rows(self, element: etree._Element, table: Table, head: bool) -> None:
        loose: list[Cell] = []
        for child in element:
            tag = child.tag
            if not isinstance(tag, str) or (child.attrib and self._see(child) != SHOWN):
                continue
            if tag == "tr":
                cells: list[Cell] = []
                for inner in child:
                    if inner.tag == "td" or inner.tag == "th":
                        cell = self.cell(inner)
                        if cell is not None:
                            cells.append(cell)
                    elif inner.tag in _ROWS:
                        self._rows(inner, table, head)
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
                table.caption = " ".join("".join(child.itertext()).split())
        if loose:
            table.rows.append(loose)

    def _role_rows(self, element: etree._Element, table: Table) -> None:
        for child in element:
            if not isinstance(child.tag, str) or child.tag in UNSEEN_TAGS or self._see(child) == HIDDEN:
                continue
            if child.get("role") == "row":
                cells: list[Cell] = []
                self._role_cells(child, cells)
                if cells:
                    table.rows.append(cells)
            elif child.get("role") not in _TABLE_ROLES:
                self._role_rows(child, table)

    def _role_cells(self, element: etree._Element, cells: list[Cell]) -> None:
        for child in element:
            if not isinstance(child.tag, str):
                continue
            if child.get("role") in _CELL_ROLES:
                cell = self.cell(child)
                if cell is not None:
                    cell.head = cell.head or child.get("role") in ("columnheader", "rowheader")
                    cells.append(cell)
            else:
                self._role_cells(child, cells)

    def cell(self, element: etree._Element) -> Cell | None:
        """One cell, or None where it is hidden. A struck-out cell is an empty one. The plain cell of a long table is the fast path."""
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
                text = f"{element.text or ''} {only.text or ''} {only.tail or ''}"
                return Cell(" ".join(text.split()), element, head, colspan, rowspan, None, name)
        box = self.block(element)
        if len(box.items) == 1 and isinstance(box.items[0], Line):
            line = box.items[0]
            return Cell(line.text, element, head, colspan, rowspan, None if not line.parts else box, name, line.link)
        if not box.items:
            return Cell("", element, head, colspan, rowspan, None, name)
        out: list[str] = []
        _collect(box, out)
        return Cell(" ".join(out)[:2000], element, head, colspan, rowspan, box, name)


def _field_text(element: etree._Element, tag: str) -> str | None:
    """What a field shows, where only the portal can have written it: a field a person may type into proves nothing."""
    if element.get("readonly") is None and element.get("disabled") is None:
        return None
    if tag == "textarea":
        return "".join(element.itertext())
    return element.get("value") if (element.get("type") or "").lower() in _SEEN_INPUTS else None


def _chosen(element: etree._Element) -> str:
    """The words of the option a list shows."""
    first: str | None = None
    for option in element.iter("option"):
        words = " ".join("".join(option.itertext()).split())
        if option.get("selected") is not None:
            return words
        if first is None:
            first = words
    return first or ""
