"""What a label says: which figure stands beside it, of which program, at which moment, and whether it is the portal's total."""

from __future__ import annotations

import datetime as dt
import re
from enum import Enum, auto
from typing import Final, NamedTuple

from core.portal.figures.dates import find_dates, find_years
from core.portal.figures.words import Words, find, words_of

LONGEST: Final = 240  # characters of a label; of a longer text only its end, next to the figure, is looked at
_INTRODUCED: Final = re.compile(
    r"(?:^|[\s(,])(?:per|posisi|as of|as at|sampai dengan|s/d|s\.d\.|keadaan)(?: (?:saldo|data|per))?(?: (?:tanggal|tgl\.?|hari))?[ :]*$",
    re.IGNORECASE,
)
_MAIL: Final = re.compile(r"[^\s@]{1,64}@[^\s@]{1,100}")
_SHARE: Final = re.compile(
    r"[0-9] ?(?:%|persen|percent) (?:dari |of )?(?:your |the |total )?(?:saldo|balance|jht|dana)"
    r"|\b(?:sebagian|setengah|separuh|sepertiga) (?:dari )?saldo",
    re.IGNORECASE,
)
_MANY: Final = re.compile(
    r"(?<![0-9.,])(?:[2-9]|[1-9][0-9.]{1,8}) (?:tenaga kerja|pekerja|karyawan|peserta|pegawai|orang|employees|workers|members)\b",
    re.IGNORECASE,
)
_POINTING: Final = frozenset("bukan berikut bawah below following not hanya only tampilan".split())
_EACH: Final = frozenset("per semua seluruh tiap setiap dari masing".split())
_COMPANY_ENDS: Final = frozenset("pt cv ud tbk persero ltd inc".split())
_OLD_AGE: Final = frozenset(["jht", "tua", "age"])
_PARENTHESIS: Final = re.compile(r"\(([^()]{0,120})\)")


class Kind(Enum):
    """What stands beside a label."""

    __hash__ = object.__hash__  # Enum's own, in Python, costs more than the look-up it serves

    BALANCE = auto()
    TOTAL = auto()  # a total, and nothing says of what
    OPENING = auto()
    CONTRIBUTION = auto()
    GROWTH = auto()
    CLAIM = auto()
    MONEY = auto()  # some other amount: wages, movements, limits, a bank account, a balance that is not the person's
    KPJ = auto()
    COMPANY = auto()
    NPP = auto()
    SEGMENT = auto()
    STATUS = auto()
    LAST = auto()
    AS_OF = auto()
    PERSON = auto()
    OTHER = auto()
    YEAR = auto()
    MONTH = auto()
    PROGRAM = auto()  # names a program and nothing else
    NEUTRAL = auto()  # only words that say nothing: "Nominal (Rp)"
    UNKNOWN = auto()


class Program(Enum):
    """Which insurance a label speaks of."""

    JHT = auto()
    FOREIGN = auto()
    BOTH = auto()


class Label(NamedTuple):
    """A classified label. `unreal`: it announces an estimate or a limit. `strange`: how many of its words nobody knows."""

    text: str
    kind: Kind
    program: Program | None = None
    total: bool = False
    closing: bool = False
    sums: bool = False
    unreal: bool = False
    strange: int = 0
    date: dt.date | None = None
    year: int | None = None
    families: frozenset[str] = frozenset()
    dated: bool = False  # its date is introduced as the one of the figures: "per tanggal", "posisi", "as of"

    announces: bool = False  # it says that what follows is only an example
    estimate: bool = False  # as a heading, it announces a simulation

    @property
    def families_text(self) -> str:
        """The label in small letters."""
        return self.text.casefold()


NO_LABEL: Final = Label("", Kind.UNKNOWN)
_ATTRIBUTES: Final = (
    ("last", Kind.LAST),
    ("kpj", Kind.KPJ),
    ("npp", Kind.NPP),
    ("company", Kind.COMPANY),
    ("segment", Kind.SEGMENT),
    ("status", Kind.STATUS),
)
_PLAIN: Final = (
    ("as_of", Kind.AS_OF),
    ("year", Kind.YEAR),
    ("month", Kind.MONTH),
    ("person", Kind.PERSON),
    ("other", Kind.OTHER),
)
KNOWN: Final = frozenset(Kind) - {Kind.UNKNOWN, Kind.PROGRAM, Kind.NEUTRAL}
MONEY_KINDS: Final = frozenset([Kind.BALANCE, Kind.TOTAL, Kind.OPENING, Kind.CONTRIBUTION, Kind.GROWTH, Kind.CLAIM, Kind.MONEY])
_NOT_THE_BALANCE: Final = frozenset(["claim", "contribution", "wage", "growth", "movement", "foreign", "subtotal"])


