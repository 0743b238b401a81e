"""The accounts of one data folder, the person's or the demo's: looked up in the ledger, checked, added, changed, removed.

Whatever changes, `changed` says so, and who shows it asks again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.errors import Status
from core.kept_place import is_wished
from core.models import Secrets, Step, Trigger
from core.paths import Folders
from core.schedule import Kind
from core.settings import Settings
from core.unread import UnreadPage
from ui.accounts.checks import Checks, Ended
from ui.accounts.readiness import FRESH, Readiness
from ui.accounts.secrets import AccountSecrets
from ui.accounts.unwritten import Unwritten
from ui.children.child import command
from ui.children.commands import Commands
from ui.loader import Loader
from ui.lock.ledger_lock import TAKEN_AWAY, LedgerLock, Unlock
from ui.state import AccountView, SignIn
from ui.turns import next_turn
from ui.words import formats

LOOK_AT_LEAST = dt.timedelta(hours=6)
Clock = Callable[[], dt.datetime]


class Accounts(QObject):
    """views and problem (a reason code of the ledger): as of the last look."""

    changed = Signal()

    def __init__(
        self,
        folders: Folders,
        clock: Clock,
        *,
        demo: bool,
        fault: str | None = None,
        program: list[str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._program = program or command()
        self._clock = clock
        self._fault = fault
        self.checks = Checks(clock, self._program, self)
        self.checks.changed.connect(self.changed)
        self.checks.ended.connect(self._ended)
        self._commands = Commands(self._program, self)
        self.lock = LedgerLock(self._program, self)
        self.lock.changed.connect(self.changed)
        self._settings = Settings()
        self._start_on(folders, demo)

    def _start_on(self, folders: Folders, demo: bool) -> None:
        self.demo = demo
        self.loaded = False
        self.views: tuple[AccountView, ...] = ()
        self.archived: tuple[AccountView, ...] = ()
        self.problem: str | None = None
        self._where = ["--demo"] if demo else []
        self.secrets = AccountSecrets(self._commands, self._where, self.changed.emit)
        self._inject = ["--fault", self._fault] if demo and self._fault else []
        self._loader = Loader(folders)
        self.lock.start_on(folders, demo=demo)
        self._stamp: object = None
        self._looked_at = self._look_at = self._clock()
        self._over = False
        self._unwritten = Unwritten()
        self._unread: dict[int, UnreadPage] = {}
        self._ready = Readiness(folders.awake)
        self.asking = False
        self._asked_again: object = None

    @property
    def running(self) -> dict[int, Step | None]:
        """The accounts being checked now, and how far each has come."""
        return self.checks.running

    def begin(self, settings: Settings) -> None:
        """The first look into the ledger; in the demo after its sample history is there. Then the keyring is asked its name."""
        self._settings = settings
        if self.demo:
            self._commands.start(["demo-data", "--json"], self._first_look)
        else:
            self._first_look(None, 0)

    def look(self, settings: Settings) -> None:
        """Read the ledger again."""
        self._read(settings)
        self.changed.emit()

    def shut(self) -> None:
        """Lock: whatever reads or writes the ledger ends, and nothing of it is left here, its key least of all."""
        self.checks.end()
        self._commands.end()
        self.asking = False
        self._loader.close()
        self.views = self.archived = ()
        self._unwritten.clear()
        self._unread.clear()
        self.lock.shut()
        self.changed.emit()

    def unlock(self, wish: Unlock) -> None:
        """Do what the person wishes about the lock."""
        self.lock.unlock(wish, partial(self.look, self._settings))

    def look_again(self, settings: Settings) -> None:
        """The minute's look. Months in the tray cost next to nothing: the ledger is read again only if its file changed, something is
        due, the day is another one, or some hours went by."""
        now = self._clock()
        woke = self._ready.tick(now)
        unchanged = not woke and settings == self._settings and self._loader.stamp() == self._stamp
        if self.problem is None and unchanged and self._looked_at <= now < self._look_at:
            return
        self.look(settings)

    def _note_look(self, now: dt.datetime) -> None:
        """When the next look is needed at the latest."""
        self._stamp, self._looked_at = self._loader.stamp(), now
        tomorrow = formats.local(now).replace(hour=0, minute=0, second=0, microsecond=0) + dt.timedelta(days=1)
        plans = (view.plan for view in self.views if view.plan is not None)
        due = (plan.at for plan in plans if plan.at is not None and (plan.kind is Kind.CHECK or plan.at > now))
        held = any(view.plan is not None and view.plan.held for view in self.views)
        self._look_at = min(now + (FRESH if held else LOOK_AT_LEAST), tomorrow, *due)

    def _read(self, settings: Settings) -> None:
        self._settings = settings
        if self.lock.state is not None:
            return
        now = self._clock()
        self._ready.tick(now)
        found = self._loader.look(settings, now, self._ready.machine(now))
        self.problem = found.problem
        if found.problem in TAKEN_AWAY and self._asked_again != (stamp := self._loader.stamp()):
            self._asked_again = stamp  # once for what the file is now: encrypted, or under a new key, since it was opened
            self._loader.close()
            self.lock.open(partial(self.look, settings))
            return
        if found.problem is None:
            places = {number: place for place, number in enumerate(settings.order)}
            ordered = sorted(
                found.accounts, key=lambda view: places.get(view.account.id, len(places))
            )  # stable: the rest as added
            shown = (view for view in ordered if view.account.id not in settings.archived)
            self.views = tuple(replace(self._unwritten.on(view), unread=view.account.id in self._unread) for view in shown)
            self.archived = tuple(view for view in ordered if view.account.id in settings.archived)
        self.loaded = True
        self._note_look(now)

    def check(self, account_id: int, trigger: Trigger, secrets: Secrets | None = None, *, remember: bool = False) -> None:
        """Check an account, unless it is being checked already."""
        if self.lock.state is not None:
            return
        self._unwritten.forget(account_id)
        self._unread.pop(account_id, None)
        in_browser = any(view.account.id == account_id and view.in_browser for view in self.views)
        if trigger is Trigger.SCHEDULE and in_browser:  # a session is kept there, or nothing would be due
            self.checks.start(account_id, trigger, where=self._where, hidden=True)
            return
        self.checks.start(account_id, trigger, where=[*self._where, *self._inject], secrets=secrets, remember=remember)

    def check_what_is_due(self) -> None:
        """Start the automatic check that is due, one at a time, once the machine was asked for its power and its line."""
        now = self._clock()
        if self.running or self.asking or self.problem is not None or self.lock.state is not None:
            return
        due = next((view.account.id for view in self.views if self._is_due(view, now)), None)
        if due is None:
            return
        if self._ready.knows(now):
            self.check(due, Trigger.SCHEDULE)
            return
        self.asking = True
        self._commands.start(["machine", "--json"], self._machine_told)

    def _is_due(self, view: AccountView, now: dt.datetime) -> bool:
        if view.next_check is None or view.stopped or view.next_check > now:
            return False
        return not self._unwritten.rests(view, now)

    def _machine_told(self, texts: dict[str, str] | None, _code: int | None) -> None:
        """What it says may hold the check back, which is then shown; else it is made."""
        self._ready.says(texts, self._clock())
        self.look(self._settings)
        next_turn(self, self._asked)

    def _asked(self) -> None:
        self.asking = False
        self.check_what_is_due()

    def cancel(self, account_id: int) -> None:
        """Kill the check of an account."""
        self.checks.cancel(account_id)

    def sign_in(self, sign_in: SignIn) -> int | None:
        """Keep the account and check it with what was typed; its number, None if it could not be kept (see `problem`)."""
        kept = self._kept(sign_in)
        if kept is not None:
            self.check(kept, Trigger.PERSON, Secrets(sign_in.login, sign_in.pin), remember=sign_in.remember)
        return kept

    def keep(self, sign_in: SignIn, then: Callable[[int], None]) -> int | None:
        """Keep the account, and its secret if that was typed and is to be remembered, without a check; then do this with its number. None
        if the account could not be kept (see `problem`)."""
        kept = self._kept(sign_in)
        if kept is None:
            return None

        def told() -> None:
            self.look(self._settings)
            then(kept)

        if sign_in.login and sign_in.remember:
            self.secrets.keep(kept, Secrets(sign_in.login, sign_in.pin), told)
        else:
            then(kept)
        return kept

    def _kept(self, sign_in: SignIn) -> int | None:
        kept = self._loader.keep_sign_in(sign_in, self._clock())
        if isinstance(kept, str):
            self.problem = kept
            self.changed.emit()
            return None
        self.look(self._settings)
        return kept

    def unread(self, account_id: int) -> UnreadPage | None:
        """The page that the last check of an account did not understand. In memory only: gone with the next check, the lock, the end."""
        return self._unread.get(account_id)

    def rename(self, account_id: int, name: str) -> None:
        """Give an account another name."""
        self._after(self._loader.rename(account_id, name))

    def remove(self, account_id: int) -> None:
        """Forget an account: its secret first (only the ledger knows under which name it rests), then its history. A keyring
        that is there and does not let go of the secret keeps the account, or the secret would be left behind."""
        self.checks.cancel(account_id)
        self._forget_all(account_id, partial(self._remove, account_id))

    def _remove(self, account_id: int) -> None:
        """Its history, and then the copies and backups that still hold it."""
        self._unread.pop(account_id, None)
        problem = self._loader.remove(account_id)
        self._after(problem)
        if problem is None:
            self._commands.start(["ledger", "forget", "--copies", *self._where, "--json"], lambda _texts, _code: None)

    def pause(self, account_id: int, paused: bool) -> None:
        """Check an account no more by itself, or again."""
        self._after(self._loader.pause(account_id, paused))

    def retire(self, account_id: int, then: Callable[[], None]) -> None:
        """Before an account is put away with its history: no check goes on, and its secret is forgotten. A keyring that does not let
        go of it keeps the account where it is."""
        self.checks.cancel(account_id)
        self._forget_all(account_id, then)

    def _forget_all(self, account_id: int, then: Callable[[], None]) -> None:
        """The portal's session first, if one is kept; then the secret, if one is remembered; then `then`."""

        def forget_secret() -> None:
            if any(view.account.id == account_id and view.account.remember for view in self.views):
                self.secrets.forget(account_id, then)
            else:
                then()

        if is_wished(self._loader.folders, account_id):
            self.secrets.forget_session(account_id, forget_secret)
        else:
            forget_secret()

    def forget_secret(self, account_id: int) -> None:
        """Remove an account's secret from the keyring."""
        self.secrets.forget(account_id, then=lambda: self.look(self._settings))

    def move_to(self, folders: Folders, settings: Settings, *, demo: bool) -> None:
        """Leave this data folder for another one."""
        self.end()
        self._start_on(folders, demo)
        self.changed.emit()
        self.begin(settings)

    def end(self) -> None:
        """Kill what runs, telling nobody, and let go of the file; at most half a second."""
        self._over = True
        self.checks.end()
        self._commands.end()
        self._loader.close()
        self.lock.end()

    def _first_look(self, _texts: dict[str, str] | None, _code: int | None) -> None:
        self.lock.open(self._look_first)

    def _look_first(self) -> None:
        self._read(self._settings)
        next_turn(self, self.changed.emit)
        self.secrets.ask_name()

    def _ended(self, ended: Ended) -> None:
        """A check is over: the ledger says how. Where it could not be written down, the outcome stands in until the next check."""
        if ended.outcome.status is not Status.OK:
            self._unwritten.note(ended)
        if ended.outcome.page is not None:
            self._unread[ended.account_id] = ended.outcome.page
        if ended.outcome.not_kept is not None:
            self.secrets.problem = ended.outcome.not_kept
        ahead = iter(()) if self.lock.state is not None else self._loader.read_ahead()
        next_turn(self, partial(self._read_after, self._loader, ahead))

    def _read_after(self, loader: Loader, ahead: Iterator[None]) -> None:
        """The look after a check, an account a turn, and what shows it: in between the window answers."""
        if loader is not self._loader or self._over:
            return
        if self.lock.state is None and next(ahead, self) is not self:
            next_turn(self, partial(self._read_after, loader, ahead))
            return
        self._read(self._settings)
        next_turn(self, self.changed.emit)

    def _after(self, problem: str | None) -> None:
        self.look(self._settings)
        if problem is not None:
            self.problem = problem
            self.changed.emit()
