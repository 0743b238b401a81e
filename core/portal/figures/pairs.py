"""From boxes and lines to pairs of label and value: label then value, value then label, lists, sentences, fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from lxml import etree

from core.portal.blocks import Box, Line, Table
from core.portal.figures.facts import Context, Page, Scope
from core.portal.figures.labels import KNOWN, MONEY_KINDS, Kind, Label, Program
from core.portal.figures.values import Found, State, find_amounts
from core.portal.figures.words import words_of

if TYPE_CHECKING:
    from collections.abc import Callable

ATTRIBUTES: Final = frozenset(
    [Kind.KPJ, Kind.NPP, Kind.COMPANY, Kind.SEGMENT, Kind.STATUS, Kind.LAST, Kind.AS_OF, Kind.PERSON, Kind.PROGRAM]
)
_SENTENCE_END: Final = re.compile(r"[.;!?] +(?=[A-Z(])|[;!?] ")
_CHUNKS: Final = re.compile(r" ?[|·•;\u2022] ?| [-\u2013\u2014/] |[()]")
_WORDY: Final = 9  # words; a longer line is a sentence, not a label or a heading


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
    label: Label
    state: State = State.TEXT
    link: bool = False
    level: int = 0
    order: int = 0
    term: bool = False  # from a <dt> or <label>: a label for certain


class Pairs:
    """Walks boxes and takes down what they say on the page."""

    def __init__(self, page: Page, read_table: Callable[[Pairs, Table, Context, Scope], Token | None]) -> None:
        self.page = page
        self._read_table = read_table

    # ---- boxes

    def box(self, box: Box, context: Context, scope: Scope) -> Token:
        """Read a box. Answers what it is to its neighbours: a lone value or a lone label still looks for its other half."""
        if box.name:
            context = context.under(self.page.labels.of(box.name))
        tokens: list[Token] = []
        headings: list[tuple[int, Context]] = []
        here = context
        said = len(self.page.attributes)
        for index, item in enumerate(box.items):
            token = self._item(item, here, scope, box, index)
            if token is None:
                continue
            tokens.append(token)
            if token.what in (What.LABEL, What.TEXT) and _heads(token):
                level = token.level or 9
                while headings and headings[-1][0] >= level:
                    headings.pop()
                here = (headings[-1][1] if headings else context).under(token.label)
                headings.append((level, here))
        self._by_heading(tokens, context, said)
        return self.run(tokens, context, scope, box)

    def _by_heading(self, tokens: list[Token], context: Context, said: int) -> None:
        """A block with a card's number and one amount, under a heading that names the balance: the heading is the amount's label."""
        label = self.page.labels.of(context.heading)
        values = [token for token in tokens if token.what is What.VALUE and token.state is State.AMOUNT]
        if label.kind is not Kind.BALANCE or label.total or label.unreal or len(values) != 1:
            return
        if any(token.what is What.LABEL and token.label.kind in MONEY_KINDS for token in tokens):
            return
        if any(token.what is What.DONE for token in tokens) or values[0].text.isdecimal():
            return
        if any(attribute.kind is Kind.KPJ for _, attribute in self.page.attributes[said:]):
            self.pair(label, values[0], context)
            values[0].what = What.DONE

    def _item(self, item: Line | Box | Table, context: Context, scope: Scope, box: Box, index: int) -> Token | None:
        if isinstance(item, Line):
            token = self.line(item, context, scope)
            token.level = box.level
            return token
        if isinstance(item, Table):
            return self._read_table(self, item, context, Scope(scope))
        inner = Scope(scope)
        token = self.box(item, context, inner)
        token.level = max(token.level, item.level)
        token.term = token.term or item.tag == "dt"
        return token

    def run(self, tokens: list[Token], context: Context, scope: Scope, box: Box) -> Token:
        """Pair the neighbours of one box; what is left of it for its own neighbours."""
        pending = [token for token in tokens if token.what is What.VALUE]
        values = [token for token in pending if token.state in (State.AMOUNT, State.MASKED, State.MISSING)]
        known = [token for token in tokens if token.what is What.LABEL]
        if not values and not known:
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
                if (
                    token.what is What.LABEL
                    and token.label.kind in ATTRIBUTES
                    and follower is not None
                    and follower.what is What.TEXT
                ):
                    if self.page.attribute(token.label.kind, follower.text, token.scope, order=token.order):
                        used.update((place, place + 1))
                elif _heads(token) and (follower is None or follower.what not in (What.VALUE,)):
                    heading = context.under(token.label)
        left = [token for place, token in enumerate(tokens) if place not in used]
        if used:
            done = [token for token in left if token.what is What.VALUE and token.state is State.AMOUNT]
            if done and any(token.label.kind is Kind.BALANCE for token in left):
                self.page.dropped.add("figure_not_found")
            return Token(What.DONE, "", box.element, scope, self.page.labels.of(""))
        return self._rest(left, box, scope)

    def _rest(self, tokens: list[Token], box: Box, scope: Scope) -> Token:
        """A box in which nothing was paired: a lone value, a lone label or a text for its neighbours, or something settled."""
        empty = self.page.labels.of("")
        if any(token.what is What.DONE for token in tokens):
            return Token(What.DONE, "", box.element, scope, empty)
        values = [token for token in tokens if token.what is What.VALUE]
        labels = [token for token in tokens if token.what is What.LABEL and not token.link]
        if len(tokens) == 1:
            return tokens[0]
        if len(values) == 1 and not labels:
            return values[0]
        if len(labels) == 1 and not values and len(tokens) <= 3:
            return labels[0]
        if not values and not labels and tokens:
            text = " ".join(token.text for token in tokens)[:200]
            return Token(What.TEXT, text, box.element, scope, empty, link=all(token.link for token in tokens))
        return Token(What.DONE, "", box.element, scope, empty)

    def _reversed(self, tokens: list[Token]) -> bool:
        """Whether the values of this run stand before their labels."""
        marks = [
            token.what is What.VALUE
            for token in tokens
            if token.what is What.VALUE
            or (
                token.what is What.LABEL
                and (token.label.kind in MONEY_KINDS or token.label.kind in ATTRIBUTES)
                and not token.level
            )
        ]
        if not marks or any(token.term for token in tokens):
            return False
        return marks[0] and not marks[-1]

    def _label_before(self, tokens: list[Token], place: int, used: set[int]) -> int | None:
        for at in range(place - 1, max(-1, place - 5), -1):
            token = tokens[at]
            if at in used or token.what in (What.VALUE, What.DONE):
                return None
            if token.what is What.LABEL:
                if (
                    token.label.kind in (Kind.KPJ, Kind.COMPANY, Kind.SEGMENT, Kind.STATUS, Kind.AS_OF)
                    and tokens[place].state is State.AMOUNT
                ):
                    continue
                if token.link and at != place - 1:
                    return None
                return at
            if not self._says_nothing(token):
                return None
        return None

    def _label_after(self, tokens: list[Token], place: int) -> int | None:
        for at in range(place + 1, min(len(tokens), place + 3)):
            token = tokens[at]
            if token.what is What.LABEL:
                return at
            if token.what is not What.TEXT or not self._says_nothing(token):
                return None
        return None

    def _says_nothing(self, token: Token) -> bool:
        """A text between a label and its value that changes nothing: a date, a name of a card, a long sentence without figures."""
        values = self.page.values
        text = token.text
        if token.label.kind in (Kind.NEUTRAL, Kind.PROGRAM):
            return token.label.program is not Program.FOREIGN and not token.label.unreal
        if token.label.date and token.label.strange <= 1:
            return True
        if len(words_of(text)) > _WORDY or text.endswith("."):
            return not token.label.unreal and token.label.program is not Program.FOREIGN
        return values.is_company(text) or values.is_segment(text) or values.is_status(text) or bool(values.bare_kpjs(text))

    def pair(self, label: Label, value: Token, context: Context, row: str = "") -> None:
        """Take down one label with its value."""
        page = self.page
        if label.kind is Kind.BALANCE and label.date is None and value.label.date is not None:
            page.dates.append(value.label.date)
        if label.kind in ATTRIBUTES:
            page.attribute(label.kind, value.text, value.scope, order=value.order)
        elif label.kind is Kind.OTHER and "program" in label.text.casefold():
            page.attribute(Kind.PROGRAM, value.text, value.scope, order=value.order)
        else:
            page.figure(
                label,
                value.state,
                value.text,
                value.element,
                value.scope,
                context,
                row or f"{label.text}: \x01{value.text}\x02",
                value.order,
            )

    # ---- lines

    def line(self, line: Line, context: Context, scope: Scope) -> Token:
        """Read a line: a lone value, a lone label, `label: value`, a sentence with its figure, or a plain text."""
        page = self.page
        text = line.text
        empty = page.labels.of("")
        order = page.next()
        state = page.values.state(text)
        if state is not State.TEXT:
            if state is State.OTHER:
                self._note(text, scope, context)
            return Token(What.VALUE, text, line.element, scope, empty, state, line.link, order=order)
        if len(line.parts) > 1 and self._parts(line, context, scope):
            return Token(What.DONE, text, line.element, scope, empty)
        amounts = find_amounts(text)
        if amounts:
            return self._sentence(line, amounts, context, scope)
        label = page.labels.of(text) if len(text) <= 300 else empty
        if not line.link:
            page.hear(text, label)
        if self._colon(line, scope, context):
            return Token(What.DONE, text, line.element, scope, label)
        self._note(text, scope, context)
        short = len(words_of(text)) <= _WORDY
        if (
            short
            and label.kind in KNOWN
            and (label.strange == 0 or (label.kind is Kind.BALANCE and label.program is Program.JHT and label.strange <= 3))
        ):
            if not line.link and label.kind is Kind.BALANCE and label.program is Program.JHT and not label.unreal:
                page.claims = True
            return Token(What.LABEL, text, line.element, scope, label, link=line.link, order=order)
        return Token(What.TEXT, text, line.element, scope, label, link=line.link, order=order)

    def _parts(self, line: Line, context: Context, scope: Scope) -> bool:
        """A line of several inline elements, read as a row of its own: `<span>Saldo JHT</span> <b>Rp 1</b>`."""
        page = self.page
        tokens = []
        for part in line.parts:
            part = part.strip()
            if part in (":", "=", "", "|", "-"):
                continue
            tokens.append(self.line(Line(part, line.element, line.link), context, scope))
        if len(tokens) < 2 or not any(token.what is What.VALUE for token in tokens):
            if not any(token.what is What.DONE for token in tokens):
                return False
        values = [token for token in tokens if token.what is What.VALUE and token.state is not State.OTHER]
        labels = [token for token in tokens if token.what is What.LABEL]
        if values and not labels and not any(token.what is What.DONE for token in tokens):
            return False
        before = len(page.figures)
        box = Box(line.element, "span")
        result = self.run(tokens, context, scope, box)
        return result.what is What.DONE or len(page.figures) > before

    def _sentence(self, line: Line, amounts: list[Found], context: Context, scope: Scope) -> Token:
        """The figures of a line, each labelled by the words before it, or after it where the line begins with its only figure."""
        page = self.page
        text = line.text
        last = 0
        for index, found in enumerate(amounts):
            before = text[last : found.begin]
            following = amounts[index + 1].begin if index + 1 < len(amounts) else len(text)
            after = _SENTENCE_END.split(text[found.end : following], maxsplit=1)[0]
            clause = _SENTENCE_END.split(before)[-1]
            last = found.end
            if not clause.strip(" :,=-\u2013(") and len(amounts) == 1:
                clause, after = after, ""
            label = page.labels.of(clause.strip())
            if not line.link:
                page.hear(clause, label)
            if not self._stands(label, clause, after):
                if label.kind is Kind.BALANCE and not label.unreal:
                    page.dropped.add("label_unclear")
                continue
            if label.date is None and label.kind is Kind.BALANCE:
                date = page.labels.of(after.strip()[:80]).date
                if date is not None:
                    page.dates.append(date)
            begin = max(0, found.begin - 120)
            row = f"{text[begin : found.begin]}\x01{found.text}\x02{text[found.end : found.end + 60]}"
            page.figure(label, State.AMOUNT, found.text, line.element, scope, context, row)
        self._note(text, scope, context)
        return Token(What.DONE, text, line.element, scope, page.labels.of(""), link=line.link)

    def _stands(self, label: Label, clause: str, after: str) -> bool:
        """Whether the words before a figure really say that it is what they name."""
        if label.kind not in MONEY_KINDS:
            return False
        following = self.page.labels.of(" ".join(after.split()[:3]))
        if following.families & {"bound", "conditional"}:
            return False
        if label.strange == 0:
            return True
        if label.program is not Program.JHT and label.kind is Kind.BALANCE:
            return False
        words = words_of(clause)
        return label.strange <= 2 or clause.rstrip().endswith((":", "=")) or bool(words and words[-1] in self.page.words.link)

    def _colon(self, line: Line, scope: Scope, context: Context) -> bool:
        """`label: value` where the value is no amount (those are sentences): attributes, masked and missing figures."""
        done = False
        page = self.page
        for chunk in re.split(r" ?[|;\u2022] ?", line.text[:600]) if line.text.count(":") > 1 else [line.text[:600]]:
            head, colon, value = chunk.partition(":")
            value = value.strip()
            if not colon or not value or len(head) > 80:
                continue
            label = page.labels.of(head.strip())
            if label.kind in ATTRIBUTES:
                done = page.attribute(label.kind, value, scope) or label.kind in (Kind.AS_OF, Kind.PERSON, Kind.STATUS) or done
            elif label.kind is Kind.OTHER and "program" in label.text.casefold():
                done = page.attribute(Kind.PROGRAM, value, scope) or done
            elif label.kind in (Kind.BALANCE, Kind.TOTAL):
                state = page.values.state(value)
                if state in (State.MASKED, State.MISSING, State.AMOUNT):
                    page.figure(label, state, value, line.element, scope, context, line.text)
                    done = True
        return done

    def _note(self, text: str, scope: Scope, context: Context) -> None:
        """What a text says of a card without a label of its own: `KPJ 12345678901 · PT MAJU JAYA · PU`."""
        page = self.page
        values = page.values
        if len(text) > 300:
            return
        label = page.labels.of(text)
        if "as_of" in label.families or (label.kind is Kind.BALANCE and label.date):
            if label.date and not label.unreal and "other" not in label.families:
                page.dates.append(label.date)
        if "kpj" in label.families and any(c.isdecimal() for c in text):
            page.attribute(Kind.KPJ, text, scope)
        else:
            for kpj in values.bare_kpjs(text):
                page.attribute(Kind.KPJ, kpj, scope, weak=True)
        for chunk in _CHUNKS.split(text):
            chunk = chunk.strip(" ,:")
            if not chunk:
                continue
            if values.is_segment(chunk):
                page.attribute(Kind.SEGMENT, chunk, scope, weak=True)
            elif values.is_status(chunk) and len(chunk) > 2:
                page.attribute(Kind.STATUS, chunk, scope, weak=True)
            elif values.is_company(chunk):
                page.attribute(Kind.COMPANY, chunk, scope, weak=True)


def _heads(token: Token) -> bool:
    """Whether a token can be the heading of what follows it."""
    return bool(token.level) or (not token.link and bool(token.text) and len(words_of(token.text)) <= _WORDY)
