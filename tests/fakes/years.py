"""Years of one computer's life for the schedule: it sleeps, loses its line and its mains, its clock jumps, it travels; the portal
is away for days, the PIN is changed, the person looks in, pauses, forgets. Whatever happens, promises are checked by a judge who
knows none of the schedule's workings.

Time goes on in minutes; a stretch of minutes in which nothing can change is passed in one step, of `step_minutes` at most.
"""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from core.errors import RETRY, Retry, Status
from core.models import Account, Attempt, Step, Trigger
from core.schedule import Facts, Kind, Machine, Plan, Rules, Why, next_check
from core.settings import Interval

MINUTE, HOUR, DAY = dt.timedelta(minutes=1), dt.timedelta(hours=1), dt.timedelta(days=1)
START = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
WIB = dt.timezone(7 * HOUR)
ZONES = (WIB, WIB, dt.timezone(9 * HOUR), dt.timezone(3 * HOUR), ZoneInfo("Europe/Amsterdam"), ZoneInfo("America/New_York"))
KEPT = 100  # attempts handed over, as the window does
REACHED = (Step.SIGNING_IN, Step.OPENING_BALANCE, Step.READING, Step.STORING)
WAITS = (5 * MINUTE, 30 * MINUTE, 2 * HOUR)


class Broken(AssertionError):
    """A promise that was not kept."""


@dataclass
class Life:
    """What is so at present. Times are true times, but for `wall`, which is what the clock on the wall says."""

    interval: Interval
    seed: int
    chance: random.Random
    calm: bool = False  # no clock jumps and no travels: then it can be said what is a day
    now: dt.datetime = START
    skew: dt.timedelta = dt.timedelta()
    zone: dt.tzinfo = WIB
    awake: bool = True
    woke_at: dt.datetime | None = START
    awake_before: dt.datetime | None = None
    offline: bool = False
    battery: bool = False
    metered: bool = False
    portal_away: bool = False
    pin_is_right: bool = True
    paused: bool = False
    attempts: list[Attempt] = field(default_factory=list)

    @property
    def wall(self) -> dt.datetime:
        return self.now + self.skew

    @property
    def local(self) -> dt.datetime:
        return self.wall.astimezone(self.zone)

    def plan(self) -> Plan:
        account = Account(1, "", "", "bpjstk-es", remember=True, paused=self.paused)
        machine = Machine(self.woke_at, self.awake_before, self.battery, self.metered, not self.offline)
        rules = Rules(self.interval, zone=self.zone)
        return next_check(account, Facts(self.attempts[:KEPT], seed=self.seed), rules, machine, self.wall)


