"""The lines of a file parted into cards: each card's head, its table, its summary, over as many pages as they take."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from core.portal.figures.words import find, words_of
from core.statements.head import Entry, entries_of, goes_on, numbers_of
from core.statements.limits import TooMuch
from core.statements.lines import Line
from core.statements.section import Section, joined
from core.statements.summary import is_value, pairs_of
from core.statements.table import Part, counts_columns, has_broken, is_broken_month, is_header, is_header_part, is_month
from core.statements.tokens import May, Token, tokens_of
from core.statements.unwrap import unwrapped
from core.statements.words import StatementWords, families

_YEAR: Final = re.compile(r"(?:tahun|thn|year|periode|period)\D{0,12}((?:19|20)[0-9]{2})(?![0-9])", re.IGNORECASE)
_ANY_YEAR: Final = re.compile(r"(?<![0-9./-])((?:19|20)[0-9]{2})(?![0-9./-])")
_HEADER_LINES: Final = 7
_SAME_ROW: Final = 1.0  # of the letters' size: lines nearer than this are of one row of a table
_WRAPPED: Final = 1.6  # of the letters' size: so near stand the lines of one label
_IDENTITY: Final = frozenset(("kpj", "nik", "npp", "company", "person", "birth"))


class Divider:
    """Parts lines into sections, one line at a time."""

    def __init__(self, words: StatementWords, most_months: int) -> None:
        self.words = words
        self.sections: list[Section] = [Section()]
        self.most_months = most_months
        self.months = 0
        self._part: Part | None = None  # the table that is being read
        self._recent: list[Line] = []  # lines that may be a header
        self._last: Line | None = None  # the line before
        self._upper: Line | None = None  # and the one before that
        self._summing = False  # the title of the summary has been read
        self._header: list[Line] = []  # the header read last, for a page that does not repeat it

    def read(self, lines: Sequence[Line]) -> list[Section]:
        """The sections of a file, those of one card joined. Raises TooMuch."""
        for line in unwrapped(lines):
            self._take(line)
            self._upper, self._last = self._last, line
        return joined([section for section in self.sections if section.summary or section.parts or section.entries], self.words)

    @property
    def now(self) -> Section:
        return self.sections[-1]

    def _take(self, line: Line) -> None:
        tokens = tokens_of(line)
        if is_month(tokens) or is_broken_month(tokens):
            if is_month(tokens) and (self._part is not None or self._recent or self._header):
                self._month(line, tokens)
            else:
                self.now.strange.append(line)
            return
        entries = entries_of(line, self.words.head)
        if not any(entry.family in ("kpj", "nik") for entry in entries):
            entries += numbers_of(line)
        title = _title(line, self.words)
        if not entries and not title and self._goes_on(line, tokens):
            return
        named = any(entry.family in _IDENTITY for entry in entries)  # then bare digits are the number of a card or a person
        has_money = any(
            is_value(tokens, index) and not token.may & (May.DASH | May.BROKEN) and not (named and token.plain)
            for index, token in enumerate(tokens)
        )
        if not has_money and "summary" in families(self.words.title, line.text):
            self._part = None
            self._recent = []
            self._summing = True
        if not has_money and not named and not title and self._is_dashed(line, tokens):
            self.now.summary.append(line)
        elif not has_money and not named and not title and has_broken(tokens) and self._in_table(line):
            self.now.strange.append(line)
        elif not has_money and self._is_header(line, tokens):
            if not self._recent and self._part is None and not self.now.headed and [entry.value for entry in entries] == [""]:
                self.now.entries.extend(entries)  # a label of the head may be of the same words: "Perusahaan" over its name
            self._recent = [*self._recent[-_HEADER_LINES:], line]
            self.now.headed = self.now.headed or is_header(line, self.words)
            if self._summing and self._part is None and not is_header(line, self.words):
                self.now.summary.append(line)  # a label of the summary may be of the same words: "Iuran JHT"
        elif not has_money and self._is_head(line, entries, title):
            self._head(line, entries, title)
        elif has_money:
            self._amounts(line, tokens)
        elif self._part is None:
            self.now.summary.append(line)  # perhaps the first half of a label

    def _goes_on(self, line: Line, tokens: Sequence[Token]) -> bool:
        """Whether a line is the rest of a name that began on the line above."""
        for index in range(len(self.now.entries) - 1, max(-1, len(self.now.entries) - 5), -1):
            longer = goes_on(self.now.entries[index], line, self._upper)
            named = self.now.entries[index].family in ("company", "person")
            header = self._is_header(line, tokens) if named else is_header(line, self.words)
            if longer is not None and not header:
                self.now.entries[index] = longer
                self._recent = []
                return True
        return False

    def _in_table(self, line: Line) -> bool:
        """Whether a line belongs to the table that is being read: it stands above the sums, or is one of them."""
        return self._part is not None and (
            not self._part.sums or bool({"sum", "carried"} & set(families(self.words.row, line.text)))
        )

    def _is_dashed(self, line: Line, tokens: Sequence[Token]) -> bool:
        """Whether a line is a label of the summary with a dash, or an amount that cannot be read."""
        marks = May.DASH | May.BROKEN
        dashed = any(token.may & marks and is_value(tokens, index) for index, token in enumerate(tokens))
        return dashed and any(pair.role is not None for pair in pairs_of([line], self.words.summary))

    def _is_header(self, line: Line, tokens: Sequence[Token]) -> bool:
        if is_header(line, self.words) or counts_columns(tokens):
            return True
        return ":" not in line.text and is_header_part(line, self.words)

    def _is_head(self, line: Line, entries: Sequence[Entry], title: bool) -> bool:
        named = [entry for entry in entries if entry.family in _IDENTITY or entry.family in ("first", "pension_months")]
        labels = self._summing and ":" not in line.text  # "Tahun" under "Saldo Awal" is half a label of the summary
        return title or bool(named) or (bool(entries) and self._part is None and not labels)

    def _head(self, line: Line, entries: Sequence[Entry], title: bool) -> None:
        identity = any(entry.family in _IDENTITY or entry.family in ("first", "first_pension") for entry in entries)
        if (title or identity) and self.now.begun(self.words):
            self.sections.append(Section())
            self._part = None
            self._summing = False
        if title:
            self.now.titled = True
            self.now.unreal = self.now.unreal or "unreal" in families(self.words.title, line.text)
            found = _YEAR.findall(line.text) or _ANY_YEAR.findall(line.text)
            self.now.years.update(int(year) for year in found)
        self.now.entries.extend(entries)
        self._recent = []

    def _month(self, line: Line, tokens: Sequence[Token]) -> None:
        self.months += 1
        if self.months > self.most_months:
            raise TooMuch
        self._table().rows.append((line, tokens))

    def _table(self) -> Part:
        """The table being read: a new one where a header stands above."""
        header = self._take_header()
        self._summing = False
        if header is not None:
            self._header = header
            self._part = Part(header)
            self.now.parts.append(self._part)
        elif self._part is None:
            self._part = Part(self._header)
            self.now.parts.append(self._part)
        return self._part

    def _take_header(self) -> list[Line] | None:
        recent, self._recent = self._recent, []
        header = [line for line in recent if not counts_columns(tokens_of(line))]
        if not any(is_header(line, self.words) for line in header):
            together = set(families(self.words.column, " ".join(line.text for line in header)))
            if not together & {"blth"} or not together & {"wage", "dues", "employer", "worker", "jht"}:
                return None
        return header

    def _amounts(self, line: Line, tokens: Sequence[Token]) -> None:
        found = set(families(self.words.row, self._label_above(line) + line.text))
        texts = [token for token in tokens if May.TEXT in token.may]
        if not texts and self._part is not None and self._under_its_label(line, tokens):
            self._recent = []
            self._part.sums.append((line, tokens, len(self._part.rows)))
            return
        if self._recent and self._take_header_peek():
            self._table()
        if self._part is not None and self.now.parts and self.now.parts[-1] is self._part:
            summary = set(families(self.words.summary, line.text)) & {"balance", "growth", "taken", "opening", "closing"}
            if "onward" in found and self._part.rows:
                self._part.sums.append((line, tokens, len(self._part.rows)))  # the sums so far, at the foot of a page
                return
            if (
                found & {"carried", "onward"}
                and not self._part.sums
                and (not summary - {"opening"} or "jp" in words_of(line.text))
            ):
                self._part.carried.append((line, tokens))
                return
            if "partial" in found:
                if has_broken(tokens):
                    self.now.strange.append(line)
                return
            if "sum" in found and not summary:
                self._part.sums.append((line, tokens, len(self._part.rows)))
                return
            amounts = sum(May.AMOUNT in token.may and not token.plain for token in tokens)
            like_a_row = May.TEXT not in tokens[0].may or amounts > 1 or any(May.DATE in token.may for token in tokens)
            nameless = not texts or (like_a_row and not any(self._roles(line)))
            if nameless and not self._part.sums:
                self.now.strange.append(line)
                return
            if summary and self._part.sums:
                self._part = None
        self.now.summary.append(line)

    def _label_above(self, line: Line) -> str:
        """The first half of a label that is wrapped in its cell ("Akumulasi", "Iuran JP 80.000,00"): words alone, close above."""
        last = self._last
        if last is None or last.page != line.page or not 0 < line.y - last.y <= _WRAPPED * line.words[0].size:
            return ""
        alone = all(token.may is May.TEXT for token in tokens_of(last)) and not is_header(last, self.words)
        return f"{last.text} " if alone and set(families(self.words.row, last.text)) == {"carried"} else ""

    def _under_its_label(self, line: Line, tokens: Sequence[Token]) -> bool:
        """Whether amounts alone on their line are sums whose label, in a cell as high as several lines, stands a little above."""
        last = self._last
        if last is None or last.page != line.page or line.y - last.y > _SAME_ROW * line.words[0].size:
            return False
        only_amounts = all(token.may & (May.AMOUNT | May.DASH) and not token.plain for token in tokens)
        return only_amounts and set(words_of(last.text)) != set() and set(families(self.words.row, last.text)) == {"sum"}

    def _roles(self, line: Line) -> list[bool]:
        return [pair.role is not None for pair in pairs_of([line], self.words.summary)]

    def _take_header_peek(self) -> bool:
        return any(is_header(line, self.words) for line in self._recent)


def _title(line: Line, words: StatementWords) -> bool:
    return any(family == "title" for _, _, family in find(words.title, words_of(line.text)))
