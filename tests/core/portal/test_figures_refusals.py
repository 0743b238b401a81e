"""Promises of refusing: what is not the JHT balance, or not proved to be, is never shown, and the reason says why."""

from __future__ import annotations

import datetime as dt

import pytest

from core.errors import NoBalance, PageNotUnderstood
from core.portal.document import parse
from core.portal.figures import REASONS, NotABalancePage, load_words, read

WORDS = load_words()
TODAY = dt.date(2026, 11, 22)


def refusal_of(body: str) -> str:
    page = body if body.startswith("<html>") else f"<html><head><title>Portal</title></head><body>{body}</body></html>"
    try:
        balance = read(parse(page.encode(), "https://portal.example.test/", "text/html; charset=utf-8"), WORDS, today=TODAY)
    except NotABalancePage:
        return "NotABalancePage"
    except NoBalance as refusal:
        assert refusal.portal_words
        return "NoBalance"
    except PageNotUnderstood as refusal:
        assert refusal.reason in REASONS
        return refusal.reason
    return f"read as {balance.total}"


REFUSED = [
    pytest.param(
        "<h2>Saldo JHT</h2><select><option>11111111111</option><option>22222222222</option></select><p>Saldo Rp 48.731.902</p>",
        "cards_incomplete",
        id="a chooser that no form sends",
    ),
    pytest.param(
        "<div><p>Saldo JHT</p><p>Rp 48.731.902</p><p>Rp 1.000.500</p></div>",
        "label_unclear",
        id="label, value, value",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><div class=grid><div>KPJ</div><div>Perusahaan</div><div>Saldo</div><div>12345678901</div><div>PT A</div><div>Rp 48.731.902</div></div>",
        "NotABalancePage",
        id="css grid flat",
    ),
    pytest.param(
        "<h3>Perkembangan Saldo JHT</h3><table><tr><th>Tahun</th><th>Saldo Awal</th><th>Iuran</th><th>Pengembangan</th><th>Saldo Akhir</th></tr><tr><td>2026</td><td>1.600.000</td><td>500.000</td><td>100.000</td><td>2.300.000</td></tr></table>",
        "parts_mismatch",
        id="years bad identity",
    ),
    pytest.param(
        "<h2>Iuran JHT</h2><table><tr><th>Bulan</th><th>Iuran JHT</th></tr><tr><td>10-2026</td><td>Rp 500.000</td></tr><tr><td>Total</td><td>Rp 500.000</td></tr></table>",
        "NotABalancePage",
        id="iuran jht only",
    ),
    pytest.param(
        "<p>Saldo JHT minimal untuk klaim adalah Rp 10.000.000</p>",
        "NotABalancePage",
        id="minimum",
    ),
    pytest.param(
        "<div><span>Saldo JHT</span><span class=masked>Rp ••••••••</span></div>",
        "figure_masked",
        id="masked twin eye",
    ),
    pytest.param(
        "<h1>Saldo</h1><p>Saldo Anda: Rp 48.731.902</p>",
        "NotABalancePage",
        id="no jht mention",
    ),
    pytest.param(
        "<p>Saldo JHT: Rp 48.731.902</p><footer>Saldo JHT Anda Rp 48.731.903</footer>",
        "figures_disagree",
        id="disagree",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Saldo</th></tr><tr><td>12345678901</td><td>1.000.000</td></tr><tr><td>12345678902</td><td>2.000.000</td></tr><tr><td>Jumlah</td><td>3.000.001</td></tr></table>",
        "total_mismatch",
        id="sum mismatch",
    ),
    pytest.param(
        "<p>KPJ 12345678901</p><p>KPJ 12345678902</p><p>Saldo JHT Rp 48.731.902</p>",
        "cards_unclear",
        id="two kpj one figure",
    ),
    pytest.param(
        "<h2>Kalkulator JHT</h2><label>Saldo JHT</label><input value='48.731.902'>",
        "NotABalancePage",
        id="editable sim",
    ),
    pytest.param(
        "<p>Saldo JHT: Rp 570.000</p>",
        "number_style_unclear",
        id="ambiguous small",
    ),
    pytest.param(
        "<h3>Berita</h3><p>Saldo JHT Rp 15.000.000 kini bisa diklaim lewat JMO</p>",
        "NotABalancePage",
        id="news",
    ),
    pytest.param(
        "<p>Saldo JHT: USD 48,731,902.00</p>",
        "NotABalancePage",
        id="USD",
    ),
    pytest.param(
        "<p>Saldo JHT: Rp 48,7 juta</p>",
        "NotABalancePage",
        id="juta",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><td>Saldo Awal Tahun 2026</td><td>Rp 48.731.902</td></tr></table>",
        "only_opening_balance",
        id="saldo awal tahun only",
    ),
    pytest.param(
        "<p>Saldo JHT: -Rp 5.000.000</p>",
        "negative_figure",
        id="minus",
    ),
    pytest.param(
        "<html><body><h2>Saldo JHT</h2><table><tr><td>Saldo JHT</td><td>Rp 48.731.902",
        "page_cut_off",
        id="truncated",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Saldo</th></tr><tr><td colspan=2>Tidak ada data</td></tr></table>",
        "NoBalance",
        id="no data",
    ),
    pytest.param(
        "<p>Saldo JHT suami: Rp 48.731.902</p>",
        "NotABalancePage",
        id="wife's",
    ),
    pytest.param(
        "<table><tr><th>Bulan</th><th>Iuran</th><th>Akumulasi</th></tr><tr><td>01-2026</td><td>Rp 500.000</td><td>Rp 1.500.000</td></tr></table><p>JHT</p>",
        "NotABalancePage",
        id="contribution cum",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><p>KPJ 12345678901</p><table><tr><th>Tanggal</th><th>Mutasi</th><th>Saldo</th></tr><tr><td>01-01-2026</td><td>100.000</td><td>1.100.000</td></tr><tr><td>01-02-2026</td><td>100.000</td><td>1.200.000</td></tr></table>",
        "only_running_amounts",
        id="history saldo w/ date single account",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><p>Upah dilaporkan</p><p>Rp 9.000.000</p>",
        "NotABalancePage",
        id="upah heading Saldo",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><p>Gapok</p><p>Rp 9.000.000</p>",
        "NotABalancePage",
        id="saldo heading then wage label unknown",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><div><p>KPJ 12345678901</p><p>Gapok</p><p>Rp 9.000.000</p></div>",
        "NotABalancePage",
        id="saldo heading, unlabelled, with kpj",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Gapok</th></tr><tr><td>12345678901</td><td>Rp 9.000.000</td></tr></table>",
        "NotABalancePage",
        id="saldo heading table unknown col",
    ),
    pytest.param(
        "<h2>Rincian Saldo JHT</h2><table><tr><th>Bulan</th><th>Iuran</th></tr><tr><td>01-2026</td><td>Rp 500.000</td></tr><tr><td>02-2026</td><td>Rp 500.000</td></tr><tr><td>Total</td><td>Rp 1.000.000</td></tr></table>",
        "NotABalancePage",
        id="total of contributions under saldo heading",
    ),
    pytest.param(
        "<h2>Rincian Saldo JHT</h2><table><tr><th>Bulan</th><th>Iuran</th></tr><tr><td>01-2026</td><td>Rp 500.000</td></tr><tr><td>02-2026</td><td>Rp 500.500</td></tr></table><p>Total: Rp 1.000.500</p>",
        "label_unclear",
        id="total p under contributions in saldo heading",
    ),
    pytest.param(
        "<p>Saldo JHT Anda bertambah Rp 1.570.000 per bulan</p>",
        "NotABalancePage",
        id="per bulan",
    ),
    pytest.param(
        "<p>Bulan ini saldo JHT Anda bertambah sebesar Rp 1.570.000</p>",
        "NotABalancePage",
        id="saldo bertambah",
    ),
    pytest.param(
        "<p>Saldo JHT sebelum klaim: Rp 1.570.000</p>",
        "NotABalancePage",
        id="saldo sebelum klaim",
    ),
    pytest.param(
        "<p>Pencairan saldo JHT sebesar Rp 15.570.000 telah dibayarkan</p>",
        "NotABalancePage",
        id="pencairan",
    ),
    pytest.param(
        "<p>Rata-rata saldo JHT peserta Rp 15.570.000</p>",
        "NotABalancePage",
        id="rata2",
    ),
    pytest.param(
        "<p>Jika saldo JHT Anda Rp 10.000.500 maka bisa klaim</p>",
        "NotABalancePage",
        id="faq",
    ),
    pytest.param(
        "<p>Nikmati saldo JHT hingga Rp 10.000.500</p>",
        "NotABalancePage",
        id="promo",
    ),
    pytest.param(
        "<p>Contoh: saldo JHT Budi sebesar Rp 10.000.500</p>",
        "NotABalancePage",
        id="contoh",
    ),
    pytest.param(
        "<h3>Contoh perhitungan</h3><p>Saldo JHT sebesar Rp 10.000.500</p>",
        "NotABalancePage",
        id="contoh2",
    ),
    pytest.param(
        "<table><tr><td>Saldo JHT dikurangi pajak</td><td>Rp 10.000.500</td></tr></table>",
        "NotABalancePage",
        id="dikurangi",
    ),
    pytest.param(
        "<h2>Jaminan Kehilangan Pekerjaan</h2><p>Saldo: Rp 10.000.500</p><p>JHT tidak tersedia</p>",
        "NotABalancePage",
        id="JKP saldo",
    ),
    pytest.param(
        "<a href='#x'>Detail</a><p>Saldo JHT Rp 48.731.902</p><div id=x style='display:none'>Saldo JHT Rp 1.000.500</div>",
        "figures_disagree",
        id="hidden twin differs (tab)",
    ),
    pytest.param(
        "<p>Saldo JHT Rp 48.731.902</p><p>Upah Rp 9,000,000.00</p>",
        "number_style_unclear",
        id="style contradiction",
    ),
    pytest.param(
        "<p>Saldo JHT Rp 731,902</p><p>Upah Rp 9.000.000,00</p>",
        "number_style_unclear",
        id="english one sep",
    ),
    pytest.param(
        "<p>Saldo JHT Rp 48.731.9022</p>",
        "figure_unreadable",
        id="swapped 3 digits",
    ),
    pytest.param(
        "<p>Saldo JHT Rp 48.731.902,000</p>",
        "figure_unreadable",
        id="cents 3",
    ),
    pytest.param(
        "<table><tr><td>Saldo JHT</td><td>12345678901</td></tr></table>",
        "NotABalancePage",
        id="KPJ as balance",
    ),
    pytest.param(
        "<table><tr><td>Saldo JHT per</td><td>22-11-2026</td></tr></table>",
        "NotABalancePage",
        id="date as balance",
    ),
    pytest.param(
        "<table><tr><td>Saldo JHT</td><td></td></tr><tr><td>No Rekening</td><td>1234567890</td></tr></table>",
        "NotABalancePage",
        id="no. rekening",
    ),
    pytest.param(
        "<table><tr><td>Saldo JHT</td><td></td></tr><tr><td>Iuran</td><td>Rp 1.570.000</td></tr></table>",
        "NotABalancePage",
        id="empty then iuran",
    ),
    pytest.param(
        "<table><tr><td>Iuran JHT</td></tr><tr><td>Saldo JHT</td></tr><tr><td>Rp 1.570.000</td></tr><tr><td>Rp 48.731.902</td></tr></table>",
        "label_unclear",
        id="label row shift",
    ),
    pytest.param(
        "<p>Iuran JHT</p><p>Saldo JHT</p><p>Rp 1.570.000</p><p>Rp 48.731.902</p>",
        "label_unclear",
        id="label label value value",
    ),
    pytest.param(
        "<div><p>Rp 1.000.500</p><p>Saldo JHT</p><p>Rp 48.731.902</p></div>",
        "label_unclear",
        id="values both sides",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>Nama</th><th>KPJ</th><th>Saldo JHT</th></tr><tr><td>BUDI</td><td>12345678901</td><td>Rp 1.000.000</td></tr><tr><td>SITI</td><td>12345678902</td><td>Rp 2.000.000</td></tr></table>",
        "several_persons",
        id="employer list",
    ),
    pytest.param(
        "<h3>Batas Klaim</h3><p>Saldo JHT: Rp 15.000.500</p>",
        "NotABalancePage",
        id="batas klaim heading",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Iuran</th><th>Saldo</th></tr><tr><td>12345678901</td><td>Rp 1.000.500</td></tr></table>",
        "NotABalancePage",
        id="td colspan weird",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Perusahaan</th><th>Iuran</th><th>Saldo</th></tr><tr><td>12345678901</td><td>Rp 1.000.500</td><td>Rp 48.731.902</td></tr></table>",
        "NotABalancePage",
        id="missing cell shift",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Iuran</th><th>Saldo</th></tr><tr><td>1</td><td>12345678901</td><td>Rp 1.000.500</td><td>Rp 48.731.902</td></tr></table>",
        "columns_unclear",
        id="extra cell shift",
    ),
    pytest.param(
        "<p>Saldo pokok JHT: Rp 48.731.902</p>",
        "NotABalancePage",
        id="saldo pokok",
    ),
    pytest.param(
        "<h2>Summary JHT</h2><table><tr><td>Saldo Awal</td><td>1.000.000,00</td><td>Iuran</td><td>500.000,00</td></tr><tr><td>Saldo Pengembangan</td><td>50.000,00</td><td>Iuran Pengembangan</td><td>5.000,00</td></tr><tr><td>Total Saldo</td><td>1.050.000,00</td><td>Total Iuran</td><td>505.000,00</td></tr></table>",
        "parts_mismatch",
        id="total saldo + total iuran rsjht",
    ),
    pytest.param(
        "<h2>Tracking Klaim JHT</h2><p>Saldo dibayarkan: Rp 48.731.902</p>",
        "NotABalancePage",
        id="claim status page",
    ),
    pytest.param(
        "<h2>Tracking Klaim JHT</h2><p>Jumlah: Rp 48.731.902</p>",
        "NotABalancePage",
        id="claim status page 2",
    ),
    pytest.param(
        "<p>Saldo JHT</p><p><span>1</span><span>48.731.902</span></p>",
        "NotABalancePage",
        id="span 1 + amount",
    ),
    pytest.param(
        "<table><tr><th>KPJ<th>Saldo JHT<tr><td>11000000011<td>Rp 10.000.000</table><a href='javascript:next()'>Berikutnya</a>",
        "cards_incomplete",
        id="a pager that only a script turns",
    ),
    pytest.param(
        "<a href='#'>12000000012 - PT B</a><p>KPJ 11000000011</p><p>Saldo JHT</p><p>Rp 10.000.000</p>",
        "cards_incomplete",
        id="a tab that only a script fills",
    ),
    pytest.param(
        "<p>Saldo JHT</p><p id=s>Rp 0</p><script>$('#s').load('/saldo')</script>",
        "figure_missing",
        id="a zero until a script has run",
    ),
    pytest.param("<p>Saldo JHT</p><p class='skeleton'>Rp 0</p>", "figure_missing", id="a zero on a grey bar"),
    pytest.param("<p>Saldo JHT: Rp 48.731.902</p><p>&lt;td>KPJ class='x'</p>", "page_cut_off", id="tags in the text"),
    pytest.param("<p>10% Saldo JHT: Rp 4.800.000</p>", "NotABalancePage", id="a share of the balance"),
    pytest.param("<p>Saldo JHT tahun 2030: Rp 99.000.000</p>", "future_date", id="a year to come"),
]


@pytest.mark.parametrize(("body", "reason"), REFUSED)
def test_what_is_not_proved_is_refused(body: str, reason: str) -> None:
    assert refusal_of(body) == reason


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("<html><body><h2>Saldo JHT</h2><p>Nama: A", "page_cut_off"),  # it claims the balance
        ("<html><body><h2>JHT</h2><p>Saldo Awal JHT: Rp 1.000.500", "page_cut_off"),  # perhaps the closing balance came next
        ("<html><body><h2>JHT</h2><p>Saldo Awal JHT: Rp 1.000.500</body></html>", "only_opening_balance"),
        ("<html><body><p>Estimasi Saldo JHT: Rp 1.000.500", "page_cut_off"),
        ("<html><body><p>Berita", "NotABalancePage"),
    ],
)
def test_a_page_that_ends_before_its_figure_came_damaged(body: str, reason: str) -> None:
    assert refusal_of(body) == reason
