"""One card's lines of a file, as far as they belong together: its head, its table, its summary."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.statements.head import Entry, Head, read_head
from core.statements.lines import Line
from core.statements.roles import Role
from core.statements.summary import pairs_of
from core.statements.table import Part
from core.statements.words import StatementWords


@dataclass(slots=True)
class Section:
    """One card's lines, as far as they belong together."""

    entries: list[Entry] = field(default_factory=list)
    years: set[int] = field(default_factory=set)
    titled: bool = False
    unreal: bool = False  # its title says that it is a simulation or an estimate
    headed: bool = False  # a table's header stands in it
    parts: list[Part] = field(default_factory=list)
    summary: list[Line] = field(default_factory=list)
    strange: list[Line] = field(default_factory=list)

    @property
    def head(self) -> Head:
        """Its head, read."""
        return read_head(self.entries)

    @property
    def rows(self) -> int:
        """How many months its table has."""
        return sum(len(part.rows) for part in self.parts)

    def begun(self, words: StatementWords) -> bool:
        """Whether its table or its summary has begun."""
        return bool(self.parts or self.strange or roles_of(self, words))

    def absorb(self, other: Section) -> None:
        """Go on with what stands on the next page."""
        self.entries += other.entries
        self.years |= other.years
        self.titled = self.titled or other.titled
        self.unreal = self.unreal or other.unreal
        self.headed = self.headed or other.headed
        self.parts += other.parts
        self.summary += other.summary
        self.strange += other.strange


def roles_of(section: Section, words: StatementWords) -> set[Role]:
    """The terms that its summary names."""
    return {pair.role for pair in pairs_of(section.summary, words.summary) if pair.role is not None}


def joined(sections: Sequence[Section], words: StatementWords) -> list[Section]:
    """Sections of one card as one: a head repeated on the next page begins nothing new."""
    out: list[Section] = []
    for section in sections:
        if out and _continues(out[-1], section, words):
            out[-1].absorb(section)
        else:
            out.append(section)
    return out


def _continues(before: Section, after: Section, words: StatementWords) -> bool:
    one, other = before.head, after.head
    same_card = other.kpj is None or other.kpj == one.kpj
    same_year = not after.years or after.years == before.years
    if not before.begun(words):
        return True
    return same_card and same_year
