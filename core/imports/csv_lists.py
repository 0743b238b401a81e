"""A list of one's own, read: every row or none. What is not certain about it is asked for, never guessed."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from core.blth import Blth
from core.imports.csv_cells import NotThat, Unsettled, amount_of, date_of, kpj_of, month_of
from core.imports.csv_guess import Guess, guess
from core.imports.csv_map import FIGURES, CsvMap, Form, Role, fingerprint
from core.imports.csv_table import NotAList, Row, below_titles, tables, text_of
from core.models import Evidence
from core.statements.statement import Kind, Month, Statement

MAP_NEEDED = "csv_map_needed"
ROW_UNREADABLE = "csv_row_unreadable"
ROW_TWICE = "csv_row_twice"
IN_FUTURE = "csv_in_future"
SAMPLES = 3
LONGEST_NAME = 40  # letters of a column's name that are told


@dataclass(frozen=True, slots=True)
class Column:
    """One column as the question about it shows it."""

    index: int
    name: str
    samples: tuple[str, ...]
    role: Role | None


@dataclass(frozen=True, slots=True)
class Question:
    """What has to be answered before a list can be read. `missing`: "form", "separator", "dates", "numbers", "figures", or a role."""

    fingerprint: str
    map: CsvMap
    columns: tuple[Column, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListRead:
    """What became of a list: its statements, or why there are none (`reason`; `row` is the line of the file it is about).
    `map` is what it was read by, `fingerprint` what stands for lists with the same header. `unread`: the columns that hold something
    which is not taken in, by their names ("#3" for the third one of a list without a header)."""

    kind: Kind = Kind.CSV
    statements: tuple[Statement, ...] = ()
    reason: str | None = None
    row: int | None = None
    question: Question | None = None
    map: CsvMap | None = None
    fingerprint: str | None = None
    unread: tuple[str, ...] = ()


class _Bad(Exception):
    def __init__(self, reason: str, row: Row) -> None:
        super().__init__(reason)
        self.reason = reason
        self.row = row


def fingerprint_of(body: bytes) -> str | None:
    """What stands for lists with this header, whatever its separator; None for bytes that are no list."""
    try:
        first = below_titles(text_of(body)).lstrip("\n").split("\n", 1)[0]
    except NotAList:
        return None
    return fingerprint((first,))


def read_list(body: bytes, given: CsvMap, *, today: dt.date) -> ListRead:
    """Read a list. given: what the person (or a remembered mapping) settled; the rest is taken where the list proves it.

    today: the last day a balance may stand for. Never raises for what is in the file.
    """
    mark = fingerprint_of(body)
    try:
        found = guess(tables(text_of(body), given.separator), given)
    except NotAList as problem:
        return ListRead(reason=problem.code, fingerprint=mark)
    if found.missing:
        return ListRead(reason=MAP_NEEDED, question=_question(found, mark or ""), map=found.map, fingerprint=mark)
    kind = _kind(found.map)
    try:
        made = _balances(found, today) if found.map.form is Form.BALANCES else _months(found, kind, today)
    except _Bad as bad:
        question = _question(found, mark or "")
        return ListRead(kind, reason=bad.reason, row=bad.row.number, question=question, map=found.map, fingerprint=mark)
    if not made:
        return ListRead(kind, reason="csv_no_rows", map=found.map, fingerprint=mark)
    return ListRead(kind, made, map=found.map, fingerprint=mark, unread=_unread(found))


def _unread(found: Guess) -> tuple[str, ...]:
    """What nobody should believe to be in the record afterwards."""
    roles = {index for _, index in found.map.columns}
    names = found.table.rows[0].cell if found.map.header else lambda _index: ""
    left = (index for index in range(found.table.width) if index not in roles and any(row.cell(index) for row in found.body))
    return tuple(names(index)[:LONGEST_NAME] or f"#{index + 1}" for index in left)


def _kind(settled: CsvMap) -> Kind:
    """A list of months that knows only wages is one of payslips."""
    roles = {role for role, _ in settled.columns}
    return Kind.PAYSLIPS if settled.form is Form.MONTHS and roles & set(FIGURES) == {Role.WAGE} else Kind.CSV


def _balances(found: Guess, today: dt.date) -> tuple[Statement, ...]:
    """One statement a date and card, in the order of the list; the same row twice is one."""
    settled = found.map
    made: dict[tuple[dt.date, str | None], Statement] = {}
    for row in found.body:
        try:
            day = date_of(row.cell(settled.column(Role.DATE)), settled.dates)
            amount = amount_of(row.cell(settled.column(Role.AMOUNT)), settled.numbers)
            kpj = _kpj(settled, row)
        except (NotThat, Unsettled):
            raise _Bad(ROW_UNREADABLE, row) from None
        if day > today:
            raise _Bad(IN_FUTURE, row)
        known = made.setdefault((day, kpj), _balance(found, row, day, amount, kpj))
        if known.closing != amount:
            raise _Bad(ROW_TWICE, row)
    return tuple(made.values())


def _balance(found: Guess, row: Row, day: dt.date, amount: int, kpj: str | None) -> Statement:
    label = found.table.rows[0].cell(found.map.column(Role.AMOUNT)) if found.map.header else ""
    excerpt = f"{row.cell(found.map.column(Role.DATE))} «{row.cell(found.map.column(Role.AMOUNT))}»"
    evidence = Evidence(label[:80], f"row {row.number}", excerpt)
    return Statement(Kind.CSV, kpj=kpj, closing=amount, closing_on=day, evidence=evidence)


def _months(found: Guess, kind: Kind, today: dt.date) -> tuple[Statement, ...]:
    """One statement a card, its months in the order of the list; several rows may share a month (instalments), no row comes twice."""
    this_month = Blth(today.year, today.month)
    by_card: dict[str | None, list[Month]] = {}
    for row in found.body:
        try:
            kpj, month = _kpj(found.map, row), _month(found.map, row)
        except (NotThat, Unsettled):
            raise _Bad(ROW_UNREADABLE, row) from None
        if month.blth > this_month or any(day and day > today for day in (month.paid, month.posted)):
            raise _Bad(IN_FUTURE, row)
        months = by_card.setdefault(kpj, [])
        twice = month in months or (kind is Kind.PAYSLIPS and any(month.blth == known.blth for known in months))
        if twice:
            raise _Bad(ROW_TWICE, row)
        months.append(month)
    return tuple(_of_months(kind, kpj, months) for kpj, months in by_card.items())


def _of_months(kind: Kind, kpj: str | None, months: list[Month]) -> Statement:
    """One card's months; those that are not 3.7 % and 2 % of their wage are marked, as in a statement."""
    from core.statements.proofs import marked, rate  # brings the whole reader of pages with it; most calls have no such list

    looked = marked(months)
    proofs = (rate(looked),) if kind is Kind.CSV else ()
    return Statement(kind, kpj=kpj, months=looked, proofs=proofs)


