"""The folders are private, made only when something is written, and never those of the other side."""

from __future__ import annotations

import stat
from pathlib import Path

from core.paths import Folders, make_private_folder


def test_the_demo_never_shares_a_folder_with_the_person(home: Path) -> None:
    mine, demo = Folders.for_person(demo=False), Folders.for_person(demo=True)
    assert mine.data != demo.data
    assert mine.data.is_relative_to(home)
    assert demo.data.is_relative_to(home)


def test_asking_where_things_are_makes_nothing(home: Path) -> None:
    folders = Folders.for_person(demo=False)
    assert {folders.ledger.parent, folders.settings.parent, folders.log.parent, folders.lock.parent} == {folders.data}
    assert list(home.iterdir()) == []


def test_a_folder_is_made_for_its_owner_only(home: Path) -> None:
    folders = Folders.for_person(demo=False)
    folders.create()
    assert stat.S_IMODE(folders.data.stat().st_mode) == 0o700


def test_a_folder_that_stood_open_is_closed(tmp_path: Path) -> None:
    folder = tmp_path / "open"
    folder.mkdir()
    folder.chmod(0o755)
    make_private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
