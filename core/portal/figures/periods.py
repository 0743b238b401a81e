"""Years or months as rows, and passbooks: the closing balance of the latest one."""

from __future__ import annotations

import datetime as dt

from core.portal.figures.facts import Scope
from core.portal.figures.labels import Kind, Label
from core.portal.figures.records import Records
from core.portal.figures.shapes import Row, cells_of, text_at
from core.portal.figures.tokens import ATTRIBUTES
from core.portal.figures.years import Period, PeriodRow, adds_up, follows_on, period_of, runs_through

_SAMPLE = 12  # rows that show what a column holds


def period_column(records: Records, body: list[Row]) -> int | None:
    """The column in which every row names its year, month or day."""
    head, labels = records.head, records.page.labels
    for column in (*head.columns(Kind.YEAR), *head.columns(Kind.MONTH), 0):
        if not column and head.at(column).kind in ATTRIBUTES:
            continue
        said = [text for row in body[:_SAMPLE] if (text := text_at(row, column)) and not labels.of(text).total]
        if said and all(period_of(text) is not None for text in said):
            return column
    return None


def read_periods(records: Records, body: list[Row], column: int) -> bool:
    """Take down the closing balance of the latest period, for each card. Every row must add up where all its parts are there; months,
    which may be a mere history, must have them, or run through like a passbook. False where the rows are no such statement."""
    if _is_history(records, body, column):
        return False
    groups = _groups(records, body, column)
    yearly = all(row.period[1] == 0 for rows in groups.values() for row in rows)
    if yearly and len(body) < 2 and not records.head.columns(Kind.OPENING):
        return False
    chosen: list[PeriodRow] = []
    for rows in groups.values():
        latest = _latest(records, rows, yearly)
        if not latest:
            return False
        chosen.extend(latest)
    for row in chosen:
        record = Scope(records.scope)
        words = [cell.text for cell in cells_of(row.cells)]
        for at in records.head.columns(*ATTRIBUTES):
            records.page.attribute(records.head.at(at).kind, text_at(row.cells, at), record)
        for at in records.balance:
            cell = row.cells[at] if at < len(row.cells) else None
            if cell is not None:
                records.cell(_of_period(records.head.at(at), row.period), cell, record, words)
    return True


def _is_history(records: Records, body: list[Row], column: int) -> bool:
    """Whether the first rows already show a mere history: months or days that neither open nor run through."""
    head = records.head
    if head.columns(Kind.OPENING) or head.columns(Kind.KPJ) or len(body) < 4:
        return False
    first = [PeriodRow(period, row) for row in body[:4] if (period := period_of(text_at(row, column))) is not None]
    if len(first) < 4 or any(row.period[1] == 0 for row in first):
        return False
    return runs_through(records.page, head.labels, first, records.balance[0]) is None


def _groups(records: Records, body: list[Row], column: int) -> dict[str, list[PeriodRow]]:
    """The rows of each card; totals belong to none."""
    cards = records.head.columns(Kind.KPJ)
    groups: dict[str, list[PeriodRow]] = {}
    for row in body:
        period = period_of(text_at(row, column))
        if period is not None and not records.page.labels.of(text_at(row, 0)).total:
            groups.setdefault(text_at(row, cards[0]) if cards else "", []).append(PeriodRow(period, row))
    return groups


def _latest(records: Records, rows: list[PeriodRow], yearly: bool) -> list[PeriodRow]:
    page, labels, closing = records.page, records.head.labels, records.balance[0]
    sums = [adds_up(page, labels, row.cells, closing) for row in rows]
    if any(len(row.cells) != len(rows[0].cells) or not records.fits(row.cells) for row in rows):
        page.misaligned = True
    if yearly or all(sums):
        page.broken_identity = page.broken_identity or False in sums or not follows_on(page, labels, rows, closing)
        newest = max(row.period for row in rows)
        return [row for row in rows if row.period == newest]
    last = runs_through(page, labels, rows, closing)
    page.passbook = page.passbook or last is not None
    return [last] if last is not None else []


def _of_period(label: Label, period: Period) -> Label:
    """A column's label for the row of one period; a day is the date of its balance."""
    year, month, day = period
    return label._replace(year=year, total=False, date=dt.date(year, month, day) if day else label.date)
