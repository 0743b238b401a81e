"""Which figure belongs to which card: by the number (KPJ) in the same row, column or block, or the one it follows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from core.blth import Blth
from core.models import Segment
from core.portal.figures.facts import Attribute, Figure, Page, Scope
from core.portal.figures.labels import Kind

Said = dict[Kind, str | Segment | Blth | bool]
_NEVER: Final = 1 << 60
_NAMED: Final = (Kind.COMPANY, Kind.NPP, Kind.SEGMENT, Kind.STATUS, Kind.LAST)


@dataclass(slots=True, eq=False)
class Holding:
    """One balance figure with what its surroundings say of its card."""

    figure: Figure
    kpj: str | None = None
    said: Said = field(default_factory=dict)

    def same_card(self, other: Holding) -> bool:
        """Whether nothing tells the two cards apart. Same KPJ as PU and as BPU are two cards."""
        if self.kpj is not None and other.kpj is not None and not _same_number(self.kpj, other.kpj):
            return False
        return all(
            _same(self.said[kind], other.said[kind])
            for kind in (Kind.SEGMENT, Kind.NPP, Kind.COMPANY)
            if kind in self.said and kind in other.said
        )

    @property
    def is_total(self) -> bool:
        """Whether the portal calls it a total."""
        return self.figure.label.total or self.figure.label.kind is Kind.TOTAL

    @property
    def keyed(self) -> bool:
        """Whether anything says which card this is."""
        return self.kpj is not None or bool(self.said.keys() & {Kind.COMPANY, Kind.NPP, Kind.SEGMENT})


def _same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))
    return one == other


def _same_number(one: str, other: str) -> bool:
    """Two numbers agree where neither is masked."""
    if len(one) != len(other):
        return one[-4:] == other[-4:] and bool(set("*•xX") & set(one + other))
    return all(a == b or a in "*•xX" or b in "*•xX" for a, b in zip(one, other, strict=True))


class Surroundings:
    """For every scope of a page: which KPJs, attributes and figures stand inside it."""

    def __init__(self, figures: list[Figure], attributes: list[tuple[Scope, Attribute]]) -> None:
        strong = any(attribute.kind is Kind.KPJ and not attribute.weak for _, attribute in attributes)
        self.kpjs: defaultdict[Scope, dict[str, list[int]]] = defaultdict(dict)
        self.stands: defaultdict[str, list[Scope]] = defaultdict(list)
        self.figures: defaultdict[Scope, int] = defaultdict(int)
        self.attributes: defaultdict[Scope, list[Attribute]] = defaultdict(list)
        for scope, attribute in attributes:
            if attribute.kind is Kind.KPJ:
                if attribute.weak and strong:
                    continue
                self.stands[str(attribute.value)].append(scope)
                for around in scope.chain():
                    self.kpjs[around].setdefault(str(attribute.value), []).append(attribute.order)
            else:
                for around in scope.chain():
                    self.attributes[around].append(attribute)
        for figure in figures:
            for around in figure.scope.chain():
                self.figures[around] += 1

    def is_anothers(self, figure: Figure, kpj: str) -> bool:
        """Whether a number stands only in parts of the page that hold figures of their own, none of them this one: in other rows."""
        around = set(figure.scope.chain())
        return all(scope not in around and self.figures[scope] for scope in self.stands[kpj])

    def card_scope(self, figure: Figure, kpj: str | None) -> Scope:
        """The largest part of the page that speaks of this figure's card only."""
        chosen = figure.scope
        for scope in figure.scope.chain():
            if self.figures[scope] > 1 or set(self.kpjs.get(scope, {})) - {kpj}:
                break
            chosen = scope
        return chosen

    def said(self, scope: Scope, begin: int = 0, end: int = _NEVER) -> Said:
        """What is said once, or always alike, between two places of a scope; labelled attributes before unlabelled ones."""
        out: Said = {}
        inside = [attribute for attribute in self.attributes.get(scope, []) if begin <= attribute.order < end]
        for kind in _NAMED:
            for weak in (False, True):
                values = list(dict.fromkeys(one.value for one in inside if one.kind is kind and one.weak is weak))
                if len(values) == 1:
                    out[kind] = values[0]  # type: ignore[assignment]
                if values:
                    break
        return out


def hold(page: Page, figures: list[Figure]) -> list[Holding]:
    """The figures, each with its card's number and names as far as they are certain."""
    around = Surroundings(figures, page.attributes)
    out: list[Holding] = []
    open_ones: defaultdict[Scope, list[Figure]] = defaultdict(list)
    taken: set[str | None] = set()
    for figure in figures:
        scope = next((one for one in figure.scope.chain() if around.kpjs.get(one)), None)
        if scope is not None and len(around.kpjs[scope]) > 1:
            open_ones[scope].append(figure)
            continue
        kpj = next(iter(around.kpjs[scope])) if scope is not None else None
        if scope is not None and scope is not figure.scope and around.is_anothers(figure, str(kpj)):
            kpj = None
        taken.add(kpj)
        out.append(Holding(figure, kpj, around.said(around.card_scope(figure, kpj))))
    for scope, some in open_ones.items():
        out.extend(_in_sequence(around, scope, some, taken))
    return sorted(out, key=lambda holding: holding.figure.order)


def _in_sequence(around: Surroundings, scope: Scope, figures: list[Figure], taken: set[str | None]) -> list[Holding]:
    """Figures and numbers in one block, without a block of their own: each figure follows its number (or, all of them, precede it)."""
    marks: list[tuple[int, str, Figure | None]] = [
        (order, kpj, None) for kpj, orders in around.kpjs[scope].items() if kpj not in taken for order in orders[:1]
    ]
    marks += [(figure.order, "", figure) for figure in figures if not figure.label.total]
    marks.sort(key=lambda mark: mark[0])
    loose = [Holding(figure) for figure in figures if figure.label.total]
    numbers = [mark for mark in marks if mark[2] is None]
    pattern = [mark[2] is None for mark in marks]
    if not marks or pattern not in ([True, False] * len(numbers), [False, True] * len(numbers)):
        return loose + [Holding(figure) for _, _, figure in marks if figure is not None]
    out = []
    for place, said in enumerate(_between(around, scope, [mark[0] for mark in marks])):
        pair = marks[2 * place : 2 * place + 2]
        figure = next(mark[2] for mark in pair if mark[2] is not None)
        kpj = next(mark[1] for mark in pair if mark[2] is None)
        out.append(Holding(figure, kpj, said))
    return loose + out


def _between(around: Surroundings, scope: Scope, orders: list[int]) -> list[Said]:
    """What is said of each pair of a number and a figure: behind its beginning, or, where something is said before the first, before its
    end. Nothing where it is said on both sides of them all, or not of each of them."""
    named = [attribute.order for attribute in around.attributes.get(scope, []) if attribute.kind in _NAMED]
    begins, ends = orders[::2], orders[1::2]
    if not any(order < orders[0] - 1 for order in named):
        return [around.said(scope, begin, end) for begin, end in pairwise([orders[0] - 1, *begins[1:], _NEVER])]
    found = [around.said(scope, begin, end) for begin, end in pairwise([0, *ends])]
    if any(order > ends[-1] for order in named):
        return [{} for _ in found]
    return [{kind: value for kind, value in one.items() if all(kind in other for other in found)} for one in found]
