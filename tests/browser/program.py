"""`main.py`, with a keyring that lives in a file of the test's home: `keyring.json`, if it is there; else there is none."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from core import vault
from core.errors import VaultReason
from tests.fakes.keyrings import FakePlace, MemoryKeyring


class FileKeyring(MemoryKeyring):
    """Keeps secrets for the next process of the same test."""

    def __init__(self, path: Path) -> None:
        super().__init__({tuple(name): text for name, text in json.loads(path.read_text("utf-8"))})  # type: ignore[misc]
        self.path = path

    def set_password(self, service: str, username: str, password: str) -> None:
        super().set_password(service, username, password)
        self._write()

    def delete_password(self, service: str, username: str) -> None:
        super().delete_password(service, username)
        self._write()

    def _write(self) -> None:
        self.path.write_text(json.dumps([[list(name), text] for name, text in self.kept.items()]), "utf-8")


def place() -> FakePlace:
    """This test's keyring, or the answer that there is none."""
    path = Path(os.environ["HOME"]) / "keyring.json"
    return FakePlace(FileKeyring(path)) if path.exists() else FakePlace(refuses=VaultReason.MISSING)


vault.this_place = place  # type: ignore[assignment]

if __name__ == "__main__":
    if sys.argv[1] == "browse":  # its children have this keyring, too
        from ui.children import child

        child.command = lambda: [sys.executable, "-X", "utf8", __file__]
    from main import main

    sys.exit(main(sys.argv[1:]))
