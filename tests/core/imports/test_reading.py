"""Several files at once: in their order, each by itself, one broken one never in the way of the others."""

from __future__ import annotations

import datetime as dt
import hashlib
import threading
from dataclasses import replace
from pathlib import Path
from typing import Self

import pytest

from core.imports import files
from core.imports.csv_map import CsvMap
from core.imports.list_maps import ListMaps, load, remember
from core.imports.reading import FileTold, Readings
from core.statements.statement import FileRead, FileStatus, Kind
from tests.core.imports.made import TODAY, year_statement

LIST = b"Tanggal;Saldo\n01/02/2025;5\n"


class Shelf:
    """A reader that knows files by their names: what it says of "password.pdf" depends on the password, "crash.pdf" is its own fault."""

    made = 0

    def __init__(self) -> None:
        Shelf.made += 1
        self.closed = False
        self._busy = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.closed = True

    def read(self, source: Path, *, password: str | None, today: dt.date) -> FileRead:
        assert today == TODAY
        assert self._busy.acquire(blocking=False), "two threads at once"
        try:
            if source.name == "crash.pdf":
                raise RuntimeError("secret text of the file")
            if source.name == "password.pdf" and password != "17051990":
                return FileRead(FileStatus.PASSWORD_NEEDED, reason="password_needed")
            if source.name == "list.txt":
                return FileRead(FileStatus.PAGE_NOT_UNDERSTOOD, Kind.CSV, reason="csv_columns_unknown")
            digest = hashlib.sha256(source.read_bytes()).hexdigest()
            return FileRead(FileStatus.OK, Kind.RSJHT, (year_statement(2024),), file_sha256=digest)
        finally:
            self._busy.release()

    def read_text(self, text: str, *, today: dt.date) -> FileRead:
        return FileRead(FileStatus.OK, Kind.SMS, (year_statement(2024),), file_sha256=text)


READINGS = Readings(TODAY, Shelf)


def put(folder: Path, **contents: bytes) -> list[str]:
    for name, body in contents.items():
        (folder / name.replace("_", ".")).write_bytes(body)
    return [str(folder / name.replace("_", ".")) for name in contents]


def told(paths: list[str], readings: Readings = READINGS) -> list[tuple[FileStatus, str | None]]:
    return [(one.read.status, one.read.reason) for one in readings.read_all(paths)]


def test_every_file_is_told_of_in_its_order_whatever_the_others_are(tmp_path: Path) -> None:
    paths = put(tmp_path, a_pdf=b"1", crash_pdf=b"2", b_pdf=b"3", empty_pdf=b"")
    found = READINGS.read_all([*paths, str(tmp_path / "gone.pdf"), str(tmp_path / "a.pdf")])
    assert [one.path for one in found] == [*paths, str(tmp_path / "gone.pdf"), str(tmp_path / "a.pdf")]
    assert [one.read.reason for one in found] == [None, files.UNREADABLE, None, files.EMPTY, files.MISSING, None]


