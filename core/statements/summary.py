"""The summary of a statement: labels with amounts, and which term of the closing identity each label names."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from core import money
from core.portal.figures.dates import find_dates
from core.portal.figures.words import Phrases
from core.statements.lines import Line, overlap
from core.statements.roles import Role, role_of
from core.statements.tokens import May, Token, phrases, tokens_of

_FAR: Final = 1.5  # of the letters' size: a bare number so far from its label is a value
_TOGETHER: Final = 0.75  # of the letters' size: words nearer than this are one label
_LABEL_LINES: Final = 3  # of labels over their amounts
_LONGEST_LABEL: Final = 160
_LEADING: Final = frozenset(("sebesar", "adalah", "senilai", "sejumlah", "is", "of", "=", "rp", "rp.", "idr"))
_COUNTED: Final = re.compile(r"(?:bln|bulan|thn|tahun|hari|kali|orang|months?|years?|days?|%|x)[.,)]?", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_LONG_NUMBER: Final = range(5, 11)  # figures: bare digits as long as this are an amount wherever they stand, and no card's number


@dataclass(frozen=True, slots=True)
class Pair:
    """A label and its amount's text (None: a dash; it may be unreadable). `role` is None where the words name no term."""

    label: str
    amount: str | None
    role: Role | None
    line: Line
    dates: tuple[dt.date, ...] = ()


