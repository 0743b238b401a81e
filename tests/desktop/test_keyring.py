"""The vault against real services on a private bus: GNOME Keyring in each of its moods, and a service that never answers."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import need, private_environment

pytestmark = pytest.mark.desktop

ROOT = Path(__file__).resolve().parents[2]
LONGEST_ANSWER_S = 10
PASSWORD = b"a throw-away password"
LOGIN = "/org/freedesktop/secrets/collection/login"

# One use of the vault in a process of its own, as the commands use it: what it answers, and what the process had to load.
USE = """
import sys
sys.path.insert(0, sys.argv[1])
from core.errors import VaultUnavailable
from core.models import Secrets
from core.vault import Vault
vault, key = Vault(), "account-1-0123456789abcdef"
try:
    for deed in sys.argv[2:]:
        if deed == "store":
            vault.store(key, Secrets("kata sandi \\u00e4", "730461"))
        elif deed == "read":
            print("read" if vault.read(key) == Secrets("kata sandi \\u00e4", "730461") else "wrong")
        elif deed == "forget":
            vault.forget(key)
        elif deed == "name":
            print(vault.name())
except VaultUnavailable as problem:
    print(problem.reason)
"""


@dataclass
class Bus:
    """A private session bus with a HOME of its own."""

    environment: dict[str, str]
    started: list[subprocess.Popen[bytes]]

    def use(self, *deeds: str, **environment: str) -> list[str]:
        """What the vault answers, within the time it may take, from a process that then ends by itself."""
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, "-c", USE, ROOT, *deeds],
            env=self.environment | environment,
            capture_output=True,
            text=True,
            timeout=LONGEST_ANSWER_S + 5,
            check=False,
        )
        assert time.monotonic() - began < LONGEST_ANSWER_S
        assert done.stderr == ""
        return done.stdout.split("\n")[:-1]

    def main(self, *arguments: str, stdin: str = "") -> tuple[int, list[dict[str, object]], str]:
        """The exit code, the JSON lines and stderr of `main.py`."""
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, ROOT / "main.py", *arguments],
            env=self.environment,
            input=stdin,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert time.monotonic() - began < LONGEST_ANSWER_S
        return done.returncode, [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    def start(self, *command: str | Path, stdin: bytes = b"") -> subprocess.Popen[bytes]:
        """A service on this bus, ended with the test."""
        service = subprocess.Popen(
            command, env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.started.append(service)
        assert service.stdin is not None
        service.stdin.write(stdin)
        service.stdin.close()
        return service

    def call(self, path: str, method: str, *arguments: str) -> str:
        """One call to the Secret Service; its answer as text, "" if it failed."""
        done = subprocess.run(
            ["gdbus", "call", "--session", "-d", "org.freedesktop.secrets", "-o", path, "-m", method, *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        )
        return done.stdout

    def wait_for_collection(self, name: str) -> None:
        """Until the service shows that collection."""
        properties = ("org.freedesktop.DBus.Properties.Get", "org.freedesktop.Secret.Service", "Collections")
        ends_at = time.monotonic() + 10
        while name not in self.call("/org/freedesktop/secrets", *properties):
            assert time.monotonic() < ends_at, "the keyring did not come up"
            time.sleep(0.05)


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[Bus]:
    """A bus that starts nothing by itself: what is not started here does not exist."""
    need("dbus-daemon", "gnome-keyring-daemon", "gdbus")
    home = tmp_path / "home"
    run = tmp_path / "run"
    for folder in (home, run):
        folder.mkdir(mode=0o700)
    configuration = tmp_path / "bus.conf"
    configuration.write_text(
        f"<busconfig><type>session</type><listen>unix:path={tmp_path}/bus</listen><auth>EXTERNAL</auth>"
        '<policy context="default"><allow send_destination="*"/><allow own="*"/><allow eavesdrop="false"/></policy></busconfig>'
    )
    daemon = subprocess.Popen(
        ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--print-address"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert daemon.stdout is not None
    address = daemon.stdout.readline().decode().strip()
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "LANG", "VIRTUAL_ENV")}
    made = Bus({**kept, **private_environment(home), "XDG_RUNTIME_DIR": str(run), "DBUS_SESSION_BUS_ADDRESS": address}, [daemon])
    yield made
    for process in reversed(made.started):
        process.kill()
        process.wait(10)
        for stream in (process.stdout, process.stdin):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


@pytest.fixture
def keyring(bus: Bus) -> Bus:
    """GNOME Keyring, unlocked."""
    bus.start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets", stdin=PASSWORD)
    bus.wait_for_collection(LOGIN)
    return bus


def test_a_secret_is_kept_read_and_forgotten(keyring: Bus) -> None:
    assert keyring.use("name", "store", "read") == ["GNOME Keyring", "read"]
    assert keyring.use("read") == ["read"]
    assert keyring.use("forget", "forget", "read") == ["vault_empty"]


def test_a_keyring_that_holds_nothing_is_empty(keyring: Bus) -> None:
    assert keyring.use("read") == ["vault_empty"]


def test_a_locked_keyring_is_locked_and_asks_nobody(keyring: Bus) -> None:
    keyring.use("store")
    keyring.call("/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock", f"['{LOGIN}']")
    assert keyring.use("read") == ["vault_locked"]
    assert keyring.use("store") == ["vault_locked"]
    assert keyring.use("forget") == ["vault_locked"]
    assert keyring.use("name") == ["GNOME Keyring"]


def test_no_bus_is_no_keyring(bus: Bus) -> None:
    assert bus.use("read", DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere") == ["vault_missing"]
    assert bus.use("read", DBUS_SESSION_BUS_ADDRESS="nonsense") == ["vault_missing"]
    del bus.environment["DBUS_SESSION_BUS_ADDRESS"]
    assert bus.use("read") == ["vault_missing"]


def test_a_bus_without_a_service_is_no_keyring(bus: Bus) -> None:
    assert bus.use("read") == ["vault_missing"]
    assert bus.use("name") == ["vault_missing"]


def test_a_service_without_any_keyring_in_it_is_no_keyring_and_none_is_made(bus: Bus) -> None:
    bus.start("gnome-keyring-daemon", "--foreground", "--components=secrets")
    bus.wait_for_collection("session")
    assert bus.use("store") == ["vault_missing"]
    assert bus.use("read") == ["vault_missing"]


def test_a_service_that_never_answers_is_given_up(bus: Bus) -> None:
    silent = bus.start(sys.executable, ROOT / "tests" / "fakes" / "silent_secret_service.py")
    assert silent.stdout is not None
    assert silent.stdout.readline() == b"ready\n"
    assert bus.use("read") == ["vault_hanging"]


def test_a_service_that_stops_in_its_tracks_is_given_up(keyring: Bus) -> None:
    keyring.use("store")
    daemon = keyring.started[-1]
    daemon.send_signal(signal.SIGSTOP)
    try:
        assert keyring.use("read") == ["vault_hanging"]
    finally:
        daemon.send_signal(signal.SIGCONT)
    assert keyring.use("read") == ["read"]


@pytest.mark.parametrize(
    "backend", ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "keyrings.alt.file.PlaintextKeyring"]
)
def test_neither_the_environment_nor_a_users_file_chooses_the_keyring(keyring: Bus, backend: str) -> None:
    folder = Path(keyring.environment["XDG_CONFIG_HOME"]) / "python_keyring"
    folder.mkdir(parents=True)
    (folder / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring={backend}\n")
    properties = {
        "KEYRING_PROPERTY_SCHEME": "KeePassXC",
        "KEYRING_PROPERTY_PREFERRED_COLLECTION": "/org/freedesktop/secrets/collection/session",
    }
    assert keyring.use("store", "read", PYTHON_KEYRING_BACKEND=backend, **properties) == ["read"]
    assert keyring.use("read") == ["read"]


def test_the_keyrings_attributes_tell_nothing_of_the_person(keyring: Bus) -> None:
    keyring.use("store")
    items = keyring.call(LOGIN, "org.freedesktop.DBus.Properties.Get", "org.freedesktop.Secret.Collection", "Items")
    (path,) = [part.strip("'<>[]@ao (),") for part in items.split() if LOGIN in part]
    shown = keyring.call(path, "org.freedesktop.DBus.Properties.GetAll", "org.freedesktop.Secret.Item")
    assert "account-1-0123456789abcdef" in shown
    assert "saldo-jht" in shown
    assert "730461" not in shown


def test_the_window_is_told_the_keyrings_name_and_mood(keyring: Bus) -> None:
    assert keyring.main("vault", "status", "--json") == (0, [{"vault": "ok", "name": "GNOME Keyring"}], "")
    keyring.call("/org/freedesktop/secrets", "org.freedesktop.Secret.Service.Lock", f"['{LOGIN}']")
    assert keyring.main("vault", "status", "--json") == (9, [{"vault": "vault_locked", "name": "GNOME Keyring"}], "")


ADD = """
import datetime as dt, sys
sys.path.insert(0, sys.argv[1])
from core.commands.opened import open_ledger
with open_ledger(True) as ledger:
    print(ledger.add_account("Budi", sys.argv[2], "simulator-sso2019", now=dt.datetime.now(dt.UTC)).id)
