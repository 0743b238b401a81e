"""What the journeys share: a home with an account, a portal, and the window's own process with a person at it."""

from __future__ import annotations

import datetime as dt
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from core.ledger import Ledger
from core.simulator import Simulator
from core.simulator.accounts import DEMO
from tests.conftest import private_environment

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
TODAY = dt.date(2026, 11, 22)
AT_ONCE = 3  # processes beside the one of the test that runs
JOURNEY_S = 240.0  # the end in any case; every step of a journey has an end of its own (tests/browser/hand.py)


@cache
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

    @classmethod
    def copy(cls, of: Home, folder: Path) -> Home:
        """The same home once more."""
        made = cls(folder)
        shutil.copytree(of.folder, folder, dirs_exist_ok=True)
        return made

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
    """How a journey went: the window's lines, the last with what the journey saw."""

    def __init__(self, lines: list[str], err: str, code: int = 0) -> None:
        self.code, self.err = code, err
        self.lines: list[dict[str, Any]] = [json.loads(line) for line in lines if line.startswith("{")]
        last = self.lines[-1] if self.lines else {}
        self.seen: dict[str, Any] = last.get("seen", {})

    @property
    def steps(self) -> list[str]:
        """What the window told the program, in order."""
        return [line["browser"] for line in self.lines if "browser" in line]

    def must_be_fine(self) -> None:
        """The journey came to its end, and nothing of ours failed on the way."""
        assert self.code == 0, (self.seen, self.err[-3000:])
        assert "problem" not in self.seen, (self.seen, self.err[-2000:])
        assert "Traceback" not in self.err, self.err


class Theatre:
    """One process for many journeys (tests/browser/theatre.py): the engine starts once. A journey that failed ends it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self._err: Path = folder / "err"
        self._read = 0

    def play(self, journey: str, address: str, environment: dict[str, str]) -> Went:
        process = self._process or self._start(environment)
        assert process.stdin is not None and process.stdout is not None
        wish = {"journey": journey, "address": address, "environment": environment}
        limit = threading.Timer(JOURNEY_S, process.kill)
        limit.start()
        lines: list[str] = []
        try:
            process.stdin.write(json.dumps(wish) + "\n")
            process.stdin.flush()
            while line := process.stdout.readline():
                lines.append(line)
                if line.startswith('{"seen"'):
                    break
        finally:
            limit.cancel()
        whole = self._err.read_text("utf-8", "replace")
        went = Went(lines, whole[self._read :], 0 if lines and lines[-1].startswith('{"seen"') else 1)
        self._read = len(whole)
        if went.code or "problem" in went.seen:
            self.end()
        return went

    def _start(self, environment: dict[str, str]) -> subprocess.Popen[str]:
        self._read = 0
        with self._err.open("w") as err:
            self._process = subprocess.Popen(
                [sys.executable, "-X", "utf8", "-m", "tests.browser.theatre"],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=err,
                text=True,
            )
        return self._process

    def end(self) -> None:
        """Let it go; one that does not go is killed."""
        process, self._process = self._process, None
        if process is None:
            return
        assert process.stdin is not None and process.stdout is not None
        process.stdin.close()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


class Stage:
    """A home, and windows of a process that no test beside it uses: for what takes long and may run while other tests do."""

    def __init__(self, folder: Path, theatre: Theatre) -> None:
        self.home = Home(folder / "home")
        self.theatre = theatre

    def go(self, journey: str, address: str) -> Went:
        went = self.theatre.play(journey, address, self.home.environment())
        went.must_be_fine()
        return went


Result = TypeVar("Result")


class Early:
    """What the tests marked `early` want to look at, begun with the first test of its file, beside the others: a journey
    is waiting for the most part. `early(journey)` is what came of it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._theatres: list[Theatre] = []
        self._here = threading.local()  # the engine is started once for each that may run at once
        self._pool = ThreadPoolExecutor(AT_ONCE, thread_name_prefix="early", initializer=self._take_theatre)
        self._begun: dict[Callable[[Stage], Any], Future[Any]] = {}

    def begin(self, journey: Callable[[Stage], Any]) -> None:
        if journey not in self._begun:
            self._begun[journey] = self._pool.submit(self._run, journey)

    def __call__(self, journey: Callable[[Stage], Result]) -> Result:
        self.begin(journey)
        result: Result = self._begun[journey].result()
        return result

    def _take_theatre(self) -> None:
        folder = self._folder / f"theatre-{threading.get_ident()}"
        folder.mkdir()
        self._here.theatre = Theatre(folder)
        self._theatres.append(self._here.theatre)

    def _run(self, journey: Callable[[Stage], Any]) -> Any:
        place = self._folder / journey.__name__
        place.mkdir()
        return journey(Stage(place, self._here.theatre))

    def end(self) -> None:
        self._pool.shutdown(cancel_futures=True)
        for theatre in self._theatres:
            theatre.end()


def pytest_configure(config: pytest.Config) -> None:
    """The one marker of this folder."""
    config.addinivalue_line("markers", "early(journey): what the test looks at begins early, beside other tests (tests/browser)")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What began early is looked at last."""
    places = [place for place, item in enumerate(items) if HERE in item.path.parents]
    ordered = sorted((items[place] for place in places), key=lambda item: item.get_closest_marker("early") is not None)
    for place, item in zip(places, ordered, strict=True):
        items[place] = item


@pytest.fixture(scope="session", autouse=True)
def early(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Early]:
    running = Early(tmp_path_factory.mktemp("early"))
    yield running
    running.end()


@pytest.fixture(scope="module", autouse=True)
def begun(request: pytest.FixtureRequest, early: Early) -> None:
    """With the first test begin all the journeys; where there are other processes for other files, those of this file."""
    shared = hasattr(request.config, "workerinput")
    items = [item for item in request.session.items if item.path == request.path or not shared]
    journeys = [marker.args[0] for item in items for marker in item.iter_markers("early")]
    for journey in journeys if journeys and engine_lacks() is None else []:
        early.begin(journey)


@pytest.fixture(scope="session")
def theatre(engine: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Theatre]:
    place = Theatre(tmp_path_factory.mktemp("theatre"))
    yield place
    place.end()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


Go = Callable[..., Went]


@pytest.fixture
def go(theatre: Theatre, home: Home) -> Go:
    """Go on a journey in a window of the theatre's: `go("sign_in", address)`. It must end well."""

    def run(journey: str, address: str) -> Went:
        went = theatre.play(journey, address, home.environment())
        went.must_be_fine()
        return went

    return run


@pytest.fixture
def go_alone(engine: None, home: Home) -> Go:
    """The same in a process of its own, the real `main.py browse` from its start to its end."""

    def run(journey: str, address: str, *options: str) -> Went:
        done = subprocess.run(
            [sys.executable, "-X", "utf8", "-m", "tests.browser.hand", journey, "--demo", "--at", address, *options],
            cwd=ROOT,
            env=home.environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=JOURNEY_S,
            check=False,
        )
        went = Went(done.stdout.splitlines(), done.stderr, done.returncode)
        went.must_be_fine()
        return went

    return run
