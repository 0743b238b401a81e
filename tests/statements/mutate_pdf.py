"""What can be done to the bytes and the objects of a PDF. Every mutation returns the new bytes, or None where it cannot be done."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from random import Random

from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

Mutation = Callable[[bytes, Random], bytes | None]
_OBJECT = re.compile(rb"(?:^|[\r\n])(\d+) 0 obj\b.*?endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_NUMBER = re.compile(rb"(?<=[ /\[])\d{1,9}(?=[ /\]>\r\n])")
_NAME = re.compile(rb"/[A-Za-z]{2,18}")
_TEXT = re.compile(rb"BT\b.*?ET\b", re.DOTALL)


def flipped(data: bytes, rng: Random) -> bytes:
    """Single bytes are others."""
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 3, 20, 200))):
        made[rng.randrange(len(made))] = rng.randrange(256)
    return bytes(made)


def cut_out(data: bytes, rng: Random) -> bytes:
    """A piece is missing."""
    at = rng.randrange(len(data))
    return data[:at] + data[at + rng.choice((1, 10, 200, 4000)) :]


def cut_off(data: bytes, rng: Random) -> bytes:
    """The end is missing."""
    return data[: rng.randrange(len(data))]


def doubled_piece(data: bytes, rng: Random) -> bytes:
    """A piece stands there twice."""
    at, size = rng.randrange(len(data)), rng.choice((10, 500, 5000))
    return data[: at + size] + data[at:]


def tail_of_another(data: bytes, rng: Random) -> bytes:
    """Noise, or the file once more, behind the end."""
    return data + rng.choice((rng.randbytes(3000), data, data[len(data) // 2 :], b"\n%%EOF\n" * 500))


def object_dropped(data: bytes, rng: Random) -> bytes | None:
    """An object is missing."""
    found = list(_OBJECT.finditer(data))
    if not found:
        return None
    one = rng.choice(found)
    return data[: one.start()] + data[one.end() :]


def objects_renamed(data: bytes, rng: Random) -> bytes | None:
    """Two objects have changed their numbers: fonts, pages, contents stand for each other."""
    found = list(_OBJECT.finditer(data))
    if len(found) < 2:
        return None
    first, second = sorted(rng.sample(found, 2), key=lambda one: one.start())
    a, b = first[1], second[1]
    return (
        data[: first.start(1)]
        + b
        + data[first.end(1) : second.start(1)]
        + a
        + data[second.end(1) :]
    )  # fmt: skip


def streams_swapped(data: bytes, rng: Random) -> bytes | None:
    """Two streams stand in each other's place."""
    found = list(_STREAM.finditer(data))
    if len(found) < 2:
        return None
    first, second = sorted(rng.sample(found, 2), key=lambda one: one.start())
    return data[: first.start(1)] + second[1] + data[first.end(1) : second.start(1)] + first[1] + data[second.end(1) :]


def numbers_changed(data: bytes, rng: Random) -> bytes | None:
    """Numbers of the structure are others: lengths, counts, references, sizes."""
    found = list(_NUMBER.finditer(data))
    if not found:
        return None
    made = data
    for one in sorted(rng.sample(found, min(len(found), rng.choice((1, 2, 5)))), key=lambda one: -one.start()):
        new = rng.choice((b"0", b"1", b"-1", b"99999999999", str(rng.randrange(100)).encode(), str(int(one[0]) + 1).encode()))
        made = made[: one.start()] + new + made[one.end() :]
    return made


def names_changed(data: bytes, rng: Random) -> bytes | None:
    """A name of the structure is another one of the file."""
    found = list(_NAME.finditer(data))
    if len(found) < 2:
        return None
    one, other = rng.sample(found, 2)
    return data[: one.start()] + other[0] + data[one.end() :]


