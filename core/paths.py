"""The folders of the program: one of the person's, one of the demo's, never mixed; private, and made only when needed."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

NAME = "saldo-jht"
DEMO_NAME = "saldo-jht-demo"
PRIVATE_FOLDER = 0o700


@dataclass(frozen=True, slots=True)
class Folders:
    """Where everything of one person lives. Nothing here exists until `create()`."""

    data: Path

    @classmethod
    def for_person(cls, demo: bool) -> Folders:
        """This person's folder by the rules of their operating system; the demo has its own."""
        name = DEMO_NAME if demo else NAME
        if sys.platform.startswith("linux"):  # the same rule as platformdirs', without the 4 ms its import takes from the start
            place = Path(os.environ.get("XDG_DATA_HOME", ""))
            return cls((place if place.is_absolute() else Path.home() / ".local" / "share") / name)
        from platformdirs import user_data_dir

        return cls(Path(user_data_dir(name, appauthor=False)))

    @property
    def ledger(self) -> Path:
        return self.data / "ledger.sqlite3"

    @property
    def backups(self) -> Path:
        return self.data / "backups"

    @property
    def settings(self) -> Path:
        return self.data / "settings.json"

    @property
    def log(self) -> Path:
        return self.data / "saldo-jht.log"

    @property
    def lock(self) -> Path:
        return self.data / "window.lock"

    @property
    def awake(self) -> Path:
        """An empty file whose date says when the program last ran."""
        return self.data / "awake"

    @property
    def told(self) -> Path:
        """What the person was told already."""
        return self.data / "told.json"

    @property
    def hosts(self) -> Path:
        """Every host that was ever contacted."""
        return self.data / "hosts.jsonl"

    def create(self) -> None:
        """Make the folder, readable by its owner only; close one that stood open. Raises OSError."""
        make_private_folder(self.data)


def make_private_folder(folder: Path) -> None:
    """A folder of mode 0700, made if it is missing (its parents too), closed if it is open to others. Raises OSError."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(PRIVATE_FOLDER)
