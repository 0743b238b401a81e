"""The history of every account in one SQLite file: accounts, attempts, readings, cards, imports."""

from core.ledger.aside import set_aside
from core.ledger.ledger import Ledger, clean_name
from core.ledger.problems import LedgerProblem, NameTaken, NoSuchAccount, NoSuchImport

__all__ = ["Ledger", "LedgerProblem", "NameTaken", "NoSuchAccount", "NoSuchImport", "clean_name", "set_aside"]
