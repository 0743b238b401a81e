"""Promises of words: labels mean what a worker takes them to mean; dates, months and values are known by their shape."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from core.blth import Blth
from core.models import Segment
from core.portal.figures.dates import find_dates, find_years, read_blth
from core.portal.figures.labels import Kind, Label, Labels, Program
from core.portal.figures.values import State, Values, find_amounts
from core.portal.figures.words import find, load_words, words_of

WORDS = load_words()
VALUES = Values(WORDS)


def label(text: str) -> Label:
    return Labels(WORDS).of(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Saldo JHT", Kind.BALANCE),
        ("SALDO_JHT", Kind.BALANCE),
        ("SaldoJht", Kind.BALANCE),
        ("S A L D O JHT", Kind.BALANCE),
        ("Total Saldo + Iuran", Kind.BALANCE),
        ("Saldo JHT (termasuk pengembangan)", Kind.BALANCE),
        ("JHT Balance", Kind.BALANCE),
        ("Closing balance 31 Oct 2026", Kind.BALANCE),
        ("Saldo Awal", Kind.OPENING),
        ("Opening balance", Kind.OPENING),
        ("Saldo bulan lalu", Kind.OPENING),
        ("Iuran JHT", Kind.CONTRIBUTION),
        ("Hasil Pengembangan", Kind.GROWTH),
        ("Saldo Pengembangan", Kind.GROWTH),
        ("Saldo JHT dapat diklaim", Kind.CLAIM),
        ("Saldo rekening bank", Kind.MONEY),
        ("Saldo JHT istri", Kind.MONEY),
        ("Upah dilaporkan", Kind.MONEY),
        ("Jumlah", Kind.TOTAL),
        ("Iuran Terakhir", Kind.LAST),
        ("No. KPJ", Kind.KPJ),
        ("Nomor Kartu/NIK/Nomor Peg.", Kind.KPJ),
        ("NPP/Divisi", Kind.NPP),
        ("Employer code (NPP)", Kind.NPP),
        ("Nama Pemberi Kerja", Kind.COMPANY),
        ("Nama Peserta", Kind.PERSON),
        ("Segmen", Kind.SEGMENT),
        ("Status Kepesertaan", Kind.STATUS),
        ("Posisi per", Kind.AS_OF),
        ("Tahun", Kind.YEAR),
        ("BL-TH Iuran", Kind.CONTRIBUTION),
        ("Jaminan Hari Tua", Kind.PROGRAM),
        ("Nominal (Rp)", Kind.NEUTRAL),
        ("Lorem", Kind.UNKNOWN),
        ("", Kind.UNKNOWN),
    ],
)
def test_a_label_names_one_kind_of_figure(text: str, kind: Kind) -> None:
    assert label(text).kind is kind


@pytest.mark.parametrize(
    ("text", "program"),
    [
        ("Saldo JHT", Program.JHT),
        ("Saldo Jaminan Pensiun", Program.FOREIGN),
        ("Saldo JHT dan JP", Program.BOTH),
        ("Saldo", None),
        ("Old Age Security balance", Program.JHT),
    ],
)
def test_a_label_names_its_program(text: str, program: Program | None) -> None:
    assert label(text).program is program


@pytest.mark.parametrize(
    "text", ["Simulasi Saldo JHT", "Estimasi saldo", "Saldo JHT minimal", "Batas saldo", "Jika saldo JHT", "Saldo rata-rata"]
)
def test_estimates_and_limits_are_not_real(text: str) -> None:
    assert label(text).unreal


@pytest.mark.parametrize("text", ["Saldo Gopay", "Saldo Warung Sebelah"])
def test_words_that_nobody_knows_are_counted(text: str) -> None:
    assert label(text).strange > 0


def test_a_label_keeps_its_date_and_whether_it_is_the_figures() -> None:
    assert label("Saldo JHT per 31 Desember 2025").date == dt.date(2025, 12, 31)
    assert label("Data per 31-12-2025").dated
    assert not label("Dicetak 31-12-2025").dated
    assert not label("Masa kontrak 01-03-2025 s/d 28-02-2027").dated
    assert label("Saldo 2025").year == 2025


def test_a_heading_may_announce_an_example() -> None:
    assert label("Di bawah ini contoh tampilan, bukan saldo Anda.").announces
    assert not label("Saldo JHT").announces


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("22-11-2026", dt.date(2026, 11, 22)),
        ("22/11/2026 08:00", dt.date(2026, 11, 22)),
        ("22.11.2026", dt.date(2026, 11, 22)),
        ("2026-11-22", dt.date(2026, 11, 22)),
        ("22 November 2026", dt.date(2026, 11, 22)),
        ("22 Nop 2026", dt.date(2026, 11, 22)),
        ("1 Agt. 2026", dt.date(2026, 8, 1)),
        ("November 22nd, 2026", dt.date(2026, 11, 22)),
        ("pada 5 Mei 2026 pukul 10.00", dt.date(2026, 5, 5)),
    ],
)
def test_a_date_is_read_in_every_way_it_is_printed(text: str, date: dt.date) -> None:
    assert [found for _, _, found in find_dates(text)] == [date]


@pytest.mark.parametrize(
    "text", ["31-02-2026", "99-99-2026", "22-11/2026", "12.345.678", "1 Foo 2026", "22-11-1026", "22-11-20261"]
)
def test_what_is_no_day_is_no_date(text: str) -> None:
    assert find_dates(text) == []


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("10-2026", Blth(2026, 10)),
        ("10/2026", Blth(2026, 10)),
        ("2026-10", Blth(2026, 10)),
        ("202610", Blth(2026, 10)),
        ("Oktober 2026", Blth(2026, 10)),
        ("Okt-2026", Blth(2026, 10)),
        ("Oct 2026 (Rp 500.000)", Blth(2026, 10)),
        ("15-10-2026", Blth(2026, 10)),
        ("13-2026", None),
        ("Oktober 2026 - November 2026", None),
        ("2026", None),
        ("", None),
    ],
)
def test_a_contribution_month_is_read_or_not_at_all(text: str, month: Blth | None) -> None:
    assert read_blth(text) == month


def test_years_are_not_found_in_amounts() -> None:
    assert find_years("Tahun 2026, Rp 2.026.000, 12026") == [2026]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Rp 48.731.902", State.AMOUNT),
        ("0", State.AMOUNT),
        ("48731902", State.AMOUNT),
        ("2026", State.OTHER),
        ("12", State.OTHER),
        ("12345678901", State.OTHER),
        ("22-11-2026", State.OTHER),
        ("Rp ****", State.MASKED),
        ("Rp xx.xxx.xxx", State.MASKED),
        ("••••••", State.MASKED),
        ("-", State.MISSING),
        ("Rp -", State.MISSING),
        ("", State.MISSING),
        ("n/a", State.MISSING),
        ("Belum tersedia", State.MISSING),
        ("undefined", State.MISSING),
        ("Rp 12.34.567", State.BROKEN),
        ("PT MAJU JAYA", State.TEXT),
        ("x" * 100, State.TEXT),
    ],
)
def test_a_value_is_known_by_its_shape(text: str, state: State) -> None:
    assert VALUES.state(text) is state


@pytest.mark.parametrize(
    ("line", "amounts"),
    [
        ("Saldo JHT Anda adalah Rp 48.731.902.", ["Rp 48.731.902"]),
        ("Rp. 1.234.567,- dan 48.731.902,--", ["Rp. 1.234.567,-", "48.731.902,--"]),
        ("(Rp 5.000.000) dari Rp 6.000.000", ["(Rp 5.000.000)", "Rp 6.000.000"]),
        ("naik 5,70% dari 1.250.000", ["1.250.000"]),
        ("klaim Rp 15 juta, Rp 48,7 juta", []),
        ("22.11.2026, telp 021.520.7797, v4.12.0", []),
        ("$48,731,902.00", []),
        ("Rp 31?200?450", []),
        ("1\u206048.731.902", []),
        ("Rp 48 731 902 saja", ["Rp 48 731 902"]),
    ],
)
def test_amounts_are_found_in_a_line(line: str, amounts: list[str]) -> None:
    assert [found.text for found in find_amounts(line)] == amounts


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("PU", Segment.PU),
        ("Penerima Upah (PU)", Segment.PU),
        ("Bukan Penerima Upah", Segment.BPU),
        ("Pekerja Migran Indonesia", Segment.PMI),
        ("PU / BPU", None),
        ("x", None),
    ],
)
def test_a_segment_is_one_of_three(text: str, segment: Segment | None) -> None:
    assert VALUES.segment(text) is segment


@pytest.mark.parametrize(
    ("text", "active"), [("Aktif", True), ("Tidak Aktif", False), ("NON AKTIF", False), ("Inactive", False), ("?", None)]
)
def test_not_active_is_not_active(text: str, active: bool | None) -> None:
    assert VALUES.active(text) is active


@pytest.mark.parametrize(
    ("text", "kpj"),
    [
        ("12345678901", "12345678901"),
        ("1234 5678 901", "12345678901"),
        ("16103100001/9901011203850001/-", "16103100001"),
        ("09J40012345", "09J40012345"),
        ("*******8901", "*******8901"),
        ("9901011203850001", None),
        ("12345678901, 12345678902", None),
        ("", None),
    ],
)
def test_a_card_s_number_has_eleven_places(text: str, kpj: str | None) -> None:
    assert VALUES.kpj(text) == kpj


def test_telephone_numbers_are_no_cards() -> None:
    assert Values.bare_kpjs("12345678901, 08123456789, 62812345678, 628123456789") == ["12345678901"]


@pytest.mark.parametrize("text", ["PT MAJU JAYA", "CV. UMPAMA", "KHAYAL LOGISTIK, PT", "Koperasi Andai", "UD Wacana (Persero)"])
def test_a_company_is_known_by_its_form(text: str) -> None:
    assert VALUES.is_company(text)


def test_longer_phrases_come_first() -> None:
    words = words_of("iuran terakhir dibayar")
    assert find(WORDS.label, words) == [(0, 3, "last")]


def test_a_broken_file_of_words_is_not_read_by_halves(tmp_path: Path) -> None:
    broken = tmp_path / "figures.toml"
    broken.write_text("[label]\nbalance = ['saldo']\n", "utf-8")
    with pytest.raises(KeyError):
        load_words(broken)
