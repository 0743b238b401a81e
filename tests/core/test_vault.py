"""Secrets rest in a keyring we trust, every answer has an end, and each way of saying no has its own name."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import pytest

from core import vault_places
from core.errors import VaultReason, VaultUnavailable
from core.models import Secrets
from core.vault import DEMO_SERVICE, SERVICE, Vault, this_place
from core.vault_places import reason_of
from tests.conftest import busy
from tests.fakes.keyrings import FakePlace, ForgetfulKeyring, HangingPlace, MemoryKeyring, PlainTextKeyring

KEY = "account-1-0123456789abcdef"
SECRETS = Secrets("kata sandi ä😀", "730461")


def vault_of(place: FakePlace, answer_s: float = 5.0) -> Vault:
    return Vault(find=lambda: place, answer_s=answer_s)  # type: ignore[arg-type, return-value]


@pytest.fixture
def hanging() -> Iterator[HangingPlace]:
    place = HangingPlace()
    yield place
    place.free.set()


@pytest.mark.parametrize("secrets", [SECRETS, Secrets("only one"), Secrets("", ""), Secrets('"\\\n{', "0")])
def test_what_was_stored_is_read_again(secrets: Secrets) -> None:
    vault = vault_of(FakePlace())
    vault.store(KEY, secrets)
    assert vault.read(KEY) == secrets


def test_the_keyring_learns_our_name_and_an_opaque_key_and_no_one_elses() -> None:
    keyring = MemoryKeyring()
    vault_of(FakePlace(keyring)).store(KEY, SECRETS)
    assert list(keyring.kept) == [(SERVICE, KEY)]


def test_the_demo_never_touches_the_persons_secrets() -> None:
    keyring = MemoryKeyring()
    vault_of(FakePlace(keyring)).store(KEY, SECRETS)
    demo = Vault(DEMO_SERVICE, find=lambda: FakePlace(keyring))  # type: ignore[arg-type, return-value]
    demo.forget(KEY)
    with pytest.raises(VaultUnavailable, match="vault_empty"):
        demo.read(KEY)
    assert vault_of(FakePlace(keyring)).read(KEY) == SECRETS


def test_forgetting_removes_it_and_forgetting_twice_is_no_failure() -> None:
    keyring = MemoryKeyring()
    vault = vault_of(FakePlace(keyring))
    vault.store(KEY, SECRETS)
    vault.forget(KEY)
    vault.forget(KEY)
    assert keyring.kept == {}


def test_a_keyring_that_works_and_holds_nothing_is_empty() -> None:
    with pytest.raises(VaultUnavailable, match="vault_empty"):
        vault_of(FakePlace()).read(KEY)


@pytest.mark.parametrize(
    "text", ["", "730461", "[]", "{}", '{"login": "a"}', '{"login": 1, "pin": null}', '{"login": "a", "pin": 1}', "null"]
)
def test_what_another_program_left_under_our_name_is_as_good_as_nothing(text: str) -> None:
    keyring = MemoryKeyring({(SERVICE, KEY): text})
    with pytest.raises(VaultUnavailable, match="vault_empty"):
        vault_of(FakePlace(keyring)).read(KEY)


@pytest.mark.parametrize("reason", list(VaultReason))
def test_each_way_of_saying_no_keeps_its_name(reason: VaultReason) -> None:
    vault = vault_of(FakePlace(refuses=reason))
    for use in (lambda: vault.read(KEY), lambda: vault.store(KEY, SECRETS), lambda: vault.forget(KEY), vault.must_be_usable):
        with pytest.raises(VaultUnavailable, match=reason.value):
            use()


def test_a_locked_keyring_still_has_its_name() -> None:
    assert vault_of(FakePlace(refuses=VaultReason.LOCKED)).name() == "Brankas Uji"
    assert vault_of(FakePlace()).name() == "Brankas Uji"
    with pytest.raises(VaultUnavailable, match="vault_missing"):
        vault_of(FakePlace(refuses=VaultReason.MISSING)).name()


def test_a_usable_keyring_says_nothing() -> None:
    assert vault_of(FakePlace()).must_be_usable() is None  # type: ignore[func-returns-value]


def test_a_keyring_nobody_vouches_for_is_never_asked() -> None:
    vault = vault_of(FakePlace(PlainTextKeyring()))
    for use in (lambda: vault.read(KEY), lambda: vault.store(KEY, SECRETS), lambda: vault.forget(KEY), vault.name):
        with pytest.raises(VaultUnavailable, match="vault_insecure"):
            use()


def test_a_keyring_that_accepts_everything_and_keeps_nothing_is_not_believed() -> None:
    with pytest.raises(VaultUnavailable, match="vault_insecure"):
        vault_of(FakePlace(ForgetfulKeyring())).store(KEY, SECRETS)


def test_a_keyring_that_never_answers_holds_nobody_up(hanging: HangingPlace) -> None:
    vault = vault_of(hanging, answer_s=0.05)
    started = time.monotonic()
    for use in (lambda: vault.read(KEY), lambda: vault.store(KEY, SECRETS), lambda: vault.forget(KEY), vault.name):
        with pytest.raises(VaultUnavailable, match="vault_hanging"):
            use()
    assert time.monotonic() - started < 2 * busy()


def test_even_finding_the_keyring_may_fail() -> None:
    def lost() -> FakePlace:
        raise ImportError

    with pytest.raises(VaultUnavailable, match="vault_missing"):
        Vault(find=lost).read(KEY)  # type: ignore[arg-type]


def error_named(name: str, cause: Exception | None = None, dbus: str | None = None) -> Exception:
    """An error of a library that need not be here: only its class's name, its D-Bus name and its cause count."""
    error: Exception = type(name, (Exception,), {})()
    if dbus is not None:
        error.name = dbus  # type: ignore[attr-defined]
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (error_named("KeyringLocked"), VaultReason.LOCKED),
        (error_named("KeyringLocked", error_named("KeychainDenied")), VaultReason.DENIED),
        (error_named("KeyringError", error_named("SecAuthFailure")), VaultReason.DENIED),
        (error_named("InitError", error_named("PromptDismissedException")), VaultReason.DENIED),
        (error_named("InitError", error_named("SecretServiceNotAvailableException")), VaultReason.MISSING),
        (error_named("PasswordSetError"), VaultReason.DENIED),
        (error_named("DBusErrorResponse", dbus="org.freedesktop.Secret.Error.IsLocked"), VaultReason.LOCKED),
        (error_named("DBusErrorResponse", dbus="org.freedesktop.DBus.Error.AccessDenied"), VaultReason.DENIED),
        (error_named("DBusErrorResponse", dbus="org.freedesktop.DBus.Error.NoReply"), VaultReason.HANGING),
        (error_named("DBusErrorResponse", dbus="org.freedesktop.DBus.Error.Failed"), VaultReason.MISSING),
        (TimeoutError(), VaultReason.HANGING),
        (ModuleNotFoundError(), VaultReason.MISSING),
    ],
)
def test_the_errors_of_the_libraries_are_told_apart(error: Exception, reason: VaultReason) -> None:
    assert reason_of(error) is reason
    with pytest.raises(VaultUnavailable) as told:
        vault_of(FakePlace(breaks=error)).read(KEY)
    assert told.value.reason == reason.value
    assert vault_places.SecretService().reason(error) is reason
    assert vault_places.MacOS().reason(error) is reason
    assert vault_places.Windows().reason(error) is reason


def test_windows_says_access_denied_by_number() -> None:
    error = OSError()
    error.winerror = 5  # type: ignore[attr-defined]
    assert vault_places.Windows().reason(error) is VaultReason.DENIED


@pytest.mark.parametrize(
    ("platform", "place"), [("linux", "SecretService"), ("freebsd14", "SecretService"), ("win32", "Windows"), ("darwin", "MacOS")]
)
def test_the_keyring_is_chosen_by_the_platform_alone(platform: str, place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    monkeypatch.setattr(sys, "platform", platform)
    assert type(this_place()).__name__ == place


def test_platforms_name_their_keyring_as_people_know_it() -> None:
    assert vault_places.Windows().name() == "Windows Credential Manager"
    assert vault_places.MacOS().name() == "Keychain"
