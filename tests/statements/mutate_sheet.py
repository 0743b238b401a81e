"""What can be done to a sheet before it is drawn, or to a page's source: numbers, rows, columns, words are others."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from random import Random

from tests.statements.sheet import Cell, Lines, Pairs, Sheet, Table

SheetMutation = Callable[[Sheet, Random], Sheet | None]
PageMutation = Callable[[str, Random], str | None]
_AMOUNT = re.compile(r"\d[\d.,]{3,}")


def _month_table(sheet: Sheet) -> tuple[int, Table]:
    at, table = next((i, block) for i, block in enumerate(sheet.blocks) if isinstance(block, Table) and len(block.header[0]) > 4)
    return at, table


def _put(sheet: Sheet, at: int, table: Table) -> Sheet:
    return replace(sheet, blocks=(*sheet.blocks[:at], table, *sheet.blocks[at + 1 :]))


def other_amount(text: str, rng: Random) -> str:
    """The text with one digit of its amount changed."""
    digits = [at for at, letter in enumerate(text) if letter.isdigit()]
    if not digits:
        return text
    at = rng.choice(digits)
    return text[:at] + str((int(text[at]) + rng.randint(1, 9)) % 10) + text[at + 1 :]


def dues_changed(sheet: Sheet, rng: Random) -> Sheet | None:
    """A month's dues, or their sum, differ by a digit."""
    at, table = _month_table(sheet)
    rows = [list(row) for row in table.rows]
    y = rng.randrange(len(rows))
    dues = 4 if any("JP" in cell.text.split() for row in table.header for cell in row) else 2
    if len(rows[y]) < dues or rows[y][0].text.startswith("Akumulasi"):
        return None
    x = len(rows[y]) - dues + rng.randrange(2)
    if not any(letter.isdigit() for letter in rows[y][x].text):
        return None
    rows[y][x] = replace(rows[y][x], text=other_amount(rows[y][x].text, rng))
    return _put(sheet, at, replace(table, rows=tuple(map(tuple, rows))))


def summary_changed(sheet: Sheet, rng: Random) -> Sheet | None:
    """A term of the summary differs by a digit."""
    for at in rng.sample(range(len(sheet.blocks)), len(sheet.blocks)):
        block = sheet.blocks[at]
        if isinstance(block, Table) and len(block.header[0]) <= 5:
            places = [
                (y, x)
                for y, row in enumerate(block.rows)
                for x, cell in enumerate(row)
                if cell.align == "r" and _AMOUNT.search(cell.text)
            ]
            if places:
                y, x = rng.choice(places)
                rows = [list(row) for row in block.rows]
                rows[y][x] = replace(rows[y][x], text=other_amount(rows[y][x].text, rng))
                return _put(sheet, at, replace(block, rows=tuple(map(tuple, rows))))
    return None


def row_dropped(sheet: Sheet, rng: Random) -> Sheet | None:
    """A line of the table is missing."""
    at, table = _month_table(sheet)
    if len(table.rows) < 4:
        return None
    y = rng.randrange(1, len(table.rows) - 1)
    return _put(sheet, at, replace(table, rows=table.rows[:y] + table.rows[y + 1 :]))


def row_doubled(sheet: Sheet, rng: Random) -> Sheet | None:
    """A line of the table stands there twice."""
    at, table = _month_table(sheet)
    if len(table.rows) < 4:
        return None
    y = rng.randrange(1, len(table.rows) - 1)
    return _put(sheet, at, replace(table, rows=table.rows[: y + 1] + table.rows[y:]))


def rows_shuffled(sheet: Sheet, rng: Random) -> Sheet | None:
    """The months stand in another order."""
    at, table = _month_table(sheet)
    months = list(table.rows[1:-1])
    rng.shuffle(months)
    return _put(sheet, at, replace(table, rows=(table.rows[0], *months, *table.rows[-1:]))) if len(months) > 1 else None


def cell_emptied(sheet: Sheet, rng: Random) -> Sheet | None:
    """A cell of the table holds nothing, or something else."""
    at, table = _month_table(sheet)
    rows = [list(row) for row in table.rows]
    row = rng.choice(rows)
    row[rng.randrange(len(row))] = Cell(rng.choice(("", "-", "N/A", "1.250", "99", "?", "12-2019")))
    return _put(sheet, at, replace(table, rows=tuple(map(tuple, rows))))


def header_changed(sheet: Sheet, rng: Random) -> Sheet | None:
    """The columns' names are exchanged."""
    at, table = _month_table(sheet)
    header = [list(row) for row in table.header]
    row = rng.choice(header)
    a, b = rng.randrange(len(row)), rng.randrange(len(row))
    row[a], row[b] = replace(row[a], text=row[b].text), replace(row[b], text=row[a].text)
    return _put(sheet, at, replace(table, header=tuple(map(tuple, header))))


