"""What was changed afterwards: a contribution that was there and is gone, a balance that fell without a claim, a past closing told anew.

Pure: compares what was told earlier with what was told later about the same thing. It tells what is different, never why: a fall to
nothing may be a claim nobody wrote down here. Money is int sen.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from core.blth import Blth
from core.ledger.entries import Provenance, StoredStatement
from core.ledger.merge import same_card
from core.models import Card, Reading
from core.statements.statement import Month


class ChangeKind(StrEnum):
    """What kind of change it is."""

    MONTH_GONE = "month_gone"  # "iuran Mei hilang"
    MONTH_CHANGED = "month_changed"  # the dues of a month are told differently now
    BALANCE_FELL = "balance_fell"  # "saldo turun Rp ...", and no statement tells of money taken
    CARD_GONE = "card_gone"  # a card with a balance is not told any more, and the total fell
    CLOSING_CHANGED = "closing_changed"  # a past day's balance is told differently now


@dataclass(frozen=True, slots=True)
class Told:
    """What one source told. sen: None where it told no amount, or tells nothing of it any more. at: the moment it speaks of."""

    sen: int | None
    where: Provenance
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class Change:
    """One change. when: the month, the year or the day it is about. sen: what is missing or different (later - earlier)."""

    kind: ChangeKind
    kpj: str | None
    when: Blth | int | dt.date
    earlier: Told
    later: Told
    sen: int | None

    @property
    def seen_at(self) -> dt.datetime:
        """When the change came to be known."""
        return max(self.earlier.where.known_at, self.later.where.known_at)

    @property
    def day(self) -> dt.date:
        """Where it stands in time: the day itself, the last of the month or of the year."""
        if isinstance(self.when, dt.date):
            return self.when
        if isinstance(self.when, int):
            return dt.date(self.when, 12, 31)
        after = self.when.plus(1)
        return dt.date(after.year, after.month, 1) - dt.timedelta(days=1)

    @property
    def is_fall(self) -> bool:
        """Whether a balance became less, rather than the past being told anew."""
        return self.kind in (ChangeKind.BALANCE_FELL, ChangeKind.CARD_GONE)


def changes(readings: Sequence[Reading], statements: Sequence[StoredStatement]) -> list[Change]:
    """All changes found in an account's readings (as `Ledger.history` gives them) and statements, oldest first."""
    in_order = sorted(readings, key=lambda r: (r.day, r.checked_at, r.id))
    found = [
        *_last_months(in_order),
        *_falls(in_order, statements),
        *_told_anew(in_order),
        *_statements(statements),
    ]
    return sorted(found, key=lambda change: change.seen_at)


# readings


def _falls(readings: Sequence[Reading], statements: Sequence[StoredStatement]) -> Iterator[Change]:
    """Cards whose balance is less than it was, or that are not there any more."""
    for before, after in pairwise(readings):
        earlier, later = _cards(before), _cards(after)
        merged = after.balance.total >= before.balance.total and earlier.keys() != later.keys()
        if merged or _same_day(before, after):  # cards put together; or one day told twice, see _told_anew
            continue
        whole = before.import_id is None and after.import_id is None  # a statement tells of its own cards only
        for kpj, cards in earlier.items():
            was, now = _sum(cards), _sum(later[kpj]) if kpj in later else None
            if now is None and not (whole and was and after.balance.total < before.balance.total):
                continue
            if (now or 0) < was and was - (now or 0) > _taken(statements, kpj, before.day, after.day):
                kind = ChangeKind.CARD_GONE if now is None else ChangeKind.BALANCE_FELL
                yield Change(kind, cards[0].kpj, after.day, _told(was, before), _told(now, after), (now or 0) - was)


def _last_months(readings: Sequence[Reading]) -> Iterator[Change]:
    """A card whose last contribution lies further back than it did."""
    last: dict[str, tuple[Blth, Reading]] = {}
    for reading in readings:
        for card in reading.balance.cards:
            kpj, month = same_card(card.kpj), card.last_contribution
            if kpj is None or month is None or reading.import_id is not None:  # an old page tells of an old month
                continue
            before = last.get(kpj)
            if before is not None and month < before[0]:
                yield Change(ChangeKind.MONTH_GONE, card.kpj, before[0], _told(None, before[1]), _told(None, reading), None)
            last[kpj] = month, reading


