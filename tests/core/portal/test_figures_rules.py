"""Pages on either side of rules that only few pages meet: which figure is read, of which card, or why there is none."""

from __future__ import annotations

import datetime as dt

import pytest

from core.errors import NoBalance, PageNotUnderstood
from core.portal.document import parse
from core.portal.figures import NotABalancePage, SomeCards, load_words, read

WORDS = load_words()
TODAY = dt.date(2026, 11, 22)
H = "<h2>Saldo JHT</h2>"
F = f"{H}<p>Saldo JHT: Rp 5.000.500</p>"
A = f"{H}<p>KPJ 12345678901</p>"


def told(body: str) -> str:
    """What is said of a page: the rupiah, the day, each card with all that is known of it; or the reason of its refusal."""
    try:
        balance = read(
            parse(f"<html><body>{body}</body></html>".encode(), "https://p.example.test/", "text/html; charset=utf-8"),
            WORDS,
            today=TODAY,
        )
    except NotABalancePage:
        return "NotABalancePage"
    except NoBalance:
        return "NoBalance"
    except SomeCards as refusal:
        return f"SomeCards {refusal.reason}"
    except PageNotUnderstood as refusal:
        return refusal.reason
    day = f" of {balance.as_of}" if balance.as_of else ""
    cards = [
        " ".join(
            str(one)
            for one in (
                card.balance // 100,
                card.kpj,
                card.company,
                card.npp,
                card.segment and card.segment.value,
                card.active,
                card.last_contribution,
            )
            if one is not None
        )
        for card in balance.cards
    ]
    return f"{balance.total // 100}{day}: {', '.join(cards)}"


