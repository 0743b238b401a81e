"""`python -m tests.fuzz --pages 20000 --seed 1`: a table of what became of the mutated pages. `--only N` writes one of them out."""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor

from tests.fuzz.registry import MUTATIONS
from tests.fuzz.run import Tally, cases, judge, run

_BATCH = 500


def main() -> int:
    """Fuzzes and prints; 1 where a figure was wrong or an error had no name."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument(
        "--only", type=int, help="write the page of this number to standard output, and how it was read to the other"
    )
    options = parser.parse_args()
    if options.only is not None:
        return _show(options.seed, options.only)
    began = time.monotonic()
    batches = [range(at, min(at + _BATCH, options.pages)) for at in range(0, options.pages, _BATCH)]
    whole = {name: Tally() for name in MUTATIONS}
    with ProcessPoolExecutor(options.processes) as pool:
        for part in pool.map(run, [options.seed] * len(batches), batches):
            for name, tally in part.items():
                whole[name].ok += tally.ok
                whole[name].refused += tally.refused
                whole[name].findings += tally.findings
    return _report(whole, options.seed, time.monotonic() - began)


def _show(seed: int, number: int) -> int:
    for _, name, base, case in cases(seed, range(number, number + 1)):
        sys.stdout.buffer.write(case.body)
        verdict, what = judge(case)
        print(f"\n{name} of {base.stem} ({case.content_type}), truly {base.truth}: {verdict} {what}", file=sys.stderr)
    return 0


def _report(whole: dict[str, Tally], seed: int, seconds: float) -> int:
    print(f"| {'mutation':<26} | {'ok':>6} | {'refused':>7} | {'wrong':>5} |\n|{'-' * 28}|-------:|--------:|------:|")
    for name, tally in whole.items():
        print(f"| {name:<26} | {tally.ok:>6} | {tally.refused:>7} | {len(tally.findings):>5} |")
    ok, refused = sum(t.ok for t in whole.values()), sum(t.refused for t in whole.values())
    findings = [finding for tally in whole.values() for finding in tally.findings]
    print(f"| {'all':<26} | {ok:>6} | {refused:>7} | {len(findings):>5} |")
    print(f"\n{ok + refused + len(findings)} pages, seed {seed}, {seconds:.0f} s")
    for one in findings:
        print(f"--seed {seed} --only {one.number}: {one.mutation} of {one.stem}: {one.what}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
