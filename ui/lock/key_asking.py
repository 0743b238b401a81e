"""Asks a child for the ledger's key (`main.py vault ledger-key`): a keyring that hangs holds up the child, never the window."""

from __future__ import annotations

import json

from PySide6.QtCore import QObject, Signal, Slot

from ui.children.child import Child
from ui.lock.key_holder import held

LIMIT_MS = 30_000
OK, PLAIN = "ok", "plain"
NO_ANSWER = "ledger_keyring_hanging"


class KeyAsking(QObject):
    """One question. done: OK (the key is held now), PLAIN (there is none), or a reason code; exactly once, unless it was ended."""

    done = Signal(str)

    def __init__(self, program: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.child = Child(program, self)
        self.child.line.connect(self._line)
        self.child.ended.connect(self._ended)
        self._answer = NO_ANSWER

    def start(self, arguments: list[str], passphrase: str | None = None) -> None:
        """Ask; a passphrase goes over stdin and is not kept here."""
        stdin = b"" if passphrase is None else f"{passphrase}\n".encode()
        self.child.start(["vault", "ledger-key", *arguments], LIMIT_MS, stdin)

    @Slot(str)
    def _line(self, text: str) -> None:
        try:
            told = json.loads(text)
            self._answer = str(told["ledger"])
            if self._answer == OK:
                held.take(told["key"])
        except (ValueError, KeyError, TypeError, RecursionError):
            self._answer = NO_ANSWER

    @Slot(object)
    def _ended(self, _code: int | None) -> None:
        self.done.emit(self._answer)
