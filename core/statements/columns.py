"""Which column of the table is which: the places of its cells under the words of its header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.statements.lines import overlap
from core.statements.tokens import May, Token


class Column(StrEnum):
    """What a column holds."""

    ORDINAL = "ordinal"
    PAID = "paid"
    BLTH = "blth"
    POSTED = "posted"
    WAGE = "wage"
    RAPEL = "rapel"
    EMPLOYER = "employer"
    WORKER = "worker"
    BOTH = "both"  # employer's and worker's JHT dues together
    PENSION_EMPLOYER = "pension_employer"
    PENSION_WORKER = "pension_worker"
    PENSION_BOTH = "pension_both"
    ALL = "all"  # a sum across the line, of whatever
    OTHER = "other"


MONEY: Final = frozenset(Column) - {Column.ORDINAL, Column.PAID, Column.BLTH, Column.POSTED, Column.OTHER}
SUMMED: Final = (Column.EMPLOYER, Column.WORKER, Column.PENSION_EMPLOYER, Column.PENSION_WORKER)
_FITS: Final = {
    Column.ORDINAL: May.ORDINAL,
    Column.PAID: May.DATE | May.DASH,
    Column.POSTED: May.DATE | May.DASH,
    Column.BLTH: May.MONTH,
    Column.OTHER: May.TEXT | May.DASH | May.DATE | May.MONTH | May.AMOUNT | May.ORDINAL,
    **dict.fromkeys(MONEY, May.AMOUNT | May.DASH),
}


@dataclass(slots=True)
class Leaf:
    """One column's header: its edges and its words from the top down."""

    x0: float
    x1: float
    texts: list[str]
    column: Column = Column.OTHER

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def fits(column: Column, token: Token) -> bool:
    """Whether a piece may stand in a column."""
    return bool(_FITS[column] & token.may)


def assign(rows: Sequence[Sequence[Token]], leaves: Sequence[Leaf]) -> list[dict[Column, Token]] | None:
    """Every row's cells by their column; None where that is not certain."""
    if rows and all(len(row) == len(leaves) for row in rows):
        plain = [_in_order(row, leaves) for row in rows]
        if all(row is not None for row in plain):
            return [row for row in plain if row is not None]
    strips = _strips(rows)
    names = _names(strips, rows, leaves)
    if names is None:
        return None
    out: list[dict[Column, Token]] = []
    for row in rows:
        cells: dict[Column, Token] = {}
        for token in row:
            column = names[_strip_of(token, strips)]
            if not fits(column, token) or (column in cells and column is not Column.OTHER):
                return None
            cells[column] = token
        out.append(cells)
    return out


def _in_order(row: Sequence[Token], leaves: Sequence[Leaf]) -> dict[Column, Token] | None:
    cells: dict[Column, Token] = {}
    for token, leaf in zip(row, leaves, strict=True):
        if not fits(leaf.column, token) or (leaf.column in cells and leaf.column is not Column.OTHER):
            return None
        cells[leaf.column] = token
    return cells


Strip = tuple[float, float]


def _strips(rows: Sequence[Sequence[Token]]) -> list[Strip]:
    """The strips of the page in which cells stand over each other."""
    out: list[Strip] = []
    for token in sorted((token for row in rows for token in row), key=lambda one: one.x0):
        if out and token.x0 <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], token.x1))
        else:
            out.append((token.x0, token.x1))
    return out


def _strip_of(token: Token, strips: Sequence[Strip]) -> int:
    return next(index for index, (x0, x1) in enumerate(strips) if x0 <= token.middle <= x1)


def _names(strips: Sequence[Strip], rows: Sequence[Sequence[Token]], leaves: Sequence[Leaf]) -> list[Column] | None:
    """The column of each strip: strips and headers run in the same order, each strip under the nearest header that its cells fit."""
    held: list[list[Token]] = [[] for _ in strips]
    for row in rows:
        for token in row:
            held[_strip_of(token, strips)].append(token)
    endless = float("inf")
    # best[i][j]: the least cost of naming the first i strips with the first j headers
    best = [[endless] * (len(leaves) + 1) for _ in range(len(strips) + 1)]
    came: dict[tuple[int, int], tuple[int, int, Column | None]] = {}
    best[0] = [0.0] * (len(leaves) + 1)
    for i, (strip, tokens) in enumerate(zip(strips, held, strict=True), 1):
        size = max(token.size for token in tokens)
        for j in range(len(leaves) + 1):
            options: list[tuple[float, tuple[int, int, Column | None]]] = []
            if j:
                options.append((best[i][j - 1], (i, j - 1, None)))
                leaf = leaves[j - 1]
                if all(fits(leaf.column, token) for token in tokens):
                    options.append((best[i - 1][j - 1] + _distance(strip, leaf, size), (i - 1, j - 1, leaf.column)))
            if i == 1 and all(fits(Column.ORDINAL, token) for token in tokens):
                options.append((best[i - 1][j] + 1.0, (i - 1, j, Column.ORDINAL)))
            if options:
                best[i][j], came[i, j] = min(options, key=lambda option: option[0])
    i, j = len(strips), len(leaves)
    if best[i][j] == endless:
        return None
    names: list[Column] = []
    while i:
        i, j, column = came[i, j]
        if column is not None:
            names.append(column)
    return names[::-1]


def _distance(strip: Strip, leaf: Leaf, size: float) -> float:
    gap = max(0.0, -overlap(strip[0], strip[1], leaf.x0, leaf.x1))
    return (gap + 0.1 * abs((strip[0] + strip[1]) / 2 - leaf.middle)) / size
