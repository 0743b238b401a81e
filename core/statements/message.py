"""A message (SMS, chat) as the plain sentences it is made of: without the marks of a chat, its short words written out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from typing import Final

from core.statements.lines import Line, Word

LONGEST: Final = 20_000  # characters of a message or a chat
_SIZE: Final = 10.0  # of made-up letters
_LETTER: Final = 5.0
_LINE: Final = 12.0
_WORD: Final = re.compile(r"\S+")
_SMALL: Final = 100_000  # sen
# "[22/11 08.15] BPJS TK: ", "22/11/26 08.15 - BPJS TK: "
_SENDER: Final = re.compile(
    r"^\s*(?:\[[^\]]{5,40}\]|[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4},? [0-9]{1,2}[.:][0-9]{2}(?:[.:][0-9]{2})?(?: ?[AP]M)? -)\s*(?:[^:]{1,40}: )?"
)
_SENTENCE: Final = re.compile(r"(?<![Rr]p)(?<!No)(?<!Sdr)(?<!Yth)(?<!Bpk)(?:(?<=[.!?;])|(?<=,-)|(?<=[0-9],--))\s+(?=[A-Z*])")
_BARE_END: Final = re.compile(r"(?:\s|rp\.?|idr)([0-9]{1,12})$", re.IGNORECASE)
_LABEL: Final = r"(?:kpj|no(?:mor|\.)? ?(?:kartu|peserta|kepesertaan)|kartu peserta)(?: \(kpj\))?(?: anda)? ?[:.=]? ?"
_CARD: Final = re.compile(_LABEL + r"([0-9]{11})(?![0-9])", re.IGNORECASE)
_SPACED_CARD: Final = re.compile(_LABEL + r"([0-9]{3,4} [0-9]{3,4} [0-9]{3,4})(?![ .,-]?[0-9])", re.IGNORECASE)
_CARD_DIGITS: Final = 11
_BOLD: Final = re.compile(r"(?<![\w*])\*([^*\n]{1,200})\*(?![\w*])")
_SLANTED: Final = re.compile(r"(?<![\w_])_([^_\n]{1,200})_(?![\w_])")
_JOINERS: Final = dict.fromkeys((0x200D, 0x200E, 0xFE0F, 0x20E3))  # in pictures of letters and figures, before a line of a chat
_PICTURES: Final = re.compile(
    r"(?<![0-9.,])[\u2190-\u2bff\U0001f000-\U0001faff]+(?![0-9.,])"
)  # one beside a figure may hide a part of it
_SPLIT: Final = re.compile(r"[0-9.,][\u200b\u202a-\u202e\u2066-\u2069\u2190-\u2bff\U0001f000-\U0001faff]+[0-9]")  # 1?2.345.678
# "sampai dengan 31 Oktober 2026": an end of time, where without a date it would be a limit
_UNTIL: Final = re.compile(
    r"\b(?:sampai dengan|sampai|hingga)(?: (?:tanggal|tgl\.?))? "
    r"(?=[0-9]{1,2}(?:[-/.][0-9]{1,2}[-/.]|[- ][A-Za-z]{3,9}[- ])[0-9]{4}(?![0-9]))",
    re.IGNORECASE,
)
_SHORT: Final = {
    "dgn": "dengan",
    "dg": "dengan",
    "utk": "untuk",
    "yg": "yang",
    "sbsr": "sebesar",
    "sbs": "sebesar",
    "jmlh": "jumlah",
}
_SHORT_WORD: Final = re.compile(rf"\b(?:{'|'.join(_SHORT)})\b\.?", re.IGNORECASE)


def sentences(lines: Sequence[str]) -> bytes:
    """A message as a page: each sentence a paragraph, without the time and the sender that a chat puts before it."""
    parts = [part for line in lines for part in _SENTENCE.split(_SENDER.sub("", line, count=1)) if part]
    return ("<html><body>" + "".join(f"<p>{escape(part)}</p>" for part in parts) + "</body></html>").encode()


def plain(text: str) -> str:
    """A message without pictures and the marks of bold and slanted letters, its short words written out."""
    text = _PICTURES.sub(" ", text.translate(_JOINERS))
    text = _SLANTED.sub(r"\1", _BOLD.sub(r"\1", text))
    text = _SHORT_WORD.sub(lambda match: _SHORT[match[0].rstrip(".").lower()], text)
    return _UNTIL.sub("per ", text)


def has_split_figure(text: str) -> bool:
    """Whether something that is no blank stands among the figures of a number of a plain message: what is behind it would be a smaller
    number."""
    return _SPLIT.search(text) is not None


def lines_of_text(text: str) -> list[Line]:
    """A text as lines of words whose letters are all equally wide: what stands in columns, stands in columns."""
    lines: list[Line] = []
    for page, part in enumerate(text.split("\f"), 1):
        for number, row in enumerate(part.splitlines(), 1):
            places = [(match.start() * _LETTER, match.end() * _LETTER, match[0]) for match in _WORD.finditer(row.expandtabs())]
            if places:
                lines.append(Line(page, number, number * _LINE, tuple(Word(word, x0, x1, _SIZE) for x0, x1, word in places)))
    return lines


def cards_in(text: str) -> set[str]:
    """The numbers that a message labels as a card's, also those written in groups."""
    spaced = {number.replace(" ", "") for number in _SPACED_CARD.findall(text)}
    return set(_CARD.findall(text)) | {number for number in spaced if len(number) == _CARD_DIGITS}


def may_be_cut(closing: int, last: str) -> bool:
    """Whether a message may have lost the end of its amount (in sen): it ends in it, and in bare digits, or the balance is below
    Rp 1.000."""
    bare = _BARE_END.search(last)
    return 0 < closing < _SMALL or (bare is not None and int(bare[1]) * 100 == closing)
