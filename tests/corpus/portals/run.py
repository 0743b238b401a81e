"""Run the real command against one portal, as a process with a home of its own, and keep what is needed to judge it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.corpus.portals.registry import Portal
from tests.fakes.portal_server import Site
from tests.fakes.portal_talk import LOGIN_SECRET, Hit, seen_in

ROOT = Path(__file__).resolve().parents[3]
END_S = 45.0
KEYS = {"status", "portal", "checked_at", "as_of", "total", "cards", "need", "message"}


@dataclass(frozen=True)
class Run:
    """What came of one check. stdout and stderr have no repr: a leak must not leak again through a test's output."""

    portal: Portal
    code: int | None  # None: it did not end by itself
    stdout: str = field(repr=False)
    stderr: str = field(repr=False)
    hits: tuple[Hit, ...]
    strays: tuple[Hit, ...]
    left_in_home: tuple[str, ...]  # names of files that hold a secret
    forbidden: frozenset[str]
    log_out: tuple[str, str] | None
    seconds: float

    @property
    def lines(self) -> list[dict[str, object]] | None:
        """Every line of stdout as JSON, or None if one is not."""
        try:
            made = [json.loads(line) for line in self.stdout.splitlines() if line.strip()]
        except ValueError:
            return None
        return made if made and all(isinstance(line, dict) for line in made) else None

    @property
    def outcome(self) -> dict[str, object]:
        """The last line if it is an outcome, else an empty one."""
        last = (self.lines or [{}])[-1]
        return last if set(last) == KEYS else {}


def command(portal: Portal, address: str) -> list[str]:
    """The command line of a check of that address."""
    return [
        sys.executable,
        str(ROOT / "main.py"),
        "check",
        "--portal",
        address,
        "--user",
        portal.user,
        "--secrets-stdin",
        "--json",
    ]


def run(portal: Portal, home: Path) -> Run:
    """Build the portal, check it with the real program, take it down."""
    home.mkdir(parents=True, exist_ok=True)
    env = {"HOME": str(home), "PATH": os.environ.get("PATH", ""), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    typed = f"{LOGIN_SECRET}\n" + (f"{portal.pin}\n" if portal.pin else "")
    with Site(user=portal.user, tls=portal.tls) as site:
        portal.build(site)
        begun = time.monotonic()
        with subprocess.Popen(
            command(portal, site.base + site.start),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=env,
            cwd=ROOT,
            text=True,
            encoding="utf-8",
        ) as child:
            try:
                stdout, stderr = child.communicate(typed, timeout=END_S)
                code: int | None = child.returncode
            except subprocess.TimeoutExpired:
                child.kill()
                stdout, stderr = child.communicate()
                code = None
        seconds = time.monotonic() - begun
        own = tuple(hit for hit in site.hits if not hit.stray)
        return Run(
            portal=portal,
            code=code,
            stdout=stdout,
            stderr=stderr,
            hits=own,
            strays=tuple(site.strays),
            left_in_home=tuple(
                str(path.relative_to(home)) for path in home.rglob("*") if path.is_file() and _holds(path, portal)
            ),
            forbidden=frozenset(site.forbidden),
            log_out=site.log_out,
            seconds=seconds,
        )


def _holds(path: Path, portal: Portal) -> bool:
    text = path.read_bytes().decode("latin-1")
    return seen_in(text, LOGIN_SECRET) or bool(portal.pin and portal.pin in text)
