"""Words around a figure that take it back: a figure called an estimate, another program's, or another figure's is no balance."""

from __future__ import annotations

import datetime as dt

import pytest

from core.errors import PageNotUnderstood
from core.portal import document, figures

HEAD = "<h1>Informasi Saldo JHT</h1><p>KPJ 12345678901</p>"
WORDS = figures.load_words()


def read(body: str) -> int:
    """The total in sen of a page with this body."""
    page = document.parse(
        f"<!DOCTYPE html><html><body>{body}</body></html>".encode(), "text/html; charset=utf-8", "https://p.example.test/"
    )
    return figures.read(page, WORDS, today=dt.date(2026, 11, 22)).total


BACK = {
    "estimate behind": "<p>Saldo JHT: Rp 900.731.902 (perkiraan)</p>",
    "projection behind": "<p>Saldo JHT: Rp 900.731.902 (proyeksi)</p>",
    "projected in English": "<p>Saldo JHT: Rp 900.731.902 (projected at age 56)</p>",
    "estimated in English": "<p>Saldo JHT: IDR 900.731.902 estimated</p>",
    "a card's last line": "<div class=card><p>Saldo JHT</p><p>Rp 900.731.902</p><p>Perkiraan pada usia 56 tahun</p></div>",
    "a small line below": "<p>Saldo JHT: Rp 900.731.902<br><small>Angka ini perkiraan pada usia 56 tahun</small></p>",
    "a definition below": "<dl><dt>Saldo JHT</dt><dd>Rp 900.731.902</dd><dd>perkiraan</dd></dl>",
    "a third cell": "<table><tr><td>Saldo JHT</td><td>Rp 900.731.902</td><td>Perkiraan</td></tr></table>",
    "a third cell under a head": "<table><tr><th>Uraian</th><th>Nilai</th><th>Keterangan</th></tr>"
    "<tr><td>Saldo JHT</td><td>Rp 900.731.902</td><td>Perkiraan</td></tr></table>",
    "a case above": "<p>Jika Anda terus bekerja sampai usia 56:</p><p>Saldo JHT: Rp 900.731.902</p>",
    "a year to come": "<p>Saldo JHT: Rp 900.731.902 pada tahun 2045</p>",
    "an age to come": "<p>Saldo JHT: Rp 900.731.902 di usia 56</p>",
    "a simulation's result": "<p>Hasil simulasi Anda</p><table><tr><td>KPJ</td><td>12345678901</td></tr>"
    "<tr><td>Saldo JHT</td><td>Rp 900.731.902</td></tr></table>",
    "a remark on what is above": "<p>Saldo JHT: Rp 900.731.902</p><p>* Angka di atas adalah proyeksi sampai pensiun.</p>",
    "an example above": "<p>Contoh tampilan untuk peserta baru</p><p>Saldo JHT: Rp 900.731.902</p>",
    "another program behind": "<p>Saldo JHT: Rp 42.000.000 (JP)</p>",
    "another program's words behind": "<p>Saldo JHT: Rp 42.000.000 program pensiun</p>",
    "another program below": "<p>Saldo JHT: Rp 42.000.000</p><p>(Jaminan Pensiun)</p>",
    "another program in its row": "<table><tr><th>Uraian</th><th>Nilai</th><th>Program</th></tr>"
    "<tr><td>Saldo</td><td>Rp 42.000.000</td><td>JP</td></tr></table>",
    "another program before": "<table><tr><th>Program</th><th>Uraian</th><th>Nilai</th></tr>"
    "<tr><td>JP</td><td>Saldo</td><td>Rp 42.000.000</td></tr></table>",
    "the opening balance's heading": "<h3>Saldo Awal</h3><p>Saldo JHT: Rp 4.200.000</p>",
    "a claim's heading": "<h3>Maksimal klaim sebagian</h3><p>Saldo JHT: Rp 4.200.000</p>",
    "a share's heading": "<h3>Dapat dicairkan 10%</h3><p>Saldo JHT: Rp 4.200.000</p>",
    "an average's heading": "<h3>Rata-rata peserta</h3><p>Saldo JHT: Rp 42.000.000</p>",
    "a target's heading": "<h3>Target tabungan Anda</h3><p>Saldo JHT: Rp 42.000.000</p>",
    "a contribution's heading": "<h3>Iuran bulan ini</h3><p>Saldo JHT: Rp 420.000</p>",
    "another fund's heading": "<h3>Reksa Dana Anda</h3><p>Saldo JHT: Rp 42.000.000</p>",
    "a loan's heading": "<h3>Pinjaman rumah (MLT)</h3><p>Saldo JHT: Rp 42.000.000</p>",
}


