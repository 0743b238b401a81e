"""A working life on one line: the cards with their employers, from when to when, overlaps and gaps, and one total that counts no
card twice. Pure; money is int sen. What was never told is None, not guessed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from core.blth import Blth
from core.insight.series import SEES_ALL_CARDS, card_lines, cards_may_be_missing, plain_kpj
from core.ledger.entries import MonthLine, StoredStatement
from core.models import Reading


@dataclass(frozen=True, slots=True)
class Job:
    """One card. first/last: the first and the last month of contributions that anything tells. balance (sen) on `day`.

    gone: the portal's later readings do not name the card any more although they name others: merged, or claimed.
    """

    kpj: str
    company: str | None = None
    npp: str | None = None
    first: Blth | None = None
    last: Blth | None = None
    active: bool | None = None
    balance: int | None = None
    day: dt.date | None = None
    gone: bool = False
    first_is_told: bool = False  # a statement says that this was the first month


@dataclass(frozen=True, slots=True)
class Gap:
    """Months between two jobs for which no contribution is known, both included. `told`: a statement says when the later job
    began; else the gap may only be one of the record."""

    first: Blth
    last: Blth
    told: bool = False


@dataclass(frozen=True, slots=True)
class Overlap:
    """Months in which two cards (by their numbers) had contributions, both included."""

    kpjs: tuple[str, str]
    first: Blth
    last: Blth


@dataclass(frozen=True, slots=True)
class Career:
    """The jobs by their first month. total (sen): the balances of all cards that are not gone; None if one of them is not known.

    to_merge: the numbers of cards that still hold money although they are no longer active, while another card is."""

    jobs: tuple[Job, ...]
    gaps: tuple[Gap, ...]
    overlaps: tuple[Overlap, ...]
    total: int | None
    to_merge: tuple[str, ...]


def career(readings: Sequence[Reading], statements: Sequence[StoredStatement], months: Sequence[MonthLine]) -> Career:
    """The career of one account from all that is known of it; `readings` in the order of days."""
    jobs = {line.kpj: _of_readings(line.kpj, readings) for line in card_lines(readings)}
    for stored in statements:
        told = stored.statement
        kpj = plain_kpj(told.kpj)
        if kpj is not None:
            job = jobs.get(kpj, Job(kpj))
            named = replace(job, company=job.company or told.company, npp=job.npp or told.npp)
            if told.first_month is not None:
                named = replace(_stretched(named, [told.first_month]), first_is_told=True)
            jobs[kpj] = named
    for line in months:
        kpj = plain_kpj(line.kpj)
        if kpj is not None and (line.month.employer or line.month.worker):
            jobs[kpj] = _stretched(jobs.get(kpj, Job(kpj, line.company, line.npp)), [line.month.blth])
    ordered = sorted(jobs.values(), key=lambda job: (job.first or job.last or Blth(9999, 12), job.kpj))
    kept = [job for job in ordered if not job.gone]
    balances = [job.balance for job in kept]
    all_known = bool(kept) and None not in balances and not cards_may_be_missing(readings)
    someone_active = any(job.active for job in kept)
    return Career(
        tuple(ordered),
        tuple(_gaps(ordered)),
        tuple(_overlaps(ordered)),
        sum(b for b in balances if b is not None) if all_known else None,
        tuple(job.kpj for job in kept if someone_active and job.active is False and job.balance),
    )


def _of_readings(kpj: str, readings: Sequence[Reading]) -> Job:
    naming = [(r, card) for r in readings for card in r.balance.cards if plain_kpj(card.kpj) == kpj]
    reading, card = naming[-1]
    portals = [r for r in readings if r.source in SEES_ALL_CARDS and r.balance.cards]
    gone = bool(portals) and portals[-1].day > reading.day
    known = [card.last_contribution for _, card in naming if card.last_contribution is not None]
    job = Job(kpj, card.company, card.npp, active=card.active, balance=card.balance, day=reading.day, gone=gone)
    return _stretched(job, known)


def _stretched(job: Job, months: Iterable[Blth]) -> Job:
    known = [*months, *(month for month in (job.first, job.last) if month is not None)]
    return replace(job, first=min(known), last=max(known)) if known else job


def _spans(jobs: Sequence[Job]) -> list[tuple[Blth, Blth, Job]]:
    spans = [(job.first, job.last, job) for job in jobs if job.first is not None and job.last is not None]
    return sorted(spans, key=lambda span: (span[0], span[1], span[2].kpj))


def _gaps(jobs: Sequence[Job]) -> Iterable[Gap]:
    until: Blth | None = None
    for first, last, job in _spans(jobs):
        if until is not None and until.plus(1) < first:
            yield Gap(until.plus(1), first.plus(-1), job.first_is_told)
        until = last if until is None else max(until, last)


def _overlaps(jobs: Sequence[Job]) -> Iterable[Overlap]:
    spans = _spans(jobs)
    for number, (_, last, job) in enumerate(spans):
        for other_first, other_last, other in spans[number + 1 :]:
            if other_first <= last:
                yield Overlap((job.kpj, other.kpj), other_first, min(last, other_last))
