"""Tentang: the version, that this is no official program, the licences."""

from __future__ import annotations

from PySide6.QtCore import Signal, qVersion

from core import __version__
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label


class About(Frame):
    """A card of plain statements."""

    health = Signal()

    def __init__(self) -> None:
        super().__init__(gap_px=theme.S)
        self.column.addWidget(Label(self.tr("Tentang"), strong=True))
        number = self.tr("Saldo JHT {version} (Qt {qt})").format(version=__version__, qt=qVersion())
        self.column.addWidget(Label(number, wrap=True, selectable=True))
        self.column.addWidget(
            Label(
                self.tr(
                    "Bukan aplikasi resmi dan tidak berhubungan dengan BPJS Ketenagakerjaan. Angka yang berlaku adalah yang tercatat di sana."
                ),
                wrap=True,
            )
        )
        licence = self.tr("Lisensi MIT. Ikon: Lucide (ISC). Qt for Python: LGPL v3.")
        self.column.addWidget(Label(licence, tone="muted", wrap=True))
        self.to_health = Button(self.tr("Kesehatan"), icon="activity")
        self.to_health.clicked.connect(self.health)
        self.column.addWidget(self.to_health)
