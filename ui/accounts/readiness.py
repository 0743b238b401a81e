"""Since when this computer could have made a check, and what it last said of its power and its line.

It knows that it slept by the minutes that are missing between two ticks; that it was switched off by the date of an empty file,
which is touched now and then.
"""

from __future__ import annotations

import datetime as dt
import os
from contextlib import suppress
from pathlib import Path

from core.schedule import Machine

SLEPT = dt.timedelta(minutes=4)  # so long after the last tick, there was no minute's tick in between
TOUCH = dt.timedelta(minutes=30)
FRESH = dt.timedelta(
    minutes=10
)  # what the machine said holds so long; while something is due and held back, it is asked again then
WORDS = {"yes": True, "no": False}


class Readiness:
    """`file`: where the date is kept; a folder that cannot be written costs the knowledge of the last session, nothing else."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._ticked_at: dt.datetime | None = None
        self._touched_at: dt.datetime | None = None
        self._asked_at: dt.datetime | None = None
        self._woke_at: dt.datetime | None = None
        self._awake_before: dt.datetime | None = None
        self._said: dict[str, bool | None] = {}

    def tick(self, now: dt.datetime) -> bool:
        """Told at least once a minute while awake. Whether it has just woken (or its clock was set, which looks the same)."""
        last, self._ticked_at = self._ticked_at, now
        woke = last is None or not last <= now <= last + SLEPT
        if woke:
            self._begin(now, self._touched() if last is None else last)
        if woke or self._touched_at is None or now - self._touched_at >= TOUCH:
            self._touch(now)
        return woke

    def says(self, answer: dict[str, str] | None, now: dt.datetime) -> None:
        """What the machine said (the command's texts); None: nothing."""
        was_offline = self._said.get("online") is False
        self._said = {name: WORDS.get(word) for name, word in (answer or {}).items()}
        self._asked_at = now
        if was_offline and self._said.get("online") is not False:
            self._begin(now, self._awake_before)  # many come back on the line at once, as if they had woken

    def knows(self, now: dt.datetime) -> bool:
        """Whether what the machine said still holds."""
        return self._asked_at is not None and self._asked_at <= now < self._asked_at + FRESH

    def machine(self, now: dt.datetime) -> Machine:
        """What the schedule is told."""
        said = self._said if self.knows(now) else {}
        return Machine(self._woke_at, self._awake_before, said.get("on_battery"), said.get("metered"), said.get("online"))

    def _begin(self, now: dt.datetime, before: dt.datetime | None) -> None:
        self._woke_at = now
        self._awake_before = before if before is not None and before < now else None

    def _touched(self) -> dt.datetime | None:
        try:
            return dt.datetime.fromtimestamp(self._file.stat().st_mtime, dt.UTC)
        except (OSError, ValueError, OverflowError):
            return None

    def _touch(self, now: dt.datetime) -> None:
        self._touched_at = now
        with suppress(OSError):
            if not self._file.exists() and self._file.parent.is_dir():
                self._file.touch(mode=0o600)
            os.utime(self._file, (now.timestamp(), now.timestamp()))
