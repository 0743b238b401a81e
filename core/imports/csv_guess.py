"""What a list says about itself: its header, its columns, its styles. Only what is certain; the rest stays open and is asked for."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from core.imports.csv_cells import (
    NotThat,
    Unsettled,
    amount_of,
    date_of,
    date_order,
    holds,
    kpj_of,
    month_of,
    number_style,
    words,
)
from core.imports.csv_map import ALLOWED, FIGURES, NEEDED, CsvMap, Form, Numbers, Role
from core.imports.csv_table import Row, Table

DATES = (Role.DATE, Role.PAID, Role.POSTED)
AMOUNTS = (Role.AMOUNT, Role.EMPLOYER, Role.WORKER, Role.WAGE, Role.RAPEL)
_READERS: dict[Role, Callable[[str], object]] = {
    Role.KPJ: kpj_of,
    Role.BLTH: month_of,
    **dict.fromkeys(DATES, partial(date_of, order=None)),
    **dict.fromkeys(AMOUNTS, partial(amount_of, numbers=None)),
}


@dataclass(frozen=True, slots=True)
class Guess:
    """A table and what is settled about it; `missing` names what has to be asked ("form", "dates", "numbers", "separator", a role)."""

    table: Table
    map: CsvMap
    missing: tuple[str, ...]

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows below the header."""
        return self.table.rows[1:] if self.map.header else self.table.rows

    def texts(self, *roles: Role) -> list[str]:
        """The cells of the columns with these roles that hold anything."""
        columns = [column for role in roles if (column := self.map.column(role)) is not None]
        return [text for row in self.body for column in columns if (text := row.cell(column))]


def guess(tables: list[Table], given: CsvMap) -> Guess:
    """The reading in which the least is open; if two separators leave equally little open and differ, the separator is asked for."""
    guesses = [_complete(table, given) for table in tables]
    guesses.sort(key=lambda found: len(found.missing))
    best = guesses[0]
    rivals = [other for other in guesses[1:] if len(other.missing) == len(best.missing)]
    if rivals:
        return replace(best, missing=("separator", *best.missing), map=replace(best.map, separator=None))
    return best


def _complete(table: Table, given: CsvMap) -> Guess:
    first = table.rows[0]
    header = given.header if given.header is not None else _is_header(first, table.rows[1:])
    columns = given.columns or (_by_header(first, table.rows[1:]) if header else _by_cells(table))
    columns = tuple((role, index) for role, index in columns if index < table.width)
    form = given.form or _form(dict(columns))
    if form is not None:
        columns = tuple((role, index) for role, index in columns if role in ALLOWED[form])
    settled = replace(given, form=form, columns=columns, separator=table.separator, header=header)
    found = Guess(table, settled, ())
    settled = replace(
        settled,
        dates=settled.dates or date_order(found.texts(*DATES)),
        numbers=settled.numbers or _numbers(found.texts(*AMOUNTS)),
    )
    found = Guess(table, settled, ())
    return replace(found, missing=tuple(_missing(found)))


def _missing(found: Guess) -> list[str]:
    settled, roles = found.map, {role for role, _ in found.map.columns}
    missing: list[str] = []
    if settled.form is None:
        missing.append("form")
    else:
        missing += [role for role in NEEDED[settled.form] if role not in roles]
        if settled.form is Form.MONTHS and not roles & set(FIGURES):
            missing.append("figures")
    if any(_unsettled(partial(date_of, order=settled.dates), text) for text in found.texts(*DATES)):
        missing.append("dates")
    amounts = found.texts(*AMOUNTS)
    if any(_unsettled(partial(amount_of, numbers=settled.numbers), text) for text in amounts) or _contradict(
        amounts, settled.numbers
    ):
        missing.append("numbers")
    return missing


def _is_header(first: Row, rest: tuple[Row, ...]) -> bool:
    """A first row is a header if no cell of it is a figure, a date or a month, and one has letters."""
    figures = any(cell and any(holds(read, cell) for read in _READERS.values()) for cell in first.cells)
    return bool(rest) and not figures and any(letter.isalpha() for cell in first.cells for letter in cell)


def _by_header(first: Row, rest: tuple[Row, ...]) -> tuple[tuple[Role, int], ...]:
    """Roles by the headers' words, where a word is known, only one column has it, and its cells fit."""
    known = words()[0]
    found: dict[Role, list[int]] = {}
    for index, cell in enumerate(first.cells):
        word = known.get(_plain(cell))
        if word is None:
            continue
        role = Role(word)
        if any(row.cell(index) and holds(_READERS[role], row.cell(index)) for row in rest):
            found.setdefault(role, []).append(index)
    return tuple((role, found[role][0]) for role in Role if len(found.get(role, ())) == 1)


def _by_cells(table: Table) -> tuple[tuple[Role, int], ...]:
    """A list without a header explains itself in one case only: two columns, dates and then amounts that are no months."""
    if table.width != 2:
        return ()
    first, second = ([row.cell(index) for row in table.rows] for index in (0, 1))
    if all(holds(_READERS[Role.DATE], text) for text in first) and all(holds(_READERS[Role.AMOUNT], text) for text in second):
        return ((Role.DATE, 0), (Role.AMOUNT, 1))
    return ()


def _form(columns: dict[Role, int]) -> Form | None:
    balances = Role.DATE in columns and Role.AMOUNT in columns
    months = Role.BLTH in columns and any(role in columns for role in FIGURES)
    if balances == months:
        return None
    return Form.BALANCES if balances else Form.MONTHS


def _numbers(texts: list[str]) -> Numbers | None:
    try:
        return number_style(texts)
    except NotThat:
        return None


def _contradict(texts: list[str], settled: Numbers | None) -> bool:
    """Whether no one style fits all of these amounts, each of which may have one meaning by itself: 48.731.902,00 and 48,731,902.00."""
    amounts = [text for text in texts if holds(_READERS[Role.AMOUNT], text)]
    fits = [style for style in Numbers if all(holds(partial(amount_of, numbers=style), text) for text in amounts)]
    return settled is None and not fits


def _unsettled(read: Callable[[str], object], text: str) -> bool:
    try:
        read(text)
    except Unsettled:
        return True
    except NotThat:
        return False
    return False


def _plain(header: str) -> str:
    """Lower case, letters and digits only, single spaces; what stands in brackets ("Saldo (Rp)") left out."""
    text = re.sub(r"\([^)]*\)", " ", header.casefold())
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text).split())
