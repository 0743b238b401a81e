"""What a visit hands on: figures with texts that are safe to print, store and show."""

from __future__ import annotations

import datetime as dt

import pytest

from core.errors import CredentialsRejected
from core.models import Secrets
from core.portal import flow
from core.portal.profile import for_address
from tests.fakes.raw_server import RawServer, response

SECRETS = Secrets("Canary77secret", "482913")
FORM = (
    b"<form method=post action=/in><input name=email placeholder=Email><input type=password name=p><button>Masuk</button></form>"
)


def visit(balance_page: str, answer: str | None = None):
    def reply(head: str, body: bytes) -> bytes:
        path = head.split(" ")[1]
        if path == "/in":
            return response(answer.encode(), status="200 OK") if answer else response(b"", "Location: /saldo", status="302 Found")
        inner = balance_page.encode() if path == "/saldo" else FORM
        return response(b"<!DOCTYPE html><html><body>" + inner + b"<a href=/keluar>Keluar</a></body></html>")

    with RawServer(reply) as server:
        profile = for_address(server.url)
        return flow.check(profile, "a@example.test", SECRETS, on_step=lambda _: None, today=dt.date(2026, 11, 22))


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
