"""Movements in the formats of bookkeeping programs: Beancount, Ledger (hledger reads it too) and QIF."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence

from core.export.movements import Adjustment, Contribution, movements
from core.export.record import Record
from core.export.texts import one_line
from core.export.words import FileWords
from core.money import to_wire


def beancount(records: Sequence[Record], words: FileWords) -> str:
    """A Beancount file: an asset account a person, transactions, and a balance assertion after every reading.

    Beancount asserts at the beginning of a day, so an assertion stands on the day after its reading.
    """
    lines = [f'option "title" "{_beancount_text(words.say("title"))}"', 'option "operating_currency" "IDR"']
    for name, record in _named(records):
        moves = movements(record)
        if not moves:
            continue
        asset, dues, other = f"Assets:JHT:{name}", *_incomes(name, words)
        lines += ["", *(f"{moves[0].day} open {account} IDR" for account in (asset, dues, other))]
        for move in moves:
            payee, text, income = _told(move, dues, other, words)
            quoted = " ".join(f'"{_beancount_text(part)}"' for part in (payee, text) if part)
            lines += ["", f"{move.day} * {quoted}", f"  {asset}  {to_wire(move.amount)} IDR", f"  {income}"]
            if isinstance(move, Adjustment):
                lines += ["", f"{move.day + dt.timedelta(days=1)} balance {asset}  {to_wire(move.balance)} IDR"]
    return "\n".join(lines) + "\n"


def ledger(records: Sequence[Record], words: FileWords) -> str:
    """A Ledger file; every adjustment asserts the balance that was read."""
    lines = [f"; {words.say('unofficial')}"]
    for name, record in _named(records):
        asset, dues, other = f"Assets:JHT:{name}", *_incomes(name, words)
        for move in movements(record):
            payee, text, income = _told(move, dues, other, words)
            asserted = f" = {to_wire(move.balance)} IDR" if isinstance(move, Adjustment) else ""
            title = _ledger_text(" - ".join(part for part in (payee, text) if part))
            lines += ["", f"{move.day:%Y/%m/%d} * {title}", f"    {asset}  {to_wire(move.amount)} IDR{asserted}", f"    {income}"]
    return "\n".join(lines) + "\n"


def qif(records: Sequence[Record], words: FileWords) -> str:
    """A QIF file (month/day/year, as the format's makers wrote it), one account a person."""
    lines: list[str] = []
    for name, record in _named(records):
        lines += ["!Account", f"NJHT {name}", "TBank", "^", "!Type:Bank"]
        for move in movements(record):
            payee, text, income = _told(move, words.say("income_contribution"), words.say("income_other"), words)
            lines += [f"D{move.day:%m/%d/%Y}", f"T{to_wire(move.amount)}", f"P{payee or text}", f"M{text}", f"L{income}", "^"]
    return "\n".join(lines) + "\n"


def _named(records: Sequence[Record]) -> list[tuple[str, Record]]:
    """Each record with a name of its own that all these formats can bear: letters, digits and hyphens, a capital first."""
    found: list[tuple[str, Record]] = []
    taken: set[str] = set()
    for record in records:
        plain = unicodedata.normalize("NFKD", record.account.name).encode("ascii", "ignore").decode()
        name = "-".join(re.findall("[A-Za-z0-9]+", plain)) or "Akun"
        name = name[0].upper() + name[1:]
        if name in taken:
            name = f"{name}-{record.account.id}"
        taken.add(name)
        found.append((name, record))
    return found


def _incomes(name: str, words: FileWords) -> tuple[str, str]:
    return tuple(f"Income:JHT:{name}:{words.say(key)}" for key in ("income_contribution", "income_other"))  # type: ignore[return-value]


def _told(move: Contribution | Adjustment, dues: str, other: str, words: FileWords) -> tuple[str, str, str]:
    """Payee, text and the account on the other side."""
    if isinstance(move, Contribution):
        return one_line(move.company or ""), words.say("contribution", blth=str(move.blth)), dues
    return "", words.say("opening" if move.first else "adjustment"), other


def _beancount_text(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _ledger_text(text: str) -> str:
    """A payee of Ledger ends at two spaces, a tab or a semicolon; a leading mark could be a state or a code."""
    return " ".join(text.replace(";", ",").split()).lstrip("*!(=~ ") or "-"
