"""What stands around a proved figure and takes it back: words behind it, below it, straight above it, or its heading.

A label stands before its figure; the words looked at here are the ones that belong to no other figure: `Saldo JHT: Rp 900.731.902
(proyeksi)`, a line `Angka ini perkiraan` below, `Hasil simulasi Anda` above, the heading `Saldo Awal`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml import etree

from core.portal.blocks import Blocks, Box, Cell, Line, is_foot, is_link
from core.portal.figures.facts import Figure, Page
from core.portal.figures.labels import MONEY_KINDS, Kind, Label, Program
from core.portal.figures.values import State, find_amounts
from core.portal.figures.words import words_of
from core.portal.inline import words_in

_SHORT: Final = 100  # characters: a longer line is a text of its own
_NOTE: Final = 12  # words of a line that may be a note on a figure
_SECTION: Final = 8  # lines that a small section has
_MOST_ROWS: Final = 200  # of a table that a person looks over
_ROW: Final = 3  # lines before a figure that stand in its row
_UNSAID: Final = frozenset(["estimate", "conditional"])
_COMPANY: Final = re.compile(r"\b(?:PT|CV|UD|PD|Koperasi|Yayasan|Toko|RS)\b\.?(?: [^\s,;()|\u00b7]+){1,6}", re.IGNORECASE)
_THIS: Final = re.compile(
    r"\b(?:(?:angka|nilai|jumlah|saldo|data|nominal|figur\w*|hasil|amount|figure|balance|number)s? (?:\w+ ){0,2}?)?"
    r"(?:ini|tersebut|di ?atas|berikut|this|above|shown)\b",
    re.IGNORECASE,
)
_FROM_THE_START: Final = re.compile(r"[*\u2020\u2021(\[ .:-]*\w")
_ADDED: Final = re.compile(r"[0-9] ?[-(,]{0,3} ?(?:sudah )?(?:termasuk|berikut|beserta|includ|incl\b)", re.IGNORECASE)
_LEFT_OUT: Final = re.compile(r"\b(?:belum|tidak|bukan|di ?luar|tanpa|not|excl(?:uding|udes|\.)?|without)\b", re.IGNORECASE)
_CLAIMABLE: Final = re.compile(r"\b(?:dapat|bisa|boleh|maks\w*|can be|up to|hingga)\b|%", re.IGNORECASE)
_AGE_OR_YEAR_AHEAD: Final = re.compile(
    r"\b(?:pada|di|saat|at|sampai|hingga|until|by)? ?(?:(?:usia|umur|age)(?: of)? ?[5-9][0-9]\b|(?:tahun|thn|year) ?(20[3-9][0-9])\b)",
    re.IGNORECASE,
)
# A line that is nothing but the moment of a projection; `Usia 56` without a preposition is the person's own age.
_AHEAD: Final = re.compile(
    r"(?:pada|di|saat|at|sampai|hingga|until|by) (?:saat )?(?:usia|umur|age)(?: of)? [5-9][0-9](?: tahun| years)?"
    r"|(?:pada |di |in )?(?:akhir )?(?:tahun|thn|year) 20[3-9][0-9]",
    re.IGNORECASE,
)


def taken_back(page: Page, blocks: Blocks, figures: list[Figure], worded: list[str]) -> str | None:
    """Why the words around one of the figures do not let it stand, as one of REASONS; None where they do. `worded`: the page's lines
    that hold letters."""
    shown = {text for figure in figures if figure.state is State.AMOUNT and (text := figure.text.strip())}
    for figure in figures:
        if figure.state is State.AMOUNT and figure.context.heading and _heads_another(page.labels.of(figure.context.heading)):
            return "label_unclear"
    if any(_has_an_unheard_twin(page, figures, figure) for figure in figures if figure.state is State.AMOUNT):
        return "label_unclear"
    if not any(_may_take_back(page, line) for line in worded):
        return None
    lines = blocks.lines(_no_words_of_the_page)
    for at in _places(lines, shown):
        line = lines[at]
        for end in _ends(line, shown):
            if (why := _behind(page, line[end : _next(line, end)])) is not None:
                return why
        found = next((one for one in figures if one.text.strip() and one.text.strip() in line), None)
        if (why := _below(page, lines, at)) is not None or (why := _above(page, found, lines, at)) is not None:
            return why
    return None


def _may_take_back(page: Page, line: str) -> bool:
    label = page.labels.of(line)
    if _ADDED.search(line) is not None:  # the label of the whole line ends there
        return True
    if label.program in (Program.FOREIGN, Program.BOTH) or (line.endswith(":") and not label.families.isdisjoint(_UNSAID)):
        return True
    return ("estimate" in label.families and _speaks_of_an_estimate(page, line)) or _AGE_OR_YEAR_AHEAD.search(line) is not None


def _has_an_unheard_twin(page: Page, figures: list[Figure], figure: Figure) -> bool:
    """Whether a figure that only a heading names stands in a row of a table, and another row has an amount in its place that is not
    heard: the heading may name either."""
    cell = next((one for one in (figure.element, *figure.element.iterancestors()) if one.tag in ("td", "th")), None)
    row = None if cell is None else cell.getparent()
    table = None if row is None else next(row.iterancestors("table"), None)
    if cell is None or row is None or row.tag != "tr" or table is None:
        return False
    rows = list(islice(table.iter("tr"), _MOST_ROWS + 1))
    if len(rows) > _MOST_ROWS or any(_says_money(page, one) for other in rows for one in other):
        return False
    place, heard = row.index(cell), {one.element for one in page.figures}
    others = (other[place] for other in rows if len(other) > place)
    return any(
        page.values.state(" ".join(words_in(other).split())) is State.AMOUNT and heard.isdisjoint(other.iter())
        for other in others
    )


def _says_money(page: Page, cell: etree._Element) -> bool:
    return page.labels.of(" ".join(words_in(cell).split())[:_SHORT]).kind in MONEY_KINDS


def _no_words_of_the_page(part: Line | Box | Cell) -> bool:
    return is_link(part) or is_foot(part)


def _places(lines: list[str], shown: set[str]) -> Iterator[int]:
    for at, line in enumerate(lines):
        if any(text in line for text in shown):
            yield at


def _ends(line: str, shown: set[str]) -> Iterator[int]:
    for text in shown:
        begin = line.find(text)
        while begin >= 0:
            end = begin + len(text)
            if not line[begin - 1 : begin].isdigit() and not line[end : end + 1].isdigit():
                yield end
            begin = line.find(text, end)


def _next(line: str, end: int) -> int:
    """Where the words behind an amount end: at the next amount, or with the sentence."""
    stop = min((found.begin for found in find_amounts(line) if found.begin > end), default=len(line))
    sentence = re.search(r"[.;!?] [A-Z]", line[end:stop])
    return end + sentence.start() if sentence else stop


def _behind(page: Page, words: str) -> str | None:
    """What the words behind an amount, in its own line, say of it."""
    label = page.labels.of(words[:_SHORT])
    if _speaks_of_an_estimate(page, words[:_SHORT]) or _AGE_OR_YEAR_AHEAD.search(words):
        return "only_estimates"
    another = label.program in (Program.FOREIGN, Program.BOTH)
    return "label_unclear" if another and _LEFT_OUT.search(words) is None else None


def _below(page: Page, lines: list[str], at: int) -> str | None:
    """What the lines below say of the figure, where they are no label and no heading of another one."""
    for place in (at + 1, at + 2):
        if place >= len(lines) or len(lines[place]) > _SHORT or find_amounts(lines[place]):
            return None
        line = lines[place]
        if place + 1 < len(lines) and _is_value(lines[place + 1]):
            return None  # another figure's label
        label = page.labels.of(line)
        if _AHEAD.fullmatch(line.strip(" :.,()")) and not _amounts_in(lines[place:]):
            return "only_estimates"
        if _speaks_of_an_estimate(page, line) and not _is_said_of(page, lines, place):
            if _THIS.search(line) or (_is_note(label, line) and not _heads_what_follows(page, lines, place, place - at)):
                return "only_estimates"
        elif place == at + 1 and _names_another_program(label) and (line.startswith("(") or not _amounts_in(lines[place:])):
            return "label_unclear"
    return None


def _names_another_program(label: Label) -> bool:
    return label.kind is Kind.PROGRAM and label.program is Program.FOREIGN and label.strange == 0


def _amounts_in(lines: list[str]) -> bool:
    return any(map(find_amounts, lines[:_SECTION]))


def _heads_what_follows(page: Page, lines: list[str], place: int, away: int) -> bool:
    """Whether a line that speaks of an estimate stands above one: `Simulasi`, `Perkiraan saldo pada usia 56`, `Rp 500.000.000`."""
    for following in lines[place + 1 : place + 1 + _SECTION]:
        if "estimate" in page.labels.of(following).families or _AGE_OR_YEAR_AHEAD.search(following):
            return True
        if find_amounts(following):
            return away > 1
    return False


def _above(page: Page, figure: Figure | None, lines: list[str], at: int) -> str | None:
    """What a line above the figure and its label says of it, where no other figure stands between."""
    named = figure is None or figure.label.program is Program.JHT
    for place in range(at - 1, max(-1, at - 1 - _SECTION), -1):
        line = lines[place]
        if len(line) > _SHORT or find_amounts(line):
            return None
        label = page.labels.of(line)
        if label.kind is not Kind.BALANCE and not _is_said_of(page, lines, place) and _announces(page, label, line):
            return "only_estimates"
        if _AHEAD.fullmatch(line.strip(" :.,")):
            return "only_estimates"
        if not named and label.kind is Kind.PROGRAM and at - place <= _ROW:
            if label.program is Program.FOREIGN:
                return "label_unclear"
            named = True
    return None


def _announces(page: Page, label: Label, line: str) -> bool:
    """Whether a line speaks of what follows: `Hasil simulasi Anda`, `Jika Anda terus bekerja sampai usia 56:`."""
    if line.rstrip().endswith(":"):
        return not label.families.isdisjoint(_UNSAID)
    return _speaks_of_an_estimate(page, line) and _is_note(label, line)


def _speaks_of_an_estimate(page: Page, line: str) -> bool:
    """Whether a line does so, and is no name: `PT Contoh Jaya`, `BUDI CONTOH`."""
    said = _COMPANY.sub(" ", line)
    label = page.labels.of(said)
    if "estimate" not in label.families:
        return False
    return label.estimate or _THIS.search(said) is not None or _AGE_OR_YEAR_AHEAD.search(said) is not None


def _is_said_of(page: Page, lines: list[str], place: int) -> bool:
    """Whether a line is the value of the line above it: a company, a person."""
    return place > 0 and page.labels.of(lines[place - 1]).kind in (Kind.COMPANY, Kind.PERSON)


def _is_note(label: Label, line: str) -> bool:
    """Whether a line is a remark of few words, nearly all of them known, and no sentence on something else."""
    words = words_of(line)
    return len(words) <= _NOTE and label.strange <= 1 + len(words) // 4 and _FROM_THE_START.match(line) is not None


def _heads_another(label: Label) -> bool:
    """Whether a heading names another figure than the balance of now."""
    if _COMPANY.search(label.text):
        return False
    named = "estimate" in label.families and not label.estimate  # BUDI CONTOH
    if label.strange <= 1 and label.kind in MONEY_KINDS and label.unreal and not named:
        return True
    if label.kind is Kind.CLAIM and label.strange <= 1 and _CLAIMABLE.search(label.text) is not None:
        return True
    if label.strange or "jht" in label.families or label.kind is Kind.CLAIM:
        return False
    return label.kind in (Kind.OPENING, Kind.CONTRIBUTION, Kind.GROWTH) or "foreign" in label.families


def _is_value(line: str) -> bool:
    found = find_amounts(line)
    return bool(found) and len(words_of(line)) <= 3 + 3 * len(found)
