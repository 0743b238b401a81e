"""A person at the portal's window: looks, points, clicks and types. Runs inside the window's own process, as its only addition.

`python -m tests.browser.hand JOURNEY ARGUMENTS...` starts the real `main.py browse ARGUMENTS` and, once its window is open, goes on the
journey of that name (tests/browser/journeys.py): a generator that yields what it waits for. Prints what it saw as one JSON object.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

PATIENCE_S = 60.0  # a busy machine; every wait is for something that comes
ANSWER_S = 10.0
AGAIN_S = 3.0  # a press or a key that has not come to the page by then was lost: it was not ready yet
LOOK_MS = 25

Condition = Callable[[], object]
Journey = Callable[["Hand"], Iterator[Condition]]


class Hand:
    """What a journey can do. seen: what it wants to tell the test."""

    def __init__(self, window: Any, journey: Journey) -> None:
        from PySide6.QtCore import QTimer

        self.window = window
        self.seen: dict[str, Any] = {}
        self.told: list[Any] = []
        self._answer: Any = None
        self._journey = journey(self)
        self._wanted: Condition = lambda: True
        self._ends_at = time.monotonic() + PATIENCE_S
        self._timer = QTimer(window, interval=LOOK_MS)
        self._timer.timeout.connect(self._step)
        self._timer.start()
        window.reading.told.connect(self.told.append)

    def _step(self) -> None:
        try:
            if not self._wanted():
                if time.monotonic() > self._ends_at:
                    raise TimeoutError(self.where())
                return
            self._wanted = next(self._journey)
            self._ends_at = time.monotonic() + PATIENCE_S
        except StopIteration:
            self._stop()
        except Exception as error:
            self.seen["problem"] = f"{type(error).__name__}: {error}"
            self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        self.window.close()

    def where(self) -> str:
        guide = self.window.guide
        frame = self._journey.gi_frame
        return (
            f"line {frame.f_lineno if frame else '?'}: {self.window.page.url().toString()} | "
            f"{guide.title.text()} | {guide.note.text()} | {self.told[-1:]}"
        )

    def process_began(self) -> float:
        """When this process was started, as a time since 1970."""
        from pathlib import Path

        ticks = int(Path("/proc/self/stat").read_text("ascii").rpartition(")")[2].split()[19])
        uptime = float(Path("/proc/uptime").read_text("ascii").split()[0])
        return time.time() - (uptime - ticks / os.sysconf("SC_CLK_TCK"))

    # looking

    def ask(self, script: str) -> Iterator[Condition]:
        """`yield from` it: what a script in the page answers (in the page's own world)."""
        answers: list[Any] = []
        self.window.page.runJavaScript(f"JSON.stringify({script})", answers.append)
        late = time.monotonic() + ANSWER_S  # a page that goes away takes its answer along
        yield lambda: answers or time.monotonic() > late
        return json.loads(answers[0]) if answers and isinstance(answers[0], str) and answers[0] else None

    def until(self, script: str) -> Iterator[Condition]:
        """`yield from` it: wait until a script in the page answers something, and give that back."""
        late = time.monotonic() + PATIENCE_S
        while not (answer := (yield from self.ask(script))):
            if time.monotonic() > late:
                raise TimeoutError(f"{script}: {self.where()}")
        return answer

    @property
    def title(self) -> str:
        """What the bar says to do next."""
        return str(self.window.guide.title.text())

    @property
    def note(self) -> str:
        return str(self.window.guide.note.text())

    @property
    def figure(self) -> str | None:
        """The figure beside the page, if there is one."""
        panel = self.window.panel
        return str(panel.figure.text()) if panel.isVisible() else None

    def at(self, end: str) -> bool:
        """Whether the page of that address stands there, loaded."""
        page = self.window.page
        return bool(page.url().toString().endswith(end)) and not page.isLoading()

    def kind(self) -> str:
        """What the page that was read last is."""
        return self.told[-1].kind if self.told else ""

    # pointing and typing

    def click(self, selector: str, *, unheard: bool = False) -> Iterator[Condition]:
        """A press of the mouse on the middle of what that selector names, once more if it was lost. unheard: something lies over it, and
        the page hears nothing of the press."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        late = time.monotonic() + PATIENCE_S
        name = json.dumps(selector)
        hears = f"(e => e && (window.heard = 0, e.addEventListener('click', () => {{ window.heard = 1; }}, true), 1))(document.querySelector({name}))"
        while True:
            x, y = yield from self.place(selector, late)
            heard: Any = None if unheard else (yield from self.ask(hears))
            QTest.mouseClick(self.window.view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(x, y))
            again = time.monotonic() + AGAIN_S
            if heard:
                heard = 0
            while heard == 0 and time.monotonic() < again:
                heard = yield from self.ask("window.heard")
            if heard != 0:  # it was; or another page stands there by now
                return
            if time.monotonic() > late:
                raise TimeoutError(f"{selector}: {self.where()}")

    def place(self, selector: str, late: float) -> Iterator[Condition]:
        """`yield from` it: the middle of what the selector names, once it stands still there."""
        place, before = None, ()
        while place is None or place != before:  # a page that is still moving would be missed
            before = place
            place = yield from self.ask(
                "(() => { const e = document.querySelector("
                + json.dumps(selector)
                + "); if (!e) return null; e.scrollIntoView({block:'center'});"
                " const b = e.getBoundingClientRect(); return b.width ? [b.x + b.width / 2, b.y + b.height / 2] : null; })()"
            )
            if place is None or place != before:
                end = time.monotonic() + 0.05
                yield lambda end=end: time.monotonic() > end
                if time.monotonic() > late:
                    raise TimeoutError(f"{selector}: {self.where()}")
        scale = self.window.page.zoomFactor()
        return round(place[0] * scale), round(place[1] * scale)

    def type(self, selector: str, text: str) -> Iterator[Condition]:
        """A press into the field, then key by key."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        yield from self.click(selector)
        field = f"document.querySelector({json.dumps(selector)})"
        yield from self.until(f"document.activeElement === {field}")
        late, typed = time.monotonic() + PATIENCE_S, False
        while not typed:
            QTest.keyClick(self.window.view.focusProxy(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClicks(self.window.view.focusProxy(), text)
            again = time.monotonic() + AGAIN_S
            while not typed and time.monotonic() < again:
                typed = yield from self.ask(f"{field}.value === {json.dumps(text)}")
            if not typed and time.monotonic() > late:
                raise TimeoutError(f"{selector}: {self.where()}")

    def press(self, button: Any) -> None:
        """A press on a button of the window."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        assert button.isVisible() and button.isEnabled(), button.text()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def pause(self, seconds: float) -> Condition:
        """Only where nothing is to happen: there is nothing to wait for then."""
        end = time.monotonic() + seconds
        return lambda: time.monotonic() > end

    def looked_since(self, before: int) -> Condition:
        """The page as it stands now was looked at, after so many looks before, and no other look goes on."""
        return lambda: len(self.told) > before and not self.window.reading.busy


def main(name: str, arguments: list[str]) -> int:
    from tests.browser import journeys
    from ui.browser import app

    hands: list[Hand] = []
    began = time.monotonic()

    import importlib

    plain = app._show

    def show(*given: Any) -> int:
        window_module = importlib.import_module("ui.browser.window")
        kind = window_module.BrowserWindow
        begin = kind.begin

        def begin_watched(window: Any) -> None:
            begin(window)
            if not hands:
                hands.append(Hand(window, getattr(journeys, name)))

        kind.begin = begin_watched
        return plain(*given)

    app._show = show
    from main import main as program

    code = program(["browse", *arguments])
    seen = hands[0].seen if hands else {}
    print(json.dumps({"seen": seen, "code": code, "seconds": time.monotonic() - began}), flush=True)
    return code


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(sys.argv[1], sys.argv[2:]))
