"""A year's use of the demo with a real keyring, by the real commands and the real window; then every byte of what is left on the disk is
searched for what is known of the person. Exports, which the person takes away in the clear, lie elsewhere; the same search finds them.
"""

from __future__ import annotations

import datetime as dt
import json
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from core.ledger.cipher import Form, form
from core.ledger.file import look
from core.ledger.key import Key
from core.money import format_rupiah, to_wire
from core.paths import DEMO_NAME, Folders
from core.simulator.accounts import DEMO

ROOT = Path(__file__).resolve().parents[2]
MONTHS = 12
LEAST = 200  # known values
SHORTEST = 6  # bytes: what is shorter stands anywhere by chance
FAULTS = ("unknown_error", "error_in_page", "server_500", "empty_balance", "maintenance")
TYPED = "31.415.926,53"
WINDOW_S = 40.0
SENSITIVE = {  # the columns that say who and how much
    "account": ("name", "user", "vault_key"),
    "card": ("balance", "kpj", "company", "npp", "evidence_excerpt"),
    "reading": ("total", "evidence_excerpt"),
    "statement": ("kpj", "npp", "company", "opening", "growth", "dues", "closing"),
    "month": ("employer", "worker", "wage"),
    "import": ("file_name",),
}


@dataclass(frozen=True, slots=True)
class Searched:
    """What was searched: how many known values, files and bytes; where one stood; how many of them the exports hold."""

    values: int
    files: int
    size: int
    leaks: tuple[str, ...]
    in_exports: int


class Person:
    """Uses the program in that environment."""

    def __init__(self, environment: dict[str, str], elsewhere: Path) -> None:
        self.environment, self.elsewhere = environment, elsewhere
        self.folders = Folders(Path(environment["XDG_DATA_HOME"]) / DEMO_NAME)

    def main(self, *arguments: str, good: bool = True) -> str:
        """Run `main.py ARGUMENTS --demo`; what it printed. AssertionError if it must be good and is not."""
        where = [] if arguments[0] == "demo-data" else ["--demo"]
        command = [sys.executable, str(ROOT / "main.py"), *arguments, *where]
        done = subprocess.run(
            command, env=self.environment, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode == 0 or not good, (arguments, done.stderr)
        return done.stdout

    def uses_it_for_a_year(self) -> None:
        self.main("demo-data")
        assert form(self.folders.ledger) is Form.ENCRYPTED
        for month in range(MONTHS):
            self.main("check", "--json")
            self.main("ledger", "backup")
            self._make_older(month)
            self.main("history")
        for fault in FAULTS:
            self.main("check", "--json", "--fault", fault, good=False)
        self.main("import", "--typed", "2020-12-31", TYPED, "--account", "#1")
        self.main("import", "--undo")
        self.main("history-view", "points", "--account", "#1")
        for kind in ("csv", "json", "pdf", "xlsx"):
            self.main("export", "--format", kind, "--out", str(self.elsewhere / f"out.{kind}"))
        self.main("ledger", "restore")
        self.main("ledger", "rekey")
        self.main("ledger", "verify")

    def _make_older(self, month: int) -> None:
        """The newest backup becomes one of so many months ago, as if it had been made then."""
        newest = max(self.folders.backups.glob("*.backup"))
        day = dt.datetime.now(dt.UTC) - dt.timedelta(days=30 * (MONTHS - month))
        newest.rename(newest.with_name(f"saldo-jht-{day:%Y%m%dT%H%M%SZ}.backup"))

    def opens_the_window(self) -> None:
        """Until it has the ledger open (and SQLCipher loaded); then it is killed, as by a power cut."""
        with subprocess.Popen(
            [sys.executable, str(ROOT / "main.py"), "--demo"],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as window:
            ends_at = time.monotonic() + WINDOW_S
            maps = Path(f"/proc/{window.pid}/maps")
            while "sqlcipher3" not in maps.read_text("utf-8") and time.monotonic() < ends_at:
                time.sleep(0.1)
            assert "sqlcipher3" in maps.read_text("utf-8"), "the window did not come to its first look"
            time.sleep(1.0)  # what it writes after that
            window.kill()

    def key(self) -> Key:
        return Key.from_hex(str(json.loads(self.main("vault", "ledger-key", "--json"))["key"]))


def known(ledger: Path, key: Key | None) -> set[bytes]:
    """What must stand nowhere, as it is written in files, on pages, in UTF-16 and in SQLite's own records; None: a ledger in the clear."""
    texts = {DEMO.nik, DEMO.email, DEMO.name, DEMO.secret, DEMO.pin, TYPED, "3141592653"}
    if key is not None:
        texts.add(key.hex())
    amounts: set[int] = set()
    with closing(look(ledger, key)) as connection:
        for table, columns in SENSITIVE.items():
            for row in connection.execute(f"SELECT {', '.join(columns)} FROM {table}"):
                amounts.update(value for value in row if isinstance(value, int) and value >= 1_000_000)
                texts.update(value for value in row if isinstance(value, str))
    for sen in amounts:
        rupiah = f"{sen // 100:,}"
        texts.update((str(sen), to_wire(sen), format_rupiah(sen), rupiah, rupiah.replace(",", "."), str(sen // 100)))
    found = {text.encode() for text in texts} | {text.encode("utf-16-le") for text in texts}
    found |= {sen.to_bytes(6, "big") for sen in amounts if sen >= 1 << 32}
    if key is not None:
        found.add(bytes.fromhex(key.hex()))
    return {one for one in found if len(one) >= SHORTEST}


def search(person: Person, *roots: Path) -> Searched:
    """Search every byte below these folders. (The keyring's own file is encrypted by the keyring, and is searched as well.)"""
    values = known(person.folders.ledger, person.key())
    leaks: list[str] = []
    files = size = 0
    for one in sorted(one for root in roots for one in root.rglob("*") if one.is_file()):
        body = one.read_bytes()
        files, size = files + 1, size + len(body)
        leaks += [f"{one.name}: {value[:24]!r}" for value in values if value in body]
    clear = b"".join(one.read_bytes() for one in person.elsewhere.iterdir())
    return Searched(len(values), files, size, tuple(leaks), sum(value in clear for value in values))
