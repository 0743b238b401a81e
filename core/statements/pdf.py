"""A PDF as lines of words, read with PDFium. Only letters that a person would see upright count; nothing is ever run or fetched."""

from __future__ import annotations

import ctypes
import math
import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from core.statements.letters import UNCLEAR, Letter, lines_of, upright
from core.statements.limits import Limits, PasswordNeeded, TooMuch, Unreadable
from core.statements.lines import Line
from core.statements.streams import check_places, check_streams

HEAD: Final = b"%" + b"PDF-"  # in two pieces: no file of the repository but a stamped statement may hold the whole
HEAD_WITHIN: Final = 1024
_FEW_LETTERS: Final = 200
_TAIL: Final = 1024
_START: Final = re.compile(rb"startxref\s+([0-9]{1,12})\s+%%EOF")
_SECTION: Final = re.compile(rb"\s{0,4}(?:xref|[0-9]{1,10}\s+[0-9]{1,5}\s+obj)")
_INVISIBLE: Final = (3, 7)  # text render modes: nothing is painted


def read_pdf(data: bytes, password: str | None, limits: Limits) -> list[Line]:
    """The lines of all pages. Raises Unreadable (cut_off, damaged, only_a_picture, no_text), PasswordNeeded, TooMuch."""
    _must_be_whole(data)
    import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

    with _opened(pdfium, data, password) as document:
        protected = pdfium.FPDF_GetSecurityHandlerRevision(document) >= 0
        count = pdfium.FPDF_GetPageCount(document)
        if count > limits.pages:
            raise TooMuch
        if count < 1:
            raise Unreadable("damaged")
        if not protected:
            check_streams(data)
        lines: list[Line] = []
        letters = 0
        pictures = blank = False
        for number in range(count):
            page = _Page(pdfium, document, number)
            try:
                found = page.letters(limits.letters - letters)
                pictures = pictures or page.has_pictures()
                blank = blank or page.is_blank()
            finally:
                page.close()
            letters += len(found)
            lines.extend(lines_of(found, number + 1))
    if blank and lines:
        check_places(data)  # a page without anything may be one that was lost
    if not lines:
        raise Unreadable("only_a_picture" if pictures else "no_text")
    if pictures and letters < _FEW_LETTERS and not any(character.isdigit() for line in lines for character in line.text):
        raise Unreadable("only_a_picture")  # a scan with a stamp of letters over it
    return lines


def _must_be_whole(data: bytes) -> None:
    """A PDF ends in the place of its table of objects; one that was cut off on its way does not. (PDFium would mend it silently.)"""
    begin = data.find(HEAD, 0, HEAD_WITHIN + len(HEAD))
    if begin < 0:
        raise Unreadable("not_a_statement_file")
    ends = list(_START.finditer(data[-_TAIL:]))
    if not ends:
        raise Unreadable("cut_off")
    place = int(ends[-1][1])
    if not any(_SECTION.match(data, at) for at in {place, place + begin} if at < len(data)):
        raise Unreadable("damaged")


@contextmanager
def _opened(pdfium: Any, data: bytes, password: str | None) -> Iterator[Any]:
    secret = None if password is None else password.encode("utf-8")
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
    if not document and password is not None and not password.isascii():
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), password.encode("latin-1", "replace"))
    if not document:
        error = pdfium.FPDF_GetLastError()
        if error == pdfium.FPDF_ERR_PASSWORD:
            raise PasswordNeeded
        raise Unreadable("protection_unknown" if error == pdfium.FPDF_ERR_SECURITY else "damaged")
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


