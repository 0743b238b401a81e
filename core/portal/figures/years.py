"""Years as rows: which row is the latest, and whether every row adds up."""

from __future__ import annotations

from dataclasses import dataclass

from core import money
from core.portal.blocks import Cell
from core.portal.figures.facts import Page
from core.portal.figures.labels import MONEY_KINDS, Kind, Label


@dataclass(frozen=True, slots=True)
class YearRow:
    """The cells of one year."""

    year: int
    cells: list[Cell | None]


def latest(page: Page, heads: list[Label], rows: list[YearRow], closing: int) -> list[YearRow]:
    """The row or rows of the latest year. A row whose parts do not add up to its closing balance is noted on the page."""
    for row in rows:
        if not adds_up(page, heads, row.cells, closing):
            page.broken_identity = True
    newest = max((row.year for row in rows), default=0)
    return [row for row in rows if row.year == newest]


def adds_up(page: Page, heads: list[Label], cells: list[Cell | None], closing: int) -> bool:
    """Saldo awal + iuran + pengembangan - klaim = saldo akhir, where the row has all of them; True where it cannot be said."""
    sums: dict[Kind, list[tuple[Label, int]]] = {}
    for column, label in enumerate(heads):
        cell = cells[column] if column < len(cells) else None
        if label.kind not in MONEY_KINDS or column == closing or cell is None:
            continue
        if label.kind in (Kind.MONEY, Kind.TOTAL, Kind.BALANCE):
            return True  # a part whose sign nobody knows
        value = amount(page, cell.text)
        if value is None:
            if cell.text.strip("-\u2013 "):
                return True
            value = 0
        sums.setdefault(label.kind, []).append((label, value))
    end = amount(page, cells[closing].text) if closing < len(cells) and cells[closing] is not None else None  # type: ignore[union-attr]
    if end is None or not all(kind in sums for kind in (Kind.OPENING, Kind.CONTRIBUTION, Kind.GROWTH)):
        return True
    total = (
        _part(sums[Kind.OPENING])
        + _part(sums[Kind.CONTRIBUTION])
        + _part(sums[Kind.GROWTH])
        - abs(_part(sums.get(Kind.CLAIM, [])))
    )
    return abs(total - end) <= money.SEN


def _part(values: list[tuple[Label, int]]) -> int:
    totals = [value for label, value in values if label.total]
    return totals[0] if len(totals) == 1 else sum(value for _, value in values)


def amount(page: Page, text: str) -> int | None:
    """The sen of a cell in the page's style, or None."""
    try:
        return money.parse_amount(text, page.style)
    except (money.NotMoney, money.AmbiguousMoney):
        return None
