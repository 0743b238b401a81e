"""Promises of doubting: a page that bounds, disowns, scales or spells its own figure otherwise is not believed."""

from __future__ import annotations

import pytest

from core.portal.figures.spelled import rupiah_of
from tests.core.portal.test_figures_refusals import refusal_of

HEAD = "<h2>Saldo JHT</h2>"


@pytest.mark.parametrize(
    "value",
    [
        "Rp 10.000.000 s.d. Rp 15.000.000",
        "Rp 10.000.000 - Rp 15.000.000",
        "Rp 10.000.000 – 15.000.000",
        "antara Rp 10.000.000 dan Rp 15.000.000",
        "Rp 1 – Rp 10.000.000",
        "> Rp 10.000.000",
        "≥ Rp 10.000.000",
        "≤Rp 10.000.000",
        "± Rp 10.000.000",
        "~Rp 10.000.000",
        "Rp 10.000.000+",
        "sekitar Rp 10.000.000",
        "kira-kira Rp 10.000.000",
        "maks. Rp 10.000.000",
        "hampir Rp 10.000.000",
        "Rp 12.345.600/Rp 15.000.000",
        "Rp 12.345.600 12.345.700",
        "Rp 12.345.600 dari Rp 15.000.000",
        "12.345.600 poin",
    ],
)
@pytest.mark.parametrize(
    "page",
    [
        "<p>Saldo JHT: {}</p>",
        "<p>Saldo JHT Anda</p><p>{}</p>",
        "<p>{}</p><p>Saldo JHT Anda</p>",
        "<table><tr><th>Saldo JHT</th><td>{}</td></tr></table>",
        "<table><tr><th>KPJ</th><th>Saldo JHT</th></tr><tr><td>12345678901</td><td>{}</td></tr></table>",
        "<dl><dt>Saldo JHT</dt><dd>{}</dd></dl>",
    ],
)
def test_a_bound_a_range_or_a_guess_is_no_figure(page: str, value: str) -> None:
    assert not refusal_of(HEAD + page.format(value)).startswith("read as")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<p>Saldo JHT: Rp 24.500.000 (belum diverifikasi, data tidak valid)</p>", "contradiction"),
        ("<p>Saldo JHT: Rp 24.500.000</p><p>Saldo di atas tidak valid karena rekonsiliasi</p>", "contradiction"),
        ("<p>Saldo JHT: Rp 24.500.000 *)</p><small>*) data contoh, bukan saldo sebenarnya</small>", "contradiction"),
        ("<div>CONTOH / SPECIMEN</div><p>Saldo JHT: Rp 24.500.000</p>", "NotABalancePage"),
        ("<p>Saldo JHT: Rp 24.500.000</p><div>CONTOH / SPECIMEN</div>", "only_estimates"),
        ("<p>Saldo JHT: Rp 24.500.000</p><p>Halaman ini hanya untuk uji coba</p>", "contradiction"),
        ("<p>Saldo JHT: Rp 24.500.000</p><p>Ralat: saldo yang benar Rp 8.500.000</p>", "contradiction"),
        ("<p>Saldo JHT: Rp 0 <span class=spinner>memuat...</span></p>", "figure_missing"),
        ("<p>Saldo JHT</p><p><span>Rp 0</span></p><p>Sedang memuat data</p>", "figure_missing"),
        ("<p>(dalam ribuan rupiah)</p><p>Saldo JHT: Rp 24.500.000</p>", "number_style_unclear"),
        ("<p>Saldo JHT: Rp 24.500.000</p><p>Angka dalam jutaan rupiah</p>", "number_style_unclear"),
        ("<p>Saldo JHT: Rp 24.500.000 (dua puluh lima juta empat ratus ribu rupiah)</p>", "figures_disagree"),
        ("<p>Saldo JHT: Rp 24.500.000</p><p>Terbilang: dua puluh lima juta rupiah</p>", "figures_disagree"),
        ("<p>Saldo JHT per 31 Desember 2019: Rp 9.000.000</p><p>Data terbaru belum tersedia.</p>", "contradiction"),
        (
            "<p>Saldo JHT atas nama BUDI (KPJ 51000000026): Rp 7.700.000</p><p>Peserta: SITI, KPJ 51000000018</p>",
            "several_persons",
        ),
        ("<p>Nama: ANI LESTARI</p><p>Saldo JHT atas nama BUDI SANTOSO: Rp 24.500.000</p>", "several_persons"),
    ],
)
def test_a_page_that_speaks_against_its_figure_is_not_believed(body: str, reason: str) -> None:
    assert refusal_of(HEAD + body) == reason