def t(*rows: str, head: str = "") -> str:
    """A table under the balance's heading; cells are parted by `|`."""

    def line(row: str, tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{text}</{tag}>" for text in row.split("|")) + "</tr>"

    return f"{H}<table>{line(head, 'th') if head else ''}{''.join(line(row, 'td') for row in rows)}</table>"


BOOK = "Bulan|Iuran|Saldo"
M = ("07-2026|200.000|650.500", "08-2026|200.000|850.500", "09-2026|200.000|1.050.500", "10-2026|200.000|1.250.500")
BAD = ("07-2026|200.000|650.000", *M[1:])
PAGES = {
    # whose figure it is
    "a program that a line before names": (
        H + "<div><p>Program: JP</p><p>KPJ: 11000000011</p><p>Saldo: Rp 5.000.500</p></div>",
        "NotABalancePage",
    ),
    "a program of a page of JHT": (
        "<h2>Informasi JHT</h2><div><p>Program: Jaminan Pensiun</p><p>Saldo: Rp 5.000.500</p></div>",
        "NotABalancePage",
    ),
    "a program, two lines above": (
        "<h2>Informasi JHT</h2><div><p>Program : JP</p><p>Status: Aktif</p><p>Saldo</p><p>Rp 5.000.500</p></div>",
        "NotABalancePage",
    ),
    "a card of another program under the balance's heading": (
        H + "<div><p>11000000011 JP</p><p>Rp 5.000.500</p></div>",
        "NotABalancePage",
    ),
    "a card with a word beside its number": (
        H + "<div><p>Kartu 11000000011 utama</p><p>Rp 5.000.500</p></div>",
        "5000500: 5000500 11000000011",
    ),
    "another program in its row": (
        A
        + "<table><tr><th>Program</th><th>Uraian</th><th>Nilai</th></tr><tr><td>JP</td><td>Saldo</td><td>Rp 42.000.000</td></tr></table>",
        "label_unclear",
    ),
    "another program above it": (A + "<p>Jaminan Pensiun</p><p>Saldo</p><p>Rp 42.000.000</p>", "NotABalancePage"),
    "another program behind it": (A + "<p>Saldo JHT: Rp 42.000.000 (JP)</p>", "label_unclear"),
    "another program below it": (A + "<p>Saldo JHT: Rp 42.000.000</p><p>(Jaminan Pensiun)</p>", "label_unclear"),
    "a total of nothing before the balance": ("<p>Total: Rp 9.000.000</p>" + F, "5000500: 5000500"),
    "a name that differs in its sixth word": (
        F + "<p>Nama: Ani Bela Cici Dedi Eka Fani</p><p>Saldo JHT atas nama Ani Bela Cici Dedi Eka Gita</p>",
        "several_persons",
    ),
    "a name without its last word": (
        F + "<p>Nama: Budi Santoso Putra</p><p>Saldo JHT atas nama Budi Santoso</p>",
        "5000500: 5000500",
    ),
    # labels beside amounts
    "a total beside contributions": (t("Total|200.000|5.000.500", head="Keterangan|Iuran|Nilai"), "NotABalancePage"),
    "a balance beside a contribution it has none of": (
        t("Saldo JHT|-|Rp 5.000.500", head="Keterangan|Iuran|Nilai"),
        "5000500: 5000500",
    ),
    "a row of two under three columns": (t("Saldo JHT|Rp 5.000.500", head="Uraian|Nilai|Catatan"), "5000500: 5000500"),
    "a remark behind the last column": (t("Saldo JHT|Rp 5.000.500|lunas", head="Uraian|Nilai"), "5000500: 5000500"),
    "an amount before its words": (t("Rp 5.000.500|Saldo JHT|x", head="Nominal|Uraian|Catatan"), "NotABalancePage"),
    "another table between a label and its figure": (
        "<p>Saldo JHT</p>" + t("Bonus|500.000", head="Uraian|Nominal")[len(H) :] + "<p>Rp 5.000.500</p>",
        "5000500: 5000500",
    ),
    "rows of cards that nothing heads, and their total": (
        t("11000000011|PT A|Rp 1.000.500", "12000000012|PT B|Rp 2.000.000") + "<p>Total Saldo JHT: Rp 3.000.500</p>",
        "3000500: 1000500 11000000011 PT A, 2000000 12000000012 PT B",
    ),
    "columns of cards, and a figure too many": (
        t("KPJ|11000000011|12000000012", "Saldo JHT|Rp 1.000.500|Rp 2.000.000|Rp 3.000.000"),
        "columns_unclear",
    ),
    "contributions of JHT, and another balance": ("<p>Iuran JHT</p><p>Saldo Garuda: Rp 5.000.500</p>", "NotABalancePage"),
    "words in parentheses behind a figure": ("<p>Rp 5.000.500 (Saldo JHT)</p>", "NotABalancePage"),
    "words behind a stroke": (H + "<p>Rp 5.000.500 /Saldo JHT</p>", "NotABalancePage"),
    "words straight behind a figure": ("<p>Rp 5.000.500 Saldo JHT</p>", "5000500: 5000500"),
    "a name straight before a figure": ("<p>Saldo JHT atas nama BUDI SANTOSO PUTRA Rp 5.000.500</p>", "NotABalancePage"),
    "a name and a verb": ("<p>Saldo JHT atas nama BUDI SANTOSO PUTRA adalah Rp 5.000.500</p>", "5000500: 5000500"),
    "a name and a colon": ("<p>Saldo JHT atas nama BUDI SANTOSO PUTRA: Rp 5.000.500</p>", "5000500: 5000500"),
    "stars, and an amount below them": ("<p>Saldo JHT: ***</p><p>Rp 5.000.500</p>", "figure_masked"),
    "a company with a word of estimates": (
        H + "<p>Perusahaan</p><p>Simulasi Jaya</p><p>Saldo JHT</p><p>Rp 5.000.500</p>",
        "5000500: 5000500 Simulasi Jaya",
    ),
    "three labels and one figure": (
        H + "<div><p>Iuran</p><p>Pengembangan</p><p>Saldo JHT</p><p>Rp 5.000.500</p></div>",
        "label_unclear",
    ),
    "a sentence above a figure and its words": (
        "<p>Terima kasih.</p><p>Rp 5.000.500</p><p>Saldo JHT Anda</p>",
        "5000500: 5000500",
    ),
    "an exclamation above it": ("<p>Selamat pagi!</p><p>Rp 5.000.500</p><p>Saldo JHT Anda</p>", "5000500: 5000500"),
    "a question above it": ("<p>Apa kabar?</p><p>Rp 5.000.500</p><p>Saldo JHT Anda</p>", "5000500: 5000500"),
    "a word above it": ("<p>Kabar</p><p>Rp 5.000.500</p><p>Saldo JHT Anda</p>", "label_unclear"),
    "a total per company": (H + "<p>Total Saldo JHT per perusahaan: Rp 5.000.500</p>", "5000500: 5000500"),
    "a total of all companies": (H + "<p>Total Saldo JHT dari semua perusahaan: Rp 5.000.500</p>", "5000500: 5000500"),
    "sen in lines of their own, and two balances": (
        H + "<div><p>Saldo JHT</p><p>5.000.500</p><p>,00</p><p>Saldo JHT</p><p>7.000.500</p><p>,00</p></div>",
        "figures_disagree",
    ),
    "a long heading of a simulation": (
        "<h2><div>Simulasi saldo jaminan hari tua untuk peserta yang ingin tahu berapa saldo mereka kelak di hari tua</div></h2><p>Saldo JHT: Rp 5.000.500</p>",
        "NotABalancePage",
    ),
    "two dashes for the sen, and a date": (
        H + "<p>Saldo JHT: Rp 5.000.500,-- per 31-10-2026</p>",
        "5000500 of 2026-10-31: 5000500",
    ),
    # rows that look like headers
    "a status in the first row": (t("Status|Aktif", "11000000011|Rp 5.000.500"), "NotABalancePage"),
    "a segment among the headers": (t("KPJ|Saldo JHT|PU", "11000000011|Rp 5.000.500|x"), "5000500: 5000500 11000000011 PU"),
    "a status among the headers": (t("KPJ|Saldo JHT|Aktif", "11000000011|Rp 5.000.500|x"), "5000500: 5000500 11000000011 True"),
    "a segment and a balance": (t("Segmen|PU", "Saldo JHT|Rp 5.000.500"), "5000500: 5000500 PU"),
    "values beside the balance's header": (t("Saldo JHT|Aktif|PU", "Rp 5.000.500|x|y"), "NotABalancePage"),
    "a row of boxes that is shorter than its header": (
        H
        + "<div><div><span>KPJ</span> <span>Saldo JHT</span> <span>Status</span></div><div><span>11000000011</span> <span>Rp 5.000.500</span></div></div>",
        "5000500: 5000500 11000000011",
    ),
    "a header of strange words": (
        H
        + "<div><div><div>Saldo JHT</div><div>foo</div><div>bar</div></div><div><div>Rp 5.000.500</div><div>x</div><div>y</div></div></div>",
        "NotABalancePage",
    ),
    "a header without a balance": (
        H + "<div><div><div>Iuran</div><div>KPJ</div></div><div><div>Rp 5.000.500</div><div>11000000011</div></div></div>",
        "5000500: 5000500 11000000011",
    ),
    "a company among the headers of boxes": (
        H
        + "<div><div><div>PT MAJU</div><div>Saldo JHT</div></div><div><div>11000000011</div><div>Rp 5.000.500</div></div></div>",
        "5000500: 5000500 11000000011 PT MAJU",
    ),
    "a status among the headers of boxes": (
        H + "<div><div><div>Aktif</div><div>Saldo JHT</div></div><div><div>11000000011</div><div>Rp 5.000.500</div></div></div>",
        "5000500: 5000500 11000000011 True",
    ),
    "a box of two figures": (
        H
        + "<div><div><div>KPJ</div><div>Saldo JHT</div></div><div><div>11000000011</div><div><p>Rp 5.000.500</p><p>Rp 7.000.500</p></div></div></div>",
        "NotABalancePage",
    ),
    "a header that is repeated a thousand times": (
        H + "<table>" + "<tr><td>KPJ<td>Saldo JHT" * 1500 + "</table>" + F,
        "5000500: 5000500",
    ),
    "a table of headers alone": (F + "<table><tr><th>KPJ<th>Saldo<tr><th>Nomor<th>Rp</table>", "5000500: 5000500"),
    "a header of four rows": (
        H
        + "<table><tr><th>KPJ<th>Saldo<tr><th>Nomor<th>JHT<tr><th>Kartu<th>Akhir<tr><th>Peserta<th>(Rp)<tr><td>11000000011<td>5.000.500</table>",
        "5000500: 5000500 11000000011",
    ),
    "cells of two lines": (
        t("KPJ|11000000011|12000000012", "Saldo JHT|Rp 1.000.500|Rp 2.000.000", "Catatan|lama<br>sekali|baru<br>sekali"),
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
    "a table with a header of its own behind an empty one": (
        H + "<table><tr><th>KPJ<th>Saldo</table><table><tr><th>KPJ<th>Iuran<tr><td>11000000011<td>Rp 200.000</table>",
        "NotABalancePage",
    ),
    "a balance deep inside a long table": (
        t(
            *[f"{i % 12 + 1:02d}-{2000 + i // 12}|200.000" for i in range(30)],
            "Saldo JHT|Rp 5.000.500",
            *[f"{i % 12 + 1:02d}-{2010 + i // 12}|200.000" for i in range(30)],
        ),
        "5000500: 5000500",
    ),
    "a balance deep inside a mere history": (
        t(
            *[f"{i % 12 + 1:02d}-{2000 + i // 12}|200.000" for i in range(30)],
            "Saldo JHT|Rp 5.000.500",
            *[f"{i % 12 + 1:02d}-{2010 + i // 12}|200.000" for i in range(30)],
            head="Bulan|Iuran",
        ),
        "NotABalancePage",
    ),
    # cards
    "a masked number of another length": (
        H + "<div><p>KPJ: *****0011</p><p>Saldo JHT: Rp 5.000.500</p></div>" + t("11000000011|5.000.500", head="KPJ|Saldo"),
        "cards_unclear",
    ),
    "a masked number of another card": (
        H + "<div><p>KPJ: *****0012</p><p>Saldo JHT: Rp 5.000.000</p></div>" + t("11000000011|5.000.500", head="KPJ|Saldo"),
        "10000500: 5000000 *****0012, 5000500 11000000011",
    ),
    "a number without a label beside one with it": (
        f"{H}<p>KPJ: 11000000011</p><p>Referensi 12000000012</p><p>Saldo JHT: Rp 5.000.500</p>",
        "5000500: 5000500 11000000011",
    ),
    "a card of two companies": (
        f"{H}<p>Perusahaan: PT A</p><p>Perusahaan: PT B</p><p>PT C</p><p>Saldo JHT: Rp 5.000.500</p>",
        "5000500: 5000500",
    ),
    "numbers and figures in turns": (
        f"{H}<div><p>PT A</p><p>KPJ: 11000000011</p><p>Saldo JHT: Rp 1.000.500</p><p>KPJ: 12000000012</p><p>Saldo JHT: Rp 2.000.000</p></div>",
        "3000500: 1000500 11000000011, 2000000 12000000012",
    ),
    "a company in the second card": (
        f"{H}<div><p>KPJ: 11000000011</p><p>Saldo JHT: Rp 1.000.500</p><p>KPJ: 12000000012</p><p>PT B</p><p>Saldo JHT: Rp 2.000.000</p></div>",
        "3000500: 1000500 11000000011, 2000000 12000000012 PT B",
    ),
    "a segment beside a number": (
        H + "<p>11000000011 · Penerima Upah</p><p>Saldo JHT: Rp 5.000.500</p>",
        "5000500: 5000500 11000000011 PU",
    ),
    "the other segment": (
        H + "<p>11000000011 · Bukan Penerima Upah</p><p>Saldo JHT: Rp 5.000.500</p>",
        "5000500: 5000500 11000000011 BPU",
    ),
    "NPP in spaced letters": (H + "<p>N P P 12345678</p><p>Saldo JHT: Rp 5.000.500</p>", "5000500: 5000500"),
    "NPP": (H + "<p>NPP 12345678</p><p>Saldo JHT: Rp 5.000.500</p>", "5000500: 5000500 12345678"),
    "a masked card in a group": (t("PT A||1.000.500", "|11000000011|***", head="Perusahaan|KPJ|Saldo"), "cards_unclear"),
    "a subtotal of nothing": (
        t("PT A|11000000011|1.000.500", "Subtotal||9.000.000", "Total||9.000.000", head="Perusahaan|KPJ|Saldo"),
        "parts_mismatch",
    ),
    "a pager of two items and one card": (
        f"{H}<p>KPJ: 11000000011</p><p>Saldo JHT: Rp 5.000.500</p><p>Menampilkan 1-2 dari 5</p>",
        "5000500: 5000500 11000000011",
    ),
    "a pager of one item": (
        f"{H}<p>KPJ: 11000000011</p><p>Saldo JHT: Rp 5.000.500</p><p>Menampilkan 1-1 dari 5</p>",
        "SomeCards cards_incomplete",
    ),
    # years, months, passbooks
    "four years": (
        t(
            "2022|100.000|1.000.500",
            "2023|100.000|1.100.500",
            "2024|100.000|1.200.500",
            "2025|100.000|1.300.500",
            head="Tahun|Iuran|Saldo",
        ),
        "1300500: 1300500",
    ),
    "a row that is no year": (
        t(
            *(f"{y}|0|0|0|1.000.500" if y == 2010 else f"{y}|1.000.500|0|0|1.000.500" for y in range(2010, 2023)),
            "Lainnya|0|0|0|0",
            head="Tahun|Saldo Awal|Iuran|Pengembangan|Saldo Akhir",
        ),
        "parts_mismatch",
    ),
    "a year that lacks a cell": (
        t(
            "2024|1.000.000|200.000|50.500|1.250.500",
            "2025|1.250.500|0|1.250.500",
            head="Tahun|Saldo Awal|Iuran|Pengembangan|Saldo Akhir",
        ),
        "NotABalancePage",
    ),
    "a masked total of a later day": (
        H + "<p>Total Saldo JHT per 31-10-2026: ***</p><p>Saldo JHT per 31-12-2025: Rp 5.000.500</p>",
        "figure_masked",
    ),
    "a total with its program, beside parts": (
        "<p>Saldo Awal JHT: Rp 1.000.000</p><p>Iuran: Rp 200.000</p><p>Total Saldo JHT: Rp 5.000.500</p>",
        "5000500: 5000500",
    ),
    "a row that ends with its amount": (t("11000000011|Rp 5.000.500", head="KPJ|Saldo|Status"), "columns_unclear"),
    "a day in the figure's cell": (
        t("11000000011|Rp 5.000.500 per 31-10-2026", head="KPJ|Saldo"),
        "5000500 of 2026-10-31: 5000500 11000000011",
    ),
    "a history that ends at the closing balance": (
        t(*BAD, head=BOOK) + "<p>Saldo Akhir JHT: Rp 1.250.500</p>",
        "1250500: 1250500",
    ),
    "a history that ends elsewhere": (t(*BAD, head=BOOK) + "<p>Saldo Akhir JHT: Rp 1.250.000</p>", "contradiction"),
    "a closing row of the history's end": (t(*BAD, "Saldo Akhir JHT||1.250.500", head=BOOK), "1250500: 1250500"),
    "a closing row of another amount": (t(*BAD, "Saldo Akhir JHT||1.250.000", head=BOOK), "parts_mismatch"),
    "two balances that run along": (t(*[f"{m}|500.000" for m in M], head=BOOK + "|Saldo JP"), "only_running_amounts"),
    "three movements of one day": (
        t(
            "01-10-2026|0|1.000.500",
            "01-10-2026|100.000|1.100.500",
            "01-10-2026|50.000|1.150.500",
            head="Tanggal|Iuran|Saldo JHT",
        ),
        "1150500 of 2026-10-01: 1150500",
    ),
    "the same, the last one first": (
        t(
            "01-10-2026|50.000|1.150.500",
            "01-10-2026|100.000|1.100.500",
            "01-10-2026|0|1.000.500",
            head="Tanggal|Iuran|Saldo JHT",
        ),
        "only_running_amounts",
    ),
    "a masked movement": (
        t("07-2026|200.000|1.650.500", "08-2026|***|1.650.500", "09-2026|200.000|1.850.500", head=BOOK),
        "only_running_amounts",
    ),
    # what the page says against it
    "three strokes of a broken tag": (F + "<p>&lt;///div</p>", "page_cut_off"),
    "four of them": (F + "<p>&lt;////div</p>", "5000500: 5000500"),
    "an attribute of eighty letters": (F + "<p>class=&quot;" + "a" * 80 + "&quot;</p>", "page_cut_off"),
    "one of more": (F + "<p>class=&quot;" + "a" * 81 + "&quot;</p>", "5000500: 5000500"),
    "a long line that speaks of loading": (
        f"{H}<p>Saldo JHT: Rp 0</p><p>{('sedang memuat data ' + 'x' * 200)[:120]}</p>",
        "0: 0",
    ),
    "a line that speaks of loading": (
        f"{H}<p>Saldo JHT: Rp 0</p><p>{('sedang memuat data ' + 'x' * 200)[:119]}</p>",
        "figure_missing",
    ),
    "points that end like the figure": (f"{H}<p>Saldo JHT: 5.000.500</p><p>Bonus 15.000.500 poin</p>", "5000500: 5000500"),
    "points": (f"{H}<p>Saldo JHT: 5.000.500</p><p>Bonus 5.000.500 poin</p>", "label_unclear"),
    "a guess above the label": (f"{H}<p>sekitar</p><p>Saldo JHT: Rp 5.000.500</p>", "label_unclear"),
    "an estimate that ends like the figure": (
        A + "<p>Saldo JHT: 5.000.500</p><p>Dana 15.000.500 (perkiraan)</p>",
        "5000500: 5000500 12345678901",
    ),
    "an estimate of the same figure": (A + "<p>Saldo JHT: 5.000.500</p><p>Dana 5.000.500 (perkiraan)</p>", "only_estimates"),
    "a simulation nine lines above": (
        "<p>Hasil simulasi Anda</p>"
        + "".join(f"<p>Catatan {w}</p>" for w in "satu dua tiga empat lima enam tujuh delapan sembilan".split())
        + "<p>Saldo JHT: Rp 5.000.500</p>",
        "5000500: 5000500",
    ),
    "a simulation two lines above": (
        "<p>Hasil simulasi Anda</p><p>Catatan satu</p><p>Saldo JHT: Rp 5.000.500</p>",
        "only_estimates",
    ),
    "a remark of two strange words": (A + "<p>Saldo JHT: Rp 5.000.500</p><p>Perkiraan kabar rembulan Anda</p>", "only_estimates"),
    "a remark of three": (
        A + "<p>Saldo JHT: Rp 5.000.500</p><p>Perkiraan kabar rembulan malam</p>",
        "5000500: 5000500 12345678901",
    ),
    "a remark of one": (A + "<p>Saldo JHT: Rp 5.000.500</p><p>Perkiraan kabar</p>", "only_estimates"),
    "a heading of words that nobody knows": (
        A + "<h3>Batas minimal rembulan purnama bersinar</h3><p>Saldo JHT: Rp 5.000.500</p>",
        "5000500: 5000500 12345678901",
    ),
    "a heading of a limit": (A + "<h3>Batas minimal rembulan</h3><p>Saldo JHT: Rp 5.000.500</p>", "label_unclear"),
    "the opening balance's heading": (A + "<h3>Saldo Awal</h3><p>Saldo JHT: Rp 4.200.000</p>", "label_unclear"),
    "an estimate behind it": (A + "<p>Saldo JHT: Rp 900.731.902 (perkiraan)</p>", "only_estimates"),
    "a case above it": (A + "<p>Jika Anda terus bekerja sampai usia 56:</p><p>Saldo JHT: Rp 900.731.902</p>", "only_estimates"),
    "a remark on what is above": (
        A + "<p>Saldo JHT: Rp 900.731.902</p><p>* Angka di atas adalah proyeksi sampai pensiun.</p>",
        "only_estimates",
    ),
    "two rows that only a heading names": (
        "<h1>Saldo JHT</h1><table><tr><td>18103300001<td>PU<td>PT A<td>Rp 20.010.300<tr><td>18103300001<td>BPU<td>Wadah Ojek<td>Rp 1.100.700</table>",
        "label_unclear",
    ),
    "a button: Load more cards": (F + "<button type=button>Load more cards</button>", "SomeCards cards_incomplete"),
    "a button: Show more card": (F + "<button type=button>Show more card</button>", "SomeCards cards_incomplete"),
    "a button: Muat kartu lainnya": (F + "<button type=button>Muat kartu lainnya</button>", "SomeCards cards_incomplete"),
    "a button: Muat berita lainnya": (F + "<button type=button>Muat berita lainnya</button>", "5000500: 5000500"),
}


@pytest.mark.parametrize("name", PAGES)
def test_what_is_said_of_a_page(name: str) -> None:
    page, answer = PAGES[name]
    assert told(page) == answer
