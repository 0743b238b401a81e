"""Which term of the closing identity a label names, however it is worded; and which labels name none."""

from __future__ import annotations

import pytest

from core.money import NumberStyle
from core.statements.lines import Line, Word
from core.statements.roles import Role, role_of
from core.statements.summary import Unclear, pairs_of, terms_of
from core.statements.words import load_statement_words

WORDS = load_statement_words().summary


def line(text: str, y: int = 1) -> Line:
    """A line of a file; three blanks are a wide gap."""
    words, x = [], 0.0
    for part in text.split(" "):
        if part:
            words.append(Word(part, x, x + 5 * len(part), 10))
        x += 5 * len(part) + 4
    return Line(1, y, y, tuple(words))


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Saldo Awal Per 01-01-2020", Role.OPENING),
        ("Saldo Awal Tahun", Role.OPENING),
        ("Opening Balance", Role.OPENING),
        ("Saldo Per 01-01-2024", Role.OPENING),
        ("Pengembangan", Role.GROWTH),
        ("Hasil Pengembangan", Role.GROWTH),
        ("Pengembangan Saldo Awal", Role.GROWTH),
        ("Hasil Pengembangan Saldo dan Iuran", Role.GROWTH),
        ("Iuran Tahun Berjalan", Role.DUES),
        ("Iuran JHT Pemberi Kerja", Role.EMPLOYER_DUES),
        ("Iuran JHT Tenaga Kerja", Role.WORKER_DUES),
        ("Iuran Tambahan", Role.EXTRA_DUES),
        ("Pengembangan Iuran", Role.GROWTH_ON_DUES),
        ("Iuran Pengembangan", Role.GROWTH_ON_DUES),
        ("Saldo yang diambil", Role.TAKEN),
        ("Pengambilan", Role.TAKEN),
        ("Klaim JHT", Role.TAKEN),
        ("Klaim JHT setelah pajak", Role.TAKEN),
        ("Pajak atas klaim JHT", Role.TAX),
        ("PPh Pasal 21", Role.TAX),
        ("Saldo Akhir Per 31-12-2024", Role.CLOSING),
        ("Saldo JHT per 31 Desember 2024", Role.CLOSING),
        ("Closing Balance", Role.CLOSING),
        ("Total Saldo", Role.TOTAL_BALANCE),
        ("Total Iuran", Role.TOTAL_DUES),
        ("Total Iuran dan Pengembangan", Role.TOTAL_DUES_GROWN),
        ("Total Saldo + Total Iuran", Role.TOTAL_ALL),
        ("Akumulasi Iuran JP", None),
        ("Saldo yang dapat diambil", None),
        ("Estimasi Saldo Akhir", None),
        ("Upah terakhir", None),
        ("Tanggal", None),
    ],
)
def test_labels_name_their_terms(label: str, role: Role | None) -> None:
    assert role_of(label, WORDS) is role


def test_two_labels_with_amounts_on_one_line_are_two_pairs() -> None:
    found = pairs_of([line("Saldo Awal : 0      Pengembangan Iuran : 4.546,00")], WORDS)
    assert [(pair.role, pair.amount) for pair in found] == [(Role.OPENING, "0"), (Role.GROWTH_ON_DUES, "4.546,00")]


def test_a_label_may_begin_on_the_line_above() -> None:
    found = pairs_of([line("Saldo Akhir"), line("Per 31-12-2024      1.000.000,00", 2)], WORDS)
    assert [(pair.role, pair.amount) for pair in found] == [(Role.CLOSING, "1.000.000,00")]


def test_labels_may_stand_over_their_amounts() -> None:
    lines = [line("Saldo Awal      Pengembangan      Saldo Akhir"), line("1.000,00          50,00           1.050,00", 2)]
    assert [pair.role for pair in pairs_of(lines, WORDS)] == [Role.OPENING, Role.GROWTH, Role.CLOSING]


def test_a_sentence_is_a_label_with_its_amount() -> None:
    (pair,) = pairs_of([line("Saldo Akhir Per 31-12-2020 adalah sebesar Rp 69.712.233,00.")], WORDS)
    assert (pair.role, pair.amount) == (Role.CLOSING, "Rp 69.712.233,00")


def test_years_and_counts_are_no_amounts() -> None:
    assert [pair.amount for pair in pairs_of([line("Iuran Tahun 2020 : 3.000,00"), line("Masa iuran : 54 Bln", 2)], WORDS)] == [
        "3.000,00"
    ]


def test_a_dash_is_zero_but_never_a_closing_balance() -> None:
    pairs = pairs_of([line("Saldo yang diambil : -"), line("Saldo Akhir : -", 2)], WORDS)
    terms = terms_of(pairs, NumberStyle.INDONESIAN)
    assert terms.get(Role.TAKEN) == 0
    assert terms.get(Role.CLOSING) is None


def test_a_term_with_two_amounts_is_refused() -> None:
    pairs = pairs_of([line("Saldo Akhir : 1.000,00"), line("Saldo Akhir : 2.000,00", 2)], WORDS)
    with pytest.raises(Unclear) as caught:
        terms_of(pairs, NumberStyle.INDONESIAN)
    assert caught.value.reason == "figures_disagree"
