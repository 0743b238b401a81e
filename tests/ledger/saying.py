"""What a child tells its parent through a pipe before it is killed."""

from __future__ import annotations

import os


def say(pipe: int, number: int) -> None:
    """Tell the parent that this is on the disk."""
    os.write(pipe, number.to_bytes(4, "big"))
