"""What `main.py` says of itself: help, version, a wrong command line, a fault of ours."""

from __future__ import annotations

import sys
from collections.abc import Callable

from core import __version__
from core.commands import EXIT_CRASHED, EXIT_USAGE
from core.commands.options import Usage, parse
from core.commands.output import put
from core.logs import place_of
from core.words import Words


def front(argv: list[str], window: Callable[..., int]) -> int:
    """A command line that is neither a command nor the plain window: help, version, the window's inner options, or a mistake."""
    if argv[0] in ("--help", "-h", "help"):
        return help_text()
    if argv == ["--version"]:
        put(sys.stdout, f"Saldo JHT {__version__}")
        return 0
    try:
        options = parse(argv, texts=("--fault",), switches=("--hidden", "--demo", "--quit"))
        if "--fault" in options and "--demo" not in options:
            raise Usage("usage_needs", what="--fault", other="--demo")
        if "--quit" in options:
            for other in ("--hidden", "--fault"):
                if other in options:
                    raise Usage("usage_excludes", what=other, other="--quit")
    except Usage as usage:
        return usage_text(usage)
    if "--quit" in options:
        from core.commands import quit as ending

        return ending.run(demo="--demo" in options)
    return window(demo="--demo" in options, hidden="--hidden" in options, fault=options["--fault"])


def help_text() -> int:
    put(sys.stdout, Words.load().say("help").strip())
    return 0


def usage_text(usage: Usage) -> int:
    put(sys.stderr, Words.load().say(usage.key, **usage.values))
    return EXIT_USAGE


def crash_text(error: Exception) -> int:
    """Its kind and place only: a message or a traceback could hold anything."""
    key = "incomplete" if isinstance(error, ImportError | SyntaxError) else "crashed"
    put(sys.stderr, Words.load().say(key, place=place_of(error), name=getattr(error, "name", None) or "?"))
    return EXIT_CRASHED
