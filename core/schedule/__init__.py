"""When an account is checked by itself, or its person reminded, and why then: a pure function of choices, ledger and clock.

What it promises, with the figures, is in docs/schedule.md.
"""

from core.schedule.chance import seed_of
from core.schedule.planner import next_check
from core.schedule.values import (
    BETWEEN_SIGN_INS,
    PATIENCE,
    UNKNOWN,
    Facts,
    Kind,
    Machine,
    Plan,
    Rules,
    Why,
)

__all__ = ["BETWEEN_SIGN_INS", "PATIENCE", "UNKNOWN", "Facts", "Kind", "Machine", "Plan", "Rules", "Why", "next_check", "seed_of"]
