"""Lists of one's own: what is certain is taken, what is not is asked for, and half a list is never read."""

from __future__ import annotations

import datetime as dt

import pytest

from core.blth import Blth
from core.imports.csv_lists import IN_FUTURE, MAP_NEEDED, ROW_TWICE, ROW_UNREADABLE, ListRead, fingerprint_of, read_list
from core.imports.csv_map import BadMap, CsvMap, DateOrder, Form, Numbers, Role
from core.imports.csv_table import MOST_BYTES, MOST_ROWS
from core.statements.statement import Kind, ProofName
from tests.core.imports.made import KPJ, TODAY


def listed(text: str | bytes, settled: str | None = None) -> ListRead:
    body = text.encode() if isinstance(text, str) else text
    return read_list(body, CsvMap.from_text(settled) if settled else CsvMap(), today=TODAY)


def balances(found: ListRead) -> list[tuple[str, str | None, int | None]]:
    assert found.reason is None, found
    return [(str(one.closing_on), one.kpj, one.closing) for one in found.statements]


def missing(found: ListRead) -> tuple[str, ...]:
    assert found.reason == MAP_NEEDED
    assert found.statements == ()
    assert found.question is not None
    return found.question.missing


@pytest.mark.parametrize(
    "text",
    [
        f"Tanggal;Saldo;KPJ\n31/12/2024;Rp 48.731.902,50;{KPJ}\n",
        f"tanggal,saldo,no. kpj\n31-12-2024,48731902.50,{KPJ}\n",
        f"Date\tBalance\tCard\n2024-12-31\t48,731,902.50\t{KPJ}\n",
        f"KPJ|Saldo (Rp)|Per tanggal|Catatan\n{KPJ}|48.731.902,50|31 Desember 2024|tutup tahun\n",
        "sep=;\nTanggal;Saldo;KPJ\n31.12.2024;48.731.902,50;990 0000-0001\n",
        f'"Tanggal","Saldo","KPJ"\r\n"31/12/2024","48.731.902,50","\'{KPJ}"\r\n',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_of_balances_is_read_however_a_spreadsheet_writes_it(text: str, encoding: str) -> None:
    assert balances(listed(text.encode(encoding))) == [("2024-12-31", KPJ, 48_731_902_50)]


def test_a_list_without_a_header_and_without_a_card_is_read_where_it_can_only_mean_one_thing() -> None:
    assert balances(listed("2024-12-31;48731902\n2025-01-31;49000000\n")) == [
        ("2024-12-31", None, 48_731_902_00),
        ("2025-01-31", None, 49_000_000_00),
    ]


def test_where_a_balance_stood_is_kept_as_evidence() -> None:
    (one,) = listed("Tanggal;Saldo\n\n2024-12-31;Rp 5\n").statements
    assert one.evidence is not None
    assert (one.evidence.label, one.evidence.path, one.evidence.excerpt) == ("Saldo", "row 3", "2024-12-31 «Rp 5»")


def test_the_order_of_day_and_month_is_taken_from_the_row_that_tells_it() -> None:
    assert [day for day, _, _ in balances(listed("Tanggal;Saldo\n01/02/2025;1\n13/02/2025;2\n"))] == ["2025-02-01", "2025-02-13"]
    assert [day for day, _, _ in balances(listed("Date,Balance\n01/02/2025,1\n02/13/2025,2\n"))] == ["2025-01-02", "2025-02-13"]


def test_an_order_that_no_row_tells_is_asked_for() -> None:
    text = "Tanggal;Saldo\n01/02/2025;1\n03/04/2025;2\n"
    assert missing(listed(text)) == ("dates",)
    assert [day for day, _, _ in balances(listed(text, "form=balances,date=0,amount=1,dates=dmy"))] == [
        "2025-02-01",
        "2025-04-03",
    ]
    assert [day for day, _, _ in balances(listed(text, "form=balances,date=0,amount=1,dates=mdy"))] == [
        "2025-01-02",
        "2025-03-04",
    ]


def test_a_day_that_reads_the_same_either_way_needs_no_answer() -> None:
    assert balances(listed("Tanggal;Saldo\n05/05/2025;1\n")) == [("2025-05-05", None, 100)]


def test_an_amount_that_could_be_two_is_asked_for_and_never_guessed() -> None:
    text = "Tanggal;Saldo\n2025-01-31;500.128\n"
    assert missing(listed(text)) == ("numbers",)
    assert balances(listed(text, "form=balances,date=0,amount=1,numbers=id")) == [("2025-01-31", None, 500_128_00)]
    refused = listed(text, "form=balances,date=0,amount=1,numbers=en")
    assert (refused.reason, refused.row, refused.statements) == (ROW_UNREADABLE, 2, ())


@pytest.mark.parametrize(("one", "other"), [("48.731.902,00", "48,731,902.00"), ("12,50", "12.50"), ("1.250,00", "12.5")])
def test_amounts_in_two_styles_are_never_read_each_in_its_own(one: str, other: str) -> None:
    text = f"Tanggal;Saldo\n2025-01-31;{one}\n2025-02-28;{other}\n"
    found = listed(text)
    assert found.statements == ()
    assert found.reason in (MAP_NEEDED, ROW_UNREADABLE)
    assert listed(text, "form=balances,date=0,amount=1,numbers=id").row == 3


def test_columns_nobody_knows_are_asked_for() -> None:
    text = "Hari;Uang\n2025-01-31;5\n"
    assert "form" in missing(listed(text))
    assert balances(listed(text, "form=balances,date=0,amount=1")) == [("2025-01-31", None, 500)]


def test_two_columns_that_could_both_be_the_balance_are_asked_for() -> None:
    assert "form" in missing(listed("Tanggal;Saldo;Saldo akhir\n2025-01-31;5;6\n"))


def test_the_question_shows_what_the_columns_hold() -> None:
    question = listed("Hari;Uang\n2025-01-31;5\n2025-02-28;6\n").question
    assert question is not None
    assert [(column.name, column.samples, column.role) for column in question.columns] == [
        ("Hari", ("2025-01-31", "2025-02-28"), None),
        ("Uang", ("5", "6"), None),
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("2025-13-31;5", ROW_UNREADABLE),
        ("2025-02-30;5", ROW_UNREADABLE),
        ("31-12-24;5", ROW_UNREADABLE),
        ("2025-02-28;-5", ROW_UNREADABLE),
        ("2025-02-28;(5)", ROW_UNREADABLE),
        ("2025-02-28;", ROW_UNREADABLE),
        ("2025-02-28;5 juta", ROW_UNREADABLE),
        ("2025-02-28;=1+4", ROW_UNREADABLE),
        ("2025-02-28;1E+07", ROW_UNREADABLE),
        ("Jumlah;5", ROW_UNREADABLE),
        ("2026-11-23;5", IN_FUTURE),
        ("1945-08-17;5", ROW_UNREADABLE),
        ("2025-01-31;6", ROW_TWICE),
    ],
)
def test_one_row_that_cannot_be_read_refuses_the_list_and_names_the_row(row: str, reason: str) -> None:
    found = listed(f"Tanggal;Saldo\n2025-01-31;5\n{row}\n2025-03-31;7\n")
    assert (found.reason, found.row, found.statements) == (reason, 3, ())


@pytest.mark.parametrize("kpj", ["9900000001", "990000000011", "9900000000a", "9.9E+10", ""])
def test_a_card_number_that_is_none_refuses_the_list(kpj: str) -> None:
    found = listed(f"Tanggal;Saldo;KPJ\n2025-01-31;5;{KPJ}\n2025-02-28;6;{kpj}\n")
    assert (found.reason, found.row) == (ROW_UNREADABLE, 3)


def test_zero_is_a_balance_and_the_same_row_twice_is_one() -> None:
    assert balances(listed("Tanggal;Saldo\n2025-01-31;0\n2025-01-31;Rp 0\n")) == [("2025-01-31", None, 0)]


def test_a_list_of_months_keeps_every_field_and_the_cards_apart() -> None:
    other = "99000000002"
    found = listed(
        "Bulan,KPJ,Tgl Setor,Tgl Posting,Upah,Rapel,Pemberi Kerja,TK\n"
        f'01-2025,{KPJ},2025-02-15,2025-02-16,"5,000,000.00",0.00,"185,000.00","100,000.00"\n'
        f'Februari 2025,{KPJ},,,"5,000,000.00",,"185,000.00","100,000.00"\n'
        f'202501,{other},,,"3,000,000.00",,"111,000.00","60,000.00"\n'
    )
    assert found.reason is None
    assert [(one.kind, one.kpj, len(one.months)) for one in found.statements] == [(Kind.CSV, KPJ, 2), (Kind.CSV, other, 1)]
    first = found.statements[0].months[0]
    assert (first.blth, first.paid, first.posted) == (Blth(2025, 1), dt.date(2025, 2, 15), dt.date(2025, 2, 16))
    assert (first.wage, first.rapel, first.employer, first.worker) == (5_000_000_00, 0, 185_000_00, 100_000_00)
    assert found.statements[0].months[1].paid is None


def test_months_with_nothing_but_wages_are_payslips() -> None:
    found = listed("Bulan;Gaji\n2025-01;4500000\n2025-07;5000000\n")
    assert found.kind is Kind.PAYSLIPS
    assert [(str(month.blth), month.wage) for month in found.statements[0].months] == [
        ("2025-01", 4_500_000_00),
        ("2025-07", 5_000_000_00),
    ]


def test_two_wages_for_one_month_are_refused_and_two_payments_are_not() -> None:
    assert listed("Bulan;Gaji\n2025-01;4500000\n2025-01;5000000\n").reason == ROW_TWICE
    paid = listed("Bulan;TK;Tgl Setor\n2025-01;50000;2025-02-01\n2025-01;50000;2025-02-20\n")
    assert len(paid.statements[0].months) == 2
    assert listed("Bulan;TK\n2025-01;50000\n2025-01;50000\n").reason == ROW_TWICE


@pytest.mark.parametrize("blth", ["2026-12", "13-2025", "0-2025", "2025", "Jan", "Jan 25", "Foo 2025"])
def test_a_month_that_is_none_or_still_to_come_is_refused(blth: str) -> None:
    found = listed(f"Bulan;TK\n2025-01;50000\n{blth};50000\n")
    assert (found.reason in (ROW_UNREADABLE, IN_FUTURE), found.row) == (True, 3)


def test_employer_is_the_contribution_and_not_the_companys_name() -> None:
    found = listed("Bulan;Perusahaan;Iuran perusahaan;TK\n2025-01;PT Contoh;185000;100000\n")
    assert found.statements[0].months[0].employer == 185_000_00


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "file_empty"),
        (b" \n\n", "file_empty"),
        (b"%PDF-1.7\n\x00\x01", "csv_not_text"),
        (b"\xff\xfe\x00", "csv_not_text"),
        (b"Halo\nApa kabar\n", "csv_no_columns"),
        (b"Tanggal;Saldo\n", "csv_map_needed"),
        (b"a;b\n1;2;3\n", "csv_no_columns"),
        (b'Tanggal;"Saldo\n1;2\n', "csv_no_columns"),
        (b"a;b\n" * (MOST_ROWS + 1), "csv_too_many_rows"),
        (b"1;2\n" * (MOST_BYTES // 4 + 1), "file_too_large"),
    ],
)
def test_what_is_no_list_says_so(body: bytes, reason: str) -> None:
    found = listed(body)
    assert (found.reason, found.statements) == (reason, ())


