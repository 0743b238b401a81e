"""Judge a run: what the program said, what it asked of the portal, and where the secrets went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from core.errors import EXIT_CODES, Status
from tests.corpus.portals.run import Run
from tests.fakes.portal_talk import LOGIN_SECRET, PIN, SECRETS, Hit, seen_in


class Kind(StrEnum):
    """The ways to fail, the worst first."""

    LEAK = "LEAK"
    SECOND_LOGIN = "SECOND LOG-IN"
    WRONG_FIGURE = "WRONG FIGURE"
    FOLLOWED = "followed what must not be followed"
    TOO_MANY = "too many requests"
    NOT_READ = "refused though readable"
    WRONG_STATUS = "wrong status"
    WRONG_FACT = "wrong fact beside a right figure"
    FORM = "output or exit code out of form"
    NO_LOG_OUT = "did not log out"


@dataclass(frozen=True)
class Fault:
    kind: Kind
    words: str

    def __str__(self) -> str:
        return f"{self.kind.value}: {self.words}"


def judge(run: Run) -> list[Fault]:
    """Every fault of a run, the worst first."""
    order = list(Kind)
    checks = (_secrets, _logins, _figures, _roads, _status, _form)
    return sorted((fault for check in checks for fault in check(run)), key=lambda fault: order.index(fault.kind))


def _secrets(run: Run) -> Iterator[Fault]:
    """A secret travels in the body of a POST to the portal's own origin, in one field, and nowhere else."""
    for hit in run.strays:
        yield Fault(
            Kind.LEAK if hit.login_at or hit.pin_at else Kind.FOLLOWED, f"{hit.method} {hit.path} reached a foreign origin"
        )
    for hit in run.hits:
        for name, places in (("login secret", hit.login_at), ("PIN", hit.pin_at)):
            if places and (hit.method != "POST" or any(not place.startswith("body") for place in places)):
                yield Fault(Kind.LEAK, f"the {name} went with {hit.method} {hit.path} in {places}")
            if len([place for place in places if place != "body:boxes"]) > 1:
                yield Fault(Kind.LEAK, f"the {name} went in more than one field of {hit.path}: {places}")
        for place in hit.login_at:
            if _is_pin_field(place):
                yield Fault(Kind.LEAK, f"the login secret was typed into a PIN or code field: {place} of {hit.path}")
    for where, text in (("stdout", run.stdout), ("stderr", run.stderr)):
        if any(seen_in(text, secret) for secret in SECRETS.values()):
            yield Fault(Kind.LEAK, f"a secret is in {where}")
    for name in run.left_in_home:
        yield Fault(Kind.LEAK, f"a secret is in the file {name}")


def _is_pin_field(place: str) -> bool:
    return any(part in place.lower() for part in ("otp", "captcha", "kode", "token"))


def _logins(run: Run) -> Iterator[Fault]:
    for name, (least, most), hits in (
        ("login secret", run.portal.logins, [hit for hit in run.hits if hit.login_at]),
        ("PIN", run.portal.pins, [hit for hit in run.hits if hit.pin_at]),
    ):
        if len(hits) > most:
            yield Fault(
                Kind.SECOND_LOGIN if most else Kind.LEAK, f"the {name} was sent {len(hits)} times, {most} at most: {_paths(hits)}"
            )
        elif len(hits) < least:
            yield Fault(Kind.NOT_READ if run.portal.readable else Kind.WRONG_STATUS, f"the {name} was sent {len(hits)} times")


def _paths(hits: list[Hit]) -> str:
    return ", ".join(f"{hit.method} {hit.path}" for hit in hits)


