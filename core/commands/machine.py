"""`main.py machine`: what this machine says of its power and its line, asked before an automatic check."""

from __future__ import annotations

import json
import sys

from core import machine
from core.commands.options import parse
from core.commands.output import put

WORDS = {True: "yes", False: "no", None: "unknown"}


def run(argv: list[str]) -> int:
    """Print one JSON object: on_battery, metered, online, each "yes", "no" or "unknown". Raises Usage."""
    parse(argv, switches=("--json",))
    put(sys.stdout, json.dumps({name: WORDS[value] for name, value in machine.ask()._asdict().items()}))
    return 0
