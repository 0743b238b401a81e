"""Measure the program against floors and a peer, all in one run on one machine: `uv run bench/run.py`. See docs/bench.md."""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import sys
import sysconfig
from pathlib import Path

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # people have .pyc files; so must what is timed

import checks
import gaps
import idle
import portal
import starts
from desk import BENCH, ROOT, laid
from measure import Measure, write

PARTS = ("start", "memory", "gaps", "checks", "idle")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"which of: {', '.join(PARTS)} (all, if none is named)")
    parser.add_argument("--quick", action="store_true", help="few runs: a first look, no figures to write down")
    parser.add_argument("--stacks", action="store_true", help="show what the window's thread did when it came late")
    wanted = parser.parse_args()
    parts = wanted.parts or PARTS
    if unknown := set(parts) - set(PARTS):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    for program in ("Xvfb", "dbus-daemon"):
        if shutil.which(program) is None:
            print(f"needs {program}: apt install xvfb dbus", file=sys.stderr)
            return 2
    compile_everything()
    measures, notes = measure(parts, quick=wanted.quick, stacks=wanted.stacks)
    print(write(measures, notes, BENCH / "out"))
    return 1 if any(m.verdict == "MISSED" for m in measures) else 0


def measure(parts: tuple[str, ...] | list[str], *, quick: bool, stacks: bool) -> tuple[list[Measure], list[str]]:
    """The parts that are wanted, one after another on one desk."""
    measures: list[Measure] = []
    notes: list[str] = []

    def take(found: tuple[list[Measure], list[str]]) -> None:
        measures.extend(found[0])
        notes.extend(found[1])

    with laid() as desk, portal.running(desk.environment) as sites:
        if "start" in parts:
            take(starts.measure(desk, 3 if quick else 11, 1 if quick else 5))
            heavy = starts.imported(desk)
            measures.append(Measure("heavy packages in the window's process", "", len(heavy), goal=0, note="absolute"))
            if heavy:
                notes.append(f"The window's process imports {', '.join(sorted(heavy))}.")
        if "memory" in parts:
            take((starts.weigh(desk, 1 if quick else 3), []))
        if "gaps" in parts:
            take(gaps.measure(desk, sites, 1 if quick else 3))
        if "checks" in parts:
            take((checks.warm(desk.environment, sites, 10 if quick else 60), []))
            take((checks.cold(desk.environment, sites, 3 if quick else 15), []))
            take(checks.requests(desk.environment, sites))
        if "idle" in parts:
            take(idle.measure(desk, 30 if quick else 120))
        if stacks:
            for late in gaps.watch(desk, "--stacks")["stacks"]:
                notes.append(f"late by about {late['late_ms']} ms: {'; '.join(late['seen'])}")
    return measures, notes


def compile_everything() -> None:
    """As pip does it, and as the first start of each file does it; uv leaves it to us."""
    compileall.compile_dir(sysconfig.get_path("purelib"), quiet=2, workers=0)
    for folder in ("core", "ui", "bench"):
        compileall.compile_dir(Path(ROOT) / folder, quiet=2)


if __name__ == "__main__":
    sys.exit(main())
