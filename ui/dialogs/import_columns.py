"""Which column of a list of one's own is what: asked only for what the list does not prove, and remembered for lists with the same header."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from ui.dialogs.dialog import Dialog
from ui.importing.model import FileLine, Mapping
from ui.importing.wishes import GiveMapping
from ui.look import theme
from ui.pages.page import Content
from ui.widgets.button import CheckBox, ChoiceList
from ui.widgets.text import Label
from ui.words import formats

translate = QCoreApplication.translate
ROLES = {
    "balances": ("date", "amount", "kpj"),
    "months": ("blth", "employer", "worker", "wage", "paid", "posted", "rapel", "kpj"),
}
NEEDED = {"balances": ("date", "amount"), "months": ("blth",)}
ANY_OF = {"balances": ("amount",), "months": ("employer", "worker", "wage")}


class ColumnsDialog(Dialog):
    """`given` carries a GiveMapping."""

    given = Signal(object)

    def __init__(self, parent: QWidget, line: FileLine, *, masked: bool = False) -> None:
        super().__init__(parent, self.tr("Isi setiap kolom"))
        mapping = line.mapping
        assert mapping is not None  # noqa: S101 - who opens this has looked
        self._line, self._mapping = line, mapping
        self.column.addWidget(Label(self.tr("Isi setiap kolom"), scale=1.2, strong=True, wrap=True))
        note = self.tr("Program ini tidak menebak: beri tahu apa isi setiap kolom.")
        self.column.addWidget(Label(note, tone="muted", wrap=True))
        self.form = self._choice(
            self.tr("Daftar ini berisi"),
            (("balances", self.tr("Saldo pada tanggal tertentu")), ("months", self.tr("Iuran atau upah setiap bulan"))),
            mapping.form,
        )
        self.form.currentIndexChanged.connect(self._form_changed)
        self.numbers = self._choice(self.tr("Angka ditulis"), (("id", "1.250.000,50"), ("en", "1,250,000.50")), mapping.numbers)
        self.dates = self._choice(
            self.tr("Tanggal ditulis"),
            (
                ("dmy", self.tr("hari-bulan-tahun")),
                ("mdy", self.tr("bulan-hari-tahun")),
                ("ymd", self.tr("tahun-bulan-hari")),
            ),
            mapping.dates,
        )
        self._top = QGridLayout()
        self._top.setHorizontalSpacing(theme.M)
        self._top.setVerticalSpacing(theme.S)
        for row, choice in enumerate((self.form, self.numbers, self.dates)):
            self._top.addWidget(Label(choice.accessibleName(), wrap=True), row, 0)
            self._top.addWidget(choice, row, 1)
            choice.currentIndexChanged.connect(self._judge)
        self._top.setColumnStretch(1, 1)
        self.column.addLayout(self._top)
        self.roles: dict[int, ChoiceList] = {}
        self.column.addWidget(self._columns(mapping, masked=masked), 1)
        self.remember = CheckBox(self.tr("Ingat untuk daftar dengan kepala kolom yang sama"))
        self.remember.setChecked(True)
        self.column.addWidget(self.remember)
        self.problem = Label(tone="muted", wrap=True)
        self.column.addWidget(self.problem)
        self.add_button(self.tr("Batal")).clicked.connect(self.reject)
        self.read = self.add_button(self.tr("Baca daftar"), "primary")
        self.read.clicked.connect(self._give)
        self.finish()
        self._form_changed()
        lines = self.fontMetrics().height()
        self.resize(lines * 30, lines * min(34, 18 + 3 * len(mapping.columns)))
        self.form.setFocus()

    def _choice(self, name: str, options: tuple[tuple[str, str], ...], present: str | None) -> ChoiceList:
        made = ChoiceList(name)
        made.setPlaceholderText(self.tr("Pilih"))
        for value, text in options:
            made.addItem(text, value)
        made.setCurrentIndex(made.findData(present) if present else -1)
        return made

    def _columns(self, mapping: Mapping, *, masked: bool) -> QScrollArea:
        content = Content()
        content.setProperty("kind", "page")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, theme.S, 0)
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.S)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for row, column in enumerate(mapping.columns):
            name = column.name or self.tr("Kolom {number}").format(number=column.index + 1)
            samples = formats.hidden_digits(" · ".join(column.samples[:3]), masked=masked)
            grid.addWidget(Label(f"{name}\n{samples}" if samples else name, wrap=True), row, 0)
            choice = ChoiceList(self.tr("Isi kolom {name}").format(name=name))
            choice.currentIndexChanged.connect(self._judge)
            self.roles[column.index] = choice
            grid.addWidget(choice, row, 1)
        grid.setRowStretch(len(mapping.columns), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(self.tr("Kolom"))
        area.setWidget(content)
        return area

    def _form_changed(self) -> None:
        """Another kind of list has other columns; what was chosen and still fits stays."""
        form = self.form.currentData()
        known = {column.index: column.role for column in self._mapping.columns}
        for index, choice in self.roles.items():
            present = choice.currentData() or known.get(index)
            choice.blockSignals(True)
            choice.clear()
            choice.addItem(self.tr("Tidak dipakai"), "")
            for role in ROLES.get(form, ()):
                choice.addItem(role_name(role), role)
            choice.setCurrentIndex(max(0, choice.findData(present or "")))
            choice.blockSignals(False)
        self._judge()

    def _judge(self) -> None:
        problem = self._problem()
        self.problem.say(problem or " ")
        self.read.setEnabled(not problem)

    def _problem(self) -> str:
        form = self.form.currentData()
        chosen = [choice.currentData() for choice in self.roles.values() if choice.currentData()]
        if not form:
            return self.tr("Pilih dahulu apa isi daftar ini.")
        if len(set(chosen)) != len(chosen):
            return self.tr("Dua kolom diberi isi yang sama.")
        if not set(NEEDED[form]) <= set(chosen) or not set(ANY_OF[form]) & set(chosen):
            needed = self.tr("tanggal dan saldo") if form == "balances" else self.tr("bulan, dan iuran atau upah")
            return self.tr("Tunjukkan kolom untuk {what}.").format(what=needed)
        if not self.numbers.currentData() and "numbers" in self._mapping.missing:
            return self.tr("Pilih bagaimana angka ditulis.")
        if not self.dates.currentData() and "dates" in self._mapping.missing:
            return self.tr("Pilih bagaimana tanggal ditulis.")
        return ""

    def mapping(self) -> str:
        """What was chosen, as `--map` takes it."""
        parts = [f"form={self.form.currentData()}"]
        parts += [f"{choice.currentData()}={index}" for index, choice in self.roles.items() if choice.currentData()]
        parts += [f"separator={self._mapping.separator}"] if self._mapping.separator else []
        parts += [f"numbers={self.numbers.currentData()}"] if self.numbers.currentData() else []
        parts += [f"dates={self.dates.currentData()}"] if self.dates.currentData() else []
        parts += [] if self._mapping.header is None else [f"header={'yes' if self._mapping.header else 'no'}"]
        return ",".join(parts)

    def _give(self) -> None:
        wish = GiveMapping(self._line.number, self.mapping(), self.remember.isChecked())
        self.accept()
        self.given.emit(wish)


def role_name(role: str) -> str:
    """What a column holds, in words."""
    match role:
        case "date":
            return translate("Import", "Tanggal saldo")
        case "amount":
            return translate("Import", "Saldo")
        case "blth":
            return translate("Import", "Bulan iuran")
        case "employer":
            return translate("Import", "Iuran pemberi kerja")
        case "worker":
            return translate("Import", "Iuran pekerja")
        case "wage":
            return translate("Import", "Upah")
        case "paid":
            return translate("Import", "Tanggal bayar")
        case "posted":
            return translate("Import", "Tanggal catat")
        case "rapel":
            return translate("Import", "Rapel")
    return translate("Import", "Nomor kartu (KPJ)")
