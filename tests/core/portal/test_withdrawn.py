"""Words that stand apart from a figure and that a careful person would not read past: in a note, in its row, in its heading, behind it."""

from __future__ import annotations

import pytest

from core.errors import PageNotUnderstood
from core.portal import figures
from core.portal.document import parse

WORDS = figures.load_words()
KPJ = "<p>Nomor KPJ: 11000000011</p>"
ROW = KPJ + "<table><tr><td>Saldo JHT</td><td>Rp 48.731.902</td></tr></table>"
SHOWN = 4_873_190_200  # sen


def read(body: str) -> int:
    page = f"<!DOCTYPE html><html><head><title>x</title></head><body>{body}</body></html>"
    return figures.read(parse(page.encode(), "http://127.0.0.1/", "text/html; charset=utf-8"), WORDS).total


def refused(body: str) -> bool:
    with pytest.raises((PageNotUnderstood, figures.NotABalancePage)):
        read(body)
    return True


def cards(*rows: str, head: str = "KPJ|Saldo JHT", amount: str = "Rp 48.731.902") -> str:
    lines = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.format(amount).split("|")) + "</tr>" for row in rows)
    return "<table><tr>" + "".join(f"<th>{cell}</th>" for cell in head.split("|")) + f"</tr>{lines}</table>"


@pytest.mark.parametrize(
    "note",
    [
        "Satuan: Ribu", "satuan: Rp 1.000", "Mata uang: USD", "Currency: MYR", "* dikalikan 1000", "Angka dikali seribu", "multiplied by 1,000",
        "Catatan: tiga angka terakhir dihilangkan.", "Data yang ditampilkan adalah data tahun lalu.", "*) bukan saldo terkini",
        "Saldo ini tidak mencerminkan saldo sebenarnya.", "Saldo di atas sedang dalam proses koreksi.",
        "Terdapat kesalahan perhitungan pada saldo yang ditampilkan.", "Abaikan angka di atas.", "Please ignore this figure",
        "Saldo di atas adalah saldo sebelum pencairan.", "Saldo JHT Anda telah dibayarkan seluruhnya.",
        "Saldo kartu 11000000011 telah digabung ke 11000000022.", "Memuat saldo terbaru...", "Memuat kartu lainnya\u2026",
        "*) termasuk saldo Jaminan Pensiun", "* gabungan JHT dan JP", "Jumlah tenaga kerja: 35", "Menampilkan 1 dari 35 tenaga kerja",
        "Kartu yang bukan milik saya", "Geser untuk melihat kartu lain", "+2 kartu lagi", "Anda memiliki tiga kepesertaan.",
        "Tampilkan semua kartu (3)", "Saldo kartu lain tidak termasuk.",
        "Masih ada kartu lain atas nama Anda.",
    ],
)  # fmt: skip
def test_a_note_that_takes_the_figure_back_is_heard(note: str) -> None:
    assert refused(f"{ROW}<p>{note}</p>")


@pytest.mark.parametrize(
    "note",
    [
        "Satuan: Rupiah", "Mata uang: IDR", "Mata uang: Rupiah", "Memuat data", "Saldo belum termasuk JP", "*) tidak termasuk saldo Jaminan Pensiun",
        "Jika terdapat kesalahan perhitungan saldo, hubungi 175.", "Jumlah tenaga kerja: 1", "Geser kartu untuk melihat detail",
        "Anda memiliki satu kartu", "Tampilkan semua kartu (1)", "Program kami termasuk Jaminan Pensiun", "Layanan klaim sudah dibuka",
        "Bila saldo tidak mencerminkan iuran Anda, laporkan.",
    ],
)  # fmt: skip
def test_a_note_that_does_not_leaves_it(note: str) -> None:
    assert read(f"{ROW}<p>{note}</p>") == SHOWN


def test_a_count_of_workers_may_stand_below_its_label() -> None:
    assert refused(f"{ROW}<div>Jumlah pekerja</div><div>35</div>")
    assert read(f"{ROW}<div>Jumlah pekerja</div><div>1</div>") == SHOWN


def test_a_claim_of_the_same_amount_that_was_paid_out_contradicts_it() -> None:
    assert refused(f"{ROW}<p>Klaim JHT sebesar Rp 48.731.902 telah dibayarkan pada 3 November 2026.</p>")


@pytest.mark.parametrize(
    "label",
    [
        "Saldo JHT 30%", "Saldo JHT (10%)", "Saldo JHT pemberi kerja", "Saldo JHT Kantor Cabang", "Total Saldo JHT termasuk proyeksi",
        "Saldo JHT (Rp '000)", "Saldo JHT (x1000)", "Saldo JHT (IDR k)", "Saldo JHT (%)", "Saldo JHT (Rp rb)",
    ],
)  # fmt: skip
def test_a_label_of_a_share_or_of_another_unit_is_not_the_balance_s(label: str) -> None:
    assert refused(KPJ + cards("11000000011|48.731.902", head=f"KPJ|{label}"))


@pytest.mark.parametrize("heading", ["Arsip 2019", "Promo", "Rencana pensiun", "Template surat", "Pratinjau", "Panduan membaca", "Testimoni", "Riwayat Klaim"])  # fmt: skip
def test_a_section_that_is_about_something_else_holds_no_balance(heading: str) -> None:
    assert refused(f"<h2>{heading}</h2>{ROW}")


