"""A notice that comes and goes on a page: a sign, what happened, what follows from it, and buttons that carry a wish."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, Sign, Switch, empty

SIGNS = {
    "good": ("circle-check", "good"),
    "info": ("info", "accent"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("circle-alert", "bad"),
}
TURN_BELOW_LINES = 34


@dataclass(frozen=True, slots=True)
class Offer:
    """A button of a notice: its words, its icon, and what it carries."""

    text: str
    icon: str | None
    wish: object


@dataclass(frozen=True, slots=True)
class Said:
    """What a notice says."""

    tone: Literal["good", "info", "warn", "bad"]
    title: str
    body: str = ""
    offers: tuple[Offer, ...] = ()


class Notice(Frame):
    """`pressed` carries the wish of a button; hidden while there is nothing to say."""

    pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__("info", margin_px=theme.L)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        self._sign = Sign("info", "accent", 20)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.XS)
        self.title = Label(strong=True, wrap=True)
        self.body = Label(wrap=True)
        words.addWidget(self.title)
        words.addWidget(self.body)
        self._buttons = QVBoxLayout()
        words.addLayout(self._buttons)
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self._said: Said | None = None
        self.hide()

    def show_message(self, said: Said | None) -> None:
        """Say this, or nothing."""
        if said == self._said:
            return
        self._said = said
        self.setVisible(said is not None)
        empty(self._buttons)
        if said is None:
            return
        kind = "info" if said.tone == "good" else said.tone
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
        self._sign.become(*SIGNS[said.tone])
        self.title.say(said.title)
        self.body.say(said.body)
        self.body.setVisible(bool(said.body))
        self.setAccessibleName(said.title)
        self.setAccessibleDescription(said.body)
        if said.offers:
            self._buttons.addWidget(self._row(said.offers))

    def _row(self, offers: tuple[Offer, ...]) -> Switch:
        row = Switch(turn_below_lines=TURN_BELOW_LINES, gap_px=theme.S)
        for offer in offers:
            button = Button(offer.text, icon=offer.icon)
            button.clicked.connect(lambda _=False, wish=offer.wish: self.pressed.emit(wish))
            row.row.addWidget(button)
        row.row.addStretch(1)
        return row
