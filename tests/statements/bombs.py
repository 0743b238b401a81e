"""Files made to cost time or memory: none of them is a statement, none may be read as one, all must end soon."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable, Iterable
from random import Random


def pdf(objects: Iterable[bytes], *, root: int = 1, trailer: bytes = b"") -> bytes:
    """A PDF of these objects, numbered from 1, with a right table of places."""
    made, places = bytearray(b"%PDF-1.7\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    for place in places:
        made += b"%010d 00000 n \n" % place
    return bytes(made) + b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(places) + 1,
        root,
        trailer,
        start,
    )


def stream(data: bytes, extra: bytes = b"") -> bytes:
    """A stream object."""
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), extra, data)


_CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
_FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
_TEXT = b"BT /F1 12 Tf 72 700 Td (CONTOH RINCIAN SALDO JHT TAHUN 2020 Saldo Akhir 1,000,000.00) Tj ET"


def _page(extra: bytes = b"", contents: int = 4) -> bytes:
    return (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> %s >> /Contents %d 0 R >>"
        % (extra, contents)
    )


def _one_page(content: bytes, *more: bytes, extra: bytes = b"") -> bytes:
    return pdf([_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", _page(extra), content, _FONT, *more])


def _zeros(size: int) -> bytes:
    """That many spaces, deflated, without holding them."""
    maker, made = zlib.compressobj(9), bytearray()
    for _ in range(size // 1_000_000):
        made += maker.compress(b" " * 1_000_000)
    return bytes(made + maker.flush())


def stream_bomb(rng: Random) -> bytes:
    """Page contents that inflate to a gigabyte."""
    return _one_page(stream(_zeros(1_000_000_000), b"/Filter /FlateDecode"))


def twice_packed_bomb(rng: Random) -> bytes:
    """Page contents that are packed twice, and inflate to four gigabytes."""
    return _one_page(stream(zlib.compress(_zeros(4_000_000_000), 9), b"/Filter [/FlateDecode /FlateDecode]"))


def text_bomb(rng: Random) -> bytes:
    """A page of millions of letters, a few bytes in the file."""
    return _one_page(stream(zlib.compress(_TEXT * 400_000, 9), b"/Filter /FlateDecode"))


def many_filters(rng: Random) -> bytes:
    """Page contents behind five thousand filters."""
    return _one_page(stream(zlib.compress(_TEXT), b"/Filter [" + b"/FlateDecode " * 5000 + b"]"))


def form_laughs(rng: Random) -> bytes:
    """Forms that draw ten times the next form, ten deep."""
    forms = []
    for at in range(10):
        last = at == 9
        content = _TEXT if last else b"/X Do " * 10
        uses = b"/Resources << /Font << /F1 5 0 R >> >>" if last else b"/Resources << /XObject << /X %d 0 R >> >>" % (7 + at)
        forms.append(stream(content, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + uses))
    return _one_page(stream(b"/X Do"), *forms, extra=b"/XObject << /X 6 0 R >>")


def form_draws_itself(rng: Random) -> bytes:
    """A form that draws itself."""
    form = stream(
        b"/X Do " + _TEXT,
        b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 6 0 R >> /Font << /F1 5 0 R >> >>",
    )
    return _one_page(stream(b"/X Do"), form, extra=b"/XObject << /X 6 0 R >>")


def page_tree_loops(rng: Random) -> bytes:
    """A page tree that is its own child."""
    return pdf([_CATALOG, b"<< /Type /Pages /Kids [2 0 R 3 0 R 2 0 R] /Count 3 >>", _page(), stream(_TEXT), _FONT])


def page_tree_laughs(rng: Random) -> bytes:
    """A page tree in which each level names the next twenty times: 20 to the 12th pages."""
    levels = [b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b"%d 0 R " % (7 + at) * 20, 20 ** (12 - at)) for at in range(12)]
    page = b"<< /Type /Page /Parent 17 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>"
    return pdf([b"<< /Type /Catalog /Pages 6 0 R >>", b"<< >>", page, stream(_TEXT), _FONT, *levels, page])


def count_lies(rng: Random) -> bytes:
    """A page tree that says it has two thousand million pages."""
    return pdf([_CATALOG, b"<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", _page(), stream(_TEXT), _FONT])


def five_thousand_pages(rng: Random) -> bytes:
    """Five thousand pages."""
    kids = b" ".join(b"%d 0 R" % number for number in range(6, 5006))
    return pdf([_CATALOG, b"<< /Type /Pages /Kids [%s] /Count 5000 >>" % kids, b"<< >>", stream(_TEXT), _FONT, *[_page()] * 5000])


def same_page_often(rng: Random) -> bytes:
    """One page, named a hundred thousand times."""
    return pdf([_CATALOG, b"<< /Type /Pages /Kids [%s] /Count 100000 >>" % (b"3 0 R " * 100_000), _page(), stream(_TEXT), _FONT])


def giant_table(rng: Random) -> bytes:
    """A page with a table of two hundred thousand cells."""
    cells = b"\n".join(
        b"BT /F1 1 Tf %d %d Td (%d,%03d.00) Tj ET" % (x * 5, y, x, y % 1000) for y in range(1000) for x in range(200)
    )
    return _one_page(stream(zlib.compress(cells), b"/Filter /FlateDecode"))


def many_lines(rng: Random) -> bytes:
    """A page of half a million ruled lines, with a little text."""
    lines = b"\n".join(
        b"%d %d m %d %d l S" % (rng.randrange(600), rng.randrange(800), rng.randrange(600), rng.randrange(800))
        for _ in range(500_000)
    )
    return _one_page(stream(zlib.compress(lines + b"\n" + _TEXT), b"/Filter /FlateDecode"))


def deep_arrays(rng: Random) -> bytes:
    """Brackets within brackets, two hundred thousand deep."""
    return _one_page(stream(_TEXT), b"[" * 200_000 + b"]" * 200_000)


def deep_contents(rng: Random) -> bytes:
    """Brackets and saved states within page contents, very deep."""
    return _one_page(stream(b"q " * 300_000 + b"[" * 200_000 + _TEXT))


def deep_dictionaries(rng: Random) -> bytes:
    """Dictionaries within dictionaries, in the catalogue."""
    return pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R /A " + b"<< /A " * 100_000 + b"1" + b" >>" * 100_000 + b" >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            _page(),
            stream(_TEXT),
            _FONT,
        ]
    )


def places_loop(rng: Random) -> bytes:
    """A table of places whose earlier version is itself."""
    made = _one_page(stream(_TEXT))
    start = made.rfind(b"xref\n0")
    return made.replace(b"/Root 1 0 R ", b"/Root 1 0 R /Prev %d " % start)


def length_is_itself(rng: Random) -> bytes:
    """A stream whose length is the stream."""
    return _one_page(b"<< /Length 4 0 R >>\nstream\n" + _TEXT + b"\nendstream")


def huge_page(rng: Random) -> bytes:
    """A page as wide as a town."""
    return _one_page(stream(_TEXT)).replace(b"[0 0 595 842]", b"[0 0 9e9 9e9]")


def huge_picture(rng: Random) -> bytes:
    """A picture that says it has ten thousand million dots."""
    image = stream(
        _zeros(20_000_000),
        b"/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Filter /FlateDecode",
    )
    return _one_page(stream(b"100 0 0 100 0 0 cm /I Do"), image, extra=b"/XObject << /I 6 0 R >>")


def packed_objects(rng: Random) -> bytes:
    """A stream of objects that inflates to hundreds of megabytes of small objects."""
    body = b" ".join(b"%d %d" % (number, 0) for number in range(10, 200_010)) + b" " + b"[1 2 3] " * 20_000_000
    packed = zlib.compress(body, 9)
    return _one_page(stream(_TEXT), stream(packed, b"/Type /ObjStm /N 200000 /First 2000000 /Filter /FlateDecode"))


def characters_map_bomb(rng: Random) -> bytes:
    """A font whose map of characters has millions of entries."""
    mapping = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    mapping += (
        b"".join(b"100 beginbfrange\n" + b"<0000> <FFFF> <0000>\n" * 100 + b"endbfrange\n" for _ in range(2000)) + b"endcmap end"
    )
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>"
    return pdf(
        [
            _CATALOG,
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            _page(),
            stream(_TEXT),
            font,
            stream(zlib.compress(mapping, 9), b"/Filter /FlateDecode"),
        ]
    )


def zip_called_pdf(rng: Random) -> bytes:
    """A zip of a gigabyte of nothing."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("saldo.html", "w") as file:
        for _ in range(300):
            file.write(b"\0" * 1_000_000)
    return buffer.getvalue()


