"""`python -m tests.statements.fuzz --count 2000 --seed 1`: files that were mutated or made to do harm, each through the confined reader.

For every one: no error without a name, no ok whose figures are not the file's, an end within 20 s, and at most 300 MB in the process
that reads. `--only N` writes one of them into `--keep FOLDER`, default the current one.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import re
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from core.statements.reader import Reader
from core.statements.statement import FileStatus, Statement
from tests.statements import bombs, facts, layout, mutate_pdf, mutate_sheet, texts, truth, web
from tests.statements.facts import TODAY, Traits
from tests.statements.producers import reportlab_ways
from tests.statements.producers.all_ways import WAYS
from tests.statements.producers.markup import page_of
from tests.statements.sheet import Sheet
from tests.statements.style import NUMBERS, Style
from tests.statements.truth import Truth

MOST_SECONDS = 20.0
MOST_MB = 300.0
_WAYS = ("qt_document", "qt_cells", "reportlab_pieces", "reportlab_platypus", "fpdf_cells")
_TERMS = ("opening", "growth", "dues", "growth_on_dues", "taken", "closing")
_BATCH = 25


@dataclass(frozen=True, slots=True)
class Base:
    """An unharmed file: its sheets, its bytes, and what it says."""

    way: str
    suffix: str
    sheets: tuple[Sheet, ...]
    data: bytes
    truths: tuple[Truth, ...]
    seed: int


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file to be read. `truths` is empty where no ok may come."""

    name: str
    suffix: str
    data: bytes
    truths: tuple[Truth, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of it; `problem` is empty where all is well."""

    number: int
    name: str
    status: str
    problem: str
    seconds: float
    peak_mb: float


@cache
def bases() -> tuple[Base, ...]:
    """The unharmed files: every producer, two styles each; pages and messages."""
    made = []
    with tempfile.TemporaryDirectory() as folder:
        for seed, way in enumerate((*_WAYS, "plain") * 2):
            rng = Random(f"fuzz:{seed}")
            style = (
                Style()
                if seed < len(_WAYS) + 1
                else Style(numbers="id", rupiah="Rp ", words=1, head="single", footer="Halaman {page}")
            )
            cards = [facts.card_year(rng, 2020, Traits(taken=True, december=True))]
            if seed % 3 == 0:
                cards.append(facts.card_year(rng, 2020, Traits(late=True), who=cards[0].person))
            sheets = tuple(layout.sheet(card, style) for card in cards)
            truths = tuple(truth.of(card, style) for card in cards)
            made.append(Base(way, ".pdf", sheets, _drawn(way, sheets, seed, Path(folder)), truths, seed))
    rng = Random("fuzz:pages")
    card = facts.card_year(rng, 2025, Traits(doubled=True))
    style = Style(numbers="id", rupiah="Rp ", summary="table", head="words", words=2)
    page, known = page_of([layout.sheet(card, style)]), (truth.of(card, style),)
    balance = web.balance_page([card], Style()), (Truth({"closing": card.closing, "kpj": card.kpj}, ()),)
    for text, true in ((page, known), balance):
        made.append(Base("page", ".html", (), text.encode(), true, 0))
        made.append(Base("page", ".mhtml", (), web.mhtml(text), true, 0))
    for text, sen, more in texts.BALANCES.values():
        made.append(Base("message", ".txt", (), text.encode(), (Truth({"closing": sen, **more}, ()),), 0))
    return tuple(made)


def _drawn(way: str, sheets: tuple[Sheet, ...], seed: int, folder: Path) -> bytes:
    path = folder / "a.pdf"
    if way == "plain":
        reportlab_ways.pieces(sheets, path, Random(seed), compressed=False)
    else:
        WAYS[way](sheets, path, Random(seed))
    return path.read_bytes()


def mutants(seed: int, numbers: range) -> Iterator[tuple[int, Mutant]]:
    """The mutants of these numbers, each to be had again by its number; every bomb once in the first hundred."""
    all_bombs = [(one, ".pdf") for one in bombs.PDFS] + [(one, ".html") for one in bombs.PAGES]
    all_bombs += [(one, ".mhtml") for one in bombs.MESSAGES] + [(one, ".txt") for one in bombs.TEXTS]
    for number in numbers:
        rng = Random(f"{seed}:{number}")
        if number < 3 * len(all_bombs) and number % 3 == 0:
            bomb, suffix = all_bombs[number // 3]
            # A page that says nothing but "Saldo JHT Rp 1.000.000,00", too often or too deep, may be believed that.
            truths = () if suffix == ".pdf" else (Truth({"closing": 100_000_000}, ()),)
            yield number, Mutant(bomb.__name__, suffix, bomb(rng), truths)
            continue
        mutant = None
        while mutant is None:
            mutant = _mutant(rng)
        yield number, mutant


def _mutant(rng: Random) -> Mutant | None:
    base = rng.choice(bases())
    if base.suffix != ".pdf":
        name, change = rng.choice(list(mutate_sheet.PAGES.items()))
        try:
            text = change(base.data.decode(), rng)
        except IndexError:  # a message has no tags
            return None
        return (
            None
            if text is None
            else Mutant(f"{name} of {base.suffix}", base.suffix, text.encode("utf-8", "replace"), base.truths)
        )
    if rng.random() < 0.4:
        name, redraw = rng.choice(list(mutate_sheet.SHEETS.items()))
        sheet = redraw(base.sheets[0], rng)
        if sheet is None:
            return None
        with tempfile.TemporaryDirectory() as folder:
            data = _drawn(base.way, (sheet, *base.sheets[1:]), base.seed, Path(folder))
        return Mutant(name, ".pdf", data, () if name in mutate_sheet.NEVER_OK else base.truths)
    name, mutation = rng.choice(list(mutate_pdf.MUTATIONS.items()))
    harmed = mutation(base.data, rng)
    if harmed is not None and rng.random() < 0.2:
        again, mutation = rng.choice(list(mutate_pdf.MUTATIONS.items()))
        harmed, name = mutation(harmed, rng) or harmed, f"{name}, {again}"
    return None if harmed is None else Mutant(name, ".pdf", harmed, base.truths)


def lie(mutant: Mutant, statements: tuple[Statement, ...]) -> str:
    """What an ok says that the file does not; nothing where it is true."""
    if mutant.suffix == ".txt":  # a message has no proof: the figure only has to stand there, whole
        return (
            ""
            if all(_printed(one, mutant.data.decode("utf-8", "replace")) for one in statements)
            else "not what the message says"
        )
    if not mutant.truths:
        return f"ok, closing {[one.closing for one in statements]}"
    closings = {true.figures["closing"]: true for true in mutant.truths}
    for read in statements:
        closing = read.closing if read.closing is not None or read.balance is None else read.balance.total
        true = closings.get(closing)
        if true is None:
            return f"closing {closing}, must be of {list(closings)}"
        for term in _TERMS if mutant.name not in mutate_sheet.TERMS_MOVE else ("dues", "closing"):
            value = getattr(read, term)
            if value not in (None, true.figures.get(term)) and term in true.figures:
                return f"{term} {value}, must be {true.figures[term]}"
        if read.months and _dues(read, mutant) != _true_dues(true, mutant):
            return f"the months' dues {_dues(read, mutant)}, must be {_true_dues(true, mutant)}"
        if not read.months and true.months and mutant.name != "block_dropped":
            return "no months"
    return ""


def _printed(read: Statement, text: str) -> bool:
    """Whether the balance stands in the text as a number of its own."""
    sen = read.closing if read.closing is not None or read.balance is None else read.balance.total
    if sen is None:
        return False
    forms = {Style(numbers=numbers).money(sen) for numbers in NUMBERS} | {str(sen // 100)}
    return any(re.search(rf"(?<![\d.,]){re.escape(form)}(?!\d|[.,]\d)", text) for form in forms)


def _dues(read: Statement, mutant: Mutant) -> list[object]:
    both = mutant.name in mutate_sheet.PAYERS_MOVE
    pairs = [
        (-1 if month.employer is None else month.employer, -1 if month.worker is None else month.worker) for month in read.months
    ]
    return sorted(sum(pair) if both else pair for pair in pairs)  # type: ignore[type-var, arg-type]


def _true_dues(true: Truth, mutant: Mutant) -> list[object]:
    both = mutant.name in mutate_sheet.PAYERS_MOVE
    pairs = [(month["employer"], month["worker"]) for month in true.months]
    return sorted(sum(pair) if both else pair for pair in pairs)  # type: ignore[type-var, arg-type]


def read(number: int, mutant: Mutant, folder: Path, reader: Reader) -> Outcome:
    """Has one file read, and says what was wrong with how that went."""
    path = folder / f"{number}{mutant.suffix}"
    path.write_bytes(mutant.data)
    began = time.monotonic()
    status, problem = "error", ""
    try:
        answer = reader.read(path, password=None, today=TODAY)
        status = answer.status.value
        if answer.status is FileStatus.OK:
            problem = lie(mutant, answer.statements)
        elif answer.statements:
            problem = "figures beside a refusal"
    except Exception as fault:
        problem = f"an error without a name: {type(fault).__name__}: {fault}"
    took = time.monotonic() - began
    path.unlink()
    if took > MOST_SECONDS:
        problem = problem or f"{took:.1f} s"
    return Outcome(number, mutant.name, status, problem, took, _peak_mb())


def _peak_mb() -> float:
    """The most memory (MB) that any process this one started has ever held: those that ended, and where /proc tells, those that run."""
    peak_kb = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    for running in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):  # threads and processes end while one looks
            for process in running.read_text().split():
                held = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
                peak_kb = max(peak_kb, int(held[1]) if held else 0)
    return peak_kb / 1024


def _batch(seed: int, numbers: range) -> list[Outcome]:
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as folder, Reader() as reader:
        for number, mutant in mutants(seed, numbers):
            outcomes.append(read(number, mutant, Path(folder), reader))
    return outcomes


def main() -> int:
    """Fuzzes and prints; 1 where something was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.statements.fuzz")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--only", type=int)
    parser.add_argument("--keep", type=Path, default=Path())
    options = parser.parse_args()
    if options.only is not None:
        return _keep(options.seed, options.only, options.keep)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it helps to harm files, and complains of harmed ones
    began, end = time.monotonic(), options.first + options.count
    batches = [range(at, min(at + _BATCH, end)) for at in range(options.first, end, _BATCH)]
    outcomes: list[Outcome] = []
    # One batch a process: the most memory that any reading process took is then known batch by batch.
    with ProcessPoolExecutor(options.processes, max_tasks_per_child=1) as pool:
        for part in pool.map(_batch, [options.seed] * len(batches), batches):
            outcomes += part
            for one in part:
                if one.problem:
                    print(f"--seed {options.seed} --only {one.number}: {one.name}: {one.status}: {one.problem}", flush=True)
    return _report(outcomes, options.seed, time.monotonic() - began)


