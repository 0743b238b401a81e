"""The helper process that reads files: bounded in memory and time, so that no file can hold up or bring down who asked for it.

`serve` is the helper's whole life (`main.py read-files`, which nobody types): requests come over stdin, a line of JSON and the file's
bytes; each is answered with one line on stdout. A password comes the same way and is nowhere else.
"""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
import threading
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from core.statements.limits import Limits
from core.statements.open_file import open_file
from core.statements.statement import FileRead
from core.statements.wire import Malformed, from_wire, to_wire

if TYPE_CHECKING:
    from core.portal.taught import Rule

EXIT_TOO_LARGE: Final = 81  # more memory than the limit
EXIT_BAD_REQUEST: Final = 82
LONGEST_REQUEST: Final = 300_000  # bytes of the line before the file's bytes
LONGEST_ANSWER: Final = 20_000_000  # bytes
_LOOK_EVERY_S: Final = 0.05
_MB: Final = 1_000_000
_WORN: Final = 0.5  # of the memory limit: a helper that has grown so far reads no further file


def request(data: bytes, name: str, password: str | None, today: dt.date, limits: Limits, taught: str = "") -> bytes:
    """The line that asks for one file to be read; its bytes follow. taught: the rules for pages, as `core.portal.taught.store` writes them."""
    asked = {
        "size": len(data),
        "name": name[-200:],
        "password": password,
        "today": today.isoformat(),
        "limits": [
            limits.seconds,
            limits.memory_mb,
            limits.file_bytes,
            limits.pages,
            limits.letters,
            limits.months,
            limits.amounts,
        ],
        "taught": taught,
    }
    return json.dumps(asked).encode() + b"\n"


def answer_of(line: bytes) -> tuple[FileRead, bool]:
    """What the helper answered, and whether it may read another file. Raises Malformed."""
    try:
        said = json.loads(line)
        return from_wire(FileRead, said["read"]), said["worn"] is not True
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Malformed from None


def serve() -> int:
    """Answer requests until stdin ends."""
    source, out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing but answers may reach the pipe
    watch = _Watch()
    while True:
        line = source.readline(LONGEST_REQUEST)
        if not line:
            return 0
        try:
            asked = json.loads(line)
            limits = Limits(*asked["limits"])
            today = dt.date.fromisoformat(asked["today"])
            rules = _rules(asked["taught"])
            data = _exactly(source, int(asked["size"]))
        except (ValueError, TypeError, KeyError, EOFError):
            return EXIT_BAD_REQUEST
        watch.begin(limits)
        read = open_file(data, str(asked["name"]), asked["password"], today, limits, rules)
        worn = watch.peak() > _WORN * limits.memory_mb * _MB
        out.write(json.dumps({"read": to_wire(read), "worn": worn}).encode() + b"\n")
        out.flush()


def _rules(taught: str) -> tuple[Rule, ...]:
    """The rules of a request: "" for none. Raises ValueError."""
    if not taught:
        return ()
    from core.portal.taught import store

    return tuple(store.from_wire(one) for one in json.loads(taught))


def _exactly(source: IO[bytes], size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise EOFError
    return data


class _Watch:
    """Ends this process when it takes more memory than it may; on POSIX the system does so too, and counts the processor's seconds."""

    def __init__(self) -> None:
        self._limits: Limits | None = None

    def begin(self, limits: Limits) -> None:
        """A new file begins."""
        first = self._limits is None
        self._limits = limits
        _bound_by_system(limits)
        if first:
            threading.Thread(target=self._look, name="memory-watch", daemon=True).start()

    def _look(self) -> None:
        while True:
            limits = self._limits
            if limits is not None and self.peak() > limits.memory_mb * _MB:
                os._exit(EXIT_TOO_LARGE)
            time.sleep(_LOOK_EVERY_S)

    @staticmethod
    def peak() -> int:
        """The most memory this process has held so far, in bytes; 0 where the system does not tell."""
        if sys.platform == "win32":
            return _windows_peak()
        if sys.platform == "linux":
            return _linux_peak()
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return used if sys.platform == "darwin" else used * 1024


def _bound_by_system(limits: Limits) -> None:
    if sys.platform == "win32":
        return
    import resource

    memory = limits.memory_mb * _MB
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 2
    for name, wanted in (("RLIMIT_AS", memory), ("RLIMIT_CPU", seconds), ("RLIMIT_CORE", 0), ("RLIMIT_FSIZE", 0)):
        kind = getattr(resource, name)
        _, hard = resource.getrlimit(kind)
        try:
            resource.setrlimit(kind, (wanted if hard == resource.RLIM_INFINITY else min(wanted, hard), hard))
        except (ValueError, OSError):
            continue  # a system that does not bound this: the watch and the asker's clock do


def _linux_peak() -> int:
    """From the process's own memory map: getrusage would count the peak of the process that started this one."""
    try:
        with Path("/proc/self/status").open("rb") as file:
            for line in file:
                if line.startswith(b"VmHWM:"):
                    return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    return 0


def _windows_peak() -> int:
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = [
            ("cb", ctypes.c_uint32),
            ("PageFaultCount", ctypes.c_uint32),
            *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize", "a", "b", "c", "d", "e", "f")),
        ]

    counters = Counters()
    counters.cb = ctypes.sizeof(counters)
    library: Any = ctypes
    kernel = library.WinDLL("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.K32GetProcessMemoryInfo.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_uint32]
    if not kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb):
        return 0
    return int(counters.PeakWorkingSetSize)
