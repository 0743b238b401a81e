"""Balances over time, honestly: the account's total only where all of its cards are known, each card on its own. Pure; money is int sen.

A statement of one card says nothing about the others. It is a point of that card's line, and of the total's only if the account
has no other card, or if files of the same day tell of the others too (then the sum is marked as worked out, not read).
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


def tells_total(reading: Reading, all_cards: frozenset[str]) -> bool:
    """Whether a reading's total is the account's: of a portal always, of a file unless it names cards and leaves known ones out."""
    if reading.source in SEES_ALL_CARDS or reading.balance.total_is_portals:
        return True
    named = {plain_kpj(card.kpj) for card in reading.balance.cards} - {None}
    return not named or all_cards <= named


def known_cards(readings: Iterable[Reading]) -> frozenset[str]:
    """The numbers of all cards that any reading names."""
    return frozenset(kpj for reading in readings for card in reading.balance.cards if (kpj := plain_kpj(card.kpj)))


def totals(readings: Sequence[Reading]) -> list[Reading]:
    """The readings whose total is the account's, in their order; files that together tell of all cards on a day are one of them,
    with the cards of all and the number of the last."""
    return [point.readings[0] if not point.added_up else _together(point) for point in total_line(readings)]


def total_line(readings: Sequence[Reading]) -> list[Point]:
    """The account's total over time; `readings` in the order of days. Days on which only some cards are known are left out."""
    cards = known_cards(readings)
    found: list[Point] = []
    for day, same_day in groupby(readings, key=lambda reading: reading.day):
        parts: dict[str, Reading] = {}
        of_day: list[Point] = []
        for reading in same_day:
            if tells_total(reading, cards):
                of_day.append(Point(day, reading.balance.total, (reading,)))
            else:
                parts |= {kpj: reading for card in reading.balance.cards if (kpj := plain_kpj(card.kpj))}
        if not of_day and cards and parts.keys() == cards:
            tellers = tuple({reading.id: reading for reading in parts.values()}.values())
            amount = sum(card.balance for kpj, reading in parts.items() for card in _cards_of(reading, kpj))
            of_day.append(Point(day, amount, tellers))
        found += of_day
    return found


def _cards_of(reading: Reading, kpj: str) -> list[Card]:
    return [card for card in reading.balance.cards if plain_kpj(card.kpj) == kpj]


def _together(point: Point) -> Reading:
    last_word = {kpj: reading for reading in point.readings for card in reading.balance.cards if (kpj := plain_kpj(card.kpj))}
    cards = tuple(card for kpj, reading in last_word.items() for card in _cards_of(reading, kpj))
    last = point.readings[-1]
    return replace(last, balance=Balance(point.amount, cards, last.balance.as_of))


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
