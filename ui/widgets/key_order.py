"""The Tab key goes where the eye goes: Qt takes the order in which things were made, and parts of a page are made late or anew."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QStackedWidget, QWidget


def walk(content: QWidget, *, forward: bool) -> bool:
    """Give the focus to what comes next within `content`, round and round; False if the focus is at none of its controls."""
    reached = list(_reached(content))
    here = QApplication.focusWidget()
    if here not in reached:
        return False
    step, reason = (1, Qt.FocusReason.TabFocusReason) if forward else (-1, Qt.FocusReason.BacktabFocusReason)
    there = reached[(reached.index(here) + step) % len(reached)]
    there.setFocus(reason)
    around = there.parentWidget()
    while around is not None and around is not content:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(there)
        around = around.parentWidget()
    return True


def _reached(widget: QWidget) -> Iterator[QWidget]:
    """What the Tab key stops at within a widget, as its layouts have it: from above to below, from left to right."""
    if widget.isHidden() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    inside = (
        widget.widget()
        if isinstance(widget, QScrollArea)
        else widget.currentWidget()
        if isinstance(widget, QStackedWidget)
        else None
    )
    layout = widget.layout()
    if inside is not None:
        yield from _reached(inside)
    elif layout is not None:
        yield from _laid_out(layout)


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield from _reached(widget)
        elif inner is not None:
            yield from _laid_out(inner)
