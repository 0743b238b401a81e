"""`main.py read-page`: what pages that a person opened say of the balance, from standard input; with `--store` it is kept.

Standard input: one JSON object, {"pages": [{"url": ADDRESS, "html": TEXT, "unseen": BOOL}, ...], "fresh": N}, the newest last; the last N
stand on the screen together (frames, the main one last); unseen: a part of the page can be seen by nobody but the person. Output (JSON
lines): what they are, {"step": "page", "kind": KIND, "keep": BOOL, "status": STATUS, "need": NEED, "words": TEXT, "mark": TEXT that changes
with the page's figures, "teachable": BOOL}; whose cards they are, {"step": "owner", ...}; then as `check` does. What is stored is proved
here, from the pages themselves: whoever asks hands in pages, never figures.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from core import logs
from core.commands.check import now
from core.commands.opened import open_ledger
from core.commands.options import Options, Usage, parse
from core.commands.output import Output, put
from core.commands.taught_rules import taught_rules
from core.commands.told import told_object
from core.errors import EXIT_CODES, CheckError, InternalError, PageNotUnderstood, Status
from core.ledger import Ledger, NoSuchAccount
from core.models import Account, Balance, Source, Step, Trigger
from core.paths import Folders
from core.portal import figures, visited
from core.portal.document import MOST_BYTES as MOST_PAGE_BYTES
from core.portal.document import parse as parse_page
from core.portal.page import Page
from core.portal.taught.reading import OPEN_TO_RULES
from core.portal.taught.spots import spots
from core.portal.words import load_words
from core.service import NotStored
from core.walk import WIB

if TYPE_CHECKING:
    from core.portal.taught import Rule

TEXTS = ("--account", "--attempt")
SWITCHES = ("--demo", "--store", "--json")
MOST_PAGES = 16
TEACHABLE = frozenset((*OPEN_TO_RULES, "taught_gone", "taught_moved", "taught_others"))  # pointing at the figure may help
MOST_BYTES = 64_000_000
OF_JHT = ("jht", "hari tua")
TEXT = "text/html; charset=utf-8"
UNSEEN = "page_unseen"


def run(argv: list[str]) -> int:
    """Read, prove, and store if that is asked for; returns the exit code of the outcome. Raises Usage."""
    options = parse(argv, texts=TEXTS, switches=SWITCHES)
    if "--account" not in options:
        raise Usage("usage_value_missing", what="--account")
    told, fresh, unseen = _told()
    output = Output(True)
    moment = now()
    today = moment.astimezone(WIB).date()
    with _account(options) as (ledger, account):
        try:
            rules = taught_rules("--demo" in options, account.portal)
            pages = _pages(told, fresh, output, today, rules, unseen=unseen)
            balance = visited.printable_only(visited.balance_of(pages, load_words(), today=today, rules=rules))
            _tell_owner(ledger, account, balance)
            if "--store" in options:
                _store(ledger, account, balance, moment, options["--attempt"])
        except NotStored as problem:
            output.failed(account.portal, moment, problem, problem.balance)
            return EXIT_CODES[problem.status]
        except CheckError as problem:
            output.failed(account.portal, moment, problem, None)
            return EXIT_CODES[problem.status]
    output.succeeded(account.portal, moment, balance)
    return EXIT_CODES[Status.OK]


def _told() -> tuple[list[tuple[str, bytes]], int, bool]:
    """Address and source of each page, how many of them are on the screen, and whether one hides something. Raises Usage for anything
    else on standard input."""
    all_of_it = told_object(MOST_BYTES)
    try:
        found = [(page["url"], page["html"].encode("utf-8", "replace")) for page in all_of_it["pages"]]
        unseen = any(page.get("unseen", False) is not False for page in all_of_it["pages"])
        fresh = all_of_it.get("fresh", 1)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise Usage("usage_bad_value", what="stdin") from None
    if not 0 < len(found) <= MOST_PAGES or not all(isinstance(url, str) for url, _ in found):
        raise Usage("usage_bad_value", what="stdin")
    if type(fresh) is not int or not 0 < fresh <= len(found):
        raise Usage("usage_bad_value", what="stdin")
    return found, fresh, unseen


def _pages(
    told: Sequence[tuple[str, bytes]], fresh: int, output: Output, today: dt.date, rules: tuple[Rule, ...], *, unseen: bool
) -> list[Page]:
    """The pages, and a line about what stands on the screen. Raises PageNotUnderstood where that cannot be parsed, hides a part of itself,
    or says different things in its frames."""
    output.step(Step.READING)
    pages: list[Page] = []
    seen: list[visited.Seen] = []
    for number, (url, html) in enumerate(told):
        on_screen = number >= len(told) - fresh
        try:
            pages.append(Page(parse_page(html[: MOST_PAGE_BYTES + 1], url, TEXT), 200))
        except PageNotUnderstood as problem:
            if on_screen:
                seen.append(visited.Seen(visited.Kind.OTHER, problem, keep=False))
        else:
            if on_screen:
                seen.append(visited.look(pages[-1], load_words(), today=today, rules=rules))
    doubt = _doubt(pages[-fresh:], today, rules, unseen=unseen)
    first = visited.foremost(seen)
    _tell_page(first if doubt is None else first._replace(problem=doubt, keep=False), pages[-fresh:])
    if doubt is not None:
        raise doubt
    if not pages:
        raise seen[-1].problem or PageNotUnderstood(visited.NOT_YET)
    return pages


def _doubt(on_screen: Sequence[Page], today: dt.date, rules: tuple[Rule, ...], *, unseen: bool) -> PageNotUnderstood | None:
    """Why nothing that stands on the screen is believed, None where nothing speaks against it."""
    if unseen:
        return PageNotUnderstood(UNSEEN)
    try:
        visited.must_agree(on_screen, load_words(), today=today, rules=rules)
    except PageNotUnderstood as problem:
        return problem
    return None


def _teachable(seen: visited.Seen, on_screen: Sequence[Page]) -> bool:
    """Whether pointing at a figure may help: its words are unknown, or no page that shows amounts is known as a balance."""
    if isinstance(seen.problem, PageNotUnderstood):
        return seen.problem.reason in TEACHABLE
    if seen.kind is not visited.Kind.OTHER or seen.problem is not None:
        return False
    said = " ".join(text for page in on_screen for text in page.said).casefold()
    return any(word in said for word in OF_JHT) and any(spots(page.document, figures.load_words()) for page in on_screen)


def _tell_page(seen: visited.Seen, on_screen: Sequence[Page]) -> None:
    problem = seen.problem
    line = {
        "step": "page",
        "kind": seen.kind.value,
        "keep": seen.keep,
        "need": problem.need.value if problem is not None and problem.need is not None else None,
        "status": problem.status.value if problem is not None else None,
        "words": problem.portal_words if problem is not None else None,
        "teachable": _teachable(seen, on_screen),
        "mark": hashlib.sha256(repr(seen.figures).encode("ascii")).hexdigest()[:16] if seen.figures else "",
    }
    put(sys.stdout, json.dumps(line))


def _tell_owner(ledger: Ledger, account: Account, balance: Balance) -> None:
    """Whether these cards are known to be this account's, or another's: two people may use one computer."""
    cards = {card.kpj for card in balance.cards if card.kpj}
    mine = _known(ledger, account.id)
    other = next((one.name for one in ledger.accounts() if one.id != account.id and cards & _known(ledger, one.id) - mine), None)
    put(sys.stdout, json.dumps({"step": "owner", "new": bool(mine and cards and not cards & mine), "other": other}))


def _known(ledger: Ledger, account_id: int) -> set[str]:
    """The numbers of the cards in an account's newest readings."""
    return {card.kpj for reading in ledger.history(account_id, 3) for card in reading.balance.cards if card.kpj}


