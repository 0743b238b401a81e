"""After the sign-in: the walk from the first page to the balance, best words first, with everything that may stand in between."""

from __future__ import annotations

from collections.abc import Callable

from core.errors import CheckError, HumanNeeded, Need, NoBalance, PageNotUnderstood, SessionExpired
from core.models import Balance
from core.portal import figures
from core.portal.answer import Answer, shows_login
from core.portal.cards_road import card_links, chooser, gather, long_number, merge, next_page_way
from core.portal.demands import demand
from core.portal.doors import server_failure
from core.portal.frontier import Frontier, go
from core.portal.http import Http
from core.portal.links import Way, is_file, never_follow, score
from core.portal.login import find_pin_gate
from core.portal.outcome import failure, hear
from core.portal.page import Page
from core.portal.words import Words

_SURE = 200  # a way whose words promise the balance
_FRAME = 150
_CARD = 120
_SECTION = 60
_ONWARD = 10
_MAX_NEXT = 9


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
    ) -> None:
        self._http = http
        self._words = words
        self._labels = figures.load_words()
        self._on_page = on_page
        self._on_found = on_found
        self._pin = pin
        self._pin_sent = False
        self._frontier = Frontier(http)
        self._fallbacks: list[CheckError] = []
        self._saw_login = False

    def run(self, answer: Answer) -> Balance:
        """The balance. Raises CheckError."""
        page, promised = answer.page, False
        self._frontier.met(page)
        while True:
            page = self._past_gate(page)
            found = self._look(page, promised=promised)
            if found is not None:
                self._on_found()
                return found
            following = self._onward(page, answer)
            if following is None:
                raise self._dead_end(answer)
            page, promised = following

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
            self._lost(page)
            return None
        try:
            first = figures.read(page.document, self._labels)
        except figures.NotABalancePage:
            choices = self._unseen(chooser(page, self._words)) or self._unseen(card_links(page, self._words))
            return gather(choices, lambda way: self._one_card(way, page)) if choices else None
        except (NoBalance, PageNotUnderstood) as error:
            if promised:
                raise
            self._fallbacks.append(error)
            return None
        return self._complete(page, first)

    def _complete(self, page: Page, first: Balance) -> Balance:
        """All cards, where the page that was read shows only the chosen one or the first of several pages."""
        choices = chooser(page, self._words)
        known = {card.kpj for card in first.cards}
        if len(choices) > len(first.cards):
            rest = [way for way in choices if not ({long_number(way.label), *_numbers(way)} & known)]
            return merge([first, gather(rest, lambda way: self._one_card(way, page))]) if rest else first
        if first.total_is_portals:
            return first
        parts, at = [first], page
        for _ in range(_MAX_NEXT):
            way = next_page_way(at, self._words)
            if way is None or not self._http.allows(way.url) or never_follow(way, self._words):
                break
            if way.key in {(at.url, None), (page.url, None)}:
                break
            at = go(self._http, way, at.url)
            try:
                part = figures.read(at.document, self._labels)
            except figures.NotABalancePage:
                break
            if {c.kpj for c in part.cards} <= {c.kpj for p in parts for c in p.cards}:
                merge([*parts, part])
                break
            parts.append(part)
        return merge(parts) if len(parts) > 1 else first

    def _one_card(self, way: Way, page: Page) -> Balance:
        """The balance behind one entry of a list of cards. Raises PageNotUnderstood if it cannot be read."""
        self._frontier.forget(way)
        answered = go(self._http, way, page.url)
        if shows_login(answered, self._words):
            raise SessionExpired("login_again")
        try:
            return figures.read(answered.document, self._labels)
        except figures.NotABalancePage:
            raise PageNotUnderstood("card_without_balance") from None

    def _unseen(self, choices: list[Way]) -> list[Way]:
        return [way for way in choices if self._http.allows(way.url)]

    def _onward(self, page: Page, answer: Answer) -> tuple[Page, bool] | None:
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
        if way.fields is not None and way.method != "post":
            return 0
        section = score(way.said, words.links["section"], words, never)
        if section >= 40:
            return _SECTION + section // 10 + (20 if "jht" in way.said or "hari tua" in way.said else 0)
        if long_number(way.said):
            return _CARD
        return _ONWARD if score(way.said, words.links["onward"], words, never) >= 80 else 0

    def _lost(self, page: Page) -> None:
        """A log-in form after the sign-in: the session is over if the page says so; else it is noted."""
        self._saw_login = True
        heard = hear(page.sentences, self._words, ("locked", "other_session", "session_expired"))
        if heard is not None:
            raise failure(*heard)

    def _dead_end(self, answer: Answer) -> CheckError:
        said = answer.dead_end()
        if self._fallbacks:
            return self._fallbacks[-1]
        if said is not None:
            return said
        if find_pin_gate(answer.page, self._words) and self._pin_sent:
            return HumanNeeded(Need.UNKNOWN, "pin_wanted")
        if self._saw_login:
            return SessionExpired("login_again") if answer.signed_in else PageNotUnderstood("not_signed_in")
        return PageNotUnderstood("no_balance_page")


def _numbers(way: Way) -> set[str | None]:
    return {long_number(value) for _, value in way.fields or ()}
