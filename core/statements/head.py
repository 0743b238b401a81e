"""The head of a statement: whose it is, which company, since when. Labels with their values, wherever they stand on a line."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from core.blth import Blth
from core.portal.figures.words import Phrases, find, words_of
from core.statements.letters import UNCLEAR
from core.statements.lines import Line, Word
from core.statements.tokens import date_of, month_of

_CELL: Final = 0.75  # of the letters' size: a wider gap begins something new
_VALUE_ENDS: Final = 1.6  # of the letters' size: so wide a gap ends a value
_KPJ: Final = re.compile(r"(?<![0-9A-Za-z])[0-9]{11}(?![0-9A-Za-z])")
_NIK: Final = re.compile(r"(?<![0-9A-Za-z])[0-9]{16}(?![0-9A-Za-z])")
_NPP: Final = re.compile(r"(?<![A-Z0-9])([A-Z0-9]{2}[0-9]{6}) ?(?:/ ?([0-9]{3}))?(?![A-Z0-9])")
_MONTHS: Final = re.compile(
    r"[A-Za-z]{3,9}\.?[ /-](?:19|20)[0-9]{2}|[0-9]{1,2}[-/][0-9]{4}|[0-9]{4}-[0-9]{1,2}|(?<![0-9])-(?![0-9])"
)
_COUNT: Final = re.compile(r"([0-9]{1,3})(?: ?(?:bln|bulan|months?))?\.?", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<![0-9/.,-])((?:19|20)[0-9]{2})(?![0-9/.,-])")
_NUMBERS: Final = re.compile(r"[0-9]{11}/[0-9]{16}(?:/\S{0,20})?")
_HALF: Final = (0.3, 1.0)  # of the letters' size: so far above its label stands the upper one of two lines beside it
_NEXT_LINE: Final = 1.7  # of the letters' size: how far below the next line of a value may stand
_BEFORE: Final = 1.0  # of the letters' size: how far its left edge may stand before the value's (under the colon)
_BEHIND: Final = 0.4  # and behind it
_ADDRESS: Final = re.compile(r"(?:jl|jln|jalan|gedung|gd|komp|komplek|kawasan|ruko|alamat)\b", re.IGNORECASE)
_JOINED: Final = re.compile(r"[A-Za-z.]+(?:/[A-Za-z.]+)+")  # labels in one breath: "NIK/Nomor"
_BLANK: Final = frozenset(("", "-", "--", "–", "..", "...", "n/a"))


class Entry(NamedTuple):
    """A label of the head and what stands beside it."""

    family: str
    value: str
    line: Line
    x0: float = 0.0  # the left edge of the value
    last: Line | None = None  # the last line of a value of several lines


@dataclass(slots=True)
class Head:
    """What the head says. Where a label stands twice with different values, the field is in `doubtful` and has no value."""

    kpj: str | None = None
    nik: str | None = None
    npp: str | None = None
    company: str | None = None
    person: str | None = None
    birth: dt.date | None = None
    first_month: Blth | None = None
    first_pension_month: Blth | None = None
    pension_months: int | None = None
    years: set[int] = field(default_factory=set)
    doubtful: set[str] = field(default_factory=set)


def entries_of(line: Line, phrases: Phrases) -> list[Entry]:
    """The labels of the head on one line, each with its value (which may be empty)."""
    words = list(line.words)
    flat = [(part, index) for index, word in enumerate(words) for part in words_of(word.text)]
    labels: list[tuple[int, int, str]] = []
    for begin, end, family in find(phrases, [part for part, _ in flat]):
        first, last = flat[begin][1], flat[end - 1][1]
        starts = begin == 0 or flat[begin - 1][1] != first or _JOINED.fullmatch(words[first].text) is not None
        value_at = _value_begins(words, last)
        if starts and value_at is not None and _is_label(words, first, last, value_at):
            labels.append((first, value_at, family))
    out: list[Entry] = []
    for number, (_, value_at, family) in enumerate(labels):
        same = {other for _, at, other in labels if at == value_at}
        both = same == {"kpj", "nik"}  # "NIK/Nomor Kartu": the numbers themselves tell which is which
        stop = next((first for first, _, _ in labels[number + 1 :] if first >= value_at), len(words))
        kept = _value(words[value_at:stop])
        out.append(
            Entry(
                "kpj" if both else family,
                " ".join(word.text for word in kept).lstrip(": ").strip(),
                line,
                kept[0].x0 if kept else 0.0,
            )
        )
    return out


def goes_on(entry: Entry, line: Line, upper: Line | None = None) -> Entry | None:
    """The entry with what stands on the next line: its value, or the rest of a long name at its value's left edge. None where this
    is none. `upper`: the line before the label, where a name of two lines begins that stands in the middle beside it."""
    first, above = line.words[0], entry.last or entry.line
    if (line.page, line.number) != (above.page, above.number + 1):
        return None
    if not entry.value and ":" not in line.text and (first.x0 - above.words[0].x0) / first.size >= -_BEFORE:
        value = " ".join(word.text for word in _value(line.words))
        if upper is not None and entry.family in ("company", "person") and _begins_above(entry, upper, first):
            value = f"{' '.join(word.text for word in _value(upper.words))} {value}"
        return entry._replace(value=value, x0=first.x0, last=line)
    if entry.family not in ("company", "person") or not entry.value:
        return None
    if line.y - above.y > _NEXT_LINE * first.size or not -_BEFORE <= (first.x0 - entry.x0) / first.size <= _BEHIND:
        return None
    words = line.words[1:] if first.text == ":" else line.words
    more = " ".join(word.text for word in _value(words))
    if any(":" in word.text for word in words) or not more:
        return None
    if any(letter.isdecimal() for letter in more) or _ADDRESS.match(more):
        return None
    return entry._replace(value=f"{entry.value} {more}", last=line)


def _value_begins(words: Sequence[Word], last: int) -> int | None:
    """Where the value begins after a label whose last word is `last`: after its colon, or after a wide gap."""
    if words[last].text.endswith(":"):
        return last + 1
    for index in range(last + 1, min(last + 4, len(words))):
        text = words[index].text
        if text == ":":
            return index + 1
        if text.startswith(":"):
            return index
        if text.endswith(":") and index > last and not any(character.isdigit() for character in text):
            return index + 1
        if index == last + 1 and words[index].x0 - words[last].x1 > _CELL * words[last].size:
            return index
    return len(words) if last + 1 == len(words) else None


def _is_label(words: Sequence[Word], first: int, last: int, value_at: int) -> bool:
    """A label begins a line or a cell, or has its colon."""
    colon = any(":" in word.text for word in words[last : value_at + 1][:3])
    cell = first == 0 or words[first].x0 - words[first - 1].x1 > _CELL * words[first].size
    return colon or cell


def _value(words: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        if kept and word.x0 - kept[-1].x1 > _VALUE_ENDS * word.size:
            break
        kept.append(word)
    return kept


def numbers_of(line: Line) -> list[Entry]:
    """The numbers of a card and its person as only a statement's head has them, side by side: their label is wrapped around them."""
    found = [word for word in line.words if _NUMBERS.fullmatch(word.text)]
    return [Entry("kpj", word.text, line, word.x0) for word in found]


