"""One visit to a portal: in by the worker's door, sign in once, find the balance, read it with proof, log out politely."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from types import TracebackType
from typing import TYPE_CHECKING

from core.errors import CheckError, CredentialsRejected, HumanNeeded, Need, PageNotUnderstood
from core.models import Balance, Card, Evidence, Secrets, Step
from core.portal.answer import Accepted, Answer
from core.portal.document import decode
from core.portal.doors import find_door
from core.portal.frontier import with_query
from core.portal.http import Http, Record
from core.portal.links import Way
from core.portal.login import Submission, find_pin_gate
from core.portal.page import Page
from core.portal.profile import Profile
from core.portal.search import Search
from core.portal.secrecy import Guard
from core.portal.text import has_any, normal, printable
from core.portal.words import Words, load_words
from core.unread import UnreadPage

if TYPE_CHECKING:
    import ssl

    from core.portal.taught import Rule


def check(
    profile: Profile,
    user: str,
    secrets: Secrets,
    *,
    on_step: Callable[[Step], None],
    today: dt.date,
    tls: Callable[[], ssl.SSLContext] | None = None,
    record: Record | None = None,
    on_unread: Callable[[UnreadPage], None] | None = None,
    rules: tuple[Rule, ...] = (),
) -> Balance:
    """The balance of every card of this account, proved. Raises a CheckError that names what happened otherwise.

    on_unread: is given the page that was not understood, before that is raised. rules: what was taught for this portal.
    """
    with Visit(profile, user, secrets, on_step=on_step, today=today, tls=tls, record=record, rules=rules) as visit:
        try:
            return visit.balance()
        except PageNotUnderstood:
            page = visit.unread() if on_unread is not None else None
            if page is not None and on_unread is not None:
                on_unread(page)
            raise


class Visit:
    """One visit with one person's secrets. The log-in secret and the PIN are each sent at most once in its life."""

    def __init__(
        self,
        profile: Profile,
        user: str,
        secrets: Secrets,
        *,
        on_step: Callable[[Step], None],
        today: dt.date,
        tls: Callable[[], ssl.SSLContext] | None = None,
        record: Record | None = None,
        rules: tuple[Rule, ...] = (),
    ) -> None:
        self._profile = profile
        self._rules = rules
        self._user = user
        self._secrets = secrets
        self._on_step = on_step
        self._today = today
        self._words: Words = load_words()
        self._guard = Guard(secrets)
        self._http = Http(profile, self._guard, tls, record)
        self._logout: tuple[Way, str] | None = None
        self._search: Search | None = None

    def __enter__(self) -> Visit:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.leave()

    def balance(self) -> Balance:
        """Walks the whole road. Raises CheckError; what it quotes of the portal is free of secrets."""
        try:
            balance = self._walk()
        except CheckError as error:
            error.portal_words = self._guard.scrub(error.portal_words)
            raise
        return self._scrubbed(balance)

    def unread(self) -> UnreadPage | None:
        """The page that was not understood, free of secrets; None where there is none, or it cannot be freed of them."""
        found = (self._search.unread if self._search is not None else None) or self._http.latest
        if found is None:
            return None
        text = self._guard.blot(decode(found.body, found.content_type))
        url = self._guard.blot(found.url)
        return None if text is None or url is None else UnreadPage.pack(url, text, whole=found.whole)

    def leave(self) -> None:
        """Logs out where the portal showed how, and hangs up. A failure here changes nothing."""
        if self._logout is not None:
            way, referer = self._logout
            self._logout = None
            with contextlib.suppress(CheckError):
                if way.fields is not None and way.method != "post":
                    self._http.say_goodbye(with_query(way.url, way.fields), None, referer=referer)
                else:
                    self._http.say_goodbye(way.url, way.fields, referer=referer)
        self._http.close()

    def _walk(self) -> Balance:
        search = self._search = Search(
            self._http,
            self._words,
            on_page=self._remember_logout,
            on_found=lambda: self._on_step(Step.READING),
            pin=self._pin,
            today=self._today,
            rules=self._rules,
            user=self._user,
        )
        search.start(*self._signed_in())
        return search.run()

    def _signed_in(self) -> tuple[Page, Accepted]:
        """Goes in by the worker's door and sends the log-in secret, once. Answers the first page behind the door."""
        self._on_step(Step.CONTACTING)
        page, login = find_door(self._http, self._http.get(self._profile.start), self._words)
        self._on_step(Step.SIGNING_IN)
        if login.password is None:
            named = self._send(login.fill(self._user, "", self._words), page, secret=False)
            Answer(named, page, self._words).raise_if_user_unknown()
            page, login = find_door(self._http, named, self._words, user_given=True)
            if login.password is None:
                raise PageNotUnderstood("no_password_field")
        answered = self._send(login.fill(self._user, self._secrets.login, self._words), page, secret=True)
        answer = Answer(answered, page, self._words)
        answer.raise_if_refused()
        self._on_step(Step.OPENING_BALANCE)
        return answered, answer.accepted()

    def _pin(self, page: Page) -> Page:
        """Sends the PIN at the gate on this page, once in the visit."""
        gate = find_pin_gate(page, self._words)
        if gate is None:
            raise PageNotUnderstood("pin_gate_gone")
        if self._secrets.pin is None:
            raise HumanNeeded(Need.UNKNOWN, "pin_wanted")
        if not self._secrets.pin.isascii() or not self._secrets.pin.isdigit():
            raise CredentialsRejected("pin_not_digits")
        return self._send(gate.fill(self._secrets.pin, self._words), page, secret=True)

    def _send(self, submission: Submission, page: Page, *, secret: bool) -> Page:
        return self._http.post(
            submission.action, submission.fields, referer=page.url, secret=secret, multipart=submission.multipart
        )

    def _remember_logout(self, page: Page) -> None:
        """Keeps the first log-out seen, to be used at the end and never before."""
        if self._logout is not None:
            return
        for way in page.ways:
            if (
                has_any(normal(way.label), self._words.links["logout"])
                and len(way.said.split()) <= 4
                and self._http.allows(way.url)
            ):
                self._logout = (way._replace(element=None), page.url)
                return

    def _scrubbed(self, balance: Balance) -> Balance:
        """The same figures; every text that came from the portal free of secrets and of signs that could turn a line round."""

        def plain(text: str) -> str:
            return self._guard.scrub(printable(text)) or ""

        def clean(evidence: Evidence | None) -> Evidence | None:
            return evidence and replace(evidence, label=plain(evidence.label), excerpt=plain(evidence.excerpt))

        def card(one: Card) -> Card:
            company = one.company and plain(one.company)
            return replace(one, company=company or None, npp=one.npp and printable(one.npp), evidence=clean(one.evidence))

        return replace(balance, evidence=clean(balance.evidence), cards=tuple(card(one) for one in balance.cards))
