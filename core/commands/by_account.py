"""`check [--account NAME] [--demo]`: one account of the ledger, its secrets from the vault or over stdin."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from core import demo, logs
from core.commands.opened import open_or_make
from core.commands.options import Options, Usage
from core.commands.output import Output
from core.commands.taught_rules import taught_rules
from core.commands.typed import read_secrets
from core.hosts import Recorder
from core.ledger import Ledger, NoSuchAccount
from core.models import Account, Balance, Reading, Secrets, Trigger
from core.paths import Folders
from core.portal import profile as profiles
from core.portal.profile import Profile
from core.service import NotStored, Service
from core.vault import DEMO_SERVICE, SERVICE, Place, Vault, this_place


class AccountCheck:
    """One check of an account. `portal` is its profile's id; `find` tells where the keyring is."""

    def __init__(self, options: Options, output: Output, find: Callable[[], Place] = this_place) -> None:
        self._options = options
        self._find = find
        self._output = output
        self._demo = "--demo" in options
        self._trigger = Trigger(options["--trigger"] or Trigger.COMMAND)
        self.portal: str | None = None
        self.unstored: Balance | None = None

    def run(self) -> tuple[dt.datetime, Balance]:
        """Find the account, check it, store what was read. Raises CheckError, Usage."""
        try:
            reading = self._reading()
        except NotStored as problem:
            self.unstored = problem.balance
            raise
        return reading.checked_at, reading.balance

    def _reading(self) -> Reading:
        with self._ledger() as ledger:
            account = self._account(ledger)
            if account.portal == profiles.NO_PORTAL:
                raise Usage("account_without_portal")
            profile = profiles.load(account.portal)
            self.portal = profile.id
            if self._demo != (profile.era is not None):
                raise Usage("usage_not_in_demo" if self._demo else "usage_demo_only")
            secrets = self._secrets(account, profile)
            with self._at_its_address(profile) as profile:
                return self._service(ledger, account).check(
                    account,
                    profile,
                    secrets,
                    trigger=self._trigger,
                    unattended=self._unattended(),
                    remember="--remember" in self._options,
                    on_step=self._output.step,
                    on_not_kept=self._output.not_kept,
                )

    @contextmanager
    def _ledger(self) -> Iterator[Ledger]:
        """The person's ledger, or the demo's, filled with its sample. Nothing is made for a person who has no account yet."""
        from core.commands.check import now

        folders = Folders.for_person(self._demo)
        if not self._demo and not folders.ledger.exists():
            raise Usage("not_yet")
        with open_or_make(self._demo, find=self._find) as ledger:
            self._log = logs.start(folders.log)
            if self._demo:
                demo.prepare(ledger, now())
            yield ledger

    def _account(self, ledger: Ledger) -> Account:
        name = self._options["--account"]
        if name is not None:
            try:
                return ledger.account(name)
            except NoSuchAccount:
                raise Usage("no_such_account") from None
        accounts = ledger.accounts()
        if not accounts:
            raise Usage("not_yet")
        if len(accounts) > 1 and not self._demo:
            raise Usage("which_account")
        return accounts[0]

    def _secrets(self, account: Account, profile: Profile) -> Secrets | None:
        """What was handed over, or the sample person's own; None stands for the vault."""
        if "--secrets-stdin" in self._options:
            secrets: Secrets | None = read_secrets(profile.asks_pin)
        else:
            secrets = demo.fixture_secrets(account) if self._demo else None
        if secrets is not None:
            self._log.hide(secrets.login, secrets.pin)
        return secrets

    @contextmanager
    def _at_its_address(self, profile: Profile) -> Iterator[Profile]:
        """The profile as it is; in the demo, at the address of a simulator that runs as long as the check."""
        if profile.era is None:
            yield profile
            return
        from core.simulator import Simulator

        fault = self._options["--fault"]
        try:
            simulator = Simulator(faults=frozenset(fault.split(",") if fault else ()))
        except ValueError:
            raise Usage("usage_bad_value", what="--fault") from None
        with simulator:
            yield profile.at(simulator.url(profile.era))

    def _service(self, ledger: Ledger, account: Account) -> Service:
        from core.commands.check import now
        from core.portal import flow

        self._log.hide(account.user)
        vault = Vault(DEMO_SERVICE if self._demo else SERVICE, self._find)
        record = Recorder(Folders.for_person(self._demo).hosts, now)
        on_unread = self._output.unread if "--offer-page" in self._options else None
        walk = partial(flow.check, record=record, on_unread=on_unread, rules=taught_rules(self._demo, account.portal))
        return Service(ledger, vault, walk, now, hide=lambda used: self._log.hide(used.login, used.pin))

    def _unattended(self) -> bool:
        """Whether nobody pressed anything: the schedule, or a command that no terminal stands behind (cron)."""
        if self._trigger is Trigger.COMMAND:
            return sys.stdin is None or not sys.stdin.isatty()
        return self._trigger is Trigger.SCHEDULE
