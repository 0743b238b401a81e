"""What was told differently later, as the history page holds it: which points it is about, and what it is called."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication

from core.insight.changes import ChangeKind
from core.models import Source

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Teller:
    """What one source told (sen; None: nothing, or nothing any more), and the day it came to be known."""

    sen: int | None
    source: Source
    known: int


@dataclass(frozen=True, slots=True)
class Later:
    """One thing told differently later. when: a month (2026-05), a year or a day; day: where it stands in time."""

    kind: ChangeKind
    kpj: str | None
    when: str
    day: int
    sen: int | None
    earlier: Teller
    later: Teller


def later_of(data: dict[str, Any]) -> Later:
    """One of `history-view points`. Raises ValueError, TypeError, KeyError for what is none."""
    sen = data["sen"]
    return Later(
        ChangeKind(data["kind"]),
        None if data["kpj"] is None else str(data["kpj"]),
        str(data["when"]),
        int(data["day"]),
        None if sen is None else int(sen),
        _teller(data["earlier"]),
        _teller(data["later"]),
    )


def _teller(told: list[Any]) -> Teller:
    sen, source, known = told
    return Teller(None if sen is None else int(sen), Source(source), int(known))


def places(days: Sequence[int], changes: Sequence[Later]) -> dict[int, tuple[Later, ...]]:
    """The points that the changes are about: the one of that day, else the first after it, else the last."""
    found: dict[int, tuple[Later, ...]] = {}
    for change in changes if len(days) else ():
        place = min(bisect_left(days, change.day), len(days) - 1)
        found[place] = (*found.get(place, ()), change)
    return found


def mark_words(changes: Sequence[Later]) -> str:
    """In a word or two, beside a point."""
    kinds = {change.kind for change in changes}
    if kinds - {ChangeKind.BALANCE_FELL, ChangeKind.CARD_GONE}:
        return translate("HistoryLater", "berubah kemudian")
    return (
        translate("HistoryLater", "kartu hilang") if ChangeKind.CARD_GONE in kinds else translate("HistoryLater", "saldo turun")
    )
