"""Where the desktop has no dialogs of its own for files and printing, Qt's are shown: an Indonesian reader sees Indonesian words there."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QGroupBox, QLabel, QMessageBox, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from ui.words import translations
from ui.words.translations import FOLDER

NOT_OURS = {"Scroll Left", "Scroll Right"}  # arrows that appear where tabs do not fit


def plain(text: str) -> str:
    return text.replace("&", "").strip()


def english() -> set[str]:
    """Qt's own words that are others in Indonesian."""
    return {
        plain(message.findtext("source", ""))
        for message in ET.parse(FOLDER / "saldo_id.ts").getroot().iter("message")
        if message.findtext("source") != message.findtext("translation")
    } - {"Name", "Type"}  # as column keys; the heads are looked at below


def words_of(shown: QWidget) -> set[str]:
    """Every text, tip and name in it."""
    texts: list[str] = []
    for child in shown.findChildren(QWidget):
        texts += [child.toolTip(), child.whatsThis(), child.accessibleName()]
        if isinstance(child, QLabel | QAbstractButton):
            texts.append(child.text())
        if isinstance(child, QGroupBox):
            texts.append(child.title())
    for action in shown.findChildren(QAction):
        texts += [action.text(), action.toolTip()]
    return {plain(text) for text in texts} - {""}


@pytest.fixture(autouse=True)
def _indonesian(qapp: QApplication) -> None:
    translations.install(qapp, "id")


@pytest.fixture
def printer(qapp: QApplication) -> Iterator[QPrinter]:
    yield QPrinter()


@pytest.mark.parametrize("accepts", list(QFileDialog.AcceptMode))
@pytest.mark.parametrize(
    "files", [QFileDialog.FileMode.ExistingFiles, QFileDialog.FileMode.AnyFile, QFileDialog.FileMode.Directory]
)
def test_a_dialog_for_files_speaks_indonesian(qtbot: QtBot, accepts: QFileDialog.AcceptMode, files: QFileDialog.FileMode) -> None:
    dialog = QFileDialog(None, "Judul", "", "PDF (*.pdf)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(files)
    dialog.setAcceptMode(accepts)
    dialog.show()
    QApplication.processEvents()
    seen = words_of(dialog)
    assert {"Lihat di:", "Batal", "Folder baru", "Tampilkan berkas tersembunyi"} <= seen
    assert seen & (english() - NOT_OURS) == set()
    (tree,) = [one for one in dialog.findChildren(QTreeView) if one.objectName() == "treeView"]
    heads = [tree.model().headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert heads == ["Nama", "Ukuran", "Jenis", "Tanggal diubah"]


def test_the_dialog_for_printing_speaks_indonesian(qtbot: QtBot, printer: QPrinter) -> None:
    dialog = QPrintDialog(printer)
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    seen = words_of(dialog)
    assert {"Cetak", "Pencetak", "Salinan:", "Cetak semua", "Batal"} <= seen
    assert seen & english() == set()
    dialog.close()


def test_the_standard_buttons_speak_indonesian(qtbot: QtBot) -> None:
    buttons = QMessageBox.StandardButton
    box = QMessageBox(QMessageBox.Icon.Question, "Judul", "Tanya", buttons.Yes | buttons.No | buttons.Cancel | buttons.Reset)
    qtbot.addWidget(box)
    assert words_of(box) & {"Ya", "Tidak", "Batal", "Atur ulang"} == {"Ya", "Tidak", "Batal", "Atur ulang"}
    assert words_of(box) & english() == set()
