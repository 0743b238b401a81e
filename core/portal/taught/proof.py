"""Whether a figure whose words were taught is proved, and by what: sums, the portal's own total, its history, or that nothing else is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from core import money
from core.models import Balance
from core.portal.figures.candidates import program_of, programs_said
from core.portal.figures.facts import Figure, Page, Scope
from core.portal.figures.labels import MONEY_KINDS, Kind, Labels, Program
from core.portal.figures.values import State
from core.portal.taught.gather import Heard
from core.portal.taught.meaning import kinds_beside, known
from core.portal.taught.rules import STRONG, Place, Proof, Rule
from core.portal.taught.spots import Spot

if TYPE_CHECKING:
    from lxml import etree

# Why a figure with taught words is not proved; `core.portal.taught.REASONS` says them in words.
NO_JHT = "taught_no_jht"
OTHERS = "taught_others"
MOVED = "taught_moved"
WEAKER = "taught_weaker"


MOST_ALIKE = 200  # amounts of the same digits that are compared by their places
_ASIDE = ("aside", "nav", "marquee")
_ASIDE_ROLES = ("complementary", "navigation")


class Unproved(Exception):
    """The figure is not proved; `reason` says what is missing."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Reading:
    """One page, read with rules. `plain`: as the reader sees it without them. `used`: the rules by the words of their labels."""

    plain: Heard
    page: Heard
    figures: Sequence[Figure]
    spots: Sequence[Spot]
    rules: tuple[Rule, ...]
    balance: Balance

    @property
    def taught(self) -> list[Figure]:
        """The figures whose words were taught."""
        return [figure for figure in self.figures if is_taught(figure)]


def is_taught(figure: Figure) -> bool:
    """Whether a figure got its meaning from a rule."""
    return "taught" in figure.label.families


def prove(reading: Reading, *, as_before: bool = True) -> Proof:
    """What proves the figures of a reading. `as_before`: what was taught by sums must be proved by sums. Raises Unproved."""
    labels = reading.plain.labels
    for figure in reading.taught:
        if not _of_jht(reading.plain, figure):
            raise Unproved(NO_JHT)
        if not any(_is_at_its_place(rule, figure, reading.spots, labels) for rule in rules_of(reading, figure)):
            raise Unproved(MOVED)
    proof = _proof(reading)
    if as_before and proof not in STRONG and any(rule.proof in STRONG for rule in _used(reading)):
        raise Unproved(WEAKER)
    return proof


def rules_of(reading: Reading, figure: Figure) -> list[Rule]:
    """The rules that gave a figure its meaning."""
    words = reading.plain.labels.plain_words(figure.label.text)
    own = [rule for rule in reading.rules if rule.label == words]
    return own or [rule for rule in reading.rules if _stands_in(rule.label, words)]  # a head of two rows, completed by the other


def _used(reading: Reading) -> list[Rule]:
    return [rule for figure in reading.taught for rule in rules_of(reading, figure)]


def _stands_in(label: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[at : at + len(label)] == label for at in range(len(words) - len(label) + 1))


def _of_jht(plain: Page, figure: Figure) -> bool:
    """Whether the page itself says that it speaks of JHT: beside the figure, above it, or outside its menus. A rule never does."""
    return program_of(figure, programs_said(plain)) is Program.JHT or plain.says_jht


def _is_at_its_place(rule: Rule, figure: Figure, spots: Sequence[Spot], labels: Labels) -> bool:
    """Whether the figure stands where the rule was taught: the same words in the same place, the same kinds of words around."""
    for spot in spots_of(figure, spots):
        named = any(place is rule.place and labels.plain_words(text) == rule.label for place, text in spot.said)
        if named and set(rule.beside) <= set(kinds_beside(spot, labels)):
            return True
    return False


def spots_of(figure: Figure, spots: Sequence[Spot]) -> list[Spot]:
    """The places of the page that a figure was read from."""
    digits = _digits(figure.text)
    return [spot for spot in spots if _digits(spot.text) == digits and are_one(spot.element, figure.element)]


def are_one(one: etree._Element, other: etree._Element) -> bool:
    """Whether two elements are the same, or one holds the other: the reader names a figure's cell, or the line in it."""
    return one is other or other in one.iterancestors() or one in other.iterancestors()


def _digits(text: str) -> str:
    return "".join(filter(str.isdecimal, text))


def _proof(reading: Reading) -> Proof:
    """The strongest proof there is. Raises Unproved."""
    sens = {sen for figure in reading.taught if (sen := sen_of(reading.page, figure.text)) is not None}
    if _sums_hold(reading):
        return Proof.SUM
    if _cards_add_up(reading):
        return Proof.CARDS
    if reading.page.run_to and len(sens) == 1 and all(sens <= ends for ends in reading.page.run_to):
        return Proof.HISTORY
    named = all(figure.label.program is Program.JHT for figure in reading.taught)  # the taught words name JHT themselves
    if not named and not reading.plain.says_balance:
        raise Unproved(NO_JHT)
    if left_over(reading, sens) or any(
        _named_below(spot, reading) for figure in reading.taught for spot in spots_of(figure, reading.spots)
    ):
        raise Unproved(OTHERS)
    return Proof.ONLY


