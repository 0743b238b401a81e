"""Every host that was ever contacted: when, how often, how many bytes. A small private file of JSON lines, no address, no secret in it.

A line is added before a host is contacted for the first time in a visit, so that it stands there even if the process dies, and one with
the bytes when the visit is over. Lines are only ever added; when they are many they are summed up, so that the file stays small.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from email.utils import parsedate_to_datetime
from pathlib import Path

from core.paths import make_private_folder
from core.whole_file import read_small, write_whole

SUM_UP_AT_BYTES = 262_144  # more than 500 hosts can take, so that summing up makes room for long
MOST_BYTES = 1 << 20
MOST_HOSTS = 500
LONGEST_HOST = 253


@dataclass(frozen=True, slots=True)
class Host:
    """One host. sent: bytes of addresses and forms in all; received: bytes of
    headers and (compressed) bodies, both without what TLS adds. skew_s: how far its clock was ahead of ours when
    it last said its time, in seconds; None if it never did."""

    host: str
    first: dt.datetime
    last: dt.datetime
    visits: int = 0
    sent: int = 0
    received: int = 0
    skew_s: int | None = None


class Recorder:
    """The hosts of one visit. Never raises: a full disk costs the record, not the check."""

    def __init__(self, path: Path, now: Callable[[], dt.datetime]) -> None:
        self._path = path
        self._now = now
        self._sent: defaultdict[str, int] = defaultdict(int)
        self._received: defaultdict[str, int] = defaultdict(int)
        self._skew_s: dict[str, int] = {}

    def contacting(self, host: str, sent: int) -> None:
        """Something is about to be sent there."""
        if host not in self._sent:
            now = self._now()
            self._write([Host(host[:LONGEST_HOST], now, now, visits=1)])
        self._sent[host] += sent

    def received(self, host: str, received: int, date: str | None) -> None:
        """What came back; `date` is the answer's Date header."""
        self._received[host] += received
        with suppress(ValueError, TypeError, OverflowError):
            there = parsedate_to_datetime(date or "")
            if there.tzinfo is not None:
                self._skew_s[host] = round((there - self._now()).total_seconds())

    def close(self) -> None:
        """The visit is over."""
        now = self._now()
        self._write(
            [
                Host(host[:LONGEST_HOST], now, now, 0, sent, self._received[host], self._skew_s.get(host))
                for host, sent in self._sent.items()
            ]
        )
        self._sent.clear()

    def _write(self, hosts: list[Host]) -> None:
        with suppress(OSError):
            make_private_folder(self._path.parent)
            handle = os.open(self._path, os.O_APPEND | os.O_CREAT | os.O_WRONLY, 0o600)
            try:
                os.write(handle, "".join(_line(host) for host in hosts).encode())
                grown = os.fstat(handle).st_size > SUM_UP_AT_BYTES
            finally:
                os.close(handle)
            if grown:
                write_whole(self._path, "".join(_line(host) for host in load(self._path)))


def load(path: Path) -> tuple[Host, ...]:
    """Every host, the one contacted last first, at most 500. A line that is none of ours is passed over. Never raises."""
    found: dict[str, Host] = {}
    for line in (read_small(path, MOST_BYTES) or "").splitlines():
        host = _host(line)
        if host is not None:
            found[host.host] = _together(found[host.host], host) if host.host in found else host
    return tuple(sorted(found.values(), key=lambda host: host.last, reverse=True)[:MOST_HOSTS])


def _together(one: Host, two: Host) -> Host:
    newer = two if two.last >= one.last else one
    skew_s = newer.skew_s if newer.skew_s is not None else (one if newer is two else two).skew_s
    return Host(
        one.host,
        min(one.first, two.first),
        newer.last,
        one.visits + two.visits,
        one.sent + two.sent,
        one.received + two.received,
        skew_s,
    )


def _line(host: Host) -> str:
    return json.dumps({**asdict(host), "first": host.first.isoformat(), "last": host.last.isoformat()}) + "\n"


def _host(line: str) -> Host | None:
    try:
        data = json.loads(line)
        visits, sent, received = (data[name] for name in ("visits", "sent", "received"))
        skew_s = data["skew_s"]
        first, last = (dt.datetime.fromisoformat(data[name]) for name in ("first", "last"))
        fits = all(type(number) is int and number >= 0 for number in (visits, sent, received)) and (
            skew_s is None or type(skew_s) is int
        )
        if not fits or not isinstance(data["host"], str) or first.tzinfo is None or last.tzinfo is None:
            return None
        return Host(data["host"], first, last, visits, sent, received, skew_s)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
