"""Whether a label holds what tells who a person is: such a label is never kept."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from core.portal.document import Document
from core.portal.figures.facts import Page
from core.portal.figures.labels import Kind
from core.portal.figures.words import Words, words_of

_GREETED: Final = re.compile(
    r"\b(?:selamat datang|halo|hai|hi|hello|welcome|yth\.?|kepada|dear|login sebagai|masuk sebagai|logged in as|signed in as|atas nama|a\.?n\.?"
    r"|milik|nama(?: lengkap| peserta| tenaga kerja)?|peserta|participant|member|name)[,.: ]{1,3}"
    r"(?:(?:sdri?|bpk|bapak|ibu|saudara|saudari)\b[. ]*)?"
    r"((?-i:[A-Z])[\w'.]*(?: (?-i:[A-Z])[\w'.]*){0,5})",
    re.IGNORECASE,
)
_TITLED: Final = re.compile(
    r"\b(?:[Ss]dri?|[Bb]pk|[Bb]apak|[Ii]bu|[Ss]audar[ai]|PT|CV|UD)\b[. ]+((?:[A-Z][\w'.]*)(?: [A-Z][\w'.]*){0,5})"
)
_MAIL: Final = re.compile(r"([A-Za-z0-9._%+-]{1,64})@")
_LONGEST: Final = 400


def is_personal(label: tuple[str, ...], page: Page, document: Document, private: tuple[str, ...], words: Words) -> bool:
    """Whether a label holds a word that the page uses as a person's or a company's name, or that is the person's own."""
    unknown = {word for word in label if word not in _ordinary(words)}
    return bool(unknown) and not unknown.isdisjoint(_names(page, document, private))


def _names(page: Page, document: Document, private: tuple[str, ...]) -> set[str]:
    """Every word of a name that the page shows, in small letters."""
    said: list[str] = [*private, *page.persons, *page.names]
    said += [str(one.value) for _, one in page.attributes if one.kind in (Kind.COMPANY, Kind.PERSON)]
    for line in document.blocks.lines():
        shown = line[:_LONGEST]
        said += [match[1] for match in _GREETED.finditer(shown)]
        said += [match[1] for match in _TITLED.finditer(shown)]
        said += [match[1] for match in _MAIL.finditer(shown)] if "@" in shown else []
    return {
        word for text in said for word in words_of(text.replace("_", " ").replace(".", " ")) if word.isalpha() and len(word) > 1
    }


@lru_cache(maxsize=1)
def _vocabulary(words: tuple[frozenset[str], ...]) -> frozenset[str]:
    return frozenset().union(*words)


def _ordinary(words: Words) -> frozenset[str]:
    """Every word of the reader's own phrases: none of them is a name."""
    return _vocabulary(tuple(frozenset(phrase) for phrases in words.label.values() for phrase, _ in phrases))
