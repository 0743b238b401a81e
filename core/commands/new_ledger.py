"""The key a command makes a new ledger with, also where nothing can keep one.

With a keyring the ledger is encrypted, and nobody is asked. Without one a person at a terminal is asked for a passphrase. Where nobody
can be asked (a script, a pipe) the record is written in the clear rather than not at all, since what a script reads once may never be
read again; that is never silent: a line on stderr, the answer's JSON, and a strip in the window until the person locks the record or
says that it may be so (docs/ledger.md).
"""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass, replace

from core import settings
from core.commands.options import Usage
from core.commands.output import put
from core.ledger.key import Key
from core.ledger.key_file import Keeper
from core.ledger.problems import LedgerProblem
from core.ledger_keys import NO_KEYRING, LedgerKeys
from core.words import Words

PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class NewLedger:
    """The key (None: in the clear). unasked: it is in the clear, and no person said that it may be."""

    key: Key | None
    unasked: bool = False


def key_or_plain(found: LedgerKeys, *, plain: bool = False) -> NewLedger:
    """The key of the ledger that is there, or of the one to be made. Raises LedgerProblem; Usage for a passphrase that is too short."""
    try:
        return NewLedger(found.open_or_make(plain=plain))
    except LedgerProblem as problem:
        if problem.code != NO_KEYRING:
            raise
    words = Words.load()
    if _someone_is_there():
        return NewLedger(_asked(found, words))
    put(sys.stderr, words.say("ledger_made_plain"))
    return NewLedger(None, unasked=True)


def _someone_is_there() -> bool:
    """Whether a person sees what is written and can type an answer."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _asked(found: LedgerKeys, words: Words) -> Key | None:
    """What the person at the terminal chooses: a passphrase twice, or nothing."""
    from core.commands.typed import ask_hidden
    from core.ledger.passphrase import PassphraseTooShort

    typed = _typed_or_nothing(words)
    if not typed:
        found.folders.create()
        with suppress(OSError):
            chosen = settings.load(found.folders.settings)
            settings.save(found.folders.settings, replace(chosen, ledger_plain=True))
        return None
    if ask_hidden("ask_passphrase_again") != typed:
        raise Usage("usage_passphrase_differs")
    try:
        return found.make(Keeper.PASSPHRASE, typed)
    except PassphraseTooShort:
        raise Usage("usage_passphrase_short") from None


def _typed_or_nothing(words: Words) -> str:
    from getpass import getpass

    try:
        return getpass(words.say("ask_new_passphrase"))
    except EOFError:  # no answer is not the answer that it may be in the clear
        raise Usage("usage_secret_missing") from None
