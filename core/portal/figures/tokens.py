"""What a line or a box is to its neighbours: a value, a label, a text, or something settled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from lxml import etree

from core.portal.figures.facts import Scope
from core.portal.figures.labels import NO_LABEL, Kind, Label
from core.portal.figures.values import State
from core.portal.figures.words import words_of

ATTRIBUTES: Final = frozenset(
    [Kind.KPJ, Kind.NPP, Kind.COMPANY, Kind.SEGMENT, Kind.STATUS, Kind.LAST, Kind.AS_OF, Kind.PERSON, Kind.PROGRAM]
)
FIGURES: Final = frozenset([State.AMOUNT, State.MASKED, State.MISSING, State.BROKEN])
CURRENCIES: Final = frozenset(["rp", "rp.", "idr", "idr."])
WORDY: Final = 9  # words; a longer line is a sentence, not a label or a heading


_SEN: Final = re.compile(r"[.,][0-9]{2}")


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


def heads(token: Token) -> bool:
    """Whether a token can be the heading of what follows it."""
    if token.what not in (What.LABEL, What.TEXT) or token.link:
        return False
    said = words_of(token.text)
    if {"bukan", "not"} & set(said):  # it says what the page is not, as the simulator's banner does
        return False
    return bool(token.level) or (bool(token.text) and len(said) <= WORDY)


def with_currency(tokens: list[Token]) -> list[Token]:
    """`Rp` and the figure in two cells are one figure, and so are the figure and its `,00`."""
    out: list[Token] = []
    for token in tokens:
        before = out[-1] if out else None
        if token.what is What.VALUE and before is not None and before.text.casefold() in CURRENCIES:
            out.pop()
            if token.text[:1].isdecimal() or token.text[:1] in "(-":
                token.text = f"{before.text} {token.text}"
        elif before is not None and before.what is What.VALUE and before.state is State.AMOUNT and _SEN.fullmatch(token.text):
            before.text += token.text
            continue
        out.append(token)
    return out
