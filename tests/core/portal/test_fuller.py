"""A balance seen on the way is held against the page that the menu calls the balance's, and against the frames beside its own."""

from __future__ import annotations

import datetime as dt

import pytest

from core.errors import PageNotUnderstood
from core.models import Balance, Card
from core.portal.fuller import fuller
from tests.core.portal.test_other_cards import FIRST, ONE, SECOND, TWO, card, visit

MENU = '<a href="/rinci">Rincian Saldo JHT</a>'
TILE = "<h3>Saldo JHT</h3><p>Rp {}</p>"


def test_the_page_of_all_cards_is_told_and_not_the_tile_of_one() -> None:
    balance = visit({"/saldo": ONE + MENU, "/rinci": ONE + TWO})
    assert (balance.total, len(balance.cards)) == (300_030_000, 2)


def test_a_tile_that_is_the_sum_of_the_cards_agrees_with_them() -> None:
    balance = visit({"/saldo": TILE.format("3.000.300") + MENU, "/rinci": ONE + TWO})
    assert (balance.total, len(balance.cards)) == (300_030_000, 2)


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Halaman sedang disiapkan</p>",
        card(FIRST, "***"),
        "<form method=post action=/p>PIN <input type=password name=pin></form>",
        "",
    ],
)
def test_a_page_that_says_nothing_takes_nothing_back(behind: str) -> None:
    assert visit({"/saldo": ONE + MENU, **({"/rinci": behind} if behind else {})}).total == 100_010_000


@pytest.mark.parametrize("other", [TWO, card(FIRST, "9.000.900")])
def test_two_pages_that_contradict_each_other_prove_nothing(other: str) -> None:
    with pytest.raises(PageNotUnderstood) as caught:
        visit({"/saldo": ONE + MENU, "/rinci": other})
    assert caught.value.reason == "figures_disagree"


def test_a_statement_of_an_earlier_day_does_not_contradict_the_balance_of_now() -> None:
    older = f"<h3>Saldo JHT per 31-12-2025</h3><p>KPJ {FIRST}</p><p>Saldo JHT per 31-12-2025: Rp 900.000</p>"
    assert visit({"/saldo": ONE + MENU, "/rinci": older}).total == 100_010_000


def test_a_page_that_a_link_promised_is_not_held_against_others() -> None:
    asked: list[str] = []
    visit({"/saldo": '<a href="/rinci">Lihat Saldo JHT</a>', "/rinci": f'{ONE}<a href="/lagi">Rincian Saldo JHT</a>'}, asked)
    assert "/lagi" not in asked


FRAMES = "<html><body><h2>Layanan</h2><iframe src=/k1></iframe><iframe src=/k2></iframe></body></html>"


def test_each_frame_may_hold_a_card() -> None:
    assert visit({"/saldo": FRAMES, "/k1": ONE, "/k2": TWO}).total == 300_030_000


@pytest.mark.parametrize("beside", ["<p>Iuran</p>", ONE, f"<p>Saldo JHT</p><p>{FIRST}</p><p>Rp 1.250</p>"])
def test_a_frame_that_adds_no_card_is_no_obstacle(beside: str) -> None:
    assert visit({"/saldo": FRAMES, "/k1": ONE, "/k2": beside}).total == 100_010_000


def test_a_frame_whose_card_cannot_be_read_leaves_the_balance_unproved() -> None:
    with pytest.raises(PageNotUnderstood):
        visit({"/saldo": FRAMES, "/k1": ONE, "/k2": card(SECOND, "***")})


def held(*cards: tuple[str | None, int], as_of: dt.date | None = None, portals: bool = False) -> Balance:
    return Balance(sum(sen for _, sen in cards), tuple(Card(sen, kpj=kpj) for kpj, sen in cards), as_of, portals)


DAY = dt.date(2026, 10, 31)


@pytest.mark.parametrize(
    ("seen", "promised", "is_promised"),
    [
        (held(("1", 5)), held(("1", 5), ("2", 7)), True),
        (held((None, 12)), held(("1", 5), ("2", 7)), True),
        (held(("1", 12)), held(("2", 12)), False),
        (held(("1", 5), ("2", 7)), held(("1", 5)), False),
        (held(("1", 5)), held(("1", 4), as_of=DAY), False),
        (held(("1", 5), as_of=DAY), held(("1", 4), as_of=DAY - dt.timedelta(1)), False),
    ],
)
def test_the_one_that_says_more_is_told(seen: Balance, promised: Balance, is_promised: bool) -> None:
    assert fuller(seen, promised) is (promised if is_promised else seen)


@pytest.mark.parametrize(
    ("seen", "promised"),
    [
        (held(("1", 5)), held(("1", 4))),
        (held((None, 5)), held(("1", 5), ("2", 7))),
        (held(("1", 5), as_of=DAY), held(("1", 4), as_of=DAY)),
        (held(("1", 5)), held(("2", 7))),
    ],
)
def test_what_contradicts_is_refused(seen: Balance, promised: Balance) -> None:
    with pytest.raises(PageNotUnderstood):
        fuller(seen, promised)
