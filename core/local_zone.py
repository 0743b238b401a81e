"""The zone this machine's clock is set to, with its summer times past and to come: a tzinfo that asks the system each time."""

from __future__ import annotations

import datetime as dt
import time


class MachineZone(dt.tzinfo):
    """Made anew, it notices that the zone was changed while the program runs."""

    def __init__(self) -> None:
        if hasattr(time, "tzset"):  # not on Windows, where the system is asked anyway
            time.tzset()

    def utcoffset(self, when: dt.datetime | None) -> dt.timedelta | None:
        """The offset of a time on the wall there."""
        return None if when is None else when.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, when: dt.datetime | None) -> dt.timedelta | None:
        """Not told apart from the offset."""
        return None

    def tzname(self, when: dt.datetime | None) -> str | None:
        """The zone's short name then."""
        return None if when is None else when.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, when: dt.datetime) -> dt.datetime:
        """The time on the wall there at a moment given as UTC."""
        return when.replace(tzinfo=dt.UTC).astimezone().replace(tzinfo=self)
