"""What is recognisably there and cannot be read refuses its statement: nothing is left out in silence."""

from __future__ import annotations

import datetime as dt

import pytest

from core.statements.limits import Limits
from core.statements.open_file import open_file
from core.statements.statement import FileRead, FileStatus
from tests.core.statements.drawn import Drawn, pdf
from tests.core.statements.paper import Paper, width
from tests.core.statements.test_pages_and_messages import STATEMENT

TODAY = dt.date(2026, 11, 22)


def read(data: bytes | str) -> FileRead:
    """As the helper process reads it."""
    return open_file(data.encode() if isinstance(data, str) else data, "", None, TODAY, Limits())


def test_the_statement_is_read_as_it_is() -> None:
    assert read(STATEMENT).status is FileStatus.OK


@pytest.mark.parametrize(
    "amount", ["Rp 0,736,000.00", "2,7E6,000.00", "*,***,***.**", "Rp2.736,000.00", "2.73.6000", "#REF!", "#######", "NaN"]
)
def test_a_term_of_the_summary_whose_amount_cannot_be_read_refuses(amount: str) -> None:
    found = read(STATEMENT.replace("<td>2,736,000.00</td>", f"<td>{amount}</td>"))
    assert (found.status, found.statements) == (FileStatus.PAGE_NOT_UNDERSTOOD, ())


def table_line(*cells: str) -> str:
    """The statement with one more line at the end of its months."""
    place = STATEMENT.index("<tr><td colspan=4>Jumlah")
    return STATEMENT[:place] + "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>" + STATEMENT[place:]


@pytest.mark.parametrize(
    "cells",
    [
        ("13", "15-12-2020", "11-2020", "4,000,000.00", "", ""),
        ("13", "15-12-2020", "11-2020", "4,000,000.00"),
        ("13", "15-12-2020", "1l-2020", "4,000,000.00", "", ""),
        ("13", "15-12-2020", "1l-2020", "4,000,000.00", "0.00", "0.00"),
        ("13", "15-12-2020", "11-2020", "4,0O0,000.00", "0.00", "0.00"),
        ("13", "15-12-2020", "11-2020", "4,000,000.00", "0,00,0.00", "0.00"),
        ("Akumulasi Iuran JHT", "", "", "", "0,148,000.00", "0,080,000.00"),
        ("Des", "", "", "4,000,000.00", "0.00", "0.00"),
        ("Koreksi", "", "12-2020", "", "0.00", "0.00"),
        ("Sub Total", "", "", "", "1,776,0G0.00", "960,000.00"),
        ("Jumlah :", "", "", "", "1,77G,000.00", "960,000.00"),
        ("Jumlah :", "", "", "", "1,77G,000.00", "96O,000.00"),
    ],
)
def test_a_line_of_the_table_that_cannot_be_read_refuses(cells: tuple[str, ...]) -> None:
    found = read(table_line(*cells))
    assert (found.status, found.statements) == (FileStatus.PAGE_NOT_UNDERSTOOD, ())


def test_a_month_whose_dues_are_dashes_is_a_month() -> None:
    found = read(table_line("13", "15-12-2020", "11-2020", "4,000,000.00", "-", "-"))
    assert found.status is FileStatus.OK
    assert len(found.statements[0].months) == 13


def test_the_rest_of_another_card_is_not_left_out() -> None:
    rest = "<p>Nomor Kartu Peserta : 16103100002</p><p>Nama Perusahaan : PT REKAAN</p>"
    found = read(STATEMENT.replace("</body>", f"{rest}</body>"))
    assert (found.status, found.reason) == (FileStatus.PAGE_NOT_UNDERSTOOD, "cards_unclear")


def test_a_time_of_printing_is_no_amount() -> None:
    assert read(STATEMENT.replace("</h3>", "</h3><p>Dicetak 15-01-2021 08.15.30</p>")).status is FileStatus.OK


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"PK\x03\x04" + b"\x14\x00" * 20])
def test_a_packed_file_with_a_pdf_inside_is_no_pdf(start: bytes) -> None:
    assert read(start + b"rsjht.pdf" + pdf()).status is FileStatus.UNREADABLE_FILE


def test_the_statement_of_another_fund_is_none_of_jht() -> None:
    page = STATEMENT.replace("RINCIAN SALDO JHT", "DPLK REKAAN - LAPORAN SALDO PENSIUN").replace("Iuran JHT", "Iuran")
    assert read(page).status is FileStatus.PAGE_NOT_UNDERSTOOD
    unnamed = STATEMENT.replace("RINCIAN SALDO JHT", "LAPORAN").replace("Iuran JHT", "Iuran")
    assert read(unnamed).status is FileStatus.PAGE_NOT_UNDERSTOOD


def test_the_two_numbers_of_the_card_and_the_person_may_stand_in_either_order() -> None:
    turned = STATEMENT.replace("Nomor Kartu/NIK/Nomor Peg.", "NIK/Nomor Kartu/Nomor Peg.").replace(
        "16103100001/9911223344556677", "9911223344556677/16103100001"
    )
    (statement,) = read(turned).statements
    assert (statement.kpj, statement.nik) == ("16103100001", "9911223344556677")


def test_a_long_name_may_go_on_on_the_next_line() -> None:
    paper = Drawn().on(Paper())
    paper.pages[-1] = [piece.replace("REKAAN SENTOSA, PT", "PT REKAAN DENGAN NAMA") for piece in paper.pages[-1]]
    paper.text(40 + width("Nama Pemberi Kerja :", 8), 740, "YANG PANJANG SEKALI", 8)
    found = read(paper.bytes())
    assert (found.status, found.reason) == (FileStatus.OK, None)
    assert found.statements[0].company == "PT REKAAN DENGAN NAMA YANG PANJANG SEKALI"


def test_a_page_that_was_lost_is_not_passed_over() -> None:
    paper = Drawn(kpj="16103100002").on(Drawn().on(Paper()))
    whole = paper.bytes()
    assert len(read(whole).statements) == 2
    lost = whole.replace(b"\n7 0 obj\n", b"\n9 0 obj\n")  # what the second page draws
    found = read(lost)
    assert (found.status, found.reason) == (FileStatus.UNREADABLE_FILE, "damaged")


def test_an_empty_page_is_none_that_was_lost() -> None:
    paper = Drawn().on(Paper(stamped=False))
    paper.page()
    assert [statement.kpj for statement in read(paper.bytes()).statements] == ["16103100001"]
