"""The start of the window: as little as can be said before the first frame is on the screen, then everything else.

Before the first paint (hidden: the tray's icon) only this is touched: the lock, the settings, the colours, an empty frame. Not
even the `Qt` namespace: PySide makes its 93 enums when it is first named, which takes a fifth of the time a bare window needs.
What the program is made of is joined in `ui.shell`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core import settings
from core.paths import NAME, Folders
from ui import theme
from ui.main_window import MainWindow
from ui.single_instance import SingleInstance
from ui.tray_icon import TrayIcon

if TYPE_CHECKING:
    from ui.shell import Shell

FUSION = ("-style", "Fusion")  # as an argument: asking for the style makes PySide build QStyle's enums, which takes 6 ms
UNPAINTED_MS = 1_000  # a window that nobody paints (another workspace) does not hold up the rest for longer


def run(*, demo: bool, hidden: bool, fault: str | None) -> int:
    """Show the window until the person quits; 0. A second start raises the first one's window and returns 0."""
    folders = Folders.for_person(demo)
    place = SingleInstance(folders.lock)
    if not place.take():
        place.raise_first()
        return 0
    application = QApplication([NAME, *FUSION])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    application.setQuitOnLastWindowClosed(False)
    chosen = settings.load(folders.settings)
    theme.apply(application, chosen.theme)
    window, icon = MainWindow(), TrayIcon()
    shells: list[Shell] = []

    def go_on() -> None:
        if shells:
            return
        from ui.faults import log_instead_of_printing
        from ui.shell import Shell

        log_instead_of_printing(folders.log)
        shells.append(Shell(application, window, icon, folders, place, chosen, demo=demo, fault=fault))
        shells[0].begin(hidden=hidden)

    if hidden:
        icon.begin()
        QTimer.singleShot(0, go_on)
    else:
        window.painted.connect(lambda: QTimer.singleShot(0, go_on))
        QTimer.singleShot(UNPAINTED_MS, go_on)
        window.show()
    code = application.exec()
    for shell in shells:
        shell.end()
    return code
