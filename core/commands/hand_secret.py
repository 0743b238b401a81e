"""`main.py hand-secret`: one kept secret for the portal's window, to be put into the log-in form once. Nobody types this.

The window sends a fresh pad of random bytes over standard input, and gets the secret covered by it (each byte XOR the pad's): what goes
through the pipe, or by mistake into a file, says nothing to anybody else. Nothing is handed to a terminal or into a file, and there is
nothing to cover it with unless somebody who knows how has asked.
"""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Callable

from core import demo
from core.commands.options import Usage, parse
from core.commands.output import put
from core.errors import EXIT_CODES, CheckError, Status, VaultReason, VaultUnavailable
from core.models import Secrets
from core.paths import Folders
from core.vault import DEMO_SERVICE, SERVICE, Place, Vault, this_place

PAD_BYTES = 512
LENGTH_BYTES = 2
WHICH = ("login", "pin")


def run(argv: list[str], find: Callable[[], Place] = this_place) -> int:
    """One JSON object: {"covered": HEX} or {"vault": REASON}. Raises Usage."""
    options = parse(argv, texts=("--account", "--which"), switches=("--demo",))
    which = options["--which"]
    if which not in WHICH:
        raise Usage("usage_bad_value", what="--which")
    if not _is_pipe(1) or not _is_pipe(0):
        raise Usage("usage_bad_value", what="stdout")
    pad = _pad()
    try:
        secrets = _secrets(options["--account"] or "", find, in_demo="--demo" in options)
        secret = secrets.login if which == "login" else secrets.pin
        if secret is None:
            raise VaultUnavailable(VaultReason.EMPTY)
        answer = {"covered": cover(secret, pad)}
        status = Status.OK
    except CheckError as problem:
        answer, status = {"vault": problem.reason or ""}, problem.status
    put(sys.stdout, json.dumps(answer))
    return EXIT_CODES[status]


def cover(secret: str, pad: bytes) -> str:
    """The secret under the pad, with its length, always as long as the pad. Raises Usage for one that is too long."""
    body = secret.encode("utf-8")
    if len(body) > PAD_BYTES - LENGTH_BYTES or len(pad) != PAD_BYTES:
        raise Usage("usage_secret_unreadable")
    plain = (len(body).to_bytes(LENGTH_BYTES, "big") + body).ljust(PAD_BYTES, b"\0")
    return bytes(a ^ b for a, b in zip(plain, pad, strict=True)).hex()


def uncover(covered: str, pad: bytes) -> str:
    """What `cover` covered. ValueError for anything else."""
    plain = bytes(a ^ b for a, b in zip(bytes.fromhex(covered), pad, strict=True))
    length = int.from_bytes(plain[:LENGTH_BYTES], "big")
    if length > PAD_BYTES - LENGTH_BYTES or any(plain[LENGTH_BYTES + length :]):
        raise ValueError("not what was covered")
    return plain[LENGTH_BYTES : LENGTH_BYTES + length].decode("utf-8")


def _is_pipe(number: int) -> bool:
    """Whether a stream goes to another program: not to a terminal, not into a file."""
    mode = os.fstat(number).st_mode
    return not os.isatty(number) and (stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode))


def _pad() -> bytes:
    line = sys.stdin.buffer.readline(PAD_BYTES * 2 + 2).strip()
    try:
        pad = bytes.fromhex(line.decode("ascii"))
    except (ValueError, UnicodeDecodeError):
        raise Usage("usage_bad_value", what="stdin") from None
    if len(pad) != PAD_BYTES:
        raise Usage("usage_bad_value", what="stdin")
    return pad


def _secrets(name: str, find: Callable[[], Place], *, in_demo: bool) -> Secrets:
    """The sample person's, or what the keyring holds. Raises VaultUnavailable, LedgerProblem, Usage."""
    from core.commands.opened import open_ledger
    from core.ledger import NoSuchAccount

    folders = Folders.for_person(in_demo)
    if not folders.ledger.exists():
        raise Usage("no_such_account")
    with open_ledger(in_demo, find) as ledger:
        try:
            account = ledger.account(name)
        except NoSuchAccount:
            raise Usage("no_such_account") from None
        sample = demo.fixture_secrets(account) if in_demo else None
        key = ledger.vault_key(account.id)
    return sample or Vault(DEMO_SERVICE if in_demo else SERVICE, find).read(key)
