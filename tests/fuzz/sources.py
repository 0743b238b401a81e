"""Mutations of the bytes: cut off, in other encodings, end tags lost, lines dropped and doubled, letters broken."""

from __future__ import annotations

import html
import re
from collections import Counter
from random import Random

from lxml import etree

from core.portal import document
from tests.fuzz.amounts import OPEN, printed_all
from tests.fuzz.base import UTF8, Base, counted, written
from tests.fuzz.oracle import Case, has_total, in_periods, never, remaining, unchanged
from tests.fuzz.registry import mutation

_END_TAG = re.compile(
    r"</(?:td|tr|th|p|li|font|b|span|div|center|strong|dd|dt|h[1-6]|section|a|label|small|thead|tbody)>", re.IGNORECASE
)
_CLOSING = re.compile(r"</(?:body|html|frameset)", re.IGNORECASE)


def _end(text: str) -> int:
    """Where a page's last part begins: its closing tags, if it has any. What is cut behind it takes nothing away."""
    found = list(_CLOSING.finditer(text))
    return found[-1].start() if found else len(text)


@mutation
def cut_and_known(base: Base, rng: Random) -> Case | None:
    """Cut anywhere; the line knows that bytes are missing."""
    if len(base.body) < 20:
        return None
    return Case(base.body[: rng.randrange(1, len(base.body))], never, base.content_type, complete=False)


@mutation
def cut(base: Base, rng: Random) -> Case | None:
    """Cut before its closing tags, and nothing else tells (a script of the portal died, a proxy gave up)."""
    text = base.text
    if not _CLOSING.search(text):
        return None
    end = len(text[: _end(text)].encode("utf-8", "replace"))
    at = rng.randrange(1, end)
    return Case(text.encode("utf-8", "replace")[:at], never)


@mutation
def fragment_cut(base: Base, rng: Random) -> Case | None:
    """A page that never had closing tags, cut: what is missing must not be missed silently."""
    text = base.text.rstrip()
    if _CLOSING.search(text) or base.truth is None:
        return None
    at = rng.randrange(1, len(text))
    if not re.sub(r"(?s)<(script|style)\b.*?</\1>|<[^>]*>", "", text[at:]).strip():
        return None
    part = text[:at]
    root = etree.HTML(part + " ")
    left = Counter[int]() if root is None else counted(root, base.truth)
    if all(left[sen] for sen in base.truth.cards):
        return Case(part.encode(), unchanged(base))
    return None if in_periods(base) else Case(part.encode(), never)


@mutation
def end_tags_lost(base: Base, rng: Random) -> Case | None:
    """Some end tags are missing, as hand-made pages forget them."""
    if base.root is None:
        return None
    text = written(base.root)
    ends = list(_END_TAG.finditer(text))
    if not ends:
        return None
    for match in sorted(rng.sample(ends, min(len(ends), rng.choice((1, 1, 2, 3)))), key=lambda one: -one.start()):
        text = text[: match.start()] + text[match.end() :]
    return Case(text.encode(), unchanged(base))


@mutation
def one_kind_of_end_tag_lost(base: Base, rng: Random) -> Case | None:
    """No cell, no row or no item is ever closed."""
    if base.root is None:
        return None
    tags = rng.choice((("td", "th"), ("tr", "td", "th"), ("li",), ("p",), ("option",), ("dd", "dt"), ("td", "th", "tr", "font")))
    text = written(base.root)
    after = re.sub(rf"</(?:{'|'.join(tags)})>", "", text)
    return Case(after.encode(), unchanged(base)) if after != text else None


@mutation
def line_dropped(base: Base, rng: Random) -> Case | None:
    """A line of the source is gone."""
    return _lines(base, rng, "drop")


@mutation
def line_doubled(base: Base, rng: Random) -> Case | None:
    """A line of the source stands there twice."""
    return _lines(base, rng, "double")


def _lines(base: Base, rng: Random, how: str) -> Case | None:
    if base.root is None or base.truth is None:
        return None
    lines = re.split(r"(?<=>)(?=<)|(?<=\n)", written(base.root))
    at = rng.randrange(1, len(lines))
    lines[at : at + 1] = [] if how == "drop" else [lines[at]] * 2
    return _seen(base, "".join(lines))


def _seen(base: Base, text: str) -> Case | None:
    """The case of a source in which something may be gone, judged by what can still be seen of it."""
    assert base.truth is not None and base.root is not None
    before = counted(base.root, base.truth)
    if any(not before[sen] for sen in base.truth.cards):
        return None
    try:
        root = document.parse(text.encode(), "https://portal.example.test/", UTF8).root
    except document.PageNotUnderstood:
        return Case(text.encode(), never)
    left = counted(root, base.truth)
    if in_periods(base) and any(not left[sen] for sen in base.truth.cards):
        return None
    return Case(text.encode(), remaining(base.truth, left, total_apart=has_total(base)))


