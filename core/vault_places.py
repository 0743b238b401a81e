"""The keyrings we know, one class a platform. Loaded only when a secret is really asked for.

`reason` goes by the class names of errors up the chain of causes: libraries differ by platform, and none may be imported
just to name its errors.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import VaultReason, VaultUnavailable

if TYPE_CHECKING:
    from core.vault import Keyring

BUS_NAME = "org.freedesktop.secrets"
# The service's process (its kernel name has at most 15 letters) and what people call it.
SERVICE_NAMES = {
    "gnome-keyring-d": "GNOME Keyring",
    "kwalletd5": "KWallet",
    "kwalletd6": "KWallet",
    "ksecretd": "KWallet",
    "keepassxc": "KeePassXC",
    "oo7-daemon": "GNOME Keyring",
}
LOCKED_ERRORS = {"KeyringLocked", "LockedException", "org.freedesktop.Secret.Error.IsLocked"}
DENIED_ERRORS = {
    "PromptDismissedException",
    "KeychainDenied",
    "SecAuthFailure",
    "PasswordSetError",
    "PasswordDeleteError",
    "PermissionError",
    "org.freedesktop.DBus.Error.AccessDenied",
}
HANGING_ERRORS = {
    "TimeoutError",
    "org.freedesktop.DBus.Error.NoReply",
    "org.freedesktop.DBus.Error.Timeout",
    "org.freedesktop.DBus.Error.TimedOut",
}


def reason_of(error: BaseException) -> VaultReason:
    """What an error means, by the names in it and in its causes; the first that says something counts, the innermost first."""
    for name in reversed(list(_names(error))):
        for names, reason in (
            (DENIED_ERRORS, VaultReason.DENIED),
            (LOCKED_ERRORS, VaultReason.LOCKED),
            (HANGING_ERRORS, VaultReason.HANGING),
        ):
            if name in names:
                return reason
    return VaultReason.MISSING


def _names(error: BaseException) -> Iterator[str]:
    step: BaseException | None = error
    while step is not None:
        yield type(step).__name__
        yield str(getattr(step, "name", ""))  # a D-Bus error's own name
        step = step.__cause__


class SecretService:
    """Linux: whatever keeps the name org.freedesktop.secrets on the session bus (GNOME Keyring, KWallet, KeePassXC)."""

    def open(self) -> Keyring:
        """LOCKED is found out beforehand, for the library would put up a prompt and wait for ever. So is a missing collection."""
        import secretstorage
        from keyring.backends.SecretService import Keyring as Backend

        class SecretServiceKeyring(Backend):
            def set_properties_from_env(self) -> None:
                """The environment has no say in where secrets go."""

        with closing(secretstorage.dbus_init()) as bus:
            try:
                collection = secretstorage.get_collection_by_alias(bus, "default")
            except secretstorage.ItemNotFoundException:
                raise VaultUnavailable(VaultReason.MISSING) from None
            if collection.is_locked():
                raise VaultUnavailable(VaultReason.LOCKED)
        keyring: Keyring = SecretServiceKeyring()  # type: ignore[no-untyped-call]
        return keyring

    def name(self) -> str:
        """By the process that answers, "keyring" if it is one we do not know."""
        import secretstorage
        from jeepney.bus_messages import message_bus  # type: ignore[import-untyped]
        from jeepney.io.blocking import Proxy  # type: ignore[import-untyped]

        with closing(secretstorage.dbus_init()) as bus:
            (process,) = Proxy(message_bus, bus).GetConnectionUnixProcessID(BUS_NAME)
        try:
            kernel_name = Path(f"/proc/{process}/comm").read_text("utf-8").strip()
        except OSError:
            kernel_name = ""
        return SERVICE_NAMES.get(kernel_name, "keyring")

    def reason(self, error: Exception) -> VaultReason:
        return reason_of(error)


class Windows:
    """The Windows Credential Manager."""

    def open(self) -> Keyring:
        from keyring.backends.Windows import WinVaultKeyring

        keyring: Keyring = WinVaultKeyring()  # type: ignore[no-untyped-call]
        return keyring

    def name(self) -> str:
        return "Windows Credential Manager"

    def reason(self, error: Exception) -> VaultReason:
        """ERROR_ACCESS_DENIED is 5; without a log-on session (1312) there is no keyring to speak of."""
        return VaultReason.DENIED if getattr(error, "winerror", None) == 5 else reason_of(error)


class MacOS:
    """The macOS Keychain."""

    def open(self) -> Keyring:
        from keyring.backends.macOS import Keyring as Keychain

        keyring: Keyring = Keychain()  # type: ignore[no-untyped-call]
        return keyring

    def name(self) -> str:
        return "Keychain"

    def reason(self, error: Exception) -> VaultReason:
        """The library words -25308, "no interaction allowed" (a locked keychain), as a refusal: close enough."""
        return reason_of(error)
