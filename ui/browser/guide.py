"""What to do next, in words that follow the page, and the two buttons that help with the log-in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.browser.filling import What
from ui.browser.words import Words
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, Sign, Switch

TONES = {
    "info": ("info", "accent"),
    "good": ("circle-check", "good"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("circle-alert", "bad"),
}
FITS = {What.USER: ("login", "user"), What.LOGIN: ("login",), What.PIN: ("gate",)}


class Guide(Frame):
    """The bar between the address and the page. fill: a What. deed: "again", "outside" (the system's browser) or "point"."""

    fill = Signal(object)
    deed = Signal(str)

    def __init__(self, *, secret: bool, pin: bool) -> None:
        super().__init__("info", margin_px=theme.M, gap_px=theme.S)
        self.words = Words()
        self._secret, self._pin = secret, pin
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        self._sign = Sign("info", "accent", 20)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(theme.XS)
        self.title = Label(strong=True, wrap=True)
        self.body = Label(wrap=True)
        self.quote = Label(tone="muted", wrap=True)
        self.note = Label(wrap=True)
        self.note.setAccessibleName(self.words.note())
        for label in (self.title, self.body, self.quote, self.note):
            label.hide()
            texts.addWidget(label)
        self._turning = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._turning.setSpacing(theme.S)
        self._turning.addLayout(texts, 1)
        self._turning.addWidget(self._buttons(), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._turning, 1)
        self.column.addLayout(row)
        self.show_kind("")

    def _buttons(self) -> QWidget:
        holder = Switch(turn_below_lines=30, gap_px=theme.S)
        self.fills: dict[What, Button] = {}
        for what, icon in ((What.USER, "pencil"), (What.LOGIN, "key-round"), (What.PIN, "key-round")):
            button = Button(self.words.fill(what), icon=icon)
            button.clicked.connect(lambda _=False, what=what: self.fill.emit(what))
            self.fills[what] = button
            holder.row.addWidget(button)
        self.again = Button(self.words.load_again(), "primary", "refresh-cw")
        self.again.clicked.connect(lambda: self.deed.emit("again"))
        self.outside = Button(self.words.open_outside(), icon="globe")
        self.outside.clicked.connect(lambda: self.deed.emit("outside"))
        self.point = Button("", "primary", "pencil")
        self.point.clicked.connect(lambda: self.deed.emit("point"))
        for button in (self.again, self.outside, self.point):
            button.hide()
            holder.row.addWidget(button)
        holder.row.addStretch(1)
        return holder

    def turn(self, narrow: bool) -> None:
        """The buttons beside the words, or below them."""
        self._turning.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def show_kind(self, kind: str) -> None:
        """Offer to fill in what the page has a place for."""
        for what, button in self.fills.items():
            kept = what is What.USER or (self._secret if what is What.LOGIN else self._pin)
            button.setVisible(kept and kind in FITS[what])

    def say(self, tone: str, title: str, body: str = "", quote: str | None = None, *, deeds: tuple[str, ...] = ()) -> None:
        """What to do now."""
        self._colour(tone)
        self.title.say(title)
        self.body.say(body)
        self.quote.say(self.words.portal_says(quote) if quote else "")
        for label in (self.title, self.body, self.quote):
            label.setVisible(bool(label.text()))
        self.again.setVisible("again" in deeds)
        self.outside.setVisible("outside" in deeds)
        self.setAccessibleName(title)
        self.setAccessibleDescription(body)

    def offer_pointing(self, text: str | None) -> None:
        """The button for figures that could not be proved, or none."""
        if text is not None:
            self.point.setText(text)
            self.point.show_icon("pencil" if text != self.words.cancel() else "x")
        self.point.setVisible(text is not None)

    def remark(self, text: str) -> None:
        """Something beside it (what was refused, what the page wanted to say); "" takes it away."""
        self.note.say(text)
        self.note.setVisible(bool(text))

    def _colour(self, tone: str) -> None:
        kind = "info" if tone == "good" else tone
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
        self._sign.become(*TONES[tone])
