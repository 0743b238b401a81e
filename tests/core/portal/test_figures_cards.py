"""Promises of cards and proof: each figure goes to its card, twins agree, cards add up, and every figure shows where it stood."""

from __future__ import annotations

import datetime as dt

import pytest

from core.blth import Blth
from core.errors import NoBalance, PageNotUnderstood
from core.models import Balance, Segment
from core.portal.document import parse
from core.portal.figures import REASONS, SomeCards, load_words, read

WORDS = load_words()
TODAY = dt.date(2026, 11, 22)


def balance_of(body: str) -> Balance:
    page = f"<html><head><title>Saldo JHT</title></head><body>{body}</body></html>"
    return read(parse(page.encode(), "https://portal.example.test/", "text/html; charset=utf-8"), WORDS, today=TODAY)


def refusal_of(body: str) -> str | None:
    with pytest.raises(PageNotUnderstood) as refusal:
        balance_of(body)
    assert refusal.value.reason in REASONS
    return refusal.value.reason


HEAD = "<tr><th>KPJ<th>Perusahaan<th>NPP<th>Segmen<th>Status<th>Iuran Terakhir<th>Saldo JHT</tr>"
ONE = "<tr><td>12345678901<td>PT SATU<td>99000001/000<td>PU<td>Aktif<td>10-2026<td>Rp 40.000.000</tr>"
TWO = "<tr><td>12345678902<td>CV DUA<td>99000002<td>BPU<td>Tidak Aktif<td>Maret 2019<td>Rp 8.731.902</tr>"


def test_a_row_is_a_card_with_all_that_it_says() -> None:
    first, second = balance_of(f"<table>{HEAD}{ONE}{TWO}</table>").cards
    assert (first.kpj, first.company, first.npp, first.segment) == ("12345678901", "PT SATU", "99000001/000", Segment.PU)
    assert (first.active, first.last_contribution, first.balance) == (True, Blth(2026, 10), 4_000_000_000)
    assert (second.active, second.last_contribution, second.segment) == (False, Blth(2019, 3), Segment.BPU)


def test_what_a_page_does_not_say_is_none() -> None:
    (card,) = balance_of("<p>Saldo JHT: Rp 48.731.902</p>").cards
    assert (card.kpj, card.company, card.npp, card.segment, card.active, card.last_contribution) == (None,) * 6


def test_the_total_is_the_portal_s_only_where_it_prints_one() -> None:
    assert not balance_of(f"<table>{HEAD}{ONE}{TWO}</table>").total_is_portals
    printed = balance_of(f"<table>{HEAD}{ONE}{TWO}<tr><td colspan=6>Total<td>Rp 48.731.902</table>")
    assert printed.total_is_portals
    assert printed.total == 4_873_190_200
    assert printed.evidence is not None
    assert "Total" in printed.evidence.label


def test_one_kpj_as_pu_and_as_bpu_is_two_cards() -> None:
    twice = TWO.replace("12345678902", "12345678901")
    assert [card.segment for card in balance_of(f"<table>{HEAD}{ONE}{twice}</table>").cards] == [Segment.PU, Segment.BPU]


def test_twins_that_agree_count_once() -> None:
    phone = "<div><h4>KPJ 12345678901</h4><p>Saldo</p><p>Rp 40.000.000</p></div>"
    assert len(balance_of(f"<table>{HEAD}{ONE}</table>{phone}").cards) == 1


def test_twins_that_disagree_are_refused() -> None:
    phone = "<div><h4>KPJ 12345678901</h4><p>Saldo</p><p>Rp 40.000.001</p></div>"
    assert refusal_of(f"<table>{HEAD}{ONE}</table>{phone}") == "figures_disagree"


def test_amounts_beside_numbers_are_balances_where_the_total_proves_it() -> None:
    items = "<li><p>KPJ 12345678901</p><b>Rp 1.000.000</b></li><li><p>KPJ 12345678902</p><b>Rp 2.000.000</b></li>"
    page = f"<p>Total Saldo JHT</p><p>Rp 3.000.000</p><h3>Kartu Peserta</h3><ul>{items}</ul>"
    assert [card.balance for card in balance_of(page).cards] == [100_000_000, 200_000_000]
    assert refusal_of(page.replace("3.000.000", "3.000.001")) == "cards_unclear"


