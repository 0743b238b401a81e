"""Where an import begins: the place to drop files, the other ways in, and where each kind of statement comes from."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, Sign, Switch, line

TURN_BELOW_LINES = 36


class DropPlace(QFrame):
    """A dashed place with a sign; what stands in it is added to `column`. The window's cover takes the drop itself."""

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        self.column.setSpacing(theme.S)
        sign = Sign("file-down", "accent", 36)
        self.column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.control_line), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(colours.card))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), theme.RADIUS_CARD, theme.RADIUS_CARD)
        painter.end()


class Ways(DropPlace):
    """The big place: drop, choose, paste, type."""

    choose = Signal()
    paste = Signal()
    type_figure = Signal()
    type_wage = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = Label(self.tr("Tarik berkas ke sini"), scale=1.2, strong=True, wrap=True)
        under = Label(
            self.tr("PDF, halaman tersimpan, pesan, atau CSV; beberapa sekaligus, juga folder. Berkasnya tidak diubah."),
            tone="muted",
            wrap=True,
        )
        for label in (title, under):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self.column.addWidget(label)
        self.column.addSpacing(theme.S)
        row = Switch(turn_below_lines=TURN_BELOW_LINES, gap_px=theme.S)
        self.buttons: list[Button] = []
        row.row.addStretch(1)
        for text, kind, icon, signal in (
            (self.tr("Pilih berkas…"), "primary", "files", self.choose),
            (self.tr("Tempel pesan…"), "", "clipboard-paste", self.paste),
            (self.tr("Ketik saldo…"), "", "keyboard", self.type_figure),
            (self.tr("Catat upah…"), "", "receipt", self.type_wage),
        ):
            button = Button(text, kind, icon)
            button.clicked.connect(signal)
            self.buttons.append(button)
            row.row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        row.row.addStretch(1)
        self.column.addWidget(row)


class Roads(Frame):
    """Where each kind of statement comes from; `help` carries the topic that says more."""

    help = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap_px=theme.M)
        self.column.addWidget(Label(self.tr("Dari mana berkasnya?"), strong=True, wrap=True))
        for number, (icon, title, text, topic) in enumerate(self._roads()):
            if number:
                self.column.addWidget(line())
            row = QHBoxLayout()
            row.setSpacing(theme.M)
            row.addWidget(Sign(icon, "accent", 22), 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(2)
            words.addWidget(Label(title, strong=True, wrap=True))
            words.addWidget(Label(text, tone="muted", wrap=True))
            more = Button(self.tr("Selengkapnya"), "link")
            more.setAccessibleName(self.tr("Selengkapnya: {topic}").format(topic=title))
            more.clicked.connect(lambda _=False, topic=topic: self.help.emit(topic))
            words.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
            row.addLayout(words, 1)
            self.column.addLayout(row)

    def _roads(self) -> tuple[tuple[str, str, str, str], ...]:
        return (
            (
                "file-text",
                self.tr("RSJHT (Rincian Saldo JHT), PDF"),
                self.tr("Rincian tahunan: dikirim lewat e-mail atau HRD, diunduh dari JMO, atau diminta di kantor cabang."),
                "rsjht",
            ),
            (
                "globe",
                self.tr("Halaman saldo yang disimpan"),
                self.tr("Buka saldo di peramban Anda sendiri, tekan Ctrl+S, lalu tarik berkasnya ke sini."),
                "saved_page",
            ),
            (
                "message-square-text",
                self.tr("SMS atau pesan balasan"),
                self.tr("Salin pesannya lalu tempel, atau simpan sebagai .txt."),
                "sms",
            ),
            (
                "keyboard",
                self.tr("Angka di layar ponsel"),
                self.tr("Ketik saldo dan tanggal yang Anda lihat di JMO."),
                "typed",
            ),
            (
                "file-spreadsheet",
                self.tr("Daftar sendiri (CSV) dan slip gaji"),
                self.tr("Daftar saldo atau iuran yang Anda catat sendiri; upah di slip gaji dipakai untuk membandingkan."),
                "own_lists",
            ),
        )
