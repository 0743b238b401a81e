"""The settings: they apply at once, and say what they mean."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QShowEvent

from core import settings as choices
from core.paths import Folders
from core.settings import Settings
from ui.look import theme
from ui.pages.about import About
from ui.pages.page import Page
from ui.pages.settings_accounts import AccountSettings
from ui.pages.settings_lock import LockSettings
from ui.pages.settings_notices import NoticeSettings
from ui.pages.settings_taught import TaughtSettings
from ui.state import State
from ui.widgets.button import Button, CheckBox
from ui.widgets.choice import Choice
from ui.widgets.text import Frame, Label
from ui.words import formats, messages
from ui.words.schedule import interval_name


class SettingsPage(Page):
    """All settings. The signals are the window's."""

    changed = Signal(object)
    autostart_wished = Signal(bool)

    def __init__(self) -> None:
        super().__init__("", widest_px=760)
        self.setAccessibleName(self.tr("Pengaturan"))
        self.heading(self.tr("Pengaturan"))
        self._settings = Settings()
        self._build_looks()
        self._build_schedule()
        self._build_start()
        self.notices = NoticeSettings()
        self.notices.changed.connect(self.changed)
        self.column.addWidget(self.notices)
        self.accounts = AccountSettings()
        self.accounts.changed.connect(self.changed)
        self.column.addWidget(self.accounts)
        self.taught = TaughtSettings()
        self.column.addWidget(self.taught)
        self._build_data()
        self.lock = LockSettings()
        self.lock.minutes.connect(lambda minutes: self._change(lock_after_minutes=minutes))
        self.lock.with_screen.connect(lambda on: self._change(lock_with_screen=on))
        self.column.addWidget(self.lock)
        self.about = About()
        self.column.addWidget(self.about)

    def _section(self, title: str) -> Frame:
        made = Frame(gap_px=theme.M)
        made.column.addWidget(Label(title, strong=True))
        self.column.addWidget(made)
        return made

    def _build_looks(self) -> None:
        looks = self._section(self.tr("Tampilan"))
        languages = {"system": self.tr("Ikuti sistem"), "id": "Bahasa Indonesia", "en": "English"}
        self.language = Choice(self.tr("Bahasa"), "", tuple((name, languages[name]) for name in choices.LANGUAGES))
        self.language.picked.connect(lambda value: self._change(language=value))
        themes = {"system": self.tr("Ikuti sistem"), "light": self.tr("Terang"), "dark": self.tr("Gelap")}
        self.theme = Choice(self.tr("Tema"), "", tuple((name, themes[name]) for name in choices.THEMES))
        self.theme.picked.connect(lambda value: self._change(theme=value))
        self.masked = CheckBox(self.tr("Sembunyikan nominal, nama, dan nomor (Ctrl+H)"))
        self.masked.clicked.connect(lambda on: self._change(masked=on))
        for widget in (self.language, self.theme, self.masked):
            looks.column.addWidget(widget)

    def _build_schedule(self) -> None:
        section = self._section(self.tr("Pemeriksaan berkala"))
        self.interval = Choice(
            self.tr("Periksa sendiri"),
            self.tr("Saldo biasanya berubah sebulan sekali; setiap bulan sudah cukup."),
            tuple((name, interval_name(name)) for name in choices.INTERVALS),
        )
        self.interval.picked.connect(lambda value: self._change(interval=value))
        section.column.addWidget(self.interval)
        hours = tuple((str(hour), formats.hour(hour)) for hour in range(24))
        none = self.tr("Di antara kedua jam ini tidak ada yang terjadi dengan sendirinya; bila sama, tidak ada jam tenang.")
        self.quiet_from = Choice(self.tr("Jam tenang mulai"), "", hours)
        self.quiet_from.picked.connect(lambda value: self._change(quiet_from=int(value)))
        self.quiet_until = Choice(self.tr("Jam tenang sampai"), none, hours)
        self.quiet_until.picked.connect(lambda value: self._change(quiet_until=int(value)))
        section.column.addWidget(self.quiet_from)
        section.column.addWidget(self.quiet_until)
        self.next = Label(tone="muted", wrap=True)
        section.column.addWidget(self.next)

    def _build_start(self) -> None:
        section = self._section(self.tr("Mulai"))
        self.autostart = CheckBox(self.tr("Mulai bersama komputer (di baki sistem)"))
        self.autostart.clicked.connect(self._ask_autostart)
        section.column.addWidget(self.autostart)

    def _ask_autostart(self, on: bool) -> None:
        self.autostart_wished.emit(on)

    def _build_data(self) -> None:
        self.data = self._section(self.tr("Data Anda"))
        self.where = Label(wrap=True, selectable=True)
        self.data.column.addWidget(Label(self.tr("Riwayat saldo dan pengaturan hanya tersimpan di folder ini:"), wrap=True))
        self.data.column.addWidget(self.where)
        self.open_folder = Button(self.tr("Buka folder"), icon="folder")
        self.open_folder.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(self.where.text())))
        self.data.column.addWidget(self.open_folder)
        self.data.column.addWidget(
            Label(
                self.tr("PIN tidak pernah ada di sana: hanya di brankas sandi, dan hanya bila Anda memintanya."),
                tone="muted",
                wrap=True,
            )
        )

    # Showing

    def render_state(self, state: State) -> None:
        """Show the choices as they are."""
        self._settings = state.settings
        self.language.show_value(state.settings.language)
        self.theme.show_value(state.settings.theme)
        self.interval.show_value(state.settings.interval)
        self.quiet_from.show_value(str(state.settings.quiet_from))
        self.quiet_until.show_value(str(state.settings.quiet_until))
        self.masked.setChecked(state.settings.masked)
        self.where.say(str(Folders.for_person(state.demo).data))
        self._show_next(state)
        self.autostart.setChecked(state.autostart)
        self.autostart.setEnabled(not state.demo)
        self.notices.show_settings(state.settings)
        self.accounts.show_state(state)
        self.lock.show_state(state)
        self.taught.show_state(state)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.taught.refresh()

    def _show_next(self, state: State) -> None:
        view = state.view
        self.next.setVisible(view is not None)
        if view is not None:
            when = messages.next_check(view)
            self.next.say(self.tr("Berikutnya: {when}").format(when=when))

    # Acting

    def _change(self, **change: object) -> None:
        self.changed.emit(replace(self._settings, **change))  # type: ignore[arg-type]
