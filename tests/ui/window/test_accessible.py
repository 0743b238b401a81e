"""For everyone: each control has a name, the keyboard reaches all of them, and text twice as large is not clipped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from core.errors import Status
from core.models import Step
from core.settings import Settings
from tests.fakes import states as s
from ui.window.main_window import PAGES

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)


def everything(show, size=(1080, 760), settings=None):
    """Each page in each of its forms, one after the other."""
    chosen = settings or Settings(language="id", theme="light")
    refused = s.view(last=s.attempt(Status.CREDENTIALS_REJECTED, words="PIN salah"), stopped=True)
    for state in (
        s.state(settings=chosen),
        s.state(s.view(readings=s.history(36, (s.TEXTILE, s.KARYA, s.MARKET))), s.view(s.BUDI), settings=chosen, demo=True),
        s.state(refused, settings=chosen, checking=None),
        s.state(s.view(), settings=chosen, checking=Step.READING),
        s.state(ledger_problem="ledger_broken", settings=chosen),
        s.state(s.view(readings=s.history(4, last_at=s.NOW.replace(year=2025))), settings=chosen),
    ):
        shown = show(state, size=size)
        if state.view and len(state.view.history) > 1:
            shown.press("Tampilkan sebagai tabel" if chosen.language == "id" else "Show as a table")
        yield shown, f"balance of {state.view.account.name if state.view else 'nobody'}"
        shown.content.open_form(None)
        page = shown.page("sign_in")
        for number in range(page.portal.count()):
            page.portal.setCurrentIndex(number)
            yield shown, f"form {number}"
        shown.content.leave_form()
        for name in PAGES[1:]:
            shown.window.show_page(name)
            if name == "help":
                for fold in shown.page("help").folds.values():
                    fold.head.setChecked(True)
            yield shown, name


def name_of(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def test_every_control_has_a_name(show):
    seen = 0
    for shown, place in everything(show):
        for widget in shown.window.findChildren(QWidget):
            if isinstance(widget, CONTROLS) and widget.isVisibleTo(shown.window) and not widget.objectName().startswith("qt_"):
                seen += 1
                assert name_of(widget).strip(), f"a {type(widget).__name__} without a name on {place}"
    assert seen > 200


def test_the_chart_and_the_banner_are_described(show):
    shown = show(s.state(s.view(last=s.attempt(Status.NETWORK))))
    chart = shown.page().history.chart
    assert name_of(chart) == "Grafik saldo" and chart.accessibleDescription()


def test_tab_reaches_every_control_of_a_page_and_comes_back(show):
    for shown, place in everything(show):
        wanted = {
            widget
            for widget in shown.window.findChildren(QWidget)
            if isinstance(widget, CONTROLS)
            and widget.isVisibleTo(shown.window)
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        start = next(iter(shown.content.rail.buttons.values()))
        reached, here = {start}, start.nextInFocusChain()
        for _ in range(2000):
            if here is start:
                break
            reached.add(here)
            here = here.nextInFocusChain()
        assert here is start
        assert wanted <= reached, f"not reached on {place}"


def test_the_tab_key_goes_where_the_eye_goes(show):
    """Within a page from above to below: what comes next never lies wholly above what comes before."""
    for shown, place in everything(show):
        shown.qtbot.wait(5)  # laid out
        page = shown.content.stack.currentWidget()
        start = next(iter(shown.content.rail.buttons.values()))
        start.setFocus()
        before: tuple[int, str] | None = None
        reached: list[QWidget] = []
        for _ in range(200):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
            if here is None or here is start:
                break
            if page.isAncestorOf(here):
                top, bottom = (
                    here.mapTo(page.widget(), point).y() for point in (here.rect().topLeft(), here.rect().bottomLeft())
                )
                assert before is None or bottom >= before[0], f"{name_of(here)!r} comes after {before[1]!r} on {place}"
                before = top, name_of(here)
                reached.append(here)
        assert here is start, f"the Tab key does not come back on {place}"
        assert len(reached) == len(set(reached))


def test_everything_one_can_press_can_have_the_focus(show):
    for shown, place in everything(show):
        for button in shown.window.findChildren(QAbstractButton):
            if button.isVisibleTo(shown.window) and not button.objectName().startswith("qt_"):
                assert button.focusPolicy() & Qt.FocusPolicy.TabFocus, f"{button.text()!r} on {place}"


def clipped(window: QWidget) -> list[str]:
    """The texts that have less room than they need."""
    found = []
    for label in window.findChildren(QLabel):
        if not label.isVisibleTo(window) or not label.text() or label.textFormat() == Qt.TextFormat.RichText:
            continue
        needs_tall = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        needs_wide = 0 if label.wordWrap() else label.sizeHint().width()
        if label.height() + 1 < needs_tall or label.width() + 1 < needs_wide:
            found.append(f"{label.text()[:40]!r}: {label.width()}x{label.height()}, needs {needs_wide}x{needs_tall}")
    for button in window.findChildren(QAbstractButton):
        hint = button.minimumSizeHint()
        if button.isVisibleTo(window) and (button.width() + 1 < hint.width() or button.height() + 1 < hint.height()):
            found.append(f"button {button.text()!r}: {button.size()}, needs {hint}")
    return found


def overlaps(window: QWidget) -> list[str]:
    """Neighbours of one layout that lie over each other."""
    found = []
    for parent in window.findChildren(QWidget):
        if not parent.isVisibleTo(window) or parent.layout() is None:
            continue
        shown = [
            child
            for child in parent.findChildren(QLabel, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if child.isVisibleTo(window) and child.text()
        ]
        for number, one in enumerate(shown):
            for other in shown[number + 1 :]:
                both: QRect = one.geometry().intersected(other.geometry())
                if both.width() > 1 and both.height() > 1:
                    found.append(f"{one.text()[:30]!r} over {other.text()[:30]!r}")
    return found


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (1080, 760)), (1.0, (640, 480)), (2.0, (1080, 760)), (2.0, (800, 600))])
def test_nothing_is_clipped_small_or_large(show, qapp, scale, size, language):
    usual = QApplication.font()
    larger = QApplication.font()
    larger.setPointSizeF(usual.pointSizeF() * scale)
    QApplication.setFont(larger)
    try:
        for shown, place in everything(show, size=size, settings=Settings(language=language, theme="light")):
            shown.qtbot.wait(5)
            assert clipped(shown.window) == [], place
            assert overlaps(shown.window) == [], place
            page = shown.content.stack.currentWidget()
            assert page.horizontalScrollBar().maximum() == 0, f"{place} has to be scrolled sideways"
            assert shown.window.width() == size[0], "the window was pushed wider"
    finally:
        QApplication.setFont(usual)


def test_a_system_text_that_grows_while_the_program_runs_is_followed(show, qapp):
    shown = show()
    before = shown.page().hero.figure.height()
    usual = QApplication.font()
    larger = QApplication.font()
    larger.setPointSizeF(usual.pointSizeF() * 1.8)
    QApplication.setFont(larger)
    try:
        shown.qtbot.waitUntil(lambda: shown.page().hero.figure.height() > before * 1.5)
        assert clipped(shown.window) == []
    finally:
        QApplication.setFont(usual)
        shown.qtbot.wait(10)


def test_the_day_that_changes_while_the_window_lies_in_the_background_is_noticed(show, monkeypatch):
    import datetime as dt

    shown = show()
    assert "hari ini" in shown.words()
    page = shown.page()
    monkeypatch.setattr(page, "_clock", lambda: s.NOW + dt.timedelta(days=2))
    QApplication.sendEvent(shown.window, QEvent(QEvent.Type.ActivationChange))
    shown.qtbot.waitUntil(lambda: "2 hari lalu" in shown.words())


def test_masked_or_not_the_page_keeps_its_shape(show):
    shown = show()
    before = shown.page().hero.geometry()
    shown.render(replace(shown.content.state, settings=Settings(masked=True, language="id", theme="light")))
    assert shown.page().hero.geometry() == before
