"""Saved pages, packages, folders and messages; and files that are none of all that."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from core.statements.limits import Limits
from core.statements.open_file import MESSAGE, open_file
from core.statements.reader import read_file
from core.statements.statement import FileRead, FileStatus, Kind

TODAY = dt.date(2026, 11, 22)
BALANCE = """<html><head><title>Saldo JHT</title></head><body><h1>Saldo JHT</h1>
<table><tr><th>Nomor KPJ</th><th>Nama Perusahaan</th><th>Saldo JHT</th></tr>
<tr><td>16103100001</td><td>REKAAN SENTOSA, PT</td><td>Rp 12.047.567,00</td></tr></table></body></html>"""
ROWS = "".join(
    f"<tr><td>{m:02d}</td><td>15-{m:02d}-2020</td><td>{m:02d}-2020</td><td>4,000,000.00</td><td>148,000.00</td><td>80,000.00</td></tr>"
    for m in range(1, 13)
)
STATEMENT = f"""<html><body><h3>RINCIAN SALDO JHT TAHUN 2020</h3>
<table><tr><td>Nomor Kartu/NIK/Nomor Peg.</td><td>: 16103100001/9911223344556677/-</td></tr></table>
<table><tr><th rowspan=2>No</th><th rowspan=2>Tgl Setor</th><th rowspan=2>BL-TH</th><th rowspan=2>Upah</th><th colspan=2>Iuran JHT</th></tr>
<tr><th>Pemberi Kerja</th><th>TK</th></tr>{ROWS}
<tr><td colspan=4>Jumlah :</td><td>1,776,000.00</td><td>960,000.00</td></tr></table>
<table><tr><td>Saldo Awal Per 01-01-2020</td><td>8,000,000.00</td></tr><tr><td>Pengembangan</td><td>400,000.00</td></tr>
<tr><td>Iuran Tahun Berjalan</td><td>2,736,000.00</td></tr><tr><td>Pengembangan Iuran</td><td>64,000.50</td></tr>
<tr><td>Saldo Akhir Per 31-12-2020</td><td>11,200,000.50</td></tr></table></body></html>"""


def read(data: bytes | str, name: str = "") -> FileRead:
    """As the helper process reads it."""
    return open_file(data.encode() if isinstance(data, str) else data, name, None, TODAY, Limits())


def test_a_saved_balance_page_is_read_by_the_portals_reader() -> None:
    found = read(BALANCE)
    assert (found.status, found.kind) == (FileStatus.OK, Kind.SAVED_PAGE)
    (statement,) = found.statements
    assert statement.balance is not None
    assert (statement.closing, statement.kpj, statement.company) == (1_204_756_700, "16103100001", "REKAAN SENTOSA, PT")


def test_a_statement_as_a_page_is_a_statement() -> None:
    found = read(STATEMENT)
    assert (found.status, found.kind) == (FileStatus.OK, Kind.RSJHT)
    (statement,) = found.statements
    assert (statement.year, statement.kpj, statement.closing, len(statement.months)) == (2020, "16103100001", 1_120_000_050, 12)
    assert statement.months[0].employer == 14_800_000


def test_a_statement_as_a_page_that_was_tampered_with_is_refused_though_it_names_a_balance() -> None:
    found = read(STATEMENT.replace("11,200,000.50", "12,200,000.50"))
    assert (found.status, found.reason) == (FileStatus.PAGE_NOT_UNDERSTOOD, "parts_mismatch")


def test_a_page_that_ends_too_early_is_unreadable() -> None:
    assert read(STATEMENT[: STATEMENT.index("Iuran Tahun")]).status is FileStatus.UNREADABLE_FILE


def package(pages: list[tuple[str, str]], shown: str) -> bytes:
    """A page saved as one file."""
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = shown
    message["Subject"] = "Saldo"
    for location, html in pages:
        part = MIMEText(html, "html", "utf-8")
        part["Content-Location"] = location
        message.attach(part)
    return message.as_bytes()


def test_the_page_of_a_package_is_the_one_that_was_shown() -> None:
    advert = "<html><body><p>Saldo JHT Rp 99.000.000,00</p></body></html>"
    data = package(
        [("https://iklan.contoh.invalid/", advert), ("https://portal.contoh.invalid/saldo", BALANCE)],
        "https://portal.contoh.invalid/saldo",
    )
    found = read(data)
    assert found.status is FileStatus.OK
    assert found.statements[0].closing == 1_204_756_700


def test_a_folder_with_one_page_is_that_page_and_with_two_is_none(tmp_path: Path) -> None:
    (tmp_path / "saldo.html").write_text(BALANCE, "utf-8")
    (tmp_path / "saldo_files").mkdir()
    assert read_file(tmp_path, today=TODAY).status is FileStatus.OK
    (tmp_path / "lain.htm").write_text(BALANCE, "utf-8")
    assert read_file(tmp_path, today=TODAY).reason == "several_pages"


@pytest.mark.parametrize(
    ("data", "name", "status", "reason"),
    [
        (b"", "a.pdf", FileStatus.UNREADABLE_FILE, "empty"),
        (b"\x00\x00\x00", "a.pdf", FileStatus.UNREADABLE_FILE, "empty"),
        (b"PK\x03\x04rest", "a.pdf", FileStatus.UNREADABLE_FILE, "not_a_statement_file"),
        (b"\x89PNG\r\n\x1a\nrest", "a.pdf", FileStatus.UNREADABLE_FILE, "only_a_picture"),
        (b"just words", "a.pdf", FileStatus.UNREADABLE_FILE, "not_a_statement_file"),
        (b"just words", "a.txt", FileStatus.PAGE_NOT_UNDERSTOOD, "no_statement"),
        (b"<html><body>Not Found</body></html>", "a.pdf", FileStatus.UNREADABLE_FILE, "not_a_statement_file"),
        (b"<html><body>Not Found</body></html>", "a.html", FileStatus.PAGE_NOT_UNDERSTOOD, "no_statement"),
        (b"blth;upah\n2024-01;5000000\n2024-02;5000000\n", "a.csv", FileStatus.PAGE_NOT_UNDERSTOOD, "csv_columns_unknown"),
        (b"%PDF-1.4\nnothing", "a.pdf", FileStatus.UNREADABLE_FILE, "cut_off"),
    ],
)
def test_what_is_no_statement_says_why(data: bytes, name: str, status: FileStatus, reason: str) -> None:
    found = read(data, name)
    assert (found.status, found.reason) == (status, reason)
    assert found.statements == ()
    assert found.file_sha256


@pytest.mark.parametrize(
    ("text", "sen"),
    [
        ("Saldo JHT Anda per 31-12-2024 Rp 12.345.678,00 KPJ 16103100001", 1_234_567_800),
        ("Saldo JHT Anda saat ini Rp. 3.456.789,- Info lebih lanjut hubungi 175.", 345_678_900),
        ("[22/11 08.15] BPJS TK: Saldo JHT Anda adalah sebesar Rp 61.002.334,00. Terima kasih.", 6_100_233_400),
        ("22/11/26 08.15 - BPJS TK: Saldo JHT Anda adalah sebesar Rp 61.002.334,00. Terima kasih.", 6_100_233_400),
    ],
)
def test_messages_that_say_one_balance(text: str, sen: int) -> None:
    found = read(text, MESSAGE)
    assert (found.status, found.kind) == (FileStatus.OK, Kind.SMS)
    assert found.statements[0].closing == sen


@pytest.mark.parametrize(
    "text",
    [
        "Akumulasi iuran JP Anda sebesar Rp 5.640.000,00.",
        "Klaim JHT dengan saldo di bawah Rp 15.000.000 dapat dilakukan melalui aplikasi JMO.",
        "Saldo JHT Anda Rp 5.000.000,00. Saldo JHT Anda Rp 6.000.000,00.",
        "Saldo JHT Anda per 31-10-2026 sebesar Rp 48.73",
        "Saldo JHT Anda per 31-10-2026 sebesar Rp 48731",
        "Saldo JHT Anda per 31-10-2027 sebesar Rp 48.731.902,00.",
        "Selamat! Anda memenangkan saldo Rp 50.000.000.",
    ],
)
def test_messages_that_say_none_or_more_are_refused(text: str) -> None:
    found = read(text, MESSAGE)
    assert found.status is FileStatus.PAGE_NOT_UNDERSTOOD
    assert found.statements == ()


def test_a_message_that_says_there_is_none_is_no_balance() -> None:
    assert read("Maaf, data saldo JHT tidak ditemukan.", MESSAGE).status is FileStatus.NO_BALANCE


def test_a_letter_is_no_package() -> None:
    letter = EmailMessage()
    letter["Subject"] = "multipart/related"
    letter.set_content("Halo")
    assert read(letter.as_bytes()).status is not FileStatus.OK