def test_a_company_called_so_is_no_such_section() -> None:
    assert read(f"<h3>PT Panduan Jaya</h3>{ROW}") == SHOWN


@pytest.mark.parametrize(
    "status",
    [
        "Sudah diklaim",
        "Sudah dipindahkan",
        "Lunas dibayarkan",
        "Dibatalkan",
        "Digabung ke kartu lain",
        "Telah cair 12-03-2024",
        "Pindah ke kartu lain",
        "Klaim selesai",
    ],
)
def test_a_card_that_was_paid_out_or_moved_has_no_balance_left(status: str) -> None:
    rows = cards("11000000011|" + status + "|{}", "12000000022|Aktif|Rp 12.345.678", head="KPJ|Status|Saldo JHT")
    assert refused(rows)
    assert read(rows.replace("Rp 48.731.902", "Rp 0")) == 1_234_567_800


@pytest.mark.parametrize("behind", ["ribu", "USD", "DB", "D", "902", ".902", "000"])
def test_a_cell_behind_the_figure_may_be_its_unit_or_its_rest(behind: str) -> None:
    assert refused(f"{KPJ}<table><tr><td>Saldo JHT</td><td>Rp 48.731.902</td><td>{behind}</td></tr></table>")


def test_a_number_under_a_header_of_its_own_is_none() -> None:
    assert read(cards("11000000011|{}|120", head="KPJ|Saldo JHT|Masa iuran (bulan)")) == SHOWN


@pytest.mark.parametrize("column", ["Tahun lalu", "Pasangan", "Perusahaan", "Per bulan"])
def test_a_column_of_something_else_is_not_the_balance_s(column: str) -> None:
    assert refused(KPJ + cards("Saldo JHT|{}", head=f"Uraian|{column}"))


@pytest.mark.parametrize("value", ["+Rp 48.731.902", "\u25b2 Rp 48.731.902", "plus Rp 48.731.902", "Rp 48.731.902 \u20ac", "Rp 48.731.902 gram", "Rp 48.731.902-an", "Rp 48.731.902 untuk 10 tahun"])  # fmt: skip
def test_what_touches_the_figure_may_make_it_another(value: str) -> None:
    assert refused(f"{KPJ}<p>Saldo JHT: {value}</p>")


@pytest.mark.parametrize(
    ("words", "agree"),
    [
        ("empat puluh delapan ribu", False), ("empat puluh delapan juta", True), ("empat puluh sembilan juta", True),
        ("forty eight million", True), ("forty-nine million seven hundred thirty-one thousand nine hundred two rupiah", False),
        ("forty-eight million seven hundred thirty-one thousand nine hundred and two rupiah", True), ("saldo bersih", True),
    ],
)  # fmt: skip
def test_words_in_parentheses_say_the_same_amount(words: str, agree: bool) -> None:
    body = f"{KPJ}<p>Saldo JHT: Rp 48.731.902 ({words})</p>"
    assert (read(body) == SHOWN) if agree else refused(body)


def test_a_voice_of_somebody_else_says_nothing_of_the_reader() -> None:
    assert refused(f'{KPJ}<blockquote>"Saldo JHT saya Rp 48.731.902, terima kasih!" - Andi</blockquote>')


def test_the_row_of_another_nik_is_another_s() -> None:
    row = cards("3171010101900099|{}", head="NIK|Saldo JHT")
    assert refused(f"<p>NIK Anda: 3171010101900001</p>{row}")
    assert read(f"<p>NIK Anda: 3171010101900099</p>{row}") == SHOWN


def test_a_numbered_list_of_cards_begins_with_one_and_leaves_none_out() -> None:
    head = "No|KPJ|Saldo JHT"
    assert refused(cards("2|11000000011|{}", head=head))
    assert refused(cards("1|11000000011|{}", "3|12000000022|Rp 12.345.678", head=head))
    assert refused(cards("11000000011|{}", "...|..."))
    assert read(cards("1|11000000011|{}", "2|12000000022|Rp 12.345.678", head=head)) == SHOWN + 1_234_567_800


def test_a_year_that_was_picked_from_the_past_is_not_now() -> None:
    choice = "<form action=/s><select name=y><option>2026<option{}>2025</select></form>"
    assert refused(choice.format(" selected") + ROW)
    assert read(ROW + choice.format(" selected")) == SHOWN


@pytest.mark.parametrize("now", ["<a href=#>Lihat</a>", "sedang dihitung"])
def test_a_year_s_end_does_not_stand_for_a_balance_of_now_that_is_elsewhere(now: str) -> None:
    assert refused(f"{KPJ}<p>Saldo JHT per 31 Des 2025: Rp 48.731.902</p><p>Saldo JHT terkini: {now}</p>")


def test_a_card_that_says_in_its_own_line_that_it_was_paid_out() -> None:
    def card(number: str, amount: str, status: str) -> str:
        return f"<div><h4>KPJ {number}</h4><p>{status}</p><p>Saldo JHT: {amount}</p></div>"

    rest = card("12000000022", "Rp 48.731.902", "Aktif")
    assert refused(card("11000000011", "Rp 12.345.678", "Sudah diklaim") + rest)
    assert read(card("11000000011", "Rp 0", "Sudah diklaim") + rest) == SHOWN
