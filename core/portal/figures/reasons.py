"""Why a page with a balance was not read: the closed list of reason codes (docs/reading.md explains each)."""

from __future__ import annotations

from typing import Final

REASONS: Final = {
    "page_cut_off": "the page ends too early",
    "page_too_large": "more bytes or elements than a page may have",
    "page_too_deep": "more than 255 elements inside each other",
    "page_empty": "nothing on the page",
    "number_style_unclear": "1.250 could be two amounts, or the page writes its amounts in two ways",
    "figure_masked": "the portal hides the figure behind stars",
    "figure_missing": "there is a dash or nothing where the figure should be",
    "figure_unreadable": "what stands beside the balance's words is no amount",
    "figure_not_found": "the page says it shows the balance, and no figure stands beside the words",
    "label_unclear": "the words beside the figure may mean something else",
    "program_unclear": "nothing says that the figure is of JHT",
    "only_estimates": "only simulations, estimates or limits",
    "only_running_amounts": "only the running amounts of a history",
    "only_opening_balance": "only an opening balance",
    "figures_disagree": "the same balance is printed twice with different amounts",
    "total_mismatch": "the cards do not add up to the portal's total",
    "parts_mismatch": "opening balance, contributions and growth do not add up to the closing balance",
    "cards_unclear": "which card a figure belongs to is not certain",
    "cards_incomplete": "the page shows only a part of the cards, and no total",
    "future_date": "the balance is dated in the future",
    "columns_unclear": "a row of a table does not fit under its header",
    "several_persons": "the table names several persons: an employer's list",
    "negative_figure": "a balance below zero",
    "figure_implausible": "a balance of 100 milyar rupiah or more",
    "contradiction": "the page shows a figure and says that there is none",
    "too_many_figures": "more figures than a worker's page has",
}