def test_a_part_of_the_cards_says_that_it_is_one() -> None:
    page = f"<table>{HEAD}{ONE}{TWO}</table><p>Menampilkan 1-2 dari 5 kartu</p>"
    with pytest.raises(SomeCards) as refusal:
        balance_of(page)
    assert (refusal.value.reason, refusal.value.items, len(refusal.value.part.cards)) == ("cards_incomplete", 5, 2)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"<table>{HEAD}{ONE}{TWO}<tr><td colspan=6>Total<td>Rp 48.731.901</table>", "total_mismatch"),
        (f"<table>{HEAD}{ONE}{TWO.replace('Rp 8.731.902', '-')}</table>", "figure_missing"),
        (f"<table>{HEAD}{ONE}{TWO.replace('Rp 8.731.902', 'Rp ****')}</table>", "figure_masked"),
        (f"<table>{HEAD}{ONE}{TWO.replace('Rp 8.731.902', '(Rp 8.731.902)')}</table>", "negative_figure"),
        (f"<table>{HEAD}{ONE.replace('40.000.000', '100.000.000.000')}</table>", "figure_implausible"),
        (f"<table>{HEAD}{ONE.replace('40.000.000', '40.00.000')}</table>", "figure_unreadable"),
        (f"<table>{HEAD}{ONE}</table><p>KPJ 12345678905</p>", "cards_unclear"),
        ("<p>Saldo JHT per 1 Januari 2041: Rp 48.731.902</p>", "future_date"),
        ("<p>Saldo JHT: Rp 48.731.902</p><p>Data saldo tidak ditemukan</p>", "contradiction"),
        ("<p>Gagal memuat data saldo</p><p>Saldo JHT: Rp 0</p>", "contradiction"),
    ],
)
def test_what_the_proof_does_not_cover_is_refused(body: str, reason: str) -> None:
    assert refusal_of(body) == reason


def test_more_cards_than_a_worker_has_are_refused() -> None:
    rows = "".join(f"<tr><td>{12345670000 + n}<td>Rp 1.000.000" for n in range(300))
    assert refusal_of(f"<table><tr><th>KPJ<th>Saldo JHT{rows}</table>") == "too_many_figures"


def test_zero_is_an_answer_and_no_data_is_another() -> None:
    assert balance_of("<p>Saldo JHT: Rp 0</p>").total == 0
    with pytest.raises(NoBalance) as refusal:
        balance_of("<p>Saldo JHT: Rp 0</p><p>Maaf, data saldo tidak ditemukan.</p>")
    assert refusal.value.portal_words == "Maaf, data saldo tidak ditemukan."


def test_the_print_version_must_agree_with_the_screen() -> None:
    both = "<p class=d-print-none>Saldo JHT: Rp 48.731.902</p><p class='d-none d-print-block'>Saldo JHT: Rp {}</p>"
    assert balance_of(both.format("48.731.902")).total == 4_873_190_200
    assert refusal_of(both.format("48.731.903")) == "figures_disagree"
    assert balance_of(both.format("-")).total == 4_873_190_200


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("<p>Saldo JHT per 31 Oktober 2026: Rp 48.731.902</p>", dt.date(2026, 10, 31)),
        ("<p>Saldo JHT: Rp 48.731.902</p><small>per 31-10-2026</small>", dt.date(2026, 10, 31)),
        ("<p>Saldo JHT: Rp 48.731.902</p><p>Dicetak 31-10-2026</p>", None),
        ("<p>Saldo JHT: Rp 48.731.902</p><p>Data per 31-10-2026</p><p>Posisi per 30-10-2026</p>", None),
    ],
)
def test_the_date_is_the_portal_s_own_or_none(said: str, date: dt.date | None) -> None:
    assert balance_of(said).as_of == date


YEARS = "<table><tr><th>Tahun<th>Saldo Awal<th>Iuran<th>Pengembangan<th>Saldo Akhir{}</table>"


def test_the_latest_year_closes_with_the_balance() -> None:
    rows = (
        "<tr><td>2026<td>1.600.000<td>500.000<td>100.000<td>2.200.000<tr><td>2025<td>1.000.000<td>500.000<td>100.000<td>1.600.000"
    )
    assert balance_of(YEARS.format(rows)).total == 220_000_000


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("<tr><td>2025<td>1.000.000<td>500.000<td>100.000<td>1.600.002", "parts_mismatch"),
        (
            "<tr><td>2024<td>1.000.000<td>500.000<td>100.000<td>1.600.000<tr><td>2025<td>1.700.000<td>500.000<td>0<td>2.200.000",
            "parts_mismatch",
        ),
        ("<tr><td>2025<td>1.000.000<td>500.000<td>100.000<td>-", "figure_missing"),
    ],
)
def test_years_that_do_not_add_up_are_refused(rows: str, reason: str) -> None:
    assert refusal_of(YEARS.format(rows)) == reason


# ---- evidence


def test_every_figure_shows_where_it_stood() -> None:
    (card,) = balance_of(f"<table>{HEAD}{ONE}</table>").cards
    assert card.evidence is not None
    assert card.evidence.label == "Saldo JHT"
    assert card.evidence.path.startswith("/html/body/table/")
    assert "«Rp 40.000.000»" in card.evidence.excerpt


def test_an_excerpt_tells_nobody_who_it_is() -> None:
    body = (
        "<p>Nama Peserta: BUDI SANTOSO</p><p>Yth. Budi Santoso (budi@example.test), NIK 9901011203850001, KPJ 12345678901, "
        "saldo JHT Anda adalah Rp 48.731.902, iuran Rp 1.570.000.</p>"
    )
    (card,) = balance_of(body).cards
    assert card.evidence is not None
    shown = card.evidence.excerpt
    assert "«Rp 48.731.902»" in shown
    for secret in ("Budi", "Santoso", "budi@", "9901011203850001", "12345678901", "1.570.000"):
        assert secret not in shown
    assert "8901" in shown
