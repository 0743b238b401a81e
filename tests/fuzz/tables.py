"""Mutations of tables: columns reordered, rows shuffled, cells exchanged, cards added, decoys among the rows."""

from __future__ import annotations

import copy
import re
from random import Random

from lxml import etree

from tests.fuzz.amounts import another, printed_all, replaced
from tests.fuzz.base import Base, Said, Spot, spots, written
from tests.fuzz.oracle import Case, Right, after_tree, exactly, has_total, never, unchanged
from tests.fuzz.registry import mutation

_MONEY = re.compile(r"(?:rp\.? ?)?([0-9]{1,3}(?:[.,][0-9]{3})+(?:[.,][0-9]{2})?)", re.IGNORECASE)
_KPJ = re.compile(r"(?<![0-9])[0-9]{11}(?![0-9])")


def own_rows(table: etree._Element) -> list[etree._Element]:
    """The rows of a table, not those of tables inside it."""
    return [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]


def cells_of(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def plain_tables(root: etree._Element) -> list[etree._Element]:
    """Tables of one width without spans, of three rows and two columns at least."""
    out = []
    for table in root.iter("table"):
        rows = [cells_of(row) for row in own_rows(table)]
        widths = {len(cells) for cells in rows}
        spanned = any(cell.get("colspan") or cell.get("rowspan") for cells in rows for cell in cells)
        if len(rows) >= 2 and len(widths) == 1 and widths.pop() >= 2 and not spanned and table.find(".//table") is None:
            out.append(table)
    return out


@mutation
def columns_reordered(base: Base, rng: Random) -> Case | None:
    """The columns of a table stand in another order, header and all."""
    if base.root is None:
        return None
    root = base.tree()
    tables = plain_tables(root)
    if not tables:
        return None
    rows = [(row, cells_of(row)) for row in own_rows(rng.choice(tables))]
    order = list(range(len(rows[0][1])))
    if len(order) < 3:
        return None  # label and value changing sides is another page
    rng.shuffle(order)
    for row, cells in rows:
        for cell in cells:
            row.remove(cell)
        row.extend([cells[at] for at in order])
    return Case(written(root).encode(), unchanged(base))


@mutation
def rows_shuffled(base: Base, rng: Random) -> Case | None:
    """The rows of a table but its first stand in another order."""
    if base.root is None:
        return None
    root = base.tree()
    tables = [table for table in plain_tables(root) if len(own_rows(table)) > 2]
    if not tables:
        return None
    rows = own_rows(rng.choice(tables))[1:]
    parents = {row.getparent() for row in rows}
    if len(parents) != 1:
        return None
    parent = parents.pop()
    assert parent is not None
    for row in rows:
        parent.remove(row)
    rng.shuffle(rows)
    parent.extend(rows)
    return Case(written(root).encode(), unchanged(base))


def _row_of(spot: Spot) -> etree._Element | None:
    holder = spot.place.element if spot.place.part == "text" else spot.place.element.getparent()
    assert holder is not None
    return holder if holder.tag == "tr" else next(holder.iterancestors("tr"), None)


def _amount_in(text: str) -> int | None:
    match = _MONEY.fullmatch(text.strip())
    if match is None:
        return None
    digits = match[1]
    sen = digits[-2:] if len(digits) > 3 and digits[-3] in ".," else "00"
    rupiah = digits[:-3] if len(digits) > 3 and digits[-3] in ".," else digits
    return int(rupiah.replace(".", "").replace(",", "")) * 100 + int(sen)


@mutation
def cells_swapped(base: Base, rng: Random) -> Case | None:
    """In the row of a balance, its amount and another one change cells: the other one is the balance now, or nobody knows."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    some = [(spot, row) for spot in found if spot.sen in truth.cards and (row := _row_of(spot)) is not None]
    if not some:
        return None
    spot, row = rng.choice(some)
    cells = cells_of(row)
    mine = [cell for cell in cells if cell is spot.place.element]
    others = [cell for cell in cells if len(cell) == 0 and cell not in mine and _amount_in(cell.text or "") is not None]
    if not mine or not others or sum(one.sen == spot.sen for one in found) > 1:
        return None
    other = rng.choice(others)
    new = _amount_in(other.text or "")
    assert new is not None
    mine[0].text, other.text = other.text, mine[0].text
    right: Right = never if has_total(base) else exactly(replaced(truth, spot.sen, new))
    return Case(written(root).encode(), unchanged(base) if new in truth.cards else right)


@mutation
def row_dropped(base: Base, rng: Random) -> Case | None:
    """A row of a table is gone."""
    if base.root is None or base.truth is None:
        return None
    root = base.tree()
    rows = list(root.iter("tr"))
    if not rows:
        return None
    row = rng.choice(rows)
    parent = row.getparent()
    assert parent is not None
    parent.remove(row)
    return after_tree(base, root)


@mutation
def cell_dropped(base: Base, rng: Random) -> Case | None:
    """A cell is gone, and those behind it move up: what is under the header of the balance may be another amount."""
    if base.root is None or base.truth is None:
        return None
    root = base.tree()
    cells = list(root.iter("td", "th"))
    if not cells:
        return None
    cell = rng.choice(cells)
    parent = cell.getparent()
    assert parent is not None
    parent.remove(cell)
    return after_tree(base, root)


@mutation
def row_doubled(base: Base, rng: Random) -> Case | None:
    """A row of a table stands there twice."""
    if base.root is None:
        return None
    root = base.tree()
    rows = list(root.iter("tr"))
    if not rows:
        return None
    row = rng.choice(rows)
    row.addnext(copy.deepcopy(row))
    return Case(written(root).encode(), unchanged(base))


@mutation
def card_added(base: Base, rng: Random) -> Case | None:
    """A row for one more card, with its own number and balance."""
    got = printed_all(base)
    if got is None:
        return None
    root, found, truth = got
    some = [
        (spot, row)
        for spot in found
        if spot.sen in truth.cards and (row := _row_of(spot)) is not None and len(_KPJ.findall("".join(row.itertext()))) == 1
    ]
    if not some:
        return None
    spot, row = rng.choice(some)
    new = another(rng, spot.sen, than=truth)
    twin = copy.deepcopy(row)
    for mine in reversed(spots(twin, (spot.sen,))):
        mine.put(mine.printed(new))
    kpj = str(rng.randrange(10**10, 10**11))
    for one in twin.iter():
        one.text = _KPJ.sub(kpj, one.text) if one.text else one.text
        one.tail = _KPJ.sub(kpj, one.tail) if one.tail else one.tail
    row.addnext(twin)
    cards = (*truth.cards, new)
    return Case(written(root).encode(), never if has_total(base) else exactly(Said(sum(cards), tuple(sorted(cards)))))
