"""Mutating, reading and judging: case by case, each to be had again by its number."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

from core.models import Balance
from core.portal.document import Document
from tests.fuzz import amounts, labels, nodes, sources, tables
from tests.fuzz.base import Base, Said, answer, load, said
from tests.fuzz.oracle import Case
from tests.fuzz.registry import MUTATIONS

__all__ = ["Finding", "Tally", "cases", "judge", "run"]
assert all((amounts, labels, nodes, sources, tables))  # imported for their mutations
_LIMIT_S = 10  # far more than any page of the corpus takes, also where much else runs
_TRIES = 40  # pages that are asked in turn until a mutation can be done to one


class TooSlow(BaseException):
    """A page was not read in time."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that should not be: a wrong figure, or an error that nobody named."""

    number: int
    mutation: str
    stem: str
    what: str


@dataclass(slots=True)
class Tally:
    """How the pages of one mutation were read."""

    ok: int = 0
    refused: int = 0
    findings: list[Finding] = field(default_factory=list)


def cases(seed: int, numbers: range, bases: list[Base] | None = None) -> Iterator[tuple[int, str, Base, Case]]:
    """The cases of these numbers: mutation after mutation, each on a page that chance picks among those it can be done to."""
    bases = bases if bases is not None else load()
    names = list(MUTATIONS)
    for number in numbers:
        name = names[number % len(names)]
        rng = Random(f"{seed}:{number}")
        for _ in range(_TRIES):
            base = rng.choice(bases)
            case = MUTATIONS[name](base, rng)
            if case is not None:
                yield number, name, base, case
                break


def judge(case: Case) -> tuple[str, str]:
    """("ok" | "refused" | "wrong" | "crash", what was read or raised)."""
    try:
        with _limited():
            read = answer(case.body, case.content_type, complete=case.complete)
    except TooSlow:
        return "crash", f"not read in {_LIMIT_S} s"
    except Exception as fault:
        return "crash", f"{type(fault).__name__}: {fault}"
    if isinstance(read, str):
        return "refused", read
    page, balance = read
    got = said(balance)
    problem = _unproved(got, page.text) or _unshown(page, balance)
    if problem is None and case.right(got):
        return "ok", str(got)
    return "wrong", f"{got} {problem or ''}".strip()


@contextmanager
def _limited() -> Iterator[None]:
    """Ends a reading that does not end by itself, in a process that has a clock for it."""

    def end(_number: int, _frame: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(_LIMIT_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def _unproved(got: Said, text: str) -> str | None:
    """What is wrong with any reading, whatever was done to the page. `text`: what a person sees of it; a `<` in it is no tag's."""
    digits = "".join(char for char in text if char.isdecimal())
    if got.total != sum(got.cards) or got.total < 0:
        return "does not add up"
    if any(str(sen // 100) not in digits for sen in got.cards):
        return "not printed on the page"
    return None


def _unshown(page: Document, balance: Balance) -> str | None:
    """The figure must be found again where the evidence says it stands."""
    tree = page.root.getroottree()
    paths = {tree.getpath(element) for element in page.root.iter()}  # a path with the prefix of a broken tag is no XPath
    for card in balance.cards:
        evidence = card.evidence
        if evidence is None or "«" not in evidence.excerpt or evidence.path not in paths:
            return "without evidence"
    return None


def run(seed: int, numbers: range, bases: list[Base] | None = None) -> dict[str, Tally]:
    """Reads the cases of these numbers and counts."""
    out = {name: Tally() for name in MUTATIONS}
    for number, name, base, case in cases(seed, numbers, bases):
        verdict, what = judge(case)
        tally = out[name]
        if verdict == "ok":
            tally.ok += 1
        elif verdict == "refused":
            tally.refused += 1
        else:
            tally.findings.append(Finding(number, name, base.stem, f"{verdict}: {what}"))
    return out
