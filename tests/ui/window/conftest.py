"""The real window with states made by hand; on the clock of Jakarta, in Indonesian and light unless a test says otherwise."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from core.models import Card
from tests.fakes import states as s
from ui.state import State
from ui.window.main_window import MainWindow

Show = Callable[..., "Shown"]


class Shown:
    """A window on the screen, and what a person sees and presses."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot

    @property
    def content(self):
        assert self.window.content is not None
        return self.window.content

    def page(self, name: str = "balance"):
        return self.content.pages[name]

    def render(self, state: State) -> None:
        self.window.render(state)
        self.settle()

    def settle(self) -> None:
        """Wait until everything is shown that there is to show."""
        page = self.content.pages.get("balance")
        self.qtbot.waitUntil(lambda: page is None or page.complete)
        QApplication.processEvents()

    def words(self, root: QWidget | None = None) -> str:
        """Every text that can be read now."""
        top = root or self.window
        labels = [w.text() for w in top.findChildren(QLabel) if w.isVisibleTo(top)]
        buttons = [w.text() for w in top.findChildren(QAbstractButton) if w.isVisibleTo(top)]
        return "\n".join([*labels, *buttons])

    def button(self, text: str, root: QWidget | None = None) -> QAbstractButton:
        top = root or self.window
        found = [b for b in top.findChildren(QAbstractButton) if b.isVisibleTo(top) and text in (b.text(), b.accessibleName())]
        assert len(found) == 1, (
            f"{len(found)} buttons called {text!r} among {[b.text() for b in top.findChildren(QAbstractButton)]}"
        )
        return found[0]

    def press(self, text: str, root: QWidget | None = None) -> None:
        button = self.button(text, root)
        assert button.isEnabled(), f"{text!r} cannot be pressed"
        button.click()
        self.qtbot.wait(1)


@pytest.fixture(autouse=True)
def jakarta(monkeypatch: pytest.MonkeyPatch, home: Path) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Asia/Jakarta")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Open the window on a state: `show(state, size=(1080, 760))`."""

    def open_window(state: State | None = None, *, size: tuple[int, int] = (1080, 760)) -> Shown:
        window = MainWindow(lambda: s.NOW)
        qtbot.addWidget(window)
        window.resize(*size)
        window.render(state or s.state(s.view()))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: window.content is not None)
        shown = Shown(window, qtbot)
        shown.settle()
        return shown

    return open_window


def amounts(*cards: Card) -> list[str]:
    """The digits by which the amounts of these cards would be recognised, whichever way they are grouped."""
    return [str(card.balance // 100) for card in cards]
