"""Where a portal shows one card at a time: the chooser (a list of KPJ), links beside each card, and further pages. All cards, or none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from urllib.parse import urlsplit

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
_MOST_ENTRIES = 1_000  # of one list that are looked at; no one has as many cards
_MOST_FIELDS = 500  # of a form that holds such a list
_FEW = 20  # links that say they lead to the next page


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
        if form.passwords or form.texts or len(form.fields) > _MOST_FIELDS + _MOST_ENTRIES:
            continue
        for f in form.selects:
            picks = _picks(f, words)
            if picks:
                return [_way(page, form.send({f.name: value}, press(form, words)), text) for value, text in picks[:_MOST_ENTRIES]]
        radios = [f for f in form.fields if f.type == "radio" and f.shown and f.name]
        cards = [f for f in radios if long_number(f.value) or long_number(f.caption)]
        if cards and len({f.name for f in cards}) == 1:
            out = []
            for card in cards[:_MOST_ENTRIES]:
                out.append(_way(page, form.choosing(card).send({}, press(form, words)), card.caption or card.value))
            return out
    return []


def _picks(f: Field, words: Words) -> list[tuple[str, str]]:
    with_number = [(value, text) for value, text in f.options if long_number(text) or long_number(value)]
    numbered = frozenset(with_number)
    real = [pick for pick in f.options if pick in numbered or not _is_prompt(*pick)]
    if not f.name or not with_number:
        return []
    if len(with_number) == len(real) or has_any(f.label, words.fields["card"]):
        return with_number
    return []


def _is_prompt(value: str, text: str) -> bool:
    """An entry of a list that is no card: empty, "Pilih KPJ", "Semua kartu", "--"."""
    said = normal(text)
    return not value.strip() or not said or said.startswith(("pilih", "select", "choose", "semua", "all"))


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


def next_page_way(page: Page, words: Words, number: int | None = None) -> Way | None:
    """The link to the next page of the same list ("Selanjutnya", rel=next; or its number, if one is given), or None."""
    said_next = (el for el in page.document.root.iter("a", "link") if (el.get("rel") or "").lower() == "next" and el.get("href"))
    for el in islice(said_next, _FEW):
        for way in page.ways:
            if way.url.endswith((el.get("href") or "").lstrip("./")):
                return way
    captions = (*words.links["more"], *(() if number is None else (str(number),)))
    return next((way for way in page.ways if way.said in captions), None)


def numbered_page(page: Page, number: int) -> Way | None:
    """The link to a page by its bare number, where such links lead to further pages of this address; or None.

    `Kartu 1 2 3`: nothing says what goes on there, so a page that shows the same once more ends the list.
    """
    here = urlsplit(page.url).path
    for way in page.ways:
        if way.said == str(number) and way.fields is None and not way.frame:
            there = urlsplit(way.url).path
            if there == here or there.startswith(f"{here.rstrip('/')}/") or stem(there) == stem(here):
                return way
    return None


def stem(path: str) -> str:
    """An address path without its last number: /saldo/2 -> /saldo/."""
    return path.rstrip("/").rstrip("0123456789")


def merge(parts: list[Balance]) -> Balance:
    """Several pages' cards as one balance: every card once, the total their sum.

    Raises PageNotUnderstood: "twins_disagree" if two pages say different things of one card, "cards_not_told_apart" if one has no number.
    """
    kept: list[Card] = []
    for part in parts:
        for card in part.cards:
            if card.kpj is None and len(parts) > 1:
                raise PageNotUnderstood("cards_not_told_apart")
            known = next((one for one in kept if _one_card(one, card)), None)
            if known is None:
                kept.append(card)
            elif known.balance != card.balance:
                raise PageNotUnderstood("twins_disagree")
    dates = {part.as_of for part in parts}
    return Balance(
        total=sum(card.balance for card in kept),
        cards=tuple(kept),
        as_of=dates.pop() if len(dates) == 1 else None,
        total_is_portals=False,
    )


def _one_card(a: Card, b: Card) -> bool:
    """Whether two pages speak of the same card: its number, and nothing that one page says and the other says otherwise. One number may
    stand for two cards, as PU and as BPU."""
    if a.kpj != b.kpj:
        return False
    return all(mine is None or yours is None or mine == yours for mine, yours in ((a.segment, b.segment), (a.npp, b.npp)))


def repeats(parts: list[Balance], part: Balance) -> bool:
    """Whether a further page shows the same cards and amounts once more: what goes on there is another list, of contributions say."""
    known = [card for one in parts for card in one.cards]
    return all(any(one.balance == card.balance and _one_card(one, card) for one in known) for card in part.cards)


def _repeat_one_total(parts: list[Balance]) -> bool:
    """Whether each card's page prints the same amount as a total: it is then the total of all, and no card's own."""
    return (
        len(parts) > 1
        and all(part.total_is_portals for part in parts)
        and len({part.total for part in parts}) == 1
        and parts[0].total > 0
    )


class CardsRoad:
    """Collects the cards of a portal that shows one of them at a time. `read` reads a page or raises; `go` opens a way."""

    def __init__(self, words: Words, read: Callable[[Page], Balance], go: Callable[[Way, Page], Page]) -> None:
        self._words = words
        self._read = read
        self._go = go

    def choices(self, page: Page) -> list[Way]:
        """The entries of this page that each stand for one card."""
        return chooser(page, self._words) or card_links(page, self._words)

    def collect(self, page: Page, first: Balance | None) -> Balance | None:
        """All cards of a page with such entries, starting from what it shows itself; None if it has none.

        Raises PageNotUnderstood: `too_many_cards`, `cards_not_told_apart`, or whatever reading one of the pages raises.
        """
        choices = self.choices(page) if first is None else chooser(page, self._words)
        if not choices or (first is not None and len(choices) <= len(first.cards)):
            return first
        if len(choices) > MAX_CARDS:
            raise PageNotUnderstood("too_many_cards")
        parts = [first] if first is not None and all(card.kpj for card in first.cards) else []
        at = page
        for way in choices:
            number = _number(way)
            if number is None:
                raise PageNotUnderstood("cards_not_told_apart")
            if any(_same(card.kpj, number) for part in parts for card in part.cards):
                continue
            # The page in hand may carry a fresh token: its own entry for this card is the better one.
            fresh = next((w for w in chooser(at, self._words) if _number(w) == number), way)
            at = self._go(fresh, at)
            parts.append(self._of_card(at, number))
        whole = merge(parts)
        if len(whole.cards) < len(choices) or _repeat_one_total(parts):
            raise PageNotUnderstood("cards_not_told_apart")
        return whole

    def _of_card(self, page: Page, number: str) -> Balance:
        """What a page says of the one card that was asked for. Raises PageNotUnderstood if it may be another card."""
        part = self._read(page)
        if any(_same(card.kpj, number) for card in part.cards):
            return part
        if len(part.cards) != 1 or part.cards[0].kpj is not None or not _is_about(page, number, self._words):
            raise PageNotUnderstood("cards_not_told_apart")
        return replace(part, cards=(replace(part.cards[0], kpj=number),))


def _number(way: Way) -> str | None:
    """The card's number in an entry: in its words, its row, or the value it sends."""
    values = [value for _, value in way.fields or ()]
    return next((n for n in map(long_number, [way.label, *values, way.row]) if n), None)


def _same(kpj: str | None, number: str) -> bool:
    """Whether a card's number as a page prints it (perhaps masked but for its end) is the one asked for."""
    digits = "".join(c for c in kpj or "" if c.isdigit())
    return len(digits) >= 4 and (digits == number or (not (kpj or "").isdigit() and number.endswith(digits[-4:])))


def _is_about(page: Page, number: str, words: Words) -> bool:
    """Whether a page that does not print its card's number shows it as the chosen entry of its list, or somewhere in its text."""
    lists = [f for form in page.forms for f in form.selects if _picks(f, words)]
    if lists:
        return any(
            value == f.value and number in (long_number(text), long_number(value)) for f in lists for value, text in f.options
        )
    return number in "".join(c for c in page.document.text if not c.isspace())
