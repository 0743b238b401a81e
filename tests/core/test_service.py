"""One check: the attempt first, nothing sent that should not be, every end written, no figure lost."""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from core import logs
from core.errors import (
    AccountLocked,
    CheckError,
    CredentialsRejected,
    InternalError,
    NetworkFailure,
    Status,
    VaultReason,
    VaultUnavailable,
)
from core.ledger import Ledger, LedgerProblem
from core.models import Account, Attempt, Balance, Card, Reading, Secrets, Step, Trigger
from core.portal.profile import Profile, Road
from core.service import NotStored, Service
from core.vault import Vault
from tests.fakes.keyrings import FakePlace, MemoryKeyring

NOW = dt.datetime(2026, 11, 22, 18, 30, tzinfo=dt.UTC)
PROFILE = Profile("bpjstk-es", {}, "https://portal.example.test/", Road.DIRECT, domain="example.test")
BALANCE = Balance(123_400, (Card(123_400),))
TYPED = Secrets("typed secret", "111111")
KEPT = Secrets("kept secret", "222222")


@dataclass
class FakeWalk:
    """A portal as the service sees it: counts visits, remembers who came with what, answers or fails."""

    ends: Exception | None = None
    finds: Balance = BALANCE
    on_the_way: Callable[[], None] = lambda: None
    visits: list[tuple[str, Secrets, dt.date]] = field(default_factory=list)

    def __call__(
        self, profile: Profile, user: str, secrets: Secrets, *, on_step: Callable[[Step], None], today: dt.date
    ) -> Balance:
        self.visits.append((user, secrets, today))
        on_step(Step.CONTACTING)
        on_step(Step.SIGNING_IN)
        self.on_the_way()
        if self.ends is not None:
            raise self.ends
        on_step(Step.READING)
        return self.finds


class World:
    """A service with its ledger, its keyring and one account, and what it told."""

    def __init__(self, path: Path) -> None:
        self.ledger = Ledger.open(path)
        self.walk = FakeWalk()
        self.place = FakePlace(MemoryKeyring())
        self.vault = Vault(find=lambda: self.place)  # type: ignore[arg-type, return-value]
        self.hidden: list[Secrets] = []
        self.steps: list[Step] = []
        self.not_kept: list[str | None] = []
        self.account = self.ledger.add_account("Siti", "siti@example.test", "bpjstk-es", now=NOW)
        self.service = Service(self.ledger, self.vault, self.walk, lambda: NOW, self.hidden.append)

    def check(
        self,
        secrets: Secrets | None = TYPED,
        *,
        trigger: Trigger = Trigger.PERSON,
        unattended: bool = False,
        remember: bool = False,
    ) -> Reading:
        return self.service.check(
            self.account,
            PROFILE,
            secrets,
            trigger=trigger,
            unattended=unattended,
            remember=remember,
            on_step=self.steps.append,
            on_not_kept=lambda problem: self.not_kept.append(problem.reason),
        )

    @property
    def last(self) -> Attempt:
        attempt = self.ledger.last_attempt(self.account.id)
        assert attempt is not None
        return attempt

    def keep(self, secrets: Secrets) -> None:
        self.vault.store(self.ledger.vault_key(self.account.id), secrets)

    def kept(self) -> Secrets:
        return self.vault.read(self.ledger.vault_key(self.account.id))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    made = World(tmp_path / "ledger.sqlite3")
    yield made
    made.ledger.close()


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    file = logs.start(tmp_path / "log")
    yield tmp_path / "log"
    logging.getLogger().removeHandler(file)


def test_a_check_that_succeeds_leaves_a_reading_and_a_finished_attempt(world: World) -> None:
    reading = world.check()
    assert reading.balance == BALANCE
    assert world.ledger.history(world.account.id) == [reading]
    assert (world.last.status, world.last.step, world.last.trigger) == (Status.OK, Step.STORING, Trigger.PERSON)
    assert world.steps == [Step.CONTACTING, Step.SIGNING_IN, Step.READING, Step.STORING]


def test_the_attempt_is_written_before_the_portal_hears_of_us(world: World) -> None:
    seen: list[Attempt | None] = []
    world.walk.on_the_way = lambda: seen.append(world.ledger.last_attempt(world.account.id))
    world.check()
    assert [(attempt.status, attempt.finished_at) for attempt in seen if attempt] == [(None, None)]


def test_the_portal_is_told_the_date_of_jakarta(world: World) -> None:
    world.check()
    assert world.walk.visits == [("siti@example.test", TYPED, dt.date(2026, 11, 23))]  # 18:30 UTC is past midnight there


def test_without_typed_secrets_the_vault_is_asked(world: World) -> None:
    world.keep(KEPT)
    world.check(None)
    assert [secrets for _, secrets, _ in world.walk.visits] == [KEPT]
    assert world.hidden == [KEPT]


@pytest.mark.parametrize("reason", list(VaultReason))
def test_a_vault_that_says_no_ends_the_check_before_the_portal(world: World, reason: VaultReason) -> None:
    world.place.refuses = reason
    with pytest.raises(VaultUnavailable, match=reason.value):
        world.check(None)
    assert world.walk.visits == []
    assert (world.last.status, world.last.reason, world.last.step) == (Status.VAULT_UNAVAILABLE, reason.value, None)


def test_typed_secrets_do_not_need_the_vault(world: World) -> None:
    world.place.refuses = VaultReason.HANGING
    assert world.check().balance == BALANCE


def test_a_failure_is_written_with_the_portals_words_and_how_far_it_came(world: World) -> None:
    world.walk.ends = CredentialsRejected("portal_says", portal_words="PIN salah")
    with pytest.raises(CredentialsRejected):
        world.check()
    assert (world.last.status, world.last.reason, world.last.portal_words) == (
        Status.CREDENTIALS_REJECTED,
        "portal_says",
        "PIN salah",
    )
    assert world.last.step is Step.SIGNING_IN
    assert len(world.walk.visits) == 1
    assert world.ledger.history(world.account.id) == []


def test_an_error_nobody_named_becomes_one_without_its_text(world: World, log: Path) -> None:
    world.walk.ends = RuntimeError("typed secret at https://portal/?pin=111111")
    with pytest.raises(InternalError) as error:
        world.check()
    assert (error.value.reason, error.value.__cause__, error.value.__suppress_context__) == ("unexpected", None, True)
    assert (world.last.status, world.last.reason) == (Status.INTERNAL_ERROR, "unexpected")
    said = log.read_text("utf-8")
    assert "unexpected: RuntimeError at test_service.py:" in said
    assert "typed secret" not in said


def test_when_the_attempt_cannot_be_written_nothing_is_sent(world: World) -> None:
    let_it_grow_no_further(world.ledger)
    with pytest.raises(LedgerProblem):
        while True:  # until not even an attempt fits
            world.ledger.begin_attempt(world.account.id, Trigger.PERSON, now=NOW)
    with pytest.raises(LedgerProblem) as problem:
        world.check()
    assert problem.value.code == "ledger_disk_full"
    assert world.walk.visits == []


def test_a_balance_that_cannot_be_stored_is_not_lost_and_not_called_a_success(world: World) -> None:
    world.walk.finds = Balance(123_400, (Card(123_400, company="x" * 100_000),))
    let_it_grow_no_further(world.ledger)
    with pytest.raises(NotStored) as problem:
        world.check()
    assert problem.value.balance == world.walk.finds
    assert (problem.value.status, problem.value.reason) == (Status.INTERNAL_ERROR, "ledger_disk_full")
    assert (world.last.status, world.last.reason) == (Status.INTERNAL_ERROR, "ledger_disk_full")
    assert world.ledger.history(world.account.id) == []


def test_a_balance_of_an_account_removed_meanwhile_is_not_lost_either(world: World) -> None:
    world.walk.on_the_way = lambda: world.ledger.remove_account(world.account.id)
    with pytest.raises(NotStored) as problem:
        world.check()
    assert (problem.value.balance, problem.value.reason) == (BALANCE, "not_stored")


def test_an_end_that_cannot_be_written_does_not_hide_the_failure_itself(world: World, log: Path) -> None:
    world.walk.on_the_way = lambda: world.ledger.remove_account(world.account.id)
    world.walk.ends = NetworkFailure("timeout")
    with pytest.raises(NetworkFailure):
        world.check()
    assert "the end of an attempt could not be written" in log.read_text("utf-8")


def test_secrets_are_kept_only_after_the_portal_accepted_them(world: World) -> None:
    kept_on_the_way: list[dict[tuple[str, str], str]] = []
    keyring = world.place.keyring
    assert isinstance(keyring, MemoryKeyring)
    world.walk.on_the_way = lambda: kept_on_the_way.append(dict(keyring.kept))
    world.check(remember=True)
    assert kept_on_the_way == [{}]
    assert world.kept() == TYPED
    assert world.ledger.account("Siti").remember


def test_refused_secrets_are_never_kept_and_do_not_replace_good_ones(world: World) -> None:
    world.keep(KEPT)
    world.walk.ends = CredentialsRejected("portal_says")
    with pytest.raises(CredentialsRejected):
        world.check(remember=True)
    assert world.kept() == KEPT


def test_secrets_typed_for_one_check_only_are_kept_nowhere(world: World) -> None:
    world.check()
    with pytest.raises(VaultUnavailable, match="vault_empty"):
        world.kept()
    assert not world.ledger.account("Siti").remember


def test_a_vault_that_cannot_keep_does_not_spoil_the_check(world: World) -> None:
    world.place.refuses = VaultReason.LOCKED
    assert world.check(remember=True).balance == BALANCE
    assert world.not_kept == ["vault_locked"]
    assert world.last.status is Status.OK
    assert not world.ledger.account("Siti").remember


def test_an_account_removed_while_its_secret_is_kept_does_not_spoil_the_check(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(account_id: int, **_: object) -> Account:
        raise LedgerProblem("ledger_locked")

    monkeypatch.setattr(world.ledger, "update_account", gone)
    assert world.check(remember=True).balance == BALANCE
    assert world.not_kept == []


@pytest.mark.parametrize("refusal", [CredentialsRejected("portal_says", portal_words="PIN salah"), AccountLocked("portal_says")])
def test_a_kept_secret_that_was_refused_is_never_sent_again_by_itself(world: World, refusal: CheckError) -> None:
    world.keep(KEPT)
    world.walk.ends = refusal
    with pytest.raises(type(refusal)):
        world.check(None, trigger=Trigger.SCHEDULE, unattended=True)
    for _ in range(3):
        with pytest.raises(type(refusal)) as again:
            world.check(None, trigger=Trigger.COMMAND, unattended=True)
        assert (again.value.reason, again.value.portal_words) == ("refused_before", refusal.portal_words)
    assert len(world.walk.visits) == 1
    assert len(world.ledger.attempts(world.account.id)) == 1


def test_the_person_may_try_again_what_was_refused(world: World) -> None:
    world.keep(KEPT)
    world.walk.ends = CredentialsRejected("portal_says")
    with pytest.raises(CredentialsRejected):
        world.check(None)
    world.walk.ends = None
    assert world.check(None).balance == BALANCE
    assert world.check(None, trigger=Trigger.SCHEDULE, unattended=True).balance == BALANCE


def test_other_failures_do_not_keep_an_unattended_check_from_trying(world: World) -> None:
    world.keep(KEPT)
    world.walk.ends = NetworkFailure("timeout")
    for _ in range(2):
        with pytest.raises(NetworkFailure):
            world.check(None, trigger=Trigger.COMMAND, unattended=True)
    assert len(world.walk.visits) == 2


def test_a_killed_check_is_there_unfinished(world: World) -> None:
    def kill() -> None:
        raise KeyboardInterrupt

    world.walk.on_the_way = kill
    with pytest.raises(KeyboardInterrupt):
        world.check()
    assert (world.last.status, world.last.finished_at) == (None, None)


def let_it_grow_no_further(ledger: Ledger) -> None:
    """The next page the file needs is refused, as on a full disk."""
    pages = ledger._store.read(lambda row: int(row[0]), "PRAGMA page_count")[0]
    ledger._store.read(lambda row: row[0], f"PRAGMA max_page_count = {pages}")
