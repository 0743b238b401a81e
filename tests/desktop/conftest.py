"""A desktop of one's own: an X server on a free number, a private session bus without services, and the program on it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.ledger import Ledger
from core.models import Attempt, Reading
from core.paths import Folders
from tests.conftest import busy, need, private_environment
from tests.fakes.status_notifier import StatusNotifierPanel

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_S = 30.0
BUS = """<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""


def until(condition: Callable[[], object], what: str) -> None:
    """Wait until it holds; the test fails with `what` if it never does."""
    end = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < end, f"never happened: {what}"
        time.sleep(0.02)


@pytest.fixture
def display() -> Iterator[str]:
    """The name of an X server without a window manager or a tray."""
    need("Xvfb")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=[writing],
        stdin=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as file:
        number = file.readline().strip()
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait(10)


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[str]:
    """The address of a session bus on which nothing starts by itself."""
    need("dbus-daemon")
    config = tmp_path / "bus.conf"
    config.write_text(BUS.format(folder=tmp_path), "utf-8")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--config-file", str(config), "--nofork", "--print-address=1"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert daemon.stdout is not None
    yield daemon.stdout.readline().strip()
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


@pytest.fixture
def panel(bus: str) -> Iterator[StatusNotifierPanel]:
    """A panel with a StatusNotifier tray; it is there once `start()` was called."""
    made = StatusNotifierPanel(bus)
    yield made
    made.close()


class Program:
    """The program, started as a person would, with an output that is kept."""

    def __init__(
        self, arguments: tuple[str, ...], environment: dict[str, str], folder: Path, script: Path = ROOT / "main.py"
    ) -> None:
        self._err = (folder / f"stderr-{time.monotonic_ns()}").open("w+", encoding="utf-8")
        self.process = subprocess.Popen(
            [sys.executable, str(script), *arguments],
            env=environment,
            cwd=folder,
            stdin=subprocess.DEVNULL,
            stdout=self._err,
            stderr=self._err,
        )

    @property
    def said(self) -> str:
        """All it wrote to stdout and stderr."""
        self._err.seek(0)
        return self._err.read()

    @property
    def alive(self) -> bool:
        return self.process.poll() is None

    def ends_within(self, seconds: float) -> int:
        """Its exit code; fails if it is still there after that time, or more where the machine is busy."""
        return self.process.wait(seconds * busy())

    def kill(self) -> None:
        """kill -9."""
        if self.alive:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)

    def close(self) -> None:
        self.kill()
        self._err.close()


class Desktop:
    """A person's session: display, bus and HOME."""

    def __init__(self, display: str, bus: str, folder: Path) -> None:
        self.home = folder / "home"
        self.home.mkdir(mode=0o700)
        self._folder = folder
        self._programs: list[Program] = []
        keep = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        self.environment = {
            **keep,
            **private_environment(self.home),
            "DISPLAY": display,
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "LANG": "C.UTF-8",
            "TZ": "Asia/Jakarta",
        }

    def start(self, *arguments: str) -> Program:
        program = Program(arguments, self.environment, self._folder)
        self._programs.append(program)
        return program

    def start_script(self, script: Path) -> Program:
        """The same, begun by a script that changes it."""
        program = Program((), self.environment, self._folder, script)
        self._programs.append(program)
        return program

    def run(self, *command: str) -> str:
        """What another program on this desktop prints."""
        return subprocess.run(command, env=self.environment, capture_output=True, text=True, timeout=30, check=False).stdout

    def windows(self) -> list[str]:
        """The program's windows that can be seen, by their ids."""
        need("xdotool")
        return self.run("xdotool", "search", "--onlyvisible", "--name", "^Saldo JHT").split()

    @property
    def ledger(self) -> Path:
        """The demo's ledger."""
        return self.home / ".local" / "share" / "saldo-jht-demo" / Folders(Path()).ledger.name

    def attempts(self) -> list[Attempt]:
        """Every attempt of the demo's account, newest first."""
        if not self.ledger.exists():
            return []
        with Ledger.open(self.ledger) as ledger:
            return [attempt for account in ledger.accounts() for attempt in ledger.attempts(account.id)]

    def readings(self) -> list[Reading]:
        """Every reading of the demo's account, oldest first."""
        with Ledger.open(self.ledger) as ledger:
            return [reading for account in ledger.accounts() for reading in ledger.history(account.id)]

    def faults(self) -> list[str]:
        """What the window logged as a fault of its own."""
        lines = [line for log in self.home.rglob("*.log") for line in log.read_text("utf-8").splitlines()]
        return [line for line in lines if " saldo.window " in line]

    def close(self) -> None:
        for program in self._programs:
            program.close()


@pytest.fixture
def desktop(display: str, bus: str, tmp_path: Path) -> Iterator[Desktop]:
    session = Desktop(display, bus, tmp_path)
    yield session
    session.close()
    assert session.faults() == []
