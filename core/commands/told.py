"""What the window tells a command: one JSON object over standard input, which no other program of the machine can read."""

from __future__ import annotations

import json
import sys
from typing import Any

from core.commands.options import Usage

MOST_BYTES = 16_000_000


def told_object(most_bytes: int = MOST_BYTES) -> dict[str, Any]:
    """The object. Raises Usage for anything else, and for more than that."""
    body = sys.stdin.buffer.read(most_bytes + 1) if sys.stdin is not None else b""
    try:
        found = json.loads(body if len(body) <= most_bytes else b"")
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Usage("usage_bad_value", what="stdin")
    return found
