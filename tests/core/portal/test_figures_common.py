"""Pages of common making, each with what is said of it to the word: cards, columns, days, totals, statements, lists."""

from __future__ import annotations

import pytest

from tests.core.portal.test_figures_rules import A, F, H, t, told

PAGES = {
    "an amount before its words and one behind them": (
        t("Rp 5.000.500|Saldo JHT|Rp 7.000.500", head="Nominal|Uraian|Catatan"),
        "columns_unclear",
    ),
    "a masked card of another number": (
        H + "<div><p>KPJ: *****0012</p><p>Saldo JHT: ***</p></div>" + t("11000000011|5.000.500", head="KPJ|Saldo"),
        "figure_masked",
    ),
    "a masked card of the same number": (
        H + "<div><p>KPJ: *****0011</p><p>Saldo JHT: ***</p></div>" + t("11000000011|5.000.500", head="KPJ|Saldo"),
        "cards_unclear",
    ),
    "a guess that begins like the figure": (F + "<p>sekitar Rp 5.000.5001 kali</p>", "5000500: 5000500"),
    "a name with a word more": (F + "<p>Nama: Budi Santoso</p><p>Saldo JHT atas nama Budi Santoso Putra</p>", "5000500: 5000500"),
    "a name of sixty letters": (
        F + f"<p>Nama: {'Abcde Fghi ' * 5}Abcde</p><p>Saldo JHT atas nama Siti Aminah</p>",
        "several_persons",
    ),
    "a day instead of a figure": ("<p>Saldo JHT: 31-10-2026</p><p>Rp 5.000.500</p>", "NotABalancePage"),
    "an older year that lacks a cell": (
        t(
            "2024|1.000.000|200.000|1.250.500",
            "2025|1.250.500|0|0|1.250.500",
            head="Tahun|Saldo Awal|Iuran|Pengembangan|Saldo Akhir",
        ),
        "columns_unclear",
    ),
    "a total with its program in a statement": (
        t("Saldo Awal JHT|1.000.000", "Iuran|200.000", "Total Saldo JHT|5.000.500", head="Uraian|Jumlah"),
        "5000500: 5000500",
    ),
    "a total without it in a statement": (
        t("Saldo Awal|1.000.000", "Iuran|200.000", "Total Saldo|5.000.500", head="Uraian|Jumlah"),
        "parts_mismatch",
    ),
    "a segment between a label and its figure": (
        H + "<p>Saldo JHT</p><p>Penerima Upah</p><p>Rp 5.000.500</p>",
        "5000500: 5000500 PU",
    ),
    "a status between them": (H + "<p>Saldo JHT</p><p>Tidak Aktif</p><p>Rp 5.000.500</p>", "5000500: 5000500 False"),
    "an opening balance of JHT as the heading": (
        A + "<h3>Saldo Awal JHT</h3><p>Saldo JHT: Rp 5.000.500</p>",
        "5000500: 5000500 12345678901",
    ),
    "a remark on an estimate, and an amount below": (
        A + "<p>Saldo JHT</p><p>Rp 5.000.500</p><p>Perkiraan</p><p>Catatan</p><p>Rp 200.000</p>",
        "only_estimates",
    ),
    "the same, one line further": (
        A + "<p>Saldo JHT</p><p>Rp 5.000.500</p><p>Catatan</p><p>Perkiraan</p><p>Lainnya</p><p>Rp 200.000</p>",
        "5000500: 5000500 12345678901",
    ),
    "a simulation eight lines above": (
        "<p>Hasil simulasi Anda</p>" + "<p>Catatan</p>" * 7 + "<p>Saldo JHT: Rp 5.000.500</p>",
        "only_estimates",
    ),
    "a simulation further above": (
        "<p>Hasil simulasi Anda</p>" + "<p>Catatan</p>" * 8 + "<p>Saldo JHT: Rp 5.000.500</p>",
        "5000500: 5000500",
    ),
    "a table with the balance between a label and an amount": (
        "<p>Saldo JHT</p>" + t("Saldo JHT|Rp 5.000.500", head="Uraian|Nominal").removeprefix(H) + "<p>Rp 7.000.500</p>",
        "label_unclear",
    ),
    "rows of one cell and of two": (t("Saldo JHT", "Rp 5.000.500", "Iuran|100.000"), "NotABalancePage"),
    "columns of cards with their total": (
        t("KPJ|11000000011|12000000012|Total", "Perusahaan|PT A|PT B|-", "Saldo JHT|1.000.500|2.000.000|3.000.500"),
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT B",
    ),
    "columns of cards with a wrong total": (
        t("KPJ|11000000011|12000000012|Total", "Perusahaan|PT A|PT B|-", "Saldo JHT|1.000.500|2.000.000|3.000.600"),
        "SomeCards total_mismatch",
    ),
    "no data of a balance": ("<h2>Saldo</h2><p>Data tidak tersedia</p>", "NoBalance"),
    "no data of anything": ("<h2>Berita</h2><p>Data tidak tersedia</p>", "NotABalancePage"),
    "a program in the figure's own line": (H + "<p>Program: JP<br>Saldo: Rp 5.000.500</p>", "NotABalancePage"),
    "digits without separators": (H + "<p>Saldo JHT: 5000500</p>", "5000500: 5000500"),
    "an amount and words that nobody knows in its line": (H + "<p>Saldo JHT rembulan: Rp 5.000.500</p>", "label_unclear"),
    "a card without its figure": (t("11000000011|5.000.500", "12000000012|", head="KPJ|Saldo"), "figure_missing"),
    "a card without its figure, and a total": (
        t("11000000011|5.000.500", "12000000012|", "Total|5.000.500", head="KPJ|Saldo"),
        "figure_missing",
    ),
    "two cards of one number, by their segments": (
        t("11000000011|PU|1.000.500", "11000000011|BPU|2.000.000", head="KPJ|Segmen|Saldo"),
        "3000500: 1000500 11000000011 PU, 2000000 11000000011 BPU",
    ),
    "two cards of one number that nothing parts": (
        t("11000000011|PU|1.000.500", "11000000011|PU|2.000.000", head="KPJ|Segmen|Saldo"),
        "figures_disagree",
    ),
    "the same card twice": (
        t("11000000011|PU|1.000.500", "11000000011|PU|1.000.500", head="KPJ|Segmen|Saldo"),
        "1000500: 1000500 11000000011 PU",
    ),
    "an inactive card": (
        t("11000000011|PT A|12345678|Tidak Aktif|10-2026|1.000.500", head="KPJ|Perusahaan|NPP|Status|Iuran Terakhir|Saldo"),
        "1000500: 1000500 11000000011 PT A 12345678 False 2026-10",
    ),
    "two persons in a table of cards": (
        t("Budi|11000000011|1.000.500", "Siti|12000000012|2.000.000", head="Nama|KPJ|Saldo"),
        "several_persons",
    ),
    "one person in a table of cards": (
        t("Budi|11000000011|1.000.500", "Budi|12000000012|2.000.000", head="Nama|KPJ|Saldo"),
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
    "a balance of next year": (H + "<p>Saldo JHT per 31-12-2027: Rp 5.000.500</p>", "future_date"),
    "a balance of the day after tomorrow": (
        H + "<p>Saldo JHT per 24-11-2026: Rp 5.000.500</p>",
        "5000500 of 2026-11-24: 5000500",
    ),
    "a balance of the day behind it": (H + "<p>Saldo JHT per 25-11-2026: Rp 5.000.500</p>", "future_date"),
    "a negative balance": (H + "<p>Saldo JHT: -Rp 5.000.500</p>", "negative_figure"),
    "a hundred billions": (H + "<p>Saldo JHT: Rp 100.000.000.000</p>", "figure_implausible"),
    "one rupiah less": (H + "<p>Saldo JHT: Rp 99.999.999.999</p>", "99999999999: 99999999999"),
    "balances of two days": (
        H + "<p>Saldo JHT per 31-12-2025: Rp 4.000.500</p><p>Saldo JHT per 31-10-2026: Rp 5.000.500</p>",
        "5000500 of 2026-10-31: 5000500",
    ),
    "two balances of one day": (
        H + "<p>Saldo JHT per 31-10-2026: Rp 4.000.500</p><p>Saldo JHT per 31-10-2026: Rp 5.000.500</p>",
        "figures_disagree",
    ),
    "a balance of now beside a year's end": (
        H + "<p>Saldo JHT akhir tahun 2025: Rp 4.000.500</p><p>Saldo JHT saat ini: Rp 5.000.500</p>",
        "5000500: 5000500",
    ),
    "a year's end beside a masked balance of now": (
        H + "<p>Saldo JHT akhir tahun 2025: Rp 4.000.500</p><p>Saldo JHT saat ini: ***</p>",
        "figure_masked",
    ),
    "a statement that adds up": (
        t("Saldo Awal|1.000.000", "Iuran|200.000", "Pengembangan|50.500", "Saldo Akhir|1.250.500", head="Uraian|Jumlah"),
        "1250500: 1250500",
    ),
    "a statement that does not": (
        t("Saldo Awal|1.000.000", "Iuran|200.000", "Pengembangan|50.500", "Saldo Akhir|1.350.500", head="Uraian|Jumlah"),
        "parts_mismatch",
    ),
    "a statement with a claim": (
        t(
            "Saldo Awal|1.000.000",
            "Iuran|200.000",
            "Pengembangan|50.500",
            "Klaim|100.000",
            "Saldo Akhir|1.150.500",
            head="Uraian|Jumlah",
        ),
        "1150500: 1150500",
    ),
    "two cards and a loose figure of their sum": (
        t("11000000011|1.000.500", "12000000012|2.000.000", head="KPJ|Saldo") + "<p>Saldo JHT: Rp 3.000.500</p>",
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
    "two cards and a loose figure of another sum": (
        t("11000000011|1.000.500", "12000000012|2.000.000", head="KPJ|Saldo") + "<p>Saldo JHT: Rp 3.000.600</p>",
        "figures_disagree",
    ),
    "two cards and a greater total": (
        t("11000000011|1.000.500", "12000000012|2.000.000", "Total|9.000.500", head="KPJ|Saldo"),
        "SomeCards total_mismatch",
    ),
    "two cards and a smaller total": (
        t("11000000011|1.000.500", "12000000012|2.000.000", "Total|2.000.500", head="KPJ|Saldo"),
        "total_mismatch",
    ),
    "three cards, the page says": (
        H + "<p>Jumlah kartu: 3</p>" + t("11000000011|1.000.500", "12000000012|2.000.000", head="KPJ|Saldo"),
        "SomeCards cards_incomplete",
    ),
    "two cards, the page says": (
        H + "<p>2 kartu</p>" + t("11000000011|1.000.500", "12000000012|2.000.000", head="KPJ|Saldo"),
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
    "a page of two": (t("11000000011|1.000.500", head="KPJ|Saldo") + "<p>Halaman 1 dari 2</p>", "SomeCards cards_incomplete"),
    "a page of one": (t("11000000011|1.000.500", head="KPJ|Saldo") + "<p>Halaman 1 dari 1</p>", "1000500: 1000500 11000000011"),
    "an English day": (H + "<p>JHT Balance as of October 31, 2026: IDR 5,000,500.00</p>", "5000500 of 2026-10-31: 5000500"),
    "a company's sum of all": (H + "<p>Total Saldo JHT 12 karyawan: Rp 5.000.500</p>", "NotABalancePage"),
    "a third of a balance": (H + "<p>30% dari saldo JHT: Rp 5.000.500</p>", "NotABalancePage"),
    "a balance at least": (H + "<p>Saldo JHT minimal: Rp 5.000.500</p>", "NotABalancePage"),
    "a company and its NPP in one column": (
        t("PT A / 12345678|11000000011|1.000.500", head="Nama Perusahaan / NPP|KPJ|Saldo"),
        "1000500: 1000500 11000000011 PT A 12345678",
    ),
    "titles in each cell": (
        H
        + "<table><tr><td><p>KPJ</p><p>11000000011</p></td><td><p>Saldo JHT</p><p>1.000.500</p></td></tr><tr><td><p>KPJ</p><p>12000000012</p></td><td><p>Saldo JHT</p><p>2.000.000</p></td></tr></table>",
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
    "a company that spans two cards": (
        H
        + "<table><tr><th>Perusahaan<th>KPJ<th>Saldo<tr><td rowspan=2>PT A<td>11000000011<td>1.000.500<tr><td>12000000012<td>2.000.000</table>",
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT A",
    ),
    "a header that spans two columns": (
        H
        + "<table><tr><th rowspan=2>KPJ<th colspan=2>Saldo<tr><th>JHT<th>JP<tr><td>11000000011<td>1.000.500<td>2.000.000</table>",
        "1000500: 1000500 11000000011",
    ),
    "a section of each company": (
        H
        + "<table><tr><th>KPJ<th>Saldo<tr><td colspan=2>PT A<tr><td>11000000011<td>1.000.500<tr><td colspan=2>PT B<tr><td>12000000012<td>2.000.000</table>",
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT B",
    ),
    "a section of another program": (
        H
        + "<table><tr><th>KPJ<th>Saldo<tr><td>11000000011<td>1.000.500<tr><td colspan=2>Jaminan Pensiun<tr><td>11000000011<td>2.000.000</table>",
        "1000500: 1000500 11000000011",
    ),
    "an empty balance in words": (H + "<p>Saldo JHT: tidak tersedia</p>", "figure_missing"),
    "a balance of zero": (H + "<p>Saldo JHT: Rp 0</p>", "0: 0"),
    "a broken amount": (H + "<p>Saldo JHT: Rp 5.000.50</p>", "figure_unreadable"),
    "a currency in a cell of its own": (t("Saldo JHT|Rp|5.000.500"), "5000500: 5000500"),
    "sen in a cell of their own": (t("Saldo JHT|Rp|5.000.500|,50"), "5000500: 5000500"),
    "value before label": (
        "<div><b>Rp 5.000.500</b><p>Saldo JHT</p></div><div><b>Rp 100.000</b><p>Iuran</p></div>",
        "5000500: 5000500",
    ),
    "labels in a definition list": (
        "<dl><dt>KPJ<dd>11000000011<dt>Saldo JHT<dd>Rp 5.000.500<dt>Iuran<dd>Rp 100.000</dl>",
        "5000500: 5000500 11000000011",
    ),
    "a list of words and amounts": (
        "<ul><li>Saldo Awal JHT: Rp 4.000.500<li>Iuran: Rp 1.000.000<li>Saldo Akhir JHT: Rp 5.000.500</ul>",
        "5000500: 5000500",
    ),
    "columns of cards, one without a figure": (t("KPJ|11000000011|12000000012", "Saldo JHT|Rp 1.000.500|"), "columns_unclear"),
    "columns of cards, one without its cell": (t("KPJ|11000000011|12000000012", "Saldo JHT|Rp 1.000.500"), "columns_unclear"),
    "columns of cards and one figure for both": (
        H + "<table><tr><td>KPJ<td>11000000011<td>12000000012<tr><td>Saldo JHT<td colspan=2>Rp 3.000.500</table>",
        "columns_unclear",
    ),
    "one figure beside two cards": (
        H + "<table><tr><th>KPJ<th>Saldo<tr><td>11000000011<td rowspan=2>3.000.500<tr><td>12000000012</table>",
        "columns_unclear",
    ),
    "one figure beside two cards of two companies": (
        H
        + "<table><tr><th>KPJ<th>Perusahaan<th>Saldo<tr><td>11000000011<td>PT A<td rowspan=2>3.000.500<tr><td>12000000012<td>PT B</table>",
        "columns_unclear",
    ),
    "columns of cards under one name": (
        H
        + "<table><tr><td>Nama<td colspan=2>BUDI<tr><td>KPJ<td>11000000011<td>12000000012<tr><td>Saldo JHT<td>Rp 1.000.500<td>Rp 2.000.000</table>",
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
    "a figure as wide as its header": (
        H
        + "<table><tr><th>KPJ<th colspan=2>Saldo<tr><td>11000000011<td colspan=2>1.000.500<tr><td>12000000012<td colspan=2>2.000.000</table>",
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_said_of_a_common_page(name: str) -> None:
    page, answer = PAGES[name]
    assert told(page) == answer
