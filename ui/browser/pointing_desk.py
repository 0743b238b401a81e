"""What the person sees of pointing: the button where a page is not proved, what to do, what it would lead to, and their word for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.browser.guide import Guide
from ui.browser.pointing import Pointing
from ui.browser.reading import Said
from ui.dialogs import teach_words
from ui.dialogs.dialog import Question
from ui.dialogs.teach_lines import Candidate


class PointingDesk(QObject):
    """over: pointing has ended, whichever way."""

    over = Signal()

    def __init__(self, pointing: Pointing, guide: Guide, window: QWidget, *, masked: bool) -> None:
        super().__init__(window)
        self._pointing, self._guide, self._window, self._masked = pointing, guide, window, masked
        self._said: Said | None = None
        pointing.began.connect(self._began)
        pointing.chosen.connect(self._chosen)
        pointing.ended.connect(self._ended)
        pointing.kept.connect(self._kept)

    def hear(self, said: Said) -> None:
        """What a page said that counts: where it shows figures that could not be proved, they can be pointed at."""
        offered = said.teachable and said.outcome.total is None
        self._said = said if offered else None
        self._guide.offer_pointing(self.button_text() if offered else None)

    def begin(self) -> None:
        """The button."""
        if self._pointing.on:
            self._pointing.leave()
        elif self._said is not None:
            self._guide.remark(self.tr("Mencari angka di halaman …"))
            self._pointing.begin(self._said)

    def button_text(self) -> str:
        return self.tr("Tunjukkan angkanya")

    def _began(self, _count: int) -> None:
        self._guide.remark("")
        body = self.tr("Klik angkanya di halaman, atau pilih dengan Tab lalu Enter. Esc membatalkan.")
        self._guide.say("info", self.tr("Yang mana saldo JHT Anda?"), body)
        self._guide.offer_pointing(self._guide.words.cancel())

    def _chosen(self, candidate: Candidate) -> None:
        if not candidate.proved or candidate.rule is None:
            self._pointing.leave()
            self._guide.say("warn", self.tr("Angka itu belum terbukti"), teach_words.unproved(candidate.missing))
            return
        body = f"{teach_words.proved(candidate, masked=self._masked)}\n\n{teach_words.kept(candidate.rule)}"
        question = Question(self._window, self.tr("Ingat kata di samping angka ini?"), body, self.tr("Ingat"))
        question.accepted.connect(lambda: self._pointing.keep(candidate))
        question.rejected.connect(self._pointing.leave)
        question.open()

    def _ended(self, why: str) -> None:
        self._guide.remark(self.tr("Di halaman ini tidak ada angka yang dapat ditunjuk.") if why == "none" else "")
        self._guide.offer_pointing(self.button_text() if self._said is not None else None)
        self.over.emit()

    def _kept(self, how: str) -> None:
        fine = how == "kept"
        self._guide.remark(
            self.tr("Diingat. Halaman ini dibaca sekali lagi.")
            if fine
            else self.tr("Tidak dapat diingat. Tidak ada yang berubah.")
        )
        self._guide.offer_pointing(None if fine else self.button_text())
        self.over.emit()
