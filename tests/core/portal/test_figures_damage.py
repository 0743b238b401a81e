"""Promises of mistrust: a page whose letters were damaged, or that names, dates or sums its figure in two ways, is not believed."""

from __future__ import annotations

import pytest

from core.portal.document import parse
from core.portal.figures.damage import is_damaged
from tests.core.portal.test_figures_refusals import refusal_of

FIGURE = "<p>Saldo JHT: Rp 5.000.000</p>"


@pytest.mark.parametrize(
    "beside",
    [
        "<p>Saldoé JHT: Rp 4.000.000</p>",
        "<p>Rpÿ 4.000.000</p>",
        "<p>Rp\ufffd 4.000.000</p>",
        "<p>Total\x80: 4.000.000</p>",
        "<p>ÃSaldo lain</p>",
        "<p>KPJ 43000000016 Rp/5.000.100</p>",
        "<p>KPJ 43000000016 rp;'5.000.100</p>",
        "<div\u00e9 class=row>Lainnya</div\u00e9>",
        "<di; class=cell>Lainnya</di;>",
        "<span\ufffd>Lainnya</span>",
        "<p>&lt;/td> &lt;éh2></p>",
        "<p>Halo class='row' lagi</p>",
    ],
)
def test_a_page_that_lost_letters_is_not_believed(beside: str) -> None:
    assert refusal_of(f"{FIGURE}{beside}") == "page_cut_off"


@pytest.mark.parametrize(
    "beside",
    [
        "<p>José Müller, Café Ñandú</p>",
        "<p>© 2026 – hak cipta · semua</p>",
        "<p>Tarif Rp/kWh dan Rp.-</p>",
        "<o:p>Word</o:p><st1:place>Jakarta</st1:place><my-card>kartu</my-card><x_y.z>a</x_y.z>",
        "<p>Hubungi <budi@portal.example.test></p>",
        "<p>5 < 6 dan 7 > 3</p>",
        "<p>Saldo\u00a0JHT\u2019s</p>",
    ],
)
def test_odd_letters_elsewhere_hold_nothing_against_a_page(beside: str) -> None:
    assert refusal_of(f"{FIGURE}{beside}") == "read as 500000000"


def test_a_word_that_decides_is_a_whole_word() -> None:
    root = parse(b"<p>x</p>", "https://portal.example.test/").blocks.root
    assert is_damaged("saldoé", root)
    assert is_damaged("Rp.é", root)
    assert is_damaged("éIDR", root)
    assert not is_damaged("Kasaldoé", root)
    assert not is_damaged("éRpm", root)


@pytest.mark.parametrize("dash", ["-", "\u2212", "\u2013"])
def test_a_dash_behind_a_colon_is_a_minus(dash: str) -> None:
    assert refusal_of(f"<p>Saldo Akhir JHT: {dash} 15.050.000</p>") == "negative_figure"
    assert refusal_of(f"<p>Saldo Akhir JHT = {dash} Rp 15.050.000</p>") == "negative_figure"


def test_a_figure_with_two_labels_behind_it_has_none() -> None:
    box = "<div><div>Rp 342.000</div><div>Saldo JHT</div><div>Iuran {}</div></div>"
    assert refusal_of(box.format("terakhir")) == "label_unclear"
    assert refusal_of(box.format("bulan ini")) == "label_unclear"
    assert refusal_of("<div><div>Rp 1.342.000</div><div>Saldo JHT</div><div>Lihat</div></div>") == "read as 134200000"
    assert refusal_of("<div><div>Rp 1.342.000</div><div>Saldo JHT</div><h3>Iuran bulan ini</h3></div>") == "read as 134200000"


def test_an_amount_of_a_later_day_that_nothing_labels_may_be_the_newer_balance() -> None:
    page = (
        "<h2>Riwayat Saldo JHT</h2><ol><li><time>{}</time><p>Rp 16.722.018</p></li>"
        "<li><time>31 Desember 2025</time><h4>Saldo akhir tahun 2025</h4><p>Rp 13.001.400</p></li></ol>"
    )
    assert refusal_of(page.format("31 Oktober 2026")) == "figure_missing"
    assert refusal_of(page.format("31 Oktober 2024")) == "read as 1300140000"


