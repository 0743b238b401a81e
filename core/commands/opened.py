"""How a command opens the ledger: with the key it was handed over, or the one that rests in the keyring, or under a passphrase.

Whoever holds the key already (the window) hands it over as the first line of standard input with `--ledger-key-stdin`, whatever the
command; `main.py`'s own reader takes both away before the command looks at its options.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from core.commands.options import Usage
from core.ledger import Ledger
from core.ledger.key import KEY_BYTES, Key
from core.ledger_keys import LedgerKeys
from core.paths import Folders
from core.vault import Place, this_place

SWITCH = "--ledger-key-stdin"
PASSPHRASE = "--passphrase-stdin"  # noqa: S105 - an option's name
OPENING = ("history", "export")
OPENING_DEEDS = ("verify", "backup", "restore", "rescue", "recovery", "forget")
WAIT_S = 10.0
LINE_BYTES = 2 * KEY_BYTES + 1

_given: list[Key] = []  # the key this process was handed over: one at most
_typed: list[str] = []  # the passphrase that was typed, or came with the command: one at most


def keys(demo: bool, find: Callable[[], Place] = this_place) -> LedgerKeys:
    """The keys of this person's ledger, or the demo's."""
    return LedgerKeys(Folders.for_person(demo), demo, find, given(), asked_passphrase())


def open_ledger(demo: bool, find: Callable[[], Place] = this_place) -> Ledger:
    """The ledger that is there. Raises LedgerProblem."""
    found = keys(demo, find)
    return Ledger.open(found.folders.ledger, found.key())


def open_or_make(demo: bool, *, plain: bool = False, find: Callable[[], Place] = this_place) -> Ledger:
    """The ledger, made if it is not there: encrypted, unless `plain` or what the person chose before says otherwise.
    Raises LedgerProblem."""
    found = keys(demo, find)
    return Ledger.open(found.folders.ledger, found.open_or_make(plain=plain))


def key_of(path: Path, demo: bool) -> Key | None:
    """The key of the ledger at `path`, which is the person's or the demo's. Raises LedgerProblem."""
    return keys(demo).key() if path.exists() else None


def take_given(argv: list[str]) -> list[str]:
    """The command's own arguments, and the key from the first line of standard input taken in if it is said to come. Raises Usage."""
    _given.clear()
    _typed.clear()
    end = argv.index("--") if "--" in argv else len(argv)
    if SWITCH not in argv[:end]:
        return argv
    _given.append(_read_key())
    return [*(one for one in argv[:end] if one != SWITCH), *argv[end:]]


def take_passphrase(name: str, argv: list[str]) -> list[str]:
    """The same for a command that only opens the record, and the passphrase it is under (`--passphrase-stdin`). Raises Usage."""
    opens = name in OPENING or (name == "ledger" and argv[:1] and argv[0] in OPENING_DEEDS)
    if PASSPHRASE not in argv or not opens:
        return argv
    from core.commands.typed import read_line

    _typed.clear()
    _typed.append(read_line(ask="ask_passphrase"))
    return [one for one in argv if one != PASSPHRASE]


def given() -> Key | None:
    """The key this process was handed over, if it was."""
    return _given[0] if _given else None


def asked_passphrase() -> Callable[[], str] | None:
    """How the person can be asked for the passphrase: only on a terminal, where nothing they type is shown."""
    if not _typed and (sys.stdin is None or not sys.stdin.isatty()):
        return None

    def ask() -> str:
        from core.commands.typed import ask_hidden

        if not _typed:  # once: several files may be under it
            _typed.append(ask_hidden("ask_passphrase"))
        return _typed[0]

    return ask


def _read_key() -> Key:
    """Exactly one line, byte for byte: what follows is for the command. Raises Usage."""
    received = bytearray()
    ended = threading.Event()

    def receive() -> None:
        try:
            while len(received) < LINE_BYTES and b"\n" not in received:
                piece = os.read(0, LINE_BYTES - len(received))
                if not piece:
                    break
                received.extend(piece)
        except OSError:  # closed
            pass
        ended.set()

    threading.Thread(target=receive, name="stdin", daemon=True).start()
    ended.wait(WAIT_S)
    try:
        return Key.from_hex(bytes(received).decode("ascii"))
    except ValueError:
        raise Usage("usage_key_missing") from None
    finally:
        received[:] = bytes(len(received))
