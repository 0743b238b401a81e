"""The start of the window: as little as can be said before the first frame is on the screen, then everything else.

Before the first paint (hidden: the tray's icon) only this is touched: the lock, the settings, the colours, an empty frame. Not
even the `Qt` namespace: PySide makes its 93 enums when it is first named, which takes a fifth of the time a bare window needs.
What the program is made of is loaded after that, a part a turn so that the window answers in between, and joined in `ui.shell`.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core import settings
from core.paths import NAME, Folders
from ui.desktop.single_instance import SingleInstance
from ui.look import theme
from ui.parts import FIRST, OF_THE_WINDOW, load_all
from ui.tray.icon import TrayIcon
from ui.turns import TURN_MS
from ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from ui.shell import Shell

    Hook = Callable[[type[BaseException], BaseException, TracebackType | None], None]

FUSION = ("-style", "Fusion")  # as an argument: asking for the style makes PySide build QStyle's enums, which takes 6 ms
NOT_ANSWERED = 1  # the exit code of a second start whose first does not come to the front
UNPAINTED_MS = 1_000  # a window that nobody paints (another workspace) does not hold up the rest for longer


def run(*, demo: bool, hidden: bool, fault: str | None) -> int:
    """Show the window until the person quits; 0. A second start raises the first one's window and returns 0, or 1 if that hangs."""
    folders = Folders.for_person(demo)
    place = SingleInstance(folders.lock)
    if not place.take():
        if place.raise_first():
            return 0
        if not place.take():  # it may have ended meanwhile
            return not_answered()
    application = QApplication([NAME, *FUSION])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    application.setQuitOnLastWindowClosed(False)
    chosen = settings.load(folders.settings)
    theme.apply(application, chosen.theme)
    window, icon = MainWindow(), TrayIcon()
    shells: list[Shell] = []
    sys.excepthook = incomplete_said(window, lambda: not shells, sys.excepthook)

    def join() -> None:
        from ui.faults import log_instead_of_printing
        from ui.shell import Shell

        log_instead_of_printing(folders.log)
        sys.excepthook = incomplete_said(window, lambda: not shells, sys.excepthook)
        shells.append(Shell(application, window, icon, folders, place, chosen, demo=demo, fault=fault))
        shells[0].begin(hidden=hidden)
        if not hidden and window.isHidden() and not icon.present:  # closed before anyone watched, and no tray to find it in
            window.showMinimized()

    wanted = FIRST if hidden else (*FIRST, *OF_THE_WINDOW)  # hidden, what the window holds is loaded when it is first shown
    begin = once(lambda: load_all(application, wanted, lambda: QTimer.singleShot(TURN_MS, join)))
    if hidden:
        icon.begin()
        QTimer.singleShot(0, begin)
    else:
        window.painted.connect(lambda: QTimer.singleShot(0, begin))
        QTimer.singleShot(UNPAINTED_MS, begin)
        window.show()
    code = application.exec()
    for shell in shells:
        shell.end()
    return code


def not_answered() -> int:
    """A window runs, and hangs: say so, and what to do."""
    from core.commands.output import put
    from core.words import Words

    put(sys.stderr, Words.load().say("not_answered"))
    return NOT_ANSWERED


def incomplete_said(window: MainWindow, at_start: Callable[[], bool], otherwise: Hook) -> Hook:
    """What is done about an exception that nobody handled: a part of the program that is not there is told, else an empty window would
    be all that is seen."""

    def unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        incomplete = isinstance(error, ImportError | SyntaxError)
        if not incomplete or not at_start():
            otherwise(kind, error, trace)
        if isinstance(error, ImportError | SyntaxError):
            from ui.incomplete import tell

            tell(window, error, ends=at_start())

    return unexpected


def once(deed: Callable[[], None]) -> Callable[[], None]:
    """What does it the first time it is called, and nothing after that."""
    left = [deed]

    def do() -> None:
        if left:
            left.pop()()

    return do
