"""The page "Impor" with the real program behind it: what a person drops, decides and presses, against what the ledger then holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from core.money import format_rupiah
from core.paths import Folders
from core.settings import Settings, save
from tests.statements import facts, layout
from tests.statements.facts import CardYear, Traits
from tests.statements.good import drawn
from tests.statements.producers.all_ways import WAYS
from tests.statements.protect import protected
from tests.statements.style import Style
from ui.desktop.single_instance import SingleInstance
from ui.importing import wishes as w
from ui.importing.model import Importing, Phase
from ui.shell import Shell
from ui.tray.icon import TrayIcon
from ui.window.main_window import MainWindow

pytestmark = pytest.mark.journey
WAY = "reportlab_pieces"
BIRTH = "17081990"


class Desk:
    """The program on the screen, and a person in front of it."""

    def __init__(self, shell: Shell, window: MainWindow, qtbot: QtBot) -> None:
        self.shell, self.window, self.qtbot = shell, window, qtbot

    @property
    def page(self) -> Any:
        assert self.window.content is not None
        self.until(lambda: self.window.content.pages["import"].body is not None)
        return self.window.content.pages["import"].body

    @property
    def now(self) -> Importing:
        return self.shell.desks.imports.shown or Importing()

    def until(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=60_000)

    def settled(self) -> None:
        page = self.page
        self.until(lambda: not self.now.busy and not self.now.turning and page.complete)

    def drop(self, *paths: Path) -> None:
        """Drag files over the window, wherever it is, and let go."""
        content = self.window.content
        assert content is not None
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        where, buttons, keys = QPointF(300, 300), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(content, QDragEnterEvent(where.toPoint(), Qt.DropAction.CopyAction, data, buttons, keys))
        cover = content._cover
        assert cover is not None and cover.isVisible()
        QApplication.sendEvent(cover, QDropEvent(where, Qt.DropAction.CopyAction, data, buttons, keys))
        assert not cover.isVisible()
        self.until(lambda: self.now.phase is not Phase.RESTING or self.now.problem)
        self.settled()

    def store(self) -> None:
        self.page.total.store.click()
        self.until(lambda: self.now.phase is Phase.RESTING)
        self.settled()
        self.until(lambda: self.now.earlier)

    def figures(self) -> list[int]:
        """Every balance that the present account's history shows, in sen."""
        view = self.shell.state.view
        return [reading.balance.total for reading in view.history] if view is not None else []


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, home: Path) -> Iterator[Desk]:
    folders = Folders.for_person(False)
    place = SingleInstance(folders.lock)
    assert place.take()
    window = MainWindow()
    window.show()
    chosen = Settings(language="id", theme="light", ledger_plain=True)  # there is no keyring here
    save(folders.settings, chosen)
    shell = Shell(qapp, window, TrayIcon(), folders, place, chosen, demo=False)
    shell.begin(hidden=False)
    made = Desk(shell, window, qtbot)
    made.until(lambda: shell.state.loaded and window.content is not None)
    yield made
    shell.end()
    shell.deleteLater()
    window.deleteLater()


@pytest.fixture(scope="module")
def years() -> list[CardYear]:
    """Ten years of one card."""
    return facts.career(Random("sepuluh tahun"), range(2015, 2025), Traits())


