"""The table of a statement: its months, what was carried in, and the sums under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

from core import money
from core.statements.columns import MONEY, SUMMED, Column, Leaf, assign
from core.statements.header import leaves_of
from core.statements.lines import Line
from core.statements.statement import Month
from core.statements.summary import Unclear
from core.statements.tokens import May, Token, date_of, month_of, tokens_of
from core.statements.totals import Sums, Table, is_so_far
from core.statements.words import StatementWords, families

_LEAST_COLUMNS: Final = 3
_DUES: Final = frozenset((Column.EMPLOYER, Column.WORKER, Column.BOTH))


def is_header(line: Line, words: StatementWords) -> bool:
    """Whether a line names columns: three or more, among them a month or a payment, and no amounts."""
    tokens = tokens_of(line)
    if ":" in line.text or any(May.AMOUNT in token.may and not token.plain for token in tokens):
        return False
    found = set(families(words.column, line.text))
    return (
        len(found - {"filler", "date"}) >= _LEAST_COLUMNS
        and bool(found & {"blth", "paid", "posted"})
        and bool(found & {"wage", "rapel", "employer", "worker", "dues", "jht", "jp"})
    )


def is_header_part(line: Line, words: StatementWords) -> bool:
    """Whether a line may be a part of a header that is several lines high: nearly all of its words are words of columns."""
    tokens = tokens_of(line)
    if any(not token.plain and (May.AMOUNT in token.may or May.DATE in token.may or May.MONTH in token.may) for token in tokens):
        return False
    texts = [token.text for token in tokens if May.TEXT in token.may and any(letter.isalpha() for letter in token.text)]
    texts = [text for text in texts if len(text) > 1]  # "No" in a cell of one letter's width is an N over an o
    known = [text for text in texts if families(words.column, text) or text.casefold().strip("*:.()") in _PARTS]
    return bool(texts) and len(known) * 4 >= len(texts) * 3 and not line.text.rstrip().endswith(":")


_PARTS: Final = frozenset("bl th iur kerja pemberi pemb tenaga bln thn setor posting untuk tgl no".split())


def is_month(tokens: Sequence[Token]) -> bool:
    """Whether a line is one month of a table: no words at its beginning, one month, and amounts."""
    if not tokens or tokens[0].may is May.TEXT:
        return False
    months = [token for token in tokens if May.MONTH in token.may and (May.AMOUNT not in token.may or token.plain)]
    amounts = [token for token in tokens if token.may & (May.AMOUNT | May.DASH)]
    return bool(months) and len(amounts) >= 1 and sum(token.may is May.TEXT for token in tokens) <= 1


def is_broken_month(tokens: Sequence[Token]) -> bool:
    """Whether a line looks like a month of a table whose amounts cannot be read: dates and months, and figures that are no amounts."""
    if not tokens or tokens[0].may is May.TEXT:
        return False
    times = [token for token in tokens if token.may & (May.DATE | May.MONTH)]
    return bool(times) and has_broken(tokens)


def has_broken(tokens: Sequence[Token]) -> bool:
    """Whether one of these pieces looks like an amount that cannot be read."""
    return any(May.BROKEN in token.may for token in tokens)


def counts_columns(tokens: Sequence[Token]) -> bool:
    """Whether a line only numbers the columns: 1 2 3 4 or (1) (2) (3) (4)."""
    numbers = [token.text.strip("().") for token in tokens]
    return len(numbers) >= _LEAST_COLUMNS and numbers == [str(number) for number in range(1, len(numbers) + 1)]


@dataclass(slots=True)
class Part:
    """The lines of the table under one header."""

    header: list[Line]
    rows: list[tuple[Line, Sequence[Token]]] = field(default_factory=list)
    carried: list[tuple[Line, Sequence[Token]]] = field(default_factory=list)
    sums: list[tuple[Line, Sequence[Token], int]] = field(default_factory=list)


def read_table(parts: Sequence[Part], style: money.NumberStyle, words: StatementWords) -> Table:
    """The table from its parts. Raises Unclear where a row cannot be read with certainty."""
    table = Table()
    for part in parts:
        if not part.rows and not part.sums and not part.carried:
            continue
        _read_part(table, part, style, words)
    return table


def _read_part(table: Table, part: Part, style: money.NumberStyle, words: StatementWords) -> None:
    before = len(table.months)
    if any(has_broken(tokens) for tokens in (*(row[1] for row in part.rows), *(row[1] for row in part.carried))):
        raise Unclear("row_unclear")
    if any(has_broken(tokens) for _, tokens, _ in part.sums):
        raise Unclear("row_unclear")
    cells, leaves = _columns_of(part, words)
    table.columns |= {leaf.column for leaf in leaves}
    dues = {leaf.column for leaf in leaves} & _DUES
    for row in cells:
        if dues and not dues & row.keys():
            raise Unclear("row_unclear")  # a month without any dues, where months have them: what is left of a broken line
        _add_month(table, row, style)
    places = _places(part, cells, leaves)
    for line, tokens in part.carried:
        amounts = _by_place(tokens, places, style, whole=False)
        if before and is_so_far(table, amounts, before):
            table.sums.append(Sums(amounts, before, line))  # the sums of the page before, said again
        else:
            table.carried.append(amounts)
    for line, tokens, above in part.sums:
        table.sums.append(Sums(_sum_cells(line, tokens, places, style, words), before + above, line))


def _columns_of(part: Part, words: StatementWords) -> tuple[list[dict[Column, Token]], list[Leaf]]:
    """Every row's cells by their column, and the columns. Raises Unclear where that is not certain."""
    for tight in (False, True):
        leaves = leaves_of(part.header, words.column, tight=tight)
        if any(leaf.column is Column.BLTH for leaf in leaves):
            cells = assign([tokens for _, tokens in part.rows], leaves)
            if cells is not None:
                return cells, leaves
    raise Unclear("columns_unclear")


