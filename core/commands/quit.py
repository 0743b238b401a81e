"""`--quit`: ask the running window to end, and wait until it is gone. 0 also if none runs."""

from __future__ import annotations

import sys
import time

from core import instance
from core.commands.output import put
from core.paths import Folders
from core.words import Words

GONE_S = 10.0
AGAIN_S = 1.0
LOOK_S = 0.05
EXIT_STAYED = 1


def run(*, demo: bool) -> int:
    """The exit code: 0 once nobody holds the place any more."""
    lock = Folders.for_person(demo).lock
    end = time.monotonic() + GONE_S
    asked_at = -AGAIN_S
    while instance.somebody_holds(lock):
        now = time.monotonic()
        if now > end:
            put(sys.stderr, Words.load().say("not_gone"))
            return EXIT_STAYED
        if now - asked_at >= AGAIN_S:  # again, if another letter took this one's place
            instance.write_letter(lock, instance.Letter(instance.QUIT))
            asked_at = now
        time.sleep(LOOK_S)
    return 0
