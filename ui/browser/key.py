"""The ledger's key for the process of the portal's window: handed over by the main window, or asked for before anything is shown."""

from __future__ import annotations

import json
import os
import subprocess
from contextlib import suppress

from core.commands import opened
from core.ledger.cipher import Form, form
from core.ledger.key import Key
from core.paths import Folders
from ui.children.child import command, environment
from ui.lock.key_holder import held

LIMIT_S = 30.0


def ledger_key(folders: Folders, *, demo: bool) -> Key | None:
    """The key, held from now on for the children of this process too; None for a plain ledger, and where nobody gives it."""
    with suppress(OSError):
        if form(folders.ledger) is not Form.ENCRYPTED:
            return None
    given = opened.given()
    text = given.hex() if given is not None else _asked(demo)
    with suppress(ValueError):
        held.take(text)
    return held.key


def _asked(demo: bool) -> str:
    """The key as a child gets it from the keyring; nothing is on the screen yet that would have to wait."""
    typed = opened.typed_passphrase()
    with_it = ["--passphrase-stdin"] if typed is not None else []
    arguments = [*command(), "vault", "ledger-key", *with_it, *(["--demo"] if demo else [])]
    with suppress(OSError, subprocess.TimeoutExpired, ValueError, KeyError):
        done = subprocess.run(  # our own program
            arguments,
            env=environment(os.environ),
            input=f"{typed}\n".encode() if typed is not None else b"",
            capture_output=True,
            timeout=LIMIT_S,
            check=False,
        )
        return str(json.loads(done.stdout)["key"])
    return ""
