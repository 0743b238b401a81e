"""What is given back in the tray: only what the system can bring again."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

import pytest

from ui.memory import MAPS, give_back, unwritten

CLEAN = "Rss: 12 kB\nPrivate_Dirty: 0 kB\nAnonymous: 0 kB\nSwap: 0 kB\nVmFlags: rd mr mw me sd\n"
CHANGED = CLEAN.replace("Anonymous: 0", "Anonymous: 8")
SWAPPED = CLEAN.replace("Swap: 0", "Swap: 8")
SMAPS = "".join(
    (
        f"55d0e0000000-55d0e0003000 r--p 00000000 fe:01 1234      /usr/bin/python3.11\n{CLEAN}",
        f"7f0000000000-7f0000010000 r-xp 00001000 fe:01 77        /usr/lib/a folder/libx.so\n{CLEAN}",
        f"7f0000010000-7f0000020000 r--p 00011000 fe:01 77        /usr/lib/a folder/libx.so\n{CHANGED}",
        f"7f0000020000-7f0000030000 r--p 00021000 fe:01 77        /usr/lib/a folder/libx.so\n{SWAPPED}",
        f"7f0000030000-7f0000040000 rw-p 00021000 fe:01 77        /usr/lib/a folder/libx.so\n{CLEAN}",
        f"7f0000040000-7f0000050000 r--s 00000000 fe:01 78        /var/cache/x\n{CLEAN}",
        f"7f0000050000-7f0000060000 r-xp 00000000 00:00 0         [vdso]\n{CLEAN}",
        f"7f0000060000-7f0000070000 rw-p 00000000 00:00 0 \n{CLEAN}",
    )
)


def test_only_pieces_of_files_that_were_never_written_are_given_back() -> None:
    assert list(unwritten(SMAPS.splitlines(keepends=True))) == [(0x55D0E0000000, 0x3000), (0x7F0000000000, 0x10000)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux' list of mappings")
def test_after_it_everything_works_as_before_and_less_is_resident() -> None:
    def resident_kb() -> int:
        lines = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Rss:"))

    with MAPS.open(encoding="utf-8") as file:
        assert list(unwritten(file))
    before, strlen = resident_kb(), ctypes.CDLL(None).strlen
    give_back()
    assert strlen(b"saldo") == 5
    assert resident_kb() < before
