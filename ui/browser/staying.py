"""Staying signed in, where the person wishes it: what is kept is handed to a child that encrypts it, what was kept comes back from one.

Nothing is kept without the wish, nothing of a page where the portal asks to sign in, and nothing of any host but the portal's own.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from core.kept_session import MOST_PAGES, KeptSession
from ui.browser.jar import Jar
from ui.children.child import Child

LIMIT_MS = 25_000  # the keyring's own answers end after 8 s each
Answer = dict[str, object]


class Staying(QObject):
    """offered: "ok" and the keyring's name, or the reason why it cannot be offered. restored: the pages of the session that was kept, none
    where there is none (any more); the engine has its cookies. wished: whether the wish stands now, and why not. done: what was asked for
    at the end is done."""

    offered = Signal(str, str)
    restored = Signal(object)
    wished = Signal(bool, str)
    done = Signal()

    def __init__(self, jar: Jar, program: list[str], where: list[str], parent: QObject) -> None:
        super().__init__(parent)
        self._jar = jar
        self._program, self._where = program, where
        self._children: list[Child] = []
        self._pages: tuple[str, ...] = ()
        jar.ready.connect(lambda: self.restored.emit(self._pages))

    def ask(self) -> None:
        """Whether it can be offered here; `offered` tells."""
        self._start("status", lambda answer: self.offered.emit(_text(answer, "kept"), _text(answer, "name")))

    def restore(self) -> None:
        """Give the engine what was kept; `restored` tells."""
        self._start("hand", self._handed)

    def wish(self, on: bool) -> None:
        """The person wishes it, or no more: then everything is forgotten. `wished` tells how it stands."""

        def told(answer: Answer) -> None:
            reason = _text(answer, "kept")
            self.wished.emit(on and reason == "ok", "" if reason == "ok" else reason)

        self._start("wish" if on else "forget", told)

    def keep(self, pages: list[str]) -> None:
        """Keep the portal's cookies, and the pages where the balance stood (the newest last); `done` follows."""
        told = pages or list(self._pages)
        session = KeptSession(self._jar.texts(), tuple(dict.fromkeys(told))[-MOST_PAGES:])
        try:
            text = KeptSession.of_text(session.text()).text()
        except ValueError:  # there is nothing to keep, or far too much of it
            self.end()
            return
        self._start("keep", lambda _: self.done.emit(), text.encode("utf-8"))

    def end(self) -> None:
        """The session is over; the wish stays. `done` follows."""
        self._start("end", lambda _: self.done.emit())

    def stop(self) -> None:
        """Whatever still runs is of no use to anybody."""
        for child in self._children:
            child.blockSignals(True)
            child.kill()
            child.gone(500)

    def _handed(self, answer: Answer) -> None:
        try:
            session = KeptSession.of_text(_text(answer, "session"))
        except ValueError:
            self.restored.emit(())
            return
        self._pages = session.pages
        self._jar.put_back(session.cookies)

    def _start(self, deed: str, then: Callable[[Answer], None], stdin: bytes = b"") -> None:
        child = Child(self._program, self)
        said: list[Answer] = []
        child.line.connect(lambda line: said.append(_object(line)))
        child.ended.connect(partial(self._ended, child, said, then))
        self._children.append(child)
        child.start(["kept-session", deed, *self._where], LIMIT_MS, stdin)

    def _ended(self, child: Child, said: list[Answer], then: Callable[[Answer], None], _code: int | None) -> None:
        self._children.remove(child)
        child.deleteLater()
        then(said[-1] if said else {"kept": "vault_hanging"})


def _object(line: str) -> Answer:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _text(answer: Answer, name: str) -> str:
    found = answer.get(name)
    return found if isinstance(found, str) else ""
