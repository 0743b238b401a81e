"""Buttons and the choice list, with icons that take the colours of the scheme."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QToolButton,
    QWidget,
)

from ui.look import icons, theme


def pressed_by_return(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Return presses the button that has the focus, once however long it is held, and goes no further. Left to Qt it would
    pass through the button to whatever stands around it."""
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    event.accept()
    if not event.isAutoRepeat():
        button.click()
    return True


class Button(QPushButton):
    """A push button: kind is "" (plain), "primary", "danger", "link", "choice" (one of several), "rail", "account" or "fold"."""

    def __init__(self, text: str, kind: str = "", icon: str | None = None, *, strong: bool = False) -> None:
        super().__init__(text)
        self._icon = icon
        self._measured = False
        if kind:
            self.setProperty("kind", kind)
        if strong or kind == "primary":
            self.setFont(theme.font(strong=True))
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if kind in ("", "primary", "danger", "link", "choice"):
            self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.recolour()

    def show_icon(self, name: str) -> None:
        """Change the icon."""
        if name != self._icon:
            self._icon = name
            self.recolour()

    def recolour(self) -> None:
        """Draw the icon in the present scheme (the window calls this when the scheme changes)."""
        if self._icon is None:
            return
        side = round(icons.SIZE_PX * theme.text_scale())
        gap = icons.GAP_PX if self.text() else 0
        self.setIconSize(QSize(side + gap, side))
        colours = theme.current()
        colour, on = {
            "primary": (colours.on_accent, None),
            "link": (colours.accent, None),
            "danger": (colours.bad, None),
            "rail": (colours.muted, colours.accent),
            "fold": (colours.muted, colours.accent),
        }.get(self.property("kind"), (colours.text, None))
        self.setIcon(icons.icon(self._icon, colour, on=on, disabled=colours.muted, size_px=side, gap_px=gap))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._measured:
            self._measured = True
            self.updateGeometry()  # its layout may have measured it before the stylesheet reached it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def setText(self, text: str) -> None:
        turned = bool(text) != bool(self.text())
        super().setText(text)
        if turned:
            self.recolour()

    def say(self, text: str) -> None:
        """Show this text; nothing happens when it stands there already."""
        if text != self.text():
            self.setText(text)


class MenuButton(Button):
    """A button that unfolds a menu; its arrow is the one of the choice lists."""

    def __init__(self, text: str, icon: str | None = None) -> None:
        super().__init__(text, icon=icon)
        self.setProperty("unfolds", True)

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """The style draws it as any other button: with a menu it would put the icon onto the rim."""
        super().initStyleOption(option)
        option.features = option.features & ~QStyleOptionButton.ButtonFeature.HasMenu

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_chevron(self)


class CheckBox(QCheckBox):
    """A box to tick; the tick is drawn in the palette's colour."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        side = min(box.width(), box.height()) - 4
        painter = QPainter(self)
        drawn = icons.pixmap("check", theme.current().on_accent, side, self.devicePixelRatioF())
        painter.drawPixmap(box.center().x() - side // 2 + 1, box.center().y() - side // 2 + 1, drawn)
        painter.end()


class RadioButton(QRadioButton):
    """One of several choices."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)


class ToolButton(QToolButton):
    """A button that is only an icon."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_return(self, event):
            super().keyPressEvent(event)


class ChoiceList(QComboBox):
    """A drop-down list; its arrow is drawn in the palette's colour. Return unfolds it. `walked` while the keys walk along its
    choices without unfolding it: who walks has not chosen yet."""

    walked = False

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            if not event.isAutoRepeat():
                self.showPopup()
            return
        self.walked = True
        super().keyPressEvent(event)
        self.walked = False

    def wheelEvent(self, event: object) -> None:
        """A turning wheel scrolls the page, it does not change a setting in passing."""
        event.ignore()  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        _draw_chevron(self)


def _draw_chevron(widget: QWidget) -> None:
    """The arrow of what unfolds, at the right end."""
    colours = theme.current()
    side = round(icons.SIZE_PX * theme.text_scale())
    painter = QPainter(widget)
    colour = colours.muted if widget.isEnabled() else colours.line
    drawn = icons.pixmap("chevron-down", colour, side, widget.devicePixelRatioF())
    painter.drawPixmap(widget.width() - side - theme.S, (widget.height() - side) // 2, drawn)
    painter.end()


def recolour_all(root: QWidget) -> None:
    """Give every button below `root` the icons of the present scheme."""
    for widget in root.findChildren(QWidget):
        if hasattr(widget, "recolour"):
            widget.recolour()
