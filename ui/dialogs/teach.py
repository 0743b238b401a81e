"""Tunjukkan angkanya: the amounts of a page that was not understood, in their words; the person points at the balance, and sees what is
kept and whether that proves the figure before anything is."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui.dialogs import teach_words as words
from ui.dialogs.dialog import Dialog
from ui.dialogs.teach_desk import Teach
from ui.dialogs.teach_lines import Answer, Candidate
from ui.look import theme
from ui.pages.page import Content
from ui.turns import next_turn
from ui.widgets.button import RadioButton
from ui.widgets.text import Frame, Label
from ui.words import formats

ROWS_A_TURN = 2
MOST_OTHERS = 12  # of the amounts that cannot be chosen
NONE = 1_000_000  # the number of "none of these"; a page has no such many amounts


class TeachDialog(Dialog):
    """`source`: the arguments that name the page's portal (and its file); `account_id`: whose page it is, if it is at hand in memory.
    wished: a Teach. taught: a rule was kept."""

    wished = Signal(object)
    taught = Signal()

    def __init__(self, parent: QWidget, source: tuple[str, ...], account_id: int | None, *, masked: bool) -> None:
        super().__init__(parent, self.tr("Tunjukkan angkanya"))
        self._source, self._account_id, self._masked = source, account_id, masked
        self._found: tuple[Candidate, ...] = ()
        self._open = True
        self.complete = False  # whether everything stands there that there is to show
        self.column.addWidget(Label(self.tr("Angka mana saldo JHT Anda?"), scale=1.35, strong=True, wrap=True))
        self.said = Label(self.tr("Mencari angka di halaman itu…"), tone="muted", wrap=True)
        self.column.addWidget(self.said)
        self._build_list()
        self._build_outcome()
        self.cancel = self.add_button(self.tr("Batal"))
        self.cancel.clicked.connect(self.reject)
        self.keep = self.add_button(self.tr("Ingat kata-kata ini"), "primary")
        self.keep.setEnabled(False)
        self.keep.clicked.connect(self._keep)
        self.finish()
        line = self.fontMetrics().height()
        self.resize(line * 38, line * 36)
        self.finished.connect(self._closed)
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build_list(self) -> None:
        self.list = Content()
        self.list.setProperty("kind", "page")
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 0, theme.S, 0)
        self._rows.setSpacing(theme.S)
        self.group = QButtonGroup(self)
        self.group.idToggled.connect(self._pointed)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(self.tr("Angka-angka di halaman itu"))
        self.area.setWidget(self.list)
        self.area.hide()
        self.column.addWidget(self.area, 1)

    def _build_outcome(self) -> None:
        self.outcome = Frame("info", margin_px=theme.M, gap_px=theme.XS)
        self.proof = Label(strong=True, wrap=True)
        self.kept = Label(wrap=True)
        self.outcome.column.addWidget(self.proof)
        self.outcome.column.addWidget(self.kept)
        self.outcome.hide()
        self.column.addWidget(self.outcome)

    def ask(self) -> None:
        """Have the amounts of the page looked up; once, when the dialog is joined to its desk."""
        self._wish(("candidates", *self._source), self._shown)

    # What the child says

    def _shown(self, answer: Answer) -> None:
        if answer.deed != "candidates":
            self.said.say(self._lost() if answer.deed == "gone" else self._failed(answer))
            return
        self._found = answer.candidates
        if not self._found:
            self.said.say(
                self.tr("Di halaman itu tidak ada angka rupiah yang dapat ditunjuk. Buka halaman saldonya di jendela portal.")
            )
            return
        self.said.say(
            self.tr(
                "Program ini tidak menebak: tunjukkan angka saldo JHT seperti yang Anda lihat di portal. Yang diingat hanya kata-kata di "
                "sampingnya, dan angka itu tetap harus terbukti, sekarang dan pada setiap pemeriksaan."
            )
        )
        self.area.show()
        self._add([candidate for candidate in self._found if candidate.known is None])

    def _add(self, waiting: list[Candidate]) -> None:
        """Two rows a turn, so that the window answers in between; at last what cannot be chosen, and the keyboard at the first."""
        for candidate in waiting[:ROWS_A_TURN]:
            self._rows.addWidget(self._row(candidate))
        rest = waiting[ROWS_A_TURN:]
        next_turn(self, partial(self._add, rest) if rest else self._add_last)

    def _add_last(self) -> None:
        self._rows.addWidget(self._none())
        others = [candidate for candidate in self._found if candidate.known is not None]
        if others:
            self._rows.addWidget(self._named_otherwise(others))
        self._rows.addStretch(1)
        self.complete = True
        if not self.group.checkedButton():
            self.group.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _lost(self) -> str:
        return self.tr("Halaman itu sudah dilupakan, demi keamanan Anda. Periksa lagi, lalu tunjukkan angkanya.")

    def _failed(self, answer: Answer) -> str:
        if answer.reason:
            return words.unproved(answer.reason)
        return self.tr("Angka-angka di halaman itu tidak dapat dicari. Tutup, lalu coba sekali lagi.")

    # The list

    def _row(self, candidate: Candidate) -> QWidget:
        made = Frame(margin_px=theme.M, gap_px=2)
        amount = self._shown_text(candidate)
        button = RadioButton(self._named(candidate, amount))
        button.setFont(theme.font(strong=True, figures=True))
        made.column.addWidget(button)
        around = self._around(candidate)
        for text in around:
            made.column.addWidget(Label(formats.hidden_digits(text, masked=self._masked), tone="muted", wrap=True))
        button.setAccessibleName("; ".join([self._named(candidate, amount), *around]))
        self.group.addButton(button, candidate.number)
        return made

    def _named(self, candidate: Candidate, amount: str) -> str:
        """The amount behind the words that stand beside it, as on the page."""
        label = " ".join(formats.hidden_digits(candidate.label, masked=self._masked).split())
        short = label if len(label) <= 60 else f"…{label[-59:]}"
        return f"{short}: {amount}" if short else amount

    def _around(self, candidate: Candidate) -> list[str]:
        found = []
        if candidate.column:
            found.append(self.tr("Kolom: {words}").format(words=candidate.column[:80]))
        if candidate.after:
            found.append(self.tr("Di belakangnya: {words}").format(words=candidate.after[:80]))
        if candidate.heading:
            found.append(self.tr("Di bawah judul: {words}").format(words=candidate.heading[:80]))
        return found

    def _named_otherwise(self, others: list[Candidate]) -> QWidget:
        """The amounts that the page itself calls something else: they are shown, and cannot be chosen."""
        made = Frame(margin_px=theme.M, gap_px=2)
        made.column.addWidget(
            Label(self.tr("Angka lain di halaman itu, yang bukan saldo menurut halaman itu sendiri:"), wrap=True)
        )
        said = [f"{self._named(one, self._shown_text(one))} – {words.known(one.known or '')}" for one in others[:MOST_OTHERS]]
        if len(others) > MOST_OTHERS:
            said.append(self.tr("dan {count} lagi").format(count=len(others) - MOST_OTHERS))
        made.column.addWidget(Label("\n".join(said), tone="muted", wrap=True))
        return made

    def _shown_text(self, candidate: Candidate) -> str:
        return formats.hidden_digits(candidate.text, masked=self._masked)

    def _none(self) -> QWidget:
        made = Frame(margin_px=theme.M, gap_px=2)
        button = RadioButton(self.tr("Tidak satu pun dari angka ini"))
        self.group.addButton(button, NONE)
        made.column.addWidget(button)
        return made

    # Pointing and keeping

    def _pointed(self, number: int, on: bool) -> None:
        if not on:
            return
        self.area.ensureWidgetVisible(self.group.button(number))
        chosen = self._chosen(number)
        self.keep.setEnabled(chosen is not None and chosen.proved)
        if chosen is None:
            self._say(
                self.tr(
                    "Tidak ada yang disimpan, dan tidak ada yang ditebak. "
                    "Saldonya mungkin di halaman lain: buka halaman itu di portal, atau impor lembar RSJHT."
                ),
                "",
            )
        elif chosen.proved and chosen.rule is not None:
            self._say(words.proved(chosen, masked=self._masked), words.kept(chosen.rule))
        else:
            self._say(
                words.unproved(chosen.missing),
                self.tr("Tidak ada yang disimpan. Pilih angka lain; bila tidak ada yang cocok, impor lembar RSJHT."),
            )

    def _chosen(self, number: int) -> Candidate | None:
        return next((one for one in self._found if one.number == number), None)

    def _say(self, first: str, second: str) -> None:
        self.proof.say(first)
        self.kept.say(second)
        self.kept.setVisible(bool(second))
        self.outcome.setAccessibleName(f"{first} {second}")
        self.outcome.show()

    def _keep(self) -> None:
        self.keep.setEnabled(False)
        self._wish(("keep", *self._source, "--choice", str(self.group.checkedId())), self._was_kept)

    def _was_kept(self, answer: Answer) -> None:
        if answer.deed == "kept":
            self.accept()
            self.taught.emit()
            return
        not_written = self.tr("Tidak dapat disimpan. Periksa ruang kosong dan folder datanya (lihat Pengaturan), lalu coba lagi.")
        not_proved = self._lost() if answer.deed == "gone" else self._failed(answer)
        self._say(not_written if answer.deed == "not_kept" else not_proved, "")

    def _wish(self, arguments: tuple[str, ...], answered: Callable[[Answer], None]) -> None:
        def told(answer: Answer) -> None:
            if self._open:
                answered(answer)

        self.wished.emit(Teach(arguments, told, self._account_id))

    def _closed(self) -> None:
        self._open = False
