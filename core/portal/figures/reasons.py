"""Why a page with a balance was not read: the closed list of reason codes. docs/reading.md says what each means."""

from __future__ import annotations

from typing import Final

REASONS: Final = frozenset(
    """
    page_cut_off page_too_large page_too_deep page_empty
    number_style_unclear figure_masked figure_missing figure_unreadable figure_not_found label_unclear program_unclear
    only_estimates only_running_amounts only_opening_balance
    figures_disagree total_mismatch parts_mismatch contradiction
    cards_unclear cards_incomplete columns_unclear several_persons
    negative_figure figure_implausible future_date too_many_figures
    """.split()
)
