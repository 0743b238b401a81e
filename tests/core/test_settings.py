"""Choices are written whole or not at all, and a broken file never keeps a person from their balance."""

from __future__ import annotations

import json
import os
import stat
from dataclasses import fields, replace
from pathlib import Path

import pytest

from core import settings
from core.settings import CHOICES, Settings, load, save


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "settings.json"


def test_without_a_file_the_defaults_hold_and_nothing_is_made(path: Path) -> None:
    assert load(path) == Settings()
    assert not path.parent.exists()


def test_every_choice_comes_back_as_it_was_saved(path: Path) -> None:
    for name, allowed in CHOICES.items():
        for value in allowed:
            chosen = replace(Settings(), **{name: value})
            save(path, chosen)
            assert load(path) == chosen


def test_every_field_has_its_list_of_choices_and_a_default_among_them() -> None:
    assert {field.name for field in fields(Settings)} == set(CHOICES) | {"order", "archived", "intervals"}  # which are lists
    assert all(getattr(Settings(), name) in allowed for name, allowed in CHOICES.items())


def test_an_account_may_have_an_interval_of_its_own(path: Path) -> None:
    chosen = Settings(interval="weekly").with_interval(3, "never").with_interval(3, "daily").with_interval(4, "monthly")
    save(path, chosen)
    assert load(path) == chosen
    assert [chosen.interval_of(number) for number in (1, 3, 4)] == ["weekly", "daily", "monthly"]
    assert chosen.with_interval(3, None).with_interval(4, None) == Settings(interval="weekly")


@pytest.mark.parametrize(
    "intervals", ['"daily"', "[[1]]", '[["1", "daily"]]', '[[true, "daily"]]', '[[1, "hourly"]]', "[3]", "{}"]
)
def test_an_interval_that_is_none_is_forgotten_alone(tmp_path: Path, intervals: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"intervals": {intervals}, "masked": true}}', "utf-8")
    assert load(path) == Settings(masked=True)


def test_the_file_is_for_its_owner_only(path: Path) -> None:
    save(path, Settings())
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff\xfe", b'"masked"', b"[" * 60_000, b" " * 70_000])
def test_a_broken_file_is_kept_under_a_new_name_and_reported(path: Path, body: bytes) -> None:
    path.parent.mkdir()
    path.write_bytes(body)
    told: list[Path] = []
    assert load(path, told.append) == Settings()
    assert not path.exists()
    (kept,) = told
    assert kept.read_bytes() == body
    assert kept.name.startswith("settings.json.broken-")


def test_a_second_broken_file_of_the_same_second_does_not_replace_the_first(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.time, "strftime", lambda *_: "20261122T011233Z")
    path.parent.mkdir()
    told: list[Path] = []
    for body in (b"first", b"second"):
        path.write_bytes(body)
        load(path, told.append)
    assert [kept.read_bytes() for kept in told] == [b"first", b"second"]


def test_a_broken_file_that_cannot_be_moved_is_left_where_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError

    path.parent.mkdir()
    path.write_bytes(b"{")
    monkeypatch.setattr(Path, "rename", refuse)
    told: list[Path] = []
    assert load(path, told.append) == Settings()
    assert told == [path]
    assert path.read_bytes() == b"{"


def test_a_file_that_cannot_be_read_is_reported_and_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    told: list[Path] = []
    assert load(path, told.append) == Settings()
    assert told == [path]
    assert load(path) == Settings()


@pytest.mark.parametrize(
    "entry",
    [{"theme": "pink"}, {"masked": 1}, {"masked": "true"}, {"interval": None}, {"language": ["id"]}, {"hint_tray_shown": 0}],
)
def test_one_value_that_is_no_choice_falls_back_alone(path: Path, entry: dict[str, object]) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"masked": True, "theme": "dark", "interval": "weekly", "language": "en", **entry}))
    (name,) = entry
    expected = replace(Settings(masked=True, theme="dark", interval="weekly", language="en"), **{name: getattr(Settings(), name)})
    assert load(path) == expected


def test_what_a_later_version_added_is_ignored(path: Path) -> None:
    path.parent.mkdir()
    path.write_text('{"masked": true, "colour_of_the_sky": "blue"}')
    assert load(path) == Settings(masked=True)


def test_a_save_that_fails_leaves_the_old_file_and_no_rest(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(path, Settings(theme="dark"))

    def full(_handle: int) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space"):
        save(path, Settings(theme="light"))
    assert load(path) == Settings(theme="dark")
    assert [file.name for file in path.parent.iterdir()] == ["settings.json"]


def test_the_order_of_the_accounts_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save(path, Settings(order=(3, 1, 2)))
    assert load(path).order == (3, 1, 2)


@pytest.mark.parametrize("order", ['"1"', "[1, true]", "[1.0]", "{}", "[null]", "null", str([1] * 1_001)])
def test_an_order_that_is_none_is_forgotten_alone(tmp_path: Path, order: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"order": {order}, "masked": true}}', "utf-8")
    assert load(path) == Settings(masked=True)


def test_an_account_stands_once_in_the_order(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"order": [2, 1, 2]}', "utf-8")
    assert load(path).order == (2, 1)
