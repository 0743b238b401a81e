"""Which backups are kept by their age: pure. The newest of each of 7 days, of 4 weeks and of 12 months, and always the newest."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any

DAYS, WEEKS, MONTHS = 7, 4, 12


def kept(made: Iterable[dt.datetime]) -> set[dt.datetime]:
    """Of backups made at those moments (aware UTC), the ones to keep: days, weeks and months without a backup do not count."""
    newest_first = sorted(set(made), reverse=True)
    return {
        *_newest_of(newest_first, lambda at: at.date(), DAYS),
        *_newest_of(newest_first, lambda at: at.isocalendar()[:2], WEEKS),
        *_newest_of(newest_first, lambda at: (at.year, at.month), MONTHS),
    }


def _newest_of(newest_first: list[dt.datetime], period: Callable[[dt.datetime], Any], count: int) -> set[dt.datetime]:
    found: dict[Any, dt.datetime] = {}
    for at in newest_first:
        if len(found) == count and period(at) not in found:
            break
        found.setdefault(period(at), at)
    return set(found.values())
