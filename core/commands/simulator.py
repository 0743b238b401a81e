"""`main.py simulator`: the portal on loopback until it is interrupted. Docs: docs/simulator.md."""

from __future__ import annotations

import json
import os
import signal
import sys
import tomllib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from queue import Empty, SimpleQueue

from core.commands.options import Usage, parse
from core.commands.output import put
from core.simulator import ERAS, Simulator
from core.simulator.accounts import OTP_CODE, PEOPLE
from core.simulator.faults import FAULTS, named
from core.simulator.messages import LogEntry, as_record
from core.simulator.world import RESOURCES
from core.words import Words, language

EXIT_PORT_TAKEN = 1
EXIT_USAGE = 2
_LOOK_UP_S = 0.5  # how long a Ctrl+C may wait on systems where it cannot break a wait


def run(argv: list[str]) -> int:
    """Serve until SIGINT or SIGTERM, then 0. 1 if the port is taken. Raises Usage for a wrong command line."""
    fault_names, rest = _faults(argv)
    options = parse(rest, texts=("--era", "--port"), switches=("--json",))
    era, port = options["--era"], _port(options["--port"])
    if era not in (None, *ERAS):
        raise Usage("usage_bad_value", what="--era")
    words = Words(language(os.environ), tomllib.loads((RESOURCES / "command.toml").read_text("utf-8"))[language(os.environ)])
    try:
        faults = named(fault_names)
    except ValueError:
        put(sys.stderr, words.say("no_such_fault", names=", ".join(FAULTS)))
        return EXIT_USAGE

    lines: SimpleQueue[LogEntry | None] = SimpleQueue()
    with ExitStack() as stack:
        stack.enter_context(_interruptible(lines))
        try:
            simulator = stack.enter_context(Simulator(port, faults, on_request=lines.put))
        except OSError:
            put(sys.stderr, words.say("taken", port=str(port)))
            return EXIT_PORT_TAKEN
        as_json = "--json" in options
        _introduce(simulator, era, words, as_json)
        for entry in _until_interrupted(lines):
            put(sys.stdout, json.dumps(as_record(entry)) if as_json else f"{entry.method} {entry.path} {entry.status}")
    return 0


def _faults(argv: list[str]) -> tuple[list[str], list[str]]:
    """The names given with --fault, which may stand several times, and the other arguments."""
    names: list[str] = []
    rest: list[str] = []
    arguments = iter(argv)
    for argument in arguments:
        name, equals, value = argument.partition("=")
        if name != "--fault":
            rest.append(argument)
            continue
        given = value if equals else next(arguments, None)
        if given is None:
            raise Usage("usage_value_missing", what="--fault")
        names.append(given)
    return names, rest


def _port(text: str | None) -> int:
    if text is None:
        return 0
    if not (text.isascii() and text.isdigit() and len(text) <= 5 and int(text) <= 65535):
        raise Usage("usage_bad_value", what="--port")
    return int(text)


def _introduce(simulator: Simulator, era: str | None, words: Words, as_json: bool) -> None:
    """Where it is, and who may come in. The secrets printed here are public fixtures."""
    url = simulator.url(era) if era else simulator.root
    people = [
        {"name": p.name, "nik": p.nik, "email": p.email, "secret": p.secret, "pin": p.pin, "about": p.about} for p in PEOPLE
    ]
    if as_json:
        eras = {name: simulator.url(name) for name in ERAS}
        put(
            sys.stdout,
            json.dumps({"url": url, "eras": eras, "accounts": people, "otp": OTP_CODE, "faults": sorted(simulator.faults)}),
        )
        return
    put(sys.stdout, words.say("running", url=url))
    for name in ERAS:
        put(sys.stdout, words.say("era", era=name, url=simulator.url(name)))
    put(sys.stdout, words.say("people"))
    for person in people:
        put(sys.stdout, words.say("person", **person))
    put(sys.stdout, words.say("otp", code=OTP_CODE))
    if simulator.faults:
        put(sys.stdout, words.say("faults", names=", ".join(sorted(simulator.faults))))
    put(sys.stdout, words.say("stop"))


@contextmanager
def _interruptible(lines: SimpleQueue[LogEntry | None]) -> Iterator[None]:
    """SIGINT and SIGTERM end the queue, even where the shell that started us had them ignored."""
    before = {number: signal.signal(number, lambda *_: lines.put(None)) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _until_interrupted(lines: SimpleQueue[LogEntry | None]) -> Iterator[LogEntry]:
    while True:
        try:
            entry = lines.get(timeout=_LOOK_UP_S)
        except Empty:
            continue
        if entry is None:
            return
        yield entry
