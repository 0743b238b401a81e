"""Before figures of the record are printed, taken away or added to: a quick look whether it is as it was written."""

from __future__ import annotations

import sys
from pathlib import Path

from core.commands.opened import keys
from core.commands.output import put
from core.ledger import Ledger
from core.ledger.key import Key
from core.ledger.problems import CHANGED, LedgerProblem
from core.words import Words

QUICK_LINKS = 500


def open_proved(demo: bool) -> Ledger:
    """The ledger that is there. Raises LedgerProblem, CHANGED if something in it is not as it was entered."""
    found = keys(demo)
    key = found.key()
    must_be_as_written(found.folders.ledger, key)
    return Ledger.to_read(found.folders.ledger, key)


def must_be_as_written(path: Path, key: Key | None) -> None:
    """Raise LedgerProblem(CHANGED) if the newest entries, the guards, or what is shown at all were changed by somebody else. A file that is
    only older than remembered is used, and a line on stderr says that it is. Not while this process has the file open."""
    from core.ledger.verify import examine

    findings = examine(path, QUICK_LINKS, key).findings
    if any(not finding.about_the_end for finding in findings):
        raise LedgerProblem(CHANGED)
    if findings:
        put(sys.stderr, Words.load().say("ledger_older"))
