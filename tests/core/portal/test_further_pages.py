"""Lists that go on over further pages: every card once, and nothing counted twice that a page only repeats."""

from __future__ import annotations

import datetime as dt
from urllib.parse import parse_qs, urlsplit

import pytest

from core.errors import PageNotUnderstood
from core.models import Balance, Card, Secrets, Segment
from core.portal import flow
from core.portal.cards_road import merge, repeats
from core.portal.profile import for_address
from tests.fakes.raw_server import RawServer, response

FORM = "<form method=post action=/in><input name=nik placeholder=NIK><input type=password name=p><button>Masuk</button></form>"
NIK = "9902034455660001"
PAYMENTS = "<table><tr><th>BLTH<th>Upah<th>Iuran</tr>{}</table>"


def visit(pages: list[str], path: str = "/saldo", asked: list[str] | None = None) -> Balance:
    """The balance of a portal whose balance page goes on: `?hal=2` is the second of `pages`, and so on; the last is repeated."""

    def reply(head: str, body: bytes) -> bytes:
        target = urlsplit(head.split(" ")[1])
        if target.path == "/in":
            return response(b"", f"Location: {path}", status="302 Found")
        inner = FORM
        if target.path == path:
            number = int(parse_qs(target.query).get("hal", ["1"])[0])
            inner = pages[min(number, len(pages)) - 1]
            if asked is not None:
                asked.append(head.split(" ")[1])
        return response(f"<!DOCTYPE html><html><body>{inner}<a href=/keluar>Keluar</a></body></html>".encode())

    with RawServer(reply) as server:
        return flow.check(
            for_address(server.url), NIK, Secrets("Canary77secret"), on_step=lambda _: None, today=dt.date(2026, 11, 22)
        )


def card(kpj: str, amount: str, more: str = "") -> str:
    return f"<h3>Saldo JHT</h3>{more}<table><tr><td>KPJ<td>{kpj}</tr><tr><td>Saldo JHT<td>Rp {amount}</tr></table>"


def numbers(at: int, of: int) -> str:
    return " ".join(f"<b>{n}</b>" if n == at else f'<a href="?hal={n}">{n}</a>' for n in range(1, of + 1))


CARDS = [("21000011111", "1.100.000"), ("19000011112", "2.200.500"), ("16000011113", "3.300.900")]
NEXT = '<a href="?hal={}">Selanjutnya</a>'


@pytest.mark.parametrize("says", ["Kartu {} dari 3", "Kartu ke-{} dari 3", "Card {} of 3", "{} dari 3", "Halaman {}/3", ""])
def test_a_card_a_page_with_numbered_links_is_all_cards_or_none(says: str) -> None:
    pages = [card(*one, says.format(n)) + numbers(n, 3) for n, one in enumerate(CARDS, 1)]
    balance = visit(pages)
    assert (balance.total, len(balance.cards)) == (660_140_000, 3)


@pytest.mark.parametrize(
    "says", ["Kartu 1 dari 3", "Kartu ke-1 dari 3", "Card 1 of 3", "KPJ 1/3", "1 dari 3", "Menampilkan 1 dari 3 data"]
)
def test_a_page_that_says_it_is_one_of_several_is_not_the_whole(says: str) -> None:
    with pytest.raises(PageNotUnderstood) as caught:
        visit([card(*CARDS[0], f"<p>{says}</p>")])
    assert caught.value.reason == "cards_incomplete"


@pytest.mark.parametrize(
    "says", ["Data 10/2026", "Kartu 10/2026", "KPJ 1/2/2026", "Saldo per 1/11/2026", "1 dari 1", "Halaman 1 dari 1", "Langkah 1"]
)
def test_a_date_or_an_only_page_is_no_pager(says: str) -> None:
    assert visit([card(*CARDS[0], f"<p>{says}</p>")]).total == 110_000_000


@pytest.mark.parametrize("way", [NEXT, '<a href="?hal={}">2</a>'])
@pytest.mark.parametrize("kpj", ["<p>KPJ 21000011111</p>", ""])
def test_a_balance_over_a_list_of_payments_that_goes_on_is_counted_once(way: str, kpj: str) -> None:
    def page(number: int) -> str:
        rows = "".join(f"<tr><td>{m:02d}-202{number}<td>4.000.000<td>228.000</tr>" for m in range(1, 4))
        return f"{kpj}<p>Saldo JHT: Rp 5.000.500</p>{PAYMENTS.format(rows)}{way.format(number + 1)}"

    asked: list[str] = []
    balance = visit([page(n) for n in range(1, 5)], asked=asked)
    assert (balance.total, len(balance.cards)) == (500_050_000, 1)
    assert len(asked) == 2  # the second page says the same, so nothing more is asked for


def test_pages_of_cards_without_numbers_are_not_added_up() -> None:
    with pytest.raises(PageNotUnderstood) as caught:
        visit([f"<p>Saldo JHT: Rp 5.000.500</p>{NEXT.format(2)}", "<p>Saldo JHT: Rp 6.000.500</p>"])
    assert caught.value.reason == "cards_not_told_apart"


def test_a_page_behind_a_number_elsewhere_is_not_opened() -> None:
    asked: list[str] = []
    assert visit([card(*CARDS[0]) + '<a href="/pesan">2</a>'], asked=asked).total == 110_000_000
    assert asked == ["/saldo"]


def balance_of(*cards: Card) -> Balance:
    return Balance(sum(one.balance for one in cards), cards)


def test_a_card_of_which_one_page_says_more_is_one_card() -> None:
    plain, fuller = Card(5, kpj="1"), Card(5, kpj="1", segment=Segment.PU, npp="99000001")
    assert merge([balance_of(fuller), balance_of(plain)]).total == 5
    assert merge([balance_of(plain), balance_of(fuller)]).total == 5
    assert repeats([balance_of(fuller)], balance_of(plain))


def test_one_number_as_pu_and_as_bpu_is_two_cards() -> None:
    pu, bpu = Card(5, kpj="1", segment=Segment.PU), Card(7, kpj="1", segment=Segment.BPU)
    assert merge([balance_of(pu), balance_of(bpu)]).total == 12
    assert not repeats([balance_of(pu)], balance_of(bpu))


def test_two_amounts_of_one_card_are_refused() -> None:
    with pytest.raises(PageNotUnderstood) as caught:
        merge([balance_of(Card(5, kpj="1")), balance_of(Card(6, kpj="1", segment=Segment.PU))])
    assert caught.value.reason == "twins_disagree"


def test_the_balance_of_another_nik_is_refused() -> None:
    with pytest.raises(PageNotUnderstood) as caught:
        visit(["<p>NIK 9905110101800007</p>" + card(*CARDS[0])])
    assert caught.value.reason == "several_persons"
    assert visit([f"<p>NIK {NIK}</p>" + card(*CARDS[0])]).total == 110_000_000
