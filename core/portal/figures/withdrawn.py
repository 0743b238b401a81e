"""What a page says against its figures in lines of their own: other units, what is not all, what is not now, and what is another's.

Words that stand apart from the figure, which a careful person would not read past. Those of its own row are in `rowed`.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import islice, takewhile
from typing import Final

from core import money
from core.portal.blocks import Blocks
from core.portal.figures.doubts import holding
from core.portal.figures.facts import Figure, Page
from core.portal.figures.rowed import DONE, has_amount, rows_are_missing, rows_of_another, said_of, text_of
from core.portal.figures.spelled import number_of, rounded_like
from core.portal.figures.values import State
from core.portal.figures.words import words_of

_LONGEST: Final = 400  # characters of a line that are looked at
_CASE: Final = re.compile(r"\b(?:jika|bila|apabila|kalau|bilamana|seandainya|jikalau|in case|if|when)\b", re.IGNORECASE)
_THING: Final = r"(?:saldo|angka|nilai|nominal|data|figures?|balance|amounts?)"

_UNIT: Final = re.compile(
    r"\bsatuan ?[:=]? ?(?:dalam )?(?:rp\.? ?1[.,]?000\b|ribu|juta|usd|\$)|\bdikali(?:kan)? ?(?:dengan )?(?:1[.,]?000|seribu|sejuta|satu juta)"
    r"|\bmultipl(?:y|ied) by (?:1[.,]?000|one thousand|one million)|\bangka (?:di )?(?:terakhir"
    r"|belakang) (?:dihilangkan|dipotong|tidak ditampilkan)"
    r"|\b(?:mata uang|currency|valuta) ?[:=] ?(?!rp|idr|rupiah|indonesian?)[a-z$\u20ac]",
    re.IGNORECASE,
)
_NOT_NOW: Final = re.compile(
    rf"\b{_THING}\b[^.;]{{0,60}}\b(?:data|saldo|posisi) (?:tahun|bulan|periode) (?:lalu|sebelumnya)\b"
    r"|\bbukan (?:merupakan )?(?:saldo|data|angka|posisi) (?:jht )?(?:anda )?(?:yang )?(?:terkini|terbaru|terakhir|saat ini|sekarang)\b"
    rf"|\b{_THING}\b[^.;]{{0,60}}\b(?:tidak|belum) (?:mencerminkan|menggambarkan|menunjukkan|memperhitungkan)\b"
    rf"|\b(?:saldo|angka|nilai|nominal)\b[^.;]{{0,60}}\b(?:dalam proses|sedang di"
    rf"|sedang dalam)[^.;]{{0,12}}(?:koreksi|perbaik|rekonsiliasi|sesuai|hitung)"
    rf"|\bkesalahan (?:per|peng)?hitung(?:an)?\b[^.;]{{0,40}}\b{_THING}\b|\babaikan (?:{_THING})\b|\bignore (?:this|the|these) {_THING}\b"
    r"|\bsaldo\b[^.;:]{0,60}\badalah\b[^.;:]{0,20}\bsebelum (?:pencairan|klaim|pembayaran|penarikan|koreksi|penyesuaian)\b"
    rf"|\bsaldo\b[^.;:0-9]{{0,40}}[0-9]{{0,11}}[^.;:0-9]{{0,12}}(?<!yang )\b(?:telah|sudah) (?:seluruhnya )?{DONE}\b(?! ?[:=(])",
    re.IGNORECASE,
)
_PAID: Final = re.compile(rf"\b(?:klaim|pencairan|pembayaran)\b.*\b(?:telah|sudah|berhasil) {DONE}", re.IGNORECASE)
_COMING: Final = re.compile(
    r"(?:sedang |masih )?(?:memuat|mengambil|memperbarui|loading|updating|fetching)\b[^.;:]{0,30}\b(?:saldo|kartu"
    r"|kpj|balance|cards?)\b[^.;:]{0,20}"
    r"(?:\.{2,3}|\u2026)",
    re.IGNORECASE,
)
_MORE: Final = re.compile(
    r"\b(?:geser|gulir)\b.{0,30}\b(?:kartu|kpj) (?:lain|berikut|selanjut)|\b(?:swipe|scroll)\b.{0,30}\b(?:other|more|next) cards?\b"
    r"|\bsaldo (?:kartu|kpj) lain(?:nya)? (?:tidak|belum) (?:termasuk|dihitung|ikut)\b"
    r"|\bmasih (?:ada|terdapat) (?:kartu|kpj) lain"
    r"|(?:\+|\bdan|\band) ?[0-9]{1,2} (?:kartu|kpj|cards?) (?:lagi|lain(?:nya)?|more)",
    re.IGNORECASE,
)
_SETTLED: Final = re.compile(r"(?:status ?:? ?)?(?:sudah|telah) (?:di)?(?:klaim|cair(?:kan)?)", re.IGNORECASE)
_NUMBERS: Final = {"dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "two": 2, "three": 3, "four": 4, "five": 5}
_COUNTED: Final = re.compile(
    rf"\b(?:({'|'.join(_NUMBERS)}) (?:kartu|kpj|kepesertaan|cards|memberships)|semua (?:kartu|kpj) ?\(([0-9]{{1,2}})\))",
    re.IGNORECASE,
)
_WITH_JP: Final = re.compile(
    r"(?:[*\u2020(]|.*\b(?:saldo|angka|nilai|jumlah)\b).*(?<!tidak )(?<!belum )(?<!bukan )\btermasuk (?:saldo )?(?:jaminan pensiun|jp)\b"
    r"|.*\b(?:gabungan|penjumlahan) (?:saldo )?jht (?:dan|&|\+|/) ?jp\b",
    re.IGNORECASE,
)
_WORKERS: Final = re.compile(r"(?:jumlah|total) (?:tenaga kerja|pekerja|karyawan|pegawai) ?:? ?([0-9.]{1,7})?", re.IGNORECASE)
_OF_WORKERS: Final = re.compile(r"\bdari ([0-9.]{1,7}) (?:tenaga kerja|pekerja|karyawan|pegawai)\b", re.IGNORECASE)
_NOT_MINE: Final = re.compile(
    r"(?:(?:daftar|kartu|kpj|yang) ){0,4}bukan (?:kartu|milik|kpj) (?:saya|anda)|(?:cards? )?not mine", re.IGNORECASE
)
_BEHIND: Final = re.compile(
    r"-an\b| ?(?:untuk|selama) [0-9]{1,2} (?:tahun|bulan)\b| ?(?:gram|gr|oz|lembar|saham|kg)\b", re.IGNORECASE
)
_BEFORE: Final = re.compile(r"(?:[\u25b2\u25bc\u25b3\u25bd\u2191\u2193\u2197\u2198+]|\bplus) ?$", re.IGNORECASE)
_NOW_WITHOUT: Final = re.compile(r".{0,40}\b(?:terkini|terbaru|saat ini|sekarang|current) ?:[^0-9]{0,60}", re.IGNORECASE)
_YEAR: Final = re.compile(r"20[0-9]{2}")
_IN_WORDS: Final = re.compile(r"[.,]?-? ?\(([A-Za-z -]{8,200})\)")
_QUOTED: Final = re.compile('["\u201c\u00ab][^"\u201d\u00bb]*[0-9]{3}[^"\u201d\u00bb]*["\u201d\u00bb].{0,60}')
_I: Final = re.compile(r"\b(?:saya|kami|aku|my|our)\b", re.IGNORECASE)
_MOST_FIGURES, _MOST_SELECTS, _MOST_OPTIONS = 40, 50, 60


def withdrawn(page: Page, blocks: Blocks, figures: list[Figure], *, cards: int | None) -> str | None:
    """Why a proved figure is not shown after all, as one of REASONS. `cards`: how many were read, None where the portal prints their
    sum."""
    lines = blocks.lines()
    if max(map(len, lines), default=0) > _LONGEST:
        lines = [line[:_LONGEST] for line in lines]
    shown = [one for one in figures if one.state is State.AMOUNT][:_MOST_FIGURES]
    worded = {line[:_LONGEST]: at for line, at in blocks.worded().items()}
    for line, at in worded.items():
        if (why := _said(line, lines[at + 1 : at + 2], cards)) is not None:
            return why
    texts = {text for one in shown if (text := one.text.strip())}
    for line in (lines[place] for place in holding(lines, texts)):
        if _PAID.search(line):
            return "contradiction"
        if _beside(line, texts) or (_I.search(line) and _QUOTED.fullmatch(line)):
            return "label_unclear"
        if any(_spelled_otherwise(page, line, text) for text in texts):
            return "figures_disagree"
    for one in shown:
        if (why := said_of(page, one)) is not None:
            return why
    if cards is not None and cards > 1 and all(map(has_amount, shown)) and any(map(_SETTLED.fullmatch, lines)):
        return "cards_unclear"  # one of the cards was paid out, and none stands there with nothing
    if rows_of_another(worded, shown):
        return "several_persons"
    if cards is not None and rows_are_missing(shown):
        return "cards_incomplete"
    if _now_is_elsewhere(lines, shown) or _of_an_older_year(shown, figures):
        return "figure_missing"
    return None


def _said(line: str, following: list[str], cards: int | None) -> str | None:
    """What a line says on its own."""
    if _UNIT.search(line):
        return "number_style_unclear"
    match = _NOT_NOW.search(line)
    if match is not None and not _CASE.search(re.split(r"[.;!?] ", line[: match.start()])[-1]):
        return "contradiction"
    if _COMING.fullmatch(line):
        return "figure_missing"
    if _WITH_JP.match(line) and not _CASE.search(line):
        return "label_unclear"
    if _NOT_MINE.fullmatch(line.strip(" :.")):
        return "cards_unclear"
    if (match := _OF_WORKERS.search(line)) is not None and int(match[1].replace(".", "") or 0) > 1:
        return "several_persons"
    if (match := _WORKERS.fullmatch(line.strip())) is not None:
        count = (match[1] or " ".join(following)).replace(".", "").strip()
        if count.isdecimal() and int(count) > 1:
            return "several_persons"
    if cards is not None:
        counted = _COUNTED.search(line)
        if _MORE.search(line) or (counted and (int(counted[2]) if counted[2] else _NUMBERS[counted[1].lower()]) > cards):
            return "cards_incomplete"
    return None


def _beside(line: str, texts: set[str]) -> bool:
    """Whether what touches one of the figures makes it a change, another unit, or a share."""
    for text in texts:
        begin = line.find(text)
        while begin >= 0:
            end = begin + len(text)
            if text[0] == "+" or _BEHIND.match(line, end) or _BEFORE.search(line[max(0, begin - 8) : begin]):
                return True
            around = line[max(0, begin - 2) : begin] + line[end : end + 2]
            if any(unicodedata.category(sign) == "Sc" for sign in around):
                return True
            begin = line.find(text, end)
    return False


def _spelled_otherwise(page: Page, line: str, text: str) -> bool:
    """Whether the words in parentheses behind a figure write out another amount."""
    match = _IN_WORDS.match(line, line.find(text) + len(text)) if text in line else None
    spelled = number_of(words_of(match[1])) if match else None
    if spelled is None:
        return False
    try:
        return not rounded_like(spelled, money.parse_amount(text, page.style) // money.SEN)
    except (money.NotMoney, money.AmbiguousMoney):
        return False


def _now_is_elsewhere(lines: list[str], shown: list[Figure]) -> bool:
    """Whether the balance of now has a place on the page, but stands behind a link or is being reckoned, beside one of a past day."""
    if not shown or any(one.label.year is None and one.label.date is None for one in shown):
        return False
    return any(
        "saldo" in line.casefold()
        and _NOW_WITHOUT.fullmatch(line)
        and not any(map(str.isdecimal, " ".join(lines[at + 1 : at + 2])))
        for at, line in enumerate(lines)
    )


def _of_an_older_year(shown: list[Figure], figures: list[Figure]) -> bool:
    """Whether the page is asked for a year that is not the latest it offers, and no figure says its own."""
    if not shown or any(one.label.year is not None or one.label.date is not None for one in shown):
        return False
    root = figures[0].element.getroottree().getroot()
    before = takewhile(lambda one: one is not shown[0].element, root.iter("*"))
    for select in islice((one for one in before if one.tag == "select"), _MOST_SELECTS):
        options = [(one.get("selected") is not None, text_of(one)) for one in list(select.iter("option"))[:_MOST_OPTIONS]]
        years = [(chosen, int(text)) for chosen, text in options if _YEAR.fullmatch(text)]
        picked = [year for chosen, year in years if chosen]
        if len(years) > 1 and picked and picked[0] < max(year for _, year in years):
            return True
    return False
