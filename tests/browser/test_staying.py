"""Staying signed in: only where it was wished, only encrypted, only the portal's own, and only as long as the portal's session lives."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import Need, Status
from core.kept_session import KeptSession
from core.models import Source, Trigger
from core.money import format_rupiah, to_wire
from core.simulator import Simulator
from core.simulator.accounts import DEMO
from core.simulator.clock import today_in_jakarta
from core.simulator.history import balance_on
from tests.browser.conftest import ROOT, Early, Go, Home, Stage
from tests.browser.script_portals import ScriptPortal

pytestmark = pytest.mark.journey
PORTAL = "simulator-sso2023"
PROGRAM = [sys.executable, "-X", "utf8", str(ROOT / "tests" / "browser" / "program.py")]
KEPT = ".local/share/saldo-jht-demo/portal-1.kept"


def keyring(home: Home) -> Path:
    """A keyring for this home."""
    place = home.folder / "keyring.json"
    place.write_text("[]")
    return place


def hidden(home: Home, address: str) -> tuple[int, list[dict[str, object]]]:
    """What the schedule starts."""
    done = subprocess.run(
        [*PROGRAM, "browse", "--hidden", "--account", "#1", "--trigger", "schedule", "--json", "--demo", "--at", address],
        env=home.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


def values_of(cookies: list[str]) -> list[bytes]:
    return [cookie.split(";")[0].partition("=")[2].encode() for cookie in cookies]


def kept_and_read(stage: Stage) -> None:
    with Simulator() as simulator:
        kept_and_read_at(stage.home, simulator, stage.go)


def kept_and_read_at(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    place, address = keyring(home), simulator.url("sso2023")
    right = balance_on(DEMO, today_in_jakarta()).total
    went = go("stay", address)
    assert went.seen["before"][0] is False  # off unless it is wished
    assert "terenkripsi" in went.seen["after"] and "enam jam" in went.seen["after"] and "terenkripsi" in went.seen["foot"]
    values = values_of(went.seen["cookies"])
    assert values and all(len(value) > 20 for value in values)
    files = {name: body for name, body in home.files().items() if name != "keyring.json"}
    assert len(files[KEPT]) > 0 and (home.folder / KEPT).stat().st_mode & 0o077 == 0
    for name, body in files.items():
        for value in (*values, b"PHPSESSID", b"saldojht.bpjs"):
            assert value not in body, name
    assert not any(value in place.read_bytes() for value in values)

    again = go("again", address)
    assert (again.seen["figure"], again.seen["on"]) == (format_rupiah(right), True)

    other = Home.copy(home, home.folder.parent / "other")
    posts = [entry for entry in simulator.log if entry.method == "POST"]
    code, lines = hidden(home, address)
    assert (code, lines[-1]["total"]) == (0, to_wire(right))
    assert [line["step"] for line in lines if "step" in line][-1] == "storing"
    with home.ledger() as ledger:
        reading, attempt = ledger.history(1)[-1], ledger.attempts(1)[0]
        assert (reading.source, attempt.trigger, attempt.status) == (Source.BROWSER, Trigger.SCHEDULE, Status.OK)
    assert [entry for entry in simulator.log if entry.method == "POST"] == posts

    asked = len(simulator.log)
    code, lines = hidden(home, address)  # never faster than the schedule
    assert (code, lines[-1]["status"]) == (1, "internal_error") and {
        "step": "refused",
        "reason": "too_soon",
        "portal_words": None,
    } in lines
    assert len(simulator.log) == asked

    simulator.end_sessions()
    code, lines = hidden(other, address)
    assert (code, lines[-1]["status"], lines[-1]["total"]) == (3, "human_needed", None)
    assert [entry for entry in simulator.log if entry.method == "POST"] == posts  # a log-in page, and nothing was sent
    with other.ledger() as ledger:
        attempt = ledger.attempts(1)[0]
        assert (attempt.status, attempt.need, attempt.reason) == (Status.HUMAN_NEEDED, Need.UNKNOWN, "kept_session_over")
        assert len(ledger.history(1)) == 1
    assert (other.folder / KEPT).read_bytes() == b""  # the wish stays, the session is gone
    assert "session" not in (other.folder / "keyring.json").read_text()
    code, lines = hidden(other, address)
    assert lines[-1]["status"] == "internal_error"


@pytest.mark.early.with_args(kept_and_read)
def test_a_session_is_kept_only_encrypted_and_read_from_without_a_window(engine: None, early: Early) -> None:
    early(kept_and_read)


def looked_at(stage: Stage, page: str) -> tuple[int, list[dict[str, object]], int]:
    """A session is kept for a page that scripts build, and the schedule looks: its code, its lines, and what is kept then."""
    home = stage.home
    home.add_account(PORTAL)
    keyring(home)
    with ScriptPortal() as portal:
        session = KeptSession(("PHPSESSID=0123456789abcdef; domain=127.0.0.1; path=/",), (portal.address(page),))
        subprocess.run(
            [*PROGRAM, "kept-session", "keep", "--account", "#1", "--demo"],
            env=home.environment(),
            input=session.text(),
            text=True,
            capture_output=True,
            timeout=60,
            check=True,
        )
        return *hidden(home, portal.address(page)), (home.folder / KEPT).stat().st_size


def looked_at_a_counter(stage: Stage) -> tuple[int, list[dict[str, object]], int]:
    return looked_at(stage, "counted")


def looked_at_a_zero(stage: Stage) -> tuple[int, list[dict[str, object]], int]:
    return looked_at(stage, "zero")


@pytest.mark.early.with_args(looked_at_a_counter)
def test_a_figure_that_moves_is_not_stored_without_its_person_and_the_session_goes_on(engine: None, early: Early) -> None:
    code, lines, kept = early(looked_at_a_counter)
    assert (code, lines[-1]["status"], lines[-1]["total"]) == (3, "human_needed", None)
    assert {"step": "refused", "reason": "figure_counted", "portal_words": None} in lines
    assert kept > 0


@pytest.mark.early.with_args(looked_at_a_zero)
def test_a_zero_that_nobody_sees_is_not_believed(engine: None, early: Early) -> None:
    _, lines, kept = early(looked_at_a_zero)
    assert (lines[-1]["status"], lines[-1]["total"]) == ("page_not_understood", None)
    assert kept > 0


def test_without_the_wish_the_next_visit_begins_with_the_log_in(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    keyring(home)
    go("sign_in", simulator.url("sso2023"))
    went = go("again", simulator.url("sso2023"))
    assert (went.seen["kind"], went.seen["figure"], went.seen["on"]) == ("login", None, False)
    assert KEPT not in home.files()
    assert json.loads((home.folder / "keyring.json").read_text()) == []


def test_a_session_the_portal_ended_is_forgotten_in_the_window_too(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    keyring(home)
    go("stay", simulator.url("sso2023"))
    simulator.end_sessions()
    went = go("again", simulator.url("sso2023"))
    assert (went.seen["kind"], went.seen["figure"], went.seen["on"]) == ("login", None, True)
    assert home.files()[KEPT] == b""


def test_forgetting_leaves_nothing_on_the_disk_nor_in_the_keyring_nor_in_the_window(
    home: Home, simulator: Simulator, go: Go
) -> None:
    home.add_account(PORTAL)
    keyring(home)
    go("stay", simulator.url("sso2023"))
    went = go("forget", simulator.url("sso2023"))
    assert went.seen["on"] is False and "dilupakan" in went.seen["about"]
    assert went.seen["foot"].startswith("Cookie, riwayat, dan isian hilang")
    assert KEPT not in home.files()
    assert json.loads((home.folder / "keyring.json").read_text()) == []


def test_without_a_keyring_it_is_not_offered_and_said_why(home: Home, simulator: Simulator, go: Go) -> None:
    home.add_account(PORTAL)
    (home.folder / KEPT).touch()  # it was wished, when there was a keyring
    went = go("not_offered", simulator.url("sso2023"))
    assert went.seen["box"] is False
    assert went.seen["about"].startswith("Tetap masuk tidak ditawarkan: tidak ada brankas sandi")
    assert went.seen["foot"].startswith("Cookie, riwayat, dan isian hilang")


def test_nothing_is_asked_of_the_portal_where_no_session_is_kept(home: Home, simulator: Simulator, engine: None) -> None:
    home.add_account(PORTAL)
    keyring(home)
    code, lines = hidden(home, simulator.url("sso2023"))
    assert (code, lines[-1]["status"]) == (3, "human_needed")
    assert simulator.log == []
