"""What the words around an amount already say of it, by the reader's own words: then no rule may say otherwise."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from core.portal.figures.labels import Kind, Label, Labels, Program
from core.portal.taught.rules import Place
from core.portal.taught.spots import Spot

_OTHER: Final = frozenset([Kind.OPENING, Kind.CONTRIBUTION, Kind.GROWTH, Kind.CLAIM, Kind.MONEY])
_NEAR: Final = (Place.LINE, Place.NAME, Place.ROW, Place.COLUMN, Place.ABOVE)


class Known(StrEnum):
    """Why an amount cannot be the JHT balance, as the page itself says."""

    OPENING = "opening"
    CONTRIBUTION = "contribution"
    GROWTH = "growth"
    CLAIM = "claim"
    OTHER_MONEY = "other_money"
    ESTIMATE = "estimate"
    OTHER_PROGRAM = "other_program"


def known(spot: Spot, labels: Labels) -> Known | None:
    """What the page calls an amount, where that is not the balance; None where it is not said."""
    for heading in spot.headings:
        label = labels.of(heading)
        if label.estimate or label.announces or (label.unreal and label.strange == 0):
            return Known.ESTIMATE
    if _program(spot, labels) is Program.FOREIGN:
        return Known.OTHER_PROGRAM
    naming = _naming(spot)
    column = next((labels.of(text) for place, text in naming if place is Place.COLUMN), None)
    if column is not None and (column.strange or column.kind in (Kind.UNKNOWN, Kind.BALANCE)):
        naming = [
            (place, text) for place, text in naming if place is not Place.ROW
        ]  # a running amount is not what its row is called
    return next((found for _, text in naming if (found := _other(labels.of(text))) is not None), None)


def _naming(spot: Spot) -> list[tuple[Place, str]]:
    """The words that name an amount: those in its line; else those of its row and its column; else those above it."""
    near = [one for one in spot.said if one[0] in _NEAR]
    line = [one for one in near if one[0] is Place.LINE]
    table = [one for one in near if one[0] in (Place.NAME, Place.ROW, Place.COLUMN)]
    return line + table or near[:1]


def _other(label: Label) -> Known | None:
    if label.unreal:
        return Known.ESTIMATE
    if label.program in (Program.FOREIGN, Program.BOTH):
        return Known.OTHER_PROGRAM
    if label.kind not in _OTHER:
        return None
    return {
        Kind.OPENING: Known.OPENING,
        Kind.CONTRIBUTION: Known.CONTRIBUTION,
        Kind.GROWTH: Known.GROWTH,
        Kind.CLAIM: Known.CLAIM,
    }.get(label.kind, Known.OTHER_MONEY)


def _program(spot: Spot, labels: Labels) -> Program | None:
    """The program that the nearest words around an amount name."""
    for text in (*(text for _, text in _naming(spot)), *reversed(spot.headings)):
        program = labels.of(text).program
        if program is not None:
            return program
    return None


def kinds_beside(spot: Spot, labels: Labels) -> tuple[str, ...]:
    """The kinds of the words that stand around an amount, by the reader's own names of them: nothing of the page's own text."""
    kinds = (labels.of(text) for text in spot.beside)
    plain = {label.kind for label in kinds if label.strange == 0}
    return tuple(sorted(kind.name.lower() for kind in plain if kind not in (Kind.UNKNOWN, Kind.NEUTRAL, Kind.TOTAL, Kind.OTHER)))