def test_titles_above_the_header_are_no_rows_and_rows_keep_their_numbers() -> None:
    titles = "Riwayat saldo saya\n\nper 31-10-2026\n"
    found = listed(titles + "Tanggal;Saldo\n2025-01-31;1.250.000\n")
    assert balances(found) == [("2025-01-31", None, 125_000_000)]
    assert listed(titles + "Tanggal;Saldo\n2025-01-31;1.250.000\n2025-02-28;x\n").row == 6
    assert found.fingerprint == listed("Tanggal;Saldo\n2025-01-31;1.250.000\n").fingerprint


@pytest.mark.parametrize(
    "title",
    [
        *("Saldo dalam ribuan rupiah", "(Rp 000)", "Saldo in USD", "Simulasi saldo", "Contoh", "1.250.000", "KPJ 99000000001"),
        '"Tanggal',
        "a\nb\nc\nd\ne\nf",
    ],
)
def test_what_may_change_the_figures_below_it_is_no_title(title: str) -> None:
    assert listed(f"{title}\nTanggal;Saldo\n2025-01-31;1.250.000\n").statements == ()


def test_a_thousand_columns_and_endless_cells_are_no_list() -> None:
    assert listed(";".join("a" * 1000) + "\n").reason == "csv_no_columns"
    assert listed("Tanggal;" + "9" * 100_000 + "\n").reason == "csv_no_columns"


