"""Folders that are dropped give the files that could be statements, and nothing of what a browser keeps beside a page."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.importing.folders import MOST_FILES, Folders


def found(qtbot: QtBot, *paths: Path) -> list[str]:
    folders = Folders()
    with qtbot.waitSignal(folders.found, timeout=20_000) as told:
        folders.look(tuple(map(str, paths)))
    return [Path(path).name for path in told.args[0]]


def test_a_folder_gives_its_statements_and_those_of_its_folders(qtbot: QtBot, tmp_path: Path) -> None:
    for name in ("b.pdf", "A.PDF", "c.csv", "pesan.txt", "foto.jpg", ".hidden.pdf", "2019/d.mhtml", "halaman_files/e.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    assert found(qtbot, tmp_path) == ["A.PDF", "b.pdf", "c.csv", "pesan.txt", "d.mhtml"]


def test_a_file_that_is_pointed_at_is_taken_whatever_it_is_called(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "scan.jpg").touch()
    assert found(qtbot, tmp_path / "scan.jpg", tmp_path / "gone.pdf") == ["scan.jpg", "gone.pdf"]


def test_an_empty_folder_gives_nothing_and_a_link_to_itself_ends(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert found(qtbot, tmp_path) == []


def test_a_huge_folder_ends(qtbot: QtBot, tmp_path: Path) -> None:
    for number in range(4):
        folder = tmp_path / str(number)
        folder.mkdir()
        for file in range(200):
            (folder / f"{file}.pdf").touch()
    assert MOST_FILES < len(found(qtbot, tmp_path)) < 800
