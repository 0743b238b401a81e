"""Years or months as rows, and passbooks: which row is the latest, and whether every row adds up."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from core import money
from core.portal.blocks import Cell
from core.portal.figures.dates import find_dates, find_years, read_blth
from core.portal.figures.facts import Page
from core.portal.figures.labels import MONEY_KINDS, Kind, Label

Period = tuple[int, int, int]
Row = list[Cell | None]


class PeriodRow(NamedTuple):
    """The cells of one year, month or day."""

    period: Period
    cells: Row


def period_of(text: str) -> Period | None:
    """The one period a cell names: (2026, 0, 0) a year, (2026, 10, 0) a month, (2026, 10, 31) a day; None for anything else."""
    if not text or len(text) > 40:
        return None
    dates = find_dates(text)
    if dates:
        return (dates[-1][2].year, dates[-1][2].month, dates[-1][2].day) if len(dates) == 1 else None
    month = read_blth(text)
    if month is not None:
        return (month.year, month.month, 0)
    years = find_years(text)
    return (years[0], 0, 0) if len(years) == 1 and len(text) <= 24 else None


def amount(page: Page, cell: Cell | None) -> int | None:
    """The sen of a cell in the page's style; an empty cell or a dash is zero; None for anything else."""
    if cell is None or cell.text == "0" or not cell.text.strip(" -\u2013\u2014"):
        return 0
    try:
        return money.parse_amount(cell.text, page.style)
    except (money.NotMoney, money.AmbiguousMoney):
        return None


def closing_amount(page: Page, cell: Cell | None) -> int | None:
    """The same for a closing balance, where an empty cell is no zero."""
    return amount(page, cell) if cell is not None and cell.text.strip(" -\u2013\u2014") else None


def adds_up(page: Page, heads: list[Label], cells: Row, closing: int) -> bool | None:
    """Saldo awal + iuran + pengembangan - klaim = saldo akhir, where the row has all of them; None where it cannot be said."""
    sums: dict[Kind, list[tuple[Label, int]]] = {}
    for column, label in enumerate(heads):
        if label.kind not in MONEY_KINDS or column == closing:
            continue
        if label.kind in (Kind.MONEY, Kind.TOTAL, Kind.BALANCE):
            return None  # a part whose sign nobody knows
        value = amount(page, _at(cells, column))
        if value is None:
            return None
        sums.setdefault(label.kind, []).append((label, value))
    end = closing_amount(page, _at(cells, closing))
    if end is None or not all(kind in sums for kind in (Kind.OPENING, Kind.CONTRIBUTION, Kind.GROWTH)):
        return None
    parts = (_part(sums[kind]) for kind in (Kind.OPENING, Kind.CONTRIBUTION, Kind.GROWTH))
    return abs(sum(parts) - abs(_part(sums.get(Kind.CLAIM, []))) - end) <= money.SEN


def follows_on(page: Page, heads: list[Label], rows: list[PeriodRow], closing: int) -> bool:
    """Whether each period opens with the closing balance of the one before it, where the rows follow each other without a gap."""
    openings = [column for column, label in enumerate(heads) if label.kind is Kind.OPENING]
    if len(openings) != 1:
        return True
    ordered = sorted(rows, key=lambda row: row.period)
    for one, other in pairwise(ordered):
        if one.period == other.period:
            continue
        end, begin = closing_amount(page, _at(one.cells, closing)), amount(page, _at(other.cells, openings[0]))
        if end is None:
            continue
        if begin is None or abs(end - begin) > money.SEN:
            return False
    return True


def _at(cells: Row, column: int) -> Cell | None:
    return cells[column] if column < len(cells) else None


def _part(values: Iterable[tuple[Label, int]]) -> int:
    listed = list(values)
    totals = [value for label, value in listed if label.total]
    return totals[0] if len(totals) == 1 else sum(value for _, value in listed)


def runs_through(page: Page, heads: list[Label], rows: list[PeriodRow], closing: int) -> PeriodRow | None:
    """The last row of a passbook in which every balance is the one before it plus what came in and minus what went out; None where
    that is not so, or cannot be said."""
    signs = {column: sign for column, label in enumerate(heads) if (sign := _sign(label)) and column != closing}
    if len(rows) < 3 or not signs or any(label.kind is Kind.BALANCE and column != closing for column, label in enumerate(heads)):
        return None
    if rows[0].period > rows[-1].period:
        rows = rows[::-1]
    if any(one.period > other.period for one, other in pairwise(rows)):
        return None
    before: int | None = None
    for row in rows:
        end = closing_amount(page, _at(row.cells, closing))
        moved = [amount(page, _at(row.cells, column)) for column in signs]
        if end is None or None in moved:
            return None
        change = sum(sign * abs(value or 0) for sign, value in zip(signs.values(), moved, strict=True))
        if before is not None and before + change != end:
            return None
        before = end
    return rows[-1]


def _sign(label: Label) -> int:
    """Whether a column of a passbook adds or takes away."""
    words = label.families_text
    if any(word in words for word in ("debet", "debit", "keluar", "penarikan", "amount out", "klaim", "withdraw")):
        return -1
    if label.kind in (Kind.CONTRIBUTION, Kind.GROWTH) or any(
        word in words for word in ("kredit", "credit", "masuk", "amount in", "setor")
    ):
        return 1
    return 0
