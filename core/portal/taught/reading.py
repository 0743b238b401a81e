"""A page read with the rules of its portal. A rule only says what unknown words mean; everything else the page must prove as ever."""

from __future__ import annotations

import datetime as dt
from typing import Final

from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance
from core.portal import figures
from core.portal.document import Document
from core.portal.figures.candidates import candidates as figures_of
from core.portal.figures.values import State
from core.portal.figures.words import Words
from core.portal.taught.gather import gather
from core.portal.taught.proof import Reading, Unproved, is_taught, prove
from core.portal.taught.rules import Proof, Rule, with_rules
from core.portal.taught.spots import spots

GONE: Final = "taught_gone"
TWO: Final = "taught_two"
# What a refusal may have been for want of a word's meaning. What a page masks, cuts off, contradicts, or only estimates, no rule mends.
OPEN_TO_RULES: Final = frozenset(
    "label_unclear figure_not_found only_opening_balance only_running_amounts cards_unclear cards_incomplete total_mismatch".split()
)
# Of these it is said that the rule's words are gone; the others lead to further pages (cards one by one, further parts of a list).
_SAID: Final = ("label_unclear", "only_opening_balance", "only_running_amounts")


def read_with(document: Document, rules: tuple[Rule, ...], words: Words, *, today: dt.date | None = None) -> Balance:
    """The balance of a page, with what was taught for its portal. Raises as `figures.read` does, with further reasons:

    `taught_gone`: none of the rules finds its words here; `taught_two`: the words now stand beside another figure than the one that the
    page proves without them, or beside two; `taught_no_jht`, `taught_others`, `taught_moved`, `taught_weaker`: what proof is missing.
    """
    try:
        plain = figures.read(document, words, today=today)
    except (figures.NotABalancePage, PageNotUnderstood) as refusal:
        if not rules or not is_open(refusal):
            raise
        return _taught(document, rules, words, today, refusal.with_traceback(None))
    if rules:
        _must_agree(document, rules, words, plain, today)
    return plain


def is_open(refusal: Exception) -> bool:
    """Whether a refusal may be for want of a word's meaning."""
    return isinstance(refusal, figures.NotABalancePage) or (
        isinstance(refusal, PageNotUnderstood) and refusal.reason in OPEN_TO_RULES
    )


def _taught(document: Document, rules: tuple[Rule, ...], words: Words, today: dt.date | None, refusal: Exception) -> Balance:
    try:
        return read_taught(document, rules, words, today=today)[0]
    except Unproved as missing:
        if missing.reason != GONE:
            raise PageNotUnderstood(missing.reason) from None
        if isinstance(refusal, PageNotUnderstood) and refusal.reason in _SAID:
            raise PageNotUnderstood(GONE) from None
    raise refusal


def read_taught(
    document: Document, rules: tuple[Rule, ...], words: Words, *, today: dt.date | None, as_before: bool = True
) -> tuple[Balance, Proof]:
    """The balance of a page that is not read without these rules, and what proves it.

    Raises Unproved (its reason is one of ours, or the reader's), and NoBalance.
    """
    known = with_rules(words, rules)
    plain, page = gather(document, words), gather(document, known)
    if plain is None or page is None:
        raise Unproved("too_many_figures")
    if not any(is_taught(figure) for figure in page.figures if figure.state is State.AMOUNT):
        raise Unproved(GONE)
    try:
        balance = figures.read(document, known, today=today)
    except figures.NotABalancePage:
        raise Unproved("taught_no_jht") from None
    except NoBalance:
        raise
    except PageNotUnderstood as refusal:
        raise Unproved(TWO if refusal.reason == "figures_disagree" else refusal.reason or TWO) from None
    reading = Reading(plain, page, figures_of(page), spots(document, words), rules, balance)
    if not reading.taught:
        raise Unproved("taught_no_jht")
    return balance, prove(reading, as_before=as_before)


def _must_agree(document: Document, rules: tuple[Rule, ...], words: Words, plain: Balance, today: dt.date | None) -> None:
    """A page that is read without rules must not say another figure beside the taught words. Raises PageNotUnderstood."""
    page = gather(document, with_rules(words, rules))
    if page is None or not any(is_taught(figure) for figure in figures_of(page)):
        return
    try:
        taught = figures.read(document, page.words, today=today)
    except (figures.NotABalancePage, NoBalance, PageNotUnderstood):
        raise PageNotUnderstood(TWO) from None
    if taught.total != plain.total:
        raise PageNotUnderstood(TWO)