@pytest.mark.parametrize(
    "body",
    [
        "<p>Saldo JHT: Rp 24.500.000 (dua puluh empat juta lima ratus ribu rupiah)</p>",
        "<p>Saldo JHT: Rp 24.500.000</p><p>Terbilang: Dua Puluh Empat Juta Lima Ratus Ribu Rupiah</p>",
        "<p>Saldo JHT: Rp 24.500.000,-</p><p>Jaminan Pensiun dikelola terpisah</p>",
        "<p>Halo Dewi, saldo JHT kamu Rp 24.500.000</p>",
        "<p>Saldo JHT PT MAJU JAYA: Rp 24.500.000</p>",
        "<p>Saldo JHT adalah sebesar Rp 24.500.000.</p>",
        "<p>Saldo JHT: Rp 24.500.000</p><p>PIN tidak valid akan ditolak</p>",
        "<p>Nama: ANI LESTARI</p><p>Saldo JHT atas nama ANI LESTARI: Rp 24.500.000</p>",
    ],
)
def test_a_page_that_says_nothing_against_its_figure_is_read(body: str) -> None:
    assert refusal_of(HEAD + body) == "read as 2450000000"


@pytest.mark.parametrize(
    ("words", "rupiah"),
    [
        ("dua puluh lima juta empat ratus ribu", 25_400_000),
        ("seratus sebelas juta seribu lima", 111_001_005),
        ("satu miliar dua ratus tiga belas juta", 1_213_000_000),
        ("nol", 0),
        ("puluh", None),
        ("juta", None),
        ("dua dua", None),
        ("dua ribu tiga juta", None),
        ("", None),
    ],
)
def test_numbers_in_words_are_read(words: str, rupiah: int | None) -> None:
    assert rupiah_of(words.split()) == rupiah


@pytest.mark.parametrize(
    "body",
    [
        "<p>Bonus</p><p>Rp 3.000.000</p><p>Saldo JHT Anda</p>",
        "<h2>Saldo JHT</h2><p>Bonus</p><p>Rp 3.000.000</p><p>Saldo JHT Anda</p>",
        "<p>Saldo JHT minimum untuk MLT perumahan</p><p>Rp 10.000.000</p><p>Saldo JHT Anda sedang diperbarui</p>",
        "<p>Batas pinjaman</p><p>Rp 3.000.000</p><p>Saldo JHT</p>",
    ],
)
def test_a_figure_under_words_of_its_own_is_not_that_of_the_words_below(body: str) -> None:
    assert not refusal_of(body).startswith("read as")


@pytest.mark.parametrize(
    "body",
    [
        "<p>Saldo JHT tertinggi: Rp 24.500.000</p>",
        "<p>Saldo JHT prioritas: Rp 24.500.000</p>",
        "<p>Saldo JHT kelompok regional</p><p>Rp 24.500.000</p>",
        "<table><tr><th>Saldo JHT Garuda</th><td>Rp 24.500.000</td></tr></table>",
        "<p>Saldo JHT paling sedikit</p><p>Rp 24.500.000</p>",
        "<p>Total Saldo JHT Seluruh Tenaga Kerja</p><p>Rp 3.450.000.000</p>",
        "<p>Total Saldo JHT Perusahaan: Rp 3.450.000.000</p>",
        "<p>Total Saldo JHT 120 tenaga kerja: Rp 3.450.000.000</p>",
        "<table><tr><th>Total Saldo JHT (120 karyawan)</th><td>Rp 3.450.000.000</td></tr></table>",
        "<h2>Saldo JHT Peserta Lain</h2><p>Saldo JHT</p><p>Rp 7.700.000</p>",
        "<h2>Saldo JHT Ahli Waris</h2><p>Saldo JHT: Rp 7.700.000</p>",
        "<h2>Saldo JHT Ahli Waris</h2><table><tr><th>KPJ</th><th>Saldo JHT</th></tr><tr><td>12345678901</td><td>Rp 7.700.000</td></tr></table>",
        "<p>Nama Peserta: ANI LESTARI</p><h3>Saldo JHT atas nama BUDI SANTOSO (KPJ 99999999999)</h3><p>Rp 7.700.000</p>",
    ],
)
def test_the_balance_of_others_and_extremes_are_not_the_persons_own(body: str) -> None:
    assert not refusal_of(body).startswith("read as")


def test_a_total_row_without_its_figure_is_no_figure_to_look_for() -> None:
    """An empty text stands everywhere: looking for its places once did not end."""
    rows = "<tr><td>11000000011</td><td>Rp 1.000.500</td></tr><tr><td>12000000012</td><td>Rp 2.000.000</td></tr>"
    table = f"<tr><th>KPJ</th><th>Saldo</th></tr>{rows}<tr><td>Total</td><td></td></tr>"
    assert refusal_of(f"{HEAD}<table>{table}</table>") == "read as 300050000"
