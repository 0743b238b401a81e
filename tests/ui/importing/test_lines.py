"""The lines of `import --json`: exactly the contract's form, or ValueError. A figure that is not proved is never taken for one that is."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from core.statements.statement import FileStatus, Kind
from tests.fakes import import_program as told
from ui.importing.lines import Broken, ReadingFile, Storing, Told, earlier, read_line
from ui.importing.model import Counts, Needs, Standing


def changed(path: str, value: object) -> str:
    """The good line with one place changed; "-" takes the place out."""
    line: Any = copy.deepcopy(told.LINE)
    *way, last = path.split("/")
    place = line
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    if value == "-":
        del place[last]
    else:
        place[int(last) if last.isdigit() else last] = value
    return json.dumps(line)


def test_a_good_line_is_read_to_the_sen() -> None:
    said = read_line(json.dumps(told.line("/x/a.pdf", plan={**told.PLAN, "import": 7})), 3)
    assert isinstance(said, Told) and said.imported == 7
    line = said.line
    assert (line.number, line.path, line.status, line.kind, line.sha256) == (3, "/x/a.pdf", FileStatus.OK, Kind.RSJHT, told.SHA)
    (planned,) = line.statements
    assert planned.standing is Standing.NEW and planned.counts == Counts(1)
    assert planned.figures.terms.closing == 2_128_884_100 and planned.figures.terms.taken == 0
    (month,) = planned.figures.months
    assert (str(month.blth), month.wage, month.employer, month.worker, month.rapel) == (
        "2024-01",
        506_738_100,
        18_749_300,
        10_134_800,
        None,
    )


def test_the_other_lines_are_known() -> None:
    assert read_line('{"step": "reading", "file": "/x/a.pdf", "n": 2, "of": 10}', 0) == ReadingFile("/x/a.pdf", 2, 10)
    assert read_line('{"step": "storing"}', 0) == Storing()
    broken = '{"status": "internal_error", "reason": "ledger_disk_full", "message": "…"}'
    assert read_line(broken, 0) == Broken("ledger_disk_full", "…")
    refused = read_line(json.dumps(told.refused("/x/a.pdf", "password_needed", "wrong_password")), 1)
    assert isinstance(refused, Told) and refused.line.reason == "wrong_password" and refused.line.statements == ()
    assert earlier(json.dumps(told.EARLIER)).number == 7


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("status", "fine"),
        ("status", None),
        ("kind", "letter"),
        ("file", 7),
        ("plan/statements/0/figures/closing", "21288841"),
        ("plan/statements/0/figures/closing", 21288841.0),
        ("plan/statements/0/figures/closing", "-"),
        ("plan/statements/0/figures/months/0/blth", "2024-13"),
        ("plan/statements/0/figures/months/0/paid", "13-02-2024"),
        ("plan/statements/0/figures/months/0/paid", "20240213"),
        ("plan/statements/0/figures/months", {}),
        ("plan/statements/0/figures/proofs/0/holds", "yes"),
        ("plan/statements/0/figures/proofs/0/name", "luck"),
        ("plan/statements/0/state", "certain"),
        ("plan/statements/0/months_new", -1),
        ("plan/statements/0/months_new", True),
        ("plan/statements/0/gaps", [{"year": 2024}]),
        ("plan/statements", [None]),
        ("plan/import", "7"),
        ("plan/needs", "luck"),
        ("reason", 5),
    ],
)
def test_anything_else_is_refused(path: str, value: object) -> None:
    with pytest.raises(ValueError):
        read_line(changed(path, value), 1)


@pytest.mark.parametrize(
    "text", ["", "hello", "[]", "{}", '{"step": "dancing"}', '{"step": "reading", "file": null, "n": 3, "of": 2}']
)
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_line(text, 1)


def test_deep_nesting_and_doubled_keys_are_refused() -> None:
    for text in ("[" * 100_000, '{"status": "ok", "status": "ok"}', '{"status": NaN}'):
        with pytest.raises(ValueError):
            read_line(text, 1)


def test_a_failed_closing_that_claims_to_be_sure_is_not_believed() -> None:
    with pytest.raises(ValueError):
        read_line(changed("plan/statements/0/figures/proofs/0/holds", False), 1)


def test_figures_of_a_refused_file_count_only_as_doubted() -> None:
    with pytest.raises(ValueError):
        read_line(changed("status", "page_not_understood"), 1)
    doubted = json.loads(changed("status", "page_not_understood"))
    doubted["plan"]["statements"][0]["state"] = "doubted"
    doubted["plan"]["needs"] = "decision"
    said = read_line(json.dumps(doubted), 1)
    assert isinstance(said, Told) and said.line.needs is Needs.DECISION and said.line.storable == ()
