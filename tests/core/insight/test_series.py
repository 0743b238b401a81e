"""A line of balances never shows a part for the whole."""

from __future__ import annotations

import datetime as dt

from core.blth import Blth
from core.insight.career import Gap, Overlap, career
from core.insight.series import card_figures, card_lines, plain_kpj, total_line, totals, whole_balances
from core.ledger.entries import MonthLine, Provenance, StoredStatement
from core.models import Balance, Card, Reading, Source
from core.statements.statement import Kind, Month, Statement

A, B = "11111111111", "22222222222"
FILED = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
SHEET = Provenance(Source.STATEMENT, FILED, import_id=1, statement_id=1)


def portal(number: int, day: dt.date, *cards: Card) -> Reading:
    moment = dt.datetime.combine(day, dt.time(5), dt.UTC)
    return Reading(number, 1, "p", Source.PORTAL, moment, Balance(sum(c.balance for c in cards), cards))


def sheet(number: int, day: dt.date, *cards: Card, total: int | None = None) -> Reading:
    amount = sum(c.balance for c in cards) if total is None else total
    return Reading(number, 1, "p", Source.STATEMENT, FILED, Balance(amount, cards, as_of=day))


def test_a_statement_of_one_of_two_cards_is_no_total() -> None:
    both = portal(1, dt.date(2024, 1, 31), Card(100, A), Card(50, B))
    one = sheet(2, dt.date(2024, 12, 31), Card(120, A))
    assert totals([both, one]) == [both]
    assert [point.amount for point in total_line([both, one])] == [150]
    assert [[point.amount for point in line.points] for line in card_lines([both, one])] == [[100, 120], [50]]


def test_a_statement_from_before_the_second_card_was_known_is_no_total_either() -> None:
    one = sheet(1, dt.date(2019, 12, 31), Card(120, A))
    assert total_line([one, portal(2, dt.date(2024, 1, 31), Card(130, A), Card(50, B))])[0].amount == 180


def test_statements_of_all_cards_for_one_day_are_added_up_and_say_so() -> None:
    now = portal(9, dt.date(2026, 1, 31), Card(200, A), Card(60, B))
    parts = [sheet(1, dt.date(2024, 12, 31), Card(120, A)), sheet(2, dt.date(2024, 12, 31), Card(55, B))]
    first, second = total_line([*parts, now])
    assert (first.amount, first.added_up, second.added_up) == (175, True, False)
    assert [reading.id for reading in first.readings] == [1, 2]
    together, latest = totals([*parts, now])
    assert (together.balance.total, [card.kpj for card in together.balance.cards], latest) == (175, [A, B], now)


def test_the_only_cards_statement_and_a_message_without_a_card_are_totals() -> None:
    only = sheet(1, dt.date(2024, 12, 31), Card(120, "1111 1111 111"))
    message = sheet(2, dt.date(2025, 12, 31), total=140)
    assert [point.amount for point in total_line([only, message])] == [120, 140]


def typed(number: int, day: dt.date, amount: int, kpj: str | None) -> Reading:
    card = Card(amount, kpj)
    return Reading(number, 1, "p", Source.TYPED, FILED, Balance(amount, (card,), as_of=day))


def test_typed_balances_of_two_cards_on_three_days_are_no_total() -> None:
    days = (dt.date(2026, 1, 31), dt.date(2026, 2, 28), dt.date(2026, 3, 31))
    three = [typed(1, days[0], 10, A), typed(2, days[1], 20, B), typed(3, days[2], 11, A)]
    assert totals(three) == [] and whole_balances(three) == [None, None, None]
    assert [(card.kpj, card.balance, day) for card, day in card_figures(three)] == [(A, 11, days[2]), (B, 20, days[1])]


def test_typed_balances_of_all_cards_on_one_day_are_added_up() -> None:
    day = dt.date(2026, 1, 31)
    assert [(p.amount, p.added_up) for p in total_line([typed(1, day, 10, A), typed(2, day, 20, B)])] == [(30, True)]


