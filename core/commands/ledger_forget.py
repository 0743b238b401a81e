"""`main.py ledger forget --account NAME | --copies | --everything`: an account, or all there is, with its secrets, keys and backups."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from core.commands.check import now
from core.commands.opened import keys
from core.commands.options import Options, Usage
from core.errors import VaultReason, VaultUnavailable
from core.kept_place import is_wished, place
from core.kept_session import Safe
from core.ledger import Ledger, NoSuchAccount, key_file
from core.ledger.forget import forget_account, forget_copies, remove_all
from core.ledger.problems import LedgerProblem, translated
from core.ledger.scrub import scrub
from core.ledger_keys import LedgerKeys, code_of
from core.paths import Folders
from core.words import Words

Answer = tuple[dict[str, object], list[str]]
YES = ("ya", "y", "yes")


def forget(folders: Folders, options: Options, words: Words) -> Answer:
    """One of the three. --copies: only the copies and backups, after an account was removed in the window. The keyring's secrets go
    first: if it does not let go of them, nothing is removed. Raises LedgerProblem, Usage."""
    wanted = [name for name in ("--account", "--copies", "--everything") if name in options]
    if len(wanted) != 1:
        raise Usage("usage_value_missing", what="--account")
    if wanted != ["--copies"] and "--yes" not in options and "--demo" not in options:
        _must_be_meant(options, words)
    found = keys("--demo" in options)
    folder = Path(options["--folder"] or folders.backups)
    if wanted != ["--everything"] and not folders.ledger.exists():
        raise Usage("ledger_none")
    if wanted == ["--copies"]:
        forget_copies(folders.ledger, folder, now(), found.key())
    elif wanted == ["--account"]:
        name = options["--account"] or ""
        try:
            _forget_secrets(found, name)
            forget_account(folders.ledger, name, folder, now(), found.key())
        except NoSuchAccount:
            raise Usage("no_such_account") from None
    else:
        _forget_everything(found, folder, keep_settings="--keep-settings" in options)
    return {"ledger": "ok"}, [words.say("ledger_forgotten")]


def _must_be_meant(options: Options, words: Words) -> None:
    """It cannot be undone: a person at a terminal is asked, anybody else says --yes. Raises Usage."""
    if sys.stdin is None or not sys.stdin.isatty():
        raise Usage("usage_yes_missing")
    name = options["--account"]
    question = words.say("ask_forget_all") if name is None else words.say("ask_forget_account", account=name)
    try:
        answered = input(question)
    except EOFError:
        answered = ""
    if answered.strip().lower() not in YES:
        raise Usage("not_forgotten")


def _forget_everything(found: LedgerKeys, folder: Path, *, keep_settings: bool) -> None:
    ledger = found.folders.ledger
    if ledger.exists():
        with suppress(NoSuchAccount):
            _forget_secrets(found, None)
    with translated(ledger):
        marks = key_file.retired(ledger) | {
            one.mark for one in (*key_file.all_of(ledger), *key_file.all_of(folder / key_file.KEY_FILES_OF))
        }
        mark = key_file.mark_of(ledger)
    remove_all(ledger, folder)
    for each in marks | ({mark} if mark else set()):
        found.forget(each)
        with translated(folder):
            key_file.remove(folder / key_file.KEY_FILES_OF, each)
    with translated(ledger):
        rest = [one for one in found.folders.data.iterdir() if one.is_file()] if found.folders.data.exists() else []
    with suppress(OSError):  # one of the person's own choice, or with something of theirs in it, stays
        found.folders.backups.rmdir()
    stays = {found.folders.lock, *([found.folders.settings] if keep_settings else [])}  # the window holds its lock
    for one in rest:
        if one not in stays:
            scrub(one)


def _forget_secrets(found: LedgerKeys, name: str | None) -> None:
    """Take the secrets of one account, or of all, out of the keyring. A ledger that cannot be opened does not tell their names."""
    try:
        ledger = Ledger.open(found.folders.ledger, found.key())
    except LedgerProblem:
        if name is not None:
            raise
        return
    with ledger:
        accounts = ledger.accounts() if name is None else [ledger.account(name)]
        for account in accounts:
            if is_wished(found.folders, account.id):  # the portal's session, and its key
                with suppress(OSError):
                    Safe(place(found.folders, account.id), found.vault, ledger.vault_key(account.id)).forget()
            if not account.remember:
                continue
            try:
                found.vault.forget(ledger.vault_key(account.id))
            except VaultUnavailable as problem:
                if problem.reason != VaultReason.MISSING:
                    raise LedgerProblem(code_of(problem)) from None
