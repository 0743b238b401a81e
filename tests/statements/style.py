"""How a statement may be printed: numbers, dates, words, columns. And what a reader can know from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, fields, replace
from random import Random

from core.blth import Blth

NUMBERS = ("en", "id", "en0", "id0")  # English or Indonesian; "0": whole rupiah, nothing after the decimal sign
HEADS = ("documented", "single", "words")
SUMMARIES = ("pairs", "pairs_info", "single", "totals", "sentences", "table")
TERMS = ("opening", "growth", "dues", "growth_on_dues", "taken", "closing")
# opening, growth, dues, growth on dues, taken, closing; {y} the year, {b} the year before, {d} the closing's day, {o} the opening's
SUMMARY_WORDS = (
    (
        "Saldo Awal Per {o}",
        "Saldo Pengembangan",
        "Iuran Tahun {y}",
        "Iuran Pengembangan",
        "Saldo Yang Sudah Diambil",
        "Saldo Akhir Per {d}",
    ),
    (
        "Saldo Awal Tahun",
        "Hasil Pengembangan Saldo Awal",
        "Iuran JHT",
        "Hasil Pengembangan Iuran",
        "Pengambilan JHT",
        "Saldo Akhir Tahun",
    ),
    ("Saldo Awal", "Pengembangan", "Iuran", "Pengembangan Iuran", "Saldo yang diambil", "Saldo Akhir"),
    (
        "Saldo awal tahun {y}",
        "Pengembangan saldo awal",
        "Iuran tahun berjalan",
        "Pengembangan iuran",
        "Jumlah yang telah diambil",
        "Saldo akhir per {d}",
    ),
    ("SALDO AWAL", "PENGEMBANGAN SALDO", "JUMLAH IURAN", "PENGEMBANGAN IURAN", "JHT YANG DIAMBIL", "SALDO AKHIR"),
    (
        "Saldo Awal JHT per {o}",
        "Pengembangan Saldo JHT",
        "Total Iuran JHT",
        "Pengembangan Iuran JHT",
        "Saldo JHT yang sudah diambil",
        "Saldo Akhir JHT per {d}",
    ),
)
COLUMN_WORDS = (
    ("No", "Tgl Setor", "BL-TH Iuran", "Tgl Posting", "Upah*", "Rapel", "Iuran JHT", "Iuran JP", "Pemberi Kerja", "TK"),
    ("No.", "Tgl Bayar", "BLTH", "Tgl Posting", "Upah", "Rapel", "Iuran JHT", "Iuran JP", "Pemberi Kerja", "Tenaga Kerja"),
    (
        "NO",
        "TANGGAL SETOR",
        "BULAN IURAN",
        "TANGGAL POSTING",
        "UPAH",
        "RAPEL",
        "IURAN JHT",
        "IURAN JP",
        "PEMBERI KERJA",
        "TENAGA KERJA",
    ),
    (
        "No",
        "Tanggal Setor",
        "Bulan/Tahun Iuran",
        "Tanggal Posting",
        "Upah",
        "Rapel Upah",
        "JHT",
        "JP",
        "Pemberi Kerja",
        "Pekerja",
    ),
)
TITLES = (
    "INFORMASI DANA DAN USIA PENSIUN PESERTA JHT - JP TAHUN {y}",
    "RINCIAN SALDO JHT (RSJHT) TAHUN {y}",
    "Rincian Saldo Jaminan Hari Tua Tahun {y}",
    "RINCIAN SALDO JAMINAN HARI TUA PERIODE TAHUN {y}",
)


MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
# The documented ones several times, those with names now and then.
DATES = ("{d:02d}-{m:02d}-{y}", "{d:02d}/{m:02d}/{y}") * 4 + ("{d} {name} {y}", "{d:02d}-{short}-{y}")
BLTHS = ("{m:02d}-{y}", "{m:02d}/{y}") * 4 + ("{name} {y}", "{short}-{y}")


@dataclass(frozen=True, slots=True)
class Style:
    """One way of printing. The defaults are the documented layout."""

    numbers: str = "en"
    rupiah: str = ""  # before an amount of the summary: "Rp ", "Rp", "Rp. "
    rupiah_in_table: bool = False
    dash_for_zero: bool = False
    date: str = "{d:02d}-{m:02d}-{y}"
    month: str = "{m:02d}-{y}"
    head: str = "documented"
    title: int = 0
    words: int = 0
    columns: int = 0
    two_line_header: bool = True
    numbered: bool = True
    show_posted: bool = True
    show_rapel: bool = True
    summary: str = "pairs"
    summary_first: bool = False
    one_growth: bool = False  # the growth of the opening and of the dues in one figure
    omit_taken: bool = False  # where nothing was taken, nothing is said
    wage_sum: bool = False
    ruled: bool = True
    footer: str | None = None
    running_head: bool = False
    stamped: str = "diagonal"
    joined: bool = False  # several cards follow each other without a page break

    @classmethod
    def some(cls, rng: Random) -> Style:
        """A way of printing, as it comes."""
        rupiah = rng.choice(("", "", "Rp ", "Rp", "Rp. "))
        return cls(
            numbers=rng.choice(NUMBERS),
            rupiah=rupiah,
            rupiah_in_table=bool(rupiah) and rng.random() < 0.3,
            dash_for_zero=rng.random() < 0.2,
            date=rng.choice(DATES),
            month=rng.choice(BLTHS),
            head=rng.choice(HEADS),
            title=rng.randrange(len(TITLES)),
            words=rng.randrange(len(SUMMARY_WORDS)),
            columns=rng.randrange(len(COLUMN_WORDS)),
            two_line_header=rng.random() < 0.6,
            numbered=rng.random() < 0.8,
            show_posted=rng.random() < 0.8,
            show_rapel=rng.random() < 0.8,
            summary=rng.choice(SUMMARIES),
            summary_first=rng.random() < 0.2,
            one_growth=rng.random() < 0.1,
            omit_taken=rng.random() < 0.2,
            wage_sum=rng.random() < 0.2,
            ruled=rng.random() < 0.7,
            footer=rng.choice((None, "Halaman {page} dari {pages}", "Hal. {page}/{pages} - dicetak 12-02-2021 08:15:30")),
            running_head=rng.random() < 0.2,
            stamped=rng.choice(("diagonal", "over", "corner")),
            joined=rng.random() < 0.1,
        )

    def but(self, **changes: object) -> Style:
        """The same way of printing with some things different."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def money(self, sen: int, *, table: bool = False) -> str:
        """An amount as it is printed."""
        if sen == 0 and self.dash_for_zero:
            return "-"
        rupiah, rest = divmod(sen, 100)
        text = f"{rupiah:,}"
        if not self.numbers.endswith("0") or rest:
            text += f".{rest:02d}"
        if self.numbers.startswith("id"):
            text = text.translate(str.maketrans(",.", ".,"))
        return text if table and not self.rupiah_in_table else self.rupiah + text

    def day(self, day: dt.date) -> str:
        """A date as it is printed."""
        return self.date.format(d=day.day, m=day.month, y=day.year, name=MONTHS[day.month - 1], short=MONTHS[day.month - 1][:3])

    def blth(self, month: Blth) -> str:
        """A contribution month as it is printed."""
        return self.month.format(m=month.month, y=month.year, name=MONTHS[month.month - 1], short=MONTHS[month.month - 1][:3])

    def label(self) -> str:
        """What is not as documented, for a list of findings."""
        plain = Style()
        return " ".join(
            f"{one.name}={getattr(self, one.name)}" for one in fields(self) if getattr(self, one.name) != getattr(plain, one.name)
        )
