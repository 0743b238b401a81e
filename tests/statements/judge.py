"""What became of a file, held against what it truly says: right, refused or wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum

from core.statements.statement import FileRead, FileStatus, Month, Statement
from tests.statements.case import Case
from tests.statements.truth import Truth, Value


class Verdict(StrEnum):
    """How a reading is to be taken."""

    RIGHT = "right"  # the status that must come and, if it is ok, every figure
    UNREAD = "unread"  # a refusal or a figure left out where there is one to be read, or another refusal than it must be: no lie
    WRONG = "WRONG"  # a status of ok where there must be none, or a figure that is not the file's


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict and what is behind it."""

    verdict: Verdict
    what: str = ""


_LEFT_OUT = "not read: "
_ABSENT_MAY_BE_ZERO = {"taken", "growth_on_dues", "rapel", "pension_employer", "pension_worker"}
_COMPARED = {one.name for one in fields(Statement)} - {"kind", "months", "proofs", "balance", "evidence", "closing_on"}
_MONTHS_COMPARED = {one.name for one in fields(Month)} - {"off_rate"}


def judge(case: Case, read: FileRead) -> Judged:
    """Holds a reading against its case."""
    if read.status is FileStatus.OK:
        if FileStatus.OK not in case.expect:
            return Judged(Verdict.WRONG, f"ok, must be {_names(case)}")
        problem = compare(case, read.statements)
        left_out = problem.startswith(_LEFT_OUT)
        return Judged(Verdict.UNREAD if left_out else Verdict.WRONG, problem) if problem else Judged(Verdict.RIGHT)
    if read.statements:
        return Judged(Verdict.WRONG, f"{read.status.value}, and yet figures")
    if read.status in case.expect:
        return Judged(Verdict.RIGHT)
    failing = [f"{proof.name.value}: {proof.detail}" for one in read.doubted for proof in one.proofs if proof.holds is False]
    return Judged(Verdict.UNREAD, f"{read.status.value} ({read.reason}), must be {_names(case)} {'; '.join(failing)}".strip())


def _names(case: Case) -> str:
    return "/".join(sorted(status.value for status in case.expect))


def compare(case: Case, statements: tuple[Statement, ...]) -> str:
    """The first figure that differs, in words; nothing where all are right."""
    if len(statements) != len(case.truths):
        return f"{len(statements)} statements, must be {len(case.truths)}"
    left = list(statements)
    for truth in case.truths:
        found = next(
            (one for one in left if (one.kpj, one.year) == (truth.figures.get("kpj"), truth.figures.get("year"))), left[0]
        )
        left.remove(found)
        if problem := _differs(truth, found, case.needs):
            return problem
    return ""


def _differs(truth: Truth, read: Statement, needs: frozenset[str] | None) -> str:
    """What differs; before that what lies, last what was only left out."""
    problems = list(_problems(truth, read, needs))
    return next((one for one in problems if not one.startswith(_LEFT_OUT)), problems[0] if problems else "")


def _problems(truth: Truth, read: Statement, needs: frozenset[str] | None) -> Iterator[str]:
    for name in sorted(_COMPARED):
        yield from _figure(name, "", truth.figures, _tidy(name, _said(name, read)), needs)
    if truth.figures.get("closing_on") is not None and read.closing_on not in (None, truth.figures["closing_on"]):
        yield f"closing_on is {read.closing_on}, must be {truth.figures['closing_on']}"
    if needs is not None and not read.months:
        return
    if len(read.months) != len(truth.months):
        yield f"{len(read.months)} months, must be {len(truth.months)}"
        return
    for number, (month, true) in enumerate(zip(read.months, truth.months, strict=True), 1):
        for name in sorted(_MONTHS_COMPARED):
            yield from _figure(name, f"line {number}: ", true, getattr(month, name), needs)


def _said(name: str, read: Statement) -> Value:
    """A figure of the statement; of a page or a message, its balance is the closing, and its only card's number the KPJ."""
    value: Value = getattr(read, name)
    if value is None and read.balance is not None:
        if name == "closing":
            return read.balance.total
        if name == "kpj" and len(read.balance.cards) == 1:
            return read.balance.cards[0].kpj
    return value


def _tidy(name: str, value: Value) -> Value:
    """An NPP may be read with its division."""
    if name == "npp" and isinstance(value, str):
        return value.split("/")[0].strip()
    if name in ("company", "person") and isinstance(value, str):
        return " ".join(value.split())
    return value


def _figure(name: str, where: str, true: dict[str, Value], value: Value, needs: frozenset[str] | None) -> Iterator[str]:
    wanted = true.get(name)
    if value == wanted or (name in _ABSENT_MAY_BE_ZERO and not value and not wanted):
        return
    if value is None:
        if needs is None or name in needs:
            yield f"{_LEFT_OUT}{where}{name}, which is {wanted!s}"
        return
    yield f"{where}{name} is {value!s}, must be {wanted!s}"
