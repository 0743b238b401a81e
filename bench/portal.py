"""The simulator as a process of its own, so that it takes no time from what is measured; and what it says about its visitors."""

from __future__ import annotations

import contextlib
import json
import subprocess
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from desk import PYTHON, ROOT

ERA = "sso2019"  # the longest road: log-in, menu, PIN, balance


@dataclass(frozen=True, slots=True)
class Portal:
    """`url` is where the era begins; `typed` what a person types on stdin: secret, PIN."""

    url: str
    root: str
    user: str
    typed: bytes

    @property
    def secret(self) -> str:
        return self.typed.decode().split("\n")[0]

    @property
    def pin(self) -> str:
        return self.typed.decode().split("\n")[1]

    def log(self) -> list[dict[str, Any]]:
        """Every request so far, as the simulator remembers it."""
        with urllib.request.urlopen(f"{self.root}_simulator/log") as answer:  # loopback
            entries: list[dict[str, Any]] = json.load(answer)
        return entries


@contextlib.contextmanager
def running(environment: dict[str, str]) -> Iterator[Portal]:
    """A simulator on a free port."""
    command = [PYTHON, str(ROOT / "main.py"), "simulator", "--era", ERA, "--json"]
    process = subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        said = json.loads(process.stdout.readline())
        person = said["accounts"][0]
        drain = subprocess.Popen(["cat"], stdin=process.stdout, stdout=subprocess.DEVNULL)  # or its log lines would fill the pipe
        yield Portal(
            said["url"], said["url"].removesuffix(f"{ERA}/"), person["email"], f"{person['secret']}\n{person['pin']}\n".encode()
        )
    finally:
        process.terminate()
        process.wait()
        drain.wait()
