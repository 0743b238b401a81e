"""Headers beside the values: label and value in one row, cards as columns, lists of words and amounts."""

from __future__ import annotations

from core.portal.blocks import Box, Cell, Line, Table
from core.portal.figures.facts import Context, Scope, with_program
from core.portal.figures.heads import Head
from core.portal.figures.labels import KNOWN, MONEY_KINDS, Kind, Label
from core.portal.figures.pairs import Pairs
from core.portal.figures.records import Records
from core.portal.figures.shapes import Row, cells_of, text_at
from core.portal.figures.tokens import ATTRIBUTES, CURRENCIES, Token, What, with_currency
from core.portal.figures.values import State


class Beside:
    """Reads the rows of one table whose header, if it has one, names no balance."""

    def __init__(self, pairs: Pairs, table: Table, context: Context, scope: Scope) -> None:
        self.pairs = pairs
        self.page = pairs.page
        self.table = table
        self.context = context
        self.scope = scope

    def under(self, head: Head, body: list[Row]) -> bool:
        """A header above that names no balance (`Uraian | Nominal`): then the words beside each amount may."""
        page = self.page
        balances = any(page.labels.of(text_at(row, 0)).kind is Kind.BALANCE for row in body[:50])
        if head.columns(Kind.CONTRIBUTION) and not balances:
            return True
        found = False
        columns: dict[int, Scope] = {}
        for row in body:
            found = self._list_row(head, row, columns) or found
        for column, place in columns.items():
            self.pairs.lines.note(head.at(column).text, place)
        return found

    def _list_row(self, head: Head, row: Row, columns: dict[int, Scope]) -> bool:
        """One row of words and amounts; each amount is labelled by the words last before it, completed by its column's header."""
        page = self.page
        found = False
        beside: Label | None = None
        said = cells_of(row)
        wide = len(said) > 2 and len(head.labels) > 2
        if wide and len(row) != len(head.labels) and any(page.labels.of(cell.text).kind is Kind.BALANCE for cell in said):
            page.misaligned = True
        if page.values.state(said[0].text) is State.AMOUNT and any(page.labels.of(one.text).kind is Kind.BALANCE for one in said):
            page.misaligned = True  # an amount before all words
        for cell in said:
            column = row.index(cell)
            top, label = head.at(column), page.labels.of(cell.text)
            is_text = page.values.state(cell.text) is State.TEXT
            is_words = is_text and (beside is None or not page.is_value(cell.text))
            if is_words and (beside is None or beside.kind not in ATTRIBUTES or label.kind in KNOWN):
                beside = label
                continue
            if beside is None or (top.kind in MONEY_KINDS and top.kind not in (Kind.TOTAL, Kind.BALANCE)):
                continue
            found = found or beside.kind is Kind.BALANCE or beside.kind in ATTRIBUTES
            place = columns.setdefault(column, Scope(self.scope, column=True)) if wide or is_text else self.scope
            self._value(with_program(beside, top) if beside.kind in MONEY_KINDS else beside, cell, place)
        return found

    def _value(self, label: Label, cell: Cell, scope: Scope) -> None:
        if label.kind in ATTRIBUTES:
            self.page.labelled(label, cell.text, scope)
        elif label.kind in MONEY_KINDS and label.strange == 0 and self.page.values.state(cell.text) is not State.OTHER:
            Records(self.pairs, Head(), [], self.context, scope).cell(label, cell, scope, [cell.text])

    def read(self, body: list[Row]) -> Token | None:
        """No header row: each row is a run of labels and values; or of one label and the values of several cards."""
        if self._cards_as_columns(body):
            return self._done()
        if any(self._names_cards(row) for row in body):
            self.page.misaligned = True
        tokens: list[Token] = []
        for row in body:
            cells = [cell for cell in cells_of(row) if cell.text not in (":", "=") and cell.text.casefold() not in CURRENCIES]
            tokens.extend(self._row(cells))
        if any(token.what is What.DONE for token in tokens) and not any(token.what is What.VALUE for token in tokens):
            return self._done()
        result = self.pairs.runs.run(tokens, self.context, self.scope, Box(self.table.element, "table"))
        return result if result.what is What.DONE else None

    def _done(self) -> Token:
        return Token(What.DONE, "", self.table.element, self.scope)

    def _row(self, cells: list[Cell]) -> list[Token]:
        """One row. What it leaves open is not settled by another row, unless it is a single cell."""
        named = len(cells) > 2 and any(self.page.values.bare_kpjs(cell.text) for cell in cells)
        record = Scope(self.scope) if named else self.scope
        said = len(self.page.attributes)
        run = with_currency([token for cell in cells if (token := self._token(cell, record)) is not None])
        if len(run) < 2:
            return run
        if named:
            self.pairs.by_card(run, self.context, said)
        result = self.pairs.runs.run(run, self.context, record, Box(cells[0].element, "tr"))
        result.what = What.DONE
        return [result]

    def _token(self, cell: Cell, scope: Scope) -> Token | None:
        if cell.box is None:
            token = self.pairs.line(Line(cell.text, cell.element, cell.link), self.context, scope)
        else:
            token = self.pairs.box(cell.box, self.context, scope)
        if token is None or (token.what is What.TEXT and not token.text):
            return None
        token.term = token.term or (cell.head and token.what in (What.LABEL, What.TEXT))
        return token

    def _cards_as_columns(self, body: list[Row]) -> bool:
        """`KPJ | 1 | 2`, `Saldo JHT | Rp 1 | Rp 2`: every column is a card, or the total."""
        labels = self.page.labels
        labelled = [row for row in body if labels.of(text_at(row, 0)).kind in KNOWN and sum(map(bool, _values(row))) >= 2]
        if len(labelled) < 2 or len(labelled) * 2 < len(body) or any(text_at(row, 1) in (":", "=") for row in labelled):
            return False
        if any(self._is_label(text) for row in labelled for text in _values(row)):
            return False
        if len({len(row) for row in labelled}) > 1 or any(self._spans(row) for row in labelled):
            self.page.misaligned = True  # a figure that spans several cards is none of theirs
        columns = [Scope(self.scope) for _ in range(max(map(len, body)))]
        totals = {at for row in body for at, text in enumerate(_values(row), 1) if labels.of(text).total}
        for row in body:
            label = labels.of(text_at(row, 0))
            for at in range(1, len(row)):
                cell = row[at]
                if cell is not None and cell.text and not (at in totals and label.kind in ATTRIBUTES):
                    self._value(with_program(label, labels.of("total")) if at in totals else label, cell, columns[at])
        return True

    def _spans(self, row: Row) -> bool:
        """Whether a row of amounts has one cell for several columns."""
        said = [cell for cell in row if cell is not None and cell.text]
        return len(cells_of(row)) < len(said) and self.page.labels.of(text_at(row, 0)).kind in MONEY_KINDS

    def _names_cards(self, row: Row) -> bool:
        """Whether a row names several cards, as the head of columns that could not be read."""
        cards = {kpj for text in _values(row) for kpj in self.page.values.bare_kpjs(text)}
        return len(cards) > 1 and self.page.labels.of(text_at(row, 0)).kind is Kind.KPJ

    def _is_label(self, text: str) -> bool:
        label = self.page.labels.of(text)
        return label.kind in KNOWN and not label.total and not self.page.is_value(text)


def _values(row: Row) -> list[str]:
    return [text_at(row, at) for at in range(1, len(row))]