def _contents(change: Callable[[bytes, Random], bytes | None]) -> Mutation:
    """The change, done to the contents of a page of a file that is sound afterwards: what is drawn is other, the file is not broken."""

    def mutation(data: bytes, rng: Random) -> bytes | None:
        try:
            writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
            page = rng.choice(list(writer.pages))
            contents = page.get_contents()
            new = None if contents is None else change(contents.get_data(), rng)
            if new is None:
                return None
            drawn = DecodedStreamObject()
            drawn.set_data(new)
            page[NameObject("/Contents")] = writer._add_object(drawn.flate_encode() if rng.random() < 0.5 else drawn)
            made = io.BytesIO()
            writer.write(made)
        except Exception:  # it was harmed before, so that it cannot be opened any more
            return None
        return made.getvalue()

    mutation.__doc__ = change.__doc__
    return mutation


def _texts(text: bytes, rng: Random, change: Callable[[list[bytes]], None]) -> bytes | None:
    found = list(_TEXT.finditer(text))
    if len(found) < 3:
        return None
    at = rng.randrange(len(found) - 2)
    some = found[at : at + rng.choice((2, 8, 30))]
    pieces = [one[0] for one in some]
    change(pieces)
    return text[: some[0].start()] + b"\n".join(pieces) + text[some[-1].end() :]


def texts_dropped(text: bytes, rng: Random) -> bytes | None:
    """Pieces of text are missing from a page."""
    return _texts(text, rng, lambda pieces: pieces.pop(rng.randrange(len(pieces))) and None)


def texts_doubled(text: bytes, rng: Random) -> bytes | None:
    """Pieces of text are drawn twice."""
    return _texts(text, rng, lambda pieces: pieces.append(rng.choice(pieces)))


def texts_shuffled(text: bytes, rng: Random) -> bytes | None:
    """Pieces of text are drawn in another order."""
    return _texts(text, rng, rng.shuffle)


_PLACED = re.compile(rb"(-?\d+(?:\.\d+)?) (-?\d+(?:\.\d+)?) (Td|Tm|cm)\b")
_LITERAL_DIGIT = re.compile(rb"(?<=[0-9,.])[0-9](?=[0-9,.)])")
_HEX_GLYPHS = re.compile(rb"<([0-9A-Fa-f]{4,})>")


def texts_moved(text: bytes, rng: Random) -> bytes | None:
    """Pieces of text stand elsewhere: a line higher, a column further, off the page."""
    found = list(_PLACED.finditer(text))
    if not found:
        return None
    one = rng.choice(found)
    dx, dy = rng.choice(((0, 10), (0, -12), (40, 0), (-60, 0), (0, 3), (5000, 0)))
    return text[: one.start()] + b"%.2f %.2f " % (float(one[1]) + dx, float(one[2]) + dy) + one[3] + text[one.end() :]


def digits_changed(text: bytes, rng: Random) -> bytes | None:
    """A digit of a printed number is another: only where the file spells them as such."""
    found = [
        one for piece in re.finditer(rb"\(([^()]*)\)", text) for one in _LITERAL_DIGIT.finditer(text, piece.start(), piece.end())
    ]
    if not found:
        return None
    one = rng.choice(found)
    return text[: one.start()] + str((int(one[0]) + rng.randint(1, 9)) % 10).encode() + text[one.end() :]


def glyphs_changed(text: bytes, rng: Random) -> bytes | None:
    """A glyph of a text is one of its neighbours."""
    found = [one for one in _HEX_GLYPHS.finditer(text) if len(one[1]) % 4 == 0]
    if not found:
        return None
    one = rng.choice(found)
    glyphs = [one[1][at : at + 4] for at in range(0, len(one[1]), 4)]
    glyphs[rng.randrange(len(glyphs))] = rng.choice([other[1][:4] for other in found])
    return text[: one.start(1)] + b"".join(glyphs) + text[one.end(1) :]


MUTATIONS: dict[str, Mutation] = {
    mutation.__name__: mutation
    for mutation in (flipped, cut_out, cut_off, doubled_piece, tail_of_another, object_dropped, objects_renamed, streams_swapped,
                     numbers_changed, names_changed)
}  # fmt: skip
MUTATIONS |= {
    change.__name__: _contents(change)
    for change in (texts_dropped, texts_doubled, texts_shuffled, texts_moved, digits_changed, glyphs_changed)
}