@pytest.fixture(scope="module")
def files(years: list[CardYear], tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("rsjht")
    return [drawn([card], Style(), WAY, f"rsjht-{card.year}")(folder) for card in years]


def test_ten_years_dropped_are_previewed_stored_undone_and_brought_back(
    desk: Desk, files: list[Path], years: list[CardYear]
) -> None:
    desk.drop(*files)
    assert desk.now.phase is Phase.PREVIEW
    assert [card.amount.figure.text() for card in desk.page.cards.values()] == [format_rupiah(card.closing) for card in years]
    assert desk.shell.state.accounts == ()  # a preview stores nothing
    assert not Folders.for_person(False).ledger.exists() or stored_rows() == 0
    desk.store()
    assert desk.now.stored is not None and desk.now.stored.files == 10
    assert {card.closing for card in years} <= set(desk.figures())
    assert len(desk.now.earlier) == 1 and not desk.now.earlier[0].undone
    desk.qtbot.keyClick(desk.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: desk.now.earlier and desk.now.earlier[0].undone)
    assert desk.figures() == []
    assert "Impor dibatalkan" in desk.page.notice.title.text()
    desk.page.wished.emit(w.Redo(desk.now.stored.numbers))
    desk.until(lambda: desk.now.earlier and not desk.now.earlier[0].undone)
    desk.until(lambda: {card.closing for card in years} <= set(desk.figures()))


def stored_rows() -> int:
    with sqlite3.connect(Folders.for_person(False).ledger) as ledger:
        return int(ledger.execute("SELECT count(*) FROM account").fetchone()[0])


def test_the_same_files_again_change_nothing(desk: Desk, files: list[Path]) -> None:
    desk.drop(*files[:2])
    desk.store()
    before = desk.figures()
    desk.page.wished.emit(w.Clear())
    desk.drop(*files[:2])
    assert {card.mark.text() for card in desk.page.cards.values()} == {"Sudah tercatat"}
    assert not desk.page.total.store.isEnabled()
    assert desk.figures() == before


def test_a_statement_that_does_not_add_up_is_stored_only_when_the_person_says_so(
    desk: Desk, years: list[CardYear], tmp_path: Path
) -> None:
    card = years[-1]
    path = tmp_path / "diubah.pdf"
    WAYS[WAY]([layout.sheet(replace(card, closing=card.closing + 100_000_000), Style())], path, Random(1))
    desk.drop(path)
    (made,) = desk.page.cards.values()
    assert made.mark.text() == "Angkanya tidak cocok"
    assert not desk.page.total.store.isEnabled()
    (box,) = made.keeps.values()
    box.click()
    desk.until(desk.page.total.store.isEnabled)
    desk.settled()
    assert made.mark.text() == "Disimpan dengan tanda"
    desk.store()
    assert desk.now.stored is not None and desk.now.stored.files == 1


def test_a_locked_file_opens_with_the_birth_date_and_the_others_do_not_wait_for_it(
    desk: Desk, files: list[Path], years: list[CardYear], tmp_path: Path
) -> None:
    locked = protected(drawn([years[4]], Style(), WAY, "terkunci"), BIRTH)(tmp_path)
    desk.drop(locked, files[0])
    first, second = desk.page.cards.values()
    assert (first.mark.text(), second.mark.text()) == ("Perlu kata sandi", "Siap diimpor")
    first.secret.edit.setText("salah")
    first._give_password()
    desk.until(lambda: "Kata sandi itu tidak membuka" in texts(desk.page.cards[1]))
    desk.settled()
    desk.page.cards[1].secret.edit.setText(BIRTH)
    desk.page.cards[1]._give_password()
    desk.until(lambda: desk.page.cards[1].mark.text() == "Siap diimpor")
    desk.settled()
    desk.store()
    assert {years[0].closing, years[4].closing} <= set(desk.figures())
    for file in home_files():
        assert BIRTH.encode() not in file.read_bytes(), file.name


def home_files() -> list[Path]:
    return [path for path in Path.home().rglob("*") if path.is_file()]


def texts(widget: Any) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_files_that_are_none_say_why_and_the_others_go_on(desk: Desk, files: list[Path], tmp_path: Path) -> None:
    (tmp_path / "foto.pdf").write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    (tmp_path / "kosong.pdf").write_bytes(b"")
    desk.drop(tmp_path / "foto.pdf", tmp_path / "kosong.pdf", tmp_path / "hilang.pdf", files[3])
    assert [card.mark.text() for card in desk.page.cards.values()] == [*["Tidak dapat dibaca"] * 3, "Siap diimpor"]
    said = [texts(card) for card in desk.page.cards.values()]
    assert "gambar" in said[0] or "bukan PDF" in said[0]
    assert "kosong" in said[1]
    assert "tidak ada lagi" in said[2]
    assert desk.page.total.store.text() == "Impor 1 berkas"


def test_a_file_that_changes_after_the_preview_is_not_stored(desk: Desk, files: list[Path], tmp_path: Path) -> None:
    path = tmp_path / "rsjht.pdf"
    path.write_bytes(files[0].read_bytes())
    desk.drop(path, files[1])
    path.write_bytes(files[2].read_bytes())
    desk.page.total.store.click()
    desk.until(lambda: desk.now.problem)
    assert desk.now.problem == "file_changed" and desk.now.phase is Phase.PREVIEW
    assert desk.figures() == [] and desk.now.stored is None


def test_a_folder_gives_its_statements(desk: Desk, files: list[Path], tmp_path: Path) -> None:
    inner = tmp_path / "RSJHT" / "lama"
    inner.mkdir(parents=True)
    (inner / "a.pdf").write_bytes(files[0].read_bytes())
    (tmp_path / "RSJHT" / "b.pdf").write_bytes(files[1].read_bytes())
    (tmp_path / "RSJHT" / "program.exe").write_bytes(b"MZ")
    desk.drop(tmp_path / "RSJHT")
    assert sorted(line.name for line in desk.now.lines) == ["a.pdf", "b.pdf"]


def test_a_typed_balance_and_a_wage_go_the_same_way(desk: Desk) -> None:
    import datetime as dt

    from core.blth import Blth

    desk.window.show_page("import")
    desk.page.wished.emit(w.AddTyped(dt.date(2026, 1, 31), 4_873_190_200))
    desk.until(lambda: desk.now.phase is Phase.PREVIEW)
    desk.page.wished.emit(w.AddWage(Blth(2026, 1), 506_738_100))
    desk.until(lambda: len(desk.now.lines) == 2)
    desk.settled()
    assert "Rp 48.731.902" in texts(desk.page)
    desk.store()
    assert desk.figures() == [4_873_190_200]
    assert desk.now.stored is not None
    desk.page.wished.emit(w.Undo(desk.now.stored.numbers))
    desk.until(lambda: all(one.undone for one in desk.now.earlier))
    assert desk.figures() == []


def test_a_pasted_message_is_read_and_itself_kept_nowhere(desk: Desk) -> None:
    desk.window.show_page("import")
    QGuiApplication.clipboard().clear()
    desk.page.wished.emit(w.AddText("Saldo JHT Anda per 31-01-2026 adalah Rp 48.731.902. Kata kunci kucing-belang."))
    desk.until(lambda: desk.now.phase is Phase.PREVIEW)
    desk.settled()
    assert "Rp 48.731.902" in texts(desk.page)
    desk.store()
    assert desk.figures() == [4_873_190_200]
    for file in home_files():
        assert b"kucing-belang" not in file.read_bytes(), file.name


def test_a_list_whose_columns_are_unclear_is_asked_about_once(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "catatan.csv"
    path.write_text("Tgl;Catatan;Nilai\n01/02/2026;a;48.100.000\n01/03/2026;b;48.400.000\n", "utf-8")
    desk.drop(path)
    (line,) = desk.now.lines
    assert line.mapping is not None
    desk.page._map(line.number)
    from ui.dialogs.import_columns import ColumnsDialog

    dialog = desk.window.findChildren(ColumnsDialog)[-1]
    dialog.form.setCurrentIndex(dialog.form.findData("balances"))
    for index, role in ((0, "date"), (2, "amount")):
        dialog.roles[index].setCurrentIndex(dialog.roles[index].findData(role))
    dialog.dates.setCurrentIndex(dialog.dates.findData("dmy"))
    dialog.numbers.setCurrentIndex(dialog.numbers.findData("id"))
    assert dialog.read.isEnabled(), dialog.problem.text()
    dialog.read.click()
    desk.until(lambda: desk.now.lines and desk.now.lines[0].mapping is None)
    desk.settled()
    desk.store()
    assert set(desk.figures()) == {4_810_000_000, 4_840_000_000}
    path.write_text(path.read_text("utf-8") + "01/04/2026;c;48.700.000\n", "utf-8")
    desk.drop(path)
    assert desk.now.lines[0].mapping is None  # remembered


def test_cancelling_leaves_everything_as_it_was(desk: Desk, files: list[Path]) -> None:
    desk.drop(files[0])
    before = desk.now.lines
    desk.page.wished.emit(w.AddFiles(tuple(map(str, files[1:]))))
    desk.until(lambda: desk.now.phase is Phase.READING)
    desk.page.running.button.click()
    desk.until(lambda: desk.now.phase is Phase.PREVIEW)
    assert desk.now.lines == before and desk.now.problem is None
