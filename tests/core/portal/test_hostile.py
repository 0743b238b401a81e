"""A portal that means harm: whatever it sends, the check ends with a named status, within 30 s and 200 MB, and no secret goes astray.

The portals are in tests/fuzz/hostile.py, which prints a table of all of them; here are those that cost little time.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.raw_server import RawServer
from tests.fuzz.hostile import BEHIND, DRIPS, FRONT, Ended, behind_the_door, check, ring

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("name", FRONT)
def test_a_hostile_front_page_ends_the_check_by_name(name: str, tmp_path: Path) -> None:
    answer, status, reason = FRONT[name]
    with RawServer(answer) as server:
        ended = check(server, tmp_path / "home")
    assert ended.within_limits, ended
    assert ended.status == status
    assert ended.reason is not None
    assert reason in (None, ended.reason)


def test_a_ring_of_ten_redirects_ends(tmp_path: Path) -> None:
    with RawServer(ring()) as server:
        assert check(server, tmp_path / "home").reason == "redirect_ring"
        assert len(server.requests) <= 15


@pytest.mark.parametrize("name", ["elements", "years"])
def test_hostile_pages_behind_the_door_one_after_another_end_the_check(name: str, tmp_path: Path) -> None:
    with RawServer(behind_the_door(BEHIND[name])) as server:
        ended = check(server, tmp_path / "home")
        assert sum(head.startswith("POST") for head in server.requests) == 1
    assert ended.within_limits, ended
    assert ended.status == "page_not_understood"


@pytest.fixture(scope="module", autouse=True)
def dripping(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Ended | BaseException]]:
    """Every drip, begun with the first test of this file and waited for by the last: they take twenty seconds of waiting each."""
    ended: dict[str, Ended | BaseException] = {}

    def run(name: str, home: Path) -> None:
        with RawServer(lambda _head, _body: b"") as server:
            server.drip = DRIPS[name]
            try:
                ended[name] = check(server, home)
            except BaseException as problem:
                ended[name] = problem

    threads = [threading.Thread(target=run, args=(name, tmp_path_factory.mktemp("drip") / "home")) for name in DRIPS]
    for thread in threads:
        thread.start()
    yield ended
    for thread in threads:
        thread.join()


def test_what_never_comes_to_its_end_is_cut_off_in_time(dripping: dict[str, Ended | BaseException]) -> None:
    ends_at = time.monotonic() + 90
    while len(dripping) < len(DRIPS) and time.monotonic() < ends_at:
        time.sleep(0.1)
    ends = {name: dripping[name] for name in DRIPS}
    assert [(name, end) for name, end in ends.items() if not isinstance(end, Ended) or not end.within_limits] == []
    assert {name: end.reason for name, end in ends.items() if isinstance(end, Ended)} == {
        "a body without an end": "page_too_large",
        "headers": "connection",  # no more than a hundred of them are read
        "a header's line": "timeout",
        "a body": "timeout",
        "chunks": "timeout",
        "gzip": "timeout",
    }