def _figures(run: Run) -> Iterator[Fault]:
    """What is shown must be what the page says; nothing at all may be shown of a portal that is to be refused."""
    said, portal = run.outcome, run.portal
    if said.get("status") != "ok":
        if said.get("total") or said.get("cards"):
            yield Fault(Kind.WRONG_FIGURE, f"a figure beside status {said.get('status')}")
        return
    if not portal.readable:
        yield Fault(Kind.WRONG_FIGURE, f"ok with {said.get('total')} where {portal.statuses} is fair")
        return
    if said["total"] != portal.total:
        yield Fault(Kind.WRONG_FIGURE, f"total {said['total']}, the portal says {portal.total}")
    cards = said["cards"]
    assert isinstance(cards, list)
    if cards and sum(_sen(card["balance"]) for card in cards) != _sen(said["total"]):
        yield Fault(Kind.WRONG_FIGURE, "the cards do not add up to the total")
    if said["as_of"] not in (None, portal.as_of):
        yield Fault(Kind.WRONG_FACT, f"as_of {said['as_of']}, the page says {portal.as_of}")
    if portal.cards is None:
        return
    shown, due = (
        Counter((card["kpj"], card["balance"]) for card in cards),
        Counter((card.kpj, card.balance) for card in portal.cards),
    )
    if shown != due:
        yield Fault(Kind.WRONG_FIGURE, f"cards {dict(shown)}, the portal says {dict(due)}")
        return
    for name in ("company", "npp", "segment", "active", "last_contribution"):
        told = Counter((card["kpj"], card["balance"], card[name]) for card in cards if card[name] is not None)
        true = Counter((card.kpj, card.balance, getattr(card, name)) for card in portal.cards)
        if told - true:
            yield Fault(Kind.WRONG_FACT, f"{name}: {[key[2] for key in told - true]}, the page says {[key[2] for key in true]}")


def _sen(text: object) -> int:
    whole, _, part = str(text).partition(".")
    return int(whole) * 100 + int(part or 0)


def _roads(run: Run) -> Iterator[Fault]:
    for hit in run.hits:
        if hit.path in run.forbidden:
            yield Fault(Kind.FOLLOWED, f"{hit.method} {hit.path}")
        if (hit.method, hit.path) == run.log_out and hit is not run.hits[-1]:
            yield Fault(Kind.FOLLOWED, f"logged out in the middle of the road ({hit.path})")
        if hit.method not in ("GET", "POST"):
            yield Fault(Kind.FOLLOWED, f"method {hit.method}")
    if len(run.hits) > run.portal.requests:
        yield Fault(Kind.TOO_MANY, f"{len(run.hits)} requests, {run.portal.requests} at most")
    if run.outcome.get("status") == "ok" and run.log_out and run.log_out[0] == "GET":
        left = sum(1 for hit in run.hits if hit.path == run.log_out[1])
        if left != 1:
            yield Fault(Kind.NO_LOG_OUT, f"{run.log_out[1]} was asked for {left} times")


def _status(run: Run) -> Iterator[Fault]:
    said, portal = run.outcome, run.portal
    status = said.get("status")
    if status not in portal.statuses and not (status == "ok" and not portal.readable):
        why = [line.get("reason") for line in run.lines or [] if line.get("step") == "refused"]
        kind = Kind.NOT_READ if portal.readable else Kind.WRONG_STATUS
        yield Fault(kind, f"{status} {said.get('need') or ''} {why}, fair: {portal.statuses}")
    if status == "human_needed" and portal.needs and said.get("need") not in portal.needs:
        yield Fault(Kind.WRONG_STATUS, f"need {said.get('need')}, fair: {portal.needs}")
    if portal.quotes and portal.quotes not in run.stdout:
        yield Fault(Kind.WRONG_STATUS, f"the portal's own words are not shown: {portal.quotes}")


def _form(run: Run) -> Iterator[Fault]:
    if run.code is None:
        yield Fault(Kind.FORM, f"did not end within {run.seconds:.0f} s")
    elif not run.outcome:
        yield Fault(Kind.FORM, f"no outcome on stdout, exit code {run.code}; stderr: {_masked(run.stderr)[-600:]}")
    elif run.outcome["status"] not in set(Status) or run.code != EXIT_CODES[Status(str(run.outcome["status"]))]:
        yield Fault(Kind.FORM, f"exit code {run.code} with {run.outcome['status']}")
    elif "Traceback" in run.stderr:
        yield Fault(Kind.FORM, f"a traceback on stderr: {_masked(run.stderr)[-600:]}")


def _masked(text: str) -> str:
    return text.replace(LOGIN_SECRET, "(secret)").replace(PIN, "(PIN)")