def test_the_fault_of_one_file_is_logged_without_its_words(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    READINGS.read_all(put(tmp_path, crash_pdf=b"2"))
    assert "RuntimeError" in caplog.text
    assert "secret" not in caplog.text
    assert "crash.pdf" not in caplog.text


def test_each_file_can_have_a_password_of_its_own(tmp_path: Path) -> None:
    paths = put(tmp_path, password_pdf=b"1", a_pdf=b"2")
    given = replace(READINGS, passwords=("17051990", ""))
    assert [status for status, _ in told(paths, given)] == [FileStatus.OK, FileStatus.OK]
    given = replace(READINGS, passwords=("", "17051990"))
    assert [status for status, _ in told(paths, given)] == [FileStatus.PASSWORD_NEEDED, FileStatus.OK]
    assert "17051990" not in repr(given)


def test_the_password_goes_to_every_file_and_is_in_no_repr(tmp_path: Path) -> None:
    paths = put(tmp_path, password_pdf=b"1", a_pdf=b"2")
    assert told(paths) == [(FileStatus.PASSWORD_NEEDED, "password_needed"), (FileStatus.OK, None)]
    with_password = replace(READINGS, password="17051990")
    assert [status for status, _ in told(paths, with_password)] == [FileStatus.OK, FileStatus.OK]
    assert "17051990" not in repr(with_password)


def test_a_file_that_changed_since_it_was_looked_at_is_refused(tmp_path: Path) -> None:
    paths = put(tmp_path, a_pdf=b"1", b_pdf=b"2", c_csv=b"2025-01-31;5\n")
    digests = [hashlib.sha256(Path(path).read_bytes()).hexdigest() for path in paths]
    assert told(paths, replace(READINGS, expected=[digests[0].upper(), None, digests[2]])) == [(FileStatus.OK, None)] * 3
    Path(paths[0]).write_bytes(b"other")
    Path(paths[2]).write_bytes(b"2025-01-31;6\n")
    found = told(paths, replace(READINGS, expected=digests))
    assert found == [
        (FileStatus.UNREADABLE_FILE, files.CHANGED),
        (FileStatus.OK, None),
        (FileStatus.UNREADABLE_FILE, files.CHANGED),
    ]


def test_lists_need_no_helper_and_a_list_under_another_name_comes_back_as_one(tmp_path: Path) -> None:
    before = Shelf.made
    (csv,) = READINGS.read_all(put(tmp_path, a_csv=b"2025-01-31;5\n"))
    assert Shelf.made == before
    assert (csv.read.status, csv.read.kind) == (FileStatus.OK, Kind.CSV)
    (text,) = READINGS.read_all(put(tmp_path, list_txt=b"2025-01-31;5\n"))
    assert (text.read.status, text.read.kind, len(text.read.statements)) == (FileStatus.OK, Kind.CSV, 1)


def test_something_else_under_the_name_of_a_list_is_read_as_what_it_is(tmp_path: Path) -> None:
    (found,) = READINGS.read_all(put(tmp_path, a_csv=b"%PDF-1.7\x00"))
    assert (found.read.status, found.read.kind) == (FileStatus.OK, Kind.RSJHT)


def test_a_list_asks_how_it_is_to_be_read_and_remembers_the_answer(tmp_path: Path) -> None:
    paths = put(tmp_path, a_csv=LIST)
    (asks,) = READINGS.read_all(paths)
    assert (asks.read.status, asks.read.reason) == (FileStatus.PAGE_NOT_UNDERSTOOD, "csv_map_needed")
    assert asks.question is not None
    assert asks.question.fingerprint == asks.fingerprint
    answer = ListMaps.from_text(f"{asks.fingerprint}:form=balances,date=0,amount=1,dates=dmy")
    (answered,) = replace(READINGS, maps=answer).read_all(paths)
    assert [str(one.closing_on) for one in answered.read.statements] == ["2025-02-01"]
    assert answered.map is not None
    remember(tmp_path / "data", answered.fingerprint or "", answered.map)
    (again,) = replace(READINGS, maps=load(tmp_path / "data")).read_all(put(tmp_path, b_csv=b"Tanggal;Saldo\n03/04/2025;6\n"))
    assert [str(one.closing_on) for one in again.read.statements] == ["2025-04-03"]


def test_what_is_remembered_of_lists_is_private_small_and_may_be_broken(tmp_path: Path) -> None:
    settled = CsvMap.from_text("form=balances,date=0,amount=1")
    for number in range(205):
        remember(tmp_path, f"{number:016x}", settled)
    kept = load(tmp_path).by_fingerprint
    assert len(kept) == 200
    assert f"{204:016x}" in kept
    (file,) = tmp_path.iterdir()
    assert file.stat().st_mode & 0o077 == 0
    for broken in ("", "[]", "{", '{"a": 1}', '{"a": "form=x"}', "[" * 5_000):
        file.write_text(broken)
        assert load(tmp_path).by_fingerprint == {}


def test_the_file_that_is_waited_for_is_told(tmp_path: Path) -> None:
    told_of: list[int] = []
    READINGS.read_all(put(tmp_path, a_pdf=b"1", b_pdf=b"2", c_pdf=b"3"), told_of.append)
    assert told_of == [0, 1, 2]


def test_a_pasted_message_is_read_as_one() -> None:
    found = READINGS.read_text("Saldo JHT Anda Rp 5")
    assert isinstance(found, FileTold)
    assert (found.path, found.read.kind) == (None, Kind.SMS)
