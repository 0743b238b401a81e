"""The settings of what was taught: each rule in words, to be forgotten (and taken back), or pointed out anew."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.dialogs import teach_words as words
from ui.dialogs.teach_desk import Teach
from ui.dialogs.teach_lines import Answer, Rule
from ui.look import theme
from ui.state import State
from ui.widgets.button import Button
from ui.widgets.text import Frame, Label, empty


class TaughtSettings(Frame):
    """wished: a Teach. replace: the number of an account whose page is at hand, from which a rule of its portal is taught anew."""

    wished = Signal(object)
    replace = Signal(int)

    def __init__(self) -> None:
        super().__init__(gap_px=theme.M)
        self.column.addWidget(Label(self.tr("Yang Anda ajarkan"), strong=True))
        self.about = Label(
            self.tr(
                "Kata-kata di samping saldo yang Anda tunjukkan, untuk portal yang halamannya belum dikenali. Tanpa angka dan tanpa nama; "
                "saldonya tetap harus terbukti setiap kali."
            ),
            tone="muted",
            wrap=True,
        )
        self.column.addWidget(self.about)
        self.list = QWidget()
        self._rows = QVBoxLayout(self.list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.S)
        self.column.addWidget(self.list)
        self.note = Label(wrap=True)
        self.note.hide()
        self.column.addWidget(self.note)
        self.undo = Button(self.tr("Urungkan"), icon="undo-2")
        self.undo.clicked.connect(self._take_back)
        self.undo.hide()
        self.column.addWidget(self.undo)
        self._rules: tuple[Rule, ...] = ()
        self._forgotten: Rule | None = None
        self._at_hand: dict[str, int] = {}
        self.hide()

    def show_state(self, state: State) -> None:
        """Which portals' pages are at hand, so that a rule can be pointed out anew."""
        at_hand = {view.account.portal: view.account.id for view in state.accounts if view.unread}
        if at_hand != self._at_hand:
            self._at_hand = at_hand
            self._show_rules()

    def refresh(self) -> None:
        """Ask for the rules: they may have changed since the page was last seen."""
        self.wished.emit(Teach(("list",), self._listed))

    def _listed(self, answer: Answer) -> None:
        if answer.deed != "listed":
            return
        self._rules = answer.rules
        if answer.aside is not None:
            self._say(
                self.tr("Yang Anda ajarkan tidak terbaca lagi; ajarkan sekali lagi. Berkasnya disisihkan: {path}").format(
                    path=answer.aside
                )
            )
        self._show_rules()

    def _show_rules(self) -> None:
        empty(self._rows)
        for rule in self._rules:
            self._rows.addWidget(self._row(rule))
        self.setVisible(bool(self._rules) or self.note.isVisibleTo(self))

    def _row(self, rule: Rule) -> QWidget:
        made = Frame(margin_px=theme.M, gap_px=theme.XS)
        said = self.tr("{portal}: “{label}” berarti {means}.").format(
            portal=words.portal(rule.portal), label=rule.label, means=words.means(rule)
        )
        made.column.addWidget(Label(said, wrap=True))
        forget = Button(self.tr("Lupakan"), "link", "trash-2")
        forget.setAccessibleName(self.tr("Lupakan “{label}”").format(label=rule.label))
        forget.clicked.connect(partial(self._forget, rule))
        made.column.addWidget(forget)
        account = self._at_hand.get(rule.portal)
        if account is not None:
            anew = Button(self.tr("Ganti…"), "link", "pencil")
            anew.setAccessibleName(self.tr("Ganti “{label}”").format(label=rule.label))
            anew.clicked.connect(partial(self.replace.emit, account))
            made.column.addWidget(anew)
        return made

    def _forget(self, rule: Rule) -> None:
        self.wished.emit(Teach(("forget", "--portal", rule.portal, "--label", rule.label), partial(self._was_forgotten, rule)))

    def _was_forgotten(self, rule: Rule, answer: Answer) -> None:
        if answer.deed != "forgotten":
            self._say(
                self.tr(
                    "Tidak dapat dilupakan: folder datanya tidak boleh ditulisi. Beri izin menulis pada folder itu, lalu coba lagi."
                )
            )
            return
        self._forgotten = rule
        self._say(
            self.tr("“{label}” dilupakan. Bila halaman itu muncul lagi, tunjukkan angkanya sekali lagi.").format(label=rule.label)
        )
        self.undo.show()
        self.undo.setFocus()
        self.refresh()

    def _take_back(self) -> None:
        if self._forgotten is not None:
            self.wished.emit(Teach(("again",), self._was_taken_back, rule=self._forgotten))

    def _was_taken_back(self, answer: Answer) -> None:
        if answer.deed == "kept":
            self._forgotten = None
            self.note.hide()
            self.undo.hide()
            self.refresh()

    def _say(self, text: str) -> None:
        self.note.say(text)
        self.note.show()
        self.show()
