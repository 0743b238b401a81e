"""What libxml2 would read otherwise than a browser, written so that both agree: elements that hold nothing, and open cells and rows.

Cells and rows that nobody closed are closed: the tables of 2005 as their authors meant them.

libxml2 does not end a cell at the next `<tr>` when an element inside it (a `<font>`) was left open too; whole tables then vanish into
their first cell. Only pages whose tags do not pair up are looked at, once, from left to right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_TAG: Final = re.compile(r"<(?:(!--|script\b|style\b|textarea\b)|(/?)(table|tr|td|th|thead|tbody|tfoot)\b)", re.IGNORECASE)
_END: Final = {"!--": "-->", "script": "</script", "style": "</style", "textarea": "</textarea"}
_PAIRED: Final = ("tr", "td", "th")
# Elements that hold nothing in HTML5 and that libxml2, which knows HTML 4, would fill with all that follows: `48.<wbr>731.<wbr>902`.
_EMPTY: Final = ("wbr", "source", "track", "embed")
_EMPTY_TAG: Final = re.compile(rf"<({'|'.join(_EMPTY)})(?=[\s/>])([^<>]{{0,2000}}?)/?>", re.IGNORECASE)
_DEEPEST: Final = 200


@dataclass(slots=True)
class _Open:
    """What is open in one table."""

    row: bool = False
    cell: str = ""

    def close(self, upto: str) -> str:
        """The end tags that a new cell (`cell`) or a new row (`row`) asks for."""
        ends = f"</{self.cell}>" if self.cell else ""
        if upto == "row" and self.row:
            ends += "</tr>"
            self.row = False
        self.cell = ""
        return ends


def close_empty(text: str, lower: str) -> str:
    """The page with its empty elements closed where they stand. `lower` is the same text in small letters."""
    if not any(tag in lower for tag in _EMPTY):
        return text
    return _EMPTY_TAG.sub(r"<\1\2 />", text)


def close_cells(text: str, lower: str) -> str:
    """The page with its open cells and rows closed. `lower` is the same text in small letters."""
    if lower.count("<table") == 0 or all(lower.count(f"<{tag}") == lower.count(f"</{tag}") for tag in _PAIRED):
        return text
    out: list[str] = []
    tables: list[_Open] = []
    done = place = 0
    while (match := _TAG.search(text, place)) is not None:
        place = match.end()
        if match[1]:
            ended = lower.find(_END[match[1].lower()], place)
            if ended < 0:
                break
            place = ended
            continue
        ends = _step(tables, match[3].lower(), bool(match[2]))
        if ends:
            out.append(text[done : match.start()])
            out.append(ends)
            done = match.start()
        if len(tables) > _DEEPEST:
            return text
    out.append(text[done:])
    return "".join(out)


def _step(tables: list[_Open], tag: str, closing: bool) -> str:
    """The end tags to put before one tag."""
    if tag == "table":
        if not closing:
            tables.append(_Open())
            return ""
        return tables.pop().close("row") if tables else ""
    if not tables:
        return ""
    top = tables[-1]
    if tag in ("td", "th"):
        if closing:
            top.cell = ""
            return ""
        ends = top.close("cell")
        top.cell = tag
        return ends
    if tag == "tr":
        ends = top.close("cell" if closing else "row")
        top.row = not closing
        return ends
    return top.close("row")