@contextmanager
def _account(options: Options) -> Iterator[tuple[Ledger, Account]]:
    folders = Folders.for_person("--demo" in options)
    if not folders.ledger.exists():
        raise Usage("no_such_account")
    with open_ledger("--demo" in options) as ledger:
        logs.start(folders.log)
        try:
            yield ledger, ledger.account(options["--account"] or "")
        except NoSuchAccount:
            raise Usage("no_such_account") from None


def _store(ledger: Ledger, account: Account, balance: Balance, moment: dt.datetime, begun: str | None) -> None:
    """The reading, and the visit it came from (`begun`: the number of an attempt that was written down before): all of it or nothing.
    Raises NotStored, and Usage for an attempt that is not this account's, or is over."""
    try:
        with ledger.transaction():
            attempt = _attempt(ledger, account, begun, moment)
            ledger.store_reading(
                account.id, balance, portal=account.portal, checked_at=moment, source=Source.BROWSER, attempt_id=attempt
            )
            ledger.end_attempt(attempt, None, step=Step.STORING, now=moment)
    except InternalError as problem:
        raise NotStored(problem.reason, balance) from None


def _attempt(ledger: Ledger, account: Account, begun: str | None, moment: dt.datetime) -> int:
    """The one that was begun, or a person's."""
    if begun is None:
        return ledger.begin_attempt(account.id, Trigger.PERSON, now=moment)
    for one in ledger.attempts(account.id):
        if str(one.id) == begun and one.finished_at is None:
            return one.id
    raise Usage("usage_bad_value", what="--attempt")
