"""One check from beginning to end: the attempt written first, the secrets, the walk, the reading stored, the end written.

The only module that ties portal, vault and ledger together. It imports neither SQLite nor the keyring itself: who wants them
hands them in.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from core.errors import AccountLocked, CheckError, CredentialsRejected, InternalError, Status, VaultUnavailable
from core.models import Account, Balance, Reading, Secrets, Step, Trigger
from core.portal.profile import Profile
from core.walk import Walk, walk_safely

if TYPE_CHECKING:
    from core.ledger import Ledger
    from core.vault import Vault

REFUSED_BEFORE = "refused_before"
READING_NOT_STORED = "not_stored"

log = logging.getLogger("saldo.service")


class NotStored(InternalError):
    """The balance was read and could not be stored: no success, but the figure is not lost. `reason` is the ledger's code."""

    def __init__(self, reason: str | None, balance: Balance) -> None:
        super().__init__(reason or READING_NOT_STORED)
        self.balance = balance


@dataclass(frozen=True, slots=True)
class Service:
    """What a check needs of the world. `hide` is told each secret before it is used (the log masks it)."""

    ledger: Ledger
    vault: Vault
    walk: Walk
    now: Callable[[], dt.datetime]
    hide: Callable[[Secrets], None] = lambda _secrets: None

    def check(
        self,
        account: Account,
        profile: Profile,
        secrets: Secrets | None,
        *,
        trigger: Trigger,
        unattended: bool,
        remember: bool,
        on_step: Callable[[Step], None],
        on_not_kept: Callable[[VaultUnavailable], None],
    ) -> Reading:
        """Check one account and return what was read and stored. Raises CheckError; the ledger holds how it ended.

        secrets: None asks the vault. unattended: nobody pressed anything (the schedule, cron): a secret that was refused is
        then not sent again. remember: keep the given secrets in the vault once the portal has accepted them; if the vault
        cannot, `on_not_kept` is told and the check has succeeded all the same.
        If the attempt cannot be written, nothing is sent (a LedgerProblem). If what was read cannot be stored: NotStored.
        """
        if unattended and secrets is None:
            self._refuse_what_was_refused(account)
        progress = _Progress(on_step)
        attempt = self.ledger.begin_attempt(account.id, trigger, now=self.now())
        try:
            used = secrets or self.vault.read(self.ledger.vault_key(account.id))
            self.hide(used)
            balance = walk_safely(self.walk, profile, account.user, used, on_step=progress, now=self.now())
        except CheckError as error:
            self._end(attempt, error, progress)
            raise
        progress(Step.STORING)
        reading = self._store(account, profile, balance, attempt, progress)
        if remember and secrets is not None:
            self._keep(account, secrets, on_not_kept)
        return reading

    def _refuse_what_was_refused(self, account: Account) -> None:
        """The secret in the vault is the one the portal refused (a new one is only kept after it was accepted)."""
        for attempt in takewhile(lambda attempt: attempt.status is not Status.OK, self.ledger.attempts(account.id)):
            if attempt.status is Status.CREDENTIALS_REJECTED:
                raise CredentialsRejected(REFUSED_BEFORE, portal_words=attempt.portal_words)
            if attempt.status is Status.ACCOUNT_LOCKED:
                raise AccountLocked(REFUSED_BEFORE, portal_words=attempt.portal_words)

    def _store(self, account: Account, profile: Profile, balance: Balance, attempt: int, progress: _Progress) -> Reading:
        now = self.now()
        try:
            with self.ledger.transaction():
                reading = self.ledger.store_reading(account.id, balance, portal=profile.id, checked_at=now, attempt_id=attempt)
                self.ledger.end_attempt(attempt, None, step=progress.last, now=now)
        except (InternalError, LookupError) as error:  # the file failed, or the account was removed meanwhile
            problem = NotStored(getattr(error, "reason", None), balance)
            self._end(attempt, problem, progress)
            raise problem from None
        return reading

    def _end(self, attempt: int, error: CheckError, progress: _Progress) -> None:
        """Write down a failure. If even that fails, the attempt stays without an end, and the failure itself is what counts."""
        log.info("check ended: %s", error)
        try:
            self.ledger.end_attempt(attempt, error, step=progress.last, now=self.now())
        except InternalError as problem:
            log.warning("the end of an attempt could not be written: %s", problem)

    def _keep(self, account: Account, secrets: Secrets, on_not_kept: Callable[[VaultUnavailable], None]) -> None:
        try:
            self.vault.store(self.ledger.vault_key(account.id), secrets)
            self.ledger.update_account(account.id, remember=True)
        except VaultUnavailable as problem:
            log.warning("the secret was not kept: %s", problem)
            on_not_kept(problem)
        except (InternalError, LookupError):  # the reading is stored; that the vault is used is only a choice
            log.warning("that the secret is kept could not be written")


class _Progress:
    """Passes the steps on and remembers the last one."""

    def __init__(self, on_step: Callable[[Step], None]) -> None:
        self._on_step = on_step
        self.last: Step | None = None

    def __call__(self, step: Step) -> None:
        self.last = step
        self._on_step(step)
