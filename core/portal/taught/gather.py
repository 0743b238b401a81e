"""What the reader takes down of a page under given words, before anything is proved: figures with their labels, attributes, doubts."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from core import money
from core.portal.blocks import Blocks, is_foot
from core.portal.document import Document
from core.portal.figures.facts import Context, Page, Scope, TooManyFigures
from core.portal.figures.labels import NO_LABEL, Label, Program
from core.portal.figures.pairs import Pairs
from core.portal.figures.tables import read_table
from core.portal.figures.values import State
from core.portal.figures.words import Words

if TYPE_CHECKING:
    from lxml import etree


@dataclass(slots=True, eq=False)
class Heard(Page):
    """A page that also remembers which amounts were called something else than a balance: (element, text) of each."""

    others: set[tuple[etree._Element, str]] = field(default_factory=set)

    def figure(
        self,
        label: Label,
        state: State,
        text: str,
        element: etree._Element,
        scope: Scope,
        context: Context,
        row: str = "",
        order: int = 0,
    ) -> None:
        """As the reader does; and note it."""
        if state is State.AMOUNT and ("balance" not in label.families or label.unreal or context.estimate):
            self.others.add((element, text))
        Page.figure(self, label, state, text, element, scope, context, row, order)


def gather(document: Document, words: Words) -> Heard | None:
    """The page as the reader sees it; None for one of more figures than any worker's page has."""
    page = Heard(words, style_of(document.blocks))
    title = page.labels.of(document.title) if document.title else NO_LABEL
    page.says_jht = title.program is Program.JHT
    context = Context(program=title.program, estimate=page.labels.leads(document.title, "estimate"))
    try:
        Pairs(page, read_table).box(document.blocks.root, context, page.root)
    except TooManyFigures:
        return None
    return page


def style_of(blocks: Blocks) -> money.NumberStyle:
    """How the page writes its amounts; UNDECIDED where it does so in two ways."""
    for text in (blocks.text(), " ".join(blocks.lines(is_foot))):
        try:
            return money.page_style([text])
        except money.AmbiguousMoney:
            continue
    return money.NumberStyle.UNDECIDED
