"""Small private files, written whole or not at all: a reader finds the old one or the new one, also after a power cut."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from core.paths import make_private_folder


def write_whole(path: Path, text: str, *, private_folder: bool = True) -> None:
    """Replace that file's content (UTF-8, mode 0600; its folder is made, or closed to others, unless it is not ours). Raises OSError."""
    if private_folder:
        make_private_folder(path.parent)
    replace_whole(path, text.encode())


def replace_whole(path: Path, body: bytes) -> None:
    """Write a file (mode 0600) into a folder that is there, over what may be there under its name. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # created 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(body)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise
    _sync_folder(path.parent)


def read_small(path: Path, most_bytes: int) -> str | None:
    """The text of a file that holds at most so many bytes; None if there is none, or it is no such file."""
    try:
        with path.open("rb") as file:
            body = file.read(most_bytes + 1)
        return body.decode("utf-8") if len(body) <= most_bytes else None
    except (OSError, UnicodeDecodeError):
        return None


def _sync_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
