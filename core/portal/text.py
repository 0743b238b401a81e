"""Words as a person reads them: lower case, punctuation dropped, white space folded. Linear, without regular expressions."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

from core.portal.icons import is_icon

_SILENT = frozenset(("script", "style", "template", "noscript", "head"))
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 "
    "h6 header hr label legend li main nav ol option p pre section select table tbody td tfoot th thead tr ul".split()
)
_KEEP = "»›>→&@"


_REMEMBERED = 200  # characters of a text whose normal form is kept; longer ones would fill the memory


def normal(text: str) -> str:
    """Lower case, accents and compatibility forms folded, everything but letters, digits and a few arrows turned into single spaces."""
    return _known_normal(text) if len(text) <= _REMEMBERED else _normal(text)


@lru_cache(maxsize=4096)
def _known_normal(text: str) -> str:
    return _normal(text)


def _normal(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).lower()
    return " ".join("".join(c if c.isalnum() or c in _KEEP else " " for c in folded).split())


@lru_cache(maxsize=4096)
def words_of(name: str) -> str:
    """A field's or file's name as words: "j_username" -> "j username", "txtUserId" -> "txt user id"."""
    out: list[str] = []
    for i, c in enumerate(name):
        if c.isupper() and i and name[i - 1].islower():
            out.append(" ")
        out.append(c)
    return normal("".join(out))


def has_any(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether normalised `text` holds one of the phrases as whole words."""
    return next(held(text, phrases), None) is not None


def held(text: str, phrases: tuple[str, ...]) -> Iterator[str]:
    """The phrases that normalised `text` holds as whole words. Only those are compared whose first word stands in the text."""
    index = _by_first_word(phrases)
    padded = f" {text} "
    for word in dict.fromkeys(text.split()):
        for phrase in index.get(word, ()):
            if phrase == word or f" {phrase} " in padded:
                yield phrase


@lru_cache(maxsize=256)
def _by_first_word(phrases: tuple[str, ...]) -> dict[str, list[str]]:
    index: dict[str, list[str]] = {}
    for phrase in phrases:
        index.setdefault(phrase.partition(" ")[0], []).append(phrase)
    return index


def unspaced(text: str) -> str:
    """Words that were set with a space between their letters, closed up: "S A L D O \u00a0 J H T" -> "SALDO JHT"."""
    words = [part.split(" ") for part in text.replace("\u00a0", "  ").strip().split("  ") if part.strip()]
    words = [[letter for letter in word if letter.strip()] for word in words]
    if (
        not words
        or not all(len(letter.strip()) == 1 for word in words for letter in word)
        or not any(len(word) >= 3 for word in words)
    ):
        return text
    return " ".join("".join(word) for word in words if word)


def is_hidden(el: etree._Element) -> bool:
    """Whether this element itself is marked as not shown (hidden attribute, inline style, input type=hidden)."""
    if el.get("hidden") is not None or el.get("type", "").lower() == "hidden":
        return True
    style = el.get("style")
    if not style:
        return False
    flat = style.lower().replace(" ", "")
    return "display:none" in flat or "visibility:hidden" in flat


def text_of(el: etree._Element, most: int | None = None) -> str:
    """The text inside an element as it would be read (scripts left out), white space folded.

    most: stop after so many characters, or elements, whichever come first. Whoever asks for the text of many elements that may stand
    inside each other must name it, or a page can make the time grow with the square of its size.
    """
    return " ".join(" ".join(_pieces(el, most)).split())


def _pieces(el: etree._Element, most: int | None) -> list[str]:
    out: list[str] = []
    skip: etree._Element | None = None
    left = elements = most if most is not None else sys.maxsize
    for event, node in etree.iterwalk(el, events=("start", "end", "comment", "pi")):
        text: str | None = None
        if event == "start":
            elements -= 1
            if skip is None and node is not el and (node.tag in _SILENT or is_icon(node)):
                skip = node
            if skip is None:
                text = node.text
                if node.tag == "img" and node.get("alt"):
                    text = f"{text or ''} {node.get('alt')}"
        else:
            if event == "end" and skip is node:
                skip = None
            if skip is None and node is not el:
                text = node.tail
        if text:
            out.append(text[:left])
            left -= len(out[-1])
        if left <= 0 or elements <= 0:
            break
    return out


def blocks_of(root: etree._Element) -> list[str]:
    """The visible text of a page, block by block. Hidden blocks are left out; white space folded."""
    blocks: list[list[str]] = [[]]
    skip: etree._Element | None = None
    for event, node in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if skip is None and node.tail:
                blocks[-1].append(node.tail)
            continue
        if event == "start":
            if skip is None and (node.tag in _SILENT or is_hidden(node)):
                skip = node
            if skip is not None:
                continue
            if node.tag in _BLOCKS:
                blocks.append([])
            if node.text:
                blocks[-1].append(node.text)
            continue
        if skip is node:
            skip = None
        if skip is None:
            if node.tag in _BLOCKS:
                blocks.append([])
            if node.tail:
                blocks[-1].append(node.tail)
    out: list[str] = []
    for block in blocks:
        text = " ".join("".join(block).split())
        if text:
            out.append(text)
    return out


def cut(text: str) -> list[str]:
    """A block of text as sentences (ended by . ! ? or ; before a space)."""
    out: list[str] = []
    start = 0
    for i, c in enumerate(text):
        if c in ".!?;" and (i + 1 == len(text) or text[i + 1] == " "):
            out.append(text[start : i + 1].strip())
            start = i + 1
    rest = text[start:].strip()
    return [s for s in [*out, rest] if s]


def printable(text: str) -> str:
    """A portal's text as one plain line: no control signs, none that change a line's direction or a terminal; at most 300 characters."""
    kept = "".join(c if c.isprintable() and unicodedata.category(c) != "Cf" else " " for c in text)
    return " ".join(kept.split())[:300]