"""


def test_a_remembered_secret_makes_the_next_check_one_press(keyring: Bus) -> None:
    """From a first log-in with secrets over stdin, through a check from the keyring, to forgetting them."""
    from core.simulator.accounts import ONE_CARD

    assert keyring.main("demo-data", "--json")[0] == 0
    command = [sys.executable, "-c", ADD, str(ROOT), ONE_CARD.email]
    account = int(subprocess.run(command, env=keyring.environment, capture_output=True, timeout=30, check=True).stdout)
    check = ("check", "--demo", "--account", f"#{account}", "--trigger", "person", "--json")
    assert keyring.main(*check)[1][-1]["status"] == "vault_unavailable"
    code, lines, _ = keyring.main(*check, "--secrets-stdin", "--remember", stdin=f"{ONE_CARD.secret}\n{ONE_CARD.pin}\n")
    assert (code, lines[-1]["status"]) == (0, "ok")
    assert all(line.get("step") != "vault" for line in lines)
    code, lines, _ = keyring.main(*check)
    assert (code, lines[-1]["status"]) == (0, "ok")
    assert keyring.main("vault", "forget", "--demo", "--account", f"#{account}", "--json") == (0, [{"vault": "ok"}], "")
    code, lines, _ = keyring.main(*check)
    assert (code, lines[0]) == (9, {"step": "refused", "reason": "vault_empty", "portal_words": None})


def test_a_check_that_cannot_keep_the_secret_says_so_and_succeeds(bus: Bus) -> None:
    from core.simulator.accounts import DEMO

    code, lines, _ = bus.main(
        "check", "--demo", "--json", "--trigger", "person", "--secrets-stdin", "--remember", stdin=f"{DEMO.secret}\n{DEMO.pin}\n"
    )
    assert (code, lines[-1]["status"]) == (0, "ok")
    assert {"step": "vault", "reason": "vault_missing"} in lines
