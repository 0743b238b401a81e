"""From figures to an answer that is proved: amounts in one style, twins that agree, cards that add up to the portal's total."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from itertools import product
from typing import Final

from core import money
from core.blth import Blth
from core.errors import PageNotUnderstood
from core.models import Balance, Card, Segment
from core.portal.figures.cards import Holding, hold
from core.portal.figures.evidence import evidence
from core.portal.figures.facts import Figure, Page, Scope
from core.portal.figures.labels import Kind
from core.portal.figures.parts import parts, strange_parts
from core.portal.figures.values import State

IMPLAUSIBLE_SEN: Final = 100_000_000_000 * money.SEN
_MOST_CARDS: Final = 200


@dataclass(slots=True, eq=False)
class Proved:
    """One card's figure in sen."""

    sen: int
    holding: Holding


class SomeCards(PageNotUnderstood):
    """The page shows cards, but not all of them: `part` is what it shows (sen), `printed` the portal's total of all (sen) or None,
    `items` how many cards it says there are, or None. Further pages may complete them; alone this is a refusal."""

    def __init__(self, reason: str, part: Balance, *, printed: int | None = None, items: int | None = None) -> None:
        super().__init__(reason)
        self.part = part
        self.printed = printed
        self.items = items


def prove(page: Page, figures: list[Figure], today: dt.date) -> Balance:
    """The one answer. Raises PageNotUnderstood with its reason for anything that is not proved."""
    if page.torn:
        raise PageNotUnderstood("label_unclear")
    if page.misaligned:
        raise PageNotUnderstood("columns_unclear")
    if page.passbook and page.pager is not None:
        raise PageNotUnderstood("only_running_amounts")  # a pager, wherever it stands: the latest lines may be on another page
    if len(page.names) > 1:
        raise PageNotUnderstood("several_persons")
    if page.broken_identity or not _parts_add_up(page):
        raise PageNotUnderstood("parts_mismatch")
    holdings = _without_blanks(hold(page, figures), today)
    amounts = {id(one): _sen(page, one.figure) for one in holdings}
    holdings = _newest(holdings, amounts, today)
    single = [one for one in holdings if not one.is_total]
    totals = [one for one in holdings if one.is_total]
    cards = _cards([one for one in single if one.keyed], amounts)
    loose = [one for one in single if not one.keyed]
    if not cards and len({one.kpj for one in totals}) > 1:
        cards, totals = _cards([one for one in totals if one.kpj], amounts), [one for one in totals if not one.kpj]
    if not cards:
        cards = _orphans(page, [*loose, *totals], amounts)
    if not cards:
        return _one_figure(page, loose, totals, amounts, today)
    total = sum(card.sen for card in cards)
    if any(amounts[id(one)] != total for one in loose):
        raise PageNotUnderstood("figures_disagree")
    for one in totals:
        mine = [card.sen for card in cards if one.kpj is not None and card.holding.same_card(one)]
        if amounts[id(one)] != total and mine != [amounts[id(one)]]:
            if amounts[id(one)] > total and all(card.holding.kpj for card in cards):
                raise SomeCards("total_mismatch", _balance(page, cards, [], today), printed=amounts[id(one)])
            raise PageNotUnderstood("total_mismatch")
    portals = [one for one in (*totals, *(loose if len(cards) > 1 else [])) if amounts[id(one)] == total]
    # a sum below one page of a list is that page's
    if (
        page.pager is not None
        and page.pager[1] > len(cards) >= max(page.pager[0], 1)
        and (not portals or page.pager[0] == len(cards))
    ):
        raise SomeCards("cards_incomplete", _balance(page, cards, [], today), items=page.pager[1])
    if not portals and page.counted > len(cards):
        raise SomeCards("cards_incomplete", _balance(page, cards, portals, today), items=page.counted)
    if not portals and page.numbers() - {card.holding.kpj for card in cards}:
        raise PageNotUnderstood("cards_unclear")  # a card without a figure, and no total that would show what it adds
    return _balance(page, cards, portals, today)


def _one_figure(page: Page, loose: list[Holding], totals: list[Holding], amounts: dict[int, int], today: dt.date) -> Balance:
    """No card is named beside a figure: all figures must be the same one, and the page may not name several cards."""
    if len({amounts[id(one)] for one in (*loose, *totals)}) != 1:
        raise PageNotUnderstood("figures_disagree")
    if len(page.numbers()) > 1:
        raise PageNotUnderstood("cards_unclear")
    chosen = (loose or totals)[0]
    return _balance(page, [Proved(amounts[id(chosen)], chosen)], totals, today)


