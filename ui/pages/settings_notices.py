"""The settings of notices: which kinds, and whether they may name an amount. What a kind means stands beside its switch."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal

from core.settings import Settings
from ui.look import theme
from ui.notices.notifier import Kind
from ui.widgets.button import CheckBox
from ui.widgets.text import Frame, Label


class NoticeSettings(Frame):
    """A switch a kind. `changed` carries the settings as they are to be."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap_px=theme.S)
        self._settings = Settings()
        self.column.addWidget(Label(self.tr("Pemberitahuan"), strong=True))
        self.column.addWidget(
            Label(
                self.tr("Masing-masing hanya sekali. Yang memerlukan Anda juga tertulis di halaman Saldo."),
                tone="muted",
                wrap=True,
            )
        )
        words = {
            Kind.BALANCE: self.tr("Saldo berubah"),
            Kind.CONTRIBUTION: self.tr("Iuran sebulan sudah terlihat"),
            Kind.OVERDUE: self.tr("Iuran belum terlihat setelah tanggal 20"),
            Kind.REFUSED: self.tr("PIN ditolak portal"),
            Kind.NEEDS_YOU: self.tr("Portal atau program memerlukan Anda"),
            Kind.SILENT: self.tr("Sudah lama tidak berhasil diperiksa"),
            Kind.REMINDER: self.tr("Saatnya memeriksa akun yang memerlukan Anda"),
        }
        self.kinds = {kind: self._switch(f"notify_{kind.value}", text) for kind, text in words.items()}
        self.amount = self._switch("notify_amount", self.tr("Boleh menyebut nominal di pemberitahuan"))

    def show_settings(self, settings: Settings) -> None:
        """Show the choices as they are."""
        self._settings = settings
        for kind, box in self.kinds.items():
            box.setChecked(getattr(settings, f"notify_{kind.value}"))
        self.amount.setChecked(settings.notify_amount)
        self.amount.setEnabled(settings.notify_balance)

    def _switch(self, name: str, text: str) -> CheckBox:
        box = CheckBox(text)
        box.clicked.connect(lambda on: self.changed.emit(replace(self._settings, **{name: on})))
        self.column.addWidget(box)
        return box
