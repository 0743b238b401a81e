"""A figure that the reader cannot prove, pointed at in the page itself: proved as everywhere, or not taken."""

from __future__ import annotations

import pytest

from tests.browser.conftest import Go, Home
from tests.browser.served import Served

pytestmark = pytest.mark.journey
PORTAL = "simulator-sso2023"
PAGE = """<!DOCTYPE html><html lang=id><head><meta charset=utf-8><title>Portal</title></head><body>
<h1>Saldo JHT</h1><table><tr><td>KPJ</td><td>21098764567</td></tr><tr><td>Nama</td><td>SITI AMINAH</td></tr>
<tr><td>Kekayaan Pundi</td><td><span id=angka>Rp 48.731.902</span></td></tr>{more}</table>
<script>window.clicks = 0; document.addEventListener('click', function () {{ window.clicks += 1; }}, true);</script></body></html>"""
OTHER = "<tr><td>Angka Rahasia</td><td>Rp 1.000.000</td></tr>"


def served(more: str = "") -> Served:
    return Served({"/": ("text/html; charset=utf-8", PAGE.format(more=more).encode())})


@pytest.mark.parametrize("journey", ["point", "point_by_key"])
def test_a_figure_that_is_pointed_at_is_taught_proved_and_stored(home: Home, go: Go, journey: str) -> None:
    home.add_account(PORTAL)
    with served() as portal:
        went = go(journey, portal.url)
    assert went.seen["before"][1] is None  # nothing was shown before
    assert "Rp 48.731.902" in went.seen["asked"] and "kekayaan pundi" in went.seen["asked"].lower()
    assert went.seen["figure"] == "Rp 48.731.902"
    assert went.seen["clicks"] == 0  # the page heard nothing of the press on it
    assert went.seen["overlay"] == 2  # the frames are gone: <head> and <body>
    with home.ledger() as ledger:
        assert [reading.balance.total for reading in ledger.history(1)] == [4_873_190_200]
    (taught,) = [body for name, body in home.files().items() if name.endswith("taught.json")]
    assert b"48" not in taught and b"AMINAH" not in taught and b"kekayaan" in taught.lower()


def test_what_cannot_be_proved_is_not_taken_and_said_why(home: Home, go: Go) -> None:
    home.add_account(PORTAL)
    with served(OTHER) as portal:
        went = go("point_in_vain", portal.url)
    assert went.seen["why"].startswith("Belum terbukti: ")
    assert (went.seen["figure"], went.seen["overlay"]) == (None, 2)
    assert not any(name.endswith("taught.json") for name in home.files())
