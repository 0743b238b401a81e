"""What stands on the page "Impor": files come in, a preview shows what would be added, one button stores it, one takes it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ui.importing import wishes
from ui.importing.folders import Folders
from ui.importing.model import Importing, Phase
from ui.look import theme
from ui.pages.import_file import FileCard
from ui.pages.import_past import PastImports
from ui.pages.import_start import Roads, Ways
from ui.pages.import_sum import Running, Total, result_message
from ui.state import State
from ui.turns import next_turn
from ui.widgets.notice import Notice


class ImportBody(QWidget):
    """`wished` carries what the person asks for (ui.importing.wishes), `help` a topic. What takes long to make or to put away
    (the files' cards, the explanations, the list of earlier imports) is made one a turn."""

    wished = Signal(object)
    help = Signal(str)
    taught = Signal(object)  # a ui.dialogs.teach_desk.Teach
    reported = Signal(object)  # a ui.dialogs.report_desk.Report

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.L)
        self.notice = Notice()
        self.notice.pressed.connect(self.wished)
        self.ways = Ways()
        self.ways.choose.connect(self._choose)
        self.ways.paste.connect(self._paste)
        self.ways.type_figure.connect(partial(self._type, wage=False))
        self.ways.type_wage.connect(partial(self._type, wage=True))
        self.running = Running()
        self.running.cancel.connect(lambda: self.wished.emit(wishes.Cancel()))
        self.total = Total()
        self.total.wished.connect(self.wished)
        self.total.more.connect(self._choose)
        for widget in (self.notice, self.ways, self.running, self.total):
            column.addWidget(widget)
        self._holder = QWidget()  # hidden as a whole: ten cards hidden one by one would be laid out ten times
        self._cards_column = QVBoxLayout(self._holder)
        self._cards_column.setContentsMargins(0, 0, 0, 0)
        self._cards_column.setSpacing(theme.M)
        self._holder.hide()
        column.addWidget(self._holder)
        self._end = QVBoxLayout()
        self._end.setSpacing(theme.L)
        column.addLayout(self._end)
        self.roads: Roads | None = None
        self.past: PastImports | None = None
        self.cards: dict[int, FileCard] = {}
        self._gone: list[FileCard] = []
        self._state: State | None = None
        self._importing = Importing()
        self._turn_comes = False
        self._small: Iterator[Callable[[State], None]] = iter(())
        self._folders = Folders(self)
        self._folders.found.connect(self._files_found)

    # Showing

    def render_state(self, state: State) -> None:
        """Show what is being imported: a part a turn, but what is to be hidden is hidden at once."""
        self._state = state
        self._importing = state.importing or Importing()
        if state.settings.masked:
            self._show_running(state)
            for line in self._importing.lines:
                if line.number in self.cards:
                    self.cards[line.number].show_line(line, state.accounts, masked=True)
        self._go_on_soon()

    def _show_running(self, state: State) -> None:
        self.running.show_progress(self._importing, masked=state.settings.masked)

    def _show_ways(self, _state: State) -> None:
        self.ways.setVisible(self._importing.phase is Phase.RESTING)

    def _show_notice(self, _state: State) -> None:
        self.notice.show_message(result_message(self._importing))

    def _show_total(self, _state: State) -> None:
        self.total.show_total(self._importing)

    def _show_holder(self, _state: State) -> None:
        """The cards of files that are gone leave the page, all at once; they are put away later."""
        self._holder.setVisible(bool(self._importing.lines))
        for number in self.cards.keys() - {line.number for line in self._importing.lines}:
            card = self.cards.pop(number)
            card.hide()
            self._gone.append(card)

    def _show_rest(self, _state: State) -> None:
        if self.roads is not None:
            self.roads.setVisible(self._importing.phase is Phase.RESTING)

    @property
    def complete(self) -> bool:
        """Whether everything stands there that there is to show."""
        return not self._turn_comes

    def _go_on_soon(self) -> None:
        """Begin with the small parts again; what takes long comes after them."""
        self._small = iter(
            (self._show_holder, self._show_running, self._show_ways, self._show_total, self._show_notice, self._show_rest)
        )
        self._next()

    def _next(self) -> None:
        if not self._turn_comes:
            self._turn_comes = True
            next_turn(self, self._go_on)

    def _go_on(self) -> None:
        """One part that may take its time; the next one in the next turn."""
        self._turn_comes = False
        if self._state is None:
            return
        show = next(self._small, None)
        if show is not None:
            show(self._state)
        elif not (self._one_card(self._state) or self._one_part() or self._one_gone()):
            return
        self._next()

    def _one_card(self, state: State) -> bool:
        masked = state.settings.masked
        for place, line in enumerate(self._importing.lines):
            card = self.cards.get(line.number)
            if card is None:
                card = FileCard(line, masked=masked)
                card.wished.connect(self.wished)
                card.map_wanted.connect(self._map)
                card.teach_wanted.connect(self._teach)
                card.report_wanted.connect(self._report)
                card.resize(self.width(), card.height())
                self.cards[line.number] = card
                card.hide()  # until it is made up: styling, laying out and painting it at once takes longer than a turn may
                self._cards_column.insertWidget(place, card)
                return True
            if card.show_line(line, state.accounts, masked=masked):
                return True
            if card.isHidden():
                if not card.styled:
                    card.style_all()
                else:
                    card.show()
                return True
        return False

    def _one_part(self) -> bool:
        """The list of earlier imports, then the explanations: only while nothing else is on the page."""
        resting = self._importing.phase is Phase.RESTING
        if self._importing.earlier and self.past is None and resting:
            self.past = PastImports()
            self.past.hide()
            self.past.wished.connect(self.wished)
            self._end.insertWidget(0, self.past)
            return True
        if self.past is not None and self._show_past(self.past):
            return True
        if self.roads is None and resting:
            self.roads = Roads()
            self.roads.help.connect(self.help)
            self._end.addWidget(self.roads)
            return True
        return False

    def _one_gone(self) -> bool:
        if not self._gone:
            return False
        self._gone.pop().deleteLater()
        return True

    def _show_past(self, past: PastImports) -> bool:
        """Bring the list up to date; whether anything of it changed."""
        now = self._importing
        wanted = now.phase is Phase.RESTING and bool(now.earlier)
        changed = past.show_earlier(now.earlier, can_turn=not now.turning and not now.busy)
        changed = changed or past.isHidden() is wanted
        past.setVisible(wanted)
        return changed

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

    def _teach(self, number: int) -> None:
        from ui.dialogs.teach import TeachDialog
        from ui.dialogs.teach_words import FILES

        line = next((line for line in self._importing.lines if line.number == number), None)
        if line is None or line.path is None:
            return
        masked = self._state is not None and self._state.settings.masked
        dialog = TeachDialog(self, ("--portal", FILES, "--file", line.path), None, masked=masked)
        dialog.wished.connect(self.taught)
        dialog.taught.connect(lambda: self.wished.emit(wishes.ReadAgain(number)))
        dialog.open()
        dialog.ask()

    def _report(self, number: int) -> None:
        from ui.dialogs.report import ReportDialog

        line = next((line for line in self._importing.lines if line.number == number), None)
        if line is None or line.path is None:
            return
        masked = self._state is not None and self._state.settings.masked
        dialog = ReportDialog(self, None, masked=masked, file=line.path)
        dialog.wished.connect(self.reported)
        dialog.open()
        dialog.ask()

    def _map(self, number: int) -> None:
        from ui.dialogs.import_columns import ColumnsDialog

        line = next((line for line in self._importing.lines if line.number == number), None)
        if line is None or line.mapping is None:
            return
        dialog = ColumnsDialog(self, line, masked=self._state is not None and self._state.settings.masked)
        dialog.given.connect(self.wished)
        dialog.open()
