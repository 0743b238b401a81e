"""`main.py vault status|forget`: what the window asks about the keyring, in a process that may hang and be killed."""

from __future__ import annotations

import json
import sys

from core.commands.options import Usage, parse
from core.commands.output import put
from core.errors import EXIT_CODES, InternalError, VaultUnavailable
from core.vault import DEMO_SERVICE, SERVICE, Vault
from core.words import Words


def run(argv: list[str]) -> int:
    """With --json one object: {"vault": "ok" or a VaultReason, "name": ...}. Raises Usage."""
    if not argv or argv[0] not in ("status", "forget"):
        raise Usage("usage_bad_value", what="vault")
    deed, *rest = argv
    options = parse(rest, texts=("--account",), switches=("--demo", "--json"))
    if deed == "forget" and "--account" not in options:
        raise Usage("usage_value_missing", what="--account")
    vault = Vault(DEMO_SERVICE if "--demo" in options else SERVICE)
    words = Words.load()
    try:
        if deed == "status":
            answer, said = {"vault": "ok", "name": vault.name()}, "vault_ok"
        else:
            forget(vault, options["--account"] or "", demo="--demo" in options)
            answer, said = {"vault": "ok"}, "forgotten"
    except (VaultUnavailable, InternalError) as problem:
        if "--json" in options:
            put(sys.stdout, json.dumps({"vault": problem.reason}))
        else:
            put(sys.stderr, words.explain(problem))
        return EXIT_CODES[problem.status]
    put(sys.stdout, json.dumps(answer) if "--json" in options else words.say(said, **answer))
    return 0


def forget(vault: Vault, name: str, *, demo: bool) -> None:
    """Remove an account's secrets from the keyring, and note that none are kept. Raises VaultUnavailable, LedgerProblem, Usage."""
    from core.ledger import Ledger, NoSuchAccount
    from core.paths import Folders

    folders = Folders.for_person(demo)
    if not folders.ledger.exists():
        raise Usage("no_such_account")
    with Ledger.open(folders.ledger) as ledger:
        try:
            account = ledger.account(name)
            vault.forget(ledger.vault_key(account.id))
            ledger.update_account(account.id, remember=False)
        except NoSuchAccount:
            raise Usage("no_such_account") from None
