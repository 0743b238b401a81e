"""A check from the window's side: whatever the child process does, there are steps, exactly one outcome, and no waiting."""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.errors import Status
from core.models import Secrets, Step
from core.outcome import Outcome
from tests.conftest import busy
from ui.children import child as child_module
from ui.children.child import end_all, environment
from ui.children.worker import CANCELLED, CRASHED, MALFORMED, Command, Worker

PROGRAM = [sys.executable, str(Path(__file__).resolve().parents[1] / "fakes" / "child_program.py")]


def worker(manner: str) -> Worker:
    return Worker([*PROGRAM, manner])


def outcome_of(qtbot: QtBot, manner: str, *arguments: str, secrets: Secrets | None = None) -> Outcome:
    one = worker(manner)
    with qtbot.waitSignal(one.done, timeout=20_000) as caught:
        one.start(list(arguments), secrets)
    outcome = caught.args[0]
    assert isinstance(outcome, Outcome)
    return outcome


def test_a_check_tells_its_steps_in_order_and_then_its_outcome(qtbot: QtBot) -> None:
    one, steps = worker("good"), []
    one.step.connect(steps.append)
    with qtbot.waitSignal(one.done, timeout=20_000) as caught:
        one.start([])
    assert steps == list(Step)
    assert caught.args[0].total == 48_731_902_00
    assert caught.args[0].cards[0].kpj == "08012345678"


def test_a_refusal_brings_its_reason_and_the_portals_own_words(qtbot: QtBot) -> None:
    outcome = outcome_of(qtbot, "refused")
    assert (outcome.status, outcome.reason) == (Status.CREDENTIALS_REJECTED, "wrong_secret")
    assert outcome.portal_words == "PIN yang Anda masukkan salah"
    assert outcome.total is None


@pytest.mark.parametrize(
    ("manner", "reason"),
    [
        ("crash", CRASHED),
        ("cut", CRASHED),
        ("no such manner", CRASHED),
        ("noise", MALFORMED),
        ("after", MALFORMED),
        ("wrong_code", MALFORMED),
        ("flood", CRASHED),
        ("not_utf8", CRASHED),
    ],
)
def test_nonsense_from_the_child_is_never_a_figure(qtbot: QtBot, manner: str, reason: str) -> None:
    assert outcome_of(qtbot, manner) == Outcome(status=Status.INTERNAL_ERROR, reason=reason)


def test_a_program_that_cannot_be_started_is_an_outcome_too(qtbot: QtBot) -> None:
    one = Worker(["/nonexistent/python"])
    with qtbot.waitSignal(one.done, timeout=20_000) as caught:
        one.start([])
    assert caught.args[0] == Outcome(status=Status.INTERNAL_ERROR, reason=CRASHED)


def test_lines_may_come_in_any_pieces_and_stderr_as_loud_as_it_likes(qtbot: QtBot) -> None:
    assert outcome_of(qtbot, "letter_by_letter").status is Status.OK
    assert outcome_of(qtbot, "chatty_stderr").status is Status.OK


def test_cancelling_kills_at_once_and_a_check_is_done_exactly_once(qtbot: QtBot) -> None:
    one, outcomes = worker("deaf"), []
    one.done.connect(outcomes.append)
    with qtbot.waitSignal(one.step, timeout=20_000):
        one.start([])
    began = time.monotonic()
    with qtbot.waitSignal(one.done, timeout=5_000):
        one.cancel()
        assert time.monotonic() - began < 0.05 * busy()  # cancel() itself waits for nothing
    one.cancel()
    assert outcomes == [Outcome(status=Status.INTERNAL_ERROR, reason=CANCELLED)]


def test_a_child_that_takes_longer_than_its_time_is_killed(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.children.worker.CHECK_LIMIT_MS", 200)
    assert outcome_of(qtbot, "hang").reason == CRASHED


def test_quitting_ends_every_child_within_half_a_second_and_says_nothing(qtbot: QtBot, qtlog: object) -> None:
    workers = [worker("deaf") for _ in range(3)]
    for one in workers:
        with qtbot.waitSignal(one.step, timeout=20_000):
            one.start([])
    began = time.monotonic()
    end_all([one.child for one in workers])
    assert time.monotonic() - began < 0.6 * busy()
    assert not any(one.child.running for one in workers)


def test_secrets_reach_the_child_by_stdin_and_by_no_other_way(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONSTARTUP", "/tmp/evil.py")
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys"))
    report = tmp_path / "seen.json"
    outcome_of(qtbot, "echo_world", str(report), secrets=Secrets("rahasia-7391", "480217"))
    seen = json.loads(report.read_text("utf-8"))
    assert seen["stdin"] == "rahasia-7391\n480217\n"
    assert seen["arguments"] == ["echo_world", "check", str(report), "--json"]
    assert "rahasia-7391" not in json.dumps(seen["environment"])
    assert not {"PYTHONSTARTUP", "HTTPS_PROXY", "SSLKEYLOGFILE"} & set(seen["environment"])
    assert seen["environment"]["HOME"] == os.environ["HOME"]


def test_a_check_without_secrets_gives_the_child_an_empty_stdin(qtbot: QtBot, tmp_path: Path) -> None:
    report = tmp_path / "seen.json"
    outcome_of(qtbot, "echo_world", str(report))
    assert json.loads(report.read_text("utf-8"))["stdin"] == ""


def test_another_command_answers_with_the_texts_of_its_last_line(qtbot: QtBot) -> None:
    command = Command([*PROGRAM, "status"])
    with qtbot.waitSignal(command.done, timeout=20_000) as caught:
        command.start(["vault", "status", "--json"])
    assert caught.args == [{"backend": "Kotak contoh"}, 0]


def test_only_names_on_the_list_pass_to_a_child() -> None:
    assert environment(
        {"LD_PRELOAD": "x", "LC_TIME": "id_ID.UTF-8", "XDG_RUNTIME_DIR": "/run", "Path": "/bin", "PYTHONPATH": "y"}
    ) == {
        "LC_TIME": "id_ID.UTF-8",
        "XDG_RUNTIME_DIR": "/run",
        "Path": "/bin",
    }


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert child_module.command()[-1].endswith("main.py")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child_module.command() == [sys.executable]
