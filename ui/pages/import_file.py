"""One file of the preview: what it is, its figure, what would be added, whose it is, what does not fit, and what the person decides."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.statements.statement import FileStatus, Kind, ProofName
from ui.importing import figure_words, wishes, words
from ui.importing.model import FileLine, Needs, Planned, Standing
from ui.look import theme
from ui.pages.import_details import Details
from ui.pages.import_facts import Amount, fact, facts
from ui.state import AccountView
from ui.widgets.button import Button, CheckBox, ChoiceList
from ui.widgets.field import SecretField
from ui.widgets.text import Frame, Label, Sign, Switch, empty
from ui.words import formats

NEW = "new"
TURN_BELOW_LINES = 40
SIGN_PX = 22
OFFERS_LINES = 26  # the two ways on beside each other
ONLY_MARKED = (ProofName.RATE, ProofName.OPENING)  # these never refuse a figure: what is off is shown with a mark


class FileCard(Frame):
    """`wished` carries what the person decides about this file (ui.importing.wishes); `map_wanted` asks for the columns' dialog,
    `teach_wanted` for pointing at the figure of a saved page, `report_wanted` for a safe report of it."""

    wished = Signal(object)
    map_wanted = Signal(int)
    teach_wanted = Signal(int)
    report_wanted = Signal(int)

    def __init__(self, line: FileLine, *, masked: bool) -> None:
        super().__init__(gap_px=theme.S)
        self._shown: tuple[object, ...] = ()
        self._styled = False
        self._line = line
        self.secret: SecretField | None = None
        self.account: ChoiceList | None = None
        self.keeps: dict[int, CheckBox] = {}
        self._details: Details | None = None
        head = QHBoxLayout()
        head.setSpacing(theme.M)
        self.sign = Sign("file-text", "accent", SIGN_PX)
        head.addWidget(self.sign, 0, Qt.AlignmentFlag.AlignTop)
        self.amount = Amount()
        beside = Switch(turn_below_lines=TURN_BELOW_LINES, gap_px=theme.S)
        beside.row.addWidget(self._make_titles(), 1)
        beside.row.addWidget(self.amount, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(beside, 1)
        self.skip = Button("", icon="x")
        self.skip.clicked.connect(lambda: self.wished.emit(wishes.Skip(self._line.number, not self._line.skipped)))
        head.addWidget(self.skip, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        self._body = QVBoxLayout()
        self._body.setSpacing(theme.S)
        self._body.setContentsMargins(self.sign.width() + theme.M, 0, 0, 0)
        self.column.addLayout(self._body)
        self._say_head(line, masked=masked)  # what stands below comes with the first `show_line`, in a turn of its own

    def _make_titles(self) -> QWidget:
        """What it is, whose, which file, and how it stands: by a sign and by words."""
        holder = QWidget()
        titles = QVBoxLayout(holder)
        titles.setContentsMargins(0, 0, 0, 0)
        titles.setSpacing(2)
        self.title = Label(strong=True, wrap=True)
        self.under = Label(tone="muted", wrap=True)
        self.mark_sign = Sign("circle-check", "good", 16)
        self.mark = Label(wrap=True)
        row = QHBoxLayout()
        row.setSpacing(theme.XS + 2)
        row.addWidget(self.mark_sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.mark, 1)
        titles.addWidget(self.title)
        titles.addWidget(self.under)
        titles.addLayout(row)
        return holder

    def show_line(self, line: FileLine, accounts: tuple[AccountView, ...], *, masked: bool) -> bool:
        """Show the file as it stands; a decision alone changes nothing but its words. Whether the card was made anew."""
        self._line = line
        self._say_head(line, masked=masked)
        fixed = replace(
            line,
            skipped=False,
            chosen=None,
            statements=tuple(replace(planned, kept=False) for planned in line.statements),
        )
        shown = (fixed, tuple(view.account for view in accounts), masked, line.skipped)
        built = shown != self._shown
        if built:
            self._shown = shown
            self._build(line, accounts, masked=masked)
        for index, box in self.keeps.items():
            box.setChecked(any(planned.index == index and planned.kept for planned in line.statements))
        return built

    @property
    def styled(self) -> bool:
        """Whether `style_all` was done since it was made anew."""
        return self._styled

    def style_all(self) -> None:
        """Have every part take its style: the greater part of what showing it would take."""
        self._styled = True
        for part in self.findChildren(QWidget):
            part.ensurePolished()

    def _say_head(self, line: FileLine, *, masked: bool) -> None:
        mark = words.mark_of(line)
        only = line.statements[0] if len(line.statements) == 1 else None
        self.amount.show_planned(None if line.skipped else only, masked=masked)
        self.sign.become(words.kind_icon(line.kind), "muted" if line.skipped else "accent")
        whose = words.whose(only.figures, masked=masked) if only is not None else ""
        name = words.file_name(line, masked=masked) if line.path else ""
        title = words.title(line) or name
        self.title.say(words.title(line) or words.breakable(name))
        name = name if title != name else ""
        self.under.say("\n".join(filter(None, [whose, words.breakable(name)])))
        self.under.setVisible(bool(whose or name))
        self.mark.say(mark.words)
        theme.tone(self.mark, mark.tone)
        self.mark_sign.become(mark.icon, mark.tone)
        text = self.tr("Ikutkan lagi") if line.skipped else self.tr("Lewati")
        self.skip.say(text)
        self.skip.show_icon("undo-2" if line.skipped else "x")
        self.skip.setAccessibleName(f"{text}: {title} {name}".strip())
        self.skip.setVisible(bool(line.statements))
        self.setAccessibleName(f"{title}: {mark.words}")

    def _build(self, line: FileLine, accounts: tuple[AccountView, ...], *, masked: bool) -> None:
        empty(self._body)
        self.secret = self.account = self._details = None
        self.keeps = {}
        if line.skipped:
            return
        if line.status is FileStatus.PASSWORD_NEEDED:
            self._ask_password(line)
            return
        if line.needs is Needs.MAP:
            self._ask_columns()
            return
        if not line.statements:
            what, deed = words.failure(line)
            self._body.addWidget(Label(what, wrap=True))
            self._body.addWidget(Label(deed, tone="muted", wrap=True))
            if line.kind is Kind.SAVED_PAGE and line.path and line.status is FileStatus.PAGE_NOT_UNDERSTOOD:
                self._offer_teaching()
            return
        for planned in line.statements:
            self._body.addWidget(self._statement(planned, line, masked=masked))
        if line.unread:
            text = self.tr("Kolom yang tidak dibaca dan tidak disimpan: {columns}").format(columns=", ".join(line.unread))
            holder = QWidget()
            holder.setLayout(fact("info", "warn", text))
            self._body.addWidget(holder)
        if line.needs is Needs.ACCOUNT:
            self._ask_account(line, accounts, masked=masked)
        self._offer_details(masked=masked)

    def _statement(self, planned: Planned, line: FileLine, *, masked: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.XS)
        whose = words.whose(planned.figures, masked=masked) if len(line.statements) > 1 else ""
        if whose:
            column.addWidget(Label(whose, strong=True, wrap=True))
        if whose:
            amount = Amount()
            amount.show_planned(planned, masked=masked)
            column.addWidget(amount, 0, Qt.AlignmentFlag.AlignLeft)
        for sign, tone, text in facts(planned, masked=masked):
            column.addLayout(fact(sign, tone, text))
        for proof in planned.figures.broken:
            if proof.name is ProofName.OPENING and planned.gaps:  # said above already
                continue
            bad = planned.standing is Standing.DOUBTED and proof.name not in ONLY_MARKED
            text = figure_words.proof_sentence(proof, planned.figures, masked=masked)
            column.addLayout(fact("circle-x" if bad else "triangle-alert", "bad" if bad else "warn", text))
        if planned in line.doubted:
            keep = CheckBox(self.tr("Simpan juga, dengan tanda"))
            keep.clicked.connect(lambda on: self.wished.emit(wishes.Keep(self._line.number, planned.index, on)))
            column.addWidget(keep)
            column.addWidget(Label(self.tr("Di riwayat angka ini ditandai tidak cocok."), tone="muted", wrap=True))
            self.keeps[planned.index] = keep
        return holder

    def _ask_password(self, line: FileLine) -> None:
        what, deed = words.failure(line)
        self._body.addWidget(Label(what, wrap=True))
        self._body.addWidget(Label(deed, tone="muted", wrap=True))
        self.secret = SecretField(self.tr("Tampilkan kata sandi"), self.tr("Sembunyikan kata sandi"))
        self.secret.edit.setAccessibleName(self.tr("Kata sandi {file}").format(file=line.name))
        self.secret.edit.setPlaceholderText(self.tr("Kata sandi berkas"))
        button = Button(self.tr("Buka"), icon="lock-keyhole")
        button.clicked.connect(self._give_password)
        self.secret.edit.returnPressed.connect(self._give_password)
        row = Switch(turn_below_lines=TURN_BELOW_LINES, gap_px=theme.S)
        row.row.addWidget(self.secret, 1)
        row.row.addWidget(button)
        self._body.addWidget(row)
        note = self.tr("Tidak disimpan; dilupakan begitu pratinjau ini ditutup.")
        self._body.addWidget(Label(note, tone="muted", scale=0.92, wrap=True))

    def _give_password(self) -> None:
        if self.secret is None or not self.secret.text():
            return
        password = self.secret.text()
        self.secret.wipe()
        self.wished.emit(wishes.GivePassword(self._line.number, password))

    def _offer_teaching(self) -> None:
        button = Button(self.tr("Tunjukkan angkanya…"), icon="eye")
        button.clicked.connect(lambda: self.teach_wanted.emit(self._line.number))
        report = Button(self.tr("Laporan aman…"), icon="file-text")
        report.clicked.connect(lambda: self.report_wanted.emit(self._line.number))
        beside = Switch(turn_below_lines=OFFERS_LINES, gap_px=theme.S)
        beside.row.addWidget(button)
        beside.row.addWidget(report)
        beside.row.addStretch(1)
        self._body.addWidget(beside)

    def _ask_columns(self) -> None:
        text = self.tr("Kolom mana berisi apa, tidak dapat dipastikan dari daftar ini.")
        self._body.addWidget(Label(text, wrap=True))
        button = Button(self.tr("Jelaskan kolomnya…"), icon="table-2")
        button.clicked.connect(lambda: self.map_wanted.emit(self._line.number))
        self._body.addWidget(button)

    def _ask_account(self, line: FileLine, accounts: tuple[AccountView, ...], *, masked: bool) -> None:
        names = {f"#{view.account.id}": formats.private(view.account.name, masked=masked) for view in accounts}
        choices = {choice for planned in line.statements for choice in planned.choices} or set(names)
        self.account = ChoiceList(self.tr("Akun untuk {file}").format(file=words.title(line)))
        self.account.setPlaceholderText(self.tr("Pilih akun"))
        for choice, name in names.items():
            if choice in choices:
                self.account.addItem(name, choice)
        self.account.addItem(self.tr("Akun baru"), NEW)
        self.account.setCurrentIndex(self.account.findData(line.chosen) if line.chosen else -1)
        chosen = self.account
        chosen.activated.connect(lambda _: self.wished.emit(wishes.ChooseAccount(self._line.number, chosen.currentData())))
        row = Switch(turn_below_lines=TURN_BELOW_LINES, gap_px=theme.S)
        row.row.addWidget(Label(self.tr("Berkas ini milik akun:"), wrap=True), 1)
        row.row.addWidget(self.account, 1)
        self._body.addWidget(row)

    def _offer_details(self, *, masked: bool) -> None:
        self.more = Button(self.tr("Lihat rinciannya"), "link", "table-2")
        self.more.setAccessibleName(self.tr("Lihat rincian {file}").format(file=words.title(self._line)))
        self.more.clicked.connect(lambda: self._turn_details(masked=masked))
        self._body.addWidget(self.more)

    def _turn_details(self, *, masked: bool) -> None:
        if self._details is None:
            self._details = Details(self._line.statements, masked=masked)
            self._details.hide()
            self._body.addWidget(self._details)
        shown = not self._details.isVisibleTo(self)
        self._details.setVisible(shown)
        self.more.say(self.tr("Sembunyikan rincian") if shown else self.tr("Lihat rinciannya"))