@dataclass
class Judge:
    """Holds every automatic check against the promises, from what an outsider sees."""

    life: Life
    disturbed_at: dt.datetime = START - 9 * DAY  # the last time the clock or the zone was changed, or somebody chose anew
    posts: list[tuple[dt.datetime, bool]] = field(default_factory=list)  # automatic sign-ins: when, and whether one was answered
    able_since: dt.datetime | None = None
    first_able_at: dt.datetime | None = None
    ran_at: dt.datetime = START
    runs = 0
    made_up = 0
    stops = 0

    def check(self, plan: Plan) -> None:
        """Before an automatic check."""
        life = self.life
        self.runs += 1
        self.made_up += plan.why is Why.MADE_UP
        self._hold(plan.kind is Kind.CHECK, "the program checked although only the person can")
        self._hold(not life.paused, "checked although paused")
        self._hold(6 <= life.local.hour < 22, f"checked in the quiet hours, at {life.local}")
        self._hold(not self.stopped, "checked after a stop")
        if self.posts and life.now - self.disturbed_at > 2 * DAY:
            self._hold(life.now - self.posts[-1][0] >= 6 * HOUR, "two automatic sign-ins within six hours")
        failures = self._failures()
        if failures and self.disturbed_at < self.ran_at:
            waited = life.wall - failures[0].started_at
            if len(failures) <= len(WAITS):
                self._hold(waited >= WAITS[len(failures) - 1], f"tried again {waited} after failure {len(failures)}")
            else:
                day = failures[0].started_at.astimezone(life.zone).date()
                self._hold(life.local.date() > day, "tried more than four times on one day")
        if life.interval == "monthly":
            self._one_a_month()
        self.ran_at = life.now

    def disturbed(self) -> None:
        """The clock, the zone or the choices are others now: what was measured before is over."""
        self.disturbed_at = self.life.now
        self.first_able_at = None

    def _one_a_month(self) -> None:
        """From one 21st to the next: one that was answered, two at most that were not."""
        opened = self._opened()
        if self.disturbed_at > opened or self.life.skew or self._asked():
            return
        posts = [answered for at, answered in self.posts if at >= opened]
        self._hold(True not in posts, "a second sign-in for one month")
        self._hold(len(posts) < 2, "a third sign-in for one month, though nothing came back from two")

    def sleep(self) -> None:
        """The computer sleeps."""
        self.able_since = None

    def pass_time(self, until: dt.datetime, plan: Plan) -> None:
        """Time goes by without a check. If there was a chance a day ago, and there is one now, it should have been made."""
        life = self.life
        able = (
            not (life.offline or life.battery or life.metered or life.portal_away or life.paused or self.stopped)
            and 6 <= life.local.hour < 22
            and plan.kind is Kind.CHECK
        )
        if plan.at is None:
            self._hold(life.paused or self.stopped, f"no plan, and no reason: {plan}")
        else:
            self._hold(plan.at - life.wall < 70 * DAY, f"a plan beyond all months: {plan}")
        if not able:
            self.able_since = None
            return
        self.able_since = self.able_since or life.now
        if life.interval != "monthly" or not self._overdue():
            self.first_able_at = None
            return
        if life.wall - life.attempts[0].started_at < 36 * HOUR or self.disturbed_at > life.now - 2 * DAY:
            self.first_able_at = None  # just tried: the next day is soon enough
            return
        if self.first_able_at is None or self.first_able_at < life.attempts[0].started_at:
            self.first_able_at = life.now
        quiet_in = 22 * HOUR - life.local.hour * HOUR - life.local.minute * MINUTE
        here_for = min(until, life.now + quiet_in) - max(self.able_since, self.first_able_at)
        self._hold(here_for < 9 * HOUR, f"not made in {here_for} of one piece: {plan}")
        if self.able_since > self.first_able_at + DAY:
            self._hold(here_for < 30 * MINUTE, f"a chance a day ago, {here_for} now, and not made: {plan}")

    @property
    def stopped(self) -> bool:
        for attempt in self.life.attempts:
            if attempt.status is Status.OK and attempt.trigger is Trigger.PERSON:
                return False
            if attempt.status is not None and RETRY[attempt.status] is Retry.AFTER_PERSON:
                return True
        return False

    def _opened(self) -> dt.datetime:
        """The newest 21st, by the calendar there."""
        there = self.life.local
        first = there.date().replace(day=21)
        if there.day < 21:
            first = (first.replace(day=1) - DAY).replace(day=21)
        return dt.datetime.combine(first, dt.time(), self.life.zone)

    def _overdue(self) -> bool:
        """Whether the last evening of the month's eight is over, and no figure came since the first."""
        opened = self._opened()
        if self.life.wall < opened + 7 * DAY + 21 * HOUR:
            return False
        done = any(
            a.status not in (None, Status.NETWORK, Status.MAINTENANCE) for a in self.life.attempts if a.started_at >= opened
        )
        return not done and sum(at >= opened for at, _answered in self.posts) < 2

    def _asked(self) -> bool:
        """Whether the person asked for a figure, and has not got it."""
        newest = next(a.status for a in self.life.attempts if a.status is Status.OK or a.trigger is Trigger.PERSON)
        return newest is not Status.OK

    def _failures(self) -> list[Attempt]:
        """The automatic tries in a row that reached nothing, newest first."""
        found: list[Attempt] = []
        for attempt in self.life.attempts:
            if attempt.trigger is not Trigger.SCHEDULE and attempt.status is not Status.OK:
                continue
            nothing = attempt.status in (Status.NETWORK, Status.MAINTENANCE) and attempt.step not in REACHED
            if not nothing or attempt.started_at > self.life.wall + DAY:
                break
            found.append(attempt)
        return found

    def _hold(self, kept: bool, what: str) -> None:
        if not kept:
            raise Broken(f"seed {self.life.seed}, {self.life.local:%Y-%m-%d %H:%M}: {what}")


def live(seed: int, interval: Interval, *, years: float = 5, step_minutes: int = 60, calm: bool = False) -> tuple[Life, Judge]:
    """Live so many years, and return what became of it. Raises Broken."""
    chance = random.Random(f"{seed} {interval}")
    life = Life(interval, chance.getrandbits(64), chance, calm)
    judge = Judge(life)
    end = START + years * 365 * DAY
    events = Events(life, judge)
    _person(life)
    while life.now < end:
        if not life.awake:  # nobody asks
            life.now = min(end, events.next_at())
            judge.sleep()
            events.happen()
            continue
        plan = life.plan()
        if plan.due(life.wall):
            judge.check(plan)
            _automatic(life, judge)
            life.now += MINUTE
            continue
        until = min(life.now + step_minutes * MINUTE, events.next_at())
        if plan.at is not None:
            until = min(until, life.now + max(MINUTE, plan.at - life.wall))
        judge.pass_time(until, plan)
        life.now = until
        events.happen()
    return life, judge


