"""`main.py report`: the safe report of a page that was not understood (docs/reading.md). Nothing of it is sent anywhere.

    report --file PAGE --out FILE [--force]    of a saved page, written there
    report --json                              of the page over standard input, to be looked at first
    report --file PAGE --json                  of a saved page, to be looked at first
    report --out FILE [--force] --json         what was looked at, over standard input, written there

The page comes over standard input as one JSON object, {"url": ..., "whole": BOOL, "packed": TEXT} (as `check --offer-page` packs it).
Answer (JSON lines): {"pairs": [[KIND, BEFORE, AFTER], ...]} as often as needed, then {"report": TEXT, "read": WORD, "read_again": WORD,
"cut": BOOL, "left_out": N}; `report` is the file, packed, and goes back as it is: {"report": TEXT}. The last line of writing is
{"written": PATH} or {"written": null}.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from core.commands.options import Options, Usage, parse
from core.commands.output import put
from core.commands.told import MOST_BYTES, told_object
from core.errors import EXIT_CODES, InternalError
from core.words import Words

MOST_PAIRS, PAIRS_A_LINE, LONGEST = 4_000, 100, 400  # pairs that are shown, and characters of each side


class NotWritten(InternalError):
    """The file could not be written; `reason` is a code."""


def run(argv: list[str]) -> int:
    """Make a report, or write one; returns the exit code. Raises Usage."""
    options = parse(argv, texts=("--file", "--out"), switches=("--json", "--force", "--demo"))
    if "--file" in options:
        if "--out" not in options and "--json" in options:
            return _show(_saved(Path(options["--file"] or "")))
        if "--out" not in options:
            raise Usage("usage_value_missing", what="--out")
        from core.portal.report import safe_report

        return _write(safe_report(_saved(Path(options["--file"] or ""))).html, options)
    if "--out" in options:
        return _write(_unpacked(told_object().get("report")), options)
    return _show(_page())


def _page() -> str:
    """The source of the page over standard input."""
    from core.unread import UnreadPage

    try:
        return UnreadPage.from_wire(told_object()).text()
    except ValueError:
        raise Usage("usage_bad_value", what="stdin") from None


def _show(source: str) -> int:
    """The report and what it changes, for the person to look at."""
    from core.portal.report import pack, safe_report

    report = safe_report(source)
    shown = report.pairs[:MOST_PAIRS]
    for begin in range(0, len(shown), PAIRS_A_LINE):
        part = [[one.kind, one.before[:LONGEST], one.after[:LONGEST]] for one in shown[begin : begin + PAIRS_A_LINE]]
        put(sys.stdout, json.dumps({"pairs": part}))
    last = {
        "report": pack(report.html),
        "read": report.read,
        "read_again": report.read_again,
        "cut": report.cut,
        "left_out": len(report.pairs) - len(shown),
    }
    put(sys.stdout, json.dumps(last))
    return 0


def _unpacked(packed: object) -> str:
    from core.portal.report import unpack

    try:
        return unpack(str(packed))
    except ValueError:
        raise Usage("usage_bad_value", what="stdin") from None


def _write(text: str, options: Options) -> int:
    """The file, whole or not at all; one that is there is only replaced where that is asked for."""
    from core.whole_file import replace_whole

    path, words, as_json = Path(options["--out"] or ""), Words.load(), "--json" in options
    try:
        if path.exists() and "--force" not in options:
            raise NotWritten("export_exists")
        try:
            replace_whole(path, text.encode("utf-8", "replace"))
        except OSError:
            raise NotWritten("export_not_written") from None
    except NotWritten as problem:
        put(sys.stderr, words.explain(problem))
        if as_json:
            put(sys.stdout, json.dumps({"written": None}))
        return EXIT_CODES[problem.status]
    put(sys.stdout, json.dumps({"written": str(path)}) if as_json else words.say("exported", path=str(path)))
    return 0


def _saved(path: Path) -> str:
    """The source of a saved page: .html, or the page in a package (.mhtml)."""
    from core.portal.document import decode
    from core.statements.limits import TooMuch, Unreadable
    from core.statements.web import page_in_package

    try:
        with path.open("rb") as file:
            body: bytes = file.read(MOST_BYTES + 1)
        kind = None
        if path.suffix.lower() in (".mhtml", ".mht"):
            body, kind = page_in_package(body)
    except (OSError, Unreadable, TooMuch):
        raise Usage("usage_no_file", what="--file") from None
    return decode(body, kind)
