"""The machine's own zone, as the schedule asks it: with its summer time, and when it is changed meanwhile."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Iterator

import pytest

from core.local_zone import MachineZone
from core.schedule import Facts, Rules, seed_of
from core.schedule.slots import around
from core.settings import Settings

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of this system cannot be set for a test")


@pytest.fixture
def zone_is(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    yield lambda name: monkeypatch.setenv("TZ", name)
    monkeypatch.undo()
    time.tzset()
    assert "TZ" not in os.environ or os.environ["TZ"]


def test_it_is_the_zone_the_clock_is_set_to(zone_is: Callable[[str], None]) -> None:
    zone_is("Asia/Jakarta")
    at = dt.datetime(2026, 11, 22, 3, tzinfo=dt.UTC).astimezone(MachineZone())
    assert (at.hour, at.tzname(), at.utcoffset(), at.dst()) == (10, "WIB", dt.timedelta(hours=7), None)
    zone_is("Asia/Jayapura")
    assert dt.datetime(2026, 11, 22, 3, tzinfo=dt.UTC).astimezone(MachineZone()).hour == 12


@pytest.mark.parametrize(("month", "hour"), [(7, 17), (12, 18)])
def test_summer_time_is_known_beforehand(zone_is: Callable[[str], None], month: int, hour: int) -> None:
    zone_is("Europe/Amsterdam")
    there = dt.datetime(2026, month, 1, 19, 30, tzinfo=MachineZone())
    assert there.astimezone(dt.UTC).hour == hour
    assert there.astimezone(dt.UTC).astimezone(MachineZone()).replace(tzinfo=None) == there.replace(tzinfo=None)


def test_a_zone_asked_about_no_time_says_nothing() -> None:
    assert (MachineZone().utcoffset(None), MachineZone().tzname(None)) == (None, None)


def test_evenings_are_evenings_on_both_sides_of_the_change_to_summer_time(zone_is: Callable[[str], None]) -> None:
    zone_is("Europe/Amsterdam")
    zone = MachineZone()
    rules = Rules.of(Settings(quiet_from=23), 1, zone)
    for month in range(1, 13):
        for seed in range(20):
            _passed, coming = around(rules, seed, dt.datetime(2026, month, 20, tzinfo=dt.UTC))
            assert 19 <= coming.at.astimezone(zone).hour < 21


def test_the_choices_of_an_account_and_its_own_seed() -> None:
    settings = Settings(interval="weekly", quiet_from=21, quiet_until=7).with_interval(3, "daily")
    zone = dt.timezone(dt.timedelta(hours=7))
    assert Rules.of(settings, 3, zone) == Rules("daily", 21, 7, zone)
    assert Rules.of(settings, 4, zone).interval == "weekly"
    seeds = {seed_of(f"account-{account}-{random:016x}") for account in range(1, 4) for random in range(1_000)}
    assert len(seeds) == 3_000
    assert Facts(seed=min(seeds)) != Facts(seed=max(seeds))


def test_where_the_system_is_asked_anyway_nothing_has_to_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    monkeypatch.delattr(time, "tzset")
    at = dt.datetime(2026, 11, 22, 3, tzinfo=dt.UTC)
    assert at.astimezone(MachineZone()).utcoffset() == at.astimezone().utcoffset()
