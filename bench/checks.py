"""What a check costs: warm, as a cold process, and in requests; against the minimal script for the same pages."""

from __future__ import annotations

import json
import subprocess
from dataclasses import dataclass

from desk import BENCH, PYTHON, ROOT
from measure import Measure, median
from portal import Portal

PEER = "minimal requests + lxml script"


def warm(environment: dict[str, str], portal: Portal, count: int) -> list[Measure]:
    """A full check, log-in to log-out, in a warm process."""
    command = [PYTHON, str(BENCH / "warm.py"), portal.url, portal.user, str(count)]
    done = subprocess.run(command, env=environment, input=portal.typed, capture_output=True, timeout=300, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr.decode()[-800:])
    record = json.loads(done.stdout)
    if not record["same_figure"]:
        raise RuntimeError("the two did not read the same figure")
    return [Measure("full check, warm", "ms", median(record["ours_ms"]), PEER, median(record["theirs_ms"]), 1.2)]


@dataclass(frozen=True, slots=True)
class Run:
    """One process from start to end."""

    wall_ms: float
    cpu_ms: float
    peak_mb: float


def cold(environment: dict[str, str], portal: Portal, runs: int) -> list[Measure]:
    """A whole process that makes one check and ends."""
    ours = [PYTHON, str(ROOT / "main.py"), "check", "--portal", portal.url, "--user", portal.user, "--secrets-stdin", "--json"]
    theirs = [PYTHON, str(BENCH / "peer.py"), portal.url, portal.user]
    _run(ours, environment, portal.typed), _run(theirs, environment, portal.typed)
    found = [(_run(ours, environment, portal.typed), _run(theirs, environment, portal.typed)) for _ in range(runs)]
    return [
        Measure(f"`check` as a process, {what}", unit, median([getattr(a, name) for a, _ in found]), PEER,
                median([getattr(b, name) for _, b in found]), 1.3)
        for what, unit, name in (("time", "ms", "wall_ms"), ("processor", "ms", "cpu_ms"), ("peak memory", "MB", "peak_mb"))
    ]  # fmt: skip


def requests(environment: dict[str, str], portal: Portal) -> tuple[list[Measure], list[str]]:
    """How many requests and connections one check makes, and whether a person would need fewer."""
    ours = _visit(environment, portal, [PYTHON, str(ROOT / "main.py"), "check", "--portal", portal.url, "--user", portal.user,
                                        "--secrets-stdin", "--json"])  # fmt: skip
    theirs = _visit(environment, portal, [PYTHON, str(BENCH / "peer.py"), portal.url, portal.user])
    goodbyes = [entry for entry in ours if "logout" in entry]
    road = [entry for entry in ours if entry not in goodbyes]
    their_road = [entry for entry in theirs if "logout" not in entry]
    return [Measure("requests of a check, without the log-out", "", len(road), "a person's road", len(their_road), 1.0)], [
        f"The road: {', '.join(road)}; then {len(goodbyes)} polite log-out ({', '.join(goodbyes)})."
    ]


def _visit(environment: dict[str, str], portal: Portal, command: list[str]) -> list[str]:
    before = len(portal.log())
    _run(command, environment, portal.typed)
    return [f"{entry['method']} {entry['path'].rsplit('/', 1)[1] or '/'}" for entry in portal.log()[before:]]


def _run(command: list[str], environment: dict[str, str], typed: bytes) -> Run:
    launcher = [PYTHON, "-IS", str(BENCH / "whole.py"), *command]
    done = subprocess.run(launcher, env=environment, input=typed, capture_output=True, timeout=120, check=True)
    record = json.loads(done.stdout)
    if record["code"]:
        raise RuntimeError(f"ended with {record['code']}: {command[1:3]}")
    return Run(record["wall_ms"], record["cpu_ms"], record["peak_mb"])
