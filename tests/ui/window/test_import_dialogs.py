"""Typing, pasting, explaining columns: read strictly, echoed as it was understood, handed over only when it is whole."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.blth import Blth
from tests.fakes import importing as i
from ui.dialogs.import_columns import ColumnsDialog
from ui.dialogs.import_paste import PasteDialog
from ui.dialogs.import_typed import TypedDialog
from ui.importing import wishes as w
from ui.words import translations

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def parent(qtbot: QtBot, qapp: Any) -> QWidget:
    translations.install(qapp, "id")
    made = QWidget()
    qtbot.addWidget(made)
    return made


def given(dialog: Any) -> list[object]:
    wishes: list[object] = []
    dialog.given.connect(wishes.append)
    return wishes


@pytest.mark.parametrize(
    ("text", "sen"),
    [
        ("48.731.902", 4_873_190_200),
        ("Rp 48.731.902,50", 4_873_190_250),
        ("48731902", 4_873_190_200),
        ("48,731,902.50", 4_873_190_250),
        ("0", 0),
    ],
)
def test_an_amount_is_read_and_echoed(parent: QWidget, text: str, sen: int) -> None:
    dialog = TypedDialog(parent, wage=False, today=TODAY)
    wishes = given(dialog)
    dialog.when.setText("31-01-2026")
    dialog.amount.setText(text)
    assert "31 Januari 2026" in dialog.echo.text()
    dialog.read.click()
    assert wishes == [w.AddTyped(dt.date(2026, 1, 31), sen, None)]


@pytest.mark.parametrize("text", ["", "1.250", "48.731.90", "empat puluh", "-5.000.000", "48.731.902 atau 5", "1,2,3"])
def test_what_could_be_two_amounts_or_none_is_not_taken(parent: QWidget, text: str) -> None:
    dialog = TypedDialog(parent, wage=False, today=TODAY)
    wishes = given(dialog)
    dialog.amount.setText(text)
    dialog.read.click()
    assert wishes == [] and not dialog.result()
    two = text in ("1.250", "1,250")
    assert ("dua jumlah" if two else "Tulis angkanya lengkap") in dialog.amount_field.under.text()
    assert dialog.echo.text().strip() == ""


@pytest.mark.parametrize("text", ["", "23-11-2026", "31-02-2026", "2026", "1-1-1900", "besok"])
def test_a_day_that_is_none_or_yet_to_come_is_not_taken(parent: QWidget, text: str) -> None:
    dialog = TypedDialog(parent, wage=False, today=TODAY)
    wishes = given(dialog)
    dialog.amount.setText("48.731.902")
    dialog.when.setText(text)
    dialog.read.click()
    assert wishes == [] and "Tulis tanggalnya" in dialog.when_field.under.text()


def test_a_card_has_eleven_digits(parent: QWidget) -> None:
    dialog = TypedDialog(parent, wage=False, today=TODAY)
    wishes = given(dialog)
    dialog.amount.setText("48.731.902")
    dialog.kpj.setText("210987")
    dialog.read.click()
    assert wishes == [] and "11 angka" in dialog.kpj_field.under.text()
    dialog.kpj.setText("2109 8764 567")
    QTest.keyClick(dialog.kpj, Qt.Key.Key_Return)
    assert wishes == [w.AddTyped(TODAY, 4_873_190_200, "21098764567")]


def test_a_wage_begins_with_a_month(parent: QWidget) -> None:
    dialog = TypedDialog(parent, wage=True, today=TODAY)
    wishes = given(dialog)
    dialog.amount.setText("5.067.381")
    for wrong in ("", "13-2026", "12-2026", "2026"):
        dialog.when.setText(wrong)
        dialog.read.click()
        assert wishes == []
    dialog.when.setText("01/2026")
    assert dialog.echo.text() == "Rp 5.067.381 sejak Jan 2026"
    dialog.read.click()
    assert wishes == [w.AddWage(Blth(2026, 1), 506_738_100, None)]


def test_a_message_is_handed_over_once_and_leaves_the_widget(parent: QWidget) -> None:
    dialog = PasteDialog(parent)
    wishes = given(dialog)
    assert not dialog.read.isEnabled()
    dialog.edit.setPlainText("   \n")
    assert not dialog.read.isEnabled()
    dialog.edit.setPlainText("Saldo Rp 48.731.902")
    dialog.read.click()
    assert wishes == [w.AddText("Saldo Rp 48.731.902")] and dialog.edit.toPlainText() == ""


def test_a_text_that_is_no_message_cannot_be_read(parent: QWidget) -> None:
    dialog = PasteDialog(parent)
    dialog.edit.setPlainText("x" * 20_001)
    assert not dialog.read.isEnabled()


def choose(dialog: ColumnsDialog, **wanted: str) -> None:
    for name, value in wanted.items():
        box = getattr(dialog, name)
        box.setCurrentIndex(box.findData(value))


def test_only_what_the_list_does_not_prove_has_to_be_said(parent: QWidget) -> None:
    dialog = ColumnsDialog(parent, i.LIST)
    wishes = given(dialog)
    assert not dialog.read.isEnabled() and dialog.problem.text() == "Pilih bagaimana tanggal ditulis."
    choose(dialog, dates="dmy")
    dialog.read.click()
    mapping = "form=balances,date=0,amount=2,separator=semicolon,numbers=id,dates=dmy,header=yes"
    assert wishes == [w.GiveMapping(7, mapping, remember=True)]


def test_columns_that_contradict_or_lack_are_named(parent: QWidget) -> None:
    dialog = ColumnsDialog(parent, i.LIST)
    choose(dialog, dates="dmy")
    dialog.roles[1].setCurrentIndex(dialog.roles[1].findData("amount"))
    assert dialog.problem.text() == "Dua kolom diberi isi yang sama." and not dialog.read.isEnabled()
    dialog.roles[1].setCurrentIndex(0)
    dialog.roles[2].setCurrentIndex(0)
    assert "tanggal dan saldo" in dialog.problem.text()
    choose(dialog, form="months")
    assert "bulan, dan iuran atau upah" in dialog.problem.text()
    dialog.roles[0].setCurrentIndex(dialog.roles[0].findData("blth"))
    dialog.roles[2].setCurrentIndex(dialog.roles[2].findData("wage"))
    dialog.remember.setChecked(False)
    wishes = given(dialog)
    dialog.read.click()
    assert wishes == [
        w.GiveMapping(7, "form=months,blth=0,wage=2,separator=semicolon,numbers=id,dates=dmy,header=yes", remember=False)
    ]


def test_masked_the_samples_show_no_digit(parent: QWidget) -> None:
    from tests.ui.window.test_masked import texts

    dialog = ColumnsDialog(parent, i.LIST, masked=True)
    assert not any("48" in text or "2026" in text for text in texts(dialog))


def test_a_list_without_a_header_has_numbered_columns(parent: QWidget) -> None:
    mapping = i.LIST.mapping
    assert mapping is not None
    bare = replace(mapping, header=False, form=None, columns=tuple(replace(c, name="", role=None) for c in mapping.columns))
    dialog = ColumnsDialog(parent, replace(i.LIST, mapping=bare))
    assert dialog.roles[2].accessibleName() == "Isi kolom Kolom 3"
    assert dialog.problem.text() == "Pilih dahulu apa isi daftar ini."
