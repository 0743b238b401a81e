"""Previews, decisions, storing and undoing, whatever the child does: nothing half, nothing believed that is not in the contract's form."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from core.blth import Blth
from core.statements.statement import FileStatus
from tests.fakes.import_program import SHA
from tests.ui.importing.conftest import Desk
from ui.children.worker import CRASHED, MALFORMED
from ui.importing import calls
from ui.importing import wishes as w
from ui.importing.calls import Item
from ui.importing.imports import FILE_CHANGED, NO_FILES, TOO_MANY
from ui.importing.model import FileLine, Importing, Phase

Behaving = Callable[..., Desk]
TWO = w.AddFiles(("/x/a.pdf", "/x/b.pdf"))


def test_files_become_a_preview_and_only_the_second_wish_stores_them(behaving: Behaving) -> None:
    desk = behaving()
    desk.wish(TWO)
    assert desk.now.phase is Phase.PREVIEW
    assert [(line.number, line.path) for line in desk.now.lines] == [(1, "/x/a.pdf"), (2, "/x/b.pdf")]
    assert desk.ledger_changes == 0
    (call,) = desk.calls()
    assert call["arguments"] == ["import", "--json", "--progress", "--dry-run", "--", "/x/a.pdf", "/x/b.pdf"]
    desk.wish(w.Store())
    assert desk.now.stored is not None and desk.now.stored.numbers == (7,) and desk.now.stored.counts.new == 2
    assert desk.ledger_changes == 1
    stored = desk.calls()[1]["arguments"]
    assert "--dry-run" not in stored
    assert stored[stored.index("--expect-sha256") + 1] == f"{SHA},{SHA}"


def test_the_demos_files_go_to_the_demo(behaving: Behaving) -> None:
    desk = behaving(demo=True)
    desk.wish(TWO)
    assert "--demo" in desk.calls()[0]["arguments"]


def test_a_skipped_file_is_not_handed_over(behaving: Behaving) -> None:
    desk = behaving()
    desk.wish(TWO)
    desk.wish(w.Skip(1, True))
    desk.wish(w.Store())
    assert desk.calls()[1]["arguments"][-2:] == ["--", "/x/b.pdf"]


def test_the_same_file_dropped_twice_is_read_once(behaving: Behaving) -> None:
    desk = behaving()
    desk.wish(TWO)
    desk.wish(w.AddFiles(("/x/b.pdf", "/x/c.pdf")))
    assert [line.path for line in desk.now.lines] == ["/x/a.pdf", "/x/b.pdf", "/x/c.pdf"]
    assert desk.calls()[1]["arguments"][-2:] == ["--", "/x/c.pdf"]


@pytest.mark.parametrize(
    ("manner", "problem"),
    [
        ("crash", CRASHED),
        ("nonsense", MALFORMED),
        ("flood", CRASHED),
        ("too_few", CRASHED),
        ("too_many", MALFORMED),
        ("false_success", MALFORMED),
    ],
)
def test_a_child_that_fails_or_lies_leaves_no_preview(behaving: Behaving, manner: str, problem: str) -> None:
    desk = behaving(manner)
    desk.wish(TWO)
    assert (desk.now.phase, desk.now.lines, desk.now.problem) == (Phase.RESTING, (), problem)


def test_a_cancelled_reading_leaves_what_was_there_before(behaving: Behaving) -> None:
    desk = behaving("hang")
    desk.imports.wish(TWO)
    desk.until(desk.calls)
    assert desk.now.phase is Phase.READING
    desk.wish(w.Cancel())
    assert desk.now == Importing()
    desk.imports.wish(TWO)  # and can be asked for again
    assert desk.now.phase is Phase.READING
    desk.wish(w.Cancel())


def test_what_is_dropped_while_files_are_read_has_its_turn(behaving: Behaving) -> None:
    desk = behaving()
    desk.imports.wish(TWO)
    desk.imports.wish(w.AddFiles(("/x/c.pdf",)))
    desk.until(lambda: len(desk.now.lines) == 3 and not desk.now.busy)
    assert [line.path for line in desk.now.lines] == ["/x/a.pdf", "/x/b.pdf", "/x/c.pdf"]
    assert len(desk.calls()) == 2


def test_a_cancelled_storing_goes_back_to_the_preview(behaving: Behaving) -> None:
    desk = behaving("hang_storing")
    desk.wish(TWO)
    lines = desk.now.lines
    desk.imports.wish(w.Store())
    desk.until(lambda: len(desk.calls()) == 2)
    desk.wish(w.Cancel())
    assert (desk.now.phase, desk.now.lines, desk.now.stored) == (Phase.PREVIEW, lines, None)
    assert desk.ledger_changes == 0


@pytest.mark.parametrize(("manner", "problem"), [("disk_full", "ledger_disk_full"), ("changed", FILE_CHANGED)])
def test_what_could_not_be_stored_stays_a_preview_with_the_reason(behaving: Behaving, manner: str, problem: str) -> None:
    desk = behaving(manner)
    desk.wish(TWO)
    desk.wish(w.Store())
    assert (desk.now.phase, desk.now.problem, desk.now.stored) == (Phase.PREVIEW, problem, None)
    assert len(desk.now.lines) == 2
    assert desk.ledger_changes == 0


def test_a_password_goes_over_stdin_alone_and_opens_all_files_that_ask(behaving: Behaving) -> None:
    desk = behaving("locked")
    desk.wish(TWO)
    assert {line.status for line in desk.now.lines} == {FileStatus.PASSWORD_NEEDED}
    desk.wish(w.GivePassword(1, "salah"))
    assert {line.reason for line in desk.now.lines} == {"wrong_password"}
    desk.wish(w.GivePassword(2, "benar-17081990"))
    assert {line.status for line in desk.now.lines} == {FileStatus.OK}
    desk.wish(w.Store())
    for call in desk.calls():
        assert "17081990" not in " ".join(call["arguments"])
    storing = desk.calls()[3]
    assert storing["stdin"] == "benar-17081990\n" and "--password-stdin" in storing["arguments"]
    assert "17081990" not in repr(desk.imports.__dict__)  # forgotten with the preview


def test_files_with_different_passwords_are_stored_in_one_call() -> None:
    items = [Item(1, path="/x/a.pdf", password="satu"), Item(2, path="/x/b.csv"), Item(3, path="/x/c.pdf", password="dua")]
    (group,) = calls.groups(items)
    lines = [FileLine(item.number, item.path, FileStatus.OK, sha256=SHA) for item in items]
    call = calls.store(group, lines, [])
    assert (call.numbers, call.stdin) == ((1, 2, 3), b"satu\n\ndua\n")
    assert "--passwords-stdin" in call.arguments and "--password-stdin" not in call.arguments
    assert not {"satu", "dua"} & set(call.arguments)


def test_a_typed_figure_and_a_message_are_calls_of_their_own(behaving: Behaving) -> None:
    desk = behaving()
    desk.wish(w.AddTyped(dt.date(2026, 1, 31), 4_873_190_200, "21098764567"))
    desk.wish(w.AddWage(Blth(2026, 1), 506_738_100))
    desk.wish(w.AddText("Saldo Rp 48.731.902"))
    desk.wish(w.AddFiles(("/x/a.pdf",)))
    typed, wage, text, _file = (call["arguments"] for call in desk.calls())
    assert typed[-5:] == ["--typed", "2026-01-31", "48731902.00", "--kpj", "21098764567"]
    assert wage[-3:] == ["--wage", "2026-01", "5067381.00"]
    assert "--text-stdin" in text and desk.calls()[2]["stdin"] == "Saldo Rp 48.731.902"
    desk.wish(w.Store())
    assert desk.now.stored is not None and len(desk.now.stored.numbers) == 4
    assert len(desk.calls()) >= 8


def test_decisions_go_along(behaving: Behaving) -> None:
    desk = behaving()
    desk.wish(TWO)
    desk.wish(w.ChooseAccount(2, "#3"))
    desk.wish(w.Store())
    arguments = desk.calls()[1]["arguments"]
    assert arguments[arguments.index("--choose") + 1] == f"{SHA}=#3"


def test_undoing_and_bringing_back_are_told(behaving: Behaving) -> None:
    desk = behaving()
    desk.wish(TWO)
    desk.wish(w.Store())
    desk.until(lambda: desk.now.earlier)
    desk.wish(w.Undo((7,)))
    assert desk.now.stored is not None and desk.now.stored.undone
    desk.until(lambda: desk.now.earlier[0].undone)
    desk.wish(w.Redo((7,)))
    desk.until(lambda: not desk.now.earlier[0].undone)
    assert not desk.now.stored.undone if desk.now.stored else False
    assert desk.ledger_changes == 3


def test_an_undo_that_fails_says_why_and_changes_nothing(behaving: Behaving) -> None:
    desk = behaving("undo_fails")
    desk.wish(TWO)
    desk.wish(w.Store())
    desk.wish(w.Undo((7,)))
    assert desk.now.problem == "ledger_locked"
    assert desk.now.stored is not None and not desk.now.stored.undone


def test_too_many_and_none_are_said(behaving: Behaving) -> None:
    desk = behaving()
    desk.wish(w.AddFiles(()))
    assert desk.now.problem == NO_FILES
    desk.wish(w.AddFiles(tuple(f"/x/{n}.pdf" for n in range(501))))
    assert desk.now.problem == TOO_MANY and desk.calls() == []


def test_leaving_the_folder_leaves_the_preview_and_kills_what_reads(behaving: Behaving) -> None:
    desk = behaving("hang")
    desk.imports.wish(TWO)
    desk.until(desk.calls)
    desk.imports.move_to(demo=True)
    assert desk.now == Importing()
    desk.imports.wish(TWO)
    desk.until(lambda: len(desk.calls()) == 2)
    assert "--demo" in desk.calls()[1]["arguments"]


def test_nothing_is_stored_while_there_is_nothing_to_store(behaving: Behaving) -> None:
    desk = behaving()
    desk.wish(w.Store())
    desk.wish(w.AddFiles(("/x/a.pdf",)))
    desk.wish(w.Skip(1, True))
    desk.wish(w.Store())
    assert len(desk.calls()) == 1