@mutation
def letters_broken(base: Base, rng: Random) -> Case | None:
    """Some characters outside the amounts become others: in tags, in words, in attributes."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, _ = got
    for spot in reversed(found):
        spot.put(f"{OPEN}{spot.text}{OPEN}")
    text = list(written(root))
    safe: list[int] = []
    inside = False
    for at, char in enumerate(text):
        inside = inside != (char == OPEN)
        if not inside and not char.isdecimal() and char not in ".,":
            safe.append(at)
    for at in rng.sample(safe, min(len(safe), rng.choice((1, 3, 10, 30)))):
        if text[at] != OPEN:
            text[at] = rng.choice("<>&\"'/ =-!xQé\ufffd\u200b;#")
    return _seen(base, "".join(text).replace(OPEN, ""))


# ---- encodings


@mutation
def encoded_otherwise(base: Base, rng: Random) -> Case | None:
    """The same text in another encoding that the page or the line names."""
    if base.root is None:
        return None
    text = re.sub(r"(?i)<meta[^>]*charset[^>]*>", "", written(base.root))
    how = rng.choice(("utf-8-sig", "utf-16", "utf-16-be", "cp1252", "ascii", "utf-8"))
    if how == "utf-16-be":
        return Case(b"\xfe\xff" + text.encode(how), unchanged(base), "text/html")
    if how in ("cp1252", "ascii"):
        named = rng.choice(("windows-1252", "iso-8859-1")) if how == "cp1252" else "us-ascii"
        return Case(text.encode(how, "xmlcharrefreplace"), unchanged(base), f"text/html; charset={named}")
    return Case(
        text.encode(how), unchanged(base), rng.choice(("text/html", "text/html; charset=utf-8", "text/html; charset=x-unknown"))
    )


@mutation
def encoding_lied_about(base: Base, rng: Random) -> Case | None:
    """The line or the page names an encoding that is not the page's."""
    if base.root is None:
        return None
    text = written(base.root)
    named = rng.choice(
        (
            "iso-8859-1",
            "utf-8",
            "windows-1252",
            "utf-16",
            "us-ascii",
            "shift_jis",
            "gbk",
            "utf-7",
            "koi8-r",
            "big5",
            "hz",
            "x",
            "rot13",
            "base64",
            "idna",
        )
    )
    body = text.encode(rng.choice(("utf-8", "cp1252")), "xmlcharrefreplace")
    if rng.random() < 0.5:
        return Case(body, unchanged(base), f"text/html; charset={named}")
    bare = re.sub(rb"(?i)<meta[^>]*charset[^>]*>", b"", body)
    return Case(bare.replace(b"<head>", f'<head><meta charset="{named}">'.encode(), 1), unchanged(base), "text/html")


@mutation
def encodings_mixed(base: Base, rng: Random) -> Case | None:
    """Bytes of two encodings in one page: a header in UTF-8, a data base in windows-1252."""
    if base.root is None:
        return None
    body = bytearray(written(base.root).encode())
    for _ in range(rng.randrange(1, 12)):
        at = body.find(b" ", rng.randrange(len(body)))
        if at > 0:
            body[at:at] = rng.choice(
                (b"\xe9", b"\xa0", b"\xff", b"\xc3", b"\x80", b"\xf0\x9f", b"\x00", b"\x1b", b"\x0b", b"\xed\xa0\x80")
            )
    return Case(bytes(body), unchanged(base), rng.choice((UTF8, "text/html; charset=iso-8859-1", "text/html")))


@mutation
def digits_as_entities(base: Base, rng: Random) -> Case | None:
    """Digits, dots and blanks written as numbered entities, with and without their semicolons."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, _ = got
    how = rng.choice(("&#{};", "&#x{:x};", "&#0{};"))
    for spot in reversed(found):
        spot.put("".join(f"{OPEN}{ord(c)}{OPEN}" for c in spot.text))
    text = re.sub(f"{OPEN}([0-9]+){OPEN}", lambda match: how.format(int(match[1])), written(root))
    assert html.unescape(how.format(48)) == "0"
    return Case(text.encode(), unchanged(base))


@mutation
def two_pages_spliced(base: Base, rng: Random) -> Case | None:
    """The first part of the page, then all of it: an answer that was begun anew."""
    if base.root is None or base.truth is None:
        return None
    text = written(base.root)
    return Case((text[: rng.randrange(1, len(text))] + text).encode(), unchanged(base))
