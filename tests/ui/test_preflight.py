"""Where no window can be opened, that is one sentence with what to do, in the session's language, and never Qt's abort."""

from __future__ import annotations

import ctypes
import subprocess
import sys
import time
from pathlib import Path

import pytest

from ui import preflight

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def bare_session(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def test_without_a_display_one_sentence_names_the_command_line() -> None:
    said = preflight.problem()
    assert said is not None
    assert said.startswith("Tidak ada layar")
    assert "main.py check" in said
    assert "\n" not in said


@pytest.mark.parametrize(
    ("language", "first"), [("en_GB.UTF-8", "There"), ("id_ID.UTF-8", "Tidak"), ("zh_CN.UTF-8", "Tidak"), ("C", "Tidak")]
)
def test_english_where_the_session_says_so_and_indonesian_elsewhere(
    monkeypatch: pytest.MonkeyPatch, language: str, first: str
) -> None:
    monkeypatch.setenv("LANG", language)
    assert str(preflight.problem()).split()[0] == first


def test_a_forced_platform_without_a_screen_needs_no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert preflight.problem() is None


def test_a_display_nobody_answers_at_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":4242")
    assert ":4242" in str(preflight.problem())
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-4242")
    assert preflight.problem() is not None


def test_a_missing_library_is_named_with_the_apt_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(ctypes, "CDLL", missing)
    said = str(preflight.problem())
    assert "libxcb-cursor.so.0" in said
    assert "sudo apt install" in said
    assert " libxcb-cursor0 " in said


def test_a_system_too_old_for_qt_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_old(name: str) -> object:
        raise OSError("/lib/libc.so.6: version `GLIBC_2.34' not found")

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(ctypes, "CDLL", too_old)
    assert "2.34" in str(preflight.problem())


def test_one_platform_that_works_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "no-such-platform;offscreen")
    assert preflight.problem() is None


def test_without_pyside_the_person_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert "uv run main.py" in str(preflight.problem())


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_qt_brings_everything_with_it(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    assert preflight.problem() is None


def test_both_languages_say_the_same_things() -> None:
    assert preflight.WORDS["id"].keys() == preflight.WORDS["en"].keys()


@pytest.mark.journey
def test_the_program_says_it_and_imports_no_qt_for_it(home: Path) -> None:
    code = "import sys, main; code = main.main(['--demo']); print(code, 'PySide6' in sys.modules)"
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True)
    assert done.stdout.split() == ["1", "False"]
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("Tidak ada layar")
    assert time.monotonic() - began < 5
