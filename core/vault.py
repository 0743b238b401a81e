"""Secrets in the keyring of the operating system, and nowhere else. Every answer has an end; never a file.

The back end is chosen here, by platform and by class: the keyring library's own search obeys an environment variable and a
user's file that may name a plain-text store (and starts dozens of processes), so it is never asked.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from core.errors import VaultReason, VaultUnavailable
from core.models import Secrets

SERVICE = "saldo-jht"
DEMO_SERVICE = "saldo-jht-demo"
ANSWER_S = 8.0
TRUSTED = {
    ("keyring.backends.SecretService", "Keyring"),
    ("keyring.backends.Windows", "WinVaultKeyring"),
    ("keyring.backends.macOS", "Keyring"),
}

Answer = TypeVar("Answer")


class Keyring(Protocol):
    """What we use of a back end of the keyring library."""

    def get_password(self, service: str, username: str) -> str | None: ...
    def set_password(self, service: str, username: str, password: str) -> None: ...
    def delete_password(self, service: str, username: str) -> None: ...


class Place(Protocol):
    """The keyring of one platform (`core.vault_places`): how it is found, what it is called, how it says no."""

    def open(self) -> Keyring:
        """The back end, ready to answer without asking the person; VaultUnavailable if it is not."""

    def name(self) -> str:
        """What the person knows it as: "GNOME Keyring"."""

    def reason(self, error: Exception) -> VaultReason:
        """What an error of the back end means."""


def this_place() -> Place:
    """The keyring of this operating system."""
    from core import vault_places

    if sys.platform == "win32":
        return vault_places.Windows()
    if sys.platform == "darwin":
        return vault_places.MacOS()
    return vault_places.SecretService()


@dataclass(frozen=True, slots=True)
class Vault:
    """One keyring. `find` tells where it is (asked within the time limit, as even that may hang); `answer_s` ends every call."""

    service: str = SERVICE
    find: Callable[[], Place] = this_place
    answer_s: float = ANSWER_S

    def name(self) -> str:
        """What the person knows the keyring as, even while it is locked. Raises VaultUnavailable if it cannot be told."""

        def tell(place: Place) -> str:
            try:
                _opened(place)  # which also starts a keyring that is only started when somebody asks
            except VaultUnavailable as problem:
                if problem.reason != VaultReason.LOCKED:
                    raise
            return place.name()

        return self._ask(tell)

    def must_be_usable(self) -> None:
        """Nothing, if secrets can be read and kept now. Raises VaultUnavailable otherwise."""
        self._ask(_opened)

    def read(self, key: str) -> Secrets:
        """The secrets of an account. Raises VaultUnavailable; EMPTY when the keyring works and holds none."""
        return _secrets_of(self.read_text(key))

    def read_text(self, key: str) -> str:
        """What is kept under that name. Raises VaultUnavailable; EMPTY when the keyring works and holds nothing there."""
        text = self._ask(lambda place: _opened(place).get_password(self.service, key))
        if text is None:
            raise VaultUnavailable(VaultReason.EMPTY)
        return text

    def store(self, key: str, secrets: Secrets) -> None:
        """Keep the secrets of an account, in the place of older ones, and see that they are there. Raises VaultUnavailable."""
        self.keep_text(key, json.dumps({"login": secrets.login, "pin": secrets.pin}))

    def keep_text(self, key: str, text: str) -> None:
        """Keep a text, in the place of an older one, and see that it is there. Raises VaultUnavailable."""

        def keep(place: Place) -> bool:
            keyring = _opened(place)
            keyring.set_password(self.service, key, text)
            return keyring.get_password(self.service, key) == text

        if not self._ask(keep):  # some stores accept everything and keep nothing
            raise VaultUnavailable(VaultReason.INSECURE)

    def forget(self, key: str) -> None:
        """Remove the secrets of an account; nothing to remove is no failure. Raises VaultUnavailable."""

        def remove(place: Place) -> None:
            keyring = _opened(place)
            if keyring.get_password(self.service, key) is not None:
                keyring.delete_password(self.service, key)

        self._ask(remove)

    def _ask(self, question: Callable[[Place], Answer]) -> Answer:
        """Put a question to the keyring in a thread of its own; HANGING if no answer comes in time.

        The thread is a daemon: a keyring that never answers cannot keep the process alive.
        """
        answers: list[Answer] = []
        problems: list[VaultReason] = []

        def ask() -> None:
            place: Place | None = None
            try:
                place = self.find()
                answers.append(question(place))
            except VaultUnavailable as problem:
                problems.append(VaultReason(str(problem.reason)))
            except Exception as error:  # not every back end's error is a KeyringError
                problems.append(place.reason(error) if place is not None else VaultReason.MISSING)

        thread = threading.Thread(target=ask, name="vault", daemon=True)
        thread.start()
        thread.join(self.answer_s)
        if answers:
            return answers[0]
        raise VaultUnavailable(problems[0] if problems else VaultReason.HANGING)


def _opened(place: Place) -> Keyring:
    """The keyring, if its class is one of those known to encrypt for this person alone, or is made from one."""
    keyring = place.open()
    if not any((kind.__module__, kind.__name__) in TRUSTED for kind in type(keyring).__mro__):
        raise VaultUnavailable(VaultReason.INSECURE)
    return keyring


def _secrets_of(text: str) -> Secrets:
    """What `store` wrote. Anything else under our name was not written by us: as good as nothing."""
    try:
        kept = json.loads(text)
        login, pin = kept["login"], kept["pin"]
    except (ValueError, TypeError, KeyError):
        raise VaultUnavailable(VaultReason.EMPTY) from None
    if not isinstance(login, str) or not isinstance(pin, str | None):
        raise VaultUnavailable(VaultReason.EMPTY)
    return Secrets(login, pin)
