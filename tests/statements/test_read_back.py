"""Every figure of a made statement is read back exactly, whatever drew it; the wide exam is `python -m tests.statements.exam`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.statements import good, texts, web
from tests.statements.case import Case
from tests.statements.judge import Judged, Verdict
from tests.statements.producers.browser import found

Read = Callable[[Case], Judged]
RIGHT = Judged(Verdict.RIGHT)


def some(way: str, turn: int) -> list[object]:
    """Every twelfth case of a producer, another one for each, and the first for all; the rest is read by the exam."""
    cases = good.named(way)
    return [pytest.param(case, id=case.name) for at, case in enumerate(cases) if at == 0 or at % 12 == turn]


@pytest.mark.parametrize("case", some("qt_document", 0))
def test_every_figure_of_a_statement_laid_out_by_qt_is_read_back(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", some("qt_cells", 2))
def test_every_figure_of_a_statement_drawn_cell_by_cell_by_qt_is_read_back(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", some("reportlab_pieces", 4))
def test_every_figure_of_a_statement_drawn_piece_by_piece_is_read_back(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", some("reportlab_letters", 6))
def test_every_figure_of_a_statement_drawn_letter_by_letter_is_read_back(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", some("reportlab_platypus", 8))
def test_every_figure_of_a_statement_of_tables_that_flow_is_read_back(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", some("fpdf_cells", 10))
def test_every_figure_of_a_statement_of_placed_cells_is_read_back(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.skipif(found() is None, reason="no chromium here to print a page")
@pytest.mark.parametrize("case", some("browser_printed", 1)[1:2])
def test_every_figure_of_a_statement_printed_by_a_browser_is_read_back(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.name) for at, case in enumerate(web.cases()) if at % 5 == at // 5 % 5 or at % 5 == 2]
)
def test_a_saved_page_is_read_or_refused_as_it_must_be(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("case", [pytest.param(case, id=case.name) for case in texts.cases()])
def test_a_message_is_read_or_refused_as_it_must_be(case: Case, verdict: Read) -> None:
    assert verdict(case) == RIGHT


@pytest.mark.parametrize("number", range(2))
def test_a_statement_as_it_comes_is_read_back(number: int, verdict: Read) -> None:
    way = ("qt_cells", "reportlab_platypus")[number]
    case = good.some(4, number, way)
    assert verdict(case) == RIGHT, case.label


def test_a_locked_statement_is_read_with_its_password(verdict: Read) -> None:
    case = next(case for case in (good.some(1, number, "reportlab_pieces") for number in range(100)) if case.password)
    assert verdict(case) == RIGHT