LEDGER = (
    "<p>KPJ: 11000000011</p><table><tr><th>Tanggal</th><th>Keterangan</th><th>Debet</th><th>Kredit</th><th>Saldo</th></tr>"
    "<tr><td>31-12-2025</td><td>Saldo Awal</td><td></td><td></td><td>13.400.000</td></tr>"
    "<tr><td>15-04-2026</td><td>Iuran</td><td></td><td>900.000</td><td>14.300.000</td></tr>"
    "<tr><td>30-09-2026</td><td>Pengembangan</td><td></td><td>750.000</td><td>{}</td></tr></table><p>{}: 15.050.000</p>"
)


def test_a_closing_balance_is_what_the_history_on_the_page_runs_to() -> None:
    assert refusal_of(LEDGER.format("15.050.000", "Saldo Akhir JHT")) == "read as 1505000000"
    assert refusal_of(LEDGER.format("15.050", "Saldo Akhir JHT")) == "contradiction"


SUBTOTALS = (
    "<table><tr><th>Perusahaan</th><th>KPJ</th><th>Saldo JHT</th></tr>"
    "<tr><td>PT A</td><td>30000000017</td><td>1.000.000</td></tr><tr><td>PT A</td><td>30000000025</td><td>2.000.000</td></tr>"
    "<tr><td>Subtotal PT A</td><td></td><td>{}</td></tr><tr><td>PT B</td><td>30000000033</td><td>500.000</td></tr>"
    "<tr><td>Subtotal PT B</td><td></td><td>{}</td></tr><tr><td>Total</td><td></td><td>3.500.000</td></tr></table>"
)


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        ("3.000.000", "500.000", "read as 350000000"),
        ("3.000.000", "3.500.000", "read as 350000000"),  # all above it
        ("500.000", "500.000", "read as 350000000"),  # the next group's, printed above it
        ("3.000.000", "399.204", "parts_mismatch"),
        ("2.000.000", "500.000", "parts_mismatch"),
        ("3.000.000", "-", "read as 350000000"),  # nothing is said
    ],
)
def test_a_subtotal_is_what_the_cards_beside_it_add_up_to(first: str, second: str, answer: str) -> None:
    assert refusal_of(SUBTOTALS.format(first, second)) == answer


def test_an_amount_under_a_header_of_words_shows_a_shifted_row() -> None:
    table = (
        "<h2>Saldo JHT</h2><table><tr><th>Program</th><th>Iuran terakhir</th><th>Saldo</th><th>Dapat diklaim</th></tr>"
        "<tr><td>Jaminan Pensiun (JP)</td><td>Rp 150.000</td><td>Rp 7.400.000</td><td>-</td></tr>"
        "<tr>{}<td>Rp 285.000</td><td>Rp 58.000.250</td><td>Rp 5.800.025</td></tr></table>"
    )
    assert refusal_of(table.format("<td>Jaminan Hari Tua (JHT)</td>")) == "read as 5800025000"
    assert refusal_of(table.format("")) == "columns_unclear"


def test_a_list_of_cards_counts_whatever_its_tags_have_become() -> None:
    page = "<select><{0} selected>11000000011</{0}><option>12000000012</option></select><p>Saldo JHT Rp 9.000.000</p>"
    assert refusal_of(page.format("option")) == "cards_incomplete"
    assert refusal_of(page.format("option\u20ac")) == "cards_incomplete"


@pytest.mark.parametrize(
    "value", ["\u5364 Rp 10.000.000", "\u5364Rp 10.000.000", "Rp 10.000.000\u5364", "\u0431: 10.000.000", "10.000.000 \u0431"]
)
def test_a_letter_of_another_script_at_an_amount_was_some_other_sign(value: str) -> None:
    assert refusal_of(f"<h2>Saldo JHT</h2><p>Saldo JHT: {value}</p>") in ("page_cut_off", "NotABalancePage")
    assert refusal_of("<h2>Saldo JHT \u5364</h2><p>Saldo JHT: Rp 10.000.000</p>") == "read as 1000000000"
