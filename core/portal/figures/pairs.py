"""From boxes to pairs of label and value: label then value, value then label, lists, rows of columns, fields."""

from __future__ import annotations

from collections.abc import Callable

from core.portal.blocks import Box, Line, Table
from core.portal.figures.facts import Context, Figure, Page, Scope, TooManyFigures
from core.portal.figures.grids import with_grids
from core.portal.figures.labels import MONEY_KINDS, Kind, Label, Program
from core.portal.figures.lines import Lines, Said
from core.portal.figures.runs import Runs, done
from core.portal.figures.tokens import ATTRIBUTES, FIGURES, Token, What, heads
from core.portal.figures.values import State

_MOST_LINES = 30_000  # outside the rows of tables of cards
ReadTable = Callable[["Pairs", Table, Context, Scope], Token | None]


class Pairs:
    """Walks boxes and takes down what they say on the page."""

    def __init__(self, page: Page, read_table: ReadTable) -> None:
        self.page = page
        self.lines = Lines(page)
        self.runs = Runs(page)
        self._read_table = read_table
        self._lines = 0

    def box(self, box: Box, context: Context, scope: Scope) -> Token:
        """Read a box. Answers what it is to its neighbours: a lone value or a lone label still looks for its other half."""
        name = self.page.labels.of(box.name)
        if box.name:
            context = context.under(name)
        tokens: list[Token] = []
        headings: list[tuple[int, Context]] = []
        here = context
        said, taken = len(self.page.attributes), len(self.page.figures)
        items = with_grids(box, self.page.labels, self.page.values) if len(box.items) > 1 else box.items
        for item in items:
            token = self._item(item, here, scope, box)
            if token is None:
                continue
            tokens.append(token)
            if heads(token) or (token.label.announces and token.what is What.TEXT):
                level = token.level or 9
                while headings and headings[-1][0] >= level:
                    headings.pop()
                above = headings[-1][1] if headings else context
                here = above.under(token.label)
                if token.label.kind is Kind.UNKNOWN and self.page.values.is_company(token.text):
                    here = here._replace(heading=above.heading)  # "PT MAJU": whose amounts follow, not what they are
                headings.append((level, here))
        if name.kind in MONEY_KINDS and len(tokens) == 1 and tokens[0].what is What.VALUE:
            self.runs.pair(name, tokens[0], context)
            return done(box, scope)
        self.by_card(tokens, context, said, len(self.page.figures) == taken)
        return self.runs.run(tokens, context, scope, box)

    def _item(self, item: Line | Box | Table, context: Context, scope: Scope, box: Box) -> Token | None:
        if isinstance(item, Line):
            token = self.line(item, context, scope)
            if token is not None:
                token.level = box.level
            return token
        if isinstance(item, Table):
            return self._read_table(self, item, context, Scope(scope))
        token = self.box(item, context, Scope(scope))
        if token.what is What.TEXT and not token.text:
            return None
        token.level = max(token.level, item.level)
        token.term = token.term or item.tag == "dt"
        return token

    def line(self, line: Line, context: Context, scope: Scope) -> Token | None:
        """What a line is to its neighbours; None for one that is nothing but punctuation. What it says by itself is taken down."""
        text = line.text.strip(" :=|")
        if not text:
            return None
        if text[-1] == "." and text[-2:-1].isdecimal():
            text = text.rstrip(".")  # the end of a sentence whose figure stands by itself
        if text != line.text:
            line = Line(text, line.element, line.link, tuple(part for part in line.parts if part.strip(" :=|.")))
        order = self.page.next()
        self._lines += 1
        if self._lines > _MOST_LINES:
            raise TooManyFigures
        if len(line.parts) > 1:
            token = self._parts(line, context, scope)
            if token is not None:
                token.order = order
                return token
        said, label, state, shown = self.lines.read(line, context, scope)
        what = {Said.VALUE: What.VALUE, Said.LABEL: What.LABEL, Said.TEXT: What.TEXT, Said.ALL: What.DONE}[said]
        return Token(what, shown, line.element, scope, label, state, line.link, 0, order)

    def _parts(self, line: Line, context: Context, scope: Scope) -> Token | None:
        """A line of several inline elements, read as a row of its own where it is one: `<span>Saldo JHT</span> <b>Rp 1</b>`."""
        page = self.page
        states = [page.values.state(part.strip(" :=|")) for part in line.parts]
        labels = [page.labels.of(part) for part in line.parts]
        pairs = any(
            (states[at] in FIGURES and states[at] is not State.MISSING and (_names(labels, at - 1) or _names(labels, at + 1)))
            or (at and labels[at - 1].kind in ATTRIBUTES and labels[at - 1].strange == 0 and states[at - 1] is State.TEXT)
            for at in range(len(line.parts))
        )
        if not pairs:
            return None
        before = len(page.figures), len(page.attributes)
        tokens = [self.line(Line(part, line.element, line.link), context, scope) for part in line.parts]
        result = self.runs.run([token for token in tokens if token is not None], context, scope, Box(line.element, "span"))
        taken = (len(page.figures), len(page.attributes)) != before
        return result if taken and result.what is What.DONE else None  # else it is a sentence, not a row

    def by_card(self, tokens: list[Token], context: Context, said: int, alone: bool = True) -> None:
        """A block with a card's number and one amount that nothing labels: the heading over it does, where it names the balance;
        else the amount is kept aside, for the portal's total may prove it."""
        page = self.page
        values = [token for token in tokens if token.what is What.VALUE and token.state is State.AMOUNT]
        if len(values) != 1 or values[0].text.isdecimal():
            return
        if any(token.what is What.LABEL and token.label.kind in MONEY_KINDS for token in tokens):
            return
        numbers = {attribute.value for _, attribute in page.attributes[said:] if attribute.kind is Kind.KPJ}
        if len(numbers) != 1:
            return
        label = page.labels.of(context.heading)
        before = [token for token in tokens[: tokens.index(values[0])] if token.what is What.TEXT]
        if before and not self.runs.says_nothing(before[-1]):
            alone = False  # a word that nobody knows may be the amount's own label, and another program's name is
        if label.kind is Kind.BALANCE and not label.total and not label.unreal and alone:
            self.runs.pair(label, values[0], context)
            values[0].what = What.DONE
        elif not context.estimate and context.program is not Program.FOREIGN:
            token = values[0]
            row = f"\x01{token.text}\x02"
            page.orphans.append(Figure(label, token.state, token.text, token.element, token.scope, token.order, context, row))


def _names(labels: list[Label], at: int) -> bool:
    return 0 <= at < len(labels) and labels[at].kind in MONEY_KINDS and labels[at].strange == 0
