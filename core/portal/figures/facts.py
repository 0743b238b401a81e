"""What a page says, gathered while it is walked: figures and attributes, each with the scope it stands in."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from core.blth import Blth
from core.models import Segment
from core.money import NumberStyle
from core.portal.figures.labels import MONEY_KINDS, Kind, Label, Labels, Program, labels_for
from core.portal.figures.values import State, Values
from core.portal.figures.words import Words, find, words_of

MOST_FIGURES: Final = 5_000  # a page of more is no worker's balance
OTHER_MONEY: Final = frozenset([Kind.CONTRIBUTION, Kind.GROWTH, Kind.CLAIM, Kind.MONEY])
_LIMITS: Final = frozenset("batas minimal minimum maksimal maksimum maximum limit plafon".split())
_OTHERS: Final = re.compile(
    r"\b(?:lain(?:nya)?|others?|ahli waris|istri|suami|pasangan|anak|teman|rekan|adik|kakak|spouse|heirs?|husband|wife|child"
    r"|karyawan|pekerja)\b",
    re.IGNORECASE,
)
_FAILING: Final = frozenset("gagal tidak terjadi failed could error unable wrong koneksi something".split())
_DENYING: Final = frozenset("tidak belum no not kosong".split())


class TooManyFigures(Exception):
    """The page names more figures than any worker's page does."""


@dataclass(slots=True, eq=False)
class Scope:
    """A part of the page that holds together: a block, a row, a column. `opens` and `closes` count in reading order."""

    parent: Scope | None
    attributes: list[Attribute] = field(default_factory=list)
    column: bool = False  # one of several columns of one table

    def chain(self) -> list[Scope]:
        """This scope and those around it, from the inside out."""
        out: list[Scope] = []
        scope: Scope | None = self
        while scope is not None:
            out.append(scope)
            scope = scope.parent
        return out


class Context(NamedTuple):
    """What the headings above a place say."""

    program: Program | None = None
    estimate: bool = False
    balance: bool = False
    heading: str = ""

    def under(self, label: Label) -> Context:
        """The context below one more heading: it may change the program, and once it is an estimate it stays one."""
        return Context(
            program=label.program or self.program,
            estimate=self.estimate or label.estimate or label.announces or _limits(label) or _of_others(label),
            balance=self.balance or (label.kind is Kind.BALANCE and not label.unreal),
            heading=label.text or self.heading,
        )


def _limits(label: Label) -> bool:
    """Whether a heading speaks of limits: "Batas Klaim"."""
    return label.strange == 0 and not _LIMITS.isdisjoint(words_of(label.text))


def _of_others(label: Label) -> bool:
    """Whether a heading names the balance of somebody else: "Saldo JHT Ahli Waris"."""
    return (
        "foreign" in label.families
        and not label.families.isdisjoint(("balance", "person"))
        and _OTHERS.search(label.text) is not None
    )


@dataclass(slots=True, eq=False)
class Figure:
    """A value that a label calls money. `row`: the words around it, for the excerpt."""

    label: Label
    state: State
    text: str
    element: etree._Element
    scope: Scope
    order: int
    context: Context
    row: str = ""


class Attribute(NamedTuple):
    """Something said of a card. `weak`: nothing labels it, it only looks like one."""

    kind: Kind
    value: str | Segment | Blth | bool | Program
    order: int
    weak: bool = False


