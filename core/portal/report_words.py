"""Which words of a page may stay readable in a safe report: the reader's own, the months, and names that every page of the web shares."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from core.portal import words as road_words
from core.portal.figures import words as figure_words
from core.portal.figures.dates import MONTHS

HARMLESS: Final = Path(__file__).resolve().parents[2] / "resources" / "portals" / "report.toml"
_PLAIN: Final = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Harmless:
    """Words in small letters, by where they may stay. `phrases`: the reader's of several words; `names`: kept only inside one of them."""

    text: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    names: frozenset[str]
    months: frozenset[str]
    tags: frozenset[str]
    attributes: frozenset[str]
    values: frozenset[str]
    css: frozenset[str]

    def anywhere(self) -> frozenset[str]:
        """All of them."""
        return self.text | self.months | self.tags | self.attributes | self.values | self.css


@lru_cache(maxsize=1)
def load_harmless() -> Harmless:
    """The words of the files, read once a process. Raises OSError, tomllib.TOMLDecodeError or KeyError for a broken one."""
    data = tomllib.loads(HARMLESS.read_text("utf-8"))
    lists = {name: frozenset(text.split()) for name, text in data.items()}
    phrases = {tuple(_PLAIN.findall(phrase)) for phrase in _phrases()}
    months = frozenset(MONTHS)
    text = {word for phrase in phrases for word in phrase if len(word) > 1} | lists["forms"]
    text -= lists["never"] | months
    names = lists["names"] | months
    return Harmless(
        text=frozenset(text),
        phrases=frozenset(phrase for phrase in phrases if len(phrase) > 1 and not lists["never"] & set(phrase)),
        names=names,
        months=months,
        tags=lists["tags"],
        attributes=frozenset(text | lists["attributes"]) - names,
        values=frozenset(text | lists["values"]) - names,
        css=frozenset(text | lists["values"] | lists["css"] | lists["tags"]) - names,
    )


def _phrases() -> Iterable[str]:
    """Every phrase by which the reader knows a figure, and by which a worker goes."""
    known = figure_words.load_words()
    for table in (known.label, known.segment, known.status, known.no_balance, known.no_data, known.greeting, known.service):
        yield from _joined(table)
    for table in (known.failure, known.more):
        yield from _joined(table)
    yield from (*known.link, *known.missing)
    road = road_words.load_words()
    for lists in (road.doors, road.links, road.fields, road.outcomes):
        for phrases in lists.values():
            yield from phrases


def _joined(table: figure_words.Phrases) -> Iterable[str]:
    return (" ".join(words) for some in table.values() for words, _ in some)
