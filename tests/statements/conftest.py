"""One reader for all files of a module: its helper process is started once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from core.statements.reader import Reader
from tests.statements.case import Case
from tests.statements.facts import TODAY
from tests.statements.judge import Judged, judge


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    with Reader() as one:
        yield one


@pytest.fixture
def verdict(reader: Reader, tmp_path: Path) -> Callable[[Case], Judged]:
    """Makes the file of a case, has it read, and holds what was read against what it truly says."""

    def read(case: Case) -> Judged:
        return judge(case, reader.read(case.make(tmp_path), password=case.password, today=TODAY))

    return read
