"""What a balance grows by in a year, in basis points (563 = 5.63 %), as the simulator credits it.

Published for 2016-2020 and 2025; the other years are guesses (G). A fixture parameter: nothing here says what a real balance earned.
"""

from __future__ import annotations

GUESSED_RATE_BP = 550

GROWTH_BP: dict[int, int] = {
    2016: 719,
    2017: 783,
    2018: 626,
    2019: 606,
    2020: 563,
    2025: 551,
}


def growth_bp(year: int) -> int:
    """The rate of a year in basis points."""
    return GROWTH_BP.get(year, GUESSED_RATE_BP)
