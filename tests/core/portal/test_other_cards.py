"""A page of one card among others: the others are looked at, too, or nothing is answered."""

from __future__ import annotations

import datetime as dt

import pytest

from core.errors import PageNotUnderstood
from core.models import Balance, Secrets
from core.portal import flow
from core.portal.profile import for_address
from tests.fakes.raw_server import RawServer, response

FORM = "<form method=post action=/in><input name=nik placeholder=NIK><input type=password name=p><button>Masuk</button></form>"
FIRST, SECOND = "21000011111", "17000022222"


def visit(pages: dict[str, str], asked: list[str] | None = None) -> Balance:
    """The balance of a portal with these pages behind the log-in, `/saldo` first; `?i=2` is an address of its own."""

    def reply(head: str, body: bytes) -> bytes:
        target = head.split(" ")[1]
        if target == "/in":
            return response(b"", "Location: /saldo", status="302 Found")
        if asked is not None:
            asked.append(target)
        return response(f"<!DOCTYPE html><html><body>{pages.get(target, FORM)}<a href=/keluar>Keluar</a></body></html>".encode())

    with RawServer(reply) as server:
        secrets = Secrets("Canary77secret")
        return flow.check(for_address(server.url), "a@example.test", secrets, on_step=lambda _: None, today=dt.date(2026, 11, 22))


def card(kpj: str, amount: str, company: str = "") -> str:
    named = f"<tr><td>Perusahaan<td>{company}</tr>" if company else ""
    return f"<h3>Saldo JHT</h3><table><tr><td>KPJ<td>{kpj}</tr>{named}<tr><td>Saldo JHT<td>Rp {amount}</tr></table>"


ONE, TWO = card(FIRST, "1.000.100"), card(SECOND, "2.000.200")


def tabs(*captions: str) -> str:
    return "<ul>" + "".join(f'<li><a href="/saldo?i={n}">{text}</a>' for n, text in enumerate(captions, 1)) + "</ul>"


@pytest.mark.parametrize(
    "captions",
    [(FIRST, SECOND), ("PT SATU", "PT DUA"), ("Kartu 1", "Kartu 2"), ("Penerima Upah", "Bukan Penerima Upah"), (f"KPJ {FIRST}", f"KPJ {SECOND}")],
)  # fmt: skip
def test_tabs_that_name_other_cards_are_opened(captions: tuple[str, str]) -> None:
    both = tabs(*captions)
    balance = visit({"/saldo": both + ONE, "/saldo?i=1": both + ONE, "/saldo?i=2": both + TWO})
    assert (balance.total, [one.kpj for one in balance.cards]) == (300_030_000, [FIRST, SECOND])


@pytest.mark.parametrize("caption", ["Lihat semua kartu", "Kartu lainnya (1)", "View all cards"])
@pytest.mark.parametrize("rest", [TWO, ONE + TWO])
def test_a_link_to_the_other_cards_is_followed(caption: str, rest: str) -> None:
    assert visit({"/saldo": f'{ONE}<a href="/lain">{caption}</a>', "/lain": rest}).total == 300_030_000


def test_a_list_of_all_cards_that_names_no_other_is_no_obstacle() -> None:
    page = f'{ONE}<a href="/semua">Lihat semua kartu</a>'
    assert visit({"/saldo": page, "/semua": f"<h3>Kartu Saya</h3><p>{FIRST} PT SATU</p>"}).total == 100_010_000


@pytest.mark.parametrize("behind", ["<p>Kartu Anda</p>", f"<p>{FIRST}</p><p>{SECOND}</p>"])
def test_a_list_of_cards_without_balances_leaves_the_balance_unproved(behind: str) -> None:
    with pytest.raises(PageNotUnderstood) as caught:
        visit({"/saldo": f'{ONE}<a href="/semua">Lihat semua kartu</a>', "/semua": behind})
    assert caught.value.reason == "cards_incomplete"


FILTER = "<form action=/saldo><select name=i><option value=1{}>{}<option value=2>{}</select><button>Tampilkan</button></form>"


@pytest.mark.parametrize("names", [("PT SATU", "PT DUA"), ("PU", "BPU")])
def test_the_other_entries_of_a_filter_are_chosen(names: tuple[str, str]) -> None:
    both = FILTER.format(" selected", *names)
    assert visit({"/saldo": both + ONE, "/saldo?i=2": both + TWO}).total == 300_030_000


def test_an_entry_without_a_card_adds_nothing() -> None:
    both = FILTER.format(" selected", "PU", "BPU")
    assert (
        visit({"/saldo": both + ONE, "/saldo?i=2": both + "<h3>Saldo JHT</h3><p>Tidak ada data saldo</p>"}).total == 100_010_000
    )


