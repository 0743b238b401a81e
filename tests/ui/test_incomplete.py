"""Half an installation: what is missing is said in words with its name, never an empty window, never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import private_environment

ROOT = Path(__file__).resolve().parents[2]
START = """
import sys
for name in sys.argv[1].split(","):
    sys.modules[name] = None  # as if its file was not there
sys.argv = ["main.py", *sys.argv[2:]]
if "--hidden" not in sys.argv and sys.argv[1] == "--demo":
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QMessageBox

    opened = QMessageBox.open

    def seen(box):
        opened(box)
        print("SHOWN", box.text(), flush=True)
        QTimer.singleShot(0, box.close)

    QMessageBox.open = seen
import main
sys.exit(main.main(sys.argv[1:]))
"""


def start(home: Path, missing: str, *argv: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, **private_environment(home), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "en_US.UTF-8"}
    return subprocess.run(
        [sys.executable, "-c", START, missing, *argv],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def is_said(text: str, name: str) -> bool:
    return f"missing or broken ({name})" in text and "Traceback" not in text


@pytest.mark.parametrize("missing", ["ui.app", "ui.look.theme", "ui.window.main_window"])
def test_what_the_first_frame_needs_is_missed_before_there_is_a_window(tmp_path: Path, missing: str) -> None:
    done = start(tmp_path, missing, "--demo")
    assert done.returncode == 1
    assert is_said(done.stderr, missing)
    assert "SHOWN" not in done.stdout


@pytest.mark.parametrize("missing", ["ui.pages.balance", "ui.shell", "ui.window.content"])
def test_what_is_missed_after_the_first_frame_is_said_over_it_and_ends_the_program(tmp_path: Path, missing: str) -> None:
    done = start(tmp_path, missing, "--demo")
    assert done.returncode == 1
    assert is_said(done.stdout, missing) and is_said(done.stderr, missing)
    assert done.stdout.count("SHOWN") == 1


def test_hidden_it_is_said_where_the_start_was_asked_for(tmp_path: Path) -> None:
    done = start(tmp_path, "ui.tray.tray", "--demo", "--hidden")
    assert done.returncode == 1
    assert is_said(done.stderr, "ui.tray.tray")


def test_not_even_the_words_for_it(tmp_path: Path) -> None:
    done = start(tmp_path, "ui.preflight", "--demo")
    assert done.returncode == 1
    assert "incomplete" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("missing", "argv"), [("core.commands.history", ("history",)), ("core.imports.reading", ("import", "x"))]
)
def test_a_command_says_it_too(tmp_path: Path, missing: str, argv: tuple[str, ...]) -> None:
    done = start(tmp_path, missing, *argv)
    assert done.returncode == 1
    assert is_said(done.stderr, missing)


def test_a_check_without_its_parser_of_pages_says_what_to_do(tmp_path: Path) -> None:
    done = start(tmp_path, "lxml", "check", "--demo")
    assert done.returncode == 1
    assert "install it again" in done.stderr and "Traceback" not in done.stderr
