"""The same file through `main.py import FILE --dry-run --json`: its line must say what the file says, in the words of the contract."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from core.money import to_wire
from core.statements.statement import EXIT_CODES, FileStatus
from tests.statements.case import Case
from tests.statements.judge import Judged, Verdict
from tests.statements.truth import Truth, Value

ROOT = Path(__file__).resolve().parents[2]
_HEAD = ("year", "kpj", "company", "opening", "growth", "dues", "growth_on_dues", "taken", "closing")
_MONTH = ("blth", "paid", "posted", "wage", "rapel", "employer", "worker")
_END_S = 60


def run(path: Path, password: str | None) -> tuple[int, list[dict[str, object]], str]:
    """The exit code, the JSON objects printed, and what went to the error output."""
    with tempfile.TemporaryDirectory() as home:
        options = ["--password-stdin"] if password else []
        done = subprocess.run(
            [sys.executable, str(ROOT / "main.py"), "import", str(path), "--dry-run", "--json", *options],
            input=(password or "") + "\n",
            capture_output=True,
            text=True,
            timeout=_END_S,
            check=False,
            env={"HOME": home, "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"},
        )
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines() if line.strip()], done.stderr


def judge(case: Case, path: Path) -> Judged:
    """Holds what the command prints against the case."""
    code, objects, error = run(path, case.password)
    objects = [one for one in objects if "status" in one]
    if not objects:
        return Judged(Verdict.WRONG, f"command: nothing said, exit {code}: {error[-300:]}")
    status = FileStatus(str(objects[-1]["status"]))
    if status not in case.expect:
        return Judged(Verdict.WRONG if status is FileStatus.OK else Verdict.UNREAD, f"command: {status.value}")
    if code != EXIT_CODES[status]:
        return Judged(Verdict.WRONG, f"command: exit {code} for {status.value}")
    if status is not FileStatus.OK or case.needs is not None or len(case.truths) != 1:
        return Judged(Verdict.RIGHT)
    problem = _differs(case.truths[0], objects[-1])
    return Judged(Verdict.WRONG, f"command: {problem}") if problem else Judged(Verdict.RIGHT)


def wire(value: Value) -> str | int | None:
    """A value as the contract prints it: sen as "187493.00", days and months as in ISO."""
    return value if value is None else str(value)


def _differs(truth: Truth, said: dict[str, object]) -> str:
    for name in _HEAD:
        if problem := _figure(name, truth.figures.get(name), said.get(name)):
            return problem
    npp = said.get("npp")
    if str(npp).split("/")[0] != str(truth.figures.get("npp")):
        return f"npp is {npp}, must be {truth.figures.get('npp')}"
    months = said.get("months")
    if not isinstance(months, list) or len(months) != len(truth.months):
        return f"months: {months!r:.80}"
    for number, (month, true) in enumerate(zip(months, truth.months, strict=True), 1):
        for name in _MONTH:
            if problem := _figure(name, true.get(name), month.get(name)):
                return f"line {number}: {problem}"
    return ""


def _figure(name: str, true: Value, said: object) -> str:
    money = name not in ("year", "kpj", "company", "blth", "paid", "posted")
    wanted = to_wire(true) if money and isinstance(true, int) else wire(true)
    if str(said) == str(wanted) or (said in (None, "0.00") and true in (None, 0)):
        return ""
    return f"{name} is {said}, must be {wanted}"
