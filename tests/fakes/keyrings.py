"""Keyrings that behave: one that keeps, and the several ways of not keeping."""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from pathlib import Path

from core.errors import VaultReason, VaultUnavailable
from core.vault_places import reason_of


@dataclass
class MemoryKeyring:
    """Keeps secrets as long as the test runs. Its class passes for a trusted one (see below)."""

    kept: dict[tuple[str, str], str] = field(default_factory=dict)

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


# The vault trusts a back end by its class: this one says it is the Secret Service's.
MemoryKeyring.__module__ = "keyring.backends.SecretService"
MemoryKeyring.__name__ = "Keyring"


@dataclass
class FileKeyring:
    """Keeps secrets in a file of the test's, so that they outlive a process that is killed."""

    path: Path

    def get_password(self, service: str, username: str) -> str | None:
        return self._kept().get(f"{service} {username}")

    def set_password(self, service: str, username: str, password: str) -> None:
        self._keep(self._kept() | {f"{service} {username}": password})

    def delete_password(self, service: str, username: str) -> None:
        kept = self._kept()
        del kept[f"{service} {username}"]
        self._keep(kept)

    def _kept(self) -> dict[str, str]:
        try:
            return dict(json.loads(self.path.read_text("utf-8")))
        except FileNotFoundError:
            return {}

    def _keep(self, kept: dict[str, str]) -> None:
        part = self.path.with_suffix(".new")
        part.write_text(json.dumps(kept), "utf-8")
        part.replace(self.path)


FileKeyring.__module__ = "keyring.backends.SecretService"
FileKeyring.__name__ = "Keyring"


@dataclass
class PlainTextKeyring:
    """What somebody's configuration might name: keeps everything in a file for all to read."""

    def get_password(self, service: str, username: str) -> str | None:
        raise AssertionError("an untrusted keyring was asked")

    set_password = delete_password = get_password  # type: ignore[assignment]


class ForgetfulKeyring(MemoryKeyring):
    """Accepts everything and keeps nothing, like the null back end."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


@dataclass
class FakePlace:
    """A platform with a given keyring. `refuses`: what opening it says; `breaks`: the error every use of it raises."""

    keyring: object = field(default_factory=MemoryKeyring)
    refuses: VaultReason | None = None
    breaks: Exception | None = None

    def open(self) -> object:
        if self.refuses is not None:
            raise VaultUnavailable(self.refuses)
        if self.breaks is not None:
            raise self.breaks
        return self.keyring

    def name(self) -> str:
        return "Brankas Uji"

    def reason(self, error: Exception) -> VaultReason:
        return reason_of(error)


@dataclass
class HangingPlace(FakePlace):
    """A keyring that never answers, until the test lets go."""

    free: threading.Event = field(default_factory=threading.Event)

    def open(self) -> object:
        self.free.wait()
        return super().open()
