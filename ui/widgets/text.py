"""The smallest pieces: a label that never takes text for markup, an icon that follows the palette, frames and lines."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QBoxLayout, QFrame, QLabel, QLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import icons, theme


class Label(QLabel):
    """Plain text in one of the tones. What the portal or a person wrote can never become markup here."""

    def __init__(
        self,
        text: str = "",
        *,
        tone: str | None = None,
        scale: float = 1.0,
        strong: bool = False,
        wrap: bool = False,
        figures: bool = False,
        selectable: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        if tone:
            self.setProperty("tone", tone)
        if scale != 1.0 or strong or figures:
            self.setFont(theme.font(scale, strong=strong, figures=figures))
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if text:
            self.setText(text)

    def say(self, text: str) -> None:
        """Show this text; nothing happens when it stands there already."""
        if text != self.text():
            self.setText(text)


class Sign(QWidget):
    """An icon in a tone's colour, drawn when painted, so that it follows the palette and the screen's scale. Decoration only."""

    def __init__(self, name: str, tone: str = "muted", size_px: int = icons.SIZE_PX) -> None:
        super().__init__()
        self.name, self.tone, self.size_px = name, tone, size_px
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        side = round(self.size_px * theme.text_scale())
        return QSize(side, side)

    def become(self, name: str, tone: str) -> None:
        """Show another icon, or the same in another tone."""
        if (name, tone) != (self.name, self.tone):
            self.name, self.tone = name, tone
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour: str = getattr(theme.current(), self.tone)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, icons.pixmap(self.name, colour, self.width(), self.devicePixelRatioF()))
        painter.end()


class Frame(QFrame):
    """A framed surface ("card", "info", "warn", "bad") with its content one above the other."""

    def __init__(self, kind: str = "card", *, margin_px: int = theme.XL - 4, gap_px: int = theme.S) -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(margin_px, margin_px, margin_px, margin_px)
        self.column.setSpacing(gap_px)


class Switch(QWidget):
    """Widgets side by side where the page is wide enough, one above the other where it is not. Width is counted in lines of text,
    so that large text turns the row as a narrow window does. The page turns its rows before it lays them out."""

    def __init__(self, *, turn_below_lines: float, gap_px: int = theme.M) -> None:
        super().__init__()
        self._turn_below_lines = turn_below_lines
        self.row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(gap_px)

    def showEvent(self, event: object) -> None:
        page = self.parentWidget()
        while page is not None and not isinstance(page, QAbstractScrollArea):
            page = page.parentWidget()
        if page is not None:
            self.turn(page.width())

    def turn(self, page_width_px: int) -> None:
        """Choose the direction for a page of that width."""
        wide = page_width_px >= self._turn_below_lines * self.fontMetrics().height()
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self.row.direction() != direction:
            self.row.setDirection(direction)


def empty(layout: QLayout) -> None:
    """Take every widget out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()


def line() -> QFrame:
    """A thin line between two things."""
    made = QFrame()
    made.setProperty("kind", "line")
    made.setFixedHeight(1)
    return made
