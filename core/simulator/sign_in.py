"""Judging what was typed at a log-in, for every era. What was typed is compared and forgotten."""

from __future__ import annotations

from dataclasses import dataclass

from core.simulator.accounts import Gate, Person, find
from core.simulator.messages import Request
from core.simulator.sessions import Session
from core.simulator.world import World


@dataclass(frozen=True, slots=True)
class LogInForm:
    """The field names of an era's form, and the keys of its own sentences."""

    user: str
    secret: str
    picture: str
    unknown: str
    wrong: str


def judge(world: World, form: LogInForm, request: Request, session: Session) -> Person | str:
    """The person who may come in, or the key of the sentence that refuses."""
    if "captcha" in world.faults:
        expected, session.picture_code = session.picture_code, Session(session.era).picture_code
        if request.typed(form.picture) != expected:
            return "captcha"
    if not request.typed(form.user) or not request.typed(form.secret):
        return "empty"
    if "unknown_error" in world.faults:
        return "unheard"
    person = find(request.typed(form.user))
    if person is None:
        return form.unknown
    if world.locked(person):
        return "locked"
    if request.typed(form.secret) != person.secret:
        return "locked" if world.wrong_secret(person) else form.wrong
    world.wrong[person.key] = 0
    return person


def gates_for(world: World, person: Person) -> list[Gate]:
    """What this person meets between the log-in and the dashboard: of the fixture, and of the faults."""
    return [gate for gate in Gate if gate in person.gates or gate.value in world.faults]
