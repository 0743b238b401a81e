"""Signs that letters of a page were damaged on its way: with them a row, a total or another balance may be lost to us.

A person who sees `Rpÿ 4.000.000` or a tag in the middle of the text does not trust what is left of that page; neither do we.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Final

from core.portal.blocks import Box, Line, Table

# Tags and attributes in the visible text: letters of the page were lost, and with them perhaps a card.
_TAGS: Final = re.compile(
    r"</?[^\sA-Za-z<>]{0,2}(?:td|tr|th|table|tbody|div|span|p|li|ul|dl|dd|dt|b|strong|h[1-6])\b"
    r"|\b(?:class|id|style|href|colspan|align)=[\"'][^\"']{0,80}[\"']",
    re.IGNORECASE,
)
# Names of elements as pages write them; `@` and `/` stand in an address that was put between angle brackets.
_NAME: Final = re.compile(r"[A-Za-z0-9:_.@/-]+")
# Letters that no Indonesian and no English word holds, and what decoders leave of broken bytes.
_ODD: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x80-\x9f\xc0-\xd6\xd8-\xf6\xf8-\u024f\ufffd]")
_PLAIN: Final = bytes(code for code in range(256) if _ODD.match(chr(code)) is None)
_WORD_BEFORE: Final = re.compile(r"(?<![A-Za-z])(?:saldo|rp\.?|idr\.?|jht|kpj|total)\Z", re.IGNORECASE)
_WORD_AFTER: Final = re.compile(r"(?:saldo|rp|idr|jht|kpj|total)(?![A-Za-z])", re.IGNORECASE)
# A currency, a mark that nobody writes there, an amount: `Rp/5.000.100`.
_MARKED: Final = re.compile(r"[RrIi](?<![A-Za-z0-9].)(?:[Pp]|[Dd][Rr])[/;'\"!#&=\\|@^_~?]{1,2} ?[0-9]{1,3}[.,][0-9]{3}(?![0-9])")
# A letter of another script straight before an amount or behind one: a sign whose bytes were read as other letters (`±`).
_OTHER_SCRIPT: Final = re.compile(
    r"(?![\0-\u024f])[^\W\d_](?=[ :]{0,2}(?:(?:rp|idr)\b|[0-9]))|(?<=[0-9]) ?(?![\0-\u024f])[^\W\d_]", re.IGNORECASE
)
_LONGEST_WORD: Final = 6


def is_damaged(text: str, page: Box) -> bool:
    """Whether a page's visible text or its tags show that letters of it were lost. The cheap looks come first: an ordinary page has none
    of these characters."""
    if ("<" in text or "='" in text or '="' in text) and _TAGS.search(text) is not None:
        return True
    if not text.isascii() and _holds_other_letters(text):
        return True
    return _MARKED.search(text) is not None or not all(map(_NAME.fullmatch, _tags(page)))


def _holds_other_letters(text: str) -> bool:
    with suppress(UnicodeEncodeError):  # a letter that is neither odd nor of another script is all that an ordinary page has
        if not text.encode("latin-1").translate(None, _PLAIN):
            return False
    return _OTHER_SCRIPT.search(text) is not None or any(_grown_together(text, match.start()) for match in _ODD.finditer(text))


def _tags(page: Box) -> set[str]:
    """The names of the blocks a person sees. Every element that nobody knows is a block."""
    found: set[str] = set()
    waiting: list[Line | Box | Table] = [page]
    while waiting:
        item = waiting.pop()
        if isinstance(item, Box):
            found.add(item.tag)
            waiting += item.items
        elif isinstance(item, Table):
            waiting += [cell.box for row in item.rows for cell in row if cell.box is not None]
    return found


def _grown_together(text: str, at: int) -> bool:
    """Whether an odd letter stands straight at a word that decides what a figure is: `Saldoé`, `Rpÿ`."""
    before = text[max(0, at - _LONGEST_WORD) : at]
    return _WORD_BEFORE.search(before) is not None or _WORD_AFTER.match(text, at + 1) is not None
