"""How smoothly the window answers while ten yearly statements are dropped, previewed, unfolded, stored and undone, and how long it takes.

    xvfb-run -a uv run python bench/importing.py [--stacks] [--rounds N]

Prints a few lines a round: the longest and the 99th percentile of late ticks in ms, by the clock and by the window thread's own CPU time (what is
left of the lateness when other programs keep the machine busy), and the seconds from the drop to the whole preview.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
home = tempfile.TemporaryDirectory()
os.environ.update({"HOME": home.name, "XDG_DATA_HOME": f"{home.name}/data", "XDG_CONFIG_HOME": f"{home.name}/config"})
os.environ.update({"XDG_STATE_HOME": f"{home.name}/state", "XDG_CACHE_HOME": f"{home.name}/cache"})

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from ticks import PERIOD_MS, Ticks

from core.paths import Folders
from core.settings import Settings, save
from tests.statements import facts
from tests.statements.facts import Traits
from tests.statements.good import drawn
from tests.statements.style import Style
from ui.desktop.single_instance import SingleInstance
from ui.importing import wishes as w
from ui.importing.model import Phase
from ui.look import theme
from ui.shell import Shell
from ui.tray.icon import TrayIcon
from ui.window.main_window import MainWindow

LIMIT_S = 120


class CpuTicks(Ticks):
    """Ticks that also note how much the window's thread worked between two of them, in ms."""

    def __init__(self, *, stacks: bool) -> None:
        super().__init__(stacks=stacks)
        self.worked_ms: list[float] = []
        self.places: list[str] = []
        self._cpu = time.thread_time()

    def start(self) -> None:
        self._cpu = time.thread_time()
        super().start()

    def _tick(self) -> None:
        super()._tick()
        cpu = time.thread_time()
        self.worked_ms.append((cpu - self._cpu) * 1000)
        self.places.append(PLACE[0])
        self._cpu = cpu


PLACE = ["start"]


class Round:
    """One window, from the drop to the undo."""

    def __init__(self, application: QApplication, *, stacks: bool) -> None:
        folders = Folders.for_person(False)
        self._place = SingleInstance(folders.lock)
        self._place.take()
        self.window = MainWindow()
        self.window.show()
        settings = Settings(language="id", theme="light", ledger_plain=True)  # also where there is no keyring
        save(folders.settings, settings)
        theme.apply(application, "light")
        self.shell = Shell(application, self.window, TrayIcon(), folders, self._place, settings, demo=False)
        self.shell.begin(hidden=False)
        self.until(lambda: self.shell.state.loaded and self.window.content is not None)
        self.ticks = CpuTicks(stacks=stacks)

    def until(self, done: Callable[[], object]) -> None:
        loop, look = QEventLoop(), QTimer(interval=PERIOD_MS)
        look.timeout.connect(lambda: loop.quit() if done() else None)
        look.start()
        QTimer.singleShot(LIMIT_S * 1000, loop, loop.quit)
        loop.exec()

    def pause(self, seconds: float = 0.3) -> None:
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() > end)

    def run(self, files: list[Path]) -> tuple[list[float], float]:
        content, shell = self.window.content, self.shell
        assert content is not None
        self.pause(1.5)
        self.ticks.start()
        PLACE[0] = "page"
        content.show_page("import")
        self.pause()
        PLACE[0] = "preview"
        began = time.monotonic()
        content.take_files(tuple(map(str, files)))
        page: Any = content.pages["import"].body  # type: ignore[attr-defined]
        self.until(
            lambda: (
                shell.desks.imports.shown is not None
                and shell.desks.imports.shown.phase is Phase.PREVIEW
                and len(page.cards) == len(files)
                and page.complete
            )
        )
        took = time.monotonic() - began
        refused = [card.mark.text() for card in page.cards.values() if not card._line.statements]
        if refused or len(page.cards) != len(files):
            raise RuntimeError(f"{len(page.cards)} files previewed, of them refused: {refused}")
        self.pause()
        PLACE[0] = "details"
        for card in list(page.cards.values())[:3]:
            card.more.click()
            self.pause()
        PLACE[0] = "store"
        page.wished.emit(w.Store())
        self.until(lambda: shell.desks.imports.shown is not None and shell.desks.imports.shown.stored is not None)
        self.until(lambda: shell.desks.imports.shown is not None and shell.desks.imports.shown.earlier)
        self.pause()
        PLACE[0] = "undo"
        content.undo_import()
        self.until(lambda: shell.desks.imports.shown is not None and shell.desks.imports.shown.earlier[0].undone)
        self.pause()
        return self.ticks.stop(), took

    def end(self) -> None:
        self.shell.end()
        self.window.deleteLater()
        self._place.release()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--stacks", action="store_true")
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    folder = Path(home.name) / "files"
    folder.mkdir()
    years = facts.career(Random("sepuluh tahun"), range(2015, 2025), Traits())
    files = [drawn([card], Style(), "reportlab_pieces", f"rsjht-{card.year}")(folder) for card in years]
    for number in range(asked.rounds):
        os.environ["XDG_DATA_HOME"] = f"{home.name}/data{number}"  # an empty ledger each time
        one = Round(application, stacks=asked.stacks)
        late, took = one.run(files)
        late.sort()
        print(
            f"longest {late[-1]:.1f} ms, p99 {late[int(len(late) * 0.99)]:.1f} ms, {len(late)} ticks; preview after {took:.2f} s"
        )
        worked = sorted(zip(one.ticks.worked_ms, one.ticks.places, strict=True), reverse=True)
        print(
            f"  worked at a stretch: p99 {worked[len(worked) // 100][0]:.1f} ms, longest",
            ", ".join(f"{ms:.1f} ({place})" for ms, place in worked[:8]),
        )
        for _, seen in sorted(one.ticks.stacks.items(), key=lambda entry: -len(entry[1]))[:6] if asked.stacks else ():
            print(f"  {len(seen)} ms late: {max(set(seen), key=seen.count)}")
        one.end()


if __name__ == "__main__":
    main()
