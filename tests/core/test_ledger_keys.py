"""A ledger's key: made before it is used, kept where the person said, found again, and never anywhere else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core import settings
from core.errors import VaultReason
from core.ledger import Ledger, LedgerProblem, key_file
from core.ledger.cipher import Form, form
from core.ledger.key import Key
from core.ledger.key_file import Keeper
from core.ledger.passphrase import SHORTEST, PassphraseTooShort, PassphraseWrong, unwrap, wrap
from core.ledger_keys import KEY_LOST, NO_KEYRING, PASSPHRASE_NEEDED, PASSPHRASE_WRONG, LedgerKeys
from core.paths import Folders
from core.vault import DEMO_SERVICE, SERVICE
from tests.fakes.keyrings import FakePlace, ForgetfulKeyring, MemoryKeyring

WORDS = "kuda api sembilan laut"


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data")


@pytest.fixture
def keyring() -> MemoryKeyring:
    return MemoryKeyring()


@pytest.fixture
def keys(folders: Folders, keyring: MemoryKeyring) -> LedgerKeys:
    return LedgerKeys(folders, find=lambda: FakePlace(keyring))


def problem_of(deed: object, *arguments: object, **named: object) -> str:
    with pytest.raises(LedgerProblem) as problem:
        deed(*arguments, **named)  # type: ignore[operator]
    return problem.value.code


def test_a_new_ledger_gets_a_key_of_its_own_that_only_the_keyring_holds(keys: LedgerKeys, keyring: MemoryKeyring) -> None:
    key = keys.open_or_make()
    assert key is not None
    assert keyring.kept == {(SERVICE, f"ledger-key-{key.mark.hex()}"): key.hex()}
    Ledger.open(keys.folders.ledger, key).close()
    assert keys.key() == key
    for one in keys.folders.data.iterdir():
        assert key.hex().encode() not in one.read_bytes()
        assert bytes.fromhex(key.hex()) not in one.read_bytes()
        assert one.stat().st_mode & 0o777 == 0o600


def test_a_key_prepared_for_a_ledger_that_was_never_made_is_taken_again(keys: LedgerKeys, keyring: MemoryKeyring) -> None:
    assert keys.open_or_make() == keys.open_or_make()
    assert len(keyring.kept) == 1


def test_the_ledger_alone_tells_which_key_of_the_keyring_is_its(keys: LedgerKeys) -> None:
    key = keys.open_or_make()
    assert key is not None
    Ledger.open(keys.folders.ledger, key).close()
    key_file.remove(keys.folders.ledger, key.mark)
    assert keys.key() == key


@pytest.mark.parametrize("reason", [VaultReason.MISSING, VaultReason.INSECURE])
def test_without_a_keyring_no_ledger_is_made_by_accident(folders: Folders, reason: VaultReason) -> None:
    keys = LedgerKeys(folders, find=lambda: FakePlace(refuses=reason))
    assert problem_of(keys.open_or_make) == NO_KEYRING
    assert not folders.data.exists()
    assert keys.open_or_make(plain=True) is None  # by the person's word
    folders.create()
    settings.save(folders.settings, replace(settings.Settings(), ledger_plain=True))
    assert keys.open_or_make() is None  # by the choice they made before


def test_a_keyring_that_is_only_locked_is_said_to_be_locked(folders: Folders) -> None:
    keys = LedgerKeys(folders, find=lambda: FakePlace(refuses=VaultReason.LOCKED))
    assert problem_of(keys.open_or_make) == "ledger_keyring_locked"


def test_a_keyring_that_keeps_nothing_gets_no_ledger(folders: Folders) -> None:
    keys = LedgerKeys(folders, find=lambda: FakePlace(ForgetfulKeyring()))
    assert problem_of(keys.open_or_make) == NO_KEYRING
    assert key_file.all_of(folders.ledger) == []


def test_the_demo_is_encrypted_with_a_keyring_and_plain_without(folders: Folders, keyring: MemoryKeyring) -> None:
    assert LedgerKeys(folders, True, find=lambda: FakePlace(refuses=VaultReason.HANGING)).open_or_make() is None
    key = LedgerKeys(folders, True, find=lambda: FakePlace(keyring)).open_or_make()
    assert key is not None
    assert {service for service, _ in keyring.kept} == {DEMO_SERVICE}


def test_no_keyring_is_asked_for_a_plain_ledger(folders: Folders) -> None:
    Ledger.open(folders.ledger).close()

    def find() -> FakePlace:
        raise AssertionError("the keyring was asked")

    assert LedgerKeys(folders, find=find).open_or_make() is None


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        (VaultReason.LOCKED, "ledger_keyring_locked"),
        (VaultReason.DENIED, "ledger_keyring_denied"),
        (VaultReason.MISSING, "ledger_keyring_missing"),
    ],
)
def test_why_the_keyring_gives_no_key_is_told_apart(keys: LedgerKeys, reason: VaultReason, code: str) -> None:
    Ledger.open(keys.folders.ledger, keys.open_or_make()).close()
    assert problem_of(LedgerKeys(keys.folders, find=lambda: FakePlace(refuses=reason)).key) == code


def test_a_lost_key_is_said_to_be_lost_and_nothing_is_touched(keys: LedgerKeys, keyring: MemoryKeyring) -> None:
    Ledger.open(keys.folders.ledger, keys.open_or_make()).close()
    before = keys.folders.ledger.read_bytes()
    keyring.kept.clear()
    assert problem_of(keys.key) == KEY_LOST
    assert problem_of(keys.open_or_make) == KEY_LOST
    keyring.kept[SERVICE, next(iter(key_file.all_of(keys.folders.ledger))).vault_name] = "not a key"
    assert problem_of(keys.key) == KEY_LOST
    assert keys.folders.ledger.read_bytes() == before


def test_a_passphrase_keeps_the_key_without_any_keyring(folders: Folders) -> None:
    keys = LedgerKeys(folders, find=lambda: FakePlace(refuses=VaultReason.MISSING))
    key = keys.make(Keeper.PASSPHRASE, WORDS)
    Ledger.open(folders.ledger, key).close()
    assert form(folders.ledger) is Form.ENCRYPTED
    assert problem_of(keys.key) == PASSPHRASE_NEEDED
    assert replace(keys, passphrase=lambda: WORDS).key() == key
    assert problem_of(replace(keys, passphrase=lambda: WORDS + "x").key) == PASSPHRASE_WRONG
    assert replace(keys, given=key).key() is key


@pytest.mark.parametrize("damage", ["", "{}", "flipped"])
def test_a_key_file_that_is_lost_or_damaged_is_taken_from_beside_the_backups(folders: Folders, damage: str) -> None:
    keys = LedgerKeys(folders, find=lambda: FakePlace(refuses=VaultReason.MISSING), passphrase=lambda: WORDS)
    key = keys.make(Keeper.PASSPHRASE, WORDS)
    Ledger.open(folders.ledger, key).close()
    folders.backups.mkdir()
    (told,) = key_file.all_of(folders.ledger)
    key_file.write(folders.backups / key_file.KEY_FILES_OF, told)
    place = key_file.place(folders.ledger, key.mark)
    body = place.read_text("utf-8")
    at = body.index('"hidden": "') + 11
    place.write_text(damage if damage != "flipped" else body[:at] + ("0" if body[at] != "0" else "1") + body[at + 1 :], "utf-8")
    assert keys.key() == key
    assert problem_of(replace(keys, passphrase=lambda: WORDS + "x").key) == PASSPHRASE_WRONG


def test_a_key_is_hidden_anew_each_time_and_every_change_of_its_file_is_refused() -> None:
    key = Key.new()
    one, other = wrap(key, WORDS), wrap(key, WORDS)
    assert one.wrapped is not None
    assert other.wrapped is not None
    assert one.wrapped.hidden != other.wrapped.hidden
    assert unwrap(one, WORDS).hex() == key.hex()
    assert unwrap(one, "ｋｕｄａ api sembilan laut") == key  # the same letters, typed wide
    bad = [
        replace(one, wrapped=replace(one.wrapped, hidden=bytes(32))),
        replace(one, wrapped=replace(one.wrapped, salt=bytes(16))),
        replace(one, wrapped=replace(one.wrapped, proof=bytes(32))),
        replace(one, wrapped=replace(one.wrapped, n=1 << 10)),
        replace(one, wrapped=replace(one.wrapped, n=1 << 40)),
        replace(one, wrapped=replace(one.wrapped, n=3)),
        replace(one, mark=bytes(16)),
        replace(one, wrapped=None),
    ]
    for changed in bad:
        with pytest.raises(PassphraseWrong):
            unwrap(changed, WORDS)


def test_a_short_passphrase_is_refused_before_anything_is_made(keys: LedgerKeys) -> None:
    with pytest.raises(PassphraseTooShort):
        keys.make(Keeper.PASSPHRASE, "x" * (SHORTEST - 1))
    assert key_file.all_of(keys.folders.ledger) == []


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"version": 2}', '{"version": 1, "keeper": "x", "mark": ""}', "[" * 3000]
)
def test_what_is_no_key_file_is_left_out(folders: Folders, text: str) -> None:
    folders.create()
    key_file.place(folders.ledger, bytes(16)).write_text(text, "utf-8")
    assert key_file.all_of(folders.ledger) == []


def test_a_key_file_tells_all_it_was_told(folders: Folders) -> None:
    folders.create()
    told = wrap(Key.new(), WORDS)
    key_file.write(folders.ledger, told)
    assert key_file.all_of(folders.ledger) == [told]
    assert key_file.of(folders.ledger) == told


def test_forgetting_a_key_leaves_none_of_it(keys: LedgerKeys, keyring: MemoryKeyring) -> None:
    key = keys.open_or_make()
    assert key is not None
    keys.forget(key.mark)
    assert keyring.kept == {}
    assert list(keys.folders.data.iterdir()) == []
