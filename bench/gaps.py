"""How smoothly the window answers while twenty checks run, against a bare window that runs the minimal script as often."""

from __future__ import annotations

import json
import subprocess
import tempfile
from itertools import chain
from pathlib import Path
from typing import Any

from desk import BENCH, PYTHON, Desk
from measure import Measure
from portal import Portal

CHECKS = 20
LIMIT_S = 240


def measure(desk: Desk, portal: Portal, rounds: int) -> tuple[list[Measure], list[str]]:
    """p99 and longest of all gaps; every round is a process of ours and one of the floor's, in turns."""
    ours, bare, notes = [], [], []
    for _ in range(rounds):
        record = watch(desk)
        ours.append(record["gaps_ms"])
        bare.append(_record(desk, "floors/children.py", _floor_arguments(portal), portal.typed)["gaps_ms"])
        if record["imported"]:
            notes.append(f"The window's process imported {', '.join(record['imported'])}.")
    all_ours, all_bare = sorted(chain.from_iterable(ours)), sorted(chain.from_iterable(bare))
    against = "bare window, minimal script as child"
    p99 = Measure(f"late ticks in {CHECKS} checks, p99", "ms", _p99(all_ours), against, _p99(all_bare), 4, "absolute")
    longest_ours, longest_bare = sorted(map(max, ours))[rounds // 2], sorted(map(max, bare))[rounds // 2]
    longest = Measure(
        f"late ticks in {CHECKS} checks, longest",
        "ms",
        longest_ours,
        against,
        longest_bare,
        16,
        f"absolute: median of {rounds} rounds",
    )
    return [p99, longest], notes


def watch(desk: Desk, *options: str) -> dict[str, Any]:
    """One round of ours."""
    return _record(desk, "watched.py", [str(CHECKS)], b"", *options)


def _floor_arguments(portal: Portal) -> list[str]:
    return [str(CHECKS), str(BENCH / "peer.py"), portal.url, portal.user]


def _p99(values: list[float]) -> float:
    return values[int(len(values) * 0.99)]


def _record(desk: Desk, script: str, arguments: list[str], typed: bytes, *options: str) -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        command = [PYTHON, str(BENCH / script), arguments[0], str(result), *arguments[1:], *options]
        done = subprocess.run(
            command,
            env=desk.environment,
            cwd=folder,
            input=typed,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=LIMIT_S,
            check=False,
        )
        if not result.exists():
            raise RuntimeError(f"{script} measured nothing: {done.stderr.decode()[-600:]}")
        record: dict[str, Any] = json.loads(result.read_text())
        return record
