"""Lists of any kind: what is read is what was written, and no bytes are too strange to be refused politely."""

from __future__ import annotations

import datetime as dt
import random

from hypothesis import given, settings
from hypothesis import strategies as some

from core.imports.csv_lists import fingerprint_of, read_list
from core.imports.csv_map import CsvMap
from core.money import to_wire
from tests.core.imports.made import KPJ, TODAY

DAYS = some.dates(dt.date(1990, 1, 1), TODAY)
SEN = some.integers(0, 10**13)
EMPTY = CsvMap()
ODD = some.text(some.sampled_from("0123456789.,;\t|\"' \n\r-/()RpTanggalSdo\u00a0é€=:"), max_size=200)


def indonesian(sen: int) -> str:
    return f"{sen // 100:,}".replace(",", ".") + f",{sen % 100:02}"


def english(sen: int) -> str:
    return f"{sen // 100:,}.{sen % 100:02}"


def plain(sen: int) -> str:
    return to_wire(sen)


def written(rows: dict[dt.date, int], seed: int) -> bytes:
    """The list as some spreadsheet might write it."""
    rng = random.Random(seed)
    separator = rng.choice(";\t|,")
    amount = rng.choice([indonesian, english, plain, lambda sen: f"Rp {indonesian(sen)}"])
    day = rng.choice(["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%m/%d/%Y", "%d.%m.%Y"])
    columns = ["Tanggal", "Saldo", "KPJ", "Catatan"]
    order = rng.sample(range(4), 4)

    def row(cells: list[str]) -> str:
        return separator.join(f'"{cells[place]}"' for place in order)

    lines = [row(columns), *(row([when.strftime(day), amount(sen), KPJ, "a; b, c"]) for when, sen in rows.items())]
    return rng.choice(["\n", "\r\n"]).join([*lines, ""]).encode(rng.choice(["utf-8", "utf-8-sig", "utf-16"]))


@settings(max_examples=300, deadline=None)
@given(rows=some.dictionaries(DAYS, SEN, min_size=1, max_size=30), seed=some.integers(0, 10**6))
def test_what_is_read_is_what_was_written_or_nothing(rows: dict[dt.date, int], seed: int) -> None:
    found = read_list(written(rows, seed), EMPTY, today=TODAY)
    if found.reason is not None:
        assert (found.reason, found.statements) == ("csv_map_needed", ())
        assert found.question is not None
        assert set(found.question.missing) <= {"dates", "numbers"}  # the only things that such a list may leave open
        return
    assert {one.closing_on: one.closing for one in found.statements} == rows
    assert {one.kpj for one in found.statements} == {KPJ}


@settings(max_examples=500, deadline=None)
@given(body=some.one_of(some.binary(max_size=300), ODD.map(str.encode), ODD.map(lambda text: f"Tanggal;Saldo\n{text}".encode())))
def test_no_bytes_are_too_strange(body: bytes) -> None:
    found = read_list(body, EMPTY, today=TODAY)
    fingerprint_of(body)
    assert (found.reason is None) == bool(found.statements)
    for one in found.statements:
        assert one.closing is None or one.closing >= 0
        assert one.closing_on is None or one.closing_on <= TODAY
