"""Runs of neighbours in one box: label then value, value then label, and what is left of them for the neighbours of the box."""

from __future__ import annotations

import datetime as dt

from core.portal.blocks import Box
from core.portal.figures.facts import Context, Page, Scope
from core.portal.figures.labels import MONEY_KINDS, Kind, Label, Program
from core.portal.figures.tokens import ATTRIBUTES, FIGURES, WORDY, Token, What, heads, with_currency
from core.portal.figures.values import State


class Runs:
    """Pairs neighbours, and takes down what they say on the page."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._dated: dict[Token, dt.date] = {}

    def unclaimed(self) -> dt.date | None:
        """The latest day beside which an amount stands that nothing labels: it may be a newer balance."""
        return max(self._dated.values(), default=None)

    def run(self, tokens: list[Token], context: Context, scope: Scope, box: Box) -> Token:
        """Pair the neighbours of one box; what is left of it for its own neighbours."""
        tokens = with_currency(tokens)
        used: set[int] = set()
        reverse = self._reversed(tokens)
        heading = context
        for place, token in enumerate(tokens):
            if token.what is What.VALUE:
                at = self._label_after(tokens, place, used) if reverse else self._label_before(tokens, place, used)
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
        if any(token.what is What.DONE for token in left) and _torn(left):
            self.page.torn = True
        return done(box, scope) if used else self._rest(left, box, scope)

    def _attribute(self, token: Token, follower: Token | None) -> bool:
        """A label of an attribute followed by a text: company, segment, status, name."""
        if token.what is not What.LABEL or follower is None or follower.what is not What.TEXT:
            return False
        if token.label.kind is Kind.OTHER and "program" in token.label.families_text and follower.label.kind is Kind.PROGRAM:
            return self.page.attribute(Kind.PROGRAM, follower.text, token.scope, order=token.order)
        if token.label.kind not in ATTRIBUTES:
            return False
        return self.page.labelled(token.label, follower.text, token.scope, token.order) or token.label.kind is Kind.PERSON

    def _rest(self, tokens: list[Token], box: Box, scope: Scope) -> Token:
        """A box in which nothing was paired: a lone value, a lone label or a text for its neighbours, or something settled."""
        if any(token.what is What.DONE for token in tokens):
            figures = [token for token in tokens if token.what is What.VALUE and token.state is State.AMOUNT]
            alone = len(figures) == 1 and not any(token.what is What.LABEL for token in tokens)
            return figures[0] if alone and self._unlabelled(tokens, figures[0]) else done(box, scope)
        if not tokens:
            return Token(What.TEXT, "", box.element, scope)
        if len(tokens) == 1:
            return tokens[0]
        values = [token for token in tokens if token.what is What.VALUE]
        labels = [token for token in tokens if token.what is What.LABEL and not token.link]
        others = [token for token in tokens if token.what is What.TEXT]
        if len(values) == 1 and not labels:
            if not self._unlabelled(tokens, values[0]):
                return done(box, scope)
            days = [token.label.date for token in others if token.label.date is not None]
            if days and values[0].state in FIGURES:
                self._dated[values[0]] = max(days)
            return values[0]
        if len(labels) == 1 and not values and all(self.says_nothing(token) for token in others):
            return labels[0]
        if not values and not labels:
            text = " ".join(token.text for token in tokens)[:200]
            return Token(What.TEXT, text, box.element, scope, link=all(token.link for token in tokens))
        return done(box, scope)

    def _unlabelled(self, tokens: list[Token], value: Token) -> bool:
        """Whether no text beside a value could be its own label, in words that nobody knows."""
        place = tokens.index(value)
        beside = [tokens[at] for at in (place - 1, place + 1) if 0 <= at < len(tokens)]
        return value.state not in FIGURES or all(token.what is not What.TEXT or self.says_nothing(token) for token in beside)

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
            if not self.says_nothing(token):
                return None
        return None

    def _two_ways(self, tokens: list[Token], at: int, place: int, used: set[int]) -> bool:
        """Whether a label and a value could also belong to others: value, label, value; label, value, value; a whole row of labels.
        Bare digits may be any number: their label must stand right before them."""
        before = tokens[at - 1] if at else None
        after = tokens[place + 1] if place + 1 < len(tokens) else None
        cut = after is not None and after.text[:1] in (".", ",") and after.text[1:2].isdecimal()  # `Rp 14`, `.880.075`
        crowded = after is not None and after.what is What.VALUE and after.state in FIGURES and after.text != tokens[place].text
        row_of_labels = at > 1 and all(
            tokens[one].what is What.LABEL and not tokens[one].level and one not in used for one in (at - 1, at - 2)
        )
        bare = tokens[place].text.isdecimal() and (tokens[at].level > 0 or at != place - 1)
        if cut or crowded or row_of_labels or bare:
            self.page.dropped.add("label_unclear")
            return True
        if before is None or at - 1 in used or tokens[at].term:
            return False
        if before.what is What.VALUE and before.state is State.AMOUNT and not tokens[at].level:
            self.page.dropped.add("label_unclear")
            return True
        return False

    def _label_after(self, tokens: list[Token], place: int, used: set[int]) -> int | None:
        before = tokens[place - 1] if place and place - 1 not in used else None
        if before is not None and before.what is What.VALUE and before.state in FIGURES and before.text != tokens[place].text:
            self.page.dropped.add("label_unclear")
            return None  # two values, and one label behind them
        if place and tokens[place].state in FIGURES and self._names_it(tokens[place - 1], place - 1 in used):
            self.page.dropped.add("label_unclear")
            return None
        for at in range(place + 1, min(len(tokens), place + 3)):
            token = tokens[at]
            if token.what is What.LABEL:
                if token.label.kind is Kind.BALANCE and token.label.strange and tokens[place].state in FIGURES:
                    self.page.dropped.add("label_unclear")
                    return None  # `Saldo JHT Anda sedang diperbarui` goes on as a sentence
                if tokens[place].state in FIGURES and self._named_twice(tokens, at):
                    self.page.dropped.add("label_unclear")
                    return None
                return None if token.link and not tokens[place].link else at
            if token.what is not What.TEXT or not self.says_nothing(token):
                return None
        return None

    def _names_it(self, before: Token, used: bool) -> bool:
        """Whether a short text right above a figure may be the figure's own label, so that the words below it are another's."""
        if used or before.link or before.level or before.what not in (What.LABEL, What.TEXT) or not before.text:
            return False
        if before.label.kind in ATTRIBUTES or before.text.endswith((".", "!", "?")) or before.text.count(" ") >= WORDY:
            return False
        return not self.says_nothing(before)

    @staticmethod
    def _named_twice(tokens: list[Token], at: int) -> bool:
        """Whether another amount's label follows the one behind a figure, and no figure of its own: `Rp 342.000`, `Saldo JHT`, `Iuran`."""
        after, then = [*tokens[at + 1 : at + 3], None, None][:2]
        if after is None or after.what is not What.LABEL or after.link or after.level:
            return False
        if after.label.kind is Kind.LAST:
            return then is None or then.what not in (What.VALUE, What.TEXT)
        return after.label.kind in MONEY_KINDS and after.label.kind is not tokens[at].label.kind

    def says_nothing(self, token: Token) -> bool:
        """A text between a label and its value that changes nothing: a date, a card's name, a note, a long sentence without figures."""
        values, label, text = self.page.values, token.label, token.text
        if values.is_company(text):
            return True
        if label.date is None and any(character.isdecimal() for character in text) and not values.bare_kpjs(text):
            return text.startswith("(") or text.endswith(("%", "."))
        if label.unreal or label.program in (Program.FOREIGN, Program.BOTH):
            return False
        if label.kind in (Kind.NEUTRAL, Kind.PROGRAM, Kind.AS_OF) or (label.date and label.strange <= 1):
            return True
        if text.startswith("(") or text.count(" ") >= WORDY or text.endswith("."):
            return True
        return values.is_segment(text) or values.is_status(text) or bool(values.bare_kpjs(text))

    def pair(self, label: Label, value: Token, context: Context) -> None:
        """Take down one label with its value."""
        page = self.page
        if not label.strange:
            self._dated.pop(value, None)
        if label.kind in ATTRIBUTES:
            page.labelled(label, value.text, value.scope, value.order)
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


def done(box: Box, scope: Scope) -> Token:
    """The token of a box in which all is settled."""
    return Token(What.DONE, "", box.element, scope)


def _torn(tokens: list[Token]) -> bool:
    """Whether a balance's label and an amount are left over in one box, something between them."""
    amounts = any(token.what is What.VALUE and token.state is State.AMOUNT and not token.text.isdecimal() for token in tokens)
    return amounts and any(
        token.what is What.LABEL
        and token.label.kind is Kind.BALANCE
        and not token.link
        and not token.level
        and not token.label.unreal
        for token in tokens
    )


def _follows_value(tokens: list[Token], token: Token) -> bool:
    place = tokens.index(token)
    return place > 0 and tokens[place - 1].what is What.VALUE
