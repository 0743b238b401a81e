"""The one rule of dependency: main.py -> ui -> core -> data. The window's process never holds what talks to a portal or a keyring."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import private_environment

ROOT = Path(__file__).resolve().parents[1]
NEVER_IN_UI = {"requests", "lxml", "sqlite3", "keyring", "urllib3", "truststore", "secretstorage", "jeepney"}
NEVER_IN_CORE = {"PySide6", "shiboken6", "ui"}
NOT_BEFORE_THE_FIRST_PAINT = {
    "requests",
    "lxml",
    "keyring",
    "sqlite3",
    "http",
    "ssl",
    "asyncio",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
}

# Runs in the window's process: the real program, looked at from inside at its first paint and after a whole check of the demo.
PEEK = """
import gc, json, sys
import main
from PySide6.QtCore import QTimer
from ui.window.main_window import MainWindow

seen, paint = {}, MainWindow.paintEvent

def paint_event(window, event):
    paint(window, event)
    if "painted" not in seen:
        seen["painted"] = sorted(sys.modules)
        timer = QTimer(window, interval=20)
        timer.timeout.connect(look)
        timer.start()

shells = []

def look():
    if "ui.shell" not in sys.modules:
        return
    if not shells:  # found at once: the start's objects are frozen soon, and then no longer listed
        shells.extend(thing for thing in gc.get_objects() if isinstance(thing, sys.modules["ui.shell"].Shell))
        return
    (shell,) = shells
    state = shell.state
    if "checked" not in seen and state.loaded and state.view:
        seen["checked"] = None
        shell.wishes.check(state.current)
    elif seen.get("checked", 1) is None and state.checking is None:
        seen["checked"] = sorted(sys.modules)
        seen["status"] = state.view.last_attempt.status
        shell.quit()

MainWindow.paintEvent = paint_event
code = main.main(["--demo"])
print(json.dumps({**seen, "code": code}))
"""


def sources(package: str) -> Iterator[Path]:
    return (ROOT / package).rglob("*.py")


def imported(file: Path) -> set[str]:
    """The top-level packages a file imports anywhere, for type checking alone included."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize(("package", "forbidden"), [("ui", NEVER_IN_UI), ("core", NEVER_IN_CORE)])
def test_no_source_imports_what_its_layer_must_not(package: str, forbidden: set[str]) -> None:
    found = {str(file.relative_to(ROOT)): imported(file) & forbidden for file in sources(package)}
    assert {file: names for file, names in found.items() if names} == {}


def test_the_whole_core_imports_without_qt() -> None:
    modules = [".".join(file.relative_to(ROOT).with_suffix("").parts) for file in sources("core") if file.name != "__init__.py"]
    code = f"import sys, importlib; [importlib.import_module(name) for name in {modules!r}]; print(*sys.modules)"
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    ).stdout.split()
    assert not [name for name in found if name.partition(".")[0] in NEVER_IN_CORE]


@pytest.mark.journey
def test_the_windows_process_never_holds_what_talks_to_a_portal_or_a_keyring(tmp_path: Path) -> None:
    environment = {**os.environ, **private_environment(tmp_path), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", PEEK], cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["code"] == 0
    assert seen["status"] == "ok"
    assert NOT_BEFORE_THE_FIRST_PAINT & set(seen["painted"]) == set()
    assert (NEVER_IN_UI - {"sqlite3"}) & set(seen["checked"]) == set()
    assert not [name for name in seen["checked"] if "WebEngine" in name]  # the portal's window is a process of its own
    assert "sqlite3" in seen["checked"]  # or the look was taken too early to prove anything
