"""The edges of values: what is an amount, what is masked, missing, broken or another number, and where an amount ends in a line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.models import Segment
from core.portal.figures import REASONS, load_words
from core.portal.figures.values import LONGEST, State, Values, find_amounts

VALUES = Values(load_words())

STATES = {
    State.AMOUNT: (
        "0 1234 1826 2126 12345 123456 123456789012 12345678901234 1.250 1.250.000 1,250 -1.000 (1.000) +1.000 −1.000 –1.000 +62"
        "|Rp 1|Rp1.250,00|IDR 1,250.00|rp.5|Rp: 5.000|IDR +12"
    ),
    State.MASKED: "**** ** xx XX XX.XXX ∗∗∗ ••• ●● *.***|Rp ***|Rp **|Rp 12.***.***|Rp ●●●|IDR xx.xxx",
    State.MISSING: "- — – ... … ? _ n/a N/A NaN nan null NULL Memuat…|Rp|Rp.|Rp -|Rp ,-|tidak tersedia|Belum tersedia|IDR -",
    State.BROKEN: "|Rp 1.2.3|Rp 12.34.567|Rp 1 2|Rp 15.050.00|IDR 1,2",
    State.OTHER: "00 123 2026 1926 2000 1999 98102400001 123456789012345 12/11 12-13-14 12:30 +abc 15.050.00 1,250.000|1 2 3",
    State.TEXT: "* x abc 1.2x PT-1 Rp- rupiah|i 5|Rp (|1.250.000 x|Rp ...............|sedang diproses ya tuan besar|tidak tersedia hari ini ya",
}


@pytest.mark.parametrize(("state", "texts"), STATES.items(), ids=[state.name for state in STATES])
def test_what_a_lone_text_is(state: State, texts: str) -> None:
    plain, *rest = texts.split("|")
    known = {"Rp-": State.MISSING}
    for text in (*plain.split(), *rest):
        assert VALUES.state(text) is known.get(text, state), text


def test_nothing_is_a_missing_value_and_a_long_text_none() -> None:
    assert VALUES.state("") is State.MISSING
    assert VALUES.state("Rp 1" + " " * 56) is not State.AMOUNT or VALUES.state("Rp 1") is State.AMOUNT
    assert VALUES.state("9" * 61) is State.TEXT and VALUES.state("1 " * 31) is State.TEXT
    assert VALUES.state("Rp " + "1" * 39) is State.BROKEN


AMOUNTS = [
    ("Saldo Rp1.250.000,00.", ["Rp1.250.000,00"]),
    ("a 1.250.000 b", ["1.250.000"]),
    ("1.250.000.", ["1.250.000"]),
    ("1.250.000,-", ["1.250.000,-"]),
    ("1.250.000,--", ["1.250.000,--"]),
    ("1.250.000.-", ["1.250.000.-"]),
    ("Rp 5.000,- saja", ["Rp 5.000,-"]),
    ("Rp 5.000,=", ["Rp 5.000,="]),
    ("Rp 5.000,\u2013", ["Rp 5.000,\u2013"]),
    ("(1.250.000)", ["(1.250.000)"]),
    ("(Rp 1.250.000)", ["(Rp 1.250.000)"]),
    ("Rp (1.250.000)", ["Rp (1.250.000)"]),
    ("(Rp 1.250.000 saja)", ["Rp 1.250.000"]),
    ("- Rp 5.000", ["- Rp 5.000"]),
    ("a- Rp 5.000", ["Rp 5.000"]),
    ("Saldo: - 15.050.000", ["- 15.050.000"]),
    ("Saldo:- 15.050.000", ["- 15.050.000"]),
    ("Saldo = \u2212 15.050.000", ["\u2212 15.050.000"]),
    ("Saldo - 15.050.000", ["15.050.000"]),
    ("1.250.000 *", ["1.250.000"]),
    ("1.250.00", ["1.250.00"]),
    ("Rp 1 250 000", ["Rp 1 250 000"]),
    ("Rp 1 250 0001", ["Rp 1 250"]),
    ("Rp 1.250.000 ,00", ["Rp 1.250.000 ,00"]),
    ("Rp : 5.000", ["Rp : 5.000"]),
    ("idr5.000", ["idr5.000"]),
    ("birp 5.000", ["5.000"]),
    ("Rp 1.000 2.000", ["Rp 1.000", "2.000"]),
    ("Rp 5.000; Rp 6.000", ["Rp 5.000", "Rp 6.000"]),
    ("6.000 lalu Rp 5.000", ["6.000", "Rp 5.000"]),
    ("Rp 5.000|6.000", ["Rp 5.000", "6.000"]),
    ("1.250.000-2.500.000", ["1.250.000"]),
    ("1.000.000.000.000.000", ["1.000.000.000.000.000"]),
    *(
        (f"Rp 5.000{mark}", ["Rp 5.000"])
        for mark in (" ", ")", ".", ",", ";", ":", "|", "-", "\u2013", "'", '"', "!", "]", "<", "·", "+")
    ),
    *(
        (f"5.000{unit}", [])
        for unit in (
            "%",
            " %",
            "x",
            " x",
            " juta",
            " ribu",
            " orang",
            " hari",
            "/bulan",
            " m",
            " k",
            "m",
            "\u2060",
            "?",
            "[",
            " persen",
        )
    ),
    *(
        (text, [])
        for text in ("Rp 5 juta", "1.250.***", "1.250.000***", "Rp 1.250.000 .55 x", "Rp 1.250.000 ,00x", "$1.250.000", "x5.000")
    ),
    *(
        (text, [])
        for text in (
            "1/1.250.000",
            "1.250.000/2",
            "1.250.000:5",
            "12-1.250.000",
            "1.250.0001",
            "01.250.000",
            "0.250.000",
            "1 250 000",
        )
    ),
    *((text, []) for text in ("a:5.000", "1.000.000.000.000.000.000", "Rp " + "1" * 32, "12", "2026", "Rp", "saldo")),
]


@pytest.mark.parametrize(("line", "found"), AMOUNTS)
def test_where_an_amount_begins_and_ends_in_a_line(line: str, found: list[str]) -> None:
    amounts = find_amounts(line)
    assert [one.text for one in amounts] == found
    assert all(line[one.begin : one.end] == one.text for one in amounts)


def test_only_so_much_of_a_line_is_searched() -> None:
    assert len(find_amounts("." * (LONGEST - 5) + "1.000")) == 0  # straight behind a dot
    assert [one.text for one in find_amounts(" " * (LONGEST - 5) + "1.000")] == ["1.000"]
    assert find_amounts(" " * LONGEST + "1.000") == []


@pytest.mark.parametrize(
    ("text", "kpj"),
    [
        ("12345678901", "12345678901"),
        ("KPJ 12345678901", "12345678901"),
        ("123 4567 8901", "12345678901"),
        ("1234-5678-901", "12345678901"),
        ("99A10000123", "99A10000123"),
        ("*******8901", "*******8901"),
        ("12345******", "12345******"),
        ("123456789012", None),
        ("1234567890", None),
        ("12345678901 12345678902", None),
        ("***********", None),
        ("A12345678901", None),
        ("as of 31 Oct 2026 is IDR 12,345,678.00", None),  # words are no part of a number
        ("12345678901 as of 31 Oct 2026 is IDR 12,345,678.00", "12345678901"),
        ("per 31 10 2026 123.456,00", None),
        ("-", None),
    ],
)
def test_a_membership_number_has_eleven_places(text: str, kpj: str | None) -> None:
    assert VALUES.kpj(text) == kpj


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("12345678901", ["12345678901"]),
        ("a 12345678901, b 12345678902", ["12345678901", "12345678902"]),
        ("08123456789", []),
        ("62812345678", []),
        ("62112345678", ["62112345678"]),
        ("12345678901.5", []),
        ("12345678901-1", []),
        ("x12345678901", []),
        ("+12345678901", []),
        ("12345678901.", ["12345678901"]),
        ("123456789012", []),
        ("12345678901*", []),
    ],
)
def test_a_bare_number_of_eleven_digits_is_a_card_unless_it_is_a_telephone(text: str, found: list[str]) -> None:
    assert VALUES.bare_kpjs(text) == found


@pytest.mark.parametrize(
    ("text", "npp"),
    [
        *(("99000123", "99000123"), ("99000123/001", "99000123/001"), ("99000123 - 01", "99000123-01"), ("JJ990001", "JJ990001")),
        *(("12345", None), ("1234567890", None), ("ABC123456", None), ("-", None)),
    ],
)
def test_an_employers_number(text: str, npp: str | None) -> None:
    assert VALUES.npp(text) == npp


def test_a_company_without_its_number() -> None:
    assert VALUES.without_npp("PT MAJU (99000123)") == "PT MAJU"
    assert VALUES.without_npp("99000123/001 - CV JAYA 99000124") == "CV JAYA 99000124"


@pytest.mark.parametrize(
    "text",
    ["PT MAJU", "pt. maju", "BAHARI, CV", "Maju Jaya Tbk", "Koperasi Sawit", "Bank Rekaan", "RS Umpama", "Andai (Persero)"],
)
def test_a_company_is_known_by_its_form(text: str) -> None:
    assert VALUES.is_company(text)


@pytest.mark.parametrize("text", ["Budi", "PT", "Saldo JHT", "PT A · PU", "PT A | B", "PT A; B", "PT: A", "PT " + "A" * 98])
def test_what_is_no_company(text: str) -> None:
    assert not VALUES.is_company(text)


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("Penerima Upah (PU)", Segment.PU),
        ("BPU", Segment.BPU),
        ("Pekerja Migran", Segment.PMI),
        ("PU / BPU", None),
        ("Budi", None),
        ("x" * 90 + " PU", None),
    ],
)
def test_a_segment_is_the_one_that_is_named(text: str, segment: Segment | None) -> None:
    assert VALUES.segment(text) is segment


def test_nothing_but_a_segment_or_a_status() -> None:
    assert VALUES.is_segment("Penerima Upah (PU)") and not VALUES.is_segment("Segmen PU") and not VALUES.is_segment("PU saja")
    assert VALUES.is_status("Tidak Aktif") and not VALUES.is_status("Status Aktif") and not VALUES.is_status("")
    assert not VALUES.is_status("aktif " * 12)


@pytest.mark.parametrize(("text", "active"), [("Aktif", True), ("Non Aktif", False), ("Aktif / Non Aktif", None), ("Budi", None)])
def test_a_status_is_active_or_not_or_unknown(text: str, active: bool | None) -> None:
    assert VALUES.active(text) is active


def test_the_reasons_are_those_of_the_documents() -> None:
    text = (Path(__file__).resolve().parents[3] / "docs" / "reading.md").read_text("utf-8")
    table = text.partition("`figures.REASONS`")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `") and "taught_" not in line]
    assert {code for row in rows for code in re.findall("`([a-z_]+)`", row)} == REASONS
