"""`main.py history`: every balance that was ever read, oldest first."""

from __future__ import annotations

import datetime as dt
import json
import sys

from core.commands.options import parse
from core.commands.output import card_data, put
from core.commands.record import read_records
from core.errors import EXIT_CODES, InternalError
from core.export.record import Record
from core.insight.series import whole_balances
from core.models import Reading
from core.money import format_rupiah, to_wire
from core.words import Words


def run(argv: list[str]) -> int:
    """With --json one object a reading and line: account, day, checked_at, source, portal, as_of, total, change, cards.

    Amounts are rupiah with two decimals as texts, times UTC. `total` is null for a file of some cards only; `change` is since the
    total before, null for the first. Raises Usage.
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
        before: int | None = None
        for reading, total in zip(record.readings, whole_balances(record.readings), strict=True):
            change = None if total is None or before is None else total - before
            before = before if total is None else total
            lines = [json.dumps(_data(record, reading, total, change))] if as_json else _lines(record, reading, total, words)
            for line in lines:
                put(sys.stdout, line)
    return 0


def _data(record: Record, reading: Reading, total: int | None, change: int | None) -> dict[str, object]:
    balance = reading.balance
    return {
        "account": record.account.name,
        "day": reading.day.isoformat(),
        "checked_at": reading.checked_at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "source": reading.source.value,
        "portal": reading.portal,
        "as_of": balance.as_of.isoformat() if balance.as_of else None,
        "total": None if total is None else to_wire(total),
        "change": None if change is None else to_wire(change),
        "cards": [card_data(card) for card in balance.cards],
    }


def _lines(record: Record, reading: Reading, total: int | None, words: Words) -> list[str]:
    """The account's balance; or of a file of some cards only, a line for each of them, which names it."""
    said = {
        "day": reading.day.isoformat(),
        "account": record.account.name,
        "source": str(words.table["source"][reading.source.value]),
    }
    if total is not None:
        return [words.say("history_line", amount=format_rupiah(total), **said)]
    return [
        words.say("history_line_card", kpj=card.kpj or words.say("unknown"), amount=format_rupiah(card.balance), **said)
        for card in reading.balance.cards
    ]
