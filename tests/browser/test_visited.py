"""Pages that a person opened one after the other: all cards, or no figure."""

from __future__ import annotations

import datetime as dt

import pytest

from core.errors import PageNotUnderstood
from core.portal import visited
from core.portal.document import parse
from core.portal.page import Page
from core.portal.visited import Kind
from core.portal.words import load_words

TODAY = dt.date(2026, 11, 22)
WORDS = load_words()
FRAME = "<!DOCTYPE html><html><head><title>JHT</title></head><body>{}</body></html>"
LIST = FRAME.format(
    "<h1>Kartu Anda</h1><ul><li><a href='/k?n=21098764567'>KPJ 21098764567</a></li><li><a href='/k?n=14035215667'>KPJ 14035215667</a></li></ul>"
)
BOTH = FRAME.format(
    "<h1>Saldo JHT</h1><table><tr><th>No. KPJ</th><th>Saldo JHT</th></tr><tr><td>21098764567</td><td>Rp 1.200.000</td></tr>"
    "<tr><td>14035215667</td><td>Rp 2.300.000</td></tr><tr><td>Total Saldo JHT</td><td>Rp 3.500.000</td></tr></table>"
)


def card(kpj: str, amount: str) -> str:
    return FRAME.format(f"<h1>Saldo JHT</h1><dl><dt>No. KPJ</dt><dd>{kpj}</dd><dt>Saldo JHT</dt><dd>{amount}</dd></dl>")


def page(html: str) -> Page:
    return Page(parse(html.encode(), "http://127.0.0.1/x"), 200)


def total(*pages: str) -> int:
    return visited.balance_of([page(html) for html in pages], WORDS, today=TODAY).total


ONE, TWO = card("21098764567", "Rp 1.200.000"), card("14035215667", "Rp 2.300.000")


def test_one_card_of_a_list_of_two_is_no_balance() -> None:
    with pytest.raises(PageNotUnderstood, match="cards_incomplete"):
        total(LIST, ONE)


def test_both_cards_of_a_list_opened_in_any_order_are_the_balance() -> None:
    assert total(LIST, ONE, TWO) == total(LIST, TWO, LIST, ONE) == 350_000_000


def test_cards_that_are_shown_one_after_the_other_without_a_list_are_each_no_balance() -> None:
    with pytest.raises(PageNotUnderstood, match="cards_incomplete"):
        total(ONE, TWO)
    assert total(ONE, TWO, BOTH) == 350_000_000


def test_a_card_opened_twice_counts_once_with_its_newest_figure() -> None:
    assert total(LIST, card("21098764567", "Rp 1.000.000"), TWO, ONE) == 350_000_000


def test_a_card_opened_after_the_whole_leaves_the_whole() -> None:
    assert total(BOTH, ONE) == 350_000_000


def test_a_card_that_contradicts_the_whole_is_no_balance() -> None:
    with pytest.raises(PageNotUnderstood, match="figures_disagree"):
        total(BOTH, card("21098764567", "Rp 1.200.001"))


def of_total(kpj: str, amount: str) -> str:
    """The total, and one card of which the details are open."""
    return card(kpj, amount).replace("<h1>Saldo JHT</h1>", "<h1>Saldo JHT</h1><p>Total Saldo JHT: Rp 3.500.000</p>")


def test_a_page_that_opens_one_card_at_a_time_below_its_total_leaves_the_total() -> None:
    alone, one, two = (
        FRAME.format("<h1>Total Saldo JHT</h1><p>Rp 3.500.000</p>"),
        ("21098764567", "Rp 1.200.000"),
        ("14035215667", "Rp 2.300.000"),
    )
    assert total(alone, of_total(*one)) == total(of_total(*one), of_total(*two)) == 350_000_000
    for pages in (
        (of_total(*one),),
        (alone.replace("3.500", "3.600"), of_total(*one)),
        (of_total(*one), of_total("14035215667", "Rp 2.200.000")),
    ):
        with pytest.raises(PageNotUnderstood):
            total(*pages)


def agree(*frames: str) -> None:
    visited.must_agree([page(html) for html in frames], WORDS, today=TODAY)


def test_frames_that_stand_on_the_screen_together_must_not_say_different_balances() -> None:
    agree(ONE, BOTH)
    agree(ONE, TWO)
    agree(ONE, FRAME.format("<h1>Saldo JHT</h1><p>Selamat datang</p>"))
    for other in (card("21098764567", "Rp 1.200.001"), FRAME.format("<h1>Saldo JHT</h1><p>Saldo JHT: Rp 9.000.000</p>")):
        with pytest.raises(PageNotUnderstood, match="twins_disagree"):
            agree(other, ONE)
    with pytest.raises(PageNotUnderstood, match="contradiction"):
        agree(FRAME.format("<h1>Saldo JHT</h1><p>Anda belum memiliki saldo JHT.</p>"), ONE)


def test_pages_without_a_figure_change_nothing() -> None:
    assert total(BOTH, FRAME.format("<h1>Profil Saya</h1><p>Nama: Siti</p>")) == 350_000_000
    with pytest.raises(PageNotUnderstood, match="no_balance_page"):
        total(FRAME.format("<h1>Profil Saya</h1>"))


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        (FRAME.format("<form method=post><input name=email placeholder=Email><input type=password name=p></form>"), Kind.LOGIN),
        (FRAME.format("<h1>Kode OTP</h1><form method=post><label>Kode OTP <input name=otp></label></form>"), Kind.DEMAND),
        (
            FRAME.format("<h1>Masukkan PIN</h1><form method=post><label>PIN <input type=password name=pin></label></form>"),
            Kind.GATE,
        ),
        (BOTH, Kind.BALANCE),
        (LIST, Kind.LIST),
        (FRAME.format("<h1>Beranda</h1><a href=/saldo>Lihat Saldo JHT</a>"), Kind.OTHER),
    ],
)
def test_a_page_is_what_a_person_would_call_it(html: str, kind: Kind) -> None:
    assert visited.look(page(html), WORDS, today=TODAY).kind is kind
