"""Secrets over standard input: bounded in size and in time, never on the command line, never shown."""

from __future__ import annotations

import os
import sys
import threading

from core.commands.options import Usage
from core.models import Secrets

MOST_BYTES = 4096
WAIT_S = 10.0
LONGEST_TEXT = 200_000  # bytes of a pasted message


def read_secrets(asks_pin: bool | None, wait_s: float = WAIT_S) -> Secrets:
    """The log-in secret from the first line, the PIN from the second. Raises Usage when one that is needed is missing.

    asks_pin: whether the portal asks for a PIN too; None if nobody knows yet (then a second line is taken if one comes).
    On a terminal the person is asked, and nothing they type is shown.
    """
    if on_terminal():
        return _asked(asks_pin)
    wanted = 1 if asks_pin is False else 2
    lines = _lines(wanted, wait_s)
    if not lines or not lines[0]:
        raise Usage("usage_secret_missing")
    pin = lines[1] if len(lines) > 1 and lines[1] else None
    if asks_pin and pin is None:
        raise Usage("usage_pin_missing")
    return Secrets(lines[0], pin)


def read_line(wait_s: float = WAIT_S, *, ask: str = "ask_file_password") -> str:
    """One secret from the first line (a file's password). Raises Usage when there is none. Asked for on a terminal, in these words."""
    if on_terminal():
        return ask_hidden(ask)
    lines = _lines(1, wait_s)
    if not lines or not lines[0]:
        raise Usage("usage_secret_missing")
    return lines[0]


def read_lines(wanted: int, wait_s: float = WAIT_S) -> list[str]:
    """So many secrets, a line each, from no terminal. Raises Usage when one is missing."""
    lines = _lines(wanted, wait_s)
    if len(lines) < wanted or not all(lines):
        raise Usage("usage_secret_missing")
    return lines


def read_each(count: int, wait_s: float = WAIT_S) -> list[str]:
    """One secret for each of so many files, a line each in their order; an empty line for a file that needs none. On a terminal each is
    asked for. Raises Usage when a line is missing."""
    if on_terminal():
        from getpass import getpass

        from core.words import Words

        words = Words.load()
        try:
            return [getpass(words.say("ask_file_password")) for _ in range(count)]
        except EOFError:
            raise Usage("usage_secret_missing") from None
    lines = _lines(count, wait_s, MOST_BYTES * max(1, count // 10))
    if len(lines) < count:
        raise Usage("usage_secret_missing")
    return lines


def on_terminal() -> bool:
    """Whether a person can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def new_passphrase() -> str:
    """A passphrase that is to be: on a terminal typed twice, else the first line. Raises Usage."""
    typed = read_line(ask="ask_passphrase_new")
    if on_terminal() and ask_hidden("ask_passphrase_again") != typed:
        raise Usage("usage_passphrase_differs")
    return typed


def ask_hidden(ask: str) -> str:
    """What the person at the terminal types, shown nowhere. Raises Usage for nothing, or the end of the input."""
    from getpass import getpass

    from core.words import Words

    try:
        typed = getpass(Words.load().say(ask))
    except EOFError:
        raise Usage("usage_secret_missing") from None
    if not typed:
        raise Usage("usage_secret_missing")
    return typed


def read_text() -> str:
    """A pasted message: all of standard input, which its sender closes. Raises Usage when there is none, or far too much."""
    body = sys.stdin.buffer.read(LONGEST_TEXT + 1) if sys.stdin is not None else b""
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise Usage("usage_secret_unreadable") from None
    if not text.strip():
        raise Usage("import_no_text")
    if len(body) > LONGEST_TEXT:
        raise Usage("usage_secret_unreadable")
    return text


def _asked(asks_pin: bool | None) -> Secrets:
    from getpass import getpass

    from core.words import Words

    words = Words.load()
    try:
        login = getpass(words.say("ask_secret"))
        pin = None if asks_pin is False else getpass(words.say("ask_pin"))
    except EOFError:
        raise Usage("usage_secret_missing") from None
    if not login:
        raise Usage("usage_secret_missing")
    if asks_pin and not pin:
        raise Usage("usage_pin_missing")
    return Secrets(login, pin or None)


def _lines(wanted: int, wait_s: float, most: int = MOST_BYTES) -> list[str]:
    """At most `wanted` lines: what has come when they are complete, at the end of the input, or when the time is over.

    A line that is not complete when the time is over is not used: half a secret is a wrong one. Raises Usage.
    """
    received = bytearray()
    ended = threading.Event()

    def receive() -> None:
        try:
            while len(received) <= most and received.count(b"\n") < wanted:
                piece = os.read(0, MOST_BYTES)
                if not piece:
                    received.extend(b"\n")  # the last line needs no end
                    break
                received.extend(piece)
        except OSError:  # closed
            pass
        ended.set()

    threading.Thread(target=receive, name="stdin", daemon=True).start()
    ended.wait(wait_s)
    body = bytes(received)
    if len(body) > most + 1:
        raise Usage("usage_secret_unreadable")
    try:
        complete = body.decode("utf-8").split("\n")[:-1]
    except UnicodeDecodeError:
        raise Usage("usage_secret_unreadable") from None
    return [line.removesuffix("\r") for line in complete[:wanted]]