def test_a_typed_card_beside_a_figure_without_one_is_not_the_whole() -> None:
    """Nobody knows whether that card is all there is: 48 million, then 1,000 of one card, is no fall."""
    whole, card = typed(1, dt.date(2026, 1, 31), 4_873_190_200, None), typed(2, dt.date(2026, 2, 28), 100_050, A)
    assert totals([whole, card]) == [whole]
    assert whole_balances([whole, card]) == [4_873_190_200, None]
    assert career([whole, card], [], []).total is None
    file = sheet(3, dt.date(2026, 3, 31), Card(100_060, A))
    assert totals([whole, card, file]) == [whole]


def test_a_masked_number_names_no_card() -> None:
    assert plain_kpj("1111•••1111") is None and plain_kpj("***1234") is None and plain_kpj("") is None
    assert plain_kpj("111-11 111111") == A


def test_a_career_has_jobs_gaps_and_overlaps() -> None:
    readings = [
        portal(
            1,
            dt.date(2026, 1, 31),
            Card(100, A, "PT A", active=False, last_contribution=Blth(2019, 3)),
            Card(50, B, "PT B", active=True),
        )
    ]
    months = [
        *(MonthLine(Month(Blth(2018, 1).plus(n), employer=1), A, None, "PT A", (SHEET,)) for n in range(15)),
        *(MonthLine(Month(Blth(2020, 1).plus(n), employer=1), B, None, "PT B", (SHEET,)) for n in range(3)),
    ]
    found = career(readings, [], months)
    assert [(job.kpj, job.first, job.last) for job in found.jobs] == [
        (A, Blth(2018, 1), Blth(2019, 3)),
        (B, Blth(2020, 1), Blth(2020, 3)),
    ]
    assert found.gaps == (Gap(Blth(2019, 4), Blth(2019, 12)),)
    assert found.total == 150 and found.to_merge == (A,)


def test_overlapping_jobs_are_told() -> None:
    months = [
        MonthLine(Month(blth, worker=1), kpj, None, None, (SHEET,))
        for kpj, blth in [(A, Blth(2020, 1)), (A, Blth(2020, 6)), (B, Blth(2020, 5)), (B, Blth(2021, 1))]
    ]
    found = career([], [], months)
    assert found.overlaps == (Overlap((A, B), Blth(2020, 5), Blth(2020, 6)),) and found.gaps == ()
    assert found.total is None


def test_a_card_that_is_gone_is_not_counted_twice() -> None:
    before = portal(1, dt.date(2025, 1, 31), Card(100, A), Card(50, B))
    merged = portal(2, dt.date(2026, 1, 31), Card(155, B, active=True))
    found = career([before, merged], [], [])
    assert found.total == 155 and [job.gone for job in found.jobs] == [True, False]
    assert found.to_merge == ()


def test_a_statement_tells_of_a_card_that_no_reading_names() -> None:
    told = Statement(Kind.RSJHT, 2015, kpj=A, company="PT LAMA", first_month=Blth(2012, 5))
    found = career([], [StoredStatement(1, 1, told, (), SHEET)], [])
    assert found.jobs[0].company == "PT LAMA" and found.jobs[0].first == Blth(2012, 5)
    assert found.jobs[0].balance is None and found.total is None


def test_a_gap_is_certain_only_where_a_statement_says_when_the_later_job_began() -> None:
    months = [
        MonthLine(Month(blth, worker=1), kpj, None, None, (SHEET,)) for kpj, blth in [(A, Blth(2019, 3)), (B, Blth(2020, 1))]
    ]
    assert [gap.told for gap in career([], [], months).gaps] == [False]
    told = StoredStatement(1, 1, Statement(Kind.RSJHT, 2020, kpj=B, first_month=Blth(2020, 1)), (), SHEET)
    assert [gap.told for gap in career([], [told], months).gaps] == [True]
