"""What `export` and `history` take from the ledger: the records of one account or of all."""

from __future__ import annotations

from core.commands.options import Options, Usage
from core.commands.proved import open_proved
from core.export.record import Record
from core.ledger import Ledger, NoSuchAccount
from core.ledger.ledger import EVERYTHING
from core.models import Account
from core.paths import Folders


def read_records(options: Options) -> list[Record]:
    """The record of the account named by --account, or of every one. Raises LedgerProblem; Usage where there is none."""
    folders = Folders.for_person("--demo" in options)
    if not folders.ledger.exists():
        raise Usage("not_yet")
    with open_proved("--demo" in options) as ledger, ledger.transaction(reading=True):
        return [_record(ledger, account) for account in _accounts(ledger, options["--account"])]


def _accounts(ledger: Ledger, name: str | None) -> list[Account]:
    try:
        found = ledger.accounts() if name is None else [ledger.account(name)]
    except NoSuchAccount:
        raise Usage("no_such_account") from None
    if not found:
        raise Usage("not_yet")
    return found


def _record(ledger: Ledger, account: Account) -> Record:
    return Record(
        account,
        tuple(ledger.history(account.id, EVERYTHING)),
        tuple(ledger.months(account.id)),
        tuple(ledger.statements(account.id)),
        tuple(reversed(ledger.attempts(account.id, EVERYTHING))),
    )
