"""The record is looked after by itself, and the way back from a damaged one is a button with clear words."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from core.paths import Folders
from tests.fakes import states as s
from ui.care.desk import Care, CareDesk, newest_backup
from ui.dialogs.dialog import Question
from ui.pages.broken import BrokenPage

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r}); from tests.fakes.care_program import main; sys.exit(main(sys.argv[1:]))"]  # fmt: skip
NOW = dt.datetime(2026, 11, 22, 3, 0, tzinfo=dt.UTC)


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> dt.datetime:
        return self.now


@pytest.fixture
def folders(home: Path) -> Folders:
    made = Folders.for_person(demo=False)
    made.data.mkdir(parents=True)
    made.ledger.write_bytes(b"a ledger")
    return made


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def desk(folders: Folders, clock: Clock) -> Iterator[CareDesk]:
    made = CareDesk(folders, clock, demo=False, program=PROGRAM)
    yield made
    made.end()


def behave(home: Path, manner: str) -> None:
    (home / "manner").write_text(manner)


def asked(home: Path) -> list[str]:
    file = home / "asked"
    return file.read_text().splitlines() if file.exists() else []


def test_a_record_that_is_well_is_said_to_be(qtbot: QtBot, home: Path, desk: CareDesk) -> None:
    behave(home, "fine")
    with qtbot.waitSignal(desk.problem, timeout=20_000) as told:
        desk.verify()
    assert told.args == [""]
    assert asked(home) == ["ledger verify --json"]


def test_a_record_that_was_changed_is_told_by_its_code(qtbot: QtBot, home: Path, desk: CareDesk) -> None:
    behave(home, "changed")
    with qtbot.waitSignal(desk.problem, timeout=20_000) as told:
        desk.verify()
    assert told.args == ["ledger_changed"]


@pytest.mark.parametrize("manner", ["nonsense", "silent"])
def test_a_verification_without_an_end_accuses_nobody(qtbot: QtBot, home: Path, desk: CareDesk, manner: str) -> None:
    behave(home, manner)
    with qtbot.assertNotEmitted(desk.problem, wait=1_500):
        desk.verify()


def test_a_backup_is_made_once_a_day_after_the_verification(qtbot: QtBot, home: Path, desk: CareDesk, clock: Clock) -> None:
    behave(home, "fine")
    desk.on_tick()
    assert asked(home) == []  # not verified yet: a changed record must not push out good copies
    with qtbot.waitSignal(desk.problem, timeout=20_000):
        desk.verify()
    for _ in range(3):
        desk.on_tick()
    qtbot.waitUntil(lambda: asked(home) == ["ledger verify --json", "ledger backup --json"], timeout=20_000)
    clock.now += dt.timedelta(days=1)
    desk.on_tick()
    qtbot.waitUntil(lambda: asked(home).count("ledger backup --json") == 2, timeout=20_000)


def test_a_backup_of_today_is_enough(qtbot: QtBot, home: Path, desk: CareDesk, folders: Folders) -> None:
    folders.backups.mkdir()
    (folders.backups / "saldo-jht-20261122T010000Z.backup").touch()
    assert newest_backup(folders) == NOW.date()
    behave(home, "fine")
    with qtbot.waitSignal(desk.problem, timeout=20_000):
        desk.verify()
    desk.on_tick()
    assert asked(home) == ["ledger verify --json"]


def test_no_backup_is_made_of_a_record_that_was_changed(qtbot: QtBot, home: Path, desk: CareDesk) -> None:
    behave(home, "changed")
    with qtbot.waitSignal(desk.problem, timeout=20_000):
        desk.verify()
    desk.on_tick()
    assert asked(home) == ["ledger verify --json"]


@pytest.fixture
def page(qtbot: QtBot, desk: CareDesk) -> Callable[[str], BrokenPage]:
    def shown(code: str) -> BrokenPage:
        made = BrokenPage()
        qtbot.addWidget(made)
        made.wished.connect(desk.take)
        made.resize(800, 600)
        made.show()
        made.render_state(s.state(ledger_problem=code))
        return made

    return shown


def question(qtbot: QtBot, page: BrokenPage) -> Question:
    qtbot.waitUntil(lambda: bool(page.findChildren(Question)), timeout=20_000)
    return page.findChildren(Question)[0]


def test_restoring_tells_first_what_it_brings_and_loses(
    qtbot: QtBot, home: Path, desk: CareDesk, page: Callable[[str], BrokenPage]
) -> None:
    behave(home, "fine")
    shown = page("ledger_broken")
    shown.restore.click()
    asks = question(qtbot, shown)
    words = " ".join(label.text() for label in asks.findChildren(QLabel))
    assert "7 pembacaan" in words and "3 catatan" in words and "tidak dihapus" in words
    with qtbot.waitSignal(desk.mended, timeout=20_000):
        asks.yes.click()
    assert asked(home)[:2] == ["ledger restore --preview --json", "ledger restore --from x.backup --json"]
    qtbot.waitUntil(lambda: shown.said.text() == "Selesai.")


def test_without_a_backup_the_file_can_still_be_rescued(qtbot: QtBot, home: Path, page: Callable[[str], BrokenPage]) -> None:
    behave(home, "none")
    shown = page("ledger_broken")
    shown.restore.click()
    qtbot.waitUntil(lambda: "Tidak ada cadangan" in shown.said.text(), timeout=20_000)
    behave(home, "fine")
    shown.rescue.click()
    question(qtbot, shown).yes.click()
    qtbot.waitUntil(lambda: "ledger rescue --json" in asked(home), timeout=20_000)


def test_what_did_not_succeed_is_told(qtbot: QtBot, home: Path, page: Callable[[str], BrokenPage]) -> None:
    behave(home, "none")
    shown = page("ledger_changed")
    assert shown.accept.isVisible()
    shown.accept.click()
    question(qtbot, shown).yes.click()
    qtbot.waitUntil(lambda: shown.said.text().startswith("Belum berhasil."), timeout=20_000)


@pytest.mark.parametrize(("code", "folder"), [("ledger_disk_full", False), ("ledger_readonly", True), ("ledger_locked", False)])
def test_once_the_trouble_of_the_disk_is_over_the_record_is_looked_into_again(
    qtbot: QtBot, home: Path, desk: CareDesk, page: Callable[[str], BrokenPage], code: str, folder: bool
) -> None:
    shown = page(code)
    assert not shown.ways.isVisible()
    assert not shown.others.isVisible()
    assert shown.folder.isVisible() is folder
    behave(home, "none")
    shown.again.click()
    assert not shown.again.isEnabled()
    qtbot.waitUntil(lambda: shown.said.text().startswith("Belum berhasil."), timeout=20_000)
    behave(home, "fine")
    with qtbot.waitSignal(desk.mended, timeout=20_000):
        shown.again.click()
    assert asked(home) == ["ledger verify --quick --json"] * 2


def test_the_folder_that_may_not_be_written_into_is_opened_from_there(qtbot: QtBot, page: Callable[[str], BrokenPage]) -> None:
    shown = page("ledger_readonly")
    with qtbot.waitSignal(shown.folder_wished, timeout=5_000):
        shown.folder.click()


@pytest.mark.parametrize("code", ["ledger_broken", "ledger_changed", "ledger_key_wrong", "ledger_newer", "ledger_gone"])
def test_a_record_that_cannot_be_used_can_be_replaced_by_any_backup(
    qtbot: QtBot, page: Callable[[str], BrokenPage], code: str
) -> None:
    shown = page(code)
    with qtbot.waitSignal(shown.restore_wished, timeout=5_000):
        shown.other.click()


def test_the_sheet_is_offered_where_a_key_is_what_is_missing(qtbot: QtBot, page: Callable[[str], BrokenPage]) -> None:
    assert not page("ledger_broken").sheet.isVisible()
    shown = page("ledger_key_wrong")
    with qtbot.waitSignal(shown.sheet_wished, timeout=5_000):
        shown.sheet.click()


def test_a_wish_can_be_ended_before_it_is_done(qtbot: QtBot, home: Path, desk: CareDesk) -> None:
    behave(home, "silent")
    answers: list[object] = []
    ends: list[Callable[[], None]] = []
    desk.take(Care(("restore", "--preview"), answers.append, begun=ends.append))
    qtbot.waitUntil(lambda: asked(home) != [], timeout=20_000)
    (end,) = ends
    end()
    qtbot.waitUntil(lambda: answers == [None], timeout=20_000)


def test_a_wish_is_answered_even_if_the_command_writes_nonsense(qtbot: QtBot, home: Path, desk: CareDesk) -> None:
    behave(home, "nonsense")
    answers: list[object] = []
    desk.take(Care(("rescue",), answers.append))
    qtbot.waitUntil(lambda: answers == [None], timeout=20_000)
