"""Where one is: a lock, the address with its host before one's eyes. It cannot be typed into; going elsewhere is not what this is for."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, Sign


class Elided(Label):
    """One line that ends in an ellipsis where there is no room."""

    def __init__(self) -> None:
        super().__init__(tone="muted")
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, text: str) -> None:
        self._whole = text
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _fit(self) -> None:
        super().say(QFontMetrics(self.font()).elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width()))


class Address(QWidget):
    """The row above the page."""

    back = Signal()
    again = Signal()

    def __init__(self, *, demo: bool) -> None:
        super().__init__()
        self._demo = demo
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        row = QHBoxLayout()
        row.setSpacing(theme.S)
        self.back_button = Button("", icon="undo-2")
        self.back_button.setAccessibleName(self.tr("Kembali ke halaman sebelumnya"))
        self.back_button.setToolTip(self.back_button.accessibleName())
        self.back_button.clicked.connect(self.back)
        self.again_button = Button("", icon="refresh-cw")
        self.again_button.setAccessibleName(self.tr("Muat ulang halaman"))
        self.again_button.setToolTip(self.again_button.accessibleName())
        self.again_button.clicked.connect(self.again)
        frame = Frame(margin_px=theme.S, gap_px=0)
        place = QHBoxLayout()
        place.setSpacing(theme.S)
        self.sign = Sign("lock-keyhole", "muted")
        self.safety = Label(tone="muted")
        self.host = Label(strong=True)
        self.rest = Elided()
        place.addWidget(self.sign)
        place.addWidget(self.safety)
        place.addWidget(self.host)
        place.addWidget(self.rest, 1)
        frame.column.addLayout(place)
        row.addWidget(self.back_button)
        row.addWidget(self.again_button)
        row.addWidget(frame, 1)
        column.addLayout(row)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(3)
        self.progress.setRange(0, 100)
        keep = self.progress.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.progress.setSizePolicy(keep)
        self.progress.hide()
        column.addWidget(self.progress)

    def show_address(self, url: QUrl) -> None:
        """Show where the page is. A host is written as it is on the wire, so that no letter can stand in for another."""
        host = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
        port = f":{url.port()}" if url.port() > 0 else ""
        path = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
        safe = url.scheme() == "https"
        self.sign.become(*(("lock-keyhole", "good") if safe else ("flask-conical" if self._demo else "triangle-alert", "warn")))
        self.safety.say(
            self.tr("Aman") if safe else self.tr("Simulator di komputer ini") if self._demo else self.tr("Tidak aman")
        )
        theme.tone(self.safety, "good" if safe else "warn")
        self.host.say(f"{host}{port}")
        self.rest.say(path if path != "/" else "")
        self.setAccessibleName(self.tr("Alamat halaman"))
        self.setAccessibleDescription(f"{url.scheme()}://{host}{port}{path}")

    def show_progress(self, percent: int) -> None:
        """How far the page has come; 100 hides it."""
        self.progress.setVisible(percent < 100)
        self.progress.setValue(percent)
