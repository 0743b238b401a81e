"""The JSON lines of `main.py import`: one object a file. Amounts in rupiah with two decimals as texts, dates ISO, unknown is null."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.blth import Blth
from core.imports.csv_lists import Question
from core.imports.csv_map import SEPARATORS
from core.imports.plan import FilePlan, Needs, StatementPlan
from core.imports.reading import FileTold
from core.ledger.entries import Disagreement
from core.ledger.merge import SUMS
from core.money import to_wire
from core.statements.statement import FileStatus, Kind, Month, Proof, Statement

Figures = dict[str, object]
IDENTITY = ("year", "kpj", "npp", "company")
SEPARATOR_NAMES = {letter: name for name, letter in SEPARATORS.items()}


@dataclass(frozen=True, slots=True)
class FileLine:
    """Everything one line tells. account: the number and name its statements belong to (or the name of a new account). unasked: the
    record was made in the clear for it, and nobody had said that it may be."""

    told: FileTold
    plan: FilePlan
    message: str | None = None
    import_id: int | None = None
    account: tuple[int | None, str | None] = (None, None)
    unasked: bool = False

    def as_json(self) -> Figures:
        """The object, its keys in the documented order."""
        read = self.told.read
        shown = [one.statement for one in self.plan.statements] if self.plan.statements else list(read.statements)
        told = _whole(shown, read.kind) if read.status is FileStatus.OK and shown else _nothing(read.kind, shown)
        return {
            "status": read.status.value,
            "file": self.told.path,
            **told,
            "reason": read.reason,
            "message": self.message,
            "plan": self._plan_json(),
        }

    def _plan_json(self) -> Figures | None:
        if not self.plan.statements and self.told.question is None:
            return None
        needs = Needs.MAP if self.told.question is not None and self.told.read.reason is not None else self.plan.needs
        return {
            "sha256": self.told.read.file_sha256,
            "needs": needs.value if needs else None,
            "already": self.plan.already,
            "import": self.import_id,
            "ledger": "plain" if self.unasked else None,
            "statements": [self._statement_json(one) for one in self.plan.statements],
            "map": question_json(self.told.question) if self.told.question and self.told.read.reason else None,
            "unread": list(self.told.unread),
        }

    def _statement_json(self, one: StatementPlan) -> Figures:
        number, name = self.account
        owner = self.plan.owner
        return {
            "index": one.index,
            "kpj": one.statement.kpj,
            "year": one.statement.year,
            "closing_on": _day(one.statement.closing_on or (one.statement.balance.as_of if one.statement.balance else None)),
            "account": f"#{number}" if number is not None else "new" if name is not None else None,
            "account_name": name,
            "why": owner.why.value if owner.why else None,
            "choices": [f"#{choice}" for choice in owner.choices],
            "state": one.state.value,
            "accepted": one.accepted,
            "months_new": one.months_new,
            "months_known": one.months_known,
            "months_different": one.months_different,
            "differs": [_differs_json(found) for found in one.differs],
            "gaps": [{"year": gap.year, "closing": to_wire(gap.closing), "opening": to_wire(gap.opening)} for gap in one.gaps],
            "figures": _whole([one.statement], one.statement.kind),
        }


def _differs_json(found: Disagreement) -> Figures:
    """What this file says, and what the newest other source says."""
    here = [value for value, where in found.told if (where.import_id or where.statement_id or 0) < 0]
    others = [(value, where) for value, where in found.told if (where.import_id or where.statement_id or 0) >= 0]
    known, source = (others[-1][0], others[-1][1].source.value) if others else (found.told[0][0], found.told[0][1].source.value)
    return {
        "what": _when(found.when),
        "kpj": found.kpj,
        "field": found.field,
        "here": to_wire(here[-1]) if here else None,
        "known": to_wire(known),
        "source": source,
    }


def question_json(question: Question) -> Figures:
    """What a mapping dialog needs: the columns with samples, what is settled, what is missing."""
    settled = question.map
    return {
        "fingerprint": question.fingerprint,
        "form": settled.form.value if settled.form else None,
        "header": settled.header,
        "separator": SEPARATOR_NAMES[settled.separator] if settled.separator else None,
        "numbers": settled.numbers.value if settled.numbers else None,
        "dates": settled.dates.value if settled.dates else None,
        "columns": [
            {
                "index": column.index,
                "name": column.name,
                "samples": list(column.samples),
                "role": column.role.value if column.role else None,
            }
            for column in question.columns
        ],
        "missing": list(question.missing),
    }


def _whole(statements: Sequence[Statement], kind: Kind | None) -> Figures:
    """The figures of a file: of its one statement, or of all its cards together."""
    cards = [card for statement in statements for card in _cards(statement)]
    told: Figures = {
        "kind": kind.value if kind else None,
        **{name: _same(card[name] for card in cards) for name in IDENTITY},
        **{name: _sum(statements, name) for name in SUMS},
        "months": [_month(month) for statement in statements for month in statement.months],
        "proofs": [_proof(proof) for statement in statements for proof in statement.proofs],
    }
    if len(cards) > 1:
        told["cards"] = cards
    return told


def _cards(statement: Statement) -> list[Figures]:
    """A statement as objects of its own, one a card: a page's balance names several."""
    own: Figures = {
        "kind": statement.kind.value,
        **{name: getattr(statement, name) for name in IDENTITY},
        **{name: _wire(getattr(statement, name)) for name in SUMS},
        "months": [_month(month) for month in statement.months],
        "proofs": [_proof(proof) for proof in statement.proofs],
    }
    if statement.balance is None:
        return [own]
    cards = statement.balance.cards
    if not cards:
        return [{**own, "closing": to_wire(statement.balance.total)}]
    return [
        {**own, "kpj": card.kpj, "npp": card.npp, "company": card.company, "closing": to_wire(card.balance)} for card in cards
    ]


