"""Taught rules: what pointing at a figure can make of a page, and what it never can."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance
from core.portal import document, figures
from core.portal.document import Document
from core.portal.taught import REASONS, Candidate, Lesson, Means, Place, Proof, Proposal, Rule, candidates, read_with, rule_for
from core.words import Words

WORDS = figures.load_words()
PORTAL = "bpjstk-es"
RULE = Rule(PORTAL, ("kekayaan", "pundi"), Means.BALANCE, Place.ROW, Proof.ONLY)
AMOUNT = "Rp 48.731.902"
LIST = (
    "<h1>Saldo JHT</h1><table><tr><td>KPJ</td><td>21098764567</td></tr><tr><td>Nama</td><td>SITI AMINAH</td></tr>"
    f"<tr><td>Kekayaan Pundi</td><td>{AMOUNT}</td></tr></table>"
)
STATEMENT = (
    "<h1>Rincian JHT</h1><table><tr><td>Saldo Awal</td><td>Rp 40.000.000</td></tr><tr><td>Iuran</td><td>Rp 6.000.000</td></tr>"
    f"<tr><td>Hasil Pengembangan</td><td>Rp 2.731.902</td></tr><tr><td>Kekayaan Pundi</td><td>{AMOUNT}</td></tr></table>"
)
CARDS = (
    "<h1>Rincian JHT</h1><table><tr><th>KPJ</th><th>Perusahaan</th><th>Kekayaan Pundi</th></tr>"
    "<tr><td>21098764567</td><td>PT MAJU</td><td>Rp 40.000.000</td></tr>"
    "<tr><td>21098764568</td><td>PT MUNDUR</td><td>Rp 8.731.902</td></tr></table>"
)


def page(inner: str, title: str = "Portal") -> Document:
    source = f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{inner}</body></html>"
    return document.parse(source.encode(), "https://portal.example.test/saldo", "text/html; charset=utf-8")


def pointed(inner: str, amount: str = AMOUNT, **more: object) -> Proposal:
    """What pointing at that amount leads to."""
    read = page(inner)
    lesson = Lesson(read, PORTAL, **more)  # type: ignore[arg-type]
    return lesson.propose(next(one for one in lesson.candidates if one.text == amount))


def read(inner: str, *rules: Rule) -> Balance:
    return read_with(page(inner), rules, WORDS)


def refusal(inner: str, *rules: Rule) -> str | None:
    with pytest.raises(PageNotUnderstood) as caught:
        read(inner, *rules)
    return caught.value.reason


# what a person is shown


def test_every_amount_is_shown_with_the_words_around_it() -> None:
    (one,) = candidates(page(LIST))
    assert one == Candidate(0, AMOUNT, "Kekayaan Pundi", Place.ROW, "", "Saldo JHT", "", "/html/body/table/tr[3]/td[2]", 0, None)


def test_an_amount_that_the_page_calls_something_else_cannot_be_pointed_at() -> None:
    assert [one.known for one in candidates(page(STATEMENT))] == ["opening", "contribution", "growth", None]
    assert pointed(STATEMENT, "Rp 6.000.000").missing == "taught_contribution"


def test_the_same_amount_twice_is_told_apart_by_its_place() -> None:
    first, second = candidates(page("<p>Kekayaan: Rp 5.000.000</p><p>Pundi: Rp 5.000.000</p>"))
    assert (first.nth, second.nth) == (0, 1)
    assert first.path != second.path


# what a rule can make of a page


def test_unknown_words_are_read_once_they_were_pointed_at_and_nothing_else_is_left() -> None:
    with pytest.raises((PageNotUnderstood, figures.NotABalancePage)):
        read(LIST)
    proposal = pointed(LIST)
    assert (proposal.proof, proposal.missing) == (Proof.ONLY, None)
    assert proposal.rule is not None
    assert proposal.rule.label == ("kekayaan", "pundi")
    assert read(LIST, proposal.rule).total == 48_731_902_00


def test_the_closing_balance_of_a_statement_is_proved_by_its_sum() -> None:
    proposal = pointed(STATEMENT)
    assert proposal.proof is Proof.SUM
    assert proposal.rule is not None
    assert read(STATEMENT, proposal.rule).total == 48_731_902_00


def test_cards_are_proved_by_an_amount_that_they_add_up_to_whatever_its_words() -> None:
    inner = CARDS + f"<p>Jumlah Pundi: {AMOUNT}</p>"
    proposal = pointed(inner, "Rp 40.000.000")
    assert proposal.proof is Proof.CARDS
    assert proposal.rule is not None
    assert [card.balance for card in read(inner, proposal.rule).cards] == [40_000_000_00, 8_731_902_00]


def test_pointing_at_the_sum_of_cards_teaches_the_words_of_the_cards() -> None:
    proposal = pointed(CARDS + f"<p>Jumlah Pundi: {AMOUNT}</p>")
    assert proposal.rule is not None
    assert (proposal.rule.label, proposal.proof) == (("kekayaan", "pundi"), Proof.CARDS)


def test_the_same_words_with_another_figure_are_read_the_next_month() -> None:
    rule = pointed(LIST).rule
    assert rule is not None
    assert read(LIST.replace("48.731.902", "49.000.001"), rule).total == 49_000_001_00


def test_a_page_that_is_read_without_rules_is_read_the_same_with_them() -> None:
    plain = LIST.replace("Kekayaan Pundi", "Saldo JHT")
    assert read(plain, RULE) == read(plain)


# what a rule never can

NEVER = {
    "masked": (LIST.replace("48.731.902", "**.***.***"), None),
    "cut off": (LIST.replace("</tr></table>", "<tr><td>x"), "page_cut_off"),
    "two ways to read it": (LIST.replace(AMOUNT, "1.250"), "number_style_unclear"),
    "another programme": (LIST.replace("Saldo JHT", "Saldo JP Jaminan Pensiun"), None),
    "a simulation": (LIST.replace("<h1>Saldo JHT", "<h1>Simulasi Saldo JHT"), None),
    "an example": (LIST + "<p>Data contoh, bukan saldo sebenarnya</p>", "contradiction"),
    "not the balance of JHT": (LIST.replace("Saldo JHT", "Informasi"), "taught_no_jht"),
    "no balance": (LIST + "<p>Data saldo tidak ditemukan</p>", None),
    "another unknown amount": (
        LIST.replace("</table>", "<tr><td>Emas Batangan</td><td>Rp 9.000.000</td></tr></table>"),
        "taught_others",
    ),
    "two figures": (LIST + "<table><tr><td>Kekayaan Pundi</td><td>Rp 11.000.000</td></tr></table>", None),
    "a sum that does not hold": (STATEMENT.replace("2.731.902", "2.741.902"), "parts_mismatch"),
    "below zero": (LIST.replace(AMOUNT, "Rp -48.731.902"), None),
    "in thousands": (LIST + "<p>(dalam ribuan rupiah)</p>", "number_style_unclear"),
    "a bound": (LIST.replace(AMOUNT, f"&lt; {AMOUNT}"), None),
    "of the future": (LIST.replace("Kekayaan Pundi", "Kekayaan Pundi per 31 Desember 2090"), None),
    "more than anybody has": (LIST.replace("48.731.902", "480.731.902.000"), "figure_implausible"),
}


@pytest.mark.parametrize("name", NEVER)
def test_no_rule_reads_a_page_that_says(name: str) -> None:
    inner, reason = NEVER[name]
    whole = page(inner) if name != "cut off" else replace(page(inner), whole=False)
    for rule in (RULE, replace(RULE, place=Place.LINE), replace(RULE, means=Means.TOTAL)):
        with pytest.raises((PageNotUnderstood, figures.NotABalancePage, NoBalance)) as caught:
            read_with(whole, (rule,), WORDS)
        if reason is not None and rule is RULE:
            assert getattr(caught.value, "reason", None) == reason


@pytest.mark.parametrize(
    "label",
    [
        *(
            "Saldo Awal",
            "Iuran",
            "Hasil Pengembangan",
            "Upah",
            "Manfaat",
            "Saldo JP",
            "Simulasi",
            "Saldo Minimal",
            "Poin",
            "Total",
            "Nilai",
            "Jumlah (Rp)",
        ),
        *(
            "Bukan Kekayaan",
            "Kekayaan Kemarin",
            "Agustus",
            "Saldo",
            "Saldo JHT",
            "Saldo Rekening Bank",
            "Biaya Admin",
            "Kekayaan Istri",
        ),
    ],
)
def test_words_that_say_something_already_are_never_taught(label: str) -> None:
    """And a file that says so all the same changes nothing."""
    inner = LIST.replace("Kekayaan Pundi", label).replace("Saldo JHT", "Rincian JHT")
    proposals = [Lesson(page(inner), PORTAL).propose(one) for one in candidates(page(inner))]
    assert all(proposal.rule is None for proposal in proposals)
    forged = Rule(PORTAL, tuple(re.findall("[a-z]+", label.lower())), Means.BALANCE, Place.ROW, Proof.ONLY)

    def outcome(*rules: Rule) -> object:
        try:
            return read(inner, *rules)
        except (PageNotUnderstood, figures.NotABalancePage, NoBalance) as refused:
            return type(refused), getattr(refused, "reason", None)

    plain, forged_read = outcome(), outcome(forged)
    assert isinstance(forged_read, Balance) == isinstance(plain, Balance)


def test_a_rule_whose_words_are_gone_says_so() -> None:
    assert refusal("<h1>Saldo JHT</h1><p>Saldo Emas Permata Anda sedang Rp 5.000.000 diolah ulang</p>", RULE) in (
        "taught_gone",
        "label_unclear",
    )


def test_a_rule_whose_words_stand_in_another_place_says_so() -> None:
    moved = f"<h1>Saldo JHT</h1><p>Kekayaan Pundi: {AMOUNT}</p>"
    assert refusal(moved, RULE) == "taught_moved"
    assert refusal(LIST, replace(RULE, beside=("contribution", "opening"))) == "taught_moved"


def test_what_was_proved_by_a_sum_must_be_proved_by_a_sum_again() -> None:
    rule = pointed(STATEMENT).rule
    assert rule is not None
    assert refusal(LIST, replace(rule, beside=())) == "taught_weaker"


def test_the_words_beside_another_figure_than_the_pages_own_are_a_contradiction() -> None:
    """The portal has its old words back, and uses the taught ones for something else."""
    inner = LIST.replace("<tr><td>Kekayaan Pundi", "<tr><td>Saldo JHT</td><td>Rp 50.000.000</td></tr><tr><td>Kekayaan Pundi")
    assert read(inner).total == 50_000_000_00
    assert refusal(inner, RULE) == "taught_two"


def test_an_old_rule_against_a_page_that_is_read_is_said_to_the_person_who_points() -> None:
    inner = LIST.replace("<tr><td>Kekayaan Pundi", "<tr><td>Saldo JHT</td><td>Rp 50.000.000</td></tr><tr><td>Kekayaan Pundi")
    assert pointed(inner).missing == "taught_already_read"
    assert pointed(inner, rules=(RULE,)).missing == "taught_stale"


def test_an_unproved_figure_leads_to_no_rule_but_says_what_is_missing() -> None:
    proposal = pointed(LIST.replace("</table>", "<tr><td>Emas Batangan</td><td>Rp 9.000.000</td></tr></table>"))
    assert (proposal.balance, proposal.missing) == (None, "taught_others")


def test_a_candidate_of_another_page_is_nothing() -> None:
    assert rule_for(page(STATEMENT), candidates(page(LIST))[0], PORTAL).missing == "taught_gone"


# what is kept


@pytest.mark.parametrize(
    "label",
    [
        "Kekayaan SITI",
        "Kekayaan Siti Aminah",
        "Dana Maju",
        "Pundi Cahaya",
        "Halo Siti kekayaan",
        "Kekayaan Rahmat",
        "Yayasan Pundi Kasih",
    ],
)
def test_a_name_is_never_part_of_a_rule(label: str) -> None:
    inner = LIST.replace("Kekayaan Pundi", label).replace(
        "</table>", "<tr><td>Perusahaan</td><td>PT MAJU CAHAYA</td></tr></table><p>Selamat datang, Siti</p>"
    )
    proposal = pointed(inner, private=("Rahmat Hidayat", "siti@example.test"))
    assert proposal.rule is None
    assert proposal.missing in ("taught_personal", "taught_no_words")


@pytest.mark.parametrize(
    "label", ["Budi Santoso", "Harta Budi Santoso", "Punya Wayan", "Tabungan keluarga Siregar", "BUDI SANTOSO"]
)
def test_a_word_nobody_knows_with_a_capital_may_be_a_name_and_is_not_kept(label: str) -> None:
    proposal = pointed(LIST.replace("Kekayaan Pundi", label))
    assert (proposal.rule, proposal.missing) == (None, "taught_personal")
    assert pointed(LIST.replace("Kekayaan Pundi", label.lower())).rule is not None  # written small it is none


def test_numbers_and_dates_beside_the_words_are_left_out() -> None:
    rule = pointed(LIST.replace("Kekayaan Pundi", "Kekayaan Pundi 12345 per 31 Oktober 2026")).rule
    assert rule is not None
    assert rule.label == ("kekayaan", "pundi", "per")


def test_every_reason_has_its_words_in_both_languages() -> None:
    for language in ("id", "en"):
        known = Words.load(language).table["reason"]
        assert [reason for reason in REASONS if reason not in known] == []
