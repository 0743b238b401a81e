"""What a visit hands on: figures with texts that are safe to print, store and show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from core.errors import CredentialsRejected, PageNotUnderstood
from core.models import Secrets
from core.portal import flow
from core.portal.profile import for_address
from core.unread import UnreadPage
from tests.fakes.raw_server import RawServer, response

SECRETS = Secrets("Canary77secret", "482913")
FORM = (
    b"<form method=post action=/in><input name=email placeholder=Email><input type=password name=p><button>Masuk</button></form>"
)


def visit(balance_page: str, answer: str | None = None, on_unread: Callable[[UnreadPage], None] | None = None):
    def reply(head: str, body: bytes) -> bytes:
        path = head.split(" ")[1]
        if path == "/in":
            return response(answer.encode(), status="200 OK") if answer else response(b"", "Location: /saldo", status="302 Found")
        inner = balance_page.encode() if path == "/saldo" else FORM
        return response(b"<!DOCTYPE html><html><body>" + inner + b"<a href=/keluar>Keluar</a></body></html>")

    with RawServer(reply) as server:
        profile = for_address(server.url)
        return flow.check(
            profile, "a@example.test", SECRETS, on_step=lambda _: None, today=dt.date(2026, 11, 22), on_unread=on_unread
        )


def page(company: str) -> str:
    return (
        "<table><tr><th>KPJ</th><th>Nama Perusahaan</th><th>Saldo JHT</th></tr>"
        f"<tr><td>21098764567</td><td>{company}</td><td>Rp 12.345.678,00</td></tr></table>"
    )


def test_the_balance_is_read_behind_one_sign_in() -> None:
    balance = visit(page("PT Maju"))
    assert (balance.total, balance.cards[0].company) == (1234567800, "PT Maju")


def test_a_company_name_cannot_steer_a_terminal_or_turn_a_line_round() -> None:
    company = visit(page("PT \u202eMaju \u009b31m Bersama\u200f")).cards[0].company
    assert company is None or (company.isprintable() and "\u202e" not in company and "\u200f" not in company)


def test_a_company_that_is_the_secret_is_blotted_out() -> None:
    assert "Canary77secret" not in repr(visit(page("PT Canary77secret")).cards)


def test_a_refusal_that_repeats_the_secret_is_quoted_without_it() -> None:
    with pytest.raises(CredentialsRejected) as caught:
        visit("", answer="<html><body><div class=alert>Kata sandi Canary77secret salah</div></body></html>")
    assert caught.value.portal_words == "Kata sandi •••• salah"


def unread_of(balance_page: str, answer: str | None = None) -> UnreadPage:
    found: list[UnreadPage] = []
    with pytest.raises(PageNotUnderstood):
        visit(balance_page, answer, on_unread=found.append)
    assert len(found) == 1
    return found[0]


def test_a_page_that_was_not_understood_is_handed_on_as_it_came() -> None:
    unread = unread_of("<h1>Saldo JHT</h1><p>Nilai Kepesertaan Anda: Rp 12.345.678,00</p>")
    assert unread.text().startswith("<!DOCTYPE html><html><body><h1>Saldo JHT</h1>")
    assert (unread.whole, unread.url.endswith("/saldo")) == (True, True)


def test_the_page_that_promised_the_balance_is_handed_on_and_not_a_later_one() -> None:
    unread = unread_of("<a href=/berita>Layanan</a><h1>Saldo JHT</h1><table><tr><td>Saldo JHT<td>Rp 1.250</table>")
    assert "1.250" in unread.text()


def test_an_answer_in_unknown_words_is_handed_on_too() -> None:
    assert "Xyzzy" in unread_of("", "<html><body><p>Xyzzy qwerty</p>" + FORM.decode() + "</body></html>").text()


def test_a_page_handed_on_is_free_of_the_pin() -> None:
    assert "482913" not in unread_of("<h1>Saldo JHT</h1><p>PIN 482913 Nilai Kepesertaan: Rp 12.345.678,00</p>").text()


def test_nobody_who_did_not_ask_is_given_a_page() -> None:
    with pytest.raises(PageNotUnderstood):
        visit("<h1>Saldo JHT</h1><p>Nilai Kepesertaan Anda: Rp 12.345.678,00</p>")
