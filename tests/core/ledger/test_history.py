"""The ledger gives back what was written, and never lets it be rewritten."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from core.blth import Blth
from core.errors import AccountLocked, CheckError, HumanNeeded, Need, Status
from core.ledger import Ledger, LedgerProblem, NameTaken, NoSuchAccount, clean_name
from core.ledger.ledger import LONGEST_NAME
from core.models import Account, Balance, Card, Evidence, Segment, Source, Step, Trigger

NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)
FULL_CARD = Card(
    4_000_000_050,
    "21098764567",
    "PT Maju",
    "99000001/000",
    Segment.PU,
    True,
    Blth(2026, 10),
    Evidence("Saldo JHT", "table/tr[2]", "«Rp 1»"),
)
BARE_CARD = Card(0)
BALANCE = Balance(4_000_000_050, (FULL_CARD, BARE_CARD), dt.date(2026, 11, 21), True, Evidence("Total", "p", "«Rp 1»"))
BARE_BALANCE = Balance(0, (Card(0, active=False),))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite3") as opened:
        yield opened


@pytest.fixture
def siti(ledger: Ledger) -> Account:
    return ledger.add_account("Siti", "9901014506900001", "simulator-es", now=NOW)


def days(count: int) -> dt.datetime:
    return NOW + dt.timedelta(days=count)


def test_an_account_is_found_by_its_name_and_by_its_number(ledger: Ledger, siti: Account) -> None:
    assert ledger.account("Siti") == ledger.account(" Siti ") == ledger.account(f"#{siti.id}") == siti
    assert ledger.accounts() == [siti]


@pytest.mark.parametrize("name", ["Budi", "", "#", "#0", "#99", "#x", "# 1", "#+1", "#1; DROP TABLE account", "#" + "9" * 40])
def test_an_account_that_is_not_there_is_not_guessed(ledger: Ledger, siti: Account, name: str) -> None:
    with pytest.raises(NoSuchAccount):
        ledger.account(name)


def test_two_accounts_never_share_a_name(ledger: Ledger, siti: Account) -> None:
    other = ledger.add_account("Budi", "b", "simulator-es", now=NOW)
    with pytest.raises(NameTaken):
        ledger.add_account(" Siti", "x", "simulator-es", now=NOW)
    with pytest.raises(NameTaken):
        ledger.update_account(other.id, name="Siti")
    assert ledger.update_account(siti.id, name="Siti").name == "Siti"


@pytest.mark.parametrize("name", ["", "  ", "#1", "a\x00b", "a\u202eb", "x" * (LONGEST_NAME + 1)])
def test_a_name_that_cannot_be_typed_back_is_refused(ledger: Ledger, siti: Account, name: str) -> None:
    with pytest.raises(ValueError, match="not a name"):
        ledger.add_account(name, "u", "p", now=NOW)
    with pytest.raises(ValueError, match="not a name"):
        ledger.update_account(siti.id, name=name)


def test_a_name_is_kept_tidy() -> None:
    assert clean_name("  Siti \n Nurhaliza ") == "Siti Nurhaliza"


def test_only_what_is_given_is_changed(ledger: Ledger, siti: Account) -> None:
    ledger.update_account(siti.id, remember=True, paused=True)
    ledger.update_account(siti.id, user="siti@example.test")
    changed = ledger.update_account(siti.id, name="Ibu", paused=False)
    assert (
        changed
        == ledger.account("Ibu")
        == Account(siti.id, "Ibu", "siti@example.test", "simulator-es", remember=True, paused=False)
    )
    with pytest.raises(NoSuchAccount):
        ledger.update_account(99, paused=True)


def test_the_vault_key_is_steady_opaque_and_different_for_each(ledger: Ledger, siti: Account) -> None:
    other = ledger.add_account("Budi", siti.user, "simulator-es", now=NOW)
    key = ledger.vault_key(siti.id)
    assert key == ledger.vault_key(siti.id) != ledger.vault_key(other.id)
    assert key.startswith(f"account-{siti.id}-")
    assert siti.user not in key
    assert siti.name not in key
    with pytest.raises(NoSuchAccount):
        ledger.vault_key(99)


@pytest.mark.parametrize("balance", [BALANCE, BARE_BALANCE])
def test_a_reading_comes_back_as_it_was_stored(ledger: Ledger, siti: Account, balance: Balance) -> None:
    stored = ledger.store_reading(siti.id, balance, portal="simulator-es", checked_at=NOW, source=Source.STATEMENT)
    assert ledger.history(siti.id) == [stored]
    assert stored.balance == balance
    assert stored.source is Source.STATEMENT


def test_the_history_is_the_newest_readings_oldest_first(ledger: Ledger, siti: Account) -> None:
    other = ledger.add_account("Budi", "b", "p", now=NOW)
    for day in (3, 1, 2):
        ledger.store_reading(siti.id, Balance(day, (Card(day),)), portal="p", checked_at=days(day))
        ledger.store_reading(other.id, Balance(100 + day, (Card(100 + day),)), portal="p", checked_at=days(day))
    assert [reading.balance.total for reading in ledger.history(siti.id)] == [1, 2, 3]
    assert [reading.balance.cards for reading in ledger.history(siti.id, limit=2)] == [(Card(2),), (Card(3),)]
    assert ledger.history(99) == []


def test_an_attempt_is_there_before_it_ends(ledger: Ledger, siti: Account) -> None:
    number = ledger.begin_attempt(siti.id, Trigger.SCHEDULE, now=NOW)
    last = ledger.last_attempt(siti.id)
    assert last is not None
    assert (last.id, last.trigger, last.started_at) == (number, Trigger.SCHEDULE, NOW)
    assert (last.finished_at, last.status, last.step) == (None, None, None)


def test_an_attempt_ends_with_everything_that_is_known(ledger: Ledger, siti: Account) -> None:
    number = ledger.begin_attempt(siti.id, Trigger.PERSON, now=NOW)
    error = HumanNeeded(Need.OTP, "otp_wanted", portal_words="Masukkan kode OTP")
    ledger.end_attempt(number, error, step=Step.SIGNING_IN, now=days(1))
    last = ledger.last_attempt(siti.id)
    assert last is not None
    assert (last.finished_at, last.status, last.need) == (days(1), Status.HUMAN_NEEDED, Need.OTP)
    assert (last.reason, last.portal_words, last.step) == ("otp_wanted", "Masukkan kode OTP", Step.SIGNING_IN)


def test_a_success_ends_an_attempt_too(ledger: Ledger, siti: Account) -> None:
    number = ledger.begin_attempt(siti.id, Trigger.PERSON, now=NOW)
    ledger.end_attempt(number, None, step=None, now=NOW)
    last = ledger.last_attempt(siti.id)
    assert last is not None
    assert (last.status, last.need, last.reason, last.portal_words) == (Status.OK, None, None, None)


def test_attempts_come_newest_first_and_of_one_account_only(ledger: Ledger, siti: Account) -> None:
    other = ledger.add_account("Budi", "b", "p", now=NOW)
    numbers = [ledger.begin_attempt(siti.id, Trigger.PERSON, now=NOW) for _ in range(3)]
    ledger.begin_attempt(other.id, Trigger.PERSON, now=NOW)
    assert [attempt.id for attempt in ledger.attempts(siti.id)] == numbers[::-1]
    assert [attempt.id for attempt in ledger.attempts(siti.id, 1)] == numbers[-1:]
    assert ledger.last_attempt(99) is None


def test_an_attempt_ends_once(ledger: Ledger, siti: Account) -> None:
    number = ledger.begin_attempt(siti.id, Trigger.PERSON, now=NOW)
    ledger.end_attempt(number, AccountLocked(), step=None, now=NOW)
    with pytest.raises(LedgerProblem):
        ledger.end_attempt(number, None, step=None, now=NOW)
    assert ledger.attempts(siti.id)[0].status is Status.ACCOUNT_LOCKED


def test_several_entries_are_written_together_or_not_at_all(ledger: Ledger, siti: Account) -> None:
    number = ledger.begin_attempt(siti.id, Trigger.PERSON, now=NOW)
    with pytest.raises(CheckError), ledger.transaction():
        ledger.store_reading(siti.id, BALANCE, portal="p", checked_at=NOW, attempt_id=number)
        ledger.end_attempt(number, None, step=None, now=NOW)
        raise CheckError
    assert ledger.history(siti.id) == []
    assert ledger.attempts(siti.id)[0].status is None


def test_nothing_is_written_for_an_account_that_is_gone(ledger: Ledger, siti: Account) -> None:
    ledger.remove_account(siti.id)
    with pytest.raises(NoSuchAccount):
        ledger.begin_attempt(siti.id, Trigger.PERSON, now=NOW)
    with pytest.raises(NoSuchAccount):
        ledger.store_reading(siti.id, BALANCE, portal="p", checked_at=NOW)


def test_a_time_without_its_zone_is_refused(ledger: Ledger, siti: Account) -> None:
    with pytest.raises(ValueError, match="zone"):
        ledger.begin_attempt(siti.id, Trigger.PERSON, now=NOW.replace(tzinfo=None))
    assert ledger.attempts(siti.id) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attempt SET started_at = 'x'",
        "UPDATE attempt_end SET status = 'ok'",
        "UPDATE reading SET total = 1",
        "UPDATE card SET balance = 1",
        "DELETE FROM attempt",
        "DELETE FROM attempt_end",
        "DELETE FROM reading",
        "DELETE FROM card",
    ],
)
def test_history_is_not_rewritten(ledger: Ledger, siti: Account, statement: str) -> None:
    number = ledger.begin_attempt(siti.id, Trigger.PERSON, now=NOW)
    stored = ledger.store_reading(siti.id, BALANCE, portal="p", checked_at=NOW, attempt_id=number)
    ledger.end_attempt(number, AccountLocked(), step=None, now=NOW)
    before = ledger.attempts(siti.id)
    with pytest.raises(LedgerProblem):
        ledger._store.read(str, statement)
    assert ledger.history(siti.id) == [stored]
    assert ledger.attempts(siti.id) == before


def test_a_person_can_be_forgotten_and_nobody_else_is(ledger: Ledger, siti: Account, tmp_path: Path) -> None:
    other = ledger.add_account("Budi", "budi@example.test", "p", now=NOW)
    for account in (siti, other):
        number = ledger.begin_attempt(account.id, Trigger.PERSON, now=NOW)
        ledger.store_reading(account.id, BALANCE, portal="p", checked_at=NOW, attempt_id=number)
        ledger.end_attempt(number, None, step=None, now=NOW)
    ledger.remove_account(siti.id)
    assert ledger.accounts() == [other]
    assert (ledger.attempts(siti.id), ledger.history(siti.id)) == ([], [])
    assert len(ledger.history(other.id)[0].balance.cards) == 2
    ledger.close()
    left = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    assert siti.user.encode() not in left
    assert other.user.encode() in left


def test_the_number_of_a_removed_account_is_never_given_again(ledger: Ledger, siti: Account) -> None:
    ledger.remove_account(siti.id)
    assert ledger.add_account("Siti", "u", "p", now=NOW).id != siti.id
