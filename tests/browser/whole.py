"""The whole program, its portal's window opened from its button and closed again: what it shows then, and the memory it holds.

`python -m tests.browser.whole COMMAND...`: COMMAND starts its children. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from pathlib import Path
from typing import Any

PATIENCE_S = 90.0


def memory_kb() -> int:
    """What this process and all below it hold, in kB, apart from files (which they share with whoever else uses them)."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text("ascii").rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
    mine, grown = {os.getpid()}, True
    while grown:
        more = {pid for pid, parent in parents.items() if parent in mine} - mine
        mine, grown = mine | more, bool(more)
    total = 0
    for pid in mine:
        try:
            status = Path(f"/proc/{pid}/status").read_text("ascii", "replace")
        except OSError:
            continue
        total += sum(int(line.split()[1]) for line in status.splitlines() if line.startswith(("RssAnon:", "RssShmem:")))
    return total


def crash(button: Any, shell: Any, window: Any, until: Any) -> dict[str, object]:
    """The portal's process is killed while it is open: what the program says, and that it goes on."""
    from PySide6.QtWidgets import QApplication, QLabel

    from ui.dialogs.portal_outside import PortalOutside

    opened: list[str] = []
    button.click()
    until(lambda: shell.desks.browser.account_id is not None)
    child = shell.desks.browser._child
    child.line.connect(opened.append)
    until(lambda: opened)
    os.kill(int(child._process.processId()), signal.SIGKILL)
    told: list[PortalOutside] = []

    def is_told() -> bool:
        told[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, PortalOutside) and one.isVisible()]
        return bool(told)

    until(is_told)
    said = [label.text() for label in told[0].findChildren(QLabel)]
    told[0].reject()
    until(lambda: not told[0].isVisible())
    return {"said": said, "visible": window.isVisible(), "open": shell.desks.browser.account_id}


def main(program: list[str]) -> int:
    from PySide6.QtWidgets import QApplication

    from core.paths import Folders
    from core.settings import Settings
    from ui.desktop.single_instance import SingleInstance
    from ui.shell import Shell
    from ui.tray.icon import TrayIcon
    from ui.window.main_window import MainWindow

    application = QApplication(["saldo-jht"])
    application.setQuitOnLastWindowClosed(False)
    folders = Folders.for_person(True)
    place = SingleInstance(folders.lock)
    place.take()
    window = MainWindow()
    window.show()
    shell = Shell(application, window, TrayIcon(), folders, place, Settings(language="id"), demo=True, program=program)
    shell.begin(hidden=False)
    seen: dict[str, object] = {}

    def until(condition: object) -> None:
        end = time.monotonic() + PATIENCE_S
        while not condition():  # type: ignore[operator]
            application.processEvents()
            time.sleep(0.005)
            if time.monotonic() > end:
                raise TimeoutError

    def settled_kb() -> int:
        end = time.monotonic() + 2
        until(lambda: time.monotonic() > end)
        return memory_kb()

    until(lambda: shell.state.loaded and shell.state.view is not None and window.content is not None)
    until(lambda: "balance" in window.content.pages)
    page = window.content.pages["balance"]
    until(page.hero.check_button.isVisible)
    seen["button"] = page.hero.check_button.text()
    for visit in ("first", "second"):  # the first loads what shows a figure; the second can only leave something behind
        readings = len(shell.state.view.history)
        before, most = settled_kb(), 0
        page.hero.check_button.click()
        until(lambda: shell.desks.browser.account_id is not None)
        while shell.desks.browser.account_id is not None:
            end = time.monotonic() + 0.3
            until(lambda end=end: time.monotonic() > end)
            most = max(most, memory_kb())
        until(lambda readings=readings: len(shell.state.view.history) > readings)
        seen[visit] = {"before_kb": before, "most_kb": most, "after_kb": settled_kb()}
    seen["figure"] = page.hero.figure.text()
    seen["dated"] = page.hero.dated.text()
    seen["crash"] = crash(page.hero.check_button, shell, window, until)
    seen["modules"] = [name for name in sys.modules if "WebEngine" in name]
    shell.end()
    print(json.dumps(seen))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
