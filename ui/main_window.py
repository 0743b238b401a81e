"""The window: a rail, a page, the keys. It shows a State and asks for things by signals; it decides nothing about checks.

Pages are made when they are first opened, and made anew when the language changes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from core.models import Account
from core.settings import Settings
from ui import formats, theme, translations
from ui.messages import Button as Deal
from ui.messages import Deed
from ui.pages.page import Page
from ui.state import SignIn, State
from ui.widgets.button import recolour_all
from ui.widgets.demo_strip import DemoStrip
from ui.widgets.rail import Rail

PAGES = ("balance", "help", "settings")
OPENS_AT_PX = (1080, 760)
SMALLEST_PX = (480, 400)


def now() -> dt.datetime:
    """The clock on the wall, in UTC."""
    return dt.datetime.now(dt.UTC)


class MainWindow(QMainWindow):
    """The window. `render(state)` may be called as often as one likes; `show_page` takes a name of PAGES."""

    check_requested = Signal(int)
    cancel_requested = Signal()
    sign_in_requested = Signal(object)
    account_selected = Signal(int)
    account_renamed = Signal(int, str)
    account_removed = Signal(int)
    secret_forget_requested = Signal(int)
    settings_changed = Signal(object)
    demo_requested = Signal()
    demo_left = Signal()
    quit_requested = Signal()

    def __init__(self, clock: Callable[[], dt.datetime] = now) -> None:
        super().__init__()
        self._clock = clock
        self.state = State(Settings())
        self._page = "balance"
        self._form_for: Account | None = None
        self._form_open = False
        self._to_keep: str | None = None  # the user whose secret was to be remembered
        self._pages: dict[str, Page] = {}
        self._build()
        self._make_keys()
        self.setMinimumSize(*SMALLEST_PX)
        self.resize(*OPENS_AT_PX)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    # Building

    def _build(self) -> None:
        """The frame, empty of pages, in the language and scheme of now."""
        self._language, self._scheme = formats.language(), theme.current()
        self._pages.clear()
        self.setStyleSheet(theme.sheet())
        titles = {"balance": self.tr("Saldo"), "help": self.tr("Bantuan"), "settings": self.tr("Pengaturan")}
        icons = {"balance": "wallet", "help": "life-buoy", "settings": "settings"}
        self.rail = Rail(tuple((name, titles[name], icons[name]) for name in PAGES), bottom=frozenset({"help", "settings"}))
        self.rail.chosen.connect(self.show_page)
        self.rail.account.connect(self._select)
        self.rail.add_account.connect(lambda: self.open_form(None))
        self.stack = QStackedWidget()
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        self._column = QVBoxLayout()
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._strip: DemoStrip | None = None
        self._column.addWidget(self.stack, 1)
        row.addLayout(self._column, 1)
        self.setCentralWidget(body)
        self.rail.fit(self.width())

    def _make_keys(self) -> None:
        keys: list[tuple[str, Callable[[], None]]] = [
            ("Ctrl+R", self.check),
            ("Ctrl+H", self.turn_mask),
            ("Ctrl+,", lambda: self.show_page("settings")),
            ("F1", lambda: self.show_page("help")),
            ("Ctrl+Q", self.quit_requested.emit),
        ]
        keys.extend((f"Ctrl+{number}", partial(self.show_page, name)) for number, name in enumerate(PAGES, start=1))
        for key, deed in keys:
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    # Showing

    def render(self, state: State) -> None:  # type: ignore[override]  # QWidget.render draws into a painter; nobody here uses it
        """Show this state. Idempotent; only what changed is touched."""
        application = cast(QApplication, QApplication.instance())
        theme.apply(application, state.settings.theme)
        translations.install(application, state.settings.language)
        before, self.state = self.state, state
        if formats.language() != self._language:
            self._build()
        elif theme.current() != self._scheme:
            self._recolour()
        if state.demo != before.demo or self._form_for not in (None, *(v.account for v in state.accounts)):
            self._close_form()
        self.setWindowTitle(self.tr("Saldo JHT (contoh)") if state.demo else self.tr("Saldo JHT"))
        self._show_strip(state.demo)
        self.rail.switcher.show_state(state)
        self._show_present()

    def _show_strip(self, demo: bool) -> None:
        if demo and self._strip is None:
            self._strip = DemoStrip()
            self._strip.left.connect(self.demo_left)
            self._column.insertWidget(0, self._strip)
        if self._strip is not None:
            self._strip.setVisible(demo)

    def _show_present(self) -> None:
        """The page that belongs on the screen now, with the state on it."""
        name = self._route()
        page = self._pages.get(name)
        if page is None:
            page = self._pages[name] = self._make(name)
            self.stack.addWidget(page)
        self._fill(name, page)
        if self.stack.currentWidget() is not page:
            self.stack.setCurrentWidget(page)
        self.rail.mark(self._page)

    def _route(self) -> str:
        if self._page != "balance":
            return self._page
        if self._form_open:
            return "sign_in"
        if self.state.view is not None:
            return "balance"
        if not self.state.loaded:
            return "waiting"
        return "broken" if self.state.ledger_problem else "welcome"

    def _make(self, name: str) -> Page:
        from ui.page_maker import make

        return make(name, self)

    def _fill(self, name: str, page: Page) -> None:
        from ui.pages.balance import BalancePage

        if isinstance(page, BalancePage) and self.state.view is not None:
            page.render_view(self.state.view, self.state, self._clock(), not_kept=self._was_not_kept(self.state.view.account))
        else:
            page.render_state(self.state)

    def _was_not_kept(self, account: Account) -> bool:
        return self._to_keep == account.user and not account.remember and self.state.keyring_problem is not None

    def _recolour(self) -> None:
        self._scheme = theme.current()
        self.setStyleSheet(theme.sheet())
        recolour_all(self)

    def _system_changed(self) -> None:
        if theme.apply(cast(QApplication, QApplication.instance()), self.state.settings.theme):
            self._recolour()

    # Acting

    @property
    def form_account(self) -> Account | None:
        """The account whose secret the form asks for; None for a new one."""
        return self._form_for

    def show_page(self, name: str) -> None:
        """Open a page of PAGES; KeyError for another name."""
        if name not in PAGES:
            raise KeyError(name)
        if name == self._page == "balance" and self._form_open:
            self._close_form()
        self._page = name
        self._show_present()

    def check(self) -> None:
        """Check the present account, or ask for its secret first where none is kept."""
        view = self.state.view
        if view is None or self.state.checking is not None:
            return
        if view.account.remember or self.state.demo:
            self.check_requested.emit(view.account.id)
        else:
            self.open_form(view.account)

    def turn_mask(self) -> None:
        """Hide the amounts, or show them again."""
        self.settings_changed.emit(replace(self.state.settings, masked=not self.state.settings.masked))

    def open_form(self, account: Account | None) -> None:
        """The log-in form: for a new account, or for typing the secret of one anew."""
        self._close_form()
        self._form_for, self._form_open, self._page = account, True, "balance"
        self._show_present()
        self._pages["sign_in"].focus_first()  # type: ignore[attr-defined]

    def submit(self, sign_in: SignIn) -> None:
        """The form was sent: close it and hand over what was typed."""
        self._close_form()
        self._to_keep = sign_in.user if sign_in.remember else None
        self.sign_in_requested.emit(sign_in)
        self._show_present()

    def leave_form(self) -> None:
        """Back from the form, nothing sent."""
        self._close_form()
        self._show_present()

    def open_help(self, topic: str | None) -> None:
        """The help, unfolded at a topic."""
        from ui.pages.help import HelpPage

        self.show_page("help")
        page = self._pages["help"]
        if topic and isinstance(page, HelpPage):
            page.open_topic(topic)

    def act(self, deal: Deal) -> None:
        """Do what a message's button says."""
        match deal.deed:
            case Deed.CHECK:
                self.check()
            case Deed.SIGN_IN:
                self.open_form(self.state.view.account if self.state.view else None)
            case Deed.HELP:
                self.open_help(deal.topic)
            case Deed.SETTINGS:
                self.show_page("settings")

    def show_evidence(self, row: int) -> None:
        """Where a figure was found: the card of that row, -1 for the total."""
        from ui.dialogs.evidence import EvidenceDialog

        view = self.state.view
        if view is not None and view.latest is not None:
            EvidenceDialog(self, view.latest, masked=self.state.settings.masked, first=row).open()

    def _select(self, account_id: int) -> None:
        self._close_form()
        self._page = "balance"
        self.account_selected.emit(account_id)
        self._show_present()

    def _close_form(self) -> None:
        """Put the form away; what was typed is wiped with it."""
        self._form_open, self._form_for = False, None
        page = self._pages.pop("sign_in", None)
        if page is not None:
            page.wipe()  # type: ignore[attr-defined]
            self.stack.removeWidget(page)
            page.deleteLater()

    # Qt's own events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.rail.fit(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            QTimer.singleShot(0, self, self._show_present)  # the day may have changed
        elif event.type() == QEvent.Type.ApplicationFontChange:
            QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        self._close_form()
        self._build()
        self.render(self.state)
