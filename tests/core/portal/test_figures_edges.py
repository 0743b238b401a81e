"""Pages at the edge of a rule, and what is answered on either side of it."""

from __future__ import annotations

import pytest

from core.errors import NoBalance
from core.portal.document import parse
from core.portal.figures import read
from tests.core.portal.test_figures_refusals import WORDS, refusal_of

H = "<h2>Saldo JHT</h2>"
F = f"{H}<p>Saldo JHT: Rp 5.000.500</p>"
READ = "read as 500050000"


def table(*rows: str, head: str = "Perusahaan|KPJ|Saldo") -> str:
    def line(row: str, tag: str) -> str:
        return "<tr>" + "".join(f"<{tag}>{text}</{tag}>" for text in row.split("|")) + "</tr>"

    return f"{H}<table>{line(head, 'th')}{''.join(line(row, 'td') for row in rows)}</table>"


LAST = "read as 125050000"
YEARS, BOOK = "Tahun|Saldo Awal|Iuran|Pengembangan|Saldo Akhir", "Bulan|Iuran|Saldo"
TWO = ("2024|1.000.000|200.000|50.500|1.250.500", "2025|1.250.500|0|0|1.250.500")
MONTHS = ("07-2026|200.000|650.500", "08-2026|200.000|850.500", "09-2026|200.000|1.050.500", "10-2026|200.000|1.250.500")
PAGES = {
    # sums and totals
    "a sum with contributions is newer than a total": (
        "<h2>JHT</h2><p>Total Saldo: Rp 4.000.500</p><p>Total Saldo + Total Iuran: Rp 5.000.500</p>",
        READ,
    ),
    "but not than a balance": (
        "<h2>JHT</h2><p>Saldo: Rp 4.000.500</p><p>Total Saldo + Total Iuran: Rp 5.000.500</p>",
        "figures_disagree",
    ),
    "nor than a total of JHT": (
        "<h2>JHT</h2><p>Total Saldo JHT: Rp 4.000.500</p><p>Total Saldo + Total Iuran: Rp 5.000.500</p>",
        "figures_disagree",
    ),
    "a total beside contributions": (
        f"{H}<table><tr><th>Bulan<th>Iuran<tr><td>10-2026<td>500.000</table><p>Total: Rp 5.000.500</p>",
        "label_unclear",
    ),
    "a total alone": (f"{H}<p>KPJ 11000000011</p><p>Total: Rp 5.000.500</p>", READ),
    # programs
    "another program's heading": (
        "<p>Saldo JHT ada di bawah</p><div><h2>Jaminan Pensiun</h2><p>KPJ 11000000011</p><p>Saldo: Rp 5.000.500</p></div>",
        "NotABalancePage",
    ),
    # columns of cards
    "cards as columns": (
        table("KPJ|11000000011|12000000012", "Saldo JHT|Rp 2.000.500|Rp 3.000.000", head="Keterangan|Kartu A|Kartu B"),
        READ,
    ),
    "a figure too many": (
        table(
            "KPJ|11000000011|12000000012", "Saldo JHT|Rp 1.000.500|Rp 2.000.000|Rp 3.000.000", head="Keterangan|Kartu A|Kartu B"
        ),
        "columns_unclear",
    ),
    "a contribution too many": (
        table(
            "KPJ|11000000011|12000000012",
            "Iuran|1.000|2.000|3.000",
            "Saldo JHT|Rp 2.000.500|Rp 3.000.000",
            head="Keterangan|Kartu A|Kartu B",
        ),
        READ,
    ),
    # groups
    "heads of groups that add up": (
        table("PT A||3.000.500", "|11000000011|1.000.500", "|12000000012|2.000.000", "PT B||2.000.000", "|13000000013|2.000.000"),
        READ,
    ),
    "with a total": (
        table("PT A||1.000.500", "|11000000011|1.000.500", "PT B||4.000.000", "|13000000013|4.000.000", "Total||5.000.500"),
        READ,
    ),
    "a head that names its card again": (table("PT A||5.000.500", "PT A|11000000011|5.000.500"), READ),
    "heads that do not add up": (
        table("PT A||3.000.500", "|11000000011|1.000.500", "|12000000012|2.500.000", "PT B||700.000", "|13000000013|700.000"),
        "figures_disagree",
    ),
    "the last head does not": (
        table("PT A||3.000.500", "|11000000011|1.000.500", "|12000000012|2.000.000", "PT B||700.000", "|13000000013|800.000"),
        "figures_disagree",
    ),
    "a card before any head": (table("|11000000011|1.000.500", "PT B||700.000", "|13000000013|700.000"), "figures_disagree"),
    "a row without its number is no other's card": (table("PT A||1.000.500", "PT X|11000000011|1.000.500"), "cards_unclear"),
    # years, months, passbooks
    "one year": (table("2025|1.000.000|200.000|50.500|1.250.500", head=YEARS), LAST),
    "one year without its opening": (table("2025|200.000|1.250.500", head="Tahun|Iuran|Saldo"), LAST),
    "two years": (table("2025|200.000|1.250.500", "2024|200.000|1.000.500", head="Tahun|Iuran|Saldo"), LAST),
    "two months": (table(*MONTHS[2:], head=BOOK), "only_running_amounts"),
    "three months that run through": (table(*MONTHS[1:], head=BOOK), LAST),
    "three that do not": (table("08-2026|200.000|850.000", *MONTHS[2:], head=BOOK), "only_running_amounts"),
    "four months": (table(*MONTHS, head=BOOK), LAST),
    "four that do not run through": (table("07-2026|200.000|650.000", *MONTHS[1:], head=BOOK), "only_running_amounts"),
    "a pager below a passbook": (f"{table(*MONTHS, head=BOOK)}<p>Menampilkan 1-4 dari 40</p>", "only_running_amounts"),
    "a pager above a passbook": (f"<p>Menampilkan 1-4 dari 40</p>{table(*MONTHS, head=BOOK)}", "only_running_amounts"),
    "years with their total": (table(*TWO, "Total||200.000|50.500|1.250.500", head=YEARS), LAST),
    "a year that does not add up": (table(TWO[0], "2025|1.250.500|0|0|1.350.500", head=YEARS), "parts_mismatch"),
    "years of two cards": (
        table(*(f"11000000011|{year}" for year in TWO), "12000000012|2025|0|100.000|0|100.000", head=f"KPJ|{YEARS}"),
        "read as 135050000",
    ),
    # columns
    "JHT beside JP and both": (table("11000000011|1.250.500|500.000|1.750.500", head="KPJ|Saldo JHT|Saldo JP|Total Saldo"), LAST),
    "a column of JP": (table("11000000011|1.250.500|500.000", head="KPJ|Saldo|Saldo JP"), LAST),
    "a closing column": (table("11000000011|1.000.500|1.250.500", head="KPJ|Saldo|Saldo Akhir"), LAST),
    "a column with contributions": (
        table("11000000011|1.000.500|1.250.500", head="KPJ|Total Saldo|Total Saldo + Total Iuran"),
        LAST,
    ),
    "columns of years": (table("11000000011|1.250.500|1.000.500", head="KPJ|Saldo 2025|Saldo 2024"), LAST),
    "columns of days": (table("11000000011|1.250.500|1.000.500", head="KPJ|Saldo per 31-12-2025|Saldo per 31-12-2024"), LAST),
    "a total in another column": (
        table("11000000011|PT A|250.500", "12000000012|PT B|1.000.000", "Total|1.250.500|", head="KPJ|Perusahaan|Saldo"),
        LAST,
    ),
    "a wrong total in another column": (
        table("11000000011|PT A|250.500", "12000000012|PT B|1.000.000", "Total|1.250.000|", head="KPJ|Perusahaan|Saldo"),
        "total_mismatch",
    ),
    "a total that may be another column's": (
        table("11000000011|1.000|250.500", "12000000012|1.000|1.000.000", "Total|2.000|", head="KPJ|Iuran|Saldo"),
        LAST,
    ),
    # cells that do not fit
    "an amount behind the last column": (
        f"{H}<table><tr><th>KPJ<th>Saldo<tr><td>11000000011<td>1.250.500<td>2.000.000</table>",
        "columns_unclear",
    ),
    "a word behind it": (f"{H}<table><tr><th>KPJ<th>Saldo<tr><td>11000000011<td>1.250.500<td>Lihat</table>", LAST),
    "a company under KPJ": (table("PT A|1.250.500", head="KPJ|Saldo"), "columns_unclear"),
    "a dash under KPJ": (table("-|1.250.500", head="KPJ|Saldo"), LAST),
    "an amount under the company": (table("11000000011|Rp 700.000|1.250.500", head="KPJ|Perusahaan|Saldo"), "columns_unclear"),
    "a card under the company": (table("11000000011|12000000012|1.250.500", head="KPJ|Perusahaan|Saldo"), "columns_unclear"),
    "an amount under the year": (table("11000000011|Rp 700.000|1.250.500", head="KPJ|Tahun|Saldo"), "columns_unclear"),
    "a year under the year": (table("11000000011|2025|1.250.500", head="KPJ|Tahun|Saldo"), LAST),
    "a company under the contribution": (table("11000000011|PT MAJU|1.250.500", head="KPJ|Iuran|Saldo"), "columns_unclear"),
    "a company under the balance": (table("11000000011|100.000|PT MAJU", head="KPJ|Iuran|Saldo"), "figure_unreadable"),
    "a short number under the contribution": (table("11000000011|12/2025|1.250.500", head="KPJ|Iuran|Saldo"), LAST),
    "a long number under it": (table("11000000011|12-12-2025|1.250.500", head="KPJ|Iuran|Saldo"), "columns_unclear"),
    # numbers of cards
    "a labelled number beside another": (
        f"{H}<p>KPJ: 11000000011</p><p>Referensi 12000000012</p><p>Saldo JHT: Rp 5.000.500</p>",
        READ,
    ),
    "two numbers and one figure": (f"{H}<p>11000000011</p><p>12000000012</p><p>Saldo JHT: Rp 5.000.500</p>", "cards_unclear"),
    # dates
    "a masked balance of a later day": (
        f"{H}<p>31 Okt 2026 Saldo Rp **.***.***</p><p>31 Des 2025 Saldo: Rp 5.000.500</p>",
        "figure_masked",
    ),
    "of an earlier day": (f"{H}<p>31 Okt 2024 Saldo Rp **.***.***</p><p>31 Des 2025 Saldo: Rp 5.000.500</p>", READ),
    "a page that speaks of now": (
        "<h2>Saldo saat ini</h2><p>JHT</p><p>Saldo akhir tahun 2025: Rp 5.000.500</p>",
        "figure_missing",
    ),
    "of another program's now": ("<h2>Saldo JP saat ini</h2><p>JHT</p><p>Saldo JHT akhir tahun 2025: Rp 5.000.500</p>", READ),
    # sentences
    "a sentence that goes on": ("<p>Saldo JHT Anda adalah Rp 5.000.500 dan terus dikembangkan oleh kami setiap hari</p>", READ),
    "words that nobody knows": ("<p>Saldo JHT Kekayaan Umum Bersama: Rp 5.000.500</p>", "NotABalancePage"),
    "a bound behind it": ("<p>Saldo JHT Rp 5.000.500 maksimal dapat diklaim</p>", "NotABalancePage"),
    # what the page says against it
    "the same figure as a guess": (f"{F}<p>sekitar Rp 5.000.500</p>", "label_unclear"),
    "as a part of another word": (f"{F}<p>sekitar Rp 5.000.5001</p>", READ),
    "in words": (f"{F}<p>Terbilang: lima juta lima ratus rupiah</p>", READ),
    "in other words": (f"{F}<p>Terbilang: enam juta rupiah</p>", "figures_disagree"),
    "in other words, behind a currency": (f"{F}<p>rupiah Terbilang: enam juta rupiah</p>", "figures_disagree"),
    "another amount in its words": (f"{F}<p>Iuran Rp 6.000.000 (enam juta rupiah)</p>", READ),
    "another amount in wrong words": (f"{F}<p>Iuran Rp 7.000.000 (enam juta rupiah)</p>", "figures_disagree"),
    "words of nothing": (f"{F}<p>enam juta rupiah</p>", READ),
    "one word": (f"{F}<p>Terbilang seribu rupiah</p>", READ),
    # persons
    "another's balance": (f"{F}<p>Nama: Budi Santoso</p><p>Saldo JHT atas nama Siti Aminah</p>", "several_persons"),
    "in capital letters": (f"{F}<p>Halo, Budi Santoso</p><p>SALDO JHT ATAS NAMA Siti Aminah</p>", "several_persons"),
    "the person's own": (f"{F}<p>Nama: Budi Santoso</p><p>Saldo JHT atas nama Budi Santoso</p>", READ),
    "the person's first name": (f"{F}<p>Nama: Budi Santoso</p><p>Saldo JHT atas nama Budi</p>", READ),
    "nobody is named": (f"{F}<p>Saldo JHT milik Siti Aminah</p>", READ),
}


