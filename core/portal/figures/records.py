"""Headers above: each row is a card, a program or the total, read by its columns."""

from __future__ import annotations

import re

from core.portal.blocks import Cell, Line
from core.portal.figures.facts import Context, Scope, with_program
from core.portal.figures.heads import Head
from core.portal.figures.labels import MONEY_KINDS, NO_LABEL, Kind, Label, Program
from core.portal.figures.pairs import Pairs
from core.portal.figures.shapes import Row, cells_of, text_at
from core.portal.figures.tokens import ATTRIBUTES
from core.portal.figures.values import State, find_amounts

_WORDED = (Kind.COMPANY, Kind.SEGMENT, Kind.STATUS, Kind.PERSON)
_CHECKED = frozenset([Kind.KPJ, *_WORDED, Kind.OTHER, Kind.MONTH, Kind.YEAR, *MONEY_KINDS])
_CURRENCY = re.compile(r"\(?(?:rp|idr)", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,9}){1,6}")


def balance_columns(head: Head) -> list[int]:
    """The columns that hold the balance: JHT's where others stand beside it, the closing one, the latest one."""
    columns = [column for column in head.columns(Kind.BALANCE) if not head.at(column).unreal]
    programs = {head.at(column).program for column in columns}
    if {Program.FOREIGN, Program.JHT} <= programs:
        columns = [column for column in columns if head.at(column).program is Program.JHT]  # "Total Saldo" beside them adds both
    else:
        columns = [column for column in columns if head.at(column).program is not Program.FOREIGN]
    if any(head.at(column).sums for column in columns):
        columns = [column for column in columns if head.at(column).sums]
    elif any(head.at(column).closing for column in columns):
        columns = [column for column in columns if head.at(column).closing]
    return _latest(head, columns)


def _latest(head: Head, columns: list[int]) -> list[int]:
    """Of the same balance at several moments, the last; all of them where they are not so told apart."""
    if len(columns) < 2:
        return columns
    years = {column: year for column in columns if (year := head.at(column).year) is not None}
    dates = {column: date for column in columns if (date := head.at(column).date) is not None}
    if len(set(years.values())) == len(columns):
        return [max(years, key=lambda column: years[column])]
    if len(set(dates.values())) == len(columns):
        return [max(dates, key=lambda column: dates[column])]
    return columns


