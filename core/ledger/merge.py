"""One truth from several sources: pure. What they agree on becomes one line; what they do not stays side by side, and is named."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace

from core.blth import Blth
from core.ledger.entries import Disagreement, MonthLine, Provenance, StoredStatement
from core.models import Reading
from core.statements.statement import Month, Statement

AMOUNTS = ("wage", "rapel", "employer", "worker", "pension_employer", "pension_worker")
COMPARED = ("wage", "employer", "worker", "pension_employer", "pension_worker")
SUMS = ("opening", "growth", "dues", "growth_on_dues", "taken", "closing")
_DETAILS = tuple(field.name for field in fields(Month) if field.name not in ("blth", "off_rate"))

Told = tuple[int, Provenance]


def same_card(kpj: str | None) -> str | None:
    """A card's number as it is compared: without the spaces and dots it may be printed with."""
    return "".join(filter(str.isalnum, kpj)) if kpj else None


def month_lines(statements: Sequence[StoredStatement]) -> list[MonthLine]:
    """All contributions told, by month, card, payment and posting. Lines of two statements that contradict each other in
    nothing are one line, which knows what either of them knows; two lines of one statement are two payments."""
    found: defaultdict[tuple[Blth, str | None], list[MonthLine]] = defaultdict(list)
    for stored in statements:
        statement = stored.statement
        for month in statement.months:
            lines = found[month.blth, same_card(statement.kpj)]
            for number, line in enumerate(lines):
                by_another = all(told.statement_id != stored.id for told in line.told_by)
                if by_another and _agree(line.month, month):
                    lines[number] = replace(line, month=_joined(line.month, month), told_by=(*line.told_by, stored.provenance))
                    break
            else:
                lines.append(MonthLine(month, statement.kpj, statement.npp, statement.company, (stored.provenance,)))
    return sorted((line for lines in found.values() for line in lines), key=_place)


def disagreements(statements: Sequence[StoredStatement], readings: Sequence[Reading] = ()) -> list[Disagreement]:
    """What two sources tell differently: months, the sums of a year, an opening that is not the last closing, the balance of a
    card on one day. Only what both tell is compared; a later payment for a month in another year's statement is no contradiction."""
    return [*_months(statements), *_years(statements), *_carried_over(statements), *_balances(statements, readings)]


def _agree(one: Month, other: Month) -> bool:
    pairs = [(getattr(one, name), getattr(other, name)) for name in _DETAILS]
    told = [name for name in AMOUNTS if getattr(one, name) is not None and getattr(other, name) is not None]
    return bool(told) and all(a == b for a, b in pairs if a is not None and b is not None)


def _joined(one: Month, other: Month) -> Month:
    known = {name: getattr(other, name) for name in _DETAILS if getattr(one, name) is None}
    return replace(one, **known, off_rate=one.off_rate or other.off_rate)


def _place(line: MonthLine) -> tuple[Blth, str, dt.date, dt.date]:
    month = line.month
    return month.blth, line.kpj or "", month.paid or dt.date.max, month.posted or dt.date.max


def _months(statements: Sequence[StoredStatement]) -> Iterable[Disagreement]:
    told: defaultdict[tuple[Blth, str | None], list[tuple[StoredStatement, list[Month]]]] = defaultdict(list)
    for stored in statements:
        of_month: defaultdict[Blth, list[Month]] = defaultdict(list)
        for month in stored.statement.months:
            of_month[month.blth].append(month)
        for blth, months in of_month.items():
            told[blth, same_card(stored.statement.kpj)].append((stored, months))
    for (blth, kpj), tellers in sorted(told.items(), key=lambda item: (item[0][0], item[0][1] or "")):
        for name in COMPARED:
            sums = [(s.statement.year, total, s.provenance) for s, months in tellers if (total := _sum(months, name)) is not None]
            years: list[int | None] = [*sorted({year for year, _, _ in sums if year})] or [None]
            for year in years:
                comparable = [(total, where) for other, total, where in sums if other in (year, None)]
                yield from _differing(kpj, blth, name, comparable)


def _sum(months: list[Month], name: str) -> int | None:
    values: list[int] = [value for month in months if (value := getattr(month, name)) is not None]
    if not values:
        return None
    return max(values) if name == "wage" else sum(values)  # instalments of one month name the same wage


def _years(statements: Sequence[StoredStatement]) -> Iterable[Disagreement]:
    for (year, kpj), group in _grouped(statements, lambda s: (s.year, same_card(s.kpj)) if s.year else None):
        for name in SUMS:
            told = [(value, s.provenance) for s in group if (value := getattr(s.statement, name)) is not None]
            yield from _differing(kpj, year, name, told)


def _carried_over(statements: Sequence[StoredStatement]) -> Iterable[Disagreement]:
    by_year = dict(_grouped(statements, lambda s: (s.year, same_card(s.kpj)) if s.year else None))
    for (year, kpj), group in by_year.items():
        before = [
            (s.statement.closing, s.provenance) for s in by_year.get((year - 1, kpj), ()) if s.statement.closing is not None
        ]
        after = [(s.statement.opening, s.provenance) for s in group if s.statement.opening is not None]
        if before and after and not {value for value, _ in before} & {value for value, _ in after}:
            yield Disagreement(kpj, year, "carried_over", (before[-1], after[-1]))


def _balances(statements: Sequence[StoredStatement], readings: Sequence[Reading]) -> Iterable[Disagreement]:
    """A card's balance on one day, as the sources themselves name the day."""
    told: defaultdict[tuple[dt.date, str], list[Told]] = defaultdict(list)
    for reading in readings:
        day = reading.balance.as_of
        for card in reading.balance.cards:
            kpj = same_card(card.kpj)
            if day is not None and kpj is not None:
                where = Provenance(reading.source, reading.checked_at, reading.import_id, reading_id=reading.id)
                told[day, kpj].append((card.balance, where))
    yearly = {
        (stored.statement.year, same_card(stored.statement.kpj), stored.provenance.import_id)
        for stored in statements
        if stored.statement.year
    }
    for (day, kpj), values in sorted(told.items()):
        is_year_end = (day.month, day.day) == (12, 31)
        if is_year_end and all((day.year, kpj, where.import_id) in yearly for _, where in values):
            continue  # two closings of one year: told as such already
        yield from _differing(kpj, day, "balance", values)


def _grouped(
    statements: Sequence[StoredStatement], key: Callable[[Statement], tuple[int, str | None] | None]
) -> list[tuple[tuple[int, str | None], list[StoredStatement]]]:
    groups: defaultdict[tuple[int, str | None], list[StoredStatement]] = defaultdict(list)
    for stored in statements:
        found = key(stored.statement)
        if found is not None:
            groups[found].append(stored)
    return sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] or ""))


def _differing(kpj: str | None, when: Blth | int | dt.date, field: str, told: list[Told]) -> Iterable[Disagreement]:
    """One disagreement with each value once, told by whom it was told last; nothing if all agree."""
    last = dict(told)
    if len(last) > 1:
        yield Disagreement(kpj, when, field, tuple(last.items()))
