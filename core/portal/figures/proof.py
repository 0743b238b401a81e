"""From figures to an answer that is proved: amounts in one style, twins that agree, cards that add up to the portal's total."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Final

from core import money
from core.blth import Blth
from core.errors import PageNotUnderstood
from core.models import Balance, Card, Segment
from core.portal.figures.cards import Holding, hold
from core.portal.figures.evidence import evidence
from core.portal.figures.facts import Figure, Page, Scope
from core.portal.figures.labels import Kind, Program
from core.portal.figures.values import State

IMPLAUSIBLE_SEN: Final = 100_000_000_000 * money.SEN
_MOST_CARDS: Final = 200


@dataclass(slots=True, eq=False)
class Proved:
    """One card's figure in sen."""

    sen: int
    holding: Holding


def candidates(page: Page, says_jht: bool) -> list[Figure]:
    """The figures that may be the JHT balance, or its total: the others are dropped, and why is noted on the page."""
    out: list[Figure] = []
    foreign = False
    for figure in page.figures:
        if figure.label.kind not in (Kind.BALANCE, Kind.TOTAL):
            continue
        program = _program(page, figure)
        if program is Program.FOREIGN:
            foreign = foreign or figure.label.kind is Kind.BALANCE
            continue
        if program is Program.BOTH or (program is None and not says_jht):
            page.dropped.add("program_unclear")
            continue
        if figure.label.kind is Kind.TOTAL and not figure.context.balance:
            continue
        if figure.label.strange and figure.label.program is not Program.JHT:
            page.dropped.add("label_unclear")
            continue
        out.append(figure)
    if foreign:
        out = [
            figure
            for figure in out
            if not (figure.label.total and figure.label.program is None and _program(page, figure) is None)
        ]
    if any(figure.label.sums for figure in out):
        out = [figure for figure in out if figure.label.sums or not figure.label.total]
    return out


def _program(page: Page, figure: Figure) -> Program | None:
    if figure.label.program is not None:
        return figure.label.program
    for scope in figure.scope.chain():
        said = {one.value for one in scope.attributes if one.kind is Kind.PROGRAM}
        if len(said) == 1:
            value = said.pop()
            return value if isinstance(value, Program) else None
    return figure.context.program


def prove(page: Page, figures: list[Figure]) -> Balance:
    """The one answer. Raises PageNotUnderstood with its reason for anything that is not proved."""
    holdings = hold(page, figures)
    if page.broken_identity or not _parts_add_up(page):
        raise PageNotUnderstood("parts_mismatch")
    holdings = _without_blanks(holdings)
    amounts = {id(one): _sen(page, one.figure) for one in holdings}
    holdings = _newest(holdings, amounts)
    several = len({one.kpj for one in holdings if one.kpj}) > 1
    totals = [one for one in holdings if _is_total(one) and (several or not one.kpj)]
    single = [one for one in holdings if one not in totals]
    keyed = [one for one in single if one.keyed]
    loose = [one for one in single if not one.keyed]
    cards = _cards(keyed, amounts)
    printed = {amounts[id(one)] for one in totals}
    if not cards:
        if len({amounts[id(one)] for one in (*loose, *totals)}) != 1:
            raise PageNotUnderstood("figures_disagree")
        if len({number for one in page.attributes if one[1].kind is Kind.KPJ for number in [one[1].value]}) > 1:
            raise PageNotUnderstood("cards_unclear")
        chosen = (loose or totals)[0]
        return _balance(page, [Proved(amounts[id(chosen)], chosen)], totals or [one for one in loose if one.figure.label.total])
    total = sum(card.sen for card in cards)
    for one in loose:
        if amounts[id(one)] != total:
            raise PageNotUnderstood("figures_disagree")
    if printed - {total}:
        raise PageNotUnderstood("total_mismatch")
    if len(cards) > _MOST_CARDS:
        raise PageNotUnderstood("too_many_figures")
    portals = totals or [one for one in keyed if _is_total(one)] or (loose if len(cards) > 1 else [])
    return _balance(page, cards, portals)


def _is_total(holding: Holding) -> bool:
    return holding.figure.label.total or holding.figure.label.kind is Kind.TOTAL


def _without_blanks(holdings: list[Holding]) -> list[Holding]:
    """Masked and missing figures are no figures: they may only repeat one that is printed."""
    printed = [one for one in holdings if one.figure.state is State.AMOUNT]
    for one in holdings:
        if one.figure.state is State.AMOUNT or (_is_total(one) and printed):
            continue
        if not printed or (one.keyed and not any(other.keyed and other.same_card(one) for other in printed)):
            raise PageNotUnderstood("figure_masked" if one.figure.state is State.MASKED else "figure_missing")
    return printed


