"""The one door: a file goes in, what it says or why it says nothing comes out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from core.blth import Blth
from core.statements.limits import Limits
from core.statements.open_file import open_file
from core.statements.reader import Reader, read_file, read_text
from core.statements.statement import FileRead, FileStatus, Kind, Month, ProofName
from tests.core.statements.drawn import Drawn, Row, pdf
from tests.core.statements.paper import Paper

TODAY = dt.date(2026, 11, 22)


def read(data: bytes, name: str = "", password: str | None = None) -> FileRead:
    """As the helper process reads it."""
    return open_file(data, name, password, TODAY, Limits())


def test_every_figure_of_a_drawn_statement_is_read_exactly() -> None:
    found = read_file(pdf(), today=TODAY)
    assert (found.status, found.kind, found.reason) == (FileStatus.OK, Kind.RSJHT, None)
    (statement,) = found.statements
    assert (statement.year, statement.kpj, statement.npp) == (2020, "16103100001", "99000001/000")
    assert (statement.nik, statement.person, statement.company) == ("9911223344556677", "BUDI CONTOH", "REKAAN SENTOSA, PT")
    assert (statement.birth, statement.first_month, statement.first_pension_month) == (
        dt.date(1985, 3, 2),
        Blth(2016, 3),
        Blth(2017, 7),
    )
    assert statement.pension_months == 47
    assert (statement.opening, statement.growth, statement.dues) == (874_772_010, 49_249_664, 273_600_000)
    assert (statement.growth_on_dues, statement.taken, statement.closing) == (7_135_026, None, 1_204_756_700)
    assert statement.closing_on == dt.date(2020, 12, 31)
    assert len(statement.months) == 12
    assert statement.months[2] == Month(
        blth=Blth(2020, 3),
        paid=dt.date(2020, 3, 15),
        posted=dt.date(2020, 3, 15),
        wage=400_000_000,
        rapel=0,
        employer=14_800_000,
        worker=8_000_000,
        pension_employer=8_000_000,
        pension_worker=4_000_000,
    )
    assert {proof.name for proof in statement.proofs if proof.holds} == {
        ProofName.CLOSING,
        ProofName.SUM_DUES,
        ProofName.SUM_PENSION,
        ProofName.RATE,
        ProofName.YEAR,
    }


def test_indonesian_numbers_are_read_as_well() -> None:
    found = read(pdf(indonesian=True))
    assert found.status is FileStatus.OK
    assert found.statements[0].closing == 1_204_756_700


@pytest.mark.parametrize("term", ["closing", "opening", "growth", "dues", "growth_on_dues"])
def test_a_figure_changed_by_a_million_is_refused_and_shown_as_doubted(term: str) -> None:
    found = read(pdf(**{term: getattr(Drawn(), term) + 100_000_000}))
    assert found.status is FileStatus.PAGE_NOT_UNDERSTOOD
    assert found.statements == ()
    (doubted,) = found.doubted
    assert not doubted.proved
    assert found.reason in ("parts_mismatch", "sums_mismatch")


def test_one_sen_is_enough_to_refuse() -> None:
    assert read(pdf(closing=1_204_756_701)).reason == "parts_mismatch"


def test_a_month_whose_dues_are_off_is_marked_and_not_refused() -> None:
    rows = list(Drawn().rows)
    rows[4] = Row(5, employer=148_500, worker=79_500)
    found = read(pdf(rows=tuple(rows)))
    assert found.status is FileStatus.OK
    assert [month.blth.month for month in found.statements[0].months if month.off_rate] == [5]


def test_what_was_taken_is_subtracted() -> None:
    found = read(pdf(taken=50_000_000, closing=1_154_756_700))
    assert found.status is FileStatus.OK
    assert found.statements[0].taken == 50_000_000


def test_a_file_cut_off_anywhere_is_unreadable() -> None:
    whole = pdf()
    for share in (0.2, 0.5, 0.8, 0.95, 0.99):
        assert read(whole[: int(len(whole) * share)]).status is FileStatus.UNREADABLE_FILE


def test_two_cards_in_one_file_are_two_statements() -> None:
    paper = Paper()
    Drawn().on(paper)
    Drawn(kpj="16103100002", opening=0, growth=0, closing=273_600_000 + 7_135_026).on(paper)
    found = read(paper.bytes())
    assert found.status is FileStatus.OK
    assert [(one.kpj, one.closing, len(one.months)) for one in found.statements] == [
        ("16103100001", 1_204_756_700, 12),
        ("16103100002", 280_735_026, 12),
    ]


def test_a_turned_page_reads_the_same() -> None:
    paper = Drawn().on(Paper(turned=90))
    assert read(paper.bytes()).status is FileStatus.OK


def test_a_message_with_one_balance_is_read() -> None:
    found = read_text("Saldo JHT Anda KPJ 16103100001 per 31-12-2024 Rp 12.345.678,00", today=TODAY)
    assert (found.status, found.kind) == (FileStatus.OK, Kind.SMS)
    assert found.statements[0].closing == 1_234_567_800


def test_a_reader_reads_many_files_with_one_helper(tmp_path: Path) -> None:
    place = tmp_path / "rsjht.pdf"
    place.write_bytes(pdf())
    with Reader() as reader:
        assert [reader.read(place, today=TODAY).status for _ in range(3)] == [FileStatus.OK] * 3
        assert reader.read(tmp_path / "missing.pdf").reason == "not_found"


def test_terms_that_may_have_changed_places_are_doubted_though_the_sum_holds() -> None:
    taken_and_closing = read(pdf(taken=1_104_756_700, closing=100_000_000))
    assert (taken_and_closing.status, taken_and_closing.reason) == (FileStatus.PAGE_NOT_UNDERSTOOD, "not_proved")
    opening_and_growth = read(pdf(opening=49_249_664, growth=874_772_010))
    assert opening_and_growth.status is FileStatus.PAGE_NOT_UNDERSTOOD


def test_a_full_claim_leaves_nothing_and_is_read() -> None:
    assert read(pdf(taken=1_204_756_700, closing=0)).status is FileStatus.OK
