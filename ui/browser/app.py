"""The process of the portal's window: found fit to open, joined to the account, ended with nothing left behind."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import os
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from core import settings
from core.commands.browse import Wanted
from core.commands.check import now
from core.errors import InternalError
from core.hosts import Recorder
from core.kept_place import is_kept, is_wished
from core.models import Account
from core.paths import NAME, Folders
from core.portal import profile as portals
from core.portal.profile import Profile
from ui.browser.key import ledger_key
from ui.browser.lines import Lines, tell
from ui.children.child import command
from ui.look import theme
from ui.words import translations

if TYPE_CHECKING:
    from ui.browser.window import BrowserWindow

STYLE = ("-style", "Fusion")
EXIT_CANNOT = 1
ENGINE = "PySide6.QtWebEngineWidgets"
UNWANTED = "QTWEBENGINE_"  # what could open a debugging port or take the engine's own protection away
SANDBOX_OFF = "QTWEBENGINE_DISABLE_SANDBOX"  # a test machine where everything runs as root; obeyed there alone


class Cannot(Exception):
    """The window cannot be opened; the text is the reason's code."""


def run(wanted: Wanted) -> int:
    """Show the portal of an account until the person closes the window; 0. 1 where it cannot be opened, with the reason in words."""
    clean_environment()
    if wanted.hidden:
        from ui.browser import hidden_app

        return hidden_app.run(wanted)
    folders = Folders.for_person(wanted.demo)
    chosen = settings.load(folders.settings)
    with ExitStack() as stack:
        try:
            must_have_engine()
            account = find_account(folders, wanted)
            profile = at_its_address(stack, account, wanted)
        except Cannot as problem:
            return _say(str(problem))
        return _show(account, profile, wanted, chosen)


def clean_environment() -> None:
    """Take away what could change how the engine works, and what would let the graphics driver keep files of its own."""
    os.environ |= {"MESA_SHADER_CACHE_DISABLE": "true", "MESA_GLSL_CACHE_DISABLE": "true", "__GL_SHADER_DISK_CACHE": "0"}
    for name in list(os.environ):
        if name.upper().startswith(UNWANTED) and not (name == SANDBOX_OFF and _is_root()):
            del os.environ[name]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


def must_have_engine() -> None:
    try:
        found = importlib.util.find_spec(ENGINE)
    except ImportError:
        found = None
    if found is None:
        raise Cannot("no_engine")
    if _is_root() and SANDBOX_OFF not in os.environ:  # the engine would end the process: it protects nobody who is root
        raise Cannot("root")
    try:
        importlib.import_module(ENGINE)
    except ImportError:  # a library of the system lacks
        raise Cannot("no_engine") from None


def find_account(folders: Folders, wanted: Wanted) -> Account:
    from core.ledger import Ledger, NoSuchAccount

    if not folders.ledger.exists():
        raise Cannot("no_account")
    try:
        with Ledger.open(folders.ledger, ledger_key(folders, demo=wanted.demo)) as ledger:
            accounts = ledger.accounts()
            if wanted.account is not None:
                return ledger.account(wanted.account)
    except (NoSuchAccount, InternalError):
        raise Cannot("no_account") from None
    if not accounts:
        raise Cannot("no_account")
    return accounts[0]


def at_its_address(stack: ExitStack, account: Account, wanted: Wanted) -> Profile:
    """The portal; in the demo a simulator that lives as long as this process, or one that runs already."""
    try:
        profile = portals.load(account.portal)
    except (KeyError, ValueError, OSError):
        raise Cannot("no_account") from None
    if account.portal == portals.NO_PORTAL or wanted.demo != (profile.era is not None):
        raise Cannot("no_account")
    if profile.era is None:
        return profile
    if wanted.at is not None:
        return profile.at(wanted.at)
    from core.simulator import Simulator

    gc.disable()  # its threads collect nothing; from the application on `ui.browser.garbage` does
    return profile.at(stack.enter_context(Simulator(faults={"scripted"})).url(profile.era))


def make_application(profile: Profile, chosen: settings.Settings, *options: str) -> QApplication:
    """The application of this process, its engine held to this portal's hosts. options: Qt's own."""
    from ui.browser import engine
    from ui.browser.garbage import Garbage
    from ui.browser.rules import Rules

    application = QApplication([NAME, *STYLE, *options, "--webEngineArgs", *engine.flags(Rules.of(profile))])
    application.setApplicationName(NAME)
    application.setDesktopFileName(NAME)
    application.setQuitOnLastWindowClosed(False)
    Garbage(application)  # this process has other threads: the lines from the other window, the demo's simulator
    theme.apply(application, chosen.theme)
    theme.apply(application, chosen.theme)  # the first call only looks at the palette
    translations.install(application, chosen.language)
    return application


def make_window(
    account: Account, profile: Profile, program: list[str], *, demo: bool, masked: bool, lasting: bool
) -> BrowserWindow:
    """The window of one account. In the demo the sample person's secrets are at hand; else the keyring's, if they were kept. lasting: the
    portal is there at the next visit, too (a simulator that this process started is not)."""
    from ui.browser.stay import Stay
    from ui.browser.window import BrowserWindow

    folders = Folders.for_person(demo)
    stay = Stay(True, is_wished(folders, account.id), is_kept(folders, account.id)) if lasting else Stay()
    return BrowserWindow(
        account,
        profile,
        program,
        demo=demo,
        masked=masked,
        remembered=account.remember or demo,
        stay=stay,
        record=Recorder(folders.hosts, now),
    )


def let_go(application: QApplication, window: BrowserWindow) -> None:
    """End the window, the engine's part first."""
    window.end()
    window.hide()
    application.processEvents()
    window.deleteLater()


def _show(account: Account, profile: Profile, wanted: Wanted, chosen: settings.Settings) -> int:
    application = make_application(profile, chosen)
    window = make_window(
        account, profile, command(), demo=wanted.demo, masked=chosen.masked, lasting=not wanted.demo or wanted.at is not None
    )
    window.closed.connect(application.quit)
    lines = Lines(application)
    if wanted.lines:
        lines.asked.connect(lambda word: _rise(window) if word == "rise" else None)
        lines.left.connect(application.quit)
        lines.listen()
    window.show()
    window.begin()
    tell("open")
    code = application.exec()
    let_go(application, window)
    tell("closed")
    return code


def _rise(window: BrowserWindow) -> None:
    window.showNormal()
    window.raise_()
    window.activateWindow()


def _say(reason: str) -> int:
    from PySide6.QtCore import QCoreApplication

    from core.commands.output import put
    from ui.browser.cannot import words

    application = QCoreApplication([NAME])
    translations.install(application, "system")
    tell("cannot", reason=reason)
    put(sys.stderr, words(reason))
    return EXIT_CANNOT
