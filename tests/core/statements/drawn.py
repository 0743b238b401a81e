"""An invented statement, drawn piece by piece on paper; everything about it can be changed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from tests.core.statements.paper import Paper

HEAD = (
    ("Kantor Cabang : CONTOH", "Keps Awal JHT/JP : 03-2016 / 07-2017"),
    ("NPP/Divisi : 99000001/000", "Masa Iuran JP : 47 Bln"),
    ("Nama Pemberi Kerja : REKAAN SENTOSA, PT", "Ket. Nonaktif : -/-"),
    ("Nomor Kartu/NIK/Nomor Peg. : {kpj}/9911223344556677/-", "Susunan Penerima Manfaat JP**"),
    ("Nama Peserta : BUDI CONTOH", "Suami/Istri : -/.."),
    ("Tanggal Lahir : 02-03-1985", "Anak : -"),
)


@dataclass(frozen=True)
class Row:
    """A line of the table, in rupiah."""

    month: int
    wage: int = 4_000_000
    rapel: int = 0
    employer: int = 148_000
    worker: int = 80_000
    pension_employer: int = 80_000
    pension_worker: int = 40_000


@dataclass(frozen=True)
class Drawn:
    """A statement in sen (the summary) and rupiah (the rows)."""

    year: int = 2020
    kpj: str = "16103100001"
    rows: tuple[Row, ...] = field(default_factory=lambda: tuple(Row(month) for month in range(1, 13)))
    carried: tuple[int, int] | None = (2_800_000, 1_400_000)
    opening: int = 874_772_010
    growth: int = 49_249_664
    dues: int = 273_600_000
    growth_on_dues: int = 7_135_026
    taken: int | None = None
    closing: int = 1_204_756_700
    indonesian: bool = False
    stamped: bool = True

    def changed(self, **values: object) -> Drawn:
        """The same with other values."""
        return replace(self, **values)  # type: ignore[arg-type]

    def money(self, sen: int) -> str:
        """An amount in the statement's style."""
        text = f"{sen // 100:,}.{sen % 100:02d}"
        return text.translate(str.maketrans(".,", ",.")) if self.indonesian else text

    def on(self, paper: Paper) -> Paper:
        """Drawn on a new page."""
        paper.page()
        paper.text(100, 800, f"INFORMASI DANA DAN USIA PENSIUN PESERTA JHT - JP TAHUN {self.year}", 10)
        paper.text(100, 788, f"Tanggal: 11-02-{self.year + 1}")
        y = 770.0
        for left, right in HEAD:
            paper.text(40, y, left.format(kpj=self.kpj))
            paper.text(330, y, right)
            y -= 12
        y = self._table(paper, y - 10)
        self._summary(paper, y - 20)
        return paper

    def _table(self, paper: Paper, y: float) -> float:
        heads = (40, "No"), (60, "Tgl Setor"), (110, "BL-TH"), (150, "Tgl Posting"), (225, "Upah*"), (275, "Rapel")
        for x, text in (*heads, (330, "Iuran JHT"), (445, "Iuran JP")):
            paper.text(x, y, text, 7)
        paper.text(112, y - 9, "Iuran", 7)
        for x, text in ((310, "Pemberi Kerja"), (378, "TK"), (420, "Pemberi Kerja"), (490, "TK")):
            paper.text(x, y - 9, text, 7)
        y -= 24
        if self.carried is not None:
            paper.text(40, y, "Akumulasi Iuran JP", 7)
            self._amounts(paper, y, ((465, self.carried[0]), (515, self.carried[1])))
            y -= 10
        for number, row in enumerate(self.rows, 1):
            paid = f"15-{row.month:02d}-{self.year}"
            for x, text in ((40, f"{number:02d}"), (60, paid), (110, f"{row.month:02d}-{self.year}"), (150, paid)):
                paper.text(x, y, text, 7)
            places = (260, row.wage), (300, row.rapel), (355, row.employer), (400, row.worker)
            self._amounts(paper, y, (*places, (465, row.pension_employer), (515, row.pension_worker)))
            y -= 10
        carried = self.carried or (0, 0)
        paper.text(40, y, "Jumlah :", 7)
        sums = (355, sum(r.employer for r in self.rows)), (400, sum(r.worker for r in self.rows))
        pension = (465, sum(r.pension_employer for r in self.rows)), (515, sum(r.pension_worker for r in self.rows))
        self._amounts(paper, y, (*sums, *((x, amount + more) for (x, amount), more in zip(pension, carried, strict=True))))
        return y

    def _amounts(self, paper: Paper, y: float, places: tuple[tuple[int, int], ...]) -> None:
        for x, rupiah in places:
            paper.right(x, y, self.money(rupiah * 100), 7)

    def _summary(self, paper: Paper, y: float) -> None:
        paper.text(40, y, "Summary JHT")
        for x, text in ((40, "URAIAN"), (180, "Nominal"), (300, "URAIAN"), (450, "Nominal")):
            paper.text(x, y - 12, text)
        left = (
            (f"Saldo Awal Per 01-01-{self.year} :", self.opening),
            ("Pengembangan Saldo :", self.growth),
            ("Total Saldo :", self.opening + self.growth),
        )
        right = (
            ("Iuran Tahun Berjalan :", self.dues),
            ("Pengembangan Iuran :", self.growth_on_dues),
            ("Total Iuran :", self.dues + self.growth_on_dues),
        )
        for x, column in ((40, left), (300, right)):
            for number, (label, sen) in enumerate(column):
                paper.text(x, y - 24 - 12 * number, label)
                paper.right(x + 200, y - 24 - 12 * number, self.money(sen))
        if self.taken is not None:
            paper.text(40, y - 60, "Saldo yang diambil :")
            paper.right(240, y - 60, self.money(self.taken))
        paper.text(40, y - 72, f"Saldo Akhir Per 31-12-{self.year} :")
        paper.right(500, y - 72, self.money(self.closing))


def pdf(drawn: Drawn | None = None, **values: object) -> bytes:
    """The whole file of one statement."""
    return (drawn or Drawn()).changed(**values).on(Paper()).bytes()
