"""Many journeys in one process: the engine is started once, each journey has a window, a profile and a home of its own.

Standard input: a JSON line for each, {"journey": NAME, "address": ADDRESS, "environment": {...}}. Answers like `tests.browser.hand`: the
window's own lines, and last what the journey saw.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

PROGRAM = [sys.executable, "-X", "utf8", str(Path(__file__).with_name("program.py"))]


def main() -> int:
    from core.portal import profile as portals
    from core.settings import Settings
    from ui.browser import app

    app.clean_environment()
    app.must_have_engine()
    begin = portals.load("simulator-sso2023").at("http://127.0.0.1:1/")  # every port of this machine's address, and no other
    application = app.make_application(begin, Settings(language="id"))
    for line in sys.stdin:
        wish = json.loads(line)
        os.environ.update(wish["environment"])
        tempfile.tempdir = None  # it is looked up once in a process's life
        seen = play(application, wish["journey"], wish["address"])
        print(json.dumps({"seen": seen}), flush=True)
    return 0


def play(application: Any, name: str, address: str) -> dict[str, Any]:
    """One journey, from a new window to its end, as `ui.browser.app` shows it."""
    from PySide6.QtCore import QEventLoop

    from core.commands.browse import Wanted
    from core.paths import Folders
    from tests.browser import journeys
    from tests.browser.hand import Hand
    from ui.browser import app

    account = app.find_account(Folders.for_person(True), Wanted(None, True, False, None))
    from core.portal import profile as portals

    profile = portals.load(account.portal).at(address)
    window = app.make_window(account, profile, PROGRAM, demo=True, masked=False, lasting=True)
    loop = QEventLoop()
    window.closed.connect(loop.quit)
    window.show()
    window.begin()
    hand = Hand(window, getattr(journeys, name))
    loop.exec()
    app.let_go(application, window)
    application.processEvents()
    return hand.seen


if __name__ == "__main__":
    sys.exit(main())
