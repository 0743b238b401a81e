"""Balances over time, honestly: the account's total only where all of its cards are known, each card on its own. Pure; money is int sen.

A statement of one card says nothing about the others. It is a point of that card's line, and of the total's only if the account
has no other card, or if files of the same day tell of the others too (then the sum is marked as worked out, not read). Beside a figure
that names no card nobody knows which cards there are: what a person typed of one card is then that card's alone.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from core.models import Balance, Card, Reading, Source

SEES_ALL_CARDS = (Source.PORTAL, Source.BROWSER)


@dataclass(frozen=True, slots=True)
class Point:
    """A balance (sen) on a day, and the readings that say so: one, or several whose cards were added up."""

    day: dt.date
    amount: int
    readings: tuple[Reading, ...]

    @property
    def added_up(self) -> bool:
        """Whether the amount is a sum of ours over several files."""
        return len(self.readings) > 1


@dataclass(frozen=True, slots=True)
class CardLine:
    """One card's balances in the order of days. `card`: as the latest of its readings knows it. kpj: digits only."""

    kpj: str
    card: Card
    points: tuple[Point, ...]


def plain_kpj(kpj: str | None) -> str | None:
    """A card's number without what it is printed with; None if there is none, or if it is masked (it names no card then)."""
    digits = "".join(filter(str.isdigit, kpj or ""))
    return digits if digits and not set(kpj or "") & set("*xX•") else None


def tells_total(reading: Reading, all_cards: frozenset[str], unnamed: frozenset[Source] = frozenset()) -> bool:
    """Whether a reading's total is the account's: of a portal always, of a file unless it names cards and leaves known ones out.

    unnamed: the sources that told a whole without naming its cards, so that there may be cards nobody named.
    """
    if reading.source in SEES_ALL_CARDS or reading.balance.total_is_portals:
        return True
    named = _named(reading)
    return not named or (all_cards <= named and not _leaves_open(reading, unnamed))


def told_without_cards(readings: Iterable[Reading]) -> frozenset[Source]:
    """The sources of the readings that name no card."""
    return frozenset(reading.source for reading in readings if not _named(reading))


def _named(reading: Reading) -> set[str]:
    return {kpj for card in reading.balance.cards if (kpj := plain_kpj(card.kpj))}


def _leaves_open(reading: Reading, unnamed: frozenset[Source]) -> bool:
    """Whether other cards than those that are known may stand behind a figure without a card: a person typed this one, or that one."""
    return Source.TYPED in unnamed or (reading.source is Source.TYPED and bool(unnamed))


def known_cards(readings: Iterable[Reading]) -> frozenset[str]:
    """The numbers of all cards that any reading names."""
    return frozenset(kpj for reading in readings for card in reading.balance.cards if (kpj := plain_kpj(card.kpj)))


def totals(readings: Sequence[Reading]) -> list[Reading]:
    """The readings whose total is the account's, in their order; files that together tell of all cards on a day are one of them,
    with the cards of all and the number of the last."""
    return [point.readings[0] if not point.added_up else _together(point) for point in total_line(readings)]


def total_line(readings: Sequence[Reading]) -> list[Point]:
    """The account's total over time; `readings` in the order of days. Days on which only some cards are known are left out."""
    cards, unnamed = known_cards(readings), told_without_cards(readings)
    found: list[Point] = []
    for day, same_day in groupby(readings, key=lambda reading: reading.day):
        parts: dict[str, Reading] = {}
        of_day: list[Point] = []
        for reading in same_day:
            if tells_total(reading, cards, unnamed):
                of_day.append(Point(day, reading.balance.total, (reading,)))
            elif not _leaves_open(reading, unnamed):
                parts |= dict.fromkeys(_named(reading), reading)
        if not of_day and cards and parts.keys() == cards:
            tellers = tuple({reading.id: reading for reading in parts.values()}.values())
            amount = sum(card.balance for kpj, reading in parts.items() for card in _cards_of(reading, kpj))
            of_day.append(Point(day, amount, tellers))
        found += of_day
    return found


def cards_may_be_missing(readings: Sequence[Reading]) -> bool:
    """Whether a figure without a card stands beside those of cards, so that nobody knows that these are all."""
    unnamed = told_without_cards(readings)
    return any(
        _named(reading) and reading.source not in SEES_ALL_CARDS and _leaves_open(reading, unnamed) for reading in readings
    )


def whole_balances(readings: Sequence[Reading]) -> list[int | None]:
    """Of each reading the account's balance it tells, or None where it is of some cards only."""
    cards, unnamed = known_cards(readings), told_without_cards(readings)
    return [reading.balance.total if tells_total(reading, cards, unnamed) else None for reading in readings]


def _cards_of(reading: Reading, kpj: str) -> list[Card]:
    return [card for card in reading.balance.cards if plain_kpj(card.kpj) == kpj]


def _together(point: Point) -> Reading:
    last_word = {kpj: reading for reading in point.readings for card in reading.balance.cards if (kpj := plain_kpj(card.kpj))}
    cards = tuple(card for kpj, reading in last_word.items() for card in _cards_of(reading, kpj))
    last = point.readings[-1]
    return replace(last, balance=Balance(point.amount, cards, last.balance.as_of))


def card_figures(readings: Sequence[Reading]) -> list[tuple[Card, dt.date]]:
    """What is known of each card, with the day it stands for: all there is to say where no total is known."""
    return [(line.card, line.points[-1].day) for line in card_lines(readings)]


def card_lines(readings: Sequence[Reading]) -> list[CardLine]:
    """Every card that has a number, with its own line, in the order in which they were first seen."""
    points: defaultdict[str, list[Point]] = defaultdict(list)
    latest: dict[str, Card] = {}
    for reading in readings:
        for card in reading.balance.cards:
            kpj = plain_kpj(card.kpj)
            if kpj is not None:
                points[kpj].append(Point(reading.day, card.balance, (reading,)))
                latest[kpj] = card
    return [CardLine(kpj, latest[kpj], tuple(line)) for kpj, line in points.items()]
