"""The safe report of a page that was not understood: its structure, with every personal word and number made another of the same shape.

It is made for the person to look at and to give to whoever mends the reader; this program sends it to nobody. docs/reading.md says what
stays readable.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import html
import secrets
import zlib
from dataclasses import dataclass
from typing import Final

from core.errors import NoBalance, PageNotUnderstood
from core.portal import document, figures
from core.portal.report_letters import Scrambler, pieces_of
from core.portal.report_markup import Markup, Pair
from core.portal.report_words import load_harmless

LENGTHS: Final = (600_000, 300_000, 150_000, 75_000, 30_000)  # characters of a page; what stands behind them is left out
MOST_PACKED: Final = 200_000  # characters of a line of a child process
_NOTE: Final = 400  # what the line over the page may take of them
_MOST_UNPACKED: Final = 8_000_000
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
    report to the page. A page longer than the longest of LENGTHS is cut, and so is one whose report, packed, would not travel."""
    for most in LENGTHS:
        made, pairs = scrambled(source[:most], key or secrets.token_bytes(_KEY_BYTES))
        if len(pack(made)) <= MOST_PACKED - _NOTE:
            break
    shown = source[:most]
    read, again = how_read(shown, today=today), how_read(made, today=today)
    cut = len(source) > len(shown)
    note = f"<!-- Saldo JHT, safe report: read as {read}, as {again} once scrambled{', cut' if cut else ''} -->\n"
    return SafeReport(note + made, pairs, read, again, cut)


def pack(text: str) -> str:
    """A report as it travels in a line."""
    return base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), 6)).decode("ascii")


def unpack(packed: str) -> str:
    """The report of such a line. Raises ValueError."""
    try:
        stream = zlib.decompressobj()
        body = stream.decompress(base64.b64decode(packed, validate=True), _MOST_UNPACKED)
    except (zlib.error, binascii.Error):
        raise ValueError("not a packed report") from None
    if not stream.eof:
        raise ValueError("too large, or cut off")
    return body.decode("utf-8")


def scrambled(source: str, key: bytes) -> tuple[str, tuple[Pair, ...]]:
    """A page's source scrambled, and every place of it."""
    harmless = load_harmless()
    taken = frozenset(pieces_of(html.unescape(html.unescape(source))))
    markup = Markup(Scrambler(key, taken, harmless.anywhere()), harmless)
    return markup.page(source), tuple(markup.pairs)


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
