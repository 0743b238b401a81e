"""From boxes to pairs of label and value: label then value, value then label, lists, rows of columns, fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from lxml import etree

from core.portal.blocks import Box, Line, Table
from core.portal.figures.facts import Context, Figure, Page, Scope
from core.portal.figures.grids import with_grids
from core.portal.figures.labels import MONEY_KINDS, NO_LABEL, Kind, Label, Program
from core.portal.figures.lines import Lines, Said
from core.portal.figures.values import State
from core.portal.figures.words import words_of

ATTRIBUTES: Final = frozenset(
    [Kind.KPJ, Kind.NPP, Kind.COMPANY, Kind.SEGMENT, Kind.STATUS, Kind.LAST, Kind.AS_OF, Kind.PERSON, Kind.PROGRAM]
)
FIGURES: Final = frozenset([State.AMOUNT, State.MASKED, State.MISSING, State.BROKEN])
CURRENCIES: Final = frozenset(["rp", "rp.", "idr", "idr."])
WORDY: Final = 9  # words; a longer line is a sentence, not a label or a heading


class What(Enum):
    """What a line or a box is in the run of its neighbours."""

    VALUE = auto()
    LABEL = auto()
    TEXT = auto()
    DONE = auto()


@dataclass(slots=True, eq=False)
class Token:
    """One neighbour: a value that looks for its label, a label that looks for its value, a text, or something settled."""

    what: What
    text: str
    element: etree._Element
    scope: Scope
    label: Label = NO_LABEL
    state: State = State.TEXT
    link: bool = False
    level: int = 0
    order: int = 0
    term: bool = False  # from a <dt> or a row's <th>: a label for certain


ReadTable = Callable[["Pairs", Table, Context, Scope], Token | None]


class Pairs:
    """Walks boxes and takes down what they say on the page."""

    def __init__(self, page: Page, read_table: ReadTable) -> None:
        self.page = page
        self.lines = Lines(page)
        self._read_table = read_table

    # ---- boxes

    def box(self, box: Box, context: Context, scope: Scope) -> Token:
        """Read a box. Answers what it is to its neighbours: a lone value or a lone label still looks for its other half."""
        name = self.page.labels.of(box.name) if box.name else NO_LABEL
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
                here = (headings[-1][1] if headings else context).under(token.label)
                headings.append((level, here))
        if name.kind in MONEY_KINDS and len(tokens) == 1 and tokens[0].what is What.VALUE:
            self.pair(name, tokens[0], context)
            return self._done(box, scope)
        self.by_card(tokens, context, said, len(self.page.figures) == taken)
        return self.run(tokens, context, scope, box)

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
        tokens = [self.line(Line(part, line.element, line.link), context, scope) for part in line.parts]
        return self.run([token for token in tokens if token is not None], context, scope, Box(line.element, "span"))

    # ---- runs of neighbours

    def run(self, tokens: list[Token], context: Context, scope: Scope, box: Box) -> Token:
        """Pair the neighbours of one box; what is left of it for its own neighbours."""
        tokens = with_currency(tokens)
        if not any(token.what in (What.VALUE, What.LABEL) for token in tokens):
            return self._rest(tokens, box, scope)
        used: set[int] = set()
        reverse = self._reversed(tokens)
        heading = context
        for place, token in enumerate(tokens):
            if token.what is What.VALUE:
                at = self._label_after(tokens, place) if reverse else self._label_before(tokens, place, used)
                if at is not None:
                    used.update((at, place))
                    self.pair(tokens[at].label, token, heading)
            elif token.what in (What.LABEL, What.TEXT) and place not in used:
                follower = tokens[place + 1] if place + 1 < len(tokens) else None
                if self._attribute(token, follower):
                    used.update((place, place + 1))
                elif heads(token) and (follower is None or follower.what is not What.VALUE):
                    heading = context.under(token.label)
        left = [token for place, token in enumerate(tokens) if place not in used]
        return self._done(box, scope) if used else self._rest(left, box, scope)

    def _attribute(self, token: Token, follower: Token | None) -> bool:
        """A label of an attribute followed by a text: company, segment, status, name."""
        if (
            token.what is not What.LABEL
            or token.label.kind not in ATTRIBUTES
            or follower is None
            or follower.what is not What.TEXT
        ):
            return False
        return (
            self.page.attribute(token.label.kind, follower.text, token.scope, order=token.order)
            or token.label.kind is Kind.PERSON
        )

    def _rest(self, tokens: list[Token], box: Box, scope: Scope) -> Token:
        """A box in which nothing was paired: a lone value, a lone label or a text for its neighbours, or something settled."""
        if any(token.what is What.DONE for token in tokens):
            return self._done(box, scope)
        if not tokens:
            return Token(What.TEXT, "", box.element, scope)
        if len(tokens) == 1:
            return tokens[0]
        values = [token for token in tokens if token.what is What.VALUE]
        labels = [token for token in tokens if token.what is What.LABEL and not token.link]
        others = [token for token in tokens if token.what is What.TEXT]
        if len(values) == 1 and not labels:
            return values[0]
        if len(labels) == 1 and not values and all(self._says_nothing(token) for token in others):
            return labels[0]
        if not values and not labels:
            text = " ".join(token.text for token in tokens)[:200]
            return Token(What.TEXT, text, box.element, scope, link=all(token.link for token in tokens))
        return self._done(box, scope)

    def _done(self, box: Box, scope: Scope) -> Token:
        return Token(What.DONE, "", box.element, scope)

    def _reversed(self, tokens: list[Token]) -> bool:
        """Whether the values of this run stand before their labels."""
        if any(token.term for token in tokens):
            return False
        marks = [
            token.what is What.VALUE
            for token in tokens
            if (token.what is What.VALUE and token.state in FIGURES)
            or (
                not token.link
                and token.what is What.LABEL
                and token.label.kind in MONEY_KINDS
                and not (token.level and not _follows_value(tokens, token))
            )
        ]
        return bool(marks) and marks[0] and not marks[-1]

    def _label_before(self, tokens: list[Token], place: int, used: set[int]) -> int | None:
        money = tokens[place].state in FIGURES
        for at in range(place - 1, max(-1, place - 6), -1):
            token = tokens[at]
            if at in used or token.what is What.DONE:
                return None
            if token.what is What.VALUE:
                if token.state is State.OTHER and money:
                    continue  # a membership number or a date between a label and its figure
                return None
            if token.what is What.LABEL:
                if money and token.label.kind in ATTRIBUTES:
                    if at == place - 1 and tokens[place].text.isdecimal():
                        return at
                    continue
                if not money and token.label.kind in MONEY_KINDS and token.label.kind is not Kind.BALANCE:
                    return None
                if (token.link and at != place - 1) or (money and self._two_ways(tokens, at, place, used)):
                    return None
                return at
            if not self._says_nothing(token):
                return None
        return None

    def _two_ways(self, tokens: list[Token], at: int, place: int, used: set[int]) -> bool:
        """Whether a label and a value could also belong to others: label, label, value, value; or value, label, value."""
        before = tokens[at - 1] if at else None
        if before is None or at - 1 in used or tokens[at].term:
            return False
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        crowded = after is not None and after.what is What.VALUE and after.state in FIGURES
        listed = before.what is What.LABEL and before.label.kind in MONEY_KINDS and not before.level and crowded
        if listed or (before.what is What.VALUE and before.state is State.AMOUNT and not tokens[at].level):
            self.page.dropped.add("label_unclear")
            return True
        return False

    def _label_after(self, tokens: list[Token], place: int) -> int | None:
        for at in range(place + 1, min(len(tokens), place + 3)):
            token = tokens[at]
            if token.what is What.LABEL:
                return None if token.link and not tokens[place].link else at
            if token.what is not What.TEXT or not self._says_nothing(token):
                return None
        return None

    def _says_nothing(self, token: Token) -> bool:
        """A text between a label and its value that changes nothing: a date, a card's name, a note, a long sentence without figures."""
        values, label, text = self.page.values, token.label, token.text
        if values.is_company(text):
            return True
        if label.unreal or label.program in (Program.FOREIGN, Program.BOTH):
            return False
        if label.kind in (Kind.NEUTRAL, Kind.PROGRAM, Kind.AS_OF) or (label.date and label.strange <= 1):
            return True
        if text.startswith("(") or len(words_of(text)) > WORDY or text.endswith("."):
            return True
        return values.is_segment(text) or values.is_status(text) or bool(values.bare_kpjs(text))

    # ---- what is found

    def pair(self, label: Label, value: Token, context: Context) -> None:
        """Take down one label with its value."""
        page = self.page
        if label.kind in ATTRIBUTES:
            page.attribute(label.kind, value.text, value.scope, order=value.order)
        elif label.kind is Kind.OTHER and "program" in label.families_text:
            page.attribute(Kind.PROGRAM, value.text, value.scope, order=value.order)
        elif value.state is State.OTHER:
            if label.kind is Kind.BALANCE:
                page.attribute(Kind.AS_OF, value.text, value.scope)
        else:
            if label.kind is Kind.BALANCE and label.date is None and value.label.date is not None:
                page.dates.append(value.label.date)
            row = f"{label.text}: \x01{value.text}\x02"
            page.figure(label, value.state, value.text, value.element, value.scope, context, row, value.order)

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
        if before and not self._says_nothing(before[-1]) and not page.values.bare_kpjs(before[-1].text):
            alone = False  # a word that nobody knows may be the amount's own label
        if label.kind is Kind.BALANCE and not label.total and not label.unreal and alone:
            self.pair(label, values[0], context)
            values[0].what = What.DONE
        elif not context.estimate and context.program is not Program.FOREIGN:
            token = values[0]
            row = f"\x01{token.text}\x02"
            page.orphans.append(Figure(label, token.state, token.text, token.element, token.scope, token.order, context, row))


def heads(token: Token) -> bool:
    """Whether a token can be the heading of what follows it."""
    if token.what not in (What.LABEL, What.TEXT) or token.link:
        return False
    said = words_of(token.text)
    if {"bukan", "not"} & set(said):  # it says what the page is not, as the simulator's banner does
        return False
    return bool(token.level) or (bool(token.text) and len(said) <= WORDY)


def _names(labels: list[Label], at: int) -> bool:
    return 0 <= at < len(labels) and labels[at].kind in MONEY_KINDS and labels[at].strange == 0


def _follows_value(tokens: list[Token], token: Token) -> bool:
    place = tokens.index(token)
    return place > 0 and tokens[place - 1].what is What.VALUE


def with_currency(tokens: list[Token]) -> list[Token]:
    """`Rp` and the figure in two cells are one figure."""
    out: list[Token] = []
    for token in tokens:
        before = out[-1] if out else None
        if token.what is What.VALUE and before is not None and before.text.casefold() in CURRENCIES:
            out.pop()
            if token.text[:1].isdecimal() or token.text[:1] in "(-":
                token.text = f"{before.text} {token.text}"
        out.append(token)
    return out
