"""What would become of files: new, known, different, doubted; and the gaps between years."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core.blth import Blth
from core.imports.known import Known, look
from core.imports.owner import Wishes
from core.imports.plan import Decisions, FilePlan, Gap, Needs, State
from core.imports.planner import make_plan
from core.imports.run import do
from core.ledger import Ledger
from core.models import Balance, Card
from core.statements.statement import FileRead, Kind, Month, ProofName, Statement
from tests.core.imports.made import (
    DUES,
    GROWTH,
    KPJ,
    NOW,
    OTHER_KPJ,
    broken,
    ledger_at,
    page,
    read,
    refused,
    year_statement,
)

NOTHING = Known()
AS_READ = Decisions()


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with ledger_at(tmp_path, ("Siti", "siti@example.test")) as opened:
        yield opened


def store(ledger: Ledger, *reads: FileRead, decisions: Decisions = AS_READ) -> None:
    done = do(reads, ["a.pdf"] * len(reads), ledger, decisions, now=NOW)
    assert None not in done.imports


def plan(ledger: Ledger | None, *reads: FileRead, decisions: Decisions = AS_READ) -> tuple[FilePlan, ...]:
    return make_plan(reads, look(ledger) if ledger else NOTHING, decisions, now=NOW)


def opening_proof(statement: Statement) -> tuple[bool | None, bool]:
    (proof,) = (proof for proof in statement.proofs if proof.name is ProofName.OPENING)
    return proof.holds, proof.refuses


def test_a_statement_nobody_knows_is_new_with_all_its_months() -> None:
    (file,) = plan(None, read(year_statement(2024)))
    (one,) = file.statements
    assert (one.state, one.months_new, one.months_known, one.months_different) == (State.NEW, 12, 0, 0)
    assert file.needs is None
    assert file.to_store == (one,)


def test_the_very_same_file_changes_nothing(ledger: Ledger) -> None:
    store(ledger, read(year_statement(2024)))
    (file,) = plan(ledger, read(year_statement(2024)))
    assert file.already
    assert file.to_store == ()
    assert [one.state for one in file.statements] == [State.KNOWN]


def test_the_same_file_twice_in_one_call_is_one() -> None:
    first, second = plan(None, read(year_statement(2024)), read(year_statement(2024)))
    assert (first.already, second.already) == (False, True)


def test_the_same_figures_in_another_file_are_known_and_the_file_is_one_more_source(ledger: Ledger) -> None:
    store(ledger, read(year_statement(2024)))
    (file,) = plan(ledger, read(year_statement(2024), name="scanned again"))
    (one,) = file.statements
    assert (one.state, one.months_known, one.months_new) == (State.KNOWN, 12, 0)
    assert file.to_store == (one,)
    store(ledger, read(year_statement(2024), name="scanned again"))
    account = ledger.accounts()[0].id
    assert len(ledger.months(account)) == 12
    assert ledger.disagreements(account) == []


def test_another_figure_for_the_same_year_stands_beside_the_first(ledger: Ledger) -> None:
    store(ledger, read(year_statement(2024)))
    other = year_statement(2024, growth=GROWTH + 100, closing=GROWTH + DUES + 100)
    (file,) = plan(ledger, read(other))
    (one,) = file.statements
    assert one.state is State.DIFFERS
    assert {found.field for found in one.differs} == {"growth", "closing"}
    assert file.to_store == (one,)  # side by side: the ledger names it under what needs the person


def test_a_month_told_differently_is_counted_as_such(ledger: Ledger) -> None:
    store(ledger, read(year_statement(2024)))
    months = list(year_statement(2024).months)
    months[4] = replace(months[4], worker=(months[4].worker or 0) + 1)
    (file,) = plan(ledger, read(year_statement(2024, months=tuple(months))))
    (one,) = file.statements
    assert (one.months_known, one.months_different, one.months_new) == (11, 1, 0)
    assert [(found.when, found.field) for found in one.differs] == [(Blth(2024, 5), "worker")]


def test_two_files_of_one_call_that_disagree_both_say_so() -> None:
    one, other = year_statement(2024), year_statement(2024, growth=GROWTH + 100, closing=GROWTH + DUES + 100)
    assert [file.statements[0].state for file in plan(None, read(one), read(other))] == [State.DIFFERS, State.DIFFERS]


def test_the_next_year_follows_on_the_closing_that_is_known(ledger: Ledger) -> None:
    store(ledger, read(year_statement(2024)))
    (file,) = plan(ledger, read(year_statement(2025, GROWTH + DUES)))
    assert opening_proof(file.statements[0].statement) == (True, False)
    assert file.statements[0].gaps == ()


def test_an_opening_that_is_not_the_last_closing_is_a_gap_that_is_shown_and_does_not_refuse(ledger: Ledger) -> None:
    store(ledger, read(year_statement(2024)))
    (file,) = plan(ledger, read(year_statement(2025, GROWTH + DUES + 700)))
    (one,) = file.statements
    assert opening_proof(one.statement) == (False, False)
    assert one.gaps == (Gap(2025, GROWTH + DUES, GROWTH + DUES + 700),)
    assert one.state is State.NEW
    assert file.to_store == (one,)


def test_a_year_before_one_that_is_known_shows_the_gap_too(ledger: Ledger) -> None:
    store(ledger, read(year_statement(2025, GROWTH + DUES + 700)))
    (file,) = plan(ledger, read(year_statement(2024)))
    assert file.statements[0].gaps == (Gap(2025, GROWTH + DUES, GROWTH + DUES + 700),)
    assert opening_proof(file.statements[0].statement) == (None, False)


def test_years_of_one_call_follow_on_each_other_in_whatever_order_they_come() -> None:
    later, earlier = plan(None, read(year_statement(2025, GROWTH + DUES)), read(year_statement(2024)))
    assert opening_proof(later.statements[0].statement) == (True, False)
    assert opening_proof(earlier.statements[0].statement) == (None, False)


def test_another_cards_closing_is_not_looked_at(ledger: Ledger) -> None:
    store(ledger, read(year_statement(2024)))
    (file,) = plan(ledger, read(year_statement(2025, 5, kpj=OTHER_KPJ)))
    assert opening_proof(file.statements[0].statement) == (None, False)


def test_a_doubted_statement_is_not_stored_until_the_person_accepts_it() -> None:
    doubted = read(doubted=(broken(year_statement(2024)),))
    (file,) = plan(None, doubted)
    assert (file.statements[0].state, file.to_store, file.needs) == (State.DOUBTED, (), Needs.DECISION)
    accepted = Decisions(accepted=frozenset({(doubted.file_sha256 or "", 0)}))
    (file,) = plan(None, doubted, decisions=accepted)
    (one,) = file.statements
    assert (one.state, one.accepted, file.to_store, file.needs) == (State.DOUBTED, True, (one,), None)


def test_a_statement_that_calls_itself_proved_and_is_not_is_doubted() -> None:
    (file,) = plan(None, read(broken(year_statement(2024))))
    assert (file.statements[0].state, file.to_store) == (State.DOUBTED, ())


def test_the_proved_card_of_a_file_is_stored_beside_a_doubted_one() -> None:
    good, bad = year_statement(2024), broken(year_statement(2024, kpj=OTHER_KPJ))
    (file,) = plan(None, read(good, doubted=(bad,)))
    assert [one.index for one in file.to_store] == [0]
    assert file.needs is Needs.DECISION


def test_what_was_accepted_before_stays_doubted_and_changes_nothing(ledger: Ledger) -> None:
    doubted = read(doubted=(broken(year_statement(2024)),))
    store(ledger, doubted, decisions=Decisions(accepted=frozenset({(doubted.file_sha256 or "", 0)})))
    (file,) = plan(ledger, doubted)
    assert file.already
    assert [(one.state, one.accepted) for one in file.statements] == [(State.DOUBTED, True)]
    assert (file.needs, file.to_store) == (None, ())


def test_a_balance_below_zero_is_never_stored_whoever_accepts_it() -> None:
    below = read(year_statement(2024, closing=-5))
    (file,) = plan(None, below, decisions=Decisions(accepted=frozenset({(below.file_sha256 or "", 0)})))
    assert (file.statements[0].state, file.to_store) == (State.DOUBTED, ())


def test_a_refused_file_has_no_plan_and_does_not_disturb_the_others() -> None:
    bad, good = plan(None, refused(), read(year_statement(2024)))
    assert (bad.statements, bad.needs, bad.to_store) == ((), None, ())
    assert good.to_store


def test_a_file_whose_account_is_unclear_waits_and_is_not_stored(ledger: Ledger) -> None:
    ledger.add_account("Budi", "budi@example.test", "sso", now=NOW)
    (file,) = plan(ledger, read(year_statement(2024)))
    assert (file.needs, file.to_store, file.owner.choices) == (Needs.ACCOUNT, (), (1, 2))
    (file,) = plan(ledger, read(year_statement(2024)), decisions=Decisions(Wishes(2)))
    assert (file.needs, file.owner.account) == (None, 2)


def test_the_same_page_saved_twice_is_known(ledger: Ledger) -> None:
    day = dt.date(2026, 10, 31)
    store(ledger, read(page(48_731_902_00, day)))
    (file,) = plan(ledger, read(page(48_731_902_00, day), name="saved again"))
    assert file.statements[0].state is State.KNOWN


def test_a_balance_the_portal_told_for_the_day_is_known(ledger: Ledger) -> None:
    day = dt.date(2026, 10, 31)
    balance = Balance(7_00, (Card(7_00, kpj=KPJ),), day)
    ledger.store_reading(1, balance, portal="sso", checked_at=NOW)
    same, other = (
        Statement(Kind.TYPED, kpj=KPJ, closing=7_00, closing_on=day),
        Statement(Kind.TYPED, kpj=KPJ, closing=8_00, closing_on=day),
    )
    assert plan(ledger, read(same))[0].statements[0].state is State.KNOWN
    (file,) = plan(ledger, read(other))
    assert file.statements[0].state is State.DIFFERS
    assert [(found.when, found.field) for found in file.statements[0].differs] == [(day, "balance")]


def test_a_page_without_a_day_is_never_taken_for_a_known_one(ledger: Ledger) -> None:
    store(ledger, read(page(7_00, None)))
    assert plan(ledger, read(page(7_00, None), name="later"))[0].statements[0].state is State.NEW


def test_a_wage_is_known_new_or_different(ledger: Ledger) -> None:
    def slips(*wages: tuple[int, int]) -> FileRead:
        return read(Statement(Kind.PAYSLIPS, kpj=KPJ, months=tuple(Month(Blth(2026, month), wage=wage) for month, wage in wages)))

    store(ledger, slips((1, 500), (6, 600)))
    (file,) = plan(ledger, slips((1, 500), (6, 601), (9, 700)))
    (one,) = file.statements
    assert (one.months_known, one.months_different, one.months_new) == (1, 1, 1)
    assert one.state is State.DIFFERS
    assert plan(ledger, slips((6, 600)))[0].statements[0].state is State.KNOWN


def test_the_same_in_gives_the_same_out(ledger: Ledger) -> None:
    store(ledger, read(year_statement(2023)))
    files = (read(year_statement(2024, 5)), read(page(7_00, dt.date(2026, 1, 1))), refused())
    assert plan(ledger, *files) == plan(ledger, *files)
