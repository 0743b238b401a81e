"""Files to what they say: each opened with care, several at once, one broken file never in the way of the others."""

from __future__ import annotations

import datetime as dt
import logging
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Protocol

from core.imports.csv_lists import MAP_NEEDED, Question, fingerprint_of, read_list
from core.imports.csv_map import CsvMap
from core.imports.csv_table import MOST_BYTES as MOST_LIST_BYTES
from core.imports.files import CHANGED, TOO_LARGE, UNREADABLE, Unreadable, content, look
from core.imports.list_maps import ListMaps
from core.logs import place_of
from core.statements.statement import FileRead, FileStatus

LISTS = (".csv", ".tsv")
AT_ONCE = 4  # each is a helper process with limits of its own
NOT_A_LIST = ("csv_not_text", "csv_no_columns", "csv_too_many_rows", "file_too_large", "file_empty")

log = logging.getLogger("saldo.import")


class Reader(Protocol):
    """`core.statements.reader.read_file`: one file that is no list, read in a process that can be ended."""

    def __call__(self, path: str, *, password: str | None, today: dt.date) -> FileRead: ...


@dataclass(frozen=True, slots=True)
class FileTold:
    """One file of the call. `row`: the line of a list that `read.reason` is about. `map`, `fingerprint`: how a list was read."""

    path: str | None
    read: FileRead
    row: int | None = None
    question: Question | None = None
    map: CsvMap | None = None
    fingerprint: str | None = None


@dataclass(frozen=True, slots=True)
class Readings:
    """How files are read. password: for every file that asks for one. expected: digests the bytes must have, by place."""

    today: dt.date
    reader: Reader
    maps: ListMaps = field(default_factory=ListMaps)
    password: str | None = field(default=None, repr=False)
    expected: Sequence[str | None] = ()

    def read_all(self, paths: Sequence[str], on_file: Callable[[int], None] = lambda _number: None) -> list[FileTold]:
        """What became of each file, in their order. on_file: told the place of the file that is waited for."""
        with ThreadPoolExecutor(max(1, min(AT_ONCE, os.cpu_count() or 1, len(paths)))) as pool:
            waiting = [pool.submit(self._read, number, path) for number, path in enumerate(paths)]
            told: list[FileTold] = []
            for number, future in enumerate(waiting):
                on_file(number)
                told.append(future.result())
            return told

    def _read(self, number: int, path: str) -> FileTold:
        try:
            told = self._list(path) if PurePath(path).suffix.lower() in LISTS else self._file(path)
        except Unreadable as problem:
            told = _refused(path, problem.reason)
        except Exception as error:
            log.error("a file could not be read: %s", place_of(error))
            told = _refused(path, UNREADABLE)
        expected = self.expected[number] if number < len(self.expected) else None
        if expected is not None and (told.read.file_sha256 or "").lower() != expected.lower():
            return _refused(path, CHANGED)
        return told

    def _file(self, path: str) -> FileTold:
        look(path)
        return FileTold(path, self.reader(path, password=self.password, today=self.today))

    def _list(self, path: str) -> FileTold:
        found = content(path)
        if len(found.body) > MOST_LIST_BYTES:
            raise Unreadable(TOO_LARGE)
        listed = read_list(found.body, self.maps.for_list(fingerprint_of(found.body)), today=self.today)
        status = FileStatus.OK
        if listed.reason is not None:
            status = FileStatus.UNREADABLE_FILE if listed.reason in NOT_A_LIST else FileStatus.PAGE_NOT_UNDERSTOOD
        read = FileRead(
            status,
            listed.kind if status is not FileStatus.UNREADABLE_FILE else None,
            listed.statements,
            (),
            listed.reason,
            found.sha256,
        )
        return FileTold(path, read, listed.row, listed.question, listed.map, listed.fingerprint)


def asks_for_map(told: FileTold) -> bool:
    """Whether the person can make this list readable by saying how it is to be read."""
    return told.question is not None and told.read.reason is not None


def _refused(path: str, reason: str) -> FileTold:
    return FileTold(path, FileRead(FileStatus.UNREADABLE_FILE, reason=reason))


__all__ = ["MAP_NEEDED", "FileTold", "Reader", "Readings", "asks_for_map"]
