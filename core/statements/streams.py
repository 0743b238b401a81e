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
