"""The safe report of a page that was not understood: its structure, with every personal word and number made another of the same shape.

It is made for the person to look at and to give to whoever mends the reader; this program sends it to nobody. docs/reading.md says what
stays readable.
"""

from __future__ import annotations

import datetime as dt
import html
import secrets
from dataclasses import dataclass
from typing import Final

from core.errors import NoBalance, PageNotUnderstood
from core.portal import document, figures
from core.portal.report_letters import Scrambler, pieces_of
from core.portal.report_markup import Markup, Pair
from core.portal.report_words import load_harmless

MOST_CHARS: Final = 600_000  # of a page; what stands behind them is left out, and the report says so
_KEY_BYTES: Final = 32
_ADDRESS: Final = "https://portal.invalid/"
_UTF8: Final = "text/html; charset=utf-8"


@dataclass(frozen=True, slots=True)
class SafeReport:
    """`html` is the file; `pairs` every place of the page with what the file says there, in order. `read`, `read_again`: how the reader
    answers the page and the report (a reason of `figures.REASONS`, or another of its three answers). `cut`: the page was too long."""

    html: str
    pairs: tuple[Pair, ...]
    read: str
    read_again: str
    cut: bool


def safe_report(source: str, *, key: bytes | None = None, today: dt.date | None = None) -> SafeReport:
    """The report of a page's source. `key`: only for tests; otherwise it is drawn and thrown away, so that nobody can lead back from the
    report to the page. A page longer than MOST_CHARS is cut."""
    harmless = load_harmless()
    shown = source[:MOST_CHARS]
    taken = frozenset(pieces_of(html.unescape(html.unescape(shown))))
    scrambler = Scrambler(key or secrets.token_bytes(_KEY_BYTES), taken, harmless.anywhere())
    markup = Markup(scrambler, harmless)
    made = markup.page(shown)
    cut = len(source) > len(shown)
    read, again = how_read(source, today=today), how_read(made, today=today)
    note = f"<!-- Saldo JHT, safe report: read as {read}, as {again} once scrambled{', cut' if cut else ''} -->\n"
    return SafeReport(note + made, tuple(markup.pairs), read, again, cut)


def how_read(source: str, *, today: dt.date | None = None) -> str:
    """The reader's answer to a page in one word: "ok", "not_a_balance_page", "no_balance", or its reason for refusing."""
    try:
        page = document.parse(source.encode("utf-8", "replace"), _ADDRESS, _UTF8)
        figures.read(page, figures.load_words(), today=today)
    except figures.NotABalancePage:
        return "not_a_balance_page"
    except NoBalance:
        return "no_balance"
    except PageNotUnderstood as refusal:
        return refusal.reason or "page_not_understood"
    return "ok"