def _named_below(spot: Spot, reading: Reading) -> bool:
    """Whether known words stand below an amount and above no other: they may be its own, so that the taught ones are not."""
    labels = reading.plain.labels
    below = [
        text
        for place, text in spot.said
        if place is Place.BELOW and labels.of(text).kind in MONEY_KINDS and labels.of(text).strange == 0
    ]
    above = {text for one in reading.spots for place, text in one.said if place in (Place.ABOVE, Place.ROW)}
    return any(text not in above for text in below)


def _cards_add_up(reading: Reading) -> bool:
    """Whether two cards or more add up to the portal's total, or to an amount that the page prints besides them in unknown words."""
    balance = reading.balance
    if sum(card.balance > 0 for card in balance.cards) < 2:
        return False
    beside = (spot for spot in reading.spots if sen_of(reading.page, spot.text) == balance.total)
    return balance.total_is_portals or any(known(spot, reading.plain.labels) is None for spot in beside)


def left_over(reading: Reading, sens: set[int]) -> list[Spot]:
    """The amounts of the page whose meaning nobody knows, besides the one that was taught."""
    out = []
    taught = {rule.label for rule in _used(reading)}
    named: dict[
        str, list[etree._Element]
    ] = {}  # of thousands of amounts only those of the same digits are compared by their places
    for element, text in (*reading.page.others, *((figure.element, figure.text) for figure in reading.figures)):
        named.setdefault(_digits(text), []).append(element)
    for spot in reading.spots:
        sen = sen_of(reading.page, spot.text)
        if sen in sens or sen == reading.balance.total or is_aside(spot):
            continue
        if any(reading.plain.labels.plain_words(text) in taught for _, text in spot.said):
            continue  # the same words for an earlier year: the reader took the latest
        called = any(are_one(spot.element, element) for element in named.get(_digits(spot.text), ())[:MOST_ALIKE])
        if not called and known(spot, reading.plain.labels) is None:
            out.append(spot)
    return out


def is_aside(spot: Spot) -> bool:
    """Whether an amount stands in a part of the page that is about something else: news, a menu."""
    return any(one.tag in _ASIDE or one.get("role") in _ASIDE_ROLES for one in spot.element.iterancestors())


def sen_of(page: Page, text: str) -> int | None:
    """The amount of a text in sen; None where it is not one, or could be two."""
    try:
        return money.parse_amount(text, page.style)
    except (money.NotMoney, money.AmbiguousMoney):
        return None


def _sums_hold(reading: Reading) -> bool:
    """Whether in the part of the page where each taught figure stands, opening balance + contributions + growth - claims is that figure."""
    return bool(reading.taught) and all(
        _sum_holds(reading.page, figure) or _row_holds(reading, figure) for figure in reading.taught
    )


def _row_holds(reading: Reading, closing: Figure) -> bool:
    """Whether the row of a table in which a taught figure stands adds up to it, by the heads of its columns."""
    wanted = sen_of(reading.page, closing.text)
    row = _row_of(closing.element)
    if wanted is None or row is None:
        return False
    labels = reading.plain.labels
    sums: dict[Kind, list[int]] = {}
    for spot in reading.spots:
        if _row_of(spot.element) is not row or spot in spots_of(closing, [spot]):
            continue
        sen = sen_of(reading.page, spot.text)
        kinds = {labels.of(text).kind for place, text in spot.said if place is Place.COLUMN and labels.of(text).strange == 0}
        if sen is None or len(kinds) != 1:
            return False
        sums.setdefault(kinds.pop(), []).append(abs(sen))
    return _adds_up(sums, wanted)


def _row_of(element: etree._Element) -> etree._Element | None:
    return element if element.tag == "tr" else next(element.iterancestors("tr"), None)


def _sum_holds(page: Page, closing: Figure) -> bool:
    wanted = sen_of(page, closing.text)
    if wanted is None:
        return False
    around = _part(closing)
    sums: dict[Kind, list[int]] = {}
    for figure in page.figures[:200]:
        if _part(figure) is around and figure.state is State.AMOUNT and figure is not closing:
            sen = sen_of(page, figure.text)
            if sen is None:
                return False
            sums.setdefault(figure.label.kind, []).append(abs(sen))
    return _adds_up(sums, wanted)


def _adds_up(sums: dict[Kind, list[int]], wanted: int) -> bool:
    """Whether opening balance + contributions + growth - claims is that amount; what is printed twice counts once or twice."""
    parts = [sums.get(kind, []) for kind in (Kind.OPENING, Kind.CONTRIBUTION, Kind.GROWTH)]
    if not parts[0] or not (parts[1] or parts[2]) or not wanted:
        return False
    claimed = sum(sums.get(Kind.CLAIM, []))
    choices = product(*({part[0], sum(part)} if part else {0} for part in parts))
    return any(abs(opening + paid + grown - claimed - wanted) <= money.SEN for opening, paid, grown in choices)


def _part(figure: Figure) -> Scope:
    scope = figure.scope
    return scope.parent if scope.column and scope.parent is not None else scope
