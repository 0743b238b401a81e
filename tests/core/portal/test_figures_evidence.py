"""Promises of the excerpt: the figure is shown where it stood, and nothing in it tells who the person is."""

from __future__ import annotations

import pytest

from core.money import NumberStyle
from core.portal.figures import load_words
from core.portal.figures.evidence import mask
from core.portal.figures.facts import Page
from tests.core.portal.test_figures_cards import balance_of


def page(*persons: str) -> Page:
    made = Page(load_words(), NumberStyle.INDONESIAN)
    made.persons.update(persons)
    return made


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("KPJ 12345678901", "KPJ •••••••8901"),
        ("KPJ 1234 5678 901", "KPJ •••• •••8 901"),
        ("kode 12345678", "kode ••••5678"),
        ("kode 1234567", "kode 1234567"),  # no number that long names a person
        ("1" * 40, "•" * 27 + "1111" + "•" * 5 + "1111"),
        ("budi.s+jht@surat.contoh.test!", "•••@•••!"),
        ("Iuran Rp 1.250.000 dan 12,500.00", "Iuran Rp •.•••.••• dan ••,•••.••"),
        ("Selamat datang, Budi Santoso", "Selamat datang, B••• S•••"),
        ("Halo BUDI", "Halo B•••"),
        ("Yth. Siti Nur Aini Putri Rahayu di tempat", "Yth. S••• N••• A••• P••• R••• di tempat"),
        ("Bapak/Ibu Budi: KPJ 1", "Bapak/I••• B•••: KPJ 1"),
        ("Saldo JHT per 31-10-2026", "Saldo JHT per ••-••-2026"),
        ("Saldo JHT", "Saldo JHT"),
    ],
)
def test_numbers_names_and_addresses_are_masked(text: str, shown: str) -> None:
    assert mask(page(), text) == shown


def test_the_persons_a_page_names_are_masked_wherever_they_stand() -> None:
    assert mask(page("Siti Rahayu", "Siti"), "Saldo SITI RAHAYU, siti") == "Saldo S••• R•••, S•••"
    assert mask(page("A+B (C"), "Saldo A+B (C") == "Saldo A••• (•••"  # no name is a pattern


def test_the_figure_stands_between_its_marks_and_the_rest_is_cut() -> None:
    (card,) = balance_of(f"<p>{'kata ' * 100}selesai. Saldo JHT: Rp 48.731.902 termasuk pengembangan</p>").cards
    assert card.evidence is not None
    assert card.evidence.excerpt.endswith("Saldo JHT: «Rp 48.731.902» termasuk pengembangan")
    assert len(card.evidence.excerpt) < 330
    assert card.evidence.path == "/html/body/p"


@pytest.mark.parametrize(
    ("body", "excerpt"),
    [
        ("<p>Saldo JHT: 5000500</p>", "Saldo JHT: 5000500 «5000500»"),
        (
            "<table><tr><th>KPJ<th>Saldo<th>Catatan<tr><td>11000000011<td>5.000.500<td>5.000.500</table>",
            "Saldo | •••••••0011 | «5.000.500» | •.•••.•••",
        ),
    ],
)
def test_the_figure_is_marked_once(body: str, excerpt: str) -> None:
    (card,) = balance_of(body).cards
    assert card.evidence is not None and card.evidence.excerpt == excerpt
