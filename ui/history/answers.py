"""The answers of `history-view` as values: a reading, an explanation, a career. Raises BadAnswer for what is not one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from core.blth import Blth
from core.insight.career import Career, Gap, Job, Overlap
from core.insight.explain import What
from core.models import Balance, Card, Evidence, Reading, Source


class BadAnswer(ValueError):
    """An answer that is not what `history-view` writes."""


@dataclass(frozen=True, slots=True)
class WhyPart:
    """One part of a change (sen, signed), with the sources that tell it."""

    what: What
    amount: int
    estimate: bool
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """Why a balance changed between two days. `lines`: the contributions counted (month, sen, company)."""

    from_day: dt.date
    from_total: int
    to_day: dt.date
    to_total: int
    change: int
    parts: tuple[WhyPart, ...]
    lines: tuple[tuple[Blth, int, str | None], ...]
    missing: tuple[Blth, ...]
    rate_bp: int | None
    rate_is_estimate: bool


def reading_of(data: dict[str, Any]) -> Reading:
    """A reading with its evidence. Raises BadAnswer."""
    try:
        cards = tuple(
            Card(int(card["balance"]), kpj=card["kpj"], company=card["company"], evidence=_evidence(card["evidence"]))
            for card in data["cards"]
        )
        day = dt.date.fromordinal(data["day"])
        balance = Balance(int(data["total"]), cards, as_of=day, evidence=_evidence(data["evidence"]))
        checked_at = dt.datetime.fromisoformat(data["checked_at"])
        return Reading(int(data["id"]), 0, str(data["portal"]), Source(data["source"]), checked_at, balance)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadAnswer from error


def why_of(data: dict[str, Any]) -> Why:
    """An explanation. Raises BadAnswer."""
    try:
        return Why(
            dt.date.fromordinal(data["from"]["day"]),
            int(data["from"]["total"]),
            dt.date.fromordinal(data["to"]["day"]),
            int(data["to"]["total"]),
            int(data["change"]),
            tuple(_part(part) for part in data["parts"]),
            tuple(
                (Blth.from_iso(line["blth"]), (line["employer"] or 0) + (line["worker"] or 0), line["company"])
                for line in data["lines"]
            ),
            tuple(Blth.from_iso(blth) for blth in data["missing"]),
            data["rate_bp"],
            bool(data["rate_is_estimate"]),
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadAnswer from error


def career_of(data: dict[str, Any]) -> Career:
    """A career. Raises BadAnswer."""
    try:
        return Career(
            tuple(_job(job) for job in data["jobs"]),
            tuple(Gap(Blth.from_iso(first), Blth.from_iso(last), bool(told)) for first, last, told in data["gaps"]),
            tuple(Overlap((one, two), Blth.from_iso(first), Blth.from_iso(last)) for one, two, first, last in data["overlaps"]),
            data["total"],
            tuple(data["to_merge"]),
        )
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise BadAnswer from error


def _part(data: dict[str, Any]) -> WhyPart:
    sources = dict.fromkeys(Source(told["source"]) for told in data["told_by"])
    return WhyPart(What(data["what"]), int(data["amount"]), bool(data["estimate"]), tuple(sources))


def _job(data: dict[str, Any]) -> Job:
    return Job(
        data["kpj"],
        data["company"],
        data["npp"],
        Blth.from_iso(data["first"]) if data["first"] else None,
        Blth.from_iso(data["last"]) if data["last"] else None,
        data["active"],
        data["balance"],
        dt.date.fromordinal(data["day"]) if data["day"] else None,
        bool(data["gone"]),
        bool(data["first_is_told"]),
    )


def _evidence(data: dict[str, str] | None) -> Evidence | None:
    return None if data is None else Evidence(data["label"], data["path"], data["excerpt"])
