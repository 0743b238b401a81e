"""Riwayat: the balance over time as a picture and as a table that says the same; where each figure came from, why it changed, the
career, and taking it all away. The data comes from a child process; this page only shows it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent

from core.models import Source
from ui.dialogs.changed_later import ChangedLater
from ui.dialogs.evidence import EvidenceDialog
from ui.dialogs.why import WhyDialog
from ui.history.answers import BadAnswer, career_of, reading_of, why_of
from ui.history.asking import UNREADABLE
from ui.history.career_card import CareerCard
from ui.history.chart import HistoryChart
from ui.history.data import History, Line
from ui.history.desk import Ask, Forget
from ui.history.later import places
from ui.history.table import HistoryTable
from ui.history.taking import Taking
from ui.history.tools import Tools
from ui.look import theme
from ui.pages.page import Page
from ui.state import State
from ui.widgets.banner import Banner
from ui.widgets.button import Button, ChoiceList
from ui.widgets.text import Frame, Label, Switch
from ui.words import formats, messages
from ui.words.messages import Message


class HistoryPage(Page):
    """Shows the history of the present account. `wished` carries what a child process is to be asked (ui.history.desk)."""

    wished = Signal(object)

    def __init__(self) -> None:
        super().__init__(self.tr("Riwayat"))
        self._state: State | None = None
        self._shown: tuple[object, ...] | None = None  # what the picture was asked for: account, newest reading, how many
        self._history = History()
        self._told = self._career_told = False  # whether this account's own was read: until then nothing is said of it
        self.heading(self.tr("Riwayat"), self.tr("Setiap angka yang pernah terbaca, dengan tanggal dan sumbernya."))
        self.tools = Tools()
        self.chart = HistoryChart()
        self.table = HistoryTable()
        self.career = CareerCard()
        self.taking = Taking(self)
        self._said: Banner | None = None
        self._make()
        self._join()

    def _make(self) -> None:
        self.column.addWidget(self.tools)
        picture = Frame(margin_px=theme.L)
        picture.column.addWidget(self.chart)
        self.legend = Label("", tone="muted", scale=0.9, wrap=True)
        picture.column.addWidget(self.legend)
        under = Switch(turn_below_lines=36)
        self.point = Label("", strong=True, figures=True, wrap=True)
        self.origin = Button(self.tr("Dari mana angka ini?"), "link")
        self.why = Button(self.tr("Kenapa saldo berubah?"), "link")
        under.row.addWidget(self.point, 1)
        self.later = Button(self.tr("Apa yang berubah kemudian?"), "link")
        under.row.addWidget(self.later)
        under.row.addWidget(self.why)
        under.row.addWidget(self.origin)
        picture.column.addWidget(under)
        self.picture = picture
        self.column.addWidget(picture)
        self.listing = Frame(margin_px=theme.L)
        filters = Switch(turn_below_lines=30)
        self.year = ChoiceList(self.tr("Tahun yang ditampilkan"))
        self.source = ChoiceList(self.tr("Sumber yang ditampilkan"))
        filters.row.addWidget(Label(self.tr("Semua pembacaan"), strong=True), 1)
        filters.row.addWidget(self.year)
        filters.row.addWidget(self.source)
        self.listing.column.addWidget(filters)
        self.listing.column.addWidget(self.table)
        self.column.addWidget(self.listing)
        self.column.addWidget(self.career)
        self.nothing = Frame()
        self.nothing_said = Label(wrap=True)
        self.nothing.column.addWidget(self.nothing_said)
        self.column.addWidget(self.nothing)
        self._arrange()

    def _join(self) -> None:
        self.tools.line.connect(lambda _: self._show_line())
        self.tools.years.connect(self.chart.show_years)
        self.tools.years.connect(lambda _: self._mark_years())
        self.chart.span_changed.connect(self._mark_years)
        self.tools.compare.connect(self.chart.set_compare)
        self.tools.compare.connect(lambda _: self._describe())
        self.tools.save.connect(self._save)
        self.tools.export.connect(self._export)
        self.chart.pointed.connect(self._pointed)
        self.chart.opened.connect(self._open)
        self.chart.compared.connect(self._explain)
        self.table.pointed.connect(lambda place: self.chart.point_at(place, quietly=True))
        self.table.pointed.connect(lambda _: self._describe())
        self.table.opened.connect(self._open)
        self.table.compared.connect(self._explain)
        self.table.asked_later.connect(self._tell_later)
        self.year.currentIndexChanged.connect(lambda _: self._filter())
        self.source.currentIndexChanged.connect(lambda _: self._filter())
        self.taking.wished.connect(self.wished)
        self.taking.done.connect(lambda place: self._say(Message("info", self.tr("Tersimpan"), place)))
        self.taking.failed.connect(lambda words: self._say(Message("bad", self.tr("Tidak tersimpan"), words)))
        self.origin.clicked.connect(lambda: self._open(self._place()))
        self.later.clicked.connect(lambda: self._tell_later(self._place()))
        self.why.clicked.connect(lambda: self._explain(self._place() - 1, self._place()))

    # What is shown

    def render_state(self, state: State) -> None:
        """Show the present account; ask for its history anew only if something was added to it."""
        masked_before = self._state.settings.masked if self._state else None
        self._state = state
        wanted = self._wanted(state)
        if wanted != self._shown:
            if _whose(wanted) != _whose(self._shown):  # nobody sees another one's figures until their own are read
                self._forget()
            self._shown = wanted
            self._ask_all()
        elif masked_before != state.settings.masked:
            self._show_all()

    def _forget(self) -> None:
        self._history, self._told, self._career_told = History(), False, False
        self._say(None)
        self._show_all()

    def showEvent(self, event: QShowEvent) -> None:
        """Coming back to the page shows what was added meanwhile, by an import too."""
        super().showEvent(event)
        if self._state is not None:
            self._ask_all()

    def _wanted(self, state: State) -> tuple[object, ...] | None:
        view = state.view
        if view is None:
            return None
        latest = view.latest
        return view.account.id, latest and latest.id, len(view.history), state.demo

    def _ask_all(self) -> None:
        self.wished.emit(Forget())
        if self._state is None or self._state.view is None:
            self._take(History())
            return
        self._ask("points", self._take)
        self._ask("career", self._take_career)

    def _ask(self, what: str, answered: Callable[[Any], None], **named: int) -> None:
        if self._state is not None and self._state.view is not None:
            self.wished.emit(Ask(what, self._state.view.account.id, answered, self._fail, named))

    def _take(self, history: History) -> None:
        self._history, self._told = history, True
        self._show_all()

    def _take_career(self, data: dict[str, Any]) -> None:
        try:
            career = career_of(data)
        except BadAnswer:
            self._fail(UNREADABLE)
            return
        self.career.show_career(career, masked=self._masked)
        self._career_told = True
        self._arrange()

    @property
    def _masked(self) -> bool:
        return self._state is not None and self._state.settings.masked

    @property
    def _line(self) -> Line:
        kpj = self.tools.choice.currentData()
        return self._history.line(kpj) or Line(None, None)

    def _show_all(self) -> None:
        self.tools.show_lines(self._history, masked=self._masked)
        if self._masked and self._shown is not None:
            self._ask("career", self._take_career)
        self._show_line()

    def _show_line(self) -> None:
        line = self._line
        marks = tuple(self._history.marks) if line.kpj is None else ()
        changed = places(line.days, self._history.changes_of(line.kpj))
        self.chart.show_line(line, self._history.bars_of(line.kpj), marks, masked=self._masked)
        self.table.show_line(line, changed, masked=self._masked)
        self._mark_years()
        self._offer_filters()
        self._arrange()
        self._describe()

    def _mark_years(self) -> None:
        self.tools.mark_years(self.chart.shows_years)

    def _arrange(self) -> None:
        """The parts that have something to show."""
        any_points = any(len(line) for line in self._history.lines)
        for part in (self.tools, self.picture):
            part.setVisible(any_points)
        self.career.setVisible(any_points and self._career_told)
        drawn = any_points and len(self._line) > 0  # where no total is known, words stand there
        self.chart.setVisible(drawn)
        self.listing.setVisible(drawn)
        self.nothing.setVisible(not any_points)
        self.nothing_said.say(self._nothing() if self._told else self.tr("Membuka riwayat…"))

    def _offer_filters(self) -> None:
        for choice, all_words, values in (
            (self.year, self.tr("Semua tahun"), [(str(year), year) for year in self.table.rows.years()]),
            (self.source, self.tr("Semua sumber"), [(source_words(s), s) for s in self.table.rows.sources()]),
        ):
            before = choice.currentData()
            choice.blockSignals(True)
            choice.clear()
            choice.addItem(all_words, None)
            for words, value in values:
                choice.addItem(words, value)
            choice.setCurrentIndex(max(choice.findData(before), 0))
            choice.blockSignals(False)
        self._filter()

    def _filter(self) -> None:
        self.table.filter(self.year.currentData(), self.source.currentData())

    def _place(self) -> int:
        """The point that is spoken of: the one pointed at, else the latest."""
        pointed = self.chart.picture.pointed
        return len(self._line) - 1 if pointed is None else pointed

    def _pointed(self, place: int | None) -> None:
        if place is not None and self.chart.hasFocus():
            self.table.point_at(place)
        self._describe()

    def _describe(self) -> None:
        """The line under the picture: the point, its change, its source."""
        line, place = self._line, self._place()
        self.origin.setVisible(len(line) > 0)
        if not 0 <= place < len(line):
            self.why.hide()
            self.later.hide()
            self.point.say(self._no_total())
            self.legend.say("")
            return
        rows = self.table.rows
        parts = [self.chart.point_words(place), rows.text(place, 2) if place else "", rows.text(place, 3)]
        self.point.say(" · ".join(part for part in parts if part))
        self.why.setEnabled(place > 0 and line.kpj is None)
        self.why.setVisible(line.kpj is None)
        self.later.setVisible(bool(rows.changed))
        self.legend.say(" ".join(self._legend()))

    def _dues_end(self) -> str | None:
        """The last month whose contribution a file told, if the balances go on after it."""
        line, bars = self._line, self._history.bars_of(self._line.kpj)
        last_day = dt.date.fromordinal(line.days[-1])
        last = max(bars, default=None)
        if last is None or last >= last_day.year * 12 + last_day.month - 3:  # dues are posted a month or two after they are due
            return None
        return formats.month_of(dt.date(last // 12, last % 12 + 1, 1))

    def _no_total(self) -> str:
        """Why there is nothing to draw: only single cards are known, never all on one day."""
        return self.tr(
            "Total semua kartu belum diketahui: yang tercatat adalah saldo kartu satu per satu, dari hari yang berbeda. "
            "Pilih satu kartu di atas untuk melihatnya."
        )

    def _nothing(self) -> str:
        return self.tr(
            "Belum ada riwayat. Periksa saldo, atau impor lembar RSJHT dan halaman tersimpan: semuanya tercatat di sini."
        )

    def _legend(self) -> list[str]:
        if self.chart.picture.compare:
            return [self.tr("Setiap garis satu tahun: perubahan sejak awal tahun itu.")]
        said = []
        if self.chart.has_long_gap():
            said.append(self.tr("Garis putus-putus: lebih dari dua bulan tanpa pembacaan."))
        if any(source > 1 for source in self._line.sources):
            said.append(self.tr("Kotak: dari berkas atau diketik; bulatan: dari portal."))
        until = self._dues_end()
        if until is not None:
            said.append(self.tr("Iuran per bulan hanya dikenal dari berkas, terakhir {month}.").format(month=until))
        kinds = {kind for _, kind, _ in self.chart.picture.marks}
        words = {
            "taken": self.tr("Tanda −: ada yang diambil."),
            "fell": self.tr("Tanda ▾: saldo turun."),
            "corrected": self.tr("Tanda !: berubah kemudian."),
        }
        return [*said, *(text for kind, text in words.items() if kind in kinds)]

    # What is opened

    def _open(self, place: int) -> None:
        """Where a figure came from."""
        if 0 <= place < len(self._line):
            self._ask("reading", self._show_origin, id=self._line.ids[place])

    def _show_origin(self, data: dict[str, Any]) -> None:
        try:
            reading = reading_of(data)
        except BadAnswer:
            self._fail(UNREADABLE)
            return
        EvidenceDialog(self, reading, masked=self._masked).open()

    def _explain(self, one: int, other: int) -> None:
        """Why the balance changed between two points of the total."""
        ids = self._line.ids
        first, last = sorted((one, other))
        if 0 <= first < last < len(ids) and self._line.kpj is None:
            self._ask("why", self._show_why, from_=ids[first], to=ids[last])

    def _show_why(self, data: dict[str, Any]) -> None:
        try:
            why = why_of(data)
        except BadAnswer:
            self._fail(UNREADABLE)
            return
        WhyDialog(self, why, masked=self._masked).open()

    def _tell_later(self, place: int) -> None:
        """What was told differently later: at this point, or (where nothing was) all of it."""
        changed = self.table.rows.changed
        told = changed.get(place) or [change for each in changed.values() for change in each]
        if told:
            ChangedLater(self, told, masked=self._masked).open()

    def _save(self, how: str) -> None:
        title = self.tr("Saldo JHT, {name}").format(name=self.tools.choice.currentText())
        if how == "print":
            self.taking.print_picture(self.chart.picture, title, self._today())
        else:
            self.taking.save_picture(self.chart.picture, title, self._today())

    def _export(self, form: str) -> None:
        state = self._state
        if state is not None and state.view is not None:
            self.taking.export(form, state.view.account.id, self._today())

    def _today(self) -> dt.date:
        return dt.datetime.now(dt.UTC).astimezone().date()

    def _fail(self, reason: str) -> None:
        """Say that the history could not be read, above everything else."""
        self._say(messages.ledger_problem(reason))
        self.nothing.setVisible(self._told and self.nothing.isVisibleTo(self))

    def _say(self, message: Message | None) -> None:
        """A message above everything else; the one before goes."""
        if self._said is not None:
            self._said.hide()
            self._said.deleteLater()
            self._said = None
        if message is not None:
            self._said = Banner(message, masked=self._masked)
            self.column.insertWidget(1, self._said)


def _whose(wanted: tuple[object, ...] | None) -> tuple[object, ...]:
    """The account and the folder of what was asked for."""
    return () if wanted is None else (wanted[0], wanted[-1])


def source_words(source: Source) -> str:
    """A source in the list of filters: with a capital, as it begins a line."""
    words = messages.source_name(source)
    return words[:1].upper() + words[1:]