def large_noise(rng: Random) -> bytes:
    """Sixty megabytes of noise behind a PDF's first line."""
    return b"%PDF-1.7\n" + rng.randbytes(60_000_000)


def deep_page(rng: Random) -> bytes:
    """A page of elements within elements, two hundred thousand deep."""
    return b"<html><body>" + b"<div>" * 200_000 + b"Saldo JHT Rp 1.000.000,00"


def deep_tables(rng: Random) -> bytes:
    """Tables within tables."""
    return b"<html><body>" + b"<table><tr><td>" * 20_000 + b"Saldo JHT Rp 1.000.000,00"


def giant_page(rng: Random) -> bytes:
    """A page with a table of a million cells."""
    return b"<html><body><table>" + b"<tr>" + b"<td>1.000.000,00</td>" * 1_000_000 + b"</tr></table>"


def spanning_page(rng: Random) -> bytes:
    """Cells that say they span millions of rows and columns."""
    return b"<table>" + b"<tr><td colspan=9999999 rowspan=9999999>Saldo JHT</td><td>1.000.000,00</td></tr>" * 2000 + b"</table>"


def entities_page(rng: Random) -> bytes:
    """Entities that grow."""
    names = b"".join(b'<!ENTITY e%d "%s">' % (at + 1, b"&e%d;" % at * 10) for at in range(12))
    return (
        b'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "Saldo JHT Rp 1.000.000,00">'
        + names
        + b"]><html><body>&e12;</body></html>"
    )


