"""What goes in and out of the simulator, apart from sockets: a request, a reply, and the line of it that is kept."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Kind(Enum):
    """What a reply is, for the faults of the wire."""

    PAGE = "page"
    BALANCE = "balance"  # a page with figures
    ASSET = "asset"
    OURS = "ours"  # the simulator's own pages: no fault touches them


@dataclass(frozen=True, slots=True)
class Request:
    """One request. What was typed has no repr, and lives as long as the answer takes."""

    method: str
    path: str
    query: dict[str, str] = field(default_factory=dict, repr=False)
    form: dict[str, list[str]] = field(default_factory=dict, repr=False)
    session: str | None = field(default=None, repr=False)
    data: object = field(default=None, repr=False)  # a JSON body

    def typed(self, name: str) -> str:
        """A form field as it was typed, empty if it was not sent."""
        values = self.form.get(name, [])
        return values[0] if values else ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer. `cut`: the figure in whose middle a truncated page breaks off."""

    body: str | bytes = ""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    content_type: str = "text/html"
    kind: Kind = Kind.PAGE
    cut: str | None = None
    logged_in: bool = False


class LogEntry(NamedTuple):
    """What is remembered of a request: never a value that was sent. `path` is one of the simulator's own paths (else "?"), with
    the NAMES of known query fields; `fields` are the names of known form fields."""

    time: dt.datetime  # aware UTC
    method: str
    path: str
    status: int
    logged_in: bool
    fields: tuple[str, ...]


def redirect(to: str, status: int = 302, kind: Kind = Kind.PAGE) -> Reply:
    """An answer that sends the client elsewhere."""
    return Reply(status=status, headers=(("Location", to),), kind=kind)


def as_record(entry: LogEntry) -> dict[str, object]:
    """A log entry as it goes into JSON."""
    return {
        **entry._asdict(),
        "time": entry.time.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "fields": list(entry.fields),
    }
