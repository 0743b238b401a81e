"""Earlier imports: when, how much, and the way back and forth for each as a whole."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.statements.statement import Kind
from ui.importing import wishes, words
from ui.importing.model import Earlier
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, Switch, empty, line
from ui.words import formats
from ui.words.plurals import Plural

SHOWN_AT_FIRST = 5
TURN_BELOW_LINES = 34


class PastImports(Frame):
    """`wished` carries an Undo or Redo."""

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap_px=theme.M)
        self.column.addWidget(Label(self.tr("Impor sebelumnya"), strong=True, wrap=True))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.M)
        self.column.addLayout(self._rows)
        self.all = Button(self.tr("Tampilkan semua"), "link")
        self.all.clicked.connect(self._show_all)
        self.column.addWidget(self.all)
        self._shown: tuple[object, ...] = ()
        self._earlier: tuple[Earlier, ...] = ()
        self._whole = False
        self.buttons: dict[int, Button] = {}

    def show_earlier(self, earlier: tuple[Earlier, ...], *, can_turn: bool) -> bool:
        """Show these, newest first; while something runs none can be turned. Whether the list was made anew."""
        self._earlier = earlier
        shown = (earlier, self._whole)
        built = shown != self._shown
        if built:
            self._shown = shown
            focused = next((number for number, button in self.buttons.items() if button.hasFocus()), None)
            self._build(earlier if self._whole else earlier[:SHOWN_AT_FIRST])
            if focused in self.buttons:
                self.buttons[focused].setFocus()
        self.all.setVisible(len(earlier) > SHOWN_AT_FIRST and not self._whole)
        for button in self.buttons.values():
            button.setEnabled(can_turn)
        return built

    def _show_all(self) -> None:
        self._whole = True
        self.show_earlier(self._earlier, can_turn=True)

    def _build(self, earlier: tuple[Earlier, ...]) -> None:
        empty(self._rows)
        self.buttons = {}
        for number, one in enumerate(earlier):
            if number:
                self._rows.addWidget(line())
            self._rows.addWidget(self._row(one))

    def _row(self, one: Earlier) -> QWidget:
        row = Switch(turn_below_lines=TURN_BELOW_LINES, gap_px=theme.M)
        texts = QWidget()
        column = QVBoxLayout(texts)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        when = formats.moment(one.at)
        title = self.tr("{when} (dibatalkan)").format(when=when) if one.undone else when
        column.addWidget(Label(title, tone="muted" if one.undone else None, wrap=True))
        plural = Plural()
        parts = [", ".join(words.kind_name(kind) for kind in one.kinds)]
        parts += [plural.files(one.files)] if set(one.kinds) - {Kind.TYPED, Kind.PAYSLIPS} else []
        parts += [plural.statements(one.statements)] if one.statements else []
        parts += [plural.months(one.months)] if one.months else []
        column.addWidget(Label(" · ".join(parts), tone="muted", scale=0.92, wrap=True))
        row.row.addWidget(texts, 1)
        text = self.tr("Kembalikan") if one.undone else self.tr("Batalkan")
        button = Button(text, icon="redo-2" if one.undone else "undo-2")
        button.setAccessibleName(f"{text}: {when}")
        wish = wishes.Redo((one.number,)) if one.undone else wishes.Undo((one.number,))
        button.clicked.connect(lambda: self.wished.emit(wish))
        row.row.addWidget(button)
        self.buttons[one.number] = button
        return row
