"""A ledger with every kind of entry in it, made the way the program makes one: 1,000 entries of two people."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from core.blth import Blth
from core.errors import Maintenance
from core.ledger import Ledger
from core.ledger.entries import ImportEntry, Wage
from core.ledger.key import Key
from core.models import Account, Balance, Card, Evidence, Segment, Source, Step, Trigger
from core.statements.statement import Kind, Month, Statement

NOW = dt.datetime(2020, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
ENTRIES = 1_000
EVIDENCE = Evidence("Saldo JHT", "table/tr[2]", "Saldo «Rp 1.000»")


def balance(sen: int) -> Balance:
    """A balance of two cards, one told in full and one barely."""
    full = Card(sen, "21098764567", "PT Maju", "99000001/000", Segment.PU, True, Blth(2026, 10), EVIDENCE)
    return Balance(sen + 7, (full, Card(7)), dt.date(2026, 1, 1), True, EVIDENCE)


def statement(year: int) -> Statement:
    """A year's statement with two months."""
    months = tuple(
        Month(Blth(year, month), dt.date(year, month, 9), dt.date(year, month, 11), 500_000, 5, 18_500, 10_000, 10_000, 5_000)
        for month in (5, 6)
    )
    return Statement(
        Kind.RSJHT, year, "21098764567", npp="99000001/000", company="PT Maju", first_month=Blth(2010, 1),
        first_pension_month=Blth(2015, 7), pension_months=100, opening=1_000_000 + year, growth=1, dues=57_000,
        growth_on_dues=2, taken=3, closing=1_057_000 + year, closing_on=dt.date(year, 12, 31), months=months, evidence=EVIDENCE,
    )  # fmt: skip


def make(path: Path, entries: int = ENTRIES, key: Key | None = None) -> int:
    """Make the ledger in that new file; returns how many links its chain has (at least `entries`)."""
    with Ledger.open(path, key) as ledger:
        people = [ledger.add_account(name, f"{name}@example.test", "simulator-es", now=NOW) for name in ("Siti", "Budi")]
        links, number = 2, 0
        while links < entries:
            number += 1
            links += _one_day(ledger, people[number % 2], number)
    return links


def _one_day(ledger: Ledger, person: Account, number: int) -> int:
    """A day's entries; returns how many links they are."""
    at = NOW + dt.timedelta(days=number)
    with ledger.transaction():
        attempt = ledger.begin_attempt(person.id, Trigger.SCHEDULE, now=at)
        if number % 5 == 0:
            ledger.end_attempt(
                attempt, Maintenance("maintenance", portal_words="sedang dipelihara"), step=Step.CONTACTING, now=at
            )
            links = 2
        else:
            ledger.store_reading(
                person.id, balance(number * 100), portal="p", checked_at=at, source=Source.PORTAL, attempt_id=attempt
            )
            ledger.end_attempt(attempt, None, step=Step.STORING, now=at)
            links = 3
        if number % 20 == 0:
            wages = (Wage(person.id, Blth(2020, 1), 500_000 + number, "21098764567", "99000001/000", "PT Maju"),)
            told = ((person.id, statement(1900 + number % 1000), False),)
            done = ledger.imports.add(ImportEntry("RSJHT.pdf", f"{number:064x}", Kind.RSJHT, told, wages), at)
            ledger.imports.hide(done, at)
            links += 5
        if number % 40 == 0:
            ledger.update_account(person.id, paused=number % 80 == 0)
            links += 1
    return links
