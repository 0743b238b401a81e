"""An import is added as a whole, once; it can be undone and redone as a whole; what sources tell stays told by them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from core import __version__
from core.blth import Blth
from core.ledger import Ledger, LedgerProblem, NoSuchAccount, NoSuchImport
from core.ledger.entries import ImportEntry, Wage
from core.models import Account, Balance, Card, Evidence, Source
from core.statements.statement import Kind, Month, Proof, ProofName, Statement

NOW = dt.datetime(2026, 11, 22, 1, 12, 33, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)
KPJ = "21098764567"
MAY = Month(
    Blth(2024, 5), dt.date(2024, 6, 10), dt.date(2024, 6, 12), 500_000_000, None, 18_500_000, 10_000_000, 10_000_000, 5_000_000
)
JUNE = Month(Blth(2024, 6), dt.date(2024, 7, 12), None, 500_000_000, 7, 18_500_000, 10_000_000, off_rate=True)
FULL = Statement(
    Kind.RSJHT,
    2024,
    KPJ,
    "3201010101800001",
    "99000001/000",
    "PT Maju",
    "Siti Contoh",
    dt.date(1980, 1, 1),
    Blth(2010, 1),
    Blth(2015, 7),
    113,
    opening=1_000_000_000,
    growth=50_000_000,
    dues=57_000_000,
    growth_on_dues=1_000_000,
    taken=0,
    closing=1_108_000_000,
    closing_on=dt.date(2024, 12, 31),
    months=(MAY, JUNE),
    proofs=(Proof(ProofName.CLOSING, True, "cocok"), Proof(ProofName.RATE, False, "Juni", refuses=False)),
    evidence=Evidence("Saldo Akhir", "page 2", "Saldo Akhir «11.080.000»"),
)
DOUBTED = replace(FULL, proofs=(Proof(ProofName.CLOSING, False, "selisih"),))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with Ledger.open(tmp_path / "ledger.sqlite3") as opened:
        yield opened


@pytest.fixture
def siti(ledger: Ledger) -> Account:
    return ledger.add_account("Siti", "u", "simulator-es", now=NOW)


def entry(
    siti: Account, *statements: Statement, sha: str = "aa", accepted: bool = False, wages: tuple[Wage, ...] = ()
) -> ImportEntry:
    told = tuple((siti.id, statement, accepted) for statement in statements)
    return ImportEntry("/home/USER/RSJHT 2024.pdf", sha, statements[0].kind if statements else Kind.PAYSLIPS, told, wages)


def test_a_statement_comes_back_as_it_was_read_but_for_who_the_person_is(ledger: Ledger, siti: Account) -> None:
    number = ledger.imports.add(entry(siti, FULL), NOW)
    stored = ledger.statements(siti.id)[0]
    assert stored.statement == replace(FULL, nik=None, person=None, birth=None, proofs=())
    assert (stored.account_id, stored.doubts) == (siti.id, (ProofName.RATE,))
    where = stored.provenance
    assert (where.source, where.known_at, where.import_id, where.statement_id) == (Source.STATEMENT, NOW, number, stored.id)
    assert not where.accepted


def test_who_the_person_is_never_reaches_the_file(ledger: Ledger, siti: Account, tmp_path: Path) -> None:
    ledger.imports.add(entry(siti, FULL), NOW)
    ledger.close()
    body = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    for told in (b"Siti Contoh", b"3201010101800001", b"1980-01-01", b"/home/USER"):
        assert told not in body
    assert b"RSJHT 2024.pdf" in body


def test_an_import_is_listed_with_what_it_brought(ledger: Ledger, siti: Account) -> None:
    other = ledger.add_account("Budi", "b", "p", now=NOW)
    wages = (Wage(siti.id, Blth(2024, 1), 500_000_000, KPJ, "99000001/000", "PT Maju"),)
    number = ledger.imports.add(entry(siti, FULL, replace(FULL, year=2023, closing_on=None), sha="AB", wages=wages), NOW)
    listed = ledger.imports.list()
    assert [(i.id, i.file_name, i.sha256, i.kind, i.imported_at, i.program_version, i.hidden) for i in listed] == [
        (number, "RSJHT 2024.pdf", "ab", Kind.RSJHT, NOW, __version__, False)
    ]
    assert (listed[0].accounts, listed[0].statements, listed[0].months, listed[0].wages) == ((siti.id,), 2, 4, 1)
    assert ledger.imports.list(siti.id) == listed
    assert ledger.imports.list(other.id) == []


def test_the_same_file_twice_changes_nothing(ledger: Ledger, siti: Account) -> None:
    number = ledger.imports.add(entry(siti, FULL), NOW)
    assert ledger.imports.add(entry(siti, FULL, sha="AA"), NOW + DAY) == number
    assert ledger.imports.known("aA") == [number]
    assert (len(ledger.imports.list()), len(ledger.history(siti.id)), len(ledger.months(siti.id))) == (1, 1, 2)


def test_the_same_file_tells_of_another_account_only_once_too(ledger: Ledger, siti: Account) -> None:
    other = ledger.add_account("Budi", "b", "p", now=NOW)
    first, second = ledger.imports.add(entry(siti, FULL), NOW), ledger.imports.add(entry(other, FULL), NOW)
    assert ledger.imports.known("aa") == [first, second]
    assert ledger.imports.add(entry(other, FULL), NOW) == second


def test_undone_is_as_if_it_had_never_been_and_redone_as_if_it_always_had(ledger: Ledger, siti: Account) -> None:
    wages = (Wage(siti.id, Blth(2024, 1), 500_000_000),)
    kept = ledger.imports.add(entry(siti, replace(FULL, year=2023, closing_on=None), sha="bb"), NOW)

    def look() -> tuple[object, ...]:
        return (
            ledger.history(siti.id),
            ledger.statements(siti.id),
            ledger.months(siti.id),
            ledger.wages(siti.id),
            ledger.disagreements(siti.id),
            ledger.imports.known("aa"),
        )

    before = look()
    number = ledger.imports.add(entry(siti, FULL, wages=wages), NOW)
    after = look()
    assert before != after
    assert ledger.imports.hide(number, NOW + DAY)
    assert look() == before
    assert [i.hidden for i in ledger.imports.list()] == [False, True]
    assert not ledger.imports.hide(number, NOW + DAY)
    assert ledger.imports.show(number, NOW + 2 * DAY)
    assert look() == after
    assert not ledger.imports.show(number, NOW + DAY)
    ledger.imports.hide(number, NOW)
    assert ledger.imports.add(entry(siti, FULL, wages=wages), NOW) not in (number, kept)


def test_an_import_that_is_not_there_cannot_be_undone(ledger: Ledger, siti: Account) -> None:
    for deed in (ledger.imports.hide, ledger.imports.show):
        with pytest.raises(NoSuchImport):
            deed(7, NOW)


@pytest.mark.parametrize("bad", ["doubted", "negative", "nobody", "empty"])
def test_what_may_not_be_stored_leaves_nothing_of_its_import(ledger: Ledger, siti: Account, bad: str) -> None:
    wrong = {
        "doubted": entry(siti, FULL, DOUBTED),
        "negative": entry(siti, FULL, replace(FULL, closing=-1)),
        "nobody": entry(replace(siti, id=99), FULL),
        "empty": entry(siti),
    }[bad]
    with pytest.raises(NoSuchAccount if bad == "nobody" else ValueError):
        ledger.imports.add(wrong, NOW)
    assert (ledger.imports.list(), ledger.history(siti.id), ledger.statements(siti.id)) == ([], [], [])


def test_a_wage_of_nobody_takes_its_import_back(ledger: Ledger, siti: Account) -> None:
    with pytest.raises(NoSuchAccount):
        ledger.imports.add(entry(siti, FULL, wages=(Wage(99, Blth(2024, 1), 1),)), NOW)
    assert ledger.imports.list() == []


def test_a_failed_proof_that_was_accepted_stays_marked(ledger: Ledger, siti: Account) -> None:
    ledger.imports.add(entry(siti, DOUBTED, accepted=True), NOW)
    stored = ledger.statements(siti.id)[0]
    assert stored.provenance.accepted
    assert stored.doubts == (ProofName.CLOSING,)
    ledger.imports.add(entry(siti, replace(FULL, year=2020), sha="cc", accepted=True), NOW)
    assert not ledger.statements(siti.id)[0].provenance.accepted  # nothing had to be accepted there


def test_wages_come_back_by_month(ledger: Ledger, siti: Account) -> None:
    wages = (Wage(siti.id, Blth(2025, 1), 600_000_000, company="PT Maju"), Wage(siti.id, Blth(2024, 1), 500_000_000, KPJ, "99"))
    number = ledger.imports.add(entry(siti, wages=wages), NOW)
    assert [stored.wage for stored in ledger.wages(siti.id)] == [wages[1], wages[0]]
    assert {stored.provenance.import_id for stored in ledger.wages(siti.id)} == {number}
    assert ledger.history(siti.id) == []


# readings


def test_an_old_statement_is_in_the_history_and_never_the_latest_reading(ledger: Ledger, siti: Account) -> None:
    portal = ledger.store_reading(siti.id, Balance(1_200, (Card(1_200),), dt.date(2019, 1, 1)), portal="p", checked_at=NOW)
    ledger.imports.add(entry(siti, FULL), NOW + DAY)
    imported, latest = ledger.history(siti.id)
    assert latest == portal
    assert (imported.day, imported.source, imported.checked_at) == (dt.date(2024, 12, 31), Source.STATEMENT, NOW + DAY)
    assert (imported.balance.total, imported.balance.cards[0].kpj, imported.balance.cards[0].company) == (
        FULL.closing,
        KPJ,
        "PT Maju",
    )
    assert imported.balance.evidence == FULL.evidence
    assert imported.at < latest.at == NOW


def test_a_day_in_the_future_is_not_believed(ledger: Ledger, siti: Account) -> None:
    ledger.imports.add(entry(siti, replace(FULL, closing_on=dt.date(2099, 12, 31))), NOW)
    portal = ledger.store_reading(siti.id, Balance(1, (Card(1),)), portal="p", checked_at=NOW + dt.timedelta(hours=1))
    assert ledger.history(siti.id)[-1] == portal


def test_the_ledger_and_the_reading_agree_on_its_day(ledger: Ledger, siti: Account) -> None:
    for hours in range(0, 48, 5):
        for source in Source:
            for as_of in (None, dt.date(2026, 11, 22), dt.date(2026, 11, 23), dt.date(2020, 2, 29)):
                balance = Balance(hours, (Card(hours),), as_of)
                at = NOW + dt.timedelta(hours=hours)
                ledger.store_reading(siti.id, balance, portal="p", checked_at=at, source=source)
    history = ledger.history(siti.id, 1_000)
    assert len(history) == 240
    assert history == sorted(history, key=lambda r: (r.day, r.checked_at, r.id))
    days = ledger._store.read(lambda row: str(row["day"]), "SELECT day FROM reading ORDER BY day, checked_at, id")
    assert days == [reading.day.isoformat() for reading in history]
    assert [reading.at for reading in history if reading.source is Source.PORTAL] == [
        reading.checked_at for reading in history if reading.source is Source.PORTAL
    ]


def test_two_cards_of_one_day_are_one_reading(ledger: Ledger, siti: Account) -> None:
    ledger.imports.add(
        entry(siti, FULL, replace(FULL, kpj="999", closing=5), replace(FULL, kpj="1", year=2023, closing_on=None)), NOW
    )
    readings = ledger.history(siti.id)
    assert [(r.balance.as_of, r.balance.total, len(r.balance.cards)) for r in readings] == [
        (dt.date(2023, 12, 31), FULL.closing, 1),
        (dt.date(2024, 12, 31), 1_108_000_005, 2),
    ]


def test_a_page_keeps_its_own_balance_and_takes_the_file_s_day(ledger: Ledger, siti: Account) -> None:
    balance = Balance(7, (Card(3), Card(4)), total_is_portals=True)
    page = Statement(Kind.SAVED_PAGE, closing=7, closing_on=dt.date(2026, 3, 4), balance=balance)
    ledger.imports.add(entry(siti, page), NOW)
    assert ledger.history(siti.id)[0].balance == replace(balance, as_of=dt.date(2026, 3, 4))
    assert ledger.history(siti.id)[0].source is Source.SAVED_PAGE


def test_a_statement_without_a_closing_is_no_reading(ledger: Ledger, siti: Account) -> None:
    ledger.imports.add(entry(siti, replace(FULL, closing=None)), NOW)
    assert ledger.history(siti.id) == []
    assert len(ledger.months(siti.id)) == 2


# forgetting


def test_with_its_last_account_an_import_is_forgotten_and_not_before(ledger: Ledger, siti: Account) -> None:
    other = ledger.add_account("Budi", "b", "p", now=NOW)
    both = ImportEntry("two.pdf", "dd", Kind.RSJHT, ((siti.id, FULL, False), (other.id, replace(FULL, kpj="1"), False)))
    number = ledger.imports.add(both, NOW)
    alone = ledger.imports.add(entry(siti, FULL), NOW)
    ledger.imports.hide(alone, NOW)
    ledger.remove_account(siti.id)
    assert [(i.id, i.accounts) for i in ledger.imports.list()] == [(number, (other.id,))]
    assert (ledger.statements(siti.id), ledger.history(siti.id)) == ([], [])
    assert len(ledger.months(other.id)) == 2
    ledger.remove_account(other.id)
    for table in ("import", "statement", "month", "wage", "hidden", "reading", "card"):
        assert ledger._store.read(lambda row: row[0], f"SELECT count(*) FROM {table}") == [0]


@pytest.mark.parametrize("table", ["import", "statement", "month", "wage", "hidden"])
def test_what_was_imported_is_not_rewritten(ledger: Ledger, siti: Account, table: str) -> None:
    number = ledger.imports.add(entry(siti, FULL, wages=(Wage(siti.id, Blth(2024, 1), 1),)), NOW)
    ledger.imports.hide(number, NOW)
    column = ledger._store.read(lambda row: str(row["name"]), f"SELECT name FROM pragma_table_info('{table}') WHERE pk = 0")[0]
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET {column} = {column}"):
        with pytest.raises(LedgerProblem):
            ledger._store.read(str, statement)
