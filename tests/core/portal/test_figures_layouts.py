"""Promises of reading: whatever the layout, the figure beside the balance's words is read, and only that one."""

from __future__ import annotations

import datetime as dt

import pytest

from core.money import format_rupiah
from core.portal.document import parse
from core.portal.figures import load_words, read

WORDS = load_words()
TODAY = dt.date(2026, 11, 22)


def total_of(body: str) -> str:
    page = f"<html><head><title>Portal</title></head><body>{body}</body></html>"
    balance = read(parse(page.encode(), "https://portal.example.test/", "text/html; charset=utf-8"), WORDS, today=TODAY)
    assert balance.total == sum(card.balance for card in balance.cards)
    return format_rupiah(balance.total)


LAYOUTS = [
    pytest.param(
        "<table><tr><th rowspan=2>KPJ</th><th colspan=2>Saldo</th></tr><tr><th>JHT</th><th>JP</th></tr><tr><td>12345678901</td><td>Rp 1.000.000</td><td>Rp 2.000.000</td></tr></table>",
        "Rp 1.000.000",
        id="two-line cell header",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><section><h3>PT MAJU</h3><table><tr><th>KPJ</th><td>12345678901</td></tr><tr><th>Saldo</th><td>Rp 1.000.000</td></tr></table></section><section><h3>PT MUNDUR</h3><table><tr><th>KPJ</th><td>12345678902</td></tr><tr><th>Saldo</th><td>Rp 2.500.000</td></tr></table></section>",
        "Rp 3.500.000",
        id="th scope row per-card blocks",
    ),
    pytest.param(
        "<div class=row><div class=box><div class=inner><h3>IDR 48,731,902.00</h3><p>JHT Balance</p></div></div><div class=box><div class=inner><h3>IDR 5,000,000.00</h3><p>Reported wage</p></div></div></div>",
        "Rp 48.731.902",
        id="bootstrap small-box english",
    ),
    pytest.param(
        "<p>Saldo JHT Anda:</p><p><strong>Rp48.731.902,00</strong></p><p>Saldo JP Anda:</p><p><strong>Rp8.731.902,00</strong></p>",
        "Rp 48.731.902",
        id="p label strong",
    ),
    pytest.param(
        "<ul><li><span>No. KPJ</span><span>12345678901</span></li><li><span>Total Saldo JHT</span><span>Rp 48.731.902</span></li></ul>",
        "Rp 48.731.902",
        id="ul li spans",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><div class=tbl><div class=hd><div>KPJ</div><div>Perusahaan</div><div>Saldo</div></div><div class=rw><div>12345678901</div><div>PT A</div><div>Rp 40.731.902</div></div><div class=rw><div>12345678902</div><div>PT B</div><div>Rp 8.000.000</div></div></div>",
        "Rp 48.731.902",
        id="div table head/row",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><div class=hd><span>KPJ</span> <span>Perusahaan</span> <span>Saldo</span></div><div class=rw><span>12345678901</span> <span>PT A</span> <span>Rp 40.731.902</span></div><div class=rw><span>12345678902</span> <span>PT B</span> <span>Rp 8.000.000</span></div>",
        "Rp 48.731.902",
        id="div table spans",
    ),
    pytest.param(
        "<div class=summary><div class=lbl>Total Saldo JHT</div><div class=num>Rp 3.000.000</div><div class=note>Per 22 November 2026 pukul 08.00 WIB</div></div><table><thead><tr><th>KPJ</th><th>Saldo (Rp)</th></tr></thead><tbody><tr><td>12345678901</td><td>1.000.000</td></tr><tr><td>12345678902</td><td>2.000.000</td></tr></tbody></table>",
        "Rp 3.000.000",
        id="total over table + desc",
    ),
    pytest.param(
        "<h3>Perkembangan Saldo JHT</h3><table><tr><th>Tahun</th><th>Saldo Awal (Rp)</th><th>Iuran (Rp)</th><th>Hasil Pengembangan (Rp)</th><th>Saldo Akhir (Rp)</th></tr><tr><td>2026</td><td>1.600.000</td><td>500.000</td><td>100.000</td><td>2.200.000</td></tr><tr><td>2025</td><td>1.000.000</td><td>500.000</td><td>100.000</td><td>1.600.000</td></tr></table>",
        "Rp 2.200.000",
        id="years per heading",
    ),
    pytest.param(
        "<ul class=nav><li><a href='#a'>Saldo JHT</a></li><li><a href='#b'>Simulasi</a></li></ul><div class=tab-content><div class='tab-pane active' id=a><p>Saldo</p><h3>Rp 48.731.902</h3></div><div class=tab-pane id=b><p>Saldo</p><h3>Rp 100.731.902</h3></div></div>",
        "Rp 48.731.902",
        id="balance + simulation tabs",
    ),
    pytest.param(
        "<ul class=nav><li><a href='#a'>JHT</a></li><li><a href='#b'>JP</a></li></ul><div class=tab-content><div class='tab-pane active' id=a><p>Saldo</p><h3>Rp 48.731.902</h3></div><div class=tab-pane id=b><p>Saldo</p><h3>Rp 100.731.902</h3></div></div>",
        "Rp 48.731.902",
        id="JP tab",
    ),
    pytest.param(
        "<table><tr><td>Saldo JHT</td><td>Rp 48.731.902</td></tr><tr><td>Maksimal dapat diklaim (30%)</td><td>Rp 14.619.570</td></tr></table>",
        "Rp 48.731.902",
        id="claimable & balance",
    ),
    pytest.param(
        "<p>Saldo JHT: <s>Rp 40.000.000</s> <b>Rp 48.731.902</b></p>",
        "Rp 48.731.902",
        id="strike old",
    ),
    pytest.param(
        "<h1>Saldo JHT Anda Rp 48.731.902,-</h1><p>KPJ 12345678901</p>",
        "Rp 48.731.902",
        id="fig in heading",
    ),
    pytest.param(
        "<p><strong>Saldo JHT :</strong> Rp 48.731.902<br><strong>Status :</strong> Aktif<br><strong>KPJ :</strong> 12345678901</p>",
        "Rp 48.731.902",
        id="label colon inside strong",
    ),
    pytest.param(
        "<p>Saldo JHT<br>Rp 48.731.902<br><small>per 22/11/2026</small></p>",
        "Rp 48.731.902",
        id="amount after br",
    ),
    pytest.param(
        "<p>Your JHT balance as of November 22, 2026 is IDR 48,731,902.00.</p>",
        "Rp 48.731.902",
        id="english sentence",
    ),
    pytest.param(
        "<h1>Old Age Security (JHT)</h1><table><tr><th>Membership No.</th><th>Employer</th><th>Status</th><th>Balance (IDR)</th></tr><tr><td>12345678901</td><td>PT A</td><td>Active</td><td>48,731,902.00</td></tr></table>",
        "Rp 48.731.902",
        id="english table",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><form><label>Pilih KPJ</label><select><option>12345678901 - PT A</option></select></form><p>Saldo: Rp 48.731.902</p>",
        "Rp 48.731.902",
        id="select kpj",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Saldo</th></tr><tr><td>12345678901</td><td>1.000.000</td></tr><tr><td>12345678902</td><td>2.000.000</td></tr><tr><td></td><td><b>3.000.000</b></td></tr></table>",
        "Rp 3.000.000",
        id="total without label row",
    ),
    pytest.param(
        "<table><tr><td>1.</td><td>Nomor KPJ</td><td>12345678901</td></tr><tr><td>2.</td><td>Saldo JHT</td><td>Rp 48.731.902</td></tr><tr><td>3.</td><td>Terbilang</td><td>empat puluh delapan juta</td></tr></table>",
        "Rp 48.731.902",
        id="numbered rows + terbilang",
    ),
    pytest.param(
        "<table><tr><td>Saldo JHT<sup>*)</sup></td><td>Rp 48.731.902</td></tr></table><p>*) Belum termasuk pengembangan tahun berjalan</p>",
        "Rp 48.731.902",
        id="label with footnote",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Saldo per 31-12-2025</th><th>Saldo per 22-11-2026</th></tr><tr><td>12345678901</td><td>40.000.000</td><td>48.731.902</td></tr></table>",
        "Rp 48.731.902",
        id="saldo per tanggal col",
    ),
    pytest.param(
        "<div class=card><div class=card-header>KPJ 12345678901 <span class=badge>Aktif</span></div><div class=card-body><p class=text-muted>PT ABC</p></div><div class=card-footer>Saldo JHT <b class=float-right>Rp 48.731.902</b></div></div>",
        "Rp 48.731.902",
        id="card footers",
    ),
    pytest.param(
        "<table><tr><td>No KPJ</td><td><input type=text value='12345678901' readonly></td></tr><tr><td>Saldo JHT</td><td><input type=text value='48.731.902,00' readonly style='text-align:right'></td></tr></table>",
        "Rp 48.731.902",
        id="inputs no label for",
    ),
    pytest.param(
        "<div class=form-group><label>Saldo Jaminan Hari Tua</label><div class=input-group><span>Rp</span><input disabled value='48.731.902'></div></div>",
        "Rp 48.731.902",
        id="disabled inputs",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><dl><div><dt>KPJ</dt><dd>12345678901</dd></div><div><dt>Saldo</dt><dd>Rp 48.731.902</dd></div></dl>",
        "Rp 48.731.902",
        id="dl two per row",
    ),
    pytest.param(
        "<fieldset><legend>Saldo JHT</legend>Rp 48.731.902</fieldset>",
        "Rp 48.731.902",
        id="fieldset legend",
    ),
    pytest.param(
        "<h2>Ringkasan JHT</h2><div>Total Iuran</div><div>Rp 40.000.000</div><div>Total Pengembangan</div><div>Rp 8.731.902</div><div>Total Saldo</div><div>Rp 48.731.902</div>",
        "Rp 48.731.902",
        id="figure list with iuran",
    ),
    pytest.param(
        "<h2>Ringkasan JHT</h2><div><b>Rp 40.000.000</b><i>Total Iuran</i></div><div><b>Rp 8.731.902</b><i>Total Pengembangan</i></div><div><b>Rp 48.731.902</b><i>Saldo JHT</i></div>",
        "Rp 48.731.902",
        id="value first triple",
    ),
    pytest.param(
        "<h2>Ringkasan JHT</h2><p>Rp 40.000.000</p><p>Total Iuran</p><p>Rp 8.731.902</p><p>Total Pengembangan</p><p>Rp 48.731.902</p><p>Saldo JHT</p>",
        "Rp 48.731.902",
        id="flat value-first",
    ),
    pytest.param(
        "<table><tr><th>KPJ</th><th>Saldo JHT</th></tr><tr><td>12345678901</td><td>Rp 0,00</td></tr></table>",
        "Rp 0",
        id="zero",
    ),
    pytest.param(
        "<table><tr><th>KPJ</th><th>Saldo JHT</th></tr><tr><td>12345678901</td><td>0</td></tr></table>",
        "Rp 0",
        id="zero no evid",
    ),
    pytest.param(
        "<table><tr><th>KPJ</th><th>Saldo JHT</th></tr><tr><td>12345678901</td><td>48731902</td></tr></table>",
        "Rp 48.731.902",
        id="plain digits",
    ),
    pytest.param(
        "<p>Saldo JHT: Rp 570.000</p><p>Upah: Rp 10.547.400</p>",
        "Rp 570.000",
        id="ambig resolved",
    ),
    pytest.param(
        "<p>Halo, BUDI</p><h4>Saldo JHT</h4><h2>Rp 48.731.902</h2><a href=x>Lihat Rincian</a>",
        "Rp 48.731.902",
        id="greeting summary",
    ),
    pytest.param(
        "<a class=tile href=/x><span>Saldo JHT</span><b>Rp 48.731.902</b></a>",
        "Rp 48.731.902",
        id="tile link",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>Perusahaan</th><th>Segmen</th><th>Saldo</th></tr><tr><td>PT A</td><td>PU</td><td>Rp 1.000.000</td></tr><tr><td>PT B</td><td>PU</td><td>Rp 2.000.000</td></tr></table>",
        "Rp 3.000.000",
        id="company rows no kpj",
    ),
    pytest.param(
        "<table><tr><td>Saldo JHT</td><td>Rp 1.000.000</td></tr><tr><td>Saldo JP</td><td>Rp 2.000.000</td></tr><tr><td>Total Saldo</td><td>Rp 3.000.000</td></tr></table>",
        "Rp 1.000.000",
        id="JHT+JP total",
    ),
    pytest.param(
        "<table><tr><th>Program</th><th>KPJ</th><th>Saldo</th></tr><tr><td>JHT</td><td>12345678901</td><td>Rp 1.000.000</td></tr><tr><td>JP</td><td>12345678901</td><td>Rp 2.000.000</td></tr></table>",
        "Rp 1.000.000",
        id="program column",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><table><tr><th>KPJ</th><th>Saldo</th></tr><tr><td>*******8901</td><td>Rp 1.000.000</td></tr><tr><td>*******8902</td><td>Rp 2.000.000</td></tr></table>",
        "Rp 3.000.000",
        id="masked kpj",
    ),
    pytest.param(
        "<p>Nama: BUDI SANTOSO<br>NIK: 9901011203850001<br>KPJ: 12345678901<br>Saldo JHT: Rp 48.731.902,00<br>Per: 22-11-2026</p>",
        "Rp 48.731.902",
        id="nama saldo list",
    ),
    pytest.param(
        "<table><tr><td>Saldo JHT</td><td>Rp</td><td align=right>48.731.902</td><td>,00</td></tr></table>",
        "Rp 48.731.902",
        id="nested rp cells",
    ),
    pytest.param(
        "<mat-card><mat-card-title>Saldo JHT</mat-card-title><mat-card-content><div class=amount>Rp 48.731.902</div></mat-card-content></mat-card>",
        "Rp 48.731.902",
        id="mat-card",
    ),
    pytest.param(
        "<table><tr><td><b>SALDO JHT</b></td></tr><tr><td><font size=5>Rp. 48.731.902,-</font></td></tr></table>",
        "Rp 48.731.902",
        id="strong in td label",
    ),
    pytest.param(
        "<table><tr><td>KPJ</td><td>Segmen</td></tr><tr><td>12345678901</td><td>PU</td></tr><tr><td>Status</td><td>Saldo JHT</td></tr><tr><td>Aktif</td><td>Rp 48.731.902</td></tr></table>",
        "Rp 48.731.902",
        id="header two rows of pairs",
    ),
    pytest.param(
        "<div><h5>Saldo JHT</h5><p>Terakhir diperbarui: 20 November 2026</p><h3>Rp 48.731.902</h3></div>",
        "Rp 48.731.902",
        id="last balance update",
    ),
    pytest.param(
        "<div style='display:none'>Saldo JHT: Rp 1.000.000</div><div>Saldo JHT: Rp 48.731.902</div>",
        "Rp 48.731.902",
        id="hidden display none stale",
    ),
    pytest.param(
        "<div>Saldo JHT: <span aria-hidden=true>Rp 48.731.902</span><span class=sr-only>Rp 48.731.902</span></div>",
        "Rp 48.731.902",
        id="aria twin",
    ),
    pytest.param(
        "<noscript>Saldo JHT Rp 1.000.000</noscript><p>Saldo JHT</p><p>Rp 48.731.902</p>",
        "Rp 48.731.902",
        id="noscript",
    ),
    pytest.param(
        "<p>Upah: Rp 5.000.000 Saldo JHT: Rp 48.731.902</p>",
        "Rp 48.731.902",
        id="wage then balance inline",
    ),
    pytest.param(
        "<div><span>Saldo JHT</span><h2>Rp 48.731.902</h2><span>+1,2% dari bulan lalu</span></div>",
        "Rp 48.731.902",
        id="percent change below",
    ),
    pytest.param(
        "<div><span>Saldo JHT</span><h2>Rp 48.731.902</h2><span>Naik Rp 570.000 dari bulan lalu</span></div>",
        "Rp 48.731.902",
        id="change amt below",
    ),
    pytest.param(
        "<p>Saldo JHT bulan lalu: Rp 40.000.000</p><p>Saldo JHT saat ini: Rp 48.731.902</p>",
        "Rp 48.731.902",
        id="saldo kemarin",
    ),
    pytest.param(
        "<p>Saldo JHT: Rp 48.731.902</p><div><b>Proyeksi</b><table><tr><td>Usia 56</td><td>Saldo JHT</td><td>Rp 900.000.000</td></tr></table></div>",
        "Rp 48.731.902",
        id="sim table same page no heading",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><p>Saldo: Rp 48.731.902</p><table><tr><th>Tanggal</th><th>Mutasi</th><th>Saldo</th></tr><tr><td>01-01-2026</td><td>100.000</td><td>1.100.000</td></tr><tr><td>01-02-2026</td><td>100.000</td><td>1.200.000</td></tr></table>",
        "Rp 48.731.902",
        id="history + balance",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><ul><li>12345678901 - PT A <b>Rp 9.000.000</b></li></ul>",
        "Rp 9.000.000",
        id="kpj row unlabelled",
    ),
    pytest.param(
        "<div><h3>Jaminan Hari Tua</h3><p>Saldo</p><p>Rp 48.731.902</p></div><div><h3>Jaminan Pensiun</h3><p>Saldo</p><p>Rp 2.500.500</p></div>",
        "Rp 48.731.902",
        id="two programs cards",
    ),
    pytest.param(
        "<div><h3>Jaminan Pensiun</h3><p>Saldo</p><p>Rp 2.500.500</p></div><div><h3>Jaminan Hari Tua</h3><p>Saldo</p><p>Rp 48.731.902</p></div>",
        "Rp 48.731.902",
        id="JP first",
    ),
    pytest.param(
        "<h3>Jaminan Pensiun</h3><p>Saldo</p><p>Rp 2.500.500</p><h3>Jaminan Hari Tua</h3><p>Saldo</p><p>Rp 48.731.902</p>",
        "Rp 48.731.902",
        id="flat programs",
    ),
    pytest.param(
        "<b>JP</b><br>Saldo: Rp 2.500.500<br><b>JHT</b><br>Saldo: Rp 48.731.902<br>",
        "Rp 48.731.902",
        id="flat programs b",
    ),
    pytest.param(
        "<div><div><p>Iuran JHT</p><p>Saldo JHT</p></div><div><p>Rp 1.570.000</p><p>Rp 48.731.902</p></div></div>",
        "Rp 48.731.902",
        id="columns of labels/values",
    ),
    pytest.param(
        "<table><tr><td>Iuran JHT<br>Saldo JHT</td><td>Rp 1.570.000<br>Rp 48.731.902</td></tr></table>",
        "Rp 48.731.902",
        id="table labels/values cells with br",
    ),
    pytest.param(
        "<h2>JHT</h2><p>Rp 1.000.500</p><p>Saldo</p><p>Rp 48.731.902</p><p>Iuran</p>",
        "Rp 1.000.500",
        id="v l v l ambiguous w/ heading",
    ),
    pytest.param(
        "<h2>Saldo JHT</h2><p>Rp 48.731.902</p><p>Biaya layanan Rp 2.500</p>",
        "Rp 48.731.902",
        id="footer note amounts",
    ),
    pytest.param(
        "<p>Saldo JHT Rp 48.731.902<sup>1</sup></p>",
        "Rp 48.731.902",
        id="sup footnote digit",
    ),
    pytest.param(
        "<p>Saldo JHT Rp 48.<!-- x -->731.902</p>",
        "Rp 48.731.902",
        id="comment inside",
    ),
    pytest.param(
        "<p>Saldo JHT <span style='text-decoration: line-through'>Rp 1.000.500</span> Rp 48.731.902</p>",
        "Rp 48.731.902",
        id="line through style",
    ),
    pytest.param(
        "<style>.old{display:none}</style><p class=old>Saldo JHT Rp 1.000.500</p><p>Saldo JHT Rp 48.731.902</p>",
        "Rp 48.731.902",
        id="css class hidden",
    ),
]


@pytest.mark.parametrize(("body", "total"), LAYOUTS)
def test_the_balance_is_read_from_any_layout(body: str, total: str) -> None:
    assert total_of(body) == total
