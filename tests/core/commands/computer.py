"""A computer of its own for the commands: a folder, no keyring, and a terminal where one is needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

from core.paths import Folders
from tests.conftest import private_environment

ROOT = Path(__file__).resolve().parents[3]
WORDS = "kuda api sembilan laut"
OTHER = "batu hijau tujuh bukit"
# the pseudo-terminal becomes the program's own, as a shell's is: getpass asks there
OWN_TERMINAL = "import fcntl, os, sys, termios; fcntl.ioctl(0, termios.TIOCSCTTY, 0); os.execv(sys.argv[1], sys.argv[1:])"


class Home:
    """A computer without a keyring, and a person's folder on it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        path.mkdir()
        self.environment = {**os.environ, **private_environment(path), "LC_ALL": "en_US.UTF-8"}
        self.environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        self.folders = Folders(Path(self.environment["XDG_DATA_HOME"]) / "saldo-jht")

    def run(self, *argv: str, typed: str = "") -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "main.py"), *argv]
        return subprocess.run(
            command, input=typed, capture_output=True, text=True, env=self.environment, cwd=self.path, timeout=60, check=False
        )

    def good(self, *argv: str, typed: str = "") -> str:
        done = self.run(*argv, typed=typed)
        assert done.returncode == 0, (argv, done.stdout, done.stderr)
        return done.stdout

    def begin(self, day: str = "2025-12-31", amount: str = "41.415.926,53") -> None:
        self.good("import", "--typed", day, amount, "--plain")

    def lock(self, passphrase: str = WORDS) -> None:
        self.good("ledger", "encrypt", "--passphrase-stdin", typed=f"{passphrase}\n")

    def on_a_terminal(self, *argv: str, answers: list[str]) -> tuple[int, str]:
        """What a person sees and types; each answer after a prompt that ends in ": ". An answer "^D" is the end of the input."""
        leader, follower = os.openpty()
        child = subprocess.Popen(
            [sys.executable, "-c", OWN_TERMINAL, sys.executable, str(ROOT / "main.py"), *argv],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=self.environment,
            cwd=self.path,
            start_new_session=True,
        )
        os.close(follower)
        shown = b""
        left = list(answers)
        asked_to = 0
        give_up = time.monotonic() + 60
        while time.monotonic() < give_up:
            try:
                piece = os.read(leader, 4096)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
            if left and shown[asked_to:].rstrip(b"\r\n").endswith(b": "):
                asked_to = len(shown)
                answer = left.pop(0)
                os.write(leader, b"\x04" if answer == "^D" else f"{answer}\n".encode())
        os.close(leader)
        return child.wait(30), shown.decode("utf-8", "replace")


def sheet(home: Home) -> str:
    told = json.loads(home.good("ledger", "recovery", "--passphrase-stdin", "--json", typed=f"{WORDS}\n"))
    return str(told["key"])
