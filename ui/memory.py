"""Memory that is no longer needed, given back: what a start leaves behind stays with the process for months otherwise."""

from __future__ import annotations

import ctypes
import gc
import linecache
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

MAPS = Path("/proc/self/smaps")
OWN = ("Anonymous:", "Swap:", "SwapPss:", "Private_Dirty:", "Shared_Dirty:")
MADV_DONTNEED = 4  # linux/mman.h


def give_back() -> None:
    """Python's garbage, the texts of files that PySide looked into while it loaded, what the C library keeps for later; and the pages of
    programs and libraries that were read while everything began (Linux). Some 15 ms: for a moment in which nobody waits."""
    linecache.clearcache()
    gc.collect()
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            system = ctypes.CDLL(None, use_errno=True)
            system.malloc_trim(0)
            with MAPS.open(encoding="utf-8", errors="replace") as file:
                places = list(unwritten(file))
            for begin, length in places:
                system.madvise(ctypes.c_void_p(begin), ctypes.c_size_t(length), MADV_DONTNEED)


def unwritten(lines: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Begin and length of every mapped piece of a file that cannot be written and never was: no page of it is this process's own, in
    memory or swapped out. The system has the file in its cache, and maps a page again when it is touched."""
    begin, end, clean = 0, 0, False
    for line in lines:
        words = line.split(maxsplit=5)
        if not words[0].endswith(":"):
            begin, end = (int(number, 16) for number in words[0].split("-"))
            clean = words[1] in ("r-xp", "r--p") and words[4] != "0"
        elif words[0] in OWN and words[1] != "0":
            clean = False
        elif words[0] == "VmFlags:" and clean:  # a piece's last line
            yield begin, end - begin
