"""Promises of money: what is printed is read exactly, what could be two amounts is refused, and there is one formatter."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.money import (
    AmbiguousMoney,
    NotMoney,
    NumberStyle,
    format_rupiah,
    from_wire,
    is_amount,
    page_style,
    parse_amount,
    to_wire,
)

ID, EN, NONE = NumberStyle.INDONESIAN, NumberStyle.ENGLISH, NumberStyle.UNDECIDED


@pytest.mark.parametrize(
    ("text", "sen"),
    [
        ("Rp 48.731.902", 4_873_190_200),
        ("Rp48.731.902,00", 4_873_190_200),
        ("Rp. 1.234.567,-", 123_456_700),
        ("48.731.902,-", 4_873_190_200),
        ("48.731.902,--", 4_873_190_200),
        ("Rp 1.250,\u2013", 125_000),
        ("IDR 48,731,902.00", 4_873_190_200),
        ("4,000,000.00", 400_000_000),
        ("12.500,00", 1_250_000),
        ("1.250,50", 125_050),
        ("1,250.-", 125_000),
        ("12,50", 1_250),
        ("Rp 0", 0),
        ("0", 0),
        ("0,00", 0),
        ("0.00", 0),
        ("48731902", 4_873_190_200),
        ("48731902.50", 4_873_190_250),
        ("48.731.902 rupiah", 4_873_190_200),
        ("48,731,902 IDR", 4_873_190_200),
        ("Rp\u00a048.731.902", 4_873_190_200),
        ("Rp\u202f48\u2009731\u00a0902", 4_873_190_200),
        ("48 731 902,50", 4_873_190_250),
        ("\u200bRp 48.731.902\ufeff", 4_873_190_200),
        ("+Rp 1.000.000", 100_000_000),
        ("Rp : 1.000.000", 100_000_000),
        ("(Rp 5.000.000)", -500_000_000),
        ("Rp (5.000.000)", -500_000_000),
        ("-Rp 5.000.000", -500_000_000),
        ("\u2212 Rp 5.000.000", -500_000_000),
        ("Rp -5.000.000", -500_000_000),
        ("\u2013Rp 5.000.000", -500_000_000),
    ],
)
def test_what_proves_its_own_style_is_read_without_a_page(text: str, sen: int) -> None:
    assert parse_amount(text, NONE) == sen
    assert is_amount(text)


@pytest.mark.parametrize("text", ["1.250", "1,250", "Rp 570.000", "Rp 1.250.-", "Rp 1,250,-"])
def test_one_separator_alone_is_ambiguous(text: str) -> None:
    assert is_amount(text)
    with pytest.raises(AmbiguousMoney):
        parse_amount(text, NONE)


@pytest.mark.parametrize(
    ("text", "style", "sen"),
    [("1.250", ID, 125_000), ("1,250", EN, 125_000), ("Rp 1.250.-", ID, 125_000), ("570.000", ID, 57_000_000), ("0", EN, 0)],
)
def test_the_style_of_the_page_settles_it(text: str, style: NumberStyle, sen: int) -> None:
    assert parse_amount(text, style) == sen


@pytest.mark.parametrize(("text", "style"), [("1.250", EN), ("1,250", ID), ("4,000,000.00", ID), ("48.731.902", EN)])
def test_an_amount_against_the_style_of_its_page_is_refused(text: str, style: NumberStyle) -> None:
    with pytest.raises(AmbiguousMoney):
        parse_amount(text, style)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "-",
        "Rp",
        "Rp -",
        "Rp ****",
        "saldo",
        "１２.000.000",  # full-width digits
        "٤٨",
        "1.2.3",
        "12.34.567",
        "1.2345",
        "1234.567",
        "1.250.50",
        "1,250.000",
        "1.250,5",
        "48.731.902,0",
        "48.731.902,",
        "48.731.902.",
        "01.250.000",
        "08",
        "1e6",
        "0x10",
        "Rp 15 juta",
        "48.731.902-",
        "(5.000.000",
        "5.000.000)",
        "--5.000.000",
        "-(5.000.000)",
        "1 000 00",
        "1. 250.000",
        "1 250 ,50",
        "12-",
        "USD 48,731,902.00",
        "48.731\u2060902",
        "1.\u0661\u0662\u0663",
        "x" * 10_000,
        "1" * 10_000,
        "1" * 60,
        "1.250.0,0",
        "1.250, 5",
    ],
)
def test_what_is_no_amount_is_refused_in_every_style(text: str) -> None:
    assert not is_amount(text)
    for style in NumberStyle:
        with pytest.raises(NotMoney):
            parse_amount(text, style)


def test_refusals_carry_no_figure() -> None:
    with pytest.raises(NotMoney) as refusal:
        parse_amount("Rp 48.731.902 x", NONE)
    assert str(refusal.value) == ""


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        (["Rp 1.250", "Rp 48.731.902"], ID),
        (["Rp 1.250", "12.500,00"], ID),
        (["1,250", "4,000,000.00"], EN),
        (["Rp 1.250,-"], ID),
        (["Rp 500,00"], ID),
        (["IDR 500.00"], EN),
        (["Rp 0", "0,00", "Rp 0.00"], NONE),
        (["1.250"], NONE),
        (["Rp 1.250", "Rp 3,500"], NONE),
        ([], NONE),
        (["48731902"], NONE),
        (["48 731 902"], NONE),
        (["pengembangan 5,70% 12.50 %"], NONE),
        (["pukul 08.30 WIB, 22.11.2026, NPWP 12.345.678.9-012.345, telp. 021.520.7797"], NONE),
        (["v4.12.0, 127.0.0.1, A1.250.000, 5/1.250.000, 021-1.250.000"], NONE),
        (["saldo: Rp 48.731.902. Terima kasih"], ID),
        (["12.50", "12,50"], NONE),
    ],
)
def test_the_style_is_the_page_s(texts: list[str], style: NumberStyle) -> None:
    assert page_style(texts) is style


@pytest.mark.parametrize(
    "texts",
    [["Rp 48.731.902", "Rp 9,000,000.00"], ["12.500,00", "4,000,000.00"], ["Rp 12,50", "1,250,000"], ["Rp 12.50", "1.250.000"]],
)
def test_a_page_that_contradicts_itself_is_refused(texts: list[str]) -> None:
    with pytest.raises(AmbiguousMoney):
        page_style(texts)


@pytest.mark.parametrize(
    ("sen", "shown"),
    [
        (4_873_190_200, "Rp 48.731.902"),
        (4_873_190_250, "Rp 48.731.902,50"),
        (5, "Rp 0,05"),
        (0, "Rp 0"),
        (-500_000, "\u2212Rp 5.000"),
        (100_000, "Rp 1.000"),
    ],
)
def test_there_is_one_way_to_show_an_amount(sen: int, shown: str) -> None:
    assert format_rupiah(sen) == shown


@given(st.integers(-(10**20), 10**20))
def test_a_masked_amount_tells_nothing(sen: int) -> None:
    assert format_rupiah(sen, masked=True) == "Rp ••••••"


@given(st.integers(-(10**18), 10**18))
def test_the_wire_gives_back_what_it_was_given(sen: int) -> None:
    assert from_wire(to_wire(sen)) == sen


@given(st.integers(0, 10**15))
def test_what_is_shown_is_read_back_in_its_style(sen: int) -> None:
    assert parse_amount(format_rupiah(sen), ID) == sen


@given(st.integers(0, 10**13))
def test_english_amounts_are_read_back(sen: int) -> None:
    assert parse_amount(f"IDR {sen // 100:,}.{sen % 100:02d}", EN) == sen


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused_by_name(text: str) -> None:
    for style in NumberStyle:
        try:
            assert isinstance(parse_amount(text, style), int)
        except (NotMoney, AmbiguousMoney):
            continue


@pytest.mark.parametrize(
    "text", ["", "48731902", "48731902.0", "-0.00", "+1.00", "1,00", "01.00", "1.00 ", "9" * 60 + ".00", "٤.00"]
)
def test_only_the_wire_form_is_read_from_the_wire(text: str) -> None:
    with pytest.raises(NotMoney):
        from_wire(text)


@pytest.mark.parametrize("text", ["1.", "1,", ".", ",-", "1.2", "1 ", "((", "-" * 3, "Rp "])
def test_no_text_holds_the_reader_up(text: str) -> None:
    long = text * 200_000
    started = time.process_time()
    page_style([long])
    with pytest.raises(NotMoney):
        parse_amount(long, NONE)
    assert time.process_time() - started < 2
