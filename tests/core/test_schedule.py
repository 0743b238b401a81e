"""The schedule never endangers an account: it stops for the person, and rarely signs in."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import RETRY, Retry, Status
from core.models import Account, Attempt, Step, Trigger
from core.portal.profile import NO_PORTAL, Road
from core.schedule import BETWEEN_SIGN_INS, UNKNOWN, Facts, Kind, Machine, Plan, Rules, Why, next_check

MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)
WIB = dt.timezone(7 * HOUR)
ACCOUNT = Account(1, "Siti", "siti@example.test", "bpjstk-es", remember=True)
SEED = 20_261_122


def wib(*when: int) -> dt.datetime:
    """A time in Jakarta."""
    return dt.datetime(*when, tzinfo=WIB).astimezone(dt.UTC)


NOW = wib(2026, 12, 3, 12)  # between two evenings


def attempt(
    at: dt.datetime,
    status: Status | None = Status.OK,
    trigger: Trigger = Trigger.SCHEDULE,
    step: Step | None = Step.STORING,
) -> Attempt:
    return Attempt(1, 1, trigger, at, None if status is None else at + MINUTE, status, step=step)


def failed(at: dt.datetime, status: Status = Status.NETWORK, trigger: Trigger = Trigger.SCHEDULE) -> Attempt:
    return attempt(at, status, trigger, Step.CONTACTING)


def plan(
    *attempts: Attempt,
    now: dt.datetime = NOW,
    account: Account = ACCOUNT,
    machine: Machine = UNKNOWN,
    seed: int = SEED,
    road: Road = Road.DIRECT,
    seen_at: dt.datetime | None = None,
    **rules: object,
) -> Plan:
    """`attempts`: newest first."""
    return next_check(account, Facts(attempts, road, seed, seen_at), Rules(**rules), machine, now)  # type: ignore[arg-type]


def local(answer: Plan, zone: dt.tzinfo = WIB) -> dt.datetime:
    assert answer.at is not None
    return answer.at.astimezone(zone)


OLD = attempt(NOW - 400 * DAY)


# What is ruled out


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"interval": "never"}, Why.NEVER),
        ({"account": replace(ACCOUNT, paused=True)}, Why.PAUSED),
        ({"account": replace(ACCOUNT, portal=NO_PORTAL), "road": Road.PERSON}, Why.NO_PORTAL),
    ],
)
def test_what_the_person_ruled_out_never_happens(changes: dict[str, object], why: Why) -> None:
    answer = plan(OLD, **changes)  # type: ignore[arg-type]
    assert answer == Plan(None, why)
    assert not answer.due(NOW)
    assert not answer.stopped


@pytest.mark.parametrize("status", [s for s in Status if RETRY[s] is Retry.AFTER_PERSON])
@pytest.mark.parametrize("trigger", list(Trigger))
def test_a_refusal_stops_the_schedule(status: Status, trigger: Trigger) -> None:
    answer = plan(attempt(NOW - 400 * DAY, status, trigger))
    assert answer == Plan(None, Why.STOPPED)
    assert answer.stopped


@pytest.mark.parametrize("since", [Status.NETWORK, Status.SESSION_EXPIRED, None])
def test_a_refusal_is_not_forgotten_because_something_else_failed_since(since: Status | None) -> None:
    assert plan(attempt(NOW - DAY, since), attempt(NOW - 400 * DAY, Status.CREDENTIALS_REJECTED)).stopped


def test_a_success_of_the_schedule_itself_does_not_lift_the_stop() -> None:
    assert plan(attempt(NOW - DAY), attempt(NOW - 2 * DAY, Status.CREDENTIALS_REJECTED)).stopped


@pytest.mark.parametrize("trigger", [Trigger.PERSON, Trigger.COMMAND])
def test_a_success_the_person_asked_for_lifts_the_stop(trigger: Trigger) -> None:
    answer = plan(attempt(NOW - DAY, trigger=trigger), attempt(NOW - 2 * DAY, Status.CREDENTIALS_REJECTED))
    assert answer.why is Why.REGULAR


# Regular times


@pytest.mark.parametrize("seed", range(200))
def test_a_monthly_check_comes_on_a_quiet_evening_after_the_20th(seed: int) -> None:
    answer = plan(attempt(NOW - 7 * DAY), seed=seed)
    there = local(answer)
    assert (there.year, there.month, answer.period, answer.why) == (2026, 12, "2026-12", Why.REGULAR)
    assert 21 <= there.day <= 28
    assert 19 <= there.hour < 21
    assert answer.at is not None
    before = answer.at - dt.timedelta(seconds=1)
    assert not plan(attempt(NOW - 7 * DAY), seed=seed, now=before).due(before)
    assert plan(attempt(NOW - 7 * DAY), seed=seed, now=answer.at).due(answer.at)


def test_two_installations_two_accounts_two_months_have_times_of_their_own() -> None:
    times = [local(plan(attempt(NOW - 7 * DAY), seed=seed)) for seed in range(500)]
    assert len({(there.day, there.time()) for there in times}) > 490
    assert {there.day for there in times} == set(range(21, 29))
    months = [
        local(plan(attempt(wib(2026, month, 20, 12), trigger=Trigger.PERSON), now=wib(2026, month, 20, 13)))
        for month in range(1, 13)
    ]
    assert len({there.time() for there in months}) == 12
    assert len({there.day for there in months}) == 1  # a person can get used to the day


@pytest.mark.parametrize(
    ("quiet", "first", "last"),
    [
        ((22, 6), 19, 21),
        ((0, 0), 19, 21),
        ((20, 6), 17, 19),  # an hour before the quiet
        ((21, 6), 19, 21),
        ((8, 17), 19, 21),  # who works at night
        ((10, 20), 31, 33),  # 7 to 9 the next morning
        ((6, 4), 4, 6),  # two hours are left of the day
        ((5, 4), 4, 5),
    ],
)
def test_an_evening_that_is_quiet_is_moved_and_never_silent(quiet: tuple[int, int], first: int, last: int) -> None:
    for seed in range(50):
        answer = plan(attempt(NOW - 7 * DAY), seed=seed, quiet_from=quiet[0], quiet_until=quiet[1])
        there = local(answer)
        hour = there.hour + there.minute / 60
        assert first <= hour < last or first <= hour + 24 < last


def test_a_weekly_check_keeps_its_day_and_a_daily_one_comes_every_day() -> None:
    done = NOW - 7 * DAY
    weekdays, periods = set(), []
    for _week in range(6):
        answer = plan(attempt(done), now=done + MINUTE, interval="weekly")
        assert answer.at is not None
        assert DAY < answer.at - done <= 15 * DAY
        done = answer.at
        weekdays.add(local(answer).weekday())
        periods.append(answer.period)
    assert len(weekdays) == 1
    assert len(set(periods)) == 6
    days = []
    for _day in range(30):
        answer = plan(attempt(done), now=done + MINUTE, interval="daily")
        assert answer.at is not None
        done = answer.at
        days.append(local(answer).date())
        assert 6 <= local(answer).hour < 22
        assert answer.period == days[-1].isoformat()
    assert [day - days[0] for day in days] == [number * DAY for number in range(30)]


def test_what_the_person_has_seen_after_the_20th_is_not_asked_for_again() -> None:
    seen = attempt(wib(2026, 12, 21, 8), trigger=Trigger.PERSON)
    assert plan(seen, now=wib(2026, 12, 21, 9)).period == "2027-01"
    early = attempt(wib(2026, 12, 20, 23), trigger=Trigger.PERSON)
    assert plan(early, now=wib(2026, 12, 21, 9)).period == "2026-12"


@pytest.mark.parametrize("status", [Status.NO_BALANCE, Status.PAGE_NOT_UNDERSTOOD, Status.SESSION_EXPIRED, Status.INTERNAL_ERROR])
def test_a_failure_that_the_schedule_cannot_mend_waits_for_the_next_regular_time(status: Status) -> None:
    assert plan(attempt(NOW - 7 * DAY, status)).period == "2026-12"


def test_an_account_with_nothing_yet_is_due_now_unless_it_is_quiet() -> None:
    assert plan() == Plan(NOW, Why.FIRST, Kind.CHECK, "2026-11")
    night = plan(now=wib(2026, 12, 3, 1))
    assert night.at is not None
    assert 6 <= local(night).hour < 14
    assert local(night).date() == dt.date(2026, 12, 3)


def test_what_the_person_cancelled_tells_nothing() -> None:
    last = attempt(NOW - 2 * DAY)
    cancelled = attempt(NOW - HOUR, None, Trigger.PERSON)
    assert plan(cancelled, last, interval="weekly") == plan(last, interval="weekly")
    assert plan(cancelled).why is Why.FIRST


# What was missed


def missed(**changes: object) -> Plan:
    """The November evening was missed, and the machine woke at noon on 3 December."""
    return plan(attempt(wib(2026, 10, 25, 20)), **{"machine": Machine(NOW, NOW - 40 * DAY), **changes})  # type: ignore[arg-type]


def test_a_missed_evening_is_made_up_once_some_hours_after_waking() -> None:
    answer = missed()
    assert answer.why is Why.MADE_UP
    assert answer.at is not None
    assert NOW + 2 * MINUTE <= answer.at <= NOW + 8 * HOUR + 2 * MINUTE
    done = attempt(answer.at)
    assert plan(done, attempt(wib(2026, 10, 25, 20)), now=answer.at + HOUR).period == "2026-12"


def test_many_months_missed_are_made_up_by_one_check() -> None:
    answer = plan(attempt(NOW - 700 * DAY))
    assert (answer.period, answer.due(NOW)) == ("2026-11", True)


def test_the_spread_after_waking_is_even_and_longer_for_what_is_long_overdue() -> None:
    yesterday = wib(2026, 11, 29, 8)
    short = [plan(attempt(yesterday - 60 * DAY), now=yesterday, machine=Machine(yesterday), seed=seed) for seed in range(400)]
    late = [missed(seed=seed) for seed in range(400)]
    waits = sorted((answer.at - NOW) / HOUR for answer in late if answer.at)
    assert len(waits) == 400
    assert waits[0] < 0.2
    assert 3.4 < waits[200] < 4.6
    assert 7.6 < waits[-1] < 8.1
    assert all(answer.why is Why.MADE_UP for answer in short)


def test_who_missed_a_chance_already_waits_a_quarter_of_an_hour_at_most() -> None:
    answer = missed(machine=Machine(NOW, NOW - 2 * DAY))
    assert answer.at is not None
    assert NOW + 2 * MINUTE <= answer.at <= NOW + 17 * MINUTE


def test_after_waking_the_network_is_given_time_to_come_back() -> None:
    slot = plan(attempt(NOW - 7 * DAY)).at
    assert slot is not None
    woke = slot - dt.timedelta(seconds=30)
    assert plan(attempt(NOW - 7 * DAY), now=slot, machine=Machine(woke)) == Plan(woke + 2 * MINUTE, Why.WAKING, period="2026-12")


def test_a_waking_time_in_the_future_is_no_waking_time() -> None:
    assert plan(OLD, machine=Machine(NOW + DAY)) == plan(OLD)


def test_nothing_happens_in_the_quiet_hours_and_what_waited_for_them_is_spread() -> None:
    night = wib(2026, 12, 3, 23, 30)
    answers = [plan(attempt(wib(2026, 10, 25, 20)), now=night, seed=seed) for seed in range(300)]
    hours = [local(answer).hour + local(answer).minute / 60 for answer in answers]
    assert min(hours) >= 6
    assert max(hours) > 10  # 8 hours, overdue for more than a day
    assert {local(answer).date() for answer in answers} == {dt.date(2026, 12, 4)}
    for seed, answer in enumerate(answers):  # in the morning it is the same time
        assert plan(attempt(wib(2026, 10, 25, 20)), now=wib(2026, 12, 4, 6), seed=seed).at == answer.at


# Failures


@pytest.mark.parametrize(
    ("failures", "least", "most"), [(1, 5 * MINUTE, 30 * MINUTE), (2, 30 * MINUTE, 2 * HOUR), (3, 2 * HOUR, 8 * HOUR)]
)
@pytest.mark.parametrize("status", [Status.NETWORK, Status.MAINTENANCE, Status.VAULT_UNAVAILABLE])
def test_what_fails_outside_is_tried_again_less_and_less_soon(
    status: Status, failures: int, least: dt.timedelta, most: dt.timedelta
) -> None:
    morning = wib(2026, 12, 3, 7)
    tries = [failed(morning - number * MINUTE, status) for number in range(failures)]
    for seed in range(100):
        answer = plan(*tries, OLD, now=morning, seed=seed)
        assert answer.why is Why.BACK_OFF
        assert answer.at is not None
        assert least <= answer.at - morning <= most


@pytest.mark.parametrize("failures", [4, 5, 30])
def test_then_it_is_tried_once_the_next_day_and_not_in_the_evening_of_the_first_tries(failures: int) -> None:
    tries = [failed(NOW - number * HOUR) for number in range(failures)]
    for seed in range(100):
        there = local(plan(*tries, OLD, seed=seed))
        assert there.date() == dt.date(2026, 12, 4)
        assert 6 <= there.hour < 19
        daily = local(plan(*tries, OLD, seed=seed, interval="daily"))
        assert daily.date() == dt.date(2026, 12, 4)


def test_what_the_person_asked_for_and_could_not_have_is_tried_again() -> None:
    done = attempt(NOW - 7 * DAY)
    asked = failed(NOW - MINUTE, Status.MAINTENANCE, Trigger.PERSON)
    again = plan(asked, done)
    assert again.why is Why.BACK_OFF
    assert again.at is not None
    assert 5 * MINUTE <= again.at - asked.started_at <= 30 * MINUTE
    assert plan(asked, asked, asked, done) == again  # pressing more often does not lengthen it
    tries = [failed(NOW - MINUTE), failed(NOW - HOUR), failed(NOW - 2 * HOUR)]
    assert plan(*tries, asked, done).why is Why.REGULAR  # and it is not tried for ever


def test_a_keyring_the_person_could_not_open_is_not_asked_again() -> None:
    locked = attempt(NOW - MINUTE, Status.VAULT_UNAVAILABLE, Trigger.PERSON, None)
    assert plan(locked, attempt(NOW - 7 * DAY)).why is Why.REGULAR


@pytest.mark.parametrize("status", [Status.NETWORK, Status.MAINTENANCE, None])
@pytest.mark.parametrize("step", [Step.SIGNING_IN, Step.READING])
def test_a_sign_in_that_nothing_came_back_from_is_tried_once_more_another_day(status: Status | None, step: Step) -> None:
    evening = wib(2026, 11, 27, 20)
    lost = attempt(evening, status, step=step)
    answer = plan(lost, OLD, now=evening + HOUR)
    assert answer.why is Why.UNANSWERED
    assert local(answer).date() == dt.date(2026, 11, 28)
    assert answer.at is not None
    again = attempt(answer.at, status, step=step)
    assert plan(again, lost, OLD, now=answer.at + HOUR).period == "2026-12"


def test_a_new_slot_does_not_wait_for_what_was_lost_before() -> None:
    lost = attempt(wib(2026, 11, 30, 20), None)
    assert plan(lost, attempt(wib(2026, 11, 29, 20), None), now=wib(2026, 12, 30, 12)).due(wib(2026, 12, 30, 12))
    assert plan(attempt(wib(2026, 12, 20, 20), None), attempt(wib(2026, 12, 1, 20)), now=wib(2026, 12, 20, 21)).why is Why.REGULAR


def test_a_failure_after_a_lost_sign_in_backs_off_as_any_other() -> None:
    lost = attempt(NOW - DAY, None)
    assert plan(failed(NOW - MINUTE), lost, OLD).why is Why.BACK_OFF


def test_what_the_person_did_does_not_count_against_the_six_hours() -> None:
    slot = plan(attempt(NOW - 7 * DAY)).at
    assert slot is not None
    broken = attempt(slot - 10 * MINUTE, Status.NETWORK, Trigger.PERSON, Step.READING)
    assert plan(broken, attempt(NOW - 7 * DAY), now=slot).at == slot


def test_six_hours_lie_between_two_automatic_sign_ins_even_at_the_turn_of_a_day() -> None:
    slots = []
    for seed in range(60):
        first = attempt(wib(2026, 12, 3, 21, 59))
        answer = plan(first, now=wib(2026, 12, 3, 22, 30), interval="daily", seed=seed, quiet_from=0, quiet_until=0)
        assert answer.at is not None
        assert answer.at - first.started_at >= BETWEEN_SIGN_INS
        slots.append(answer.why)
    assert Why.REGULAR in slots


def test_the_six_hours_are_named_where_they_are_the_reason() -> None:
    recent = attempt(NOW - HOUR, Status.CREDENTIALS_REJECTED)
    freed = attempt(NOW - MINUTE * 50, trigger=Trigger.PERSON)
    asked = failed(NOW - MINUTE * 40, trigger=Trigger.PERSON)
    assert plan(asked, freed, recent) == Plan(NOW + 5 * HOUR, Why.RESTING, period="2026-12")


def test_nothing_starts_while_another_check_may_be_running() -> None:
    running = attempt(NOW - MINUTE, None, Trigger.PERSON)
    assert plan(running, OLD) == Plan(running.started_at + 5 * MINUTE, Why.RUNNING, period="2026-11")


# The machine


@pytest.mark.parametrize(
    ("machine", "why"),
    [
        (Machine(on_battery=True), Why.BATTERY),
        (Machine(metered=True, on_battery=True), Why.METERED),
        (Machine(online=False, metered=True), Why.OFFLINE),
    ],
)
def test_what_is_due_waits_for_mains_and_a_free_line_a_day_at_most(machine: Machine, why: Why) -> None:
    slot = plan(attempt(NOW - 7 * DAY)).at
    assert slot is not None
    held = plan(attempt(NOW - 7 * DAY), now=slot + HOUR, machine=machine)
    assert held == Plan(slot + DAY, why, period="2026-12")
    assert plan(attempt(NOW - 7 * DAY), now=slot + DAY, machine=machine).due(slot + DAY)
    assert plan(attempt(NOW - 7 * DAY), now=slot - HOUR, machine=machine).at == slot  # not due: not asked


def test_the_wait_for_mains_begins_with_the_first_chance_and_not_anew_with_each() -> None:
    woke = NOW
    later = NOW + 7 * HOUR + 59 * MINUTE
    first = plan(OLD, now=later, machine=Machine(woke, woke - 40 * DAY, on_battery=True))
    assert first.why is Why.BATTERY
    assert first.at is not None
    assert first.at > later
    second = plan(OLD, now=later, machine=Machine(woke, woke - DAY, on_battery=True))
    assert second.due(later)


def test_a_first_check_is_not_held_back() -> None:
    assert plan(machine=Machine(on_battery=True)).due(NOW)


@pytest.mark.parametrize("known", [None, False])
def test_a_machine_that_says_nothing_holds_nothing_back(known: bool | None) -> None:
    assert plan(OLD, machine=Machine(on_battery=known, metered=known, online=known is not None or None)).due(NOW)


# Clocks and zones


@pytest.mark.parametrize("trigger", list(Trigger))
@pytest.mark.parametrize("status", [Status.OK, Status.NETWORK, None])
def test_a_date_far_in_the_future_does_not_stop_the_checks_for_ever(trigger: Trigger, status: Status | None) -> None:
    assert plan(attempt(NOW + 20_000 * DAY, status, trigger, None), OLD).due(NOW)


def test_a_clock_set_back_a_little_does_not_make_a_check_twice() -> None:
    slot = plan(attempt(NOW - 7 * DAY)).at
    assert slot is not None
    done = attempt(slot + 5 * HOUR)
    for back in range(0, 24):
        now = slot + 5 * HOUR - back * HOUR
        assert plan(done, attempt(NOW - 7 * DAY), now=now).period == "2027-01"


@pytest.mark.parametrize("hours", range(-12, 15))
def test_in_every_zone_it_is_evening_there_and_the_run_is_not_made_twice_after_moving(hours: int) -> None:
    zone = dt.timezone(hours * HOUR)
    answer = plan(attempt(NOW - 7 * DAY), zone=zone)
    assert 19 <= local(answer, zone).hour < 21
    assert answer.at is not None
    for elsewhere in range(-12, 15):
        if hours - elsewhere < 19:  # from Kiribati to Samoa one may get a second one
            done = plan(attempt(answer.at), now=answer.at + MINUTE, zone=dt.timezone(elsewhere * HOUR))
            assert done.period == "2027-01"


# Reminders


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"road": Road.PERSON}, Why.PERSON_ROAD), ({"account": replace(ACCOUNT, remember=False)}, Why.NOT_REMEMBERED)],
)
def test_who_has_to_sign_in_themselves_is_reminded_on_the_day(changes: dict[str, object], why: Why) -> None:
    last = attempt(NOW - 7 * DAY, trigger=Trigger.PERSON)
    answer = plan(last, **changes)  # type: ignore[arg-type]
    assert (answer.kind, answer.why, answer.period) == (Kind.REMIND, why, "2026-12")
    assert answer.at is not None
    assert 21 <= local(answer).day <= 28
    later = answer.at + HOUR
    assert plan(last, now=later, **changes).due(later)  # type: ignore[arg-type]
    assert plan(last, now=later, seen_at=later - HOUR, **changes).period == "2027-01"  # type: ignore[arg-type]
    night = wib(2026, 12, 30, 2)
    assert plan(last, now=night, **changes).at == wib(2026, 12, 30, 6)  # type: ignore[arg-type]


def test_who_never_had_a_figure_is_reminded_of_the_next_day_not_of_the_last() -> None:
    assert plan(road=Road.PERSON).period == "2026-12"
    refused = attempt(NOW - MINUTE, Status.HUMAN_NEEDED, Trigger.PERSON)
    assert plan(refused, road=Road.PERSON).kind is Kind.REMIND  # and nothing is "stopped"


# Whatever happened

attempts_of_any_kind = st.lists(
    st.builds(
        attempt,
        st.timedeltas(min_value=-2 * DAY, max_value=40 * DAY).map(lambda ago: NOW - ago),
        st.sampled_from([*Status, None]),
        st.sampled_from(list(Trigger)),
        st.sampled_from([*Step, None]),
    ),
    max_size=12,
).map(lambda found: sorted(found, key=lambda a: a.started_at, reverse=True))
machines = st.builds(
    Machine,
    st.none() | st.timedeltas(min_value=-DAY, max_value=3 * DAY).map(lambda ago: NOW - ago),
    st.none() | st.timedeltas(min_value=-DAY, max_value=9 * DAY).map(lambda ago: NOW - ago),
    *[st.sampled_from([None, True, False])] * 3,
)
rules = st.fixed_dictionaries(
    {
        "interval": st.sampled_from(["monthly", "weekly", "daily"]),
        "quiet_from": st.integers(0, 23),
        "quiet_until": st.integers(0, 23),
        "seed": st.integers(0, 2**64 - 1),
        "now": st.timedeltas(min_value=-20 * DAY, max_value=2 * DAY).map(lambda ago: NOW - ago),
    }
)


@given(attempts_of_any_kind, machines, rules)
def test_whatever_happened_no_rule_is_broken(attempts: list[Attempt], machine: Machine, chosen: dict[str, object]) -> None:
    answer = plan(*attempts, machine=machine, **chosen)  # type: ignore[arg-type]
    now = chosen["now"]
    assert isinstance(now, dt.datetime)
    if answer.stopped:
        assert answer.at is None
        return
    assert answer.at is not None
    at = max(answer.at, now)
    for past in attempts:
        signed_in = past.finished_at is None or past.step not in (None, Step.CONTACTING)
        if past.trigger is Trigger.SCHEDULE and signed_in and past.started_at <= now + DAY:
            assert at - past.started_at >= BETWEEN_SIGN_INS
    quiet_from, quiet_until = chosen["quiet_from"], chosen["quiet_until"]
    hour = at.astimezone(WIB).hour
    assert isinstance(quiet_from, int)
    assert isinstance(quiet_until, int)
    assert (hour - quiet_until) % 24 < ((quiet_from - quiet_until) % 24 or 24)
    assert answer.at - now < 70 * DAY


@given(attempts_of_any_kind)
def test_whatever_happened_after_a_refusal_only_the_persons_success_goes_on(attempts: list[Attempt]) -> None:
    refused = attempt(NOW - 41 * DAY, Status.CREDENTIALS_REJECTED)
    freed = any(a.status is Status.OK and a.trigger is not Trigger.SCHEDULE for a in attempts)
    assert freed or plan(*attempts, refused).stopped
