"""What the window holds: a rail, a page, the keys. Pages are made when they are first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout

from core.models import Account
from ui.lock.ledger_lock import WAITING
from ui.look import theme
from ui.pages.page import Page
from ui.state import SignIn, State
from ui.turns import next_turn
from ui.widgets.button import recolour_all
from ui.widgets.drop import DropTarget
from ui.widgets.rail import Rail
from ui.window import page_maker
from ui.window.dialogs import WindowDialogs
from ui.window.main_window import PAGES
from ui.words import formats, translations
from ui.words.messages import MENDABLE

if TYPE_CHECKING:
    from ui.care.record_strip import RecordStrip
    from ui.widgets.demo_strip import DemoStrip
    from ui.window.main_window import MainWindow
    from ui.words.messages import Button as Deal

WHILE_LOCKED = frozenset({"balance", "help"})  # the lock stands in the balance's place; the help holds nothing of anybody


class WindowContent(DropTarget):
    """The rail and the page that belongs on the screen. `page` is a name of PAGES; `to_keep` the user whose secret was to be
    remembered at the last log-in."""

    def __init__(self, window: MainWindow, state: State, page: str, to_keep: str | None) -> None:
        super().__init__()
        self.owner = window
        self.state = state
        self.page = page
        self.to_keep = to_keep
        self.form_account: Account | None = None  # whose secret the form asks for; None for a new account's
        self.pages: dict[str, Page] = {}
        self.dialogs = WindowDialogs(self)
        self._form_open = False
        self._application = cast(QApplication, QApplication.instance())
        theme.apply(self._application, state.settings.theme)
        translations.install(self._application, state.settings.language)
        self.language = formats.language()
        self._scheme = theme.current()
        self._font = QGuiApplication.font()
        window.setStyleSheet(theme.sheet())
        next_turn(window, lambda: window.setWindowIcon(theme.app_icon()))
        self._strip: DemoStrip | None = None
        self._record_strip: RecordStrip | None = None
        self._build()
        self._make_keys()
        self._hints = QGuiApplication.styleHints()
        self._hints.colorSchemeChanged.connect(self._system_changed)
        self.render_state(state)

    # Building

    def _build(self) -> None:
        titles = {
            "balance": self.tr("Saldo"),
            "history": self.tr("Riwayat"),
            "import": self.tr("Impor"),
            "help": self.tr("Bantuan"),
            "settings": self.tr("Pengaturan"),
        }
        icons = {
            "balance": "wallet",
            "history": "trending-up",
            "import": "file-down",
            "help": "life-buoy",
            "settings": "settings",
        }
        self.rail = Rail(tuple((name, titles[name], icons[name]) for name in PAGES), bottom=frozenset({"help", "settings"}))
        self.rail.chosen.connect(self.show_page)
        self.rail.account.connect(self._select)
        self.rail.add_account.connect(lambda: self.open_form(None))
        self.files_dropped.connect(self.take_files)
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._column.addWidget(self.stack, 1)
        row.addLayout(self._column, 1)
        self.rail.fit(self.owner.width())

    def _make_keys(self) -> None:
        keys: list[tuple[str, Callable[[], None]]] = [
            ("Ctrl+R", self.check),
            ("Ctrl+H", self._turn_mask_in_sight),
            ("Ctrl+,", partial(self.show_page, "settings")),
            ("F1", partial(self.show_page, "help")),
            ("Ctrl+Q", self.owner.quit_requested.emit),
            ("Ctrl+Z", self.undo_import),
            ("Ctrl+L", self.owner.lock_requested.emit),
        ]
        keys.extend((f"Ctrl+{number}", partial(self.show_page, name)) for number, name in enumerate(PAGES, start=1))
        for key, deed in keys:
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    # Showing

    def render_state(self, state: State) -> None:
        """Show this state."""
        before, self.state = self.state, state
        if state.lock is not None and before.lock is None:
            self._put_away()
        theme.apply(self._application, state.settings.theme)
        if theme.current() != self._scheme:
            self._recolour()
        known = [view.account for view in state.accounts]
        if state.demo != before.demo or (self.form_account is not None and self.form_account not in known):
            self._close_form()
        self.owner.setWindowTitle(self.tr("Saldo JHT (contoh)") if state.demo else self.tr("Saldo JHT"))
        self._show_strip(state.demo)
        self._show_record_strip(state)
        self.rail.switcher.show_state(state)
        self.show_present()

    def _show_strip(self, demo: bool) -> None:
        if demo and self._strip is None:
            from ui.widgets.demo_strip import DemoStrip

            self._strip = DemoStrip()
            self._strip.left.connect(self.owner.demo_left)
            self._column.insertWidget(0, self._strip)
        if self._strip is not None:
            self._strip.setVisible(demo)

    def _show_record_strip(self, state: State) -> None:
        """What is to be said of the record itself, if anything; most windows never load it."""
        settled = state.settings.ledger_plain if not state.encrypted else state.settings.recovery_kept
        if self._record_strip is None and (settled or state.demo or not state.loaded):
            return
        from ui.care.record_strip import RecordStrip, about

        what = about(state)
        if what is not None and self._record_strip is None:
            self._record_strip = RecordStrip()
            self._record_strip.wished.connect(self._care_for_record)
            self._column.insertWidget(0, self._record_strip)
        if self._record_strip is not None:
            self._record_strip.setVisible(what is not None)
            if what is not None:
                self._record_strip.show_about(what)

    def _care_for_record(self, what: object) -> None:
        from ui.care.record_strip import About

        if what is About.SHEET:
            self.dialogs.open_recovery()
        else:
            self.dialogs.open_lock_record()

    def show_present(self) -> None:
        """The page that belongs on the screen now, with the state on it."""
        name = self._route()
        page = self.pages.get(name)
        if page is None:
            page = self.pages[name] = page_maker.make(name, self)
            self.stack.addWidget(page)
        page.render_state(self.state)
        if self.stack.currentWidget() is not page:
            self.stack.setCurrentWidget(page)
        locked = self.state.lock not in (None, WAITING)
        self.rail.mark("balance" if name == "lock" else self.page)
        self.rail.offer(WHILE_LOCKED if locked else frozenset(PAGES))

    def _route(self) -> str:
        if self.state.lock is not None and (self.state.lock != WAITING or self.state.loaded or self.page == "balance"):
            return "help" if self.page == "help" else "lock"
        if self.page != "balance":
            return self.page
        if self._form_open:
            return "sign_in"
        if self.state.ledger_problem in MENDABLE:  # its figures are not shown: they may not be what was entered
            return "broken"
        if self.state.view is not None:
            return "balance"
        if not self.state.loaded:
            return "waiting"
        return "broken" if self.state.ledger_problem else "welcome"

    def _put_away(self) -> None:
        """Locked: no page and no dialog that shows anything of the ledger stays."""
        if self.page in WHILE_LOCKED:
            self.page = "balance"  # where the lock stands
        self._close_form()
        for dialog in self.owner.findChildren(QDialog):
            dialog.close()
            dialog.deleteLater()
        for page in self.pages.values():
            page.wipe()
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()

    def _recolour(self) -> None:
        self._scheme = theme.current()
        self.owner.setStyleSheet(theme.sheet())
        recolour_all(self)

    def _system_changed(self) -> None:
        if theme.apply(self._application, self.state.settings.theme):
            self._recolour()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """The Tab key goes where the eye goes, however late a part of the page was made."""
        from ui.widgets.key_order import walk

        return walk(self, forward=forward) or super().focusNextPrevChild(forward)

    def window_changed(self, event: QEvent) -> None:
        """The window was activated (the day may have changed meanwhile), or the system's text changed its size."""
        if event.type() == QEvent.Type.ActivationChange and self.owner.isActiveWindow():
            QTimer.singleShot(0, self, self.show_present)
        elif event.type() == QEvent.Type.FontChange and QGuiApplication.font() != self._font:
            QTimer.singleShot(0, self.owner, self.owner.remake)

    # Acting

    def show_page(self, name: str) -> None:
        """Open a page of PAGES. Opening the balance while its form is open closes the form."""
        if name == self.page == "balance" and self._form_open:
            self._close_form()
        self.page = name
        self.show_present()

    def check(self) -> None:
        """Check the present account, or ask for its secret first where none is kept or the kept one was refused."""
        view = self.state.view
        if view is None or self.state.checking is not None:
            return
        if view.in_browser:
            self.owner.portal_wished.emit(view.account.id)
        elif (view.account.remember or self.state.demo) and not view.kept_was_refused:
            self.owner.check_requested.emit(view.account.id)
        else:
            self.open_form(view.account)

    def _turn_mask_in_sight(self) -> None:
        """Not behind the lock, where nobody would see that amounts are shown again."""
        if self.state.lock is None:
            self.turn_mask()

    def turn_mask(self) -> None:
        """Hide the amounts, or show them again."""
        self.owner.settings_changed.emit(replace(self.state.settings, masked=not self.state.settings.masked))

    def undo_import(self) -> None:
        """Take back what was just imported, as long as its result stands on the page."""
        stored = self.state.importing.stored if self.state.importing is not None else None
        if stored is not None and stored.numbers and not stored.undone:
            from ui.importing.wishes import Undo

            self.owner.import_wished.emit(Undo(stored.numbers))

    def open_form(self, account: Account | None) -> None:
        """The log-in form: for a new account, or for typing the secret of one anew."""
        self._close_form()
        self.form_account, self._form_open, self.page = account, True, "balance"
        self.show_present()
        self.pages["sign_in"].focus_first()

    def submit(self, sign_in: SignIn) -> None:
        """The form was sent: close it and hand over what was typed."""
        self._close_form()
        self.to_keep = sign_in.user if sign_in.remember else None
        self.owner.sign_in_requested.emit(sign_in)
        self.show_present()

    def leave_form(self) -> None:
        """Back from the form, nothing sent."""
        self._close_form()
        self.show_present()

    def open_help(self, topic: str | None) -> None:
        """The help, unfolded at a topic."""
        self.show_page("help")
        if topic:
            self.pages["help"].open_topic(topic)

    def act(self, deal: Deal) -> None:
        """Do what a message's button says."""
        from ui.words.messages import Deed

        match deal.deed:
            case Deed.CHECK:
                self.check()
            case Deed.SIGN_IN:
                self.open_form(self.state.view.account if self.state.view else None)
            case Deed.HELP:
                self.open_help(deal.topic)
            case Deed.SETTINGS:
                self.show_page("settings")
            case Deed.IMPORT:
                self.show_page("import")
            case Deed.PORTAL if self.state.view is not None:
                self.owner.portal_wished.emit(self.state.view.account.id)
            case Deed.TEACH if self.state.view is not None:
                self.dialogs.teach_account(self.state.view.account.id)
            case Deed.REPORT if self.state.view is not None:
                self.dialogs.report(self.state.view.account.id)

    def take_files(self, paths: tuple[str, ...]) -> None:
        """Open the page that imports and give it these files and folders."""
        self.show_page("import")
        if "import" in self.pages:  # else the lock stands there, and nothing is taken
            self.pages["import"].take(paths)

    def _select(self, account_id: int) -> None:
        self._close_form()
        self.page = "balance"
        self.owner.account_selected.emit(account_id)
        self.show_present()

    def _close_form(self) -> None:
        """Put the form away; what was typed is wiped with it."""
        self._form_open, self.form_account = False, None
        page = self.pages.pop("sign_in", None)
        if page is not None:
            page.wipe()
            self.stack.removeWidget(page)
            page.deleteLater()

    def was_not_kept(self, account: Account) -> bool:
        """Whether the secret of this account was to be remembered, and the keyring did not take it."""
        return self.to_keep == account.user and not account.remember and self.state.keyring_problem is not None

    def keyring_words(self) -> str | None:
        """What keeps the key of a record, in words; None where there is no keyring that could."""
        if self.state.keyring_problem in ("vault_missing", "vault_insecure"):
            return None
        return self.state.keyring or self.tr("brankas sandi komputer ini")