@pytest.mark.parametrize("body", BACK.values(), ids=BACK)
def test_what_stands_around_takes_a_figure_back(body: str) -> None:
    with pytest.raises((PageNotUnderstood, figures.NotABalancePage)):
        read(HEAD + body)


FINE = {
    "the plain figure": "<p>Saldo JHT: Rp 48.731.902</p>",
    "its date behind": "<p>Saldo JHT: Rp 48.731.902 per 31 Oktober 2026</p>",
    "its card behind": "<p>Saldo JHT: Rp 48.731.902 (1 kartu)</p>",
    "an estimate of another figure below": "<p>Saldo JHT</p><p>Rp 48.731.902</p><p>Perkiraan pengembangan</p><p>Rp 200.000</p>",
    "a link to the simulation below": "<p>Saldo JHT: Rp 48.731.902</p><p><a href='/s'>Simulasi JHT</a></p>",
    "a long text on simulations below": "<p>Saldo JHT: Rp 48.731.902</p><p>Simulasi saldo JHT kini tersedia di aplikasi JMO untuk semua "
    "peserta yang ingin tahu berapa saldo mereka kelak di hari tua.</p>",
    "a company called Contoh": "<p>KPJ 12345678901 · PT Contoh Jaya</p><p>Saldo JHT: Rp 48.731.902</p>",
    "a company called Contoh with its form behind": "<p>KPJ 12345678901</p><p>CONTOH JAYA, CV</p><p>Saldo JHT: Rp 48.731.902</p>",
    "a company called Contoh below": "<p>Saldo JHT: Rp 48.731.902</p><p>PT Contoh Jaya</p>",
    "a company called Contoh behind": "<p>Saldo JHT: Rp 48.731.902 (PT Contoh Jaya)</p>",
    "a company in a table": "<table><tr><td>Perusahaan</td><td>Contoh Jaya</td></tr><tr><td>Saldo JHT</td><td>Rp 48.731.902</td></tr></table>",
    "a company as a heading": "<h3>PT CONTOH</h3><p>Saldo JHT</p><p>Rp 48.731.902</p>",
    "a person called Contoh": "<p>BUDI CONTOH</p><p>Saldo JHT: Rp 48.731.902</p>",
    "a person in a table": "<table><tr><td>Nama</td><td>CONTOH BUDI</td></tr><tr><td>Saldo JHT</td><td>Rp 48.731.902</td></tr></table>",
    "an heir's row above": "<table><tr><td>Ahli waris</td><td>Budi</td></tr><tr><td>Saldo JHT</td><td>Rp 48.731.902</td></tr></table>",
    "a simulation of its own below": "<p>Saldo JHT</p><p>Rp 48.731.902</p><h3>Simulasi</h3><p>Perkiraan saldo pada usia 56</p><p>Rp 500.000.000</p>",
    "another program's section below": "<h3>JHT</h3><p>Saldo</p><p>Rp 48.731.902</p><h3>Jaminan Pensiun</h3><p>Iuran</p><p>Rp 500.000</p>",
    "its heading": "<h3>Rincian saldo</h3><p>Saldo JHT: Rp 48.731.902</p>",
    "the programs of the menu": "<ul><li><a href='/jp'>Jaminan Pensiun</a></li></ul><p>Saldo JHT: Rp 48.731.902</p>",
}


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_words_that_say_nothing_of_it_leave_it(body: str) -> None:
    assert read(HEAD + body) == 48_731_902_00


