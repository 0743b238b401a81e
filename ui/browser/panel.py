"""Beside the page: the figure that was proved, its cards, and the button that keeps it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from core.outcome import Outcome
from ui.browser.reading import Said
from ui.browser.words import Words
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, empty, line
from ui.words import formats

WIDTH_LINES = 15
LOWEST_LINES = 9
WIDEST_PX = 16_777_215  # Qt's "as wide as one likes"


class Panel(QScrollArea):
    """Hidden until there is a figure. save: the person wants it kept. leave: the person is done."""

    save = Signal()
    leave = Signal()

    def __init__(self, name: str, *, masked: bool) -> None:
        super().__init__()
        self._name, self._masked = name, masked
        self.words = Words()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        holder = QWidget()
        holder.setProperty("kind", "page")
        outer = QVBoxLayout(holder)
        outer.setContentsMargins(0, 0, 0, 0)
        self.frame = Frame(margin_px=theme.L)
        self.caption = Label(self.words.read(), tone="muted", strong=True)
        self.figure = Label(scale=1.6, strong=True, figures=True, wrap=True)
        self.of = Label(tone="muted", wrap=True)
        self.warning = Label(tone="warn", wrap=True)
        self.question = Label(wrap=True)
        self.save_button = Button(self.words.save(), "primary", "check")
        self.save_button.clicked.connect(self.save)
        self.done_button = Button(self.words.close(), icon="x")
        self.done_button.clicked.connect(self.leave)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(theme.S)
        gap_px = self.frame.column.spacing()
        texts, deeds = QVBoxLayout(), QVBoxLayout()
        self._head = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        for box in (texts, deeds, self._head):
            box.setSpacing(gap_px)
        for part in (self.caption, self.figure, self.of, self.warning, self.question):
            texts.addWidget(part)
        for button in (self.save_button, self.done_button):
            deeds.addWidget(button)
        self._head.addLayout(texts, 1)
        self._head.addLayout(deeds)
        self.frame.column.addLayout(self._head)
        self.frame.column.addLayout(self._cards)
        outer.addWidget(self.frame)
        outer.addStretch(1)
        self.setWidget(holder)
        self._shown: tuple[object, ...] = ()
        self.lie(False)
        self.hide()

    def show_figure(self, said: Said) -> None:
        """A proved figure; what was shown before, stored or not, gives way to it."""
        outcome = said.outcome
        if outcome.total is None:
            return
        shown = (outcome.total, outcome.cards, outcome.as_of, said.new, said.other, said.ever_moved)
        if shown == self._shown:
            return
        self._shown = shown
        self.figure.say(self.words.amount(outcome.total, masked=self._masked))
        self.of.say(self.words.of_cards(outcome))
        empty(self._cards)
        for card in outcome.cards:
            self._cards.addWidget(line())
            number = formats.card_number(card.kpj, masked=self._masked)
            self._cards.addWidget(Label(card.company or number, strong=True, wrap=True))
            if card.company:
                self._cards.addWidget(Label(number, tone="muted", wrap=True))
            self._cards.addWidget(Label(self.words.amount(card.balance, masked=self._masked), figures=True, wrap=True))
        warning = ""
        if said.other is not None:
            warning = self.words.others_cards().format(other=said.other, name=self._name)
        elif said.new:
            warning = self.words.new_cards().format(name=self._name)
        self.warning.say(warning)
        self.warning.setVisible(bool(warning))
        question = self.words.final_question() if said.ever_moved else self.words.save_question()
        self.question.say(question.format(name=self._name))
        theme.tone(self.question, "warn" if said.ever_moved else None)
        self.question.setVisible(said.other is None)
        self.save_button.setVisible(said.other is None)
        self.save_button.setEnabled(True)
        self.done_button.setVisible(said.other is not None)
        self.setAccessibleName(f"{self.words.read()}: {self.figure.text()}")
        self.show()

    def withdraw(self) -> None:
        """What was read is not believed any more."""
        self._shown = ()
        self.hide()

    def lie(self, below: bool) -> None:
        """Beside the page, or below it where the window is narrow: the buttons are beside the figure then."""
        self._head.setDirection(QBoxLayout.Direction.LeftToRight if below else QBoxLayout.Direction.TopToBottom)
        line_px = self.fontMetrics().height()
        self.setMinimumWidth(0 if below else line_px * WIDTH_LINES)
        self.setMaximumWidth(WIDEST_PX if below else line_px * WIDTH_LINES)
        self.setMinimumHeight(line_px * LOWEST_LINES if below else 0)
        self.setMaximumHeight(line_px * LOWEST_LINES if below else WIDEST_PX)

    def wait(self) -> None:
        """It is being stored."""
        if self.window().focusWidget() is self.save_button:
            self.setFocus()  # not on to the page
        self.save_button.setEnabled(False)

    def show_stored(self, outcome: Outcome) -> None:
        """It was stored, or why not."""
        stored = outcome.status.value == "ok"
        if stored:
            self.question.say(self.words.saved())
        else:
            self.question.say(self.words.not_saved().format(why=outcome.message or outcome.reason or ""))
        theme.tone(self.question, "good" if stored else "bad")
        self.save_button.setVisible(not stored)
        self.save_button.setEnabled(True)
        self.done_button.setVisible(stored)
        if self.window().focusWidget() is self:
            (self.done_button if stored else self.save_button).setFocus()
