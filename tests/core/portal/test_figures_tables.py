"""The edges of tables: words beside amounts, cards as columns, and what is missing or too much in a row."""

from __future__ import annotations

import pytest

from tests.core.portal.test_figures_cards import balance_of
from tests.core.portal.test_figures_refusals import refusal_of

TABLE = "<h2>Saldo JHT</h2><table>{}</table>"


@pytest.mark.parametrize(
    ("rows", "cards"),
    [
        (
            "<tr><th>Uraian<th>Nominal<tr><td>KPJ<td>12345678901<tr><td>Nama Perusahaan<td>PT SATU<tr><td>Saldo JHT<td>Rp 5.000.500",
            [("12345678901", "PT SATU", 5_000_500)],
        ),
        (
            "<tr><th>Uraian<th>Nominal<tr><td>Nama Perusahaan<td>MAJU JAYA<tr><td>Saldo JHT<td>Rp 5.000.500",
            [(None, "MAJU JAYA", 5_000_500)],
        ),
        ("<tr><td>KPJ<td>:<td>12345678901<tr><td>Saldo JHT<td>:<td>1.000.500", [("12345678901", None, 1_000_500)]),
        (
            "<tr><th>Uraian<th>Iuran<th>Saldo<tr><td>JHT<td>Rp 100.000<td>Rp 5.000.500<tr><td>JP<td>Rp 50.000<td>Rp 700.000",
            [(None, None, 5_000_500)],
        ),
        (
            "<tr><td>KPJ<td>12345678901<td>12345678902<tr><td>Saldo JHT<td>1.000.500<td>2.000.000",
            [("12345678901", None, 1_000_500), ("12345678902", None, 2_000_000)],
        ),
    ],
)
def test_words_beside_a_figure_say_what_it_is(rows: str, cards: list[tuple[str | None, str | None, int]]) -> None:
    balance = balance_of(TABLE.format(rows))
    assert [(card.kpj, card.company, card.balance // 100) for card in balance.cards] == cards
    assert not balance.total_is_portals


def test_a_last_column_may_be_the_total_of_the_cards_beside_it() -> None:
    rows = "<tr><td>KPJ<td>12345678901<td>12345678902<td>Jumlah<tr><td>Saldo JHT<td>1.000.500<td>2.000.000<td>{}"
    balance = balance_of(TABLE.format(rows.format("3.000.500")))
    assert (balance.total, balance.total_is_portals, len(balance.cards)) == (300_050_000, True, 2)
    assert refusal_of(TABLE.format(rows.format("3.000.501"))) == "total_mismatch"


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ("<tr><th>Uraian<th>Tahun Ini<th>Tahun Lalu<tr><td>Saldo JHT<td>-<td>Rp 5.000.500<td>Rp 4.000.000", "columns_unclear"),
        ("<tr><th>Uraian<th>Nominal<tr><td>Rp 5.000.500<td>Saldo JHT", "NotABalancePage"),
        ("<tr><th>Uraian<th>Nominal<tr><td>Saldo JHT baru sekali<td>Rp 5.000.500", "NotABalancePage"),
        (
            "<tr><td>KPJ<td>12345678901<td>12345678902<tr><td>Perusahaan<td>PT A<td>PT B<tr><td>Saldo JHT<td>1.000.500",
            "cards_unclear",
        ),
    ],
)
def test_a_row_that_does_not_fit_is_refused(rows: str, reason: str) -> None:
    assert refusal_of(TABLE.format(rows)) == reason
