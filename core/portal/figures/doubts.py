"""What a page says against its own figure: that it is a bound or a range, not valid, only an example, in thousands, or another one."""

from __future__ import annotations

import re
from typing import Final

from core import money
from core.portal.blocks import Blocks, is_link
from core.portal.figures.around import taken_back
from core.portal.figures.facts import Figure, Page
from core.portal.figures.spelled import rupiah_of, starts_number
from core.portal.figures.values import State, find_amounts
from core.portal.figures.words import words_of

_LONGEST: Final = 600  # characters of a line that are looked at
_BOUND_WORD: Final = (
    r"sekitar|kira[- ]?kira|kurang lebih|lebih kurang|hampir|nyaris|antara|mulai(?: dari)?|lebih dari|kurang dari|di ?atas|di ?bawah"
    r"|paling (?:sedikit|banyak|tinggi|rendah|kecil|besar)|se(?:tinggi|rendah)[- ]tingginya|sekurang-kurangnya|setidaknya|tidak kurang dari"
    r"|tidak lebih dari|maks(?:imal|imum)?\.?|min(?:imal|imum)?\.?|approx(?:imately|\.)?|about|around|between|nearly|almost|at (?:least|most)"
    r"|roughly|circa|ca\.|more than|less than|over|under|up to|ribuan|jutaan|\+/-|dari|bukan|not"
)
_BEFORE: Final = re.compile(rf"(?:[><≥≤±~≈≃∼≅⩾⩽≲≳+/]|(?<![A-Za-z])(?:{_BOUND_WORD})) ?(?:=|:)? ?$", re.IGNORECASE)
_BEFORE_IS_ALL: Final = re.compile(rf"(?:[><≥≤±~≈≃∼≅⩾⩽≲≳+]|(?:{_BOUND_WORD}))[ :=]*", re.IGNORECASE)
# At the end of a label, the figure on a line of its own. (`>` there is a menu's arrow.)
_ENDS_THE_LABEL: Final = re.compile(r"(?:[≥≤±~≈≃∼≅⩾⩽≲≳]|\+/-)[ :=]*$")
# Straight behind an amount: a sign, a range, a unit that is no rupiah, a debt (`,00-`, DB), a rate, another person's.
_MONTH: Final = r"(?:[0-9]|ini|lalu|jan|feb|mar|apr|mei|may|jun|jul|agu|aug|sep|okt|oct|nov|des|dec)"
_AFTER: Final = re.compile(
    r"(?<=[.,][0-9]{2}) ?[-\u2212\u2013\u2014](?![ ]?[0-9A-Za-z(])"
    rf"| ?\(?(?:(?:per|setiap|tiap|tiap-tiap|each|every) (?:bulan|tahun|hari|orang|peserta|pekerja|month|year|person)\b(?! ?{_MONTH})"
    r"|(?:db|dr|debet|debit)\b|d\)|rata[- ]rata|average|avg\b"
    r"|(?:milik|atas nama|a\.?n\.?) (?:istri|suami|pasangan|anak|orang tua|ayah|ibu|ahli waris|spouse|heir)\b)"
    r"| ?(?:\+(?![ ]?(?:rp|[0-9(]))|[><≥≤±~≈]|poin\b|points?\b|pts\b|koin\b|unit\b|lot\b|usd\b|dolar\b|dollars?\b|ke atas\b|ke bawah\b"
    r"|or (?:more|less)\b|atau (?:lebih|kurang)\b|lebih\b(?! ?lanjut))",
    re.IGNORECASE,
)
_RANGE: Final = re.compile(
    r" ?(?:s\.?/?d\.?|sampai(?: dengan)?|hingga|to|until|dan|and|atau|or|dari|of|plus|/|-|\u2013|\u2014|~|\u2192|,|;|&|)[ :]*",
    re.IGNORECASE,
)
_GARBLED: Final = re.compile(r"[^A-Za-z0-9]{0,6}[^\x00-\x7f\s][^A-Za-z0-9]{0,6}")  # a dash whose bytes were read as other letters
_UNIT: Final = re.compile(
    r"\b(?:dalam|in|satuan|angka|nilai|x|\u00d7) ?(?:satuan )?(?:ribuan|jutaan|miliaran|milyaran|ribu|juta|thousands?|millions?)(?![A-Za-z])"
    r"|\((?:rp\.? ?)?(?:ribu(?:an)?|juta(?:an)?)(?: ?rp| rupiah)?\)|\brp\.? ?(?:ribu|juta|000)\b(?![.,])"
    r"|(?:[x\u00d7]|\bper) ?rp\.? ?1[.,0]{1,12}\b",
    re.IGNORECASE,
)
_THING: Final = r"(?:saldo|data|angka|nominal|nilai|figur\w*|informasi|balance|amount)"
_DISOWNED: Final = re.compile(
    rf"\b{_THING}\b[^.;]{{0,60}}\b(?:tidak|belum|bukan)(?: lagi)? "
    rf"(?:valid|sah|sebenarnya|akurat|benar|nyata|resmi|terverifikasi|diverifikasi|tervalidasi|divalidasi|final|"
    rf"direkonsiliasi|dapat (?:digunakan|dipercaya|dijadikan))"
    rf"|\((?:tidak|belum) (?:valid|sah|diverifikasi|terverifikasi|divalidasi|final|benar|akurat)\b"
    rf"|\bbukan (?:{_THING} )?(?:jht )?(?:anda )?(?:yang )?(?:sebenarnya|sesungguhnya|asli|nyata)\b"
    r"|\b(?:data|angka|saldo|nilai|tampilan) (?:contoh|fiktif|palsu|dummy|uji|percobaan|rekaan|simulasi|ilustrasi|tiruan)\b"
    r"|\b(?:hanya|sekadar|semata) (?:untuk )?(?:uji ?coba|keperluan uji|pengujian|contoh|ilustrasi|demo|testing|latihan)\b"
    r"|\b(?:sample|dummy|test|fake|demo) (?:data|balance|figure|amount)s?\b|\bfor "
    r"(?:testing|test|demonstration|demo|illustration)(?: purposes)? only\b"
    r"|\b(?:saldo|data|angka) (?:jht )?(?:anda )?(?:terbaru|terkini|terakhir|tahun ini|hari ini) (?:belum|tidak) tersedia\b"
    r"|\b(?:lingkungan|server|situs|versi|environment) (?:untuk )?(?:pengujian|uji ?coba|percobaan|staging|testing|development|sandbox)\b"
    r"|\b(?:staging|sandbox|test(?:ing)?|development) (?:environment|server|site)\b"
    r"|\b(?:ralat|koreksi saldo|salah cetak)\b|\b(?:saldo|angka|nominal|nilai) (?:jht )?(?:anda )?yang (?:benar|betul|sebenarnya|seharusnya)\b"
    rf"|\b{_THING}\b[^.;]{{0,40}}\b(?:salah|keliru|dibatalkan|tidak berlaku|kedaluwarsa|"
    rf"kadaluarsa|is (?:not|in)valid|is wrong|not (?:been )?verified|unverified)\b",
    re.IGNORECASE,
)
_CASE: Final = re.compile(
    r"\b(?:jika|bila|apabila|kalau|bilamana|seandainya|jikalau|in case|if|when|laporkan|melaporkan)\b", re.IGNORECASE
)
_OF_THE_LOGIN: Final = re.compile(r"\b(?:password|sandi|pin|login|masuk|otp|user ?name|captcha)\b", re.IGNORECASE)
_WATERMARK: Final = re.compile(
    r"[^A-Za-z]{0,6}(?:contoh|specimen|spesimen|sample|draft|draf|dummy|void|uji ?coba|example|tidak sah|tidak berlaku)"
    r"(?:[^A-Za-z]{1,6}(?:contoh|specimen|spesimen|sample|draft|draf|dummy|void|saja|only))*[^A-Za-z]{0,6}",
    re.IGNORECASE,
)
_LOADING: Final = re.compile(
    r"\b(?:sedang |masih )?(?:memuat|dimuat|loading|mengambil data|mohon tunggu|please wait|harap tunggu)\b", re.IGNORECASE
)
_NAMED: Final = re.compile(
    r"\b[Ss](?:aldo|ALDO)\b[^.;:]{0,40}?\b(?:[Aa]tas [Nn]ama|ATAS NAMA|[Aa]\.? ?[Nn]\.?|milik)[ :]+(?:(?:Sdr\.?i?|Bpk\.?|Bapak|Ibu) )?"
    r"(?!Anda|Peserta|Saudara|ANDA)([A-Z][A-Za-z.']*(?: [A-Z][A-Za-z.']*){0,5})"
)


