"""An import that is killed, or that the disk has no room for, is there as a whole or not at all."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from tests.e2e.importing import balances, months, run
from tests.e2e.kill_import import AFTER, BEFORE, ENDED_BY_ITSELF, files_in, state
from tests.e2e.kill_import import run as kill
from tests.e2e.running import MAIN, environment

pytestmark = pytest.mark.journey


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX's")
def test_killed_at_seeded_moments_it_is_there_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    ended = kill(tmp_path, seed=4, count=12)
    assert ended[BEFORE] + ended[AFTER] + ended[ENDED_BY_ITSELF] == 12
    assert ended[BEFORE], "no moment came before the end: the moments are too late"


@pytest.mark.skipif(os.name != "posix", reason="a limit on the size of files is POSIX's")
@pytest.mark.parametrize("most", [0, 4_096, 33_000, 60_000, 80_000])  # bytes a file may have: the journal reaches them in turn
def test_without_room_on_the_disk_nothing_is_stored_and_it_says_so(place: Path, tmp_path: Path, most: int) -> None:
    import resource

    assert run(place, balances(tmp_path, 2013)).code == 0
    before = state(place)
    files = files_in(tmp_path / "files")
    done = subprocess.run(
        [*MAIN, "import", "--plain", *files, "--json", "--account", "#1"],
        env=environment(place),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most)),
    )
    last = json.loads(done.stdout.splitlines()[-1])
    assert (done.returncode, last["status"]) == (1, "internal_error")
    assert last["reason"].startswith("ledger_")
    assert len(done.stdout.splitlines()) == len(files) + 1
    assert all(line["plan"] is None for line in map(json.loads, done.stdout.splitlines()[:-1]))
    assert state(place) == before
    assert run(place, *files, "--account", "#1").code == 0  # once there is room again
    assert state(place)[1] == before[1] + 24 * 12


def test_two_imports_at_once_are_two_calls(place: Path, tmp_path: Path) -> None:
    run(place, balances(tmp_path, 2013))
    both = [
        subprocess.Popen(
            [*MAIN, "import", "--plain", file], env=environment(place), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        )
        for file in (months(tmp_path, 2014), months(tmp_path, 2015))
    ]
    for running in both:
        _, said = running.communicate(timeout=60)
        assert (running.returncode, said) == (0, b"")
    assert [line["files"] for line in run(place, "--list", "--json").lines] == [1, 1, 1]
