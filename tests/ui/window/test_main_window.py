"""The window: keys, pages, the way of a first run, and what it never does."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.errors import Status
from core.models import Step
from tests.fakes import states as s
from ui.window.main_window import PAGES, MainWindow
from ui.words import translations

ROOT = Path(__file__).resolve().parents[3]
CONTROL = Qt.KeyboardModifier.ControlModifier


def test_the_first_frame_needs_neither_the_pages_nor_what_they_need():
    """The window of a process that has painted nothing yet has loaded none of its content."""
    probe = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from PySide6.QtWidgets import QApplication\n"
        "app = QApplication([])\n"
        "from ui.window.main_window import MainWindow\n"
        "from ui.look import theme\n"
        "theme.apply(app, 'dark')\n"
        "window = MainWindow(); window.render(None); window.show()\n"
        "loaded = [n for n in sys.modules if n.startswith(('ui.', 'core.', 'requests', 'lxml', 'keyring', 'sqlite3'))]\n"
        "print(sorted(loaded))\n"
    )
    done = subprocess.run([sys.executable, "-c", probe, str(ROOT)], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "['ui.look', 'ui.look.theme', 'ui.window', 'ui.window.main_window']"


def test_before_it_is_seen_a_state_is_only_kept(qtbot):
    window = MainWindow(lambda: s.NOW)
    qtbot.addWidget(window)
    window.render(s.state(s.view()))
    window.show_page("settings")
    assert window.content is None
    window.show()
    qtbot.waitUntil(lambda: window.content is not None)
    assert window.content.page == "settings"


@pytest.mark.parametrize(
    ("key", "modifier", "page"),
    [
        (Qt.Key.Key_1, CONTROL, "balance"),
        (Qt.Key.Key_2, CONTROL, "history"),
        (Qt.Key.Key_3, CONTROL, "import"),
        (Qt.Key.Key_4, CONTROL, "help"),
        (Qt.Key.Key_5, CONTROL, "settings"),
        (Qt.Key.Key_Comma, CONTROL, "settings"),
        (Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier, "help"),
    ],
)
def test_keys_open_pages(show, qtbot, key, modifier, page):
    shown = show()
    shown.window.show_page("help" if page == "balance" else "balance")
    qtbot.keyClick(shown.window, key, modifier)
    assert shown.content.page == page
    assert shown.content.stack.currentWidget() is shown.page(page)
    assert shown.content.rail.buttons[page].isChecked()


def test_keys_check_and_quit(show, qtbot):
    shown = show()
    with qtbot.waitSignal(shown.window.check_requested) as asked:
        qtbot.keyClick(shown.window, Qt.Key.Key_R, CONTROL)
    assert asked.args == [s.SITI.id]
    with qtbot.waitSignal(shown.window.quit_requested):
        qtbot.keyClick(shown.window, Qt.Key.Key_Q, CONTROL)


def test_check_now_does_nothing_while_a_check_runs_or_without_an_account(show):
    for state in (s.state(s.view(), checking=Step.READING), s.state()):
        shown = show(state)
        asked = []
        shown.window.check_requested.connect(asked.append)
        shown.window.check()
        assert asked == []


def test_a_page_that_does_not_exist_is_a_mistake_of_the_caller(show):
    with pytest.raises(KeyError):
        show().window.show_page("riwayat")


def test_a_first_run_leads_from_the_welcome_to_the_first_balance(show, qtbot):
    shown = show(s.state(loaded=False))
    assert "Membuka catatan…" in shown.words()
    shown.render(s.state())
    words = shown.words()
    for promise in (
        "Bukan aplikasi resmi",
        "Hanya membaca",
        "Data tetap di sini",
        "PIN hanya ke portal",
        "Coba dengan data contoh",
    ):
        assert promise in words
    shown.press("Mulai dengan akun saya")
    page = shown.page("sign_in")
    page.portal.setCurrentIndex(1)
    page.user.setText(s.SITI.user)
    page.login.edit.setText("kata-sandi")
    shown.window.sign_in_requested.connect(
        lambda _made: shown.window.render(s.state(s.view(readings=(), last=None), checking=True))
    )
    shown.press("Masuk")
    assert "Saldo pertama Anda akan muncul di sini." in shown.words()
    shown.render(s.state(s.view(readings=(), last=None), checking=Step.READING))
    assert shown.page().hero.steps.accessibleName() == "Langkah 4 dari 5: Membaca"
    shown.render(s.state(s.view(readings=s.history(1))))
    assert "Rp 48.510.766" in shown.words()


def test_the_first_page_offers_the_sample_and_the_sample_the_way_back(show, qtbot):
    shown = show(s.state())
    with qtbot.waitSignal(shown.window.demo_requested):
        shown.press("Coba dengan data contoh")
    shown.render(s.state(s.view(), demo=True))
    assert "Data contoh: orang dan angka rekaan" in shown.words()
    assert shown.window.windowTitle() == "Saldo JHT (contoh)"
    with qtbot.waitSignal(shown.window.demo_left):
        shown.press("Keluar dari contoh")
    shown.render(s.state(s.view()))
    assert "Data contoh" not in shown.words()
    assert shown.window.windowTitle() == "Saldo JHT"


def test_the_switcher_lists_the_accounts_and_a_way_to_one_more(show, qtbot):
    shown = show(s.state(s.view(), s.view(s.BUDI)))
    switcher = shown.content.rail.switcher
    switcher.pressed_menu.aboutToShow.emit()
    actions: list[QAction] = [action for action in switcher.pressed_menu.actions() if action.text()]
    assert [(a.text(), a.isChecked()) for a in actions] == [
        ("Siti Rahmawati", True),
        ("Budi Santoso", False),
        ("Tambah akun…", False),
    ]
    with qtbot.waitSignal(shown.window.account_selected) as chosen:
        actions[1].trigger()
    assert chosen.args == [s.BUDI.id]
    actions[2].trigger()
    assert shown.content.page == "balance" and shown.page("sign_in").account is None


def test_rendering_the_same_state_again_touches_nothing(show):
    state = s.state(s.view(last=s.attempt(Status.NETWORK)))
    shown = show(state)
    seen = Painted(shown.window)
    shown.qtbot.waitUntil(lambda: at_rest(shown, seen), timeout=20_000)
    before = [id(widget) for widget in shown.window.findChildren(QWidget)]
    seen.count = 0
    for _ in range(3):
        shown.render(replace(state))
    assert [id(widget) for widget in shown.window.findChildren(QWidget)] == before
    assert seen.count == 0


def at_rest(shown, seen):
    """Whether nothing is painted any more: for fifty milliseconds, whatever else the machine does."""
    before = seen.count
    shown.qtbot.wait(50)
    return shown.page().complete and seen.count == before


class Painted(QObject):
    """Counts the paint events of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.count = 0
        window.installEventFilter(self)
        for child in window.findChildren(QWidget):
            child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class Strays(QObject):
    """Every window that was shown besides the one."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.found: list[QWidget] = []
        QApplication.instance().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched is not self._window
        ):
            self.found.append(watched)
        return False


def test_no_part_of_a_page_flashes_up_as_a_window_of_its_own(show):
    shown = show()
    strays = Strays(shown.window)
    for state in (
        s.state(),
        s.state(demo=True),
        s.state(s.view(), s.view(s.BUDI), checking=Step.READING),
        s.state(s.view(last=s.attempt(Status.CREDENTIALS_REJECTED)), ledger_problem="ledger_locked"),
        s.state(ledger_problem="ledger_broken"),
    ):
        shown.render(state)
        shown.content.open_form(None)
        shown.content.leave_form()
        for page in PAGES:
            shown.window.show_page(page)
        shown.content.open_help("pin")
        shown.window.show_page("balance")
    assert strays.found == []


def test_another_language_takes_hold_at_once_and_stays_on_the_page(show):
    shown = show()
    shown.window.show_page("settings")
    settings = replace(shown.content.state.settings, language="en")
    shown.render(s.state(s.view(), settings=settings))
    assert shown.content.page == "settings"
    assert "Appearance" in shown.words() and "Tampilan" not in shown.words()
    shown.window.show_page("balance")
    assert "as of 22 November 2026, 08:12 WIB · from the portal · today" in shown.words()
    assert "Up Rp 288.840 since 23 October" in shown.words()
    assert "JHT balance, 2 cards" in shown.words()


def test_a_language_that_was_installed_before_reaches_the_window_too(show, qapp):
    """The tray speaks the new language first; the window must not take that for its own having changed."""
    shown = show()
    translations.install(qapp, "en")
    shown.render(s.state(s.view(), settings=replace(shown.content.state.settings, language="en")))
    assert "JHT balance, 2 cards" in shown.words()


def test_a_state_that_comes_after_the_first_frame_is_shown_at_once(qtbot):
    window = MainWindow(lambda: s.NOW)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.painted):
        window.show()
    qtbot.wait(20)
    assert window.content is None  # there is nothing to show yet
    window.render(s.state(s.view()))
    assert window.content is not None


def test_narrow_windows_get_icons_alone_with_their_names_kept(show):
    shown = show(size=(640, 480))
    for button in shown.content.rail.buttons.values():
        assert button.text() == "" and button.accessibleName()
    shown.window.resize(1200, 700)
    shown.qtbot.wait(1)
    assert [button.text() for button in shown.content.rail.buttons.values()] == [
        "Saldo",
        "Riwayat",
        "Impor",
        "Bantuan",
        "Pengaturan",
    ]


def test_return_presses_the_focused_button_of_the_rail_the_welcome_and_the_balance(show, qtbot):
    shown = show(s.state())
    with qtbot.waitSignal(shown.window.demo_requested):
        QTest.keyClick(shown.button("Coba dengan data contoh"), Qt.Key.Key_Return)
    QTest.keyClick(shown.content.rail.buttons["help"], Qt.Key.Key_Enter)
    assert shown.content.page == "help"
    shown = show(s.state(s.view()))
    for name in ("settings", "help", "balance"):
        QTest.keyClick(shown.content.rail.buttons[name], Qt.Key.Key_Return)
        assert shown.content.page == name
    with qtbot.waitSignal(shown.window.check_requested):
        QTest.keyClick(shown.page().hero.check_button, Qt.Key.Key_Return)
    with qtbot.waitSignal(shown.window.settings_changed):
        QTest.keyClick(shown.page().hero.mask_button, Qt.Key.Key_Return)
