"""What a table holds once it is read, and the sums of its columns."""

from __future__ import annotations

from dataclasses import dataclass, field

from core.statements.columns import Column
from core.statements.lines import Line
from core.statements.statement import Month


@dataclass(slots=True)
class Sums:
    """Amounts by column, in sen, and how many months stood above them."""

    amounts: dict[Column, int]
    months: int
    line: Line


@dataclass(slots=True)
class Table:
    """The whole table, over all pages of one card."""

    months: list[Month] = field(default_factory=list)
    both: list[tuple[int | None, int | None]] = field(default_factory=list)  # JHT and JP dues printed as one amount, a month each
    carried: list[dict[Column, int]] = field(default_factory=list)
    sums: list[Sums] = field(default_factory=list)
    columns: set[Column] = field(default_factory=set)


def is_so_far(table: Table, amounts: dict[Column, int], months: int) -> bool:
    """Whether amounts carried in on a later page are the sums of all that stood on the pages before it."""
    return (
        bool(amounts)
        and Column.ALL not in amounts
        and all(amount == column_sum(table, column, 0, months, carried=True) for column, amount in amounts.items())
    )


def column_sum(table: Table, column: Column, begin: int, end: int, *, carried: bool) -> int:
    """The sum of a column's months from `begin` up to `end`, with what was carried in, in sen."""
    extra = sum(row.get(column, 0) for row in table.carried) if carried else 0
    return sum(cell or 0 for cell in cells_of(table, column)[begin:end]) + extra


def cells_of(table: Table, column: Column) -> list[int | None]:
    """A column's cells, a month each, in sen."""
    if column is Column.BOTH:
        return [_both(both, m.employer, m.worker) for m, (both, _) in zip(table.months, table.both, strict=True)]
    if column is Column.PENSION_BOTH:
        return [_both(both, m.pension_employer, m.pension_worker) for m, (_, both) in zip(table.months, table.both, strict=True)]
    return [getattr(month, column.value) for month in table.months]


def _both(both: int | None, employer: int | None, worker: int | None) -> int | None:
    if both is not None or (employer is None and worker is None):
        return both
    return (employer or 0) + (worker or 0)
