"""Amounts that only explain, words that reach over an amount, and what takes a figure back from another line."""

from __future__ import annotations

import pytest

from tests.core.portal.test_figures_rules import F, H, told

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
