"""A message on the page: a sign, what happened, what to do, the portal's own words, buttons."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, Sign
from ui.words import formats
from ui.words.messages import Button as Deal
from ui.words.messages import Message

SIGNS = {"info": ("info", "accent"), "warn": ("triangle-alert", "warn"), "bad": ("circle-alert", "bad")}


class Banner(Frame):
    """One message. `pressed` carries the message's button (ui.words.messages.Button)."""

    pressed = Signal(object)

    def __init__(self, message: Message, *, masked: bool = False) -> None:
        super().__init__(message.tone, margin_px=theme.L)
        name, tone = SIGNS[message.tone]
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        row.addWidget(Sign(name, tone, 20), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(theme.XS)
        words.addWidget(Label(message.title, strong=True, wrap=True))
        if message.body:
            words.addWidget(Label(message.body, wrap=True))
        if message.quote:
            said = QCoreApplication.translate("Banner", "Kata portal: “{words}”")
            quote = formats.hidden_digits(message.quote, masked=masked)
            words.addWidget(Label(said.format(words=quote), tone="muted", wrap=True, selectable=True))
        if message.buttons:
            words.addSpacing(theme.XS)
            words.addWidget(self._buttons(message.buttons))
        row.addLayout(words, 1)
        self.column.addLayout(row)
        self.setAccessibleName(message.title)
        self.setAccessibleDescription(message.body)

    def _buttons(self, deals: tuple[Deal, ...]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.S)
        for deal in deals:
            button = Button(deal.text)
            button.clicked.connect(lambda _=False, deal=deal: self.pressed.emit(deal))
            row.addWidget(button)
        row.addStretch(1)
        return holder
