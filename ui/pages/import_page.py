"""The page "Impor": files come in, a preview shows what would be added, one button stores it, one takes it back."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout

from ui import theme
from ui.importing import wishes
from ui.importing.folders import Folders
from ui.importing.model import FileLine, Importing, Phase
from ui.pages.import_file import FileCard
from ui.pages.import_past import PastImports
from ui.pages.import_start import Roads, Ways
from ui.pages.import_sum import Running, Total, result_message
from ui.pages.page import Page
from ui.state import State
from ui.turns import next_turn
from ui.widgets.notice import Notice


class ImportPage(Page):
    """`wished` carries what the person asks for (ui.importing.wishes), `help` a topic."""

    wished = Signal(object)
    help = Signal(str)

    def __init__(self) -> None:
        super().__init__("")
        self.setAccessibleName(self.tr("Impor"))
        self.heading(
            self.tr("Impor"),
            self.tr(
                "Saldo dari berkas yang sudah Anda pegang, tanpa masuk ke portal. Tidak ada yang disimpan sebelum Anda menekan Impor."
            ),
        )
        self.notice = Notice()
        self.notice.pressed.connect(self.wished)
        self.ways = Ways()
        self.ways.choose.connect(self._choose)
        self.ways.paste.connect(self._paste)
        self.ways.type_figure.connect(partial(self._type, wage=False))
        self.ways.type_wage.connect(partial(self._type, wage=True))
        self.running = Running()
        self.running.cancel.connect(lambda: self.wished.emit(wishes.Cancel()))
        self._cards_column = QVBoxLayout()
        self._cards_column.setSpacing(theme.M)
        self.total = Total()
        self.total.wished.connect(self.wished)
        for widget in (self.notice, self.ways, self.running, self.total):
            self.column.addWidget(widget)
        self.column.addLayout(self._cards_column)
        self.roads: Roads | None = None
        self.past: PastImports | None = None
        self.cards: dict[int, FileCard] = {}
        self._state: State | None = None
        self._importing = Importing()
        self._turn_comes = False
        self._folders = Folders(self)
        self._folders.found.connect(self._files_found)

    # Showing

    def render_state(self, state: State) -> None:
        """Show what is being imported; the files' cards are made one a turn."""
        self._state = state
        now = self._importing = state.importing or Importing()
        masked = state.settings.masked
        resting = now.phase is Phase.RESTING
        self.notice.show_message(result_message(now))
        self.ways.show_small(not resting)
        self.ways.setEnabled(not now.busy)
        self.running.show_progress(now, masked=masked)
        self.total.show_total(now)
        if resting and self.roads is None:
            self.roads = Roads()
            self.roads.help.connect(self.help)
            self.column.addWidget(self.roads)
        if self.roads is not None:
            self.roads.setVisible(resting)
        self._show_past(now, shown=resting)
        for number in [number for number in self.cards if number not in {line.number for line in now.lines}]:
            card = self.cards.pop(number)
            card.hide()
            card.deleteLater()
        if masked and self.cards:  # what was to be hidden is hidden at once
            self._show_made(now.lines, state)
        self._go_on_soon()

    @property
    def complete(self) -> bool:
        """Whether every file's card shows its file as it stands."""
        return not self._turn_comes

    def _show_made(self, lines: tuple[FileLine, ...], state: State) -> None:
        for line in lines:
            if line.number in self.cards:
                self.cards[line.number].show_line(line, state.accounts, masked=state.settings.masked)

    def _go_on_soon(self) -> None:
        if not self._turn_comes:
            self._turn_comes = True
            next_turn(self, self._one_card)

    def _one_card(self) -> None:
        """Bring one card up to date; another one in the next turn."""
        self._turn_comes = False
        state = self._state
        if state is None:
            return
        for place, line in enumerate(self._importing.lines):
            card = self.cards.get(line.number)
            if card is None:
                card = FileCard(line, state.accounts, masked=state.settings.masked)
                card.wished.connect(self.wished)
                card.map_wanted.connect(self._map)
                card.resize(self.sheet.width(), card.height())  # not laid out for a width it never has
                self.cards[line.number] = card
                self._cards_column.insertWidget(place, card)
                self._go_on_soon()
                return
            if card.show_line(line, state.accounts, masked=state.settings.masked):
                self._go_on_soon()
                return

    def _show_past(self, now: Importing, *, shown: bool) -> None:
        if now.earlier and self.past is None and shown:
            self.past = PastImports()
            self.past.wished.connect(self.wished)
            self.column.insertWidget(self.column.indexOf(self.total) + 1, self.past)
        if self.past is not None:
            self.past.setVisible(shown and bool(now.earlier))
            self.past.show_earlier(now.earlier, can_turn=not now.turning and not now.busy)

    # Acting

    def take(self, paths: tuple[str, ...]) -> None:
        """Files and folders that were dropped or chosen."""
        self._folders.look(paths)

    def _files_found(self, paths: object) -> None:
        if isinstance(paths, tuple):
            self.wished.emit(wishes.AddFiles(paths))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Pilih berkas untuk diimpor"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters(
            [
                self.tr("Berkas saldo (*.pdf *.html *.htm *.mhtml *.mht *.txt *.csv)"),
                self.tr("Semua berkas (*)"),
            ]
        )
        dialog.filesSelected.connect(lambda paths: self.take(tuple(paths)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _paste(self) -> None:
        from ui.dialogs.import_paste import PasteDialog

        dialog = PasteDialog(self)
        dialog.given.connect(self.wished)
        dialog.open()

    def _type(self, *, wage: bool) -> None:
        from ui.dialogs.import_typed import TypedDialog

        dialog = TypedDialog(self, wage=wage)
        dialog.given.connect(self.wished)
        dialog.open()

    def _map(self, number: int) -> None:
        from ui.dialogs.import_columns import ColumnsDialog

        line = next((line for line in self._importing.lines if line.number == number), None)
        if line is None or line.mapping is None:
            return
        dialog = ColumnsDialog(self, line)
        dialog.given.connect(self.wished)
        dialog.open()
