"""What every dialog is: a title, its content, its buttons; Esc closes it. It is opened, never waited for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Label


class Dialog(QDialog):
    """A dialog over the window."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.L)
        self.column.setSpacing(theme.M)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(theme.S)
        self.buttons.addStretch(1)

    def finish(self) -> None:
        """Put the buttons under the content."""
        self.column.addSpacing(theme.XS)
        self.column.addLayout(self.buttons)

    def fit(self, wide_px: int) -> None:
        """As wide as that, and as tall as the words then need."""
        self.column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumSize(wide_px, self.column.heightForWidth(wide_px))
        self.resize(self.minimumSize())

    def add_button(self, text: str, kind: str = "") -> Button:
        """A button at the right end of the row."""
        button = Button(text, kind)
        self.buttons.addWidget(button)
        return button


class Question(Dialog):
    """A question with a clear yes that says what it does. `accepted` when the person says so; the safe answer has the focus."""

    def __init__(self, parent: QWidget, title: str, body: str, yes: str, *, danger: bool = False) -> None:
        super().__init__(parent, title)
        self.column.addWidget(Label(title, scale=1.2, strong=True, wrap=True))
        self.column.addWidget(Label(body, wrap=True))
        no = self.add_button(self.tr("Batal"))
        no.clicked.connect(self.reject)
        self.yes = self.add_button(yes, "danger" if danger else "primary")
        self.yes.clicked.connect(self.accept)
        self.finish()
        self.fit(self.fontMetrics().height() * 24)
        no.setFocus(Qt.FocusReason.OtherFocusReason)


class Told(Dialog):
    """Something the person is told, with nothing to decide."""

    def __init__(self, parent: QWidget, title: str, body: str) -> None:
        super().__init__(parent, title)
        self.column.addWidget(Label(title, scale=1.2, strong=True, wrap=True))
        self.column.addWidget(Label(body, wrap=True))
        self.add_button(self.tr("Tutup"), "primary").clicked.connect(self.accept)
        self.finish()
        self.fit(self.fontMetrics().height() * 24)


class NameDialog(Dialog):
    """Another name for an account. `value()` is what was typed."""

    def __init__(self, parent: QWidget, present: str) -> None:
        super().__init__(parent, self.tr("Ganti nama akun"))
        label = Label(self.tr("Nama akun"), strong=True)
        self.edit = QLineEdit(present)
        self.edit.setMaxLength(60)
        self.edit.setAccessibleName(label.text())
        self.edit.selectAll()
        label.setBuddy(self.edit)
        self.column.addWidget(label)
        self.column.addWidget(self.edit)
        self.column.addWidget(Label(self.tr("Hanya untuk membedakan akun di program ini."), tone="muted", wrap=True))
        self.add_button(self.tr("Batal")).clicked.connect(self.reject)
        self.save = self.add_button(self.tr("Simpan"), "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self.accept)
        self.edit.textChanged.connect(lambda text: self.save.setEnabled(bool(text.strip())))
        self.edit.returnPressed.connect(self.save.click)
        self.finish()
        self.fit(self.fontMetrics().height() * 22)

    def value(self) -> str:
        """The name, without spaces around it."""
        return " ".join(self.edit.text().split())