def _sen(page: Page, figure: Figure) -> int:
    try:
        sen = money.parse_amount(figure.text, page.style)
    except money.AmbiguousMoney:
        raise PageNotUnderstood("number_style_unclear") from None
    except money.NotMoney:
        raise PageNotUnderstood("figure_unreadable") from None
    if sen < 0:
        raise PageNotUnderstood("negative_figure")
    if sen >= IMPLAUSIBLE_SEN:
        raise PageNotUnderstood("figure_implausible")
    return sen


def _newest(holdings: list[Holding], amounts: dict[int, int]) -> list[Holding]:
    """Where one balance is printed for several dates (or years), the latest of each card."""
    out: list[Holding] = []
    for one in holdings:
        mine = _moment(one.figure)
        later = (
            [
                other
                for other in holdings
                if other is not one
                and mine is not None
                and (theirs := _moment(other.figure)) is not None
                and theirs > mine
                and other.same_card(one)
                and _is_total(other) == _is_total(one)
                and amounts[id(other)] != amounts[id(one)]
            ]
            if len(holdings) <= 100
            else []
        )
        if not later:
            out.append(one)
    return out


def _moment(figure: Figure) -> dt.date | None:
    if figure.label.date is not None:
        return figure.label.date
    return dt.date(figure.label.year, 12, 31) if figure.label.year is not None else None


def _cards(keyed: list[Holding], amounts: dict[int, int]) -> list[Proved]:
    """One card for all figures that nothing tells apart; they must agree."""
    groups: list[list[Holding]] = []
    by_number: dict[str, list[list[Holding]]] = {}
    for one in keyed:
        place = by_number.setdefault((one.kpj or "")[-4:], [])
        for group in place:
            if all(other.same_card(one) for other in group):
                group.append(one)
                break
        else:
            group = [one]
            groups.append(group)
            place.append(group)
    out: list[Proved] = []
    for group in groups:
        if len({amounts[id(one)] for one in group}) > 1:
            raise PageNotUnderstood("figures_disagree")
        best = max(group, key=lambda one: len(one.said))
        for one in group:
            for kind, value in one.said.items():
                best.said.setdefault(kind, value)
        out.append(Proved(amounts[id(best)], best))
    numbered = [one for one in out if one.holding.kpj]
    if numbered and len(numbered) < len(out):
        rest = [one for one in out if not one.holding.kpj]
        if any(not any(other.holding.same_card(one.holding) and other.sen == one.sen for other in numbered) for one in rest):
            raise PageNotUnderstood("cards_unclear")
        out = numbered
    return out


def _parts_add_up(page: Page) -> bool:
    """Saldo awal + iuran + pengembangan - klaim = saldo akhir, in every part of the page that prints each of them once."""
    by_scope: dict[Scope, list[Figure]] = {}
    for figure in page.figures:
        if figure.state is State.AMOUNT:
            by_scope.setdefault(figure.scope, []).append(figure)
    for figures in by_scope.values():
        sums: dict[Kind, list[int]] = {}
        for figure in figures[:50]:
            try:
                sums.setdefault(figure.label.kind, []).append(money.parse_amount(figure.text, page.style))
            except (money.NotMoney, money.AmbiguousMoney):
                continue
        kinds = (Kind.OPENING, Kind.CONTRIBUTION, Kind.GROWTH, Kind.BALANCE)
        if any(len(sums.get(kind, [])) != 1 for kind in kinds) or len(sums.get(Kind.CLAIM, [])) > 1:
            continue
        opening, paid, grown, closing = (sums[kind][0] for kind in kinds)
        if abs(opening + paid + grown - abs(sum(sums.get(Kind.CLAIM, []))) - closing) > money.SEN:
            return False
    return True


def _balance(page: Page, cards: list[Proved], totals: list[Holding]) -> Balance:
    shown = [one.holding.figure for one in cards] + [one.figure for one in totals]
    dates = {figure.label.date for figure in shown if figure.label.date} or set(page.dates)
    total = sum(card.sen for card in cards)
    if total >= IMPLAUSIBLE_SEN:
        raise PageNotUnderstood("figure_implausible")
    made = tuple(_card(page, card) for card in cards)
    return Balance(
        total=total,
        cards=made,
        as_of=dates.pop() if len(dates) == 1 else None,
        total_is_portals=bool(totals),
        evidence=evidence(page, totals[0].figure) if totals else made[0].evidence if len(made) == 1 else None,
    )


def _card(page: Page, card: Proved) -> Card:
    said = card.holding.said
    company, npp, segment = said.get(Kind.COMPANY), said.get(Kind.NPP), said.get(Kind.SEGMENT)
    active, last = said.get(Kind.STATUS), said.get(Kind.LAST)
    return Card(
        balance=card.sen,
        kpj=card.holding.kpj,
        company=company if isinstance(company, str) else None,
        npp=npp if isinstance(npp, str) else None,
        segment=segment if isinstance(segment, Segment) else None,
        active=active if isinstance(active, bool) else None,
        last_contribution=last if isinstance(last, Blth) else None,
        evidence=evidence(page, card.holding.figure),
    )
