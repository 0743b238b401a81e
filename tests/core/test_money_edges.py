"""The edges of money: how long an amount may be, and what beside it makes it no proof of a page's style."""

from __future__ import annotations

import pytest

from core.money import NotMoney, NumberStyle, format_rupiah, from_wire, page_style, parse_amount, to_wire

ID, EN, NONE = NumberStyle.INDONESIAN, NumberStyle.ENGLISH, NumberStyle.UNDECIDED


@pytest.mark.parametrize(
    ("text", "sen"),
    [
        ("9999999999999999", 999_999_999_999_999_900),  # sixteen digits
        ("1.000.000.000.000.000", 100_000_000_000_000_000),  # six groups
        ("1 000 000 000 000 000", 100_000_000_000_000_000),
        ("123 456 789", 12_345_678_900),
        ("999.999.999.999.999.999,99", 99_999_999_999_999_999_999),
    ],
)
def test_the_longest_amounts_are_read(text: str, sen: int) -> None:
    assert parse_amount(text, ID) == sen


def test_all_that_may_stand_around_the_longest_amount_is_read_with_it() -> None:
    assert parse_amount("( idr. : 999.999.999.999.999.999,99 ) rupiah", ID) == -99_999_999_999_999_999_999


def test_white_space_around_an_amount_counts_to_its_length() -> None:
    assert parse_amount("Rp 1.000.000" + " " * 180, ID) == 100_000_000
    with pytest.raises(NotMoney):
        parse_amount("Rp 1.000.000" + " " * 181, ID)


def test_the_longest_amount_of_the_other_style_is_read() -> None:
    assert parse_amount("1,000,000,000,000,000", EN) == 100_000_000_000_000_000


@pytest.mark.parametrize(
    "text",
    [
        "10000000000000000",  # seventeen digits
        "1.000.000.000.000.000.000",  # seven groups
        "1 000 000 000 000 000 000",
        "\u200c48.731.902",  # an invisible mark that is not known is part of the text
        "\u20211.000.000",
        "Rp 1.000.000 " + "a" * 200,
        "Rp 1.000.000" + " " * 200 + "2",
    ],
)
def test_what_is_longer_or_stranger_is_no_amount(text: str) -> None:
    with pytest.raises(NotMoney):
        parse_amount(text, ID)


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u200f", "\ufeff"])
def test_each_invisible_mark_is_dropped(mark: str) -> None:
    assert parse_amount(f"Rp{mark} 1.000.{mark}000", ID) == 100_000_000


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("Rp : (12,50)", ID),  # four marks between the currency and its amount
        ("Rp : ( (12,50)", NONE),
        ("IDR 12.50", EN),
        ("12,50", NONE),
        ("Saldo Rp 1.250.000.", ID),  # the end of a sentence
        ("Saldo Rp 1.250.000, per hari ini", ID),
        ("IDR 1,250,000, today", EN),
        ("Rp 1.250, dan", NONE),  # a comma of the sentence is no decimal comma
        ("IDR 1,250. And", NONE),
        ("Rp 12.500.000-Rp 13.000.000", ID),
        ("Rp 12.500.000- saja", ID),
        ("IDR 1,250.-", EN),
        ("Rp 1.250,-", ID),
        ("Rp 1.250,\u2013", ID),
        ("Rp 1.250,\u2014", ID),
        ("Rp 1.250,=", ID),
        ("Rp 1.250,x", NONE),
        ("Rp 12,50% per tahun", NONE),
        ("12.500.000%", NONE),
        ("1.250.000/2", NONE),
        ("1.250.000:2", NONE),
        ("1.250.000m", NONE),
        ("x1.250.000", NONE),
        ("a/1.250.000", NONE),
        ("a:1.250.000", NONE),
        ("a-1.250.000", NONE),
        (" -1.250.000", ID),
    ],
)
def test_what_stands_beside_an_amount_decides_whether_it_proves_a_style(text: str, style: NumberStyle) -> None:
    assert page_style([text]) is style


@pytest.mark.parametrize("undecided", ["Bunga 5,70% p.a.", "pukul 08.00", "Rp 1.250", "versi 1.250.000b"])
def test_an_amount_that_proves_nothing_does_not_stand_in_the_way_of_one_that_does(undecided: str) -> None:
    assert page_style([undecided, "Rp 48.731.902,50", undecided]) is ID
    assert page_style([undecided, "Rp 48,731,902.50", undecided]) is EN


def test_two_texts_do_not_run_into_each_other() -> None:
    assert page_style(["Rp 1", "250,50"]) is NONE
    assert page_style(["Rp 1.250,", "50"]) is NONE


def test_a_single_sen_below_zero_keeps_its_sign() -> None:
    assert format_rupiah(-1) == "\u2212Rp 0,01"
    assert to_wire(-1) == "-0.01"
    assert from_wire("-0.01") == -1


def test_the_longest_wire_form_is_read_and_no_longer_one() -> None:
    assert from_wire("9" * 18 + ".00") == int("9" * 18) * 100
    for text in ("9" * 19 + ".00", "0" * 100 + "1.00"):
        with pytest.raises(NotMoney):
            from_wire(text)


def test_sen_behind_nothing_prove_the_style() -> None:
    assert page_style(["Rp 0,50"]) is NumberStyle.INDONESIAN
    assert page_style(["Rp 0.50"]) is NumberStyle.ENGLISH
    assert page_style(["Rp 0,00"]) is NumberStyle.UNDECIDED


def test_a_currency_straight_before_an_amount_is_no_word_that_it_belongs_to() -> None:
    assert page_style(["Rp5.000,50"]) is NumberStyle.INDONESIAN
    assert page_style(["A5.000,50"]) is NumberStyle.UNDECIDED
