"""Promises of groups, of now and of the foot: what these pages say is read, and what only looks like it is refused."""

from __future__ import annotations

import pytest

from core.models import Balance
from tests.core.portal.test_figures_cards import balance_of
from tests.core.portal.test_figures_cards import refusal_of as reason_of
from tests.core.portal.test_figures_refusals import refusal_of

HEAD = "<tr><th>Perusahaan<th>KPJ<th>Saldo JHT</tr>"
GROUPS = (
    "<tr><td>PT SATU<td><td>3.000.000<tr><td><td>12345678901<td>1.000.000<tr><td><td>12345678902<td>2.000.000"
    "<tr><td>PT DUA<td><td>500.000<tr><td><td>12345678903<td>500.000"
)


def cards_of(balance: Balance) -> list[tuple[str | None, str | None, int]]:
    return [(card.kpj, card.company, card.balance // 100) for card in balance.cards]


@pytest.mark.parametrize("total", ["", "<tr><td>Total<td><td>3.500.000"])
def test_a_row_that_names_a_company_and_adds_up_its_cards_is_no_card(total: str) -> None:
    assert cards_of(balance_of(f"<p>Rp 3.500.000</p><table>{HEAD}{GROUPS}{total}</table>")) == [
        ("12345678901", "PT SATU", 1_000_000),
        ("12345678902", "PT SATU", 2_000_000),
        ("12345678903", "PT DUA", 500_000),
    ]


@pytest.mark.parametrize(
    "rows",
    [
        GROUPS.replace("3.000.000", "3.100.000"),
        GROUPS.replace("3.000.000", "-"),  # a head without a sum
        GROUPS.replace("1.000.000", "-").replace("3.000.000", "2.000.000"),  # a card without its figure
        GROUPS.replace("<td>500.000<tr>", "<td>510.000<tr>"),
        GROUPS.replace("PT DUA", "PT DUA<td>12345678909"),
        GROUPS.replace("<td><td>12345678902", "<td>PT TIGA<td>12345678902"),  # its own company, not the group's
        GROUPS + "<tr><td>PT TIGA<td><td>700.000",  # a head without cards
        "<tr><td><td>12345678904<td>100.000" + GROUPS,  # a card above the first head
    ],
)
def test_heads_that_do_not_add_up_their_own_cards_are_refused(rows: str) -> None:
    assert not refusal_of(f"<h2>Saldo JHT Rp 1.000.500</h2><table>{HEAD}{rows}</table>").startswith("read")


def test_a_company_over_several_lines_leaves_them_the_heading_above_it() -> None:
    cards = "<li>KPJ 12345678901: Rp 5.000.100<li>KPJ 12345678902: Rp 2.999.900"
    page = f"<h2>Saldo JHT</h2><ul><li>PT SATU<ul>{cards}</ul><li>PT DUA<ul><li>KPJ 12345678903: Rp 1.250.000</ul></ul>"
    assert [card.balance // 100 for card in balance_of(page).cards] == [5_000_100, 2_999_900, 1_250_000]
    assert balance_of(f"{page}<p>Total: Rp 9.250.000</p>").total_is_portals
    assert reason_of(f"{page}<p>Total: Rp 9.250.001</p>") == "total_mismatch"


@pytest.mark.parametrize("heading", ["Simulasi Saldo JHT", "Iuran JHT", "Saldo JP"])
def test_a_company_leaves_the_heading_above_it_also_where_that_is_no_balance(heading: str) -> None:
    page = f"<h2>{heading}</h2><ul><li>PT SATU<ul><li>KPJ 12345678901: Rp 5.000.100</ul></ul>"
    assert refusal_of(page) == "NotABalancePage"


@pytest.mark.parametrize("heading", ["Perusahaan Menunggak", "Bank Mandiri", "Perusahaan Lain"])
def test_a_heading_that_only_begins_like_a_company_keeps_its_words(heading: str) -> None:
    assert (
        refusal_of(f"<h2>Saldo JHT</h2><div><h3>{heading}</h3><div><p>KPJ 12345678901</p><p>Rp 5.000.100</p></div></div>")
        == "NotABalancePage"
    )


def test_the_balance_of_now_is_later_than_a_year_s_end() -> None:
    old = "<h4>Saldo akhir tahun 2025</h4><p>Rp 13.001.400</p>"
    page = "<h2>Saldo JHT</h2><div><h4>{}</h4><p>Rp 16.722.018</p></div><div>" + old + "</div>"
    assert balance_of(page.format("Saldo saat ini")).total == 1_672_201_800
    assert reason_of(page.format("Saldo")) == "figures_disagree"
    assert reason_of(page.format("Saldo terakhir")) == "figures_disagree"
    assert reason_of(page.format("Saldo saat ini").replace("2025", "2026")) == "figures_disagree"  # a year's end that is to come
    assert reason_of(page.format("Saldo saat ini").replace("akhir tahun 2025", "terkini")) == "figures_disagree"


FIGURE = "<h2>Saldo JHT</h2><p>Saldo JHT: IDR {}</p>"


@pytest.mark.parametrize("foot", ["<footer>Pinjaman mulai Rp 10.000.000</footer>", "<div role=contentinfo>Rp 10.000.000</div>"])
def test_a_foot_in_another_style_leaves_a_figure_that_cannot_be_misread(foot: str) -> None:
    assert balance_of(FIGURE.format("9,075,310.25") + foot).total == 907_531_025
    assert reason_of(FIGURE.format("9,075") + "<p>IDR 1,000,000.00</p>" + foot) == "number_style_unclear"
    assert reason_of(FIGURE.format("9,075,310.25") + "<p>Rp 10.000.000</p>") == "number_style_unclear"
    assert reason_of(FIGURE.format("9,075,310.25") + "<p>Rp 10.000.000</p>" + foot) == "number_style_unclear"


def test_a_menu_that_leads_to_an_example_does_not_make_the_page_one() -> None:
    page = "<p>Saldo JHT: Rp 48.731.902</p>"
    assert balance_of(f"<ul><li><a href=/c>Contoh</a></ul>{page}").total == 4_873_190_200
    assert balance_of(f"<table><tr><td><a href=/c>Contoh</a><td><a href=/k>Klaim</a></table>{page}").total == 4_873_190_200
    assert reason_of(f"<ul><li><a href=/c>Contoh</a></ul>{page}<div>CONTOH</div>") == "only_estimates"


def test_a_cell_of_company_and_number_says_both() -> None:
    head = "<tr><th>KPJ<th>Nama Perusahaan / NPP<th>Saldo JHT</tr>"
    rows = "<tr><td>12345678901<td>PT SATU<br>99000171/000<td>Rp 1.000.500<tr><td>12345678902<td>PERORANGAN<td>Rp 2.000.000"
    first, second = balance_of(f"<table>{head}{rows}</table>").cards
    assert (first.company, first.npp, second.company, second.npp) == ("PT SATU", "99000171/000", "PERORANGAN", None)
    (card,) = balance_of("<p>Nama Perusahaan / NPP: CV DUA / 99000002</p><p>Saldo JHT: Rp 1.000.500</p>").cards
    assert (card.company, card.npp) == ("CV DUA", "99000002")


@pytest.mark.parametrize("blank", ["Rp 16.***.***", "-", "Rp"])
@pytest.mark.parametrize("card", ["", "<p>KPJ 12345678901</p>"])
def test_a_year_s_end_does_not_stand_in_for_a_balance_of_now_that_is_not_printed(blank: str, card: str) -> None:
    old = "<div><h4>Saldo akhir tahun 2025</h4><p>Rp 13.001.400</p></div>"
    page = f"<h2>Saldo JHT</h2>{card}<div><h4>{{}}</h4><p>{blank}</p></div>{old}"
    for label in ("Saldo saat ini", "Saldo JHT", "Saldo per 31 Oktober 2026"):
        assert reason_of(page.format(label)) in ("figure_masked", "figure_missing"), label
    same = "<div><p>Saldo JHT: Rp 13.001.400</p></div>"
    assert balance_of(page.format("Saldo saat ini").replace(old, same)).total == 1_300_140_000  # the same, hidden once


@pytest.mark.parametrize(
    ("blank", "reason"), [("Rp ●●.●●●.●●●", "figure_masked"), ("Rp", "figure_missing"), ("IDR -", "figure_missing")]
)
def test_a_line_without_its_figure_is_not_passed_over_for_an_older_one(blank: str, reason: str) -> None:
    lines = "<h2>Saldo JHT</h2><ol><li><b>31 Okt 2026</b> Saldo {}</li><li><b>31 Des 2025</b> Saldo Rp 13.001.400</li></ol>"
    assert reason_of(lines.format(blank)) == reason
    assert balance_of(lines.format("Rp 16.722.018")).total == 1_672_201_800


def test_a_card_that_stands_among_the_rows_of_the_header_is_not_lost() -> None:
    rows = "<tr><td>12345678901<th>-</tr><tr><td>12345678902<td>Rp 4.120.000</tr>"
    assert reason_of(f"<table><thead><tr><th>KPJ<th>Saldo JHT</tr>{rows}</thead></table>") in ("figure_missing", "cards_unclear")


@pytest.mark.parametrize("unread", ["Rp 24.500.000 ribu", "Rp 24,5 juta", "sedang dihitung", "lihat di aplikasi"])
@pytest.mark.parametrize("label", ["Saldo JHT per 31 Oktober 2026", "Saldo JHT tahun 2026", "Saldo JHT saat ini"])
def test_a_newer_balance_that_cannot_be_read_is_not_passed_over_for_an_older_one(label: str, unread: str) -> None:
    page = f"<h2>Saldo JHT</h2><p>Saldo JHT akhir tahun 2025</p><p>Rp 22.000.000</p><p>{label}</p><p>{unread}</p>"
    assert not refusal_of(page).startswith("read")
    assert balance_of(page.replace(unread, "Rp 24.500.000")).total == 2_450_000_000


def test_a_limit_over_the_cards_is_no_balance_of_theirs() -> None:
    cards = "<ul><li>KPJ 12345678901: Rp 5.000.100<li>KPJ 12345678902: Rp 2.999.900</ul><p>Total: Rp 8.000.000</p>"
    assert balance_of(f"<h2>Saldo JHT</h2>{cards}").total == 800_000_000
    assert not refusal_of(f"<h2>Saldo minimal JHT</h2>{cards}").startswith("read")


def test_an_amount_that_is_printed_twice_does_not_hide_that_the_parts_do_not_add_up() -> None:
    rows = "<tr><td>Saldo Awal<td>Rp 10.000.000<tr><td>Iuran<td>Rp 1.000.000{}<tr><td>Saldo Akhir JHT<td>Rp {}"
    growth = "<tr><td>Pengembangan<td>Rp 500.000"
    for times, total, right in (
        (1, "11.500.000", True),
        (2, "11.500.000", True),
        (2, "12.000.000", True),
        (2, "21.500.000", False),
    ):
        page = f"<table>{rows.format(growth * times, total)}</table>"
        assert refusal_of(page).startswith("read") is right, (times, total)
