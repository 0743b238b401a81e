"""The next check of one account: what is owed to its person, and when that can be done."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from core.models import Account
from core.portal.profile import NO_PORTAL, Road
from core.schedule import past as pasts
from core.schedule import slots
from core.schedule.chance import share
from core.schedule.hours import HOURS, allowed_hours, spell_begin
from core.schedule.past import Past
from core.schedule.slots import Slot
from core.schedule.values import DAY, HOUR, MINUTE, PATIENCE, SETTLE, Facts, Kind, Machine, Plan, Rules, Why

BACK_OFF = (5 * MINUTE, 30 * MINUTE, 2 * HOUR, 8 * HOUR)  # each wait lies between its own step and the next; then the next day
MOST_UNANSWERED = 2  # sign-ins for one slot that nothing came back from: a portal may count them as wrong ones
AGAIN, CATCH_UP = 4, 5  # what chance is asked for (see slots for the others)

# What was missed is spread after waking, or after the quiet hours: so many machines wake at eight.
CATCH_UP_SOON = 2 * HOUR  # missed since yesterday
CATCH_UP_LATE = 8 * HOUR  # missed for longer: after a holiday, that may be everybody. Or pushed out of the quiet hours
CATCH_UP_NOW = 15 * MINUTE  # a chance was missed already: who is here for half an hour a day is not to wait for ever


class Aim(NamedTuple):
    """A time and the reason for it."""

    at: dt.datetime
    why: Why


def next_check(account: Account, facts: Facts, rules: Rules, machine: Machine, now: dt.datetime) -> Plan:
    """The plan of one account, for these facts, these choices, this machine and this moment (aware). Nothing else is looked at.

    The rules that protect the account: a refused PIN, a locked account, a question to a person or a refusal of our own stops
    everything until a check the person asked for has succeeded; six hours lie between two automatic sign-ins; a slot is signed
    in for once (a second time, another day, if nothing came back); a portal that wants a person is never signed in to
    automatically: it is looked at while a session is kept there, else its person is reminded.
    """
    if account.portal == NO_PORTAL:
        return Plan(None, Why.NO_PORTAL)
    if rules.interval == "never":
        return Plan(None, Why.NEVER)
    if account.paused:
        return Plan(None, Why.PAUSED)
    past = pasts.read(facts.attempts, now)
    if facts.road is Road.PERSON and not facts.signed_in:
        return _reminder(facts, rules, past, now, Why.PERSON_ROAD)
    if facts.road is not Road.PERSON and not account.remember:
        return _reminder(facts, rules, past, now, Why.NOT_REMEMBERED)
    if past.stopped:
        return Plan(None, Why.STOPPED)
    slot = _open_slot(rules, facts.seed, past, now)
    owed = _owed(rules, facts.seed, past, slot, now)
    possible = _possible(rules, facts.seed, past, slot, machine, owed, now)
    at, why = _unless_held(rules, facts.seed, machine, owed, possible, now)
    return Plan(at, why, Kind.CHECK, slots.name(rules, slot.number))


def _reminder(facts: Facts, rules: Rules, past: Past, now: dt.datetime, why: Why) -> Plan:
    """The day on which the person is reminded: a figure read since, from whatever source, makes it needless."""
    seen = max(filter(None, (past.answered_at, facts.seen_at)), default=None)
    slot, following = slots.around(rules, facts.seed, now)
    if seen is None:  # there was nothing yet: its person knows, and is told when something may be there
        slot = following
    while seen is not None and seen >= slot.opens_at:
        slot = slots.slot(rules, facts.seed, slot.number + 1)
    begin = spell_begin(rules, max(slot.at, now))
    at = begin if begin is not None and begin > max(slot.at, now) else slot.at
    return Plan(at, why, Kind.REMIND, slots.name(rules, slot.number))


def _open_slot(rules: Rules, seed: int, past: Past, now: dt.datetime) -> Slot:
    """The newest slot that passed, if its work was not done yet; else the next one whose was not. Older ones are forgotten:
    what was missed for months is made up once."""
    slot, following = slots.around(rules, seed, now)
    if _is_done(past, slot):
        slot = following
    while _is_done(past, slot):
        slot = slots.slot(rules, seed, slot.number + 1)
    return slot


def _is_done(past: Past, slot: Slot) -> bool:
    if past.answered_at is not None and past.answered_at >= slot.opens_at:
        return True
    return len(past.unanswered) >= MOST_UNANSWERED and past.unanswered[MOST_UNANSWERED - 1] >= slot.opens_at


def _owed(rules: Rules, seed: int, past: Past, slot: Slot, now: dt.datetime) -> Aim:
    """When it would be tried, could it be done at any time."""
    if not past.tells:
        return Aim(now, Why.FIRST)
    lost_at = past.unanswered[0] if past.unanswered else None
    failed_at = past.failed_at
    if lost_at is not None and (failed_at is None or lost_at > failed_at):
        if lost_at >= slot.opens_at:
            return Aim(max(slot.at, slots.next_day(rules, seed, lost_at)), Why.UNANSWERED)
    elif failed_at is not None:
        again = _again(rules, seed, past.failures, failed_at)
        if slot.at <= now:
            return Aim(max(slot.at, again), Why.BACK_OFF)
        if past.asked and past.failures < len(BACK_OFF):  # the person wanted it, and has not got it yet
            return Aim(min(slot.at, again), Why.BACK_OFF)
    return Aim(slot.at, Why.REGULAR)


def _again(rules: Rules, seed: int, failures: int, failed_at: dt.datetime) -> dt.datetime:
    """When to try again after so many failures in a row."""
    if failures >= len(BACK_OFF):
        return slots.next_day(rules, seed, failed_at)
    step, following = BACK_OFF[failures - 1 : failures + 1]
    return failed_at + step + _some(seed, AGAIN, failed_at, following - step, rising=True)


def _possible(rules: Rules, seed: int, past: Past, slot: Slot, machine: Machine, owed: Aim, now: dt.datetime) -> Aim:
    """The first time from the owed one on when it can and may be done."""
    at, why = owed
    woke_at = _woke_at(machine, now)
    since = max(filter(None, (woke_at, spell_begin(rules, now))), default=None)
    settled_at = woke_at + SETTLE if woke_at is not None else None
    if since is not None and at < since:
        begins = settled_at if settled_at is not None and since is woke_at else since
        length = _spread(rules, at, since, woke=since is woke_at)
        if machine.awake_before is not None and _waits_since(rules, seed, past, slot, at, now) < machine.awake_before:
            length = CATCH_UP_NOW
        at = begins + _some(seed, CATCH_UP, since, length)
        why = Why.MADE_UP if why is Why.REGULAR else why
    for bound, reason in ((settled_at, Why.WAKING), (past.over_at, Why.RUNNING), (past.rested_at, Why.RESTING)):
        if bound is not None and at < bound:
            at, why = bound, reason
    return _out_of_quiet(rules, seed, Aim(at, why))


def _woke_at(machine: Machine, now: dt.datetime) -> dt.datetime | None:
    """Since when the machine is awake; a time in the future is the clock's fault, and tells nothing."""
    return machine.woke_at if machine.woke_at is not None and machine.woke_at <= now else None


