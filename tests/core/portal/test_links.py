"""Ways on from a page, and the words by which one is chosen."""

from __future__ import annotations

import pytest

from core.portal.document import parse
from core.portal.links import score
from core.portal.page import Page
from core.portal.words import load_words

WORDS = load_words()
LINKS = WORDS.links


def page(html: str) -> Page:
    return Page(parse(f"<html><body>{html}</body></html>".encode(), "https://portal.example/app/menu.php", None), 200)


@pytest.mark.parametrize(
    "said",
    [
        "lihat saldo jht",
        "cek saldo jht",
        "saldo jht",
        "rincian saldo jht",
        "jht balance",
        "buku jht",
        "cek saldo",
        "lihat saldo jht anda",
        "informasi saldo",
        "saldo jaminan hari tua",
        "view balance",
        "menu cek saldo jht",
        "check balance now",
    ],  # fmt: skip
)
def test_words_that_promise_the_balance_are_taken(said: str) -> None:
    assert score(said, LINKS["balance"], WORDS, LINKS["never"]) >= 40


@pytest.mark.parametrize(
    "said",
    [
        "simulasi saldo jht",
        "klaim saldo jht",
        "berita saldo jht",
        "saldo jht naik",
        "cara cek saldo jht",
        "saldo jp",
        "cek saldo jaminan pensiun",
        "saldo jht peserta naik rp 500 triliun pada kuartal ketiga tahun ini kata dirut",
        "registrasi cek saldo",
        "kalkulator saldo",
        "cetak saldo jht",
        "unduh rincian saldo jht pdf",
        "pencairan saldo jht",
        "keluar",
        "",
        "panduan cek saldo",
    ],  # fmt: skip
)
def test_decoys_are_not(said: str) -> None:
    assert score(said, LINKS["balance"], WORDS, LINKS["never"]) == 0


@pytest.mark.parametrize(
    ("html", "url"),
    [
        ("<a href=saldo.php>Cek Saldo</a>", "https://portal.example/app/saldo.php"),
        ("<a href='#' onclick=\"location.href='saldo.php'\">Cek Saldo</a>", "https://portal.example/app/saldo.php"),
        ("<a href=\"javascript:window.location='saldo.php'\">Cek Saldo</a>", "https://portal.example/app/saldo.php"),
        ("<button onclick=\"window.location.href='/saldo'\">Cek Saldo</button>", "https://portal.example/saldo"),
        ("<div data-href=/saldo>Cek Saldo</div>", "https://portal.example/saldo"),
        ("<map><area href=saldo.php alt='Cek Saldo'></map>", "https://portal.example/app/saldo.php"),
        ("<a href=saldo.php><img src=x.gif alt='Cek Saldo'></a>", "https://portal.example/app/saldo.php"),
        ("<a href=saldo.php title='Cek Saldo'><i class=icon></i></a>", "https://portal.example/app/saldo.php"),
    ],
)
def test_every_kind_of_link_is_seen(html: str, url: str) -> None:
    assert [(w.url, w.said) for w in page(html).ways] == [(url, "cek saldo")]


def test_a_base_address_counts() -> None:
    html = b"<html><head><base href='/layanan/'></head><body><a href=saldo>Saldo</a></body></html>"
    assert Page(parse(html, "https://portal.example/x", None), 200).ways[0].url == "https://portal.example/layanan/saldo"


def test_a_menu_of_forms_is_seen_with_its_hidden_choice() -> None:
    (way,) = page(
        "<form method=post action=menu.php><input type=hidden name=m value=3><input type=submit value='Cek Saldo JHT'></form>"
    ).ways
    assert (way.method, way.fields, way.said) == ("post", (("m", "3"),), "cek saldo jht")


def test_a_postback_sends_the_page_s_own_state() -> None:
    (way,) = page(
        "<form method=post action=d.aspx><input type=hidden name=__VIEWSTATE value=abc><input type=hidden name=__EVENTTARGET>"
        "<a href=\"javascript:__doPostBack('ctl00$m','saldo')\">Saldo JHT</a></form>"
    ).ways
    assert way.fields == (("__VIEWSTATE", "abc"), ("__EVENTTARGET", "ctl00$m"), ("__EVENTARGUMENT", "saldo"))


def test_a_form_with_something_to_type_is_no_way() -> None:
    assert page("<form method=post><input name=q><button>Cek Saldo</button></form>").ways == []


@pytest.mark.parametrize("href", ["mailto:a@b", "tel:175", "javascript:void(0)", "#", "#atas", "data:text/html,x"])
def test_what_leads_to_no_page_is_no_way(href: str) -> None:
    assert page(f"<a href='{href}'>Saldo JHT</a>").ways == []


@pytest.mark.parametrize(
    "script",
    [
        "location=this.value",
        "window.location = this.value;",
        "document.location.href=this.options[this.selectedIndex].value",
        "if (this.value) window.location.href = this.value;",
        "if(this.value != ''){ location.assign(this.value); }",
    ],
)
def test_a_list_that_leads_to_what_is_chosen_is_a_menu_of_links(script: str) -> None:
    ways = page(
        f'<form action="/go"><select name="p" onchange="{script}"><option value="">Pilih layanan</option>'
        '<option value="saldo.php">Saldo JHT</option><option value="#">Klaim</option></select></form>'
    ).ways
    assert (
        ways[0].url,
        ways[0].said,
        ways[0].method,
        ways[0].fields,
    ) == ("https://portal.example/app/saldo.php", "saldo jht", "get", None)
    assert [way.said for way in ways if way.fields is None] == ["saldo jht"]


@pytest.mark.parametrize(
    "script", ["go(this.value)", "location = '/a/' + this.value", "confirm('x') && (location=this.value)", ""]
)
def test_a_list_whose_script_does_anything_else_is_none(script: str) -> None:
    ways = page(f'<select onchange="{script}"><option value="saldo.php">Saldo JHT</option></select>').ways
    assert ways == []


def test_an_address_is_known_by_each_of_its_captions() -> None:
    ways = page(
        '<a href="/saldo"><img alt="dompet"></a><a href="/saldo">Cek Saldo JHT</a><a href="/saldo">Cek Saldo JHT</a>'
    ).ways
    assert [(way.url, way.said) for way in ways] == [
        ("https://portal.example/saldo", "dompet"),
        ("https://portal.example/saldo", "cek saldo jht"),
    ]
