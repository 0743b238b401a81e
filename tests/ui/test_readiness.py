"""Since when this computer could have made a check: it notices that it slept, was off, or had no line."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from core.schedule import UNKNOWN, Machine
from ui.accounts.readiness import FRESH, Readiness

NOW = dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC)
MINUTE, HOUR = dt.timedelta(minutes=1), dt.timedelta(hours=1)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "awake"


def test_a_start_is_a_waking_and_the_last_session_is_remembered(file: Path) -> None:
    first = Readiness(file)
    assert first.machine(NOW) == UNKNOWN
    assert first.tick(NOW)
    assert first.machine(NOW) == Machine(NOW)
    for minute in range(1, 100):
        assert not first.tick(NOW + minute * MINUTE)
    second = Readiness(file)
    assert second.tick(NOW + 9 * HOUR)
    assert second.machine(NOW) == Machine(NOW + 9 * HOUR, NOW + 90 * MINUTE)  # it was touched every half an hour


def test_missing_minutes_are_a_sleep_and_a_late_tick_is_not(file: Path) -> None:
    ready = Readiness(file)
    ready.tick(NOW)
    assert not ready.tick(NOW + 3 * MINUTE)
    assert ready.tick(NOW + 8 * HOUR)
    assert ready.machine(NOW + 8 * HOUR) == Machine(NOW + 8 * HOUR, NOW + 3 * MINUTE)


def test_a_clock_set_back_is_a_new_beginning_about_which_nothing_before_is_said(file: Path) -> None:
    ready = Readiness(file)
    ready.tick(NOW)
    assert ready.tick(NOW - HOUR)
    assert ready.machine(NOW - HOUR) == Machine(NOW - HOUR)


def test_what_the_machine_said_holds_for_minutes(file: Path) -> None:
    ready = Readiness(file)
    ready.tick(NOW)
    assert not ready.knows(NOW)
    ready.says({"on_battery": "yes", "metered": "no", "online": "unknown"}, NOW)
    assert ready.knows(NOW)
    assert ready.machine(NOW) == Machine(NOW, None, on_battery=True, metered=False, online=None)
    assert not ready.knows(NOW + FRESH)
    assert not ready.knows(NOW - MINUTE)
    assert ready.machine(NOW + FRESH) == Machine(NOW)
    ready.says(None, NOW)  # the child crashed
    assert ready.knows(NOW)
    assert ready.machine(NOW) == Machine(NOW)


def test_coming_back_on_the_line_is_as_waking(file: Path) -> None:
    ready = Readiness(file)
    ready.tick(NOW)
    ready.says({"online": "no"}, NOW)
    ready.says({"online": "no"}, NOW + 10 * MINUTE)
    assert ready.machine(NOW + 10 * MINUTE).woke_at == NOW
    ready.says({"online": "yes"}, NOW + 20 * MINUTE)
    assert ready.machine(NOW + 20 * MINUTE).woke_at == NOW + 20 * MINUTE


def test_a_folder_that_cannot_be_written_costs_only_the_memory(tmp_path: Path) -> None:
    ready = Readiness(tmp_path / "none" / "awake")
    assert ready.tick(NOW)
    assert ready.machine(NOW) == Machine(NOW)
    assert not (tmp_path / "none").exists()


def test_a_date_no_calendar_has_is_none(file: Path) -> None:
    file.touch()
    os.utime(file, (2**40, 2**40))
    ready = Readiness(file)
    assert ready.tick(NOW)
    assert ready.machine(NOW) == Machine(NOW)
