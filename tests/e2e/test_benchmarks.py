"""The benchmarks drive the program of today: one that reaches into it measures nothing once that part has moved."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT, private_environment


def test_the_window_that_is_watched_checks_by_itself_and_tells_its_gaps(place: Path, tmp_path: Path) -> None:
    result = tmp_path / "result.json"
    environment = {**os.environ, **private_environment(place)}
    subprocess.run(
        [sys.executable, "main.py", "demo-data"], cwd=ROOT, env=environment, check=True, capture_output=True, timeout=60
    )
    run = subprocess.run(
        [sys.executable, "bench/watched.py", "1", str(result)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    told = json.loads(result.read_text("utf-8"))
    assert told["readings"] == 1
    assert told["gaps_ms"]
    assert not told["imported"]