def _keep(seed: int, number: int, folder: Path) -> int:
    for _, mutant in mutants(seed, range(number, number + 1)):
        path = folder / f"mutant-{seed}-{number}{mutant.suffix}"
        path.write_bytes(mutant.data)
        with Reader() as reader:
            outcome = read(number, mutant, folder, reader)
        print(f"{path}: {mutant.name}: {outcome.status} {outcome.problem} {outcome.seconds:.2f} s, {outcome.peak_mb:.0f} MB")
    return 0


def _report(outcomes: list[Outcome], seed: int, seconds: float) -> int:
    names = sorted({one.name.split(",")[0] for one in outcomes})
    statuses = [status.value for status in FileStatus] + ["error"]
    counts = Counter((one.name.split(",")[0], one.status) for one in outcomes)
    print(f"| {'mutation':<24} | " + " | ".join(f"{status[:11]:>11}" for status in statuses) + " | slowest | problems |")
    for name in names:
        of = [one for one in outcomes if one.name.split(",")[0] == name]
        numbers = " | ".join(f"{counts[name, status]:>11}" for status in statuses)
        print(
            f"| {name:<24} | {numbers} | {max(one.seconds for one in of):>5.2f} s | {sum(bool(one.problem) for one in of):>8} |"
        )
    peak = max(one.peak_mb for one in outcomes)
    problems = sum(bool(one.problem) for one in outcomes)
    heavy = [one for one in outcomes if one.peak_mb > MOST_MB]
    print(
        f"\n{len(outcomes)} files, seed {seed}, {seconds:.0f} s: {problems} problems; slowest {max(o.seconds for o in outcomes):.1f} s, most {peak:.0f} MB"
    )
    if heavy:
        print(f"over {MOST_MB:.0f} MB first at --only {heavy[0].number}: {heavy[0].name} ({heavy[0].peak_mb:.0f} MB)")
    return 1 if problems or heavy else 0


if __name__ == "__main__":
    sys.exit(main())
