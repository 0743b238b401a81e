"""After the sign-in: the walk from the first page to the balance, best words first, with everything that may stand in between."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from core.errors import CheckError, NoBalance, PageNotUnderstood, SessionExpired
from core.models import Balance
from core.portal import figures
from core.portal.answer import Accepted, Answer, shows_login
from core.portal.cards_road import CardsRoad, long_number, merge, next_page_way, numbered_page, repeats
from core.portal.demands import demand
from core.portal.doors import server_failure
from core.portal.figures.values import Values
from core.portal.frontier import Frontier, go
from core.portal.fuller import fuller
from core.portal.http import Http, Received
from core.portal.identity import is_of_another
from core.portal.links import Way, is_file, never_follow, score
from core.portal.login import find_pin_gate
from core.portal.other_cards import OtherCards
from core.portal.outcome import audible, failure, hear
from core.portal.page import Page
from core.portal.words import Words

if TYPE_CHECKING:
    from core.portal.document import Document
    from core.portal.taught import Rule

_SURE = 200  # a way whose words promise the balance
_FRAME = 150
_CARD = 120
_SECTION = 60
_ONWARD = 10
_PRINTED = 5
_MAX_NEXT = 9
_ONE_BY_ONE = (
    "figure_missing",
    "figure_unreadable",
    "figure_not_found",
    "cards_unclear",
)  # a list of cards may still lead to each of them
_PROMISED = ("locked", "maintenance", "session_expired", "no_balance", "other_session", "data_update", "otp")
_REFUSED, _DEAD = 2, 1  # what a page that was not understood is worth to who asks about it
_AMOUNT = re.compile(rb"[Rr][Pp][. ]{0,3}[0-9]|[0-9]{1,3}(?:[.,][0-9]{3}){2,5}(?![0-9])")
_ON_THE_WAY = ("locked", "maintenance", "session_expired")


class Search:
    """One search. `pin(page)` sends the PIN at the gate on a page; `on_page` sees every page; `on_found` is called before reading is final."""

    def __init__(
        self,
        http: Http,
        words: Words,
        *,
        on_page: Callable[[Page], None],
        on_found: Callable[[], None],
        pin: Callable[[Page], Page],
        today: dt.date,
        rules: tuple[Rule, ...] = (),
        user: str = "",
    ) -> None:
        self._http = http
        self._user = user
        self._words = words
        self._labels = figures.load_words()
        self._on_page = on_page
        self._on_found = on_found
        self._pin = pin
        self._today = today
        self._rules = rules
        self._pin_sent = False
        self._frontier = Frontier(http)
        self._fallbacks: list[CheckError] = []
        self._saw_login = False
        self._dead: list[tuple[list[str], bool]] = []
        self.unread: Received | None = None  # the page that is to blame if nothing is found
        self._blame = 0
        self._printed: set[int] = set()  # sen: totals of all cards that single cards' pages print
        self._cards = CardsRoad(words, self._read_card, self._open_card)
        self._others = OtherCards(words, lambda page: self._read(page.document), self._open_card)

    def start(self, page: Page, accepted: Accepted) -> None:
        """Where the search begins. Nobody else should keep the page: it may be large."""
        self._page = page
        self._accepted = accepted
        self._frontier.met(page)

    def run(self) -> Balance:
        """The balance. Raises CheckError."""
        promised = False
        while True:
            self._page = self._past_gate(self._page)
            found = self._look(self._page, promised=promised)
            if found is not None:
                self._on_found()
                return self._with_frames(found) if promised or found.total_is_portals else self._fuller(found, self._page)
            following = self._onward(self._page)
            if following is None:
                raise self._dead_end(self._accepted)
            self._page, promised = following

    def _with_frames(self, found: Balance) -> Balance:
        """The balance of a frame with the cards of the frames beside it. Raises as reading one that names another card does."""
        parts = [found]
        while not found.total_is_portals and (page := self._frontier.next_frame()) is not None:
            try:
                part = self._read(page.document)
            except figures.NotABalancePage:
                continue
            except (NoBalance, PageNotUnderstood):
                if set(Values.bare_kpjs(page.document.text)) <= {card.kpj for one in parts for card in one.cards}:
                    continue
                raise
            if not repeats(parts, part):
                parts.append(part)
        return merge(parts) if len(parts) > 1 else found

    def _fuller(self, found: Balance, page: Page) -> Balance:
        """A balance on a page that no link promised, held against the page that one of its links calls the balance's."""
        found = self._with_frames(found)
        for way in page.ways:
            self._frontier.add(self._worth(way), way, page)
        try:
            following = self._frontier.next_page(_SURE)
            if following is None or shows_login(following, self._words) or find_pin_gate(following, self._words) is not None:
                return found
            promised = self._complete(following, self._read(following.document))
        except (CheckError, figures.NotABalancePage):
            return found
        return fuller(found, promised)

    def _past_gate(self, page: Page) -> Page:
        """The page behind the PIN gate, if this one is the gate; else the page itself."""
        self._on_page(page)
        if page.http_status >= 500:
            raise server_failure(page, self._words)
        if self._pin_sent or shows_login(page, self._words) or not find_pin_gate(page, self._words):
            return page
        self._pin_sent = True
        behind = self._pin(page)
        Answer(behind, page, self._words).raise_if_gate_again()
        self._frontier.met(behind)
        self._on_page(behind)
        return behind

    def _look(self, page: Page, *, promised: bool) -> Balance | None:
        """Reads the page; None if it is not (or not provably) the balance. `promised`: a link said that it would be."""
        if shows_login(page, self._words):
            self._lost(page, promised=promised)
            return None
        try:
            return self._complete(page, self._read(page.document))
        except figures.NotABalancePage:
            self._dead.append((audible(page.said), promised))
            self._note(_DEAD if promised else 0)
            return self._collect(page, None)
        except figures.SomeCards as error:
            return self._try_to_complete(page, error, promised=promised)
        except (NoBalance, PageNotUnderstood) as error:
            self._note(_REFUSED)
            if self._leads_to_cards(error.reason) and self._cards.choices(page):
                return self._collect(page, None)
            if promised:
                raise
            self._fallbacks.append(error.with_traceback(None))  # its frames hold the page
            return None

    @staticmethod
    def _leads_to_cards(reason: str | None) -> bool:
        """Whether a page that was refused for this may still list the cards one by one."""
        return reason in _ONE_BY_ONE or (reason or "").startswith("taught_")

    def _try_to_complete(self, page: Page, error: figures.SomeCards, *, promised: bool) -> Balance | None:
        self._note(_REFUSED)
        try:
            return self._turn_pages(page, error.part, error)
        except PageNotUnderstood as problem:
            if promised:
                raise
            self._fallbacks.append(problem.with_traceback(None))
            return None

    def _complete(self, page: Page, first: Balance) -> Balance:
        """All cards, where the page that was read shows only the chosen one or the first of several pages."""
        whole = self._collect(page, first)
        if whole is not None and whole is not first:
            return whole
        if first.total_is_portals:
            return first
        whole = self._turn_pages(page, first, None)
        return whole if whole is not first else self._others.complete(page, first)

    def _collect(self, page: Page, first: Balance | None) -> Balance | None:
        """The cards that the entries of a page lead to. A total of all that their own pages print must be what they add up to."""
        self._printed.clear()
        whole = self._cards.collect(page, first)
        if not self._printed or whole is None:
            return whole
        if self._printed != {whole.total}:
            raise PageNotUnderstood("total_mismatch")
        return replace(whole, total_is_portals=True)

    def _turn_pages(self, page: Page, first: Balance, lacking: figures.SomeCards | None) -> Balance:
        """The cards of a list that goes on over further pages. `lacking`: the first page said that it does not show them all.

        Raises that refusal again if the further pages do not complete it.
        """
        parts, at = [first], page
        for number in range(2, _MAX_NEXT + 2):
            way = next_page_way(at, self._words, number if lacking else None) or numbered_page(at, number)
            if way is None or not self._http.allows(way.url) or never_follow(way, self._words):
                break
            if way.key in ((at.url, None), (page.url, None)):
                break
            at = self._open_card(way, at)
            try:
                part = self._read(at.document)
            except figures.SomeCards as more:
                part = more.part
            except figures.NotABalancePage:
                break
            if repeats(parts, part):
                break
            parts.append(part)
        whole = merge(parts) if len(parts) > 1 else first
        if lacking is None:
            return whole
        if lacking.printed is None and len(whole.cards) == lacking.items:
            return whole
        if whole.total == lacking.printed:
            return replace(whole, total_is_portals=True)
        raise lacking

    def _read(self, document: Document) -> Balance:
        """A page, read with what was taught for this portal. Raises as `figures.read` does."""
        if self._rules:
            from core.portal.taught import read_with

            balance = read_with(document, self._rules, self._labels, today=self._today)
        else:
            balance = figures.read(document, self._labels, today=self._today)
        if is_of_another(document, self._user):
            raise PageNotUnderstood("several_persons")
        return balance

    def _read_card(self, page: Page) -> Balance:
        """One card's page. Raises PageNotUnderstood("card_without_balance"), SessionExpired, or what reading raises."""
        if shows_login(page, self._words):
            raise SessionExpired("login_again")
        try:
            return self._read(page.document)
        except figures.NotABalancePage:
            self._note_card()
            raise PageNotUnderstood("card_without_balance") from None
        except figures.SomeCards as some:  # one card, and the portal's total of all
            self._note_card()
            if some.printed is None:
                raise
            self._printed.add(some.printed)
            return some.part
        except PageNotUnderstood:
            self._note_card()
            raise

    def _open_card(self, way: Way, page: Page) -> Page:
        self._frontier.forget(way)
        return go(self._http, way, page.url)

    def _onward(self, page: Page) -> tuple[Page, bool] | None:
        """The next page to look at, and whether the link promised the balance."""
        words = self._words
        for way in page.ways:
            self._frontier.add(self._worth(way), way, page)
        if self._frontier.best() < _SURE and not shows_login(page, words):
            wanted = demand(page, words)
            if wanted is not None:
                raise wanted
        promised = self._frontier.best() >= _SURE
        following = self._frontier.next_page()
        return (following, promised) if following is not None else None

    def _worth(self, way: Way) -> int:
        words = self._words
        if is_file(way) or never_follow(way, words):
            return 0
        never = words.links["never"]
        balance = score(way.said, words.links["balance"], words, never)
        if balance >= 40:
            return _SURE + balance
        if way.frame:
            return (
                _FRAME if score(way.said, ("saldo",), words, never) or not any(f" {n} " in f" {way.said} " for n in never) else 0
            )
        section = score(way.said, words.links["section"], words, never)
        if section >= (40 if "jht" in way.said or "hari tua" in way.said else 72):
            return _SECTION + section // 10 + (20 if "jht" in way.said or "hari tua" in way.said else 0)
        if long_number(way.said) and not way.choice:
            return _CARD
        if way.said in words.links["printed"]:  # a page to be printed is a page; a file is refused when it comes
            return _PRINTED
        return _ONWARD if score(way.said, words.links["onward"], words, never) >= 80 else 0

    def _note(self, blame: int) -> None:
        """Keeps the page that came last as the one to blame, unless a worse one is kept."""
        if blame >= self._blame:
            self._blame, self.unread = blame, self._http.latest

    def _note_card(self) -> None:
        """Keeps a card's page as the one to blame, unless the list that led to it shows amounts itself."""
        if self.unread is None or not _AMOUNT.search(self.unread.body):
            self._note(_REFUSED)

    def _lost(self, page: Page, *, promised: bool) -> None:
        """A log-in form after the sign-in: the session is over if the page says so; else it is noted."""
        self._saw_login = self._saw_login or promised
        heard = hear(page.said, self._words, ("locked", "other_session", "session_expired"))
        if heard is not None:
            raise failure(*heard)

    def _dead_end(self, accepted: Accepted) -> CheckError:
        """Every way was tried: what the portal said on the way, the promised pages first, else that there is no balance page."""
        if self._fallbacks:
            return self._fallbacks[-1]
        for texts, promised in sorted(self._dead, key=lambda entry: not entry[1]):
            heard = hear(texts, self._words, _PROMISED if promised else _ON_THE_WAY)
            if heard is not None:
                return failure(*heard, at_balance=True)
        said = accepted.dead_end()
        if said is not None:
            return said
        if self._saw_login:
            return SessionExpired("login_again") if accepted.signed_in else PageNotUnderstood("not_signed_in")
        return PageNotUnderstood("no_balance_page")
