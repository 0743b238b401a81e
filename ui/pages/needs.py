"""*Perlu Anda*: everything that waits for the person, of all accounts, quietly on the balance page, so that nothing depends on a notice."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look import theme
from ui.notices import words as notices
from ui.notices.notifier import Fact, Kind
from ui.state import State
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, Sign, Switch, empty, line


class Needs(Frame):
    """The list. selected: another account is to be shown. check: the present one is to be checked."""

    selected = Signal(int)
    check = Signal()

    def __init__(self) -> None:
        super().__init__("info", margin_px=theme.L, gap_px=theme.M)
        self._shown: tuple[object, ...] | None = None
        self.column.addWidget(Label(self.tr("Perlu Anda"), strong=True))
        self.setAccessibleName(self.tr("Perlu Anda"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.M)
        self.column.addLayout(self._rows)

    def show_facts(self, facts: tuple[Fact, ...], state: State, now: dt.datetime) -> None:
        """Show these; only if something changed."""
        views = {view.account.id: view for view in state.accounts}
        rows = tuple(
            (fact, notices.title(fact, views[fact.account_id]), notices.line(fact, views[fact.account_id], state, now))
            for fact in facts
        )
        if (rows, state.current) == self._shown:
            return
        self._shown = (rows, state.current)
        empty(self._rows)
        for number, (fact, title, said) in enumerate(rows):
            if number:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(fact, title, said, state))

    def _row(self, fact: Fact, title: str, said: str, state: State) -> QWidget:
        holder = Switch(turn_below_lines=34, gap_px=theme.M)
        words = QWidget()
        beside = QHBoxLayout(words)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.M)
        beside.addWidget(Sign("bell", "accent", 18), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(title, wrap=True))
        column.addWidget(Label(said, tone="muted", scale=0.92, wrap=True))
        beside.addLayout(column, 1)
        holder.row.addWidget(words, 1)
        button = self._button(fact, title, here=fact.account_id == state.current)
        if button is not None:
            holder.row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return holder

    def _button(self, fact: Fact, title: str, *, here: bool) -> Button | None:
        """One press from what helps: another account is opened; a check is offered where it could change anything."""
        if not here:
            button = Button(self.tr("Buka"))
            button.clicked.connect(lambda: self.selected.emit(fact.account_id))
        elif fact.kind is not Kind.OVERDUE:
            button = Button(self.tr("Periksa sekarang"), icon="refresh-cw")
            button.clicked.connect(self.check)
        else:
            return None
        button.setAccessibleDescription(title)
        return button
