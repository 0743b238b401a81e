"""Runs what the history page asks for as child processes, and ends them with the program. The page only says what it wants."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Slot

from ui.children import child
from ui.children.worker import Command
from ui.history.asking import Question

WHOLE_RECORD = "json"  # of all accounts: it can be loaded again as it is


@dataclass(frozen=True, slots=True)
class Ask:
    """A question to `main.py history-view`; exactly one of the two is called back, unless the asker is gone by then."""

    what: str
    account_id: int
    answered: Callable[[Any], None]
    failed: Callable[[str], None]
    named: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Export:
    """A run of `main.py export` to a file whose name the person chose; `done` gets the exit code (None: it did not end by itself)."""

    form: str
    account_id: int
    path: str
    done: Callable[[int | None], None]


@dataclass(frozen=True, slots=True)
class Forget:
    """Nobody waits for answers any more."""


class HistoryDesk(QObject):
    """One for the program. `take` gets what the page wishes."""

    def __init__(self, *, demo: bool, program: list[str] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._demo = demo
        self._program = program or child.command()
        self._questions: list[Question] = []
        self._leaving: list[Question] = []  # killed, and not gone yet
        self._commands: list[Command] = []

    @Slot(object)
    def take(self, wish: Ask | Export | Forget) -> None:
        """Do what is wished; returns at once."""
        match wish:
            case Ask():
                self._ask(wish)
            case Export():
                self._export(wish)
            case Forget():
                self._forget_all()

    def move_to(self, *, demo: bool) -> None:
        """From now on ask about the other folder."""
        self._forget_all()
        self._demo = demo

    def end(self) -> None:
        """Kill what runs."""
        self._forget_all()
        children = [*(question.child for question in self._leaving), *(command.child for command in self._commands)]
        if children:
            child.end_all(children)

    def _ask(self, wish: Ask) -> None:
        question = Question(self._program, self)
        self._questions.append(question)
        question.answered.connect(lambda answer: self._answered(question, lambda: wish.answered(answer)))
        question.failed.connect(lambda reason: self._answered(question, lambda: wish.failed(reason)))
        question.ask(wish.what, wish.account_id, demo=self._demo, **wish.named)

    def _answered(self, question: Question, tell: Callable[[], None]) -> None:
        if question in self._questions:
            self._questions.remove(question)
            question.deleteLater()
            tell()

    def _forget_all(self) -> None:
        asked, self._questions = self._questions, []
        for question in asked:
            self._leaving.append(question)
            question.child.ended.connect(partial(self._left, question))
            question.end()

    def _left(self, question: Question, _code: int | None) -> None:
        self._leaving.remove(question)
        question.deleteLater()

    def _export(self, wish: Export) -> None:
        command = Command(self._program, self)
        self._commands.append(command)
        command.done.connect(lambda _, code: self._exported(command, wish, code))
        whose = [] if wish.form == WHOLE_RECORD else ["--account", f"#{wish.account_id}"]
        options = [*whose, *(["--demo"] if self._demo else [])]
        command.start(["export", "--format", wish.form, *options, "--out", wish.path, "--force", "--json"])

    def _exported(self, command: Command, wish: Export, code: int | None) -> None:
        self._commands.remove(command)
        command.deleteLater()
        wish.done(code)
