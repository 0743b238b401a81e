"""Files to what they say: each opened with care, several at once, one broken file never in the way of the others."""

from __future__ import annotations

import datetime as dt
import logging
import os
import queue
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path, PurePath
from types import TracebackType
from typing import Protocol

from core.imports.csv_lists import Question, fingerprint_of, read_list
from core.imports.csv_map import CsvMap
from core.imports.csv_table import MOST_BYTES as MOST_LIST_BYTES
from core.imports.files import CHANGED, TOO_LARGE, UNREADABLE, Unreadable, content, look
from core.imports.list_maps import ListMaps
from core.logs import place_of
from core.statements.statement import FileRead, FileStatus, Kind

LISTS = (".csv", ".tsv")
AT_ONCE = 2  # each has a helper process of its own
NOT_TEXT = "csv_not_text"
NOT_A_LIST = (NOT_TEXT, "csv_no_columns", "csv_too_many_rows", "file_too_large", "file_empty")

log = logging.getLogger("saldo.import")


class Reader(Protocol):
    """`core.statements.reader.Reader`: reads what is no list, in a helper process that can be ended. For one thread at a time."""

    def __enter__(self) -> Reader: ...

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None: ...

    def read(self, source: Path, *, password: str | None, today: dt.date) -> FileRead: ...

    def read_text(self, text: str, *, today: dt.date) -> FileRead: ...


@dataclass(frozen=True, slots=True)
class FileTold:
    """One file of the call. `row`: the line of a list that `read.reason` is about. `map`, `fingerprint`: how a list was read; `unread`:
    its columns that were not."""

    path: str | None
    read: FileRead
    row: int | None = None
    question: Question | None = None
    map: CsvMap | None = None
    fingerprint: str | None = None
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Readings:
    """How files are read. password: for every file that asks for one; passwords: instead, by place ("" for none). expected: digests the
    bytes must have, by place."""

    today: dt.date
    make_reader: Callable[[], Reader]
    maps: ListMaps = field(default_factory=ListMaps)
    password: str | None = field(default=None, repr=False)
    passwords: Sequence[str] = field(default=(), repr=False)
    expected: Sequence[str | None] = ()

    def read_all(self, paths: Sequence[str], on_file: Callable[[int], None] = lambda _number: None) -> list[FileTold]:
        """What became of each file, in their order. on_file: told the place of the file that is waited for."""
        at_once = max(1, min(AT_ONCE, os.cpu_count() or 1, len(paths)))
        idle: queue.SimpleQueue[_Lazy] = queue.SimpleQueue()
        with ExitStack() as opened, ThreadPoolExecutor(at_once) as pool:
            for _ in range(at_once):
                idle.put(_Lazy(self.make_reader, opened))
            waiting = [pool.submit(self._read, number, path, idle) for number, path in enumerate(paths)]
            told: list[FileTold] = []
            for number, future in enumerate(waiting):
                on_file(number)
                told.append(future.result())
            return told

    def read_text(self, text: str) -> FileTold:
        """What a pasted message says."""
        with self.make_reader() as reader:
            return FileTold(None, reader.read_text(text, today=self.today))

    def _read(self, number: int, path: str, idle: queue.SimpleQueue[_Lazy]) -> FileTold:
        reader = idle.get()
        try:
            told = self._told(path, reader, self._password(number))
        except Unreadable as problem:
            told = _refused(path, problem.reason)
        except Exception as error:
            log.error("a file could not be read: %s", place_of(error))
            told = _refused(path, UNREADABLE)
        finally:
            idle.put(reader)
        expected = self.expected[number] if number < len(self.expected) else None
        if expected is not None and (told.read.file_sha256 or "").lower() != expected.lower():
            return _refused(path, CHANGED)
        return told

    def _password(self, number: int) -> str | None:
        return (self.passwords[number] or None) if number < len(self.passwords) else self.password

    def _told(self, path: str, reader: _Lazy, password: str | None) -> FileTold:
        """A list by its name, anything else by what the reader makes of it; a list under another name comes back as one."""
        if PurePath(path).suffix.lower() in LISTS:
            look(path)
            listed = self._list(path)
            if listed.read.reason != NOT_TEXT:
                return listed
        elif not Path(path).is_dir():  # a folder may hold a saved page
            look(path)
        read = reader.get().read(Path(path), password=password, today=self.today)
        is_list = read.kind is Kind.CSV and read.status is FileStatus.PAGE_NOT_UNDERSTOOD and not read.doubted
        return self._list(path) if is_list else FileTold(path, read)

    def _list(self, path: str) -> FileTold:
        found = content(path)
        if len(found.body) > MOST_LIST_BYTES:
            raise Unreadable(TOO_LARGE)
        listed = read_list(found.body, self.maps.for_list(fingerprint_of(found.body)), today=self.today)
        status, kind = FileStatus.OK, listed.kind
        if listed.reason is not None:
            status = FileStatus.UNREADABLE_FILE if listed.reason in NOT_A_LIST else FileStatus.PAGE_NOT_UNDERSTOOD
        read = FileRead(
            status,
            None if status is FileStatus.UNREADABLE_FILE else kind,
            listed.statements,
            reason=listed.reason,
            file_sha256=found.sha256,
        )
        return FileTold(path, read, listed.row, listed.question, listed.map, listed.fingerprint, listed.unread)


class _Lazy:
    """A reader that is started when the first file needs it: a list needs none."""

    def __init__(self, make: Callable[[], Reader], opened: ExitStack) -> None:
        self._make = make
        self._opened = opened
        self._reader: Reader | None = None

    def get(self) -> Reader:
        if self._reader is None:
            self._reader = self._opened.enter_context(self._make())
        return self._reader


def _refused(path: str, reason: str) -> FileTold:
    return FileTold(path, FileRead(FileStatus.UNREADABLE_FILE, reason=reason))
