"""A full check in a process that is already warm, ours and the minimal script's in turns.

warm.py ADDRESS USER PAIRS      (secret and PIN on stdin, a line each; prints {"ours_ms": [...], "theirs_ms": [...]})
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import peer

from core.models import Secrets
from core.money import to_wire
from core.portal import flow, profile

address, user, pairs = sys.argv[1], sys.argv[2], int(sys.argv[3])
secret, pin = sys.stdin.read().split("\n")[:2]
known = profile.for_address(address)
today = dt.datetime.now(dt.timezone(dt.timedelta(hours=7))).date()  # Jakarta's


def ours() -> str:
    balance = flow.check(known, user, Secrets(secret, pin), on_step=lambda _: None, today=today)
    return to_wire(balance.total)


def theirs() -> str:
    return peer.check(address, user, secret, pin)


def time_ms(check: Callable[[], str], figures: set[str]) -> float:
    started = time.perf_counter()
    figures.add(check())
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    read: set[str] = set()
    written: set[str] = set()
    for _ in range(5):
        ours(), theirs()
    found = [(time_ms(ours, read), time_ms(theirs, written)) for _ in range(pairs)]
    same = {figure.removeprefix("Rp ").replace(".", "").replace(",", ".") for figure in written} == read
    print(json.dumps({"ours_ms": [a for a, _ in found], "theirs_ms": [b for _, b in found], "same_figure": same}))
