"""The figure of a page: recognised by its words, read by its structure, and given only where it is proved."""

from __future__ import annotations

from core import money
from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance
from core.portal.document import Document
from core.portal.figures.facts import Context, Page, TooManyFigures
from core.portal.figures.labels import Kind
from core.portal.figures.pairs import Pairs
from core.portal.figures.proof import candidates, prove
from core.portal.figures.reasons import REASONS
from core.portal.figures.tables import read_table
from core.portal.figures.words import Words, load_words

__all__ = ["REASONS", "NotABalancePage", "Words", "load_words", "read"]

_NEAR = ("figure_not_found", "program_unclear", "label_unclear", "figure_unreadable", "only_running_amounts")


class NotABalancePage(Exception):
    """The page does not claim to show the JHT balance: go on looking."""


def read(document: Document, words: Words) -> Balance:
    """The JHT balance a page shows, proved.

    Raises NotABalancePage where it does not claim to show one, NoBalance (with the portal's words) where it says that there is none,
    and PageNotUnderstood with one of REASONS where a figure is not proved.
    """
    try:
        style = money.page_style([document.text])
        contradicted = False
    except money.AmbiguousMoney:
        style, contradicted = money.NumberStyle.UNDECIDED, True
    page = Page(words, style)
    title = page.labels.of(document.title)
    context = Context().under(title)
    try:
        Pairs(page, read_table).box(document.blocks.root, context, page.root)
    except TooManyFigures:
        raise PageNotUnderstood("too_many_figures") from None
    figures = candidates(page, _says_jht(page, title, document))
    if not figures:
        _refuse(page, document, title)
    if not document.whole:
        raise PageNotUnderstood("page_cut_off")
    if contradicted:
        raise PageNotUnderstood("number_style_unclear")
    balance = prove(page, figures)
    if page.denials:
        if balance.total == 0:
            raise NoBalance("no_balance", portal_words=page.denials[0][:300])
        raise PageNotUnderstood("contradiction")
    return balance


def _says_jht(page: Page, title: object, document: Document) -> bool:
    """Whether the page speaks of JHT at all, outside its links."""
    return page.says_jht or "jht" in document.title.casefold() or "hari tua" in document.title.casefold()


def _refuse(page: Page, document: Document, title: object) -> None:
    """No figure that may be the balance: say which of the three answers it is."""
    about = page.claims or page.says_balance
    if page.denials or (page.empty_words and about):
        words = (page.denials or page.empty_words)[0]
        raise NoBalance("no_balance", portal_words=words[:300])
    opening = any(figure.label.kind is Kind.OPENING for figure in page.figures)
    if not document.whole and (page.claims or page.dropped or opening):
        raise PageNotUnderstood("page_cut_off")
    if opening:
        raise PageNotUnderstood("only_opening_balance")
    for reason in _NEAR:
        if reason in page.dropped and page.claims:
            raise PageNotUnderstood(reason)
    raise NotABalancePage
