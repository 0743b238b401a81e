"""The ways seen and not yet gone, best first; no page twice, none off the allow-list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.portal.links import Way
from core.portal.page import Page

if TYPE_CHECKING:
    from core.portal.http import Http


class Frontier:
    """What is left to try on a visit. `foreign` tells whether a good way was left out because it leads to another host."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self._left: list[tuple[int, int, Way, str]] = []
        self._gone: set[object] = set()
        self._count = 0
        self._last: tuple[Way, str] | None = None
        self.foreign = False

    def met(self, page: Page) -> None:
        """This address has been seen; it is not opened again by GET."""
        self._gone.add((page.url, None))

    def add(self, worth: int, way: Way, page: Page) -> None:
        """Remember a way, if it is worth anything, new, and allowed."""
        if worth <= 0 or way.key in self._gone:
            return
        if not self._http.allows(way.url):
            self.foreign = self.foreign or (worth >= 60 and not way.frame)
            return
        self._count += 1
        self._left.append((worth, -self._count, way._replace(element=None), page.url))  # an element would keep its whole page

    def best(self) -> int:
        """The worth of the best way left; 0 if none is."""
        return max((worth for worth, _, way, _ in self._left if way.key not in self._gone), default=0)

    def next_page(self, least: int = 1) -> Page | None:
        """Goes the best way left that is worth at least this much, and returns the page it led to; None if there is none."""
        while self._left:
            self._left.sort(key=lambda entry: entry[:2])
            worth, _, way, referer = self._left[-1]
            if worth < least:
                return None
            self._left.pop()
            if way.key in self._gone:
                continue
            return self._go(way, referer)
        return None

    def next_frame(self) -> Page | None:
        """The next frame of the page whose frame was opened last, or None where it was no frame or has no other left."""
        if self._last is None or not self._last[0].frame:
            return None
        around = self._last[1]
        beside = (way for _, _, way, referer in self._left if way.frame and referer == around and way.key not in self._gone)
        way = next(beside, None)
        return None if way is None else self._go(way, around)

    def _go(self, way: Way, referer: str) -> Page:
        self._last = way, referer
        page = go(self._http, way, referer)
        self._gone.add(way.key)
        self.met(page)
        return page

    def forget(self, way: Way) -> None:
        """Counts a way as gone."""
        self._gone.add(way.key)


def go(http: Http, way: Way, referer: str) -> Page:
    """Goes one way: a link, or a menu form."""
    if way.fields is None:
        return http.get(way.url, referer=referer)
    if way.method == "post":
        return http.post(way.url, way.fields, referer=referer, secret=False)
    return http.get(with_query(way.url, way.fields), referer=referer)


def with_query(url: str, fields: tuple[tuple[str, str], ...]) -> str:
    """The address a GET form leads to."""
    from urllib.parse import urlencode

    plain = url.partition("#")[0].partition("?")[0]
    return f"{plain}?{urlencode(fields)}" if fields else plain