_OWN: Final = re.compile(
    r"(?:(?:nama(?: lengkap| peserta| tenaga kerja)?|peserta|participant|member) ?:|(?:anda )?(?:login|masuk) sebagai"
    r"|selamat datang|halo|hai|welcome|yth)[,.: ]{1,3}(?:(?:sdr|sdri|bpk|bapak|ibu)\b[. ]*)?"
    r"((?-i:[A-Z])[a-z.']*(?: (?-i:[A-Z])[a-z.']*){0,5})",
    re.IGNORECASE,
)


def doubt(page: Page, blocks: Blocks, figures: list[Figure], total: int) -> str | None:
    """Why a figure that its labels prove must not be shown after all, as one of REASONS; None where the page says nothing against it."""
    lines = blocks.lines()
    if max(map(len, lines), default=0) > _LONGEST:
        lines = [line[:_LONGEST] for line in lines]
    shown = {text for figure in figures if figure.state is State.AMOUNT and (text := figure.text.strip())}
    worded = [line[:_LONGEST] for line in blocks.worded()]
    for line in worded:
        if _disowns(line):
            return "contradiction"
        if _WATERMARK.fullmatch(line) and any(map(_WATERMARK.fullmatch, blocks.lines(is_link))):
            return "only_estimates"  # a menu's link to an example is no watermark
        if _UNIT.search(line):
            return "number_style_unclear"
        if not total and len(line) < 120 and _LOADING.search(line):
            return "figure_missing"
    if (against := taken_back(page, blocks, figures, worded)) is not None:
        return against
    if any(_bounded(lines[place], shown, lines[place - 1] if place else "") for place in holding(lines, shown)):
        return "label_unclear"
    sens = {sen for text in shown if (sen := _sen(page, text)) is not None} | {total}
    if any("rupiah" in line.casefold() and _spelled_otherwise(line, sens) for line in worded):
        return "figures_disagree"
    return "several_persons" if _of_another(page, worded) else None