def test_a_mapping_is_written_and_read_back() -> None:
    settled = CsvMap(Form.MONTHS, ((Role.BLTH, 0), (Role.WAGE, 3)), ";", Numbers.INDONESIAN, DateOrder.DMY, False)
    assert CsvMap.from_text(settled.to_text()) == settled
    assert settled.to_text() == "form=months,blth=0,wage=3,separator=semicolon,numbers=id,dates=dmy,header=no"


@pytest.mark.parametrize(
    "text",
    [
        *("", "form", "form=", "form=x", "date=a", "date=-1", "date=99", "date=1,amount=1", "x=1", "date=1,date=2"),
        *("separator=;", "numbers=fr", "dates=x", "header=true", "form=balances,wage=1", "form=months,amount=1"),
    ],
)
def test_a_mapping_that_says_nothing_usable_is_refused(text: str) -> None:
    with pytest.raises(BadMap):
        CsvMap.from_text(text)


def test_lists_with_the_same_header_have_the_same_fingerprint_and_it_does_not_show_the_header() -> None:
    one, other = (fingerprint_of(f"Tanggal;Saldo\n{row}\n".encode()) for row in ("2025-01-31;5", "2025-02-28;6"))
    assert one == other
    assert fingerprint_of(b"Tanggal;Upah\n1;2\n") != one
    assert fingerprint_of(b"\x00") is None
    assert one is not None
    assert "tanggal" not in one


def test_a_month_that_is_not_3_7_and_2_percent_of_its_wage_is_marked_and_kept() -> None:
    (one,) = listed("Bulan;Upah;Pemberi Kerja;TK\n2025-01;5000000;185000;100000\n2025-02;5000000;180000;100000\n").statements
    assert [month.off_rate for month in one.months] == [False, True]
    (proof,) = one.proofs
    assert (proof.name, proof.holds, proof.refuses) == (ProofName.RATE, False, False)
    assert "2025-02" in proof.detail


def test_columns_that_are_not_taken_in_are_told_by_their_names() -> None:
    found = listed(f"Tanggal;Saldo;KPJ;Perusahaan;Iuran;Kosong\n31/12/2024;48.731.902,50;{KPJ};PT CONTOH;1.000,00;\n")
    assert balances(found) == [("2024-12-31", KPJ, 48_731_902_50)]
    assert found.unread == ("Perusahaan", "Iuran")
    assert listed("Tanggal;Saldo\n31/12/2024;5\n").unread == ()
    assert listed("31/12/2024;5;x\n", "form=balances,date=0,amount=1,header=no").unread == ("#3",)
