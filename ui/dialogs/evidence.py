""" "Dari mana angka ini?": for the total and each card, the words that named the figure, the excerpt with the figure marked, the place."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.models import Evidence, Reading
from core.money import format_rupiah
from ui.dialogs.dialog import Dialog
from ui.look import theme
from ui.pages.page import Content
from ui.widgets.text import Frame, Label
from ui.words import formats, messages

BEGIN, END = "«", "»"


class EvidenceDialog(Dialog):
    """`first`: the card to begin with, -1 for the total."""

    def __init__(self, parent: QWidget, reading: Reading, *, masked: bool, first: int = -1) -> None:
        super().__init__(parent, self.tr("Dari mana angka ini?"))
        self._masked = masked
        self.column.addWidget(Label(self.tr("Dari mana angka ini?"), scale=1.35, strong=True, wrap=True))
        intro = self.tr("Dibaca {when}, {source}. Begini tulisannya di halaman itu; angka yang diambil diberi tanda.")
        when = formats.moment(reading.checked_at)
        intro = intro.format(when=when, source=messages.source_name(reading.source))
        self.column.addWidget(Label(intro, tone="muted", wrap=True))
        content = Content()
        content.setProperty("kind", "page")
        parts = QVBoxLayout(content)
        parts.setContentsMargins(0, 0, theme.S, 0)
        parts.setSpacing(theme.M)
        self._sections = [self._total(reading), *(self._card(reading, number) for number in range(len(reading.balance.cards)))]
        for section in self._sections:
            parts.addWidget(section)
        parts.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(self.tr("Bukti setiap angka"))
        self.area.setWidget(content)
        self.column.addWidget(self.area, 1)
        close = self.add_button(self.tr("Tutup"))
        close.clicked.connect(self.reject)
        self.finish()
        lines = self.fontMetrics().height()
        self.resize(round(lines * 36), min(round(lines * (12 + 9 * len(self._sections))), round(lines * 34)))
        self._first = first
        close.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: object) -> None:
        if 0 <= self._first + 1 < len(self._sections):
            self.area.ensureWidgetVisible(self._sections[self._first + 1], 0, 0)

    def _total(self, reading: Reading) -> Frame:
        balance = reading.balance
        title = self.tr("Jumlah")
        note = (
            self.tr("Ditulis sendiri oleh portal, dan sama dengan jumlah semua kartu.")
            if balance.total_is_portals
            else self.tr("Dihitung program ini: jumlah saldo semua kartu di bawah.")
        )
        evidence = balance.evidence if balance.total_is_portals else None
        return self._section(title, balance.total, evidence, note, computed=not balance.total_is_portals)

    def _card(self, reading: Reading, number: int) -> Frame:
        card = reading.balance.cards[number]
        title = self.tr("Kartu {kpj}").format(kpj=formats.card_number(card.kpj, masked=self._masked))
        company = formats.private(card.company, masked=self._masked) if card.company else ""
        return self._section(title, card.balance, card.evidence, company)

    def _section(self, title: str, sen: int, evidence: Evidence | None, note: str, *, computed: bool = False) -> Frame:
        made = Frame(margin_px=theme.L, gap_px=theme.XS)
        made.column.addWidget(Label(title, tone="muted", strong=True, wrap=True))
        made.column.addWidget(
            Label(format_rupiah(sen, masked=self._masked), scale=1.25, strong=True, figures=True, selectable=True)
        )
        if note:
            made.column.addWidget(Label(note, wrap=True))
        if evidence is None:
            if not computed:
                made.column.addWidget(
                    Label(self.tr("Tempatnya di halaman tidak dicatat untuk pembacaan ini."), tone="muted", wrap=True)
                )
            return made
        named = self.tr("Kata di halaman: “{label}”").format(label=formats.hidden_digits(evidence.label, masked=self._masked))
        made.column.addWidget(Label(named, wrap=True))
        made.column.addWidget(excerpt(evidence.excerpt, masked=self._masked))
        made.column.addWidget(
            Label(
                self.tr("Tempat di kode halaman: {path}").format(path=evidence.path),
                tone="muted",
                scale=0.85,
                wrap=True,
                selectable=True,
            )
        )
        return made


def excerpt(text: str, *, masked: bool) -> QLabel:
    """A piece of the page with the figure marked. The page's text is escaped: it cannot become markup."""
    colours = theme.current()
    shown = escape(formats.hidden_digits(text, masked=masked)).replace("\n", "<br>")
    mark = f'<span style="background-color:{colours.accent}; color:{colours.on_accent}; font-weight:600;">&nbsp;'
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText(shown.replace(BEGIN, mark).replace(END, "&nbsp;</span>"))
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setProperty("kind", "excerpt")
    return made
