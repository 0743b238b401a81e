"""The header of a table: its words, over or beside each other, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from core.portal.figures.words import Phrases, find, words_of
from core.statements.columns import Column, Leaf
from core.statements.lines import Line, Word, overlap
from core.statements.words import families

_JOINED: Final = 0.62  # of the letters' size: header words nearer than this belong together
_ONE_EACH: Final = frozenset(("ordinal", "paid", "blth", "posted", "wage", "employer", "worker"))  # no column is two of these
_ORDER: Final = ("rapel", "wage", "posted", "paid", "blth", "employer", "worker", "total", "ordinal", "dues", "jht", "jp", "date")


def leaves_of(header: Sequence[Line], phrases: Phrases, *, tight: bool = False) -> list[Leaf]:
    """The columns that a header of one or more lines names, from left to right. `tight`: its cells stand so near each other that only
    their words can part them."""
    rows = [[leaf for cell in _cells(line) for leaf in (_parted(cell, phrases) if tight else [_leaf(cell)])] for line in header]
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


def _cells(line: Line) -> list[list[Word]]:
    """The cells of one header line: words that stand near each other."""
    out: list[list[Word]] = []
    for word in line.words:
        if out and word.x0 - out[-1][-1].x1 <= _JOINED * word.size:
            out[-1].append(word)
        else:
            out.append([word])
    return out


def _leaf(words: Sequence[Word]) -> Leaf:
    return Leaf(words[0].x0, max(word.x1 for word in words), [" ".join(word.text for word in words)])


def _parted(words: Sequence[Word], phrases: Phrases) -> list[Leaf]:
    """Several columns' words in one breath (`BL-TH Iuran Tgl Posting`) as a cell for each column that is named."""
    plain = [(part, number) for number, word in enumerate(words) for part in words_of(word.text)]
    begins: dict[str, int] = {}
    for begin, _, family in find(phrases, [part for part, _ in plain]):
        if family in _ONE_EACH:
            begins.setdefault(family, plain[begin][1])
    cuts = [0, *sorted(set(begins.values()))[1:], len(words)]
    return [_leaf(words[begin:end]) for begin, end in pairwise(cuts)]


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
