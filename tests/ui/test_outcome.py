"""The child's lines are read strictly: what is not exactly of the agreed form is refused, never guessed."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.blth import Blth
from core.errors import Need, Status
from core.models import Segment, Step
from core.outcome import Outcome, Refusal, read_line
from tests.fakes.child_program import CARD, OK, failure


def line(**changes: Any) -> str:
    return json.dumps({**OK, **changes})


def test_a_good_answer_is_read_whole() -> None:
    found = read_line(line())
    assert isinstance(found, Outcome)
    assert (found.total, found.as_of) == (48_731_902_00, dt.date(2026, 11, 20))
    assert found.checked_at == dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)
    assert (found.cards[0].last_contribution, found.cards[0].segment) == (Blth(2026, 10), Segment.PU)


def test_steps_and_refusals_are_lines_of_their_own() -> None:
    assert read_line('{"step": "reading"}') is Step.READING
    assert read_line('{"step": "refused", "reason": "x", "portal_words": null}') == Refusal("x", None)


def test_a_failure_may_say_what_it_needs() -> None:
    found = read_line(json.dumps({**failure("human_needed"), "need": "otp"}))
    assert isinstance(found, Outcome)
    assert (found.status, found.need, found.total) == (Status.HUMAN_NEEDED, Need.OTP, None)


def test_unknown_is_null_in_every_field_of_a_card() -> None:
    bare = dict.fromkeys(CARD) | {"balance": "48731902.00"}
    found = read_line(line(cards=[bare]))
    assert isinstance(found, Outcome)
    assert found.cards[0].active is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        '{"step": "dancing"}',
        '{"step": 1}',
        '{"step": "reading", "more": 1}',
        "[" * 100_000,
        line(total="48731902"),
        line(total="48731902.0"),
        line(total="048731902.00"),
        line(total="-48731902.00"),
        line(total="48731902.00\n"),
        line(total="４8731902.00"),
        line(total=48731902.00),
        line(total="48731902.01"),
        line(total=None),
        line(total="NaN"),
        line(status="fine"),
        line(status="network"),
        line(need="money"),
        line(checked_at="2026-11-22T01:12:33+07:00"),
        line(checked_at="2026-13-22T01:12:33Z"),
        line(as_of="20261120"),
        line(as_of="2026-02-30"),
        line(cards={}),
        line(cards=[1]),
        line(cards=[{**CARD, "colour": "red"}]),
        line(cards=[{**CARD, "active": 1}]),
        line(cards=[{**CARD, "segment": "XX"}]),
        line(cards=[{**CARD, "last_contribution": "2026-13"}]),
        line(cards=[{**CARD, "kpj": 8012345678}]),
        line(cards=[CARD] * 501),
        line(extra=None),
        line().replace("{", '{"total": "1.00", ', 1),
    ],
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        read_line(text)


@given(st.text() | st.recursive(st.none() | st.booleans() | st.text(max_size=5), st.lists).map(json.dumps))
def test_no_line_raises_anything_but_value_error(text: str) -> None:
    try:
        read_line(text)
    except ValueError:
        pass
    else:
        raise AssertionError("made up lines are not answers")