def _told_anew(readings: Sequence[Reading]) -> Iterator[Change]:
    """A card's balance on one day, as the sources themselves name the day, told differently later."""
    by_day: defaultdict[tuple[dt.date, str], list[tuple[Reading, Card]]] = defaultdict(list)
    for reading in sorted(readings, key=lambda r: (r.checked_at, r.id)):
        for card in reading.balance.cards:
            kpj = same_card(card.kpj)
            if reading.balance.as_of is not None and kpj is not None and _is_past(reading):
                by_day[reading.balance.as_of, kpj].append((reading, card))
    for (day, _), told in by_day.items():
        for (before, was), (after, now) in pairwise(told):
            if was.balance != now.balance:
                difference = now.balance - was.balance
                earlier, later = _told(was.balance, before), _told(now.balance, after)
                yield Change(ChangeKind.CLOSING_CHANGED, now.kpj, day, earlier, later, difference)


def _is_past(reading: Reading) -> bool:
    """Whether the day it names was over when it was read: a day that is still running may well grow."""
    return reading.balance.as_of is not None and (reading.import_id is not None or reading.balance.as_of < reading.day)


def _same_day(before: Reading, after: Reading) -> bool:
    return before.balance.as_of is not None and before.balance.as_of == after.balance.as_of


def _cards(reading: Reading) -> dict[str, list[Card]]:
    """The cards by number; a single card without one stands under an empty number."""
    found: defaultdict[str, list[Card]] = defaultdict(list)
    for card in reading.balance.cards:
        kpj = same_card(card.kpj)
        if kpj is not None or len(reading.balance.cards) == 1:
            found[kpj or ""].append(card)
    return found


def _sum(cards: list[Card]) -> int:
    return sum(card.balance for card in cards)


def _taken(statements: Sequence[StoredStatement], kpj: str, first: dt.date, last: dt.date) -> int:
    """What statements say was taken from this card in the years between, sen."""
    by_year: dict[int, int] = {}
    for stored in statements:
        year, taken = stored.statement.year, stored.statement.taken
        if (
            year is not None
            and taken is not None
            and first.year <= year <= last.year
            and same_card(stored.statement.kpj) == (kpj or None)
        ):
            by_year[year] = max(by_year.get(year, 0), taken)
    return sum(by_year.values())


def _told(sen: int | None, reading: Reading) -> Told:
    where = Provenance(reading.source, reading.checked_at, reading.import_id, reading_id=reading.id)
    return Told(sen, where, reading.at)


# statements


def _statements(statements: Sequence[StoredStatement]) -> Iterator[Change]:
    """A year told twice: by the file that came to be known first, and by a later one."""
    by_year: defaultdict[tuple[int, str | None], list[StoredStatement]] = defaultdict(list)
    for stored in statements:
        if stored.statement.year is not None:
            by_year[stored.statement.year, same_card(stored.statement.kpj)].append(stored)
    for (year, _), group in by_year.items():
        group.sort(key=lambda stored: (stored.provenance.known_at, stored.id))
        for before, after in pairwise(group):
            if before.provenance.import_id == after.provenance.import_id:
                continue
            yield from _closing(year, before, after)
            yield from _months(before, after)


def _closing(year: int, before: StoredStatement, after: StoredStatement) -> Iterator[Change]:
    was, now = before.statement.closing, after.statement.closing
    if was is not None and now is not None and was != now:
        told = _of(before, was), _of(after, now)
        yield Change(ChangeKind.CLOSING_CHANGED, after.statement.kpj, year, *told, now - was)


def _months(before: StoredStatement, after: StoredStatement) -> Iterator[Change]:
    earlier, later = _dues(before), _dues(after)
    if not later:  # a statement without its table takes nothing back
        return
    for blth, was in earlier.items():
        now = later.get(blth)
        if was != now and was is not None and (now is not None or blth not in later):
            kind = ChangeKind.MONTH_CHANGED if blth in later else ChangeKind.MONTH_GONE
            yield Change(kind, after.statement.kpj, blth, _of(before, was), _of(after, now), (now or 0) - was)


def _dues(stored: StoredStatement) -> dict[Blth, int | None]:
    """The JHT dues of each month, all its lines together; None where a line tells none."""
    months: defaultdict[Blth, list[Month]] = defaultdict(list)
    for month in stored.statement.months:
        months[month.blth].append(month)
    return {blth: _all_dues(lines) for blth, lines in months.items()}


def _all_dues(lines: list[Month]) -> int | None:
    amounts = [amount for line in lines for amount in (line.employer, line.worker)]
    told = [amount for amount in amounts if amount is not None]
    return sum(told) if len(told) == len(amounts) else None


def _of(stored: StoredStatement, sen: int | None) -> Told:
    year = stored.statement.year or 0
    end = stored.statement.closing_on or dt.date(year, 12, 31)
    return Told(sen, stored.provenance, dt.datetime.combine(end, dt.time(23, 59, 59), stored.provenance.known_at.tzinfo))
