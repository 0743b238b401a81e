"""The whole program with an account that stays signed in, its clock set forward until the schedule looks by itself.

`python -m tests.browser.signed_in first|again COMMAND...`: COMMAND starts its children. first: the person signs in from the balance
page's button and stays signed in, then the schedule looks. again: the program is started another day, the schedule looks, and forty
days go by. Prints one JSON object.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

PATIENCE_S = 120.0
TICK = dt.timedelta(minutes=3)
MOST_TICKS = 400  # twenty hours of them: a check that is due is made within that time
TURNS = 8  # what a check wrote is read in turns of the window's
DAYS_AFTER = 40


class Clock:
    """The wall's, set forward; the children read the same from the file `ahead`."""

    def __init__(self) -> None:
        self._file = Path(os.environ["HOME"]) / "ahead"
        self._ahead = dt.timedelta(seconds=float(self._file.read_text("ascii")))

    def __call__(self) -> dt.datetime:
        return dt.datetime.now(dt.UTC) + self._ahead

    def on(self, by: dt.timedelta) -> None:
        self._ahead += by
        self._file.write_text(str(self._ahead.total_seconds()), "ascii")

    def to(self, at: dt.datetime) -> None:
        self.on(max(dt.timedelta(), at - self()))


class Desk:
    """The program, and what its person sees."""

    def __init__(self, program: list[str]) -> None:
        from PySide6.QtWidgets import QApplication

        from core import settings
        from core.paths import Folders
        from core.settings import Settings
        from ui.desktop.single_instance import SingleInstance
        from ui.shell import Shell
        from ui.tray.icon import TrayIcon
        from ui.window.main_window import MainWindow

        self.application = QApplication(["saldo-jht"])
        self.application.setQuitOnLastWindowClosed(False)
        self.clock = Clock()
        self.folders = folders = Folders.for_person(True)
        chosen = Settings(language="id", interval="weekly")
        settings.save(folders.settings, chosen)
        place = SingleInstance(folders.lock)
        assert place.take()
        self.window = MainWindow(self.clock)
        self.window.show()
        self.shell = Shell(
            self.application, self.window, TrayIcon(), folders, place, chosen, demo=True, clock=self.clock, program=program
        )
        self.shell.begin(hidden=False)
        self.until(lambda: self.shell.state.loaded and self.shell.state.view is not None and self.window.content is not None)
        self.until(lambda: "balance" in self.window.content.pages)
        self.page = self.window.content.pages["balance"]

    @property
    def view(self) -> Any:
        return self.shell.state.view

    def until(self, condition: Callable[[], object]) -> None:
        end = time.monotonic() + PATIENCE_S
        while not condition():
            self.application.processEvents()
            time.sleep(0.002)
            if time.monotonic() > end:
                raise TimeoutError(self.texts())

    def rests(self) -> bool:
        accounts = self.shell.accounts
        return not accounts.running and not accounts.asking

    def tick(self) -> None:
        """A minute's tick, and everything it begins to its end."""
        self.shell.on_tick()
        self.until(self.rests)
        for _ in range(TURNS):
            self.application.processEvents()

    def sign_in(self) -> None:
        """By the balance page's button, in the portal's window."""
        self.until(self.page.hero.check_button.isVisible)
        self.page.hero.check_button.click()
        self.until(lambda: self.shell.desks.browser.account_id is not None)
        self.until(lambda: self.shell.desks.browser.account_id is None)
        self.until(lambda: self.view.history and self.view.plan.kind.value == "check")

    def until_it_looks(self) -> None:
        """The computer wakes ten minutes before the time that is shown, and stays awake."""
        planned = self.view.next_check
        attempts = self.view.last_attempt.id
        self.clock.to(planned - dt.timedelta(minutes=10))
        for _ in range(MOST_TICKS):
            self.tick()
            if self.view.last_attempt.id != attempts and self.view.last_attempt.finished_at is not None:
                return
            self.clock.on(TICK)
        raise TimeoutError(f"{planned}: {self.view.plan}")

    def days_go_by(self, days: int) -> None:
        for _ in range(days * 4):
            self.clock.on(dt.timedelta(hours=6))
            self.tick()

    def texts(self) -> list[str]:
        from PySide6.QtWidgets import QAbstractButton, QLabel

        kinds = (*self.page.findChildren(QLabel), *self.page.findChildren(QAbstractButton))
        return [one.text() for one in kinds if one.isVisibleTo(self.page) and one.text()]

    def seen(self) -> dict[str, object]:
        from core import told

        view, attempt = self.view, self.view.last_attempt
        marks = told.load(self.folders.told)
        return {
            "texts": self.texts(),
            "figure": self.page.hero.figure.text(),
            "readings": len(view.history),
            "attempt": [attempt.trigger.value, attempt.status and attempt.status.value, attempt.reason],
            "plan": [view.plan.kind.value, view.plan.why.value],
            "next": view.next_check and view.next_check.isoformat(),
            "to_tell": sorted({*marks.marks, *marks.later}),
        }


def main(scenario: str, program: list[str]) -> int:
    desk = Desk(program)
    seen: dict[str, object] = {}
    if scenario == "first":
        desk.sign_in()
        seen["signed_in"] = desk.seen()
    desk.until_it_looks()
    seen["looked"] = desk.seen()
    if scenario == "again":
        desk.days_go_by(DAYS_AFTER)
        seen["after"] = desk.seen()
    desk.shell.end()
    print(json.dumps(seen))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
