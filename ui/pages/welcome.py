"""The first page a person ever sees: what this is and what it is not, and two ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.look import theme
from ui.pages.page import Page
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, Sign, Switch


class WelcomePage(Page):
    """`begin` asks for the form, `demo` for the sample data, `restore` for a backup of another computer."""

    begin = Signal()
    demo = Signal()
    restore = Signal()

    def __init__(self, *, in_demo: bool) -> None:
        super().__init__("", widest_px=680)
        self.setAccessibleName(self.tr("Selamat datang"))
        self.column.addSpacing(theme.L)
        self.heading(
            self.tr("Saldo JHT Anda, di komputer Anda"),
            self.tr("Lihat saldo Jaminan Hari Tua dari setiap kartu, beserta tanggalnya, dengan sekali tekan."),
        )
        facts = Frame(gap_px=theme.L)
        for icon, title, text in self._facts():
            row = QHBoxLayout()
            row.setSpacing(theme.M)
            row.addWidget(Sign(icon, "accent", 22), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Label(title, strong=True, wrap=True))
            words.addWidget(Label(text, tone="muted", wrap=True))
            row.addLayout(words, 1)
            facts.column.addLayout(row)
        self.column.addWidget(facts)
        buttons = Switch(turn_below_lines=28, gap_px=theme.S)
        begin = Button(self.tr("Mulai dengan akun saya"), "primary", "log-in")
        begin.clicked.connect(self.begin)
        buttons.row.addWidget(begin)
        if in_demo:
            begin.say(self.tr("Pilih akun contoh"))
        else:
            demo = Button(self.tr("Coba dengan data contoh"), icon="flask-conical")
            demo.clicked.connect(self.demo)
            buttons.row.addWidget(demo)
        buttons.row.addStretch(1)
        self.column.addWidget(buttons)
        if not in_demo:
            self.column.addSpacing(theme.S)
            known = self.tr("Sudah punya catatan di komputer lain? Cadangannya, dengan frasa sandi atau lembar pemulihan, cukup.")
            self.column.addWidget(Label(known, tone="muted", wrap=True))
            restore = Button(self.tr("Pulihkan dari cadangan…"), "link")
            restore.clicked.connect(self.restore)
            self.column.addWidget(restore)

    def _facts(self) -> tuple[tuple[str, str, str], ...]:
        return (
            (
                "info",
                self.tr("Bukan aplikasi resmi"),
                self.tr(
                    "Dibuat mandiri; tidak berhubungan dengan BPJS Ketenagakerjaan. Yang resmi: JMO, kantor cabang, dan 175."
                ),
            ),
            (
                "eye",
                self.tr("Hanya membaca"),
                self.tr(
                    "Program ini membuka halaman saldo seperti Anda membukanya. Tidak ada klaim, perubahan data, atau pembayaran."
                ),
            ),
            (
                "shield-check",
                self.tr("Data tetap di sini"),
                self.tr(
                    "Riwayat saldo tersimpan di komputer ini saja. Tidak ada server kami, tidak ada iklan, tidak ada pelacakan."
                ),
            ),
            (
                "key-round",
                self.tr("PIN hanya ke portal"),
                self.tr(
                    "PIN dikirim satu kali ke alamat portal sendiri, dan hanya disimpan bila Anda mau: di brankas sandi komputer."
                ),
            ),
        )