def _orphans(page: Page, totals: list[Holding], amounts: dict[int, int]) -> list[Proved]:
    """Amounts that only stand beside a card's number are balances where there is one for every card and they add up to the total."""
    numbers = page.numbers()
    printed = {amounts[id(one)] for one in totals}
    if len(numbers) < 2 or len(printed) != 1 or not page.orphans:
        return []
    holdings = hold(page, page.orphans)
    values = {id(one): _sen(page, one.figure) for one in holdings}
    cards = _cards(holdings, values) if all(one.kpj for one in holdings) else []
    if {card.holding.kpj for card in cards} != numbers or sum(card.sen for card in cards) not in printed:
        return []
    return cards


def _without_blanks(holdings: list[Holding], today: dt.date) -> list[Holding]:
    """Masked and missing figures are no figures: they may only repeat one that is printed, and not for an earlier day than theirs."""
    printed = [one for one in holdings if one.figure.state is State.AMOUNT]
    for one in holdings:
        if one.figure.state is State.AMOUNT:
            continue
        same = [other for other in printed if other.same_card(one)]
        later = bool(same) and all(_is_later(one.figure, other.figure, today) for other in same)
        if one.is_total and printed and not later:
            continue
        if one.figure.state is State.BROKEN:
            raise PageNotUnderstood("figure_unreadable")
        if later or not printed or (one.keyed and not any(other.keyed and other.same_card(one) for other in printed)):
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


def _newest(holdings: list[Holding], amounts: dict[int, int], today: dt.date) -> list[Holding]:
    """Where one balance is printed for several dates (or years), the latest of each card."""
    if len(holdings) > _MOST_CARDS:
        return holdings
    return [one for one in holdings if not any(_outdates(other, one, amounts, today) for other in holdings)]


def _is_older(page: Page, shown: list[Figure], totals: list[Figure], today: dt.date) -> bool:
    """Whether the page speaks of a newer balance than the ones that were found: of a later day, or of now beside a past year's end.
    A total that was read and agrees is as good as the cards: its day counts, too."""
    moments = [moment for figure in shown if (moment := _moment(figure)) is not None]
    if len(moments) < len(shown):
        return False
    moments += [moment for figure in totals if (moment := _moment(figure)) is not None]
    if page.unclaimed is not None and page.unclaimed > max(moments):
        return True
    past = all(figure.label.date is None for figure in shown) and max(moments).year < today.year
    return (page.says_now and past) or (page.newest is not None and page.newest > max(moments))


def _is_later(blank: Figure, printed: Figure, today: dt.date) -> bool:
    """Whether a figure that is not printed would be newer than one that is: the balance of a year's end is not the one of now."""
    then = _moment(printed)
    if then is None:
        return False
    now = today if "now" in blank.label.families else _moment(blank)
    return then.year < today.year and printed.label.date is None if now is None else now > then


def _outdates(newer: Holding, older: Holding, amounts: dict[int, int], today: dt.date) -> bool:
    now, then = _moment(newer.figure), _moment(older.figure)
    if now is None and "now" in newer.figure.label.families:
        now = today  # "Saldo saat ini", beside the balance at the end of a year
    if now is None or then is None or now <= then:
        return False
    return newer.is_total == older.is_total and newer.same_card(older) and amounts[id(newer)] != amounts[id(older)]


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
    if len(out) > _MOST_CARDS:
        raise PageNotUnderstood("too_many_figures")
    return _numbered(out)


def _numbered(cards: list[Proved]) -> list[Proved]:
    """Cards without a number beside cards with one can only repeat them."""
    numbered = [one for one in cards if one.holding.kpj]
    if not numbered or len(numbered) == len(cards):
        return cards
    for one in cards:
        if not one.holding.kpj and not any(other.holding.same_card(one.holding) and other.sen == one.sen for other in numbered):
            raise PageNotUnderstood("cards_unclear")
    return numbered


