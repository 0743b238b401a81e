"""What the journeys share: a home with an account, a portal, and the window's own process with a person at it."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from core.ledger import Ledger
from core.simulator import Simulator
from core.simulator.accounts import DEMO
from tests.conftest import private_environment

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 22)
NOISE = (
    "Sandboxing disabled by user",
    "QRhiGles2:",
    "Failed to create RHI",
    "QVulkanInstance",
    "createPlatformVulkanInstance",
    "GBM is not",
)


def engine_lacks() -> str | None:
    """Why the portal's window cannot run here, None if it can."""
    if importlib.util.find_spec("PySide6.QtWebEngineWidgets") is None:
        return "needs QtWebEngine (uv sync --extra browser)"
    tried = subprocess.run(
        [sys.executable, "-c", "import PySide6.QtWebEngineWidgets"], capture_output=True, text=True, timeout=120, check=False
    )
    return None if tried.returncode == 0 else f"QtWebEngine cannot be loaded: {tried.stderr.strip().splitlines()[-1:]}"


@pytest.fixture(scope="session")
def engine() -> None:
    """Skips with the reason where QtWebEngine lacks; under CI that is a failure."""
    lacks = engine_lacks()
    if lacks is None:
        return
    if os.environ.get("CI"):
        pytest.fail(lacks)
    pytest.skip(lacks)


@pytest.fixture
def simulator() -> Iterator[Simulator]:
    with Simulator() as running:
        yield running


class Home:
    """A person's home, with one account in the demo's folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(mode=0o700)
        self.data = folder / ".local" / "share" / "saldo-jht-demo"
        self.data.mkdir(parents=True, mode=0o700)

    def ledger(self) -> Ledger:
        return Ledger.open(self.data / "ledger.sqlite3")

    def add_account(self, portal: str, user: str = DEMO.email) -> None:
        with self.ledger() as ledger:
            ledger.add_account("Siti", user, portal, now=dt.datetime.now(dt.UTC))

    def files(self) -> dict[str, bytes]:
        """Every file below it, and what is in it."""
        return {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file() and not path.is_symlink()
        }

    def environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH") if name in os.environ}
        root = (
            {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if os.geteuid() == 0 else {}
        )  # Chromium refuses to run as root with its sandbox
        return {
            **kept,
            **private_environment(self.folder),
            **root,
            "QT_QPA_PLATFORM": "offscreen",
            "LANG": "C.UTF-8",
            "TZ": "Asia/Jakarta",
            "TMPDIR": str(self.temporary),
        }

    @property
    def temporary(self) -> Path:
        place = self.folder.parent / "tmp"
        place.mkdir(exist_ok=True, mode=0o700)
        return place


class Went:
    """How a journey went."""

    def __init__(self, done: subprocess.CompletedProcess[str]) -> None:
        self.code, self.err = done.returncode, done.stderr
        self.lines: list[dict[str, Any]] = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        last = self.lines[-1] if self.lines else {}
        self.seen: dict[str, Any] = last.get("seen", {})
        self.out = done.stdout

    @property
    def steps(self) -> list[str]:
        """What the window told the program, in order."""
        return [line["browser"] for line in self.lines if "browser" in line]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


Go = Callable[..., Went]


@pytest.fixture
def go(engine: None, home: Home) -> Go:
    """Open the window and go on a journey: `go("sign_in", address)`. It must end well by itself, unless `fine=False`."""

    def run(journey: str, address: str, *, fine: bool = True, **more: str) -> Went:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-m", "tests.browser.hand", journey, "--demo", "--at", address],
            cwd=ROOT,
            env={**home.environment(), **more},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=150,
            check=False,
        )
        went = Went(done)
        if fine:
            assert went.code == 0, (went.seen, went.err[-3000:])
            assert "problem" not in went.seen, (went.seen, went.err[-2000:])
            assert "Traceback" not in went.err, went.err
        return went

    return run
