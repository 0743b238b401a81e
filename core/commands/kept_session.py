"""`main.py kept-session status|wish|keep|hand|end|forget`: the session a person wants kept, for the portal's window. Nobody types this.

`keep` reads the session from standard input, `hand` gives it back over a pipe, and never to a terminal or into a file; what both say is
the text of a `KeptSession`. The keyring may hang: this process may be killed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from core.commands.ledger_key import is_pipe
from core.commands.opened import open_ledger
from core.commands.options import Usage, parse
from core.commands.output import put
from core.errors import EXIT_CODES, Status, VaultUnavailable
from core.kept_place import is_kept, is_wished, place
from core.kept_session import LONGEST_TEXT, NO_CIPHER, KeptSession, Safe
from core.paths import Folders
from core.vault import DEMO_SERVICE, SERVICE, Place, Vault, this_place

DEEDS = ("status", "wish", "keep", "hand", "end", "forget")


def run(argv: list[str], find: Callable[[], Place] = this_place) -> int:
    """One JSON object: {"kept": "ok" or a reason, ...}. `hand` adds "session" (null if there is none), `status` whether one is "wished"
    and "there", and the keyring's "name". Raises Usage."""
    if not argv or argv[0] not in DEEDS:
        raise Usage("usage_bad_value", what="kept-session")
    deed = argv[0]
    options = parse(argv[1:], texts=("--account",), switches=("--demo",))
    if deed == "hand" and not is_pipe(1):
        raise Usage("usage_bad_value", what="stdout")
    session = _typed() if deed == "keep" else None
    demo = "--demo" in options
    answer: dict[str, object] = {"kept": "ok"}
    status = Status.OK
    safe, account_id = _safe(options["--account"] or "", demo, find)
    try:
        answer |= _do(deed, safe, session, Folders.for_person(demo), account_id)
    except VaultUnavailable as problem:
        answer["kept"], status = str(problem.reason), problem.status
    except ImportError:
        answer["kept"], status = NO_CIPHER, Status.INTERNAL_ERROR
    except OSError:
        answer["kept"], status = "file", Status.INTERNAL_ERROR
    put(sys.stdout, json.dumps(answer))
    return EXIT_CODES[status]


def _do(deed: str, safe: Safe, session: KeptSession | None, folders: Folders, account_id: int) -> dict[str, object]:
    match deed:
        case "status":
            safe.must_be_usable()
            there = is_kept(folders, account_id)
            return {"wished": is_wished(folders, account_id), "there": there, "name": safe.vault.name()}
        case "wish":
            safe.wish()
        case "keep" if session is not None:
            safe.keep(session)
        case "hand":
            found = safe.read()
            return {"session": None if found is None else found.text()}
        case "end":
            safe.end()
        case "forget":
            safe.forget()
    return {}


def _typed() -> KeptSession:
    body = sys.stdin.buffer.read(LONGEST_TEXT + 1) if sys.stdin is not None else b""
    try:
        return KeptSession.of_text(body.decode("utf-8") if len(body) <= LONGEST_TEXT else "")
    except ValueError:
        raise Usage("usage_bad_value", what="stdin") from None


def _safe(name: str, demo: bool, find: Callable[[], Place]) -> tuple[Safe, int]:
    """The account's. Raises Usage, LedgerProblem."""
    from core.ledger import NoSuchAccount

    folders = Folders.for_person(demo)
    if not folders.ledger.exists():
        raise Usage("no_such_account")
    with open_ledger(demo, find) as ledger:
        try:
            account = ledger.account(name)
        except NoSuchAccount:
            raise Usage("no_such_account") from None
        vault = Vault(DEMO_SERVICE if demo else SERVICE, find)
        return Safe(place(folders, account.id), vault, ledger.vault_key(account.id)), account.id
