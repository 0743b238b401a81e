"""Where things lie: what is zoomed stays where it is pointed at, and what is written beside it is round."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui.history.scale import SHORTEST_DAYS, Span, amount_ticks, time_ticks, whole_span

WHOLE = Span(730_000.0, 740_000.0)


@given(st.floats(0.2, 5), st.floats(730_100, 739_900), st.floats(20, 4_000))
def test_zooming_keeps_the_day_under_the_pointer(factor: float, at: float, length: float) -> None:
    span = Span(at - length / 3, at + length * 2 / 3).within(WHOLE)
    zoomed = span.zoomed(factor, at, WHOLE)
    assert WHOLE.first - 1e-6 <= zoomed.first and zoomed.last <= WHOLE.last + 1e-6
    assert zoomed.days >= min(SHORTEST_DAYS, span.days) - 1e-6
    inside = WHOLE.first < zoomed.first and zoomed.last < WHOLE.last
    if inside and SHORTEST_DAYS < span.days * factor < WHOLE.days:
        assert abs((at - zoomed.first) / zoomed.days - (at - span.first) / span.days) < 1e-6


@given(st.floats(-20_000, 20_000))
def test_panning_never_leaves_the_history(days: float) -> None:
    moved = Span(735_000.0, 736_000.0).moved(days, WHOLE)
    assert moved.days == 1_000 and WHOLE.first <= moved.first and moved.last <= WHOLE.last


@given(st.integers(0, 10**13), st.integers(0, 10**13), st.integers(2, 12))
def test_amounts_beside_the_picture_are_round_few_and_inside(one: int, other: int, most: int) -> None:
    low, high = sorted((one, other))
    ticks = amount_ticks(low, high, most)
    assert len(ticks) <= most + 1
    assert all(low <= tick <= high for tick in ticks)
    steps = {b - a for a, b in pairwise(ticks)}
    assert all(str(step).rstrip("0") in ("1", "2", "5") for step in steps)


def test_days_under_the_picture_are_beginnings_of_months_or_years() -> None:
    span = Span(float(dt.date(2020, 2, 3).toordinal()), float(dt.date(2026, 11, 2).toordinal()))
    assert [dt.date.fromordinal(day).year for day, _ in time_ticks(span, 8)] == [2021, 2022, 2023, 2024, 2025, 2026]
    few = time_ticks(Span(float(dt.date(2026, 1, 20).toordinal()), float(dt.date(2026, 5, 2).toordinal())), 8)
    assert [dt.date.fromordinal(day).month for day, _ in few] == [2, 3, 4, 5]


def test_one_reading_has_a_month_around_it() -> None:
    span = whole_span(739_000, 739_000)
    assert span.days == 30 and span.first < 739_000 < span.last
