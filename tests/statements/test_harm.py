"""Files made to cost time or memory, and mutated ones: each ends soon, and none is read as something it does not say."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from core.statements.reader import Reader
from tests.statements import bombs, fuzz

CHEAP = [
    one
    for one in bombs.PDFS
    if one.__name__ not in ("stream_bomb", "twice_packed_bomb", "large_noise", "zip_called_pdf", "packed_objects")
]


@pytest.mark.parametrize("bomb", CHEAP[1::7], ids=lambda bomb: bomb.__name__)
def test_a_file_made_to_do_harm_ends_soon_and_is_refused(bomb: bombs.Bomb, reader: Reader, tmp_path: Path) -> None:
    outcome = fuzz.read(0, fuzz.Mutant(bomb.__name__, ".pdf", bomb(Random(1)), ()), tmp_path, reader)
    assert outcome.problem == ""
    assert outcome.status in ("unreadable_file", "page_not_understood")


def test_mutated_files_are_refused_or_read_for_what_they_say(reader: Reader, tmp_path: Path) -> None:
    outcomes = [fuzz.read(number, mutant, tmp_path, reader) for number, mutant in fuzz.mutants(9, range(200, 208))]
    assert [one for one in outcomes if one.problem] == []
    assert {one.status for one in outcomes} >= {"page_not_understood", "ok"}