def _month(settled: CsvMap, row: Row) -> Month:
    def amount(role: Role) -> int | None:
        text = row.cell(settled.column(role))
        return amount_of(text, settled.numbers) if text else None

    def date(role: Role) -> dt.date | None:
        text = row.cell(settled.column(role))
        return date_of(text, settled.dates) if text else None

    month = Month(
        blth=month_of(row.cell(settled.column(Role.BLTH))),
        paid=date(Role.PAID),
        posted=date(Role.POSTED),
        wage=amount(Role.WAGE),
        rapel=amount(Role.RAPEL),
        employer=amount(Role.EMPLOYER),
        worker=amount(Role.WORKER),
    )
    if (month.wage, month.employer, month.worker) == (None, None, None):
        raise NotThat
    return month


def _kpj(settled: CsvMap, row: Row) -> str | None:
    column = settled.column(Role.KPJ)
    return kpj_of(row.cell(column)) if column is not None else None


def _question(found: Guess, mark: str) -> Question:
    header = found.table.rows[0] if found.map.header else None
    columns = tuple(
        Column(
            index,
            header.cell(index) if header else "",
            tuple(text for row in found.body if (text := row.cell(index)))[:SAMPLES],
            found.map.role(index),
        )
        for index in range(found.table.width)
    )
    return Question(mark, found.map, columns, found.missing)
