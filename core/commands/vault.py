"""`main.py vault status|forget|keep|ledger-key`: what the window asks about the keyring, in a process that may hang and be killed."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from core.commands.options import Usage, parse
from core.commands.output import put
from core.commands.typed import read_secrets
from core.errors import EXIT_CODES, InternalError, Status, VaultUnavailable
from core.vault import ANSWER_S, DEMO_SERVICE, SERVICE, Place, Vault, this_place
from core.words import Words

if TYPE_CHECKING:
    from core.ledger import Ledger
    from core.models import Account, Secrets


def run(argv: list[str], find: Callable[[], Place] = this_place) -> int:
    """With --json one object: {"vault": "ok" or a VaultReason, "name": what people call the keyring, if it can be told}.

    Raises Usage.
    """
    if argv and argv[0] == "ledger-key":
        from core.commands.ledger_key import run as ledger_key

        return ledger_key(argv[1:], find)
    if not argv or argv[0] not in ("status", "forget", "keep"):
        raise Usage("usage_bad_value", what="vault")
    deed, *rest = argv
    options = parse(rest, texts=("--account",), switches=("--demo", "--json"))
    if deed != "status" and "--account" not in options:
        raise Usage("usage_value_missing", what="--account")
    typed = read_secrets(None) if deed == "keep" else None
    vault = Vault(DEMO_SERVICE if "--demo" in options else SERVICE, find, answer_s=ANSWER_S / 2)  # two questions at most
    answer: dict[str, str] = {"vault": "ok"}
    problem: VaultUnavailable | InternalError | None = None
    try:
        if deed == "status":
            answer["name"] = vault.name()
            vault.must_be_usable()
        elif typed is not None:
            keep(vault, options["--account"] or "", typed, demo="--demo" in options)
        else:
            forget(vault, options["--account"] or "", demo="--demo" in options)
    except (VaultUnavailable, InternalError) as error:
        problem = error
        answer["vault"] = str(error.reason)
    words = Words.load()
    if "--json" in options:
        put(sys.stdout, json.dumps(answer))
    elif problem is not None:
        put(sys.stderr, words.explain(problem))
    else:
        put(sys.stdout, words.say({"status": "vault_ok", "forget": "forgotten"}.get(deed, "kept"), **answer))
    return EXIT_CODES[problem.status] if problem is not None else EXIT_CODES[Status.OK]


def keep(vault: Vault, name: str, secrets: Secrets, *, demo: bool) -> None:
    """Put an account's secrets into the keyring, and note that they are kept: for the portal's window, which fills them in on request
    (no portal has accepted them yet). Raises VaultUnavailable, LedgerProblem, Usage."""
    with _account(vault, name, demo=demo) as (ledger, account):
        vault.store(ledger.vault_key(account.id), secrets)
        ledger.update_account(account.id, remember=True)


def forget(vault: Vault, name: str, *, demo: bool) -> None:
    """Remove an account's secrets from the keyring, and note that none are kept. Raises VaultUnavailable, LedgerProblem, Usage."""
    with _account(vault, name, demo=demo) as (ledger, account):
        vault.forget(ledger.vault_key(account.id))
        ledger.update_account(account.id, remember=False)


@contextmanager
def _account(vault: Vault, name: str, *, demo: bool) -> Iterator[tuple[Ledger, Account]]:
    """The ledger and the account in it. Raises LedgerProblem, Usage."""
    from core.commands.opened import open_ledger
    from core.ledger import NoSuchAccount
    from core.paths import Folders

    folders = Folders.for_person(demo)
    if not folders.ledger.exists():
        raise Usage("no_such_account")
    with open_ledger(demo, vault.find) as ledger:
        try:
            yield ledger, ledger.account(name)
        except NoSuchAccount:
            raise Usage("no_such_account") from None
