"""The page's work: previews, decisions, storing, undoing. Each job is a child (`ui.importing.run`); what there is to show is one `Importing`.

Passwords, pasted texts and typed figures live here only while the preview does; they are handed to the child over stdin again when
the person stores, and forgotten with the preview.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.statements.statement import FileStatus
from ui.children.child import command, end_all
from ui.children.worker import CANCELLED
from ui.importing import calls
from ui.importing import wishes as w
from ui.importing.calls import Call, Item
from ui.importing.decide import decided, summed
from ui.importing.lines import ReadingFile, Told
from ui.importing.model import Importing, Phase
from ui.importing.past import Past
from ui.importing.run import Ending, Run
from ui.turns import next_turn

MOST_FILES = 500
TOO_MANY = "too_many_files"
FILE_CHANGED = "file_changed"
PARTLY_STORED = "partly_stored"
NO_FILES = "no_files"


class Imports(QObject):
    """changed: `shown` is another. ledger_changed: something was stored, undone or brought back."""

    changed = Signal()
    ledger_changed = Signal()

    def __init__(self, *, demo: bool, program: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._program = program or command()
        self.shown = Importing()
        self._where = ["--demo"] if demo else []
        self._items: dict[int, Item] = {}
        self._next = 1
        self._run: Run | None = None
        self._calls: list[Call] = []
        self._before: tuple[Importing, dict[int, Item]] | None = None
        self._told: list[Told] = []
        self._numbers: list[int] = []  # one import of each run that stored something
        self._done_before = 0
        self._later: list[object] = []  # what was added while a child was at work
        self._turning: tuple[int, ...] = ()
        self._past = Past(self._program, self)
        self._past.told.connect(self._past_told)
        self._past.turned.connect(self._turned)

    # Wishes

    def wish(self, wish: object) -> None:
        """Do what the person asks for, as far as it can be done now."""
        match wish:
            case w.AddFiles() | w.AddText() | w.AddTyped() | w.AddWage():
                self._add(wish)
            case w.GivePassword(number, password):
                self._again(number, password=password)
            case w.GiveMapping(number, mapping, remember):
                self._again(number, mapping=f"{self._fingerprint(number)}:{mapping}", remember_mapping=remember)
            case w.ReadAgain(number):
                self._again(number)
            case w.Skip() | w.Keep() | w.ChooseAccount():
                self._show(decided(self.shown, wish))
            case w.Store():
                self._store()
            case w.Cancel():
                if self._run is not None:
                    self._run.cancel()
            case w.Clear():
                self._clear()
            case w.Undo(numbers) | w.Redo(numbers):
                self._turn(numbers, undo=isinstance(wish, w.Undo))
            case w.LookBack():
                self._past.look(self._where)

    def end(self) -> None:
        """Kill what runs, telling nobody."""
        runs = [self._run.child] if self._run is not None else []
        end_all([*runs, *self._past.running])
        if self._run is not None:
            self._run.deleteLater()
            self._run = None
        self._calls.clear()
        self._later.clear()
        self._past.forget()

    def move_to(self, *, demo: bool) -> None:
        """Leave this data folder for another one: nothing of the preview goes along."""
        self.end()
        self._where = ["--demo"] if demo else []
        self._items.clear()
        self._show(Importing())

    # Reading

    def _add(self, wish: w.AddFiles | w.AddText | w.AddTyped | w.AddWage) -> None:
        if self.shown.busy:
            self._later.append(wish)
            return
        new = [item for item in calls.items_of(wish, self._next) if item.path is None or item.path not in self._paths()]
        if not new:
            if isinstance(wish, w.AddFiles) and not wish.paths:
                self._show(replace(self.shown, problem=NO_FILES, message=None))
            return
        if len(self._items) + len(new) > MOST_FILES:
            self._show(replace(self.shown, problem=TOO_MANY, message=None))
            return
        self._next += len(new)
        self._read(new)

    def _fingerprint(self, number: int) -> str:
        found = (line.mapping.fingerprint for line in self.shown.lines if line.number == number and line.mapping is not None)
        return next(found, None) or ""

    def _paths(self) -> set[str]:
        return {item.path for item in self._items.values() if item.path is not None}

    def _again(self, number: int, **changes: object) -> None:
        """Read one file once more; a password is tried on every file that asks for one."""
        if self.shown.busy or number not in self._items:
            return
        locked = {line.number for line in self.shown.lines if line.status is FileStatus.PASSWORD_NEEDED}
        numbers = {number} | (locked if "password" in changes else set())
        items = [replace(self._items[each], **changes) for each in sorted(numbers)]  # type: ignore[arg-type]
        self._read(items)

    def _read(self, items: list[Item]) -> None:
        self._before = (self.shown, dict(self._items))
        self._items.update({item.number: item for item in items})
        self._calls = [calls.preview(group, self._where) for group in calls.groups(items)]
        self._told = []
        self._show(
            replace(
                self.shown,
                phase=Phase.READING,
                asked=len(items),
                done=0,
                at=items[0].path,
                stored=None,
                problem=None,
                message=None,
            )
        )
        self._go_on()

    # Storing

    def _store(self) -> None:
        lines = {line.number: line for line in self.shown.lines if line.storable}
        if self.shown.phase is not Phase.PREVIEW or not lines:
            return
        self._before = (self.shown, dict(self._items))
        groups = calls.groups([self._items[number] for number in lines])
        self._calls = [calls.store(group, [lines[item.number] for item in group], self._where) for group in groups]
        self._told = []
        self._show(replace(self.shown, phase=Phase.STORING, asked=len(lines), done=0, at=None, problem=None, message=None))
        self._go_on()

    # The run

    def _go_on(self) -> None:
        call = self._calls.pop(0)
        self._done_before = len(self._told)
        run = self._run = Run(self._program, call.numbers, self)
        run.reading.connect(self._reading)
        run.told.connect(self._one_told)
        run.ended.connect(partial(self._ended, run))
        next_turn(run, lambda: run.start(call.arguments, call.stdin))

    def _reading(self, step: ReadingFile) -> None:
        self._show(replace(self.shown, at=step.path, done=self._done_before + step.n - 1))

    def _one_told(self, told: Told) -> None:
        self._told.append(told)
        done = replace(self.shown, done=max(self.shown.done, len(self._told)))
        if self.shown.phase is Phase.READING:
            lines = {line.number: line for line in self.shown.lines}
            lines[told.line.number] = told.line
            done = replace(done, lines=tuple(lines[number] for number in sorted(lines)))
        self._show(done)

    def _ended(self, run: Run, ending: Ending) -> None:
        run.deleteLater()
        if run is not self._run:
            return
        self._run = None
        stored = next((told.imported for told in self._told[self._done_before :] if told.imported is not None), None)
        if stored is not None:
            self._numbers.append(stored)
        if ending.problem is None and self._refused() is not None:
            ending = Ending(self._refused())
        if ending.problem is None and self._calls:
            self._go_on()
        elif self.shown.phase is Phase.STORING:
            self._stored(ending)
        else:
            self._was_read(ending)

    def _refused(self) -> str | None:
        """While storing: why nothing of the call was stored, although it ended well."""
        changed = self.shown.phase is Phase.STORING and any(told.line.reason == FILE_CHANGED for told in self._told)
        return FILE_CHANGED if changed else None

    def _was_read(self, ending: Ending) -> None:
        """Everything was read; or it was cancelled or failed, and what was there before stands again."""
        self._calls.clear()
        if ending.problem is None:
            self._before = None
            self._show(replace(self.shown, phase=Phase.PREVIEW, at=None))
            self._add_later()
            return
        self._back(None if ending.problem == CANCELLED else ending.problem, ending.message)

    def _add_later(self) -> None:
        """What was dropped meanwhile has its turn."""
        waiting, self._later = self._later, []
        for wish in waiting:
            self.wish(wish)

    def _back(self, problem: str | None, message: str | None) -> None:
        self._later.clear()
        before, self._before = self._before, None
        shown, self._items = before if before is not None else (Importing(), {})
        phase = Phase.PREVIEW if shown.lines else Phase.RESTING
        self._show(replace(shown, phase=phase, earlier=self.shown.earlier, problem=problem, message=message, stored=None))

    def _stored(self, ending: Ending) -> None:
        self._calls.clear()
        numbers, self._numbers = tuple(self._numbers), []
        if ending.problem is not None and not numbers:
            self._back(None if ending.problem == CANCELLED else ending.problem, ending.message)
            return
        self._items.clear()
        self._before = None
        stored = summed(numbers, [told.line for told in self._told if told.imported is not None])
        problem = None if ending.problem is None else PARTLY_STORED
        self._show(Importing(earlier=self.shown.earlier, stored=stored, problem=problem, message=ending.message))
        self.ledger_changed.emit()
        self._past.look(self._where)
        self._add_later()

    def _clear(self) -> None:
        if not self.shown.busy:
            self._items.clear()
            self._show(Importing(earlier=self.shown.earlier))

    # Earlier imports

    def _turn(self, numbers: tuple[int, ...], *, undo: bool) -> None:
        if not self.shown.busy and numbers and self._past.turn(numbers, undo=undo, where=self._where):
            self._turning = numbers
            self._show(replace(self.shown, turning=True))

    def _turned(self, undone: bool, problem: str | None) -> None:
        stored = self.shown.stored
        if problem is None and stored is not None and stored.numbers == self._turning:
            stored = replace(stored, undone=undone)
        self._show(replace(self.shown, turning=False, stored=stored, problem=problem, message=None))
        self.ledger_changed.emit()
        self._past.look(self._where)

    def _past_told(self, earlier: object) -> None:
        if isinstance(earlier, tuple):
            self._show(replace(self.shown, earlier=earlier))

    def _show(self, shown: Importing) -> None:
        if shown != self.shown:
            self.shown = shown
            self.changed.emit()
