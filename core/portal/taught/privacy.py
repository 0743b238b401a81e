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
_WORD: Final = re.compile(r"[^\W\d_]+")
# Words for what somebody owns, as a portal might call a balance, that the reader does not know: no names, even with a capital.
_COMMON: Final = frozenset(
    """
    aset asset assets celengan cadangan endapan harta hak isi kantong kas kekayaan kepunyaan modal pundi punya pusaka sisa sisanya simpan stok
    tabung titipan timbunan warisan wealth savings saving fund funds pot pool nest egg reserve reserves holding holdings worth property
    keluarga family pribadi personal masa depan tua purna bakti pensiunan jangka panjang pendek utama pilihan tetap hari esok rencana plan
    plans account accounts dompetku saldoku danaku uangku hartaku total jumlah besar angka figure posisi keadaan rangkuman ikhtisar
    """.split()
)


def is_personal(label: tuple[str, ...], page: Page, document: Document, private: tuple[str, ...], words: Words) -> bool:
    """Whether a label holds a word that the page uses as a person's or a company's name, or that is the person's own."""
    unknown = {word for word in label if word not in _ordinary(words)}
    return bool(unknown) and not unknown.isdisjoint(_names(page, document, private))


def looks_like_a_name(text: str, label: tuple[str, ...], small: frozenset[str], words: Words) -> bool:
    """Whether a word of a label that nobody knows stands there with a capital, and not among the `small` ones
    (those that the page writes without one)."""
    known = _ordinary(words) | _COMMON
    strange = {
        word for word in _WORD.findall(text) if word[0].isupper() and word.casefold() in label and word.casefold() not in known
    }
    return bool(strange) and not {word.casefold() for word in strange} <= small


def small_words(document: Document) -> frozenset[str]:
    """The words that the page writes in small letters somewhere."""
    return frozenset(word for word in _WORD.findall(document.text) if word.islower())


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
