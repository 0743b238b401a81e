"""One window a data folder: held by the kernel, dropped when the process dies, raised by a letter."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.paths import Folders
from ui import app
from ui.desktop.single_instance import SingleInstance

ROOT = Path(__file__).resolve().parents[2]
HOLD = "import sys; from pathlib import Path; from ui.desktop.single_instance import SingleInstance\nplace = SingleInstance(Path(sys.argv[1]))\nprint(place.take(), flush=True)\nsys.stdin.read()"


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    return tmp_path / "data" / "window.lock"


def hold(lock: Path) -> subprocess.Popen[str]:
    """Another process that takes the place and stays."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout is not None
    assert other.stdout.readline().strip() == "True"
    return other


def end(other: subprocess.Popen[str]) -> None:
    other.kill()
    other.communicate()


def test_a_place_is_taken_once(lock: Path) -> None:
    first, second = SingleInstance(lock), SingleInstance(lock)
    assert first.take()
    assert first.take()
    assert not second.take()
    first.release()
    assert second.take()
    second.release()


def test_the_lock_is_private(lock: Path) -> None:
    place = SingleInstance(lock)
    place.take()
    assert (lock.stat().st_mode & 0o777, lock.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    place.release()


def test_a_killed_process_leaves_the_place_free(lock: Path) -> None:
    other, place = hold(lock), SingleInstance(lock)
    assert not place.take()
    end(other)
    assert place.take()
    place.release()


def test_a_letter_raises_the_one_who_listens_and_is_answered(lock: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "from-the-launcher")
    first, second = SingleInstance(lock), SingleInstance(lock)
    first.take()
    first.listen()
    with qtbot.waitSignal(first.asked_to_rise, timeout=5_000):
        second.write_letter()
        os.environ.pop("XDG_ACTIVATION_TOKEN")
    assert lock.read_bytes() == b""
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "from-the-launcher"
    with qtbot.waitSignal(first.asked_to_rise, timeout=5_000):
        second.write_letter()
    first.release()


def test_a_letter_that_came_before_the_first_listened_is_read_too(lock: Path, qtbot: QtBot) -> None:
    first = SingleInstance(lock)
    first.take()
    SingleInstance(lock).write_letter()
    with qtbot.waitSignal(first.asked_to_rise, timeout=5_000):
        first.listen()
    first.release()


def test_a_letter_to_one_who_died_raises_nobody(lock: Path, qtbot: QtBot) -> None:
    other = hold(lock)
    SingleInstance(lock).write_letter()
    end(other)
    place = SingleInstance(lock)
    place.take()
    with qtbot.assertNotEmitted(place.asked_to_rise):
        place.listen()
    place.release()


def test_nobody_waits_for_ever_for_an_answer(lock: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.desktop.single_instance.ANSWER_S", 0.1)
    other = hold(lock)  # holds the place and never reads
    assert not SingleInstance(lock).raise_first()
    end(other)


def test_a_start_beside_a_window_that_hangs_says_so_and_what_to_do(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("ui.desktop.single_instance.ANSWER_S", 0.1)
    other = hold(Folders.for_person(demo=False).lock)
    assert app.run(demo=False, hidden=False, fault=None) == app.NOT_ANSWERED
    said = capsys.readouterr()
    assert said.out == ""
    assert "tidak menjawab" in said.err
    assert "Tunggu sebentar" in said.err
    end(other)


def test_where_no_lock_can_be_made_the_program_starts_all_the_same(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder", "utf-8")
    place = SingleInstance(blocked / "window.lock")
    assert place.take()
    place.listen()
    place.write_letter()
    place.release()