def labels_exchanged(sheet: Sheet, rng: Random) -> Sheet | None:
    """Two terms of the summary have changed their names."""
    for at, block in enumerate(sheet.blocks):
        if isinstance(block, Table) and len(block.header[0]) <= 5:
            rows = [list(row) for row in block.rows]
            places = [(y, x) for y, row in enumerate(rows) for x, cell in enumerate(row) if cell.align == "l" and cell.text]
            (y1, x1), (y2, x2) = rng.sample(places, 2)
            rows[y1][x1], rows[y2][x2] = rows[y2][x2], rows[y1][x1]
            return _put(sheet, at, replace(block, rows=tuple(map(tuple, rows))))
    return None


def block_dropped(sheet: Sheet, rng: Random) -> Sheet | None:
    """A part of the statement is missing: the head, the table, the summary."""
    at = rng.randrange(len(sheet.blocks))
    return replace(sheet, blocks=sheet.blocks[:at] + sheet.blocks[at + 1 :])


def block_doubled(sheet: Sheet, rng: Random) -> Sheet | None:
    """A part of the statement stands there twice."""
    at = rng.randrange(len(sheet.blocks))
    return replace(sheet, blocks=sheet.blocks[: at + 1] + sheet.blocks[at:])


def sentence_added(sheet: Sheet, rng: Random) -> Sheet | None:
    """A sentence with a figure that is nobody's balance."""
    text = rng.choice(
        (
            "Klaim lewat aplikasi untuk saldo di bawah Rp 15.000.000",
            "Saldo Akhir minimal Rp 10,000,000.00",
            "Iuran JHT : 99,999,999.00",
            "Simulasi saldo JHT: Rp 99.999.999,00",
            "Saldo Akhir Tahun Lalu : 77,777,777.00",
        )
    )
    at = rng.randrange(len(sheet.blocks) + 1)
    block = Lines((text,)) if ":" not in text else Pairs((((text.split(" :", maxsplit=1)[0], text.split(":")[-1].strip()),),))
    return replace(sheet, blocks=(*sheet.blocks[:at], block, *sheet.blocks[at:]))


SHEETS: dict[str, SheetMutation] = {
    one.__name__: one
    for one in (dues_changed, summary_changed, row_dropped, row_doubled, rows_shuffled, cell_emptied, header_changed,
                labels_exchanged, block_dropped, block_doubled, sentence_added)
}  # fmt: skip
# After these, an ok would be a lie whatever it holds.
NEVER_OK = {"dues_changed", "summary_changed", "row_dropped", "row_doubled"}
# After these the file itself says other things of the growth, or of who paid: only the rest is held against the truth.
TERMS_MOVE, PAYERS_MOVE = {"labels_exchanged"}, {"header_changed"}


def tag_dropped(page: str, rng: Random) -> str | None:
    """A tag is missing."""
    tags = list(re.finditer(r"<[^>]{1,80}>", page))
    one = rng.choice(tags)
    return page[: one.start()] + page[one.end() :]


def tag_doubled(page: str, rng: Random) -> str | None:
    """A tag stands there twice, perhaps a thousand times."""
    one = rng.choice(list(re.finditer(r"<[^>]{1,80}>", page)))
    return page[: one.start()] + one[0] * rng.choice((2, 2, 50, 1000)) + page[one.end() :]


def letters_changed(page: str, rng: Random) -> str | None:
    """Single letters are others."""
    letters = list(page)
    for _ in range(rng.choice((1, 5, 50))):
        letters[rng.randrange(len(letters))] = rng.choice("<>&\"' 0123456789.,abc\u00a0\u202e\x00")
    return "".join(letters)


def page_cut(page: str, rng: Random) -> str | None:
    """The end is missing."""
    return page[: rng.randrange(len(page))]


def digit_changed(page: str, rng: Random) -> str | None:
    """A digit of an amount is another."""
    amounts = list(re.finditer(r"\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?", page))
    one = rng.choice(amounts)
    return page[: one.start()] + other_amount(one[0], rng) + page[one.end() :]


def part_doubled(page: str, rng: Random) -> str | None:
    """A piece of the source stands there twice."""
    at = rng.randrange(len(page))
    return page[: at + rng.choice((20, 300, 3000))] + page[at:]


PAGES: dict[str, PageMutation] = {
    one.__name__: one for one in (tag_dropped, tag_doubled, letters_changed, page_cut, digit_changed, part_doubled)
}