@dataclass(slots=True, eq=False)
class Page:
    """Everything gathered from one page."""

    words: Words
    style: NumberStyle
    labels: Labels = field(init=False)
    values: Values = field(init=False)
    root: Scope = field(default_factory=lambda: Scope(None))
    figures: list[Figure] = field(default_factory=list)
    dropped: set[str] = field(default_factory=set)  # why amounts beside a balance's words were not taken
    strange: list[Scope] = field(default_factory=list)  # where an amount stands whose sign nobody knows
    misaligned: bool = False  # a table's row does not fit under its header
    other_money: bool = False  # amounts that are no balance: contributions, wages
    names: set[str] = field(default_factory=set)  # the persons that a table of cards names
    claims: bool = False  # a heading or a label says that this page shows the balance
    dates: list[dt.date] = field(default_factory=list)
    attributes: list[tuple[Scope, Attribute]] = field(default_factory=list)
    denials: list[str] = field(default_factory=list)  # the portal's sentences that there is no balance
    empty_words: list[str] = field(default_factory=list)  # its sentences that there are no data, of whatever kind
    failures: list[str] = field(default_factory=list)  # its sentences that something could not be loaded
    orphans: list[Figure] = field(default_factory=list)  # amounts in a block with a card's number, and no label
    pager: tuple[int, int] | None = None  # how many items a pager shows, and of how many
    torn: bool = False  # a balance's label and an amount are left over beside each other
    counted: int = 0  # how many cards the page says there are
    columns: list[Label] | None = None  # the header of a table that had no rows
    links_jht: bool = False  # a menu leads to the JHT balance
    links_foreign: bool = False  # a menu speaks of other programs
    says_jht: bool = False
    says_balance: bool = False
    says_now: bool = False  # a label speaks of the balance of now
    newest: dt.date | None = None  # the latest day that a balance's label speaks of
    unclaimed: dt.date | None = None  # the latest day beside which an amount stands that nothing labels
    passbook: bool = False  # the last line of a history was taken for the balance
    run_to: list[frozenset[int]] = field(default_factory=list)  # the first and last running amounts of each history, in sen
    persons: set[str] = field(default_factory=set)
    broken_identity: bool = False
    _order: int = 0

    def __post_init__(self) -> None:
        self.labels = labels_for(self.words)
        self.values = Values(self.words)

    def numbers(self) -> set[str]:
        """The numbers of the cards (KPJ) that the page names; where some are labelled so, only those."""
        named = [one for _, one in self.attributes if one.kind is Kind.KPJ]
        return {str(one.value) for one in named if not one.weak} or {str(one.value) for one in named}

    def is_value(self, text: str) -> bool:
        """Whether a text is a value though it is made of words: a company, a segment, a status; or holds a card's number."""
        values = self.values
        return values.is_company(text) or values.is_segment(text) or values.is_status(text) or bool(values.bare_kpjs(text))

    def next(self) -> int:
        """The next place in reading order."""
        self._order += 1
        return self._order

    def figure(
        self,
        label: Label,
        state: State,
        text: str,
        element: etree._Element,
        scope: Scope,
        context: Context,
        row: str = "",
        order: int = 0,
    ) -> None:
        """Take down a labelled figure, where its label may mean a balance, a total, or a part of a balance."""
        if state is State.AMOUNT and (label.kind not in MONEY_KINDS or label.kind is Kind.MONEY):
            self.strange.append(scope)
        if label.kind in OTHER_MONEY:
            self.other_money = True
        if label.kind not in MONEY_KINDS or label.kind is Kind.MONEY or state is State.OTHER:
            return
        if label.kind in (Kind.BALANCE, Kind.TOTAL):
            if label.unreal or context.estimate:
                self.dropped.add("only_estimates")
                return
        elif state is not State.AMOUNT:
            return
        if len(self.figures) >= MOST_FIGURES:
            raise TooManyFigures
        self.figures.append(Figure(label, state, text, element, scope, order or self.next(), context, row))

    def attribute(self, kind: Kind, text: str, scope: Scope, weak: bool = False, order: int = 0) -> bool:
        """Take down an attribute from its value's text; False where the text is no such value."""
        value = self._value(kind, text)
        if value is None:
            return False
        attribute = Attribute(kind, value, order or self.next(), weak)
        scope.attributes.append(attribute)
        self.attributes.append((scope, attribute))
        return True

    def labelled(self, label: Label, text: str, scope: Scope, order: int = 0) -> bool:
        """Take down what a label calls an attribute; one of "Nama Perusahaan / NPP" holds two, "Nama Program" is no person's."""
        if label.kind is Kind.PERSON and "program" in label.families_text:
            return self.attribute(Kind.PROGRAM, text, scope, order=order)
        taken = self.attribute(label.kind, text, scope, order=order)
        if label.kind is Kind.NPP and "company" in label.families:
            return self.attribute(Kind.COMPANY, self.values.without_npp(text), scope, order=order) or taken
        return taken

    def hear(self, text: str, label: Label, context: Context | None = None) -> None:
        """Note what a sentence outside any link says of the page as a whole: that it is of JHT, that there is no balance. Under another
        program's heading the latter is said of that program."""
        if label.program is Program.JHT:
            self.says_jht = True
        if label.kind is Kind.BALANCE and label.program is not Program.FOREIGN and not label.unreal:
            self.says_balance = True
            self.says_now = self.says_now or "now" in label.families
            begun = dt.date(label.year, 1, 1) if label.year is not None else None  # a heading's year may not be over
            if label.strange <= 1:
                self.newest = max(filter(None, (self.newest, label.date or begun)), default=None)
        words = words_of(text[:300])
        if not _FAILING.isdisjoint(words) and find(self.words.failure, words):
            self.failures.append(text)
        if not _DENYING.isdisjoint(words):
            if label.program is None and context is not None and context.program is Program.FOREIGN:
                return
            if find(self.words.service, words):
                return
            if find(self.words.no_balance, words):
                self.denials.append(text)
            elif find(self.words.no_data, words):
                self.empty_words.append(text)

    def _value(self, kind: Kind, text: str) -> str | Segment | Blth | bool | Program | None:
        from core.portal.figures.dates import find_dates, read_blth

        text = text.strip(" :")
        if kind is Kind.KPJ:
            return self.values.kpj(text)
        if kind is Kind.NPP:
            return self.values.npp(text)
        if kind is Kind.COMPANY:
            shown = text[:120]
            return shown if any(c.isalpha() for c in shown) and self.values.state(shown) is State.TEXT else None
        if kind is Kind.SEGMENT:
            return self.values.segment(text)
        if kind is Kind.STATUS:
            return self.values.active(text)
        if kind is Kind.LAST:
            return read_blth(text)
        if kind is Kind.PROGRAM:
            return self.labels.of(text).program
        if kind is Kind.AS_OF:
            dates = find_dates(text)
            if len(dates) == 1:
                self.dates.append(dates[0][2])
            return None
        if kind is Kind.PERSON and text and not any(c.isdecimal() for c in text) and len(text) <= 60:
            self.persons.add(text)
        return None


def with_program(label: Label, other: Label) -> Label:
    """A label completed by the one that stands over it: its program, its total, its year."""
    return label._replace(
        text=f"{other.text} {label.text}".strip() if other.text and other.text != label.text else label.text,
        program=label.program or other.program,
        total=label.total or other.total,
        closing=label.closing or other.closing,
        unreal=label.unreal or other.unreal,
        date=label.date or other.date,
        year=label.year or other.year,
    )
