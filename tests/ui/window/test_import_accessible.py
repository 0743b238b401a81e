"""The page "Impor" for everyone: names for all controls, the keyboard reaches them, and nothing is clipped, however small or large."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError

from core.settings import Settings
from tests.fakes import importing as i
from tests.fakes import states as s
from tests.ui.window.conftest import Show, Shown
from tests.ui.window.test_accessible import CONTROLS, clipped, name_of, overlaps
from ui.importing.model import Importing


def each(show: Show, size: tuple[int, int] = (1080, 760), settings: Settings | None = None) -> Iterator[tuple[Shown, str]]:
    """The page in each of its forms, unfolded."""
    chosen = settings or Settings(language="id", theme="light")
    forms = {
        "empty": Importing(earlier=i.EARLIER),
        "reading": i.reading(),
        "preview": i.many_kinds(),
        "details": replace(i.ten_years(), lines=i.ten_years().lines[:2]),
        "stored": i.stored(),
        "failed": Importing(problem="ledger_disk_full"),
    }
    for name, form in forms.items():
        shown = show(replace(s.state(s.view(), s.view(s.BUDI), settings=chosen), importing=form), size=size)
        shown.window.show_page("import")
        page: Any = shown.page("import")
        shown.qtbot.waitUntil(lambda page=page: page.complete, timeout=20_000)
        if name == "details":
            page.body.cards[1].more.click()
            shown.qtbot.waitUntil(lambda page=page: page.body.cards[1]._details.layout().count() == 3)
        shown.qtbot.wait(5)
        yield shown, name


def test_every_control_has_a_name_and_the_keyboard_reaches_it(show: Show) -> None:
    seen = 0
    for shown, place in each(show):
        controls = [
            widget
            for widget in shown.window.findChildren(QWidget)
            if isinstance(widget, CONTROLS) and widget.isVisibleTo(shown.window) and not widget.objectName().startswith("qt_")
        ]
        for widget in controls:
            seen += 1
            assert name_of(widget).strip(), f"a {type(widget).__name__} without a name on {place}"
        wanted = {widget for widget in controls if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus}
        start = next(iter(shown.content.rail.buttons.values()))
        reached, here = {start}, start.nextInFocusChain()
        for _ in range(3000):
            if here is start:
                break
            reached.add(here)
            here = here.nextInFocusChain()
        assert here is start and wanted <= reached, f"not reached on {place}"
    assert seen > 60


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize(("scale", "size"), [(1.0, (480, 700)), (1.0, (1080, 760)), (1.5, (1080, 760)), (2.0, (800, 600))])
def test_nothing_is_clipped_small_or_large(show: Show, qapp: Any, scale: float, size: tuple[int, int], language: str) -> None:
    usual = QApplication.font()
    larger = QApplication.font()
    larger.setPointSizeF(usual.pointSizeF() * scale)
    QApplication.setFont(larger)
    try:
        for shown, place in each(show, size=size, settings=Settings(language=language, theme="light")):  # type: ignore[arg-type]
            with suppress(TimeoutError):  # what was unfolded last is laid out in the turns that follow
                shown.qtbot.waitUntil(lambda shown=shown: not clipped(shown.window), timeout=2_000)
            assert clipped(shown.window) == [], place
            assert overlaps(shown.window) == [], place
            assert shown.content.stack.currentWidget().horizontalScrollBar().maximum() == 0, (
                f"{place} has to be scrolled sideways"
            )
            assert shown.window.width() == size[0], "the window was pushed wider"
    finally:
        QApplication.setFont(usual)
