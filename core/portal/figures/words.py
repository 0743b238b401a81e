"""The words of labels and values, loaded from `resources/portals/figures.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from core.models import Segment

FIGURES: Final = Path(__file__).resolve().parents[3] / "resources" / "portals" / "figures.toml"
_WORD: Final = re.compile(r"[a-z]+|[0-9]+", re.ASCII)
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SPACED: Final = re.compile(r"(?<![A-Za-z0-9])[A-Z](?: [A-Z]){2,12}(?![A-Za-z0-9])")
_REMEMBERED: Final = 100  # cost: characters of a text that is remembered

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


def words_of(text: str) -> list[str]:
    """The plain words and numbers of a text, in small letters; `SaldoJht` is two words, `T O T A L` is one."""
    return list(_known_words(text) if len(text) <= _REMEMBERED else _words(text))  # cost: a memo


@lru_cache(maxsize=1024)
def _known_words(text: str) -> list[str]:
    return _words(text)  # the words of one line are asked for a dozen times


def _words(text: str) -> list[str]:
    if not (text.isupper() or text.islower()):  # cost: no capital behind a small letter
        text = _CAMEL.sub(" ", text)
    if _SPACED.search(text):  # cost: nothing to replace
        text = _SPACED.sub(lambda match: match[0].replace(" ", ""), text)
    return _WORD.findall(text.casefold())


class Words(NamedTuple):
    """Every list of phrases, each found by its first word; longer phrases stand before shorter ones."""

    label: Phrases
    link: frozenset[str]
    segment: Phrases
    status: Phrases
    missing: frozenset[str]
    no_balance: Phrases
    no_data: Phrases
    greeting: Phrases
    service: Phrases
    failure: Phrases
    more: Phrases
    taught: tuple[tuple[tuple[str, ...], str], ...] = ()  # labels a person taught (`core.portal.taught`): "balance" or "total"


def phrases_of(text: str) -> list[str]:
    """A list of the file: one string, its phrases parted by commas. (An array of strings takes ten times as long to load.)"""
    return " ".join(text.split()).split(", ")


def _phrases(table: dict[str, str]) -> Phrases:
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for family, text in table.items():
        for phrase in phrases_of(text):
            words = tuple(phrase.split())
            found.setdefault(words[0], {}).setdefault(words, family)
    return {first: tuple(sorted(some.items(), key=lambda item: -len(item[0]))) for first, some in found.items()}


@lru_cache(maxsize=1)
def load_words(path: Path = FIGURES) -> Words:
    """The words of the file, read once a process. Raises OSError, tomllib.TOMLDecodeError or KeyError for a broken one."""
    data = tomllib.loads(path.read_text("utf-8"))
    page = data["page"]
    return Words(
        label=_phrases(data["label"]),
        link=frozenset(phrases_of(data["sentence"]["link"])),
        segment=_phrases({Segment(name).value: phrases for name, phrases in data["segment"].items()}),
        status=_phrases(data["status"]),
        missing=frozenset(phrases_of(data["value"]["missing"])),
        no_balance=_phrases({"no_balance": page["no_balance"]}),
        no_data=_phrases({"no_data": page["no_data"]}),
        greeting=_phrases({"greeting": page["greeting"]}),
        service=_phrases({"service": page["service"]}),
        failure=_phrases({"failure": page["failure"]}),
        more=_phrases({"more": page["more"]}),
    )


def find(phrases: Phrases, words: list[str]) -> list[tuple[int, int, str]]:
    """The phrases in a list of words: (begin, end, family), longest first, none overlapping."""
    out: list[tuple[int, int, str]] = []
    place = 0
    while place < len(words):
        for phrase, family in phrases.get(words[place], ()):
            end = place + len(phrase)
            if tuple(words[place:end]) == phrase:
                out.append((place, end, family))
                place = end
                break
        else:
            place += 1
    return out
