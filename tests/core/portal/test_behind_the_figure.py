"""Words straight behind a figure that make it another one: a debt, a rate, an average, another person's, one of several, another program's."""

from __future__ import annotations

import pytest

from core.errors import NoBalance, PageNotUnderstood
from core.portal import figures
from core.portal.document import parse

WORDS = figures.load_words()
SHAPES = {
    "line": "<h3>Saldo JHT</h3><p>KPJ 20000011111</p><p>Saldo JHT: {}</p>",
    "row": "<h3>Saldo JHT</h3><p>KPJ 20000011111</p><table><tr><td>Saldo JHT</td><td>{}</td></tr></table>",
    "list": "<table><tr><th>KPJ</th><th>Saldo JHT</th></tr><tr><td>20000011111</td><td>{}</td></tr></table>",
}


def read(shape: str, value: str, more: str = "") -> int:
    body = f"<!DOCTYPE html><html><head><title>x</title></head><body>{SHAPES[shape].format(value)}{more}</body></html>"
    return figures.read(parse(body.encode(), "http://127.0.0.1/", "text/html; charset=utf-8"), WORDS).total


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "behind",
    [
        ",00-", ",00 -", ",00\u2212", " DB", " (D)", " DR", " debet", " per bulan", " (per orang)", " setiap tahun", " per month",
        " (rata-rata)", " average", " milik istri", " (a.n. suami)", " (termasuk JP)", " sudah termasuk Jaminan Pensiun", " (JHT + JP)",
    ],
)  # fmt: skip
def test_a_figure_that_is_taken_back_behind_itself_is_refused(shape: str, behind: str) -> None:
    with pytest.raises((PageNotUnderstood, figures.NotABalancePage)):
        read(shape, f"Rp 4.000.500{behind}")


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "behind",
    [
        ",00", ",-", ",--", ".-", ",00 CR", " (belum termasuk JP)", " (tidak termasuk Jaminan Pensiun)", " (termasuk pengembangan)",
        " (JHT)", " per bulan Oktober 2026", " per bulan ini", " per 31-10-2026",
    ],
)  # fmt: skip
def test_a_remark_that_leaves_it_as_it_is_does_not_hide_it(shape: str, behind: str) -> None:
    assert read(shape, f"Rp 4.000.500{behind}") == 400_050_000


@pytest.mark.parametrize("behind", [" (1 dari 2 kartu)", " untuk 3 kartu", " dari 2 KPJ"])
@pytest.mark.parametrize("shape", ["line", "row"])
def test_a_figure_of_more_cards_than_the_page_shows_is_not_one_card_s(shape: str, behind: str) -> None:
    with pytest.raises(PageNotUnderstood):
        read(shape, f"Rp 4.000.500{behind}")


@pytest.mark.parametrize(
    "says", ["PERHATIAN: lingkungan pengujian", "Server uji coba", "Staging environment", "Anda berada di situs percobaan"]
)
def test_a_portal_that_is_only_being_tested_shows_no_balance(says: str) -> None:
    with pytest.raises(PageNotUnderstood) as caught:
        read("line", "Rp 4.000.500", f"<p>{says}</p>")
    assert caught.value.reason == "contradiction"


@pytest.mark.parametrize("answer", ['{"kpj":"20000011111","saldo_jht":"Rp 9.100.000"}', '[{"saldo_jht": "Rp 9.100.000"}]'])
def test_an_answer_for_programs_is_no_page(answer: str) -> None:
    with pytest.raises(figures.NotABalancePage):
        figures.read(parse(answer.encode(), "http://127.0.0.1/", "application/json"), WORDS)


JHT = "<h3>Jaminan Hari Tua (JHT)</h3><p>KPJ 21000011111</p><p>Saldo: Rp 5.600.700</p>"


def said(body: str) -> int:
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>"
    return figures.read(parse(page.encode(), "http://127.0.0.1/", "text/html; charset=utf-8"), WORDS).total


def test_what_another_program_lacks_is_not_said_of_jht() -> None:
    assert said(f"<h3>Jaminan Kematian (JKM)</h3><p>Tidak ada saldo.</p>{JHT}") == 560_070_000


@pytest.mark.parametrize("denial", ["Saldo JHT tidak tersedia", "JHT: tidak ada saldo"])
def test_what_jht_lacks_is_said_of_jht_wherever_it_stands(denial: str) -> None:
    with pytest.raises(PageNotUnderstood) as caught:
        said(f"<h3>Jaminan Kematian (JKM)</h3><p>{denial}</p>{JHT}")
    assert caught.value.reason == "contradiction"


def test_a_denial_under_no_other_heading_is_jht_s() -> None:
    with pytest.raises(NoBalance):
        said("<h3>Saldo JHT</h3><p>Tidak ada saldo</p>")


PANEL = '<h3 class="accordion-header">{}</h3><div class="collapse"><p>{}</p></div>'


@pytest.mark.parametrize(
    "control", ['<button type="button">{}</button>', '<a href="#p" data-toggle="collapse">{}</a>', '<a href="#">{}</a>']
)
def test_the_words_of_a_heading_that_unfolds_are_a_heading(control: str) -> None:
    jht = PANEL.format(control.format("Jaminan Hari Tua (JHT)"), "KPJ 21000011111</p><p>Saldo: Rp 5.600.700")
    pension = PANEL.format(control.format("Jaminan Pensiun (JP)"), "Saldo: Rp 2.100.000")
    assert said(jht + pension) == said(pension + jht) == 560_070_000


def test_a_headline_that_leads_away_is_no_heading() -> None:
    with pytest.raises((PageNotUnderstood, figures.NotABalancePage)):
        said('<h3><a href="/berita/1">Saldo JHT</a></h3><p>KPJ 21000011111</p><p>Rp 5.600.700</p>')
