"""Watches the page: says when it has settled, and hands over its source as it stands, without anything that was typed into it.

A page has settled when it is loaded, nothing in it has changed for a while, and its scripts wait for no answer of the portal. One that
never comes to rest is read every few seconds all the same: what it shows has to prove itself in any case.
"""

from __future__ import annotations

import json
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtWebEngineCore import QWebEngineFrame

from core.portal.document import MOST_BYTES
from core.portal.words import load_words
from ui.browser.engine import SCRIPTS, WORLD, Gate, PortalPage, watcher
from ui.browser.reading import Visited
from ui.browser.rules import Rules
from ui.browser.waiting import Waiting

BEAT_MS = 200
QUIET_MS = 400
LINE_QUIET_MS = 3_000  # where the portal holds a line open, on which more may come
RESTLESS_MS = 4_000  # a page that never rests is read this often
WAITING_MS = 10_000  # an answer that does not come for so long is none
SILENT_MS = 4_000  # a page whose scripts let nobody in for so long hangs
MOST_FRAMES = 12
SIGNS = ("login", "user", "gate")  # of a log-in
FIELDS = ("user", "captcha", "otp", "new_password", "password", "search")


def field_words() -> dict[str, list[str]]:
    """The words by which a log-in's fields are known (resources/portals/general.toml)."""
    words = load_words()
    return {name: list(words.fields[name]) for name in FIELDS}


