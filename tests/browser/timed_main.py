"""`main.py` for the test of staying signed in: `timed_main.py ADDRESS COMMAND...`, its simulator at that address, its keyring in a file, and
the clock ahead by as many seconds as the file `ahead` of its home says. Each visit to the portal is noted in the file `visits`; in the one
with a window there is a person who signs in and wishes to stay signed in.
"""

from __future__ import annotations

import datetime as dt
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core.commands import check
from tests.browser import program  # noqa: F401 - the keyring of this home

HOME = Path(os.environ["HOME"])


def now() -> dt.datetime:
    ahead = float((HOME / "ahead").read_text("ascii"))
    return (dt.datetime.now(dt.UTC) + dt.timedelta(seconds=ahead)).replace(microsecond=0)


check.now = now

if __name__ == "__main__":
    address, *arguments = sys.argv[1:]
    if arguments[0] == "browse":
        from ui.children import child

        hidden = "--hidden" in arguments
        with (HOME / "visits").open("a", encoding="ascii") as file:
            file.write("hidden\n" if hidden else "window\n")
        child.command = lambda: [sys.executable, "-X", "utf8", __file__, address]
        arguments += ["--at", address]
        if not hidden:
            from tests.browser.hand import main as driven

            sys.exit(driven("stay", arguments[1:]))
    from main import main

    sys.exit(main(arguments))