def _disowns(line: str) -> bool:
    """Whether a line takes a figure back. What it says only for a case (`Jika data salah, hubungi 175`), and of passwords, does not."""
    return any(
        not _CASE.search(re.split(r"[.;!?] ", line[: match.start()])[-1]) and not _OF_THE_LOGIN.search(match[0])
        for match in _DISOWNED.finditer(line)
    )


def holding(lines: list[str], shown: set[str]) -> list[int]:
    """The places of the lines in which one of the figures stands: each figure is searched for in all lines at once."""
    page = "\n".join(lines)
    found: set[int] = set()
    for text in shown:
        place = begin = 0
        at = page.find(text)
        while at >= 0:
            place += page.count("\n", begin, at)
            found.add(place)
            begin = page.find("\n", at)
            at = page.find(text, begin) if begin >= 0 else -1
    return sorted(found)


def _bounded(line: str, shown: set[str], above: str) -> bool:
    """Whether one of the figures stands in a line as a bound, a guess, an end of a range, or with a unit that is no rupiah."""
    ends = [(found.begin, found.end) for found in find_amounts(line)]
    for text in shown:
        begin = line.find(text)
        while begin >= 0:
            end = begin + len(text)
            whole = not (line[begin - 1 : begin].isalnum() and begin) and not line[end : end + 1].isalnum()
            if whole and _is_bounded(line, begin, end, ends):
                return True
            if whole and not begin and (_BEFORE_IS_ALL.fullmatch(above[-40:]) or _ENDS_THE_LABEL.search(above[-40:])):
                return True
            begin = line.find(text, end)
    return False


def _is_bounded(line: str, begin: int, end: int, ends: list[tuple[int, int]]) -> bool:
    if _BEFORE.search(line[max(0, begin - 40) : begin]) or _AFTER.match(line, end):
        return True
    for other_begin, other_end in ends:
        for gap, here, there in (
            (line[end:other_begin], line[begin:end], line[other_begin:other_end]),
            (line[other_end:begin], line[other_begin:other_end], line[begin:end]),
        ):
            between = _RANGE.fullmatch(gap) or _GARBLED.fullmatch(gap)
            if gap and here != there and between:
                return True
    return False


def _spelled_otherwise(line: str, sens: set[int]) -> bool:
    """Whether a line writes out another amount: `Rp 24.500.000 (dua puluh lima juta rupiah)`, `Terbilang: ...`."""
    words = words_of(line)
    for at, word in enumerate(words):
        if word != "rupiah":
            continue
        begin = at
        while begin and starts_number(words[begin - 1]):
            begin -= 1
        spelled = rupiah_of(words[begin:at])
        if spelled is None or at - begin < 2:
            continue
        printed = {sen // money.SEN for sen in sens}
        beside = "terbilang" in words or any(found.end for found in find_amounts(line))
        if beside and spelled not in printed and not _is_printed(line, spelled):
            return True
    return False


def _is_printed(line: str, spelled: int) -> bool:
    """Whether an amount of this line itself is what the words say: they are then another figure's."""
    digits = str(spelled)
    return any(re.sub(r"[^0-9]", "", re.sub(r"[.,][0-9]{2}$", "", found.text)) == digits for found in find_amounts(line))


def _of_another(page: Page, lines: list[str]) -> bool:
    """Whether the balance is said to be of a person whom the page does not name as its own."""
    own = {" ".join(words_of(name)) for name in page.persons | page.names}
    own |= {" ".join(words_of(match[1])) for line in lines if len(line) < 160 and (match := _OWN.match(line)) is not None}
    if not own:
        return False
    return any(
        (match := _NAMED.search(line)) is not None
        and not any(" ".join(words_of(match[1])) in name or name in " ".join(words_of(match[1])) for name in own)
        for line in lines
        if "saldo" in line.casefold()
    )


def _sen(page: Page, text: str) -> int | None:
    try:
        return money.parse_amount(text, page.style)
    except (money.NotMoney, money.AmbiguousMoney):
        return None
