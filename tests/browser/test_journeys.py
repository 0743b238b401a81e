"""A person at the portal of 2023, in the program's own window: everything by hand, read as it is opened, kept on a press."""

from __future__ import annotations

import datetime as dt

import pytest

from core.models import Source
from core.money import format_rupiah
from core.simulator import Simulator
from core.simulator.history import balance_on
from core.simulator.accounts import DEMO
from core.simulator.clock import today_in_jakarta
from tests.browser.conftest import Go, Home

pytestmark = pytest.mark.journey
PORTAL = "simulator-sso2023"


def test_a_person_signs_in_by_hand_and_the_figure_is_read_and_kept(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    went = go("sign_in", simulator.url("sso2023"))
    right = balance_on(DEMO, today_in_jakarta())
    assert went.seen["figure"] == format_rupiah(right.total)
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
