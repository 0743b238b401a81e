"""Promises about what a page holds back: cards behind controls that only a script can press, and zeros that wait for one."""

from __future__ import annotations

import pytest

from tests.core.portal.test_figures_refusals import refusal_of

CARD = "<p>KPJ 11000000011</p><p>Saldo JHT: Rp 9.000.000</p>"
TABLE = "<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Saldo</th></tr><tr><td>11000000011</td><td>Rp 9.000.000</td></tr></table>"
READ, HELD = "read as 900000000", "cards_incomplete"


def choice(*numbers: str, around: str = "{}", attributes: str = "") -> str:
    options = "".join(f"<option>{number}</option>" for number in numbers)
    return around.format(f"<select {attributes}>{options}</select>")


@pytest.mark.parametrize(
    ("page", "answer"),
    [
        (choice("11000000011", "12000000012") + "<p>Saldo JHT: Rp 9.000.000</p>", HELD),
        (choice("11000000011", "12000000012") + "<p>Saldo JHT: Rp 9.000.000</p>" + choice("2025", "2026"), HELD),
        (choice("11000000011") + "<p>Saldo JHT: Rp 9.000.000</p>", READ),
        (choice("11000000011", "11000000011") + CARD, READ),
        (choice("2025", "2026") + CARD, READ),
        (choice("11000000011", "12000000012", around="<form action=/x>{}</form>") + "<p>Saldo JHT: Rp 9.000.000</p>", READ),
        (choice("11000000011", "12000000012", attributes="form=f") + "<p>Saldo JHT: Rp 9.000.000</p>", READ),
    ],
)
def test_a_list_of_cards_that_no_form_sends_holds_cards_back(page: str, answer: str) -> None:
    assert refusal_of(page) == answer


DEAD = [
    "<a href='#'>{}</a>",
    "<a>{}</a>",
    "<a href='javascript:muat()'>{}</a>",
    "<button type=button>{}</button>",
    "<button>{}</button>",
    "<a href=' #x '>{}</a>",
    "<button type=BUTTON>{}</button>",
]
ALIVE = [
    "<a href='/kartu'>{}</a>",
    "<a href='?p=2'>{}</a>",
    "<a href='javascript:window.location=\"/k\"'>{}</a>",
    "<form action=/x><button>{}</button></form>",
    "<form action=/x><button type=submit>{}</button></form>",
]


@pytest.mark.parametrize("control", DEAD)
def test_a_control_that_only_calls_a_script_and_leads_to_more_cards_holds_them_back(control: str) -> None:
    for words in ("Muat kartu lainnya", "Kartu berikutnya", "Lihat semua kartu"):
        assert refusal_of(CARD + control.format(words)) == HELD, words
    for words in ("12000000012", "PT LAIN 12000000012"):
        assert refusal_of("<p>Saldo JHT: Rp 9.000.000</p>" + control.format(words)) in (HELD, "cards_unclear"), words
    for words in ("Cetak", "Selanjutnya", "Berikutnya", "2", "11000000011"):
        assert refusal_of(CARD + control.format(words)) == READ, words


@pytest.mark.parametrize("control", ALIVE)
def test_a_control_with_an_address_is_the_roads_business(control: str) -> None:
    assert refusal_of(CARD + control.format("Muat kartu lainnya")) == READ


def test_a_button_in_a_form_that_is_none_of_its_own_only_calls_a_script() -> None:
    assert refusal_of(CARD + "<form action=/x><button type=button>Muat kartu lainnya</button></form>") == HELD


@pytest.mark.parametrize("words", ["Selanjutnya", "Next", "Muat lagi", "Halaman berikutnya"])
def test_under_a_table_of_cards_any_way_on_leads_to_more(words: str) -> None:
    assert refusal_of(f"{TABLE}<a href='#'>{words}</a>") == HELD
    assert refusal_of(f"{TABLE}<a href='#'><i></i></a><a href='#' aria-label='{words}'>»</a>") == HELD
    assert refusal_of(f"{TABLE}<a href='#' aria-label='{words}'>Cetak</a>") == READ


def test_a_pagers_number_leads_on() -> None:
    def pager(number: str, classes: str) -> str:
        return f"{TABLE}<ul class='{classes}'><li><a href='#'>{number}</a></li></ul>"

    assert refusal_of(pager("2", "pagination")) == HELD
    assert refusal_of(pager("1", "pagination")) == READ
    assert refusal_of(pager("2", "langkah")) == READ
    assert refusal_of(f"{CARD}<ul class=pagination><li><a href='#'>2</a></li></ul>") == READ


