"""The balance page: what needs the person, the figure, its history and the cards."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.models import Account, Reading
from ui.look import theme
from ui.notices.notifier import waiting
from ui.pages.cards import Cards, history_rows
from ui.pages.hero import Hero
from ui.pages.page import Page
from ui.state import AccountView, State
from ui.turns import next_turn
from ui.widgets.banner import Banner
from ui.widgets.button import Button
from ui.widgets.chart import BalanceChart
from ui.widgets.table import Table
from ui.widgets.text import Frame, Label, empty
from ui.words import messages
from ui.words.messages import Message
from ui.words.plurals import Plural

if TYPE_CHECKING:
    from ui.pages.needs import Needs

Part = TypeVar("Part", bound=QWidget)


class History(Frame):
    """The readings as a picture and, for who wants it, as a table that says the same."""

    def __init__(self) -> None:
        super().__init__()
        head = QHBoxLayout()
        head.addWidget(Label(self.tr("Riwayat saldo"), strong=True))
        self.pointed = Label(tone="muted", figures=True)
        head.addWidget(self.pointed, 1, Qt.AlignmentFlag.AlignRight)
        self.column.addLayout(head)
        self.chart = BalanceChart()
        self.chart.pointed.connect(self._say)
        self.column.addWidget(self.chart)
        self.as_table = Button(self.tr("Tampilkan sebagai tabel"), "link", "table-2")
        self.as_table.clicked.connect(self._turn)
        self.column.addWidget(self.as_table)
        self._table: Table | None = None
        self._history: tuple[Reading, ...] = ()
        self._masked = False

    def show_history(self, history: tuple[Reading, ...], *, masked: bool) -> None:
        """Show these readings, oldest first."""
        self._history, self._masked = history, masked
        self.chart.show_history(history, masked=masked)
        self._say("")
        if self._table is not None and self._table.isVisibleTo(self):
            self._table.show_rows(history_rows(history, masked=masked))

    def _say(self, pointed: str) -> None:
        count = Plural().readings(len(self._history))
        self.pointed.say(pointed or count)

    def _turn(self) -> None:
        if self._table is None:
            heads = (self.tr("Tanggal"), self.tr("Sumber"), self.tr("Perubahan"), self.tr("Saldo"))
            self._table = Table(self.tr("Riwayat saldo"), heads, right=frozenset({2, 3}), stretch=1)
            self._table.hide()
            self.column.addWidget(self._table)
        shown = not self._table.isVisibleTo(self)
        if shown:
            self._table.show_rows(history_rows(self._history, masked=self._masked))
        self._table.setVisible(shown)
        self.as_table.say(self.tr("Sembunyikan tabel") if shown else self.tr("Tampilkan sebagai tabel"))


class BalancePage(Page):
    """The balance of the present account. `deed` carries a message's button; `evidence` the card's row, -1 for the total."""

    check = Signal()
    cancel = Signal()
    mask_turned = Signal()
    deed = Signal(object)
    evidence = Signal(int)
    selected = Signal(int)

    def __init__(self, clock: Callable[[], dt.datetime], was_not_kept: Callable[[Account], bool]) -> None:
        super().__init__("")
        self._clock = clock
        self._was_not_kept = was_not_kept
        self.setAccessibleName(self.tr("Saldo"))
        self.notices = QWidget()
        self._notices = QVBoxLayout(self.notices)
        self._notices.setContentsMargins(0, 0, 0, 0)
        self._notices.setSpacing(theme.S)
        self.column.addWidget(self.notices)
        self.notices.hide()
        self.hero = Hero()
        self.hero.check.connect(self.check)
        self.hero.cancel.connect(self.cancel)
        self.hero.mask_turned.connect(self.mask_turned)
        self.hero.evidence.connect(lambda: self.evidence.emit(-1))
        self.column.addWidget(self.hero)
        self.needs: Needs | None = None
        self.cards: Cards | None = None
        self.history: History | None = None
        self._shown: tuple[object, ...] = ()
        self._figures: tuple[object, ...] = ()
        self._view: AccountView | None = None
        self._masked = False

    def render_state(self, state: State) -> None:
        """Show the present account as it stands; only what changed is touched."""
        view = state.view
        if view is None:
            return
        masked = state.settings.masked
        self._view, self._masked = view, masked
        self.hero.show_view(view, state, self._clock())
        self._show_needs(state)
        running = state.checking is not None and state.checking.account_id == view.account.id
        notice = None if running else messages.failure(view)
        if notice is None and not running and self._was_not_kept(view.account):
            notice = messages.not_kept()
        if state.ledger_problem:
            notice = messages.ledger_problem(state.ledger_problem)
        parts = (notice, view.history, masked, view.account.id)
        if parts == self._shown:
            return
        before, self._shown = self._shown, parts
        if not before or before[0] != notice or before[2] != masked:
            self._show_notice(notice, masked)
        if not before or before[2:] == parts[2:]:  # never the figures of another account, never one that was to be hidden
            next_turn(self, self._show_figures)
        else:
            self._show_figures()

    def _show_needs(self, state: State) -> None:
        """What waits for the person, of any account; its code is loaded when there is something."""
        now = self._clock()
        facts = waiting(state, now)
        if facts and self.needs is None:
            from ui.pages.needs import Needs

            self.needs = Needs()
            self.needs.selected.connect(self.selected)
            self.needs.check.connect(self.check)
            self.column.insertWidget(self.column.indexOf(self.hero), self.needs)
        if self.needs is not None:
            self.needs.setVisible(bool(facts))
            self.needs.show_facts(facts, state, now)

    def _show_notice(self, notice: Message | None, masked: bool) -> None:
        empty(self._notices)
        if notice is not None:
            banner = Banner(notice, masked=masked)
            banner.pressed.connect(self.deed)
            self._notices.addWidget(banner)
        self.notices.setVisible(notice is not None)

    @property
    def complete(self) -> bool:
        """Whether history and cards show what the figure at the top does: they follow it a turn later."""
        return self._view is None or (self._view.history, self._masked) == self._figures

    @Slot()
    def _show_figures(self) -> None:
        view, masked = self._view, self._masked
        if view is None or self.complete:
            return
        self._figures = (view.history, masked)
        cards = view.latest.balance.cards if view.latest else ()
        if cards and self.cards is None:
            self.cards = self._as_wide_as_the_page(Cards())
            self.cards.evidence.connect(self.evidence)
            self.column.insertWidget(self.column.indexOf(self.hero) + 1, self.cards)
        if self.cards is not None:
            self.cards.setVisible(bool(cards))
            self.cards.show_cards(cards, masked=masked)
        if len(view.history) > 1 and self.history is None:
            self.history = self._as_wide_as_the_page(History())
            self.column.addWidget(self.history)
        if self.history is not None:
            self.history.setVisible(len(view.history) > 1)
            if len(view.history) > 1:
                self.history.show_history(view.history, masked=masked)

    def _as_wide_as_the_page(self, part: Part) -> Part:
        """At once, so that it is not laid out for a width that it never has on the screen."""
        part.resize(self.sheet.width(), part.height())
        return part