class Records:
    """Reads the rows of one table under one header."""

    def __init__(self, pairs: Pairs, head: Head, balance: list[int], context: Context, scope: Scope) -> None:
        self.pairs = pairs
        self.page = pairs.page
        self.head = head
        self.balance = balance
        self.context = context
        self.scope = scope
        self._kinds = [label.kind for label in head.labels]
        self._taken: dict[Cell, Scope] = {}

    def running(self, body: list[Row]) -> bool:
        """Whether the balance column only runs along a history of transactions or months."""
        if not self.head.columns(Kind.MONTH) or len(body) < 2:
            return False
        cards = self.head.columns(Kind.KPJ)
        seen = [text for row in body if cards and (text := text_at(row, cards[0]))]
        return not cards or len(set(seen)) < len(seen)

    def read(self, row: Row, group: str = "") -> None:
        """One row as one card, one program, or the total. `group`: the company that a row above names for several."""
        page, head = self.page, self.head
        record = Scope(self.scope)
        words = [cell.text for cell in cells_of(row)]
        first = next((page.labels.of(text) for text in words if page.values.state(text) is State.TEXT), NO_LABEL)
        has_kpj, program = self._attributes(row, record)
        if page.values.is_company(group):
            page.attribute(Kind.COMPANY, group, record)
        if "subtotal" in first.families or (not has_kpj and (first.unreal or _names_a_part(first))):
            return
        total = first.total and not has_kpj
        if not total:
            page.misaligned = page.misaligned or not self.fits(row)
            page.names.update(text for at in head.columns(Kind.PERSON) if has_kpj and (text := text_at(row, at)))
        else:
            page.hear(first.text, first)
        lone = self._lone_amount(row) if total else None
        for column in self.balance:
            cell = row[column] if column < len(row) else None
            if total and lone is not None and (cell is None or page.values.state(cell.text) is not State.AMOUNT):
                cell = lone
            if cell is None:
                continue
            if cell.rowspan > 1 and self._taken.setdefault(cell, record) is not record:
                page.misaligned = True  # one figure beside several cards: whose is it?
            label = head.at(column)
            if program is not None:
                label = label._replace(program=program)
            self.cell(with_program(label, first) if total else label._replace(total=False), cell, record, words)

    def _attributes(self, row: Row, record: Scope) -> tuple[bool, Program | None]:
        """Take down what the other columns say of the card. Answers whether its number is there, and the program a cell names."""
        page = self.page
        has_kpj = False
        program: Program | None = None
        for column, cell in enumerate(row):
            if cell is None or not cell.text or column in self.balance or (column and row[column - 1] is cell):
                continue
            kind = self.head.at(column).kind
            state = page.values.state(cell.text)
            if kind in ATTRIBUTES:
                taken = page.labelled(self.head.at(column), cell.text, record)
                has_kpj = has_kpj or (taken and kind is Kind.KPJ)
                if taken and kind in (Kind.COMPANY, Kind.KPJ):
                    self._second_line(cell, record)
            elif state in (State.TEXT, State.OTHER):
                self.pairs.lines.note(cell.text, record)
            said = page.labels.of(cell.text)
            if said.program is not None and (said.kind is Kind.PROGRAM or (kind not in ATTRIBUTES and state is State.TEXT)):
                program = said.program if said.kind is Kind.PROGRAM or program is None else program
        return has_kpj, program

    def _second_line(self, cell: Cell, record: Scope) -> None:
        """A second line in a company's or a card's cell often holds the NPP or the segment."""
        for item in cell.box.items if cell.box is not None else []:
            if isinstance(item, Line) and item.text != cell.text:
                self.pairs.line(item, self.context, record)

    def _lone_amount(self, row: Row) -> Cell | None:
        """The only amount of a total's row that does not stand under its column, where no other column could be meant."""
        amounts = [cell for cell in cells_of(row) if self.page.values.state(cell.text) is State.AMOUNT]
        others = [column for column in self.head.columns(*MONEY_KINDS) if column not in self.balance]
        return amounts.pop() if len(amounts) == 1 and not others else None

    def fits(self, row: Row) -> bool:
        """Whether every cell of a row is what its column's header calls it; a missing or an extra cell shifts the others."""
        values, width = self.page.values, len(self._kinds)
        if len(row) < width and values.state(row[-1].text if row[-1] is not None else "") is State.AMOUNT:
            return False
        for column, cell in enumerate(row):
            if cell is None or not cell.text or (column and row[column - 1] is cell):
                continue
            if column >= width:
                if values.state(cell.text) is State.AMOUNT or find_amounts(cell.text):
                    return False
                continue
            kind = self._kinds[column]
            if kind not in _CHECKED:
                continue
            state = values.state(cell.text)
            if kind is Kind.KPJ:
                wrong = values.kpj(cell.text) is None and state is not State.MISSING
            elif kind in _WORDED:
                wrong = state is State.AMOUNT or bool(values.bare_kpjs(cell.text))
            elif kind is Kind.OTHER:
                wrong = state is State.AMOUNT and _CURRENCY.match(cell.text) is not None
            elif kind in (Kind.MONTH, Kind.YEAR):
                wrong = state is State.AMOUNT and not cell.text.isdecimal()
            elif state is State.OTHER:
                wrong = len(cell.text) > 8
            else:
                wrong = state is State.TEXT and values.is_company(cell.text)
            if wrong:
                return False
        return True

    def cell(self, label: Label, cell: Cell, scope: Scope, words: list[str]) -> None:
        """Take down the figure of a cell: a lone amount, or the one amount of a cell with a note."""
        page = self.page
        state, text = page.values.state(cell.text), cell.text
        if state is State.TEXT:
            found = find_amounts(cell.text)
            only = found.pop() if len(found) == 1 else None
            said = page.labels.of(cell.text[: only.begin].strip()) if only is not None else NO_LABEL
            if only is not None and said.kind is Kind.TOTAL and only.end == len(cell.text):
                state, text, label = State.AMOUNT, only.text, with_program(label, said)
            elif only is not None and not only.begin:
                state, text = State.AMOUNT, only.text
                note = page.labels.of(cell.text[only.end :].strip())
                if note.unreal:
                    return
                if note.date is not None:
                    page.dates.append(note.date)
        if state is State.TEXT or state is State.OTHER:
            page.dropped.add("figure_unreadable")
            if not _DIGITS.fullmatch(cell.text):
                return
            state = State.BROKEN  # `15.050.00` under a balance's words
        row = " | ".join(f"\x01{word}\x02" if word == cell.text else word for word in words)
        page.figure(label, state, text, cell.element, scope, self.context, f"{label.text} | {row}")


def _names_a_part(label: Label) -> bool:
    """Whether a row's own words make it a part of a statement: "Saldo Awal", "Iuran"."""
    return label.kind in MONEY_KINDS and label.kind not in (Kind.BALANCE, Kind.TOTAL)
