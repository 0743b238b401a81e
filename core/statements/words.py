"""The words of a statement, loaded once from `resources/statements/rsjht.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from core.portal.figures.words import Phrases, find, phrases_of, words_of

FILE: Final = Path(__file__).resolve().parents[2] / "resources" / "statements" / "rsjht.toml"


class StatementWords(NamedTuple):
    """One list of phrases for each part of a statement."""

    title: Phrases
    head: Phrases
    column: Phrases
    row: Phrases
    summary: Phrases


def _phrases(table: dict[str, str]) -> Phrases:
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for family, text in table.items():
        for phrase in phrases_of(text):
            words = tuple(phrase.split())
            found.setdefault(words[0], {})[words] = family
    return {first: tuple(sorted(some.items(), key=lambda item: -len(item[0]))) for first, some in found.items()}


@lru_cache(maxsize=1)
def load_statement_words(path: Path = FILE) -> StatementWords:
    """The words, read once a process. Raises OSError, tomllib.TOMLDecodeError or KeyError for a broken file."""
    data = tomllib.loads(path.read_text("utf-8"))
    return StatementWords(*(_phrases(data[name]) for name in StatementWords._fields))


def families(phrases: Phrases, text: str) -> list[str]:
    """The families whose phrases stand in a text, in their order."""
    return [family for _, _, family in find(phrases, words_of(text))]