class _Page:
    """One page, open."""

    def __init__(self, pdfium: Any, document: Any, number: int) -> None:
        self.pdfium = pdfium
        self.page = pdfium.FPDF_LoadPage(document, number)
        if not self.page:
            raise Unreadable("damaged")
        self.text = pdfium.FPDFText_LoadPage(self.page)
        if not self.text:
            self.close()
            raise Unreadable("damaged")

    def close(self) -> None:
        """Give the page back."""
        if self.page and getattr(self, "text", None):
            self.pdfium.FPDFText_ClosePage(self.text)
        if self.page:
            self.pdfium.FPDF_ClosePage(self.page)
        self.page = self.text = None

    def has_pictures(self) -> bool:
        """Whether anything but text is drawn here: a scan is one picture, or many."""
        count = min(self.pdfium.FPDFPage_CountObjects(self.page), 2_000)
        return any(
            self.pdfium.FPDFPageObj_GetType(self.pdfium.FPDFPage_GetObject(self.page, index)) != self.pdfium.FPDF_PAGEOBJ_TEXT
            for index in range(count)
        )

    def is_blank(self) -> bool:
        """Whether nothing at all is drawn here."""
        return int(self.pdfium.FPDFPage_CountObjects(self.page)) == 0

    def letters(self, most: int) -> list[Letter]:
        """The letters that stand upright in some direction, inside the page. Raises TooMuch."""
        pdfium, text = self.pdfium, self.text
        count = pdfium.FPDFText_CountChars(text)
        if count > most:
            raise TooMuch
        box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
        x, y = ctypes.c_double(), ctypes.c_double()
        left, bottom, right, top = self._visible_box()
        out: list[Letter] = []
        hidden: dict[int, bool] = {}
        parted = False
        for index in range(count):
            if pdfium.FPDFText_IsGenerated(text, index) == 1:
                parted = True
                continue
            before, parted = parted, False
            if self._is_hidden(index, hidden):
                continue
            pdfium.FPDFText_GetMatrix(text, index, matrix)
            turn = upright(matrix.a, matrix.b)
            if turn is None or not pdfium.FPDFText_GetLooseCharBox(text, index, box):
                continue
            if not pdfium.FPDFText_GetCharOrigin(text, index, x, y):
                continue
            if box.right < left or box.left > right or box.top < bottom or box.bottom > top:
                continue
            size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
            x0, x1, base = _turned(turn, (box.left, box.bottom, box.right, box.top), x.value, y.value)
            if size > 0 and all(map(math.isfinite, (x0, x1, base, size))):
                out.append(Letter(self._letter(index), x0, x1, base, size, turn, before))
        return out

    def _letter(self, index: int) -> str:
        code = self.pdfium.FPDFText_GetUnicode(self.text, index)
        if (
            not code
            or code > 0x10FFFF
            or 0xD800 <= code < 0xE000
            or self.pdfium.FPDFText_HasUnicodeMapError(self.text, index) == 1
        ):
            return UNCLEAR
        letter = chr(code)
        if letter == "\u00ad" or letter == "\x02":
            return "-"
        return unicodedata.normalize("NFKC", letter) if code > 0xFF else " " if letter == "\u00a0" else letter

    def _is_hidden(self, index: int, known: dict[int, bool]) -> bool:
        """Whether the letter is drawn invisibly (under a scan), by its text object."""
        piece = self.pdfium.FPDFText_GetTextObject(self.text, index)
        if not piece:
            return False
        key = ctypes.addressof(piece.contents)
        if key not in known:
            known[key] = self.pdfium.FPDFTextObj_GetTextRenderMode(piece) in _INVISIBLE
        return known[key]

    def _visible_box(self) -> tuple[float, float, float, float]:
        box = self.pdfium.FS_RECTF()
        if not self.pdfium.FPDF_GetPageBoundingBox(self.page, box):
            return (-math.inf, -math.inf, math.inf, math.inf)
        return (box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top))


def _turned(turn: int, box: tuple[float, float, float, float], x: float, y: float) -> tuple[float, float, float]:
    """Left edge, right edge and baseline of a letter as if its page were turned until it stands upright."""
    left, bottom, right, top = box
    if turn == 0:
        return left, right, y
    if turn == 1:
        return bottom, top, -x
    if turn == 2:
        return -right, -left, -y
    return -top, -bottom, x
