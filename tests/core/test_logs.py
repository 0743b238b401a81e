"""The log holds codes; what slips in by mistake is masked before it reaches the disk."""

from __future__ import annotations

import logging
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from core import logs


@pytest.fixture
def file(tmp_path: Path) -> Iterator[logs.LogFile]:
    started = logs.start(tmp_path / "saldo-jht.log")
    yield started
    logging.getLogger().removeHandler(started)


def written(tmp_path: Path) -> str:
    return (tmp_path / "saldo-jht.log").read_text("utf-8")


def test_a_line_says_when_who_and_what_on_one_line(file: logs.LogFile, tmp_path: Path) -> None:
    logging.getLogger("saldo.check").info("check ended:\n%s", "network: timeout")
    (line,) = written(tmp_path).splitlines()
    stamp, _process, level, name, *said = line.split(" ")
    assert stamp.endswith("Z")
    assert (level, name, " ".join(said)) == ("INFO", "saldo.check", "check ended: network: timeout")


@pytest.mark.parametrize(
    "private",
    ["730461", "21098764567", "9901014506900001", "0812-3456-7890", "12 34 56", "siti.b+x@example.test", "rahasia-ku"],
)
def test_numbers_addresses_and_known_secrets_are_masked(file: logs.LogFile, tmp_path: Path, private: str) -> None:
    file.hide("rahasia-ku", None, "")
    logging.getLogger("saldo").error("got %s here", private)
    assert private not in written(tmp_path)
    assert f"got {logs.MASK} here" in written(tmp_path)


def test_a_very_short_secret_does_not_tear_holes_into_every_line(file: logs.LogFile, tmp_path: Path) -> None:
    file.hide("e")
    logging.getLogger("saldo").error("everything else")
    assert "everything else" in written(tmp_path)


def test_an_error_is_its_kind_and_place_and_never_its_text(file: logs.LogFile, tmp_path: Path) -> None:
    try:
        raise ValueError("the PIN is hunter2")
    except ValueError:
        logging.getLogger("saldo").exception("unexpected")
    assert "hunter2" not in written(tmp_path)
    assert "unexpected ValueError at test_logs.py:" in written(tmp_path)


def test_an_error_without_a_place_still_has_its_kind() -> None:
    assert logs.place_of(KeyError("x")) == "KeyError at ?"


def test_of_other_libraries_only_the_name_and_level_are_kept(file: logs.LogFile, tmp_path: Path) -> None:
    logging.getLogger("urllib3.connectionpool").warning("https://portal/?pin=hunter2")
    logging.getLogger("urllib3.connectionpool").debug("more")
    assert written(tmp_path).rstrip().endswith("WARNING urllib3.connectionpool")


def test_urllib3_never_says_more_than_warnings(file: logs.LogFile) -> None:
    assert not logging.getLogger("urllib3.connectionpool").isEnabledFor(logging.INFO)


def test_the_file_is_for_its_owner_only(file: logs.LogFile, tmp_path: Path) -> None:
    logging.getLogger("saldo").info("x")
    assert stat.S_IMODE((tmp_path / "saldo-jht.log").stat().st_mode) == 0o600


def test_a_full_file_gives_way_to_a_new_one_and_only_one_old_is_kept(
    file: logs.LogFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "MOST_BYTES", 300)
    for number in range(30):
        logging.getLogger("saldo").info("line %d", number)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["saldo-jht.log", "saldo-jht.log.1"]
    assert all(path.stat().st_size <= 300 for path in tmp_path.iterdir())
    assert "line 29" in written(tmp_path)


def test_a_log_that_cannot_be_written_costs_lines_and_nothing_else(tmp_path: Path) -> None:
    gone = logs.start(tmp_path / "no" / "such" / "folder.log")
    try:
        logging.getLogger("saldo").error("nobody reads this")
    finally:
        logging.getLogger().removeHandler(gone)
    assert list(tmp_path.iterdir()) == []


def test_quiet_means_nothing_on_stderr_either(capfd: pytest.CaptureFixture[str]) -> None:
    before = list(logging.getLogger().handlers)
    logs.quiet()
    try:
        logging.getLogger("urllib3").warning("https://portal/?pin=hunter2")
        assert capfd.readouterr().err == ""
    finally:
        for handler in set(logging.getLogger().handlers) - set(before):
            logging.getLogger().removeHandler(handler)
