"""Documents that are not a statement of the JHT's balance, though they speak of wages, dues and balances; and statements without one."""

from __future__ import annotations

from dataclasses import replace

from tests.statements import layout
from tests.statements.facts import CardYear
from tests.statements.sheet import Cell, Lines, Pairs, Sheet, Table
from tests.statements.style import Style


def _row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell(text, align="l" if at == 0 else "r") for at, text in enumerate(texts))


def _title(*lines: str) -> Lines:
    return Lines(lines, title=True)


def sheets(card: CardYear) -> dict[str, Sheet]:
    """Other documents by their names."""
    style = Style()
    head = layout.head_of(card, style)
    wage = card.lines[0].wage
    money = style.money
    payslip = Sheet(
        (
            _title("SLIP GAJI", "Periode 03-2020"),
            Pairs(((("Nama", card.person.name), ("NIK", "00123"), ("KPJ BPJS TK", card.kpj), ("Perusahaan", card.company)),)),
            Table(
                (_row("Uraian", "Penerimaan", "Potongan"),),
                (
                    _row("Gaji Pokok", money(wage), ""),
                    _row("Iuran JHT Pemberi Kerja 3,7%", money(card.lines[0].employer), money(card.lines[0].employer)),
                    _row("Iuran JHT Pekerja 2%", "", money(card.lines[0].worker)),
                    _row("Jumlah", money(wage), money(card.lines[0].worker)),
                ),
            ),
            Lines((f"Gaji bersih: Rp {money(wage - card.lines[0].worker)}",)),
        )
    )
    bank = Sheet(
        (
            _title("REKENING KORAN", "Bank Umpama Contoh"),
            Pairs(((("Nama", card.person.name), ("No. Rekening", "0012345678901"), ("Periode", "01-12-2020 s/d 31-12-2020")),)),
            Table(
                (_row("Tanggal", "Keterangan", "Debet", "Kredit", "Saldo"),),
                (
                    _row("01-12-2020", "Saldo Awal", "", "", money(card.opening)),
                    _row("25-12-2020", "Gaji", "", money(wage), money(card.opening + wage)),
                    _row("28-12-2020", "Iuran BPJS JHT", money(5_000_000), "", money(card.opening + wage - 5_000_000)),
                ),
            ),
            Pairs(((("Saldo Awal", money(card.opening)), ("Saldo Akhir", money(card.opening + wage - 5_000_000))),)),
        )
    )
    pension = Sheet(
        (
            _title("RINCIAN IURAN JAMINAN PENSIUN (JP) TAHUN 2020"),
            head,
            Table(
                (_row("No", "Tgl Setor", "BL-TH Iuran", "Upah", "Iuran JP Pemberi Kerja", "Iuran JP TK"),),
                tuple(
                    _row(
                        f"{n:02d}",
                        style.day(line.paid),
                        style.blth(line.blth),
                        money(line.wage),
                        money(line.pension_employer),
                        money(line.pension_worker),
                    )
                    for n, line in enumerate(card.lines, 1)
                ),
            ),
            Pairs(((("Akumulasi Iuran JP", money(card.total("pension_employer") + card.total("pension_worker"))),),)),
        )
    )
    simulated = layout.sheet(card, style)
    simulation = Sheet(
        (
            _title("SIMULASI SALDO JHT", "Hasil perhitungan ini hanya perkiraan dan bukan saldo Anda yang sebenarnya"),
            Pairs(((("Upah per bulan", money(wage)), ("Jangka waktu", "5 Tahun"), ("Asumsi pengembangan", "5 %")),)),
            Pairs(
                (
                    (
                        ("Saldo Awal", money(card.opening)),
                        ("Estimasi Iuran", money(card.dues)),
                        ("Estimasi Pengembangan", money(card.growth + card.growth_on_dues)),
                        ("Estimasi Saldo Akhir", money(card.opening + card.growth + card.dues + card.growth_on_dues)),
                    ),
                )
            ),
        )
    )
    full_simulation = replace(
        simulated, blocks=(_title("SIMULASI RINCIAN SALDO JHT TAHUN 2020 (PERKIRAAN)"), *simulated.blocks[1:])
    )
    claim = Sheet(
        (
            _title("FORMULIR PENGAJUAN PEMBAYARAN JAMINAN HARI TUA"),
            Pairs(
                (
                    (
                        ("Nama Peserta", card.person.name),
                        ("Nomor Kartu", card.kpj),
                        ("Saldo yang diajukan", "........................"),
                    ),
                )
            ),
            Lines(("Dengan ini saya mengajukan pembayaran JHT. Saldo di bawah Rp 10.000.000,00 dapat diajukan lewat aplikasi.",)),
        )
    )
    invoice = Sheet(
        (
            _title("RINCIAN IURAN PERUSAHAAN (FORMULIR 2A) BULAN 03-2020"),
            Pairs(((("NPP", card.npp), ("Nama Perusahaan", card.company)),)),
            Table(
                (_row("Nama", "KPJ", "Upah", "JKK", "JKM", "JHT", "Jumlah"),),
                (
                    _row("CONTOH SATU", "11111111111", "5,000,000.00", "12,000.00", "15,000.00", "285,000.00", "312,000.00"),
                    _row("CONTOH DUA", "22222222222", "6,000,000.00", "14,400.00", "18,000.00", "342,000.00", "374,400.00"),
                    _row("Jumlah", "", "11,000,000.00", "26,400.00", "33,000.00", "627,000.00", "686,400.00"),
                ),
            ),
        )
    )
    return {
        "a payslip": payslip,
        "a bank statement": bank,
        "a statement of the pension only": pension,
        "a simulation": simulation,
        "a simulation that looks like a statement": full_simulation,
        "a claim form": claim,
        "an employer's list of dues": invoice,
        "a letter": Sheet(
            (
                _title("SURAT KETERANGAN"),
                Lines(("Yang bertanda tangan di bawah ini menerangkan bahwa contoh ini tidak memuat angka.",)),
            )
        ),
    }


def empty(card: CardYear) -> dict[str, Sheet]:
    """Statements that say there is no balance."""
    style = Style()
    title = _title(f"RINCIAN SALDO JHT (RSJHT) TAHUN {card.year}")
    return {
        "no balance yet": Sheet((title, layout.head_of(card, style), Lines(("Belum ada saldo JHT.",)))),
        "no data of a balance": Sheet(
            (title, layout.head_of(card, style.but(head="single")), Lines(("Data saldo JHT tidak ditemukan.",)))
        ),
    }
