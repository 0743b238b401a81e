"""The sample history is what the pages would have said on those days."""

from __future__ import annotations

import datetime as dt
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.blth import Blth
from core.simulator.accounts import DEMO
from core.simulator.career import cards_on
from core.simulator.clock import WIB, today_in_jakarta
from core.simulator.history import balance_on, sample_history
from core.simulator.house import House
from core.simulator.messages import Request
from core.simulator.sessions import Session, Sessions
from core.simulator.world import World
from tests.core.simulator.visitor import figures

TODAY = dt.date(2026, 11, 22)


@given(st.dates(dt.date(2022, 6, 1), dt.date(2040, 12, 31)), st.integers(1, 36))
def test_one_sample_a_month_up_to_the_month_before_this_one(today: dt.date, months: int) -> None:
    samples = sample_history(today, months)
    shown = [Blth(local.year, local.month) for time, _ in samples if (local := time.astimezone(WIB))]
    this_month = Blth(today.year, today.month)
    assert shown == [this_month.plus(-back) for back in range(months, 0, -1)]
    for time, balance in samples:
        assert time.tzinfo is dt.UTC
        assert balance.as_of == time.astimezone(WIB).date() < today
        assert balance.total == sum(card.balance for card in balance.cards)
    for (_, before), (_, after) in itertools.pairwise(samples):
        assert after.total >= before.total


def test_the_last_sample_leads_to_todays_figure_by_the_contributions_recorded_since() -> None:
    time, last = sample_history(TODAY)[-1]
    since = time.astimezone(WIB).date()
    recorded = sum(c.amount for card in cards_on(DEMO, TODAY) for c in card.months if c.paid > since)
    assert recorded > 0
    assert balance_on(DEMO, TODAY).total == last.total + recorded * 100


@pytest.mark.parametrize("era", ["es", "sso2019", "sso2023"])
def test_the_pages_of_each_day_say_what_the_sample_says(era: str) -> None:
    folder = "/es/sso/" if era == "es" else f"/{era}/"
    page = "dashboard.bpjs" if era == "es" else "saldojht.bpjs"
    for time, balance in sample_history(TODAY):
        day = time.astimezone(WIB).date()
        sessions = Sessions(60)
        session = sessions.sign_in(Session(era), DEMO, [])
        session.pin_given = True
        reply = House(World(lambda day=day: day, sessions, frozenset())).answer(Request("GET", folder + page, session=session.id))
        cards, total = figures(str(reply.body), era)
        assert total * 100 == balance.total
        assert cards == {(c.kpj, c.segment.value): c.balance // 100 for c in balance.cards if c.segment}
        assert day.strftime("%d-%m-%Y") in str(reply.body)


def test_the_portal_lives_in_jakarta() -> None:
    assert abs((today_in_jakarta() - dt.datetime.now(dt.UTC).date()).days) <= 1
