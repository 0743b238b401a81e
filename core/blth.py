"""A contribution month (blth, bulan-tahun): a year and a month, without a day."""

from __future__ import annotations

import re
from typing import NamedTuple

_ISO = re.compile(r"(\d{4})-(\d{2})", re.ASCII)


class Blth(NamedTuple):
    """One contribution month; orders by time, prints as "2026-10"."""

    year: int
    month: int

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"

    def plus(self, months: int) -> Blth:
        """The month that many calendar months later (earlier, if negative)."""
        index = self.year * 12 + self.month - 1 + months
        return Blth(index // 12, index % 12 + 1)

    @classmethod
    def from_iso(cls, text: str) -> Blth:
        """ "2026-10" as a month; ValueError for anything else."""
        match = _ISO.fullmatch(text)
        if match is None or not 1 <= int(match[2]) <= 12:
            raise ValueError("not a month of the form yyyy-mm")
        return cls(int(match[1]), int(match[2]))
