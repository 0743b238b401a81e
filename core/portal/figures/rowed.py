"""What the label, the heading and the row of a figure say against it: a share, another unit, a card that was paid out, rows left out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from lxml import etree

from core.portal.figures.facts import Figure, Page
from core.portal.inline import words_in

DONE: Final = r"(?:dibayar(?:kan)?|dicairkan|diklaim|ditarik|diambil|dipindah(?:kan)?|dialihkan|digabung(?:kan)?|ditransfer)"
_HEADING: Final = re.compile(
    r"\b(?:promo|arsip|rencana|template|panduan|tutorial|pratinjau|preview|testimoni(?:al)?|kisah|riwayat klaim|bagaimana (?:jika|kalau|bila)"
    r"|pengisian|tanya jawab|faq|archive|guide)\b",
    re.IGNORECASE,
)
_SHARE: Final = re.compile(r"(?<![0-9.,])[0-9]{1,2} ?(?:%|persen|percent)", re.IGNORECASE)
_OF_WHOM: Final = re.compile(r"\b(?:saldo|dana|jht) (?:bagian |milik )?(?:pemberi kerja|kantor cabang)\b", re.IGNORECASE)
_SMALL_UNIT: Final = re.compile(
    r"\( ?(?:rp\.?|idr)? ?(?:k|m|mio|mn|bn|rb|jt|%|(?:[x\u00d7] ?)?['\u2019]?(?:1[.,]?)?000(?:,-)?) ?\)", re.IGNORECASE
)
_FORECAST: Final = re.compile(r"\btermasuk (?:proyeksi|estimasi|perkiraan|simulasi)\b", re.IGNORECASE)
_SETTLED: Final = re.compile(
    rf"\b(?:sudah|telah|lunas) (?:{DONE}|cair|klaim|pindah)\b|\bdibatalkan\b|\b(?:di)?gabung(?:kan)? (?:ke|dengan)\b"
    r"|\b(?:pindah|dipindah(?:kan)?|dialihkan) ke\b|\bklaim (?:selesai|lunas)\b|\bmerged\b|\bpaid out\b|\bclaimed\b",
    re.IGNORECASE,
)
_UNIT_CELL: Final = frozenset(
    "ribu ribuan rb juta jutaan jt miliar milyar thousand thousands million millions usd us$ $ sgd eur myr rm "
    "db dr debet debit poin points gram unit".split()
)
_DIGITS_CELL: Final = re.compile(r"[.,]?[0-9]{3}(?:,[0-9]{2})?|[DK]")
_HEADER_OF_ANOTHER: Final = re.compile(r"\bper (?:bulan|tahun|hari|orang|month|year)\b", re.IGNORECASE)
_NIK: Final = re.compile(r"(?<![0-9])[0-9]{16}(?![0-9])")
_NIK_OF_ONES_OWN: Final = re.compile(r"\b(?:nik|ktp)\b(?: anda| saudara| peserta)? ?[:=]? ?([0-9]{16})(?![0-9])", re.IGNORECASE)
_NUMBERED: Final = frozenset(["no", "#", "nomor", "no urut", "urut"])
_ELLIPSIS: Final = frozenset(["...", "\u2026", "..", ". . ."])
_MOST_ROWS, _MOST_CELLS = 60, 60


def _row_of(figure: Figure) -> etree._Element | None:
    return next((one for one in figure.element.iterancestors() if one.tag == "tr"), None)


def rows_of_another(lines: Iterable[str], shown: list[Figure]) -> bool:
    """Whether a figure stands in the row of another NIK than the one the page calls the reader's."""
    own = {match[1] for line in lines if (match := _NIK_OF_ONES_OWN.search(line)) is not None}
    if not own:
        return False
    rows = [row for one in shown if (row := _row_of(one)) is not None]
    return any(own.isdisjoint(found) for row in rows if (found := set(_NIK.findall(" ".join(map(str, row.itertext()))[:2_000]))))


def rows_are_missing(shown: list[Figure]) -> bool:
    """Whether the rows of a numbered list do not begin with 1, leave one out, or are cut short by dots."""
    rows = [row for one in shown if (row := _row_of(one)) is not None and len(row) > 1]
    if not rows:
        return False
    every = list(islice(next(rows[0].iterancestors("table"), rows[0]).iter("tr"), _MOST_ROWS))
    if any(len(row) > 1 and all(text_of(cell) in _ELLIPSIS for cell in row) for row in every):
        return True
    numbers = {text_of(row[0]).rstrip(".") for row in rows}
    if len(every[0]) == 0 or text_of(every[0][0]).casefold().rstrip(".") not in _NUMBERED or not all(map(str.isdecimal, numbers)):
        return False
    return {int(number) for number in numbers if len(number) < 4} != set(range(1, len(numbers) + 1))


def said_of(page: Page, figure: Figure) -> str | None:
    """What the label, the heading and the row of one figure say."""
    said = figure.label.text
    if _SMALL_UNIT.search(said) or _SHARE.search(said):
        return "label_unclear"
    if _FORECAST.search(said):
        return "only_estimates"
    if _OF_WHOM.search(said) and not figure.label.total:
        return "label_unclear"
    heading = figure.context.heading
    if heading and _HEADING.search(heading) and not page.values.is_company(heading):
        return "label_unclear"
    cell = next((one for one in (figure.element, *figure.element.iterancestors()) if one.tag in ("td", "th")), None)
    row = None if cell is None else cell.getparent()
    if cell is None or row is None or row.tag != "tr" or len(row) > _MOST_CELLS:
        return None
    return _of_row(page, figure, cell, row)


def _of_row(page: Page, figure: Figure, cell: etree._Element, row: etree._Element) -> str | None:
    first = next(next(row.iterancestors("table"), row).iter("tr"), row)
    place = row.index(cell)
    plain = first is not row and len(first) == len(row) and not any(one.get("colspan") or one.get("rowspan") for one in first)
    header = text_of(first[place]) if plain else ""
    if header and not figure.label.total and all(one.tag == "th" for one in first):
        label = page.labels.of(header)
        another = label.families & {"opening", "foreign", "conditional"} or (label.families == {"company"} and not label.strange)
        if (another and "balance" not in label.families) or _HEADER_OF_ANOTHER.search(header):
            return "label_unclear"
    if has_amount(figure) and any(_SETTLED.search(text_of(other)) for other in row if other is not cell):
        return "cards_unclear"
    behind = cell.getnext()
    if behind is not None and behind.tag == "td":
        text = text_of(behind)
        if text.casefold() in _UNIT_CELL:
            return "number_style_unclear"
        headed = next(next(row.iterancestors("table"), row).iter("th"), None) is not None or (
            plain and any(map(str.isalpha, text_of(first[place + 1])))
        )
        if not headed and _DIGITS_CELL.fullmatch(text):
            return "figure_unreadable"
    return None


def has_amount(figure: Figure) -> bool:
    """Whether a figure is more than zero."""
    return any(digit in "123456789" for digit in figure.text)


def text_of(cell: etree._Element) -> str:
    return " ".join(words_in(cell).split())[:120]