def _parts_add_up(page: Page) -> bool:
    """Saldo awal + iuran + pengembangan - klaim = saldo akhir, in every part of the page that prints each of them once."""
    part, strange = parts(page), strange_parts(page)
    by_scope: dict[Scope, list[Figure]] = {}
    for figure in page.figures:
        if figure.state is State.AMOUNT and part[id(figure)] not in strange:
            by_scope.setdefault(part[id(figure)], []).append(figure)
    for figures in by_scope.values():
        sums: dict[Kind, list[int]] = {}
        for figure in figures[:50]:
            try:
                sums.setdefault(figure.label.kind, []).append(money.parse_amount(figure.text, page.style))
            except (money.NotMoney, money.AmbiguousMoney):
                continue
        summed = any(one.label.kind is Kind.CONTRIBUTION and one.label.total for one in figures) and Kind.GROWTH in sums
        if ((Kind.OPENING in sums and Kind.CONTRIBUTION in sums) or summed) and not _is_closing(figures, sums):
            return False
        kinds = (Kind.OPENING, Kind.CONTRIBUTION, Kind.GROWTH, Kind.BALANCE)
        if any(len(set(sums.get(kind, []))) != 1 for kind in kinds) or len(sums.get(Kind.CLAIM, [])) > 1:
            continue
        claimed = abs(sum(sums.get(Kind.CLAIM, [])))
        # The same amount twice may be one that is printed twice, or two payments that are alike.
        ways = product(*({sums[kind][0], sum(sums[kind])} for kind in kinds[:3]))
        if all(abs(opening + abs(paid) + grown - claimed - sums[Kind.BALANCE][0]) > money.SEN for opening, paid, grown in ways):
            return False
    return True


def _is_closing(figures: list[Figure], sums: dict[Kind, list[int]]) -> bool:
    """Where opening balance and contributions are printed, a mere "Total Saldo" is the closing balance only if it adds up: the yearly
    statement (RSJHT) calls the opening balance plus its growth so."""
    totals = [one for one in figures if one.label.kind is Kind.BALANCE and one.label.total and not one.label.closing]
    if not totals or any(one.label.kind is Kind.BALANCE and one.label.closing for one in figures):
        return True
    if all(one.label.program is not None for one in totals):
        return True
    parts = sum(sum(sums.get(kind, [])) for kind in (Kind.OPENING, Kind.CONTRIBUTION, Kind.GROWTH))
    return all(value == parts - abs(sum(sums.get(Kind.CLAIM, []))) for value in sums[Kind.BALANCE])


def _balance(page: Page, cards: list[Proved], totals: list[Holding], today: dt.date) -> Balance:
    shown = [one.holding.figure for one in cards] + [one.figure for one in totals]
    others = {figure.label.date for figure in page.figures if figure not in shown}
    said = {figure.label.date for figure in shown if figure.label.date}
    dates = set(said) or set(page.dates) - others
    as_of = dates.pop() if len(dates) == 1 else None
    if as_of is not None and not all(_is_of(figure, as_of, said) for figure in shown):
        as_of = None
    if _is_older(page, [one.holding.figure for one in cards], [one.figure for one in totals], today):
        raise PageNotUnderstood("figure_missing")
    if as_of is not None and as_of > today + dt.timedelta(days=2):
        raise PageNotUnderstood("future_date")
    if any(figure.label.year is not None and figure.label.year > today.year for figure in shown):
        raise PageNotUnderstood("future_date")
    total = sum(card.sen for card in cards)
    closing = [one for one in shown if one.label.closing and "now" not in one.label.families and _moment(one) is None]
    if len(cards) == 1 and closing and any(total not in ends for ends in page.run_to):
        raise PageNotUnderstood("contradiction")  # the history runs to another amount than the page calls its closing balance
    if total >= IMPLAUSIBLE_SEN:
        raise PageNotUnderstood("figure_implausible")
    made = tuple(_card(page, card) for card in cards)
    return Balance(
        total=total,
        cards=made,
        as_of=as_of,
        total_is_portals=bool(totals),
        evidence=evidence(page, totals[0].figure) if totals else made[0].evidence if len(made) == 1 else None,
    )


def _is_of(figure: Figure, day: dt.date, said: set[dt.date]) -> bool:
    """Whether a figure may be of a day that others are of: not one of another year, nor the balance of now beside one of a day."""
    if figure.label.date is not None:
        return figure.label.date == day
    if figure.label.year is not None:
        return figure.label.year == day.year
    return day not in said or "now" not in figure.label.families


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
