"""What was told and is told differently now is found; what simply went on, was taken or was put together is not."""

from __future__ import annotations

import datetime as dt

import pytest

from core.blth import Blth
from core.insight.changes import Change, ChangeKind, changes
from core.ledger.entries import Provenance, StoredStatement
from core.models import Balance, Card, Reading, Source
from core.statements.statement import Kind, Month, Statement

START = dt.datetime(2026, 1, 10, 5, tzinfo=dt.UTC)
MAY = Month(Blth(2024, 5), employer=185, worker=100)
JUNE = Month(Blth(2024, 6), employer=185, worker=100)


def reading(day: int, *cards: Card, as_of: dt.date | None = None, source: Source = Source.PORTAL) -> Reading:
    import_id = None if source is Source.PORTAL else day
    balance = Balance(sum(card.balance for card in cards), cards, as_of)
    return Reading(day, 1, "p", source, START + dt.timedelta(days=day), balance, import_id)


def card(balance: int, kpj: str | None = "123", last: Blth | None = None) -> Card:
    return Card(balance, kpj, last_contribution=last)


def stored(number: int, *months: Month, year: int = 2024, **sums: int) -> StoredStatement:
    where = Provenance(Source.STATEMENT, START + dt.timedelta(days=number), import_id=number, statement_id=number)
    return StoredStatement(number, 1, Statement(Kind.RSJHT, year, "123", months=months, **sums), (), where)  # type: ignore[arg-type]


def brief(found: list[Change]) -> list[tuple[object, ...]]:
    return [(c.kind, c.when, c.earlier.sen, c.later.sen, c.sen) for c in found]


def test_a_balance_that_grows_is_no_change() -> None:
    assert changes([reading(1, card(5)), reading(2, card(5)), reading(3, card(9))], []) == []


def test_a_balance_that_fell_is_told_with_both_amounts_and_their_sources() -> None:
    (change,) = changes([reading(1, card(9), card(1, "7")), reading(2, card(5), card(2, "7"))], [])
    assert brief([change]) == [(ChangeKind.BALANCE_FELL, dt.date(2026, 1, 12), 9, 5, -4)]
    assert (change.kpj, change.earlier.where.reading_id, change.later.where.reading_id) == ("123", 1, 2)
    assert change.seen_at == START + dt.timedelta(days=2)


def test_readings_are_compared_by_the_day_they_stand_for() -> None:
    old = reading(9, card(9), as_of=dt.date(2020, 12, 31), source=Source.STATEMENT)
    assert changes([reading(1, card(10)), reading(2, card(11)), old], []) == []


@pytest.mark.parametrize(
    ("taken", "year", "told"), [(4, 2026, False), (9, 2026, False), (3, 2026, True), (4, 2024, True), (0, 2026, True)]
)
def test_a_fall_that_a_statement_explains_is_no_change(taken: int, year: int, told: bool) -> None:
    found = changes([reading(1, card(9)), reading(2, card(5))], [stored(1, year=year, taken=taken)])
    assert bool(found) is told


def test_a_card_without_a_number_is_compared_when_it_is_the_only_one() -> None:
    assert len(changes([reading(1, card(9, None)), reading(2, card(5, None))], [])) == 1
    assert changes([reading(1, card(9, None), card(1, None)), reading(2, card(5, None), card(9, None))], []) == []


def test_cards_put_together_are_no_change() -> None:
    assert changes([reading(1, card(9), card(4, "7")), reading(2, card(13, "7"))], []) == []


def test_a_card_that_is_gone_with_its_balance_is_told() -> None:
    found = changes([reading(1, card(9), card(4, "7")), reading(2, card(5, "7"))], [])
    assert brief(found) == [(ChangeKind.CARD_GONE, dt.date(2026, 1, 12), 9, None, -9)]


def test_an_empty_card_may_go() -> None:
    assert changes([reading(1, card(0), card(4, "7")), reading(2, card(4, "7"))], []) == []


def test_a_statement_of_one_card_takes_no_other_card_away() -> None:
    typed = reading(2, card(9), source=Source.TYPED)
    assert changes([reading(1, card(9), card(4, "7")), typed, reading(3, card(9), card(4, "7"))], []) == []


def test_a_last_contribution_that_moves_back_is_a_month_gone() -> None:
    found = changes([reading(1, card(9, last=Blth(2026, 5))), reading(2, card(9, last=Blth(2026, 4)))], [])
    assert brief(found) == [(ChangeKind.MONTH_GONE, Blth(2026, 5), None, None, None)]
    assert (
        changes([reading(1, card(9, last=Blth(2026, 4))), reading(2, card(9, last=Blth(2026, 5))), reading(3, card(9))], []) == []
    )


def test_a_past_day_told_differently_is_told_once() -> None:
    day = dt.date(2025, 12, 31)
    found = changes([reading(1, card(9), as_of=day), reading(2, card(8), as_of=day), reading(3, card(8), as_of=day)], [])
    assert brief(found) == [(ChangeKind.CLOSING_CHANGED, day, 9, 8, -1)]


def test_a_day_that_is_still_running_may_grow() -> None:
    day = (START + dt.timedelta(days=1)).date()
    later = Reading(2, 1, "p", Source.PORTAL, START + dt.timedelta(days=1, hours=2), Balance(10, (card(10),), day))
    assert changes([reading(1, card(9), as_of=day), later], []) == []


def test_a_statement_that_tells_less_than_the_one_before_is_told_month_by_month() -> None:
    less = Month(Blth(2024, 6), employer=185, worker=90)
    found = changes([], [stored(1, MAY, JUNE, closing=9), stored(2, less, closing=8)])
    assert brief(found) == [
        (ChangeKind.CLOSING_CHANGED, 2024, 9, 8, -1),
        (ChangeKind.MONTH_GONE, Blth(2024, 5), 285, None, -285),
        (ChangeKind.MONTH_CHANGED, Blth(2024, 6), 285, 275, -10),
    ]


def test_instalments_count_together_and_a_month_that_came_later_is_no_loss() -> None:
    parts = (Month(Blth(2024, 5), employer=100, worker=50), Month(Blth(2024, 5), employer=85, worker=50))
    assert changes([], [stored(1, MAY), stored(2, *parts, JUNE)]) == []


def test_a_statement_without_its_table_takes_nothing_back() -> None:
    assert changes([], [stored(1, MAY, closing=9), stored(2, closing=9)]) == []


def test_another_year_s_statement_takes_nothing_back() -> None:
    assert changes([], [stored(1, MAY, closing=9), stored(2, JUNE, year=2025, closing=8)]) == []
