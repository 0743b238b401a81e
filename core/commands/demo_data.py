"""`main.py demo-data`: make the demo's folder with its sample history, so that the window finds it."""

from __future__ import annotations

import json
import sys

from core import demo
from core.commands.check import now
from core.commands.opened import open_or_make
from core.commands.options import parse
from core.commands.output import put
from core.errors import EXIT_CODES, InternalError
from core.words import Words


def run(argv: list[str]) -> int:
    """With --json one object: {"demo": "ready", "account": "#1"}, or {"demo": a ledger's reason}. Raises Usage."""
    options = parse(argv, switches=("--json",))
    words = Words.load()
    try:
        with open_or_make(demo=True) as ledger:
            account = demo.prepare(ledger, now())
    except InternalError as problem:
        put(sys.stdout if "--json" in options else sys.stderr, _failed("--json" in options, problem, words))
        return EXIT_CODES[problem.status]
    ready = {"demo": "ready", "account": f"#{account.id}"}
    put(sys.stdout, json.dumps(ready) if "--json" in options else words.say("demo_ready"))
    return 0


def _failed(as_json: bool, problem: InternalError, words: Words) -> str:
    return json.dumps({"demo": problem.reason}) if as_json else words.explain(problem)
