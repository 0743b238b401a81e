"""Tables that go on over pages with sums carried along, headers whose words touch, labels on two lines, totals after a claim."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

import pytest

from core.statements.limits import Limits
from core.statements.lines import Line, Word
from core.statements.open_file import open_file
from core.statements.roles import Role
from core.statements.statement import FileRead, FileStatus, ProofName
from core.statements.summary import pairs_of
from tests.core.statements.drawn import HEAD
from tests.core.statements.paper import Paper, width
from tests.core.statements.test_summary import WORDS, line

TODAY = dt.date(2026, 11, 22)
EDGES = (245, 285, 355, 415, 480, 540)  # the right edges of the columns of money
WAGE, EMPLOYER, WORKER, PENSION, PENSION_TK = 4_000_000, 148_000, 80_000, 80_000, 40_000
CARRIED = (2_800_000, 1_400_000)
OPENING, GROWTH, GROWTH_ON_DUES = 8_000_000, 440_800, 64_000
DUES = 12 * (EMPLOYER + WORKER)


def read(paper: Paper) -> FileRead:
    """As the helper process reads it."""
    return open_file(paper.bytes(), "", None, TODAY, Limits())


def rupiah(amount: int) -> str:
    """In the style of the statement."""
    return f"{amount:,}.00"


def amounts(paper: Paper, y: float, cells: Sequence[int]) -> None:
    """Amounts at the right edges, the last column last."""
    for x, amount in zip(EDGES[-len(cells) :], cells, strict=True):
        paper.right(x, y, rupiah(amount), 7)


def so_far(months: int) -> tuple[int, ...]:
    """The sums of the first months, with what was carried in."""
    return months * EMPLOYER, months * WORKER, CARRIED[0] + months * PENSION, CARRIED[1] + months * PENSION_TK


def over_pages(above: str, below: str, cells: Sequence[int] | None = None, tight: bool = False) -> Paper:
    """Five months a page; `below` labels the sums at the foot of a page, `above` those at the top of the next ("" for none)."""
    paper = Paper()
    for first in (1, 6, 11):
        months = range(first, min(first + 5, 13))
        paper.page()
        paper.text(100, 800, "INFORMASI DANA DAN USIA PENSIUN PESERTA JHT - JP TAHUN 2020", 10)
        y = 780.0
        for left, right in HEAD:
            paper.text(40, y, left.format(kpj="16103100001"))
            paper.text(330, y, right)
            y -= 12
        y = header(paper, y - 10, tight)
        if first == 1:
            paper.text(60, y, "Akumulasi Iuran JP", 7)
            amounts(paper, y, CARRIED)
        elif above:
            paper.text(60, y, above, 7)
            amounts(paper, y, cells or so_far(first - 1))
        for month in months:
            y -= 10
            day = f"15-{month:02d}-2020"
            for x, text in ((40, f"{month:02d}"), (60, day), (112, f"{month:02d}-2020"), (152, day)):
                paper.text(x, y, text, 7)
            amounts(paper, y, (WAGE, 0, EMPLOYER, WORKER, PENSION, PENSION_TK))
        y -= 10
        last = months[-1]
        label = "Jumlah :" if last == 12 else below
        if label:
            paper.text(150, y, label, 7)
            amounts(paper, y, so_far(last))
    closing = OPENING + GROWTH + DUES + GROWTH_ON_DUES
    for label, amount in (
        ("Saldo Awal Per 01-01-2020", OPENING),
        ("Pengembangan Saldo", GROWTH),
        ("Iuran Tahun 2020", DUES),
        ("Pengembangan Iuran", GROWTH_ON_DUES),
        ("Saldo Akhir Per 31-12-2020", closing),
    ):
        y -= 14
        paper.text(40, y, f"{label} :")
        paper.right(300, y, rupiah(amount))
    return paper


def header(paper: Paper, y: float, tight: bool) -> float:
    """The header of the table; `tight`: the words of neighbouring columns are no wider apart than words of one."""
    names = ("No", "Tgl Setor", "BL-TH Iuran", "Tgl Posting")
    x = 40.0
    for name, place in zip(names, (40, 60, 108, 152), strict=True):
        paper.text(x if tight else place, y, name, 7)
        x += width(name + " ", 7) + 0.5
    paper.right(EDGES[0], y, "Upah*", 7)
    paper.right(EDGES[1], y, "Rapel", 7)
    paper.text(330, y + 8, "Iuran JHT", 7)
    paper.text(450, y + 8, "Iuran JP", 7)
    for edge, text in zip(EDGES[2:], ("Pemberi Kerja", "TK", "Pemberi Kerja", "TK"), strict=True):
        paper.right(edge, y, text, 7)
    return y - 14


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("", ""),
        ("Jumlah pindahan", "Jumlah dipindahkan"),
        ("Pindahan dari halaman sebelumnya", "Dipindahkan ke halaman berikut"),
        ("Pindahan", ""),
        ("", "Jumlah sampai halaman ini"),
        ("Brought forward", "Carried forward"),
    ],
)
def test_sums_that_are_carried_over_the_pages_are_counted_once(above: str, below: str) -> None:
    found = read(over_pages(above, below))
    assert found.status is FileStatus.OK
    (statement,) = found.statements
    assert len(statement.months) == 12
    assert (statement.dues, statement.closing) == (DUES * 100, (OPENING + GROWTH + DUES + GROWTH_ON_DUES) * 100)
    held = {proof.name for proof in statement.proofs if proof.holds}
    assert {ProofName.CLOSING, ProofName.SUM_DUES, ProofName.SUM_PENSION} <= held


def test_sums_carried_over_that_are_not_those_of_the_page_before_are_refused() -> None:
    found = read(over_pages("Jumlah pindahan", "", cells=(800_000, *so_far(5)[1:])))
    assert (found.status, found.reason) == (FileStatus.PAGE_NOT_UNDERSTOOD, "sums_mismatch")


@pytest.mark.parametrize(
    ("upper", "lower", "y"),
    [
        ("Akumulasi", "Iuran JP", 680),
        ("Akumulasi", "Iuran JP", 684),
        ("Akumulasi Iuran", "JP", 684),
        ("Akumulasi Iuran JP", "", 684),
    ],
)
def test_the_label_of_what_was_carried_in_may_be_wrapped_in_its_cell(upper: str, lower: str, y: int) -> None:
    paper = over_pages("", "")
    label = next(piece for piece in paper.pages[0] if "(Akumulasi Iuran JP)" in piece)
    paper.pages[0].remove(label)
    paper.text(60, 688, upper, 7)
    paper.pages[0] += [paper.pages[-1].pop(), label.replace("684.00", f"{y}.00").replace("Akumulasi Iuran JP", lower)]
    found = read(paper)
    assert found.status is FileStatus.OK
    assert "sum_pension" in {proof.name for proof in found.statements[0].proofs if proof.holds}


def test_columns_whose_headers_touch_are_parted_by_their_words() -> None:
    found = read(over_pages("", "", tight=True))
    assert found.status is FileStatus.OK
    (statement,) = found.statements
    first = statement.months[0]
    assert (str(first.blth), first.paid, first.posted) == ("2020-01", dt.date(2020, 1, 15), dt.date(2020, 1, 15))
    assert (first.wage, first.employer, first.worker) == (WAGE * 100, EMPLOYER * 100, WORKER * 100)


def spread(number: int, *cells: str) -> Line:
    """A line with each cell in the middle of its column."""
    words = []
    for column, cell in enumerate(cells):
        x = 50 + 100 * column - 2.5 * len(cell)
        for word in cell.split():
            words.append(Word(word, x, x + 5 * len(word), 10))
            x += 5 * len(word) + 4
    return Line(1, number, 12.0 * number, tuple(words))


def test_a_header_may_be_broken_in_its_words() -> None:
    paper = over_pages("", "")
    for page in paper.pages:
        no = next(piece for piece in page if "(No)" in piece)
        blth = next(piece for piece in page if "(BL-TH Iuran)" in piece)
        lift = re.compile(r"(?<= )[0-9.]+(?= Td)")
        page.remove(no)
        page.remove(blth)
        page += [no.replace("(No)", "(o)"), blth.replace("BL-TH ", "")]
        page += [lift.sub(lambda found: f"{float(found[0]) + 15:.2f}", piece) for piece in (no.replace("(No)", "(N)"), blth)]
        page[-1] = page[-1].replace("BL-TH Iuran", "BL-TH")
    found = read(paper)
    assert found.status is FileStatus.OK
    assert [str(month.blth) for month in found.statements[0].months] == [f"2020-{month:02d}" for month in range(1, 13)]


def test_labels_on_two_lines_stand_over_their_amounts() -> None:
    lines = [
        spread(1, "Saldo Awal", "Pengembangan", "Iuran Tahun", "Pengembangan", "Saldo Akhir"),
        spread(2, "Per 01-01-2024", "Saldo", "2024", "Iuran", "Per 31-12-2024"),
        spread(3, "1.000,00", "50,00", "100,00", "2,00", "1.152,00"),
    ]
    found = [(pair.role, pair.amount) for pair in pairs_of(lines, WORDS)]
    assert found == [
        (Role.OPENING, "1.000,00"),
        (Role.GROWTH, "50,00"),
        (Role.DUES, "100,00"),
        (Role.GROWTH_ON_DUES, "2,00"),
        (Role.CLOSING, "1.152,00"),
    ]


def test_labels_of_one_two_and_three_lines_stand_beside_each_other() -> None:
    lines = [
        spread(1, "Saldo Awal", "", "Hasil", "JHT yang"),
        spread(2, "Per", "Iuran", "Pengembangan", "", "Saldo Akhir"),
        spread(3, "01-01-2024", "", "Iuran", "sudah diambil"),
        spread(4, "1.000,00", "100,00", "2,00", "50,00", "1.052,00"),
    ]
    roles = [Role.OPENING, Role.DUES, Role.GROWTH_ON_DUES, Role.TAKEN, Role.CLOSING]
    assert [pair.role for pair in pairs_of(lines, WORDS)] == roles


def test_a_heading_over_the_labels_is_no_part_of_them_where_they_name_their_terms_alone() -> None:
    lines = [
        line("Rincian Saldo JHT dengan Pengembangan"),
        line("Saldo Awal     Iuran          Saldo Akhir", 2),
        line("1.000,00       100,00         1.100,00", 3),
    ]
    assert [pair.role for pair in pairs_of(lines, WORDS)] == [Role.OPENING, Role.DUES, Role.CLOSING]


@pytest.mark.parametrize(
    ("total", "closing"),
    [
        ("9.000.000,00", 900_000_000),  # what was taken is off already
        ("10.000.000,00", None),  # the total before it: no closing is printed
        ("9.500.000,00", None),
    ],
)
def test_a_total_of_all_is_the_closing_after_a_claim_only_where_it_adds_up(total: str, closing: int | None) -> None:
    terms = (
        ("Saldo Awal Tahun", "8.000.000,00"),
        ("Saldo Pengembangan", "400.000,00"),
        ("Iuran", "1.500.000,00"),
        ("Iuran Pengembangan", "100.000,00"),
        ("Saldo yang Diambil", "1.000.000,00"),
        ("Total Saldo + Iuran", total),
    )
    assert [statement.closing for statement in of_terms(terms).statements] == ([] if closing is None else [closing])


def of_terms(terms: Sequence[tuple[str, str]]) -> FileRead:
    """A page that is nothing but a head and a summary."""
    table = "".join(f"<tr><td>{label}</td><td>{amount}</td></tr>" for label, amount in terms)
    page = (
        f"<html><body><h3>RINCIAN SALDO JHT TAHUN 2020</h3><p>Nomor Kartu : 16103100001</p><table>{table}</table></body></html>"
    )
    return open_file(page.encode(), "", None, TODAY, Limits())


@pytest.mark.parametrize(
    ("tax", "closing", "taken"),
    [
        ("0,00", "9.000.000,00", 100_000_000),
        ("-", "9.000.000,00", 100_000_000),
        ("50.000,00", "9.000.000,00", 100_000_000),  # a part of what was taken
        ("50.000,00", "8.950.000,00", 105_000_000),  # on top of it
        ("50.000,00", "8.900.000,00", None),
    ],
)
def test_the_tax_on_a_claim_is_a_part_of_it_or_added_as_the_sum_says(tax: str, closing: str, taken: int | None) -> None:
    terms = (
        ("Saldo Awal Per 01-01-2020", "8.000.000,00"),
        ("Pengembangan Saldo", "400.000,00"),
        ("Iuran Tahun 2020", "1.500.000,00"),
        ("Pengembangan Iuran", "100.000,00"),
        ("Saldo yang sudah diambil", "1.000.000,00"),
        ("PPh Pasal 21", tax),
        ("Saldo Akhir Per 31-12-2020", closing),
    )
    assert [statement.taken for statement in of_terms(terms).statements] == ([] if taken is None else [taken])


def test_rp_at_the_left_edge_of_a_cell_belongs_to_the_amount_at_its_right_edge() -> None:
    paper = over_pages("", "")
    paper.pages = [[_with_rp(piece) for piece in page] for page in paper.pages]
    found = read(paper)
    assert found.status is FileStatus.OK
    (statement,) = found.statements
    assert (len(statement.months), statement.months[0].wage, statement.dues) == (12, WAGE * 100, DUES * 100)


def _with_rp(piece: str) -> str:
    """An amount with "Rp" some way before it."""
    found = re.search(r"/F1 ([0-9.]+) Tf ([0-9.]+) ([0-9.]+) Td \(([0-9,]+\.00)\)", piece)
    if found is None:
        return piece
    return f"{piece}\nBT /F1 {found[1]} Tf {float(found[2]) - 14:.2f} {found[3]} Td (Rp) Tj ET"


@pytest.mark.parametrize("posted", ["15-03-3020", "15-03-1970", "15-03-2027", "15-03-2022"])
def test_a_month_that_was_posted_when_it_cannot_have_been_is_refused(posted: str) -> None:
    paper = over_pages("", "")
    place = next(number for number, piece in enumerate(paper.pages[0]) if " 152.00 " in piece and "15-03-2020" in piece)
    paper.pages[0][place] = paper.pages[0][place].replace("15-03-2020", posted)
    found = read(paper)
    assert (found.status, found.reason) == (FileStatus.PAGE_NOT_UNDERSTOOD, "year_unclear")


def test_a_name_of_two_lines_may_stand_in_the_middle_beside_its_label() -> None:
    paper = over_pages("", "")
    for page in paper.pages:
        company = next(piece for piece in page if "Nama Pemberi Kerja" in piece)
        numbers = next(piece for piece in page if "Nomor Kartu/NIK/Nomor Peg." in piece)
        page.remove(company)
        page.remove(numbers)
    for index in range(len(paper.pages)):
        wrapped = Paper(pages=[paper.pages[index]])
        for x, y, text in (
            (140, 760, "PT REKAAN DENGAN NAMA"),
            (40, 756, "Nama Pemberi Kerja"),
            (136, 756, ":"),
            (140, 752, "YANG PANJANG SEKALI"),
            (40, 747, "Nomor Kartu/NIK/Nomor"),
            (136, 743, ":"),
            (140, 743, "16103100001/9911223344556677/-"),
            (40, 739, "Peg."),
        ):
            wrapped.text(x, y, text)
    (statement,) = read(paper).statements
    assert statement.company == "PT REKAAN DENGAN NAMA YANG PANJANG SEKALI"
    assert (statement.kpj, statement.nik) == ("16103100001", "9911223344556677")


def test_half_a_label_that_is_a_word_of_the_head_stays_in_the_summary() -> None:
    paper = Paper()
    paper.page()
    rows = (
        (800, ("INFORMASI SALDO JHT TAHUN 2020",)),
        (786, ("Nomor Kartu : 16103100001",)),
        (760, ("Summary JHT",)),
        (744, ("Saldo Awal", "Saldo", "Iuran", "Iuran", "Saldo Akhir")),
        (735, ("Tahun", "Pengembangan", "", "Pengembangan", "Tahun")),
        (720, ("8.000.000,00", "440.800,00", "1.000.000,00", "30.000,00", "9.470.800,00")),
    )
    for y, cells in rows:
        for column, cell in enumerate(cells):
            paper.text(40 + 90 * column, y, cell)
    (statement,) = read(paper).statements
    assert (statement.opening, statement.growth, statement.dues) == (800_000_000, 44_080_000, 100_000_000)
    assert (statement.growth_on_dues, statement.closing) == (3_000_000, 947_080_000)


@pytest.mark.parametrize(
    "taken", ["-Rp 1.000.000,00", "(Rp 1.000.000,00)", "- Rp 1.000.000,00", "\u2212Rp1.000.000,00", "Rp 1.000.000,00"]
)
def test_what_was_taken_may_be_marked_before_its_rp(taken: str) -> None:
    terms = (
        ("Saldo Awal Per 01-01-2020", "Rp 8.000.000,00"),
        ("Pengembangan Saldo", "Rp 400.000,00"),
        ("Iuran Tahun 2020", "Rp 1.500.000,00"),
        ("Pengembangan Iuran", "Rp 100.000,00"),
        ("Saldo yang sudah diambil", taken),
        ("Saldo Akhir Per 31-12-2020", "Rp 9.000.000,00"),
    )
    assert [statement.taken for statement in of_terms(terms).statements] == [100_000_000]
