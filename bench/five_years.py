"""Years of computers' lives for the schedule, held against its promises: `uv run python -m bench.five_years`

Lives many seeds of five years in steps of up to an hour, and one of them minute by minute. See tests/fakes/years.py for what
happens in them and who judges, and docs/schedule.md for the figures. Ends with the first promise that is broken.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import time

from core.settings import Interval
from tests.fakes.years import live

INTERVALS: tuple[Interval, ...] = ("monthly", "weekly", "daily")
Task = tuple[int, Interval, bool, int]


def one(task: Task) -> tuple[int, int, int, int]:
    """One life: its checks, how many were made up, its sign-ins, its stops."""
    seed, interval, calm, step_minutes = task
    _life, judge = live(seed, interval, calm=calm, step_minutes=step_minutes)
    return judge.runs, judge.made_up, len(judge.posts), judge.stops


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=50)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    wanted = parser.parse_args()
    began, cpu = time.perf_counter(), time.process_time()
    runs, *_ = one((0, "monthly", False, 1))
    print(f"5 years, every minute: {runs} checks, {time.perf_counter() - began:.0f} s ({time.process_time() - cpu:.0f} s of CPU)")
    print("| interval | clock and zone | years | checks | made up | sign-ins | stops |\n|---|---|---|---|---|---|---|")
    with multiprocessing.Pool(wanted.processes) as pool:
        for interval in INTERVALS:
            for calm in (True, False):
                tasks: list[Task] = [(seed, interval, calm, 60) for seed in range(wanted.seeds)]
                sums = [sum(figures) for figures in zip(*pool.imap_unordered(one, tasks), strict=True)]
                manner = "steady" if calm else "jump"
                print(
                    f"| {interval} | {manner} | {5 * wanted.seeds} | " + " | ".join(f"{figure:,}" for figure in sums) + " |",
                    flush=True,
                )


if __name__ == "__main__":
    main()
