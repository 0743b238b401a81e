"""What every page is: a column of things that scrolls when the window is too small for it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.look import theme
from ui.state import State
from ui.widgets.text import Label, Switch

WIDEST_PX = 980
MUCH = 10_000  # a stretch beside which the others only get what is left over


class Content(QWidget):
    """What scrolls. As tall as its words need at the width they have, not at the narrowest they could be set in."""

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.minimumSize().width() if layout else 0, 0)


class Page(QScrollArea):
    """A page. Things are added to `column`; it never grows wider than is good to read."""

    def __init__(self, name: str, *, widest_px: int = WIDEST_PX) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = self._content = Content()
        content.setProperty("kind", "page")
        self._outer = outer = QVBoxLayout(content)
        outer.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        scale = theme.text_scale()
        middle = QWidget()  # in the middle of a wide window; narrower sheets begin at its left, so that titles do not jump
        middle.setMaximumWidth(round(WIDEST_PX * scale))
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        self.sheet = QWidget()
        self.sheet.setMaximumWidth(round(widest_px * scale))
        self.sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        across.addWidget(self.sheet, MUCH)
        across.addStretch(1)
        self.column = QVBoxLayout(self.sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.L)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, MUCH)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        for row in self.findChildren(Switch):
            row.turn(self.width())
        super().resizeEvent(event)

    def settle(self) -> None:
        """Lay everything out now, so that a place on the page can be scrolled to."""
        self.column.activate()
        self._outer.activate()

    def heading(self, title: str, under: str = "") -> None:
        """The page's title, and a line under it."""
        self.column.addWidget(Label(title, scale=1.6, strong=True, wrap=True))
        if under:
            self.column.addWidget(Label(under, tone="muted", wrap=True))

    def render_state(self, state: State) -> None:
        """Show the state. Pages without any have nothing to do."""

    def wipe(self) -> None:
        """Take secrets out of the page; only the form has any."""

    def focus_first(self) -> None:
        """Put the cursor where typing begins; only the form has such a place."""

    def take(self, paths: tuple[str, ...]) -> None:
        """Files that were dropped on the window; only the page that imports has a use for them."""

    def open_topic(self, name: str) -> None:
        """Go to a topic; only the help has any."""
