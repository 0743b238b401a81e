"""What is no plain file is named at once, and nothing ever waits for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from core.imports import files
from core.imports.files import Unreadable, content, look

posix = pytest.mark.skipif(os.name != "posix", reason="pipes and devices are POSIX's")


def reason(path: Path | str) -> str:
    with pytest.raises(Unreadable) as refused:
        look(str(path))
    with pytest.raises(Unreadable) as again:
        content(str(path))
    assert again.value.reason == refused.value.reason
    return refused.value.reason


def test_a_file_is_read_whole_with_its_digest(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"abc")
    look(str(path))
    assert content(str(path)).body == b"abc"
    assert content(str(path)).sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_a_folder_nothing_and_an_empty_file_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    assert reason(tmp_path) == files.NOT_A_FILE
    assert reason(tmp_path / "nothing.pdf") == files.MISSING
    assert reason(tmp_path / "empty.pdf") == files.EMPTY
    assert reason(tmp_path / "empty.pdf" / "below.pdf") == files.MISSING
    assert reason("a\0b") == files.MISSING


@posix
def test_a_pipe_and_an_endless_device_are_refused_before_they_are_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    assert reason(tmp_path / "pipe.pdf") == files.NOT_A_FILE
    for device in ("/dev/zero", "/dev/null", "/dev/tty"):
        assert reason(device) == files.NOT_A_FILE


@posix
def test_a_link_is_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("abc")
    (tmp_path / "good").symlink_to(tmp_path / "a.csv")
    (tmp_path / "endless").symlink_to("/dev/zero")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "nowhere").symlink_to(tmp_path / "nothing")
    assert content(str(tmp_path / "good")).body == b"abc"
    assert reason(tmp_path / "endless") == files.NOT_A_FILE
    assert reason(tmp_path / "round") == files.MISSING
    assert reason(tmp_path / "nowhere") == files.MISSING


def test_a_huge_file_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(files.MOST_BYTES + 1)  # a hole: no byte of it is on the disk
    assert reason(path) == files.TOO_LARGE


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="/proc is Linux's")
def test_a_file_that_hides_its_size_is_no_statement() -> None:
    assert reason("/proc/self/environ") == files.EMPTY
