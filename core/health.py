"""What the machine and the folder say of the program's health. Reads a few small things; never raises."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from contextlib import suppress
from dataclasses import dataclass

from core import __version__
from core.hosts import Host, load
from core.paths import Folders


@dataclass(frozen=True, slots=True)
class Facts:
    """free_bytes: on the disk of the data folder, None if it cannot be told. files: name and bytes of each file in it. hosts: every
    one ever contacted. skew_s: how far the server's clock was ahead of this one at the last visit. versions: name and version."""

    free_bytes: int | None
    files: tuple[tuple[str, int], ...]
    hosts: tuple[Host, ...]
    versions: tuple[tuple[str, str], ...]
    desktop: str

    @property
    def skew_s(self) -> int | None:
        return next((host.skew_s for host in self.hosts if host.skew_s is not None), None)


def gather(folders: Folders) -> Facts:
    """As it stands now."""
    free_bytes = None
    with suppress(OSError):
        free_bytes = shutil.disk_usage(next(place for place in (folders.data, *folders.data.parents) if place.exists())).free
    files: list[tuple[str, int]] = []
    with suppress(OSError):
        files = sorted((path.name, path.stat().st_size) for path in folders.data.iterdir() if path.is_file())
    versions = (
        ("Saldo JHT", __version__),
        ("Python", platform.python_version()),
        (platform.system() or sys.platform, platform.release()),
    )
    desktop = " ".join(os.environ.get(name, "") for name in ("XDG_CURRENT_DESKTOP", "XDG_SESSION_TYPE")).strip()
    return Facts(free_bytes, tuple(files), load(folders.hosts), versions, desktop)
