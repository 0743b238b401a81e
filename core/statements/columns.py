"""Which column of the table is which: the words of its header, over or beside each other, and the places of its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from core.portal.figures.words import Phrases
from core.statements.lines import Line, Word, overlap
from core.statements.tokens import May, Token
from core.statements.words import families

_JOINED: Final = 0.62  # of the letters' size: header words nearer than this belong together


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
_ORDER: Final = ("rapel", "wage", "posted", "paid", "blth", "employer", "worker", "total", "ordinal", "dues", "jht", "jp", "date")


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


def leaves_of(header: Sequence[Line], phrases: Phrases) -> list[Leaf]:
    """The columns that a header of one or more lines names, from left to right."""
    rows = [_cells(line, phrases) for line in header]
    groups: list[tuple[Leaf, str]] = []
    leaves: list[Leaf] = []
    for number, cells in enumerate(rows):
        below = [cell for later in rows[number + 1 :] for cell in later]
        for cell in cells:
            found = families(phrases, cell.texts[0])
            program = _program(found)
            alone = program is not None and sum(_program(families(phrases, other.texts[0])) == program for other in cells) == 1
            if program and alone and not set(found) & {"employer", "worker", "wage", "rapel", "paid", "blth", "posted"} and below:
                groups.append((cell, program))
            elif spanned := _spanned(cell, below):
                for lower in spanned:
                    lower.texts.insert(0, cell.texts[0])
            else:
                leaves.append(cell)
    leaves = _stacked(leaves)
    for leaf in leaves:
        leaf.column = _column(families(phrases, " ".join(leaf.texts)))
    _into_groups(leaves, groups)
    return leaves


def _cells(line: Line, phrases: Phrases) -> list[Leaf]:
    """The cells of one header line: words that stand near each other; two columns' words in one breath are parted where both are known."""
    out: list[Leaf] = []
    last: Word | None = None
    for word in line.words:
        near = last is not None and word.x0 - last.x1 <= _JOINED * word.size
        if near and out:
            out[-1].texts[0] += f" {word.text}"
            out[-1].x1 = max(out[-1].x1, word.x1)
        else:
            out.append(Leaf(word.x0, word.x1, [word.text]))
        last = word
    return out


def _program(found: Sequence[str]) -> str | None:
    programs = set(found) & {"jht", "jp"}
    return programs.pop() if len(programs) == 1 else None


def _spanned(cell: Leaf, below: Sequence[Leaf]) -> list[Leaf]:
    """The cells under this one, where there are two or more side by side."""
    under = [other for other in below if overlap(cell.x0, cell.x1, other.x0, other.x1) > 0]
    side_by_side = any(
        overlap(one.x0, one.x1, other.x0, other.x1) <= 0 for index, one in enumerate(under) for other in under[index + 1 :]
    )
    return under if side_by_side else []


def _stacked(cells: Sequence[Leaf]) -> list[Leaf]:
    """Cells over each other as one column's header."""
    out: list[Leaf] = []
    for cell in cells:
        over = [leaf for leaf in out if overlap(leaf.x0, leaf.x1, cell.x0, cell.x1) > 0]
        if over:
            leaf = max(over, key=lambda one: overlap(one.x0, one.x1, cell.x0, cell.x1))
            leaf.texts.extend(cell.texts)
            leaf.x0, leaf.x1 = min(leaf.x0, cell.x0), max(leaf.x1, cell.x1)
        else:
            out.append(Leaf(cell.x0, cell.x1, list(cell.texts)))
    return sorted(out, key=lambda leaf: leaf.x0)


def _column(found: Sequence[str]) -> Column:
    named = next((family for family in _ORDER if family in found), None)
    pension = "jp" in found and "jht" not in found
    if named == "employer":
        if "worker" in found:
            return Column.PENSION_BOTH if pension else Column.BOTH
        return Column.PENSION_EMPLOYER if pension else Column.EMPLOYER
    if named == "worker":
        return Column.PENSION_WORKER if pension else Column.WORKER
    if named == "total":
        if "jht" in found or pension:
            return Column.PENSION_BOTH if pension else Column.BOTH
        return Column.ALL
    if named in ("dues", "jht", "jp"):
        return Column.PENSION_BOTH if pension else Column.BOTH
    if named in (None, "date"):
        return Column.OTHER
    return Column(named)


_PENSION: Final = {
    Column.EMPLOYER: Column.PENSION_EMPLOYER,
    Column.WORKER: Column.PENSION_WORKER,
    Column.BOTH: Column.PENSION_BOTH,
    Column.ALL: Column.PENSION_BOTH,
}


def _into_groups(leaves: Sequence[Leaf], groups: Sequence[tuple[Leaf, str]]) -> None:
    """Say of each column under "Iuran JHT" and "Iuran JP" which it is: the columns of a group stand side by side around its words."""
    open_leaves = [leaf for leaf in leaves if leaf.column in _PENSION]
    if not groups or not open_leaves:
        return
    ordered = sorted(groups, key=lambda group: group[0].middle)
    share = len(open_leaves) // len(ordered)
    for index, leaf in enumerate(open_leaves):
        if len(open_leaves) % len(ordered) == 0:
            program = ordered[index // share][1]
        else:
            program = min(ordered, key=lambda group: abs(group[0].middle - leaf.middle))[1]
        if program == "jp":
            leaf.column = _PENSION[leaf.column]
        elif leaf.column is Column.ALL:
            leaf.column = Column.BOTH


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
