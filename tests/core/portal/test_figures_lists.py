"""Neighbours, lines, lists and statements: which figure is whose, to the word."""

from __future__ import annotations

import pytest

from tests.core.portal.test_figures_rules import H, t, told

PAGES = {
    "a guess above the figure, in its cell": (
        H + "<table><tr><th>Saldo JHT<td>sekitar<br>Rp 5.000.500</table>",
        "NotABalancePage",
    ),
    "contributions in a line, and a total": (H + "<p>Iuran: Rp 500.000</p><p>Total: Rp 5.000.500</p>", "label_unclear"),
    "a later balance in strange words": (
        H + "<p>Saldo rembulan purnama per 31-10-2026</p><p>Saldo JHT per 31-12-2025: Rp 5.000.500</p>",
        "5000500 of 2025-12-31: 5000500",
    ),
    "a later balance in known words": (
        H + "<p>Saldo JHT per 31-10-2026</p><p>Saldo JHT per 31-12-2025: Rp 5.000.500</p>",
        "figure_missing",
    ),
    "months of which one cannot be added up": (
        t(
            "08-2026|1.000.000|200.000|50.500|1.250.500",
            "09-2026|1.250.500|***|0|1.250.500",
            head="Bulan|Saldo Awal|Iuran|Pengembangan|Saldo Akhir",
        ),
        "only_running_amounts",
    ),
    "months that add up": (
        t(
            "08-2026|1.000.000|200.000|50.500|1.250.500",
            "09-2026|1.250.500|0|0|1.250.500",
            head="Bulan|Saldo Awal|Iuran|Pengembangan|Saldo Akhir",
        ),
        "1250500: 1250500",
    ),
    "a balance of now, and this year's end": (
        "<h2>Saldo JHT saat ini</h2><p>Saldo JHT akhir tahun 2026: Rp 5.000.500</p>",
        "5000500: 5000500",
    ),
    "a balance of now, and last year's end": (
        "<h2>Saldo JHT saat ini</h2><p>Saldo JHT akhir tahun 2025: Rp 5.000.500</p>",
        "figure_missing",
    ),
    "next year's balance and a total": (
        H + "<p>Saldo JHT 2027: Rp 5.000.500</p><p>Total Saldo JHT: Rp 5.000.500</p>",
        "future_date",
    ),
    "rows of a statement under a balance": (
        t("Saldo Awal|1.000.500", "Iuran|250.000", "Saldo Akhir|1.250.500", head="Uraian|Saldo"),
        "1250500: 1250500",
    ),
    "an estimate's row under a balance": (
        t("Estimasi|9.000.500", "Saldo Akhir JHT|1.250.500", head="Uraian|Saldo"),
        "1250500: 1250500",
    ),
    "programs in a column": (
        t("11000000011|JHT|1.000.500", "11000000011|JP|2.000.000", head="KPJ|Program|Saldo"),
        "1000500: 1000500 11000000011",
    ),
    "a program in the remarks": (t("11000000011|iuran JP|1.000.500", head="KPJ|Keterangan|Saldo"), "NotABalancePage"),
    "a link and its figure": ("<p><a href=/x>Saldo JHT</a></p><p>Rp 5.000.500</p>", "5000500: 5000500"),
    "a link, a day, and a figure": ("<p><a href=/x>Saldo JHT</a></p><p>31-10-2026</p><p>Rp 5.000.500</p>", "NotABalancePage"),
    "a label, a day, and a figure": ("<p>Saldo JHT</p><p>31-10-2026</p><p>Rp 5.000.500</p>", "NotABalancePage"),
    "a label, a card, and a figure": ("<p>Saldo JHT</p><p>11000000011</p><p>Rp 5.000.500</p>", "NotABalancePage"),
    "a label and two figures": ("<p>Saldo JHT</p><p>Rp 4.000.500</p><p>Rp 5.000.500</p>", "label_unclear"),
    "a figure, a label, a figure": ("<p>Rp 4.000.500</p><p>Saldo JHT</p><p>Rp 5.000.500</p>", "label_unclear"),
    "two labels behind a figure": ("<p>Rp 4.000.500</p><p>Saldo JHT</p><p>Iuran</p>", "label_unclear"),
    "a label of five lines before": (
        "<p>Saldo JHT</p><p>(a)</p><p>(b)</p><p>(c)</p><p>(d)</p><p>Rp 5.000.500</p>",
        "5000500: 5000500",
    ),
    "a label of six lines before": (
        "<p>Saldo JHT</p><p>(a)</p><p>(b)</p><p>(c)</p><p>(d)</p><p>(e)</p><p>Rp 5.000.500</p>",
        "NotABalancePage",
    ),
    "bare digits right behind their label": ("<p>Saldo JHT</p><p>5000500</p>", "5000500: 5000500"),
    "bare digits behind a remark": ("<p>Saldo JHT</p><p>(rupiah)</p><p>5000500</p>", "label_unclear"),
    "bare digits under a heading": ("<h3>Saldo JHT</h3><p>5000500</p>", "label_unclear"),
    "an amount under a heading": ("<h3>Saldo JHT</h3><p>Rp 5.000.500</p>", "5000500: 5000500"),
    "an amount cut in two": ("<p>Saldo JHT</p><p>Rp 14</p><p>.880.075</p>", "label_unclear"),
    "lines of a printout": ("<pre>Saldo JHT     Rp 5.000.500\nIuran         Rp 100.000</pre>", "5000500: 5000500"),
    "a readonly field": ("<label>Saldo JHT</label><input readonly value='Rp 5.000.500'>", "5000500: 5000500"),
    "a field to type into": ("<label>Saldo JHT</label><input value='Rp 5.000.500'>", "NotABalancePage"),
    "a struck-out figure": ("<p>Saldo JHT: <s>Rp 4.000.500</s> Rp 5.000.500</p>", "5000500: 5000500"),
    "a hidden figure": ("<p>Saldo JHT: <span hidden>Rp 4.000.500</span> Rp 5.000.500</p>", "5000500: 5000500"),
    "two figures of one sentence": ("<p>Saldo JHT Anda Rp 5.000.500 dan iuran Anda Rp 100.000</p>", "5000500: 5000500"),
    "a balance with a contribution behind it": ("<p>Saldo JHT Rp 5.000.500 termasuk iuran Rp 100.000</p>", "5000500: 5000500"),
    "a contribution with a balance behind it": ("<p>Iuran Rp 100.000, Saldo JHT Rp 5.000.500</p>", "5000500: 5000500"),
    "a card's line without a label": (
        H + "<p>11000000011 - PT MAJU JAYA Rp 5.000.500</p>",
        "5000500: 5000500 11000000011 PT MAJU JAYA",
    ),
    "two cards' lines and their total": (
        H + "<p>11000000011 - PT A Rp 1.000.500</p><p>12000000012 - PT B Rp 2.000.000</p><p>Total Saldo JHT: Rp 3.000.500</p>",
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT B",
    ),
    "two cards' lines and another total": (
        H + "<p>11000000011 - PT A Rp 1.000.500</p><p>12000000012 - PT B Rp 2.000.000</p><p>Total Saldo JHT: Rp 3.000.600</p>",
        "SomeCards total_mismatch",
    ),
    "a subtotal of the cards below it": (
        t("Subtotal||3.000.500", "PT A|11000000011|1.000.500", "PT B|12000000012|2.000.000", head="Perusahaan|KPJ|Saldo"),
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT B",
    ),
    "a subtotal of the cards above it": (
        t("PT A|11000000011|1.000.500", "PT B|12000000012|2.000.000", "Subtotal||3.000.500", head="Perusahaan|KPJ|Saldo"),
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT B",
    ),
    "a subtotal of all above it": (
        t(
            "PT A|11000000011|1.000.500",
            "Subtotal||1.000.500",
            "PT B|12000000012|2.000.000",
            "Subtotal||3.000.500",
            head="Perusahaan|KPJ|Saldo",
        ),
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT B",
    ),
    "a subtotal that is wrong": (
        t(
            "PT A|11000000011|1.000.500",
            "Subtotal||1.000.600",
            "PT B|12000000012|2.000.000",
            "Subtotal||2.000.000",
            head="Perusahaan|KPJ|Saldo",
        ),
        "parts_mismatch",
    ),
    "a passbook with debits": (
        t(
            "01-08-2026|200.000|0|1.200.500",
            "01-09-2026|0|100.000|1.100.500",
            "01-10-2026|50.000|0|1.150.500",
            head="Tanggal|Kredit|Debet|Saldo JHT",
        ),
        "1150500 of 2026-10-01: 1150500",
    ),
    "a passbook from the last to the first": (
        t(
            "01-10-2026|50.000|0|1.150.500",
            "01-09-2026|0|100.000|1.100.500",
            "01-08-2026|200.000|0|1.200.500",
            head="Tanggal|Kredit|Debet|Saldo JHT",
        ),
        "1150500 of 2026-10-01: 1150500",
    ),
    "a passbook with a wrong line": (
        t(
            "01-08-2026|200.000|0|1.200.500",
            "01-09-2026|0|100.000|1.110.500",
            "01-10-2026|50.000|0|1.150.500",
            head="Tanggal|Kredit|Debet|Saldo JHT",
        ),
        "only_running_amounts",
    ),
    "years that do not follow on": (
        t(
            "2024|1.000.000|100.000|50.500|1.150.500",
            "2025|1.350.500|100.000|0|1.450.500",
            head="Tahun|Saldo Awal|Iuran|Pengembangan|Saldo Akhir",
        ),
        "parts_mismatch",
    ),
    "years with a claim": (
        t("2025|1.000.000|100.000|50.500|100.000|1.050.500", head="Tahun|Saldo Awal|Iuran|Pengembangan|Klaim|Saldo Akhir"),
        "1050500: 1050500",
    ),
    "a total's row with its sum": (
        t("11000000011|100.000|1.000.500", "12000000012|100.000|2.000.000", "Total|200.000|3.000.500", head="KPJ|Iuran|Saldo"),
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_said_of_neighbours(name: str) -> None:
    page, answer = PAGES[name]
    assert told(page) == answer
