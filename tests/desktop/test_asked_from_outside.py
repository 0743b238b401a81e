"""What other processes ask of the running window: to end, to check; and what the system asks: signals, a display that goes away."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.errors import Status
from core.models import Trigger
from tests.desktop.conftest import ROOT, Desktop, Program, until
from tests.fakes.status_notifier import StatusNotifierPanel

pytestmark = [pytest.mark.desktop, pytest.mark.journey]
KEYS = {"status", "portal", "checked_at", "as_of", "total", "cards", "need", "message"}


def command(desktop: Desktop, *arguments: str) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, str(ROOT / "main.py"), *arguments]
    return subprocess.run(
        call,
        env=desktop.environment,
        cwd=desktop.home,
        capture_output=True,
        text=True,
        timeout=60,
        stdin=subprocess.DEVNULL,
        check=False,
    )


def running(desktop: Desktop, *arguments: str) -> Program:
    """The demo with its sample history read."""
    program = desktop.start("--demo", *arguments)
    until(lambda: desktop.windows() and len(desktop.attempts()) == 36, "a window with its history")
    return program


def children(program: Program) -> list[int]:
    found = Path(f"/proc/{program.process.pid}/task/{program.process.pid}/children").read_text("ascii").split()
    return [int(number) for number in found]


def checking(desktop: Desktop, program: Program) -> list[int]:
    """Have the window check a portal that hangs; the children that do it."""
    waiting = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "check", "--demo", "--via-running", "--json"],
        env=desktop.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until(lambda: len(desktop.attempts()) == 37, "an attempt")
    waiting.kill()
    waiting.wait(10)
    return children(program)


def gone(pids: list[int]) -> bool:
    return not any(Path(f"/proc/{pid}").exists() for pid in pids)


def test_quit_ends_the_running_window_and_waits_for_it(desktop: Desktop) -> None:
    program = running(desktop)
    done = command(desktop, "--quit", "--demo")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert program.ends_within(1) == 0
    assert program.said == ""


def test_quit_without_a_window_is_content(desktop: Desktop) -> None:
    assert command(desktop, "--quit").returncode == 0
    assert not (desktop.home / ".local").exists()


def test_quit_of_the_persons_window_leaves_the_demos_alone(desktop: Desktop) -> None:
    program = running(desktop)
    assert command(desktop, "--quit").returncode == 0
    assert program.alive


def test_a_check_through_the_window_prints_the_same_lines_as_one_by_itself(desktop: Desktop) -> None:
    running(desktop)
    done = command(desktop, "check", "--demo", "--via-running", "--json")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    alone = command(desktop, "check", "--demo", "--json")
    same = [json.loads(line) for line in alone.stdout.splitlines()]
    assert (done.returncode, done.stderr) == (0, "")
    assert [line for line in lines if "step" in line] == [line for line in same if "step" in line]
    assert lines[-1].keys() == KEYS
    assert (lines[-1]["status"], lines[-1]["total"]) == ("ok", same[-1]["total"])
    assert desktop.attempts()[1].trigger is Trigger.COMMAND
    assert list(desktop.ledger.parent.glob("answer-*")) == []


def test_in_words_it_says_the_figure(desktop: Desktop) -> None:
    running(desktop)
    before = command(desktop, "check", "--demo")
    done = command(desktop, "check", "--demo", "--via-running")
    assert done.returncode == 0
    assert done.stdout in (before.stdout, command(desktop, "check", "--demo").stdout)  # midnight may lie between two of them


def test_a_failure_through_the_window_has_its_own_exit_code(desktop: Desktop) -> None:
    running(desktop, "--fault", "captcha")
    done = command(desktop, "check", "--demo", "--via-running", "--json")
    assert done.returncode == 3
    assert json.loads(done.stdout.splitlines()[-1])["status"] == "human_needed"


def test_without_a_window_nothing_is_checked_and_the_exit_code_says_so(desktop: Desktop) -> None:
    done = command(desktop, "check", "--demo", "--via-running", "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--via-running" in done.stderr
    assert desktop.attempts() == []


def test_an_account_the_window_does_not_know_is_said(desktop: Desktop) -> None:
    running(desktop)
    done = command(desktop, "check", "--demo", "--via-running", "--account", "Nobody")
    assert (done.returncode, done.stdout) == (2, "")
    assert len(desktop.attempts()) == 36


def test_a_window_that_is_killed_in_the_middle_is_noticed(desktop: Desktop) -> None:
    program = running(desktop, "--fault", "hang")
    asking = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "check", "--demo", "--via-running", "--json"],
        env=desktop.environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    until(lambda: len(desktop.attempts()) == 37, "an attempt")
    program.kill()
    said, _nothing = asking.communicate(timeout=20)
    assert asking.returncode == 1
    assert json.loads(said.splitlines()[-1])["status"] == "internal_error"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_signal_ends_it_cleanly_within_two_seconds_even_in_a_check(desktop: Desktop, number: signal.Signals) -> None:
    program = running(desktop, "--fault", "hang")
    pids = checking(desktop, program)
    assert pids
    program.process.send_signal(number)
    assert program.ends_within(2) == 0
    until(lambda: gone(pids), "its children gone too")
    assert program.said == ""
    assert desktop.attempts()[0].status is None


def test_hidden_in_the_tray_a_log_out_by_signal_ends_it_too(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    program = desktop.start("--demo", "--hidden")
    until(lambda: panel.items and len(desktop.attempts()) == 36, "an icon with its history")
    program.process.terminate()
    assert program.ends_within(2) == 0
    assert program.said == ""


def test_a_killed_windows_place_is_taken_over_and_its_letters_are_nobodys(desktop: Desktop) -> None:
    first = running(desktop)
    first.kill()
    (desktop.ledger.parent / "window.lock").write_text("quit", "utf-8")
    (desktop.ledger.parent / f"answer-{'0' * 16}.jsonl").write_text("", "utf-8")
    second = desktop.start("--demo")
    until(desktop.windows, "a window of the second start")
    until(lambda: not list(desktop.ledger.parent.glob("answer-*")), "what was left behind, removed")
    assert second.alive
    assert command(desktop, "check", "--demo", "--via-running").returncode == 0
    assert desktop.attempts()[0].status is Status.OK


def test_a_second_start_hands_its_token_over(desktop: Desktop, panel: StatusNotifierPanel) -> None:
    panel.start()
    first = desktop.start("--demo", "--hidden")
    until(lambda: panel.items and len(desktop.attempts()) == 36, "an icon with its history")
    lock = desktop.ledger.parent / "window.lock"
    os.kill(first.process.pid, signal.SIGSTOP)  # so that the letter can be looked at
    second = subprocess.Popen(
        [sys.executable, str(ROOT / "main.py"), "--demo"],
        env={**desktop.environment, "XDG_ACTIVATION_TOKEN": "from-the-launcher"},
    )
    until(lambda: lock.stat().st_size, "a letter")
    assert "XDG_ACTIVATION_TOKEN=from-the-launcher" in lock.read_text("utf-8").splitlines()
    os.kill(first.process.pid, signal.SIGCONT)
    until(desktop.windows, "the window")
    assert second.wait(10) == 0
