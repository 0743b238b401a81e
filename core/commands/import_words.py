"""What `main.py import` says to people: a few lines a file, and one sentence where something does not fit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from core.commands.import_lines import FileLine
from core.errors import CheckError
from core.imports.plan import FilePlan, Needs, StatementPlan
from core.imports.reading import FileTold
from core.ledger.imports import balance_of, base_name
from core.money import format_rupiah
from core.statements.statement import FileStatus, Statement
from core.words import Words

SHORT = 2  # characters of a name that no file has: it might be something else that was typed in its place


@dataclass(frozen=True, slots=True)
class ImportWords:
    """The sentences of one language."""

    words: Words

    @classmethod
    def load(cls) -> ImportWords:
        return cls(Words.load())

    def say(self, key: str, **values: str) -> str:
        return self.words.say(key, **values)

    def explain(self, error: CheckError) -> str:
        return self.words.explain(error)

    def message(self, told: FileTold, plan: FilePlan) -> str | None:
        """One sentence: why a file was refused, or what it waits for. None if there is nothing to say."""
        read = told.read
        if read.status is not FileStatus.OK:
            said = self.words.table["import_reason"].get(read.reason) or self.words.table["import_status"][read.status.value]
            return f"{str(said).format(row=str(told.row or ''))}."
        if plan.needs is Needs.ACCOUNT:
            return self.say("import_which_account")
        if plan.needs is Needs.DECISION:
            return self.say("import_doubted")
        return None

    def file(self, line: FileLine) -> Iterator[str]:
        """The lines of one file."""
        name = self._name(line)
        if line.told.read.status is not FileStatus.OK:
            yield f"{name}: {line.message}"
        else:
            yield f"{name}:"
        for one in line.plan.statements:
            yield from self._statement(one)
        if line.told.unread:
            yield "  " + self.say("import_unread", columns=", ".join(line.told.unread))
        if line.told.read.status is FileStatus.OK:
            yield f"  {self._outcome(line)}"
            if line.message is not None:
                yield f"  {line.message}"

    def _name(self, line: FileLine) -> str:
        if line.told.path is None:
            return self.say("import_typed")
        name = base_name(line.told.path)
        return name[:SHORT] + "…" if line.told.read.reason == "file_missing" and len(name) > SHORT else name

    def _statement(self, one: StatementPlan) -> Iterator[str]:
        statement = one.statement
        balance = balance_of(statement)
        unknown = self.say("unknown")
        yield "  " + self.say(
            "import_statement",
            kind=str(self.words.table["import_kind"][statement.kind.value]),
            year=self._when(statement),
            kpj=statement.kpj or unknown,
            closing=format_rupiah(balance.total) if balance is not None else unknown,
            months=str(len(statement.months)),
            state=str(self.words.table["import_state"][one.state.value]),
        )
        for proof in statement.proofs:
            if proof.holds is False:
                yield f"    {proof.detail}"
        for found in one.differs:
            told = " / ".join(format_rupiah(value) for value, _ in found.told)
            yield "    " + self.say("import_differs", when=str(found.when), what=found.field, told=told)

    def _when(self, statement: Statement) -> str:
        balance = balance_of(statement)
        when = statement.year or (balance.as_of if balance is not None else None)
        return str(when) if when is not None else self.say("unknown")

    def _outcome(self, line: FileLine) -> str:
        number, name = line.account
        if line.plan.already:
            return self.say("import_already")
        if line.import_id is not None:
            return self.say("import_stored", number=str(line.import_id), account=name or "")
        if name is None or not line.plan.to_store:
            return self.say("import_not_stored")
        return self.say("import_would_store" if number is not None else "import_would_store_new", account=name)
