"""Promises of the program: a figure is of JHT because the page says so, and not because it says so of something beside it."""

from __future__ import annotations

import pytest

from tests.core.portal.test_figures_refusals import refusal_of

MENU = "<nav><a href=/j>Saldo JHT</a></nav>"
CARD = "<p>KPJ: 12345678901</p><p>Saldo: Rp 5.000.500</p>"


@pytest.mark.parametrize(
    "said",
    [
        "<div><p>Program: JP / JHT</p>{}</div>",
        "<div><p>Program: JP dan JHT</p>{}</div>",
        "<table><tr><td>Program<td>JP, JHT</table>{}",
        "<h3>Program JHT dan JP</h3>{}",
        "<p>Program JHT dan JP</p>{}",
        "<p>Program: JP</p>{}",
        "<p>Program: JHT</p><p>Total Saldo: Rp 5.000.500</p><p>Saldo JP: Rp 1.000.000</p>",
        "{}",
    ],
)
def test_a_balance_of_two_programs_or_of_none_that_is_named_is_refused(said: str) -> None:
    assert refusal_of(said.format("<p>Saldo: Rp 5.000.500</p>")) == "NotABalancePage"


def test_the_program_of_a_part_is_not_that_of_another() -> None:
    jp, jht = "<p>Program: JP</p><p>Saldo: Rp 5.000.500</p>", "<p>Program: JHT</p><p>Saldo: Rp 7.000.500</p>"
    assert refusal_of(f"<div>{jp}</div><div>{jht}</div>") == "read as 700050000"
    assert refusal_of(f"<div>{jht}</div><div>{jp}</div>") == "read as 700050000"
    assert refusal_of(f"<h2>Saldo JHT</h2><div>{jp}</div>") == "NotABalancePage"
    assert refusal_of(f"<h2>Saldo JHT</h2>{jht}{jp}") == "program_unclear"  # nothing parts the two


@pytest.mark.parametrize(
    "said", ["Program: JP", "Nama Program: Jaminan Pensiun", "Jenis Program: JP", "Program : JKK", "Program: JHT dan JP"]
)
def test_a_program_beside_a_figure_counts_more_than_the_heading_over_both(said: str) -> None:
    for page in (f"<p>{said}</p><p>Saldo: Rp 5.000.500</p>", f"<p>Saldo: Rp 5.000.500</p><p>{said}</p>"):
        assert refusal_of(f"<h2>Saldo JHT</h2>{page}") in ("NotABalancePage", "program_unclear")
        assert refusal_of(f"<h2>Saldo JHT</h2>{page.replace(said, 'Program: JHT')}") == "read as 500050000"


def test_a_menu_that_knows_only_jht_names_the_balance_of_a_card() -> None:
    assert refusal_of(MENU + CARD) == "read as 500050000"
    assert refusal_of("<nav><a href=/j>Saldo JHT</a><a href=/p>Saldo JP</a></nav>" + CARD) == "NotABalancePage"
    assert refusal_of(MENU + CARD.replace("KPJ: ", "")) == "NotABalancePage"  # any number of eleven digits
    assert refusal_of(MENU + "<p>Saldo: Rp 5.000.500</p>") == "NotABalancePage"
    assert refusal_of(CARD) == "NotABalancePage"


@pytest.mark.parametrize(
    "page",
    [
        "<table><tr><th>Uraian<th>Jumlah<tr><td>Saldo Awal JHT<td>Rp 10.000.000<tr><td>Iuran<td>Rp 5.000.000<tr><td>Pengembangan"
        "<td>Rp 500.500<tr><td>Total Saldo<td>Rp 10.500.500<tr><td>Saldo Akhir JHT<td>Rp 15.500.500</table>",
        "<ul><li>Total Saldo: Rp 10.500.500<li>Total Iuran: Rp 5.000.000<li>Total Saldo + Total Iuran JHT: Rp 15.500.500</ul>",
        "<ul><li>Total Saldo JHT: Rp 15.500.500<li>Total Iuran: Rp 5.000.000<li>Total Saldo + Total Iuran: Rp 15.500.500</ul>",
    ],
)
def test_a_statement_s_total_before_its_contributions_is_not_the_balance(page: str) -> None:
    assert refusal_of(page) == "read as 1550050000"
    other = page.replace("Rp 15.500.500</ul>", "Rp 15.500.600</ul>").replace("Rp 15.500.500</table>", "Rp 15.500.600</table>")
    assert refusal_of(other) != "read as 1550050000"