def _begins_above(entry: Entry, upper: Line, first: Word) -> bool:
    """Whether a line half a line above the label begins where the value does."""
    near = upper.page == entry.line.page and _HALF[0] <= (entry.line.y - upper.y) / first.size <= _HALF[1]
    return near and abs(upper.words[0].x0 - first.x0) <= _BEHIND * first.size and ":" not in upper.text


def read_head(entries: Sequence[Entry]) -> Head:
    """The fields of a head from its entries."""
    head = Head()
    found: dict[str, set[object]] = {}
    for family, value, *_ in entries:
        if value.casefold() in _BLANK or UNCLEAR in value:
            continue
        for name, read in _fields(family, value):
            found.setdefault(name, set()).add(read)
        if family == "period":
            head.years.update(int(year) for year in _YEAR.findall(value))
    for name, values in found.items():
        if len(values) == 1:
            setattr(head, name, values.pop())
        else:
            head.doubtful.add(name)
    return head


def _fields(family: str, value: str) -> list[tuple[str, object]]:
    if family in ("kpj", "nik"):
        numbers = re.sub(r"(?<=[0-9])[ .](?=[0-9])", "", value)
        kpjs, niks = set(_KPJ.findall(numbers)), set(_NIK.findall(numbers))
        return [*(("kpj", one) for one in kpjs if family == "kpj"), *(("nik", one) for one in niks)]
    if family == "npp":
        match = _NPP.search(value.upper())
        return [("npp", f"{match[1]}/{match[2]}" if match[2] else match[1])] if match else []
    if family in ("company", "person"):
        return [(family, value[:120])] if any(character.isalpha() for character in value) else []
    if family == "birth":
        day = date_of(value.rpartition(",")[2].strip()) or date_of(value)
        return [("birth", day)] if day else []
    if family in ("first", "first_pension"):
        months = [month_of(text) for text in _MONTHS.findall(value)]
        names = ["first_month", "first_pension_month"] if family == "first" else ["first_pension_month"]
        return [(name, month) for name, month in zip(names, months, strict=False) if month is not None]
    if family == "pension_months":
        count = _COUNT.fullmatch(value)
        return [("pension_months", int(count[1]))] if count else []
    return []
