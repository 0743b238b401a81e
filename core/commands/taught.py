"""`main.py taught`: what a person taught the reader of their portal's pages, and the teaching itself.

    taught [list] [--json]                     the rules, one a line
    taught forget --portal ID [--label WORDS]  one rule, or all of a portal
    taught candidates --portal ID              the amounts of a page, and what pointing at each would lead to
    taught keep --portal ID --choice NUMBER    point at one of them: its rule is kept, if the page then proves the figure
    taught again                               keep a rule that was just forgotten: {"rule": {...}} over standard input

The page comes over standard input, one JSON object: {"url": ADDRESS, "html": TEXT} or as `check --offer-page` packs it ({"url": ...,
"whole": BOOL, "packed": TEXT}); "private" may name the person (a list of texts): none of these words is ever kept. `--file FILE` reads
a saved page instead. Answers are JSON lines; nothing of the page is stored but the rule.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.commands.options import Options, Usage, parse
from core.commands.output import put
from core.commands.told import told_object
from core.errors import EXIT_CODES, PageNotUnderstood, Status
from core.paths import Folders
from core.portal.taught import store
from core.words import Words

if TYPE_CHECKING:
    from core.portal.document import Document
    from core.portal.taught import Candidate, Proposal

TEXTS = ("--portal", "--label", "--choice", "--file")
SWITCHES = ("--demo", "--json")
DEEDS = ("list", "forget", "candidates", "keep", "again")
EXIT_NOT_PROVED = EXIT_CODES[Status.PAGE_NOT_UNDERSTOOD]
EXIT_NOT_KEPT = EXIT_CODES[Status.INTERNAL_ERROR]


def run(argv: list[str]) -> int:
    """Do one of the deeds; returns the exit code. Raises Usage."""
    deed = argv[0] if argv and argv[0] in DEEDS else "list"
    options = parse(argv[1:] if argv[:1] == [deed] else argv, texts=TEXTS, switches=SWITCHES)
    folder = Folders.for_person("--demo" in options).data
    if deed == "list":
        return _list(folder, as_json="--json" in options)
    if deed == "again":
        return _again(folder)
    portal = options["--portal"]
    if portal is None:
        raise Usage("usage_value_missing", what="--portal")
    if deed == "forget":
        return _forget(folder, portal, options)
    try:
        document, private = _page(options)
    except PageNotUnderstood as refusal:
        put(sys.stdout, json.dumps({"taught": "not_read", "reason": refusal.reason}))
        return EXIT_NOT_PROVED
    return (
        _candidates(folder, portal, document, private)
        if deed == "candidates"
        else _keep(folder, portal, options, document, private)
    )


def _list(folder: Path, *, as_json: bool) -> int:
    taught, words = store.load(folder), Words.load()
    aside = taught.aside or store.last_aside(folder)
    if as_json:
        for rule in taught.rules:
            put(sys.stdout, json.dumps({"rule": store.wire(rule)}))
        where = str(aside) if aside is not None else None
        put(sys.stdout, json.dumps({"taught": "listed", "count": len(taught.rules), "aside": where, "newer": taught.newer}))
        return 0
    if aside is not None:
        put(sys.stderr, words.say("taught_aside", path=str(aside)))
    if taught.newer:
        put(sys.stderr, words.say("taught_newer"))
    if not taught.rules:
        put(sys.stdout, words.say("taught_none"))
    for rule in taught.rules:
        put(
            sys.stdout,
            words.say("taught_line", portal=rule.portal, label=rule.words, means=words.say(f"taught_means_{rule.means}")),
        )
    return 0


def _forget(folder: Path, portal: str, options: Options) -> int:
    label = options["--label"]
    try:
        gone = store.forget(folder, portal, tuple(label.split()) if label is not None else None)
    except store.NotKept as problem:
        return _not_kept(problem)
    if not gone:
        raise Usage("taught_no_such")
    put(
        sys.stdout,
        json.dumps({"taught": "forgotten", "count": gone}) if "--json" in options else Words.load().say("taught_forgotten"),
    )
    return 0


def _again(folder: Path) -> int:
    """A rule that was forgotten, taken back: it is judged like one from the file."""
    from core.portal.figures import load_words
    from core.portal.taught.rules import may_be_taught

    try:
        rule = store.from_wire(_told().get("rule"))
        if not may_be_taught(rule.label, load_words()):
            raise ValueError
    except (ValueError, TypeError, KeyError):
        raise Usage("usage_bad_value", what="stdin") from None
    try:
        store.keep(folder, rule)
    except store.NotKept as problem:
        return _not_kept(problem)
    put(sys.stdout, json.dumps({"taught": "kept", "rule": store.wire(rule)}))
    return 0


def _not_kept(problem: store.NotKept) -> int:
    put(sys.stdout, json.dumps({"taught": "not_kept", "reason": problem.reason}))
    return EXIT_NOT_KEPT


def _candidates(folder: Path, portal: str, document: Document, private: tuple[str, ...]) -> int:
    """A line for each amount, with its rule and what it proves; a last line with their number."""
    from core.portal.taught import Lesson

    lesson = Lesson(document, portal, rules=store.load(folder).of(portal), private=private)
    for one in lesson.candidates:
        put(sys.stdout, json.dumps({"candidate": _candidate(one), "proposal": _proposal(lesson.propose(one))}))
    put(sys.stdout, json.dumps({"taught": "candidates", "count": len(lesson.candidates)}))
    return 0


def _keep(folder: Path, portal: str, options: Options, document: Document, private: tuple[str, ...]) -> int:
    """The rule of the amount that was pointed at, made here from the page itself."""
    from core.portal.taught import Lesson

    lesson = Lesson(document, portal, rules=store.load(folder).of(portal), private=private)
    choice = options["--choice"] or ""
    chosen = next((one for one in lesson.candidates if str(one.number) == choice), None)
    if chosen is None:
        raise Usage("usage_bad_value", what="--choice")
    proposal = lesson.propose(chosen)
    if proposal.rule is None or proposal.missing is not None:
        put(sys.stdout, json.dumps({"taught": "not_proved", "reason": proposal.missing}))
        return EXIT_NOT_PROVED
    try:
        store.keep(folder, proposal.rule)
    except store.NotKept as problem:
        return _not_kept(problem)
    put(sys.stdout, json.dumps({"taught": "kept", "rule": store.wire(proposal.rule)}))
    return 0


def _candidate(one: Candidate) -> dict[str, object]:
    return {
        "number": one.number,
        "text": one.text,
        "label": one.label,
        "place": one.place.value if one.place is not None else None,
        "column": one.column,
        "heading": one.heading,
        "after": one.after,
        "path": one.path,
        "nth": one.nth,
        "known": one.known.value if one.known is not None else None,
    }


def _proposal(proposal: Proposal) -> dict[str, object]:
    from core.money import to_wire

    return {
        "rule": store.wire(proposal.rule) if proposal.rule is not None else None,
        "total": to_wire(proposal.balance.total) if proposal.balance is not None else None,
        "cards": len(proposal.balance.cards) if proposal.balance is not None else 0,
        "proof": proposal.proof.value if proposal.proof is not None else None,
        "missing": proposal.missing,
    }


def _page(options: Options) -> tuple[Document, tuple[str, ...]]:
    """The page that is handed over, and the person's own names. Raises Usage, PageNotUnderstood."""
    from dataclasses import replace

    from core.portal.document import parse
    from core.unread import UnreadPage

    told = _told() if "--file" not in options else {}
    private = tuple(one for one in told.get("private", ()) if isinstance(one, str))
    if "--file" in options:
        return _saved(Path(options["--file"] or "")), private
    try:
        if "packed" in told:
            page = UnreadPage.from_wire(told)
            document = parse(page.text().encode(), page.url, "text/html; charset=utf-8")
            return (document if page.whole else replace(document, whole=False)), private
        if not isinstance(told["url"], str):
            raise ValueError("no address")
        return parse(told["html"].encode("utf-8", "replace"), told["url"], "text/html; charset=utf-8"), private
    except (ValueError, KeyError, AttributeError, TypeError):
        raise Usage("usage_bad_value", what="stdin") from None


def _told() -> dict[str, Any]:
    found = told_object()
    if not isinstance(found.get("private", []), list):
        raise Usage("usage_bad_value", what="stdin")
    return found


def _saved(path: Path) -> Document:
    """A saved page: .html, or the page in a package (.mhtml)."""
    from core.portal.document import MOST_BYTES as MOST_PAGE_BYTES
    from core.portal.document import parse
    from core.statements.limits import TooMuch, Unreadable
    from core.statements.web import page_in_package

    try:
        with path.open("rb") as file:
            body: bytes = file.read(4 * MOST_PAGE_BYTES + 1)
        kind = None
        if path.suffix.lower() in (".mhtml", ".mht"):
            body, kind = page_in_package(body)
    except (OSError, Unreadable, TooMuch):
        raise Usage("usage_no_file", what="--file") from None
    return parse(body, "", kind)
