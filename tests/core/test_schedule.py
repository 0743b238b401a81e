"""The schedule never endangers an account: it stops for the person, and rarely signs in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import RETRY, Retry, Status
from core.models import Account, Attempt, Step, Trigger
from core.portal.profile import Road
from core.schedule import BETWEEN_SIGN_INS, Plan, Why, next_check

NOW = dt.datetime(2026, 11, 22, 3, 0, tzinfo=dt.UTC)
ACCOUNT = Account(1, "Siti", "siti@example.test", "bpjstk-es", remember=True)
MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)


def attempt(
    ago: dt.timedelta,
    status: Status | None = Status.OK,
    trigger: Trigger = Trigger.PERSON,
    step: Step | None = Step.STORING,
) -> Attempt:
    start = NOW - ago
    return Attempt(1, 1, trigger, start, None if status is None else start + MINUTE, status, step=step)


def plan(*attempts: Attempt, account: Account = ACCOUNT, interval: str = "monthly", road: Road = Road.DIRECT) -> Plan:
    """`attempts`: newest first."""
    return next_check(account, attempts, interval, road, NOW)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"interval": "never"}, Why.NEVER),
        ({"account": replace(ACCOUNT, paused=True)}, Why.PAUSED),
        ({"account": replace(ACCOUNT, remember=False)}, Why.NOT_REMEMBERED),
        ({"road": Road.PERSON}, Why.PERSON_ROAD),
    ],
)
def test_what_the_person_or_the_portal_rules_out_never_happens(changes: dict[str, object], why: Why) -> None:
    answer = plan(attempt(400 * DAY), **changes)  # type: ignore[arg-type]
    assert answer == Plan(None, why)
    assert not answer.due(NOW)
    assert not answer.stopped


def test_an_account_that_was_never_checked_is_due_now() -> None:
    assert plan() == Plan(NOW, Why.FIRST)
    assert plan().due(NOW)


@pytest.mark.parametrize(
    ("interval", "after"), [("daily", DAY), ("weekly", 7 * DAY), ("monthly", 31 * DAY)]
)  # the month after 22 October
def test_a_regular_check_comes_one_interval_after_the_last(interval: str, after: dt.timedelta) -> None:
    last = attempt(31 * DAY)
    assert plan(last, interval=interval) == Plan(last.started_at + after, Why.REGULAR)


@pytest.mark.parametrize(
    ("last", "following"),
    [
        ((2026, 1, 31), (2026, 2, 28)),
        ((2024, 1, 30), (2024, 2, 29)),
        ((2025, 12, 31), (2026, 1, 31)),
        ((2026, 3, 31), (2026, 4, 30)),
    ],
)
def test_a_month_later_is_the_same_day_or_the_months_last(last: tuple[int, int, int], following: tuple[int, int, int]) -> None:
    start = dt.datetime(*last, 5, tzinfo=dt.UTC)
    assert plan(attempt(NOW - start)).at == dt.datetime(*following, 5, tzinfo=dt.UTC)


@pytest.mark.parametrize("status", [s for s in Status if RETRY[s] is Retry.AFTER_PERSON])
@pytest.mark.parametrize("trigger", list(Trigger))
def test_a_refusal_stops_the_schedule(status: Status, trigger: Trigger) -> None:
    answer = plan(attempt(400 * DAY, status, trigger))
    assert answer == Plan(None, Why.STOPPED)
    assert answer.stopped


@pytest.mark.parametrize("since", [Status.NETWORK, Status.SESSION_EXPIRED, None])
def test_a_refusal_is_not_forgotten_because_something_else_failed_since(since: Status | None) -> None:
    assert plan(attempt(DAY, since), attempt(400 * DAY, Status.CREDENTIALS_REJECTED)).stopped


def test_a_success_of_the_schedule_itself_does_not_lift_the_stop() -> None:
    assert plan(attempt(DAY, trigger=Trigger.SCHEDULE), attempt(2 * DAY, Status.CREDENTIALS_REJECTED)).stopped


@pytest.mark.parametrize("trigger", [Trigger.PERSON, Trigger.COMMAND])
def test_a_success_the_person_asked_for_lifts_the_stop(trigger: Trigger) -> None:
    last = attempt(DAY, trigger=trigger)
    assert plan(last, attempt(2 * DAY, Status.CREDENTIALS_REJECTED), interval="daily") == Plan(NOW, Why.REGULAR)


@pytest.mark.parametrize(("failures", "wait"), [(1, 5 * MINUTE), (2, 30 * MINUTE), (3, 2 * HOUR), (4, DAY), (9, DAY)])
@pytest.mark.parametrize("status", [Status.NETWORK, Status.MAINTENANCE, Status.VAULT_UNAVAILABLE])
def test_what_fails_outside_is_tried_again_less_and_less_soon(status: Status, failures: int, wait: dt.timedelta) -> None:
    failed = [attempt((number + 1) * MINUTE, status, Trigger.SCHEDULE, Step.CONTACTING) for number in range(failures)]
    assert plan(*failed, attempt(400 * DAY)) == Plan(failed[0].started_at + wait, Why.BACK_OFF)


def test_a_keyring_that_was_locked_did_not_sign_in() -> None:
    locked = attempt(10 * MINUTE, Status.VAULT_UNAVAILABLE, Trigger.SCHEDULE, None)
    assert plan(locked) == Plan(locked.started_at + 5 * MINUTE, Why.BACK_OFF)


@pytest.mark.parametrize("step", [Step.SIGNING_IN, Step.OPENING_BALANCE, Step.READING])
def test_a_line_that_broke_after_signing_in_waits_six_hours(step: Step) -> None:
    broken = attempt(10 * MINUTE, Status.NETWORK, Trigger.SCHEDULE, step)
    assert plan(broken).at == broken.started_at + BETWEEN_SIGN_INS


def test_what_the_person_did_does_not_count_against_the_six_hours() -> None:
    broken = attempt(10 * MINUTE, Status.NETWORK, Trigger.PERSON, Step.READING)
    assert plan(broken).at == broken.started_at + 5 * MINUTE


def test_an_automatic_check_that_never_ended_may_have_signed_in() -> None:
    killed = attempt(HOUR, None, Trigger.SCHEDULE, None)
    assert plan(killed, attempt(400 * DAY), interval="daily").at == killed.started_at + DAY
    assert plan(attempt(MINUTE, Status.NETWORK, Trigger.SCHEDULE, None), killed).at == killed.started_at + BETWEEN_SIGN_INS


def test_what_the_person_cancelled_tells_nothing() -> None:
    last = attempt(2 * DAY)
    assert plan(attempt(HOUR, None), last, interval="weekly") == plan(last, interval="weekly")


def test_nothing_starts_while_another_check_may_be_running() -> None:
    running = attempt(MINUTE, None)
    assert plan(running, attempt(400 * DAY)).at == running.started_at + 5 * MINUTE


@pytest.mark.parametrize("trigger", list(Trigger))
@pytest.mark.parametrize("status", [Status.OK, Status.NETWORK, None])
def test_a_date_in_the_future_does_not_stop_the_checks_for_ever(trigger: Trigger, status: Status | None) -> None:
    answer = plan(attempt(-20_000 * DAY, status, trigger, None), attempt(400 * DAY))
    assert answer.due(NOW)
    assert answer.why is Why.REGULAR


attempts_of_any_kind = st.lists(
    st.builds(
        attempt,
        st.timedeltas(min_value=dt.timedelta(0), max_value=dt.timedelta(days=3)),
        st.sampled_from([*Status, None]),
        st.sampled_from(list(Trigger)),
        st.sampled_from([*Step, None]),
    ),
    max_size=12,
).map(lambda found: sorted(found, key=lambda a: a.started_at, reverse=True))


@given(attempts_of_any_kind, st.sampled_from(["monthly", "weekly", "daily"]))
def test_whatever_happened_no_two_automatic_sign_ins_lie_within_six_hours(attempts: list[Attempt], interval: str) -> None:
    answer = plan(*attempts, interval=interval)
    for past in attempts:
        signed_in = past.finished_at is None or past.step not in (None, Step.CONTACTING)
        if past.trigger is Trigger.SCHEDULE and signed_in and answer.at is not None:
            assert answer.at - past.started_at >= BETWEEN_SIGN_INS


@given(attempts_of_any_kind)
def test_whatever_happened_after_a_refusal_only_the_persons_success_goes_on(attempts: list[Attempt]) -> None:
    refused = attempt(4 * DAY, Status.CREDENTIALS_REJECTED)
    freed = any(a.status is Status.OK and a.trigger is not Trigger.SCHEDULE for a in attempts)
    assert freed or plan(*attempts, refused).stopped
