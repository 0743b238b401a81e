"""`main.py import --list`, `--undo [NUMBER]`, `--redo NUMBER`: what was imported, hidden and shown again as a whole."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from core import logs
from core.commands.check import now
from core.commands.import_options import Mode, Wanted, number_of
from core.commands.opened import open_ledger
from core.commands.options import Usage
from core.commands.output import put
from core.errors import EXIT_CODES, InternalError
from core.imports.run import batches, redo, undo
from core.ledger import Ledger, NoSuchAccount, NoSuchImport
from core.ledger.entries import Import
from core.ledger.rows import time_text
from core.paths import Folders
from core.words import Words


def run(wanted: Wanted) -> int:
    """Do it and print: with --json one object a call (the list), or one (what was done). Raises Usage."""
    folders = Folders.for_person("--demo" in wanted.options)
    if not folders.ledger.exists():
        raise Usage("not_yet")
    number = _number(wanted)
    logs.start(folders.log)
    words = Words.load()
    as_json = "--json" in wanted.options
    try:
        with open_ledger("--demo" in wanted.options, reading=wanted.mode is Mode.LIST) as ledger:
            if wanted.mode is Mode.LIST:
                _print_list(_of_account(ledger, wanted.options["--account"]), as_json, words)
                return 0
            done = redo(ledger, number or 0, now=now()) if wanted.mode is Mode.REDO else undo(ledger, number, now=now())
    except NoSuchImport:
        raise Usage("import_none_such") from None
    except NoSuchAccount:
        raise Usage("no_such_account") from None
    except InternalError as problem:
        message = words.explain(problem)
        line = json.dumps({"status": problem.status.value, "reason": problem.reason, "message": message})
        put(*((sys.stdout, line) if as_json else (sys.stderr, message)))
        return EXIT_CODES[problem.status]
    _print_done(wanted.mode, [entry.id for entry in done], as_json, words)
    return 0


def _number(wanted: Wanted) -> int | None:
    try:
        return number_of(wanted.words[0]) if wanted.words else None
    except ValueError:
        raise Usage("usage_bad_value", what=wanted.mode) from None


def _of_account(ledger: Ledger, name: str | None) -> list[list[Import]]:
    """The calls' imports, those that told something of the account if one is named."""
    account = None if name is None else ledger.account(name).id
    return [batch for batch in batches(ledger) if account is None or any(account in entry.accounts for entry in batch)]


def _print_list(found: Sequence[Sequence[Import]], as_json: bool, words: Words) -> None:
    if as_json:
        for batch in found:
            put(sys.stdout, json.dumps(_batch_json(batch)))
        return
    if not found:
        put(sys.stdout, words.say("import_none"))
    for batch in found:
        state = words.say("import_is_hidden") if all(entry.hidden for entry in batch) else ""
        put(
            sys.stdout,
            words.say("import_listed", number=str(batch[0].id), at=time_text(batch[0].imported_at), state=state).rstrip(),
        )
        for entry in batch:
            put(sys.stdout, f"  {entry.file_name or words.say('import_typed')}")


def _batch_json(batch: Sequence[Import]) -> dict[str, object]:
    return {
        "import": batch[0].id,
        "at": time_text(batch[0].imported_at),
        "files": len(batch),
        "statements": sum(entry.statements for entry in batch),
        "months": sum(entry.months + entry.wages for entry in batch),
        "undone": all(entry.hidden for entry in batch),
        "names": [entry.file_name or None for entry in batch],
        "kinds": sorted({entry.kind.value for entry in batch}),
        "accounts": [f"#{number}" for number in sorted({number for entry in batch for number in entry.accounts})],
    }


def _print_done(mode: Mode, numbers: Sequence[int], as_json: bool, words: Words) -> None:
    hidden = mode is Mode.UNDO
    if as_json:
        put(sys.stdout, json.dumps({"undone" if hidden else "redone": list(numbers)}))
    elif not numbers:
        put(sys.stdout, words.say("import_nothing_done"))
    else:
        put(sys.stdout, words.say("import_undone" if hidden else "import_redone", numbers=", ".join(map(str, numbers))))
