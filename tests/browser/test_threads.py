"""Threads and windows: Qt's objects may end in their own thread only, and Python collects what nobody holds wherever it happens to be.

So the program's own window has no second thread at all, and where there is one, garbage is collected in the windows' thread alone.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.browser.conftest import ROOT, Home
from tests.statements import facts
from tests.statements.facts import Traits
from tests.statements.good import drawn
from tests.statements.style import Style

pytestmark = pytest.mark.journey


def watched(home: Home, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-m", "tests.browser.watched", *arguments],
        cwd=ROOT,
        env=home.environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr[-3000:]
    seen: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert "problem" not in seen, seen
    return seen


def test_the_programs_own_window_never_has_a_second_thread(home: Home, tmp_path: Path) -> None:
    (card,) = facts.career(Random("satu tahun"), range(2024, 2025), Traits())
    seen = watched(home, "window", str(drawn([card], Style(), "reportlab_pieces", "rsjht-2024")(tmp_path)))
    assert (seen["code"], seen["status"], seen["imported"]) == (0, "ok", 1)
    assert (seen["begun"], seen["most"], seen["elsewhere"]) == ([], 1, 0)
    assert seen["here"] > 0


def test_beside_the_demos_portal_garbage_is_collected_in_the_windows_thread_alone(home: Home, engine: None) -> None:
    home.add_account("simulator-sso2023")
    seen = watched(home, "portal")
    assert seen["code"] == 0
    assert any(name.startswith("simulator-") for name in seen["begun"]) and len(seen["begun"]) > 2
    assert seen["elsewhere"] == 0
    assert seen["here"] > 0
