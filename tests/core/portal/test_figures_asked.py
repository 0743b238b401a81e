"""Every alternative of the reader's patterns and lists of words, and each bound at its value and one beyond (`tests/corpus/questions`)."""

from __future__ import annotations

import pytest

from tests.corpus.asked import QUESTIONS, answer, tables

TABLES = [table for file in QUESTIONS for table in tables(file.read_text("utf-8"))]


@pytest.mark.parametrize("number", range(len(TABLES)), ids=[f"{number} {title[:60]}" for number, (title, _) in enumerate(TABLES)])
def test_each_alternative_and_each_bound_is_understood_as_written_down(number: int) -> None:
    title, questions = TABLES[number]
    now = {question: answer(title, question) for question, _ in questions}
    otherwise = {question: now[question] for question, said in questions if now[question] != said}
    assert otherwise == {}, (
        "where this is meant: `python -m tests.corpus.asked` writes the answers anew, and the difference shows what else changed"
    )
    assert len(now) == len(questions) > 0