def test_an_entry_that_leads_nowhere_leaves_the_balance_unproved() -> None:
    both = FILTER.format(" selected", "PU", "BPU")
    with pytest.raises(PageNotUnderstood) as caught:
        visit({"/saldo": both + ONE, "/saldo?i=2": both + "<p>Silakan tunggu</p>"})
    assert caught.value.reason == "cards_incomplete"


@pytest.mark.parametrize(
    "beside",
    [
        FILTER.replace("value=1{}>{}", "value=''>Semua<option value=1>{}").format("PT SATU", "PT DUA"),  # all are shown
        FILTER.format(" selected", "2026", "2025"),
        tabs("Peserta", "Iuran", "PT DUA").replace("/saldo?i=3", "/profil"),
        '<a href="/saldo?i=2">PT SATU</a>',
        '<a href="/perusahaan/9">PT MITRA</a>',
        '<a href="/saldo?i=2">Unduh kartu 17000022222</a>',
        '<a href="tel:17000022222">17000022222</a>',
    ],
)
def test_what_names_no_other_card_is_left_alone(beside: str) -> None:
    asked: list[str] = []
    balance = visit({"/saldo": beside + card(FIRST, "1.000.100", "PT SATU")}, asked)
    assert balance.total == 100_010_000
    assert [address for address in asked if address != "/"] == ["/saldo", "/keluar"]


LIST = "<h2>Saldo JHT</h2>" + "".join(
    f'<table><tr><td>{kpj}<td>PT {n}<td><a href="/d{n}">Lihat</a></tr></table>' for n, kpj in ((1, FIRST), (2, SECOND))
)
TOTAL = "<p>Total saldo JHT seluruh kartu: Rp {}</p>"


def test_each_card_s_page_may_print_the_total_of_all() -> None:
    balance = visit({"/saldo": LIST, "/d1": ONE + TOTAL.format("3.000.300"), "/d2": TWO + TOTAL.format("3.000.300")})
    assert (balance.total, len(balance.cards), balance.total_is_portals) == (300_030_000, 2, True)


def test_a_total_of_all_that_the_cards_do_not_add_up_to_is_refused() -> None:
    with pytest.raises(PageNotUnderstood) as caught:
        visit({"/saldo": LIST, "/d1": ONE + TOTAL.format("3.000.300"), "/d2": TWO + TOTAL.format("4.000.300")})
    assert caught.value.reason == "total_mismatch"


def test_a_total_of_all_on_each_card_s_page_is_not_added_up() -> None:
    pages = {f"/d{n}": f"<p>KPJ {kpj}</p>{TOTAL.format('3.000.300')}" for n, kpj in ((1, FIRST), (2, SECOND))}
    with pytest.raises(PageNotUnderstood) as caught:
        visit({"/saldo": LIST, **pages})
    assert caught.value.reason == "cards_not_told_apart"


@pytest.mark.parametrize(
    "held_back",
    [
        "<select onchange=muat()><option selected>PT SATU<option>PT DUA</select>",
        "<select><option>PU<option>BPU</select>",
        "<a href=# onclick=muat(1)>PT SATU</a><a href=# onclick=muat(2)>PT DUA</a>",
        "<button type=button>Kartu 1</button><button type=button>Kartu ke-2</button>",
        "<p>Kartu nonaktif tidak ditampilkan.</p>",
        "<p>Menampilkan sebagian kartu.</p>",
        "<p>Data kartu kedua gagal dimuat.</p>",
        "<p>Saldo kartu 2 tidak dapat ditampilkan</p>",
        "<p>Gagal memuat kartu lainnya</p>",
        "<p>Only active cards are shown.</p>",
        "<p>Some cards could not be loaded.</p>",
    ],
)
def test_cards_that_only_a_script_would_show_are_not_left_out_in_silence(held_back: str) -> None:
    with pytest.raises(PageNotUnderstood) as caught:
        visit({"/saldo": ONE + held_back})
    assert caught.value.reason == "cards_incomplete"


@pytest.mark.parametrize(
    "beside",
    [
        "<select onchange=muat()><option>2026<option>2025</select>",
        "<select onchange=muat()><option>Semua<option>PT SATU<option>PT DUA</select>",
        "<a href=# onclick=buka()>PT SATU</a>",
        "<p>Jika kartu Anda tidak ditampilkan, hubungi 175.</p>",
        "<p>Kartu yang belum ditautkan tidak ditampilkan.</p>",
        "<p>Kartu Digital dapat ditampilkan di aplikasi.</p>",
        "<p>Saldo kartu ini termasuk pengembangan tahun lalu</p>",
        "<p>Semua kartu Anda ditampilkan.</p>",
    ],
)
def test_remarks_that_leave_no_card_out_do_not_hide_the_balance(beside: str) -> None:
    assert visit({"/saldo": ONE + beside}).total == 100_010_000
