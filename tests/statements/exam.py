"""`python -m tests.statements.exam --count 200 --seed 1`: makes files, has them read, and prints what was right, unread and wrong.

`--through command` asks `main.py import FILE --dry-run --json` as well and holds every figure it prints against the same truth.
`--keep FOLDER` keeps the files that were not right.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from core.statements.reader import Reader
from tests.statements import bad, command, good, texts, web
from tests.statements.case import Case
from tests.statements.facts import TODAY
from tests.statements.judge import Judged, Verdict, judge
from tests.statements.producers.all_ways import here

Row = tuple[str, str, Judged, float, str]  # family, name, verdict, seconds, where the file was kept


def named() -> Iterator[Case]:
    """Every case with a name of its own, whatever the seed."""
    for way in here():
        yield from good.named(way)
    for way in ("qt_cells", "qt_document", "reportlab_pieces", "fpdf_cells"):
        yield from bad.cases(way)
    yield from texts.cases()
    yield from web.cases()


def exam(case: Case, reader: Reader, through: str = "reader", keep: Path | None = None) -> Row:
    """Makes one file and has it read."""
    with tempfile.TemporaryDirectory() as folder:
        path = case.make(Path(folder))
        began = time.monotonic()
        try:
            judged = judge(case, reader.read(path, password=case.password, today=TODAY))
        except Exception as fault:
            judged = Judged(Verdict.WRONG, f"an error without a name: {type(fault).__name__}: {fault}")
        took = time.monotonic() - began
        if through == "command" and judged.verdict is Verdict.RIGHT:
            judged = command.judge(case, path)
        kept = ""
        if keep is not None and judged.verdict is not Verdict.RIGHT:
            keep.mkdir(parents=True, exist_ok=True)
            kept = str(keep / f"{case.family.replace(' ', '-')}-{path.name}")
            shutil.copyfile(path, kept)
    return case.family, f"{case.name} ({case.label})" if case.label else case.name, judged, took, kept


def _batch(seed: int, numbers: range, through: str, keep: Path | None) -> list[Row]:
    cases = list(named()) if numbers.stop == 0 else [good.some(seed, number) for number in numbers]
    with Reader() as reader:
        return [exam(case, reader, through, keep) for case in cases]


def main() -> int:
    """The exam; 1 where a figure was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.statements.exam")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100, help="how many files as they come, besides those with a name")
    parser.add_argument("--through", choices=("reader", "command"), default="reader")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", help="cases whose name or family holds this")
    options = parser.parse_args()
    began = time.monotonic()
    if options.only is not None:
        cases = [*named(), *(good.some(options.seed, number) for number in range(options.count))]
        with Reader() as reader:
            chosen = [case for case in cases if options.only in f"{case.family} {case.name}"]
            rows = [exam(case, reader, options.through, options.keep) for case in chosen]
        return _report(rows, options.seed, time.monotonic() - began)
    batches = [range(0), *(range(at, min(at + 20, options.count)) for at in range(0, options.count, 20))]
    rows = []
    with ProcessPoolExecutor(options.processes) as pool:
        for part in pool.map(
            _batch, [options.seed] * len(batches), batches, [options.through] * len(batches), [options.keep] * len(batches)
        ):
            rows += part
    return _report(rows, options.seed, time.monotonic() - began)


def _report(rows: list[Row], seed: int, seconds: float) -> int:
    families = sorted({row[0] for row in rows})
    counts = Counter((row[0], row[2].verdict) for row in rows)
    print(
        f"| {'family':<20} | {'right':>6} | {'unread':>6} | {'wrong':>6} | slowest |\n|{'-' * 22}|-------:|-------:|-------:|--------:|"
    )
    for family in families:
        slowest = max(row[3] for row in rows if row[0] == family)
        numbers = " | ".join(f"{counts[family, verdict]:>6}" for verdict in Verdict)
        print(f"| {family:<20} | {numbers} | {slowest:>5.2f} s |")
    totals = Counter(row[2].verdict for row in rows)
    print(
        f"\n{len(rows)} files, seed {seed}, {seconds:.0f} s: "
        + ", ".join(f"{totals[verdict]} {verdict.value}" for verdict in Verdict)
    )
    for family, name, judged, _, kept in sorted(rows, key=lambda row: row[2].verdict is not Verdict.WRONG):
        if judged.verdict is not Verdict.RIGHT:
            print(f"{judged.verdict.value}: {family}: {name}: {judged.what} {kept}".rstrip())
    return 1 if totals[Verdict.WRONG] else 0


if __name__ == "__main__":
    sys.exit(main())
