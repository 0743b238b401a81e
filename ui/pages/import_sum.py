"""What stands above the files: how far the reading has come, the sum of the preview with its one button, and how the import ended."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.statements.statement import FileStatus
from ui.importing import failures, wishes
from ui.importing.model import Counts, FileLine, Importing, Needs, Phase, Standing, Stored
from ui.look import theme
from ui.widgets.button import Button
from ui.widgets.notice import Offer, Said
from ui.widgets.progress import ProgressBar
from ui.widgets.text import Frame, Label, Switch
from ui.words.plurals import Plural

translate = QCoreApplication.translate
WIDE_LINES = 44
BUTTONS_LINES = 34


class Running(Frame):
    """How far it has come, and the way out. Shown only while something runs."""

    cancel = Signal()

    def __init__(self) -> None:
        super().__init__(gap_px=theme.S)
        row = QHBoxLayout()
        row.setSpacing(theme.M)
        self.words = Label(wrap=True)
        row.addWidget(self.words, 1)
        self.button = Button(self.tr("Batalkan"), icon="x")
        self.button.clicked.connect(self.cancel)
        row.addWidget(self.button)
        self.column.addLayout(row)
        self.bar = ProgressBar()
        self.column.addWidget(self.bar)
        self.hide()

    def show_progress(self, now: Importing, *, masked: bool) -> None:
        """Show how far it is."""
        self.setVisible(now.busy)
        if not now.busy:
            return
        self.bar.show_progress(now.done, now.asked)
        if now.phase is Phase.STORING:
            self.words.say(self.tr("Menyimpan…"))
            return
        text = self.tr("Membaca {n} dari {of}").format(n=min(now.done + 1, now.asked), of=now.asked)
        name = "" if masked or not now.at else now.at.replace("\\", "/").rpartition("/")[2]
        self.words.say(f"{text}: {name}" if name else text)


class Total(Frame):
    """The sum of the preview: what would be added, what is not, and the button that stores it. `more` asks for more files."""

    wished = Signal(object)
    more = Signal()

    def __init__(self) -> None:
        super().__init__(gap_px=theme.S)
        row = Switch(turn_below_lines=WIDE_LINES, gap_px=theme.S)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self.total = Label(strong=True, wrap=True)
        self.rest = Label(tone="muted", wrap=True)
        column.addWidget(self.total)
        column.addWidget(self.rest)
        row.row.addWidget(words, 1)
        self.more_button = Button(self.tr("Tambah berkas…"), icon="files")
        self.more_button.clicked.connect(self.more)
        self.clear = Button(self.tr("Tutup pratinjau"), icon="x")
        self.clear.clicked.connect(lambda: self.wished.emit(wishes.Clear()))
        self.store = Button(self.tr("Impor"), "primary", "file-down")
        self.store.clicked.connect(lambda: self.wished.emit(wishes.Store()))
        beside = Switch(turn_below_lines=BUTTONS_LINES, gap_px=theme.S)
        for button in (self.more_button, self.clear, self.store):
            beside.row.addWidget(button)
        beside.row.addStretch(1)
        row.row.addWidget(beside)
        self.column.addWidget(row)
        self.hide()

    def show_total(self, now: Importing) -> None:
        """Show the sum of what would be stored."""
        self.setVisible(now.phase is Phase.PREVIEW)
        if now.phase is not Phase.PREVIEW:
            return
        plural = Plural()
        taken = [line for line in now.lines if line.storable]
        fresh = [planned for line in taken for planned in line.storable if planned.standing is not Standing.KNOWN]
        counts = sum((planned.counts for planned in fresh), Counts())
        self.store.setEnabled(bool(fresh))
        self.store.say(plural.import_files(len(taken)) if fresh else self.tr("Impor"))
        self.total.say(self._total(taken=bool(taken), new=bool(fresh), counts=counts))
        self.rest.say(" · ".join(rest_of(now.lines)))
        self.rest.setVisible(bool(self.rest.text()))

    def _total(self, *, taken: bool, new: bool, counts: Counts) -> str:
        if not taken:
            return self.tr("Belum ada yang dapat diimpor.")
        if not new:
            return self.tr("Semuanya sudah tercatat; tidak ada yang baru.")
        parts = counted(replace(counts, known=0))
        added = " · ".join(parts) if parts else self.tr("saldo baru")
        return self.tr("Akan ditambahkan: {what}").format(what=added)


def rest_of(lines: tuple[FileLine, ...]) -> list[str]:
    """What of the files does not go along, and why: those that wait for the person first."""
    plural = Plural()
    waiting = [line for line in lines if not line.skipped and waits(line)]
    out = [line for line in lines if not line.storable and line not in waiting]
    found = [plural.files_waiting(len(waiting))] if waiting else []
    return [*found, *([plural.files_skipped(len(out))] if out else [])]


def waits(line: FileLine) -> bool:
    """Whether the person still has to say something about a file."""
    undecided = any(not planned.kept for planned in line.doubted)
    return line.waits_for_account or line.needs is Needs.MAP or line.status is FileStatus.PASSWORD_NEEDED or undecided


def counted(counts: Counts) -> list[str]:
    """Months new, known, different, as words; those that are none are not said."""
    plural = Plural()
    named = ((plural.months_new, counts.new), (plural.months_known, counts.known), (plural.months_different, counts.different))
    return [say(count) for say, count in named if count]


def result_message(now: Importing) -> Said | None:
    """How the last import or undo ended; None while there is nothing to say."""
    if now.problem is not None:
        title, body = failures.whole(now.problem)
        return Said(
            "bad", title, body, (Offer(translate("Import", "Tutup pesan"), None, wishes.Clear()),) if not now.lines else ()
        )
    return None if now.stored is None else _stored(now.stored)


def _stored(stored: Stored) -> Said:
    close = Offer(translate("Import", "Tutup pesan"), None, wishes.Clear())
    if not stored.numbers:
        return Said("info", translate("Import", "Tidak ada yang berubah: semuanya sudah tercatat."), "", (close,))
    if stored.undone:
        body = translate("Import", "Saldo dan riwayat kembali seperti sebelumnya.")
        again = Offer(translate("Import", "Kembalikan impor"), "redo-2", wishes.Redo(stored.numbers))
        return Said("info", translate("Import", "Impor dibatalkan"), body, (again, close))
    parts = [Plural().files(stored.files)] if stored.files else []
    body = " · ".join([*parts, *counted(stored.counts)])
    undo = Offer(translate("Import", "Batalkan impor (Ctrl+Z)"), "undo-2", wishes.Undo(stored.numbers))
    return Said("good", translate("Import", "Impor selesai"), body, (undo, close))
