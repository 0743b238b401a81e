"""`main.py import`: files read, planned, stored; one line each. Nothing is made on the disk before there is something to store."""

from __future__ import annotations

import datetime as dt
import json
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from functools import partial

from core import demo, logs
from core.commands.check import now as this_moment
from core.commands.import_lines import FileLine
from core.commands.import_options import NEW, Mode, Wanted, read
from core.commands.import_words import ImportWords
from core.commands.new_ledger import key_or_plain
from core.commands.opened import keys
from core.commands.options import Usage
from core.commands.output import put
from core.commands.proved import must_be_as_written
from core.commands.taught_rules import all_taught
from core.commands.typed import read_each, read_line, read_text
from core.errors import EXIT_CODES as CHECK_EXIT_CODES
from core.errors import EXIT_USAGE, InternalError
from core.imports.files import CHANGED
from core.imports.list_maps import load as load_maps
from core.imports.list_maps import remember
from core.imports.owner import Wishes
from core.imports.plan import Decisions, FilePlan, Needs
from core.imports.reading import FileTold, Reader, Readings
from core.imports.run import Done, do, plan_only
from core.imports.typed import NotTyped, typed_balance, typed_wage
from core.ledger import Ledger, NoSuchAccount, head
from core.paths import Folders
from core.statements.statement import EXIT_CODES, FileStatus
from core.words import Words

WEST_INDONESIA = dt.timezone(dt.timedelta(hours=7))  # whose days the statements' dates are


def run(argv: list[str]) -> int:
    """Do what the command line asks for; returns the exit code. Raises Usage."""
    wanted = read(argv)
    if wanted.mode in (Mode.LIST, Mode.UNDO, Mode.REDO):
        from core.commands.import_list import run as manage

        return manage(wanted)
    return FileImport(wanted).run()


