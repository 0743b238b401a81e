"""The balance on pages that a person opened themselves: what each says, and what several of them say together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from core.errors import CheckError, HumanNeeded, Need, NoBalance, PageNotUnderstood
from core.models import Balance, Card, Evidence
from core.portal import figures
from core.portal.answer import shows_login
from core.portal.cards_road import card_links, chooser, merge, next_page_way
from core.portal.demands import demand
from core.portal.login import find_pin_gate
from core.portal.outcome import failure, hear
from core.portal.page import Page
from core.portal.text import printable
from core.portal.words import Words

if TYPE_CHECKING:
    from core.portal.taught import Rule

NOT_YET = "no_balance_page"
INCOMPLETE = "cards_incomplete"
_REFUSALS = ("locked", "captcha", "rejected", "unregistered", "session_expired", "other_session", "maintenance")
_STANDSTILLS = ("maintenance", "session_expired", "locked")


class Kind(StrEnum):
    """What a page is to someone who looks for the balance."""

    LOGIN = "login"
    DEMAND = "demand"  # a code, a new password, a decision: only the person's
    GATE = "gate"  # the PIN before the balance
    BALANCE = "balance"
    LIST = "list"  # it leads to each of several cards
    STANDSTILL = "standstill"  # maintenance, the session over
    OTHER = "other"


class Seen(NamedTuple):
    """One page. problem: what it says against going on. keep: whether it counts for the balance. figures: those it shows, in sen."""

    kind: Kind
    problem: CheckError | None
    keep: bool
    figures: tuple[int, ...] = ()


class _Told(NamedTuple):
    """What one page says of the balance: proved, a part of it, or a refusal; `choices`: how many cards it leads to."""

    balance: Balance | None
    whole: bool
    problem: CheckError | None
    choices: int


def look(page: Page, words: Words, *, today: dt.date, rules: tuple[Rule, ...] = ()) -> Seen:
    """What this page is."""
    if _asks_to_sign_in(page, words):
        heard = hear(page.prominent, words, _REFUSALS)
        return Seen(Kind.LOGIN, failure(*heard) if heard else None, keep=False)
    told = _tell(page, words, today, rules)
    if told.balance is not None:
        found = told.balance
        return Seen(Kind.BALANCE, told.problem, keep=True, figures=(found.total, *(card.balance for card in found.cards)))
    if isinstance(told.problem, NoBalance):
        return Seen(Kind.BALANCE, told.problem, keep=True)
    if find_pin_gate(page, words) is not None:
        heard = hear(page.prominent, words, ("locked", "rejected"))
        return Seen(Kind.GATE, failure(*heard) if heard else None, keep=False)
    if told.choices > 1:
        return Seen(Kind.LIST, None, keep=True)
    if told.problem is None:
        wanted = demand(page, words)
        if wanted is not None:
            return Seen(Kind.DEMAND, wanted, keep=False)
        heard = hear(page.said, words, _STANDSTILLS)
        if heard is not None:
            return Seen(Kind.STANDSTILL, failure(*heard), keep=False)
    return Seen(Kind.OTHER, told.problem, keep=told.problem is not None)


def foremost(seen: Sequence[Seen]) -> Seen:
    """What several frames are together: the one that says the most; the main one (the last) where none says more."""
    order = (Kind.BALANCE, Kind.LOGIN, Kind.DEMAND, Kind.GATE, Kind.LIST, Kind.STANDSTILL, Kind.OTHER)
    first = min(reversed(seen), key=lambda one: order.index(one.kind))
    shown = tuple(figure for one in seen for figure in one.figures)
    return first._replace(keep=any(one.keep for one in seen), figures=shown)


def must_agree(frames: Sequence[Page], words: Words, *, today: dt.date, rules: tuple[Rule, ...] = ()) -> None:
    """Raises PageNotUnderstood where what stands on the screen together (frames, the main one last) says different things of a balance."""
    told = [_tell(page, words, today, rules) for page in frames if not _asks_to_sign_in(page, words)]
    proved = [one.balance for one in told if one.balance is not None]
    if len(told) < 2 or not proved:
        return
    for one in told:
        if one.balance is None and one.problem is not None and not _without_figure(one.problem):
            raise PageNotUnderstood("contradiction") if isinstance(one.problem, NoBalance) else one.problem
    for place, first in enumerate(proved):
        for other in proved[place + 1 :]:
            if not (_is_part_of(first, other) or _is_part_of(other, first) or _apart(first, other)):
                raise PageNotUnderstood("twins_disagree")


def printable_only(balance: Balance) -> Balance:
    """The same figures; every text that came from the portal free of signs that could turn a line round."""

    def clean(evidence: Evidence | None) -> Evidence | None:
        return evidence and replace(evidence, label=printable(evidence.label), excerpt=printable(evidence.excerpt))

    def card(one: Card) -> Card:
        company = one.company and printable(one.company)
        return replace(one, company=company or None, npp=one.npp and printable(one.npp), evidence=clean(one.evidence))

    return replace(balance, evidence=clean(balance.evidence), cards=tuple(card(one) for one in balance.cards))


def balance_of(pages: Sequence[Page], words: Words, *, today: dt.date, rules: tuple[Rule, ...] = ()) -> Balance:
    """The balance that these pages say, the newest last. Raises NoBalance, or PageNotUnderstood: `no_balance_page` where none of them
    claims to show one, `cards_incomplete` where there are cards whose page was not opened, and the reader's reasons."""
    told = [_tell(page, words, today, rules) for page in pages if not _asks_to_sign_in(page, words)]
    proved = [one for one in told if one.balance is not None]
    if not proved:
        problems = [one.problem for one in told if one.problem is not None]
        raise problems[-1] if problems else PageNotUnderstood(NOT_YET)
    newest = proved[-1]
    after = told[told.index(newest) + 1 :]
    if any(isinstance(one.problem, NoBalance) for one in after):
        raise PageNotUnderstood("contradiction")
    balances = [one.balance for one in proved if one.balance is not None]
    answer = balances[-1]
    wanted = max(one.choices for one in told)
    if newest.whole and (answer.total_is_portals or len(answer.cards) >= wanted):
        if not answer.total_is_portals and _is_one_of_several(
            answer, [one.balance for one in proved[:-1] if one.balance is not None]
        ):
            raise PageNotUnderstood(INCOMPLETE)
        return _the_fuller(answer, [one.balance for one in proved[:-1] if one.whole and one.balance is not None])
    if isinstance(newest.problem, figures.SomeCards) and newest.problem.printed is not None:
        found = _of_total(newest.problem.printed, proved)
        if found is not None:
            return found
    if any(card.kpj is None for part in balances for card in part.cards):
        raise PageNotUnderstood("cards_not_told_apart")
    together = merge(_freshest(balances))
    if newest.whole and len(together.cards) == wanted:
        return together
    fuller = [one.balance for one in proved if one.whole and one.balance is not None and one.balance.total_is_portals]
    if fuller and _is_part_of(answer, fuller[-1]):
        return fuller[-1]
    raise newest.problem or PageNotUnderstood(INCOMPLETE)


