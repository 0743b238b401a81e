"""Messages as they come by SMS or chat: some are a balance, as many are not."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path

from core.statements.statement import FileStatus
from tests.statements.case import Case, one
from tests.statements.truth import Truth, Value

_KPJ = "11223344556"
# (text, sen, figures that the message gives besides)
BALANCES: dict[str, tuple[str, int, dict[str, Value]]] = {
    "short": (f"Saldo JHT Anda No KPJ {_KPJ} per 31-10-2026 sebesar Rp 48.731.902,00. BPJS Ketenagakerjaan", 4_873_190_200, {"kpj": _KPJ, "closing_on": dt.date(2026, 10, 31)}),
    "with a name": (f"Yth. CONTOHWATI REKAWIJAYA, saldo JHT Anda (KPJ {_KPJ}) adalah Rp12.345.678 per tanggal 01/11/2026.", 1_234_567_800, {"kpj": _KPJ, "closing_on": dt.date(2026, 11, 1)}),
    "several lines": (f"BPJSTK\nNo. Peserta: {_KPJ}\nNama: BUDICONTOH UMPAMANTO\nSaldo JHT: Rp 7.250.113,50\nTgl: 15-10-2026\n", 725_011_350, {"kpj": _KPJ}),
    "without a card": ("Saldo JHT Anda saat ini Rp. 3.456.789,- Info lebih lanjut hubungi 175.", 345_678_900, {}),
    "English numbers": (f"KPJ {_KPJ}: Saldo JHT Rp 8,747,720.00 per 31-12-2025", 874_772_000, {"kpj": _KPJ, "closing_on": dt.date(2025, 12, 31)}),
    "of a chat": (f"[22/11 08.15] BPJS TK: Total saldo JHT Anda untuk nomor kartu {_KPJ} adalah sebesar Rp 61.002.334,00. Terima kasih.", 6_100_233_400, {"kpj": _KPJ}),
    "with a promotion behind": (f"Saldo JHT {_KPJ} Rp 5.101.202,00. Unduh aplikasi JMO dan menangkan hadiah total Rp 100.000.000!", 510_120_200, {"kpj": _KPJ}),
}  # fmt: skip
OTHERS: dict[str, str] = {
    "a promotion": "Selamat! Anda berkesempatan memenangkan saldo Rp 50.000.000. Balas YA untuk klaim hadiah.",
    "a PIN": f"PIN Anda untuk layanan BPJSTK 2757 adalah 482913. Jangan berikan PIN kepada siapa pun. KPJ {_KPJ}",
    "a pension amount": "Akumulasi iuran JP Anda per 31-10-2026 sebesar Rp 5.640.000,00. BPJS Ketenagakerjaan",
    "a threshold": "Kini klaim JHT dengan saldo di bawah Rp 15.000.000 dapat dilakukan melalui aplikasi JMO.",
    "dues that came in": f"Iuran JHT bulan 10-2026 sebesar Rp 285.000,00 untuk KPJ {_KPJ} telah kami terima. Terima kasih.",
    "a claim paid": "Klaim JHT Anda sebesar Rp 12.500.000,00 telah kami transfer ke rekening Anda.",
    "a bank's balance": "Saldo rekening tabungan Anda Rp 2.345.678,00 per 21-11-2026 23:59.",
    "a registration": f"Pendaftaran SALDO untuk KPJ {_KPJ} berhasil. Ketik SALDO {_KPJ} kirim ke 2757 untuk cek saldo JHT.",
    "a simulation": "Simulasi: dengan upah Rp 5.000.000 estimasi saldo JHT Anda 5 tahun lagi Rp 19.409.470.",
    "two balances that differ": "Saldo JHT Anda Rp 5.000.000,00. Saldo JHT Anda Rp 6.000.000,00.",
    "a cut message": "Saldo JHT Anda No KPJ 11223344556 per 31-10-2026 sebesar Rp 48.73",
}
NOTHING_YET = {"no balance": f"Maaf, saldo JHT untuk KPJ {_KPJ} belum ada / tidak ditemukan."}
_REFUSED = one(FileStatus.PAGE_NOT_UNDERSTOOD, FileStatus.NO_BALANCE)


def _write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name.replace(' ', '-')}.txt"
    path.write_text(text, "utf-8")
    return path


def cases() -> list[Case]:
    """Every message, each a .txt file."""
    made = [
        Case(f"message: {name}", "text", partial(_write, name=name, text=text), one(FileStatus.OK), (Truth({"closing": sen, **more}, ()),), needs=frozenset({"closing"}))
        for name, (text, sen, more) in BALANCES.items()
    ]  # fmt: skip
    made += [Case(f"message: {name}", "text", partial(_write, name=name, text=text), _REFUSED) for name, text in OTHERS.items()]
    made += [
        Case(
            f"message: {name}",
            "text",
            partial(_write, name=name, text=text),
            one(FileStatus.NO_BALANCE, FileStatus.PAGE_NOT_UNDERSTOOD),
        )
        for name, text in NOTHING_YET.items()
    ]
    return made
