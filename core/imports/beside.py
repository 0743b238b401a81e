"""New statements laid beside what an account's other sources told, by the ledger's own rules of agreeing and differing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from core.blth import Blth
from core.imports.entry import entry_of
from core.imports.known import Known
from core.imports.plan import Gap, State, StatementPlan
from core.ledger.entries import SOURCES, Disagreement, MonthLine, Provenance, StoredStatement
from core.ledger.imports import balance_of, readings_of
from core.ledger.merge import SUMS, disagreements, month_lines, same_card
from core.models import Balance, Reading, Source
from core.money import format_rupiah
from core.statements.statement import FileRead, Kind, Proof, ProofName, Statement


def possible(statement: Statement) -> bool:
    """Whether it can be stored at all: no balance is below zero, and it says something."""
    balance = balance_of(statement)
    if balance is None:
        return bool(statement.months) or any(getattr(statement, name) is not None for name in SUMS)
    return min(balance.total, *(card.balance for card in balance.cards), balance.total) >= 0


class World:
    """One account as it would be after the import. New entries have numbers below zero, in the order they came."""

    def __init__(self, known: Known, account: int, now: dt.datetime) -> None:
        self._account = account
        self._now = now
        self._statements = list(known.statements.get(account, ()))
        self._readings = list(known.readings.get(account, ()))
        self._wages = [
            (stored.wage.kpj, stored.wage.from_blth, stored.wage.wage, stored.provenance)
            for stored in known.wages.get(account, ())
        ]
        self._numbers: dict[tuple[int, int], int] = {}
        self._older: dict[int, int] = {}  # a new statement -> how many readings there were before its file

    def add(self, file: int, read: FileRead, drafts: Sequence[StatementPlan]) -> None:
        """Lay the statements of one file beside the rest. `file`: its number in this call."""
        if not drafts:
            return
        before = len(self._readings)
        import_id = -1 - file
        for draft in drafts:
            number = -1 - len(self._numbers)
            self._numbers[file, draft.index] = number
            self._older[number] = before
            where = Provenance(SOURCES[draft.statement.kind], self._now, import_id, number, accepted=draft.accepted)
            if draft.statement.kind is Kind.PAYSLIPS:
                self._wages += [
                    (draft.statement.kpj, month.blth, month.wage, where)
                    for month in draft.statement.months
                    if month.wage is not None
                ]
            else:
                self._statements.append(StoredStatement(number, self._account, draft.statement, (), where))
        entry = entry_of("", read, self._account, drafts)
        for place, (_, balance, source) in enumerate(readings_of(entry)):
            number = -1 - before - place
            self._readings.append(Reading(number, self._account, "", Source(source), self._now, balance, import_id=import_id))

    def judged(self, file: int, draft: StatementPlan) -> StatementPlan:
        """What became clear about one statement of that file."""
        statement = draft.statement
        number = self._numbers.get((file, draft.index))
        gaps = self._gaps(statement, number)
        opened = replace(statement, proofs=self._with_opening(statement))
        if number is None:  # doubted: it stands beside nothing, but what is known of its opening helps to decide
            return replace(draft, statement=opened, gaps=gaps)
        if statement.kind is Kind.PAYSLIPS:
            return self._judged_wages(draft, number)
        import_id = -1 - file
        differs = tuple(found for found in self._differing if self._is_about(found, statement, import_id))
        different = {found.when for found in differs if isinstance(found.when, Blth)}
        mine = [line for line in self._lines if any(told.statement_id == number for told in line.told_by)]
        months_different = sum(line.month.blth in different for line in mine)
        months_known = sum(line.month.blth not in different and line.told_by[0].statement_id != number for line in mine)
        state = draft.state
        if state is not State.DOUBTED:
            known = months_known == len(statement.months) and self._figures_known(statement, number)
            state = State.DIFFERS if differs else State.KNOWN if known else State.NEW
        return replace(
            draft,
            statement=opened,
            state=state,
            months_new=len(mine) - months_known - months_different,
            months_known=months_known,
            months_different=months_different,
            differs=differs,
            gaps=gaps,
        )

    @cached_property
    def _differing(self) -> list[Disagreement]:
        return [found for found in disagreements(self._statements, self._readings) if found.field != "carried_over"]

    @cached_property
    def _lines(self) -> list[MonthLine]:
        return month_lines(self._statements)

    def _is_about(self, found: Disagreement, statement: Statement, import_id: int) -> bool:
        """Whether this statement is one of those that tell different things (a file may hold several cards' statements)."""
        return any(where.import_id == import_id for _, where in found.told) and found.kpj in _cards(statement)

    def _figures_known(self, statement: Statement, number: int) -> bool:
        """Whether every figure but the months was told before."""
        told = [name for name in SUMS if getattr(statement, name) is not None]
        if statement.year is None:
            balance = balance_of(statement)
            older = self._readings[: self._older[number]]
            return balance is None or any(_same_balance(balance, reading.balance) for reading in older)
        for stored in self._statements:
            other = stored.statement
            if stored.id == number:
                break
            if (other.year, same_card(other.kpj)) == (statement.year, same_card(statement.kpj)):
                told = [name for name in told if getattr(other, name) != getattr(statement, name)]
        return not told

    def _neighbours(self, statement: Statement, years: int, number: int | None) -> list[Statement]:
        """The statements of the same card, that many years later."""
        if statement.year is None:
            return []
        wanted = (statement.year + years, same_card(statement.kpj))
        return [
            s.statement for s in self._statements if s.id != number and (s.statement.year, same_card(s.statement.kpj)) == wanted
        ]

    def _closings_before(self, statement: Statement) -> list[int]:
        return [other.closing for other in self._neighbours(statement, -1, None) if other.closing is not None]

    def _gaps(self, statement: Statement, number: int | None) -> tuple[Gap, ...]:
        gaps: list[Gap] = []
        before = self._closings_before(statement)
        if statement.year and statement.opening is not None and before and statement.opening not in before:
            gaps.append(Gap(statement.year, before[-1], statement.opening))
        after = [other.opening for other in self._neighbours(statement, 1, number) if other.opening is not None]
        if statement.year and statement.closing is not None and after and statement.closing not in after:
            gaps.append(Gap(statement.year + 1, statement.closing, after[-1]))
        return tuple(gaps)

    def _with_opening(self, statement: Statement) -> tuple[Proof, ...]:
        """The proofs, with the one that takes the ledger. It never refuses: a gap is shown."""
        if statement.year is None or statement.opening is None:
            return statement.proofs
        before = self._closings_before(statement)
        opening, last = format_rupiah(statement.opening), statement.year - 1
        if not before:
            proof = Proof(ProofName.OPENING, None, f"Saldo akhir {last} belum diketahui.", refuses=False)
        elif statement.opening in before:
            proof = Proof(ProofName.OPENING, True, f"Saldo awal {opening} sama dengan saldo akhir {last}.", refuses=False)
        else:
            closing = format_rupiah(before[-1])
            proof = Proof(ProofName.OPENING, False, f"Saldo awal {opening}, tetapi saldo akhir {last} {closing}.", refuses=False)
        return (*(known for known in statement.proofs if known.name is not ProofName.OPENING), proof)

    def _judged_wages(self, draft: StatementPlan, number: int) -> StatementPlan:
        """Payslips: each wage beside those told for the same card and month."""
        card = same_card(draft.statement.kpj)
        new = known = 0
        differs: list[Disagreement] = []
        for month in draft.statement.months:
            told = [
                (wage, where)
                for kpj, blth, wage, where in self._wages
                if (same_card(kpj), blth) == (card, month.blth) and where.statement_id != number
            ]
            others = [(wage, where) for wage, where in told if wage != month.wage]
            if others and month.wage is not None:
                mine = Provenance(SOURCES[Kind.PAYSLIPS], self._now, statement_id=number)
                differs.append(Disagreement(card, month.blth, "wage", (others[-1], (month.wage, mine))))
            elif any((where.statement_id or 0) > number for _, where in told):  # in the ledger, or earlier in this call
                known += 1
            else:
                new += 1
        state = State.DIFFERS if differs else State.NEW if new else State.KNOWN
        return replace(
            draft, state=state, months_new=new, months_known=known, months_different=len(differs), differs=tuple(differs)
        )


def _cards(statement: Statement) -> set[str | None]:
    cards = {same_card(statement.kpj)}
    return cards | ({same_card(card.kpj) for card in statement.balance.cards} if statement.balance else set())


def _same_balance(one: Balance, other: Balance) -> bool:
    """The same day, and the same amount on the same cards."""
    if one.as_of is None or one.as_of != other.as_of:
        return False
    mine = sorted((same_card(card.kpj) or "", card.balance) for card in one.cards)
    theirs = [(same_card(card.kpj) or "", card.balance) for card in other.cards]
    return all(card in theirs for card in mine) if any(kpj for kpj, _ in mine) else one.total == other.total
