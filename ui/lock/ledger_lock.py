"""Whether the ledger may be looked into: its key is fetched, given back, and asked for again here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.paths import Folders
from ui.children.child import end_all
from ui.children.worker import Command
from ui.lock.key_asking import OK, PLAIN, KeyAsking
from ui.lock.key_holder import held

WAITING = "waiting"  # for the keyring's answer
KEY_LOST = "ledger_key_lost"
LOCKED = "locked"  # by the person, or because nobody was there
TAKEN_AWAY = ("ledger_key_missing", "ledger_key_wrong")  # the file has another key than the one that is held


@dataclass(frozen=True, slots=True)
class Unlock:
    """What the person does about a lock. how: "ask" (the keyring, again), "passphrase", "new_passphrase", "plain", "recovery", "sheet"
    (only ask for its letters), or "fresh" (a new record; the one that cannot be opened is put aside)."""

    how: str
    text: str = field(default="", repr=False)
    passphrase: str = field(
        default="", repr=False
    )  # for "recovery": the new one the key is to be under, where a passphrase keeps it


PLAIN_BEGINNING = b"SQLite format 3"


def _looks_encrypted(path: Path) -> bool:
    """By its first bytes; SQLite is not loaded yet."""
    try:
        with path.open("rb") as file:
            beginning = file.read(len(PLAIN_BEGINNING))
    except OSError:
        return False
    return beginning not in (b"", PLAIN_BEGINNING)


class LedgerLock(QObject):
    """state: None while the ledger may be opened; else WAITING, LOCKED or the reason code of what is wrong with its key."""

    changed = Signal()

    def __init__(self, program: list[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program
        self._where: list[str] = []
        self._folders: Folders | None = None
        self._asking: list[KeyAsking | Command] = []
        self._early: KeyAsking | None = None  # asked before anybody waits for it
        self._early_answer: str | None = None
        self._waits: Callable[[], None] | None = None  # for the early answer
        self.state: str | None = WAITING

    def start_on(self, folders: Folders, *, demo: bool) -> None:
        """Another data folder: its ledger has another key."""
        self.end()
        self._folders, self._where = folders, ["--demo"] if demo else []
        self.state = WAITING

    def begin_early(self) -> None:
        """Ask for the key of a ledger that is encrypted while the window is still being filled: a process and a keyring take a while."""
        if self._folders is None or not _looks_encrypted(self._folders.ledger):
            return
        self._early = asking = KeyAsking(self._program, self)
        self._asking.append(asking)
        asking.done.connect(partial(self._early_told, asking))
        asking.start(self._where)

    def open(self, then: Callable[[], None]) -> None:
        """Do this once the ledger may be opened: at once where it is plain. Until then `state` says what it waits for."""
        answer, self._early_answer = self._early_answer, None
        if self._is_plain():
            self.end()
            self._turn(None)
            then()
        elif self._early is not None:
            self._waits = then
        elif answer is not None:
            self._settle(answer, then)
        else:
            self._ask([], None, then)

    def shut(self) -> None:
        """Lock: no key is held any more."""
        self.end()
        self._turn(LOCKED)

    def unlock(self, wish: Unlock, then: Callable[[], None]) -> None:
        """Do what the person wishes, and this once the ledger may be opened."""
        match wish.how:
            case "passphrase":
                self._ask(["--passphrase-stdin"], wish.text, then)
            case "new_passphrase":
                self._ask(["--new", "--passphrase-stdin"], wish.text, then)
            case "recovery":
                under = ["--passphrase-stdin"] if wish.passphrase else []
                self._recover(["unlock", *under], "".join(f"{one}\n" for one in (wish.text, wish.passphrase) if one), then)
            case "sheet":
                self.end()
                self._turn(KEY_LOST)
            case "fresh":
                self._recover(["put-aside"], "", then)
            case _:
                self.open(then)

    def end(self) -> None:
        """Ask nobody any more, hold nothing any more."""
        end_all([asking.child for asking in self._asking])
        for asking in self._asking:
            asking.blockSignals(True)
            asking.deleteLater()
        self._asking.clear()
        self._early = self._early_answer = self._waits = None
        held.wipe()

    def _is_plain(self) -> bool:
        from core.ledger.cipher import Form, form

        try:
            return self._folders is not None and form(self._folders.ledger) is Form.PLAIN
        except OSError:
            return True  # it cannot be read at all: the first look says so, in its own words

    def _ask(self, arguments: list[str], passphrase: str | None, then: Callable[[], None]) -> None:
        held.wipe()  # else the child would be handed the key that does not fit, and answer with it
        self._turn(WAITING)
        asking = KeyAsking(self._program, self)
        self._asking.append(asking)
        asking.done.connect(partial(self._told, asking, then))
        asking.start([*arguments, *self._where], passphrase)

    def _told(self, asking: KeyAsking, then: Callable[[], None], answer: str) -> None:
        self._asking.remove(asking)
        asking.deleteLater()
        self._settle(answer, then)

    def _early_told(self, asking: KeyAsking, answer: str) -> None:
        self._asking.remove(asking)
        asking.deleteLater()
        waits, self._early, self._waits = self._waits, None, None
        if waits is None:
            self._early_answer = answer
        else:
            self._settle(answer, waits)

    def _settle(self, answer: str, then: Callable[[], None]) -> None:
        self._turn(None if answer in (OK, PLAIN) else answer)
        if self.state is None:
            then()

    def _recover(self, deed: list[str], typed: str, then: Callable[[], None]) -> None:
        """A child does something about a key that is lost: it proves the one of the recovery sheet and has the keyring keep it again, or
        makes room for a new record."""
        self._turn(WAITING)
        started = Command(self._program, self)
        self._asking.append(started)
        started.done.connect(partial(self._recovered, started, then))
        started.begin(["ledger", *deed, *self._where, "--json"], typed.encode())

    def _recovered(self, started: Command, then: Callable[[], None], texts: dict[str, str] | None, _code: int | None) -> None:
        self._asking.remove(started)
        started.deleteLater()
        answer = (texts or {}).get("ledger", "recovery_not_a_key")
        if answer == OK:
            self._ask([], None, then)
        else:
            self._turn(answer)

    def _turn(self, state: str | None) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit()
