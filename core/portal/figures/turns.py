"""Figures and labels in turn, in one line: which of them come first, and where a label goes on behind an amount."""

from __future__ import annotations

import re
from typing import Final

from core.portal.figures.facts import Page
from core.portal.figures.labels import MONEY_KINDS, Kind
from core.portal.figures.values import Found
from core.portal.figures.words import words_of

_PARTED: Final = re.compile(r" ?[|;\u2022\u00b7] ?")
SENTENCE_END: Final = re.compile(r"[.;!?] +(?=[A-Z(])|[;!?] ")


def stand_behind(page: Page, text: str, amounts: list[Found]) -> bool | None:
    """Whether the figures of a line stand before their labels: `Rp 5.000.500 Saldo JHT Rp 200.000 Iuran`. None where nobody can say
    whose a label is (`Rp 5.000.500 Saldo JHT Rp 7.000.500`), or which of two figures is meant (`Rp 5.000.500 dan Rp 7.000.500`)."""
    if len(amounts) < 2 or text[: amounts[0].begin].strip(" :,=-\u2013("):
        return False
    between = text[amounts[0].end : amounts[1].begin]
    said = page.labels.of(SENTENCE_END.split(between, maxsplit=1)[0].strip())
    if between.lstrip().startswith(("(", "/")) or between.rstrip().endswith((":", "=")) or not any(map(str.isalpha, between)):
        return False
    if said.kind not in MONEY_KINDS:
        if "(" in between or said.kind not in (Kind.UNKNOWN, Kind.NEUTRAL):
            return False
        page.dropped.add("label_unclear")
        return None
    if page.labels.of(text[amounts[-1].end :].strip()).kind in MONEY_KINDS:
        return True
    page.torn = page.torn or (said.kind is Kind.BALANCE and not said.unreal)
    return None


def goes_on(page: Page, between: str) -> bool:
    """Whether a label goes on behind an amount that only explains it: `Saldo JHT (termasuk pengembangan Rp 500.000): Rp 5.000.500`,
    `Saldo JHT termasuk pengembangan Rp 500.000 adalah Rp 5.000.500`."""
    said = words_of(between)
    return "(" not in between and bool(said or not {":", "="}.isdisjoint(between)) and page.words.link.issuperset(said)


def last_pair(page: Page, clause: str) -> str:
    """Of words before a figure that are parted by strokes the last, where they name an amount: `Segmen: PU | KPJ: 2 | Saldo JHT:`."""
    last = _PARTED.split(clause)[-1]
    return last if page.labels.of(last.strip()).kind in MONEY_KINDS else clause
