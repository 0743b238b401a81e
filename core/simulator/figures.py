"""Figures as a page prints them: numbers, months, tables, in the manner of an era, and what the faults do to them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from core.blth import Blth
from core.simulator.career import CardState, Contribution

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
WRONG_BY = 100_000  # rupiah, fault wrong_total

Table = dict[str, list[object]]
Lines = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Style:
    """How an era writes: "Rp " before amounts or not, sen or not, "10-2026" or "Okt 2026". All guesses (G) but the dots."""

    prefix: str
    decimals: bool
    month_words: bool = False


@dataclass(frozen=True, slots=True)
class Writer:
    """An era's style under the faults that are on."""

    style: Style
    faults: frozenset[str]

    def money(self, rupiah: int) -> str:
        """An amount; empty under the fault empty_balance."""
        if "empty_balance" in self.faults:
            return ""
        english = f"{rupiah:,}"
        if "number_format" in self.faults:
            return f"{self.style.prefix}{english}.00"
        return f"{self.style.prefix}{english.replace(',', '.')}{',00' if self.style.decimals else ''}"

    def blth(self, blth: Blth | None) -> str:
        """A contribution month, "-" for none."""
        if blth is None:
            return "-"
        return f"{_MONTHS[blth.month - 1]} {blth.year}" if self.style.month_words else f"{blth.month:02d}-{blth.year}"

    def total(self, cards: Sequence[CardState]) -> str:
        """The portal's own total."""
        return self.money(sum(c.balance for c in cards) + (WRONG_BY if "wrong_total" in self.faults else 0))

    def table(self, head: Sequence[str], rows: Sequence[Sequence[str]], words: int) -> Table:
        """A table for a template; the first `words` columns are text, the others figures. Fault column_order turns it round."""
        columns = [(label, "word" if i < words else "figure") for i, label in enumerate(head)]
        turn = slice(None, None, -1 if "column_order" in self.faults else 1)
        return {
            "head": [{"text": text, "css": css} for text, css in columns[turn]],
            "rows": [
                {"cells": [{"text": t, "css": c} for t, (_, c) in list(zip(row, columns, strict=True))[turn]]} for row in rows
            ],
        }

    def lines(self, *pairs: tuple[str, str]) -> Lines:
        """Labels with their values for a template, turned round by the fault column_order."""
        turned = pairs[::-1] if "column_order" in self.faults else pairs
        return [{"label": label, "value": value} for label, value in turned]

    def months(self, rows: Sequence[Contribution]) -> Table:
        """The monthly table: newest first."""
        return self.table(
            ("BLTH", "Tgl Bayar", "Upah", "Iuran JHT", "Rapel"),
            [
                (self.blth(c.blth), date(c.paid), self.money(c.wage), self.money(c.amount), self.money(c.rapel))
                for c in reversed(rows)
            ],
            words=2,
        )


def date(day: dt.date | None) -> str:
    """dd-mm-yyyy, "-" for none."""
    return day.strftime("%d-%m-%Y") if day else "-"


def status(card: CardState) -> str:
    """The card's status in the portal's word."""
    return "Aktif" if card.active else "Nonaktif"