class Labels:
    """Classifies labels by the words of the file; remembers what it has seen."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._seen: dict[str, Label] = {}
        self._taught = dict(words.taught)

    def of(self, text: str) -> Label:
        """The label of a text; of one that names nothing, a label of kind UNKNOWN."""
        found = self._seen.get(text)
        if found is None:  # cost: a memo
            found = self._classify(text)
            if len(self._seen) < 5000:  # cost: a memo
                self._seen[text] = found
        return found

    def plain_words(self, text: str) -> tuple[str, ...]:
        """The words of a label without dates, numbers and signs, as a person teaches them."""
        shown = text[-LONGEST:].strip(" :=-\u2013\u00b7|•*")
        for begin, end, _ in reversed(find_dates(shown)):
            shown = shown[:begin] + " " + shown[end:]
        return tuple(word for word in words_of(shown) if word.isalpha())

    def leads(self, text: str, family: str) -> bool:
        """Whether a text begins with a phrase of a family: "Simulasi Saldo JHT"."""
        hits = find(self.words.label, words_of(text[:80]))
        return bool(hits) and hits[0][0] == 0 and hits[0][2] == family

    def prefix(self, text: str) -> tuple[Kind, str]:
        """The kind of the label a text begins with, and what follows it: `Iuran terakhir Oktober 2026`."""
        words = words_of(text[:80])
        hits = find(self.words.label, words)
        if not hits or hits[0][0] != 0 or hits[0][1] >= len(words):
            return Kind.UNKNOWN, ""
        rest = text
        for word in words[: hits[0][1]]:
            at = rest.casefold().find(word)
            if at < 0:
                return Kind.UNKNOWN, ""
            rest = rest[at + len(word) :]
        return _kind({hits[0][2]}), rest.strip(" :.-")

    def _classify(self, text: str) -> Label:
        shown = text[-LONGEST:].strip(" :=-\u2013\u00b7|•*")
        if "@" in shown:
            shown = _MAIL.sub(" ", shown)  # an address is no word
        dates = find_dates(shown)
        plain = shown
        for begin, end, _ in reversed(dates):
            plain = plain[:begin] + " " + plain[end:]
        years = find_years(plain)
        inner = " ".join(_PARENTHESIS.findall(plain))
        words = words_of(plain)
        hits = find(self.words.label, words)
        families: set[str] = set()
        covered = 0
        for begin, end, family in hits:
            if family == "including" and "balance" in families:
                words = words[:begin]  # "Saldo JHT termasuk pengembangan": what follows only explains
                break
            families.add(family)
            covered += end - begin
            if family == "balance" and not _OLD_AGE.isdisjoint(words[begin:end]):
                families.add("jht")  # "Dana JHT", "Tabungan Hari Tua": the phrase itself says of which program
        if _MANY.search(plain) or ("balance" in families and "total" in families and _of_one_employer(words)):
            families.add("foreign")  # an employer's sum
        strange = sum(1 for word in words if word.isalpha() and len(word) > 1) - covered
        if self._taught and (taught := self._taught.get(self.plain_words(text))) is not None:
            families |= {"taught", "balance", *(["total"] if taught == "total" else [])}
            strange = 0
        kind = _kind(families)
        return Label(
            text=shown,
            kind=kind,
            program=_program(families, words_of(inner)),
            total=bool(families & {"total"}) and not families & {"subtotal"},
            closing=bool(families & {"closing", "closing_sum", "now"}),
            sums="closing_sum" in families,
            unreal=bool(families & {"estimate", "conditional", "bound"}) or _SHARE.search(plain) is not None,
            strange=max(0, strange),
            date=dates[-1][2] if dates else None,
            year=years[-1] if years else None,
            families=frozenset(families),
            announces="estimate" in families and not _POINTING.isdisjoint(words),
            estimate="estimate" in families
            and (strange <= 0 or hits[0] == (0, hits[0][1], "estimate"))
            and not (strange > 1 and words[-1] in _COMPANY_ENDS),  # CONTOH JAYA CV
            dated=len(dates) == 1 and _INTRODUCED.search(shown[: dates[-1][0]]) is not None,
        )


def _of_one_employer(words: list[str]) -> bool:
    """Whether a total ends with the employer: `Total Saldo JHT Perusahaan`, but not `Total dari semua perusahaan`."""
    return words[-1:] == ["perusahaan"] and _EACH.isdisjoint(words)


def labels_for(words: Words) -> Labels:
    """The classifier of these words. That of the file's own is kept: the same labels come back on every page and at every check."""
    global _kept  # noqa: PLW0603 - a memo of pure answers
    if _kept is None or _kept.words is not words:  # cost: a memo
        _kept = Labels(words)
    return _kept


_kept: Labels | None = None


def _program(families: set[str], inner: list[str]) -> Program | None:
    if {"jht", "other_program"} <= families:
        return Program.BOTH
    if "jht" in families:
        return Program.JHT
    return Program.FOREIGN if "other_program" in families else None


def _kind(families: set[str]) -> Kind:
    if "closing_sum" in families:
        return Kind.BALANCE
    if "balance" in families:
        if families & _NOT_THE_BALANCE:
            if "growth" in families and not families & (_NOT_THE_BALANCE - {"growth"}):
                return Kind.GROWTH
            return Kind.CLAIM if "claim" in families else Kind.MONEY
        return Kind.OPENING if "opening" in families else Kind.BALANCE
    for family, kind in _ATTRIBUTES:
        if family in families:
            return kind
    for family, kind in (("claim", Kind.CLAIM), ("contribution", Kind.CONTRIBUTION), ("growth", Kind.GROWTH)):
        if family in families:
            return kind
    if families & {"wage", "movement", "foreign", "estimate", "conditional", "bound", "subtotal"}:
        return Kind.MONEY
    for family, kind in _PLAIN:
        if family in families:
            return kind
    if "total" in families:
        return Kind.TOTAL
    if families & {"jht", "other_program"}:
        return Kind.PROGRAM
    return Kind.NEUTRAL if families else Kind.UNKNOWN
