"""The months in a saved page that shows one card's balance with a table of contributions: told only where every line proves itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from core import money
from core.blth import Blth
from core.statements import proofs
from core.statements.limits import Limits, TooMuch
from core.statements.lines import Line
from core.statements.sections import Divider
from core.statements.statement import Month
from core.statements.summary import Unclear
from core.statements.table import read_table
from core.statements.tokens import May, tokens_of
from core.statements.totals import Table
from core.statements.words import load_statement_words

_DUES_PER_MILLE = 57  # both shares together
_ROUNDING = 200  # sen: each share may be rounded to the rupiah


def months_of(lines: Sequence[Line], today: dt.date, limits: Limits) -> tuple[Month, ...]:
    """The months of the one table of contributions on a page; none where anything about it is unclear: a page names no sums that
    could prove them, so every line's dues must be 5.7 % of its wage."""
    words = load_statement_words()
    try:
        sections = [section for section in Divider(words, limits.months).read(lines) if section.rows or section.strange]
        if len(sections) != 1 or sections[0].strange:
            return ()
        amounts = [token.text for line in lines for token in tokens_of(line) if May.AMOUNT in token.may and not token.plain]
        table = read_table(sections[0].parts, money.page_style(amounts), words)
    except (Unclear, TooMuch, money.AmbiguousMoney):
        return ()
    latest = Blth(today.year, today.month).plus(1)
    holds = all(
        month.blth <= latest and _proves_itself(month, both) for month, (both, _) in zip(table.months, table.both, strict=True)
    )
    return proofs.marked(table.months) if holds and not _sums_fail(table) else ()


def _proves_itself(month: Month, both: int | None) -> bool:
    dues = both
    if dues is None and month.employer is not None and month.worker is not None:
        dues = month.employer + month.worker
    if dues is None or month.wage is None:
        return False
    bases = (month.wage, month.wage + (month.rapel or 0))
    return any(abs(dues * 1000 - base * _DUES_PER_MILLE) <= _ROUNDING * 1000 for base in bases)


def _sums_fail(table: Table) -> bool:
    return any(proof.holds is False for proof in proofs.table_sums(table, None, None))
