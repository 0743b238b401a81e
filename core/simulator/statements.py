"""The yearly statements the demo's person would have been sent: the same money as on the simulator's pages, to the rupiah."""

from __future__ import annotations

import datetime as dt

from core.simulator.accounts import DEMO, Person
from core.simulator.career import CardState, Contribution, cards_on
from core.simulator.rates import growth_bp
from core.statements.statement import Kind, Month, Statement

SEN = 100
EMPLOYER_PERMILLE = 37


def statements_of(year: int, person: Person = DEMO) -> tuple[Statement, ...]:
    """One statement a card for a whole year that is over; a card that was closed before has none."""
    cards = cards_on(person, dt.date(year, 12, 31))
    return tuple(_statement(state, year) for state in cards if any(row.year == year for row in state.years))


def _statement(state: CardState, year: int) -> Statement:
    row = next(row for row in state.years if row.year == year)
    growth = growth_bp(year) * row.opening // 10_000
    card = state.membership
    return Statement(
        Kind.RSJHT,
        year,
        kpj=card.kpj,
        npp=card.npp,
        company=card.company,
        first_month=card.first,
        opening=row.opening * SEN,
        growth=growth * SEN,
        dues=row.contributions * SEN,
        growth_on_dues=(row.growth - growth) * SEN,
        taken=row.claims * SEN,
        closing=row.closing * SEN,
        closing_on=dt.date(year, 12, 31),
        months=tuple(_month(paid) for paid in state.months if paid.paid.year == year),
    )


def _month(paid: Contribution) -> Month:
    employer = paid.amount * EMPLOYER_PERMILLE // 57
    return Month(
        paid.blth,
        paid=paid.paid,
        posted=paid.paid,
        wage=paid.wage * SEN,
        rapel=paid.rapel * SEN,
        employer=employer * SEN,
        worker=(paid.amount - employer) * SEN,
    )
