"""What is left when the window is closed: nothing of the portal, in no folder. And what it costs."""

from __future__ import annotations

import pytest

from core.simulator import Simulator
from core.simulator.accounts import DEMO
from core.simulator.clock import today_in_jakarta
from core.simulator.history import balance_on
from tests.browser.conftest import Go, Home
from tests.conftest import busy

pytestmark = pytest.mark.journey
SHOWN_S = 2.0  # from the start of the process to the log-in page, on a machine that has nothing else to do
OURS = {"ledger.sqlite3", "ledger.head", "saldo-jht.log", "hosts.jsonl"}


def test_no_cookie_cache_storage_or_history_is_left_on_the_disk(home: Home, simulator: Simulator, go_alone: Go) -> None:
    home.add_account("simulator-sso2023")
    simulator.faults = {"scripted"}
    went = go_alone("linger", simulator.url("sso2023"))
    assert "JEJAK-COOKIE" in went.seen["cookie"]  # it was there to be left
    files = home.files()
    temporary = {str(path): path.read_bytes() for path in home.temporary.rglob("*") if path.is_file()}
    total = f"{balance_on(DEMO, today_in_jakarta()).total // 100:,}".replace(",", ".").encode()
    for name, body in {**files, **temporary}.items():
        for trace in (b"JEJAK", b"PHPSESSID", DEMO.secret.encode(), b"saldojht.bpjs", total, b"g-recaptcha"):
            assert trace not in body, (name, trace)
            assert trace not in name.encode(), name
    made_by_us = {name for name in files if name.startswith(".local/share/saldo-jht-demo/")}
    assert {name.rpartition("/")[2] for name in made_by_us} <= OURS
    assert sorted(set(files) - made_by_us) == []
    assert list(temporary) == []


def test_the_log_in_page_is_shown_within_two_seconds(home: Home, simulator: Simulator, go_alone: Go) -> None:
    home.add_account("simulator-sso2023")
    for _ in range(3):  # another program may have had the machine for a moment
        taken = go_alone("first_page", simulator.url("sso2023")).seen["shown_s"]
        if taken < SHOWN_S * busy():
            return
    pytest.fail(f"{taken} s ({busy()})")
