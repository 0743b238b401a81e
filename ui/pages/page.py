"""What every page is: a column of things that scrolls when the window is too small for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.state import State
from ui.widgets.text import Label

WIDEST_PX = 980
WIDEST_LINES = 62  # or that many lines of text, when the text is large


class Page(QScrollArea):
    """A page. Things are added to `column`; it never grows wider than is good to read."""

    def __init__(self, name: str, *, widest_px: int = WIDEST_PX) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setProperty("kind", "page")
        self._outer = outer = QVBoxLayout(content)
        outer.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        self.sheet = QWidget()
        scale = self.fontMetrics().height() / 18
        self.sheet.setMaximumWidth(round(widest_px * max(1.0, scale)))
        self.sheet.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.column = QVBoxLayout(self.sheet)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.L)
        outer.addWidget(self.sheet, 0)
        outer.addStretch(1)
        self.setWidget(content)

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
