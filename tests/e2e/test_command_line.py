"""A wrong command line is said in words and ends with 2; help and version are good."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from core.simulator.accounts import DEMO
from tests.e2e.running import MAIN, environment, main

pytestmark = pytest.mark.journey


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "--nonsense"],
        ["check", "Siti"],
        ["check", "--account"],
        ["check", "--json", "--json"],
        ["check", "--json=yes"],
        ["check", "--portal", "http://127.0.0.1:1/"],
        ["check", "--portal", "http://127.0.0.1:1/", "--user", "x"],
        ["check", "--portal", "http://127.0.0.1:1/", "--user", " ", "--secrets-stdin"],
        ["check", "--portal", "http://127.0.0.1:1/", "--user", "x", "--secrets-stdin"],  # with no secret on stdin
        ["check", "--portal", "http://127.0.0.1:1/", "--user", "x", "--secrets-stdin", "--demo"],
        ["check", "--portal", "http://127.0.0.1:1/", "--user", "x", "--secrets-stdin", "--remember"],
        ["check", "--user", "x"],
        ["check", "--remember", "--demo"],
        ["check", "--fault", "hang"],
        ["check", "--demo", "--fault", "no such fault"],
        ["check", "--demo", "--trigger", "moon"],
        ["check", "--demo", "--account", "nobody"],
        ["check", "--demo", "--secrets-stdin"],
        ["check"],
        ["check", "--account", "Siti"],
        ["vault"],
        ["vault", "forget"],
        ["vault", "forget", "--account", "nobody"],
        ["demo-data", "--x"],
        ["chekc"],
        ["--demoo"],
        ["--fault", "hang"],
    ],
)
@pytest.mark.parametrize("language", ["id_ID.UTF-8", "en_US.UTF-8"])
def test_a_wrong_command_line_is_said_in_words_and_ends_with_2(place: Path, arguments: list[str], language: str) -> None:
    ran = main(place, *arguments, LANG=language)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.strip()
    assert ran.err.count("\n") == 1


def test_a_portal_that_asks_for_a_pin_too_needs_both_lines(place: Path) -> None:
    ran = main(place, "check", "--demo", "--secrets-stdin", "--json", stdin=f"{DEMO.secret}\n")
    assert (ran.code, ran.out) == (2, "")
    assert "baris kedua" in ran.err


@pytest.mark.parametrize("stdin", [b"\xff\xfe\n1\n", b"x" * 5000, b"\n123456\n", b""])
def test_what_cannot_be_a_secret_is_not_used(place: Path, stdin: bytes) -> None:
    done = subprocess.run(
        [*MAIN, "check", "--demo", "--secrets-stdin"],
        env=environment(place),
        input=stdin,
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], ["help"], ["check", "--help"], ["simulator", "--help"], ["--version"]])
def test_help_and_version_go_to_stdout(place: Path, arguments: list[str]) -> None:
    ran = main(place, *arguments)
    assert (ran.code, ran.err) == (0, "")
    assert "Saldo JHT" in ran.out
