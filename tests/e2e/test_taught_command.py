"""Teaching through real processes: a portal of other words is refused, its figure pointed at, and read from then on; then forgotten."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.simulator.accounts import DEMO
from tests.e2e.running import Ran, main

pytestmark = pytest.mark.journey

PORTAL = ("--portal", "simulator-sso2019")
RENAMED = ("check", "--demo", "--fault", "unknown_words", "--json")


def handed_on(ran: Ran) -> str:
    """The page that the check did not understand, as its line."""
    return next(json.dumps(line) for line in ran.lines if line.get("step") == "unread_page")


def test_what_was_pointed_at_once_is_read_from_then_on_and_nothing_of_the_page_is_kept(place: Path) -> None:
    refused = main(place, *RENAMED, "--offer-page")
    assert refused.status == "page_not_understood"
    page = handed_on(refused)
    listed = main(place, "taught", "candidates", "--demo", *PORTAL, stdin=page)
    total = next(line for line in listed.lines if line.get("candidate", {}).get("text") == "Rp 48.471.540,00")  # type: ignore[attr-defined]
    number = str(total["candidate"]["number"])  # type: ignore[index]
    kept = main(place, "taught", "keep", "--demo", *PORTAL, "--choice", number, stdin=page)
    assert (kept.code, kept.lines[-1]["taught"]) == (0, "kept")
    read = main(place, *RENAMED)
    assert (read.status, read.outcome["total"]) == ("ok", "48471540.00")
    assert main(place, "check", "--demo", "--json").status == "ok"
    lying = main(place, "check", "--demo", "--fault", "unknown_words,empty_balance", "--json")
    assert lying.status == "page_not_understood"
    assert "kekayaan" in main(place, "taught", "list", "--demo").out
    assert main(place, "taught", "forget", "--demo", *PORTAL).code == 0
    assert main(place, *RENAMED).status == "page_not_understood"
    for file in place.rglob("*"):
        if file.is_file() and not file.name.startswith("ledger.sqlite3"):  # the record holds its sample's history
            body = file.read_bytes()
            assert b"48.471.540" not in body, file.name
            assert b"unread_page" not in body, file.name
            assert DEMO.pin.encode() not in body, file.name


def test_nobody_who_did_not_ask_for_the_page_gets_it(place: Path) -> None:
    assert [line for line in main(place, *RENAMED).lines if line.get("step") == "unread_page"] == []
    assert main(place, "check", "--demo", "--offer-page").code == 2  # not without --json: it is no text for people
