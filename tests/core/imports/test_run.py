"""A plan done: everything of one call or nothing, undone and brought back as a whole."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from core.imports.owner import Wishes
from core.imports.plan import Decisions
from core.imports.run import batches, do, plan_only, redo, undo
from core.ledger import Ledger, LedgerProblem, NoSuchAccount, NoSuchImport
from core.portal.profile import NO_PORTAL, Road
from core.portal.profile import load as load_profile
from core.statements.statement import FileRead
from tests.core.imports.made import (
    DUES,
    GROWTH,
    KPJ,
    NIK,
    NOW,
    OTHER_KPJ,
    OTHER_NIK,
    broken,
    ledger_at,
    page,
    read,
    refused,
    year_statement,
)

AS_READ = Decisions()
DAY = dt.date(2026, 10, 31)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_at(tmp_path) as opened:
        yield opened


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_at(tmp_path, ("Siti", "siti@example.test")) as opened:
        yield opened


def run(ledger: Ledger, *reads: FileRead, decisions: Decisions = AS_READ) -> tuple[int | None, ...]:
    return do(reads, [f"/home/USER/{number}.pdf" for number in range(len(reads))], ledger, decisions, now=NOW).imports


def told(ledger: Ledger, account: int = 1) -> tuple[int, int, int]:
    """How many statements, months and readings there are."""
    return len(ledger.statements(account)), len(ledger.months(account)), len(ledger.history(account))


def test_ten_years_are_one_import_each_and_one_call_together(ledger: Ledger) -> None:
    yearly = GROWTH + DUES
    numbers = run(ledger, *(read(year_statement(2016 + n, n * yearly)) for n in range(10)))
    assert numbers == tuple(range(1, 11))
    assert told(ledger) == (10, 120, 10)
    assert ledger.disagreements(1) == []
    (batch,) = batches(ledger)
    assert [entry.id for entry in batch] == list(numbers)
    assert [entry.file_name for entry in batch][:2] == ["0.pdf", "1.pdf"]  # no folder of this machine


def test_twice_changes_nothing(ledger: Ledger) -> None:
    files = (read(year_statement(2024)), read(page(7_00, DAY)))
    run(ledger, *files)
    before = told(ledger)
    assert run(ledger, *files) == (None, None)
    assert told(ledger) == before
    assert len(batches(ledger)) == 1


def test_undo_takes_back_the_whole_call_and_no_other(ledger: Ledger) -> None:
    run(ledger, read(year_statement(2023)))
    run(ledger, read(year_statement(2024)), read(page(7_00, DAY)))
    assert [entry.id for entry in undo(ledger, None, now=NOW)] == [2, 3]
    assert told(ledger) == (1, 12, 1)
    assert [entry.id for entry in undo(ledger, None, now=NOW)] == [1]
    assert told(ledger) == (0, 0, 0)
    with pytest.raises(NoSuchImport):
        undo(ledger, None, now=NOW)


def test_any_number_of_a_call_stands_for_all_of_it(ledger: Ledger) -> None:
    run(ledger, read(year_statement(2024)), read(page(7_00, DAY)))
    undo(ledger, 2, now=NOW)
    assert told(ledger) == (0, 0, 0)
    assert undo(ledger, 1, now=NOW) == []
    assert [entry.id for entry in redo(ledger, 1, now=NOW)] == [1, 2]
    assert told(ledger) == (2, 12, 2)
    assert redo(ledger, 1, now=NOW) == []
    for deed in (undo, redo):
        with pytest.raises(NoSuchImport):
            deed(ledger, 99, now=NOW)


def test_two_calls_within_one_second_are_undone_apart(ledger: Ledger) -> None:
    run(ledger, read(year_statement(2023)))
    run(ledger, read(year_statement(2024)))
    run(ledger, read(year_statement(2025)))
    assert [[entry.id for entry in batch] for batch in batches(ledger)] == [[3], [2], [1]]


def test_what_was_undone_can_be_imported_again(ledger: Ledger) -> None:
    run(ledger, read(year_statement(2024)))
    undo(ledger, None, now=NOW)
    assert run(ledger, read(year_statement(2024))) == (2,)
    assert told(ledger) == (1, 12, 1)


def test_without_an_account_one_is_made_that_is_never_checked(empty: Ledger) -> None:
    run(empty, read(year_statement(2024)), read(year_statement(2025, kpj=OTHER_KPJ)))
    (account,) = empty.accounts()
    assert (account.name, account.user, account.portal, account.remember) == ("KPJ ***0001", "", NO_PORTAL, False)
    assert load_profile(NO_PORTAL).road is Road.PERSON
    assert told(empty) == (2, 24, 2)


def test_two_people_get_an_account_each_under_names_of_their_own(empty: Ledger) -> None:
    same_end = "99111110001"
    run(empty, read(year_statement(2024, nik=NIK)), read(year_statement(2024, kpj=same_end, nik=OTHER_NIK)))
    assert [account.name for account in empty.accounts()] == ["KPJ ***0001", "KPJ ***0001 2"]
    assert [told(empty, number)[0] for number in (1, 2)] == [1, 1]


def test_an_account_is_made_only_when_something_is_stored_in_it(empty: Ledger) -> None:
    assert run(empty, refused(), read(doubted=(broken(year_statement(2024)),))) == (None, None)
    assert empty.accounts() == []


def test_what_is_doubted_is_stored_when_the_person_accepts_it_and_says_so_ever_after(ledger: Ledger) -> None:
    doubted = read(doubted=(broken(year_statement(2024)),))
    assert run(ledger, doubted) == (None,)
    assert run(ledger, doubted, decisions=Decisions(accepted=frozenset({(doubted.file_sha256 or "", 0)}))) == (1,)
    (stored,) = ledger.statements(1)
    assert stored.provenance.accepted
    assert stored.doubts


def test_an_account_that_is_not_there_stops_everything(ledger: Ledger) -> None:
    for wishes in (Wishes(9), Wishes(chosen={"x": 9})):
        with pytest.raises(NoSuchAccount):
            run(ledger, read(year_statement(2024)), decisions=Decisions(wishes))
        with pytest.raises(NoSuchAccount):
            plan_only([read(year_statement(2024))], ledger, Decisions(wishes), now=NOW)
    assert told(ledger) == (0, 0, 0)


def test_a_file_that_fails_to_be_written_takes_the_whole_call_with_it(empty: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    from core.ledger.imports import Imports

    add, calls = Imports.add, []

    def fails_at_the_third(self: Imports, *arguments: object) -> int:
        calls.append(1)
        if len(calls) == 3:
            raise LedgerProblem("ledger_disk_full")
        return add(self, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Imports, "add", fails_at_the_third)
    with pytest.raises(LedgerProblem):
        run(empty, *(read(year_statement(2016 + n)) for n in range(5)))
    assert len(calls) == 3
    assert empty.accounts() == []
    assert batches(empty) == []


def test_a_plan_alone_writes_nothing(ledger: Ledger, tmp_path: Path) -> None:
    def rows() -> list[tuple[str, int]]:
        with closing(sqlite3.connect(tmp_path / "ledger.sqlite3")) as connection:
            names = [
                name
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                )
            ]
            return [(name, connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]) for name in names]

    before = rows()
    done = plan_only([read(year_statement(2024))], ledger, AS_READ, now=NOW)
    assert done.plans[0].to_store
    assert done.imports == (None,)
    assert rows() == before
    assert plan_only([read(year_statement(2024))], None, AS_READ, now=NOW).plans[0].owner.new == f"KPJ ***{KPJ[-4:]}"
