"""What a file looks like to its reader, wherever it came from: lines of words, each word with its place across the page.

The unit of length is the file's own (points in a PDF, made-up ones in a web page); every distance is judged against the size of the
letters beside it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that stand together; `x0` and `x1` are its edges, `size` the height of its letters."""

    text: str
    x0: float
    x1: float
    size: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one line, from left to right. `page` and `number` count from 1; `y` grows downwards."""

    page: int
    number: int
    y: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def place(self) -> str:
        """Where it stands, for the person."""
        return f"halaman {self.page}, baris {self.number}"


def overlap(a0: float, a1: float, b0: float, b1: float) -> float:
    """How far two intervals lie over each other; negative is the gap between them."""
    return min(a1, b1) - max(a0, b0)


def numbered(page: int, rows: Sequence[tuple[float, Sequence[Word]]]) -> list[Line]:
    """The rows of a page as its numbered lines, from the top down; rows without words are left out."""
    kept = [(y, tuple(words)) for y, words in sorted(rows, key=lambda row: row[0]) if words]
    return [Line(page, number, y, words) for number, (y, words) in enumerate(kept, 1)]
