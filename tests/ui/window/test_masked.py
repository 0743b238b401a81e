"""One switch hides every amount, name and number: no text, tool tip, name, title, model or clipboard of the window holds one."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QLabel, QLineEdit, QMenu, QWidget

from core.errors import Status
from core.settings import Settings
from tests.fakes import states as s

MASKED = Settings(masked=True, language="id", theme="light")
CARDS = (s.TEXTILE, s.KARYA, s.MARKET)
ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


def texts(root: QWidget) -> list[str]:
    """Everything a person, a screen reader or a task bar could read off a window, hidden parts included."""
    found = [root.windowTitle()]
    for widget in [root, *root.findChildren(QWidget)]:
        found += [
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.statusTip(),
            widget.whatsThis(),
        ]
        if isinstance(widget, (QLabel, QAbstractButton)):
            found.append(widget.text())
        if isinstance(widget, QLineEdit):
            found.append(widget.text())
        if isinstance(widget, QComboBox):
            found += [widget.itemText(index) for index in range(widget.count())]
        if isinstance(widget, QMenu):
            widget.aboutToShow.emit()
            found += [action.text() for action in widget.actions()]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            model = widget.model()
            found += [
                str(model.index(row, column).data(role) or "")
                for row in range(model.rowCount())
                for column in range(model.columnCount())
                for role in ROLES
            ]
    return found


def secrets() -> list[str]:
    """The digits and names nobody may see: amounts of cards, totals, changes, numbers, names."""
    totals = [reading.balance.total for reading in s.history(36, CARDS)]
    numbers = [card.balance for card in CARDS] + totals + [28_884_000]
    names = [card.kpj for card in CARDS] + [card.npp.split("/")[0] for card in CARDS]
    return [str(sen // 100) for sen in numbers] + names + ["4567", "5667", "3319"]


WORDS = ("Maju Bersama", "Karya Utama", "Pedagang", "Rahmawati", "Santoso", "siti@example")


def assert_nothing_shows(found: list[str]) -> None:
    for text in found:
        digits = re.sub(r"(?<=\d)[.,\s  ](?=\d)", "", text)
        for secret in secrets():
            assert secret not in digits, f"{secret} in {text!r}"
        for word in WORDS:
            assert word not in text


def state(settings=MASKED, **more):
    refused = s.attempt(Status.CREDENTIALS_REJECTED, words="Saldo Rp 36.102.455, KPJ 21098764567")
    return s.state(s.view(readings=s.history(36, CARDS), last=refused), s.view(s.BUDI), settings=settings, **more)


def open_everything(shown) -> None:
    """Every page, the table, the evidence, the menus."""
    shown.press("Tampilkan sebagai tabel")
    shown.press("Dari mana angka ini?")
    shown.window.show_page("settings")
    shown.window.show_page("help")
    shown.window.show_page("balance")
    shown.page().history.chart._point_at(3)


def test_the_search_itself_finds_what_is_not_masked(show):
    shown = show(state(Settings(language="id", theme="light")))
    open_everything(shown)
    with pytest.raises(AssertionError):
        assert_nothing_shows(texts(shown.window))
    found = "\n".join(texts(shown.window))
    assert "36.102.455" in found and "4567" in found and "Rahmawati" in found


def test_masked_from_the_start_nothing_shows(show):
    shown = show(state())
    open_everything(shown)
    assert_nothing_shows(texts(shown.window))
    assert "Rp ••••••" in "\n".join(texts(shown.window))


def test_masking_later_takes_back_what_was_shown(show):
    shown = show(state(Settings(language="id", theme="light")))
    shown.press("Tampilkan sebagai tabel")
    shown.window.show_page("settings")
    shown.window.show_page("balance")
    shown.page().history.chart._point_at(3)
    shown.render(state())
    shown.window.show_page("settings")
    shown.window.show_page("balance")
    shown.qtbot.wait(1)  # what was taken off the page is gone after the next turn of the loop
    assert_nothing_shows(texts(shown.window))


def test_masked_the_form_for_an_account_hides_its_user(show):
    shown = show(state())
    shown.press("Masukkan PIN lagi")
    assert_nothing_shows(texts(shown.window))


def test_masked_the_clipboard_gets_no_amount(show):
    shown = show(state())
    shown.page().cards.table.selectAll()
    shown.page().cards.table.copy()
    assert_nothing_shows(QGuiApplication.clipboard().text().split("\t"))


def test_masked_the_chart_draws_no_amount(show, monkeypatch):
    drawn = []
    shown = show(state())
    chart = shown.page().history.chart
    from PySide6.QtGui import QPainter

    real = QPainter.drawText
    monkeypatch.setattr(
        "ui.widgets.chart.QPainter",
        type("Spy", (QPainter,), {"drawText": lambda self, *a: drawn.append(a[-1]) or real(self, *a)}),
    )
    chart.grab()
    assert drawn == [chart._points[0].day, chart._points[-1].day]


@pytest.mark.parametrize("path", ["key", "button", "settings"])
def test_three_ways_lead_to_the_one_switch(show, qtbot, path):
    shown = show()
    wanted = replace(shown.content.state.settings, masked=True)
    with qtbot.waitSignal(shown.window.settings_changed) as changed:
        if path == "key":
            qtbot.keyClick(shown.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        elif path == "button":
            shown.press("Sembunyikan nominal")
        else:
            shown.window.show_page("settings")
            shown.press("Sembunyikan nominal, nama, dan nomor (Ctrl+H)")
    assert changed.args == [wanted]
