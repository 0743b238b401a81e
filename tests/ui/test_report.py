"""Laporan aman: from a page that was not understood to a file with nothing personal in it, behind the real desk and the real command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Running
from ui.dialogs.report import ReportDialog
from ui.dialogs.report_desk import Report
from ui.dialogs.report_lines import read_preview, written_path
from ui.dialogs.report_table import ReportTable
from ui.words.failures import worded
from ui.words.messages import Deed


class Opened:
    """The dialog, and what a person sees and does in it."""

    def __init__(self, program: Running, *, masked: bool = False) -> None:
        self.program = program
        self.dialog = ReportDialog(program.window, 1, masked=masked)
        self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.dialog.wished.connect(program.window.report_wished)
        self.dialog.open()
        self.dialog.ask()

    def until_shown(self) -> None:
        self.program.until(self.dialog.save.isEnabled)

    def rows(self) -> list[tuple[str, str]]:
        model = self.dialog.table.places
        return [(model.index(row, 0).data(), model.index(row, 1).data()) for row in range(model.rowCount())]

    def words(self) -> str:
        return "\n".join(label.text() for label in self.dialog.findChildren(QLabel) if label.isVisibleTo(self.dialog))

    def close(self) -> None:
        self.dialog.close()
        self.dialog.deleteLater()


@pytest.fixture
def opened(failed: Running) -> Iterator[Opened]:
    made = Opened(failed)
    yield made
    made.close()


def test_the_banner_offers_the_report_while_the_page_is_at_hand(failed: Running) -> None:
    attempt = failed.view.last_attempt
    assert attempt is not None
    assert Deed.REPORT in [button.deed for button in worded(attempt, failed.view).buttons]


def test_both_sides_are_shown_before_anything_is_saved(opened: Opened) -> None:
    assert not opened.dialog.save.isEnabled()
    opened.until_shown()
    left, right = (" ".join(side) for side in zip(*opened.rows(), strict=True))
    assert "48.731.902" in left and "Kekayaan Hari Tua" in left
    assert "48.731.902" not in right and "Kekayaan" not in right and "Saldo JHT" in right
    assert "tidak mengirim apa pun" in opened.words()
    assert opened.dialog.focusWidget() is opened.dialog.save


def test_what_was_looked_at_is_what_is_written_and_only_there(opened: Opened, tmp_path: Path) -> None:
    opened.until_shown()
    target = tmp_path / "laporan.html"
    opened.dialog.write(str(target))
    opened.program.until(lambda: "Tersimpan: laporan.html" in opened.words())
    written = " ".join(target.read_text("utf-8").split())
    assert all(
        after in written
        for (_, after), place in zip(opened.rows(), opened.dialog.table.places.places, strict=True)
        if place.kind == "text"
    )
    for personal in ("48.731", "Kekayaan", "SITI", "Siti", "AMINAH"):
        assert personal not in written
    assert list(tmp_path.glob("*.html")) == [target]


def test_the_place_is_asked_for_and_nothing_is_written_without_it(opened: Opened, qtbot: QtBot) -> None:
    opened.until_shown()
    qtbot.keyClick(opened.dialog.save, Qt.Key.Key_Space)
    asked = opened.dialog.findChildren(QFileDialog)
    assert len(asked) == 1 and asked[0].acceptMode() == QFileDialog.AcceptMode.AcceptSave
    asked[0].reject()
    assert "Tersimpan" not in opened.words()


def test_a_place_that_cannot_be_written_is_said_and_can_be_chosen_anew(opened: Opened, tmp_path: Path) -> None:
    opened.until_shown()
    opened.dialog.write(str(tmp_path / "tidak" / "ada.html"))
    opened.program.until(lambda: "tidak dapat ditulis" in opened.words())
    assert opened.dialog.save.isEnabled()


def test_a_page_that_is_gone_is_said_and_nothing_hangs(failed: Running) -> None:
    failed.app.accounts.shut()
    made = Opened(failed)
    failed.until(lambda: "sudah dilupakan, demi keamanan Anda" in made.words())
    assert not made.dialog.save.isEnabled()
    made.close()


def test_a_saved_page_is_reported_by_the_same_dialog(failed: Running, tmp_path: Path) -> None:
    page = tmp_path / "halaman.html"
    page.write_text("<html><body><h2>Saldo JHT</h2><p>Siti Rahmawati</p><p>Rp 48.731.902,00</p></body></html>", "utf-8")
    told: list[list[str] | None] = []
    failed.app.desks.reports.take(Report(told.append, file=str(page)))
    failed.until(lambda: told)
    lines = told[0]
    assert lines is not None
    both = [(one.before, one.after) for one in read_preview(lines).places]
    assert ("Saldo JHT", "Saldo JHT") in both and not any("Siti" in after or "48.731" in after for _, after in both)
    page.unlink()
    failed.app.desks.reports.take(Report(told.append, file=str(page)))
    failed.until(lambda: len(told) == 2)
    assert told[1] is None


def test_amounts_of_the_page_are_hidden_while_everything_is_masked(failed: Running) -> None:
    made = Opened(failed, masked=True)
    made.until_shown()
    assert not any("48.731.902" in left for left, _ in made.rows())
    made.close()


def test_a_screen_reader_hears_which_side_it_is_on_and_the_clipboard_gets_the_report_only(opened: Opened, qtbot: QtBot) -> None:
    opened.until_shown()
    table = opened.dialog.table
    row = next(row for row, (left, _) in enumerate(opened.rows()) if "48.731.902" in left)
    spoken = [table.places.index(row, column).data(Qt.ItemDataRole.AccessibleTextRole) for column in (0, 1)]
    assert spoken[0].startswith("Di halaman, teks: ") and spoken[1].startswith("Di laporan, teks: ")
    table.selectRow(row)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == opened.rows()[row][1]


def test_a_dialog_that_was_closed_meanwhile_is_left_alone(failed: Running) -> None:
    made = Opened(failed)
    made.dialog.reject()
    told: list[list[str] | None] = []
    failed.app.desks.reports.take(Report(told.append, account_id=1))
    failed.until(lambda: told)
    assert made.dialog.table.places.rowCount() == 0
    made.close()


def test_a_child_that_writes_nonsense_is_a_failure_and_no_more() -> None:
    last = {"report": "x", "cut": False, "left_out": 0}
    for lines in (
        [],
        ["["],
        ["{}"],
        ["[]"],
        [json.dumps({"pairs": 1}), json.dumps(last)],
        [json.dumps({"pairs": [["other", "a", "b"]]}), json.dumps(last)],
        [json.dumps({"pairs": [["text", "a"]]}), json.dumps(last)],
        [json.dumps(last | {"cut": 0})],
        [json.dumps(last)] * 200,
        [json.dumps({"pairs": [["text", "a", "b"]] * 4_001}), json.dumps(last)],
    ):
        with pytest.raises(ValueError):
            read_preview(lines)
    assert read_preview([json.dumps({"pairs": [["text", "a", "b"]]}), json.dumps(last)]).places[0].after == "b"
    assert written_path([]) is None and written_path(["{"]) is None and written_path(['{"written": 1}']) is None
    assert written_path(['{"written": "/x"}']) == "/x"


def test_its_letters_are_as_large_as_the_systems_text(qapp: QApplication, qtbot: QtBot) -> None:
    usual = QApplication.font()
    larger = QApplication.font()
    larger.setPointSizeF(usual.pointSizeF() * 1.5)
    QApplication.setFont(larger)
    try:
        table = ReportTable(masked=False)
        qtbot.addWidget(table)
        assert table.font().pointSizeF() == larger.pointSizeF()
    finally:
        QApplication.setFont(usual)
