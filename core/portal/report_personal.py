"""Where on a page the words of a person or of a company stand: they are scrambled there even if the reader knows each of them.

Behind labels of names and companies, behind PT and Bapak, in e-mail addresses, in pieces of a word that tags cut apart.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from core.portal.figures import words as figure_words

_LETTERS: Final = re.compile(r"[a-z]+")
_AT: Final = re.compile(r"@|%40|\[at\]", re.IGNORECASE)
_MAIL_ENDS: Final = frozenset(" \t\r\n\f\xa0<>\"'()|,;:")
_MOST_MAIL: Final = 80  # signs on either side
_TITLES: Final = frozenset(
    "pt cv ud pd fa nv tb firma koperasi yayasan toko bapak ibu sdr sdri saudara saudari bpk mr mrs ms".split()
)
_ENDINGS: Final = frozenset(["tbk", "persero"])
_KINDS: Final = frozenset(["company", "person"])
# What a label of a figure or a card speaks of; no name does.
_PLAIN: Final = frozenset("balance jht kpj npp status segment month contribution wage closing_sum".split())
_STOPS: Final = frozenset('|;:=\n•·()[]<>"')
_MOST_NAME: Final = 8  # words
_MOST_LABEL: Final = 60  # characters
# Elements that stand beside each other without a gap, and may cut a word apart. Every other one begins a text of its own.
_APART: Final = frozenset(
    "html head body title table thead tbody tfoot tr td th caption div p ul ol li dl dt dd h1 h2 h3 h4 h5 h6 section article header footer "
    "main nav aside form fieldset legend select option optgroup textarea br hr pre script style link meta figure address center".split()
)


@lru_cache(maxsize=1)
def _labels() -> tuple[frozenset[tuple[str, ...]], frozenset[str], frozenset[str], frozenset[tuple[str, ...]]]:
    """The reader's labels: those of persons and companies, the words that only those of figures and cards hold, the words of all of them,
    and its greetings."""
    known = figure_words.load_words()
    every = [(tuple(words), kind) for some in known.label.values() for words, kind in some]
    personal = frozenset(words for words, kind in every if kind in _KINDS)
    greetings = frozenset(tuple(words) for some in known.greeting.values() for words, _ in some)
    plain = frozenset(words[0] for words, kind in every if kind in _PLAIN and len(words) == 1)
    return personal, plain, frozenset(word for words, _ in every for word in words), greetings


def label_kind(text: str) -> str:
    """ "personal" for the label of a name or a company, "other" for another label of the reader's, else ""."""
    words = tuple(_LETTERS.findall(text.casefold())) if len(text) <= _MOST_LABEL else ()
    personal, plain, every, _ = _labels()
    return "personal" if words in personal else "other" if plain & set(words) and every >= set(words) else ""


def cuts_nothing(tag: str) -> bool:
    """Whether the texts on both sides of such an element may be one word."""
    return tag.casefold() not in _APART


def one_word(before: str, after: str) -> bool:
    """Whether two texts that touch are pieces of one word: `<b>San</b>di`, but not `JHT<b>Saldo</b>`."""
    if not before or not after or not (before[-1].isalpha() and after[0].isalpha()):
        return False
    return not after[0].isupper() or (before[-1].isupper() and (len(after) < 2 or not after[1].islower()))


def personal_places(tokens: Sequence[re.Match[str]]) -> set[int]:
    """Which of a text's words (and signs, and numbers: their places) say who somebody is, by what stands before them."""
    if not tokens:
        return set()
    text = tokens[0].string
    found: set[int] = set()
    mails = [_mail(text, at.start(), at.end()) for at in _AT.finditer(text)]
    place = 0
    for at, token in enumerate(tokens):
        while place < len(mails) and token.start() >= mails[place][1]:
            place += 1
        if place < len(mails) and token.end() > mails[place][0]:
            found.add(at)
    words = [at for at, token in enumerate(tokens) if token["word"] is not None]
    said = [tokens[at][0].casefold() for at in words]
    personal, _, _, greetings = _labels()
    for place, word in enumerate(said):
        if word in _TITLES:
            found |= _name(tokens, words, place + 1)
        elif word in _ENDINGS:
            found |= _name_before(tokens, words, place)
        for length in range(1, min(6, len(said) - place) + 1):
            phrase = tuple(said[place : place + length])
            last = words[place + length - 1]
            if phrase in greetings or (phrase in personal and text[tokens[last].end() :].lstrip(" \t\xa0")[:1] in (":", "=")):
                found |= _name(tokens, words, place + length, behind_sign=True)
    return found


def _mail(text: str, begin: int, end: int) -> tuple[int, int]:
    """Where the address around such a sign begins and ends."""
    first, last = max(0, begin - _MOST_MAIL), min(len(text), end + _MOST_MAIL)
    while begin > first and text[begin - 1] not in _MAIL_ENDS:
        begin -= 1
    while end < last and text[end] not in _MAIL_ENDS:
        end += 1
    return begin, end


def _name(tokens: Sequence[re.Match[str]], words: list[int], first: int, *, behind_sign: bool = False) -> set[int]:
    """The words from that one on, as far as a name may go."""
    found: set[int] = set()
    for place in range(first, min(first + _MOST_NAME, len(words))):
        before = words[place - 1] + 1
        between = {token[0] for token in tokens[before : words[place]]}
        if (between & _STOPS and not (behind_sign and place == first)) or any(
            token["number"] is not None for token in tokens[before : words[place]]
        ):
            break
        follows = tokens[words[place] + 1][0] if words[place] + 1 < len(tokens) else ""
        if follows in (":", "=") and place > first:
            break
        found.add(words[place])
    return found


def _name_before(tokens: Sequence[re.Match[str]], words: list[int], last: int) -> set[int]:
    """The words before that one, as far as a name may go."""
    found: set[int] = set()
    for place in range(last - 1, max(-1, last - 1 - _MOST_NAME), -1):
        if {token[0] for token in tokens[words[place] + 1 : words[place + 1]]} & _STOPS:
            break
        if tokens[words[place]][0].casefold() not in ("pt", "cv"):
            found.add(words[place])
    return found


class Standing:
    """Where in the page one is: which label came last, and whose columns are names. Texts and tags are told in their order."""

    def __init__(self) -> None:
        self._behind = False
        self._columns: list[set[int]] = []
        self._column = -1
        self._next = 0
        self._head = False

    @property
    def behind(self) -> bool:
        """Whether a label of a name or a company came last."""
        return self._behind

    def tag(self, name: str, tag: str) -> None:
        """A tag, by its name without the slash."""
        low, ends = name.casefold(), tag.startswith("</")
        if low == "table":
            if not ends:
                self._columns.append(set())
            elif self._columns:
                self._columns.pop()
            self._column = -1
        elif low == "tr" and not ends:
            self._column, self._next = -1, 0
        elif low in ("td", "th") and not ends:
            span = re.search(r"colspan\s*=\s*[\"']?([0-9]{1,2})", tag, re.IGNORECASE)
            self._column, self._next = self._next, self._next + (int(span[1]) if span else 1)
            self._head = low == "th"

    def text(self, text: str) -> bool:
        """A text that is not blank. Whether all of it is personal."""
        kind = label_kind(text)
        column = bool(self._columns) and self._column in self._columns[-1]
        personal = not kind and (self._behind or column)
        if kind == "personal" and self._head and self._columns and self._column >= 0:
            self._columns[-1].add(self._column)
        if kind or any(character.isalnum() for character in text):
            self._behind = kind == "personal"
        return personal
