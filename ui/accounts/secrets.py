"""What the computer's keyring keeps of the accounts of one data folder, by commands of the program: this process never talks to it."""

from __future__ import annotations

from collections.abc import Callable

from core.errors import VaultReason
from core.models import Secrets
from ui.children.commands import Commands

OK = "ok"


class AccountSecrets:
    """name: the keyring's own; problem: the last answer that was not good, as a reason code. changed: is called when either is another."""

    def __init__(self, commands: Commands, where: list[str], changed: Callable[[], None]) -> None:
        self._commands = commands
        self._where = where
        self._changed = changed
        self.name: str | None = None
        self.problem: str | None = None

    def ask_name(self) -> None:
        """Ask the keyring its name, and whether it works."""
        self._commands.start(["vault", "status", *self._where, "--json"], self._named)

    def _named(self, texts: dict[str, str] | None, _code: int | None) -> None:
        if texts is not None:
            self.name, answer = texts.get("name"), texts.get("vault")
            self.problem = None if answer == OK else answer
            self._changed()

    def keep(self, account_id: int, secrets: Secrets, then: Callable[[], None]) -> None:
        """Have the secret of an account kept; whatever comes of it, then `then`."""

        def told(texts: dict[str, str] | None, _code: int | None) -> None:
            answer = _answer(texts)
            if answer != OK:
                self.problem = answer
            then()

        self._commands.start(["vault", "keep", "--account", f"#{account_id}", *self._where, "--json"], told, secrets)

    def forget(self, account_id: int, then: Callable[[], None]) -> None:
        """Remove the secret of an account; then `then`, unless a keyring that is there does not let go of it."""

        def told(texts: dict[str, str] | None, _code: int | None) -> None:
            answer = _answer(texts)
            if answer not in (OK, VaultReason.MISSING.value):
                self.problem = answer
                self._changed()
                return
            then()

        self._commands.start(["vault", "forget", "--account", f"#{account_id}", *self._where, "--json"], told)

    def forget_session(self, account_id: int, then: Callable[[], None]) -> None:
        """Forget the portal's session that is kept for an account; then `then`."""
        arguments = ["kept-session", "forget", "--account", f"#{account_id}", *self._where]
        self._commands.start(arguments, lambda _texts, _code: then())


def _answer(texts: dict[str, str] | None) -> str:
    return (texts or {}).get("vault", VaultReason.HANGING.value)
