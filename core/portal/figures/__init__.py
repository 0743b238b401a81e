"""The figure of a page: recognised by its words, read by its structure, and given only where it is proved."""

from __future__ import annotations

import datetime as dt

from core import money
from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance
from core.portal.blocks import Blocks, is_foot
from core.portal.document import Document
from core.portal.figures.candidates import candidates
from core.portal.figures.damage import is_damaged
from core.portal.figures.doubts import doubt
from core.portal.figures.facts import Context, Figure, Page, TooManyFigures
from core.portal.figures.labels import Kind, Program
from core.portal.figures.pairs import Pairs
from core.portal.figures.proof import SomeCards, prove
from core.portal.figures.reasons import REASONS
from core.portal.figures.remainder import holds_back_cards, is_placeholder, says_it_is_a_part
from core.portal.figures.tables import read_table
from core.portal.figures.withdrawn import withdrawn
from core.portal.figures.words import Words, load_words

__all__ = ["REASONS", "NotABalancePage", "SomeCards", "Words", "load_words", "read"]

_NEAR = ("figure_not_found", "program_unclear", "label_unclear", "figure_unreadable", "only_running_amounts")
_LONGEST_WORDS = 300  # characters of the portal's own words that are kept
_FOR_PROGRAMS = ('{"', "{'", '[{"', '{ "')  # an answer that no person is meant to see: its names are no labels


class NotABalancePage(Exception):
    """The page does not claim to show the JHT balance: go on looking."""


def read(document: Document, words: Words, *, today: dt.date | None = None) -> Balance:
    """The JHT balance a page shows, proved. `today` is this machine's date, unless it is given: no balance is dated after it.

    Raises NotABalancePage where it does not claim to show one, NoBalance (with the portal's words) where it says that there is none,
    and PageNotUnderstood with one of REASONS where a figure is not proved.
    """
    today = today or dt.datetime.now(dt.UTC).date()
    balance = _read(document, document.blocks, words, today)
    if document.printed is not None:
        try:
            printed = _read(document, document.printed, words, today)
        except (NotABalancePage, NoBalance, PageNotUnderstood):
            return balance
        if (balance.total, _amounts(balance)) != (printed.total, _amounts(printed)):
            raise PageNotUnderstood("figures_disagree")
    return balance


def _style_above_the_foot(blocks: Blocks) -> money.NumberStyle:
    """The style of a page whose foot (advertisements, news) writes its amounts in another; UNDECIDED where that is not all."""
    try:
        return money.page_style([" ".join(blocks.lines(is_foot))])
    except money.AmbiguousMoney:
        return money.NumberStyle.UNDECIDED


def _proves_itself(figure: Figure) -> bool:
    """Whether a figure could not be read otherwise in any style: `9,075,310.25`, but not `1,250`."""
    try:
        money.parse_amount(figure.text, money.NumberStyle.UNDECIDED)
    except (money.NotMoney, money.AmbiguousMoney):
        return False
    return True


def _amounts(balance: Balance) -> list[int]:
    return sorted(card.balance for card in balance.cards)


def _read(document: Document, blocks: Blocks, words: Words, today: dt.date) -> Balance:
    """One view of the page: as it is shown, or as it is printed."""
    text = blocks.text()
    if text.startswith(_FOR_PROGRAMS):
        raise NotABalancePage
    try:
        style, contradicted = money.page_style([text]), False
    except money.AmbiguousMoney:
        style = _style_above_the_foot(blocks)
        contradicted = style is money.NumberStyle.UNDECIDED
        settled = False
    else:
        settled = True
    page = Page(words, style)
    title = page.labels.of(document.title)
    page.says_jht = title.program is Program.JHT
    context = Context(program=title.program, estimate=page.labels.leads(document.title, "estimate"))
    try:
        pairs = Pairs(page, read_table)
        pairs.box(blocks.root, context, page.root)
    except TooManyFigures:
        raise PageNotUnderstood("too_many_figures") from None
    page.unclaimed = pairs.runs.unclaimed()
    figures = candidates(page)
    if not figures:
        _refuse(page, document)
    if not document.whole or is_damaged(text, blocks.root):
        raise PageNotUnderstood("page_cut_off")
    if contradicted or not (settled or all(_proves_itself(figure) for figure in figures)):
        raise PageNotUnderstood("number_style_unclear")
    balance = prove(page, figures, today)
    if not balance.total_is_portals and holds_back_cards(page, document.root, balance):
        raise SomeCards("cards_incomplete", balance)
    if says_it_is_a_part(text, blocks.lines()) is not None:
        raise PageNotUnderstood("cards_incomplete")
    if balance.total == 0 and any(is_placeholder(document.root, figure.element) for figure in figures):
        raise PageNotUnderstood("figure_missing")
    if page.denials and balance.total == 0:
        raise NoBalance("no_balance", portal_words=page.denials[0][:_LONGEST_WORDS])
    if page.denials or (page.failures and balance.total == 0):
        raise PageNotUnderstood("contradiction")
    cards = None if balance.total_is_portals else len(balance.cards)
    against = doubt(page, blocks, figures, balance.total) or withdrawn(page, blocks, figures, cards=cards)
    if against is not None:
        raise PageNotUnderstood(against)
    return balance


def _refuse(page: Page, document: Document) -> None:
    """No figure that may be the balance: say which of the three answers it is."""
    if page.denials or (page.empty_words and (page.claims or page.says_balance)):
        words = (page.denials or page.empty_words)[0]
        raise NoBalance("no_balance", portal_words=words[:_LONGEST_WORDS])
    opening = any(figure.label.kind is Kind.OPENING for figure in page.figures)
    if not document.whole and (page.claims or page.dropped or opening):
        raise PageNotUnderstood("page_cut_off")
    if opening:
        raise PageNotUnderstood("only_opening_balance")
    for reason in _NEAR:
        if reason in page.dropped and page.claims:
            raise PageNotUnderstood(reason)
    raise NotABalancePage
