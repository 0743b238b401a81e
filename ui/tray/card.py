"""The small card at the tray's icon: figure, change, age, check, open. It closes by Esc and by a click anywhere else."""

from __future__ import annotations

import datetime as dt
import time

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.money import format_rupiah
from ui.look import theme
from ui.state import State
from ui.tray.words import Summary, when_text
from ui.widgets.button import Button, recolour_all
from ui.widgets.text import Frame, Label, Sign
from ui.words import formats

GAP_PX = 8
WIDE_LINES = 18
FIGURE_SCALE = 1.9
SAME_CLICK_S = 0.3  # the click that closed it was one on the icon: it does not open it again


class TrayCard(QWidget):
    """A popup: where the platform tells where the icon is. `show_state` while it is open, `open_at` the icon's place."""

    check_requested = Signal()
    cancel_requested = Signal()
    open_requested = Signal()

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle(self.tr("Saldo JHT"))
        self.setAccessibleName(self.tr("Saldo JHT"))
        self._closed_at_s = -SAME_CLICK_S
        self._outside = QVBoxLayout(self)
        self._outside.setContentsMargins(0, 0, 0, 0)
        self.frame = Frame(margin_px=theme.L, gap_px=theme.XS)
        self._outside.addWidget(self.frame)
        self.caption = Label(tone="muted", strong=True)
        self.figure = Label(scale=FIGURE_SCALE, strong=True, figures=True)
        self.change_sign = Sign("minus", "muted")
        self.change = Label(figures=True, wrap=True)
        self.change_box = QWidget()
        row = QHBoxLayout(self.change_box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XS + 2)
        row.addWidget(self.change_sign)
        row.addWidget(self.change, 1)
        self.each = Label(figures=True, wrap=True)
        self.last = Label(tone="muted", wrap=True)
        self.need = Label(tone="warn", wrap=True)
        for widget in (self.caption, self.figure, self.change_box, self.each, self.last, self.need):
            self.frame.column.addWidget(widget)
        self.frame.column.addSpacing(theme.S)
        self.frame.column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.check = Button(self.tr("Periksa sekarang"), "primary", "refresh-cw")
        self.check.clicked.connect(self.check_requested)
        self.cancel = Button(self.tr("Batalkan"), icon="x")
        self.cancel.clicked.connect(self.cancel_requested)
        self.open = Button(self.tr("Buka"), icon="wallet")
        self.open.clicked.connect(self._open)
        for button in (self.check, self.cancel, self.open):
            row.addWidget(button)
        row.addStretch(1)
        return row

    def open_at(self, icon: QRect, state: State, said: Summary, now: dt.datetime) -> None:
        """Open beside the icon, wholly on its screen; nothing if this very click has just closed it."""
        if time.monotonic() - self._closed_at_s < SAME_CLICK_S:
            return
        self.setStyleSheet(theme.sheet())
        recolour_all(self)
        self.show_state(state, said, now)
        self._fit()
        screen = QGuiApplication.screenAt(icon.center()) or QGuiApplication.primaryScreen()
        self.move(place(icon, QRect(QPoint(), self.size()), screen.availableGeometry()))
        self.show()
        self.open.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_state(self, state: State, said: Summary, now: dt.datetime) -> None:
        """Show all accounts summed up, or the only one with its change."""
        masked, several = state.settings.masked, len(state.accounts) > 1
        view = state.accounts[0] if len(state.accounts) == 1 else None
        self.caption.say(f"{self.tr('Saldo JHT')} · {said.of}" if said.of else self.tr("Saldo JHT"))
        self.figure.say(said.balance or self.tr("Belum ada angka"))
        self.each.say("\n".join(said.each))
        self.each.setVisible(several)
        self.change_box.setVisible(False)
        if view is not None and view.latest is not None and view.previous is not None:
            self._show_change(view.latest.balance.total - view.previous.balance.total, view.previous.at, now, masked=masked)
        stale = any(v.latest is not None and formats.is_stale(formats.age_days(v.latest.at, now)) for v in state.accounts)
        theme.tone(self.figure, "muted" if stale or not said.balance else None)
        self.last.say(said.last)
        self.last.setVisible(bool(said.last))
        self.need.say(said.need)
        self.need.setVisible(bool(said.need))
        checking = state.checking is not None
        self.check.setVisible(not checking)
        self.check.setEnabled(bool(said.checkable))
        self.cancel.setVisible(checking)
        if self.isVisible():
            self._fit()

    def _fit(self) -> None:
        """As wide as always, and as tall as the words then need."""
        width_px = self.fontMetrics().height() * WIDE_LINES
        self.frame.ensurePolished()
        self.frame.column.invalidate()
        self._outside.invalidate()
        turns = self._outside.hasHeightForWidth()
        self.setFixedSize(
            width_px, self._outside.totalHeightForWidth(width_px) if turns else self._outside.totalSizeHint().height()
        )

    def _show_change(self, difference: int, since: dt.datetime, now: dt.datetime, *, masked: bool) -> None:
        if difference == 0:
            icon, tone, text = "minus", "muted", self.tr("Tidak berubah sejak {day}")
        elif difference > 0:
            icon, tone, text = "trending-up", "good", self.tr("Naik {amount} sejak {day}")
        else:
            icon, tone, text = "trending-down", "warn", self.tr("Turun {amount} sejak {day}")
        self.change_sign.become(icon, tone)
        self.change.say(text.format(amount=format_rupiah(abs(difference), masked=masked), day=when_text(since, now)))
        theme.tone(self.change, tone)
        self.change_box.setVisible(True)

    def _open(self) -> None:
        self.hide()
        self.open_requested.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._closed_at_s = time.monotonic()
        super().hideEvent(event)


def place(icon: QRect, card: QRect, screen: QRect) -> QPoint:
    """The card's upper left corner: under an icon in the upper half of the screen, over one in the lower; wholly on the screen."""
    below = icon.center().y() < screen.center().y()
    top = icon.bottom() + GAP_PX if below else icon.top() - GAP_PX - card.height()
    left = icon.center().x() - card.width() // 2
    return QPoint(
        max(screen.left(), min(left, screen.right() - card.width())),
        max(screen.top(), min(top, screen.bottom() - card.height())),
    )
