"""The recovery sheet: the key comes back from it, a slip is noticed, and what is printed says the same in letters and as a code."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.ledger.key import Key
from core.recovery import BadSheet, key_from, letters, sheet_text
from core.recovery_page import NoSuchKind, code_of, write_page
from core.words import Words

NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)


@given(st.binary(min_size=32, max_size=32))
def test_the_key_comes_back_however_it_is_typed(raw: bytes) -> None:
    key = Key(raw)
    for typed in (
        letters(key),
        "\n".join(sheet_text(key)),
        letters(key).lower(),
        "-".join(letters(key)),
        letters(key).replace("O", "0"),
    ):
        assert key_from(typed).hex() == key.hex()


@given(st.binary(min_size=32, max_size=32), st.integers(0, 55), st.sampled_from("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"))
def test_one_wrong_letter_is_noticed(raw: bytes, place: int, letter: str) -> None:
    text = letters(Key(raw))
    if text[place] == letter:
        return
    with pytest.raises(BadSheet):
        key_from(text[:place] + letter + text[place + 1 :])


@pytest.mark.parametrize("typed", ["", "AAAA", "A" * 56, "é" * 56, "A" * 57, "A" * 10_000])
def test_what_is_no_sheet_is_refused(typed: str) -> None:
    with pytest.raises(BadSheet):
        key_from(typed)


@pytest.mark.parametrize("kind", ["svg", "pdf", "txt"])
def test_the_page_holds_the_letters_and_is_for_the_owner_only(tmp_path: Path, kind: str) -> None:
    key = Key.new()
    page = tmp_path / f"lembar.{kind}"
    write_page(key, page, Words.load("id"), NOW)
    assert page.stat().st_mode & 0o777 == 0o600
    if kind == "pdf":
        document = pypdfium2.PdfDocument(page)
        text = document[0].get_textpage().get_text_range()
        document.close()
    else:
        text = page.read_text("utf-8")
    for line in sheet_text(key):
        assert line in text
    assert "2026-11-22" in text


def test_another_kind_of_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchKind):
        write_page(Key.new(), tmp_path / "lembar.docx", Words.load("id"), NOW)
    assert list(tmp_path.iterdir()) == []


def test_the_code_has_the_three_corners_every_reader_looks_for() -> None:
    rows = code_of(letters(Key.new()))
    side = len(rows)
    assert all(len(row) == side for row in rows)
    for y, x in ((0, 0), (0, side - 7), (side - 7, 0)):
        assert all(rows[y][x : x + 7])
        assert all(rows[y + 6][x : x + 7])
        assert [row[x + 1] for row in rows[y : y + 7]] == [True, False, False, False, False, False, True]


def test_a_zero_or_a_one_for_the_letters_they_look_like_is_understood() -> None:
    for number in range(40):
        key = Key(bytes((number * 7 + at * 5) % 256 for at in range(32)))
        written = letters(key)
        assert key_from(written.replace("O", "0")) == key
        for alike in "IL":
            typed = written.replace(alike, "1", 5)
            assert key_from(typed) == key


def test_a_row_of_ones_is_no_key_and_costs_no_time() -> None:
    with pytest.raises(BadSheet):
        key_from("1" * 56)


@pytest.mark.parametrize("kind", ["txt", "svg"])
def test_the_sheet_says_where_to_type_it_and_no_line_runs_off_the_page(tmp_path: Path, kind: str) -> None:
    page = tmp_path / f"lembar.{kind}"
    write_page(Key(bytes(32)), page, Words.load("id"), NOW)
    body = page.read_text("utf-8")
    assert "ledger unlock" in " ".join(body.split())
    shown = re.findall(r'font-size="13"[^>]*>([^<]*)<', body) if kind == "svg" else body.splitlines()
    assert max(len(line) for line in shown) <= 60
