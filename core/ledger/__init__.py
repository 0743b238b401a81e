"""The history of every account in one SQLite file: accounts, attempts, readings, cards, imports."""

import datetime as dt
from pathlib import Path

from core.ledger.ledger import Ledger, clean_name
from core.ledger.problems import LedgerProblem, NameTaken, NoSuchAccount, NoSuchImport

__all__ = ["Ledger", "LedgerProblem", "NameTaken", "NoSuchAccount", "NoSuchImport", "clean_name", "set_aside"]


def set_aside(path: Path, now: dt.datetime) -> Path:
    """Give a ledger that cannot be read a dated name; see `core.ledger.aside`, which a check does not load."""
    from core.ledger.aside import set_aside as put_aside

    return put_aside(path, now)
