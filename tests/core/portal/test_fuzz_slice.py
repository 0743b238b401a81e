"""A slice of the fuzzing (docs/fuzzing.md), always the same: mutated pages are read as they say, or refused by a named reason."""

from __future__ import annotations

from tests.fuzz.base import load
from tests.fuzz.registry import MUTATIONS
from tests.fuzz.run import run

EACH = 2  # pages of every mutation
EVERY = 4  # pages of the corpus that are mutated


def test_no_mutated_page_is_read_as_what_it_does_not_say() -> None:
    tallies = run(20, range(EACH * len(MUTATIONS)), load(EVERY))
    assert [finding for tally in tallies.values() for finding in tally.findings] == []
    assert sum(tally.ok for tally in tallies.values()) > len(MUTATIONS) // 2  # not by refusing everything
    assert sum(tally.ok + tally.refused > 0 for tally in tallies.values()) > 0.9 * len(MUTATIONS)
