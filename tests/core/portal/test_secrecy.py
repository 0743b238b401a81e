"""A secret is recognised wherever it must not be, and blotted out of what is shown."""

from __future__ import annotations

import pytest

from core.models import Secrets
from core.portal.secrecy import Guard

GUARD = Guard(Secrets("Kata-Sandi9", "482913"))


@pytest.mark.parametrize("text", ["/x?pass=Kata-Sandi9", "/x?p=482913&q=1", "/482913/x", "pin=482913", "abcKata-Sandi9def"])
def test_a_secret_in_an_address_is_seen(text: str) -> None:
    assert GUARD.in_address(text)


@pytest.mark.parametrize("text", ["/x?sid=848291377", "/x", "", "/x?p=48291"])
def test_an_innocent_address_is_let_through(text: str) -> None:
    assert not GUARD.in_address(text)


def test_a_secret_is_blotted_out_of_the_portals_words() -> None:
    assert GUARD.scrub("Sandi Kata-Sandi9 dan PIN 482913 salah") == "Sandi •••• dan PIN •••• salah"
    assert GUARD.scrub(None) is None


def test_a_form_value_that_holds_a_secret_is_seen() -> None:
    assert GUARD.in_values(["", "1", "482913"])
    assert not GUARD.in_values(["4829", "x"])


def test_neither_the_guard_nor_the_secrets_can_be_printed() -> None:
    assert "482913" not in f"{GUARD!r} {GUARD.secrets!r} {GUARD} {GUARD.secrets}"
    assert "Kata" not in f"{GUARD!r} {GUARD.secrets!r}"
