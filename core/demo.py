"""The demo: its own data folder with one sample person, 36 months of readings and two yearly statements, and the simulator to check
against."""

from __future__ import annotations

import datetime as dt
import hashlib

from core.ledger import Ledger
from core.ledger.entries import ImportEntry
from core.models import Account, Secrets, Source, Step, Trigger
from core.simulator.accounts import DEMO
from core.simulator.history import sample_history
from core.simulator.statements import statements_of
from core.statements.statement import Kind

PORTAL = "simulator-sso2019"
MONTHS = 36
STATEMENTS = 2
READINGS = MONTHS + STATEMENTS  # each statement tells the balance of its year's last day


def prepare(ledger: Ledger, now: dt.datetime) -> Account:
    """The sample account, made with its history the first time: all of it in one transaction, or nothing.

    A ledger that has accounts already is left alone (the person may have removed or renamed the sample): its first one is
    returned. Raises LedgerProblem.
    """
    with ledger.transaction():
        accounts = ledger.accounts()
        if accounts:
            return accounts[0]
        account = ledger.add_account(DEMO.name, DEMO.email, PORTAL, now=now)
        for checked_at, balance in sample_history(now.date(), MONTHS):
            attempt = ledger.begin_attempt(account.id, Trigger.PERSON, now=checked_at)
            ledger.store_reading(
                account.id, balance, portal=PORTAL, checked_at=checked_at, source=Source.PORTAL, attempt_id=attempt
            )
            ledger.end_attempt(attempt, None, step=Step.STORING, now=checked_at)
        for year in range(now.year - STATEMENTS, now.year):
            told = tuple((account.id, statement, False) for statement in statements_of(year))
            name = f"RSJHT-{year}-CONTOH.pdf"
            ledger.imports.add(ImportEntry(name, hashlib.sha256(name.encode()).hexdigest(), Kind.RSJHT, told), now)
        return account


def fixture_secrets(account: Account) -> Secrets | None:
    """The sample person's secrets, which are public; None for an account the person added."""
    if account.user in (DEMO.email, DEMO.nik):
        return Secrets(DEMO.secret, DEMO.pin)
    return None
