"""The one walk over the tree, from elements to lines and boxes. Nothing here knows what any word means."""

from __future__ import annotations

import re
import weakref
from typing import Final

from lxml import etree

from core.errors import PageNotUnderstood
from core.portal.blocks import Blocks, Box, Line, Table
from core.portal.icons import is_icon
from core.portal.inline import BLANKS, CLOSE, FOOTNOTE, GAP, GLUE, INLINE, LINK_FIRST, OPEN, chosen, field_text, join, words_in
from core.portal.rows import TABLE_ROLES, Rows
from core.portal.visible import SHOWN, STRUCK_TAGS, UNSEEN_TAGS, Visibility

_HEADING_CLASSES: Final = re.compile(
    r"(?:^|[\s_-])(?:card-header|panel-heading|box-header|panel-title|card-title|box-title|accordion-button)(?:$|\s)"
)
_MOST_BLOCKS: Final = 100_000  # boxes and lines; with their elements they take about 200 MB
_TORN: Final = re.compile(r"[0-9]\n[.,][0-9]{3}(?![0-9])|[0-9][.,]\n[0-9]{3}(?![0-9])")
_COLUMNS: Final = re.compile(r"[ \t]{2,}|\|")


def build(root: etree._Element, visibility: Visibility) -> Blocks:
    """The boxes, lines and tables of a document."""
    walk = _Walk(visibility)
    rows = Rows(visibility, walk.block)
    walk.tables = weakref.proxy(rows)  # a ring of the two would keep the page's tree until the garbage collector's next round
    return Blocks(walk.block(root))


def _unfolds(control: etree._Element) -> bool:
    """Whether a control in a heading only opens what the heading stands over, as in an accordion: its words are the heading."""
    return control.tag == "button" or (control.get("href") or "")[:1] == "#"


def _span(value: str | None) -> int:
    return int(value) if value in ("1", "2", "3", "4", "5", "6") else 6


class _Walk:
    """The one walk. A line is gathered in `_pieces` until a block or a break ends it."""

    tables: Rows

    def __init__(self, visibility: Visibility) -> None:
        self._see = visibility.verdict
        self._controls = visibility.controls
        self._pieces: list[str] = []
        self._first: etree._Element | None = None
        self._unlinked = False
        self._heading = False
        self._left = _MOST_BLOCKS

    def block(self, element: etree._Element) -> Box:
        """The box of an element, with all that is visible in it."""
        tag = element.tag
        box = Box(element, tag)
        self._left -= 1
        if self._left < 0:
            raise PageNotUnderstood("page_too_large")
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            box.level = int(tag[1])
        elif tag in ("legend", "caption", "summary"):
            box.level = 5
        if element.attrib:
            self._name(element, box)
        outer = self._pieces, self._first, self._unlinked, self._heading
        self._pieces, self._first, self._unlinked, self._heading = [], None, False, bool(box.level)
        self._inside(element, box.items, False)
        self._flush(element, box.items)
        self._pieces, self._first, self._unlinked, self._heading = outer
        return box

    def _name(self, element: etree._Element, box: Box) -> None:
        classes = element.get("class")
        if not box.level and classes and _HEADING_CLASSES.search(classes):
            box.level = 6
        if (element.get("role") or "") == "heading":
            box.level = _span(element.get("aria-level"))
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
            if self._unlinked and OPEN in raw:
                self._without_links(raw, first, items)
            else:
                self._line(raw, first, not self._unlinked, items)
        self._first = None
        self._unlinked = False

    def _line(self, raw: str, element: etree._Element, link: bool, items: list[Line | Box | Table]) -> None:
        if OPEN in raw:
            raw = raw.replace(OPEN, GAP).replace(CLOSE, GAP)
        text, parts = join(raw.split(GAP)) if GAP in raw else (" ".join(raw.split()), ())
        if text:
            self._left -= 1
            items.append(Line(text, element, link, parts))

    def _without_links(self, raw: str, element: etree._Element, items: list[Line | Box | Table]) -> None:
        before: list[str] = []
        after: list[str] = []
        while (match := LINK_FIRST.match(raw)) is not None:
            before.append(match[1])
            raw = raw[match.end() :]
        while (at := raw.rfind(OPEN)) >= 0 and not raw[raw.find(CLOSE, at) + 1 :].strip(BLANKS):
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
                self._tear(child.tail)
                self._flush(element, items)
            elif tag in STRUCK_TAGS or self._see(child) != SHOWN or is_icon(child):
                self._pieces.append(GAP)
            elif tag in INLINE:
                self._inline(child, tag, items, link)
            else:
                self._tear(child.text)
                self._flush(element, items)
                self._block_child(child, tag, items)
            self._add(child.tail, element, link)

    def _tear(self, following: str | None) -> None:
        """Mark an amount that goes on behind a break: `Rp 48<br>.731.902` is not Rp 48."""
        if following and self._pieces and _TORN.search(self._pieces[-1][-3:] + "\n" + following[:5]):
            self._pieces.append(GLUE)

    def _block_child(self, child: etree._Element, tag: str, items: list[Line | Box | Table]) -> None:
        if tag == "table" or child.get("role") in TABLE_ROLES:
            table = self.tables.table(child)
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
            value = field_text(child, tag)
            label = child.get("aria-label") or child.get("title") or ""
            self._pieces.append(GAP)
            if value is not None:
                if label and not self._pieces[:-1]:
                    self._add(label + ": ", child, link)
                self._add(value, child, link)
            self._pieces.append(GAP)
        elif tag == "select":
            self._pieces.append(GAP)
            self._add(chosen(child), child, link)
            self._pieces.append(GAP)
        elif tag == "sup" or tag == "sub":
            if not FOOTNOTE.fullmatch(words_in(child).strip()):
                self._inside(child, items, link)
        elif tag != "img" and tag != "wbr":
            linked = (tag == "a" or tag == "button") and not (self._heading and _unfolds(child))
            self._pieces.append(OPEN if linked else GAP)
            self._inside(child, items, link or linked)
            self._pieces.append(CLOSE if linked else GAP)

    def _visible(self, element: etree._Element) -> str:
        """The text of an element that is set as it is written, without what is hidden or struck out."""
        out = [element.text or ""]
        for child in element:
            tag = child.tag
            if isinstance(tag, str) and tag not in UNSEEN_TAGS and tag not in STRUCK_TAGS and self._see(child) == SHOWN:
                out.append("\n" if tag == "br" else self._visible(child))
            out.append(child.tail or "")
        return "".join(out)

    def _preformatted(self, element: etree._Element, items: list[Line | Box | Table]) -> None:
        """A printed page: each of its lines is a line, two blanks or more divide it into parts."""
        for raw in self._visible(element).split("\n"):
            parts = tuple(" ".join(part.split()) for part in _COLUMNS.split(raw) if part.strip(" \t\r-=_+"))
            if parts:
                items.append(Line(" ".join(parts), element, False, parts if len(parts) > 1 else ()))
