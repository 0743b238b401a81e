"""Finding a ledger's key, and making one: for the commands. The window never comes here: it asks a child (`main.py vault ledger-key`).

A ledger that is plain has no key, and no keyring is asked. A new one is encrypted with a key of its own that rests in the keyring;
without a keyring it is made only if the person chose a passphrase, or chose to have it plain.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from core import settings
from core.errors import VaultReason, VaultUnavailable
from core.ledger import cipher, key_file
from core.ledger.cipher import Form
from core.ledger.key import Key
from core.ledger.key_file import KEY_FILES_OF, Keeper, KeyFile
from core.ledger.problems import KEY_MISSING, KEY_WRONG, NO_CIPHER, LedgerProblem, translated
from core.paths import Folders
from core.vault import DEMO_SERVICE, SERVICE, Place, Vault, this_place

KEY_LOST = "ledger_key_lost"  # the keyring works, and does not hold it
PASSPHRASE_NEEDED = "ledger_passphrase_needed"  # noqa: S105 - a reason code
PASSPHRASE_WRONG = "ledger_passphrase_wrong"  # noqa: S105 - a reason code
NO_KEYRING = "ledger_no_keyring"  # for a new ledger: neither a keyring nor a choice

_BY_REASON = {  # the keyring holds the key, but does not give it now
    VaultReason.LOCKED: "ledger_keyring_locked",
    VaultReason.DENIED: "ledger_keyring_denied",
    VaultReason.MISSING: "ledger_keyring_missing",
    VaultReason.HANGING: "ledger_keyring_hanging",
    VaultReason.INSECURE: "ledger_keyring_insecure",
    VaultReason.EMPTY: KEY_LOST,
}
NOT_AT_HAND = frozenset(  # the record may be whole; only nobody here can open it now
    {KEY_LOST, KEY_WRONG, KEY_MISSING, PASSPHRASE_NEEDED, PASSPHRASE_WRONG, NO_CIPHER, *_BY_REASON.values()}
)
_NONE = ("ledger_keyring_missing", "ledger_keyring_insecure", NO_CIPHER)


@dataclass(frozen=True, slots=True)
class LedgerKeys:
    """The keys of one data folder. given: a key that was handed over, which is then taken and no keyring asked.
    passphrase: asks the person for it, where there is one to ask."""

    folders: Folders
    demo: bool = False
    find: Callable[[], Place] = this_place
    given: Key | None = None
    passphrase: Callable[[], str] | None = None

    @property
    def vault(self) -> Vault:
        return Vault(DEMO_SERVICE if self.demo else SERVICE, self.find)

    def key(self) -> Key | None:
        """The key of the ledger that is there, None if it is plain. Raises LedgerProblem."""
        ledger = self.folders.ledger
        with translated(ledger):
            form = cipher.form(ledger)
            told, mark = key_file.of(ledger), key_file.mark_of(ledger)
        if form is Form.PLAIN or (form is Form.EMPTY and told is None):
            return None
        if self.given is not None:
            return self.given
        if told is None:  # its file was lost, or is damaged: a backup has one, too, and the ledger itself tells its mark
            told = next((one for one in self._beside_backups() if one.mark == mark), KeyFile(mark or b"", Keeper.KEYRING))
        return self._kept(told)

    def _beside_backups(self) -> list[KeyFile]:
        return key_file.all_of(self.folders.backups / KEY_FILES_OF)

    def key_for_new(self, *, plain: bool = False) -> Key | None:
        """The key for a ledger that is not there yet, made and kept: in the keyring. None if it is to be plain: by the person's word
        now or recorded in the settings; the demo also without a keyring. Raises LedgerProblem: NO_KEYRING."""
        ledger = self.folders.ledger
        with translated(ledger):
            told = key_file.all_of(ledger) if cipher.form(ledger) is Form.EMPTY else []
        if self.given is not None:
            if any(one.mark == self.given.mark for one in told):
                return self.given
            raise LedgerProblem(KEY_WRONG)
        if plain:
            return None
        for one in told:  # a ledger that was moved away, or one that was prepared
            if one.keeper is Keeper.PASSPHRASE:
                return self._kept(one)
            try:
                return self._kept(one)
            except LedgerProblem as problem:
                if problem.code != KEY_LOST and not self.demo:
                    raise
        if settings.load(self.folders.settings).ledger_plain:
            return None
        try:
            self._must_have_cipher()
            return self.make(Keeper.KEYRING)
        except LedgerProblem as problem:
            if self.demo:
                return None  # its people are invented
            raise LedgerProblem(NO_KEYRING if problem.code in _NONE else problem.code) from None

    def open_or_make(self, *, plain: bool = False) -> Key | None:
        """The key of the ledger, whether it is there or still to be made. Raises LedgerProblem."""
        with translated(self.folders.ledger):
            empty = cipher.form(self.folders.ledger) is Form.EMPTY
        return self.key_for_new(plain=plain) if empty else self.key()

    def key_for(self, path: Path) -> Key | None:
        """The key of a backup or of a copy, which may be an older one's; None if it is plain. Raises LedgerProblem."""
        with translated(path):
            mark = key_file.mark_of(path)
            if mark is None:
                return None
            told = [*key_file.all_of(self.folders.ledger), *key_file.all_of(path.with_name(KEY_FILES_OF))]
            told += self._beside_backups()
            told += [one for one in [key_file.retired_of(self.folders.ledger, mark)] if one is not None]
        if self.given is not None and self.given.mark == mark:
            return self.given
        return self._kept(next((one for one in told if one.mark == mark), KeyFile(mark, Keeper.KEYRING)))

    def take_over(self, path: Path) -> None:
        """Before a copy comes to stand in the place of no ledger: have what keeps its key beside it. Raises LedgerProblem."""
        ledger = self.folders.ledger
        with translated(ledger):
            mark = key_file.mark_of(path)
            if mark is None or any(one.mark == mark for one in key_file.all_of(ledger)):
                return
            told = [*key_file.all_of(path), *key_file.all_of(path.with_name(KEY_FILES_OF)), *self._beside_backups()]
            self.folders.create()
            key_file.write(ledger, next((one for one in told if one.mark == mark), KeyFile(mark, Keeper.KEYRING)))
            key_file.forget_retired(ledger, mark)

    def make(self, keeper: Keeper, passphrase: str | None = None) -> Key:
        """A new key, kept before it is used for anything. Raises LedgerProblem; PassphraseTooShort."""
        key = Key.new()
        self.keep(key, keeper, passphrase)
        return key

    def keep(self, key: Key, keeper: Keeper, passphrase: str | None = None) -> None:
        """Have a key kept there. Raises LedgerProblem; PassphraseTooShort."""
        told = KeyFile(key.mark, Keeper.KEYRING)
        if keeper is Keeper.PASSPHRASE:
            from core.ledger.passphrase import wrap

            told = wrap(key, passphrase or "")
        else:
            try:
                self.vault.keep_text(told.vault_name, key.hex())
            except VaultUnavailable as problem:
                raise LedgerProblem(code_of(problem)) from None
        with translated(self.folders.ledger):
            self.folders.create()
            key_file.write(self.folders.ledger, told)

    def forget(self, mark: bytes) -> None:
        """Have a key kept nowhere any more. Raises LedgerProblem if the keyring does not let go of it."""
        told = [one for one in key_file.all_of(self.folders.ledger) if one.mark == mark]
        if not told or told[0].keeper is Keeper.KEYRING:
            try:
                self.vault.forget(key_file.vault_name(mark))
            except VaultUnavailable as problem:
                raise LedgerProblem(code_of(problem)) from None
        with translated(self.folders.ledger):
            key_file.remove(self.folders.ledger, mark)
            key_file.forget_retired(self.folders.ledger, mark)

    def retire(self, mark: bytes) -> None:
        """Of a key that is not the ledger's any more: one of the keyring's stays there, since a backup elsewhere (a disk that is not
        plugged in) may be under it; a passphrase's is forgotten (backups have their own file of it). Raises LedgerProblem."""
        told = [one for one in key_file.all_of(self.folders.ledger) if one.mark == mark]
        if told and told[0].keeper is Keeper.PASSPHRASE:
            self.forget(mark)
        elif told:
            with translated(self.folders.ledger):
                key_file.retire(self.folders.ledger, mark)

    def _kept(self, told: KeyFile) -> Key:
        """The key from who keeps it. Raises LedgerProblem."""
        if told.keeper is Keeper.PASSPHRASE:
            return self._unwrapped(told)
        try:
            return Key.from_hex(self.vault.read_text(told.vault_name))
        except VaultUnavailable as problem:
            raise LedgerProblem(code_of(problem)) from None
        except ValueError:  # what stands there was not written by us
            raise LedgerProblem(KEY_LOST) from None

    def _unwrapped(self, told: KeyFile) -> Key:
        if self.passphrase is None:
            raise LedgerProblem(PASSPHRASE_NEEDED)
        from core.ledger.passphrase import PassphraseWrong, unwrap

        typed = self.passphrase()
        for one in (told, *(other for other in self._beside_backups() if other.mark == told.mark and other != told)):
            with suppress(PassphraseWrong):  # also what a damaged file says: there may be a whole one beside the backups
                return unwrap(one, typed)
        raise LedgerProblem(PASSPHRASE_WRONG)

    @staticmethod
    def _must_have_cipher() -> None:
        try:
            cipher.library()
        except ImportError:
            raise LedgerProblem(NO_CIPHER) from None


def code_of(problem: VaultUnavailable) -> str:
    """The reason code of a keyring that does not do what a ledger's key needs."""
    return _BY_REASON[VaultReason(str(problem.reason))]
