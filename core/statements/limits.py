"""How much of one file is looked at, and for how long: what is more is refused, whatever is in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of reading one file. `seconds` is wall clock, `memory_mb` the whole helper process's."""

    seconds: float = 15.0
    memory_mb: int = 280
    file_bytes: int = 20_000_000
    pages: int = 150
    letters: int = 400_000  # of all pages together; a statement of 12 months has about 3,000 a page
    months: int = 2_000
    amounts: int = 20_000


class TooMuch(Exception):
    """A file holds more than its limits allow: `reason` is a code of the words file."""

    def __init__(self, reason: str = "too_large") -> None:
        super().__init__(reason)
        self.reason = reason


class Unreadable(Exception):
    """A file that cannot be read at all: `reason` is a code of the words file."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class PasswordNeeded(Exception):
    """The file is protected: no password was given, or a wrong one."""