@pytest.mark.parametrize(
    "asleep",
    ["class=disabled", "class='page-item Disabled'", "disabled", "class=carousel", "class='slick-next'", "class=swiper-button"],
)
def test_a_control_that_sleeps_or_turns_pictures_leads_nowhere(asleep: str) -> None:
    assert refusal_of(f"{TABLE}<a href='#' {asleep}>Selanjutnya</a>") == READ
    assert refusal_of(f"{TABLE}<div {asleep}><span><a href='#'>Selanjutnya</a></span></div>") == (
        HELD if asleep == "disabled" else READ
    )


def test_a_pager_that_says_all_are_shown_is_believed() -> None:
    assert refusal_of(f"{TABLE}<p>Menampilkan 1-1 dari 1</p><a href='#'>Selanjutnya</a>") == READ
    assert refusal_of(f"{TABLE}<p>Menampilkan 1-1 dari 3</p>") == HELD


@pytest.mark.parametrize("says", ["Menampilkan 1 sampai 2 dari 3 entri", "Showing 1 to 2 of 3 entries"])
def test_a_sum_of_one_page_of_a_list_is_not_the_sum_of_all(says: str) -> None:
    rows = "<tr><td>11000000011</td><td>Rp 9.000.000</td></tr><tr><td>12000000012</td><td>Rp 4.000.000</td></tr>"
    table = f"<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Saldo</th></tr>{rows}<tr><td>Jumlah</td><td>Rp 13.000.000</td></tr></table>"
    assert refusal_of(f"{table}<p>{says}</p>") == HELD
    assert refusal_of(f"{table}<p>{says.replace('3', '2')}</p>") == "read as 1300000000"


def test_a_card_without_a_figure_is_one_though_words_follow_its_number() -> None:
    cards = "<div><p>KPJ 11000000011 PT Satu</p><p>Saldo JHT Rp 9.000.000</p></div><div><p>KPJ 12000000012 PT Dua</p><p>Saldo JHT {}</p></div>"
    assert refusal_of(cards.format("<canvas></canvas>")) == "cards_unclear"
    assert refusal_of(cards.format("Rp 4.000.000")) == "read as 1300000000"


def test_a_total_of_the_portals_shows_that_no_card_is_missing() -> None:
    assert refusal_of(f"<p>Total Saldo JHT: Rp 9.000.000</p>{TABLE}<a href='#'>Selanjutnya</a>") == READ


@pytest.mark.parametrize("classes", ["placeholder", "skeleton-text", "Shimmer", "is-loading", "spinner"])
def test_a_zero_in_a_waiting_place_is_no_figure(classes: str) -> None:
    zero = "<p>Saldo JHT: <b{}>Rp 0</b></p>"
    assert refusal_of(f"<div><div>{zero.format('')}</div></div>") == "read as 0"
    assert refusal_of(f"<div>{zero.format(f' class={classes!r}')}</div>") == "figure_missing"
    assert refusal_of(f"<div class='{classes}'>{zero.format('')}</div>") == "figure_missing"
    assert (
        refusal_of(f"<div class='{classes}'><div><div><div><div>{zero.format('')}</div></div></div></div></div>") == "read as 0"
    )
    assert refusal_of(f"<div class='{classes}'><p>Saldo JHT: <b>Rp 5.000.000</b></p></div>") == "read as 500000000"


def test_a_zero_that_a_script_fills_is_no_figure() -> None:
    page = "<p>Saldo JHT: <b id=jml>Rp 0</b></p><script>{}</script>"
    for script in ("$('#jml').text(x)", 'document.getElementById("jml").innerText = x'):
        assert refusal_of(page.format(script)) == "figure_missing"
    for script in ("jml()", "$('#lain').text(x)", ""):
        assert refusal_of(page.format(script)) == "read as 0"


@pytest.mark.parametrize("wheel", ["<span aria-busy=true></span>", "<i class='fa fa-spinner'></i>", "<div class=loading></div>"])
def test_a_zero_beside_a_wheel_that_turns_is_no_figure(wheel: str) -> None:
    assert refusal_of(f"<p>Saldo JHT: Rp 0 {wheel}</p>") == "figure_missing"
    assert refusal_of(f"<p>Saldo JHT: <b>Rp 0</b> {wheel}</p>") == "figure_missing"
    assert refusal_of(f"<p>Saldo JHT: Rp 0</p><div><div>{wheel}</div></div>") == "read as 0"
    assert refusal_of(f"<p>Saldo JHT: Rp 5.000.000 {wheel}</p>") == "read as 500000000"
    assert refusal_of("<p aria-busy=true>Saldo JHT: Rp 0</p>") == "figure_missing"
