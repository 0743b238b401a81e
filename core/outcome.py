"""What a check answered, read strictly from the last JSON line of `main.py check --json`: exactly that form, or ValueError."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass

from core.blth import Blth
from core.errors import Need, Status
from core.models import Segment, Step
from core.money import from_wire
from core.unread import UnreadPage

KEYS = {"status", "portal", "checked_at", "as_of", "total", "cards", "need", "message"}
CARD_KEYS = {"kpj", "company", "npp", "segment", "active", "last_contribution", "balance"}
MOST_CARDS = 500
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", re.ASCII)
REFUSED = "refused"
NOT_KEPT = "vault"
UNREAD = "unread_page"


@dataclass(frozen=True, slots=True)
class CardOutcome:
    """One card as the child printed it; balance in sen."""

    balance: int
    kpj: str | None
    company: str | None
    npp: str | None
    segment: Segment | None
    active: bool | None
    last_contribution: Blth | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one check. total in sen; checked_at is aware UTC. There is a figure when status is OK, and when it is
    INTERNAL_ERROR because a balance was read and could not be stored.

    reason and portal_words come from the line before (`{"step": "refused", ...}`), page from its own; message is the sentence for a terminal.
    """

    status: Status
    portal: str | None = None
    checked_at: dt.datetime | None = None
    as_of: dt.date | None = None
    total: int | None = None
    cards: tuple[CardOutcome, ...] = ()
    need: Need | None = None
    message: str | None = None
    reason: str | None = None
    portal_words: str | None = None
    not_kept: str | None = None
    page: UnreadPage | None = None  # the page that was not understood, in memory only


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a check is about to end without a figure: a code, and the portal's own visible sentence."""

    reason: str | None
    portal_words: str | None


@dataclass(frozen=True, slots=True)
class NotKept:
    """The check goes on, but the keyring did not take the secret; `reason` is a VaultReason value."""

    reason: str


Line = Step | Refusal | NotKept | UnreadPage | Outcome


def read_line(line: str) -> Line:
    """One line of the child. ValueError for anything that is not exactly one of the five forms."""
    try:
        data = json.loads(line, parse_constant=_refuse, object_pairs_hook=_object)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if not isinstance(data, dict):
        raise ValueError("not an object")
    if data.keys() == {"step"}:
        return Step(_text(data["step"]))
    if data.get("step") == REFUSED and data.keys() == {"step", "reason", "portal_words"}:
        return Refusal(_optional(data["reason"]), _optional(data["portal_words"]))
    if data.get("step") == NOT_KEPT and data.keys() == {"step", "reason"}:
        return NotKept(_text(data["reason"]))
    if data.get("step") == UNREAD and data.keys() == {"step", "url", "whole", "packed"}:
        return UnreadPage.from_wire(data)
    if data.keys() == KEYS:
        return _outcome(data)
    raise ValueError("unknown form of line")


def _outcome(data: dict[str, object]) -> Outcome:
    status = Status(_text(data["status"]))
    cards = data["cards"]
    if not isinstance(cards, list) or len(cards) > MOST_CARDS:
        raise ValueError("cards are not a list")
    need = _optional(data["need"])
    outcome = Outcome(
        status=status,
        portal=_optional(data["portal"]),
        checked_at=_moment(data["checked_at"]),
        as_of=_day(data["as_of"]),
        total=None if data["total"] is None else _sen(data["total"]),
        cards=tuple(_card(card) for card in cards),
        need=None if need is None else Need(need),
        message=_optional(data["message"]),
    )
    if status is Status.OK and outcome.total is None:
        raise ValueError("a success without a figure")
    if status not in (Status.OK, Status.INTERNAL_ERROR) and (outcome.total is not None or outcome.cards):
        raise ValueError("a figure without a success")
    if outcome.cards and outcome.total != sum(card.balance for card in outcome.cards):
        raise ValueError("the cards do not add up to the total")
    return outcome


def _card(data: object) -> CardOutcome:
    if not isinstance(data, dict) or data.keys() != CARD_KEYS:
        raise ValueError("not a card")
    segment, month, active = _optional(data["segment"]), _optional(data["last_contribution"]), data["active"]
    if not (active is None or isinstance(active, bool)):
        raise ValueError("active is neither true, false nor null")
    return CardOutcome(
        balance=_sen(data["balance"]),
        kpj=_optional(data["kpj"]),
        company=_optional(data["company"]),
        npp=_optional(data["npp"]),
        segment=None if segment is None else Segment(segment),
        active=active,
        last_contribution=None if month is None else Blth.from_iso(month),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _optional(value: object) -> str | None:
    return None if value is None else _text(value)


def _sen(value: object) -> int:
    sen = from_wire(_text(value))
    if sen < 0:
        raise ValueError("a balance below zero")
    return sen


def _moment(value: object) -> dt.datetime | None:
    if value is None:
        return None
    if not MOMENT.fullmatch(_text(value)):
        raise ValueError("not a moment in UTC")
    return dt.datetime.fromisoformat(_text(value))


def _day(value: object) -> dt.date | None:
    if value is None:
        return None
    if not DAY.fullmatch(_text(value)):
        raise ValueError("not a day")
    return dt.date.fromisoformat(_text(value))


def _refuse(constant: str) -> object:
    raise ValueError(f"{constant} is no JSON")


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found
