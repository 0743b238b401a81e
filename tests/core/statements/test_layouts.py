"""Layouts of real programs: wrapped cells, labels over their values, titles that say that nothing is real."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from core.statements.limits import Limits
from core.statements.lines import Line
from core.statements.open_file import open_file
from core.statements.reader import read_file, read_text
from core.statements.roles import Role
from core.statements.statement import FileRead, FileStatus
from core.statements.summary import pairs_of
from core.statements.unwrap import unwrapped
from core.statements.web import page_in_frame
from tests.core.statements.drawn import Drawn
from tests.core.statements.paper import Paper, width
from tests.core.statements.test_pages_and_messages import STATEMENT
from tests.core.statements.test_summary import WORDS, line

TODAY = dt.date(2026, 11, 22)


def read(data: bytes | str) -> FileRead:
    """As the helper process reads it."""
    return open_file(data.encode() if isinstance(data, str) else data, "", None, TODAY, Limits())


@pytest.mark.parametrize(
    "title",
    [
        "SIMULASI SALDO JHT 2020 (PERKIRAAN)",
        "Proyeksi saldo peserta",
        "JHT 2020: bukan saldo sebenarnya",
        "ESTIMATED JHT BALANCE",
    ],
)
def test_a_title_that_says_that_the_figures_are_estimates_refuses(title: str) -> None:
    found = read(STATEMENT.replace("RINCIAN SALDO JHT TAHUN 2020", title))
    assert (found.status, found.reason) == (FileStatus.PAGE_NOT_UNDERSTOOD, "only_estimates")


def test_a_footnote_about_simulations_elsewhere_refuses_nothing() -> None:
    assert read(STATEMENT.replace("</body>", "<p>Simulasi saldo dapat dilihat di aplikasi.</p></body>")).status is FileStatus.OK


def test_labels_of_the_head_may_stand_over_their_values() -> None:
    head = "".join(
        f"<div>{text}</div>"
        for text in ("Perusahaan", "REKAAN, PT", "Masa Iuran JP", "53 Bln", "KPJ / NIK", "16103100001 / 9911223344556677")
    )
    start = STATEMENT.index("<table><tr><td>Nomor Kartu")
    end = STATEMENT.index("</table>") + len("</table>")
    (statement,) = read(STATEMENT[:start] + head + STATEMENT[end:]).statements
    assert (statement.kpj, statement.company, statement.pension_months) == ("16103100001", "REKAAN, PT", 53)


def test_labels_of_the_summary_may_stand_over_their_amounts_one_by_one() -> None:
    start = STATEMENT.index("<table><tr><td>Saldo Awal")
    terms = (
        ("Saldo JHT awal tahun", "8,000,000.00"),
        ("Pengembangan saldo awal", "400,000.00"),
        ("Iuran JHT", "2,736,000.00"),
        ("Pengembangan atas iuran", "64,000.50"),
        ("Saldo JHT akhir tahun", "11,200,000.50"),
    )
    summary = "<p>Summary JHT</p>" + "".join(f"<div>{label}</div><div>{amount}</div>" for label, amount in terms)
    (statement,) = read(STATEMENT[:start] + summary + "</body></html>").statements
    assert (statement.dues, statement.closing) == (273_600_000, 1_120_000_050)


def test_labels_with_dates_in_them_stand_over_their_amounts_in_one_line() -> None:
    lines = [
        line("Summary JHT"),
        line("Saldo awal per 1 Januari 2018      Pengembangan saldo      Saldo akhir per 31 Desember 2018", 2),
        line("29,637,207.00                      1,668,574.00            31,305,781.00", 3),
    ]
    assert [pair.role for pair in pairs_of(lines, WORDS)] == [Role.OPENING, Role.GROWTH, Role.CLOSING]


def test_sums_a_little_under_their_label_are_sums() -> None:
    paper = Drawn().on(Paper())
    paper.pages[-1] = [_lifted(piece) if "(Jumlah :)" in piece else piece for piece in paper.pages[-1]]
    found = read(paper.bytes())
    assert (found.status, found.reason) == (FileStatus.OK, None)
    assert "sum_dues" in {proof.name for proof in found.statements[0].proofs if proof.holds}


def _lifted(piece: str) -> str:
    """The label of the sums, 5 points higher."""
    return re.sub(r" ([0-9.]+) Td \(Jumlah :\)", lambda match: f" {float(match[1]) + 5:.2f} Td (Jumlah)", piece)


def test_a_long_name_goes_on_behind_a_colon_of_its_own() -> None:
    paper = Drawn().on(Paper())
    paper.pages[-1] = [piece.replace("REKAAN SENTOSA, PT", "PT REKAAN DENGAN NAMA") for piece in paper.pages[-1]]
    paper.text(40 + width("Nama Pemberi Kerja ", 8), 740, ": YANG PANJANG", 8)
    (statement,) = read(paper.bytes()).statements
    assert (statement.company, statement.kpj) == ("PT REKAAN DENGAN NAMA YANG PANJANG", "16103100001")


def test_the_years_of_dates_wrapped_in_their_cells_come_back() -> None:
    row = line("02 14 Februari      01/2022      17 Maret      5.500.357,24")
    years = line("   2022 2022").words
    x = [word.x0 for word in row.words if word.text in ("Februari", "Maret")]
    below = Line(1, 2, row.y + 10, tuple(type(w)(w.text, at, at + 20, 10) for w, at in zip(years, x, strict=True)))
    (whole,) = unwrapped([row, below])
    assert whole.text == "02 14 Februari 2022 01/2022 17 Maret 2022 5.500.357,24"
    apart = Line(1, 2, row.y + 10, tuple(type(w)(w.text, 900.0, 920.0, 10) for w in years[:1]))
    assert unwrapped([row, apart]) == [row, apart]


@pytest.mark.parametrize(
    ("text", "kpj"),
    [
        ("Saldo JHT KPJ 14012345678 per 30-06-2025 Rp 23.456.789", "14012345678"),
        (
            "Yth. BUDI, Saldo JHT Anda dengan No Peserta 14012345678 per tanggal 30-06-2025 sebesar Rp23.456.789,00. Info 175.",
            "14012345678",
        ),
        ("Saldo JHT Anda per 30-06-2025 Rp 23.456.789. Hubungi 08123456789", None),
    ],
)
def test_the_card_of_a_message_is_the_number_that_is_labelled_so(text: str, kpj: str | None) -> None:
    (statement,) = read_text(text, today=TODAY).statements
    assert (statement.kpj, statement.closing) == (kpj, 2_345_678_900)


def test_a_statement_in_the_frame_of_a_saved_page_is_read_from_the_folder_beside_it(tmp_path: Path) -> None:
    page, folder = tmp_path / "jht.html", tmp_path / "jht_files"
    folder.mkdir()
    (folder / "rsjht.html").write_text(STATEMENT)
    page.write_text('<html><body><h1>Saldo</h1><iframe src="./jht_files/rsjht.html" width="900"></iframe></body></html>')
    found = read_file(page, today=TODAY)
    assert (found.status, found.file_sha256) == (FileStatus.OK, read(STATEMENT).file_sha256)


@pytest.mark.parametrize("source", ["../other.html", "/etc/hosts.html", "jht_files/../other.html", "https://example.test/a.html"])
def test_no_frame_leads_out_of_the_folder_beside_the_page(tmp_path: Path, source: str) -> None:
    (tmp_path / "jht_files").mkdir()
    (tmp_path / "other.html").write_text(STATEMENT)
    page = tmp_path / "jht.html"
    page.write_text(f'<html><body><iframe src="{source}"></iframe></body></html>')
    assert page_in_frame(page, page.read_bytes()) is None


MONTHS = "".join(
    f"<tr><td>{month:02d}-2024</td><td>13-{month:02d}-2024</td><td>Rp 4.900.000,00</td><td>Rp 279.300,00</td></tr>"
    for month in range(1, 4)
)
BALANCE = f"""<html><head><title>Saldo JHT</title></head><body><h2>Saldo JHT</h2><table>
<tr><td>Nama Perusahaan</td><td>REKAAN SENTOSA, PT</td></tr><tr><td>Nomor KPJ</td><td>16103100001</td></tr>
<tr><td>Saldo JHT per 31-12-2024</td><td>Rp 12.047.567,00</td></tr></table>
<table><tr><th>BLTH</th><th>Tgl Bayar</th><th>Upah</th><th>Iuran JHT</th></tr>{MONTHS}</table></body></html>"""


def test_the_months_beside_a_balance_are_told() -> None:
    (statement,) = read(BALANCE).statements
    assert statement.closing == 1_204_756_700
    assert [(str(month.blth), month.wage) for month in statement.months] == [
        (f"2024-0{month}", 490_000_000) for month in (1, 2, 3)
    ]


@pytest.mark.parametrize(("was", "becomes"), [("279.300,00", "27.930,00"), ("02-2024", "0Z-2024"), ("4.900.000,00", "")])
def test_months_that_do_not_prove_themselves_are_not_told(was: str, becomes: str) -> None:
    (statement,) = read(BALANCE.replace(was, becomes, 1)).statements
    assert (statement.closing, statement.months) == (1_204_756_700, ())
