"""Words that an icon font draws as pictures: nobody sees them, so they name no figure and no link."""

from __future__ import annotations

import pytest
from lxml import etree, html

from core.errors import PageNotUnderstood
from core.portal import figures
from core.portal.document import parse
from core.portal.icons import is_icon, leads_out
from core.portal.page import Page

WORDS = figures.load_words()
ICONS = [
    '<i class="material-icons">account_balance</i>',
    '<span class="material-symbols-outlined">account_balance</span>',
    "<mat-icon>account_balance</mat-icon>",
    '<i class="v-icon notranslate material-icons">account_balance</i>',
    '<i class="gambar">account_balance</i>',
]


def document(body: str):
    page = f"<!DOCTYPE html><html><head><title>Layanan</title></head><body>{body}</body></html>"
    return parse(page.encode(), "http://127.0.0.1/saldo", "text/html; charset=utf-8")


@pytest.mark.parametrize("icon", ICONS)
@pytest.mark.parametrize(
    "tile", ["<div>{} <b>Rp 3.000.000</b> <small>Upah</small></div>", "<div>{}</div><div>Rp 3.000.000</div>"]
)
def test_a_picture_of_a_bank_labels_no_amount(icon: str, tile: str) -> None:
    with pytest.raises((figures.NotABalancePage, PageNotUnderstood)):
        figures.read(document(f"<h2>JHT</h2><p>KPJ 20000011111</p>{tile.format(icon)}"), WORDS)


@pytest.mark.parametrize("icon", ICONS)
def test_a_label_behind_a_picture_is_still_the_label(icon: str) -> None:
    balance = figures.read(document(f"<p>KPJ 20000011111</p><p>{icon} Saldo JHT: <b>Rp 3.000.000</b></p>"), WORDS)
    assert balance.total == 300_000_000


@pytest.mark.parametrize("icon", ICONS)
def test_a_link_is_known_by_its_words_and_not_by_its_picture(icon: str) -> None:
    ways = Page(document(f'<a href="/saldo">{icon} Lihat Saldo JHT</a>'), 200).ways
    assert [way.said for way in ways] == ["lihat saldo jht"]


def test_a_link_that_is_only_the_picture_of_a_door_leads_out() -> None:
    ways = Page(
        document('<a href="/pergi"><i class="material-icons">exit_to_app</i></a><a href="/x"><mat-icon>savings</mat-icon></a>'),
        200,
    ).ways
    assert [(way.url, way.said) for way in ways] == [("http://127.0.0.1/pergi", "logout")]


@pytest.mark.parametrize(
    ("markup", "drawn"),
    [
        ('<i class="material-icons-round">savings</i>', True),
        ('<i class="material-icons">Saldo JHT</i>', False),
        ('<i class="fa fa-bank">Saldo</i>', False),
        ("<i>Saldo</i>", False),
        ("<i>saldo_jht anda</i>", False),
        ("<b>saldo_jht</b>", False),
        ("<th>SALDO_JHT</th>", False),
        ('<span class="material-icons"><b>Rp 1</b></span>', False),
    ],
)
def test_only_one_name_in_the_fonts_own_way_is_a_picture(markup: str, drawn: bool) -> None:
    element = html.fragment_fromstring(markup) if "<th" not in markup else etree.fromstring(markup)
    assert is_icon(element) is drawn
    assert leads_out(element) is False
