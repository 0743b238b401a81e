"""Where a portal's session is kept, and whether one is: asked with every look at the accounts, so it imports nothing."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from core.paths import Folders


def place(folders: Folders, account_id: int) -> Path:
    """The file of an account, whether it is there or not."""
    return folders.data / f"portal-{account_id}.kept"


def is_wished(folders: Folders, account_id: int) -> bool:
    """Whether the person wishes to stay signed in."""
    return place(folders, account_id).is_file()


def is_kept(folders: Folders, account_id: int) -> bool:
    """Whether a session is kept. (Whether the portal still knows it only a visit can tell.)"""
    with suppress(OSError):
        return place(folders, account_id).stat().st_size > 0
    return False
