"""The picture is honest: gaps are dashed, many points lose no extreme, years begin where they were first seen."""

from __future__ import annotations

import datetime as dt
import random

import pytest
from PySide6.QtCore import QRectF

from ui.history.data import BadLine, History, Line
from ui.history.drawing import amounts_beside
from ui.history.picture import MOST_SEGMENTS, Picture, extent, frame, strokes, years
from ui.history.scale import whole_span

BOX = QRectF(0, 0, 800, 400)


def line_of(*points: tuple[dt.date, int], source: int = 0) -> Line:
    history = History()
    history.add({"line": None, "company": None})
    history.add({"points": [[n, day.toordinal(), sen, source, 0] for n, (day, sen) in enumerate(points)]})
    return history.lines[0]


def daily(count: int, seed: int = 1) -> Line:
    rng = random.Random(seed)
    first = dt.date(1990, 1, 1)
    return line_of(*((first + dt.timedelta(days=n // 3), rng.randrange(10**9)) for n in range(count)))


def picture_of(line: Line) -> Picture:
    return Picture(line, span=whole_span(line.days[0], line.days[-1]))


def test_a_long_time_without_a_reading_is_dashed() -> None:
    line = line_of((dt.date(2026, 1, 1), 1), (dt.date(2026, 2, 1), 2), (dt.date(2026, 9, 1), 3))
    drawn = strokes(line, frame(picture_of(line), BOX, 90, 14))
    assert (len(drawn.near), len(drawn.far), len(drawn.dots)) == (1, 1, 3)


def test_one_reading_is_a_point_and_no_line() -> None:
    line = line_of((dt.date(2026, 1, 1), 4_847_154_000))
    drawn = strokes(line, frame(picture_of(line), BOX, 90, 14))
    assert (drawn.near, drawn.far, len(drawn.dots)) == ([], [], 1)


@pytest.mark.parametrize("sen", [0, 4_847_154_000])
def test_beside_one_reading_stands_its_own_amount_and_no_other(sen: int) -> None:
    picture = picture_of(line_of((dt.date(2026, 11, 22), sen)))
    assert amounts_beside(frame(picture, BOX, 90, 14), picture, 8) == [sen]


def test_many_points_keep_the_lowest_and_the_highest() -> None:
    line = daily(20_000)
    made = frame(picture_of(line), BOX, 90, 14)
    drawn = strokes(line, made)
    assert len(line) > MOST_SEGMENTS and len(drawn.near) < 3 * 800
    heights = [spot.y() for pair in drawn.near for spot in pair]
    assert min(heights) == pytest.approx(made.y(max(line.amounts))) and max(heights) == pytest.approx(made.y(min(line.amounts)))


def test_what_is_in_sight_sets_the_scale() -> None:
    line = line_of((dt.date(2020, 1, 1), 10_000), (dt.date(2025, 1, 1), 5_000_000), (dt.date(2026, 1, 1), 5_100_000))
    near = Picture(line, span=whole_span(dt.date(2025, 6, 1).toordinal(), dt.date(2026, 1, 1).toordinal()))
    assert extent(near)[0] > 4_000_000
    assert extent(picture_of(line))[0] < 10_000
    assert extent(Picture(Line(None, None))) == (0, 1)


def test_the_nearest_point_is_found_at_both_ends_and_of_twins_the_last() -> None:
    line = line_of((dt.date(2026, 1, 1), 1), (dt.date(2026, 1, 11), 2), (dt.date(2026, 1, 11), 3))
    first = line.days[0]
    assert [line.nearest(first + d) for d in (-100, 0, 4, 6, 10, 999)] == [0, 0, 0, 2, 2, 2]
    assert Line(None, None).nearest(5) is None


def test_years_are_compared_from_the_balance_before_them() -> None:
    line = line_of(
        (dt.date(2024, 11, 1), 100), (dt.date(2024, 12, 1), 150), (dt.date(2025, 1, 10), 160), (dt.date(2026, 3, 1), 300)
    )
    found = years(line)
    assert [(year.year, year.changes) for year in found] == [(2024, [0, 50]), (2025, [0, 10]), (2026, [0, 140])]
    assert found[0].days[0] == 305  # nothing is known of 2024 before November
    assert years(Line(None, None)) == []


def test_bars_take_their_part_of_the_height() -> None:
    line = line_of((dt.date(2026, 1, 1), 1), (dt.date(2026, 2, 1), 2))
    plain = frame(picture_of(line), BOX, 90, 14)
    with_bars = frame(Picture(line, bars={24_312: 5}, span=plain.span), BOX, 90, 14)
    assert plain.bars is None and with_bars.bars is not None
    assert with_bars.area.bottom() < with_bars.bars.top() < with_bars.bars.bottom() <= BOX.bottom()


@pytest.mark.parametrize(
    "data",
    [
        {"points": [[1, 700_000, 5, 0, 0]]},  # of no line
        {"line": 5, "company": None},
        {"something": 1},
        {"bars": [[1]]},
        {"marks": [["x", "taken", 1]]},
    ],
)
def test_a_line_that_makes_no_sense_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(BadLine):
        History().add(data)


@pytest.mark.parametrize(
    "points", [[[1, 700_001, 5, 0, 0], [2, 700_000, 5, 0, 0]], [[1, 700_000, 5, 99, 0]], [[1, 2]], [[1, 10**12, 5, 0, 0]]]
)
def test_points_out_of_order_or_of_no_source_are_refused(points: list[list[int]]) -> None:
    history = History()
    history.add({"line": None, "company": None})
    with pytest.raises(BadLine):
        history.add({"points": points})


def test_labels_never_lie_on_each_other() -> None:
    from PySide6.QtCore import QRectF

    from ui.history.drawing import free_place

    taken: list[QRectF] = []
    for _ in range(6):
        free_place(QRectF(10, 50, 30, 12), taken)
    assert len(taken) == 6 and taken[0].y() == 50
    assert not any(one.intersects(other) for n, one in enumerate(taken) for other in taken[n + 1 :])
