"""Closing: into the tray where there is one, to the taskbar where there is none, and never in the way of a log-out."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from ui.window.watch import WindowWatch


class PersonsClose(QCloseEvent):
    """A close event as the window manager sends it."""

    def spontaneous(self) -> bool:
        return True


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    made = QMainWindow()
    qtbot.addWidget(made)
    made.show()
    return made


def test_without_a_tray_a_persons_close_minimises(window: QMainWindow) -> None:
    watch = WindowWatch(window, lambda: False)
    event = PersonsClose()
    assert watch.eventFilter(window, event)
    assert not event.isAccepted()
    assert window.isMinimized()


def test_with_a_tray_a_persons_close_passes_and_is_told(window: QMainWindow, qtbot: QtBot) -> None:
    watch = WindowWatch(window, lambda: True)
    with qtbot.waitSignal(watch.hidden_by_person):
        assert not watch.eventFilter(window, PersonsClose())


def test_a_close_the_program_asks_for_passes_without_a_tray(window: QMainWindow) -> None:
    WindowWatch(window, lambda: False)
    assert window.close()


def test_a_log_out_is_never_held_up(window: QMainWindow) -> None:
    watch = WindowWatch(window, lambda: False)
    watch.session_ends = True
    assert not watch.eventFilter(window, PersonsClose())
    QCoreApplication.sendEvent(window, QEvent(QEvent.Type.WindowActivate))  # the log-out was called off
    assert watch.eventFilter(window, PersonsClose())