class Events:
    """Everything that changes by chance, each with its next time."""

    def __init__(self, life: Life, judge: Judge) -> None:
        self.life, self.judge = life, judge
        deeds = [self.sleep_or_wake, self.line, self.mains, self.metering, self.portal, self.pin, self.person, self.pause]
        self.times = {
            deed: life.now + life.chance.randrange(1440) * MINUTE
            for deed in deeds + ([] if life.calm else [self.clock, self.travel])
        }
        self.habit = 0

    def next_at(self) -> dt.datetime:
        return max(self.life.now + MINUTE, min(self.times.values()))

    def happen(self) -> None:
        for deed, at in list(self.times.items()):
            if at <= self.life.now:
                self.times[deed] = self.life.now + max(MINUTE, deed())

    def _some(self, least: dt.timedelta, most: dt.timedelta) -> dt.timedelta:
        return dt.timedelta(minutes=round(self.life.chance.uniform(least / MINUTE, most / MINUTE)))

    def sleep_or_wake(self) -> dt.timedelta:
        """By habits that last for weeks: always on, office hours, half an hour in the evening, away for weeks."""
        life = self.life
        self._note_the_end()
        life.awake = not life.awake
        self._note_the_beginning()
        if life.chance.random() < 0.03:
            self.habit = life.chance.randrange(4)
        if not life.awake:
            return (
                self._some(MINUTE, 9 * HOUR),
                self._some(12 * HOUR, 16 * HOUR),
                self._some(20 * HOUR, 30 * HOUR),
                self._some(DAY, 45 * DAY),
            )[self.habit]
        return (
            self._some(DAY, 20 * DAY),
            self._some(7 * HOUR, 10 * HOUR),
            self._some(35 * MINUTE, HOUR),
            self._some(HOUR, 5 * HOUR),
        )[self.habit]

    def _note_the_end(self) -> None:
        if self.life.awake and not self.life.offline:
            self.life.awake_before = self.life.wall

    def _note_the_beginning(self) -> None:
        if self.life.awake and not self.life.offline:  # back on the line is as good as awake again
            self.life.woke_at = self.life.wall

    def line(self) -> dt.timedelta:
        self._note_the_end()
        self.life.offline = not self.life.offline
        self._note_the_beginning()
        return self._some(MINUTE, 8 * HOUR) if self.life.offline else self._some(HOUR, 6 * DAY)

    def mains(self) -> dt.timedelta:
        self.life.battery = not self.life.battery
        return self._some(10 * MINUTE, 20 * HOUR) if self.life.battery else self._some(HOUR, 9 * DAY)

    def metering(self) -> dt.timedelta:
        self.life.metered = not self.life.metered
        return self._some(HOUR, 5 * DAY) if self.life.metered else self._some(HOUR, 25 * DAY)

    def portal(self) -> dt.timedelta:
        self.life.portal_away = not self.life.portal_away
        return self._some(10 * MINUTE, 3 * DAY) if self.life.portal_away else self._some(DAY, 30 * DAY)

    def pin(self) -> dt.timedelta:
        self.life.pin_is_right = False
        return self._some(60 * DAY, 300 * DAY)

    def person(self) -> dt.timedelta:
        """The person checks: with the right PIN, which is kept from then on."""
        if self.life.awake:
            self.life.pin_is_right = True
            _person(self.life)
        return self._some(DAY, 60 * DAY)

    def pause(self) -> dt.timedelta:
        self.life.paused = not self.life.paused
        self.judge.disturbed()
        return self._some(DAY, 20 * DAY) if self.life.paused else self._some(60 * DAY, 200 * DAY)

    def clock(self) -> dt.timedelta:
        """The clock is wrong by minutes, days or years, and later it is right again."""
        life = self.life
        wrong = life.skew == dt.timedelta()
        most = life.chance.choice((HOUR, DAY, 40 * DAY, 3_000 * DAY))
        life.skew = self._some(-min(most, 300 * DAY), most) if wrong else dt.timedelta()
        life.woke_at, life.awake_before = life.wall, None  # what the program notices of it
        self.judge.disturbed()
        return self._some(HOUR, 3 * DAY) if wrong else self._some(20 * DAY, 120 * DAY)

    def travel(self) -> dt.timedelta:
        self.life.zone = self.life.chance.choice(ZONES)
        self.judge.disturbed()
        return self._some(5 * DAY, 200 * DAY)


def _person(life: Life) -> None:
    away = life.offline or life.portal_away
    _write(life, Trigger.PERSON, Status.NETWORK if away else Status.OK, Step.CONTACTING if away else Step.STORING)


def _automatic(life: Life, judge: Judge) -> None:
    """What becomes of an automatic check; an outsider sees whether it signed in."""
    if life.offline or life.portal_away:
        _write(life, Trigger.SCHEDULE, life.chance.choice((Status.NETWORK, Status.MAINTENANCE)), Step.CONTACTING)
        return
    fate = life.chance.random()
    if fate < 0.04:
        _write(life, Trigger.SCHEDULE, None, None)  # killed in the middle
    elif fate < 0.08:
        _write(life, Trigger.SCHEDULE, Status.NETWORK, Step.READING)  # the line broke after signing in
    elif not life.pin_is_right:
        judge.stops += 1
        _write(life, Trigger.SCHEDULE, Status.CREDENTIALS_REJECTED, Step.SIGNING_IN)
    else:
        _write(life, Trigger.SCHEDULE, Status.OK, Step.STORING)
    judge.posts.append((life.now, fate >= 0.08))


def _write(life: Life, trigger: Trigger, status: Status | None, step: Step | None) -> None:
    at = life.wall.replace(second=0, microsecond=0)
    life.attempts.insert(0, Attempt(1, 1, trigger, at, None if status is None else at, status, step=step))
    del life.attempts[2 * KEPT :]
