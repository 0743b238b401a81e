"""The sheet that covers the window while files are held over it, and what of a drag is a file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.look import icons, theme
from ui.turns import next_turn

MOST_PATHS = 2_000
translate = QCoreApplication.translate


def paths_of(data: QMimeData) -> tuple[str, ...]:
    """The files and folders of this machine among what is dragged; links to the web are none."""
    if not data.hasUrls():
        return ()
    return tuple(url.toLocalFile() for url in data.urls()[:MOST_PATHS] if url.isLocalFile() and url.toLocalFile())


class DropCover(QWidget):
    """Covers the window while files are held over it, on whatever page. `dropped` carries their paths.

    The window hands its own drag events on: `offered` when something comes, `gone` when it leaves, `dropEvent` when it is let go.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAcceptDrops(True)
        self._held = False  # the cover itself is what the files are held over
        self.hide()

    def offered(self, event: QDragEnterEvent) -> None:
        """Something is dragged into the window: cover it if there are files among it."""
        if not paths_of(event.mimeData()):
            event.ignore()
            return
        event.acceptProposedAction()
        self._held = False
        self.setGeometry(self._window.rect())
        self.raise_()
        self.show()

    def gone(self) -> None:
        """It left what is below the cover: for the cover, or out of the window."""
        next_turn(self, self._hide_unless_held)

    def _hide_unless_held(self) -> None:
        if not self._held:
            self.hide()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._held = True
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._held = False
        self.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self.hide()
        paths = paths_of(event.mimeData())
        if paths:
            event.setDropAction(Qt.DropAction.CopyAction)  # the files stay where they are
            event.accept()
            self.dropped.emit(paths)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QColor(colours.window)
        ground.setAlphaF(0.92)
        painter.fillRect(self.rect(), ground)
        painter.setPen(QPen(QColor(colours.accent), 2, Qt.PenStyle.DashLine))
        box = QRectF(self.rect()).adjusted(theme.L, theme.L, -theme.L, -theme.L)
        painter.drawRoundedRect(box, theme.RADIUS_CARD, theme.RADIUS_CARD)
        side = round(48 * theme.text_scale())
        middle = box.center()
        drawn = icons.pixmap("file-down", colours.accent, side, self.devicePixelRatioF())
        painter.drawPixmap(round(middle.x() - side / 2), round(middle.y() - side), drawn)
        painter.setFont(theme.font(1.4, strong=True))
        painter.setPen(QColor(colours.text))
        words = QRectF(box.left(), middle.y() + theme.L, box.width(), side * 2)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(words, flags, translate("DropCover", "Lepas untuk mengimpor"))
        painter.end()
