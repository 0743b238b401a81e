"""What a mutated page may be read as. A refusal is always honest, though not always useful; a figure must be one the page says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from tests.fuzz.base import UTF8, Base, Said, chain, counted, digits_of, spots, visible, written

Right = Callable[[Said], bool]
_PERIOD = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_DATED = re.compile(
    r"\b(?:per|posisi|tanggal|as of|akhir tahun)\b[^.:;|]{0,20}?(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Case:
    """A mutated page, and which readings of it are right. `still`: a refusal would be a loss (the table counts them apart)."""

    body: bytes
    right: Right
    content_type: str = UTF8
    complete: bool = True


def never(_: Said) -> bool:
    """The page must be refused."""
    return False


def exactly(*readings: Said) -> Right:
    """One of these, or a refusal."""
    return lambda got: got in readings


def unchanged(base: Base) -> Right:
    """What the page said before, or the portal's total alone where it prints one, or a refusal; a page that was to be refused still is."""
    if base.truth is None:
        return never
    alone = Said(base.truth.total, (base.truth.total,))
    return exactly(base.truth, alone) if has_total(base) else exactly(base.truth)


def remaining(truth: Said, left: Counter[int], *, total_apart: bool) -> Right:
    """After parts of a page have gone: only what is still visible.

    All cards, if all still stand there (each as often as it is printed for different cards); some of them, if no total contradicts;
    or the portal's total alone. `total_apart`: the page printed a total beside its cards.
    """

    def right(got: Said) -> bool:
        if got.total != sum(got.cards) or any(not left[sen] for sen in got.cards):
            return False
        if got == truth:
            return True
        if total_apart and left[truth.total]:
            return got.cards == (truth.total,)
        return not Counter(got.cards) - Counter(truth.cards)

    return right


def after_tree(base: Base, root: etree._Element) -> Case | None:
    """The case of a tree from which something may have gone. None where nobody can say what is left: amounts in several pieces; a
    year's row that has gone, so that another year's is the latest."""
    assert base.truth is not None and base.root is not None
    before, left = counted(base.root, base.truth), counted(root, base.truth)
    if any(not before[sen] for sen in base.truth.cards):
        return None
    if in_periods(base) and any(not left[sen] for sen in base.truth.cards):
        return None
    return Case(written(root).encode(), remaining(base.truth, left, total_apart=has_total(base)))


def in_periods(base: Base) -> bool:
    """Whether a balance of the page stands in a row that begins with a year or a date, among others; or the page prints balances of
    several days (`Saldo JHT per 31 Desember 2025`): once the latest is gone, another, with its day beside it, is what the page says."""
    assert base.truth is not None and base.root is not None
    if (
        len({" ".join(said.casefold().split()) for said in _DATED.findall(" ".join(place.text for place in visible(base.root)))})
        > 1
    ):
        return True
    for spot in spots(base.root, base.truth.cards):
        for row in chain(spot.place.element):
            if row.tag in ("tr", "li", "pre") and _PERIOD.search(" ".join(map(str, row.itertext()))):
                return True
    return False


def has_total(base: Base) -> bool:
    """Whether the page prints a total beside its cards."""
    assert base.truth is not None
    return len(base.truth.cards) > 1 and str(base.truth.total // 100) in digits_of(base.text)
