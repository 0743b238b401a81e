"""A person at the portal of 2023, in the program's own window: everything by hand, read as it is opened, kept on a press."""

from __future__ import annotations

import pytest

from core.models import Source
from core.money import format_rupiah
from core.simulator import Simulator
from core.simulator.accounts import DEMO
from core.simulator.clock import today_in_jakarta
from core.simulator.history import balance_on
from tests.browser.conftest import Early, Go, Home, Stage, Went

pytestmark = pytest.mark.journey
PORTAL = "simulator-sso2023"


def test_a_person_signs_in_by_hand_and_the_figure_is_read_and_kept(home: Home, simulator: Simulator, go_alone: Go) -> None:
    home.add_account(PORTAL)
    went = go_alone("sign_in", simulator.url("sso2023"))
    right = balance_on(DEMO, today_in_jakarta())
    assert went.seen["figure"] == format_rupiah(right.total)
    assert went.seen["next"]  # Return closes the window; the keyboard is not thrown into the page
    with home.ledger() as ledger:
        (reading,) = ledger.history(1)
        assert reading.source is Source.BROWSER
        assert reading.balance.total == right.total
        assert [card.balance for card in reading.balance.cards] == [card.balance for card in right.cards]
        assert all(card.evidence is not None for card in reading.balance.cards)
        assert ledger.attempts(1)[0].status == "ok"
    assert simulator.counts["login_posts"] == 1


def test_user_name_and_password_are_filled_in_on_request_and_sent_by_the_person(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    went = go("sign_in_filled", simulator.url("sso2023"))
    assert went.seen["user"] == DEMO.email
    assert went.seen["secret_is_right"]
    assert simulator.counts["login_posts"] == 1


def test_a_wrong_password_is_said_in_words_and_nothing_is_sent_again(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    went = go("wrong_password", simulator.url("sso2023"))
    assert went.seen["status"] == "credentials_rejected"
    assert went.seen["title"] == "Portal menolak"
    assert "Akun tidak ditemukan" in went.seen["quote"]
    assert simulator.counts["login_posts"] == 1


def test_a_forgotten_tick_is_said_in_words(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    went = go("forgotten_tick", simulator.url("sso2023"))
    assert (went.seen["need"], went.seen["title"]) == ("captcha", "“Saya bukan robot” belum dicentang")


def test_a_page_that_its_script_fills_late_shows_no_figure_but_the_right_one(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    simulator.faults = {"scripted"}
    went = go("scripted_page", simulator.url("sso2023"))
    right = balance_on(DEMO, today_in_jakarta()).total
    assert went.seen["figure"] == format_rupiah(right)
    assert set(went.seen["shown"]) == {str(right)}


def slow(stage: Stage) -> Went:
    stage.home.add_account(PORTAL)
    with Simulator(faults={"slow"}, slow_s=1.5) as simulator:
        return stage.go("sign_in", simulator.url("sso2023"))


def details(stage: Stage) -> tuple[Went, list[int]]:
    stage.home.add_account(PORTAL)
    with Simulator(faults={"scripted"}) as simulator:
        went = stage.go("details", simulator.url("sso2023"))
    with stage.home.ledger() as ledger:
        return went, [reading.balance.total for reading in ledger.history(1)]


@pytest.mark.early.with_args(slow)
def test_a_slow_portal_is_only_slow(engine: None, early: Early) -> None:
    went = early(slow)
    assert went.seen["figure"] == format_rupiah(balance_on(DEMO, today_in_jakarta()).total)


@pytest.mark.early.with_args(details)
def test_the_months_of_each_card_can_be_opened_without_the_figure_changing(engine: None, early: Early) -> None:
    went, stored = early(details)
    assert went.seen["figures"] == [True, True]
    assert stored == [balance_on(DEMO, today_in_jakarta()).total]


def test_a_statement_that_the_portal_offers_is_imported_and_leaves_no_file(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    went = go("download", simulator.url("sso2023"))
    assert "imported" in went.steps
    with home.ledger() as ledger:
        (reading,) = ledger.history(1)
        assert reading.source is Source.STATEMENT
    assert not [name for name in home.files() if name.endswith(".pdf")]
    assert list(home.temporary.rglob("*.pdf")) == []


def test_a_session_that_ended_leads_back_to_the_log_in(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    simulator.end_sessions_after("dashboard.bpjs")
    went = go("session_over", simulator.url("sso2023"))
    assert "Masuk" in went.seen["title"]


def test_a_page_whose_process_is_killed_comes_back_with_one_press(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    went = go("killed_page", simulator.url("sso2023"))
    assert went.seen["titles"] == ["Halaman portal berhenti"] * 2


def test_the_pin_before_the_balance_is_filled_in_at_its_own_page(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account("simulator-sso2019")
    went = go("with_pin", simulator.url("sso2019"))
    assert went.seen["figure"] == format_rupiah(balance_on(DEMO, today_in_jakarta()).total)
    assert (simulator.counts["login_posts"], simulator.counts["pin_posts"]) == (1, 1)
