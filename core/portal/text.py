"""Words as a person reads them: lower case, punctuation dropped, white space folded. Linear, without regular expressions."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from lxml import etree

_SILENT = frozenset(("script", "style", "template", "noscript", "head"))
_BLOCKS = frozenset(
    "address article aside blockquote body br button caption center dd div dl dt fieldset figcaption footer form h1 h2 h3 h4 h5 "
    "h6 header hr label legend li main nav ol option p pre section select table tbody td tfoot th thead tr ul".split()
)
_KEEP = "»›>→&@"


@lru_cache(maxsize=4096)
def normal(text: str) -> str:
    """Lower case, accents and compatibility forms folded, everything but letters, digits and a few arrows turned into single spaces."""
    folded = unicodedata.normalize("NFKC", text).lower()
    return " ".join("".join(c if c.isalnum() or c in _KEEP else " " for c in folded).split())


def words_of(name: str) -> str:
    """A field's or file's name as words: "j_username" -> "j username", "txtUserId" -> "txt user id"."""
    out: list[str] = []
    for i, c in enumerate(name):
        if c.isupper() and i and name[i - 1].islower():
            out.append(" ")
        out.append(c)
    return normal("".join(out))


def has_phrase(text: str, phrase: str) -> bool:
    """Whether normalised `text` holds normalised `phrase` as whole words."""
    return f" {phrase} " in f" {text} "


def has_any(text: str, phrases: tuple[str, ...]) -> bool:
    """Whether normalised `text` holds one of the phrases as whole words."""
    padded = f" {text} "
    return any(f" {p} " in padded for p in phrases)


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


def text_of(el: etree._Element) -> str:
    """The text inside an element as it would be read (scripts left out), white space folded."""
    return " ".join(" ".join(_pieces(el)).split())


def _pieces(el: etree._Element) -> list[str]:
    out: list[str] = []
    skip: etree._Element | None = None
    for event, node in etree.iterwalk(el, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if skip is None and node is not el and node.tail:
                out.append(node.tail)
            continue
        if event == "start":
            if skip is None and (node.tag in _SILENT and node is not el):
                skip = node
            if skip is None:
                if node.text:
                    out.append(node.text)
                if node.tag == "img" and node.get("alt"):
                    out.append(node.get("alt") or "")
            continue
        if skip is node:
            skip = None
        if skip is None and node is not el and node.tail:
            out.append(node.tail)
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
