"""Ways from a page that shows a balance to the cards it does not show: tabs, filters and links that name other cards or companies.

A page of one card with a tab for another company is a part. What such a way leads to is read like the page itself; all cards, or none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urlsplit

from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance
from core.portal import figures
from core.portal.cards_road import MAX_CARDS, chooser, long_number, merge, repeats, stem
from core.portal.figures.values import Values
from core.portal.figures.words import words_of
from core.portal.forms import Field, Form
from core.portal.links import Way, never_follow
from core.portal.login import press
from core.portal.page import Page
from core.portal.text import has_any, normal
from core.portal.words import Words

NTH_CARD: Final = re.compile(r"(?:kartu|card|kpj|kepesertaan) (?:ke )?[0-9]{1,2}")
_PROMPTS: Final = ("pilih", "select", "choose", "semua", "all", "seluruh")


class OtherCards:
    """Completes a balance by the cards that other views of its page show. `read` reads a page, `go` opens a way."""

    def __init__(self, words: Words, read: Callable[[Page], Balance], go: Callable[[Way, Page], Page]) -> None:
        self._words = words
        self._read = read
        self._go = go
        self._values = Values(figures.load_words())

    def complete(self, page: Page, first: Balance) -> Balance:
        """`first`, which `page` shows, with the cards of the other views of the page; `first` itself if there are none.

        Raises PageNotUnderstood: `too_many_cards`, `cards_incomplete` for a view that shows no balance, what `merge` or `read` raises.
        """
        ways = self._tabs(page, first) + self._filters(page, first) + self._lists(page)
        if len(ways) > MAX_CARDS:
            raise PageNotUnderstood("too_many_cards")
        parts = [first]
        for way in ways:
            at = self._go(way, page)
            try:
                part = self._read(at)
            except NoBalance:
                continue  # a segment, a company without a card
            except figures.NotABalancePage:
                if self._knows_all(at, parts):
                    continue
                raise PageNotUnderstood("cards_incomplete") from None
            if not repeats(parts, part):
                parts.append(part)
        return merge(parts) if len(parts) > 1 else first

    def _tabs(self, page: Page, first: Balance) -> list[Way]:
        """Links to the same page with another card, company or segment for caption."""
        numbers = {card.kpj for card in first.cards}
        companies = {normal(card.company) for card in first.cards if card.company}
        numbered: list[Way] = []
        named: list[Way] = []
        for way in page.ways:
            if (
                way.fields is not None
                or way.frame
                or never_follow(way, self._words)
                or has_any(way.said, self._words.links["never"])
            ):
                continue
            own = self._values.bare_kpjs(way.label)
            if own and not set(own) & numbers:
                numbered.append(way)
            elif not own and _is_same_place(way, page) and self._names_a_card(way.label) and way.said not in companies:
                named.append(way)
        return numbered + (named if len({way.said for way in named}) + len(companies) > len(first.cards) else [])

    def _names_a_card(self, text: str) -> bool:
        said = normal(text)
        return NTH_CARD.fullmatch(said) is not None or self._values.is_company(text) or self._values.is_segment(text)

    def _filters(self, page: Page, first: Balance) -> list[Way]:
        """The other entries of a list of companies or segments, one of which is chosen now."""
        for form in page.forms:
            if form.passwords or form.texts or len(form.selects) != 1 or (chosen := form.selects[0]).name == "":
                continue
            others = self._others(chosen, first)
            button = press(form, self._words)
            if others and not (button is not None and has_any(button.caption, self._words.links["never"])):
                return [_choose(page, form, {chosen.name: value}, text, self._words) for value, text in others]
        return []

    def _others(self, chosen: Field, first: Balance) -> list[tuple[str, str]]:
        real = [(value, text) for value, text in chosen.options if value.strip() and not normal(text).startswith(_PROMPTS)]
        now = [one for one in real if one[0] == chosen.value]
        known = {normal(card.company) for card in first.cards if card.company}
        if len(real) < 2 or not now or len(first.cards) >= len(real) or not all(self._names_a_card(text) for _, text in real):
            return []
        return [one for one in real if one not in now and normal(one[1]) not in known]

    def _lists(self, page: Page) -> list[Way]:
        """Links to the list of all cards, or to the other ones."""
        captions = self._words.links["all_cards"]
        found = [
            way
            for way in page.ways
            if way.fields is None and _without_numbers(way.said) in captions and not never_follow(way, self._words)
        ]
        return found[:1]

    def _knows_all(self, page: Page, parts: list[Balance]) -> bool:
        """Whether a page that shows no balance names cards, and none but those that were read."""
        named = set(self._values.bare_kpjs(page.document.text))
        return (
            bool(named)
            and named <= {card.kpj for part in parts for card in part.cards}
            and not chooser_of_more(page, self._words, named)
        )


def chooser_of_more(page: Page, words: Words, named: set[str]) -> bool:
    """Whether a list on the page offers a card beyond these."""
    return any((long_number(way.label) or "") not in named for way in chooser(page, words))


def _is_same_place(way: Way, page: Page) -> bool:
    """Whether a way leads to the same page in another view: another query, or another last number."""
    here, there = urlsplit(page.url).path, urlsplit(way.url).path
    return way.key != (page.url, None) and (there == here or stem(there) == stem(here))


def _without_numbers(said: str) -> str:
    return " ".join(word for word in words_of(said) if not word.isdecimal())


def _choose(page: Page, form: Form, values: dict[str, str], label: str, words: Words) -> Way:
    method, action, fields = form.send(values, press(form, words))
    return Way(action or page.url, label, normal(label), method, tuple(fields))
