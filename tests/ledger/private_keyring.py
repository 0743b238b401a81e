"""A session bus of one's own with a real GNOME Keyring on it, unlocked; nothing of it outlives the block."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import private_environment

BUS = """<busconfig><type>session</type><listen>unix:path={folder}/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy></busconfig>"""
PASSWORD = b"a throw-away password"
LOGIN = "/org/freedesktop/secrets/collection/login"
PATIENCE_S = 15.0


@contextlib.contextmanager
def private_keyring(folder: Path) -> Iterator[dict[str, str]]:
    """The environment of a person whose HOME, TMPDIR and keyring lie in that folder."""
    for name in ("home", "run", "tmp"):
        (folder / name).mkdir(mode=0o700)
    configuration = folder / "bus.conf"
    configuration.write_text(BUS.format(folder=folder), "utf-8")
    kept = {name: os.environ[name] for name in ("PATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH") if name in os.environ}
    environment = {**kept, **private_environment(folder / "home"), "XDG_RUNTIME_DIR": str(folder / "run"), "LANG": "C.UTF-8"}
    environment |= {"TMPDIR": str(folder / "tmp"), "TZ": "Asia/Jakarta"}
    with contextlib.ExitStack() as started:
        bus = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"]
        daemon = started.enter_context(_running(bus, environment))
        assert daemon.stdout is not None
        environment["DBUS_SESSION_BUS_ADDRESS"] = daemon.stdout.readline().decode().strip()
        service = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        keyring = started.enter_context(_running(service, environment))
        assert keyring.stdin is not None
        keyring.stdin.write(PASSWORD)
        keyring.stdin.close()
        _wait_for_collection(environment)
        yield environment


@contextlib.contextmanager
def _running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _wait_for_collection(environment: dict[str, str]) -> None:
    ask = ["gdbus", "call", "--session", "-d", "org.freedesktop.secrets", "-o", "/org/freedesktop/secrets"]
    ask += ["-m", "org.freedesktop.DBus.Properties.Get", "org.freedesktop.Secret.Service", "Collections"]
    ends_at = time.monotonic() + PATIENCE_S
    while LOGIN not in subprocess.run(ask, env=environment, capture_output=True, text=True, check=False).stdout:
        if time.monotonic() > ends_at:
            raise TimeoutError("the keyring did not come up")
        time.sleep(0.05)
