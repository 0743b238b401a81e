"""What the program is made of, loaded a part a turn so that it answers in between: first what the tray needs, then what the window holds."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from PySide6.QtCore import QObject

from ui.look import theme
from ui.turns import next_turn

FIRST = (
    *("ui.words.formats", "core.models", "ui.state", "ui.children.child", "ui.children.worker", "ui.loader"),
    "ui.accounts.accounts",
    *("ui.tray.words", "ui.tray.tray", "ui.notices.telling", "ui.accounts.answering", "ui.shell"),
)
FONTS = "fonts"
OF_THE_WINDOW = (
    "PySide6.QtCore:Qt",
    "ui.widgets.text",
    "ui.widgets.button",
    "ui.window.content",
    "ui.widgets.table",
    "ui.pages.balance",
    FONTS,
)


def load(part: str) -> None:
    """A module; of one that makes its contents when they are first named, also a name ("module:name")."""
    if part == FONTS:
        theme.text_scale()  # finds the fonts, which takes as long as a part
        return
    module, _, name = part.partition(":")
    found = import_module(module)
    if name:
        getattr(found, name)


def load_all(owner: QObject, parts: tuple[str, ...], then: Callable[[], object]) -> None:
    """One after another, each in a turn of its own; nothing more happens if the owner is gone."""
    if not parts:
        then()
        return
    load(parts[0])
    next_turn(owner, lambda: load_all(owner, parts[1:], then))