def _waits_since(rules: Rules, seed: int, past: Past, slot: Slot, at: dt.datetime, now: dt.datetime) -> dt.datetime:
    """Since when a check is owed: if the slot before was not done either, since then. (Who is here for some hours every few weeks
    would otherwise begin to wait anew with each slot.)"""
    before = slots.slot(rules, seed, slot.number - 1)
    return at if _is_done(past, before) else min(at, _owed(rules, seed, past, before, now).at)


def _spread(rules: Rules, at: dt.datetime, since: dt.datetime, *, woke: bool) -> dt.timedelta:
    """Over how long a time what should have been at `at` is spread, counted from the first moment it can be: when the machine
    woke, or when the quiet hours ended."""
    return min(CATCH_UP_SOON if woke and since - at < DAY else CATCH_UP_LATE, HOURS[allowed_hours(rules)])


def _out_of_quiet(rules: Rules, seed: int, aim: Aim) -> Aim:
    """The same, or some time after the quiet hours it falls into."""
    begin = spell_begin(rules, aim.at)
    if begin is None or begin <= aim.at:
        return aim
    return Aim(begin + _some(seed, CATCH_UP, begin, min(CATCH_UP_LATE, HOURS[allowed_hours(rules)])), Why.QUIET)


def _unless_held(rules: Rules, seed: int, machine: Machine, owed: Aim, possible: Aim, now: dt.datetime) -> Aim:
    """What is due waits while the machine has no mains or no free line, but not for ever."""
    held = machine.holds_back
    if held is None or possible.at > now or owed.why is Why.FIRST:
        return possible
    had_a_chance = machine.awake_before is not None and machine.awake_before > owed.at
    until = (owed.at if had_a_chance else max(owed.at, _woke_at(machine, now) or owed.at)) + PATIENCE
    return Aim(_out_of_quiet(rules, seed, Aim(until, held)).at, held) if until > now else possible


def _some(seed: int, purpose: int, moment: dt.datetime, length: dt.timedelta, *, rising: bool = False) -> dt.timedelta:
    """Some part of a time, in whole seconds; rising: the longer parts are the likelier ones."""
    chance = share(seed, purpose, int(moment.timestamp()))
    return dt.timedelta(seconds=int((chance**0.5 if rising else chance) * length.total_seconds()))
