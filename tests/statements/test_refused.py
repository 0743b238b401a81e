"""Files that must be refused, each with its own status: none is read in silence, none as something else."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.statements import bad
from tests.statements.case import Case
from tests.statements.judge import Judged, Verdict

Read = Callable[[Case], Judged]
RIGHT = Judged(Verdict.RIGHT)


def of(way: str, *families: str) -> list[object]:
    return [pytest.param(case, id=case.name) for case in bad.cases(way) if case.family in families]


@pytest.mark.parametrize("case", of("reportlab_pieces", "locked")[1:5])
def test_a_locked_file_asks_for_its_password(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", [*of("qt_document", "cut")[1:3], *of("fpdf_cells", "cut")])
def test_a_file_that_was_cut_off_is_unreadable(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", of("fpdf_cells", "scan", "no pdf"))
def test_a_picture_and_what_is_no_pdf_are_unreadable(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", of("fpdf_cells", "tampered"))
def test_a_statement_that_was_tampered_with_is_not_believed(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", of("reportlab_pieces", "other document"))
def test_another_document_is_not_a_statement(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", of("reportlab_pieces", "no balance"))
def test_a_statement_without_a_balance_says_so(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", of("reportlab_pieces", "ambiguous"))
def test_numbers_that_can_be_read_in_two_ways_are_refused_or_read_rightly(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT
