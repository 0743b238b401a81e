"""A check of an account: which one, with whose secrets, at which portal; and what the keyring command says."""

from __future__ import annotations

import datetime as dt
import io
import json
import logging
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.commands import check, demo_data, vault
from core.commands.by_account import AccountCheck
from core.commands.by_address import profile_at, shown_origin
from core.commands.options import Usage, parse
from core.commands.output import Output
from core.errors import Blocked, CredentialsRejected, Status, VaultReason, VaultUnavailable
from core.ledger import Ledger
from core.models import Account, Balance, Secrets, Trigger
from core.paths import Folders
from core.simulator import Simulator
from core.simulator.accounts import DEMO, ONE_CARD
from core.vault import DEMO_SERVICE, Vault
from tests.fakes.keyrings import FakePlace, MemoryKeyring

NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """The commands change the log of their process; this process goes on."""
    root = logging.getLogger()
    before = list(root.handlers)
    yield
    root.handlers[:] = before


@pytest.fixture
def keyring() -> FakePlace:
    return FakePlace(MemoryKeyring())


@pytest.fixture
def run(home: Path, keyring: FakePlace) -> Callable[..., tuple[dt.datetime, Balance]]:
    """`check` with these arguments, up to its answer or its error."""

    def check_now(*argv: str) -> tuple[dt.datetime, Balance]:
        options = parse(argv, texts=check.TEXTS, switches=check.SWITCHES)
        return AccountCheck(options, Output(as_json=True), lambda: keyring).run()  # type: ignore[arg-type, return-value]

    return check_now


def accounts(*added: tuple[str, str, str], demo: bool = False) -> list[Account]:
    with Ledger.open(Folders.for_person(demo).ledger) as ledger:
        return [ledger.add_account(name, user, portal, now=NOW) for name, user, portal in added]


def last_trigger(demo: bool = True, account_id: int = 1) -> Trigger:
    with Ledger.open(Folders.for_person(demo).ledger) as ledger:
        attempt = ledger.last_attempt(account_id)
        assert attempt is not None
        return attempt.trigger


def test_a_person_without_accounts_is_told_and_no_folder_is_made(run: Callable[..., object], home: Path) -> None:
    with pytest.raises(Usage, match="not_yet"):
        run()
    assert list(home.iterdir()) == []


def test_an_empty_ledger_is_no_account_either(run: Callable[..., object]) -> None:
    accounts()
    with pytest.raises(Usage, match="not_yet"):
        run()


def test_among_several_accounts_one_must_be_named(run: Callable[..., object]) -> None:
    accounts(("Siti", "siti@example.test", "bpjstk-es"), ("Budi", "budi@example.test", "bpjstk-es"))
    with pytest.raises(Usage, match="which_account"):
        run()
    with pytest.raises(Usage, match="no_such_account"):
        run("--account", "Wayan")


def test_the_only_account_needs_no_name(run: Callable[..., object]) -> None:
    accounts(("Siti", "siti@example.test", "bpjstk-es"))
    with pytest.raises(VaultUnavailable, match="vault_empty"):
        run()
    assert last_trigger(demo=False) is Trigger.COMMAND


def test_a_simulators_account_is_never_sent_to_whatever_listens_on_this_machine(run: Callable[..., object]) -> None:
    accounts(("Siti", "siti@example.test", "simulator-es"))
    with pytest.raises(Usage, match="usage_demo_only"):
        run()


def test_a_real_portal_is_never_reached_from_the_demo(run: Callable[..., object]) -> None:
    accounts(("Siti", "siti@example.test", "bpjstk-es"), demo=True)
    with pytest.raises(Usage, match="usage_not_in_demo"):
        run("--demo")


def test_the_sample_person_needs_no_keyring(run: Callable[..., tuple[dt.datetime, Balance]], keyring: FakePlace) -> None:
    keyring.refuses = VaultReason.HANGING
    checked_at, balance = run("--demo", "--trigger", "schedule")
    assert balance.total == sum(card.balance for card in balance.cards)
    assert checked_at.microsecond == 0
    assert last_trigger() is Trigger.SCHEDULE


def test_a_fault_that_does_not_exist_is_said(run: Callable[..., object]) -> None:
    with pytest.raises(Usage, match="usage_bad_value"):
        run("--demo", "--fault", "moon")


def test_an_account_added_in_the_demo_uses_the_keyring_of_the_demo(run: Callable[..., object], keyring: FakePlace) -> None:
    accounts(("Budi", ONE_CARD.email, "simulator-es"), demo=True)
    with pytest.raises(VaultUnavailable, match="vault_empty"):
        run("--demo")
    with Ledger.open(Folders.for_person(demo=True).ledger) as ledger:
        key = ledger.vault_key(1)
    Vault(DEMO_SERVICE, lambda: keyring).store(key, Secrets(ONE_CARD.secret))  # type: ignore[arg-type, return-value]
    run("--demo")


def test_a_refused_secret_is_sent_again_only_by_a_person(
    run: Callable[..., object], keyring: FakePlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    accounts(("Budi", ONE_CARD.email, "simulator-es"), demo=True)
    with Ledger.open(Folders.for_person(demo=True).ledger) as ledger:
        key = ledger.vault_key(1)
    Vault(DEMO_SERVICE, lambda: keyring).store(key, Secrets("tidak-benar"))  # type: ignore[arg-type, return-value]
    told: list[str | None] = []
    for stdin, trigger in (
        (io.StringIO(), ()),
        (io.StringIO(), ()),
        (Terminal(), ()),
        (None, ()),
        (None, ("--trigger", "person")),
    ):
        monkeypatch.setattr(sys, "stdin", stdin)
        with pytest.raises(CredentialsRejected) as refused:
            run("--demo", *trigger)
        told.append(refused.value.reason)
    assert told == ["portal_says", "refused_before", "portal_says", "refused_before", "portal_says"]


def test_a_balance_that_could_not_be_stored_is_printed_all_the_same(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from core.service import NotStored

    class Job:
        portal: str | None = "simulator-es"
        unstored: Balance | None = Balance(100, ())

        def run(self) -> tuple[dt.datetime, Balance]:
            raise NotStored("ledger_disk_full", Balance(100, ()))

    assert check._finish(Job(), Output(as_json=True)) == 1
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (last["status"], last["total"]) == ("internal_error", "1.00")


def test_an_error_nobody_named_is_an_outcome_too(capsys: pytest.CaptureFixture[str]) -> None:
    class Job:
        portal: str | None = None
        unstored: Balance | None = None

        def run(self) -> tuple[dt.datetime, Balance]:
            raise RuntimeError("rahasia")

    assert check._finish(Job(), Output(as_json=True)) == 1
    shown = capsys.readouterr()
    assert json.loads(shown.out.splitlines()[0])["reason"] == "unexpected"
    assert "rahasia" not in shown.out + shown.err


def test_check_run_prints_and_answers_with_the_exit_code(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.run(["--demo", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["status"] == Status.OK


# an address


def test_an_address_is_shown_by_its_origin() -> None:
    assert shown_origin("http://127.0.0.1:8080/es/?a=b#c") == "http://127.0.0.1:8080"
    assert shown_origin("https://Portal.Example.test/login") == "https://portal.example.test"
    assert shown_origin("http://localhost/") == "http://localhost"
    assert shown_origin("https://portal.example.test:8443/") == "https://portal.example.test:8443"


def test_a_known_portals_address_is_walked_by_its_profile() -> None:
    known = profile_at("https://sso.bpjsketenagakerjaan.go.id/login.bpjs?x=1")
    assert (known.id, known.domain) == ("bpjstk-sso", "bpjsketenagakerjaan.go.id")
    assert known.start == "https://sso.bpjsketenagakerjaan.go.id/login.bpjs?x=1"
    assert profile_at("https://portal.example.test/").id == "address"
    assert profile_at("http://127.0.0.1:8080/").origin == "http://127.0.0.1:8080"
    with pytest.raises(Blocked, match="not_https"):
        profile_at("http://sso.bpjsketenagakerjaan.go.id/login.bpjs")


def test_an_address_is_checked_without_leaving_anything(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.commands import by_address

    monkeypatch.setattr(by_address, "read_secrets", lambda _asks_pin: Secrets(DEMO.secret, DEMO.pin))
    with Simulator() as simulator:
        assert check.run(["--portal", simulator.url("es"), "--user", DEMO.email, "--secrets-stdin", "--json"]) == 0
        assert json.loads(capsys.readouterr().out.splitlines()[-1])["portal"] == f"http://127.0.0.1:{simulator.port}"
    assert list(home.iterdir()) == []


# the keyring's own command


@pytest.mark.parametrize(
    ("place", "code", "answer"),
    [
        (FakePlace(), 0, {"vault": "ok", "name": "Brankas Uji"}),
        (FakePlace(refuses=VaultReason.LOCKED), 9, {"vault": "vault_locked", "name": "Brankas Uji"}),
        (FakePlace(refuses=VaultReason.MISSING), 9, {"vault": "vault_missing"}),
    ],
)
def test_the_keyrings_mood_is_told(
    place: FakePlace, code: int, answer: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert vault.run(["status", "--json"], lambda: place) == code  # type: ignore[arg-type, return-value]
    assert json.loads(capsys.readouterr().out) == answer
    assert vault.run(["status"], lambda: place) == code  # type: ignore[arg-type, return-value]
    shown = capsys.readouterr()
    assert (shown.out == "") == (code != 0)
    assert (shown.err == "") == (code == 0)


def test_forgetting_removes_the_secret_and_says_that_none_is_kept(
    home: Path, keyring: FakePlace, capsys: pytest.CaptureFixture[str]
) -> None:
    (account,) = accounts(("Budi", "u", "bpjstk-es"))
    with Ledger.open(Folders.for_person(demo=False).ledger) as ledger:
        ledger.update_account(account.id, remember=True)
        Vault(find=lambda: keyring).store(ledger.vault_key(account.id), Secrets("a"))  # type: ignore[arg-type, return-value]
        assert vault.run(["forget", "--account", "Budi"], lambda: keyring) == 0  # type: ignore[arg-type, return-value]
        assert not ledger.account("Budi").remember
    assert keyring.keyring.kept == {}  # type: ignore[attr-defined]
    assert capsys.readouterr().out == "PIN akun ini dihapus dari brankas sandi.\n"


def test_forgetting_nobody_is_a_mistake(home: Path, keyring: FakePlace) -> None:
    for _ in range(2):
        with pytest.raises(Usage, match="no_such_account"):
            vault.run(["forget", "--account", "Budi"], lambda: keyring)  # type: ignore[arg-type, return-value]
        accounts()


def test_the_demos_data_are_made_for_the_window(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert demo_data.run(["--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"demo": "ready", "account": "#1"}
    assert demo_data.run([]) == 0
    Folders.for_person(demo=True).ledger.write_bytes(b"x" * 5000)
    assert demo_data.run(["--json"]) == 1
    assert json.loads(capsys.readouterr().out.splitlines()[-1]) == {"demo": "ledger_broken"}
    assert demo_data.run([]) == 1
    assert "rusak" in capsys.readouterr().err