def _nothing(kind: Kind | None, doubted: Iterable[Statement]) -> Figures:
    """A file without figures that could be told: what did not fit is told all the same."""
    return {
        "kind": kind.value if kind else None,
        **dict.fromkeys((*IDENTITY, *SUMS)),
        "months": [],
        "proofs": [_proof(proof) for statement in doubted for proof in statement.proofs],
    }


def _sum(statements: Sequence[Statement], name: str) -> str | None:
    """The sum over the cards of one year or day; null where one of them lacks it, or where they stand for several."""
    if len({(statement.year, statement.closing_on) for statement in statements}) != 1:
        return None
    cards = [statement.kpj for statement in statements]
    if len(cards) != len(set(cards)):
        return None
    values = [_figure(statement, name) for statement in statements]
    known = [value for value in values if value is not None]
    return to_wire(sum(known)) if len(known) == len(values) else None


def _figure(statement: Statement, name: str) -> int | None:
    """One figure of the summary; the closing of a page or a message is its balance."""
    value: int | None = getattr(statement, name)
    return statement.balance.total if name == "closing" and value is None and statement.balance is not None else value


def _month(month: Month) -> Figures:
    return {
        "blth": str(month.blth),
        "paid": _day(month.paid),
        "posted": _day(month.posted),
        "wage": _wire(month.wage),
        "rapel": _wire(month.rapel),
        "employer": _wire(month.employer),
        "worker": _wire(month.worker),
    }


def _proof(proof: Proof) -> Figures:
    return {"name": proof.name.value, "holds": proof.holds, "detail": proof.detail}


def _same(values: Iterable[object]) -> object:
    """The value all of them share; null where they differ."""
    found = set(values)
    return found.pop() if len(found) == 1 else None


def _wire(amount: int | None) -> str | None:
    return None if amount is None else to_wire(amount)


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def _when(when: Blth | int | dt.date) -> str:
    return when.isoformat() if isinstance(when, dt.date) else str(when)
