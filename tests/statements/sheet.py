"""A printed page before anyone draws it: blocks of text and tables, without coordinates."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, and how many columns and rows it takes. align: "l", "c" or "r"."""

    text: str
    columns: int = 1
    rows: int = 1
    align: str = "l"


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of plain text; a title is larger and in the middle."""

    lines: tuple[str, ...]
    title: bool = False


@dataclass(frozen=True, slots=True)
class Pairs:
    """Label and value beside each other, in one column or in several."""

    columns: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its header is repeated on every page."""

    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool = True


Block = Lines | Pairs | Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """One statement as it is to be printed; it begins on a new page. `stamp` stands on every page of it, where `stamped` says."""

    blocks: tuple[Block, ...]
    footer: str | None = None  # with {page} and {pages}
    stamp: str = "CONTOH"
    stamped: str = "diagonal"  # "diagonal", "over" (diagonal, after everything else) or "corner"
    head: str | None = None  # a running line at the top of every page


def grid(table: Table) -> list[list[tuple[int, Cell]]]:
    """Every row of the table, header first, as (first column, cell): what the spans above leave free."""
    placed: list[list[tuple[int, Cell]]] = []
    taken: dict[tuple[int, int], bool] = {}
    for y, row in enumerate((*table.header, *table.rows)):
        x, cells = 0, []
        for cell in row:
            while (y, x) in taken:
                x += 1
            cells.append((x, cell))
            for down in range(cell.rows):
                for right in range(cell.columns):
                    taken[y + down, x + right] = True
            x += cell.columns
        placed.append(cells)
    return placed


def width(table: Table) -> int:
    """How many columns the table has."""
    return max(x + cell.columns for row in grid(table) for x, cell in row)
