"""The way in: from whatever page the portal greets with to the worker's log-in form, never through the employers' door."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from lxml import etree

from core.errors import Blocked, CheckError, Maintenance, PageNotUnderstood
from core.portal.frontier import Frontier
from core.portal.links import Way, is_file, never_follow, score
from core.portal.login import Login, find_login
from core.portal.outcome import audible, failure, hear
from core.portal.page import Page
from core.portal.text import has_any, normal, text_of, words_of
from core.portal.words import Words

if TYPE_CHECKING:
    from core.portal.http import Http

_CONTEXT_CHARS = 240
_MAX_LEVELS = 60  # around a link
_MOST = 1_000  # characters of a part of a page that is surely no panel
_PUBLIC_FAMILIES = ("maintenance", "captcha", "refused", "session_expired", "locked")


def find_door(http: Http, page: Page, words: Words, *, user_given: bool = False) -> tuple[Page, Login]:
    """Walks from the greeting page to the page that holds the worker's log-in form.

    Raises HumanNeeded, Maintenance, Blocked (the only door leads to a foreign host), PageNotUnderstood("no_login").
    """
    dead: list[list[str]] = []
    frontier = Frontier(http)
    frontier.met(page)
    while True:
        if page.http_status >= 500:
            raise server_failure(page, words)
        login = find_login(page, words, user_given=user_given)
        if login is not None:
            return page, login
        dead.append(audible(page.said))
        panels = _Panels(words)
        for way in page.ways:
            frontier.add(_worth(way, words, panels), way, page)
        following = frontier.next_page()
        if following is None:
            raise _dead_end(dead, frontier, words)
        page = following


def server_failure(page: Page, words: Words) -> CheckError:
    """What an answer of 500 and above means: the page's own words, else that the portal is out of order."""
    heard = hear(page.said, words, ("maintenance", "locked"))
    if heard is not None:
        return failure(*heard)
    return Maintenance("http_unavailable")


def _dead_end(dead: list[list[str]], frontier: Frontier, words: Words) -> CheckError:
    for said in dead:
        heard = hear(said, words, _PUBLIC_FAMILIES)
        if heard is not None:
            return failure(*heard, at_balance=True)
    if frontier.foreign:
        return Blocked("foreign_host")
    return PageNotUnderstood("no_login")


def _worth(way: Way, words: Words, panels: _Panels) -> int:
    """How likely a way leads a worker to the log-in; 0 = never follow."""
    doors = words.doors
    path = words_of(way.url.partition("?")[0].partition("//")[2].partition("/")[2])
    if (
        is_file(way)
        or never_follow(way, words)
        or has_any(path, ("registrasi", "register", "daftar", "signup", "perusahaan", "mitra", "employer"))
    ):
        return 0
    if way.frame:
        return 60 if not has_any(way.said, doors["never"]) else 0
    own = max(
        score(way.said, doors["worker"], words, doors["never"]) - 5,
        score(way.said, doors["service"], words, doors["never"]) - 10,
    )
    anyones = max(
        score(way.said, doors["login"], words, doors["never"]),
        score(way.said, doors["enter"], words, doors["never"]) - 45,
    )
    if max(own, anyones) <= 0:
        return 0
    side = panels.side(way)
    if side < 0:  # "Login" in the employers' panel is theirs; "Cek Saldo JHT" is a worker's wherever it stands
        return max(own, 0)
    return max(own, anyones) + 30 * side


class _Panels:
    """Whose panel a way stands in; the words of each part of a page are read once."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._said: dict[etree._Element, str] = {}

    def side(self, way: Way) -> int:
        """Whether a caption like "Login" stands in the workers' panel (1), in the employers' or partners' (-1), or in neither (0)."""
        words = self._words
        if has_any(way.said, words.fields["worker"]):
            return 1
        if way.element is None:
            return 0
        for ancestor in islice(way.element.iterancestors(), _MAX_LEVELS):
            said = self._text(ancestor)
            if len(said) > _CONTEXT_CHARS:
                return 0
            mine, theirs = has_any(said, words.fields["worker"]), has_any(said, words.fields["employer"])
            if mine != theirs:
                return 1 if mine else -1
            if mine and theirs:
                return _column(way.element, ancestor, words)
        return 0

    def _text(self, el: etree._Element) -> str:
        said = self._said.get(el)
        if said is None:
            shown = text_of(el, _MOST)
            said = self._said[el] = shown if len(shown) >= _MOST else normal(shown)
        return said


def _column(el: etree._Element, ancestor: etree._Element, words: Words) -> int:
    """In a table of doors, the heading over or beside the cell the link stands in; nearest words before it."""
    before = ""
    for node in ancestor.iter():
        if node is el:
            break
        if isinstance(node.tag, str) and node.text and node.text.strip():
            before = normal(node.text)
    if has_any(before, words.fields["worker"]):
        return 1
    return -1 if has_any(before, words.fields["employer"]) else 0
