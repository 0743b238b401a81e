"""The help: questions that unfold. Nothing is fetched."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.look import theme
from ui.pages.help_topic import Topic
from ui.pages.help_topics import topics
from ui.pages.page import Page
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, Sign


class FoldHead(Button):
    """The question itself; a long one takes two lines."""

    def __init__(self, title: str) -> None:
        super().__init__("", "fold")
        self.setCheckable(True)
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(theme.M, theme.S, theme.M, theme.S)
        row.setSpacing(theme.S)
        self._sign = Sign("chevron-right")
        label = Label(title, strong=True, wrap=True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row.addWidget(self._sign)
        row.addWidget(label, 1)
        self.toggled.connect(lambda opened: self._sign.become("chevron-down" if opened else "chevron-right", "muted"))

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.minimumSize().width(), 0)  # how tall depends on how wide; the layout asks for that


class Fold(Frame):
    """One question. Its answer is made when it is first opened."""

    def __init__(self, topic: Topic) -> None:
        super().__init__(margin_px=theme.XS, gap_px=0)
        self._topic = topic
        self.head = FoldHead(topic.title)
        self.head.toggled.connect(self._turn)
        self.column.addWidget(self.head)
        self._body: QWidget | None = None

    def _turn(self, opened: bool) -> None:
        if opened and self._body is None:
            self._body = QWidget()
            column = QVBoxLayout(self._body)
            column.setContentsMargins(theme.XXL + theme.S, 0, theme.L, theme.M)
            column.setSpacing(theme.S)
            for paragraph in self._topic.paragraphs:
                column.addWidget(Label(paragraph, wrap=True, selectable=True))
            column.addWidget(Label(self._topic.ground, tone="muted", scale=0.9, wrap=True))
            self.column.addWidget(self._body)
        if self._body is not None:
            self._body.setVisible(opened)


class HelpPage(Page):
    """All topics; `open_topic` unfolds one and goes there."""

    def __init__(self) -> None:
        super().__init__("", widest_px=760)
        self.setAccessibleName(self.tr("Bantuan"))
        self.heading(
            self.tr("Bantuan"),
            self.tr(
                "Tersedia tanpa internet. Di bawah setiap jawaban tertulis dasarnya, karena tidak semua hal diumumkan resmi."
            ),
        )
        self.folds: dict[str, Fold] = {}
        holder = QVBoxLayout()
        holder.setSpacing(theme.S)
        for topic in topics():
            self.folds[topic.name] = Fold(topic)
            holder.addWidget(self.folds[topic.name])
        self.column.addLayout(holder)

    def open_topic(self, name: str) -> None:
        """Unfold a topic, bring it into view and give it the focus; a topic that does not exist opens the page alone."""
        fold = self.folds.get(name)
        if fold is None:
            return
        fold.head.setChecked(True)
        self.settle()
        self.verticalScrollBar().setValue(fold.mapTo(self._content, QPoint(0, 0)).y() - theme.L)  # its answer stands below it
        fold.head.setFocus()
