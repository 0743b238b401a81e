"""The program, watched for threads of Python's: which begin, how many ever run at once, and in which of them garbage is collected.

`python -m tests.browser.watched window FILE`: `main.py --demo`, with a person who checks, imports FILE and looks at every page.
`python -m tests.browser.watched portal`: `main.py browse --demo`, its simulator beside it, and a person who signs in and keeps the figure.
Prints what was seen as one JSON object, last.
"""

from __future__ import annotations

import _thread
import gc
import json
import sys
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

PATIENCE_S = 90.0
LOOK_MS = 10
Condition = Callable[[], object]


class Watch:
    """From its making on. most: how many threads had a frame of Python's at once, Qt's own that came in included."""

    def __init__(self) -> None:
        self.begun: list[str] = []
        self.most = 1
        self.collections = {"here": 0, "elsewhere": 0}
        self._here = threading.get_ident()
        plain = _thread.start_new_thread

        def start(function: Callable[..., Any], *rest: Any) -> int:
            self.begun.append(getattr(getattr(function, "__self__", function), "name", repr(function)))
            return int(plain(function, *rest))

        _thread.start_new_thread = start
        threading._start_new_thread = start  # type: ignore[attr-defined]
        gc.callbacks.append(self._collects)
        gc.set_threshold(300, 3, 3)  # often: what may happen in months happens here

    def look(self) -> None:
        self.most = max(self.most, len(sys._current_frames()))

    def seen(self) -> dict[str, Any]:
        return {"begun": self.begun, "most": self.most, **self.collections}

    def _collects(self, phase: str, _info: dict[str, int]) -> None:
        if phase == "start":
            self.collections["here" if threading.get_ident() == self._here else "elsewhere"] += 1


def person(shell: Any, file: str, seen: dict[str, Any]) -> Iterator[Condition]:
    """What a person does in a year, within seconds."""
    from ui.importing import wishes
    from ui.importing.model import Phase

    imports = shell.desks.imports
    yield lambda: shell.state.loaded and shell.state.view is not None and shell.window.content is not None
    attempts = shell.state.view.last_attempt
    shell.wishes.check(shell.state.current)
    yield lambda: shell.state.view.last_attempt != attempts and shell.state.checking is None
    seen["status"] = shell.state.view.last_attempt.status
    for page in ("history", "settings", "help", "balance"):
        shell.open_page(page)
        yield waited(0.2)
    shell.open_page("import")
    body = shell.window.content.pages["import"]
    yield lambda: body.body is not None
    body.body.wished.emit(wishes.AddFiles((file,)))
    yield lambda: imports.shown is not None and imports.shown.phase is Phase.PREVIEW and not imports.shown.busy
    yield body.body.total.store.isEnabled
    body.body.total.store.click()
    yield lambda: imports.shown.phase is Phase.RESTING and imports.shown.earlier
    seen["imported"] = imports.shown.stored.files
    shell.on_tick()
    yield waited(0.5)


def waited(seconds: float) -> Condition:
    """So long, while pages draw what they hold."""
    end = time.monotonic() + seconds
    return lambda: time.monotonic() > end


class Person:
    """Goes on whenever what was waited for is there; leaves in the end."""

    def __init__(self, shell: Any, steps: Any, watch: Watch, seen: dict[str, Any]) -> None:
        from PySide6.QtCore import QTimer

        self._shell, self._steps, self._watch, self._seen = shell, steps, watch, seen
        self._wanted: Condition = lambda: True
        self._until = time.monotonic() + PATIENCE_S
        self._timer = QTimer(shell, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        self._watch.look()
        try:
            if not self._wanted() and time.monotonic() < self._until:
                return
            if time.monotonic() >= self._until:
                raise TimeoutError(f"line {self._steps.gi_frame.f_lineno}")
            self._wanted = next(self._steps)
        except StopIteration:
            self._leave()
        except Exception as error:
            self._seen["problem"] = f"{type(error).__name__}: {error}"
            self._leave()

    def _leave(self) -> None:
        self._timer.stop()
        self._shell.quit()


def window(watch: Watch, file: str, seen: dict[str, Any]) -> int:
    from main import main
    from ui.shell import Shell

    plain, persons = Shell.begin, []

    def begin(shell: Any, *, hidden: bool) -> None:
        plain(shell, hidden=hidden)
        persons.append(Person(shell, person(shell, file, seen), watch, seen))

    Shell.begin = begin  # type: ignore[method-assign]
    return main(["--demo"])


def portal() -> int:
    from tests.browser.hand import main

    return main("sign_in", ["--demo"])


if __name__ == "__main__":
    watching, saw = Watch(), dict[str, Any]()
    saw["code"] = portal() if sys.argv[1] == "portal" else window(watching, sys.argv[2], saw)
    print(json.dumps({**saw, **watching.seen()}))
