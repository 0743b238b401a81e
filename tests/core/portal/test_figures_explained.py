"""Amounts that only explain, words that reach over an amount, and what takes a figure back from another line."""

from __future__ import annotations

import pytest

from tests.core.portal.test_figures_rules import F, H, t, told

PAGES = {
    # an amount inside a label explains; the balance stands behind the label's end
    "a part in parentheses": ("<p>Saldo JHT (termasuk pengembangan Rp 500.000): Rp 5.000.500</p>", "5000500: 5000500"),
    "a part before the verb": ("<p>Saldo JHT termasuk pengembangan Rp 500.000 adalah Rp 5.000.500</p>", "5000500: 5000500"),
    "a part before an equals sign": ("<p>Saldo JHT termasuk pengembangan Rp 500.000 = Rp 5.000.500</p>", "5000500: 5000500"),
    "a claim in parentheses": (H + "<p>Saldo JHT (setelah klaim Rp 500.000): Rp 5.000.500</p>", "5000500: 5000500"),
    "a total with a part": (H + "<p>Total (termasuk pengembangan Rp 500.000): Rp 5.000.500</p>", "NotABalancePage"),
    "a part behind the figure": ("<p>Saldo JHT: Rp 5.000.500 (termasuk pengembangan Rp 500.000)</p>", "5000500: 5000500"),
    "a part behind it, with a verb": ("<p>Saldo JHT: Rp 5.000.500 (pengembangan adalah Rp 500.000)</p>", "5000500: 5000500"),
    "another label in between": ("<p>Saldo JHT: Rp 5.000.500, iuran: Rp 500.000</p>", "5000500: 5000500"),
    "contributions that go on": (H + "<p>Iuran Rp 500.000: Rp 5.000.500</p>", "NotABalancePage"),
    # a label does not reach over what is no amount for some reason
    "a range without blanks": (H + "<p>Saldo JHT: Rp 5.000.500s/dRp 7.000.500</p>", "label_unclear"),
    "a product": (H + "<p>Saldo JHT: Rp 5.000.500x Rp 7.000.500</p>", "label_unclear"),
    "a number without a currency": (H + "<p>Saldo JHT: 5.000.500s/d7.000.500 Rp 7.000.500</p>", "label_unclear"),
    "wages a month, and the balance": (H + "<p>Upah Rp 5.000.000/bulan, Saldo JHT Rp 9.000.500</p>", "9000500: 9000500"),
    # two amounts behind one label
    "two amounts and a comma": (H + "<p>Saldo JHT: Rp 5.000.500, Rp 7.000.500</p>", "label_unclear"),
    "two amounts and a semicolon": (H + "<p>Saldo JHT: Rp 5.000.500; Rp 7.000.500</p>", "label_unclear"),
    "one amount plus another": (H + "<p>Saldo JHT: Rp 5.000.500 plus Rp 7.000.500</p>", "label_unclear"),
    # figures and labels in turn, in one line
    "a label between two figures": (H + "<p>Rp 5.000.500 Saldo JHT Rp 7.000.500</p>", "NotABalancePage"),
    "a label between two figures, and a figure": (F + "<p>Rp 5.000.500 Saldo JHT Rp 7.000.500</p>", "label_unclear"),
    "contributions between two figures": (F + "<p>Rp 5.000.500 Iuran Rp 7.000.500</p>", "5000500: 5000500"),
    "figures before their labels": ("<p>Rp 5.000.500 Saldo JHT Rp 200.000 Iuran</p>", "5000500: 5000500"),
    "figures before their labels, the balance last": ("<p>Rp 200.000 Iuran Rp 5.000.500 Saldo JHT</p>", "5000500: 5000500"),
    "a figure, and a label with a colon": (H + "<p>Rp 200.000 Saldo JHT: Rp 7.000.500</p>", "7000500: 7000500"),
    "a figure, and a label with an equals sign": (H + "<p>Rp 200.000 Saldo JHT = Rp 7.000.500</p>", "7000500: 7000500"),
    "two figures and a word": (H + "<p>Rp 5.000.500 dan Rp 7.000.500</p>", "label_unclear"),
    "two figures and a strange word": (H + "<p>Rp 5.000.500 foo Rp 7.000.500</p>", "label_unclear"),
    "a figure and its growth": (H + "<p>Rp 5.000.500 (+Rp 285.000)</p>", "5000500: 5000500"),
    # several cards in one line, parted by strokes
    "two cards in a line": (
        H + "<p>KPJ: 11000000011 | Saldo JHT: Rp 1.000.500 | Segmen: PU | KPJ: 12000000012 | Saldo JHT: Rp 2.000.000</p>",
        "figures_disagree",
    ),
    "two companies in a line": (
        H + "<p>Perusahaan: PT A | Saldo JHT: Rp 1.000.500 | Perusahaan: PT B | Saldo JHT: Rp 2.000.000</p>",
        "figures_disagree",
    ),
    "a label, a company, a figure": (H + "<p>Saldo JHT · PT MAJU · Rp 5.000.500</p>", "5000500: 5000500 PT MAJU"),
    # the parts of a statement, each in a box of its own
    "a statement of paragraphs that adds up": (
        H
        + "<p>Saldo Awal: Rp 1.000.000</p><p>Iuran: Rp 200.000</p><p>Pengembangan: Rp 50.500</p><p>Saldo Akhir: Rp 1.250.500</p>",
        "1250500: 1250500",
    ),
    "a statement of paragraphs that does not": (
        H
        + "<p>Saldo Awal: Rp 1.000.000</p><p>Iuran: Rp 200.000</p><p>Pengembangan: Rp 50.500</p><p>Saldo Akhir: Rp 1.350.500</p>",
        "parts_mismatch",
    ),
    "a list whose total is the opening balance with its growth": (
        H + "<ul><li>Saldo Awal: Rp 1.000.000<li>Iuran: Rp 200.000<li>Pengembangan: Rp 50.500<li>Total Saldo: Rp 1.050.500</ul>",
        "parts_mismatch",
    ),
    "the same as a definition list": (
        H + "<dl><dt>Saldo Awal<dd>Rp 1.000.000<dt>Iuran<dd>Rp 200.000<dt>Total Saldo<dd>Rp 1.050.500</dl>",
        "parts_mismatch",
    ),
    "the same with wages among them, whose sign nobody knows": (
        H + "<p>Saldo Awal: Rp 1.000.000</p><p>Iuran: Rp 200.000</p><p>Upah: Rp 9.000</p><p>Total Saldo: Rp 1.050.500</p>",
        "1050500: 1050500",
    ),
    # what is said of cards in sequence, before their numbers or behind them
    "companies before their cards": (
        H
        + "<p>Perusahaan: PT A</p><p>KPJ: 11000000011</p><p>Saldo JHT: Rp 1.000.500</p>"
        + "<p>Perusahaan: PT B</p><p>KPJ: 12000000012</p><p>Saldo JHT: Rp 2.000.000</p>",
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT B",
    ),
    "statuses before their cards, the figure first": (
        H
        + "<p>Status: Aktif</p><p>Saldo JHT: Rp 1.000.500</p><p>KPJ: 11000000011</p>"
        + "<p>Status: Tidak Aktif</p><p>Saldo JHT: Rp 2.000.000</p><p>KPJ: 12000000012</p>",
        "3000500: 1000500 11000000011 True, 2000000 12000000012 False",
    ),
    "companies behind their cards": (
        H
        + "<p>KPJ: 11000000011</p><p>Saldo JHT: Rp 1.000.500</p><p>Perusahaan: PT A</p>"
        + "<p>KPJ: 12000000012</p><p>Saldo JHT: Rp 2.000.000</p><p>Perusahaan: PT B</p>",
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT B",
    ),
    "a company before the first card only": (
        H
        + "<p>Perusahaan: PT A</p><p>KPJ: 11000000011</p><p>Saldo JHT: Rp 1.000.500</p>"
        + "<p>KPJ: 12000000012</p><p>Saldo JHT: Rp 2.000.000</p>",
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
    "companies before the first card and behind the last": (
        H
        + "<p>Perusahaan: PT A</p><p>KPJ: 11000000011</p><p>Saldo JHT: Rp 1.000.500</p><p>Perusahaan: PT B</p>"
        + "<p>KPJ: 12000000012</p><p>Saldo JHT: Rp 2.000.000</p><p>Perusahaan: PT C</p>",
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
    # whose day it is
    "the balance of now beside a year's end": (
        H + "<p>Saldo JHT per 31-12-2025: Rp 4.000.500</p><p>Saldo JHT saat ini: Rp 5.000.500</p>",
        "5000500: 5000500",
    ),
    "the balance of now, and the page's day": (
        H + "<p>Saldo JHT saat ini: Rp 5.000.500</p><p>per 31-10-2026</p>",
        "5000500 of 2026-10-31: 5000500",
    ),
    "cards of two days": (
        t("11000000011|PT A|1.000.500", head="KPJ|Perusahaan|Saldo per 31-12-2025")
        + t("12000000012|PT B|2.000.000", head="KPJ|Perusahaan|Saldo saat ini"),
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT B",
    ),
    # another program in the box of a card that only a heading names
    "a program below a card's amount": (
        H
        + "<div><div><p>KPJ 11000000011</p><p>Rp 5.000.500</p><p>Program</p><p>JP</p></div><div><p>KPJ 12000000012</p><p>Rp 1.000.500</p></div></div>",
        "cards_unclear",
    ),
    # a bound at the end of the label, the figure on a line of its own
    "about": (H + "<p>Saldo JHT ±</p><p>Rp 5.000.500</p>", "label_unclear"),
    "at least, in a cell": ("<table><tr><td>Saldo JHT ≥<td>Rp 5.000.500</table>", "label_unclear"),
    "more or less": (H + "<p>Saldo JHT +/-:</p><p>Rp 5.000.500</p>", "label_unclear"),
    "an arrow of a menu": (H + "<p>Saldo JHT ></p><p>Rp 5.000.500</p>", "5000500: 5000500"),
    "in hundreds": (H + "<p>Saldo JHT (x Rp 100): Rp 5.000.500</p>", "number_style_unclear"),
    "per thousand": (H + "<p>Saldo JHT (per Rp 1.000): Rp 5.000.500</p>", "number_style_unclear"),
    # the moment of a projection, in a line of its own
    "at an age, above": (H + "<p>Pada usia 56</p><p>Saldo JHT: Rp 5.000.500</p>", "only_estimates"),
    "at an age, as a heading": (H + "<h3>Pada usia 56 tahun:</h3><p>Saldo: Rp 5.000.500</p>", "only_estimates"),
    "at an age, below": (F + "<p>(at age of 56)</p>", "only_estimates"),
    "a year far ahead": (H + "<h3>Akhir tahun 2035</h3><p>Saldo: Rp 5.000.500</p>", "only_estimates"),
    "the person's own age": ("<p>Usia 56 tahun</p>" + F, "5000500: 5000500"),
    "an age above another figure": (F + "<p>Pada usia 56</p><p>Rp 9.000.000</p>", "5000500: 5000500"),
    "estimates in English": (F + "<p>The figures shown are estimates</p>", "only_estimates"),
    # headings of what may be claimed
    "a heading of the claimable sum": ("<h3>Saldo JHT yang dapat diklaim</h3><p>Saldo: Rp 5.000.500</p>", "label_unclear"),
    "a heading of a share": (H + "<h3>Klaim maks 30%</h3><p>Saldo: Rp 5.000.500</p>", "label_unclear"),
    "a heading of claims": (H + "<h3>Klaim</h3><p>Saldo: Rp 5.000.500</p>", "5000500: 5000500"),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_said_of_an_amount_that_is_explained(name: str) -> None:
    page, answer = PAGES[name]
    assert told(page) == answer
