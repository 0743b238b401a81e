"""How a command opens the ledger: with the key it was handed over, or the one that rests in the keyring, or under a passphrase.

Whoever holds the key already (the window) hands it over as the first line of standard input with `--ledger-key-stdin`, whatever the
command; whoever knows the passphrase hands that over as the next line with `--passphrase-stdin`, whatever command opens the record. Both
are taken away before the command looks at its options, and what it reads itself (secrets, a file's password) follows on the next line.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from core.commands.options import Usage
from core.ledger import Ledger
from core.ledger.key import KEY_BYTES, Key
from core.ledger_keys import LedgerKeys
from core.paths import Folders
from core.vault import Place, this_place

SWITCH = "--ledger-key-stdin"
PASSPHRASE = "--passphrase-stdin"  # noqa: S105 - an option's name
OPENING = (
    *("check", "history", "history-view", "export", "import", "demo-data"),
    *("read-page", "hand-secret", "kept-session", "browse"),
)
OPENING_DEEDS = ("verify", "backup", "restore", "rescue", "load", "decrypt", "recovery", "put-aside", "forget")
NOT_HERE = ("--portal", "--via-running")  # a check that opens no record, or not in this process
WAIT_S = 10.0
LINE_BYTES = 2 * KEY_BYTES + 1
MOST_BYTES = 4_096  # of a passphrase

_given: list[Key] = []  # the key this process was handed over: one at most
_typed: list[str] = []  # the passphrase that was typed, or came with the command: one at most


def keys(demo: bool, find: Callable[[], Place] = this_place) -> LedgerKeys:
    """The keys of this person's ledger, or the demo's."""
    return LedgerKeys(Folders.for_person(demo), demo, find, given(), asked_passphrase())


def open_ledger(demo: bool, find: Callable[[], Place] = this_place, *, reading: bool = False) -> Ledger:
    """The ledger that is there. reading: nothing will be written, so a full disk is no matter. Raises LedgerProblem."""
    found = keys(demo, find)
    return (Ledger.to_read if reading else Ledger.open)(found.folders.ledger, found.key())


def open_or_make(demo: bool, *, plain: bool = False, find: Callable[[], Place] = this_place) -> Ledger:
    """The ledger, made if it is not there: encrypted, unless `plain` or what the person chose before says otherwise.
    Raises LedgerProblem."""
    found = keys(demo, find)
    return Ledger.open(found.folders.ledger, found.open_or_make(plain=plain))


def key_of(path: Path, demo: bool) -> Key | None:
    """The key of the ledger at `path`, which is the person's or the demo's. Raises LedgerProblem."""
    return keys(demo).key() if path.exists() else None


def take(name: str, argv: list[str]) -> list[str]:
    """The command's own arguments: the key and the passphrase taken in from standard input, a line each, if they are said to come.
    Raises Usage."""
    return take_passphrase(name, take_given(argv))


def take_given(argv: list[str]) -> list[str]:
    """The same for the key alone. Raises Usage."""
    _given.clear()
    _typed.clear()
    end = _options_end(argv)
    if SWITCH not in argv[:end]:
        return argv
    _given.append(_read_key())
    return _without(SWITCH, argv)


def take_passphrase(name: str, argv: list[str]) -> list[str]:
    """The same for the passphrase the record is under, of a command that only opens it; one that makes a new passphrase reads it itself.
    Raises Usage."""
    _typed.clear()
    before = argv[: _options_end(argv)]
    if PASSPHRASE not in before or not _opens(name, before):
        return argv
    _typed.append(_read_passphrase())
    return _without(PASSPHRASE, argv)


def _opens(name: str, argv: list[str]) -> bool:
    if name == "ledger":
        return bool(argv) and argv[0] in OPENING_DEEDS
    if name == "vault":
        return bool(argv) and argv[0] in ("forget", "keep")
    return name in OPENING and not any(one in argv for one in NOT_HERE)


def _options_end(argv: list[str]) -> int:
    return argv.index("--") if "--" in argv else len(argv)


def _without(switch: str, argv: list[str]) -> list[str]:
    end = _options_end(argv)
    return [*(one for one in argv[:end] if one != switch), *argv[end:]]


def given() -> Key | None:
    """The key this process was handed over, if it was."""
    return _given[0] if _given else None


def typed_passphrase() -> str | None:
    """The passphrase that came with the command, if one did."""
    return _typed[0] if _typed else None


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
    received = _first_line(LINE_BYTES)
    try:
        return Key.from_hex(received.decode("ascii"))
    except ValueError:
        raise Usage("usage_key_missing") from None
    finally:
        received[:] = bytes(len(received))


def _read_passphrase() -> str:
    """On a terminal what is typed, shown nowhere; else exactly one line. Raises Usage."""
    from core.commands.typed import ask_hidden, on_terminal

    if on_terminal():
        return ask_hidden("ask_passphrase")
    received = _first_line(MOST_BYTES)
    try:
        typed = received.decode("utf-8").removesuffix("\n").removesuffix("\r")
    except UnicodeDecodeError:
        raise Usage("usage_secret_unreadable") from None
    finally:
        received[:] = bytes(len(received))
    if not typed:
        raise Usage("usage_secret_missing")
    if len(received) >= MOST_BYTES:
        raise Usage("usage_secret_unreadable")
    return typed


def _first_line(most: int) -> bytearray:
    """What comes first on standard input, up to the end of its line; nothing if that does not come in time. A byte at a time, so that
    what follows is left for the command."""
    received = bytearray()
    ended = threading.Event()

    def receive() -> None:
        with suppress(OSError):  # closed
            while len(received) < most and not received.endswith(b"\n"):
                piece = os.read(0, 1)
                if not piece:
                    break
                received.extend(piece)
        ended.set()

    threading.Thread(target=receive, name="stdin", daemon=True).start()
    return received if ended.wait(WAIT_S) else bytearray()