class Pulse(QObject):
    """settled: the frames of the page as Visited, the main one last, and the number of this look (`looks`). large: it is larger than
    anybody's balance. kind: which log-in the page shows ("login", "user", "gate", or another word). hanging: whether its scripts let
    nobody in."""

    settled = Signal(object, int)
    large = Signal()
    kind = Signal(str)
    hanging = Signal(bool)

    def __init__(self, page: PortalPage, gate: Gate, rules: Rules, parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._gate, self._rules = page, gate, rules
        self._beat = (SCRIPTS / "beat.js").read_text("utf-8").replace("WORDS", json.dumps(field_words()))
        self._watcher = watcher()
        self._snapshot = (SCRIPTS / "snapshot.js").read_text("utf-8").replace("MOST", str(MOST_BYTES))
        self.looks = 0  # how often the page's source was asked for
        self._visit = 0  # each page that is begun; an answer about an earlier one counts for nothing
        self._read: tuple[object, ...] = ()
        self._versions: tuple[object, ...] = ()
        self._waited_ms = self._unread_ms = self._silent_ms = 0
        self._asked = self._held = False
        self._waiting = Waiting()
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        page.loadStarted.connect(self._begin)

    @property
    def unchanged(self) -> bool:
        """Whether the page is still what it was when it was read last, as of the last beat."""
        return bool(self._read) and self._read == self._versions

    @property
    def still(self) -> bool:
        """Whether the page's scripts wait for no answer, and what the last one brought stands there."""
        return self._waiting.over

    def read_again(self) -> None:
        """Read the page as it stands, even if it was read before."""
        self._read = ()

    def hold(self, on: bool) -> None:
        """Do not look at the page for a while: something of ours lies over it."""
        self._held = on

    def stop(self) -> None:
        self._timer.stop()
        self._visit += 1

    @Slot()
    def _begin(self) -> None:
        self._visit += 1
        self._read = self._versions = ()
        self._waited_ms = self._unread_ms = self._silent_ms = 0
        self._asked = False
        self._waiting.begin()
        self.hanging.emit(False)

    def _frames(self) -> list[QWebEngineFrame]:
        """The frames of the portal's own, outer before inner."""
        found: list[QWebEngineFrame] = []
        waiting = [self._page.mainFrame()]
        while waiting and len(found) < MOST_FRAMES:
            frame = waiting.pop(0)
            if not frame.isValid():
                continue
            address = frame.url().toString(QUrl.ComponentFormattingOption.FullyEncoded)
            if self._rules.page(address) or (found and address in ("about:srcdoc", "about:blank")):
                found.append(frame)
                waiting += frame.children()
        return found

    def _look(self) -> None:
        if self._held:
            return
        if self._asked:
            self._silent_ms += BEAT_MS
            if self._silent_ms == SILENT_MS:
                self.hanging.emit(True)
            return
        frames = self._frames()
        if not frames:
            return
        self._asked = True
        answers: list[Any] = [None] * len(frames)
        left = [len(frames)]
        for place, frame in enumerate(frames):
            frame.runJavaScript(self._beat, WORLD, partial(self._heard, self._visit, answers, left, place))

    def _heard(self, visit: int, answers: list[Any], left: list[int], place: int, answer: object) -> None:
        if visit != self._visit:
            return
        if self._held:
            self._asked = False
            return
        answers[place] = _object(answer)
        left[0] -= 1
        if left[0]:
            return
        if None in answers:  # after its process died, the engine no longer puts the watcher into a page by itself
            for frame in self._frames():
                frame.runJavaScript(self._watcher, WORLD)
        self._asked = False
        if self._silent_ms >= SILENT_MS:
            self.hanging.emit(False)
        self._silent_ms = 0
        self._judge([one for one in answers if one is not None])

    def _judge(self, frames: list[dict[str, Any]]) -> None:
        """Whether the page has settled since it was read last."""
        if not frames or not all(isinstance(frame.get("version"), int) for frame in frames):
            return
        kind = str(frames[0].get("kind"))
        self.kind.emit(kind)
        self._waiting.hear(self._gate.asked, sum(frame.get("answered", 0) for frame in frames), signs=kind in SIGNS)
        versions = (self._page.url().toString(), *((frame.get("born"), frame["version"]) for frame in frames))
        self._versions = versions
        if versions == self._read or any(frame.get("ready") == "loading" for frame in frames):
            return
        self._unread_ms += BEAT_MS
        waits = self._waiting.now
        self._waited_ms = self._waited_ms + BEAT_MS if waits else 0
        lines = self._gate.asked["lines"] > 0
        quiet = min(frame.get("quiet_ms", 0) for frame in frames) >= (LINE_QUIET_MS if lines else QUIET_MS)
        patience_ms = RESTLESS_MS + (WAITING_MS if waits else 2 * LINE_QUIET_MS if lines else 0)
        if (quiet and (not waits or self._waited_ms > WAITING_MS)) or self._unread_ms > patience_ms:
            self._read = versions
            self._unread_ms = 0
            self._take()

    def _take(self) -> None:
        self.looks += 1
        frames = self._frames()
        taken: list[Any] = [None] * len(frames)
        left = [len(frames)]
        for place, frame in enumerate(frames):
            frame.runJavaScript(self._snapshot, WORLD, partial(self._taken, (self._visit, self.looks), taken, left, place))

    def _taken(self, look: tuple[int, int], taken: list[Any], left: list[int], place: int, answer: object) -> None:
        if look != (self._visit, self.looks):
            return
        taken[place] = _object(answer)
        left[0] -= 1
        if left[0]:
            return
        if any(one is not None and one.get("large") for one in taken):
            self.large.emit()
            return
        pages = [_visited(one) for one in reversed(taken) if one is not None]
        if pages:
            self.settled.emit(pages, self.looks)


def _visited(taken: dict[str, Any]) -> Visited:
    counted = taken.get("counted")
    moved = frozenset(str(one) for one in counted) if isinstance(counted, list) else frozenset[str]()
    told = {name: taken.get(name) is True for name in ("unseen", "filled", "busy")}
    return Visited(str(taken["url"]), str(taken["html"]), counted=moved, **told)


def _object(answer: object) -> dict[str, Any] | None:
    """What a script answered, if it is a JSON object."""
    try:
        found = json.loads(answer) if isinstance(answer, str) else None
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
