"""`python -m tests.mutation core/money.py --tests tests/core/test_money.py`: how many small faults the tests notice, and which not.

Of many files, one after another, at most `--sample` mutants each are tried, picked by `--seed`, or `--of` mutants of them all.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from random import Random

from tests.mutation.equivalents import equivalents
from tests.mutation.items import ROOT
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.trial import Trial


def main() -> int:
    """Tries the mutants and prints the survivors; 1 where fewer than `--least` percent of those that are another program were noticed."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("paths", nargs="+", type=Path, help="files, or folders of files")
    parser.add_argument("--tests", nargs="+", required=True, help="files of tests that are run against each mutant")
    parser.add_argument("--corpus", action="store_true", help="first read the corpus of pages, which bites most")
    parser.add_argument("--sample", type=int, help="try only so many of each file, picked by --seed")
    parser.add_argument("--of", type=int, help="try only so many of all files together, picked by --seed")
    parser.add_argument("--by", action="store_true", help="print of each mutant what noticed it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--least", type=float, default=90.0)
    parser.add_argument("--list", action="store_true", help="only print the mutants")
    options = parser.parse_args()
    files = sorted(file.resolve() for path in options.paths for file in (path.glob("*.py") if path.is_dir() else [path]))
    every = {file: mutants(file) for file in files}
    tried = [mutant for file, there in every.items() for mutant in _some(there, options.sample, f"{options.seed}:{file.name}")]
    tried = _some(tried, options.of, str(options.seed))
    if options.list:
        print(*map(_shown, tried), sep="\n")
        return 0
    return _try(tried, sum(map(len, every.values())), options)


def _some(there: list[Mutant], most: int | None, seed: str) -> list[Mutant]:
    if most is None or most >= len(there):
        return there
    return [there[number] for number in sorted(Random(seed).sample(range(len(there)), most))]


def _try(tried: list[Mutant], of: int, options: argparse.Namespace) -> int:
    began = time.monotonic()
    files: dict[str, list[bool]] = {}
    trial = Trial(sorted({mutant.path for mutant in tried}), options.tests, corpus=options.corpus)
    print(f"{len(tried)} of {of} mutants; {len(trial.touched.seconds)} pages and tests", flush=True)
    survivors = []
    same = 0
    reason = equivalents()
    for count, (mutant, by) in enumerate(trial.outcomes(tried, options.processes), 1):
        files.setdefault(mutant.path.name, []).append(by is not None)
        if by is None:
            survivors.append(mutant)
            why = reason(mutant)
            same += why is not None
            print(f"survived: {_shown(mutant)}" if why is None else f"the same program: {_shown(mutant)} ({why})", flush=True)
        elif options.by:
            print(f"noticed: {_shown(mutant)}: {by}", flush=True)
        if count % 50 == 0:
            print(f"{count} tried, {len(survivors)} survived, {time.monotonic() - began:.0f} s", file=sys.stderr, flush=True)
    for name, each in sorted(files.items()):
        print(f"{name:16} {sum(each)} of {len(each)}")
    noticed, others = len(tried) - len(survivors), len(tried) - same
    print(f"{noticed} of {len(tried)} noticed: {100 * noticed / len(tried):.1f}%, in {time.monotonic() - began:.0f} s")
    noticed_share = 100 * noticed / others if others else 100.0
    print(f"{same} of the others are the same program; of the {others} that are not, {noticed_share:.1f}% were noticed")
    return 0 if noticed_share >= options.least else 1


def _shown(mutant: Mutant) -> str:
    return f"{mutant.path.relative_to(ROOT)}:{mutant.line}: {mutant.what}"


if __name__ == "__main__":
    sys.exit(main())
