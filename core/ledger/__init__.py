"""The history of every account in one SQLite file: accounts, attempts, readings, cards."""

from core.ledger.file import set_aside
from core.ledger.ledger import Ledger, clean_name
from core.ledger.problems import LedgerProblem, NameTaken, NoSuchAccount

__all__ = ["Ledger", "LedgerProblem", "NameTaken", "NoSuchAccount", "clean_name", "set_aside"]
