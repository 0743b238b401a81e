"""Cards in groups: a row names a company and prints the sum of its cards, and the cards follow below it."""

from __future__ import annotations

from core.portal.figures.facts import Page
from core.portal.figures.labels import NO_LABEL, Kind, Label
from core.portal.figures.records import Records
from core.portal.figures.shapes import Row, cells_of, text_at
from core.portal.figures.values import State
from core.portal.figures.years import amount, closing_amount


def ungrouped(records: Records, body: list[Row]) -> list[tuple[Row, str]]:
    """The rows of a table, each with the name its group's head gives it; the heads are left out.

    A head is only what proves to be one: the first row is one, and each prints what the cards up to the next add up to. Where this
    does not hold, all rows are left as they are.
    """
    plain = [(row, "") for row in body]
    numbers = records.head.columns(Kind.KPJ)
    if not numbers or len(records.balance) != 1:
        return plain
    page, (at,) = records.page, records.balance
    companies = records.head.columns(Kind.COMPANY)
    out: list[tuple[Row, str]] = []
    name, printed, summed = "", None, None
    for row in body:
        sen = amount(page, row[at]) if at < len(row) else None
        if page.values.kpj(text_at(row, numbers[0])) is not None:
            if printed is None or sen is None or any(text_at(row, column) not in ("", name) for column in companies):
                return plain
            summed = (summed or 0) + sen
            out.append((row, name))
        elif _is_total(page, row):
            out.append((row, ""))
        elif sen is None or summed != printed:
            return plain
        else:
            name, printed, summed = cells_of(row)[0].text, sen, None
    return out if printed is not None and summed == printed else plain


def subtotals_hold(records: Records, body: list[Row]) -> bool:
    """Whether every row that calls itself a subtotal prints what cards beside it add up to: those above it since the last one, those
    below it up to the next one, or all above it. Rows of which that cannot be said hold nothing against the page."""
    if len(records.balance) != 1:
        return True
    page, (at,) = records.page, records.balance
    parts: list[list[int]] = [[]]
    printed: list[int] = []
    for row in body:
        sen = closing_amount(page, row[at]) if at < len(row) else None
        if "subtotal" in _first(page, row).families:
            if sen is None:
                return True
            printed.append(sen)
            parts.append([])
        elif not _first(page, row).total:
            if sen is None:
                return True
            parts[-1].append(sen)
    above = [sum(sum(part) for part in parts[: place + 1]) for place in range(len(printed))]
    return all(sen in (sum(parts[place]), sum(parts[place + 1]), above[place]) for place, sen in enumerate(printed))


def _first(page: Page, row: Row) -> Label:
    return next((page.labels.of(cell.text) for cell in cells_of(row) if page.values.state(cell.text) is State.TEXT), NO_LABEL)


def _is_total(page: Page, row: Row) -> bool:
    return _first(page, row).total
