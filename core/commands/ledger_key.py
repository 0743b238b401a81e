"""`main.py vault ledger-key`: the ledger's key for the window, over a pipe that only the window reads; never onto a terminal."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable
from dataclasses import replace

from core.commands.opened import keys
from core.commands.options import Options, Usage, parse
from core.commands.output import put
from core.commands.typed import read_line
from core.errors import EXIT_CODES, Status
from core.ledger import cipher
from core.ledger.cipher import Form
from core.ledger.key import Key
from core.ledger.key_file import Keeper
from core.ledger.problems import LedgerProblem, translated
from core.ledger_keys import LedgerKeys
from core.vault import Place


def run(argv: list[str], find: Callable[[], Place]) -> int:
    """One object: {"ledger": "ok", "key": 64 hex digits}, {"ledger": "plain"}, or {"ledger": a reason code}. Raises Usage.

    --passphrase-stdin: the passphrase is the first line of standard input. For a ledger that is not there yet a key is made and kept:
    in the keyring, or (with --new and --passphrase-stdin) under that passphrase.
    """
    options = parse(argv, switches=("--demo", "--json", "--passphrase-stdin", "--new"))
    if not is_pipe(1):
        raise Usage("usage_key_on_terminal")
    found = keys("--demo" in options, find)
    if "--passphrase-stdin" in options:
        found = replace(found, passphrase=read_line)
    try:
        key = _key(found, options)
        answer = {"ledger": "plain"} if key is None else {"ledger": "ok", "key": key.hex()}
    except LedgerProblem as problem:
        answer = {"ledger": problem.code}
    put(sys.stdout, json.dumps(answer))
    return EXIT_CODES[Status.OK if answer["ledger"] in ("ok", "plain") else Status.INTERNAL_ERROR]


def is_pipe(number: int) -> bool:
    """Whether a stream goes to another program: not to a terminal, not into a file."""
    mode = os.fstat(number).st_mode
    return not os.isatty(number) and (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode))


def _key(found: LedgerKeys, options: Options) -> Key | None:
    ledger = found.folders.ledger
    with translated(ledger):
        empty = cipher.form(ledger) is Form.EMPTY
    if empty and "--new" in options and "--passphrase-stdin" in options:
        from core.ledger.passphrase import PassphraseTooShort

        try:
            return found.make(Keeper.PASSPHRASE, read_line())
        except PassphraseTooShort:
            raise Usage("usage_passphrase_short") from None
    return found.open_or_make()
