"""`main.py browse`: the command line of the portal's window. (The window itself is `ui.browser`; nothing of Qt is imported here.)"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from core.commands.options import Usage, parse
from core.errors import Blocked
from core.portal.profile import is_loopback, origin_of

TEXTS = ("--account", "--at", "--trigger")
SWITCHES = ("--demo", "--lines", "--hidden", "--json")


class Wanted(NamedTuple):
    """What is asked for. account: its name or "#3", None for the only one. lines: a window listens, in JSON lines, and its end of
    standard input ends this one. at: in the demo, the address of a portal that runs on this machine already. hidden: no window; the
    schedule's look at a portal whose session is kept, which prints what `check --json` prints."""

    account: str | None
    demo: bool
    lines: bool
    at: str | None
    hidden: bool = False


def read(argv: Sequence[str]) -> Wanted:
    """The options. Raises Usage."""
    options = parse(argv, texts=TEXTS, switches=SWITCHES)
    at = options["--at"]
    if at is not None:
        if "--demo" not in options:
            raise Usage("usage_needs", what="--at", other="--demo")
        if not _is_here(at):
            raise Usage("usage_bad_value", what="--at")
    hidden = "--hidden" in options
    if hidden and options["--trigger"] not in (None, "schedule"):
        raise Usage("usage_bad_value", what="--trigger")
    for other in ("--trigger", "--json"):
        if other in options and not hidden:
            raise Usage("usage_needs", what=other, other="--hidden")
    if hidden and "--lines" in options:
        raise Usage("usage_excludes", what="--lines", other="--hidden")
    return Wanted(options["--account"], "--demo" in options, "--lines" in options, at, hidden)


def _is_here(address: str) -> bool:
    try:
        return is_loopback(origin_of(address).split("://", 1)[1].rsplit(":", 1)[0])
    except Blocked:
        return False
