"""The page that was not understood, on its way to the window: in memory, within limits, without secrets and without its query."""

from __future__ import annotations

import base64
import zlib

import pytest

from core.models import Secrets
from core.outcome import read_line
from core.portal.secrecy import Guard
from core.unread import MOST_PACKED, MOST_TEXT_BYTES, UnreadPage, without_query

SOURCE = "<html><body><p>Tabungan “Anda”: Rp 1.234.567</p></body></html>"


def packed(text: str = SOURCE) -> UnreadPage:
    page = UnreadPage.pack("https://portal.example/saldo?sid=9#x", text, whole=True)
    assert page is not None
    return page


def test_a_page_travels_and_comes_out_as_it_went_in() -> None:
    assert UnreadPage.from_wire(packed().wire()).text() == SOURCE


def test_its_address_travels_without_what_may_name_a_session_or_a_person() -> None:
    assert packed().url == "https://portal.example/saldo"
    assert without_query("https://budi:123456@portal.example:8443/a?b#c") == "https://portal.example:8443/a"
    assert without_query("http://[::1") == ""


def test_nothing_of_it_stands_in_its_repr() -> None:
    assert "portal.example" not in repr(packed())
    assert packed().packed not in repr(packed())


def test_a_page_too_large_to_travel_stays_behind() -> None:
    import random

    noise = "".join(random.Random(1).choices("abcdefghijklmnopqrstuvwxyz0123456789", k=400_000))
    assert UnreadPage.pack("https://portal.example/", noise, whole=True) is None
    assert UnreadPage.pack("https://portal.example/", "x" * (MOST_TEXT_BYTES + 1), whole=True) is None


@pytest.mark.parametrize(
    "wrong",
    [
        "not base64!",
        base64.b64encode(b"not zlib").decode(),
        base64.b64encode(zlib.compress(b"cut off" * 900)[:-6]).decode(),
        base64.b64encode(zlib.compress(b"\0" * (MOST_TEXT_BYTES + 2))).decode(),
        base64.b64encode(zlib.compress(b"\xff\xfe")).decode(),
    ],
)
def test_what_is_no_packed_page_or_unpacks_to_too_much_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError):
        UnreadPage("https://portal.example/", True, wrong).text()


def test_a_line_that_says_too_much_or_too_little_is_no_page() -> None:
    import json

    good = packed().wire()
    assert read_line(json.dumps(good)) == packed()
    for changed in (
        {**good, "more": 1},
        {**good, "whole": 1},
        {**good, "url": None},
        {**good, "packed": "A" * (MOST_PACKED + 1)},
    ):
        with pytest.raises(ValueError):
            read_line(json.dumps(changed))


def test_a_pin_on_the_page_is_blotted_out_and_a_page_with_the_password_stays_behind() -> None:
    guard = Guard(Secrets("minimal", "482913"))
    assert guard.blot("<p>PIN 482913, Rp 1.482913</p>") == "<p>PIN ••••, Rp 1.••••</p>"
    assert guard.blot("<p>Saldo Minimal Rp 10.000</p>") is None  # "Saldo Rp 10.000" would say something else
    assert guard.blot("<p>Saldo m&#105;nimal</p>") is None
