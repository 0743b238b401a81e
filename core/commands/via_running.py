"""`check --via-running`: the running window checks its account, and this command prints the same lines as if it had done so itself.

No secret goes through here: the window's own child takes it from the keyring, once, as always.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
from contextlib import suppress

from core import answers, instance
from core.commands.options import Options, Usage
from core.commands.output import Output, put
from core.errors import EXIT_CODES, CheckError, InternalError, Status
from core.models import Balance, Card, Step
from core.outcome import Outcome, Refusal, read_line
from core.paths import Folders

HEARD_S = 1.0  # after which the letter is written again: another one may have taken its place
TAKEN_S = 10.0
LONGEST_S = 180.0
LOOK_S = 0.05
WINDOW_GONE = "window_gone"
TAKEN = "taken"
NO_ACCOUNT = ("no_such_account", "which_account", "not_yet", "window_locked")


def run(options: Options) -> int:
    """Print the lines and return the exit code. Raises Usage if no window runs or it knows no such account."""
    folders = Folders.for_person("--demo" in options)
    if not instance.somebody_holds(folders.lock):
        raise Usage("not_running")
    path = answers.make(folders.data)
    try:
        reader = answers.Reader(path)
        try:
            return _Talk(options, folders, path.name, reader).follow()
        finally:
            reader.close()
    finally:
        with suppress(OSError):
            path.unlink()


class _Talk:
    """One question to the window and its answer."""

    def __init__(self, options: Options, folders: Folders, name: str, reader: answers.Reader) -> None:
        self._as_json = "--json" in options
        self._output = Output(self._as_json)
        self._folders = folders
        self._letter = instance.Letter(instance.CHECK, {"answer": name, "account": options["--account"] or ""})
        self._reader = reader
        self._taken = False
        self._refusal = Refusal(None, None)

    def follow(self) -> int:
        began = asked = time.monotonic()
        instance.write_letter(self._folders.lock, self._letter)
        while True:
            for line in self._reader.lines():
                code = self._take(line)
                if code is not None:
                    return code
            now = time.monotonic()
            too_long = now - began > (LONGEST_S if self._taken else TAKEN_S)
            if too_long or not instance.somebody_holds(self._folders.lock):
                return self._gone()
            if not self._taken and now - asked > HEARD_S:
                instance.write_letter(self._folders.lock, self._letter)
                asked = now
            time.sleep(LOOK_S)

    def _take(self, line: str) -> int | None:
        """One line of the answer; the exit code if it was the last one."""
        data = json.loads(line)
        if "via" in data:
            if data["via"] in NO_ACCOUNT:
                raise Usage(data["via"])
            self._taken = True
            return None
        found = read_line(line)
        if self._as_json:
            put(sys.stdout, line)
        elif isinstance(found, Refusal):
            self._refusal = found
        elif isinstance(found, Outcome):
            self._say(found)
        elif isinstance(found, Step):
            self._output.step(found)
        return EXIT_CODES[found.status] if isinstance(found, Outcome) else None

    def _say(self, outcome: Outcome) -> None:
        checked_at = outcome.checked_at or dt.datetime.now(dt.UTC)
        balance = None
        if outcome.total is not None:
            cards = (
                Card(card.balance, card.kpj, card.company, card.npp, card.segment, card.active, card.last_contribution)
                for card in outcome.cards
            )
            balance = Balance(outcome.total, tuple(cards), outcome.as_of)
        if outcome.status is Status.OK and balance is not None:
            self._output.succeeded(outcome.portal, checked_at, balance)
            return
        if balance is not None:
            self._output.succeeded(outcome.portal, checked_at, balance)
        put(sys.stderr, outcome.message or "")

    def _gone(self) -> int:
        """The window ended in the middle, or does not answer: what became of the check stands in its history."""
        problem: CheckError = InternalError(WINDOW_GONE)
        self._output.failed(None, dt.datetime.now(dt.UTC).replace(microsecond=0), problem, None)
        return EXIT_CODES[problem.status]
