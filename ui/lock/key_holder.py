"""The ledger's key as long as this process may read the ledger: in memory only, handed to the children over standard input, wiped when
the window is locked.

One ledger is open in a process, so there is one holder. It is imported with the first window and imports nothing itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.ledger.key import Key

SWITCH = "--ledger-key-stdin"  # see core.commands.opened
WITH_LEDGER = {
    "check",
    "history-view",
    "import",
    "ledger",
    "vault",
    "demo-data",
    "read-page",
    "hand-secret",
    "browse",
    "kept-session",
}


class KeyHolder:
    """key: None while there is none, as for a plain ledger."""

    def __init__(self) -> None:
        self.key: Key | None = None

    def take(self, text: str) -> None:
        """Hold the key of these 64 hex digits. ValueError for anything else."""
        from core.ledger.key import Key

        key = Key.from_hex(text)
        self.wipe()
        self.key = key

    def wipe(self) -> None:
        """Forget it."""
        if self.key is not None:
            self.key.wipe()
            self.key = None

    def hand_over(self, arguments: list[str], stdin: bytes) -> tuple[list[str], bytes]:
        """The arguments and the input of a child: with the key first, if it is one that reads the ledger."""
        if self.key is None or not arguments or arguments[0] not in WITH_LEDGER:
            return arguments, stdin
        return [arguments[0], SWITCH, *arguments[1:]], f"{self.key.hex()}\n".encode("ascii") + stdin


held = KeyHolder()
