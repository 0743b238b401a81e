"""Messages as people get and forward them: marks of a chat, pictures, short words, card numbers in groups."""

from __future__ import annotations

import datetime as dt

import pytest

from core.statements.limits import Limits
from core.statements.open_file import MESSAGE, open_file
from core.statements.statement import FileRead, FileStatus, Kind

TODAY = dt.date(2026, 11, 22)
KPJ = "16103100001"
LAST_OF_OCTOBER = dt.date(2026, 10, 31)


def read(text: str) -> FileRead:
    """As the helper process reads a pasted message."""
    return open_file(text.encode(), MESSAGE, None, TODAY, Limits())


@pytest.mark.parametrize(
    "text",
    [
        f"BPJSTK: Yth BUDI, saldo JHT Anda dgn no kartu {KPJ} per tgl 31/10/2026 adalah sebesar Rp12.345.678,00. Info 175.",
        f"Saldo JHT utk KPJ {KPJ} tgl 31/10/2026 sbsr Rp12.345.678,00.",
        f"Nomor KPJ {KPJ} terdaftar. Jumlah saldo JHT Anda sampai dengan 31 Oktober 2026 sebesar Rp 12.345.678,-.",
        f"KPJ {KPJ}: saldo JHT Anda hingga tanggal 31-10-2026 Rp 12.345.678",
        f"Dear BUDI, your JHT balance for card no. {KPJ} as of 31 Oct 2026 is IDR 12,345,678.00. Thank you.",
        "Halo \U0001f44b\r\n*Saldo JHT* kamu per 31 Oktober 2026:\r\n*Rp12.345.678*\r\nNomor KPJ: 161 0310 0001\r\nKetik *Menu* untuk kembali.",
        f"_Info saldo_\n\u2705 Saldo JHT per 31-10-2026: Rp 1\ufe0f\u20e32.345.678,00\n\u27a1\ufe0f No. Kartu {KPJ}",
    ],
)
def test_the_balance_the_card_and_the_day_are_read(text: str) -> None:
    found = read(text)
    assert found.status is FileStatus.OK
    (statement,) = found.statements
    assert (statement.closing, statement.kpj, statement.closing_on) == (1_234_567_800, KPJ, LAST_OF_OCTOBER)


def test_the_card_that_a_message_names_is_the_card_of_its_balance() -> None:
    (statement,) = read(f"Saldo JHT KPJ {KPJ} per 31-10-2026 Rp 12.345.678").statements
    assert statement.balance is not None
    assert [card.kpj for card in statement.balance.cards] == [KPJ]


@pytest.mark.parametrize(
    "number", ["161 0310 0001 12.345", "161 0310 001", "161 0310 00012", "KPJ 161 0310 0001, KPJ 161 0310 0002"]
)
def test_figures_in_groups_that_are_no_card_for_certain_are_none(number: str) -> None:
    (statement,) = read(f"Saldo JHT Anda Rp 12.345.678 per 31-10-2026. KPJ {number}").statements
    assert statement.kpj is None


@pytest.mark.parametrize(
    "text",
    [
        "Saldo JHT Anda sampai dengan Rp 10.000.000 dapat diklaim di JMO.",
        "Klaim JHT lewat JMO dengan saldo sampai 30-04-2025 Rp 10.000.000.",
        "Saldo JHT maksimal hingga 30-04-2025 Rp 10.000.000.",
        "Saldo JHT Anda hingga 31 Desember 2026 sebesar Rp 12.345.678.",
        "Saldo JHT Anda Rp*2.345.678*",
        "Saldo JHT Anda *12.345.***",
        "Saldo JHT Anda ~Rp 12.345.678~ Rp 13.345.678",
        "Saldo JHT Anda 1\U0001f5252.345.678",
        "Saldo JHT Anda Rp \U0001f51f.345.678",
        "Saldo JHT Anda Rp 1\u202e2.345.678",
        "Iuran JHT sampai dengan 31-10-2026 sebesar Rp 5.000.000",
    ],
)
def test_limits_days_to_come_and_hidden_figures_are_no_balance(text: str) -> None:
    found = read(text)
    assert found.status is FileStatus.PAGE_NOT_UNDERSTOOD
    assert found.statements == ()


STATEMENT = """INFORMASI DANA DAN USIA PENSIUN PESERTA JHT - JP TAHUN 2024
Nomor Kartu/NIK/Nomor Peg. : 16103100001/9911223344556677/-       Masa Iuran JP : 47 Bln
 No   Tgl Setor    BL-TH Iuran   Tgl Posting         Upah*       Iuran JHT
                                                              Pemberi Kerja          TK
 01   15-01-2024   01-2024       15-01-2024   4,000,000.00       148,000.00   80,000.00
 02   15-02-2024   02-2024       15-02-2024   4,000,000.00       148,000.00   80,000.00
                                 Jumlah :                        296,000.00  160,000.00
Summary JHT
Saldo Awal Per 01-01-2024 :         8,000,000.00
Pengembangan Saldo :                  440,800.00
Iuran Tahun 2024 :                    456,000.00
Pengembangan Iuran :                   12,000.00
Saldo Akhir Per 31-12-2024 :        8,908,800.00
"""


def test_the_copied_text_of_a_statement_is_a_statement_with_its_months_and_proofs() -> None:
    found = read(STATEMENT)
    assert (found.status, found.kind) == (FileStatus.OK, Kind.RSJHT)
    (statement,) = found.statements
    assert (statement.year, statement.kpj, statement.closing, len(statement.months)) == (2024, KPJ, 890_880_000, 2)
    assert (statement.months[1].wage, statement.months[1].employer, statement.months[1].worker) == (
        400_000_000,
        14_800_000,
        8_000_000,
    )


@pytest.mark.parametrize(
    ("was", "becomes", "reason"),
    [
        ("8,908,800.00", "9,908,800.00", "parts_mismatch"),
        ("296,000.00", "297,000.00", "sums_mismatch"),
        (" 02   15-02-2024   02-2024 ", " 02   15-02-2024   ??-2024 ", "row_unclear"),
        ("Saldo Akhir Per 31-12-2024 :        8,908,800.00\n", "", "closing_missing"),
    ],
)
def test_the_copied_text_of_a_statement_that_does_not_add_up_is_no_message_of_one_balance(
    was: str, becomes: str, reason: str
) -> None:
    found = read(STATEMENT.replace(was, becomes))
    assert (found.status, found.reason) == (FileStatus.PAGE_NOT_UNDERSTOOD, reason)


def test_a_copied_statement_whose_columns_were_run_together_tells_no_figure_unproved() -> None:
    found = read("\n".join(" ".join(line.split()) for line in STATEMENT.splitlines()).replace("8,908,800.00", "9,908,800.00"))
    assert found.status is FileStatus.PAGE_NOT_UNDERSTOOD
    assert found.statements == ()
