"""`main.py simulator` as a person starts and stops it."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.simulator.accounts import DEMO, PEOPLE
from core.simulator.faults import FAULTS

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.journey

Start = Callable[..., "subprocess.Popen[str]"]


@pytest.fixture
def start(home: Path) -> Iterator[Start]:
    """Start the command with these arguments, in a private HOME; whatever still runs at the end is ended."""
    started: list[subprocess.Popen[str]] = []

    def _start(*arguments: str, locale: str = "id_ID.UTF-8") -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "simulator", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            env={**os.environ, "LC_ALL": locale},
            cwd=home,
        )
        started.append(process)
        return process

    yield _start
    for process in started:
        process.kill()
        process.communicate(timeout=10)


def lines_until(process: subprocess.Popen[str], ending: str) -> list[str]:
    """What it prints up to the line with these words."""
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip("\n"))
        if ending in line:
            return lines
    raise AssertionError(f"it ended without saying {ending!r}: {lines}")


def url_of(lines: list[str]) -> str:
    found = re.search(r"http://127\.0\.0\.1:\d+/\S*", lines[0])
    assert found
    return found[0]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_says_where_it_is_and_who_may_come_in_and_ends_quietly(start: Start, number: signal.Signals) -> None:
    process = start()
    lines = lines_until(process, "Ctrl+C")
    urllib.request.urlopen(url_of(lines), timeout=5).close()
    for person in PEOPLE:
        (line,) = [line for line in lines if person.email in line]
        assert person.nik in line and person.secret in line and person.pin in line
    for era in ("es", "sso2019", "sso2023"):
        assert any(line.strip() == f"{era}: {url_of(lines)}{era}/" for line in lines)
    process.send_signal(number)
    rest, errors = process.communicate(timeout=10)
    assert (process.returncode, rest, errors) == (0, "", "")


def test_it_speaks_english_to_an_english_locale(start: Start) -> None:
    assert "This computer only".lower() in lines_until(start(locale="en_GB.UTF-8"), "Ctrl+C")[0]


def test_an_era_puts_its_address_first(start: Start) -> None:
    assert url_of(lines_until(start("--era", "sso2019"), "Ctrl+C")).endswith("/sso2019/")


def test_each_request_is_one_line_without_anything_that_was_typed(start: Start) -> None:
    process = start("--era", "es")
    url = url_of(lines_until(process, "Ctrl+C"))
    urllib.request.urlopen(url, timeout=5).close()
    body = urllib.parse.urlencode({"userid": DEMO.nik, "pass": "KENARI-77"}).encode()
    urllib.request.urlopen(f"{url}sso/login.bpjs", body, timeout=5).close()
    with pytest.raises(urllib.error.HTTPError) as missing:
        urllib.request.urlopen(f"{url}KENARI-77?pass=KENARI-77", timeout=5)
    missing.value.close()
    process.send_signal(signal.SIGTERM)
    rest, _ = process.communicate(timeout=10)
    assert rest.splitlines() == ["GET /es/ 200", "POST /es/sso/login.bpjs 200", "GET ??pass 404"]


def test_json_is_one_line_of_facts_and_then_one_a_request(start: Start) -> None:
    process = start("--json", "--era", "es", "--fault", "gzip", "--fault=captcha")
    assert process.stdout
    facts = json.loads(process.stdout.readline())
    assert set(facts) == {"url", "eras", "accounts", "otp", "faults"}
    assert facts["url"] == facts["eras"]["es"] and set(facts["eras"]) == {"es", "sso2019", "sso2023"}
    assert facts["accounts"][0] | {"nik": DEMO.nik, "secret": DEMO.secret, "pin": DEMO.pin} == facts["accounts"][0]
    assert facts["faults"] == ["captcha", "gzip"]
    with urllib.request.urlopen(f"{facts['url']}sso/login.bpjs", timeout=5) as page:
        assert b"Kode keamanan" in page.read()
    request = json.loads(process.stdout.readline())
    assert (request["method"], request["path"], request["status"]) == ("GET", "/es/sso/login.bpjs", 200)
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 0


def test_a_taken_port_is_one_sentence(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        process = start("--port", str(port))
        out, errors = process.communicate(timeout=20)
    assert (process.returncode, out) == (1, "")
    assert errors.count("\n") == 1 and str(port) in errors


def test_a_given_port_is_used(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    assert url_of(lines_until(start("--port", str(port)), "Ctrl+C")) == f"http://127.0.0.1:{port}/"


@pytest.mark.parametrize(
    "arguments",
    [["--era", "sso2030"], ["--port", "x"], ["--port", "70000"], ["--fault"], ["--fault", "gremlin"], ["--nonsense"], ["es"]],
    ids=" ".join,
)
def test_a_wrong_command_line_is_said_in_words(start: Start, arguments: list[str]) -> None:
    process = start(*arguments)
    out, errors = process.communicate(timeout=20)
    assert (process.returncode, out) == (2, "")
    assert errors.count("\n") == 1 and "Traceback" not in errors
    if arguments == ["--fault", "gremlin"]:
        assert all(name in errors for name in FAULTS)


def test_a_reader_that_went_away_does_not_stop_it(start: Start) -> None:
    process = start()
    url = url_of(lines_until(process, "Ctrl+C"))
    assert process.stdout
    process.stdout.close()
    for _ in range(3):
        urllib.request.urlopen(url, timeout=5).close()
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 0
    assert process.stderr and process.stderr.read() == ""
