"""The commands of `main.py`, one file each. None imports Qt, and none ever prints a traceback."""

from __future__ import annotations

import gc
import os
import signal
import sys

EXIT_CRASHED = 1
EXIT_USAGE = 2
FEW_COLLECTIONS = 50_000
MODULES = {"import": "import_files"}  # where a command cannot be called like its module


def run(name: str, argv: list[str]) -> int:
    """Run one command and return its exit code. A usage error is said in words; so is a fault of ours, by its kind and place."""
    if name != "simulator":  # which ends politely by itself
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # end at once and quietly: everything written so far is whole
    gc.set_threshold(FEW_COLLECTIONS)  # a command is short: collecting while it still imports costs it 4 % and frees nothing
    _fill_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.reconfigure(errors="replace")  # type: ignore[union-attr] # a terminal without an ellipsis is no reason to fail
    from core.commands.options import Usage

    try:
        if "--help" in argv or "-h" in argv:
            from core.commands.front import help_text

            return help_text()
        if "--ledger-key-stdin" in argv or "--passphrase-stdin" in argv:
            from core.commands.opened import take

            argv = take(name, argv)
        return _command(name, argv)
    except Usage as usage:
        from core.commands.front import usage_text

        return usage_text(usage)
    except Exception as error:
        from core.commands.front import crash_text

        return crash_text(error)


def _fill_closed_streams() -> None:
    """If we were started with a standard stream closed, the next file or connection would get its number, and what anybody
    prints would go there."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number: this one


def _command(name: str, argv: list[str]) -> int:
    """Each command is a module of this package with a `run(argv)`; only the one that is asked for is imported."""
    from importlib import import_module

    module = import_module(f"core.commands.{MODULES.get(name, name.replace('-', '_'))}")
    return int(module.run(argv))
