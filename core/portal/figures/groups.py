"""Cards in groups: a row names a company and prints the sum of its cards, and the cards follow below it."""

from __future__ import annotations

from core.portal.figures.facts import Page
from core.portal.figures.labels import Kind
from core.portal.figures.records import Records
from core.portal.figures.shapes import Row, cells_of, text_at
from core.portal.figures.values import State
from core.portal.figures.years import amount


def ungrouped(records: Records, body: list[Row]) -> list[tuple[Row, str]]:
    """The rows of a table, each with the name its group's head gives it; the heads are left out.

    A head is only what proves to be one: the first row is one, and each prints what the cards up to the next add up to. Where this
    does not hold, all rows are left as they are.
    """
    plain = [(row, "") for row in body]
    numbers = records.head.columns(Kind.KPJ)
    if not numbers or len(records.balance) != 1:
        return plain
    page, at = records.page, records.balance[0]
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


def _is_total(page: Page, row: Row) -> bool:
    first = next((cell.text for cell in cells_of(row) if page.values.state(cell.text) is State.TEXT), "")
    return page.labels.of(first).total