class FileImport:
    """One call: its files, its decisions, its lines."""

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._options = wanted.options
        self._as_json = "--json" in wanted.options
        self._dry = "--dry-run" in wanted.options
        self._demo = "--demo" in wanted.options
        self._folders = Folders.for_person(self._demo)
        self._words = ImportWords.load()
        self._now = this_moment()
        self._unasked = False  # the record was made in the clear, and nobody said that it may be

    def run(self) -> int:
        """Read, plan, store, print. The exit code is the worst file's; a ledger that fails counts for more."""
        if self._folders.ledger.exists():
            logs.start(self._folders.log)
        else:
            logs.quiet()
        told = self._told()
        problem: InternalError | None = None
        try:
            done = self._done(told)
        except NoSuchAccount:
            raise Usage("no_such_account") from None
        except InternalError as failed:
            problem = failed
            done = Done(tuple(FilePlan(one.read) for one in told), (None,) * len(told))
        lines = [self._line(number, one, done) for number, one in enumerate(told)]
        for line in lines:
            self._print(line)
        if problem is not None:
            return self._failed(problem)
        self._remember(told)
        return self._exit_code(lines)

    def _told(self) -> list[FileTold]:
        """What the files, or what was typed, say. Raises Usage."""
        today = self._now.astimezone(WEST_INDONESIA).date()
        mode, words = self._wanted.mode, self._wanted.words
        if mode in (Mode.TYPED, Mode.WAGE):
            typed = typed_balance if mode is Mode.TYPED else typed_wage
            try:
                return [FileTold(None, typed(words[0], words[1], self._options["--kpj"], today=today))]
            except NotTyped as problem:
                raise Usage(f"import_not_{problem.what}") from None
        readings = Readings(
            today=today,
            make_reader=partial(_reader, self._demo),
            maps=self._wanted.maps.over(load_maps(self._folders.data)),
            password=read_line() if "--password-stdin" in self._options else None,
            passwords=read_each(len(words)) if "--passwords-stdin" in self._options else (),
            expected=self._wanted.expected,
        )
        return [readings.read_text(read_text())] if mode is Mode.TEXT else readings.read_all(words, self._on_file)

    def _on_file(self, number: int) -> None:
        if "--progress" in self._options:
            words = self._wanted.words
            self._step({"step": "reading", "file": words[number], "n": number + 1, "of": len(words)})

    def _done(self, told: Sequence[FileTold]) -> Done:
        """The plan, done if it may be. Raises LedgerProblem, NoSuchAccount."""
        reads = [one.read for one in told]
        changed = any(read.reason == CHANGED for read in reads)
        with ExitStack() as opened:
            ledger: Ledger | None = None
            if self._folders.ledger.exists():
                ledger = opened.enter_context(self._open())
            decisions = self._decisions(ledger)
            if self._dry or changed:
                return plan_only(reads, ledger, decisions, now=self._now)
            if ledger is None:
                planned = plan_only(reads, None, decisions, now=self._now)
                if not any(plan.to_store for plan in planned.plans):
                    return planned  # nothing to store: nothing is made
                ledger = opened.enter_context(self._open())
                logs.start(self._folders.log)
            if "--progress" in self._options:
                self._step({"step": "storing"})
            return do(reads, [one.path or "" for one in told], ledger, decisions, now=self._now)

    def _open(self) -> Ledger:
        found = key_or_plain(keys(self._demo), plain="--plain" in self._options)
        self._unasked = self._unasked or found.unasked
        if self._folders.ledger.exists():
            must_be_as_written(self._folders.ledger, found.key)
        elif (before := head.read(self._folders.ledger)) is not None and before.count:
            put(sys.stderr, Words.load().say("ledger_begun_anew"))
        ledger = (Ledger.to_read if self._dry else Ledger.open)(self._folders.ledger, found.key)
        if self._demo and not self._dry:
            demo.prepare(ledger, self._now)
        return ledger

    def _decisions(self, ledger: Ledger | None) -> Decisions:
        """What the person decided, the account's name looked up. Raises NoSuchAccount."""
        name = self._options["--account"]
        account: int | None = None
        new = False
        if name is not None:
            try:
                account = _account(ledger, name)
            except NoSuchAccount:
                new = name == NEW
                if not new:
                    raise
        return Decisions(Wishes(account, new, self._wanted.chosen), self._wanted.accepted)

    def _line(self, number: int, told: FileTold, done: Done) -> FileLine:
        plan = done.plans[number]
        account: tuple[int | None, str | None] = (None, None)
        if plan.owner.account is not None and plan.owner.account < 0:
            account = done.made.get(plan.owner.account, (None, plan.owner.new))
        elif plan.owner.account is not None:
            account = (plan.owner.account, done.names.get(plan.owner.account))
        return FileLine(told, plan, self._words.message(told, plan), done.imports[number], account, self._unasked)

    def _print(self, line: FileLine) -> None:
        if self._as_json:
            self._step(line.as_json())
            return
        refused = line.told.read.status is not FileStatus.OK
        for text in self._words.file(line):
            put(sys.stderr if refused else sys.stdout, text)

    def _step(self, data: dict[str, object]) -> None:
        if self._as_json:
            put(sys.stdout, json.dumps(data))

    def _failed(self, problem: InternalError) -> int:
        """The ledger failed: nothing is stored."""
        message = self._words.explain(problem)
        if self._as_json:
            self._step({"status": problem.status.value, "reason": problem.reason, "message": message})
        else:
            put(sys.stderr, message)
        return CHECK_EXIT_CODES[problem.status]

    def _remember(self, told: Sequence[FileTold]) -> None:
        """Keep how a list was to be read, once it could be."""
        if "--remember-map" not in self._options:
            return
        for one in told:
            if one.map is not None and one.fingerprint is not None and one.read.status is FileStatus.OK:
                try:
                    remember(self._folders.data, one.fingerprint, one.map)
                except OSError:  # the list is imported; that it must be explained again next time is a small loss
                    put(sys.stderr, self._words.say("import_map_not_kept"))

    def _exit_code(self, lines: Sequence[FileLine]) -> int:
        worst = max(EXIT_CODES[line.told.read.status] for line in lines)
        unclear = not self._dry and any(line.plan.needs is Needs.ACCOUNT for line in lines)
        return worst or (EXIT_USAGE if unclear else 0)


def _account(ledger: Ledger | None, name: str) -> int:
    if ledger is None:
        raise NoSuchAccount
    return ledger.account(name).id


def _reader(demo: bool) -> Reader:
    from core.statements.reader import Reader as StatementReader  # lists and typed figures need none of it

    return StatementReader(taught=_taught(demo))


def _taught(demo: bool) -> str:
    """The rules that were taught for pages, for the helper that reads them; "" where nothing was."""
    taught = all_taught(demo)
    if taught is None:
        return ""
    from core.portal.taught import store

    return json.dumps([store.wire(rule) for rule in taught.rules])
