"""Makes the pages of the window and joins their signals to it; each page's code is loaded when it is first needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.pages.page import Page

if TYPE_CHECKING:
    from ui.main_window import MainWindow

translate = QCoreApplication.translate


def make(name: str, window: MainWindow) -> Page:
    """A page by its name."""
    match name:
        case "balance":
            return _balance(window)
        case "sign_in":
            return _sign_in(window)
        case "help":
            from ui.pages.help import HelpPage

            return HelpPage()
        case "settings":
            return _settings(window)
        case "welcome":
            return _welcome(window)
        case "broken":
            from ui.pages.broken import BrokenPage

            return BrokenPage()
    from ui.pages.waiting import WaitingPage

    return WaitingPage()


def _balance(window: MainWindow) -> Page:
    from ui.pages.balance import BalancePage

    page = BalancePage()
    page.check.connect(window.check)
    page.cancel.connect(window.cancel_requested)
    page.mask_turned.connect(window.turn_mask)
    page.deed.connect(window.act)
    page.evidence.connect(window.show_evidence)
    return page


def _sign_in(window: MainWindow) -> Page:
    from ui.pages.sign_in import SignInPage

    page = SignInPage(window.state, window.form_account)
    page.submitted.connect(window.submit)
    page.left.connect(window.leave_form)
    page.demo.connect(window.demo_requested)
    page.help.connect(window.open_help)
    return page


def _settings(window: MainWindow) -> Page:
    from ui.pages.settings import SettingsPage

    page = SettingsPage()
    page.changed.connect(window.settings_changed)
    page.renamed.connect(window.account_renamed)
    page.removed.connect(window.account_removed)
    page.forget.connect(window.secret_forget_requested)
    return page


def _welcome(window: MainWindow) -> Page:
    from ui.pages.welcome import WelcomePage

    page = WelcomePage(in_demo=window.state.demo)
    page.begin.connect(lambda: window.open_form(None))
    page.demo.connect(window.demo_requested)
    return page
