"""A check that dies, whose reader goes away, or whose disk is full, leaves everything whole and says nothing it should not."""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from core import demo
from tests.conftest import busy
from tests.e2e.running import MAIN, demo_ledger, environment, main, start

pytestmark = pytest.mark.journey


def hanging_check(home: Path) -> subprocess.Popen[str]:
    """A check that is waiting for the portal's first answer."""
    process = start(home, "check", "--demo", "--fault", "hang", "--json")
    assert process.stdout is not None
    assert json.loads(process.stdout.readline()) == {"step": "contacting"}
    return process


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_a_check_that_is_ended_ends_at_once_and_the_attempt_is_there_unfinished(place: Path, number: signal.Signals) -> None:
    process = hanging_check(place)
    began = time.monotonic()
    process.send_signal(number)
    out, err = process.communicate(timeout=10)
    assert time.monotonic() - began < 2 * busy()
    assert (process.returncode, out, err) == (-number, "", "")
    with demo_ledger(place) as ledger:
        unfinished = ledger.last_attempt(1)
        assert unfinished is not None
        assert (unfinished.status, unfinished.finished_at) == (None, None)
        assert len(ledger.history(1)) == demo.READINGS
    assert main(place, "check", "--demo", "--json").status == "ok"


def test_killing_the_making_of_the_demo_leaves_all_of_it_or_nothing(place: Path) -> None:
    for wait_s in (0.05, 0.1, 0.15, 0.2, 0.25):
        process = start(place, "demo-data")
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(wait_s)
        process.kill()
        process.communicate(timeout=10)
        if (place / ".local" / "share" / "saldo-jht-demo" / "ledger.sqlite3").exists():
            with demo_ledger(place) as ledger:
                assert [len(ledger.history(account.id)) for account in ledger.accounts()] in ([], [demo.READINGS])


@pytest.mark.parametrize("arguments", [["check", "--demo", "--json"], ["check", "--demo"], ["--help"], ["vault", "status"]])
def test_a_reader_that_goes_away_leaves_no_traceback(place: Path, arguments: list[str]) -> None:
    process = start(place, *arguments)
    assert process.stdout is not None
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=60)
    assert "Traceback" not in err
    assert "Exception" not in err
    assert process.returncode in (0, 9)


@pytest.mark.parametrize("redirected", [">&-", "2>&-", "<&-", ">/dev/full", ">&- 2>&- <&-"])
def test_closed_and_full_streams_are_no_fault(place: Path, redirected: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$0" "$1" check --demo --json {redirected}', *MAIN],
        env=environment(place),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    with demo_ledger(place) as ledger:
        assert len(ledger.history(1)) == demo.READINGS + 1


def test_a_broken_ledger_is_said_and_kept(place: Path) -> None:
    main(place, "demo-data")
    path = place / ".local" / "share" / "saldo-jht-demo" / "ledger.sqlite3"
    path.write_bytes(b"no database" * 500)
    ran = main(place, "check", "--demo", "--json")
    assert ran.status == "internal_error"
    assert ran.lines[0] == {"step": "refused", "reason": "ledger_broken", "portal_words": None}
    assert path.read_bytes() == b"no database" * 500


def test_on_a_full_disk_nothing_is_sent_and_the_next_check_works(tmp_path: Path) -> None:
    if shutil.which("unshare") is None or subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode:
        pytest.skip("needs unshare with user namespaces, to mount a small disk of its own")
    script = (
        'mount -t tmpfs -o size=1200k tmpfs "$HOME" && "$0" "$1" demo-data >/dev/null && '
        'dd if=/dev/zero of="$HOME/fill" bs=1k 2>/dev/null; "$0" "$1" check --demo --json; rm "$HOME/fill"; "$0" "$1" check --demo --json'
    )
    home = tmp_path / "home"
    home.mkdir()
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", script, *MAIN],
        env=environment(home),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert lines[0] == {"step": "refused", "reason": "ledger_disk_full", "portal_words": None}
    assert lines[1]["status"] == "internal_error"
    assert lines[-1]["status"] == "ok"
    assert done.stderr == ""
