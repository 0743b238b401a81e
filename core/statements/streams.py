"""Whether the packed parts of a PDF are whole. A reader mends what it can, silently; a damaged figure must not come out of it."""

from __future__ import annotations

import base64
import re
import zlib
from typing import Final

from core.statements.limits import Unreadable

_STREAM: Final = re.compile(rb"stream\r?\n")
_LENGTH: Final = re.compile(rb"/Length\s+([0-9]{1,10})(?!\s+[0-9]+\s+R)")
_FILTER: Final = re.compile(rb"/Filter\s*(\[[^\]]{0,200}\]|/[A-Za-z0-9]{1,20})")
_NAMES: Final = re.compile(rb"/([A-Za-z0-9]{1,20})")
_PLACE: Final = re.compile(rb"startxref\s{1,4}([0-9]{1,12})")
_TABLE: Final = re.compile(rb"\s{0,4}xref\s{1,4}")
_PART: Final = re.compile(rb"([0-9]{1,10}) ([0-9]{1,7})\s{1,4}(?=[0-9]{10} )")
_ENTRY: Final = re.compile(rb"([0-9]{10}) ([0-9]{5}) ([nf])[ \r\n]{2}")
_ENTRY_BYTES: Final = 20
_OBJECT: Final = re.compile(rb"\s{0,4}([0-9]{1,10})\s{1,4}[0-9]{1,5}\s{1,4}obj")
_DICTIONARY: Final = 600  # bytes before a stream in which its filters stand
_MOST_UNPACKED: Final = 60_000_000  # of all streams together: what is beyond is left to the other limits
_STEP: Final = 1_000_000


def check_streams(data: bytes) -> None:
    """Raises Unreadable("damaged") where a packed stream's own checksum says that it was changed or cut."""
    left = _MOST_UNPACKED
    place = 0
    while left > 0 and (match := _STREAM.search(data, place)):
        place = match.end()
        if data[max(0, match.start() - 3) : match.start()] == b"end":
            continue
        end = data.find(b"endstream", place)
        if end < 0:
            raise Unreadable("damaged")
        head = data[max(0, match.start() - _DICTIONARY) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        filters = _FILTER.search(head)
        names = [] if filters is None else [name.decode() for name in _NAMES.findall(filters[1])]
        if names in (["FlateDecode"], ["ASCII85Decode", "FlateDecode"]):
            length = _LENGTH.search(head)
            said = place + int(length[1]) if length else end
            if data[said : said + 12].lstrip().startswith(b"endstream"):
                end = said  # the packed bytes may hold that word by chance
            left -= _unpack(data[place:end], names[0] == "ASCII85Decode", left)
            place = end


def check_places(data: bytes) -> None:
    """Raises Unreadable("damaged") where an entry of the last table of places leads to no object or to another one. A reader then looks
    for the objects by itself, and leaves out what it does not find. (A table that is packed is left to `check_streams`.)"""
    start = data.rfind(b"startxref")
    said = _PLACE.match(data, start) if start >= 0 else None
    table = _TABLE.match(data, int(said[1])) if said else None
    at = table.end() if table else len(data)
    while part := _PART.match(data, at):
        number, count, at = int(part[1]), int(part[2]), part.end()
        for entry in _ENTRY.findall(data, at, at + count * _ENTRY_BYTES):
            place, _, used = entry
            named = _OBJECT.match(data, int(place)) if used == b"n" else None
            if used == b"n" and (named is None or int(named[1]) != number):
                raise Unreadable("damaged")
            number += 1
        at += count * _ENTRY_BYTES


def _unpack(packed: bytes, in_letters: bool, most: int) -> int:
    """How many bytes came out."""
    if in_letters:
        letters = packed.strip().removeprefix(b"<~")
        if not letters.endswith(b"~>"):
            raise Unreadable("damaged")
        try:
            packed = base64.a85decode(letters[:-2])
        except ValueError:
            raise Unreadable("damaged") from None
    machine = zlib.decompressobj()
    done = 0
    try:
        piece = machine.decompress(packed, _STEP)
        while piece:
            done += len(piece)
            if done >= most or machine.eof:
                break
            piece = machine.decompress(machine.unconsumed_tail, _STEP)
    except zlib.error:
        raise Unreadable("damaged") from None
    if done < most and not machine.eof:
        raise Unreadable("damaged")
    return done
