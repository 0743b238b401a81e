"""What every test gets: no display of the person's, a private HOME, and Qt warnings that fail."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_PROCESSES = 4
LONG = ("tests/browser/", "tests/desktop/", "tests/e2e/", "tests/core/commands/")  # they start many processes
MEASURED = (  # what runs nowhere else: whole commands, the window's own process, the portal's window
    "tests/browser/",
    *(f"tests/desktop/test_{name}.py" for name in ("asked_from_outside", "keyring", "one_window")),
    *(f"tests/e2e/test_{name}_command.py" for name in ("check", "import", "simulator", "taught")),
    "tests/e2e/test_command_line.py",
)


os.environ["QT_QPA_PLATFORM"] = "offscreen"  # processes with a real display of their own set it anew: tests/desktop
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)  # no test puts a key into the person's own keyring; tests/desktop makes buses

# The only Qt messages that do not fail a test, each with its reason.
ALLOWED_QT_MESSAGES = (
    # The offscreen platform lacks a signal every QSystemTrayIcon connects to; there is no tray there, and the code knows.
    "No such signal QPlatformNativeInterface::systemTrayWindowChanged",
    # The offscreen platform cannot hand a window to a compositor; nothing is drawn wrongly.
    "This plugin does not support propagateSizeHints",
    "This plugin does not support raise()",
    # Nor can it give a popup the keyboard as a screen does; tests/desktop opens the tray's card on a real one.
    "This plugin does not support grabbing the keyboard",
    "This plugin does not support grabbing the mouse",
)


def pytest_configure(config: pytest.Config) -> None:
    """Qt warnings fail tests (pyproject.toml); these are the named exceptions."""
    gc.disable()
    if (
        signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    ):  # begun in the background of a script: what the tests start would inherit it
        signal.signal(signal.SIGINT, signal.default_int_handler)
    patterns = config.getini("qt_log_ignore")
    patterns.extend(message.replace("(", r"\(").replace(")", r"\)") for message in ALLOWED_QT_MESSAGES)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """The whole suite in as many processes as there are cores (four at most: each may hold a browser engine), a file at a time, so that
    what a file's tests share is made once; a part of it, asked for by name, in this process."""
    whole = not config.option.keyword and all(Path(name).resolve() in (ROOT, ROOT / "tests") for name in config.args)
    cores = min(os.cpu_count() or 1, MOST_PROCESSES) if whole else 0
    if cores < 2:
        return 0
    config.option.dist, config.option.loadscopereorder = "loadfile", False
    return cores


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """The order in which files are handed out: first what takes long for its number of tests, so that no process ends with a long file
    while the others have nothing to do any more; then those with the most tests."""
    if hasattr(config, "workerinput"):
        tests_of = Counter(item.path for item in items)
        items.sort(key=lambda item: (not place_of(item).startswith(LONG), -tests_of[item.path]))


def place_of(item: pytest.Item) -> str:
    """Its file, as the repository names it."""
    return item.path.relative_to(ROOT).as_posix()


def pytest_collection_finish() -> None:
    """What nine thousand collected tests are made of is no garbage: looking through it after every file took a quarter of a second."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[object]:
    """What a test starts as processes is measured by the coverage tool only where MEASURED says so: it makes a command take twice its
    time, what most of them run is measured in this process already, and some tests look at the modules a child has loaded."""
    if place_of(item).startswith(MEASURED):
        return (yield)
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("COVERAGE_")]:
            patch.delenv(name)
        return (yield)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    """Garbage is collected here alone, in the thread of the tests. Servers of tests have threads of their own, and a window that ends in one
    of those ends the process: Qt allows it nowhere but in its own."""
    another_file = nextitem is None or nextitem.path != item.path
    gc.collect(2 if another_file else 1)


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """A test that changed the application's language or colours leaves them as it found them: which file comes next is not said."""
    yield
    translations, widgets = sys.modules.get("ui.words.translations"), sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets is not None else None
    if translations is not None and application is not None and translations.formats.language() != "id":
        translations.install(application, "id")
    theme = sys.modules.get("ui.look.theme")
    if theme is not None and application is not None and theme.current() != theme.LIGHT:
        theme.apply(application, "light")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty HOME of one's own, with every XDG folder below it."""
    place = tmp_path / "home"
    place.mkdir(mode=0o700)
    for name, value in private_environment(place).items():
        monkeypatch.setenv(name, value)
    yield place


def private_environment(home: Path) -> dict[str, str]:
    """The variables that keep a process inside `home`."""
    return {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / ".config"),
        "XDG_DATA_HOME": str(home / ".local" / "share"),
        "XDG_STATE_HOME": str(home / ".local" / "state"),
        "XDG_CACHE_HOME": str(home / ".cache"),
        **{name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")},  # children are measured too
    }


def busy() -> float:
    """How many times longer than on an idle machine something may take now: what waits for a processor, for each that there is."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def need(*programs: str) -> None:
    """Skip the test with the reason when a program it drives lacks here; under CI (env CI is set) that is a failure."""
    missing = [name for name in programs if shutil.which(name) is None]
    if not missing:
        return
    reason = f"needs {', '.join(missing)} (apt install xvfb xauth x11-utils xdotool dbus trayer openbox imagemagick)"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
