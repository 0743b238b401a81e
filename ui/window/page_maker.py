"""Makes the pages of the window and joins their signals to it; each page's code is loaded when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.paths import Folders
from ui.lock.ledger_lock import Unlock
from ui.pages.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from ui.window.content import WindowContent

translate = QCoreApplication.translate


def make(name: str, content: WindowContent) -> Page:
    """A page by its name."""
    match name:
        case "balance":
            return _balance(content)
        case "sign_in":
            return _sign_in(content)
        case "history":
            return _history(content)
        case "import":
            return _import(content)
        case "help":
            from ui.pages.help import HelpPage

            return HelpPage()
        case "settings":
            return _settings(content)
        case "welcome":
            return _welcome(content)
        case "lock":
            return _lock(content)
        case "broken":
            return _broken(content)
    from ui.pages.waiting import WaitingPage

    return WaitingPage()


def _balance(content: WindowContent) -> Page:
    from ui.pages.balance import BalancePage

    page = BalancePage(content.owner.clock, content.was_not_kept)
    page.check.connect(content.check)
    page.cancel.connect(content.owner.cancel_requested)
    page.mask_turned.connect(content.turn_mask)
    page.deed.connect(content.act)
    page.evidence.connect(content.dialogs.show_evidence)
    page.selected.connect(content.owner.account_selected)
    return page


def _sign_in(content: WindowContent) -> Page:
    from ui.pages.sign_in import SignInPage

    page = SignInPage(content.state, content.form_account)
    page.submitted.connect(content.submit)
    page.left.connect(content.leave_form)
    page.demo.connect(content.owner.demo_requested)
    page.help.connect(content.open_help)
    return page


def _history(content: WindowContent) -> Page:
    from ui.pages.history import HistoryPage

    page = HistoryPage()
    page.wished.connect(content.owner.history_wished)
    return page


def _import(content: WindowContent) -> Page:
    from ui.pages.import_page import ImportPage

    page = ImportPage()
    page.wished.connect(content.owner.import_wished)
    page.taught.connect(content.owner.teach_wished)
    page.reported.connect(content.owner.report_wished)
    page.help.connect(content.open_help)
    return page


def _broken(content: WindowContent) -> Page:
    from ui.pages.broken import BrokenPage

    page = BrokenPage()
    page.wished.connect(content.owner.care_wished)
    page.restore_wished.connect(content.dialogs.open_restore)
    page.folder_wished.connect(lambda: _open_folder(Folders.for_person(content.state.demo).data))
    page.sheet_wished.connect(lambda: content.owner.unlock_wished.emit(Unlock("sheet")))
    return page


def _open_folder(folder: Path) -> None:
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _settings(content: WindowContent) -> Page:
    from ui.pages.settings import SettingsPage

    page = SettingsPage()
    page.changed.connect(content.owner.settings_changed)
    page.accounts.renamed.connect(content.owner.account_renamed)
    page.accounts.paused.connect(content.owner.account_paused)
    page.accounts.removed.connect(content.owner.account_removed)
    page.accounts.archived.connect(content.owner.account_archived)
    page.accounts.forget.connect(content.owner.secret_forget_requested)
    page.about.health.connect(content.dialogs.show_health)
    page.autostart_wished.connect(content.owner.autostart_wished)
    page.lock.locked.connect(content.owner.lock_requested)
    page.lock.lock_wished.connect(content.dialogs.open_lock_record)
    page.lock.sheet_wished.connect(content.dialogs.open_recovery)
    page.lock.forget_wished.connect(content.dialogs.open_forget_all)
    page.taught.wished.connect(content.owner.teach_wished)
    page.taught.replace.connect(content.dialogs.teach_account)
    return page


def _lock(content: WindowContent) -> Page:
    from ui.pages.lock import LockPage

    page = LockPage()
    page.wished.connect(content.owner.unlock_wished)
    page.restore_wished.connect(content.dialogs.open_restore)
    return page


def _welcome(content: WindowContent) -> Page:
    from ui.pages.welcome import WelcomePage

    page = WelcomePage(in_demo=content.state.demo)
    page.restore.connect(content.dialogs.open_restore)
    page.begin.connect(lambda: content.open_form(None))
    page.demo.connect(content.owner.demo_requested)
    return page
