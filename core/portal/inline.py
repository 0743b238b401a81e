"""Inline text: which elements stand inside a line, and how the texts of neighbours make one line."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

INLINE: Final = frozenset(
    (
        "a abbr acronym b bdi bdo big blink cite code data dfn em font i img input ins kbd label mark meter nobr output progress q rp rt "
        "ruby samp select small span strong sub sup textarea time tt u var wbr button"
    ).split(" ")
)
GAP: Final = "\x00"  # where one inline element ends and the next begins
OPEN, CLOSE = "\x01", "\x02"  # the same for links
BLANKS: Final = " \t\r\n\xa0\x00|·•-"
LINK_FIRST: Final = re.compile(r"[\s\x00|·•]{0,40}\x01([^\x01\x02]{0,200})\x02")
FOOTNOTE: Final = re.compile(r"[0-9]?[*)†‡a-z]{0,3}|00")
CURRENCIES: Final = frozenset(["rp", "rp.", "idr", "idr."])
_SEEN_INPUTS: Final = frozenset(["text", "", "number", "tel", "currency", "search"])
_NUMBER: Final = re.compile(r"-?[0-9]{0,20}\.?[0-9]{1,20}")
_AMOUNT: Final = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{3}){1,5}")
_DIGIT: Final = re.compile("[0-9]")
GLUE: Final = "\u2060"  # between digits of two elements that only look like one number


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
                parts[-1] += text if single or not touching else GLUE + text
                spaced = piece[-1].isspace()
                continue
        single = len(text) == 1
        if parts and parts[-1].lower() in CURRENCIES and text[0].isdecimal():
            parts[-1] += " " + text
        else:
            parts.append(text)
        spaced = piece[-1].isspace()
    return " ".join(parts), tuple(parts) if len(parts) > 1 else ()


def field_text(element: etree._Element, tag: str) -> str | None:
    """What a field shows, where only the portal can have written it: a field a person may type into proves nothing."""
    if element.get("readonly") is None and element.get("disabled") is None:
        return None
    if tag == "textarea":
        return words_in(element)
    kind, value = (element.get("type") or "").lower(), element.get("value")
    if kind == "number" and value is not None and _NUMBER.fullmatch(value.strip()) is None:
        return ""  # a browser shows nothing in a field for numbers that holds no number: `48.731.902`
    return value if kind in _SEEN_INPUTS else None


def chosen(element: etree._Element) -> str:
    """The words of the option a list shows. Of several amounts that a person may choose among, none is the portal's answer."""
    first: str | None = None
    picked: str | None = None
    amounts = 0
    for option in element.iter("option"):
        words = " ".join(words_in(option).split())
        amounts += _AMOUNT.search(words) is not None
        if picked is None and option.get("selected") is not None:
            picked = words
        if first is None:
            first = words
    shown = picked if picked is not None else first or ""
    return _DIGIT.sub("*", shown) if amounts > 1 and _AMOUNT.search(shown) else shown


def words_in(element: etree._Element) -> str:
    """All text of an element."""
    return "".join(map(str, element.itertext()))
