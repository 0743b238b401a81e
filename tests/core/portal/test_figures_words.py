"""The words of the figures' file are written as they are compared."""

from __future__ import annotations

import tomllib

import pytest

from core.portal.figures.words import FIGURES, phrases_of, words_of

LISTS = [
    (f"{section}.{name}", text)
    for section, lists in tomllib.loads(FIGURES.read_text("utf-8")).items()
    for name, text in lists.items()
]


@pytest.mark.parametrize(("name", "text"), LISTS, ids=[name for name, _ in LISTS])
def test_every_phrase_is_whole_words_in_small_letters(name: str, text: str) -> None:
    phrases = phrases_of(text)
    assert phrases and all(words_of(phrase) == phrase.split() for phrase in phrases), name
    assert len(set(phrases)) == len(phrases), name
