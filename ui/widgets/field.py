"""A field of a form: its label above, what is wrong with it below; and the field for a secret."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.look import icons, theme
from ui.widgets.button import ToolButton
from ui.widgets.text import Label


class Field(QWidget):
    """Label, editor and the line under it. The line says nothing before the field was left once, and never nags while one types
    the first time; after that it answers at once."""

    left = Signal()

    def __init__(self, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self._hint = hint
        self.was_left = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        self.label = Label(label, strong=True)
        target = editor.edit if isinstance(editor, SecretField) else editor
        self._target = target
        self.label.setBuddy(target)
        target.setAccessibleName(label)
        self.under = Label(hint, tone="muted", wrap=True)
        column.addWidget(self.label)
        column.addWidget(editor)
        column.addWidget(self.under)
        self.under.setVisible(bool(hint))  # only now that it has a parent: without one it would flash up as a window
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self.was_left:
            if not isinstance(self._target, QLineEdit) or self._target.text():
                self.was_left = True
            self.left.emit()
        if event.type() == QEvent.Type.DragEnter and isinstance(event, QDragEnterEvent) and event.mimeData().hasUrls():
            event.ignore()  # files are for the window, which imports them; a line would take their names for text
            return True
        return False

    def complain(self, problem: str) -> None:
        """Say what is wrong under the field; an empty text takes the complaint back."""
        self.under.say(problem or self._hint)
        self.under.setVisible(bool(problem or self._hint))
        theme.tone(self.under, "bad" if problem else "muted")
        self._target.setAccessibleDescription(problem or self._hint)
        if bool(self._target.property("wrong")) != bool(problem):
            self._target.setProperty("wrong", bool(problem))
            self._target.style().unpolish(self._target)
            self._target.style().polish(self._target)

    def change_label(self, label: str, hint: str = "") -> None:
        """Another name for the field (another portal asks for something else)."""
        self.label.say(label)
        self._target.setAccessibleName(label)
        self._hint = hint
        self.complain("")


HINTS = (
    Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class SecretField(QWidget):
    """A line for a secret: dots, a button that shows it, and `wipe()` after which nothing of it is left in the widget."""

    def __init__(self, show_words: str, hide_words: str) -> None:
        super().__init__()
        self._show_words, self._hide_words = show_words, hide_words
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XS)
        self.edit = QLineEdit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setDragEnabled(False)
        self.edit.setAcceptDrops(False)
        self.edit.setMaxLength(256)
        self.eye = ToolButton()
        self.eye.setProperty("kind", "eye")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._turn)
        row.addWidget(self.edit, 1)
        row.addWidget(self.eye)
        self.setFocusProxy(self.edit)
        self._turn(False)

    def _turn(self, shown: bool) -> None:
        # A shown secret can be read over the shoulder, but it must still not be offered to word prediction.
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(HINTS)  # after the echo mode, which takes hints away
        words = self._hide_words if shown else self._show_words
        self.eye.setToolTip(words)
        self.eye.setAccessibleName(words)
        self.recolour()

    def recolour(self) -> None:
        """Draw the eye in the present scheme."""
        side = round(icons.SIZE_PX * theme.text_scale())
        self.eye.setIconSize(QSize(side, side))
        self.eye.setIcon(icons.icon("eye-off" if self.eye.isChecked() else "eye", theme.current().muted, size_px=side))

    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    def wipe(self) -> None:
        """Take the secret out of the widget: its text, its undo history, and the shown state."""
        self.edit.setText("")  # unlike clear(), this also forgets the history of undo
        self.eye.setChecked(False)
