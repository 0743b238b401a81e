"""Whatever becomes of a file is said in both languages, in one sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from core.commands.import_words import ImportWords
from core.imports.plan import FilePlan, Needs, State
from core.imports.reading import FileTold
from core.statements.statement import FileRead, FileStatus, Kind
from core.words import Words

ROOT = Path(__file__).resolve().parents[3]
REASON = re.compile(
    r'(?:Unreadable|TooMuch|NotAList|Unclear)\("([a-z_]+)"|reason="([a-z_]+)"|^[A-Z_]+ = "((?:file|csv)_[a-z_]+)"', re.MULTILINE
)


def reasons() -> set[str]:
    """Every reason for which a file is refused, as the code writes them."""
    sources = [path.read_text("utf-8") for room in ("statements", "imports") for path in (ROOT / "core" / room).glob("*.py")]
    return {next(filter(None, match)) for source in sources for match in REASON.findall(source)}


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_reason_to_refuse_a_file_has_words_of_its_own(language: str) -> None:
    found = reasons()
    assert len(found) > 30
    table = Words.load(language).table
    by_status = {"no_balance", "password_needed"}  # the status says it all
    assert found - by_status - set(table["import_reason"]) == set()
    assert set(table["import_status"]) == set(FileStatus) - {FileStatus.OK}
    assert set(table["import_state"]) == set(State)
    assert set(table["import_kind"]) == set(Kind)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_refusal_is_one_sentence_that_tells_the_row_where_there_is_one(language: str) -> None:
    words = ImportWords(Words.load(language))
    for reason in {*reasons(), "a reason nobody wrote words for", None}:
        for status in set(FileStatus) - {FileStatus.OK}:
            read = FileRead(status, reason=reason)
            said = words.message(FileTold("a.csv", read, row=7), FilePlan(read)) or ""
            assert said.endswith(".")
            assert ("7" in said) == (reason in {"csv_row_unreadable", "csv_row_twice", "csv_in_future"}), reason
            assert "{" not in said
    read = FileRead(FileStatus.OK)
    assert words.message(FileTold("a", read), FilePlan(read)) is None
    for needs in (Needs.ACCOUNT, Needs.DECISION):
        assert words.message(FileTold("a", read), FilePlan(read, needs=needs))
