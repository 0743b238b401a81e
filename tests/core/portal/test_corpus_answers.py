"""A promise to whoever changes the reader: no page's reason, words or place of its figure change unseen (tests/corpus/answers.py)."""

from __future__ import annotations

import pytest

from tests.corpus.answers import PAGES, answer, recorded

RECORDED = recorded()


@pytest.mark.parametrize("stem", sorted(RECORDED))
def test_a_page_is_answered_to_the_word_as_it_was(stem: str) -> None:
    assert answer(stem) == RECORDED[stem]


def test_every_page_has_its_answer() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(RECORDED)