def test_a_row_that_lacks_a_cell_shifts_its_figures() -> None:
    rows = "<tr><td>JP</td><td>Rp 150.000</td><td>Rp 7.400.000</td><td>Rp 1</td></tr><tr><td>JHT</td><td>Rp 58.000.250</td><td>Rp 5.800.025</td></tr>"
    head = "<tr><th>Program</th><th>Iuran terakhir</th><th>Saldo</th><th>Dapat diklaim</th></tr>"
    with pytest.raises(PageNotUnderstood, match="columns_unclear"):
        read(f"{HEAD}<table>{head}{rows}</table>")


def test_a_chooser_of_cards_that_a_script_answers_holds_cards_back_inside_a_form_too() -> None:
    chooser = "<form><select onchange='muat(this.value)'><option>11000000011</option><option>12000000012</option></select></form>"
    with pytest.raises(figures.SomeCards):
        read(f"<h1>Saldo JHT</h1>{chooser}<p>KPJ 11000000011</p><p>Saldo JHT</p><p>Rp 10.000.000</p>")


def test_an_end_of_a_range_is_no_figure_when_its_dash_was_garbled() -> None:
    with pytest.raises(PageNotUnderstood):
        read(f"{HEAD}<table><tr><td>Saldo JHT</td><td>Rp 1 \u00e2\u20ac\u201c Rp 10.000.000</td></tr></table>")


def test_a_table_inside_a_grid_is_heard_too() -> None:
    head = "<div role=row><div role=columnheader>KPJ</div><div role=columnheader>Saldo</div></div>"
    row = "<div role=row><div role=gridcell>11000000011</div><div role=gridcell>Rp 10.000.000</div></div>"
    twin = "<table><tr><td>Total Saldo JHT</td><td>:</td><td>Rp 10.938.998</td></tr></table>"
    assert read(f"<h1>Saldo JHT</h1><div role=grid>{head}{row}</div>") == 10_000_000_00
    with pytest.raises(PageNotUnderstood):
        read(f"<h1>Saldo JHT</h1><div role=grid>{head}{row}{twin}</div>")


def test_of_two_rows_that_only_a_heading_names_neither_is_believed_alone() -> None:
    one = "<tr><td>18103300001</td><td>PU</td><td>PT Khayal Logistik</td><td>08-2026</td><td>Rp 20.010.300</td></tr>"
    other = "<tr><td>18103300001</td><td>BPU</td><td>Wadah Ojek Andaian</td><td>11-2026</td><td>Rp 1.100.700</td></tr>"
    rows = one + other
    with pytest.raises(PageNotUnderstood):
        read(f"<h1>Saldo JHT</h1><table>{rows}</table><p>Total Pundi JHT: <b>Rp 21.111.000</b></p>")


@pytest.mark.parametrize("sign", "?*#\u2022\ufffd_x")
@pytest.mark.parametrize(
    "where",
    [
        "<p>Saldo JHT: {}</p>",
        "<p>Saldo JHT</p><p>{}</p>",
        "<p>Saldo JHT: <b>{}</b></p>",
        "<table><tr><td>Saldo JHT</td><td>{}</td></tr></table>",
    ],
)
def test_a_figure_whose_first_digit_is_hidden_or_broken_is_no_smaller_figure(sign: str, where: str) -> None:
    for text in (f"Rp {sign}8.731.902", f"{sign}8.731.902"):
        with pytest.raises((PageNotUnderstood, figures.NotABalancePage)):
            read(HEAD + where.format(text))


@pytest.mark.parametrize("inside", ["<label>Saldo JHT Anda</label><input readonly value='{}'>", "<p>Saldo JHT Anda</p><p>{}</p>"])
@pytest.mark.parametrize("wrap", ["<div>{}</div>", "<div><div>{}</div></div>", "<div role=rowgroup>{}</div>"])
def test_what_stands_inside_a_grid_and_is_no_row_is_heard_too(wrap: str, inside: str) -> None:
    head = "<div role=row><div role=columnheader>KPJ</div><div role=columnheader>Saldo</div></div>"
    row = "<div role=row><div role=gridcell>11000000011</div><div role=gridcell>Rp 10.000.000</div></div>"
    page = f"<h1>Saldo JHT</h1><div role=grid>{head}{row}{wrap.format(inside)}</div>"
    assert read(page.format("Rp 10.000.000")) == 10_000_000_00
    with pytest.raises(PageNotUnderstood):
        read(page.format("Rp 1.554.772"))