@pytest.mark.parametrize("name", PAGES)
def test_either_side_of_a_rule(name: str) -> None:
    page, answer = PAGES[name]
    assert refusal_of(page) == answer


def test_a_foot_in_another_style_excuses_only_figures_that_prove_their_own() -> None:
    foot = "<footer>Rp 1.234.567,00 dan Rp 2.345.678,00</footer>"
    cards = f"{H}<table><tr><th>KPJ<th>Saldo<tr><td>11000000011<td>9,075,310.25<tr><td>12000000012<td>{{}}</table>{foot}"
    assert refusal_of(cards.format("1,250.25")) == "read as 907656050"
    assert refusal_of(cards.format("1,250")) == "number_style_unclear"


def test_a_page_of_thousands_of_figures_is_no_workers() -> None:
    figure = "<p>Saldo JHT: Rp 1.000.500</p>"
    assert refusal_of(H + figure * 5_001) == "too_many_figures"
    assert refusal_of(H + figure * 200) == "read as 100050000"


@pytest.mark.parametrize("columns", [2, 12, 13])
def test_rows_of_boxes_are_a_table_up_to_twelve_columns(columns: int) -> None:
    def boxes(texts: list[str]) -> str:
        return "<div>" + "".join(f"<div>{text}</div>" for text in texts) + "</div>"

    rest = columns - 2
    page = (
        f"{H}<div>{boxes(['KPJ', 'Saldo'] + ['Iuran'] * rest)}{boxes(['11000000011', 'Rp 5.000.500'] + ['1.000'] * rest)}</div>"
    )
    assert refusal_of(page) == (READ if columns <= 12 else "NotABalancePage")


def test_that_there_is_no_balance_is_said_in_the_portals_words() -> None:
    page = parse(b"<h2>Saldo JHT</h2><p>Data saldo tidak ditemukan untuk Anda</p>", "https://portal.example.test/")
    with pytest.raises(NoBalance) as refusal:
        read(page, WORDS)
    assert (refusal.value.reason, refusal.value.portal_words) == ("no_balance", "Data saldo tidak ditemukan untuk Anda")
