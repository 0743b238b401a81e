"""Every host that was ever contacted is on record, whatever happens, and the record stays small and private."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from core import hosts
from core.hosts import Host, Recorder, load

NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "hosts.jsonl"


def visit(path: Path, host: str = "portal.example", *, at: dt.datetime = NOW, date: str | None = None) -> None:
    recorder = Recorder(path, lambda: at)
    for _ in range(2):
        recorder.contacting(host, 100)
        recorder.received(host, 1_000, date)
    recorder.close()


def test_a_visit_leaves_host_time_and_bytes(path: Path) -> None:
    visit(path)
    assert load(path) == (Host("portal.example", NOW, NOW, 1, 200, 2_000),)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_visits_are_summed_up_and_the_newest_host_comes_first(path: Path) -> None:
    visit(path, at=NOW - dt.timedelta(days=30))
    visit(path, "other.example", at=NOW - dt.timedelta(days=1))
    visit(path)
    assert [host.host for host in load(path)] == ["portal.example", "other.example"]
    (portal,) = [host for host in load(path) if host.host == "portal.example"]
    assert (portal.first, portal.last, portal.visits, portal.sent) == (NOW - dt.timedelta(days=30), NOW, 2, 400)


def test_a_process_that_dies_in_the_middle_leaves_the_host_on_record(path: Path) -> None:
    Recorder(path, lambda: NOW).contacting("portal.example", 100)  # and nothing after that
    assert load(path) == (Host("portal.example", NOW, NOW, 1),)


@pytest.mark.parametrize(
    ("date", "skew_s"),
    [("Sun, 22 Nov 2026 01:12:43 GMT", 10), ("Sun, 22 Nov 2026 01:11:33 GMT", -60), ("yesterday", None), (None, None), ("Sun, 22 Nov 2026 01:12:43", None)],
)  # fmt: skip
def test_how_far_the_servers_clock_was_ahead(path: Path, date: str | None, skew_s: int | None) -> None:
    visit(path, date=date)
    assert load(path)[0].skew_s == skew_s


def test_a_later_visit_without_a_date_keeps_the_skew(path: Path) -> None:
    visit(path, date="Sun, 22 Nov 2026 01:12:43 GMT", at=NOW)
    visit(path, at=NOW + dt.timedelta(days=1))
    assert load(path)[0].skew_s == 10


def test_years_of_checks_leave_a_small_file(path: Path) -> None:
    for day in range(400):
        visit(path, at=NOW + dt.timedelta(days=day))
    assert path.stat().st_size < hosts.SUM_UP_AT_BYTES + 1_000
    assert load(path)[0].visits == 400
    assert load(path)[0].received == 800_000


def test_a_portal_of_endless_names_does_not_fill_the_disk(path: Path) -> None:
    recorder = Recorder(path, lambda: NOW)
    for number in range(3_000):
        recorder.contacting(f"{number}.example", 1)
    recorder.close()
    assert len(load(path)) == hosts.MOST_HOSTS
    assert path.stat().st_size < hosts.MOST_BYTES


@pytest.mark.parametrize(
    "line",
    [
        "",
        "x",
        "{}",
        "[]",
        '{"host": 1}',
        '{"host": "a", "first": "2026-01-01", "last": "2026-01-01", "visits": 1, "sent": 1, "received": 1, "skew_s": null}',
    ],
)
def test_a_line_that_is_none_is_passed_over(path: Path, line: str) -> None:
    visit(path)
    path.write_text(line + "\n" + path.read_text("utf-8"), "utf-8")
    assert [host.host for host in load(path)] == ["portal.example"]


def test_a_folder_that_cannot_be_written_costs_the_record_alone(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", "utf-8")
    visit(blocked / "hosts.jsonl")
    assert load(blocked / "hosts.jsonl") == ()
