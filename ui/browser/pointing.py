"""Pointing at the figure in the page itself: its amounts come from a child that knows what each would lead to, a frame is laid round each,
and the one that is pointed at is taught, if the page then proves it."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWebEngineCore import QWebEngineFrame

from ui.browser.engine import SCRIPTS, WORLD, PortalPage
from ui.browser.pulse import Pulse
from ui.browser.reading import Said, Visited
from ui.children.child import Child
from ui.dialogs.teach_lines import Answer, Candidate, read_answer
from ui.look import theme

LIMIT_MS = 60_000
LOOK_MS = 100


class Pointing(QObject):
    """began: the frames are there, so many. chosen: the Candidate that was pointed at. ended: nothing was; why ("none": there is nothing to
    point at, "left", "failed"). kept: how keeping the rule of one went ("kept", or another word)."""

    began = Signal(int)
    chosen = Signal(object)
    ended = Signal(str)
    kept = Signal(str)

    def __init__(
        self,
        page: PortalPage,
        pulse: Pulse,
        portal: str,
        private: list[str],
        program: list[str],
        where: list[str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._page, self._pulse = page, pulse
        self._private, self._program = private, program
        self._where = ["--portal", portal, *(["--demo"] if "--demo" in where else []), "--json"]
        self._script = (SCRIPTS / "point.js").read_text("utf-8")
        self._child: Child | None = None
        self._left: list[Visited] = []
        self._on: Visited | None = None
        self._candidates: dict[int, Candidate] = {}
        self._frame: QWebEngineFrame | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        page.loadStarted.connect(self.leave)

    @property
    def on(self) -> bool:
        return self._on is not None

    def begin(self, said: Said) -> None:
        """Look for the amounts of what stands on the screen, its main frame first; `began` or `ended` follows."""
        if self._child is None and not self.on:
            self._left = list(said.fresh)
            self._next()

    def leave(self) -> None:
        """Take the frames away."""
        self._clear("left")

    def keep(self, candidate: Candidate) -> None:
        """Have the rule of that amount kept: the child makes it anew from the page, and proves it."""
        page = self._on
        self._clear(None)
        if page is not None and self._child is None:
            self._ask(page, ["keep", "--choice", str(candidate.number)], self._kept)

    def stop(self) -> None:
        """The window is going."""
        self._timer.stop()
        if self._child is not None:
            self._child.blockSignals(True)
            self._child.kill()
            self._child.gone(500)

    def _next(self) -> None:
        if not self._left:
            self.ended.emit("none")
            return
        page = self._left.pop()
        self._ask(page, ["candidates"], partial(self._told, page))

    def _ask(self, page: Visited, deed: list[str], then: Callable[[list[str]], None]) -> None:
        lines: list[str] = []
        child = Child(self._program, self)
        child.line.connect(lines.append)
        child.ended.connect(lambda _code: self._answered(child, lines, then))
        self._child = child
        told = {"url": page.url, "html": page.html, "private": self._private}
        child.start(["taught", *deed, *self._where], LIMIT_MS, json.dumps(told).encode("utf-8", "replace"))

    def _answered(self, child: Child, lines: list[str], then: Callable[[list[str]], None]) -> None:
        child.deleteLater()
        self._child = None
        then(lines)

    def _told(self, page: Visited, lines: list[str]) -> None:
        """The amounts of one frame: those that the page does not call something else are laid out in it."""
        answer = _answer(lines)
        free = {one.number: one for one in answer.candidates if one.known is None}
        frame = self._frame_of(page)
        if not free or frame is None:
            self._next()
            return
        self._on, self._candidates, self._frame = page, free, frame
        self._pulse.hold(True)
        spots = [{**spot, "name": _name(free[spot["number"]])} for spot in _spots(lines) if spot["number"] in free]
        parameters = {"spots": spots, "colour": theme.current().accent}
        frame.runJavaScript(self._script.replace("PARAMETERS", json.dumps(parameters)), WORLD, self._laid)

    def _laid(self, found: object) -> None:
        if not self.on:
            return
        if not isinstance(found, (int, float)) or found < 1:
            self._clear(None)
            self._next()
            return
        self._left = []
        self._timer.start()
        self.began.emit(int(found))

    def _look(self) -> None:
        if self._frame is not None and self._frame.isValid():
            self._frame.runJavaScript("window.saldo ? saldo.pointed : -1", WORLD, self._heard)
        else:
            self._clear("left")

    def _heard(self, answer: object) -> None:
        if not self.on or not self._timer.isActive() or not isinstance(answer, (int, float)):
            return
        candidate = self._candidates.get(int(answer))
        if candidate is None:
            self._clear("left")
            return
        self._timer.stop()
        self.chosen.emit(candidate)

    def _kept(self, lines: list[str]) -> None:
        answer = _answer(lines)
        self.kept.emit(answer.deed or "failed")
        self._pulse.read_again()

    def _clear(self, why: str | None) -> None:
        """The frames go, and the page is watched again. why: for `ended`."""
        if not self.on:
            return
        self._timer.stop()
        if self._frame is not None and self._frame.isValid():
            self._frame.runJavaScript("if (window.saldo && saldo.unpoint) saldo.unpoint();", WORLD)
        self._on, self._frame = None, None
        self._pulse.hold(False)
        if why is not None:
            self.ended.emit(why)

    def _frame_of(self, page: Visited) -> QWebEngineFrame | None:
        waiting = [self._page.mainFrame()]
        while waiting:
            frame = waiting.pop(0)
            if frame.isValid():
                if (
                    frame.url().toString() == page.url
                    or bytes(frame.url().toEncoded().data()).decode("ascii", "replace") == page.url
                ):
                    return frame
                waiting += frame.children()
        return None


def _answer(lines: list[str]) -> Answer:
    try:
        return read_answer(lines)
    except (ValueError, KeyError, TypeError):
        return Answer()


def _spots(lines: list[str]) -> list[dict[str, object]]:
    """Where each amount stands in its page."""
    shown = [json.loads(line).get("candidate") for line in lines]
    return [{name: one[name] for name in ("number", "text", "path", "nth")} for one in shown if isinstance(one, dict)]


def _name(candidate: Candidate) -> str:
    return f"{candidate.text} - {candidate.label}" if candidate.label else candidate.text
