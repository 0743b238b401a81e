"""What the made statements promise themselves: they add up, obey the rules, and say on every page that they are only an example."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from random import Random

import pytest
from pypdf import PdfReader

from core.blth import Blth
from tests.statements import facts, good, layout
from tests.statements.facts import Traits
from tests.statements.producers.all_ways import WAYS
from tests.statements.producers.browser import found
from tests.statements.sheet import Table, grid, width
from tests.statements.style import NUMBERS, Style
from tests.statements.truth import of


@pytest.fixture(params=list(WAYS))
def way(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if name == "browser_printed" and found() is None:
        pytest.skip("no chromium here to print a page")
    return name


@pytest.mark.parametrize("seed", range(12))
def test_the_years_of_a_card_add_up_to_the_sen_and_follow_each_other(seed: int) -> None:
    rng = Random(seed)
    years = facts.career(rng, range(rng.randint(2015, 2024), 2027))
    for year in years:
        assert year.closing == year.opening + year.growth + year.dues + year.growth_on_dues - year.taken
        assert year.dues == year.total("employer") + year.total("worker")
        assert all(line.paid.year == line.posted.year == year.year for line in year.lines)
    for before, after in pairwise(years):
        assert after.opening == before.closing
        if after.carried is not None and before.lines:
            assert after.carried == (before.total("pension_employer"), before.total("pension_worker"))


def test_a_year_of_four_million_is_the_one_that_is_publicly_documented() -> None:
    year = facts.card_year(Random(4), 2020, Traits(wage=4_000_000))
    line = year.lines[0]
    assert [line.employer, line.worker, line.pension_employer, line.pension_worker] == [
        14_800_000,
        8_000_000,
        8_000_000,
        4_000_000,
    ]
    assert Style().money(line.wage) == "4,000,000.00"


def test_the_pension_is_taken_of_the_cap_of_its_month() -> None:
    year = facts.card_year(Random(1), 2026, Traits(wage=20_000_000))
    dues = {line.blth.month: line.pension_worker for line in year.lines}
    assert (dues[2], dues[3]) == (10_547_400, 11_086_300)
    assert facts.cap(Blth(2020, 2)) == 851_240_000


@pytest.mark.parametrize(
    ("numbers", "printed"), [("en", "1,234,567.89"), ("id", "1.234.567,89"), ("en0", "1,234,567.89"), ("id0", "1.234.567,89")]
)
def test_amounts_are_printed_in_either_style(numbers: str, printed: str) -> None:
    assert Style(numbers=numbers).money(123_456_789) == printed
    assert numbers in NUMBERS


@pytest.mark.parametrize("seed", range(8))
def test_every_row_of_every_table_is_as_wide_as_its_header(seed: int) -> None:
    rng = Random(seed)
    sheet = layout.sheet(facts.card_year(rng, 2020), Style.some(rng))
    for table in (block for block in sheet.blocks if isinstance(block, Table)):
        assert {row[-1][0] + row[-1][1].columns for row in grid(table) if row} == {width(table)}


def test_every_page_says_that_it_is_an_example(way: str, tmp_path: Path) -> None:
    cards = facts.career(Random(way), range(2019, 2021), Traits(doubled=True))
    pages = PdfReader(good.drawn(cards, Style(), way, way)(tmp_path)).pages
    assert len(pages) >= 2
    for page in pages:
        assert "CONTOH" in "".join(page.extract_text().split())


def test_what_is_not_printed_is_not_asked_for() -> None:
    year = facts.card_year(Random(2), 2020, Traits(pension=False, taken=False))
    known = of(year, Style(show_posted=False, show_rapel=False, omit_taken=True, one_growth=True))
    assert {"taken", "growth_on_dues"}.isdisjoint(known.figures)
    assert {"posted", "rapel", "pension_worker"}.isdisjoint(known.months[0])


def test_the_same_seed_makes_the_same_case(tmp_path: Path) -> None:
    first, second = good.some(3, 11, "reportlab_pieces"), good.some(3, 11, "reportlab_pieces")
    assert first.truths == second.truths
    assert good.some(3, 12, "reportlab_pieces").truths != first.truths
