"""The record as typed tables: what every table-like format (CSV, XLSX, PDF) is made from, so that all of them say the same."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from core.blth import Blth
from core.export.record import Record
from core.insight.series import whole_balances
from core.ledger.entries import MonthLine, StoredStatement
from core.models import Attempt, Card

Value = str | int | bool | dt.date | dt.datetime | Blth | None


class Type(Enum):
    """What a column holds."""

    TEXT = auto()
    MONEY = auto()  # int sen
    NUMBER = auto()
    YES = auto()
    DATE = auto()
    TIME = auto()  # aware UTC
    MONTH = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key (the title is in resources/i18n/export.toml) and what it holds."""

    key: str
    type: Type


@dataclass(frozen=True, slots=True)
class Table:
    """One table by name. Each row has a value, or None where nothing is known, for every column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]


ACCOUNT = Column("account", Type.TEXT)
READING = (
    ACCOUNT,
    Column("day", Type.DATE),
    Column("checked_at", Type.TIME),
    Column("balance", Type.MONEY),
    Column("change", Type.MONEY),
    Column("source", Type.TEXT),
    Column("portal", Type.TEXT),
    Column("as_of", Type.DATE),
    Column("found_at", Type.TEXT),
)
CARD = (
    ACCOUNT,
    Column("day", Type.DATE),
    Column("kpj", Type.TEXT),
    Column("company", Type.TEXT),
    Column("npp", Type.TEXT),
    Column("segment", Type.TEXT),
    Column("active", Type.YES),
    Column("last_contribution", Type.MONTH),
    Column("balance", Type.MONEY),
)
MONTH = (
    ACCOUNT,
    Column("blth", Type.MONTH),
    Column("kpj", Type.TEXT),
    Column("company", Type.TEXT),
    Column("npp", Type.TEXT),
    Column("paid", Type.DATE),
    Column("posted", Type.DATE),
    Column("wage", Type.MONEY),
    Column("rapel", Type.MONEY),
    Column("employer", Type.MONEY),
    Column("worker", Type.MONEY),
    Column("off_rate", Type.YES),
    Column("source", Type.TEXT),
)
YEAR = (
    ACCOUNT,
    Column("year", Type.NUMBER),
    Column("kpj", Type.TEXT),
    Column("company", Type.TEXT),
    Column("npp", Type.TEXT),
    Column("opening", Type.MONEY),
    Column("growth", Type.MONEY),
    Column("dues", Type.MONEY),
    Column("growth_on_dues", Type.MONEY),
    Column("taken", Type.MONEY),
    Column("closing", Type.MONEY),
    Column("source", Type.TEXT),
)
ATTEMPT = (
    ACCOUNT,
    Column("started_at", Type.TIME),
    Column("finished_at", Type.TIME),
    Column("trigger", Type.TEXT),
    Column("status", Type.TEXT),
)


def tables(records: Sequence[Record]) -> tuple[Table, ...]:
    """All tables of all accounts: readings, cards, months, years, attempts; each account's rows in the order of time."""
    return (
        Table("readings", READING, _rows(records, _readings)),
        Table("cards", CARD, _rows(records, _cards)),
        Table("months", MONTH, _rows(records, lambda record: map(_month, record.months))),
        Table("years", YEAR, _rows(records, _years)),
        Table("attempts", ATTEMPT, _rows(records, lambda record: map(_attempt, record.attempts))),
    )


def _rows(records: Sequence[Record], of: Callable[[Record], Iterator[tuple[Value, ...]]]) -> tuple[tuple[Value, ...], ...]:
    return tuple((record.account.name, *row) for record in records for row in of(record))


def _readings(record: Record) -> Iterator[tuple[Value, ...]]:
    """A file of some cards only tells no balance of the account: it stands among the cards."""
    before: int | None = None
    for reading, total in zip(record.readings, whole_balances(record.readings), strict=True):
        change = None if before is None or total is None else total - before
        before = before if total is None else total
        where = reading.balance.evidence
        yield (
            reading.day,
            reading.checked_at,
            total,
            change,
            reading.source.value,
            reading.portal,
            reading.balance.as_of,
            where.label if where else None,
        )


def _cards(record: Record) -> Iterator[tuple[Value, ...]]:
    for reading in record.readings:
        for card in reading.balance.cards:
            yield reading.day, *_card(card)


def _card(card: Card) -> tuple[Value, ...]:
    segment = card.segment.value if card.segment else None
    return card.kpj, card.company, card.npp, segment, card.active, card.last_contribution, card.balance


def _month(line: MonthLine) -> tuple[Value, ...]:
    month = line.month
    return (
        month.blth,
        line.kpj,
        line.company,
        line.npp,
        month.paid,
        month.posted,
        month.wage,
        month.rapel,
        month.employer,
        month.worker,
        month.off_rate,
        line.told_by[0].source.value,
    )


def _years(record: Record) -> Iterator[tuple[Value, ...]]:
    for stored in record.statements:
        if stored.statement.year is not None:
            yield _year(stored)


def _year(stored: StoredStatement) -> tuple[Value, ...]:
    told = stored.statement
    return (
        told.year,
        told.kpj,
        told.company,
        told.npp,
        told.opening,
        told.growth,
        told.dues,
        told.growth_on_dues,
        told.taken,
        told.closing,
        stored.provenance.source.value,
    )


def _attempt(attempt: Attempt) -> tuple[Value, ...]:
    status = attempt.status.value if attempt.status else None
    return attempt.started_at, attempt.finished_at, attempt.trigger.value, status
