"""Five years of a computer's life, held against what the schedule promises by a judge who knows none of its workings.

`uv run python -m bench.five_years` lives many more of them, and one of them minute by minute (docs/schedule.md has the figures).
"""

from __future__ import annotations

import datetime as dt

import pytest

from core.models import Account
from core.schedule import Facts, Machine, Plan, Rules, Why
from core.settings import Interval
from tests.fakes import years
from tests.fakes.years import Broken, live


@pytest.mark.parametrize(("interval", "runs"), [("monthly", 20), ("weekly", 15), ("daily", 150)])
@pytest.mark.parametrize("calm", [True, False])
def test_no_promise_is_broken_in_years_of_sleeps_outages_and_new_pins(interval: Interval, runs: int, calm: bool) -> None:
    life, judge = live(1, interval, years=5 if interval == "monthly" else 2, calm=calm, step_minutes=120)
    assert judge.runs > runs  # and something happened
    assert judge.made_up > 0
    assert judge.stops > 0
    assert life.now - years.START > dt.timedelta(days=700)


FAULTS = {
    "sooner": "second sign-in|within six hours",
    "never": "not made",
    "in the night": "quiet hours",
    "after a stop": "after a stop",
    "no back-off": "tried again",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_judge_sees_a_schedule_that_breaks_them(fault: str, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = years.next_check

    def faulty(account: Account, facts: Facts, rules: Rules, machine: Machine, now: dt.datetime) -> Plan:
        plan = honest(account, facts, rules, machine, now)
        match fault, plan.why:
            case (
                ("after a stop", Why.STOPPED)
                | ("sooner", Why.REGULAR)
                | ("in the night", Why.MADE_UP)
                | ("no back-off", Why.BACK_OFF)
            ):
                return Plan(now, plan.why)
            case ("never", Why.MADE_UP):
                return Plan(now + dt.timedelta(days=1), plan.why)
        return plan

    monkeypatch.setattr(years, "next_check", faulty)
    with pytest.raises(Broken, match=FAULTS[fault]):
        for seed in range(3):
            live(seed, "monthly", calm=True, step_minutes=120)
