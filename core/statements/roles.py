"""The terms of a statement's closing identity, and which of them a label names."""

from __future__ import annotations

from enum import StrEnum

from core.portal.figures.dates import find_dates
from core.portal.figures.words import Phrases
from core.statements.words import families


class Role(StrEnum):
    """What an amount of the summary is."""

    OPENING = "opening"
    GROWTH = "growth"
    DUES = "dues"
    EXTRA_DUES = "extra_dues"
    EMPLOYER_DUES = "employer_dues"
    WORKER_DUES = "worker_dues"
    GROWTH_ON_DUES = "growth_on_dues"
    TAKEN = "taken"
    TAX = "tax"
    CLOSING = "closing"
    TOTAL_BALANCE = "total_balance"
    TOTAL_DUES = "total_dues"
    TOTAL_DUES_GROWN = "total_dues_grown"
    TOTAL_ALL = "total_all"
    TOTAL_GROWTH = "total_growth"


def role_of(label: str, words: Phrases) -> Role | None:
    """The term a label names, by its words, or None."""
    found = set(families(words, label))
    dates = [date for _, _, date in find_dates(label)]
    if found & {"unreal"} or ("other_program" in found and "jht" not in label.casefold()):
        return None
    if out := [family for family in families(words, label) if family in ("taken", "tax")]:
        return Role.TAX if out[0] == "tax" else Role.TAKEN
    if "after_growth" in found:
        return Role.TOTAL_BALANCE
    if {"growth", "total", "dues"} <= found and "balance" not in found:
        return Role.TOTAL_DUES_GROWN
    if "growth" in found:
        if "total" in found and "dues" not in found and "balance" not in found:
            return Role.TOTAL_GROWTH
        return Role.GROWTH_ON_DUES if "dues" in found and "balance" not in found else Role.GROWTH
    if "opening" in found and "balance" in found:
        return Role.OPENING
    if "closing" in found and "balance" in found:
        return Role.CLOSING
    if "total" in found:
        if {"balance", "dues"} <= found:
            return Role.TOTAL_ALL
        return Role.TOTAL_DUES if "dues" in found else Role.TOTAL_BALANCE if "balance" in found else None
    if "dues" in found:
        if "employer" in found or "worker" in found:
            return Role.EMPLOYER_DUES if "worker" not in found else Role.WORKER_DUES if "employer" not in found else Role.DUES
        return Role.EXTRA_DUES if "extra" in found else Role.DUES
    if "balance" in found:
        first_of_january = bool(dates) and all((date.month, date.day) == (1, 1) for date in dates)
        return Role.OPENING if first_of_january else Role.CLOSING if dates else Role.TOTAL_BALANCE
    return None
