"""A private desk to measure on: an X server, a session bus with a tray and nothing else on it, an empty HOME, a clean environment."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT / "bench"
PYTHON = sys.executable
KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH")
BUS = """<busconfig><type>session</type><listen>unix:dir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>"""


@dataclass(frozen=True, slots=True)
class Desk:
    """What runs on it gets `environment`. `display` is the X server's number, `tray` the stand-in of tray_host.py."""

    environment: dict[str, str]
    display: int
    tray: subprocess.Popen[str]

    def start(self, command: list[str]) -> subprocess.Popen[bytes]:
        """Start a program in a group of its own, its words thrown away."""
        return subprocess.Popen(
            command,
            env=self.environment,
            cwd=self.environment["HOME"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    def wait_for_tray_item(self, limit_s: float) -> float:
        """The monotonic time at which a tray item was registered. TimeoutError."""
        stream = self.tray.stdout
        assert stream is not None
        if not select.select([stream], [], [], limit_s)[0]:
            raise TimeoutError("no tray item appeared")
        return float(stream.readline())

    def forget_tray_items(self) -> None:
        """Throw away what was registered so far."""
        with contextlib.suppress(TimeoutError):
            while True:
                self.wait_for_tray_item(0.05)


@contextlib.contextmanager
def laid() -> Iterator[Desk]:
    """The desk, from laying it to clearing it away."""
    with contextlib.ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="saldo-bench-")))
        environment = private_environment(place)
        display = stack.enter_context(_x_server())
        environment["DISPLAY"] = f":{display}"
        environment["DBUS_SESSION_BUS_ADDRESS"] = stack.enter_context(_bus(place))
        tray = stack.enter_context(_running([PYTHON, str(BENCH / "tray_host.py")], environment))
        assert tray.stdout is not None
        if not select.select([tray.stdout], [], [], 10)[0] or tray.stdout.readline() != "ready\n":
            raise RuntimeError("the stand-in tray did not start")
        yield Desk(environment, display, tray)


def private_environment(place: Path) -> dict[str, str]:
    """An environment with a HOME below `place`, and no wish to leave .pyc files out."""
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    home = place / "home"
    for folder in (home, place / "run"):
        folder.mkdir(mode=0o700, parents=True)
    return {
        **environment,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(place / "run"),
        "XDG_CURRENT_DESKTOP": "KDE",
        "DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/nonexistent",
        "LANG": environment.get("LANG", "C.UTF-8"),
    }


def end(process: subprocess.Popen[bytes]) -> None:
    """Kill a program started by `Desk.start` with everything it started in turn."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def family(pid: int) -> list[int]:
    """A process, all its descendants, and whatever of its session has left it behind (a program that goes into the background)."""
    children: dict[int, list[int]] = {}
    session: list[int] = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError, ValueError):
                _state, parent, _group, leader = (entry / "stat").read_text().rsplit(")", 1)[1].split()[:4]
                children.setdefault(int(parent), []).append(int(entry.name))
                if int(leader) == pid:
                    session.append(int(entry.name))
    found, todo = [], [pid]
    while todo:
        found.append(todo.pop())
        todo += children.get(found[-1], [])
    return sorted({*found, *session})


def pss_mb(pid: int, kind: str = "Pss") -> float:
    """The memory of a process and its descendants, shared pages divided among those who share them. kind "Pss_Anon": only what no
    file stands behind."""
    total = 0
    for member in family(pid):
        with contextlib.suppress(OSError):
            for line in Path(f"/proc/{member}/smaps_rollup").read_text().splitlines():
                if line.startswith(f"{kind}:"):
                    total += int(line.split()[1])
    return total / 1024


def drop_page_cache() -> bool:
    """Make the next start a cold one. Only root may."""
    os.sync()
    try:
        Path("/proc/sys/vm/drop_caches").write_text("3\n")
    except OSError:
        return False
    time.sleep(0.5)
    return True


@contextlib.contextmanager
def _running(command: list[str], environment: dict[str, str], **more: object) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, **more
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


@contextlib.contextmanager
def _x_server() -> Iterator[int]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp", "-ac"]
    with _running(command, dict(os.environ), pass_fds=[write]):
        os.close(write)
        if not select.select([read], [], [], 20)[0]:
            raise RuntimeError("Xvfb did not start")
        yield int(os.read(read, 20))
        os.close(read)


@contextlib.contextmanager
def _bus(place: Path) -> Iterator[str]:
    folder = place / "run"
    rules = place / "bus.conf"
    rules.write_text(BUS.format(folder=folder))
    with _running(["dbus-daemon", f"--config-file={rules}", "--nofork", "--print-address=1"], dict(os.environ)) as bus:
        assert bus.stdout is not None
        yield bus.stdout.readline().strip()
