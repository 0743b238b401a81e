"""The demo's sample is made once, whole, and agrees with what the simulator will say next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import demo
from core.errors import Status
from core.insight.explain import What, explain
from core.ledger import Ledger
from core.models import Account, Secrets, Source
from core.simulator.accounts import DEMO, ONE_CARD
from core.simulator.history import sample_history

NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite3") as opened:
        yield opened


def test_one_person_with_36_months_of_readings_from_the_portal(ledger: Ledger) -> None:
    account = demo.prepare(ledger, NOW)
    history = [reading for reading in ledger.history(account.id) if reading.source is Source.PORTAL]
    assert (account.name, account.portal, len(history)) == ("Siti (contoh)", "simulator-sso2019", 36)
    assert [(reading.checked_at, reading.balance) for reading in history] == sample_history(NOW.date())
    assert all(reading.checked_at < NOW for reading in history)


def test_each_sample_reading_has_its_attempt(ledger: Ledger) -> None:
    account = demo.prepare(ledger, NOW)
    attempts = ledger.attempts(account.id)
    assert [attempt.status for attempt in attempts] == [Status.OK] * 36
    assert [attempt.started_at for attempt in attempts[::-1]] == [
        reading.checked_at for reading in ledger.history(account.id) if reading.source is Source.PORTAL
    ]


def test_it_is_made_once(ledger: Ledger) -> None:
    first = demo.prepare(ledger, NOW)
    assert demo.prepare(ledger, NOW + dt.timedelta(days=90)) == first
    assert len(ledger.history(first.id)) == demo.READINGS == 38


def test_a_person_who_replaced_the_sample_does_not_get_it_back(ledger: Ledger) -> None:
    sample = demo.prepare(ledger, NOW)
    mine = ledger.add_account("Budi", ONE_CARD.email, "simulator-es", now=NOW)
    ledger.remove_account(sample.id)
    assert demo.prepare(ledger, NOW) == mine
    assert ledger.accounts() == [mine]


def test_a_sample_that_fails_half_way_leaves_nothing(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    real = ledger.store_reading
    stored: list[object] = []

    def fails_at_the_tenth(*arguments: object, **named: object) -> object:
        stored.append(arguments)
        if len(stored) == 10:
            raise KeyboardInterrupt
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(ledger, "store_reading", fails_at_the_tenth)
    with pytest.raises(KeyboardInterrupt):
        demo.prepare(ledger, NOW)
    assert ledger.accounts() == []


@pytest.mark.parametrize("user", [DEMO.email, DEMO.nik])
def test_only_the_samples_own_secrets_are_known(user: str) -> None:
    assert demo.fixture_secrets(Account(1, "x", user, demo.PORTAL)) == Secrets(DEMO.secret, DEMO.pin)
    assert demo.fixture_secrets(Account(1, "x", ONE_CARD.email, demo.PORTAL)) is None


def test_two_yearly_statements_explain_what_the_portal_said(ledger: Ledger) -> None:
    account = demo.prepare(ledger, NOW)
    stored = ledger.statements(account.id)
    assert sorted({one.statement.year for one in stored if one.statement.year}) == [2024, 2025]
    for one in stored:
        told = one.statement
        parts = [told.opening, told.growth, told.dues, told.growth_on_dues]
        assert None not in parts and sum(part or 0 for part in parts) - (told.taken or 0) == told.closing
        assert sum((m.employer or 0) + (m.worker or 0) for m in told.months) == told.dues
    assert ledger.disagreements(account.id) == []


def test_in_the_demo_a_whole_year_is_explained_to_the_sen(ledger: Ledger) -> None:
    account = demo.prepare(ledger, NOW)
    first, last = (reading for reading in ledger.history(account.id) if reading.source is Source.STATEMENT)
    found = explain(first, last, ledger.months(account.id), ledger.statements(account.id))
    assert found.amount(What.UNEXPLAINED) == 0 and found.amount(What.GROWTH) > 0 and not found.rate_is_estimate
