"""Pages that mean harm: whatever they do, nothing reaches a foreign host, the secret stays, and the window can be used afterwards."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from core.simulator.accounts import DEMO
from tests.browser.conftest import Early, Stage, Went
from tests.browser.hostile import HostilePortal

pytestmark = pytest.mark.journey
PORTAL = "simulator-sso2023"


def tour(stage: Stage) -> tuple[Went, HostilePortal]:
    stage.home.add_account(PORTAL)
    with HostilePortal() as portal:
        return stage.go("tour", portal.url), portal


def stuck(stage: Stage) -> Went:
    stage.home.add_account(PORTAL)
    with HostilePortal() as portal:
        return stage.go("stuck", portal.url)


@pytest.mark.early.with_args(tour)
def test_no_hostile_page_gets_anything_out(engine: None, early: Early) -> None:
    went, portal = early(tour)
    assert went.seen["ended"]
    assert portal.foreign.received == b"" and portal.foreign.visits == 0
    asked = b"\n".join(path.encode() + b" " + body for path, body in portal.asked)
    results = went.seen["results"]
    assert results["/"][0] == "filled"  # the honest form; else nothing is proved
    assert DEMO.secret.encode() in asked  # pressed by the person, sent to the portal itself ...
    assert results["/"][2] == urlsplit(portal.url).netloc  # ... which sent it on, where it was not followed
    refused = {path: answer[0] for path, answer in results.items() if path != "got"}
    assert refused["/foreign-form"] == refused["/foreign-button"] == refused["/base"] == refused["/clobbered"] == "foreign"
    assert refused["/get-form"] == "in_address"
    assert (refused["/tree"], refused["/tree-button"], refused["/tree-get"]) == ("filled", "foreign", "in_address")
    for path in ("/frame", "/own-frame", "/covert", "/covered", "/far"):
        assert refused[path] == "no_field", path
    assert refused["/two"] == "several"
    for path in ("/script-away", "/meta-away", "/moved", "/kept", "/by-name", "/refresh"):
        assert refused[path] != "filled", path
    assert all(answer[2] in ("", urlsplit(portal.url).netloc) for path, answer in results.items() if path != "got")
    assert results["got"] in ([], ["notice-denied"])
    assert went.seen["questions"] <= 3
    assert "imported" not in went.steps and "not_imported" not in went.steps


@pytest.mark.early.with_args(stuck)
def test_pages_that_hang_or_grow_are_said_in_words_and_left_by_a_press(engine: None, early: Early) -> None:
    went = early(stuck)
    assert went.seen["/restless"] == "Rp 1.234.567"
    assert went.seen["/endless"] == "Halaman ini tidak menjawab"
    assert went.seen["back"]
