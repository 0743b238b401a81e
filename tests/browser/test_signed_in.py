"""An account that stays signed in, through the whole program: the schedule's tick, the look without a window, the figure; and the day on
which the portal's session is over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from core.errors import Status
from core.models import Source, Trigger
from core.money import format_rupiah
from core.simulator import Simulator
from core.simulator.accounts import DEMO
from core.simulator.clock import today_in_jakarta
from core.simulator.history import balance_on
from tests.browser.conftest import ROOT, Early, Stage

pytestmark = pytest.mark.journey


def signed_in(stage: Stage) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any]]:
    """The program's first day and a later one, and what stood in the ledger, in the keyring and in the simulator's log."""
    home = stage.home
    home.add_account("simulator-sso2023")
    (home.folder / "keyring.json").write_text("[]")
    (home.folder / "ahead").write_text("0")
    with Simulator() as simulator:
        first = run(stage, simulator, "first")
        posts = asked(simulator, "POST")
        simulator.end_sessions()
        before = len(simulator.log)
        again = run(stage, simulator, "again")
        rest = {
            "posts": [posts, asked(simulator, "POST")],
            "asked_again": [f"{entry.method} {entry.path}" for entry in simulator.log[before:] if ".bpjs" in entry.path],
            "visits": (home.folder / "visits").read_text("ascii").split(),
            "keyring": (home.folder / "keyring.json").read_text(),
        }
    with home.ledger() as ledger:
        rest["attempts"] = [(one.trigger, one.status, one.reason) for one in reversed(ledger.attempts(1))]
        rest["readings"] = [(one.source, one.balance.total) for one in ledger.history(1)]
    return first, again, rest


def asked(simulator: Simulator, method: str) -> int:
    return sum(entry.method == method for entry in simulator.log)


def run(stage: Stage, simulator: Simulator, scenario: str) -> dict[str, Any]:
    root = ["env", "QTWEBENGINE_DISABLE_SANDBOX=1"] if os.geteuid() == 0 else []  # a child's environment is clean
    main = [sys.executable, "-X", "utf8", str(ROOT / "tests" / "browser" / "timed_main.py"), simulator.url("sso2023")]
    done = subprocess.run(
        [sys.executable, "-m", "tests.browser.signed_in", scenario, *root, "env", "QT_QPA_PLATFORM=offscreen", *main],
        cwd=ROOT,
        env=stage.home.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return seen


@pytest.mark.early.with_args(signed_in)
def test_the_schedule_looks_by_itself_and_the_figure_arrives_in_the_window(engine: None, early: Early) -> None:
    first, _, rest = early(signed_in)
    right = balance_on(DEMO, today_in_jakarta()).total
    assert first["signed_in"]["plan"] == ["check", "regular"]
    assert first["signed_in"]["readings"] == 1
    looked = first["looked"]
    assert (looked["figure"], looked["readings"]) == (format_rupiah(right), 2)
    assert looked["attempt"] == ["schedule", "ok", None]
    assert looked["plan"] == ["check", "regular"] and looked["next"] > first["signed_in"]["next"]
    assert rest["visits"][:2] == ["window", "hidden"]
    assert rest["readings"] == [(Source.BROWSER, right)] * 2
    assert rest["attempts"][:2] == [(Trigger.PERSON, Status.OK, None), (Trigger.SCHEDULE, Status.OK, None)]


@pytest.mark.early.with_args(signed_in)
def test_when_the_session_is_over_the_person_is_asked_to_sign_in_and_the_schedule_asks_the_portal_no_more(
    engine: None, early: Early
) -> None:
    _, again, rest = early(signed_in)
    for seen in (again["looked"], again["after"]):  # that day, and forty days later
        assert seen["attempt"] == ["schedule", "human_needed", "kept_session_over"]
        assert "Sesi portal yang disimpan sudah berakhir" in seen["texts"]
        assert "Masuk di jendela portal" in seen["texts"] and "Coba lagi" not in seen["texts"]
        assert (seen["plan"], seen["next"]) == (["remind", "person_road"], None)
        assert (seen["figure"], seen["readings"]) == (format_rupiah(rest["readings"][-1][1]), 2)
    assert "1/needs_you" in again["looked"]["to_tell"]
    assert "1/reminder" in again["after"]["to_tell"]
    assert rest["visits"] == ["window", "hidden", "hidden"]
    assert rest["asked_again"] == ["GET /sso2023/saldojht.bpjs", "GET /sso2023/login.bpjs"]
    assert rest["posts"][0] == rest["posts"][1]
    assert len(rest["attempts"]) == 3
    assert "session" not in rest["keyring"]
