"""What a printed statement lets a careful person know: every figure that stands on it, and nothing that does not."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from core.blth import Blth
from tests.statements.facts import CardYear
from tests.statements.style import Style

Value = int | str | dt.date | Blth | None


@dataclass(frozen=True, slots=True)
class Truth:
    """One statement's figures by the names of `core.statements.statement.Statement` and `Month`. What is not in `figures` is not printed."""

    figures: dict[str, Value]
    months: tuple[dict[str, Value], ...]


def of(card: CardYear, style: Style) -> Truth:
    """What the sheet of that card in that style says."""
    figures: dict[str, Value] = {
        "year": card.year,
        "kpj": card.kpj,
        "nik": card.person.nik,
        "npp": card.npp,
        "company": card.company,
        "person": card.person.name,
        "birth": card.person.birth,
        "first_month": card.first_month,
        "opening": card.opening,
        "growth": card.growth,
        "dues": card.dues,
        "growth_on_dues": card.growth_on_dues,
        "taken": card.taken,
        "closing": card.closing,
    }
    if card.first_pension_month is not None:
        figures |= {"first_pension_month": card.first_pension_month, "pension_months": card.pension_months}
    if style.one_growth:
        figures["growth"] = card.growth + card.growth_on_dues
        del figures["growth_on_dues"]
    if style.omit_taken and card.taken == 0:
        del figures["taken"]
    return Truth(figures, tuple(_month(card, style, at) for at in range(len(card.lines))))


def _month(card: CardYear, style: Style, at: int) -> dict[str, Value]:
    line = card.lines[at]
    month: dict[str, Value] = {
        "blth": line.blth,
        "paid": line.paid,
        "wage": line.wage,
        "employer": line.employer,
        "worker": line.worker,
    }
    if style.show_posted:
        month["posted"] = line.posted
    if style.show_rapel:
        month["rapel"] = line.rapel
    if card.pension:
        month |= {"pension_employer": line.pension_employer, "pension_worker": line.pension_worker}
    return month
