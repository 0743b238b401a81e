"""Where a portal shows one card at a time: the chooser (a list of KPJ), links beside each card, and further pages. All cards, or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from core.errors import PageNotUnderstood
from core.models import Balance, Card
from core.portal.forms import Field
from core.portal.links import Way, never_follow, score
from core.portal.login import press
from core.portal.page import Page
from core.portal.text import has_any, normal
from core.portal.words import Words

_KPJ_MIN_DIGITS = 8
MAX_CARDS = 10


def long_number(text: str) -> str | None:
    """The first run of at least eight digits (a card's number, with or without spaces left out), or None."""
    run = ""
    for c in f"{text} ":
        if c.isdigit():
            run += c
        else:
            if len(run) >= _KPJ_MIN_DIGITS:
                return run
            run = ""
    return None


def chooser(page: Page, words: Words) -> list[Way]:
    """The pages behind a list of cards (a select or radio buttons), one way a card; empty if the page has no such list."""
    for form in page.forms:
        if form.passwords or form.texts:
            continue
        for f in form.selects:
            picks = _picks(f, words)
            if picks:
                return [_way(page, form.send({f.name: value}, press(form, words)), text) for value, text in picks]
        radios = [f for f in form.fields if f.type == "radio" and f.shown and f.name]
        cards = [f for f in radios if long_number(f.value) or long_number(f.label)]
        if cards and len({f.name for f in cards}) == 1:
            out = []
            for card in cards:
                fields = tuple(replace(f, checked=f is card) if f.type == "radio" else f for f in form.fields)
                out.append(_way(page, replace(form, fields=fields).send({}, press(form, words)), card.value))
            return out
    return []


def _picks(f: Field, words: Words) -> list[tuple[str, str]]:
    real = [(value, text) for value, text in f.options if value.strip() and value.strip() not in ("0", "-1", "-")]
    with_number = [(value, text) for value, text in real if long_number(text) or long_number(value)]
    if not f.name or not with_number:
        return []
    if len(with_number) == len(real) or has_any(f.label, words.fields["card"]):
        return with_number
    return []


def _way(page: Page, sent: tuple[str, str, list[tuple[str, str]]], label: str) -> Way:
    method, action, fields = sent
    return Way(action or page.url, label, normal(label), method, tuple(fields))


def card_links(page: Page, words: Words) -> list[Way]:
    """The links of a list in which each row is one card (its number in the row or in the link), if there are at least two."""
    found: dict[str, Way] = {}
    for way in page.ways:
        if never_follow(way, words) or way.frame:
            continue
        number = long_number(way.said) or long_number(way.row)
        captions = (*words.links["card"], *words.links["balance"])
        fits = long_number(way.said) is not None or score(way.said, captions, words, words.links["never"]) >= 60
        if number and fits and number not in found:
            found[number] = way
    return list(found.values()) if len(found) >= 2 else []


def next_page_way(page: Page, words: Words) -> Way | None:
    """The link to the next page of the same list ("Selanjutnya", rel=next), or None."""
    for el in page.document.root.iter("a", "link"):
        if (el.get("rel") or "").lower() == "next" and el.get("href"):
            for way in page.ways:
                if way.url.endswith((el.get("href") or "").lstrip("./")):
                    return way
    for way in page.ways:
        if way.said in words.links["more"] or normal(way.label) in words.links["more"]:
            return way
    return None


def merge(parts: list[Balance]) -> Balance:
    """Several pages' cards as one balance: every card once, the total their sum.

    Raises PageNotUnderstood("twins_disagree") if two pages say different things of one card.
    """
    cards: dict[object, Card] = {}
    for part in parts:
        for card in part.cards:
            key = (card.kpj, card.segment, card.npp) if card.kpj else object()
            known = cards.get(key)
            if known is not None and known.balance != card.balance:
                raise PageNotUnderstood("twins_disagree")
            cards[key] = known or card
    dates = {part.as_of for part in parts}
    kept = tuple(cards.values())
    return Balance(
        total=sum(card.balance for card in kept),
        cards=kept,
        as_of=dates.pop() if len(dates) == 1 else None,
        total_is_portals=False,
    )


def gather(choices: list[Way], read: Callable[[Way], Balance]) -> Balance:
    """One card after the other. Raises PageNotUnderstood if there are too many, or if one page shows no card of its own."""
    if len(choices) > MAX_CARDS:
        raise PageNotUnderstood("too_many_cards")
    parts = [read(way) for way in choices]
    whole = merge(parts)
    if len(whole.cards) < len(choices):
        raise PageNotUnderstood("cards_not_told_apart")
    return whole
