"""What a file is, by its content; its name counts only where it promises something else."""

from __future__ import annotations

import codecs
import re
from enum import StrEnum
from typing import Final

from core.statements.pdf import HEAD, HEAD_WITHIN

_LOOK: Final = 8192
_PICTURES: Final = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM", b"RIFF")
_PACKED: Final = (
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
    b"\x7fELF",
    b"MZ",
    b"SQLite",
)
_MARKUP: Final = re.compile(
    r"<(?:!doctype html|html|head|body|table|div|meta|title|form|frameset|p|br|span|ul|h[1-6])\b", re.IGNORECASE
)
_MAIL: Final = re.compile(r"^(?:From: <?Saved by|MIME-Version:|Content-Type: ?multipart/related)", re.IGNORECASE | re.MULTILINE)
_DELIMITERS: Final = (";", ",", "\t", "|")


class Shape(StrEnum):
    """What the bytes are."""

    EMPTY = "empty"
    PDF = "pdf"
    PAGE = "page"
    PACKAGE = "package"  # a web page saved with its pictures in one file (.mhtml)
    CSV = "csv"
    TEXT = "text"
    PICTURE = "picture"
    OTHER = "other"


def shape_of(data: bytes) -> Shape:
    """What a file's bytes are. Looks at their beginning only (at all of a text, for tables)."""
    if not data.strip(b"\x00\t\r\n\x0c "):
        return Shape.EMPTY
    if data.startswith(_PICTURES):
        return Shape.PICTURE
    if data.startswith(_PACKED):
        return Shape.OTHER  # whatever is in it
    if HEAD in data[: HEAD_WITHIN + len(HEAD)]:
        return Shape.PDF
    text = text_of(data[:_LOOK])
    if text is None:
        return Shape.OTHER
    if _MAIL.search(text[:2000]) and "multipart" in text[:4000].lower():
        return Shape.PACKAGE
    if _MARKUP.search(text):
        return Shape.PAGE
    return Shape.CSV if _is_table(text) else Shape.TEXT


def text_of(data: bytes) -> str | None:
    """Bytes as text (UTF-8, UTF-16 with its mark, else windows-1252), or None where they are none."""
    for mark, codec in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    control = sum(byte < 32 and byte not in b"\t\r\n\x0c\x1b" for byte in data[:_LOOK])
    if control:
        return None
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data)  # a letter cut in two at the end is no fault
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _is_table(text: str) -> bool:
    """Whether most lines have the same number of the same delimiter (two lines at least)."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    if len(lines) < 2:
        return False
    for mark in _DELIMITERS:
        counts = [line.count(mark) for line in lines]
        if counts[0] and counts.count(counts[0]) * 10 >= len(counts) * 8:
            return True
    return False
