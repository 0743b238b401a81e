"""What a person was told already, so that they are told once: a small file of marks, nothing personal in it.

It holds, for each account's number and each kind of notice, the mark of the newest thing that was told (a time or a month), until when
one is put off ("Ingatkan besok"), and until when all are ("Tunda pengingat"). It does not grow: a new mark takes the old one's place.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from core.whole_file import read_small, write_whole

MOST_BYTES = 262_144
MOST_ENTRIES = 5_000


@dataclass(frozen=True, slots=True)
class Told:
    """marks: "1/balance" -> the mark of what was told last. later: the same keys -> not before then. known: the accounts
    whose past was taken as told. snoozed_until: no notice at all before then."""

    marks: Mapping[str, str] = field(default_factory=dict)
    later: Mapping[str, dt.datetime] = field(default_factory=dict)
    known: frozenset[int] = frozenset()
    snoozed_until: dt.datetime | None = None

    def was_told(self, key: str, mark: str) -> bool:
        return self.marks.get(key) == mark

    def waits(self, key: str, now: dt.datetime) -> bool:
        """Whether the person asked to hear of it later than now."""
        return key in self.later and now < self.later[key]

    def snoozed(self, now: dt.datetime) -> bool:
        return self.snoozed_until is not None and now < self.snoozed_until

    def with_told(self, key: str, mark: str) -> Told:
        """As it is once this was told."""
        later = {name: until for name, until in self.later.items() if name != key}
        return replace(self, marks={**self.marks, key: mark}, later=later)

    def put_off(self, key: str, until: dt.datetime) -> Told:
        """Told again, but not before then."""
        marks = {name: mark for name, mark in self.marks.items() if name != key}
        return replace(self, marks=marks, later={**self.later, key: until})

    def with_known(self, account_id: int) -> Told:
        return replace(self, known=self.known | {account_id})

    def snooze(self, until: dt.datetime | None) -> Told:
        return replace(self, snoozed_until=until)

    def without_strangers(self, accounts: Collection[int]) -> Told:
        """Without what was noted about accounts that are gone."""
        kept = {str(number) for number in accounts}
        return replace(
            self,
            marks={key: mark for key, mark in self.marks.items() if key.partition("/")[0] in kept},
            later={key: until for key, until in self.later.items() if key.partition("/")[0] in kept},
            known=self.known & set(accounts),
        )


def load(path: Path) -> Told:
    """What that file says; nothing if it is missing or broken (then the past is taken as told, and nobody is nagged). Never raises."""
    text = read_small(path, MOST_BYTES)
    if text is None:
        return Told()
    try:
        data = json.loads(text)
        marks, later, known = data["marks"], data["later"], data["known"]
        if len(marks) + len(later) + len(known) > MOST_ENTRIES:
            return Told()
        snoozed = data["snoozed_until"]
        return Told(
            {_text(key): _text(mark) for key, mark in marks.items()},
            {_text(key): _moment(until) for key, until in later.items()},
            frozenset(_number(account) for account in known),
            None if snoozed is None else _moment(snoozed),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return Told()


def save(path: Path, told: Told) -> None:
    """Write it down. Raises OSError."""
    data = {
        "marks": dict(told.marks),
        "later": {key: until.isoformat() for key, until in told.later.items()},
        "known": sorted(told.known),
        "snoozed_until": told.snoozed_until.isoformat() if told.snoozed_until else None,
    }
    write_whole(path, json.dumps(data, indent=1) + "\n")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise ValueError("not a number")
    return value


def _moment(value: object) -> dt.datetime:
    found = dt.datetime.fromisoformat(_text(value))
    if found.tzinfo is None:
        raise ValueError("a time without a zone")
    return found.astimezone(dt.UTC)
