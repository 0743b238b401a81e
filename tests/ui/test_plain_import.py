"""PySide6 makes every later import read its module's source text, and keeps it. The window does without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import builtins, linecache
plain = builtins.__import__
from ui import preflight
preflight.load_qt()
assert builtins.__import__ is plain
import wave, ui.state, ui.look.theme
from PySide6.QtCore import Qt
kept = [name for name in linecache.cache if name.endswith(("wave.py", "state.py", "theme.py"))]
assert not kept, kept
assert Qt.Key.Key_A.value == 65
"""


def test_no_source_text_is_read_for_what_is_imported_after_qt() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (0, "")