def _sum_cells(
    line: Line,
    tokens: Sequence[Token],
    places: Sequence[tuple[Column, float, float]],
    style: money.NumberStyle,
    words: StatementWords,
) -> dict[Column, int]:
    """The sums of a line. One amount alone that its label calls dues is the sum of both shares."""
    cells = [token for token in tokens if token.may & (May.AMOUNT | May.DASH)]
    found = set(families(words.column, line.text))
    if len(cells) == 1 and found & {"dues", "jht", "jp"} and not found & {"employer", "worker", "wage", "rapel"}:
        amount = _amount(cells[0], style)
        column = Column.PENSION_BOTH if "jp" in found and "jht" not in found else Column.BOTH
        return {} if amount is None else {column: amount}
    return _by_place(tokens, places, style, whole=True)


def _amount(token: Token | None, style: money.NumberStyle) -> int | None:
    if token is None or May.AMOUNT not in token.may:
        return None
    try:
        return money.parse_amount(token.text, style)
    except money.NotMoney:
        raise Unclear("figure_unreadable") from None
    except money.AmbiguousMoney:
        raise Unclear("number_style_unclear") from None


def _add_month(table: Table, row: dict[Column, Token], style: money.NumberStyle) -> None:
    blth = month_of(row[Column.BLTH].text) if Column.BLTH in row else None
    if blth is None:
        raise Unclear("row_unclear")
    sen: Callable[[Column], int | None] = lambda column: _amount(row.get(column), style)  # noqa: E731 - shorter than a def here
    paid, posted = row.get(Column.PAID), row.get(Column.POSTED)
    table.months.append(
        Month(
            blth=blth,
            paid=date_of(paid.text) if paid is not None else None,
            posted=date_of(posted.text) if posted is not None else None,
            wage=sen(Column.WAGE),
            rapel=sen(Column.RAPEL),
            employer=sen(Column.EMPLOYER),
            worker=sen(Column.WORKER),
            pension_employer=sen(Column.PENSION_EMPLOYER),
            pension_worker=sen(Column.PENSION_WORKER),
        )
    )
    both, pension, everything = sen(Column.BOTH), sen(Column.PENSION_BOTH), sen(Column.ALL)
    table.both.append((both, pension))
    month = table.months[-1]
    _agree(both, month.employer, month.worker)
    _agree(pension, month.pension_employer, month.pension_worker)
    if everything is not None:
        jht = [amount for amount in (month.employer, month.worker) if amount is not None]
        jp = [amount for amount in (month.pension_employer, month.pension_worker) if amount is not None]
        if jht and everything not in (sum(jht), sum(jht) + sum(jp)):
            raise Unclear("row_unclear")


def _agree(both: int | None, one: int | None, other: int | None) -> None:
    """A printed sum of two cells of one line must be theirs."""
    if both is not None and one is not None and other is not None and both != one + other:
        raise Unclear("row_unclear")


def _places(part: Part, cells: Sequence[dict[Column, Token]], leaves: Sequence[Leaf]) -> list[tuple[Column, float, float]]:
    """The money columns with their edges, from the cells where there are any, else from the header."""
    out: list[tuple[Column, float, float]] = []
    for leaf in leaves:
        if leaf.column not in MONEY:
            continue
        held = [row[leaf.column] for row in cells if leaf.column in row]
        x0 = min((token.x0 for token in held), default=leaf.x0)
        x1 = max((token.x1 for token in held), default=leaf.x1)
        out.append((leaf.column, x0, x1))
    return out


def _by_place(
    tokens: Sequence[Token], places: Sequence[tuple[Column, float, float]], style: money.NumberStyle, *, whole: bool
) -> dict[Column, int]:
    """Amounts of a line by the column they stand under. Where there is one for each of the summed columns, their order tells."""
    cells = [token for token in tokens if token.may & (May.AMOUNT | May.DASH)]
    summed = [column for column, _, _ in places if column in SUMMED]
    if whole and len(cells) == len(summed):
        names: list[Column] = list(summed)
    else:
        names = [_nearest(token, places) for token in cells]
        if len(set(names)) != len(names):
            raise Unclear("row_unclear")
    out: dict[Column, int] = {}
    for name, token in zip(names, cells, strict=True):
        amount = _amount(token, style)
        if amount is not None:
            out[name] = amount
    return out


def _nearest(token: Token, places: Sequence[tuple[Column, float, float]]) -> Column:
    if not places:
        raise Unclear("columns_unclear")
    return min(places, key=lambda place: abs(place[2] - token.x1) + abs((place[1] + place[2]) / 2 - token.middle))[0]
