"""`main.py history`: every balance that was ever read, oldest first."""

from __future__ import annotations

import datetime as dt
import json
import sys
from itertools import pairwise

from core.commands.options import parse
from core.commands.output import card_data, put
from core.commands.record import read_records
from core.errors import EXIT_CODES, InternalError
from core.export.record import Record
from core.models import Reading
from core.money import format_rupiah, to_wire
from core.words import Words


def run(argv: list[str]) -> int:
    """With --json one object a reading and line: account, day, checked_at, source, portal, as_of, total, change, cards.

    Amounts are rupiah with two decimals as texts, times UTC; `change` is null for an account's first reading. Raises Usage.
    """
    options = parse(argv, texts=("--account",), switches=("--demo", "--json"))
    as_json = "--json" in options
    words = Words.load()
    try:
        records = read_records(options)
    except InternalError as problem:
        put(sys.stderr, words.explain(problem))
        return EXIT_CODES[problem.status]
    for record in records:
        for before, reading in pairwise((None, *record.readings)):
            if reading is not None:
                put(sys.stdout, json.dumps(_data(record, before, reading)) if as_json else _line(record, reading, words))
    return 0


def _data(record: Record, before: Reading | None, reading: Reading) -> dict[str, object]:
    balance = reading.balance
    return {
        "account": record.account.name,
        "day": reading.day.isoformat(),
        "checked_at": reading.checked_at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "source": reading.source.value,
        "portal": reading.portal,
        "as_of": balance.as_of.isoformat() if balance.as_of else None,
        "total": to_wire(balance.total),
        "change": None if before is None else to_wire(balance.total - before.balance.total),
        "cards": [card_data(card) for card in balance.cards],
    }


def _line(record: Record, reading: Reading, words: Words) -> str:
    return words.say(
        "history_line",
        day=reading.day.isoformat(),
        account=record.account.name,
        amount=format_rupiah(reading.balance.total),
        source=str(words.table["source"][reading.source.value]),
    )