def _of_total(printed: int, proved: Sequence[_Told]) -> Balance | None:
    """The balance of a page that prints this total (sen) and opens one card at a time: as it was proved before, or of all cards so opened."""
    whole = [one.balance for one in proved if one.whole and one.balance is not None and one.balance.total == printed]
    if whole:
        return whole[-1]
    opened = [one.problem.part for one in proved if isinstance(one.problem, figures.SomeCards) and one.problem.printed == printed]
    together = merge(_freshest(opened))
    return together if together.total == printed else None


def _tell(page: Page, words: Words, today: dt.date, rules: tuple[Rule, ...]) -> _Told:
    try:
        if rules:
            from core.portal.taught import read_with

            found = read_with(page.document, rules, figures.load_words(), today=today)
        else:
            found = figures.read(page.document, figures.load_words(), today=today)
    except figures.NotABalancePage:
        return _Told(None, False, None, len(chooser(page, words) or card_links(page, words)))
    except figures.SomeCards as some:
        return _Told(some.part, False, some.with_traceback(None), 0)
    except (NoBalance, PageNotUnderstood) as problem:
        return _Told(None, False, problem.with_traceback(None), len(chooser(page, words)))
    goes_on = not found.total_is_portals and next_page_way(page, words) is not None
    return _Told(found, not goes_on, PageNotUnderstood(INCOMPLETE) if goes_on else None, len(chooser(page, words)))


def _asks_to_sign_in(page: Page, words: Words) -> bool:
    try:
        return shows_login(page, words)
    except HumanNeeded as wanted:
        return wanted.need is Need.CAPTCHA
    except CheckError:
        return False


def _the_fuller(answer: Balance, before: Sequence[Balance]) -> Balance:
    """The page on the screen, unless it shows only a card of a list that was read before. Raises PageNotUnderstood where the two contradict."""
    for older in reversed(before):
        if len(older.cards) <= len(answer.cards):
            continue
        if _is_part_of(answer, older):
            return older
        known = {card.kpj for card in older.cards if card.kpj}
        if not answer.total_is_portals and any(card.kpj is None or card.kpj in known for card in answer.cards):
            raise PageNotUnderstood("figures_disagree")
    return answer


def _is_one_of_several(answer: Balance, before: Sequence[Balance]) -> bool:
    """Whether other cards were shown before, one page a card, by a portal that says nowhere how many there are."""
    mine = {card.kpj for card in answer.cards}
    return None not in mine and any(
        card.kpj is not None and card.kpj not in mine
        for older in before
        if len(older.cards) <= len(answer.cards)
        for card in older.cards
    )


def _is_part_of(answer: Balance, older: Balance) -> bool:
    """Whether every card of the one stands in the other, with the same balance."""
    return all(any(_same(card, known) for known in older.cards) for card in answer.cards)


def _without_figure(problem: CheckError) -> bool:
    """Whether a page only speaks of a balance, as a page around a frame does."""
    return isinstance(problem, PageNotUnderstood) and problem.reason == "figure_not_found"


def _apart(one: Balance, other: Balance) -> bool:
    """Whether the two are about different cards, and neither claims to be all of them."""
    known = {card.kpj for card in one.cards} & {card.kpj for card in other.cards}
    named = all(card.kpj for balance in (one, other) for card in balance.cards)
    return named and not known and not (one.total_is_portals or other.total_is_portals)


def _same(card: Card, known: Card) -> bool:
    return card.balance == known.balance and (card.kpj is None or known.kpj is None or card.kpj == known.kpj)


def _freshest(balances: Sequence[Balance]) -> list[Balance]:
    """Of pages about the very same cards only the newest."""
    kept: dict[frozenset[tuple[str | None, object]], Balance] = {}
    for balance in balances:
        key = frozenset((card.kpj, card.segment) for card in balance.cards)
        kept.pop(key, None)
        kept[key] = balance
    return list(kept.values())