def nested_parts(rng: Random) -> bytes:
    """A message of messages of messages."""
    made = b"Content-Type: text/html\r\n\r\n<p>Saldo JHT Rp 1.000.000,00</p>"
    for at in range(3000):
        made = b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n%s\r\n--b%d--\r\n' % (at, at, made, at)
    return b"MIME-Version: 1.0\r\n" + made


def many_parts(rng: Random) -> bytes:
    """A message of a hundred thousand parts."""
    part = b"--b\r\nContent-Type: text/html\r\n\r\n<p>Saldo JHT Rp 1.000.000,00</p>\r\n"
    return b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n' + part * 100_000 + b"--b--\r\n"


Bomb = Callable[[Random], bytes]
PDFS: tuple[Bomb, ...] = (
    stream_bomb, twice_packed_bomb, text_bomb, many_filters, form_laughs, form_draws_itself, page_tree_loops, page_tree_laughs, count_lies,
    five_thousand_pages, same_page_often, giant_table, many_lines, deep_arrays, deep_contents, deep_dictionaries, places_loop,
    length_is_itself, huge_page, huge_picture, packed_objects, characters_map_bomb, zip_called_pdf, large_noise,
)  # fmt: skip
PAGES: tuple[Bomb, ...] = (deep_page, deep_tables, giant_page, spanning_page, entities_page)
MESSAGES: tuple[Bomb, ...] = (nested_parts, many_parts)
TEXTS: tuple[Bomb, ...] = (large_noise, giant_page)