def is_value(tokens: Sequence[Token], index: int) -> bool:
    """Whether a piece is an amount in its own right, and not a year, a count or a number of order."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    labelled = before is not None and (
        before.text.endswith(":") or before.text.casefold() in _LEADING or token.x0 - before.x1 > _FAR * token.size
    )
    if May.DASH in token.may:
        return labelled
    if May.BROKEN in token.may:
        return True
    if May.AMOUNT not in token.may:
        return False
    if not token.plain or len(token.text) in _LONG_NUMBER:
        return May.MONTH not in token.may
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if (
        after is not None
        and May.TEXT in after.may
        and _YEAR.fullmatch(token.text)
        and before is not None
        and before.text[-1] != ":"
    ):
        return False  # the lower half of "Iuran Tahun 2024" among other labels
    counts = after is not None and after.x0 - token.x1 < token.size and _COUNTED.fullmatch(after.text) is not None
    return labelled and not counts


def pairs_of(lines: Iterable[Line], words: Phrases) -> list[Pair]:
    """The labels with amounts on these lines. A label may begin on the line above its amount, or stand wholly above it."""
    out: list[Pair] = []
    above: list[Token] = []
    rows: list[list[Token]] = []  # the cells of the lines right above, the nearest one last
    for line in lines:
        tokens = tokens_of(line)
        values = [index for index in range(len(tokens)) if is_value(tokens, index)]
        if not values:
            above = (
                [*above[-8:], *phrases(tokens)] if above and above[-1].may is May.TEXT and len(above) < 12 else phrases(tokens)
            )
            rows = [*rows[1 - _LABEL_LINES :], _cells(tokens)]
            continue
        joined = phrases(tokens)
        texts = [token for token in joined if May.TEXT in token.may]
        if not texts and len(values) > 1:
            texts = [token for token in above if May.TEXT in token.may]
            out.extend(
                _headed(tokens, values, [*(_stacked(rows[-count:]) for count in range(1, len(rows) + 1)), texts], line, words)
            )
        else:
            out.extend(_beside(tokens, values, above, line, words))
        above, rows = [], []
    return out


def _cells(tokens: Sequence[Token]) -> list[Token]:
    """What stands together on a line, dates and all, as one piece each."""
    out: list[Token] = []
    for token in tokens:
        if out and token.x0 - out[-1].x1 <= _TOGETHER * token.size:
            out[-1] = Token(f"{out[-1].text} {token.text}", out[-1].x0, token.x1, token.size, May.TEXT)
        else:
            out.append(token)
    return out


def _beside(tokens: Sequence[Token], values: Sequence[int], above: Sequence[Token], line: Line, words: Phrases) -> list[Pair]:
    out: list[Pair] = []
    start = 0
    for index in values:
        label_tokens = _one_label(tokens[start:index])
        start = index + 1
        label = " ".join(token.text for token in label_tokens)[-_LONGEST_LABEL:]
        role = role_of(label, words)
        if not label_tokens and above and len(values) == 1:
            label = " ".join(token.text for token in above)[-_LONGEST_LABEL:]
            role = role_of(label, words)
        elif role is None and label_tokens and above:
            x0, x1 = label_tokens[0].x0, label_tokens[-1].x1
            upper = [token for token in above if overlap(x0, x1, token.x0, token.x1) > 0]
            longer = " ".join([*(token.text for token in upper), label])
            if upper and (found := role_of(longer, words)) is not None:
                label, role = longer, found
        out.append(_pair(label, tokens[index], role, line))
    return out


def _one_label(tokens: Sequence[Token]) -> Sequence[Token]:
    """The last label of several: what stands before an earlier colon belongs to something else."""
    colons = [index for index, token in enumerate(tokens) if token.text.endswith(":")]
    if colons and colons[-1] == len(tokens) - 1:
        colons.pop()
        if colons and tokens[-1].text == ":" and colons[-1] == len(tokens) - 2:
            colons.pop()
    return tokens[colons[-1] + 1 :] if colons else tokens


def _headed(
    tokens: Sequence[Token], values: Sequence[int], readings: Sequence[Sequence[Token]], line: Line, words: Phrases
) -> list[Pair]:
    """Amounts alone on their line: the labels stand above them, one over each. Of several readings of what stands there the first that
    names a term for each amount counts, else the first with a label for each."""
    fitting = [
        [(label.text, role_of(label.text, words)) for label in labels] for labels in readings if len(labels) == len(values)
    ]
    if not fitting:
        return [_pair("", tokens[index], None, line) for index in values]
    labels = next((labels for labels in fitting if all(role for _, role in labels)), fitting[0])
    return [_pair(label, tokens[index], role, line) for (label, role), index in zip(labels, values, strict=True)]


def _stacked(rows: Sequence[Sequence[Token]]) -> list[Token]:
    """Labels that take several lines: what stands over each other is one, read from the top down."""
    groups: list[list[tuple[int, Token]]] = []
    for number, token in sorted(((number, token) for number, row in enumerate(rows) for token in row), key=lambda one: one[1].x0):
        if groups and max(other.x1 for _, other in groups[-1]) > token.x0:
            groups[-1].append((number, token))
        else:
            groups.append([(number, token)])
    return [
        Token(
            " ".join(token.text for _, token in sorted(group, key=lambda one: (one[0], one[1].x0))),
            min(token.x0 for _, token in group),
            max(token.x1 for _, token in group),
            group[0][1].size,
            May.TEXT,
        )
        for group in groups
    ]


def _pair(label: str, token: Token, role: Role | None, line: Line) -> Pair:
    amount = None if May.DASH in token.may else token.text
    return Pair(label.strip(" :"), amount, role, line, tuple(date for _, _, date in find_dates(label)))


class Unclear(Exception):
    """A part of the statement that can be read in two ways, or not at all: `reason` is a code of the words file."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of the closing identity, in sen; None where the statement does not print one. `pairs` tells where each stands."""

    values: dict[Role, int]
    pairs: dict[Role, Pair]
    printed: frozenset[Role]

    def get(self, role: Role) -> int | None:
        """A term in sen, or None."""
        return self.values.get(role)


def _put(values: dict[Role, int], role: Role, sen: int) -> None:
    if values.setdefault(role, sen) != sen:
        raise Unclear("figures_disagree")


def terms_of(pairs: Iterable[Pair], style: money.NumberStyle) -> Terms:
    """Each term once. Raises Unclear where one is printed twice with different amounts, or its amount cannot be read."""
    values: dict[Role, int] = {}
    where: dict[Role, Pair] = {}
    printed: set[Role] = set()
    for pair in pairs:
        if pair.role is None:
            continue
        printed.add(pair.role)
        if pair.amount is None:
            if pair.role not in (Role.CLOSING, Role.TOTAL_ALL):  # a dash: nothing was taken, nothing had been saved
                _put(values, pair.role, 0)
            continue
        try:
            sen = money.parse_amount(pair.amount, style)
        except money.NotMoney:
            raise Unclear("figure_unreadable") from None
        except money.AmbiguousMoney:
            raise Unclear("number_style_unclear") from None
        if pair.role in (Role.TAKEN, Role.TAX):
            sen = abs(sen)
        _put(values, pair.role, sen)
        where.setdefault(pair.role, pair)
    return Terms(values, where, frozenset(printed))
